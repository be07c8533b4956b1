-- What a step sees of its run, when it starts (when, each, delay), and the lanes that `each` makes. Called by the chain manager and the context builder.

create function engine.run_outputs(p_run_id uuid, p_lane text default null, p_item integer default null) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_run public.chain_runs;
  v_outputs jsonb;
  v_alias record;
begin
  select * into v_run from public.chain_runs where id = p_run_id;
  select coalesce(jsonb_object_agg(key, output), '{}') into v_outputs
  from (
    select key, case
      when bool_or(lane is not null and lane is distinct from p_lane) then jsonb_agg(jsonb_build_object('item', input -> 'item') || output order by item)
      else (array_agg(output))[1] end as output
    from public.chain_steps
    where run_id = p_run_id and output is not null and state not in ('skipped', 'cancelled', 'failed')
      and (p_lane is null or lane is distinct from p_lane or item = p_item)
    group by key
  ) as outputs;
  for v_alias in
    select e ->> 'as' as name, e ->> 'key' as key from jsonb_array_elements(v_run.chain -> 'steps') e where e ? 'as' and v_outputs ? (e ->> 'key')
  loop
    v_outputs := jsonb_build_object(v_alias.name, v_outputs -> v_alias.key) || v_outputs;
  end loop;
  return v_outputs || jsonb_build_object('input', v_run.input);
end
$$;
comment on function engine.run_outputs(uuid, text, integer) is
  'Outputs so far as {step key: output, input: what the run was started with}; a fan-out is a list of {item, …output}, but inside p_lane only what item p_item has. A '
  'step with `as` is there by that name too (the first of several that ran).';

create function engine.step_view(p_step public.chain_steps) returns jsonb
language sql stable
set search_path = ''
as $$
  select engine.run_outputs(p_step.run_id, p_step.lane, p_step.item)
    || case when p_step.input ? 'item' then jsonb_build_object('item', p_step.input -> 'item') else '{}' end
$$;
comment on function engine.step_view(public.chain_steps) is 'What this step sees of its run: engine.run_outputs from its lane, and its own item.';

create function engine.told_outputs(p_step public.chain_steps) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_seen jsonb := engine.step_view(p_step);
  v_near text[];
begin
  if p_step.lane is not null then
    select array_agg(key) || p_step.needs || array['input', 'item'] into v_near from public.chain_steps where run_id = p_step.run_id and lane = p_step.lane;
    v_seen := (select jsonb_object_agg(key, value) from jsonb_each(v_seen) where key = any (v_near));
  end if;
  return v_seen || jsonb_build_object('input', (
    select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(v_seen -> 'input') where pg_column_size(value) < 6000
  ));
end
$$;
comment on function engine.told_outputs(public.chain_steps) is
  'What is put into a prompt of what a step sees: in a lane its own item''s work and what it needs directly, and never the long tables of figures that a run was '
  'started with (a skill that wants one names it as an input).';

create function engine.steps_before(p_step public.chain_steps) returns bigint[]
language sql stable
set search_path = ''
as $$
  with recursive before as (
    select p_step.id as id, p_step.needs as needs
    union
    select s.id, s.needs
    from before b
    join public.chain_steps s on s.run_id = p_step.run_id and s.key = any (b.needs) and (p_step.lane is null or s.lane is distinct from p_step.lane or s.item = p_step.item)
  )
  select array_agg(id) from before where id <> p_step.id
$$;
comment on function engine.steps_before(public.chain_steps) is 'Ids of all that this step stands on, through others too; of its own lane only its own item.';

create function engine.fan_out(p_step public.chain_steps, p_each jsonpath) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_items jsonb := jsonb_path_query_array(engine.step_view(p_step), p_each, '{}', true);
begin
  if v_items = '[]' then
    update public.chain_steps set state = 'skipped', finished_at = engine.now() where run_id = p_step.run_id and lane = p_step.lane and state = 'waiting';
    return;
  end if;
  with of_the_lane as (
    update public.chain_steps s
    set input = coalesce(s.input, '{}') || jsonb_build_object('item', v_items -> 0),
      opens_by_rule = s.opens_when is not null or s.runner <> 'worker' or e ?| array['delay', 'delay_until']
    from public.chain_runs r, jsonb_array_elements(r.chain -> 'steps') e
    where s.run_id = p_step.run_id and s.lane = p_step.lane and s.state = 'waiting' and r.id = s.run_id and e ->> 'key' = s.key
    returning s.*
  )
  insert into public.chain_steps (
    run_id, tenant_id, position, place, item, key, agent_key, skill_key, needs, priority, gate, review_by, keep, runner, capability, lane, opens_when,
    opens_by_rule, round, input
  )
  select s.run_id, s.tenant_id, s.position, s.place, n, s.key, s.agent_key, s.skill_key, s.needs, s.priority, s.gate, s.review_by, s.keep, s.runner,
    s.capability, s.lane, s.opens_when, s.opens_by_rule, s.round, s.input || jsonb_build_object('item', v_items -> n)
  from of_the_lane s cross join generate_series(1, least(jsonb_array_length(v_items), 200) - 1) as n;
