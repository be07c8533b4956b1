-- A chat becomes a person's: begin_channel_link shows a code in the app, the chat sends it (engine.use_link_code, called by answer_messages). Unlinking, and which
-- channels are open at all, for the screen /settings/channels.

create table engine.link_codes (
  code_hash bytea primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  tenant_id uuid references public.tenants (id) on delete cascade,
  channel text not null constraint code_channel_is_known check (channel in ('whatsapp', 'telegram')),
  created_at timestamptz not null default engine.now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table engine.link_codes is
  'sha256 of a code by which a person shows that a chat is theirs: for one channel, once, until expires_at; only the newest of a person and channel counts. tenant_id = the business they stood in.';
create index link_codes_of_a_person on engine.link_codes (user_id, created_at desc);

insert into engine.bells (kind, topic, delivery_kind, is_urgent) values ('chat_linked', 'alerts', 'alert', true);

create function engine.hash_code(p_code text) returns bytea
language sql immutable
set search_path = ''
as $$ select sha256(convert_to(upper(p_code), 'utf8')) $$;
comment on function engine.hash_code(text) is 'What is kept of a link code, whichever case it is typed in.';

create function engine.new_code() returns text
language sql volatile
set search_path = ''
as $$
  -- gen_random_uuid is the one strong source that every database here has (bytes 6 and 8 are its version); no vowel, so that no code is a word
  select string_agg(substr('BCDFGHJKLMNPQRSTVWXZ', get_byte(uuid_send(g.u), n) % 20 + 1, 1), '')
  from (select gen_random_uuid() as u) as g, unnest(array[0, 1, 2, 3, 4, 5, 10, 11]) as n
$$;
comment on function engine.new_code() is 'Eight consonants by chance, such as KDRTBHWN.';

create function engine.code_in(p_text text) returns text
language sql immutable
set search_path = ''
as $$ select upper(substring(regexp_replace(p_text, '[\s-]', '', 'g') from '^(?:/start)?([b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]{8})$')) $$;
comment on function engine.code_in(text) is 'The link code that a message is (spaces and hyphens do not matter, Telegram''s /start in front neither); null when it is none.';

create function engine.channel_url(p_channel text, p_text text default null) returns text
language sql stable
set search_path = ''
as $$
  select case p_channel
    when 'whatsapp' then 'https://wa.me/' || regexp_replace(v.decrypted_secret, '\D', '', 'g') || coalesce('?text=' || p_text, '')
    when 'telegram' then 'https://t.me/' || ltrim(v.decrypted_secret, '@') || coalesce('?start=' || p_text, '')
  end
  from vault.decrypted_secrets v
  where v.name = case p_channel when 'whatsapp' then 'whatsapp_number' when 'telegram' then 'telegram_bot' end and v.decrypted_secret <> ''
$$;
comment on function engine.channel_url(text, text) is
  'Address that opens our chat, with p_text ready to send (wa.me: faq.whatsapp.com/5913398998672934; t.me: core.telegram.org/bots/features#deep-linking). Number and bot are in vault as whatsapp_number '
  'and telegram_bot; null = that channel is not set up.';

create function public.read_channels() returns jsonb
language plpgsql stable
security definer
set search_path = ''
as $$
begin
  if auth.uid() is null then perform engine.fail('NX401', 'not_signed_in'); end if;
  return (
    select jsonb_agg(jsonb_build_object('channel', c, 'url', engine.channel_url(c), 'is_trial', coalesce(c = any (string_to_array(v.decrypted_secret, ',')), false)) order by n)
    from unnest(array['whatsapp', 'telegram']) with ordinality as x (c, n)
    left join vault.decrypted_secrets v on v.name = 'channels_trial'
  );
end
$$;
comment on function public.read_channels() is
  '[{channel, url: our chat, null = not set up here, is_trial: messages go to a local double}]. Chats that are linked stand in channel_links. NX401 not_signed_in.';
grant execute on function public.read_channels() to authenticated;

create function public.begin_channel_link(p_channel text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := auth.uid();
  v_code text := engine.new_code();
  v_expires_at timestamptz := engine.now() + interval '10 minutes';
begin
  perform engine.mark_request('asks');
  if v_user_id is null then perform engine.fail('NX401', 'not_signed_in'); end if;
  perform engine.refuse_blocked();
  -- the chat will decide in this person's name
  perform engine.require_two_factor();
  if p_channel is null or p_channel not in ('whatsapp', 'telegram') then perform engine.fail('NX400', 'channel_unknown'); end if;
  if engine.channel_url(p_channel) is null then perform engine.fail('NX409', 'channel_not_configured', jsonb_build_object('channel', p_channel)); end if;
  if (select count(*) from engine.link_codes c where c.user_id = v_user_id and c.created_at > engine.now() - interval '1 hour') >= 10 then
    perform engine.fail('NX429', 'too_many_codes', '{"limit": 10}');
  end if;
  update engine.link_codes set expires_at = least(expires_at, engine.now()) where user_id = v_user_id and channel = p_channel and used_at is null;
  insert into engine.link_codes (code_hash, user_id, tenant_id, channel, expires_at)
  values (engine.hash_code(v_code), v_user_id, public.current_tenant(), p_channel, v_expires_at);
  return jsonb_build_object('code', v_code, 'url', engine.channel_url(p_channel, v_code), 'expires_at', v_expires_at, 'expires_in', 600);
end
$$;
comment on function public.begin_channel_link(text) is
  '{code, url, expires_at, expires_in seconds (for a phone whose clock is wrong)}: the chat that sends this code within ten minutes is the person''s; an earlier code of that channel is void. p_channel whatsapp or telegram. NX400 channel_unknown; NX401 '
  'not_signed_in; NX409 channel_not_configured {channel}; NX429 too_many_codes {limit} (an hour), blocked_for_now {until}; NX403 needs_two_factor.';
grant execute on function public.begin_channel_link(text) to authenticated;

create function engine.use_link_code(p_channel text, p_address text, p_name text, p_code text) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_code engine.link_codes;
  v_link public.channel_links;
begin
  select * into v_code from engine.link_codes where code_hash = engine.hash_code(p_code) and channel = p_channel for update;
  if v_code.code_hash is null or v_code.used_at is not null or v_code.expires_at <= v_now then return 'code_wrong'; end if;
  select * into v_link from public.channel_links where channel = p_channel and address = p_address;
  if v_link.user_id <> v_code.user_id then return 'chat_taken'; end if;

  update engine.link_codes set used_at = v_now where code_hash = v_code.code_hash;
  insert into public.channel_links (user_id, channel, address, name, tenant_id, last_inbound_at)
  values (v_code.user_id, p_channel, p_address, left(p_name, 80), v_code.tenant_id, v_now)
  on conflict (channel, address) do update set tenant_id = excluded.tenant_id, name = excluded.name, last_inbound_at = excluded.last_inbound_at
  returning * into v_link;
  perform engine.record_event(v_code.tenant_id, 'channel.linked', jsonb_build_object('channel', p_channel, 'link_id', v_link.id), 'person', v_code.user_id::text);
  if v_code.tenant_id is not null then
    perform engine.notify(v_code.tenant_id, v_code.user_id, 'chat_linked', jsonb_build_object('channel', p_channel), '/settings/channels');
  end if;
  perform engine.reply_on(v_link.id, 'linked', jsonb_build_object('tenant', (select t.name from public.tenants t where t.id = v_code.tenant_id)));
  return 'linked';
end
$$;
comment on function engine.use_link_code(text, text, text, text) is
  'A chat sent a code: linked (the person is told in the app and there), code_wrong (unknown, used or too late), chat_taken (it is somebody else''s until they unlink it; the code stays good). The same '
  'person''s chat moves to the business in which this code was made.';

create function public.unlink_channel(p_link_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_link public.channel_links;
begin
  perform engine.mark_request('asks');
  if auth.uid() is null then perform engine.fail('NX401', 'not_signed_in'); end if;
  delete from public.channel_links where id = p_link_id and user_id = auth.uid() returning * into v_link;
  if v_link.id is null then perform engine.fail('NX404', 'link_unknown'); end if;
  update public.deliveries set state = 'dropped', settled_at = engine.now() where target_id = v_link.id and user_id = v_link.user_id and state = 'waiting';
  perform engine.record_event(v_link.tenant_id, 'channel.unlinked', jsonb_build_object('channel', v_link.channel, 'link_id', v_link.id));
end
$$;
comment on function public.unlink_channel(uuid) is
  'The chat is nobody''s from now on: it decides nothing and hears nothing, what was on its way there is dropped. NX401 not_signed_in; NX404 link_unknown (also: another person''s).';
grant execute on function public.unlink_channel(uuid) to authenticated;
