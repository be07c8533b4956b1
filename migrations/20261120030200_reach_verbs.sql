-- What a person says about being reached: this browser takes pushes, what they do not want where, when to be left alone. Called by the app.

create function engine.is_push_service(p_endpoint text) returns boolean
language sql stable
set search_path = ''
as $$
  select p_endpoint ~ '^https://([a-z0-9-]+\.)*(fcm\.googleapis\.com|push\.services\.mozilla\.com|notify\.windows\.com|push\.apple\.com)(/|$)'
    -- the local stack's own double
    or exists (
      select from vault.decrypted_secrets s
      where s.name = 'project_url' and s.decrypted_secret ~ '^http://127\.0\.0\.1:\d+$' and starts_with(p_endpoint, s.decrypted_secret || '/_local/push/')
    )
$$;
comment on function engine.is_push_service(text) is
  'The push services of the browsers (Google, Mozilla, Microsoft, Apple): our function posts to no other address, whatever a page asks for.';

create function public.save_push_subscription(p_endpoint text, p_p256dh text, p_auth text, p_device text default '') returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_id uuid;
begin
  if auth.uid() is null then perform engine.fail('NX401', 'not_signed_in'); end if;
  perform engine.mark_request('asks');
  perform engine.refuse_blocked();
  -- RFC 8291: an uncompressed P-256 point (65 bytes) and 16 bytes, base64url
  if not coalesce(char_length(p_endpoint) <= 2000 and engine.is_push_service(p_endpoint) and p_p256dh ~ '^[A-Za-z0-9_-]{87}=?$' and p_auth ~ '^[A-Za-z0-9_-]{22}(==)?$', false) then
    perform engine.fail('NX400', 'push_subscription_invalid');
  end if;
  -- a browser that somebody else signs in to is theirs from now on: who has its secret holds it in the hand
  insert into public.push_subscriptions as s (user_id, endpoint, p256dh, auth, device)
  values (auth.uid(), p_endpoint, p_p256dh, p_auth, left(btrim(coalesce(p_device, '')), 80))
  on conflict (endpoint) do update
    set user_id = excluded.user_id, p256dh = excluded.p256dh, auth = excluded.auth, device = excluded.device, failed_count = 0
    where s.user_id = excluded.user_id or (s.auth = excluded.auth and s.p256dh = excluded.p256dh)
  returning id into v_id;
  if v_id is null then perform engine.fail('NX409', 'push_subscription_taken'); end if;
  delete from public.push_subscriptions where id in (
    select id from public.push_subscriptions where user_id = auth.uid() and id <> v_id order by coalesce(last_sent_at, created_at) desc offset 19
  );
  return jsonb_build_object('id', v_id);
end
$$;
comment on function public.save_push_subscription(text, text, text, text) is
  'This browser takes pushes of the signed-in person (PushSubscription: endpoint, keys.p256dh, keys.auth); p_device = what they recognise it by. Returns {id}. Again renews it; of more than twenty the '
  'longest silent go. Belongs to a person, not to a tenant. NX400 push_subscription_invalid (no known push service, or keys that are none), NX409 push_subscription_taken.';
grant execute on function public.save_push_subscription(text, text, text, text) to authenticated;

create function public.remove_push_subscription(p_endpoint text default null, p_id uuid default null) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  if auth.uid() is null then perform engine.fail('NX401', 'not_signed_in'); end if;
  delete from public.push_subscriptions where user_id = auth.uid() and (endpoint = p_endpoint or id = p_id);
  return found;
end
$$;
comment on function public.remove_push_subscription(text, uuid) is 'Takes one of the person''s own devices off, by its endpoint (this browser) or its id (another one, in the list). false = it was not there.';
grant execute on function public.remove_push_subscription(text, uuid) to authenticated;

create function public.read_push_key() returns text
language plpgsql stable
security definer
set search_path = ''
as $$
begin
  if auth.uid() is null then perform engine.fail('NX401', 'not_signed_in'); end if;
  return (select decrypted_secret from vault.decrypted_secrets where name = 'vapid_public_key');
