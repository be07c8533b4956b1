-- The letter form of the Nexio page: subscribe, and leave again with the link of any letter. Called without a session.

create function public.subscribe(p_slug text, p_email text, p_name text default '', p_language text default null) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_tenant public.tenants := engine.page_tenant(p_slug);
  v_email text := lower(btrim(coalesce(p_email, '')));
  v_name text := left(btrim(regexp_replace(coalesce(p_name, ''), '\s+', ' ', 'g')), 80);
  v_before public.subscribers;
  v_id uuid;
begin
  if v_tenant.id is null then perform engine.fail('NX404', 'page_not_found'); end if;
  if v_email !~* '^[^@\s<>"]+@[^@\s<>"]+\.[a-z]{2,}$' or char_length(v_email) > 200 then
    perform engine.fail('NX400', 'email_invalid', '{"field": "email"}');
  end if;

  perform pg_advisory_xact_lock(hashtextextended('subscribe ' || v_tenant.id, 0));
  select * into v_before from public.subscribers s where s.tenant_id = v_tenant.id and s.email = v_email;
  -- whether an address was known already is nobody's business: the answer is the same
  if v_before.id is not null and v_before.unsubscribed_at is null then return '{"received": true}'; end if;
  if (select count(*) from public.subscribers s where s.tenant_id = v_tenant.id and s.consent_at > engine.now() - interval '1 hour') >= 60 then
    perform engine.fail('NX429', 'too_many_messages');
  end if;

  insert into public.subscribers as s (tenant_id, email, name, language, consent_at)
  values (v_tenant.id, v_email, v_name, case when p_language in ('mg', 'fr', 'en', 'ar') then p_language else v_tenant.language end, engine.now())
  on conflict (tenant_id, email) do update set
    unsubscribed_at = null, consent_at = excluded.consent_at, name = coalesce(nullif(excluded.name, ''), s.name), leave_token = gen_random_uuid()
  returning s.id into v_id;
  perform engine.count_day(v_tenant.id, p_followers => (
    select count(*)::integer from public.subscribers s where s.tenant_id = v_tenant.id and s.unsubscribed_at is null));
  perform engine.record_event(v_tenant.id, 'subscriber.joined', jsonb_build_object('subscriber_id', v_id), 'system', 'nexio_page');
  perform engine.notify(v_tenant.id, null, 'subscriber_joined', jsonb_build_object('subscriber_id', v_id, 'name', coalesce(nullif(v_name, ''), v_email)), '/leads');
  -- who comes back gets no second welcome
  if v_before.id is null then
    perform engine.try_chain(v_tenant.id, 'welcome_drip', engine.input_of(v_tenant.id, 'welcome_drip') || jsonb_build_object('subscriber_id', v_id), 'webhook', v_id);
  end if;
  return '{"received": true}';
end
$$;
comment on function public.subscribe(text, text, text, text) is
  'Joins the letters of a page; returns {received: true}, also when the address was there. A new one starts welcome_drip. NX404 page_not_found, NX400 email_invalid '
  '{field}, NX429 too_many_messages (60 an hour to a tenant).';

create function public.unsubscribe(p_leave_token uuid) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_left public.subscribers;
begin
  update public.subscribers set unsubscribed_at = engine.now() where leave_token = p_leave_token and unsubscribed_at is null returning * into v_left;
  if v_left.id is not null then
    perform engine.count_day(v_left.tenant_id, p_followers => (
      select count(*)::integer from public.subscribers s where s.tenant_id = v_left.tenant_id and s.unsubscribed_at is null));
    perform engine.record_event(v_left.tenant_id, 'subscriber.left', jsonb_build_object('subscriber_id', v_left.id), 'system', 'nexio_page');
  end if;
  return '{"received": true}';
end
$$;
comment on function public.unsubscribe(uuid) is 'Leaves the letters by the token that stands in each of them; {received: true} in any case.';

grant execute on function public.subscribe(text, text, text, text), public.unsubscribe(uuid) to anon, authenticated;
