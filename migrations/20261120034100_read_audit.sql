-- The audit as owners and admins read it: pages of acts, newest first, with filters. The same pages, one after another, are the export. Called by screen /audit.
-- What people did is a small part of the log: their filter, and what a person's own export asks for, have an index of their own.
create index events_by_people on public.events (actor, id desc) where actor_kind = 'person';
-- Nearly all of the log is agents at work: what the other filters look for stands in this one. Kinds, since the planner knows how many there are of each; read_audit says the same list.
create index events_beside_the_work on public.events (tenant_id, id desc)
where kind <> all ('{run.started,run.done,step.started,step.said,step.scored,step.refuted,step.praised,step.revising,step.retried,step.deferred,handoff,agent.woke,agent.slept}');
create index events_with_words_of on public.events (personal_of, id desc) where personal_of is not null;

create function engine.audit_group(p_kind text) returns text
language sql immutable
set search_path = ''
as $$
  select case split_part(p_kind, '.', 1)
    when 'approval' then 'decisions'
    when 'run' then 'work' when 'step' then 'work' when 'handoff' then 'work' when 'insight' then 'work'
    when 'member' then 'people' when 'person' then 'people' when 'consent' then 'people' when 'channel' then 'people' when 'client_link' then 'people' when 'factor' then 'people'
    when 'content' then 'contents' when 'page' then 'contents' when 'schedule' then 'contents'
    when 'lead' then 'clients' when 'leads' then 'clients' when 'subscriber' then 'clients' when 'interaction' then 'clients' when 'message' then 'clients'
    when 'agent' then 'agents' when 'skill' then 'agents' when 'chain' then 'agents' when 'task' then 'agents' when 'lesson' then 'agents' when 'lessons' then 'agents' when 'autonomy' then 'agents' when 'department' then 'agents'
    else 'settings'
  end
$$;
comment on function engine.audit_group(text) is
  'Where the audit''s filter puts a kind of event: decisions, work, people, contents, clients, agents, else settings (tenant, brand_dna, account, trial, studio and what is to come).';

create function engine.audit_row(p_event public.events) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_event.id, 'at', p_event.created_at, 'kind', p_event.kind, 'group', engine.audit_group(p_event.kind),
    'actor_kind', p_event.actor_kind, 'actor', p_event.actor,
    'name', case p_event.actor_kind
      when 'person' then (select nullif(p.display_name, '') from public.profiles p where p.user_id::text = p_event.actor)
      when 'agent' then (select a.name from public.agents a where a.key = p_event.actor and (a.tenant_id is null or a.tenant_id = p_event.tenant_id) order by a.tenant_id nulls last limit 1)
      when 'client' then told.data ->> 'client' end,
    'is_erased', p_event.actor_kind = 'person' and exists (select from engine.person_keys k where k.person_id::text = p_event.actor and k.key is null)
      or coalesce(told.data ? 'is_erased', false),
    'run_id', p_event.run_id,
    'about', coalesce(
      (select nullif(v.snapshot ->> 'headline', '') from public.content_versions v
       where v.content_id = nullif(told.data ->> 'content_id', '')::uuid and v.version = coalesce((told.data -> 'version')::integer, 1) and v.tenant_id = p_event.tenant_id),
      (select r.title from public.chain_runs r where r.id = p_event.run_id and r.tenant_id = p_event.tenant_id)),
    'channel', told.data ->> 'channel', 'version', told.data -> 'version', 'say', coalesce(told.data ->> 'say', told.data ->> 'why'),
    'trace_id', p_event.trace_id, 'data', told.data - 'is_erased'
  )
  from (select engine.told(p_event) as data) as told
$$;
comment on function engine.audit_row(public.events) is
  'One act as the audit shows it: {id, at, kind, group, actor_kind, actor, name | null (an agent''s, person''s or outside client''s, while known), is_erased, run_id, about, channel, version, say, trace_id, data}.';

create function public.read_audit(p_tenant_id uuid, p_filter jsonb default '{}', p_before bigint default null, p_limit integer default 50) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
-- each filter gets the plan that fits it
set plan_cache_mode = force_custom_plan
as $$
declare
  v_most constant integer := 20000;
  v_limit integer := least(greatest(coalesce(p_limit, 50), 1), 500);
  v_from timestamptz;
  v_to timestamptz;
  v_run_id uuid;
  v_is_beside_the_work boolean := p_filter ->> 'group' in ('decisions', 'people', 'contents', 'clients', 'settings');
  v_person text := case when p_filter ->> 'actor_kind' = 'person' then p_filter ->> 'actor' end;
  v_page jsonb;
