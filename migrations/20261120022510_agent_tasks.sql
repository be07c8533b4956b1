-- Work of registered agents: steps whose skill names a capability are offered, matched by capability, priority and score, claimed under a token, finished or
-- given back. Called by the agents themselves; a lost one is noticed by engine.tick. Lock order: runs, steps, then agent_tasks and registered_agents.

create function engine.offer_task() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  insert into public.agent_tasks as t (step_id, tenant_id, run_id, capability, category, estimated_ms)
  select new.id, new.tenant_id, new.run_id, new.capability, coalesce(s.category, ''), (
    select avg(d.duration_ms)::integer from (
      select x.duration_ms from public.agent_tasks x join public.chain_steps y on y.id = x.step_id
      where x.state = 'done' and y.skill_key = new.skill_key order by x.finished_at desc limit 20
    ) as d
  )
  from (select) as one
  left join lateral (
    select category from public.skills where key = new.skill_key and (tenant_id is null or tenant_id = new.tenant_id) order by tenant_id nulls last limit 1
  ) as s on true
  on conflict (step_id) do update
  set state = case when t.assigned_by is null then 'offered' else 'assigned' end, offered_at = engine.now(), claimed_at = null, finished_at = null,
    registered_agent_id = case when t.assigned_by is null then null else t.registered_agent_id end;
  perform engine.tell_agents_of_task(new.id);
  return null;
end
$$;
comment on function engine.offer_task() is 'Trigger: a step for registered agents that has become ready is offered, and those who can do it hear of it.';
create trigger ready_steps_are_offered after update of state on public.chain_steps
  for each row when (new.runner = 'agent' and new.state = 'ready' and old.state <> 'ready') execute function engine.offer_task();
create trigger new_ready_steps_are_offered after insert on public.chain_steps
  for each row when (new.runner = 'agent' and new.state = 'ready') execute function engine.offer_task();

create function engine.tell_agents_of_task(p_step_id bigint) returns void
language sql
set search_path = ''
as $$
  select realtime.send(jsonb_build_object('id', t.step_id), 'task', 'agent:' || r.id, true)
  from public.agent_tasks t
  join public.registered_agents r on t.capability = any (r.capabilities) and (r.tenant_id is null or r.tenant_id = t.tenant_id) and r.status <> 'lost'
    and (t.registered_agent_id is null or t.registered_agent_id = r.id)
  where t.step_id = p_step_id
$$;
comment on function engine.tell_agents_of_task(bigint) is 'Event task {id} on the topic of each living agent that may take this task.';

create function engine.may_claim(p_agent public.registered_agents, p_step public.chain_steps, p_task public.agent_tasks) returns boolean
language sql stable
set search_path = ''
as $$
  select p_step.capability = any (p_agent.capabilities) and (p_agent.tenant_id is null or p_agent.tenant_id = p_step.tenant_id)
    and (p_step.due_at is null or p_step.due_at <= engine.now())
    and exists (select from public.tenants t where t.id = p_step.tenant_id and t.status = 'active')
    and not exists (select from public.tenant_agents a where a.tenant_id = p_step.tenant_id and a.agent_key = p_step.agent_key and a.status = 'paused')
    and case
      when p_task.registered_agent_id is not null then p_task.registered_agent_id = p_agent.id
      -- ten seconds long it is kept for a better one that is free
      else coalesce(p_task.offered_at, '-infinity') <= engine.now() - interval '10 seconds' or not exists (
        select from public.registered_agents better
        where better.priority_score > p_agent.priority_score and better.status = 'idle' and better.heartbeat_at > engine.now() - interval '90 seconds'
          and p_step.capability = any (better.capabilities) and (better.tenant_id is null or better.tenant_id = p_step.tenant_id)
      )
    end
$$;
comment on function engine.may_claim(public.registered_agents, public.chain_steps, public.agent_tasks) is
  'Capability, tenant, time, nobody paused or suspended; a task that was assigned is for its agent alone, another one is kept ten seconds for a free agent of a higher score.';

create function public.claim_tasks(p_limit integer default 1, p_lease_seconds integer default 300) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_agent public.registered_agents := engine.require_registered_agent(auth.uid());
  v_now timestamptz := engine.now();
  v_ids bigint[];
  v_runs uuid[];
  v_answer jsonb;
