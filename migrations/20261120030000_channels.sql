-- Where a person can be reached (push, WhatsApp, Telegram, email), what they want there, what is on its way to them and what came back.
-- deliveries (20261120030100) fill and settle it, inbound messages (20261120031000) are read from it.

create table public.push_subscriptions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  endpoint text not null unique constraint endpoint_is_an_address check (char_length(endpoint) <= 2000 and endpoint ~ '^https?://'),
  p256dh text not null,
  auth text not null,
  device text not null default '' constraint device_is_short check (char_length(device) <= 80),
  failed_count integer not null default 0,
  created_at timestamptz not null default engine.now(),
  last_sent_at timestamptz
);
comment on table public.push_subscriptions is
  'A browser of a person that takes pushes (RFC 8030, 8291): endpoint and the two keys that it gave. device = what the person recognises it by. A push service that says it is gone takes the row away.';
create index push_subscriptions_of_a_person on public.push_subscriptions (user_id);

create table public.channel_links (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  channel text not null constraint linked_channel_is_known check (channel in ('whatsapp', 'telegram')),
  address text not null constraint address_is_short check (char_length(address) between 1 and 80),
  name text not null default '' constraint link_name_is_short check (char_length(name) <= 80),
  tenant_id uuid references public.tenants (id) on delete set null,
  last_inbound_at timestamptz,
  linked_at timestamptz not null default engine.now(),
  constraint address_belongs_to_one_person unique (channel, address)
);
comment on table public.channel_links is
  'A chat that was shown to be this person''s (by a code): address = wa_id or Telegram chat id; name = as the platform shows them. tenant_id = the business that a word without a quoted message is about; last_inbound_at '
  'opens WhatsApp''s 24 hours.';
create index channel_links_of_a_person on public.channel_links (user_id);
create index channel_links_of_a_tenant on public.channel_links (tenant_id) where tenant_id is not null;

create table public.reach_settings (
  user_id uuid not null references auth.users (id) on delete cascade,
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  is_off text[] not null default '{}',
  quiet_from time,
  quiet_to time,
  primary key (user_id, tenant_id),
  constraint quiet_hours_have_both_ends check ((quiet_from is null) = (quiet_to is null))
);
comment on table public.reach_settings is
  'What a person does not want, as topic:channel (approvals:whatsapp), and when they are not to be rung, in the tenant''s timezone. No row = everything by push, WhatsApp and Telegram where they are linked, email as the last resort.';
create index reach_settings_of_a_tenant on public.reach_settings (tenant_id);

create table public.deliveries (
  id bigint generated always as identity primary key,
  tenant_id uuid references public.tenants (id) on delete cascade,
  user_id uuid references auth.users (id) on delete cascade,
  channel text not null constraint delivery_channel_is_known check (channel in ('push', 'whatsapp', 'telegram', 'email')),
  target_id uuid,
  address text constraint delivery_address_is_short check (char_length(address) between 1 and 254),
  topic text not null constraint topic_is_snake_case check (topic ~ '^[a-z][a-z_]*$'),
  kind text not null constraint delivery_kind_is_snake_case check (kind ~ '^[a-z][a-z_]*$'),
  approval_id uuid references public.approvals (id) on delete cascade,
  notification_id bigint references public.notifications (id) on delete cascade,
  data jsonb not null default '{}',
  state text not null default 'waiting' constraint delivery_state_is_known check (state in ('waiting', 'sending', 'sent', 'dropped', 'failed')),
  due_at timestamptz not null default engine.now(),
  attempt smallint not null default 0,
  claim_token uuid,
  lease_until timestamptz,
  external_id text,
  error_code text,
  is_trial boolean not null default false,
  created_at timestamptz not null default engine.now(),
  settled_at timestamptz,
  constraint delivery_is_for_a_person_or_an_address check ((user_id is null) = (address is not null)),
  constraint delivery_is_settled_when_it_ends check ((state in ('sent', 'dropped', 'failed')) = (settled_at is not null)),
  constraint delivery_at_work_has_a_claim check ((state = 'sending') = (claim_token is not null))
);
comment on table public.deliveries is
  'One message to one person on one device or chat (target_id: push_subscriptions or channel_links; null for email), or to nobody we know yet (address: a chat that is told how to link, an invited mailbox). Ids and figures only: what it says is read when it is sent. state dropped = not needed any more (decided, '
  'muted, part of a digest); external_id = the platform''s id of the message; is_trial = it went to a local double.';
create index deliveries_due on public.deliveries (due_at) where state = 'waiting';
create index deliveries_at_work on public.deliveries (lease_until) where state = 'sending';
create index deliveries_of_a_person on public.deliveries (user_id, created_at desc);
create index deliveries_of_a_tenant on public.deliveries (tenant_id) where tenant_id is not null;
create index deliveries_of_an_approval on public.deliveries (approval_id) where approval_id is not null;
create index deliveries_of_a_notification on public.deliveries (notification_id) where notification_id is not null;
create index deliveries_by_external_id on public.deliveries (channel, external_id) where external_id is not null;

create table public.decision_tokens (
  token_hash bytea primary key,
  approval_id uuid not null references public.approvals (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  channel text not null constraint token_channel_is_known check (channel in ('push', 'whatsapp', 'telegram', 'email')),
  version integer not null,
  content_hash text not null,
  created_at timestamptz not null default engine.now(),
  used_at timestamptz
);
comment on table public.decision_tokens is
  'sha256 of a token in a push or mail: for one approval as this person was shown it (version, content_hash), used once. Only for gates that need no second factor.';
create index decision_tokens_of_an_approval on public.decision_tokens (approval_id);
create index decision_tokens_of_a_person on public.decision_tokens (user_id);

alter table public.push_subscriptions enable row level security;
alter table public.channel_links enable row level security;
alter table public.reach_settings enable row level security;
alter table public.deliveries enable row level security;
alter table public.decision_tokens enable row level security;
grant select (id, user_id, device, created_at, last_sent_at) on public.push_subscriptions to authenticated;
grant select on public.channel_links, public.reach_settings to authenticated;

create policy "people see their own devices" on public.push_subscriptions for select to authenticated using (user_id = (select auth.uid()));
create policy "people see their own chats" on public.channel_links for select to authenticated using (user_id = (select auth.uid()));
create policy "people see what they want to be told" on public.reach_settings for select to authenticated
  using (user_id = (select auth.uid()) and tenant_id = (select public.current_tenant()));

create function engine.decide_as(p_user_id uuid, p_tenant_id uuid, p_item jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_before jsonb := engine.stand_in(p_user_id, p_tenant_id);
  v_outcome jsonb;
begin
  v_outcome := case
    when public.current_tenant() is distinct from p_tenant_id then jsonb_build_object('outcome', 'forbidden', 'approval_id', p_item -> 'approval_id')
    else engine.decide(p_tenant_id, p_item)
  end;
  perform engine.stand_back(v_before);
  return v_outcome;
end
$$;
comment on function engine.decide_as(uuid, uuid, jsonb) is
  'A decision that reached us by a channel in which the person is known (a linked chat, a token of theirs), with what that person may do at this moment and never with a second factor. p_item and '
  'outcomes as in engine.decide; somebody who has left the tenant is forbidden.';
