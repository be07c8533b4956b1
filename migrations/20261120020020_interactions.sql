-- Owns interactions (what people write to or about a tenant, on any platform) and subscribers (who asked for its letters).
-- Written by worker.receive_interaction, by the Nexio page and by the keepers; the inbox reads it.

create table public.interactions (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  kind text not null constraint interaction_kind_is_known check (kind in ('comment', 'message', 'review', 'mention')),
  platform text not null constraint platform_has_a_name check (platform ~ '^[a-z_]{1,40}$'),
  external_id text not null constraint external_id_is_short check (char_length(external_id) between 1 and 200),
  author_name text not null default '' constraint author_name_is_short check (char_length(author_name) <= 120),
  author_ref text not null default '' constraint author_ref_is_short check (char_length(author_ref) <= 200),
  body text not null default '' constraint body_is_short check (char_length(body) <= 4000),
  language text,
  rating smallint constraint rating_is_in_stars check (rating between 1 and 5),
  content_id uuid references public.contents (id) on delete set null,
  received_at timestamptz not null,
  sentiment text constraint sentiment_is_known check (sentiment in ('positive', 'neutral', 'negative')),
  sentiment_score numeric constraint sentiment_is_a_share check (sentiment_score between -1 and 1),
  intents text[] not null default '{}',
  state text not null default 'new' constraint interaction_state_is_known check (state in ('new', 'waiting', 'answered', 'ignored')),
  reply text,
  replied_at timestamptz,
  run_id uuid,
  is_demo boolean not null default false,
  created_at timestamptz not null default engine.now(),
  constraint interaction_comes_once unique (tenant_id, platform, external_id),
  constraint answered_has_its_time check ((state = 'answered') = (replied_at is not null))
);
comment on table public.interactions is
  'Text of strangers: data, never instruction. author_ref = their address or id at the platform; state: new, waiting (a reply stands in `reply` and waits), answered, '
  'ignored; sentiment, sentiment_score (-1 to 1) and intents are written by sentiment-analyzer.';
create index interactions_of_a_tenant on public.interactions (tenant_id, received_at desc);
create index interactions_negative on public.interactions (tenant_id, received_at) where sentiment = 'negative';
create index interactions_of_a_run on public.interactions (run_id) where run_id is not null;
create index interactions_of_a_content on public.interactions (content_id) where content_id is not null;

create table public.subscribers (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  email text not null constraint email_is_an_address check (email ~* '^[^@\s<>"]+@[^@\s<>"]+\.[a-z]{2,}$' and char_length(email) <= 200),
  name text not null default '' constraint name_is_short check (char_length(name) <= 80),
  language text not null constraint language_is_spoken check (language in ('mg', 'fr', 'en', 'ar')),
  source text not null default 'nexio_page',
  consent_at timestamptz not null,
  unsubscribed_at timestamptz,
  last_click_at timestamptz,
  leave_token uuid not null default gen_random_uuid() unique,
  created_at timestamptz not null default engine.now(),
  constraint subscriber_is_known_once unique (tenant_id, email)
);
comment on table public.subscribers is
  'Who asked for letters, with the moment of consent; email in small letters. leave_token stands in every letter and lets its holder leave with one tap.';
create index subscribers_staying on public.subscribers (tenant_id) where unsubscribed_at is null;

alter table public.interactions enable row level security;
alter table public.subscribers enable row level security;
create policy "insiders read the inbox of their tenant" on public.interactions for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));
create policy "insiders read the subscribers of their tenant" on public.subscribers for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));
grant select on public.interactions to authenticated;
-- all but the token, which is the subscriber's own
grant select (id, tenant_id, email, name, language, source, consent_at, unsubscribed_at, last_click_at, created_at) on public.subscribers to authenticated;
