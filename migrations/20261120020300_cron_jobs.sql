-- The jobs of the clock as rows, when each is due next for each tenant, and how that time is found in the tenant's own timezone.
-- run_due_jobs (next file) starts what is due.

create table public.cron_jobs (
  key text primary key constraint key_is_snake_case check (key ~ '^[a-z][a-z0-9_]*$'),
  chain_key text,
  action text constraint action_is_a_function_name check (action ~ '^[a-z][a-z0-9_]*$'),
  local_time text constraint local_time_is_readable check (local_time ~ '^((Mon|Tue|Wed|Thu|Fri|Sat|Sun|1st) )?([01][0-9]|2[0-3]):[0-5][0-9]$'),
  every interval constraint every_is_minutes_to_a_week check (every between interval '1 minute' and interval '7 days'),
  spread interval not null default '0' constraint spread_is_less_than_a_day check (spread >= '0' and spread < interval '1 day'),
  scope text not null default 'tenant' constraint scope_is_known check (scope in ('tenant', 'platform')),
  is_on boolean not null default true,
  constraint job_starts_a_chain_or_an_action check (num_nonnulls(chain_key, action) = 1),
  constraint job_has_one_rhythm check (num_nonnulls(local_time, every) = 1),
  constraint platform_has_no_chains check (scope = 'tenant' or chain_key is null)
);
comment on table public.cron_jobs is
  'local_time = [Mon..Sun | 1st] hh:mm in the tenant''s timezone (UTC for the platform), daily without a word; every = rhythm, each tenant at a second of its own; spread '
  '= tenants are laid over so much time after local_time by hash; action = engine.<action>(tenant), engine.<action>() for the platform.';
alter table public.cron_jobs enable row level security;
create policy "signed-in people read what the clock does" on public.cron_jobs for select to authenticated using (true);
grant select on public.cron_jobs to authenticated;

create table public.cron_dues (
  job_key text not null references public.cron_jobs (key) on delete cascade,
  tenant_id uuid references public.tenants (id) on delete cascade,
  next_due_at timestamptz not null,
  last_due_at timestamptz,
  last_started_at timestamptz,
  last_run_id uuid,
  constraint job_is_due_once unique nulls not distinct (job_key, tenant_id)
)
with (fillfactor = 60);
comment on table public.cron_dues is 'When a job is due next for a tenant (null = the platform); last_due_at = the time it was last meant for.';
create index cron_dues_by_time on public.cron_dues (next_due_at);
create index cron_dues_of_a_tenant on public.cron_dues (tenant_id);
alter table public.cron_dues enable row level security;
create policy "insiders read when their jobs are due" on public.cron_dues for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));
grant select on public.cron_dues to authenticated;

create function engine.job_share(p_job_key text, p_tenant_id uuid) returns double precision
language sql immutable
set search_path = ''
as $$ select (hashtextextended(p_job_key || coalesce(p_tenant_id::text, ''), 0)::bit(32)::bigint & 2147483647) / 2147483648.0 $$;
comment on function engine.job_share(text, uuid) is 'A number from 0 to 1 that is always the same for this job and tenant: its place in a spread.';

create function engine.job_period(p_job public.cron_jobs) returns interval
language sql immutable
set search_path = ''
as $$
  select coalesce(p_job.every, case
    when p_job.local_time like '1st %' then interval '28 days' when p_job.local_time ~ '^[A-Z]' then interval '7 days' else interval '1 day' end)
$$;
comment on function engine.job_period(public.cron_jobs) is 'How far apart two times of a job are at least.';

create function engine.next_due(p_job public.cron_jobs, p_tenant_id uuid, p_timezone text, p_after timestamptz) returns timestamptz
language plpgsql stable
set search_path = ''
as $$
declare
  v_share double precision := engine.job_share(p_job.key, p_tenant_id);
  v_word text := case when p_job.local_time ~ '^[A-Z1]..[ ]' then left(p_job.local_time, 3) end;
  v_time time := right(p_job.local_time, 5)::time;
  v_seconds double precision;
  v_offset double precision;
