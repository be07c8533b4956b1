-- Owns inbound_messages: what came in by WhatsApp and Telegram, stored once each however often and in whatever order the platform tells it. functions/receive
-- stores (worker.receive_messages), answer_messages (20261120031700) works them off.

create table public.inbound_messages (
  channel text not null constraint inbound_channel_is_known check (channel in ('whatsapp', 'telegram')),
  external_id text not null constraint external_id_is_short check (char_length(external_id) between 1 and 200),
  place bigint generated always as identity,
  address text not null constraint inbound_address_is_short check (char_length(address) between 1 and 80),
  name text not null default '',
  kind text not null constraint inbound_kind_is_known check (kind in ('text', 'button', 'image', 'voice', 'document', 'other')),
  text text not null default '' constraint inbound_text_is_bounded check (char_length(text) <= 5000),
  button text not null default '',
  quoted_id text,
  is_forwarded boolean not null default false,
  media jsonb,
  sent_at timestamptz not null,
  received_at timestamptz not null default engine.now(),
  user_id uuid references auth.users (id) on delete cascade,
  link_id uuid references public.channel_links (id) on delete set null,
  tenant_id uuid references public.tenants (id) on delete cascade,
  state text not null default 'waiting' constraint inbound_state_is_known check (state in ('waiting', 'to_fetch', 'awaiting_line', 'done', 'failed')),
  outcome text,
  attempt smallint not null default 0,
  due_at timestamptz,
  path text,
  mime text,
  width integer,
  height integer,
  transcript text,
  reserved_micros bigint not null default 0,
  reserved_on date,
  primary key (channel, external_id),
  constraint kept_media_lie_in_the_tenants_folder check (path is null or (tenant_id is not null and starts_with(path, tenant_id::text || '/')))
);
comment on table public.inbound_messages is
  'A message of a person to us. external_id = the platform''s id (a replay is the same row); sent_at = when it was written, never later than it came; place = order of arrival; quoted_id = the message it '
  'answers; media = {id, mime, bytes}. state: waiting → done with an outcome, or to_fetch (its photo or voice is being fetched; due_at = tried again then) → awaiting_line (kept; the next typed line says '
  'what it is for) → done; failed = we broke. reserved = money held while it is listened to. Kept 30 days.';
create index inbound_messages_waiting on public.inbound_messages (received_at) where state = 'waiting';
create index inbound_messages_of_an_address on public.inbound_messages (channel, address, sent_at desc);
create index inbound_messages_to_fetch on public.inbound_messages (due_at) where state = 'to_fetch';
create index inbound_messages_of_a_person on public.inbound_messages (user_id) where user_id is not null;
create index inbound_messages_of_a_link on public.inbound_messages (link_id) where link_id is not null;
create index inbound_messages_of_a_tenant on public.inbound_messages (tenant_id) where tenant_id is not null;
create index inbound_messages_by_age on public.inbound_messages (received_at);
alter table public.inbound_messages enable row level security;

create function engine.inbound_media_limit() returns bigint
language sql immutable
set search_path = ''
as $$ select 16777216::bigint $$;
comment on function engine.inbound_media_limit() is
  'Bytes of a photo or voice note that we take: 16 MB, WhatsApp''s own limit for audio (developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types).';

create function worker.receive_messages(p_channel text, p_messages jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_given integer;
  v_stored integer;
begin
  with given as materialized (
    select m.*, n from jsonb_array_elements(p_messages) with ordinality as e (message, n)
    cross join lateral jsonb_to_record(e.message) as m (
      external_id text, "from" text, name text, sent_at text, kind text, text text, button text, quoted_id text, is_forwarded boolean, media jsonb)
    where char_length(m.external_id) between 1 and 200 and char_length(m."from") between 1 and 80
  ),
  stored as (
    insert into public.inbound_messages (channel, external_id, address, name, kind, text, button, quoted_id, is_forwarded, media, sent_at)
    select p_channel, g.external_id, g."from", left(coalesce(g.name, ''), 80),
      case when g.kind in ('text', 'button', 'image', 'voice', 'document') then g.kind else 'other' end,
      left(coalesce(g.text, ''), 5000), left(coalesce(g.button, ''), 200), left(g.quoted_id, 200), coalesce(g.is_forwarded, false),
      case when jsonb_typeof(g.media) = 'object' then g.media end,
      -- a phone whose clock is ahead has written now
      least(v_now, case when pg_input_is_valid(coalesce(g.sent_at, ''), 'timestamptz') then g.sent_at::timestamptz end)
    from given g order by g.n
    on conflict (channel, external_id) do nothing
    returning 1
  )
  select (select count(*) from given), (select count(*) from stored) into v_given, v_stored;
  return jsonb_build_object('stored', v_stored, 'duplicates', v_given - v_stored);
end
$$;
comment on function worker.receive_messages(text, jsonb) is
  '{stored, duplicates}. p_messages = [{external_id, from, name, sent_at (ISO 8601), kind text|button|image|voice|document|other, text?, button?, quoted_id?, is_forwarded?, media? {id, mime, bytes}}], one '
  'insert however many; an id that is there already changes nothing. text carries the caption of media too; button = the id we gave the button. Texts must not hold the character U+0000 (jsonb has none). '
  'Then call worker.answer_messages.';
grant execute on function worker.receive_messages(text, jsonb) to service_role;

create function engine.forget_messages() returns integer
language sql
set search_path = ''
as $$
  with old as (delete from public.inbound_messages where received_at < engine.now() - interval '30 days' returning 1),
    codes as (delete from engine.link_codes where created_at < engine.now() - interval '30 days')
  select count(*)::integer from old
$$;
comment on function engine.forget_messages() is
  'Nightly: what people wrote goes after 30 days, used codes too; what came of it stands in events. Platforms repeat a webhook for a week at most, and what is older than that decides nothing.';
select cron.schedule('nexio-forget-messages', '50 1 * * *', 'select engine.forget_messages()');
