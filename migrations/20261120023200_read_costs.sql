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
    with days as materialized (
      select * from engine.add_up_calls(p_tenant_id, v_timezone, v_from::timestamp at time zone v_timezone, (v_to + 1)::timestamp at time zone v_timezone)
      union all select * from public.model_calls_daily d where d.tenant_id = p_tenant_id and d.day between v_from and v_to
    ),
    parts as (
      select *, saved_micros - batch_micros - cache_micros as by_tier, lever = 'semantic_cache' as is_answered_before from days
    ),
    levers as (
      select 'routing' as lever, sum(by_tier) filter (where tier <> 'local' and not is_answered_before) as saved,
        coalesce(sum(listed_calls) filter (where tier <> 'local' and not is_answered_before), 0) as calls from parts
      union all select 'local', sum(by_tier) filter (where tier = 'local' and not is_answered_before),
        coalesce(sum(listed_calls) filter (where tier = 'local' and not is_answered_before), 0) from parts
      union all select 'batch', sum(batch_micros), coalesce(sum(batch_calls), 0) from parts
      union all select 'prompt_cache', sum(cache_micros), coalesce(sum(cache_calls), 0) from parts
      union all select 'semantic_cache', sum(saved_micros) filter (where is_answered_before), coalesce(sum(listed_calls) filter (where is_answered_before), 0) from parts
      union all select 'plan_limits', 0, coalesce(sum(k.times), 0) from public.skipped_work k where k.tenant_id = p_tenant_id and k.day between v_from and v_to
    )
    select jsonb_build_object(
      'from', v_from, 'to', v_to, 'spent_micros', (select coalesce(sum(spent_micros), 0) from days),
      'dearest_micros', (select coalesce(sum(dearest_micros), 0) from days), 'calls', (select coalesce(sum(calls), 0) from days),
      'limit_micros', v_plan.daily_cost_micros, 'today_micros', (
        select coalesce(sum(b.spent_micros + b.reserved_micros), 0) from public.budgets b where b.tenant_id = p_tenant_id and b.day = engine.tenant_day(p_tenant_id)
      ),
      'levers', (select jsonb_agg(jsonb_build_object('lever', lever, 'saved_micros', coalesce(saved, 0)::bigint, 'calls', calls) order by coalesce(saved, 0) desc, lever) from levers),
      'by_day', (select coalesce(jsonb_agg(d order by d.day), '[]') from (
        select day, sum(spent_micros) as spent_micros, sum(dearest_micros) as dearest_micros, sum(calls) as calls from days group by day) as d),
      'by_agent', (select coalesce(jsonb_agg(a order by a.spent_micros desc, a.calls desc), '[]') from (
        select agent_key, sum(spent_micros) as spent_micros, sum(calls) as calls from days where agent_key <> '' group by agent_key) as a),
      'by_chain', (select coalesce(jsonb_agg(a order by a.spent_micros desc, a.runs desc), '[]') from (
        select chain_key, sum(spent_micros) as spent_micros, sum(runs) as runs from days where chain_key <> '' group by chain_key) as a),
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
