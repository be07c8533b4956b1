-- What people say to an agent in a run (say_to_run), hand-overs between agents, the escalation with both positions, and the conversation of a run as
-- it can be shown live and again: read_dialogue. All of it is events; agent_mentions only knows which words an agent has not met yet.

create table public.agent_mentions (
  event_id bigint primary key,
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  run_id uuid not null references public.chain_runs (id) on delete cascade,
  agent_key text not null,
  read_at timestamptz,
  created_at timestamptz not null default engine.now()
);
create index agent_mentions_unread on public.agent_mentions (tenant_id, agent_key) where read_at is null;
create index agent_mentions_of_a_run on public.agent_mentions (run_id);
create index agent_mentions_of_a_tenant on public.agent_mentions (tenant_id);
comment on table public.agent_mentions is
  'A person spoke to an agent in a run; the words stand in the event. read_at: a step of the agent has begun with them, or they went into its memory.';

alter table public.agent_mentions enable row level security;
create policy "insiders read who was spoken to" on public.agent_mentions for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_agents')));
revoke all on public.agent_mentions from anon, authenticated;
grant select on public.agent_mentions to authenticated;

create function public.say_to_run(p_tenant_id uuid, p_run_id uuid, p_agent_key text, p_text text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_text text := btrim(p_text);
  v_trace_id uuid;
  v_id bigint;
begin
  perform engine.require_tenant(p_tenant_id, 'create_tasks');
  if v_text is null or char_length(v_text) not between 1 and 1000 then perform engine.fail('NX400', 'words_invalid', '{"max": 1000}'); end if;
  select trace_id into v_trace_id from public.chain_runs where id = p_run_id and tenant_id = p_tenant_id;
  if v_trace_id is null then perform engine.fail('NX404', 'run_unknown'); end if;
  if not exists (select from public.chain_steps s where s.run_id = p_run_id and s.agent_key = p_agent_key) then
    perform engine.fail('NX404', 'agent_not_in_run', jsonb_build_object('agent', p_agent_key));
  end if;
  if (select count(*) from public.agent_mentions m where m.run_id = p_run_id and m.created_at > engine.now() - interval '1 hour') >= 60 then
    perform engine.fail('NX429', 'too_many_words', '{"limit": 60}');
  end if;
  v_id := engine.record_event(p_tenant_id, 'person.said', jsonb_build_object('to', p_agent_key), null, null, p_run_id, null, v_trace_id, jsonb_build_object('say', v_text));
  insert into public.agent_mentions (event_id, tenant_id, run_id, agent_key) values (v_id, p_tenant_id, p_run_id, p_agent_key);
  perform engine.broadcast(p_tenant_id, 'dialogue', jsonb_build_object('id', v_id, 'run_id', p_run_id));
  return jsonb_build_object('id', v_id);
end
$$;
comment on function public.say_to_run(uuid, uuid, text, text) is
  '{id} of the line in the conversation. The agent''s next step in this run reads the words as data, never as instruction; where it has none left, they are '
  'kept in its memory. NX400 words_invalid {max}; NX404 run_unknown, agent_not_in_run {agent}; NX429 too_many_words {limit} an hour and run; NX403 '
  'no_permission (create_tasks).';
grant execute on function public.say_to_run(uuid, uuid, text, text) to authenticated;

create function engine.mentions_of(p_step public.chain_steps) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(engine.told(e) -> 'say' order by e.id) filter (where engine.told(e) ? 'say'), '[]')
  from public.agent_mentions m join public.events e on e.id = m.event_id
  where m.run_id = p_step.run_id and m.agent_key = p_step.agent_key
$$;
comment on function engine.mentions_of(public.chain_steps) is 'What people said to this step''s agent in this run, oldest first. Called by build_context.';

create function engine.note_handoff() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  insert into public.events (tenant_id, run_id, step_id, kind, actor_kind, actor, data, created_at)
  select new.tenant_id, new.run_id, new.id, 'handoff', 'agent', n.agent_key,
    jsonb_build_object('from', n.agent_key, 'to', new.agent_key, 'step', new.key, 'after', n.key, 'why', left(n.output ->> 'say', 300)), engine.now()
  from public.chain_steps n
  where n.run_id = new.run_id and n.key = any (new.needs) and n.state = 'done' and n.agent_key <> new.agent_key
  order by n.finished_at desc, n.position desc limit 1;
  return null;
