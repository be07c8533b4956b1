-- Owns tenant_agents: each agent as it is in one tenant (on or off, status, its own files, its place in the quarter of an hour). Rows come with the
-- tenant, with a new plan and with a new catalog; the verbs of the following files change them. The guards (level security) have no row: they are ours.

create table public.tenant_agents (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  agent_key text not null,
  is_on boolean not null default false,
  is_wanted boolean not null default true,
  status text not null default 'idle',
  beat_second smallint not null default 0,
  heartbeat_at timestamptz,
  woken_at timestamptz,
  slept_at timestamptz,
  soul_version integer not null default 0,
  manual_version integer not null default 0,
  memory_version integer not null default 0,
  soul text,
  manual text,
  last_found jsonb not null default '{}',
  memory jsonb not null default '[]',
  error_code text,
  created_at timestamptz not null default engine.now(),
  primary key (tenant_id, agent_key),
  constraint agent_status_is_known check (status in ('idle', 'active', 'sleep', 'paused', 'error')),
  constraint beat_is_within_a_quarter_of_an_hour check (beat_second between 0 and 899),
  constraint memory_is_a_list check (jsonb_typeof(memory) = 'array'),
  constraint error_says_why check (status <> 'error' or error_code is not null)
)
with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

-- on what never changes: a beat touches no index (measured: an index on the time of the next beat cost two thirds of the sweep)
create index tenant_agents_by_beat on public.tenant_agents (beat_second) where is_on;
create index tenant_agents_paused on public.tenant_agents (tenant_id, agent_key) where status = 'paused';

comment on table public.tenant_agents is
  'An agent in one tenant. soul, manual: the tenant''s own text, null = the built-in one; memory: [{fact, confidence 0-1, source, at}]; last_found: {tasks, mentions, '
  'triggers, scheduled} of its last heartbeat. status is what was last decided; read_agents puts the work of this moment over it.';
comment on column public.tenant_agents.is_wanted is 'false when a person has switched it off; is_on is that and the plan together';
comment on column public.tenant_agents.beat_second is 'second of each quarter of an hour at which its heart beats';

alter table public.tenant_agents enable row level security;
create policy "insiders read the agents of their tenant" on public.tenant_agents for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_agents')));
revoke all on public.tenant_agents from anon, authenticated;
grant select on public.tenant_agents to authenticated;

create function engine.plan_includes(p_plan_key text, p_min_plan text) returns boolean
language sql stable
set search_path = ''
as $$
  select coalesce((select p.usd_month from public.plans p where p.key = p_plan_key) >= (select m.usd_month from public.plans m where m.key = p_min_plan), false)
$$;
comment on function engine.plan_includes(text, text) is 'True when a plan is p_min_plan or a dearer one; no plan includes what is ours (min_plan platform).';

create function engine.counts_in_plan(p_agent_key text) returns boolean
language sql immutable
set search_path = ''
as $$ select p_agent_key <> 'brand_dna_analyst' $$;
comment on function engine.counts_in_plan(text) is 'False for the set-up agent, which everybody has beside the agents of the plan (plans.json).';

create function engine.next_beat(p_beat_second integer, p_after timestamptz) returns timestamptz
language sql immutable
set search_path = ''
as $$
  select case when beat > p_after then beat else beat + interval '15 minutes' end
  from (select date_bin(interval '15 minutes', p_after, timestamptz '2000-01-01 00:00:00Z') + make_interval(secs => p_beat_second)) as b (beat)
$$;
comment on function engine.next_beat(integer, timestamptz) is 'The next time after p_after that stands p_beat_second seconds into a quarter of an hour.';

create function engine.beat_second(p_tenant_id uuid, p_agent_key text, p_place bigint) returns integer
language sql immutable
set search_path = ''
as $$
  select ((abs(hashtext(p_tenant_id::text)::bigint) + case when p_place < 8 then p_place * 120 else abs(hashtext(p_tenant_id || p_agent_key)::bigint) end) % 900)::integer
$$;
comment on function engine.beat_second(uuid, text, bigint) is
  'Where an agent''s heart beats in the quarter of an hour: tenants spread by hash, the first eight agents of each (place 0-7) two minutes apart, the others by hash.';

