-- What people do with an agent: wake, sleep, pause, restart, switch on and off; and what that means for its steps. Called by the agent's page.
-- Lock order: runs, steps, then tenant_agents; the verbs that touch steps lock their runs first.

create function engine.held_until() returns timestamptz
language sql immutable
set search_path = ''
as $$ select timestamptz '9999-01-01 00:00:00Z' $$;
comment on function engine.held_until() is 'due_at of a step that waits for a paused agent: later than any clock.';

create function engine.hold_step() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if exists (select from public.tenant_agents a where a.tenant_id = new.tenant_id and a.agent_key = new.agent_key and a.status = 'paused') then
    new.state := 'ready';
    new.due_at := engine.held_until();
  end if;
  return new;
end
$$;
comment on function engine.hold_step() is 'Trigger: a step that would enter a queue while its agent is paused waits until the agent wakes.';
create trigger steps_wait_for_paused_agents before update of state on public.chain_steps
  for each row when (new.state = 'queued' and old.state <> 'queued') execute function engine.hold_step();

create function engine.skip_step_of_absent_agent() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if exists (select from public.tenant_agents a where a.tenant_id = new.tenant_id and a.agent_key = new.agent_key and not a.is_on) then
    new.state := 'skipped';
    new.finished_at := engine.now();
  end if;
  return new;
end
$$;
comment on function engine.skip_step_of_absent_agent() is
  'Trigger: what a run can do without (a step with `when`) is left out when its agent is off; engine.check_agents has refused the run where it cannot.';
create trigger optional_steps_need_their_agent before insert on public.chain_steps
  for each row when (new.state = 'waiting' and new.opens_when is not null) execute function engine.skip_step_of_absent_agent();

create function engine.note_agent_error() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  update public.tenant_agents set status = 'error', error_code = coalesce(new.error_code, 'unexpected')
  where tenant_id = new.tenant_id and agent_key = new.agent_key and status not in ('paused', 'error');
  return null;
end
$$;
comment on function engine.note_agent_error() is 'Trigger: a step that is dead leaves its agent in status error until it works again or is restarted.';
create trigger dead_steps_mark_their_agent after update of state on public.chain_steps
  for each row when (new.state = 'failed' and old.state <> 'failed') execute function engine.note_agent_error();

create function engine.check_agents_on(p_tenant_id uuid, p_agent_keys text[]) returns void
language plpgsql stable
set search_path = ''
as $$
declare
  v_absent text;
begin
  select x.agent_key into v_absent from public.tenant_agents x
  where x.tenant_id = p_tenant_id and x.agent_key = any (p_agent_keys) and not x.is_on order by 1 limit 1;
  if v_absent is not null then perform engine.fail('NX409', 'agent_is_off', jsonb_build_object('agent', v_absent)); end if;
end
$$;
comment on function engine.check_agents_on(uuid, text[]) is
  'Called by engine.check_agents before a run starts: NX409 agent_is_off {agent} when a person has switched one off that the chain cannot do without.';

create function engine.lock_runs_of_agent(p_tenant_id uuid, p_agent_key text) returns uuid[]
language sql
set search_path = ''
as $$
  select coalesce(array_agg(id), '{}') from (
    select r.id from public.chain_runs r
    where r.id in (
      select s.run_id from public.chain_steps s
      where s.tenant_id = p_tenant_id and s.agent_key = p_agent_key and s.state in ('ready', 'queued', 'working') and s.runner = 'worker'
    )
    order by r.id for no key update
  ) as locked
$$;
comment on function engine.lock_runs_of_agent(uuid, text) is 'Locks the runs in which an agent has something to do, in their order; their ids.';

create function engine.release_steps(p_tenant_id uuid, p_agent_key text, p_run_ids uuid[]) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_was_idle boolean := not engine.has_queued_work();
begin
  update public.chain_steps set due_at = engine.now()
  where tenant_id = p_tenant_id and agent_key = p_agent_key and state = 'ready' and runner = 'worker' and due_at = engine.held_until();
  if found then
    perform engine.advance_runs(p_run_ids);
    perform engine.kick_if_woken(v_was_idle);
  end if;