end
$$;
comment on function public.read_push_key() is 'applicationServerKey (RFC 8292, base64url) for PushManager.subscribe; null where this project sends no pushes.';
grant execute on function public.read_push_key() to authenticated;

create function public.save_reach_settings(p_tenant_id uuid, p_is_off text[], p_quiet_from text default null, p_quiet_to text default null) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform engine.require_tenant(p_tenant_id);
  if p_is_off is null or exists (
    select from unnest(p_is_off) o where o is null or split_part(o, ':', 1) not in (select b.topic from engine.bells b) or o !~ '^[a-z_]+:(push|whatsapp|telegram|email)$'
  ) then
    perform engine.fail('NX400', 'reach_invalid', '{"field": "is_off"}');
  end if;
  if (p_quiet_from is null) <> (p_quiet_to is null) or p_quiet_from = p_quiet_to or p_quiet_from !~ '^([01]\d|2[0-3]):[0-5]\d$' or p_quiet_to !~ '^([01]\d|2[0-3]):[0-5]\d$' then
    perform engine.fail('NX400', 'reach_invalid', '{"field": "quiet_hours"}');
  end if;
  insert into public.reach_settings (user_id, tenant_id, is_off, quiet_from, quiet_to)
  values (auth.uid(), p_tenant_id, array(select distinct o from unnest(p_is_off) o order by o), p_quiet_from::time, p_quiet_to::time)
  on conflict (user_id, tenant_id) do update set is_off = excluded.is_off, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to;
  return public.read_reach(p_tenant_id);
end
$$;
comment on function public.save_reach_settings(uuid, text[], text, text) is
  'What the person does not want (p_is_off: topic:channel) and their quiet hours (HH:MM on the tenant''s clock, both or none, may go over midnight), in this tenant. Returns read_reach. NX400 '
  'reach_invalid {field is_off|quiet_hours}.';
grant execute on function public.save_reach_settings(uuid, text[], text, text) to authenticated;

create function public.read_reach(p_tenant_id uuid) returns jsonb
language plpgsql stable
security definer
set search_path = ''
as $$
begin
  perform engine.require_tenant(p_tenant_id);
  return jsonb_build_object(
    'is_off', coalesce((select to_jsonb(r.is_off) from public.reach_settings r where r.user_id = auth.uid() and r.tenant_id = p_tenant_id), '[]'),
    'quiet_from', (select to_char(r.quiet_from, 'HH24:MI') from public.reach_settings r where r.user_id = auth.uid() and r.tenant_id = p_tenant_id),
    'quiet_to', (select to_char(r.quiet_to, 'HH24:MI') from public.reach_settings r where r.user_id = auth.uid() and r.tenant_id = p_tenant_id),
    'timezone', (select t.timezone from public.tenants t where t.id = p_tenant_id),
    'topics', (select jsonb_agg(distinct b.topic) from engine.bells b),
    'channels', (
      select jsonb_agg(jsonb_build_object('channel', c, 'is_linked', c = 'email' or exists (select from engine.places_of(auth.uid()) p where p.channel = c)) order by n)
      from unnest(array['push', 'whatsapp', 'telegram', 'email']) with ordinality as x (c, n)
    ),
    'devices', (
      select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'device', s.device, 'created_at', s.created_at, 'last_sent_at', s.last_sent_at) order by s.created_at), '[]')
      from public.push_subscriptions s where s.user_id = auth.uid()
    )
  );
end
$$;
comment on function public.read_reach(uuid) is
  'How the signed-in person is reached in this tenant: {is_off [topic:channel], quiet_from, quiet_to (HH:MM or null), timezone, topics, channels [{channel, is_linked}], devices [{id, device, '
  'created_at, last_sent_at}]}.';
grant execute on function public.read_reach(uuid) to authenticated;
