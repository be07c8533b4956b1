-- Who is who: tenants with parents, memberships, profiles, platform roles, the active tenant of each session.
create table public.tenants (
  id uuid primary key default gen_random_uuid(),
  parent_id uuid references public.tenants (id),
  kind text not null default 'business' constraint kind_is_known check (kind in ('business', 'agency', 'programme')),
  name text not null constraint name_has_2_to_80_letters check (char_length(name) between 2 and 80),
  slug text not null unique
    constraint slug_is_short_and_plain check (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])$'),
  plan_key text not null default 'free',
  country text not null constraint country_is_two_letters check (country ~ '^[A-Z]{2}$'),
  language text not null constraint language_is_spoken check (language in ('mg', 'fr', 'en', 'ar')),
  timezone text not null,
  look text not null default 'glass' constraint look_is_known check (look in ('glass', 'modern', 'cyberpunk', 'matrix')),
  status text not null default 'active' constraint status_is_known check (status in ('active', 'suspended', 'closed')),
  is_demo boolean not null default false,
  -- last part of the realtime topic; changed when a member leaves, so that a channel still open hears no more
  topic_suffix text not null default substr(replace(gen_random_uuid()::text, '-', ''), 1, 12),
  created_at timestamptz not null default engine.now(),
  constraint tenant_is_not_its_own_parent check (parent_id <> id)
);
comment on table public.tenants is 'One business, agency or programme. parent_id: agency -> clients, programme -> members.';
create index tenants_of_a_parent on public.tenants (parent_id) where parent_id is not null;

create table public.memberships (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role text not null constraint role_is_known check (role in ('owner', 'admin', 'staff', 'external')),
  created_at timestamptz not null default engine.now(),
  primary key (tenant_id, user_id)
);
comment on table public.memberships is 'A person in a tenant with one role; a person may be in several.';
create index memberships_of_a_person on public.memberships (user_id, created_at);

create table public.profiles (
  user_id uuid primary key references auth.users (id) on delete cascade,
  display_name text not null default '' constraint display_name_is_short check (char_length(display_name) <= 80),
  language text not null default 'fr' constraint language_is_spoken check (language in ('mg', 'fr', 'en', 'ar')),
  created_at timestamptz not null default engine.now()
);
comment on table public.profiles is 'What colleagues see of a person, and the language the app speaks to them.';

create table public.platform_roles (
  user_id uuid not null references auth.users (id) on delete cascade,
  role text not null constraint role_is_known check (role in ('platform_admin', 'programme_operator')),
  tenant_id uuid references public.tenants (id) on delete cascade,
  constraint operator_names_the_programme check ((role = 'programme_operator') = (tenant_id is not null)),
  unique nulls not distinct (user_id, role, tenant_id)
);
comment on table public.platform_roles is 'Roles above tenants, given by hand in the studio: platform_admin, and programme_operator of one programme tenant.';
create index platform_roles_of_a_tenant on public.platform_roles (tenant_id) where tenant_id is not null;

create table public.active_tenants (
  session_id uuid primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  chosen_at timestamptz not null default engine.now()
);
comment on table public.active_tenants is 'The tenant each auth session works in; read by custom_access_token_hook. Two phones may differ.';
create index active_tenants_of_a_person on public.active_tenants (user_id);
create index active_tenants_of_a_tenant on public.active_tenants (tenant_id);

alter table public.tenants enable row level security;
alter table public.memberships enable row level security;
alter table public.profiles enable row level security;
alter table public.platform_roles enable row level security;
alter table public.active_tenants enable row level security;
grant select on public.tenants, public.memberships, public.profiles, public.platform_roles, public.active_tenants to authenticated;

create function public.current_tenant()
returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := auth.uid();
  v_named text;
  v_tenant_id uuid;
begin
  if v_user_id is null then return null; end if;
  v_named := coalesce(
    nullif(current_setting('request.headers', true), '')::jsonb ->> 'x-tenant-id',
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'tenant_id'
  );
  if v_named is null or not pg_input_is_valid(v_named, 'uuid') then return null; end if;
  select m.tenant_id into v_tenant_id
  from public.memberships m
  join public.tenants t on t.id = m.tenant_id and t.status = 'active'
  where m.tenant_id = v_named::uuid and m.user_id = v_user_id;
  return v_tenant_id;
end
$$;
comment on function public.current_tenant() is
  'Tenant of this request: header x-tenant-id (each tab keeps its own), else the token''s claim; null when the person is not a member now or the '
  'tenant is not active. A wrong header never falls back to the claim. Policies wrap it in (select ...) so that it runs once a statement.';
grant execute on function public.current_tenant() to authenticated;

create function public.is_member(p_tenant_id uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return exists (
    select from public.memberships m
    join public.tenants t on t.id = m.tenant_id and t.status = 'active'
    where m.tenant_id = p_tenant_id and m.user_id = auth.uid()
  );
end
$$;
comment on function public.is_member(uuid) is 'True when the signed-in person belongs to that active tenant, whichever tenant the request works in.';
grant execute on function public.is_member(uuid) to authenticated;

create function engine.broadcast(p_tenant_id uuid, p_event text, p_payload jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform realtime.send(p_payload, p_event, 'tenant:' || t.id || ':' || t.topic_suffix, true)
  from public.tenants t
  where t.id = p_tenant_id;
end
$$;
comment on function engine.broadcast(uuid, text, jsonb) is
  'Tells the members'' screens over the private topic tenant:<id>:<suffix>. p_event: run, step, dialogue, approval, content, notification, lead, '
  'brand_dna, tenant; the payload carries ids only ({id, run_id}), screens read the rest through RLS.';
