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
    select e, e ->> 'key' as key, e ->> 'agent' as agent, e ->> 'skill' as skill, e ->> 'approval' as gate, e ->> 'review_by' as reviewer,
      e ->> 'keep' as keeper, e ->> 'place' as place, engine.step_needs(e) as needs, e ->> 'skill' like 'chain:%' as is_chain,
      engine.has_skill(e ->> 'skill', p_tenant_id) as has_skill
    from jsonb_array_elements(p_steps) e
  loop
    case
      when v_step.key !~ '^[a-z][a-z0-9_]*$' then perform engine.refuse_chain(p_chain_key, 'bad_key', v_step.key);
      when v_step.key in ('input', 'item') then perform engine.refuse_chain(p_chain_key, 'reserved_key', v_step.key);
      when cardinality(array_positions(v_keys, v_step.key)) > 1 then perform engine.refuse_chain(p_chain_key, 'key_twice', v_step.key);
      when not v_step.needs <@ v_keys then perform engine.refuse_chain(p_chain_key, 'unknown_need', v_step.key, v_step.needs);
      when not engine.has_agent(v_step.agent, p_tenant_id) then perform engine.refuse_chain(p_chain_key, 'unknown_agent', v_step.key, array[v_step.agent]);
      when not v_step.has_skill then perform engine.refuse_chain(p_chain_key, 'unknown_skill', v_step.key, array[v_step.skill]);
      when v_step.gate is not null and v_step.gate <> all (array['publish', 'outreach', 'money', 'settings'])
        then perform engine.refuse_chain(p_chain_key, 'unknown_gate', v_step.key, array[v_step.gate]);
      when v_step.reviewer = v_step.key or v_step.reviewer <> all (v_keys) and not engine.has_agent(v_step.reviewer, p_tenant_id)
        then perform engine.refuse_chain(p_chain_key, 'unknown_reviewer', v_step.key, array[v_step.reviewer]);
      when v_step.keeper is not null and to_regprocedure(format('engine.%I(public.chain_steps)', concat('keep_', v_step.keeper))) is null
        then perform engine.refuse_chain(p_chain_key, 'unknown_keeper', v_step.key, array[v_step.keeper]);
      when v_step.place = v_step.key or v_step.place <> all (v_keys) then perform engine.refuse_chain(p_chain_key, 'unknown_place', v_step.key, array[v_step.place]);
      when v_step.e ?| array['delay', 'delay_until'] and v_step.is_chain then perform engine.refuse_chain(p_chain_key, 'bad_delay', v_step.key);
      when jsonb_typeof(v_step.e -> 'with') <> 'object' or exists (
        select from (
          select v_step.e ->> field as path from unnest(array['when', 'each', 'delay', 'delay_until']) field
          union all select 'strict ' || (v_step.e ->> 'approval_when')
          union all select leaf #>> '{}' from jsonb_path_query(v_step.e -> 'with', 'strict $.** ? (@.type() != "object")') leaf
        ) as paths
        where not pg_input_is_valid(path, 'jsonpath')
      ) then perform engine.refuse_chain(p_chain_key, 'bad_path', v_step.key);
      else null;
    end case;
  end loop;

  v_circle := engine.steps_in_circle(p_steps);
  if v_circle <> '{}' then perform engine.refuse_chain(p_chain_key, 'circle', null, v_circle); end if;
  if p_chain_key = any (engine.chains_started_by(p_steps, p_tenant_id)) then perform engine.refuse_chain(p_chain_key, 'circle', null, array[p_chain_key]); end if;
end
$$;
comment on function engine.check_chain(text, jsonb, uuid) is
  'Raises NX400 chain_invalid {chain, problem, step, names} for: no_steps, step_without_key, bad_key, key_twice, unknown_need, unknown_agent, unknown_skill, '
  'unknown_gate, unknown_reviewer, unknown_keeper, unknown_place, reserved_key, bad_delay (a chain cannot be told to wait), bad_path, circle (of steps, or of '
  'chains that start one another). Fields of a step: key, agent, skill (a card, chain:<key> or engine:<verb>), needs[], and if wanted: when, each, approval_when, '
  'delay (hours), delay_until, with {input: path or {name: path}} (jsonpath over {step key: output, input, item, brand}), review_by (a step or an agent), approval, place, keep, as.';

create function engine.has_agent(p_key text, p_tenant_id uuid) returns boolean
language sql stable
set search_path = ''
as $$ select exists (select from public.agents a where a.key = p_key and a.is_active and (a.tenant_id is null or a.tenant_id = p_tenant_id)) $$;
comment on function engine.has_agent(text, uuid) is 'True when the agent is at work: a built-in one or the tenant''s own.';

create function engine.has_skill(p_skill text, p_tenant_id uuid) returns boolean
language sql stable
set search_path = ''
as $$
  select case split_part(p_skill, ':', 1)
    when 'engine' then to_regprocedure(format('engine.%I(public.chain_steps)', 'do_' || split_part(p_skill, ':', 2))) is not null
    when 'chain' then exists (
      select from public.chains c where c.key = split_part(p_skill, ':', 2) and c.is_active and (c.tenant_id is null or c.tenant_id = p_tenant_id))
    else exists (select from public.skills s where s.key = p_skill and s.is_active and (s.tenant_id is null or s.tenant_id = p_tenant_id)) end
$$;
comment on function engine.has_skill(text, uuid) is 'True when what a step names can be done: an active card, an active chain (chain:<key>), a verb of the engine (engine:<verb>).';

create function engine.chains_started_by(p_steps jsonb, p_tenant_id uuid) returns text[]
language sql stable
set search_path = ''
as $$
  with recursive started as (
    select split_part(e ->> 'skill', ':', 2) as key from jsonb_array_elements(p_steps) e where e ->> 'skill' like 'chain:%'
    union
    select split_part(e ->> 'skill', ':', 2)
    from started s
    join public.chains c on c.key = s.key and c.is_active and (c.tenant_id is null or c.tenant_id = p_tenant_id)
    cross join jsonb_array_elements(c.steps) e
    where e ->> 'skill' like 'chain:%'
  )
  select coalesce(array_agg(key), '{}') from started
$$;
comment on function engine.chains_started_by(jsonb, uuid) is 'Keys of all chains that these steps start, through others too.';

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
