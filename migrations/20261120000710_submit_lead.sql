-- The contact form of the Nexio page: a stranger's message becomes a lead and a message in the inbox. Called without a session.
create function public.submit_lead(p_slug text, p_name text, p_contact text, p_message text, p_client_key uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_tenant public.tenants := engine.page_tenant(p_slug);
  v_name text := btrim(regexp_replace(coalesce(p_name, ''), '\s+', ' ', 'g'));
  v_contact text := btrim(coalesce(p_contact, ''));
  v_message text := btrim(coalesce(p_message, ''));
  v_is_email boolean := v_contact like '%@%';
  v_field text;
  v_lead_id uuid;
begin
  if v_tenant.id is null then
    perform engine.fail('NX404', 'page_not_found');
  end if;
  v_field := case
    when char_length(v_name) not between 1 and 80 then 'name'
    when v_is_email and (v_contact !~* '^[^@\s<>"]+@[^@\s<>"]+\.[a-z]{2,}$' or char_length(v_contact) > 200) then 'contact'
    when not v_is_email and (v_contact !~ '^\+?[0-9][0-9 ().-]{4,38}$' or char_length(regexp_replace(v_contact, '[^0-9]', '', 'g')) < 6) then 'contact'
    when char_length(v_message) not between 1 and 2000 then 'message'
    when p_client_key is null then 'client_key'
  end;
  if v_field is not null then
    perform engine.fail('NX400', 'lead_invalid', jsonb_build_object('field', v_field));
  end if;
  -- the same contact in one spelling, so that a limit cannot be passed with spaces
  v_contact := case when v_is_email then lower(v_contact) else regexp_replace(v_contact, '[^+0-9]', '', 'g') end;

  perform pg_advisory_xact_lock(hashtextextended('submit_lead ' || v_tenant.id, 0));
  if exists (select from public.leads l where l.tenant_id = v_tenant.id and l.client_key = p_client_key) then
    return '{"received": true}';
  end if;
  if (select count(*) from public.leads l where l.tenant_id = v_tenant.id and l.created_at > engine.now() - interval '1 hour') >= 30
    or (select count(*) from public.leads l where coalesce(l.email, l.phone) = v_contact and l.created_at > engine.now() - interval '1 hour') >= 3 then
    perform engine.fail('NX429', 'too_many_messages');
  end if;

  insert into public.leads (tenant_id, name, email, phone, message, is_demo, client_key)
  values (
    v_tenant.id, v_name, case when v_is_email then v_contact end, case when not v_is_email then v_contact end, v_message, v_tenant.is_demo, p_client_key
  )
  returning id into v_lead_id;
  perform engine.record_event(v_tenant.id, 'lead.received', jsonb_build_object('lead_id', v_lead_id), 'system', 'nexio_page');
  perform engine.notify(v_tenant.id, null, 'lead_received', jsonb_build_object('lead_id', v_lead_id, 'name', v_name), '/leads');
  perform engine.broadcast(v_tenant.id, 'lead', jsonb_build_object('id', v_lead_id));
  perform engine.note_page_message(v_lead_id);
  return '{"received": true}';
end
$$;
comment on function public.submit_lead(text, text, text, text, uuid) is
  'A message to a tenant: p_contact = e-mail or telephone number. Returns {received: true}; the same p_client_key twice arrives once. NX404 page_not_found, '
  'NX400 lead_invalid {field}, NX429 too_many_messages (30 an hour to a tenant, 3 an hour from a contact to anyone).';
grant execute on function public.submit_lead(text, text, text, text, uuid) to anon, authenticated;
