-- Retention: what work leaves behind goes after half a year, so that a year costs no more than a season; what it cost is kept by day. Called by its own nightly
-- clock (nexio-forget). The log of events is the audit: it is append-only and nothing here touches it.

create table public.model_calls_daily (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  day date not null,
  chain_key text not null,
  agent_key text not null,
  tier text not null,
  lever text not null,
  calls integer not null,
  runs integer not null,
  spent_micros bigint not null,
  dearest_micros bigint not null,
  listed_calls integer not null,
  saved_micros bigint not null,
  batch_micros bigint not null,
  batch_calls integer not null,
  cache_micros bigint not null,
  cache_calls integer not null,
  primary key (tenant_id, day, chain_key, agent_key, tier, lever)
);
comment on table public.model_calls_daily is
  'model_calls of runs that are no more, added up by the tenant''s day; lever '''' = none. runs = runs whose first call is in this row (a run counts once); saved_micros = list price less '
  'cost of the listed_calls, of which batch_micros and cache_micros came by batches and by the providers'' prompt caches.';
alter table public.model_calls_daily enable row level security;
create policy "members see what their tenant's calls came to" on public.model_calls_daily for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));
revoke all on public.model_calls_daily from anon, authenticated;
grant select on public.model_calls_daily to authenticated;

-- calls come in the order of their steps, so this index grows at its end only
create index model_calls_of_a_step on public.model_calls (step_id);
create index chain_runs_by_end on public.chain_runs (finished_at) where finished_at is not null;
create index approvals_of_a_step on public.approvals (step_id);

create function engine.kept_for() returns interval
language sql immutable
set search_path = ''
as $$ select interval '180 days' $$;
comment on function engine.kept_for() is 'How long a finished run can be opened: its steps, calls and decided approvals. Its events, contents and costs stay.';

create function engine.add_up_calls(p_tenant_id uuid, p_timezone text, p_from timestamptz, p_to timestamptz, p_run_ids uuid[] default null) returns setof public.model_calls_daily
language sql stable
set search_path = ''
as $$
  with asked as (
    select c.* from public.model_calls c
    where p_run_ids is null and c.tenant_id = p_tenant_id and c.created_at >= p_from and c.created_at < p_to
    union all
    select c.* from public.chain_steps x join public.model_calls c on c.step_id = x.id where x.run_id = any (p_run_ids) and c.tenant_id = p_tenant_id
  ),
  calls as (
    select c.*, (c.created_at at time zone p_timezone)::date as day, coalesce(r.chain_key, '') as chain_key, coalesce(s.agent_key, '') as agent_key,
      c.run_id is not null and row_number() over (partition by c.run_id order by c.id) = 1 as is_first,
      own.input_usd_per_mtok, own.cached_input_usd_per_mtok, dearest.input as dearest_input
    from asked c
    left join public.chain_runs r on r.id = c.run_id
    left join public.chain_steps s on s.id = c.step_id
    left join lateral (
      select m.input_usd_per_mtok, m.cached_input_usd_per_mtok from public.model_routes m
      where m.provider = c.provider and m.tier = c.tier order by m.model = c.model desc limit 1
    ) as own on true
    cross join (select coalesce(max(r.input_usd_per_mtok), 0) as input from public.model_routes r where r.tier = 'opus' and r.retired_at is null) as dearest
  ),
  parts as (
    -- the parts of a call's saving add up to list_micros - cost_micros
    select c.*, list_micros > 0 as is_listed,
      case when list_micros = 0 or lever is not distinct from 'semantic_cache' then 0 else round(saved_tokens * dearest_input) end as by_batch,
      case when list_micros = 0 or lever is not distinct from 'semantic_cache' then 0
        else round(cached_tokens * greatest(coalesce(input_usd_per_mtok, 0) - coalesce(cached_input_usd_per_mtok, 0), 0)) end as by_cache
    from calls c
  )
  select p_tenant_id, day, chain_key, agent_key, tier, coalesce(lever, ''), count(*)::integer, (count(*) filter (where is_first))::integer, sum(cost_micros)::bigint,
    sum(greatest(list_micros, cost_micros))::bigint, (count(*) filter (where is_listed))::integer,
    coalesce(sum(greatest(list_micros - cost_micros, 0)) filter (where is_listed), 0)::bigint,
    sum(by_batch)::bigint, (count(*) filter (where by_batch > 0))::integer, sum(by_cache)::bigint, (count(*) filter (where by_cache > 0))::integer
  from parts
  group by day, chain_key, agent_key, tier, lever
$$;
comment on function engine.add_up_calls(uuid, text, timestamptz, timestamptz, uuid[]) is
  'The calls of a tenant in a span of time, or (p_run_ids) all calls of these runs of it, by day, chain, agent, tier and lever, priced and with what each lever saved.';

create function engine.roll_up_calls(p_run_ids uuid[]) returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into public.model_calls_daily as d
  select a.* from (select r.tenant_id, array_agg(r.id) as run_ids from public.chain_runs r where r.id = any (p_run_ids) group by r.tenant_id) as x
  join public.tenants t on t.id = x.tenant_id
  cross join lateral engine.add_up_calls(t.id, t.timezone, null, null, x.run_ids) as a
  order by a.tenant_id, a.day, a.chain_key, a.agent_key, a.tier, a.lever
  on conflict (tenant_id, day, chain_key, agent_key, tier, lever) do update set
    calls = d.calls + excluded.calls, runs = d.runs + excluded.runs, spent_micros = d.spent_micros + excluded.spent_micros,
    dearest_micros = d.dearest_micros + excluded.dearest_micros, listed_calls = d.listed_calls + excluded.listed_calls,
    saved_micros = d.saved_micros + excluded.saved_micros, batch_micros = d.batch_micros + excluded.batch_micros,
    batch_calls = d.batch_calls + excluded.batch_calls, cache_micros = d.cache_micros + excluded.cache_micros, cache_calls = d.cache_calls + excluded.cache_calls;
  delete from public.model_calls c using public.chain_steps s where s.run_id = any (p_run_ids) and c.step_id = s.id;
end
$$;
comment on function engine.roll_up_calls(uuid[]) is 'Adds the calls of these runs to model_calls_daily and takes them away.';

create function engine.forget_runs(p_limit integer default 500) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_run_ids uuid[];
begin
  select array_agg(id) into v_run_ids
  from (
    select r.id from public.chain_runs r
    where r.finished_at < engine.now() - engine.kept_for() and not r.is_demo
      -- what may still go out, or may have gone out, keeps its run
      and not exists (
        select from public.chain_steps s join public.effects e on e.step_id = s.id where s.run_id = r.id and e.state in ('waiting', 'reserved', 'unknown')
      )
      and not exists (select from public.approvals a where a.run_id = r.id and a.state = 'pending')
    order by r.finished_at limit p_limit for update skip locked
  ) as old;
  if v_run_ids is null then return 0; end if;
  perform engine.roll_up_calls(v_run_ids);
  delete from public.chain_runs where id = any (v_run_ids);
  return cardinality(v_run_ids);
end
$$;
comment on function engine.forget_runs(integer) is
  'Takes away up to p_limit runs that ended longer than engine.kept_for() ago, with steps, decided approvals and settled effects; what their calls cost stays in '
  'model_calls_daily, what was done and decided stays in events. Runs with something unsettled stay. Returns how many went.';

-- small transactions through the night instead of a long one: 500 runs a minute for four hours are 120,000
select cron.schedule('nexio-forget', '* 1-4 * * *', 'select engine.forget_runs()');
