-- A tenant's own agents and chains, as data: save_agent, delete_agent, save_chain. Called by the builder; live at once, no code, no restart.

create function engine.agent_problem(p_tenant_id uuid, p_agent jsonb) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_field text;
  v_problem text;
begin
  select field, problem into v_field, v_problem
  from (
    values
      (1, 'key', case when coalesce(p_agent ->> 'key', '') !~ '^[a-z][a-z0-9_]{2,39}$' then 'wants small letters, figures and underscores, 3 to 40' end),
      (2, 'name', case when char_length(btrim(coalesce(p_agent ->> 'name', ''))) not between 2 and 60 then 'wants 2 to 60 letters' end),
      (3, 'department', case when coalesce(p_agent ->> 'department', '') !~ '^[a-z][a-z0-9_]{1,39}$' then 'wants small letters and underscores' end),
      (4, 'soul', case when char_length(btrim(coalesce(p_agent ->> 'soul', ''))) not between 20 and 20000 then 'wants 20 to 20000 letters' end),
      (5, 'manual', case when char_length(btrim(coalesce(p_agent ->> 'manual', ''))) not between 20 and 20000 then 'wants 20 to 20000 letters' end),
      (6, 'skills', engine.list_problem(p_agent -> 'skills', 1, 30, 60)),
      (7, 'skills', (
        select 'names skills that are not there: ' || string_agg(k #>> '{}', ', ') from jsonb_path_query(p_agent, '$.skills[*]') k
        where not exists (select from public.skills s where s.key = k #>> '{}' and (s.tenant_id is null or s.tenant_id = p_tenant_id))
      )),
      (8, 'model_tier', case when coalesce(p_agent ->> 'model_tier', 'local') <> all (array['local', 'gemini_flash', 'haiku', 'sonnet', 'opus']) then 'is no tier' end),
      (9, 'initials', case when coalesce(p_agent ->> 'initials', 'AA') !~ '^\S{1,3}$' then 'wants 1 to 3 letters' end),
      (10, 'colour', case when coalesce(p_agent ->> 'colour', '#5eead4') !~ '^#[0-9a-f]{6}$' then 'is no colour' end)
  ) as fields (n, field, problem)
  where problem is not null
  order by n limit 1;
  return case when v_problem is not null then jsonb_build_object('field', v_field, 'problem', v_problem) end;
end
$$;
comment on function engine.agent_problem(uuid, jsonb) is 'What is wrong with an agent that a tenant describes: {field, problem in English}; null when nothing is.';

create function public.save_agent(p_tenant_id uuid, p_agent jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_key text := p_agent ->> 'key';
  v_problem jsonb;
  v_findings jsonb;
  v_is_on boolean;
begin
  perform engine.require_tenant(p_tenant_id, 'create_agents');
  v_problem := engine.agent_problem(p_tenant_id, p_agent);
  if v_problem is not null then perform engine.fail('NX400', 'agent_invalid', v_problem); end if;
  if exists (select from public.agents a where a.tenant_id is null and a.key = v_key) then perform engine.fail('NX409', 'agent_key_taken', jsonb_build_object('key', v_key)); end if;
  v_findings := engine.scan_texts(jsonb_build_object('name', p_agent -> 'name', 'soul', p_agent -> 'soul', 'manual', p_agent -> 'manual'));
  if v_findings <> '[]' then perform engine.fail('NX403', 'agent_blocked', jsonb_build_object('key', v_key, 'findings', v_findings)); end if;
  perform from public.tenants t where t.id = p_tenant_id for no key update;
  if not exists (select from public.agents a where a.tenant_id = p_tenant_id and a.key = v_key)
    and (select count(*) from public.agents a where a.tenant_id = p_tenant_id) >= 30 then
    perform engine.fail('NX402', 'agents_limit_reached', '{"limit": 30}');
  end if;

  -- the trigger of agents gives it its place among the tenant's agents
  insert into public.agents (tenant_id, key, name, level, department, min_plan, model_tier, fallback_tiers, skills, soul, manual, initials, colour, is_active)
  values (
    p_tenant_id, v_key, btrim(p_agent ->> 'name'), 'worker', p_agent ->> 'department', (select key from public.plans order by usd_month limit 1),
    coalesce(p_agent ->> 'model_tier', 'local'), array['local'], array(select jsonb_array_elements_text(p_agent -> 'skills')), btrim(p_agent ->> 'soul'),
    btrim(p_agent ->> 'manual'), coalesce(p_agent ->> 'initials', upper(left(btrim(p_agent ->> 'name'), 2))), coalesce(p_agent ->> 'colour', '#5eead4'), true
  )
  on conflict (tenant_id, key) do update set
    (name, department, model_tier, skills, soul, manual, initials, colour, is_active)
    = row(excluded.name, excluded.department, excluded.model_tier, excluded.skills, excluded.soul, excluded.manual, excluded.initials, excluded.colour, true);
  select x.is_on into v_is_on from public.tenant_agents x where x.tenant_id = p_tenant_id and x.agent_key = v_key;
  perform engine.tell_agent(p_tenant_id, 'agent.saved', v_key);
  return jsonb_build_object('key', v_key, 'is_on', v_is_on, 'limit', (engine.plan_of(p_tenant_id)).agents);
end
$$;
comment on function public.save_agent(uuid, jsonb) is
  '{key, is_on, limit}. Makes or changes an agent of the tenant: {key, name, department, soul, manual, skills[], model_tier?, initials?, colour?}. is_on is false when the plan has no place '
  'left: switch another one off, then this one on. NX400 agent_invalid {field, problem}; NX403 agent_blocked {key, findings} (MoltGuard), no_permission (owner, admin); NX409 '
  'agent_key_taken {key}; NX402 agents_limit_reached {limit}.';
grant execute on function public.save_agent(uuid, jsonb) to authenticated;

create function public.delete_agent(p_tenant_id uuid, p_agent_key text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_chains text[];
begin
  perform engine.require_tenant(p_tenant_id, 'delete_agents');
  if not exists (select from public.agents a where a.tenant_id = p_tenant_id and a.key = p_agent_key) then
    if exists (select from public.agents a where a.tenant_id is null and a.key = p_agent_key and a.level <> 'security') then
      perform engine.fail('NX409', 'agent_is_built_in', jsonb_build_object('agent', p_agent_key));
    end if;
    perform engine.fail('NX404', 'agent_not_found', jsonb_build_object('agent', p_agent_key));
  end if;
  v_chains := array(select c.key from public.chains c where c.tenant_id = p_tenant_id and c.is_active and c.steps @> jsonb_build_array(jsonb_build_object('agent', p_agent_key)));
  if cardinality(v_chains) > 0 then perform engine.fail('NX409', 'agent_in_use', jsonb_build_object('agent', p_agent_key, 'chains', v_chains)); end if;
  if exists (
    select from public.chain_runs r join public.chain_steps s on s.run_id = r.id
    where r.tenant_id = p_tenant_id and r.state in ('running', 'awaiting_approval') and s.agent_key = p_agent_key and s.state not in ('done', 'skipped', 'failed', 'cancelled')
  ) then
    perform engine.fail('NX409', 'agent_at_work', jsonb_build_object('agent', p_agent_key));
  end if;
  delete from public.agents a where a.tenant_id = p_tenant_id and a.key = p_agent_key;
  delete from public.tenant_agents x where x.tenant_id = p_tenant_id and x.agent_key = p_agent_key;
  perform engine.seat_agents(array[p_tenant_id]);
  perform engine.tell_agent(p_tenant_id, 'agent.deleted', p_agent_key);
  return jsonb_build_object('key', p_agent_key);
end
$$;
comment on function public.delete_agent(uuid, text) is
  '{key}. Takes an agent of the tenant''s own away with its files; what it did stays in the log. NX404 agent_not_found; NX409 agent_is_built_in {agent}: switch it off instead, '
  'agent_in_use {agent, chains}, agent_at_work {agent}; NX403 no_permission (owner).';
grant execute on function public.delete_agent(uuid, text) to authenticated;

create function engine.check_tenant_chain(p_tenant_id uuid, p_chain jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_key text := p_chain ->> 'key';
  v_steps jsonb := p_chain -> 'steps';
  v_step record;
begin
  if coalesce(v_key, '') !~ '^[a-z][a-z0-9_]{2,39}$' then perform engine.refuse_chain(coalesce(v_key, ''), 'bad_key'); end if;
  if char_length(btrim(coalesce(p_chain ->> 'name', ''))) not between 2 and 80 then perform engine.refuse_chain(v_key, 'bad_name'); end if;
  if coalesce(p_chain ->> 'priority', 'medium') <> all (array['high', 'medium', 'low']) then perform engine.refuse_chain(v_key, 'bad_priority'); end if;
  if jsonb_typeof(v_steps) = 'array' and jsonb_array_length(v_steps) > 30 then perform engine.refuse_chain(v_key, 'too_many_steps'); end if;
  if p_chain ? 'input_schema' and engine.object_schema_problem(p_chain -> 'input_schema', 'input_schema') is not null then
    perform engine.refuse_chain(v_key, 'bad_input_schema', null, array[engine.object_schema_problem(p_chain -> 'input_schema', 'input_schema')]);
  end if;
  perform engine.check_chain(v_key, v_steps, p_tenant_id);

  for v_step in
    select e ->> 'key' as key, e ->> 'skill' as skill, e, a.key as agent, a.level, a.skills, s.tenant_id is not null as is_own_skill, s.request ->> 'method' as method
    from jsonb_array_elements(v_steps) e
    join lateral (
      select * from public.agents x where x.key = e ->> 'agent' and (x.tenant_id is null or x.tenant_id = p_tenant_id) order by x.tenant_id nulls last limit 1
    ) a on true
    left join lateral (
      select * from public.skills x where x.key = e ->> 'skill' and (x.tenant_id is null or x.tenant_id = p_tenant_id) order by x.tenant_id nulls last limit 1
    ) s on true
  loop
    case
      when v_step.level = 'security' then perform engine.refuse_chain(v_key, 'unknown_agent', v_step.key, array[v_step.agent]);
      -- verbs and keepers of the engine are for our own chains
      when v_step.skill like 'engine:%' or v_step.e ? 'keep' then perform engine.refuse_chain(v_key, 'not_for_tenants', v_step.key, array[coalesce(v_step.e ->> 'keep', v_step.skill)]);
      when not v_step.is_own_skill and v_step.skill not like 'chain:%' and not v_step.skill = any (v_step.skills)
        then perform engine.refuse_chain(v_key, 'agent_lacks_skill', v_step.key, array[v_step.agent, v_step.skill]);
      when v_step.method <> 'GET' and not engine.has_gate_before(v_steps, v_step.key) then perform engine.refuse_chain(v_key, 'gate_missing', v_step.key, array[v_step.skill]);
      else null;
    end case;
  end loop;
end
$$;
comment on function engine.check_tenant_chain(uuid, jsonb) is
  'What engine.check_chain asks, and of a tenant''s chain besides (NX400 chain_invalid {chain, problem, step, names}): bad_name, bad_priority (critical is the engine''s), too_many_steps, '
  'bad_input_schema, not_for_tenants, agent_lacks_skill, gate_missing (a call that changes something outside stands behind an approval).';

create function engine.has_gate_before(p_steps jsonb, p_key text) returns boolean
language sql immutable
set search_path = ''
as $$
  with recursive before as (
    select n as key from jsonb_array_elements(p_steps) e, unnest(engine.step_needs(e)) n where e ->> 'key' = p_key
    union
    select n from before b join jsonb_array_elements(p_steps) e on e ->> 'key' = b.key cross join unnest(engine.step_needs(e)) n
  )
  select exists (select from before b join jsonb_array_elements(p_steps) e on e ->> 'key' = b.key where e ->> 'approval' is not null)
$$;
comment on function engine.has_gate_before(jsonb, text) is 'True when a step waits, directly or not, for one with an approval.';

create function public.save_chain(p_tenant_id uuid, p_chain jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_key text := p_chain ->> 'key';
  v_is_active boolean := coalesce((p_chain -> 'active')::boolean, true);
begin
  perform engine.require_tenant(p_tenant_id, 'create_agents');
  perform engine.check_tenant_chain(p_tenant_id, p_chain);
  if exists (select from public.chains c where c.tenant_id is null and c.key = v_key) then perform engine.fail('NX409', 'chain_key_taken', jsonb_build_object('key', v_key)); end if;
  perform from public.tenants t where t.id = p_tenant_id for no key update;
  if not exists (select from public.chains c where c.tenant_id = p_tenant_id and c.key = v_key)
    and (select count(*) from public.chains c where c.tenant_id = p_tenant_id) >= 30 then
    perform engine.fail('NX402', 'chains_limit_reached', '{"limit": 30}');
  end if;
  insert into public.chains (tenant_id, key, name, trigger, priority, steps, input_schema, is_active)
  values (
    p_tenant_id, v_key, btrim(p_chain ->> 'name'), 'user', coalesce(p_chain ->> 'priority', 'medium'), p_chain -> 'steps',
    coalesce(p_chain -> 'input_schema', '{"type": "object", "properties": {}}'), v_is_active
  )
  on conflict (tenant_id, key) do update set
    (name, priority, steps, input_schema, is_active) = row(excluded.name, excluded.priority, excluded.steps, excluded.input_schema, excluded.is_active);
  perform engine.record_event(p_tenant_id, 'chain.saved', jsonb_build_object('chain', v_key, 'steps', jsonb_array_length(p_chain -> 'steps')));
  return jsonb_build_object('key', v_key, 'is_active', v_is_active);
end
$$;
comment on function public.save_chain(uuid, jsonb) is
  '{key, is_active}. Makes or changes a chain of the tenant: {key, name, priority?, steps [as engine.check_chain], input_schema?, active?}; started with start_chain like any other, runs under '
  'way keep the chain they began with. NX400 chain_invalid {chain, problem, step, names} (unknown_agent, unknown_skill, circle, agent_lacks_skill, gate_missing …); NX409 '
  'chain_key_taken {key}; NX402 chains_limit_reached {limit}; NX403 no_permission (owner, admin).';
grant execute on function public.save_chain(uuid, jsonb) to authenticated;
