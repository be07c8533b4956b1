-- "Erase my data": the account, the devices and chats, the words; the acts stay in the log under a number that leads to nobody. And the end of a business, which its last owner
-- has to see to first. Called by settings/privacy.
create function engine.sole_owner_of(p_user_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'members', (select count(*) from public.memberships x where x.tenant_id = t.id)) order by t.name, t.id), '[]')
  from public.memberships m join public.tenants t on t.id = m.tenant_id and t.status <> 'closed'
  where m.user_id = p_user_id and m.role = 'owner'
    and not exists (select from public.memberships o where o.tenant_id = m.tenant_id and o.role = 'owner' and o.user_id <> p_user_id)
$$;
comment on function engine.sole_owner_of(uuid) is '[{id, name, members}]: businesses that would have no owner without this person.';

create function engine.forget_requests_of(p_user_id uuid) returns void
language plpgsql
set search_path = ''
as $$
begin
  -- nothing is written yet: without the request nobody could go on
  perform engine.stop_run(r.id, 'cancelled', 'person_erased', '{}', 'engine', 'privacy')
  from (
    select x.id from public.chain_runs x
    where x.requested_by = p_user_id and x.finished_at is null
      and not exists (select from public.contents c where c.run_id = x.id) and not exists (select from public.approvals a where a.run_id = x.id)
    order by x.id
  ) as r;
  -- the others bear the headline of what was written; so do their approvals and the lines under the bell
  with asked as (
    select r.id, r.tenant_id, r.title as was, left(coalesce(
      (select c.headline from public.contents c where c.run_id = r.id and c.headline <> '' order by c.created_at, c.id limit 1), r.chain ->> 'name', r.chain_key), 200) as becomes
    from public.chain_runs r where r.requested_by = p_user_id
  ),
  approvals as (update public.approvals a set title = q.becomes from asked q where a.run_id = q.id and a.title = q.was),
  bells as (
    update public.notifications n set params = n.params || jsonb_build_object('title', q.becomes) from asked q where n.tenant_id = q.tenant_id and n.params ->> 'title' = q.was
  )
  update public.chain_runs r set title = q.becomes,
    input = case when r.input -> 'photo' ? 'alt' then jsonb_set(r.input - 'request', '{photo,alt}', '""') else r.input - 'request' end
  from asked q where r.id = q.id;
end
$$;
comment on function engine.forget_requests_of(uuid) is
  'Requests of a person, in work that is finished and in work that is not: where nothing is written yet the work is stopped (person_erased), what waits for a decision or is to go out goes on under the headline of its '
  'text. The caller holds the runs'' locks.';

