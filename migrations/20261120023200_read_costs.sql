-- What was spent, what the dearest model would have cost, and by which lever the difference came. Called by the costs screen.

create function public.read_costs(p_tenant_id uuid, p_from date default null, p_to date default null) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_timezone text := (select t.timezone from public.tenants t where t.id = p_tenant_id);
  v_to date := coalesce(p_to, engine.tenant_day(p_tenant_id));
  v_from date := greatest(coalesce(p_from, v_to - 29), v_to - 366);
  v_plan public.plans := engine.plan_of(p_tenant_id);
begin
  perform engine.require_tenant(p_tenant_id, 'view_all_tasks');
  return (
    with calls as materialized (
      select c.*, (c.created_at at time zone v_timezone)::date as day, own.input_usd_per_mtok, own.cached_input_usd_per_mtok, dearest.input as dearest_input
      from public.model_calls c
      left join lateral (
        select m.input_usd_per_mtok, m.cached_input_usd_per_mtok from public.model_routes m
        where m.provider = c.provider and m.tier = c.tier order by m.model = c.model desc limit 1
      ) as own on true
      cross join (select coalesce(max(r.input_usd_per_mtok), 0) as input from public.model_routes r where r.tier = 'opus' and r.retired_at is null) as dearest
      where c.tenant_id = p_tenant_id and c.created_at >= v_from::timestamp at time zone v_timezone and c.created_at < (v_to + 1)::timestamp at time zone v_timezone
    ),
    parts as materialized (
      -- the parts of a call's saving add up to list_micros - cost_micros
      select c.*, case when lever = 'semantic_cache' then 0 else round(saved_tokens * dearest_input) end as by_batch,
        case when lever = 'semantic_cache' then 0 else round(cached_tokens * greatest(coalesce(input_usd_per_mtok, 0) - coalesce(cached_input_usd_per_mtok, 0), 0)) end as by_cache,
        greatest(list_micros - cost_micros, 0) as whole
      from calls c where list_micros > 0
    ),
    levers as (
      select 'routing' as lever, sum(whole - by_batch - by_cache) filter (where tier <> 'local' and lever is distinct from 'semantic_cache') as saved,
        count(*) filter (where tier <> 'local' and lever is distinct from 'semantic_cache') as calls from parts
      union all select 'local', sum(whole - by_batch - by_cache) filter (where tier = 'local' and lever is distinct from 'semantic_cache'),
        count(*) filter (where tier = 'local' and lever is distinct from 'semantic_cache') from parts
      union all select 'batch', sum(by_batch), count(*) filter (where by_batch > 0) from parts
      union all select 'prompt_cache', sum(by_cache), count(*) filter (where by_cache > 0) from parts
      union all select 'semantic_cache', sum(whole) filter (where lever = 'semantic_cache'), count(*) filter (where lever = 'semantic_cache') from parts
      union all select 'plan_limits', 0, coalesce(sum(k.times), 0) from public.skipped_work k where k.tenant_id = p_tenant_id and k.day between v_from and v_to
    )
    select jsonb_build_object(
      'from', v_from, 'to', v_to, 'spent_micros', (select coalesce(sum(cost_micros), 0) from calls),
      'dearest_micros', (select coalesce(sum(greatest(list_micros, cost_micros)), 0) from calls), 'calls', (select count(*) from calls),
      'limit_micros', v_plan.daily_cost_micros, 'today_micros', (
        select coalesce(sum(b.spent_micros + b.reserved_micros), 0) from public.budgets b where b.tenant_id = p_tenant_id and b.day = engine.tenant_day(p_tenant_id)
      ),
      'levers', (select jsonb_agg(jsonb_build_object('lever', lever, 'saved_micros', coalesce(saved, 0)::bigint, 'calls', calls) order by coalesce(saved, 0) desc, lever) from levers),
      'by_day', (select coalesce(jsonb_agg(d order by d.day), '[]') from (
        select day, sum(cost_micros) as spent_micros, sum(greatest(list_micros, cost_micros)) as dearest_micros, count(*) as calls from calls group by day) as d),
      'by_agent', (select coalesce(jsonb_agg(a order by a.spent_micros desc, a.calls desc), '[]') from (
        select s.agent_key, sum(c.cost_micros) as spent_micros, count(*) as calls from calls c join public.chain_steps s on s.id = c.step_id group by s.agent_key) as a),
      'by_chain', (select coalesce(jsonb_agg(a order by a.spent_micros desc, a.runs desc), '[]') from (
        select r.chain_key, sum(c.cost_micros) as spent_micros, count(distinct c.run_id) as runs from calls c join public.chain_runs r on r.id = c.run_id group by r.chain_key) as a),
      'skipped', (select coalesce(jsonb_agg(jsonb_build_object('day', k.day, 'what', k.what, 'why', k.why, 'times', k.times) order by k.at desc), '[]') from (
        select * from public.skipped_work where tenant_id = p_tenant_id and day between v_from and v_to order by at desc limit 50) as k)
    )
  );
end
$$;
comment on function public.read_costs(uuid, date, date) is
  'Ledger of the tenant''s days p_from to p_to (30 days to today unless told, 366 at most): {from, to, spent_micros, dearest_micros (the same answers asked one by one of the '
  'dearest model at list price), calls, limit_micros, today_micros, levers [{lever routing|local|batch|prompt_cache|semantic_cache|plan_limits, saved_micros, calls}], '
  'by_day[], by_agent[], by_chain[], skipped [{day, what, why, times}]}. NX403 no_permission, NX409 tenant_mismatch.';
grant execute on function public.read_costs(uuid, date, date) to authenticated;