begin
  select array_agg(id), array_agg(distinct run_id) into v_ids, v_runs
  from (
    select s.id, s.run_id
    from unnest(v_agent.capabilities) as can (capability)
    join public.chain_steps s on s.runner = 'agent' and s.state = 'ready' and s.capability = can.capability
    left join public.agent_tasks t on t.step_id = s.id
    where engine.may_claim(v_agent, s, t)
    order by array_position(array['critical', 'high', 'medium', 'low'], s.priority), s.id
    limit least(greatest(coalesce(p_limit, 1), 0), 20)
  ) as fit;
  select array_agg(id) into v_runs from (
    select r.id from public.chain_runs r where r.id = any (v_runs) and r.state = 'running' order by r.id for no key update skip locked
  ) as free;

  with claimed as (
    update public.chain_steps s
    set state = 'working', attempt = s.attempt + 1, claim_token = gen_random_uuid(), worker = 'agent:' || v_agent.id, started_at = v_now, reserved_micros = 0,
      lease_until = v_now + make_interval(secs => least(greatest(coalesce(p_lease_seconds, 300), 30), 3600)), reserved_on = null
    where s.id = any (v_ids) and s.run_id = any (v_runs) and s.state = 'ready'
    returning s.*
  ),
  noted as (
    insert into public.events (tenant_id, run_id, step_id, kind, actor_kind, actor, data, created_at)
    select tenant_id, run_id, id, 'step.started', 'agent', agent_key,
      jsonb_build_object('step', key, 'round', round, 'attempt', attempt, 'worker', worker, 'registered_agent', v_agent.name), v_now
    from claimed
  ),
  taken as (
    update public.agent_tasks t set state = 'claimed', registered_agent_id = v_agent.id, claimed_at = v_now
    from claimed c where t.step_id = c.id
    returning t.*
  )
  select jsonb_agg(jsonb_build_object(
      'step_id', c.id, 'token', c.claim_token, 'run_id', c.run_id, 'tenant_id', c.tenant_id, 'key', c.key, 'skill', c.skill_key, 'category', t.category,
      'capability', c.capability, 'priority', c.priority, 'round', c.round, 'attempt', c.attempt, 'needs', c.needs, 'language', r.language,
      'input', engine.step_input(c), 'media_prefix', c.tenant_id || '/' || c.run_id || '/', 'estimated_ms', t.estimated_ms, 'lease_until', c.lease_until
    ) order by c.id), array_agg(c.id)
  into v_answer, v_ids
  from (select * from claimed) c join public.chain_runs r on r.id = c.run_id left join taken t on t.step_id = c.id;

  if v_answer is null then return '[]'; end if;
  update public.registered_agents set status = 'busy' where id = v_agent.id;
  perform engine.tell_steps(v_ids);
  return v_answer;
end
$$;
comment on function public.claim_tasks(integer, integer) is
  '[{step_id, token, run_id, tenant_id, key, skill, category, capability, priority, round, attempt, needs, language, input, media_prefix, estimated_ms, lease_until}], '
  'critical first, at most 20: the caller''s until the lease (30-3600 s) ends or it is heard of no more. input = the skill''s named inputs; files go under '
  'media_prefix of bucket media. NX403 not_an_agent, NX409 not_registered.';
grant execute on function public.claim_tasks(integer, integer) to authenticated;

create function engine.held_step(p_agent public.registered_agents, p_step_id bigint, p_token uuid) returns public.chain_steps
language plpgsql
set search_path = ''
as $$
declare
  v_step public.chain_steps;
begin
  perform from public.chain_runs r join public.chain_steps s on s.run_id = r.id where s.id = p_step_id for no key update of r;
  select * into v_step from public.chain_steps
  where id = p_step_id and state = 'working' and claim_token = p_token and worker = 'agent:' || p_agent.id for no key update;
  return v_step;
end
$$;
comment on function engine.held_step(public.registered_agents, bigint, uuid) is 'The step, locked, when this agent holds it under this token; else a row of nulls.';

create function engine.check_task_output(p_step public.chain_steps, p_output jsonb) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_schema jsonb;
  v_output jsonb := p_output;
  v_problem text;