create function engine.forget_words_of(p_user_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_names text[] := array(select p.display_name from public.profiles p where p.user_id = p_user_id);
begin
  perform engine.forget_in_memory(t.tenant_id, v_names, array(
    select engine.told(e) ->> 'say' from public.events e where e.personal_of = p_user_id and e.tenant_id = t.tenant_id and e.kind in ('person.said', 'approval.decided')
    union select l.reason from public.lessons l where l.created_by = p_user_id and l.tenant_id = t.tenant_id))
  from (
    select m.tenant_id from public.memberships m where m.user_id = p_user_id
    -- where they were once
    union select e.tenant_id from public.events e where e.personal_of = p_user_id and e.tenant_id is not null
    order by 1
  ) as t;
  update public.approvals a set decision_reason = null where a.decided_by = p_user_id and a.decision_reason is not null;
  update public.lessons l set reason = '' where l.created_by = p_user_id and l.reason <> '';
  perform engine.forget_requests_of(p_user_id);
  perform engine.remove_files('media', engine.own_files_of(p_user_id));
  perform engine.destroy_person_key(p_user_id);
end
$$;
comment on function engine.forget_words_of(uuid) is
  'Takes away what a person wrote as themselves: reasons of decisions, requests, voice notes and unused pictures of their chats, what agents keep of it in their memory (and lines with the person''s name there), and with their key all their words in the log. What became of '
  'it (posts, rules of the brand) is the business''s.';

create function public.erase_my_data(p_confirm text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := auth.uid();
  v_email text := (select u.email from auth.users u where u.id = auth.uid());
  v_alone jsonb;
  v_tenants uuid[];
begin
  perform engine.require_person();
  perform engine.require_two_factor();
  if v_email is null or lower(btrim(coalesce(p_confirm, ''))) is distinct from lower(v_email) then perform engine.fail('NX400', 'confirmation_differs'); end if;
  -- runs before their tenant, as everybody locks them
  perform from public.chain_runs r where r.requested_by = v_user_id order by r.id for no key update;
  -- in one order, so that two owners who leave at once do not both see the other stay
  perform from public.tenants t join public.memberships m on m.tenant_id = t.id and m.user_id = v_user_id order by t.id for no key update of t;
  v_alone := engine.sole_owner_of(v_user_id);
  if v_alone <> '[]' then
    perform engine.fail('NX409', 'owner_of_tenants', jsonb_build_object('names', (select jsonb_agg(x -> 'name') from jsonb_array_elements(v_alone) x), 'tenants', v_alone));
  end if;

  select coalesce(array_agg(m.tenant_id), '{}') into v_tenants from public.memberships m where m.user_id = v_user_id;
  perform engine.record_event(t, 'person.erased') from unnest(v_tenants || null::uuid) as t;
  perform engine.forget_words_of(v_user_id);
  delete from public.invitations i where i.email = lower(v_email);
  delete from auth.users u where u.id = v_user_id;
  perform engine.broadcast(t, 'tenant', jsonb_build_object('id', t)) from unnest(v_tenants) as t;
  update public.tenants t set topic_suffix = default where t.id = any (v_tenants);
  return jsonb_build_object('erased', true, 'left', cardinality(v_tenants));
end
$$;
comment on function public.erase_my_data(text) is
  'Erases the signed-in person, at once and for ever: {erased, left (businesses they were in)}. p_confirm = their own email. Goes: account, profile, sessions, second factor, memberships, devices, chats, bells, consents, '
  'their reasons and requests (work of theirs in which nothing is written yet is stopped), what agents keep of them in memory, the key of their words in the log. Stays: what the business made and decided, under a number that leads to nobody. NX409 owner_of_tenants {names, tenants [{id, name, members}]} (hand over '
  'or close first), NX403 needs_two_factor, NX400 confirmation_differs.';
grant execute on function public.erase_my_data(text) to authenticated;

create function public.close_tenant(p_tenant_id uuid, p_confirm text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_name text;
begin
  perform engine.require_tenant(p_tenant_id, 'delete_tenant');
  perform engine.require_two_factor();
  perform from public.chain_runs r where r.tenant_id = p_tenant_id and r.finished_at is null order by r.id for no key update;
  select t.name into v_name from public.tenants t where t.id = p_tenant_id for no key update;
  if btrim(coalesce(p_confirm, '')) is distinct from v_name then perform engine.fail('NX400', 'confirmation_differs'); end if;

  perform engine.stop_run(r.id, 'cancelled', 'tenant_closed', '{}', 'person', auth.uid()::text)
  from (select id from public.chain_runs where tenant_id = p_tenant_id and finished_at is null order by id) as r;
  perform engine.erase_strangers(p_tenant_id, array(
    select l.id from public.leads l where l.tenant_id = p_tenant_id union all select i.id from public.interactions i where i.tenant_id = p_tenant_id
    union all select s.id from public.subscribers s where s.tenant_id = p_tenant_id));
  perform engine.erase_clients(p_tenant_id, array(select l.id from public.client_links l where l.tenant_id = p_tenant_id order by l.id));
  delete from public.integrations i where i.tenant_id = p_tenant_id;
  perform engine.record_event(p_tenant_id, 'tenant.closed');
  perform engine.broadcast(p_tenant_id, 'tenant', jsonb_build_object('id', p_tenant_id));
  delete from public.memberships m where m.tenant_id = p_tenant_id;
  delete from public.active_tenants a where a.tenant_id = p_tenant_id;
  delete from public.notification_reads n where n.tenant_id = p_tenant_id;
  delete from public.channel_links c where c.tenant_id = p_tenant_id;
  update public.tenants t set parent_id = null where t.parent_id = p_tenant_id;
  update public.tenants t set status = 'closed', topic_suffix = default where t.id = p_tenant_id;
  return '{"closed": true}';
end
$$;
comment on function public.close_tenant(uuid, text) is
  'Closes a business for good: {closed}. p_confirm = its name. Work stops, its page is gone, nobody is a member any more, everything about its customers and its accounts'' secrets is deleted; texts and the log are kept '
  'out of reach as evidence. NX403 no_permission (delete_tenant: owner), needs_two_factor; NX400 confirmation_differs; NX409 tenant_mismatch.';
grant execute on function public.close_tenant(uuid, text) to authenticated;
