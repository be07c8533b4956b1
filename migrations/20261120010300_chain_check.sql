-- Owns what makes a chain sound. Called by a trigger whenever a chain is loaded or switched on, so that no run meets a broken one.

create function engine.check_chain(p_chain_key text, p_steps jsonb, p_tenant_id uuid default null) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_step record;
  v_keys text[];
  v_circle text[];
begin
  if jsonb_typeof(p_steps) is distinct from 'array' or jsonb_array_length(p_steps) = 0 then
    perform engine.refuse_chain(p_chain_key, 'no_steps');
  end if;
  select array_agg(e ->> 'key') into v_keys from jsonb_array_elements(p_steps) e;
  if array_position(v_keys, null) is not null then perform engine.refuse_chain(p_chain_key, 'step_without_key'); end if;

  for v_step in
    select e ->> 'key' as key, e ->> 'agent' as agent, e ->> 'skill' as skill, e ->> 'approval' as gate, e ->> 'review_by' as reviewer,
      e ->> 'when' as opens_when, e ->> 'each' as each_path, engine.step_needs(e) as needs
    from jsonb_array_elements(p_steps) e
  loop
    case
      when v_step.key !~ '^[a-z][a-z0-9_]*$' then perform engine.refuse_chain(p_chain_key, 'bad_key', v_step.key);
      when cardinality(array_positions(v_keys, v_step.key)) > 1 then perform engine.refuse_chain(p_chain_key, 'key_twice', v_step.key);
      when not v_step.needs <@ v_keys then perform engine.refuse_chain(p_chain_key, 'unknown_need', v_step.key, v_step.needs);
      when not exists (
        select from public.agents a where a.key = v_step.agent and a.is_active and (a.tenant_id is null or a.tenant_id = p_tenant_id)
      ) then perform engine.refuse_chain(p_chain_key, 'unknown_agent', v_step.key, array[v_step.agent]);
      when not exists (
        select from public.skills s where s.key = v_step.skill and s.is_active and (s.tenant_id is null or s.tenant_id = p_tenant_id)
      ) then perform engine.refuse_chain(p_chain_key, 'unknown_skill', v_step.key, array[v_step.skill]);
      when v_step.gate is not null and v_step.gate <> all (array['publish', 'outreach', 'money', 'settings'])
        then perform engine.refuse_chain(p_chain_key, 'unknown_gate', v_step.key, array[v_step.gate]);
      when v_step.reviewer is not null and (v_step.reviewer = v_step.key or v_step.reviewer <> all (v_keys))
        then perform engine.refuse_chain(p_chain_key, 'unknown_reviewer', v_step.key, array[v_step.reviewer]);
      when not pg_input_is_valid(coalesce(v_step.opens_when, '$'), 'jsonpath') or not pg_input_is_valid(coalesce(v_step.each_path, '$'), 'jsonpath')
        then perform engine.refuse_chain(p_chain_key, 'bad_path', v_step.key);
      else null;
    end case;
  end loop;

  v_circle := engine.steps_in_circle(p_steps);
  if v_circle <> '{}' then perform engine.refuse_chain(p_chain_key, 'circle', null, v_circle); end if;
end
$$;
comment on function engine.check_chain(text, jsonb, uuid) is
  'Raises NX400 chain_invalid {chain, problem, step, names} for: no_steps, step_without_key, bad_key, key_twice, unknown_need, unknown_agent, unknown_skill, '
  'unknown_gate, unknown_reviewer, bad_path (when, each are jsonpath over {step key: output}), circle.';

create function engine.refuse_chain(p_chain_key text, p_problem text, p_step text default null, p_names text[] default null) returns void
language plpgsql
set search_path = ''
as $$
begin
  perform engine.fail('NX400', 'chain_invalid',
    jsonb_strip_nulls(jsonb_build_object('chain', p_chain_key, 'problem', p_problem, 'step', p_step, 'names', to_jsonb(p_names))));
end
$$;

comment on function engine.refuse_chain(text, text, text, text[]) is 'Raises chain_invalid in the one shape that check_chain names.';

create function engine.check_chain_row() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform engine.check_chain(new.key, new.steps, new.tenant_id);
  return new;
end
$$;
comment on function engine.check_chain_row() is 'Trigger of chains: an active one is sound or is not stored.';

create trigger active_chains_are_sound before insert or update of key, steps, is_active, tenant_id on public.chains
  for each row when (new.is_active) execute function engine.check_chain_row();
