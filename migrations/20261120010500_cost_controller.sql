-- Cost Controller: tasks and money of a tenant's day against its plan. Called before a run starts, before a model call and when a step ends.
-- Lock order everywhere: runs, steps, then budgets by (tenant, day).

create function engine.tenant_day(p_tenant_id uuid) returns date
language sql stable
set search_path = ''
as $$ select (engine.now() at time zone t.timezone)::date from public.tenants t where t.id = p_tenant_id $$;
comment on function engine.tenant_day(uuid) is 'Today, where the tenant lives.';

create function engine.charge_task(p_tenant_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_plan public.plans := engine.plan_of(p_tenant_id);
  v_budget public.budgets;
begin
  insert into public.budgets as b (tenant_id, day, task_count) values (p_tenant_id, engine.tenant_day(p_tenant_id), 1)
  on conflict (tenant_id, day) do update set task_count = b.task_count + 1
  returning * into v_budget;
  -- the exception undoes the count
  if v_budget.task_count > v_plan.daily_tasks then
    perform engine.fail('NX402', 'daily_tasks_spent', jsonb_build_object('limit', v_plan.daily_tasks, 'plan', v_plan.key));
  end if;
  if v_budget.spent_micros + v_budget.reserved_micros >= v_plan.daily_cost_micros then
    perform engine.fail('NX402', 'daily_cost_spent', jsonb_build_object('limit_micros', v_plan.daily_cost_micros, 'plan', v_plan.key));
  end if;
end
$$;
comment on function engine.charge_task(uuid) is 'Counts one task of today. NX402 daily_tasks_spent {limit, plan} or daily_cost_spent {limit_micros, plan} when the day is spent.';

create function engine.plan_of_run(p_run_id uuid) returns public.plans
language sql stable
set search_path = ''
as $$
  select p from public.chain_runs r join public.tenants t on t.id = r.tenant_id join public.plans p on p.key = coalesce(r.plan_key, t.plan_key) where r.id = p_run_id
$$;
comment on function engine.plan_of_run(uuid) is 'The plan that a run began with: a change in mid-run counts from the next run on.';

create function engine.hold_money(p_step public.chain_steps, p_routes jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_plan public.plans := engine.plan_of_run(p_step.run_id);
  v_day date := coalesce(p_step.reserved_on, engine.tenant_day(p_step.tenant_id));
  v_free bigint;
  v_affordable jsonb;
  v_hold bigint;
begin
  insert into public.budgets (tenant_id, day) values (p_step.tenant_id, v_day) on conflict do nothing;
  select v_plan.daily_cost_micros - b.spent_micros - b.reserved_micros into v_free
  from public.budgets b where b.tenant_id = p_step.tenant_id and b.day = v_day for no key update;

  select jsonb_agg(route order by n), max((route ->> 'estimate_micros')::bigint) into v_affordable, v_hold
  from jsonb_array_elements(p_routes) with ordinality as r (route, n)
  where (route ->> 'estimate_micros')::bigint <= greatest(v_free, 0);
  if v_affordable is null then return null; end if;

  update public.budgets set reserved_micros = reserved_micros + v_hold where tenant_id = p_step.tenant_id and day = v_day and v_hold > 0;
  update public.chain_steps
  set reserved_micros = reserved_micros + v_hold, reserved_on = v_day, model_tier = v_affordable -> 0 ->> 'tier',
    provider = v_affordable -> 0 ->> 'provider', model = v_affordable -> 0 ->> 'model'
  where id = p_step.id;
  return v_affordable;
end
$$;
comment on function engine.hold_money(public.chain_steps, jsonb) is
  'Holds the dearest estimate of the routes that today''s money allows and returns those routes; null when it allows none. '
  'The budget row is locked in between, so calls together never pass the plan''s daily cost.';

create function engine.price_calls(p_calls jsonb)
returns table (tier text, provider text, model text, input_tokens integer, output_tokens integer, cached_tokens integer, duration_ms integer, outcome text, cost_micros bigint,
  lever text, saved_tokens integer, list_micros bigint)
language plpgsql stable rows 1
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query select c.tier, c.provider, c.model, coalesce(c.input_tokens, 0), coalesce(c.output_tokens, 0), coalesce(c.cached_tokens, 0),
    coalesce(c.duration_ms, 0), coalesce(c.outcome, 'answered'),
    ceil(
      greatest(coalesce(c.input_tokens, 0) - coalesce(c.cached_tokens, 0), 0) * coalesce(m.input_usd_per_mtok, 0)
      + coalesce(c.cached_tokens, 0) * coalesce(m.cached_input_usd_per_mtok, 0) + coalesce(c.output_tokens, 0) * coalesce(m.output_usd_per_mtok, 0)
    )::bigint,
    c.lever, coalesce(c.saved_tokens, 0),
    case when coalesce(c.outcome, 'answered') = 'answered' and c.tier not in ('image', 'metered') then ceil(
      (coalesce(c.input_tokens, 0) + coalesce(c.saved_tokens, 0)) * dearest.input_usd_per_mtok + coalesce(c.output_tokens, 0) * dearest.output_usd_per_mtok
    )::bigint else 0 end
  from jsonb_to_recordset(p_calls) as c (
    tier text, provider text, model text, input_tokens integer, output_tokens integer, cached_tokens integer, duration_ms integer, outcome text,
    lever text, saved_tokens integer
  )
  cross join lateral (
    select coalesce(max(r.input_usd_per_mtok), 0) as input_usd_per_mtok, coalesce(max(r.output_usd_per_mtok), 0) as output_usd_per_mtok
    from public.model_routes r where r.tier = 'opus' and r.retired_at is null
  ) as dearest
  left join lateral (
    select r.* from public.model_routes r
    where r.provider = c.provider and (r.model = c.model or r.tier = c.tier)
    order by r.model = c.model desc, r.tier = c.tier desc, r.output_usd_per_mtok desc limit 1
  ) as m on true;
end
$$;
comment on function engine.price_calls(jsonb) is
  'Calls as the worker counted them [{tier, provider, model, input_tokens, output_tokens, cached_tokens, duration_ms, outcome, lever?, saved_tokens?}] with their price in '
  'micros, and list_micros: the same asked alone of the dearest model; a model overridden by environment costs as its provider''s model of that tier.';

create function engine.book_holds(p_step_ids bigint[]) returns void
language plpgsql
set search_path = ''
as $$
begin
  if cardinality(p_step_ids) = 0 then return; end if;
  with held as (
    select id, run_id, tenant_id, reserved_micros, reserved_on, model_tier, provider, model
    from public.chain_steps where id = any (p_step_ids) and reserved_micros > 0
  ),
  booked as (
    insert into public.model_calls (tenant_id, run_id, step_id, cost_micros, tier, provider, model, outcome)
    select tenant_id, run_id, id, reserved_micros, coalesce(model_tier, ''), coalesce(provider, ''), coalesce(model, ''), 'worker_lost' from held
  ),
  cleared as (
    update public.chain_steps s set reserved_micros = 0, cost_micros = s.cost_micros + h.reserved_micros from held h where s.id = h.id
  ),
  costed as (
    update public.chain_runs r set cost_micros = r.cost_micros + h.total
    from (select run_id, sum(reserved_micros) as total from held group by run_id) as h where r.id = h.run_id
  )
  insert into public.budgets as b (tenant_id, day, spent_micros)
  select tenant_id, reserved_on, sum(reserved_micros) from held group by tenant_id, reserved_on order by tenant_id, reserved_on
  on conflict (tenant_id, day) do update
  set spent_micros = b.spent_micros + excluded.spent_micros, reserved_micros = b.reserved_micros - excluded.spent_micros;
end
$$;
comment on function engine.book_holds(bigint[]) is
  'Work that ends without its worker''s word (lease lost, cancelled, void): the provider may have been paid, so what was held is booked as spent.';

create function engine.settle_calls(p_step public.chain_steps, p_calls jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_micros bigint;
begin
  with called as (
    insert into public.model_calls (
      tenant_id, run_id, step_id, tier, provider, model, input_tokens, output_tokens, cached_tokens, duration_ms, outcome, cost_micros, lever, saved_tokens,
      list_micros
    )
    select p_step.tenant_id, p_step.run_id, p_step.id, coalesce(c.tier, ''), c.provider, c.model, c.input_tokens, c.output_tokens, c.cached_tokens,
      c.duration_ms, c.outcome, c.cost_micros, c.lever, c.saved_tokens, c.list_micros
    from engine.price_calls(p_calls) as c
    returning cost_micros
  )
  select coalesce(sum(cost_micros), 0) into v_micros from called;
  if v_micros = 0 and p_step.reserved_micros = 0 then return; end if;

  update public.chain_steps set reserved_micros = 0, cost_micros = cost_micros + v_micros where id = p_step.id;
  update public.chain_runs set cost_micros = cost_micros + v_micros where id = p_step.run_id and v_micros > 0;
  insert into public.budgets as b (tenant_id, day, spent_micros)
  values (p_step.tenant_id, coalesce(p_step.reserved_on, engine.tenant_day(p_step.tenant_id)), v_micros)
  on conflict (tenant_id, day) do update
  set spent_micros = b.spent_micros + excluded.spent_micros, reserved_micros = b.reserved_micros - p_step.reserved_micros;
end
$$;
comment on function engine.settle_calls(public.chain_steps, jsonb) is 'Books what a failed step''s calls really cost and gives its hold back. (A completed batch does the same in one statement.)';