end
$$;
comment on function engine.fan_out(public.chain_steps, jsonpath) is
  'Makes all steps of a lane one row an element (at most 200), each to go its own way; no element = the lane is skipped.';

create function engine.decide_steps(p_run_ids uuid[]) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_step public.chain_steps;
  v_spec jsonb;
  v_seen jsonb;
  v_due_at timestamptz;
  v_until text;
begin
  for v_step in
    select w.* from public.chain_steps w
    where w.run_id = any (p_run_ids) and w.state = 'waiting' and w.opens_by_rule and not exists (
      select from public.chain_steps n
      where n.run_id = w.run_id and n.key = any (w.needs) and n.state in ('waiting', 'ready', 'queued', 'working', 'awaiting_approval')
        and (n.item = w.item or w.lane is null or n.lane is distinct from w.lane)
    )
    order by w.id
  loop
    -- an earlier one may have changed it
    select * into v_step from public.chain_steps where id = v_step.id and state = 'waiting' and opens_by_rule;
    continue when v_step.id is null;
    v_spec := engine.step_of_chain((select r.chain from public.chain_runs r where r.id = v_step.run_id), v_step.key);
    if v_step.lane is not null and not coalesce(v_step.input ? 'item', false) then
      perform engine.fan_out(v_step, v_step.lane::jsonpath);
      continue;
    end if;

    v_seen := engine.step_view(v_step);
    if v_step.opens_when is not null and jsonb_path_match(v_seen, v_step.opens_when, '{}', true) is not true then
      update public.chain_steps set state = 'skipped', finished_at = v_now where id = v_step.id;
    elsif v_step.runner = 'chain' then
      perform engine.open_child_run(v_step);
    else
      v_until := jsonb_path_query_first(v_seen, (v_spec ->> 'delay_until')::jsonpath, '{}', true) #>> '{}';
      v_due_at := greatest(
        v_now + (jsonb_path_query_first(v_seen, (v_spec ->> 'delay')::jsonpath, '{}', true) #>> '{}')::numeric * interval '1 hour',
        case when pg_input_is_valid(v_until, 'timestamptz') then v_until::timestamptz end
      );
      if v_step.runner = 'engine' and coalesce(v_due_at <= v_now, true) then
        perform engine.do_inner_step(v_step);
      else
        update public.chain_steps set state = 'ready', due_at = v_due_at where id = v_step.id;
      end if;
    end if;
  end loop;
end
$$;
comment on function engine.decide_steps(uuid[]) is
  'Settles steps that open by a rule: `each` (one row an element of a jsonpath list), `when` (a jsonpath predicate; not true = skipped), `delay` in hours and `delay_until`, '
  'verbs of the engine and child runs. Paths read engine.step_view.';

create function engine.drop_lane(p_step public.chain_steps, p_state text, p_code text, p_detail jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
begin
  perform engine.book_holds(array(
    select id from public.chain_steps where run_id = p_step.run_id and lane = p_step.lane and item = p_step.item and state = 'working' order by id
  ));
  update public.chain_steps
  set state = case when id = p_step.id then p_state else 'cancelled' end, error_code = p_code, error_detail = p_detail, claim_token = null, lease_until = null,
    due_at = null, finished_at = v_now
  where run_id = p_step.run_id and lane = p_step.lane and item = p_step.item
    and (id = p_step.id or state in ('waiting', 'ready', 'queued', 'working', 'awaiting_approval'));
  update public.contents set status = 'rejected' where status = 'in_review' and id in (
    select a.content_id from public.approvals a join public.chain_steps s on s.id = a.step_id
    where s.run_id = p_step.run_id and s.lane = p_step.lane and s.item = p_step.item
  );
  update public.approvals a set state = 'cancelled', decided_at = v_now
  from public.chain_steps s
  where a.state = 'pending' and s.id = a.step_id and s.run_id = p_step.run_id and s.lane = p_step.lane and s.item = p_step.item;

  if p_state = 'failed' and not exists (
    select from public.chain_steps s where s.run_id = p_step.run_id and s.lane = p_step.lane and not exists (
      select from public.chain_steps f where f.run_id = s.run_id and f.lane = s.lane and f.item = s.item and f.state = 'failed'
    )
  ) then
    perform engine.stop_run(p_step.run_id, 'failed', p_code, p_detail, 'engine', 'chain_manager');
  else
    perform engine.advance_runs(array[p_step.run_id]);
  end if;
end
$$;
comment on function engine.drop_lane(public.chain_steps, text, text, jsonb) is
  'One item of a fan-out ends (failed, or cancelled when a person refused it) and the others go on; when every item has failed, the run has. The caller holds the run''s lock.';
