-- Plans and their limits. Rows come from supabase/catalog by engine.load_catalog; the cost controller and invite_member read them.
create table public.plans (
  key text primary key,
  usd_month integer not null,
  daily_tasks integer,
  daily_cost_micros bigint not null,
  model_tiers text[] not null,
  agents integer not null,
  users integer,
  api_requests_per_minute integer,
  storage_gb integer,
  trial_days integer not null default 0
);
comment on table public.plans is 'Price in USD a month; limits a day in tasks (chain runs) and micros of USD; null = without limit.';
alter table public.plans enable row level security;
grant select on public.plans to authenticated;
create policy "signed-in people read the plans" on public.plans for select to authenticated using (true);

alter table public.tenants add constraint plan_is_in_the_catalog foreign key (plan_key) references public.plans (key);
create index tenants_of_a_plan on public.tenants (plan_key);

create function engine.plan_of(p_tenant_id uuid)
returns public.plans
language plpgsql
stable
set search_path = ''
as $$
declare
  v_plan public.plans;
begin
  select p.* into v_plan from public.tenants t join public.plans p on p.key = t.plan_key where t.id = p_tenant_id;
  return v_plan;
end
$$;
comment on function engine.plan_of(uuid) is 'The plan in force for a tenant; a row of nulls when there is no such tenant.';