begin
  perform engine.require_tenant(p_tenant_id, 'read_audit');
  if jsonb_typeof(coalesce(p_filter, '{}')) <> 'object'
    or not pg_input_is_valid(coalesce(p_filter ->> 'from', 'now'), 'timestamptz') or not pg_input_is_valid(coalesce(p_filter ->> 'to', 'now'), 'timestamptz')
    or not pg_input_is_valid(coalesce(p_filter ->> 'run_id', p_tenant_id::text), 'uuid') or not pg_input_is_valid(coalesce(p_filter ->> 'id', '1'), 'bigint') then
    perform engine.fail('NX400', 'filter_invalid');
  end if;
  v_from := (p_filter ->> 'from')::timestamptz;
  v_to := (p_filter ->> 'to')::timestamptz;
  v_run_id := (p_filter ->> 'run_id')::uuid;

  with looked as (
    select e.* from public.events e
    where e.tenant_id = p_tenant_id and (p_before is null or e.id < p_before)
      and (v_from is null or e.created_at >= v_from) and (v_to is null or e.created_at < v_to)
      and (v_run_id is null or e.run_id = v_run_id)
      and (v_is_beside_the_work is not true
        or e.kind <> all ('{run.started,run.done,step.started,step.said,step.scored,step.refuted,step.praised,step.revising,step.retried,step.deferred,handoff,agent.woke,agent.slept}'))
      and (v_person is null or (e.actor = v_person and e.actor_kind = 'person'))
      and (p_filter ->> 'id' is null or e.id = (p_filter ->> 'id')::bigint)
    order by e.id desc limit v_most
  ),
  found as (
    select l.* from looked l
    where (p_filter ->> 'actor_kind' is null or l.actor_kind = p_filter ->> 'actor_kind')
      and (p_filter ->> 'actor' is null or l.actor = p_filter ->> 'actor')
      and case p_filter ->> 'group'
        when 'all' then true
        when 'acts' then not (l.kind in ('agent.woke', 'agent.slept', 'step.started', 'step.deferred') and l.actor_kind = 'agent')
        else p_filter ->> 'group' is null or engine.audit_group(l.kind) = p_filter ->> 'group' end
    order by l.id desc limit v_limit
  )
  select jsonb_build_object(
    'items', coalesce((select jsonb_agg(engine.audit_row(f::public.events) order by f.id desc) from found f), '[]'),
    'next', case
      when (select count(*) from found) = v_limit then (select min(f.id) from found f)
      when (select count(*) from looked) = v_most then (select min(l.id) from looked l) end,
    'looked_back_to', case when (select count(*) from found) < v_limit then (select min(l.created_at) from looked l) end
  ) into v_page;
  return v_page;
end
$$;
comment on function public.read_audit(uuid, jsonb, bigint, integer) is
  '{items [as engine.audit_row, newest first, up to p_limit <= 500], next (id to go on before, null at the end), looked_back_to (where the page is not full)}. p_filter {actor_kind?, actor?, group? (acts = all but waking and '
  'starting | all | decisions | work | people | contents | clients | agents | settings), from?, to? (times; to is not included), run_id?, id?}. A page looks at 20,000 events at most, so a rare filter may give few or none '
  'and say where to go on. NX400 filter_invalid; NX403 no_permission (read_audit: owner, admin); NX409 tenant_mismatch.';
grant execute on function public.read_audit(uuid, jsonb, bigint, integer) to authenticated;

create function public.read_audit_actors(p_tenant_id uuid) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform engine.require_tenant(p_tenant_id, 'read_audit');
  return jsonb_build_object(
    'people', (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.user_id, 'name', p.display_name, 'role', m.role) order by p.display_name, p.user_id), '[]')
      from public.memberships m join public.profiles p on p.user_id = m.user_id where m.tenant_id = p_tenant_id),
    'agents', (select coalesce(jsonb_agg(a.agent_key order by a.agent_key), '[]') from public.tenant_agents a where a.tenant_id = p_tenant_id)
  );
end
$$;
comment on function public.read_audit_actors(uuid) is
  '{people [{id, name, role}], agents [key]}: whom the audit can be filtered by. NX403 no_permission (read_audit), NX409 tenant_mismatch.';
grant execute on function public.read_audit_actors(uuid) to authenticated;