end
$$;
comment on function engine.release_steps(uuid, text, uuid[]) is 'Steps that waited for a paused agent may start. The caller holds their runs and has woken the agent.';

create function engine.set_agent_status(p_agent public.tenant_agents, p_status text) returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  update public.tenant_agents
  set status = p_status, error_code = null,
    woken_at = case when p_status in ('idle', 'active') then engine.now() else woken_at end,
    slept_at = case when p_status = 'sleep' then engine.now() else slept_at end
  where tenant_id = p_agent.tenant_id and agent_key = p_agent.agent_key;
  return jsonb_build_object('agent', p_agent.agent_key, 'status', p_status);
end
$$;
comment on function engine.set_agent_status(public.tenant_agents, text) is 'A status that a person gives; {agent, status}.';

create function engine.tell_agent(p_tenant_id uuid, p_kind text, p_agent_key text) returns void
language plpgsql
set search_path = ''
as $$
begin
  perform engine.record_event(p_tenant_id, p_kind, jsonb_build_object('agent', p_agent_key));
  perform engine.broadcast(p_tenant_id, 'agent', jsonb_build_object('id', p_agent_key));
end
$$;
comment on function engine.tell_agent(uuid, text, text) is 'What a person did with an agent: into the log and to the screens (event agent {id: agent key}).';

