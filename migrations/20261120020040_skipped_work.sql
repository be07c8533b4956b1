-- Owns skipped_work: what the clock or a webhook would have started and did not, and why. Written by engine.skip_work, shown with the costs.

create table public.skipped_work (
  id bigint generated always as identity primary key,
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  day date not null,
  at timestamptz not null default engine.now(),
  what text not null,
  why text not null,
  detail jsonb not null default '{}',
  times integer not null default 1,
  constraint work_is_skipped_once_a_day unique (tenant_id, day, what, why)
);
comment on table public.skipped_work is 'what = chain or job, why = code (daily_tasks_spent, daily_cost_spent, kept_for_people …); one line a day and reason, times = how often.';

alter table public.skipped_work enable row level security;
create policy "insiders read what was skipped in their tenant" on public.skipped_work for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));
grant select on public.skipped_work to authenticated;

create function engine.skip_work(p_tenant_id uuid, p_what text, p_why text, p_detail jsonb default '{}') returns void
language sql
set search_path = ''
as $$
  insert into public.skipped_work as s (tenant_id, day, what, why, detail)
  values (p_tenant_id, engine.tenant_day(p_tenant_id), p_what, p_why, p_detail)
  on conflict (tenant_id, day, what, why) do update set times = s.times + 1, at = excluded.at, detail = excluded.detail
$$;
comment on function engine.skip_work(uuid, text, text, jsonb) is 'Notes work that was not started, so that the owner can read what the money or the plan left out.';

create function engine.try_chain(
  p_tenant_id uuid, p_chain_key text, p_input jsonb, p_trigger text, p_client_key uuid default null, p_cron_key text default null, p_due_at timestamptz default null
) returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_detail text;
  v_constraint text;
begin
  if exists (select from engine.cost_holds h where h.tenant_id = p_tenant_id and h.until > engine.now()) then
    perform engine.skip_work(p_tenant_id, p_chain_key, 'cost_hold');
    return null;
  end if;
  return engine.start_chain(
    p_tenant_id => p_tenant_id, p_chain_key => p_chain_key,
    p_title => coalesce(nullif(p_input ->> 'title', ''), (engine.route_task(p_tenant_id, p_chain_key)).name),
    p_input => p_input, p_language => (select t.language from public.tenants t where t.id = p_tenant_id), p_client_key => p_client_key,
    p_trigger => p_trigger, p_cron_key => p_cron_key, p_due_at => p_due_at
  );
exception
  when sqlstate 'NX402' or sqlstate 'NX403' or sqlstate 'NX404' or sqlstate 'NX409' then
    -- what the plan does not have is no loss of today; money and tasks that ran out are
    get stacked diagnostics v_detail = pg_exception_detail;
    if sqlerrm in ('daily_tasks_spent', 'daily_cost_spent', 'agent_is_off') then
      perform engine.skip_work(p_tenant_id, p_chain_key, sqlerrm, coalesce(nullif(v_detail, '')::jsonb, '{}'));
    end if;
    return null;
  when unique_violation then
    get stacked diagnostics v_constraint = constraint_name;
    -- the same job at the same time, started by another tick
    if v_constraint <> 'job_runs_once_at_its_time' then raise; end if;
    return null;
end
$$;
comment on function engine.try_chain(uuid, text, jsonb, text, uuid, text, timestamptz) is
  'Starts a chain that nobody is waiting at a screen for: the run, or null when plan, budget or an agent that is off stands against it; the two latter leave a line in skipped_work.';