begin
  select output_schema into v_schema from public.skills
  where key = p_step.skill_key and (tenant_id is null or tenant_id = p_step.tenant_id) order by tenant_id nulls last limit 1;
  if jsonb_typeof(p_output) is distinct from 'object' then perform engine.fail('NX400', 'output_invalid', '{"field": ""}'); end if;
  select coalesce(jsonb_object_agg(key, value -> 'default') filter (where value ? 'default'), '{}') || p_output into v_output from jsonb_each(v_schema -> 'properties');
  v_problem := engine.input_problem(v_schema, v_output);
  -- score and verdict decide a run: they are nobody's who was not asked for them
  v_problem := coalesce(v_problem, (
    select key from jsonb_object_keys(v_output) key where key in ('score', 'verdict') and not coalesce(v_schema -> 'properties' ? key, false) limit 1
  ));
  if v_problem is not null then perform engine.fail('NX400', 'output_invalid', jsonb_build_object('field', v_problem)); end if;
  if exists (
    select from jsonb_path_query(v_output, 'strict $.**.path ? (@.type() == "string")', '{}', true) path
    where not starts_with(path #>> '{}', p_step.tenant_id || '/') or path #>> '{}' like '%..%'
  ) then
    perform engine.fail('NX400', 'output_invalid', '{"field": "path"}');
  end if;
  return v_output;
end
$$;
comment on function engine.check_task_output(public.chain_steps, jsonb) is
  'What a registered agent hands over, with the card''s defaults, held to the card''s output_schema; files may only be the tenant''s own. NX400 output_invalid {field}.';

create function public.complete_task(p_step_id bigint, p_token uuid, p_output jsonb, p_duration_ms integer default null) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_agent public.registered_agents := engine.require_registered_agent(auth.uid());
  v_was_idle boolean := not engine.has_queued_work();
  v_step public.chain_steps := engine.held_step(v_agent, p_step_id, p_token);
  v_ms integer;
begin
  if v_step.id is null then return '{"outcome": "claim_lost"}'; end if;
  v_ms := coalesce(greatest(p_duration_ms, 0), (extract(epoch from engine.now() - v_step.started_at) * 1000)::integer);
  perform engine.complete_steps(jsonb_build_array(jsonb_build_object(
    'step_id', p_step_id, 'token', p_token, 'output', engine.check_task_output(v_step, p_output), 'duration_ms', v_ms
  )));
  update public.agent_tasks set state = 'done', finished_at = engine.now(), duration_ms = v_ms where step_id = p_step_id;
  update public.registered_agents set tasks_done = tasks_done + 1, work_ms = work_ms + v_ms, status = 'idle' where id = v_agent.id;
  perform engine.kick_if_woken(v_was_idle);
  return '{"outcome": "completed"}';
end
$$;
comment on function public.complete_task(bigint, uuid, jsonb, integer) is
  '{outcome: completed | claim_lost}. Ends a task with its output, held to the skill''s output_schema; the run goes on. claim_lost: the lease ended or the run was '
  'stopped, nothing has changed. NX400 output_invalid {field}: the task is still held; NX403 not_an_agent, NX409 not_registered.';
grant execute on function public.complete_task(bigint, uuid, jsonb, integer) to authenticated;

create function public.fail_task(p_step_id bigint, p_token uuid, p_code text, p_detail jsonb default '{}', p_is_retryable boolean default true) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_agent public.registered_agents := engine.require_registered_agent(auth.uid());
  v_step public.chain_steps := engine.held_step(v_agent, p_step_id, p_token);
  v_outcome text;
begin
  if v_step.id is null then return '{"outcome": "claim_lost"}'; end if;
  if p_code is null or p_code !~ '^[a-z][a-z_]{1,60}$' or jsonb_typeof(coalesce(p_detail, '{}')) <> 'object' or char_length(p_detail::text) > 4000 then
    perform engine.fail('NX400', 'report_invalid');
  end if;
  update public.agent_tasks set state = 'failed', finished_at = engine.now() where step_id = p_step_id;
  update public.registered_agents set tasks_failed = tasks_failed + 1, status = 'idle' where id = v_agent.id;
  v_outcome := engine.fail_step(v_step, p_code, coalesce(p_detail, '{}') || jsonb_build_object('registered_agent', v_agent.name), coalesce(p_is_retryable, true));
  return jsonb_build_object('outcome', v_outcome);
end
$$;
comment on function public.fail_task(bigint, uuid, text, jsonb, boolean) is
  '{outcome: retried | deferred | dead | claim_lost}. The task could not be done: p_code (snake_case) and p_detail say why; retryable: offered again after 2, 10, 50 s, then the '
  'run fails with this reason. NX400 report_invalid, NX403 not_an_agent, NX409 not_registered.';
grant execute on function public.fail_task(bigint, uuid, text, jsonb, boolean) to authenticated;
