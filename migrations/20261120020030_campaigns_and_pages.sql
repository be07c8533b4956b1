-- Owns what agents keep for a tenant beside posts: campaigns and their mandates, personas, landing pages, letters, health scores, reports, what competitors changed.
-- Written by the keepers (engine.keep_*) after a step; read by screens and by the inputs of later runs.

create table public.campaigns (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  network text not null constraint network_is_known check (network in ('meta', 'google', 'tiktok', 'linkedin')),
  external_id text not null,
  name text not null default '',
  status text not null constraint campaign_status_is_known check (status in ('active', 'paused', 'ended')),
  daily_budget_micros bigint not null default 0,
  spend_micros bigint not null default 0,
  revenue_micros bigint not null default 0,
  roas numeric,
  currency text not null default 'USD' constraint currency_is_iso check (currency ~ '^[A-Z]{3}$'),
  figures jsonb not null default '{}',
  mandate_id uuid,
  held_budget_micros bigint,
  updated_at timestamptz not null default engine.now(),
  constraint campaign_is_known_once unique (tenant_id, network, external_id),
  constraint campaign_money_is_not_negative check (least(daily_budget_micros, spend_micros, revenue_micros) >= 0)
);
comment on table public.campaigns is
  'A campaign as its network tells it; money in millionths of `currency`; figures = {impressions, clicks, conversions, from, to, rule, reason}; mandate_id = within '
  'which its budget may be raised without a person; held_budget_micros = what a raise under way will make of its daily budget.';

create table public.personas (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  name text not null constraint name_has_letters check (char_length(name) between 1 and 80),
  card jsonb not null default '{}' constraint card_is_an_object check (jsonb_typeof(card) = 'object'),
  voice_id text not null default '',
  portrait_path text not null default '',
  is_active boolean not null default true,
  created_at timestamptz not null default engine.now()
);
comment on table public.personas is 'The digital influencer of a tenant; card = {bio, traits, pillars, platforms …}; portrait_path in bucket media.';
create index personas_of_a_tenant on public.personas (tenant_id, created_at);

create table public.landing_pages (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  slug text not null constraint page_slug_is_plain check (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  title text not null default '',
  template text not null default 'contact',
  blocks jsonb not null default '[]' constraint blocks_are_a_list check (jsonb_typeof(blocks) = 'array'),
  html text not null default '',
  language text not null,
  status text not null default 'draft' constraint page_status_is_known check (status in ('draft', 'published', 'archived')),
  run_id uuid,
  published_at timestamptz,
  created_at timestamptz not null default engine.now(),
  constraint page_slug_is_taken_once unique (tenant_id, slug),
  constraint published_page_has_its_time check ((status = 'published') = (published_at is not null))
);
comment on table public.landing_pages is 'A page of the tenant beside its Nexio page, at /@slug/p/<slug>; blocks as landing-page-builder made them; draft until its gate.';
create index landing_pages_of_a_run on public.landing_pages (run_id) where run_id is not null;

create table public.mailings (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  kind text not null constraint mailing_kind_is_known check (kind in ('newsletter', 'campaign', 'welcome')),
  language text not null,
  subject text not null default '',
  mails jsonb not null constraint mails_are_a_list check (jsonb_typeof(mails) = 'array'),
  status text not null default 'draft' constraint mailing_status_is_known check (status in ('draft', 'approved', 'refused')),
  recipients integer not null default 0,
  run_id uuid,
  decided_at timestamptz,
  created_at timestamptz not null default engine.now(),
  constraint mailing_is_made_once_a_run unique (run_id, kind)
);
comment on table public.mailings is
  'Letters to subscribers: mails = [{subject, preheader, body, after_hours …}]. A welcome sequence that was approved is used again for the next subscriber.';
create index mailings_of_a_tenant on public.mailings (tenant_id, created_at desc);

create table public.health_scores (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  day date not null,
  health smallint not null constraint health_is_a_percentage check (health between 0 and 100),
  band text not null constraint band_is_known check (band in ('green', 'yellow', 'red')),
  act text not null default 'none',
  reasons jsonb not null default '[]',
  primary key (tenant_id, day)
);
comment on table public.health_scores is 'How well things go for a client, by health-scorer; reasons = its parts {part, points, of, because}.';

create table public.reports (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  kind text not null constraint report_kind_is_plain check (kind ~ '^[a-z][a-z0-9_]*$'),
  title text not null default '',
  sections jsonb not null default '[]' constraint sections_are_a_list check (jsonb_typeof(sections) = 'array'),
  body jsonb not null default '{}',
  run_id uuid,
  step_id bigint unique,
  created_at timestamptz not null default engine.now()
);
comment on table public.reports is 'What an agent reported: kind = chain it came from, sections = [{heading, body, figures}], body = the whole output.';
create index reports_of_a_tenant on public.reports (tenant_id, created_at desc);

create table public.competitor_changes (
  id bigint generated always as identity primary key,
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  url text not null,
  name text not null default '',
  kind text not null constraint change_kind_is_known check (kind in ('first', 'price', 'offer_added', 'offer_removed', 'text')),
  before text not null default '',
  after text not null default '',
  page jsonb not null default '{}',
  seen_at timestamptz not null default engine.now()
);
comment on table public.competitor_changes is
  'What competitor-crawler found new on a public page; kind first = the page as first read. page = {url, name, title, text, offers, hash, status}: theirs, compared and never copied.';
create index competitor_changes_of_a_tenant on public.competitor_changes (tenant_id, seen_at desc);
create index competitor_changes_of_a_page on public.competitor_changes (tenant_id, url, id desc);

do $$
declare
  v_table text;
begin
  foreach v_table in array array['campaigns', 'personas', 'landing_pages', 'mailings', 'health_scores', 'reports', 'competitor_changes'] loop
    execute format('alter table public.%I enable row level security', v_table);
    execute format($sql$
      create policy "insiders read the %s of their tenant" on public.%I for select to authenticated
      using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')))
    $sql$, replace(v_table, '_', ' '), v_table);
    execute format('grant select on public.%I to authenticated', v_table);
  end loop;
end
$$;