begin
  if p_job.every is not null then
    v_seconds := extract(epoch from p_job.every);
    -- whole seconds, so that the time that comes back is on the grid exactly and the next one is after it
    v_offset := floor(v_seconds * v_share);
    return to_timestamp((floor((extract(epoch from p_after)::double precision - v_offset) / v_seconds) + 1) * v_seconds + v_offset);
  end if;
  return (
    select min(due) from (
      -- a clock hour that the change to summer time leaves out falls an hour later, one that comes twice is meant once
      select (day + v_time) at time zone p_timezone + p_job.spread * v_share as due
      from (
        select (p_after at time zone p_timezone)::date + n as day
        from generate_series(-1, case when v_word is null then 2 when v_word = '1st' then 63 else 9 end) n
      ) as days
      where v_word is null or (v_word = '1st' and extract(day from day) = 1) or to_char(day, 'Dy') = v_word
    ) as candidates
    where due > p_after
  );
end
$$;
comment on function engine.next_due(public.cron_jobs, uuid, text, timestamptz) is
  'The first time after p_after at which a job is due for a tenant: by the clock on its wall (summer time and all), or by its rhythm at its own second.';

create function engine.seat_jobs(p_tenant_id uuid default null) returns void
language sql
set search_path = ''
as $$
  insert into public.cron_dues as d (job_key, tenant_id, next_due_at)
  select j.key, t.id, engine.next_due(j, t.id, t.timezone, greatest(engine.now(), was.last_due_at + engine.job_period(j) / 2))
  from public.cron_jobs j
  join (
    select id, timezone from public.tenants where p_tenant_id is null or id = p_tenant_id
    union all select null, 'UTC' where p_tenant_id is null
  ) as t on (t.id is null) = (j.scope = 'platform')
  left join public.cron_dues was on was.job_key = j.key and was.tenant_id is not distinct from t.id
  on conflict (job_key, tenant_id) do update set next_due_at = excluded.next_due_at
$$;
comment on function engine.seat_jobs(uuid) is
  'Lays down when each job is due for a tenant (null: for all and the platform) from now on; at least half a period after it was last due, so that a tenant that moves '
  'to another timezone does not have its week twice.';

create function engine.seat_jobs_of_tenant() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform engine.seat_jobs(new.id);
  return new;
end
$$;
comment on function engine.seat_jobs_of_tenant() is 'Trigger of tenants: a new one, or one that has moved, gets its times.';
create trigger tenants_have_jobs after insert on public.tenants for each row execute function engine.seat_jobs_of_tenant();
create trigger moved_tenants_have_other_times after update of timezone on public.tenants
  for each row when (new.timezone <> old.timezone) execute function engine.seat_jobs_of_tenant();

insert into public.cron_jobs (key, chain_key, action, local_time, every, spread, scope) values
  ('weekly_content_plan', 'weekly_content_plan', null, 'Sun 08:00', null, '0', 'tenant'),
  ('influencer_calendar', 'influencer_calendar', null, 'Sun 09:00', null, '0', 'tenant'),
  ('performance_review', 'performance_review', null, 'Fri 20:00', null, '0', 'tenant'),
  ('weekly_newsletter', 'weekly_newsletter', null, 'Thu 17:00', null, '0', 'tenant'),
  ('daily_analytics', null, 'close_day', '06:00', null, '0', 'tenant'),
  ('ad_optimization', 'ad_optimization', null, null, '6 hours', '0', 'tenant'),
  ('anomaly_detector', null, 'detect_anomaly', null, '6 hours', '0', 'tenant'),
  ('opportunity_hunter', null, 'hunt_opportunities', null, '12 hours', '0', 'tenant'),
  ('reputation_scan', 'reputation_scan', null, null, '1 hour', '0', 'tenant'),
  ('follow_up', null, 'follow_up_leads', null, '1 hour', '0', 'tenant'),
  ('seo_audit', 'seo_audit', null, 'Mon 03:00', null, '4 hours', 'tenant'),
  ('content_recycler', null, 'detect_old_hit', 'Tue 05:00', null, '2 hours', 'tenant'),
  ('client_health', 'client_health_check', null, 'Wed 04:00', null, '3 hours', 'tenant'),
  ('best_time', null, 'detect_best_time', '05:00', null, '50 minutes', 'tenant'),
  ('brand_refresh', 'brand_dna_extract', null, '1st 02:00', null, '4 hours', 'tenant'),
  ('feast_days', null, 'read_calendar', '1st 01:00', null, '1 hour', 'tenant'),
  ('nightly_clean_up', null, 'forget_visitors', '01:20', null, '0', 'platform');
select engine.seat_jobs();
