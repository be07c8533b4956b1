-- Owns budgets (money and tasks of a tenant's day), model_routes (prices) and model_calls (what each call cost).
-- Written by the cost controller and by the catalog loader.

create table public.budgets (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  day date not null,
  reserved_micros bigint not null default 0,
  spent_micros bigint not null default 0,
  task_count integer not null default 0,
  primary key (tenant_id, day),
  constraint budget_is_not_negative check (reserved_micros >= 0 and spent_micros >= 0 and task_count >= 0)
)
with (fillfactor = 50);

comment on table public.budgets is
  'One row a tenant and day (in the tenant''s timezone). reserved: held by calls under way; spent: settled. Millionths of a US dollar.';

create table public.model_routes (
  tier text not null,
  rank smallint not null,
  provider text not null,
  model text not null,
  input_usd_per_mtok numeric not null,
  output_usd_per_mtok numeric not null,
  cached_input_usd_per_mtok numeric not null,
  retired_at timestamptz,
  primary key (tier, rank),
  constraint route_tier_is_known check (tier in ('local', 'gemini_flash', 'haiku', 'sonnet', 'opus', 'image', 'metered')),
  constraint route_provider_is_known check (
    provider in ('house', 'openai', 'openai_compatible', 'google', 'anthropic')
    or tier = 'metered' and provider in ('google_cloud', 'google_places', 'elevenlabs', 'd_id', 'kling', 'brave_search')
  ),
  constraint route_prices_are_not_negative check (
    input_usd_per_mtok >= 0 and output_usd_per_mtok >= 0 and cached_input_usd_per_mtok >= 0
  )
);

comment on table public.model_routes is
  'Tier -> provider and model, tried in order of rank. A dollar a million tokens is a micro-dollar a token, so price x tokens = micros. image: pictures, which are counted in tokens too.';

create table public.model_calls (
  id bigint generated always as identity primary key,
  tenant_id uuid not null,
  run_id uuid,
  step_id bigint,
  input_tokens integer not null default 0,
  output_tokens integer not null default 0,
  cached_tokens integer not null default 0,
  duration_ms integer not null default 0,
  cost_micros bigint not null default 0,
  list_micros bigint not null default 0,
  saved_tokens integer not null default 0,
  tier text not null,
  provider text not null,
  model text not null,
  outcome text not null,
  lever text,
  created_at timestamptz not null default engine.now(),
  constraint lever_is_known check (lever in ('batch', 'prompt_cache', 'semantic_cache'))
);

create index model_calls_by_tenant on public.model_calls (tenant_id, id desc);

comment on table public.model_calls is
  'Each call to a model, failures too. run_id and step_id null = a voice note was listened to, before there was a run. outcome: answered, a ModelError code, or worker_lost when the worker died and the hold was booked as spent. '
  'lever = what made it cheap beside its tier; saved_tokens = input tokens that the same work without the lever would have needed beyond these; list_micros = '
  'the same answer, asked alone, at the dearest model''s price (product.md H).';

alter table public.budgets enable row level security;
alter table public.model_routes enable row level security;
alter table public.model_calls enable row level security;

create policy "members see their tenant's budget" on public.budgets for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));
create policy "signed-in people see the price list" on public.model_routes for select to authenticated using (true);
create policy "members see their tenant's model calls" on public.model_calls for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));

revoke all on public.budgets, public.model_routes, public.model_calls from anon, authenticated;
grant select on public.budgets, public.model_routes, public.model_calls to authenticated;

create function engine.load_model_routes(p_routes jsonb) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_count integer;
begin
  with given as (
    select * from jsonb_to_recordset(p_routes) as r (
      tier text, rank smallint, provider text, model text, input_usd_per_mtok numeric, output_usd_per_mtok numeric,
      cached_input_usd_per_mtok numeric, retired_at timestamptz
    )
  ),
  gone as (
    delete from public.model_routes m where not exists (select from given g where g.tier = m.tier and g.rank = m.rank)
  ),
  kept as (
    insert into public.model_routes as m
    select * from given
    on conflict (tier, rank) do update set
      provider = excluded.provider, model = excluded.model, input_usd_per_mtok = excluded.input_usd_per_mtok,
      output_usd_per_mtok = excluded.output_usd_per_mtok, cached_input_usd_per_mtok = excluded.cached_input_usd_per_mtok,
      retired_at = excluded.retired_at
    returning 1
  )
  select count(*) into v_count from kept;
  return v_count;
end
$$;
comment on function engine.load_model_routes(jsonb) is
  'Makes model_routes equal to the list of supabase/catalog/model_routes.json (prices in US dollars a million tokens). Called by the catalog loader.';