create function public.wake_agent(p_tenant_id uuid, p_agent_key text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_runs uuid[];
  v_agent public.tenant_agents;
  v_answer jsonb;
begin
  perform engine.require_tenant(p_tenant_id, 'create_agents');
  v_runs := engine.lock_runs_of_agent(p_tenant_id, p_agent_key);
  v_agent := engine.require_agent(p_tenant_id, p_agent_key);
  if not v_agent.is_on then perform engine.fail('NX409', 'agent_is_off', jsonb_build_object('agent', p_agent_key)); end if;
  v_answer := engine.set_agent_status(v_agent, 'idle');
  perform engine.release_steps(p_tenant_id, p_agent_key, v_runs);
  perform engine.tell_agent(p_tenant_id, 'agent.woken', p_agent_key);
  return v_answer;
end
$$;
comment on function public.wake_agent(uuid, text) is
  '{agent, status}. Ends sleep, pause or error: what waited for the agent goes on at once. NX404 agent_not_found, NX409 '
  'agent_is_off {agent}, NX403 no_permission (owner, admin).';

create function public.sleep_agent(p_tenant_id uuid, p_agent_key text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_agent public.tenant_agents;
  v_answer jsonb;
begin
  perform engine.require_tenant(p_tenant_id, 'create_agents');
  v_agent := engine.require_agent(p_tenant_id, p_agent_key);
  if v_agent.status = 'paused' then perform engine.fail('NX409', 'agent_is_paused', jsonb_build_object('agent', p_agent_key)); end if;
  v_answer := engine.set_agent_status(v_agent, 'sleep');
  perform engine.tell_agent(p_tenant_id, 'agent.slept', p_agent_key);
  return v_answer;
end
$$;
comment on function public.sleep_agent(uuid, text) is
  '{agent, status}. Sends an agent to rest: its next heartbeat or the next piece of work wakes it. NX404 agent_not_found, NX409 agent_is_paused {agent}: wake it '
  'first, NX403 no_permission (owner, admin).';

create function public.pause_agent(p_tenant_id uuid, p_agent_key text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_agent public.tenant_agents;
  v_answer jsonb;
begin
  perform engine.require_tenant(p_tenant_id, 'create_agents');
  perform engine.lock_runs_of_agent(p_tenant_id, p_agent_key);
  v_agent := engine.require_agent(p_tenant_id, p_agent_key);
  v_answer := engine.set_agent_status(v_agent, 'paused');
  -- a step that has a later time of its own keeps it: it is held when that time comes
  update public.chain_steps set state = 'ready', due_at = engine.held_until()
  where tenant_id = p_tenant_id and agent_key = p_agent_key and runner = 'worker'
    and (state = 'queued' or (state = 'ready' and (due_at is null or due_at <= engine.now())));
  perform engine.tell_agent(p_tenant_id, 'agent.paused', p_agent_key);
  return v_answer;
end
$$;
comment on function public.pause_agent(uuid, text) is
  '{agent, status}. The agent begins nothing more until wake_agent; the step it is at is finished, the others wait where they are and lose nothing. '
  'NX404 agent_not_found, NX403 no_permission (owner, admin).';

create function public.restart_agent(p_tenant_id uuid, p_agent_key text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_runs uuid[];
  v_agent public.tenant_agents;
  v_answer jsonb;
begin
  perform engine.require_tenant(p_tenant_id, 'create_agents');
  v_runs := engine.lock_runs_of_agent(p_tenant_id, p_agent_key);
  v_agent := engine.require_agent(p_tenant_id, p_agent_key);
  v_answer := engine.set_agent_status(v_agent, 'idle');
  update public.tenant_agents set last_found = '{}' where tenant_id = p_tenant_id and agent_key = p_agent_key;
  -- the next tick takes these back from their worker as from one that died, and tries again
  update public.chain_steps set lease_until = engine.now() where tenant_id = p_tenant_id and agent_key = p_agent_key and state = 'working' and runner = 'worker';
  perform engine.release_steps(p_tenant_id, p_agent_key, v_runs);
  perform engine.tell_agent(p_tenant_id, 'agent.restarted', p_agent_key);
  return v_answer;
end
$$;
comment on function public.restart_agent(uuid, text) is
  '{agent, status}. Clears an error or a pause, takes the steps under way back (they are tried again) and lets the agent look for work. NX404 agent_not_found, '
  'NX403 no_permission (owner, admin).';

create function public.switch_agent(p_tenant_id uuid, p_agent_key text, p_is_on boolean) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_agent public.tenant_agents;
  v_card public.agents;
  v_plan public.plans := engine.plan_of(p_tenant_id);
begin
  perform engine.require_tenant(p_tenant_id, 'create_agents');
  v_agent := engine.require_agent(p_tenant_id, p_agent_key);
  v_card := engine.agent_of(p_tenant_id, p_agent_key);
  if not p_is_on and not engine.counts_in_plan(p_agent_key) then
    perform engine.fail('NX409', 'agent_is_needed', jsonb_build_object('agent', p_agent_key));
  end if;
  if p_is_on and not (v_card.is_active and engine.plan_includes(v_plan.key, v_card.min_plan)) then
    perform engine.fail('NX402', 'agent_locked', jsonb_build_object('agent', p_agent_key, 'plan', v_card.min_plan));
  end if;
  update public.tenant_agents set is_wanted = coalesce(p_is_on, false) where tenant_id = p_tenant_id and agent_key = p_agent_key;
  perform engine.seat_agents(array[p_tenant_id]);
  if p_is_on and not (engine.require_agent(p_tenant_id, p_agent_key)).is_on then
    perform engine.fail('NX402', 'agents_limit_reached', jsonb_build_object('limit', v_plan.agents, 'plan', v_plan.key));
  end if;
  perform engine.tell_agent(p_tenant_id, case when p_is_on then 'agent.switched_on' else 'agent.switched_off' end, p_agent_key);
  return jsonb_build_object('agent', p_agent_key, 'is_on', p_is_on);
end
$$;
comment on function public.switch_agent(uuid, text, boolean) is
  '{agent, is_on}. An agent that is off gets no new work and finishes what it has begun. NX402 agent_locked {agent, plan}, agents_limit_reached {limit, plan}: '
  'switch another one off first; NX409 agent_is_needed (the set-up agent); NX404 agent_not_found; NX403 no_permission (owner, admin).';

grant execute on function public.wake_agent(uuid, text), public.sleep_agent(uuid, text), public.pause_agent(uuid, text),
  public.restart_agent(uuid, text), public.switch_agent(uuid, text, boolean) to authenticated;