end
$$;
comment on function engine.note_handoff() is
  'Trigger: where a step opens on a colleague''s work, the conversation says who hands over to whom. The state is the run''s own: outputs stay, the next agent reads them.';
create trigger steps_are_handed_over after update of state on public.chain_steps
  for each row when (old.state = 'waiting' and new.state in ('ready', 'queued') and new.needs <> '{}') execute function engine.note_handoff();

create function engine.note_escalation() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  insert into public.events (tenant_id, run_id, step_id, kind, actor_kind, actor, data, created_at)
  values (new.tenant_id, new.run_id, new.step_id, 'step.escalated', 'engine', 'quality_gate',
    jsonb_build_object('approval_id', new.id, 'reviewer', new.verdict -> 'reviewer', 'author', new.verdict -> 'author', 'positions', new.verdict -> 'positions'),
    engine.now());
  return null;
end
$$;
comment on function engine.note_escalation() is 'Trigger of approvals: two rounds without agreement go to a person, and the conversation shows both positions.';
create trigger disputes_are_told after insert on public.approvals
  for each row when ((new.verdict -> 'disputed') = 'true'::jsonb) execute function engine.note_escalation();

create function public.read_dialogue(p_tenant_id uuid, p_run_id uuid, p_after bigint default 0) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_run public.chain_runs;
begin
  perform engine.require_tenant(p_tenant_id, 'view_all_tasks');
  select * into v_run from public.chain_runs where id = p_run_id and tenant_id = p_tenant_id;
  if v_run.id is null then perform engine.fail('NX404', 'run_unknown'); end if;

  return (
    with lines as (
      select e.id, e.kind, e.actor_kind, e.actor, e.created_at, engine.told(e) as data
      from public.events e where e.run_id = p_run_id and e.tenant_id = p_tenant_id and e.id > coalesce(p_after, 0) order by e.id limit 300
    ),
    speakers as (
      select distinct on (a.key) a.key, a.name, a.initials, a.colour
      from public.agents a
      where (a.tenant_id is null or a.tenant_id = p_tenant_id) and a.level <> 'security'
        and a.key in (select actor from lines where actor_kind = 'agent' union select data ->> 'to' from lines union select agent_key from public.chain_steps where run_id = p_run_id)
      order by a.key, a.tenant_id nulls last
    )
    select jsonb_build_object(
      'run', jsonb_build_object('id', v_run.id, 'title', v_run.title, 'state', v_run.state, 'chain_key', v_run.chain_key, 'created_at', v_run.created_at,
        'finished_at', v_run.finished_at),
      'is_live', v_run.state in ('running', 'awaiting_approval'),
      'agents', (select coalesce(jsonb_object_agg(key, jsonb_build_object('name', name, 'initials', initials, 'colour', colour)), '{}') from speakers),
      'lines', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', l.id, 'at', l.created_at, 'kind', l.kind, 'speaker', l.actor_kind, 'from', l.actor,
          'person', case when l.actor_kind = 'person' then (select p.display_name from public.profiles p where p.user_id::text = l.actor) end,
          'to', l.data ->> 'to', 'step', l.data ->> 'step', 'round', l.data -> 'round', 'say', coalesce(l.data ->> 'say', l.data ->> 'why'), 'data', l.data
        ) order by l.id), '[]')
        from lines l
      ),
      'last_id', (select coalesce(max(id), p_after, 0) from lines)
    )
  );
end
$$;
comment on function public.read_dialogue(uuid, uuid, bigint) is
  '{run, is_live, agents {key: {name, initials, colour}}, lines [{id, at, kind, speaker agent|person|engine|system, from, person, to, step, round, say, data}], last_id}: up to 300 '
  'lines after p_after (0 = from the start: the replay; last_id = go on live at the next word of event step, run or dialogue). Kinds: those of run_dialogue, and '
  'handoff {from, to, why}, person.said {to}, step.escalated {author, reviewer, positions}. NX404 run_unknown, NX403 no_permission.';
grant execute on function public.read_dialogue(uuid, uuid, bigint) to authenticated;
