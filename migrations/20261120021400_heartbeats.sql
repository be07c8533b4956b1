-- Heartbeats: every quarter of an hour each agent that is on looks for work, notes what it found and goes back to sleep. Called by engine.tick.
-- The orchestrator alone gives work out: a heartbeat never starts a step, it sees to it that none lies about.

create function engine.sweep_heartbeats() returns integer
language plpgsql
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  v_now timestamptz := engine.now();
  -- the last minute's seconds of the quarter: a tick that was late misses none; what a longer stop missed comes round in its turn
  v_seconds integer[] := array(
    select (extract(epoch from v_now)::bigint - ago) % 900 from generate_series(0, 59) as ago
  );
  v_count integer;
  v_stranded uuid[];
begin
  perform engine.settle_mentions();

  with due as materialized (
    select a.tenant_id, a.agent_key, a.status, a.beat_second from public.tenant_agents a
    where a.is_on and a.status <> 'paused' and a.beat_second = any (v_seconds)
      -- not yet for this second: it came within the minute
      and coalesce(a.heartbeat_at, '-infinity') < v_now - interval '1 minute'
    order by a.tenant_id, a.agent_key for no key update skip locked
  ),
  -- a tenant's first two hundred steps in play, not all of a flood's
  in_play as materialized (
    select t.tenant_id, s.run_id, s.agent_key, s.state, s.due_at
    from (select distinct tenant_id from due) t
    cross join lateral (
      select x.run_id, x.agent_key, x.state, x.due_at from public.chain_steps x
      where x.tenant_id = t.tenant_id and x.state in ('ready', 'queued', 'working') and x.runner = 'worker' limit 200
    ) s
  ),
  work as (
    select p.tenant_id, p.agent_key,
      count(*) filter (where p.due_at is null or p.due_at <= v_now) as tasks,
      count(*) filter (where p.due_at > v_now and p.due_at <= v_now + interval '1 day') as scheduled,
      count(*) filter (where r.trigger in ('webhook', 'detector') and (p.due_at is null or p.due_at <= v_now)) as triggers
    from in_play p join public.chain_runs r on r.id = p.run_id
    group by p.tenant_id, p.agent_key
  ),
  looked as (
    select d.tenant_id, d.agent_key, d.status, d.beat_second, coalesce(w.tasks, 0) as tasks, coalesce(w.scheduled, 0) as scheduled,
      coalesce(w.triggers, 0) as triggers, m.mentions, coalesce(w.tasks, 0) + m.mentions > 0 as has_work
    from due d
    left join work w on w.tenant_id = d.tenant_id and w.agent_key = d.agent_key
    cross join lateral (
      select count(*) as mentions from public.agent_mentions u where u.tenant_id = d.tenant_id and u.agent_key = d.agent_key and u.read_at is null
    ) m
  ),
  beaten as (
    update public.tenant_agents a
    set heartbeat_at = v_now,
      status = case when l.has_work then 'active' when l.status = 'error' then 'error' else 'sleep' end,
      error_code = case when l.has_work then null else a.error_code end,
      woken_at = case when l.has_work and l.status <> 'active' then v_now else a.woken_at end,
      slept_at = case when not l.has_work and l.status not in ('sleep', 'error') then v_now else a.slept_at end,
      last_found = case when l.has_work or l.scheduled > 0 then
        jsonb_build_object('tasks', l.tasks, 'mentions', l.mentions, 'triggers', l.triggers, 'scheduled', l.scheduled) else '{}' end
    from looked l
    where a.tenant_id = l.tenant_id and a.agent_key = l.agent_key
    returning a.tenant_id, a.agent_key, a.status, l.status as was, a.last_found
  ),
  -- only what changed is told: a beat that finds nothing costs no event
  turned as (
    select * from beaten b where b.status <> b.was and 'active' in (b.status, b.was)
  ),
  noted as (
    insert into public.events (tenant_id, kind, actor_kind, actor, data, created_at)
    select tenant_id, case status when 'active' then 'agent.woke' else 'agent.slept' end, 'agent', agent_key, last_found, v_now from turned
  ),
  told as (
    insert into realtime.messages (topic, extension, event, private, payload)
    select 'tenant:' || t.id || ':' || t.topic_suffix, 'broadcast', 'agent', true, jsonb_build_object('id', b.agent_key)
    from turned b join public.tenants t on t.id = b.tenant_id
  )
  select (select count(*) from beaten), (
    -- due work of a tenant that has nothing queued or at work: nobody would admit it
    select array_agg(p.run_id)
    from in_play p
    join (select tenant_id from in_play group by tenant_id having bool_and(state = 'ready')) idle on idle.tenant_id = p.tenant_id
    where p.due_at is null or p.due_at <= v_now
  )
  into v_count, v_stranded;

  if v_stranded is not null then
    select array_agg(id) into v_stranded
    from (select r.id from public.chain_runs r where r.id = any (v_stranded) order by r.id for no key update skip locked) as free;
    perform engine.advance_runs(coalesce(v_stranded, '{}'));
  end if;
  -- a step that was held at the very moment its agent woke
  update public.chain_steps s set due_at = v_now
  where s.state = 'ready' and s.runner = 'worker' and s.due_at = engine.held_until() and not exists (
    select from public.tenant_agents a where a.tenant_id = s.tenant_id and a.agent_key = s.agent_key and a.status = 'paused'
  );
  return v_count;
end
$$;
comment on function engine.sweep_heartbeats() is
  'Each tick: agents whose second of the quarter of an hour has come look for tasks, words spoken to them, triggers and scheduled work; with any they are active, without asleep. Notes '
  'last_found {tasks, mentions, triggers, scheduled}, events agent.woke and agent.slept on a change only. Returns how many hearts beat.';

create function engine.settle_mentions() returns void
language plpgsql
set search_path = ''
as $$
declare
  v_mention record;
begin
  for v_mention in
    select m.event_id, m.tenant_id, m.run_id, m.agent_key, engine.told(e) ->> 'say' as say, e.personal_of, fate.is_read
    from public.agent_mentions m
    join public.events e on e.id = m.event_id
    cross join lateral (
      select bool_or(s.started_at >= m.created_at) is true as is_read, bool_or(s.state in ('waiting', 'ready', 'queued')) is true as is_awaited
      from public.chain_steps s where s.run_id = m.run_id and s.agent_key = m.agent_key
    ) as fate
    where m.read_at is null and (fate.is_read or not fate.is_awaited)
    order by m.event_id limit 200 for no key update of m skip locked
  loop
    update public.agent_mentions set read_at = engine.now() where event_id = v_mention.event_id;
    if not v_mention.is_read and v_mention.say is not null then
      perform engine.remember(v_mention.tenant_id, v_mention.agent_key, v_mention.say, 0.8, 'mention');
      perform engine.record_event(v_mention.tenant_id, 'agent.noted', '{}', 'agent', v_mention.agent_key, v_mention.run_id, null, null,
        jsonb_build_object('say', v_mention.say), v_mention.personal_of);
    end if;
  end loop;
end
$$;
comment on function engine.settle_mentions() is
  'Words that a step of the agent has begun with are read; where it has no step left in that run they become a fact of its memory (0.8: used).';
