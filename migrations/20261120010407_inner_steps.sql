-- Steps that no worker does: verbs of the engine (skill engine:<verb>) and runs of other chains (skill chain:<key>). Called by decide_steps and the clock.

create function engine.finish_inner_step(p_step public.chain_steps, p_output jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
begin
  update public.chain_steps set state = 'done', output = p_output, started_at = coalesce(started_at, v_now), finished_at = v_now where id = p_step.id;
  insert into public.events (tenant_id, run_id, step_id, kind, actor_kind, actor, data, created_at)
  values (
    p_step.tenant_id, p_step.run_id, p_step.id, 'step.said', 'agent', p_step.agent_key,
    jsonb_build_object('step', p_step.key, 'round', p_step.round, 'say', left(p_output ->> 'say', 500), 'cost_micros', 0), v_now
  );
  if p_step.gate is not null or p_step.keep is not null then perform engine.judge_step(p_step.id); end if;
  perform engine.tell_steps(array[p_step.id]);
end
$$;
comment on function engine.finish_inner_step(public.chain_steps, jsonb) is 'A step that no worker did is done: output, event, keeper and gate as for any other.';

create function engine.do_inner_step(p_step public.chain_steps) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_output jsonb;
begin
  begin
    execute format('select engine.%I($1)', 'do_' || split_part(p_step.skill_key, ':', 2)) into v_output using p_step;
  exception when others then
    if sqlstate like '40%' then raise; end if;
    v_output := jsonb_build_object('verb', p_step.skill_key, 'error', sqlerrm);
    perform engine.fail_step(p_step, engine.code_of(sqlstate, sqlerrm), v_output, false);
    return;
  end;
  perform engine.finish_inner_step(p_step, coalesce(v_output, '{}'));
end
$$;
comment on function engine.do_inner_step(public.chain_steps) is
  'Calls engine.do_<verb>(step) -> its output, in this transaction. What it raises fails the step: its code where it is one of ours, else engine_step_failed {verb, error}.';

create function engine.open_child_run(p_step public.chain_steps) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_run public.chain_runs;
  v_child public.chain_runs;
begin
  select * into v_run from public.chain_runs where id = p_step.run_id;
  select * into v_child from public.chain_runs where parent_step_id = p_step.id order by created_at desc limit 1 for no key update;
  update public.chain_steps set state = 'working', started_at = engine.now(), due_at = null where id = p_step.id;
  -- a parent that is tried again goes on with what its child had done
  if v_child.state in ('failed', 'cancelled') then
    perform engine.resume_run(v_child);
    return;
  end if;
  begin
    perform engine.start_run(
      p_step.tenant_id, engine.route_task(p_step.tenant_id, split_part(p_step.skill_key, ':', 2)), v_run.title, v_run.input || engine.step_input(p_step),
      v_run.language, v_run.requested_by, null, v_run.trigger, null, null, p_step.id
    );
  exception when sqlstate 'NX404' then
    perform engine.fail_step(p_step, 'chain_unknown', jsonb_build_object('chain', split_part(p_step.skill_key, ':', 2)), false);
  end;
end
$$;
comment on function engine.open_child_run(public.chain_steps) is
  'Starts the chain that a step is, with the run''s input and the step''s `with` over it; the step is done when that run is. It counts as no task of its own.';

create function engine.close_child_run(p_run_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_child public.chain_runs;
  v_step public.chain_steps;
begin
  select * into v_child from public.chain_runs where id = p_run_id;
  if v_child.parent_step_id is null or v_child.finished_at is null then return; end if;
  -- never wait for the parent while holding the child: who holds the parent may want the child. The clock comes by for what is left.
  perform from public.chain_runs r join public.chain_steps s on s.run_id = r.id where s.id = v_child.parent_step_id for no key update of r skip locked;
  if not found then return; end if;
  select * into v_step from public.chain_steps where id = v_child.parent_step_id and state = 'working' and runner = 'chain';
  if v_step.id is null then return; end if;

  if v_child.state = 'done' then
    perform engine.finish_inner_step(v_step, jsonb_build_object('run_id', p_run_id, 'chain', v_child.chain_key, 'result', (
      select s.output from public.chain_steps s where s.run_id = p_run_id and s.output is not null order by s.position desc, s.item desc limit 1
    )));
    perform engine.advance_runs(array[v_step.run_id]);
  elsif v_step.lane is not null then
    perform engine.drop_lane(v_step, v_child.state, v_child.error_code, jsonb_build_object('run_id', p_run_id));
  else
    update public.chain_steps set state = v_child.state, error_code = v_child.error_code, finished_at = engine.now() where id = v_step.id;
    perform engine.stop_run(v_step.run_id, v_child.state, v_child.error_code,
      coalesce(v_child.error_detail, '{}') || jsonb_build_object('step', v_step.key, 'run_id', p_run_id), 'engine', 'chain_manager');
  end if;
end
$$;
comment on function engine.close_child_run(uuid) is 'A run that was a step of another has ended: so does the step, done {run_id, chain, result: its last output}, failed or cancelled like its run.';

create function engine.stop_child_runs(p_run_id uuid, p_actor_kind text, p_actor text) returns void
language plpgsql
set search_path = ''
as $$
begin
  perform engine.stop_run(c.id, 'cancelled', 'parent_ended', jsonb_build_object('run_id', p_run_id), p_actor_kind, p_actor)
  from (
    select r.id from public.chain_runs r
    where r.finished_at is null and r.parent_step_id in (select s.id from public.chain_steps s where s.run_id = p_run_id and s.runner = 'chain')
    order by r.id for no key update skip locked
  ) as c;
end
$$;
comment on function engine.stop_child_runs(uuid, text, text) is 'A run that ends early takes the runs that were its steps along; one that is busy just now is taken by the clock.';

create function engine.join_child_runs() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_count integer := 0;
  v_run_id uuid;
begin
  for v_run_id in
    select r.id from public.chain_steps s join public.chain_runs r on r.parent_step_id = s.id
    where s.state = 'working' and s.runner = 'chain' and r.finished_at is not null and not exists (
      select from public.chain_runs later where later.parent_step_id = s.id and later.finished_at is null
    )
    limit 100
  loop
    perform from public.chain_runs where id = v_run_id for no key update skip locked;
    if found then perform engine.close_child_run(v_run_id); v_count := v_count + 1; end if;
  end loop;
  for v_run_id in
    select distinct s.run_id from public.chain_runs r join public.chain_steps s on s.id = r.parent_step_id
    where r.finished_at is null and r.parent_step_id is not null and s.state <> 'working'
    limit 100
  loop
    perform engine.stop_child_runs(v_run_id, 'engine', 'clock');
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;
comment on function engine.join_child_runs() is 'What parents and children could not tell each other at once because the other was busy. Called by the clock; returns how many.';
