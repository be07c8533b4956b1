-- Task Router: from what is asked to the chain that does it, on the tenant's plan. Called by engine.start_chain.

create function engine.route_task(p_tenant_id uuid, p_chain_key text) returns public.chains
language plpgsql
stable
set search_path = ''
as $$
declare
  v_chain public.chains;
begin
  select c.* into v_chain from public.chains c
  where c.key = p_chain_key and c.is_active and (c.tenant_id is null or c.tenant_id = p_tenant_id)
  order by c.tenant_id nulls last limit 1;
  if v_chain.id is null then perform engine.fail('NX404', 'chain_unknown', jsonb_build_object('chain', p_chain_key)); end if;
  return v_chain;
end
$$;
comment on function engine.route_task(uuid, text) is 'The chain in force: the tenant''s own before the built-in one. NX404 chain_unknown {chain} when none is active.';

create function engine.locked_agents(p_tenant_id uuid, p_agent_keys text[]) returns jsonb
language sql stable
set search_path = ''
as $$
  with ladder as (
    select key, rank() over (order by usd_month) as rung from public.plans
  )
  select coalesce(jsonb_object_agg(a.key, a.min_plan), '{}')
  from public.agents a
  left join ladder wanted on wanted.key = a.min_plan
  left join ladder owned on owned.key = (select t.plan_key from public.tenants t where t.id = p_tenant_id)
  where a.key = any (p_agent_keys) and a.tenant_id is null and a.is_active and (wanted.rung is null or wanted.rung > owned.rung)
    and not exists (select from public.agents own where own.tenant_id = p_tenant_id and own.key = a.key)
$$;
comment on function engine.locked_agents(uuid, text[]) is 'Which of these agents the tenant''s plan does not have, as {agent: least plan that has it}; {} = none is missing.';

create function engine.check_agents(p_tenant_id uuid, p_steps jsonb, p_is_ours boolean default false) returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  v_needed text[] := array(
    select unnest(array[e ->> 'agent', e ->> 'review_by']) from jsonb_array_elements(p_steps) e where not e ? 'when'
    union
    select e ->> 'agent' from unnest(engine.chains_started_by(p_steps, p_tenant_id)) key
    cross join lateral engine.route_task(p_tenant_id, key) as c cross join jsonb_array_elements(c.steps) e where not e ? 'when'
  );
  v_locked jsonb := engine.locked_agents(p_tenant_id, v_needed);
begin
  -- what is ours works for no client, but for us it does
  if p_is_ours then v_locked := v_locked - array(select key from jsonb_each_text(v_locked) where value = 'platform'); end if;
  if v_locked <> '{}' then
    perform engine.fail('NX402', 'agent_locked', (select jsonb_build_object('agent', key, 'plan', value) from jsonb_each_text(v_locked) limit 1));
  end if;
  perform engine.check_agents_on(p_tenant_id, v_needed);
end
$$;
comment on function engine.check_agents(uuid, jsonb, boolean) is
  'NX402 agent_locked {agent, plan} when an agent of these steps, or of the chains that they start, is not in the plan; NX409 agent_is_off {agent} when a person has '
  'switched it off. A step with `when` may be missing: it is skipped, as if its condition were not met. p_is_ours: no person asked, so agents of the platform may work.';
