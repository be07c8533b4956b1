-- "Export my data": everything that is kept about the signed-in person, in pages that the phone writes into one file. Called by settings/privacy.
create index content_versions_by_people on public.content_versions (author) where author_kind = 'person';
create index chain_runs_asked_by on public.chain_runs (requested_by) where requested_by is not null;

create function engine.only_keys(p_row jsonb, p_keys text[]) returns jsonb
language sql immutable
set search_path = ''
as $$ select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(p_row) where key = any (p_keys) $$;
comment on function engine.only_keys(jsonb, text[]) is 'The named keys of a row of the sign-in service, whose columns differ between its versions.';

create function engine.things_of(p_user_id uuid, p_part text) returns table (place text, item jsonb)
language sql stable
set search_path = ''
as $$
  select 'account', engine.only_keys(to_jsonb(u), '{id,email,phone,created_at,last_sign_in_at,email_confirmed_at,raw_user_meta_data}') || jsonb_build_object(
    'profile', (select to_jsonb(p) from public.profiles p where p.user_id = u.id),
    'platform_roles', (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from public.platform_roles r where r.user_id = u.id),
    'second_factors', (select coalesce(jsonb_agg(engine.only_keys(to_jsonb(f), '{friendly_name,factor_type,status,created_at}')), '[]') from auth.mfa_factors f where f.user_id = u.id))
  from auth.users u where p_part = 'account' and u.id = p_user_id
  union all
  select m.tenant_id::text, jsonb_build_object('tenant_id', m.tenant_id, 'business', t.name, 'role', m.role, 'since', m.created_at)
  from public.memberships m join public.tenants t on t.id = m.tenant_id where p_part = 'memberships' and m.user_id = p_user_id
  union all
  select i.id::text, jsonb_build_object('tenant_id', i.tenant_id, 'business', t.name, 'invited_as', i.role, 'at', i.made_at)
  from public.invitations i join public.tenants t on t.id = i.tenant_id join auth.users u on lower(u.email) = i.email where p_part = 'memberships' and u.id = p_user_id
  union all
  select s.id::text, engine.only_keys(to_jsonb(s), '{id,created_at,updated_at,refreshed_at,not_after,user_agent,ip,aal}') || jsonb_build_object('works_in', a.tenant_id)
  from auth.sessions s left join public.active_tenants a on a.session_id = s.id where p_part = 'sessions' and s.user_id = p_user_id
  union all
  select c.id::text, to_jsonb(c) - 'user_id' from public.consents c where p_part = 'consents' and c.user_id = p_user_id
  union all
  select a.id::text, jsonb_build_object('tenant_id', a.tenant_id, 'approval_id', a.id, 'title', a.title, 'decision', a.state, 'reason', a.decision_reason, 'at', a.decided_at,
    'channel', a.decided_channel, 'version', a.decided_version, 'is_assigned_to_you', a.assignee_id is not distinct from p_user_id)
  from public.approvals a where p_part = 'decisions' and (a.decided_by = p_user_id or a.assignee_id = p_user_id)
  union all
  select v.content_id || '.' || lpad(v.version::text, 9, '0'), jsonb_build_object('tenant_id', v.tenant_id, 'content_id', v.content_id, 'version', v.version, 'text', v.snapshot, 'at', v.created_at)
  from public.content_versions v where p_part = 'edits' and v.author_kind = 'person' and v.author = p_user_id::text
  union all
  select l.id::text, to_jsonb(l) - 'created_by' from public.lessons l where p_part = 'lessons' and l.created_by = p_user_id
  union all
  select r.id::text, jsonb_build_object('tenant_id', r.tenant_id, 'run_id', r.id, 'title', r.title, 'input', r.input, 'at', r.created_at)
  from public.chain_runs r where p_part = 'requests' and r.requested_by = p_user_id
  union all
  select f.tenant_id || '.' || f.agent_key || '.' || f.file || '.' || lpad(f.version::text, 9, '0'), to_jsonb(f) - 'author_id'
  from public.agent_file_versions f where p_part = 'agent_files' and f.author_id = p_user_id
  union all
  select lpad(n.id::text, 19, '0'), to_jsonb(n) - 'user_id' from public.notifications n where p_part = 'notifications' and n.user_id = p_user_id
  union all
  select d.id::text, to_jsonb(d) - 'user_id' - 'auth' - 'p256dh' from public.push_subscriptions d where p_part = 'devices' and d.user_id = p_user_id
  union all
  select l.id::text, to_jsonb(l) - 'user_id' from public.channel_links l where p_part = 'channels' and l.user_id = p_user_id
  union all
  select lpad(i.place::text, 19, '0'), to_jsonb(i) - 'user_id' from public.inbound_messages i where p_part = 'chats' and i.user_id = p_user_id
  union all
  select w.tenant_id::text, to_jsonb(w) - 'user_id' from public.reach_settings w where p_part = 'reach' and w.user_id = p_user_id
  union all
  select lpad(d.id::text, 19, '0'), engine.only_keys(to_jsonb(d), '{tenant_id,channel,topic,kind,state,created_at,settled_at}')
  from public.deliveries d where p_part = 'deliveries' and d.user_id = p_user_id
  union all
  -- what they let happen or set in motion; an outside client's name is that client's
  select x.place, x.item from (
    select 'mandate.' || m.id as place, jsonb_build_object('what', 'mandate') || to_jsonb(m) - 'given_by' as item from public.mandates m where m.given_by = p_user_id
    union all select 'autonomy.' || r.tenant_id || '.' || r.skill_key, jsonb_build_object('what', 'autonomy') || to_jsonb(r) - 'given_by' from public.autonomy_rules r where r.given_by = p_user_id
    union all select 'client_link.' || l.id, jsonb_build_object('what', 'client_link') || engine.only_keys(to_jsonb(l), '{id,tenant_id,language,run_id,may_edit,made_at,expires_at,revoked_at}')
      from public.client_links l where l.made_by = p_user_id
    union all select 'brand.' || b.tenant_id || '.' || lpad(b.version::text, 9, '0'), jsonb_build_object('what', 'brand') || to_jsonb(b) - 'author' from public.brand_dna_versions b where b.author = p_user_id
    union all select 'insight.' || i.id, jsonb_build_object('what', 'insight') || engine.only_keys(to_jsonb(i), '{id,tenant_id,code,state,applied_action,decided_at}') from public.insights i where i.applied_by = p_user_id
    union all select 'task.' || lpad(a.step_id::text, 19, '0'), jsonb_build_object('what', 'task') || engine.only_keys(to_jsonb(a), '{tenant_id,run_id,step_id,capability,state,offered_at}')
      from public.agent_tasks a where a.assigned_by = p_user_id
    union all select 'edit.' || e.id, jsonb_build_object('what', 'edit_not_yet_sent') || to_jsonb(e) - 'user_id' from public.pending_edits e where e.user_id = p_user_id
    union all select 'agent.' || a.id, jsonb_build_object('what', 'registered_agent') || to_jsonb(a) - 'user_id' from public.registered_agents a where a.user_id = p_user_id
  ) as x where p_part = 'acts'
