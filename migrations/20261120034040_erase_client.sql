-- Erasing an outside client who approved by a link: their name, their reasons, what agents keep of them and the keys of what the log says in their words. Called by settings/client-links and close_tenant.
create function engine.erase_clients(p_tenant_id uuid, p_link_ids uuid[]) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_names text[] := array(select l.name from public.client_links l where l.tenant_id = p_tenant_id and l.id = any (p_link_ids) and l.name <> '—');
  v_reasons text[] := array(
    select a.decision_reason from public.approvals a where a.tenant_id = p_tenant_id and a.decided_link_id = any (p_link_ids) and a.decision_reason is not null);
begin
  perform engine.forget_in_memory(p_tenant_id, v_names, v_reasons);
  update public.lessons l set reason = '' from public.approvals a
  where a.tenant_id = p_tenant_id and a.decided_link_id = any (p_link_ids) and l.tenant_id = p_tenant_id and l.content_id = a.content_id and l.created_by is null and l.reason = a.decision_reason;
  delete from public.notifications n using public.approvals a
  where a.tenant_id = p_tenant_id and a.decided_link_id = any (p_link_ids) and n.tenant_id = p_tenant_id and n.kind = 'client_decided' and n.params ->> 'approval_id' = a.id::text;
  update public.approvals a set decided_client = '—', decision_reason = null where a.tenant_id = p_tenant_id and a.decided_link_id = any (p_link_ids);
  update public.client_links l set name = '—', revoked_at = coalesce(l.revoked_at, engine.now()) where l.tenant_id = p_tenant_id and l.id = any (p_link_ids);
  perform engine.destroy_person_key(id) from unnest(p_link_ids) as id;
end
$$;
comment on function engine.erase_clients(uuid, uuid[]) is
  'The clients of these links are nobody from now on: names, reasons, lessons and bells in their words go, the links open nothing, the log is silent. What they approved, and texts they changed, stay the business''s.';

create function public.erase_client(p_tenant_id uuid, p_link_id uuid) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_name text;
  v_ids uuid[];
begin
  perform engine.require_tenant(p_tenant_id, 'erase_people');
  perform engine.require_two_factor();
  select l.name into v_name from public.client_links l where l.id = p_link_id and l.tenant_id = p_tenant_id and l.name <> '—';
  if v_name is null then perform engine.fail('NX404', 'client_link_unknown'); end if;
  -- the same person had a link before: the same name
  select array_agg(id) into v_ids from (
    select l.id from public.client_links l where l.tenant_id = p_tenant_id and engine.spaced(l.name) = engine.spaced(v_name) order by l.id for no key update
  ) as links;
  perform engine.erase_clients(p_tenant_id, v_ids);
  perform engine.record_event(p_tenant_id, 'client_link.erased', jsonb_build_object('link_id', p_link_id, 'links', cardinality(v_ids)));
  return jsonb_build_object('erased', cardinality(v_ids));
end
$$;
comment on function public.erase_client(uuid, uuid) is
  'Erases an outside client, with every link of the same name in this tenant: {erased (links)}. NX404 client_link_unknown (or erased already), NX403 no_permission (erase_people: owner, admin), needs_two_factor, NX409 tenant_mismatch.';
grant execute on function public.erase_client(uuid, uuid) to authenticated;
