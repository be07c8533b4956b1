-- Cron Scheduler: starts what is due. Called by engine.tick; safe for two ticks at once, and after a downtime each job is caught up once.

create function engine.clock_may_spend(p_tenant_id uuid) returns boolean
language sql stable
set search_path = ''
as $$
  select p.daily_tasks is null or coalesce(b.task_count, 0) < p.daily_tasks * 0.6
  from public.tenants t join public.plans p on p.key = t.plan_key
  left join public.budgets b on b.tenant_id = t.id and b.day = engine.tenant_day(t.id)
  where t.id = p_tenant_id
$$;
comment on function engine.clock_may_spend(uuid) is 'False when six tenths of the day''s tasks are gone: the rest is kept for what people ask, so that the clock never eats up a small plan.';

create function engine.run_job(p_job public.cron_jobs, p_tenant_id uuid, p_due_at timestamptz) returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_chain public.chains;
  v_input jsonb;
begin
  if p_job.scope = 'platform' then
    execute format('select engine.%I()', p_job.action);
    return null;
  end if;
  if p_job.action is not null then
    execute format('select engine.%I($1)', p_job.action) using p_tenant_id;
    return null;
  end if;
  select c.* into v_chain from public.chains c
  where c.key = p_job.chain_key and c.is_active and (c.tenant_id is null or c.tenant_id = p_tenant_id) order by c.tenant_id nulls last limit 1;
  -- what the plan does not have is not due, and what has no material has nothing to do
  if v_chain.id is null or engine.locked_agents(p_tenant_id, array(select e ->> 'agent' from jsonb_array_elements(v_chain.steps) e where not e ? 'when')) <> '{}' then
    return null;
  end if;
  v_input := engine.input_of(p_tenant_id, p_job.chain_key);
  if v_input is null then return null; end if;
  if v_chain.costs_task and not engine.clock_may_spend(p_tenant_id) then
    perform engine.skip_work(p_tenant_id, p_job.chain_key, 'kept_for_people', jsonb_build_object('job', p_job.key, 'due_at', p_due_at));
    return null;
  end if;
  return engine.try_chain(p_tenant_id, p_job.chain_key, v_input, 'clock', null, p_job.key, p_due_at);
end
$$;
comment on function engine.run_job(public.cron_jobs, uuid, timestamptz) is 'Does one job for one tenant (null: for the platform); the run it started, or null when it is no chain, has nothing to work on, or money and tasks are short.';

create function engine.run_due_jobs(p_limit integer default 20) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_due record;
  v_job public.cron_jobs;
  v_run_id uuid;
  v_count integer := 0;
begin
  for v_due in
    -- in the order of tenants, as everybody locks their budgets
    with due as materialized (
      select d.job_key, d.tenant_id, d.next_due_at from public.cron_dues d
      where d.next_due_at <= v_now order by d.next_due_at limit p_limit for no key update skip locked
    )
    select d.*, coalesce(t.timezone, 'UTC') as timezone, coalesce(t.status = 'active' and not t.is_demo, true) as is_served
    from due d left join public.tenants t on t.id = d.tenant_id
    order by d.tenant_id, d.next_due_at
  loop
    select * into v_job from public.cron_jobs where key = v_due.job_key;
    -- counted from now: however many times were missed, one is made up for
    update public.cron_dues d
    set next_due_at = engine.next_due(v_job, v_due.tenant_id, v_due.timezone, v_now), last_due_at = v_due.next_due_at
    where d.job_key = v_due.job_key and d.tenant_id is not distinct from v_due.tenant_id;
    continue when not v_job.is_on or not v_due.is_served;
    begin
      v_run_id := engine.run_job(v_job, v_due.tenant_id, v_due.next_due_at);
      update public.cron_dues d set last_started_at = v_now, last_run_id = coalesce(v_run_id, d.last_run_id)
      where d.job_key = v_due.job_key and d.tenant_id is not distinct from v_due.tenant_id;
      v_count := v_count + 1;
    exception when others then
      -- one tenant's broken job must stop nobody else's; one open alert a job is enough
      if not exists (select from public.alerts a where a.code = 'job_failed' and a.detail ->> 'job' = v_job.key and a.resolved_at is null) then
        perform engine.raise_alert(v_due.tenant_id, 'warning', 'job_failed', jsonb_build_object('job', v_job.key, 'error', sqlerrm));
      end if;
      if v_due.tenant_id is not null then
        perform engine.skip_work(v_due.tenant_id, coalesce(v_job.chain_key, v_job.key), 'job_failed', jsonb_build_object('due_at', v_due.next_due_at));
      end if;
    end;
  end loop;
  return v_count;
end
$$;
comment on function engine.run_due_jobs(integer) is
  'Every tick: takes up to p_limit jobs that are due, oldest first (a thousand plans of one Sunday morning are a stream, no spike), sets when they are due next, and '
  'does them; suspended tenants and the demonstration are passed over. A due row is locked and moved in one transaction and a run is unique for its time, so that two ticks start nothing twice. Returns how many were done.';

create function engine.close_day(p_tenant_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_today date := engine.tenant_day(p_tenant_id);
begin
  -- a day on which nobody came is a figure too, once there is a page to come to
  insert into public.metrics_daily (tenant_id, day, platform, followers)
  select p_tenant_id, v_today - 1, 'nexio_page', (
    select count(*) from public.subscribers s where s.tenant_id = p_tenant_id and s.unsubscribed_at is null
  )
  where exists (select from public.post_metrics m where m.tenant_id = p_tenant_id)
  on conflict (tenant_id, day, platform) do nothing;
end
$$;
comment on function engine.close_day(uuid) is 'Daily 06:00: writes yesterday down where nothing was counted. (Figures of connected platforms come by worker.write_metrics.)';