$$;
comment on function engine.things_of(uuid, text) is 'Rows about a person of one part of their export, each with its place in the order. No secrets: keys of devices, of second factors and of sessions are left out.';

create function engine.events_of(p_user_id uuid, p_after text, p_limit integer) returns table (place text, item jsonb)
language sql stable
set search_path = ''
as $$
  select lpad(e.id::text, 19, '0'), jsonb_build_object('id', e.id, 'tenant_id', e.tenant_id, 'at', e.created_at, 'kind', e.kind, 'by_you', e.actor = p_user_id::text, 'run_id', e.run_id, 'data', engine.told(e::public.events))
  from (
    select * from (
      (select x.* from public.events x where x.actor = p_user_id::text and x.actor_kind = 'person' and x.id > coalesce(p_after::bigint, 0) order by x.id limit p_limit)
      union
      (select x.* from public.events x where x.personal_of = p_user_id and x.id > coalesce(p_after::bigint, 0) order by x.id limit p_limit)
    ) as both_sides
    order by id limit p_limit
  ) as e
$$;
comment on function engine.events_of(uuid, text, integer) is 'What the log says by a person or in their words, oldest first.';

create function public.export_my_data(p_part text default null, p_after text default null) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  v_parts constant text[] := array['account', 'memberships', 'sessions', 'consents', 'decisions', 'edits', 'lessons', 'requests', 'agent_files', 'notifications', 'devices', 'channels', 'chats', 'reach', 'deliveries', 'acts', 'events'];
  v_size constant integer := 200;
  v_rows jsonb;
  v_last text;
begin
  perform engine.require_person();
  perform engine.require_two_factor();
  if p_part is null then return jsonb_build_object('parts', to_jsonb(v_parts), 'person_id', auth.uid(), 'at', engine.now()); end if;
  if not p_part = any (v_parts) or (p_part = 'events' and not pg_input_is_valid(coalesce(p_after, '0'), 'bigint')) then perform engine.fail('NX400', 'part_unknown'); end if;
  if p_part = 'events' then
    select coalesce(jsonb_agg(item order by place), '[]'), max(place) into v_rows, v_last from engine.events_of(auth.uid(), p_after, v_size);
  else
    select coalesce(jsonb_agg(item order by place), '[]'), max(place) into v_rows, v_last
    from (select t.* from engine.things_of(auth.uid(), p_part) as t where p_after is null or t.place > p_after order by t.place limit v_size) as page;
  end if;
  return jsonb_build_object('part', p_part, 'items', v_rows, 'next', case when jsonb_array_length(v_rows) = v_size then v_last end);
end
$$;
comment on function public.export_my_data(text, text) is
  'Everything kept about the signed-in person. Without a part: {parts [name], person_id, at}. With one: {part, items [up to 200], next | null (p_after of the next page)}. Parts: account, memberships, sessions, '
  'consents, decisions, edits, lessons, requests, agent_files, notifications, devices, channels, chats, reach, deliveries, acts (mandates, autonomy, links, brands, insights, tasks, edits, agents of theirs), events (by them or in their words). NX400 part_unknown, NX403 needs_two_factor. Belongs to a person: names no tenant.';
grant execute on function public.export_my_data(text, text) to authenticated;
