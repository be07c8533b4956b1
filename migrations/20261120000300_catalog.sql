-- The catalog as tables: agents, skills, chains. Built-in rows (tenant_id null) come from supabase/catalog; a tenant can add its own.
create table public.agents (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid references public.tenants (id) on delete cascade,
  key text not null constraint key_is_snake_case check (key ~ '^[a-z][a-z0-9_]*$'),
  name text not null,
  level text not null constraint level_is_known check (level in ('ceo', 'director', 'worker', 'security')),
  department text not null,
  min_plan text not null,
  model_tier text not null,
  fallback_tiers text[] not null default '{}',
  skills text[] not null default '{}',
  soul text not null default '',
  manual text not null default '',
  initials text not null default '',
  colour text not null default '#5eead4' constraint colour_is_a_hex check (colour ~ '^#[0-9a-f]{6}$'),
  is_active boolean not null default true,
  unique nulls not distinct (tenant_id, key)
);
comment on table public.agents is 'min_plan = least plan that has it (platform: ours, never a client''s); soul = SOUL.md (personality), manual = AGENTS.md (how it works); model_tier and fallback_tiers are tried in order within the plan.';

create table public.skills (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid references public.tenants (id) on delete cascade,
  key text not null constraint key_is_plain check (key ~ '^[a-z0-9][a-z0-9._-]*$'),
  name text not null,
  category text not null,
  kind text not null default 'prompt' constraint kind_is_known check (kind in ('prompt', 'code', 'http')),
  description text not null default '',
  input_schema jsonb not null default '{}',
  output_schema jsonb not null default '{}',
  model_tier text not null default 'local',
  estimated_cost_micros bigint not null default 0 constraint estimate_is_not_negative check (estimated_cost_micros >= 0),
  prompts jsonb not null default '[]' constraint prompts_are_a_list check (jsonb_typeof(prompts) = 'array'),
  tools text[] not null default '{}',
  max_output_tokens integer constraint answer_has_room check (max_output_tokens between 1 and 64000),
  cache_hours integer constraint cache_is_for_a_day_at_most check (cache_hours between 1 and 24),
  account text,
  account_owner text constraint account_owner_is_known check (account_owner in ('tenant', 'platform')),
  hosts text[] not null default '{}',
  capability text constraint capability_is_snake_case check (capability ~ '^[a-z][a-z0-9_]*$'),
  is_private boolean not null default false,
  is_active boolean not null default false,
  constraint account_has_an_owner check ((account is null) = (account_owner is null)),
  unique nulls not distinct (tenant_id, key)
);
comment on table public.skills is
  'prompts = templates in order, a retry uses the next; tools = what an agent may call while using it; account = what must be connected outside, by the tenant or by '
  'us; hosts = the only ones it may reach; capability = done by a registered agent that has it, never by our worker; is_private = models of tier local only; '
  'max_output_tokens null = the worker''s own measure; cache_hours = the same question of the same tenant has the same answer for so long (semantic_cache), null = never; inactive = known but not yet offered.';

create table public.chains (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid references public.tenants (id) on delete cascade,
  key text not null constraint key_is_snake_case check (key ~ '^[a-z][a-z0-9_]*$'),
  name text not null,
  trigger text not null default 'user',
  priority text not null constraint priority_is_known check (priority in ('critical', 'high', 'medium', 'low')),
  human_approval text not null default '',
  steps jsonb not null constraint steps_are_a_list check (jsonb_typeof(steps) = 'array'),
  input_schema jsonb,
  costs_task boolean not null default true,
  is_active boolean not null default false,
  unique nulls not distinct (tenant_id, key)
);
comment on table public.chains is 
  'human_approval = the rule in words, a step''s approval attribute is what acts; steps = what engine.check_chain reads, in the order shown to people; input_schema = '
  'what a person gives to start it (null = nobody starts it by hand); costs_task false = set-up, which counts as no task of the day.';

alter table public.agents enable row level security;
alter table public.skills enable row level security;
alter table public.chains enable row level security;
grant select on public.agents, public.skills, public.chains to authenticated;

create policy "insiders read the agents, the guards excepted" on public.agents
for select to authenticated using (
  (tenant_id is null or tenant_id = (select public.current_tenant()))
  and level <> 'security'
  and (select public.has_permission('view_agents'))
);
create policy "insiders read built-in skills and their tenant's" on public.skills
for select to authenticated using (
  (tenant_id is null or tenant_id = (select public.current_tenant())) and (select public.has_permission('view_agents'))
);
create policy "insiders read built-in chains and their tenant's" on public.chains
for select to authenticated using (
  (tenant_id is null or tenant_id = (select public.current_tenant())) and (select public.has_permission('view_agents'))
);