create function engine.seat_agents(p_tenant_ids uuid[] default null) returns void
language plpgsql
set search_path = ''
as $$
begin
  with offered as (
    select t.id as tenant_id, a.key, a.tenant_id is not null as is_own, p.agents as places, m.usd_month as rank, x.is_wanted, x.tenant_id is null as is_new,
      a.is_active and coalesce(p.usd_month >= m.usd_month, false) as is_allowed, engine.counts_in_plan(a.key) as counts
    from public.tenants t
    join public.plans p on p.key = t.plan_key
    join public.agents a on (a.tenant_id is null or a.tenant_id = t.id) and a.level <> 'security'
    left join public.plans m on m.key = a.min_plan
    left join public.tenant_agents x on x.tenant_id = t.id and x.agent_key = a.key
    where (p_tenant_ids is null or t.id = any (p_tenant_ids)) and (a.is_active or x.tenant_id is not null)
      -- an agent of the tenant's own stands in for a built-in one that came later under the same key
      and (a.tenant_id is not null or not exists (select from public.agents own where own.tenant_id = t.id and own.key = a.key))
  ),
  placed as (
    select o.*,
      row_number() over (partition by o.tenant_id order by o.is_new, o.rank, o.is_own, o.key) - 1 as place,
      count(*) filter (where o.is_allowed and o.counts and coalesce(o.is_wanted, true))
        over (partition by o.tenant_id order by o.is_own, o.rank, o.key rows unbounded preceding) as taken
    from offered o
  )
  insert into public.tenant_agents as x (tenant_id, agent_key, is_on, beat_second)
  select p.tenant_id, p.key, p.is_allowed and coalesce(p.is_wanted, true) and (not p.counts or p.taken <= p.places), beat
  from placed p cross join lateral engine.beat_second(p.tenant_id, p.key, p.place) as beat
  order by p.tenant_id, p.key
  on conflict (tenant_id, agent_key) do update
  set is_on = excluded.is_on
  where x.is_on is distinct from excluded.is_on;
end
$$;
comment on function engine.seat_agents(uuid[]) is
  'Gives tenants (null = all) a row for each agent that is at work and settles which are on: those of the plan that nobody has switched off, a tenant''s own '
  'agents as far as the plan has places. Runs under way finish with the agents they began with.';

create function engine.seat_agents_of_tenant() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform engine.seat_agents(array[new.id]);
  return null;
end
$$;
comment on function engine.seat_agents_of_tenant() is 'Trigger of tenants: a new tenant, or one on another plan, gets its agents.';
create trigger tenants_get_their_agents after insert or update of plan_key on public.tenants
  for each row execute function engine.seat_agents_of_tenant();

create function engine.seat_changed_agents() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if exists (select from changed where tenant_id is null) then
    perform engine.seat_agents();
  elsif exists (select from changed) then
    perform engine.seat_agents(array(select distinct tenant_id from changed));
  end if;
  return null;
end
$$;
comment on function engine.seat_changed_agents() is 'Trigger of agents: what the catalog or a tenant adds or changes is settled for those it concerns.';
create trigger new_agents_are_seated after insert on public.agents
  referencing new table as changed for each statement execute function engine.seat_changed_agents();
create trigger changed_agents_are_seated after update on public.agents
  referencing new table as changed for each statement execute function engine.seat_changed_agents();

create function engine.require_agent(p_tenant_id uuid, p_agent_key text) returns public.tenant_agents
language plpgsql
set search_path = ''
as $$
declare
  v_agent public.tenant_agents;
begin
  select * into v_agent from public.tenant_agents where tenant_id = p_tenant_id and agent_key = p_agent_key for no key update;
  if v_agent.tenant_id is null then perform engine.fail('NX404', 'agent_not_found', jsonb_build_object('agent', p_agent_key)); end if;
  return v_agent;
end
$$;
comment on function engine.require_agent(uuid, text) is 'The agent in this tenant, locked; NX404 agent_not_found, which is also what one hears of a guard.';

create function engine.agent_of(p_tenant_id uuid, p_agent_key text) returns public.agents
language sql stable
set search_path = ''
as $$
  select a from public.agents a
  where a.key = p_agent_key and (a.tenant_id is null or a.tenant_id = p_tenant_id) and a.level <> 'security'
  order by a.tenant_id nulls last limit 1
$$;
comment on function engine.agent_of(uuid, text) is 'The card of an agent: the tenant''s own before the built-in one.';

select engine.seat_agents();
