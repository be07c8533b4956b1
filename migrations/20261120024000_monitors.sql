-- Six heartbeats of the platform (product.md J). engine.run_monitors in the tick lets each beat at its own pace; what it found stands in monitors, what an admin
-- must see in alerts (one open alert a matter). Each monitor reads only the engine's clock.

create table public.monitors (
  key text primary key,
  every interval not null,
  next_at timestamptz not null default '-infinity',
  beat_at timestamptz,
  status text not null default 'ok',
  found jsonb not null default '{}',
  constraint monitor_status_is_known check (status in ('ok', 'warn', 'bad'))
);
comment on table public.monitors is 'agent 30 s, cost 5 min, queue 10 s, security 1 min, integration 15 min, memory 5 min; found = what the last beat saw.';
alter table public.monitors enable row level security;
create policy "platform admins read the monitors" on public.monitors for select to authenticated
  using ((select exists (select from public.platform_roles p where p.user_id = (select auth.uid()) and p.role = 'platform_admin')));
revoke all on public.monitors from anon, authenticated;
grant select on public.monitors to authenticated;
insert into public.monitors (key, every) values
  ('agents', '30 seconds'), ('costs', '5 minutes'), ('queue', '10 seconds'), ('security', '1 minute'), ('integrations', '15 minutes'), ('memory', '5 minutes');

create function engine.alert_once(p_tenant_id uuid, p_severity text, p_code text, p_detail jsonb) returns void
language plpgsql
set search_path = ''
as $$
begin
  if not exists (
    select from public.alerts a where a.code = p_code and a.tenant_id is not distinct from p_tenant_id and a.resolved_at is null
      and a.detail -> 'subject' is not distinct from p_detail -> 'subject'
  ) then
    perform engine.raise_alert(p_tenant_id, p_severity, p_code, p_detail);
  end if;
end
$$;
comment on function engine.alert_once(uuid, text, text, jsonb) is 'Raises an alert unless one of the same code, tenant and detail.subject is still open.';

create function engine.run_monitors() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_key text;
  v_answer jsonb;
  v_count integer := 0;
begin
  for v_key in select m.key from public.monitors m where m.next_at <= v_now order by m.key for update skip locked loop
    begin
      execute format('select engine.watch_%I()', v_key) into v_answer;
    exception when others then
      v_answer := jsonb_build_object('status', 'bad', 'error', sqlerrm);
      perform engine.alert_once(null, 'critical', 'monitor_failed', jsonb_build_object('subject', v_key, 'error', sqlerrm));
    end;
    update public.monitors set beat_at = v_now, next_at = v_now + every, status = coalesce(v_answer ->> 'status', 'ok'), found = v_answer - 'status' where key = v_key;
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;
comment on function engine.run_monitors() is 'Lets every monitor beat whose time has come: engine.watch_<key>() returns {status ok|warn|bad, …}. One that fails is itself an alert.';

create table engine.agent_restarts (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  agent_key text not null,
  at timestamptz not null,
  primary key (tenant_id, agent_key, at)
);
comment on table engine.agent_restarts is 'When the agent monitor has restarted an agent; twice within an hour is an alert.';

create function engine.watch_agents() returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_sick record;
  v_restarted integer := 0;
  v_given_up integer := 0;
begin
  for v_sick in
    select a.tenant_id, a.detail ->> 'agent' as agent_key, count(*) as deaths, max(a.created_at) as last_at
    from public.alerts a
    where a.code = 'step_dead' and a.resolved_at is null and a.tenant_id is not null
      and a.created_at > greatest(v_now - interval '1 hour', coalesce(
        (select max(r.at) from engine.agent_restarts r where r.tenant_id = a.tenant_id and r.agent_key = a.detail ->> 'agent'), '-infinity'))
    group by 1, 2 having count(*) >= 3
  loop
    if exists (select from engine.agent_restarts r where r.tenant_id = v_sick.tenant_id and r.agent_key = v_sick.agent_key and r.at > v_now - interval '1 hour') then
      -- a restart did not help: a person must look
      update public.tenant_agents set status = 'error', error_code = 'agent_unwell' where tenant_id = v_sick.tenant_id and agent_key = v_sick.agent_key and status <> 'paused';
      perform engine.alert_once(v_sick.tenant_id, 'critical', 'agent_unwell', jsonb_build_object('subject', v_sick.agent_key, 'deaths', v_sick.deaths));
      v_given_up := v_given_up + 1;
      continue;
    end if;
    update public.tenant_agents set status = 'idle', error_code = null
    where tenant_id = v_sick.tenant_id and agent_key = v_sick.agent_key and status <> 'paused';
    insert into engine.agent_restarts (tenant_id, agent_key, at) values (v_sick.tenant_id, v_sick.agent_key, v_now);
    perform engine.record_event(v_sick.tenant_id, 'agent.restarted', jsonb_build_object('agent', v_sick.agent_key, 'deaths', v_sick.deaths), 'engine', 'agent_monitor');
    v_restarted := v_restarted + 1;
  end loop;
  delete from engine.agent_restarts where at < v_now - interval '1 day';
  return jsonb_build_object('status', case when v_given_up > 0 then 'bad' when v_restarted > 0 then 'warn' else 'ok' end, 'restarted', v_restarted, 'given_up', v_given_up);
end
$$;
comment on function engine.watch_agents() is
  'Three dead steps of an agent within an hour: it is restarted (state cleared, looks for work at once); three more within the hour: state error and an alert. '
  '(Registered agents of any make are watched by expire_agents.)';

create table engine.cost_holds (
  tenant_id uuid primary key references public.tenants (id) on delete cascade,
  until timestamptz not null,
  spent_micros bigint not null,
  usual_micros bigint not null
);
comment on table engine.cost_holds is 'Tenants whose day costs half as much again as usual: nothing new is started by clock or detectors until the day ends. What people ask goes on.';

create function engine.watch_costs() returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_over record;
  v_count integer := 0;
begin
  delete from engine.cost_holds where until <= engine.now();
  for v_over in
    select t.id, t.timezone, b.spent_micros, u.usual, p.daily_cost_micros
    from public.budgets b
    join public.tenants t on t.id = b.tenant_id
    join public.plans p on p.key = t.plan_key
    cross join lateral (
      select avg(o.spent_micros)::bigint as usual, count(*) as days from public.budgets o
      where o.tenant_id = b.tenant_id and o.day between b.day - 7 and b.day - 1
    ) as u
    where b.day >= (engine.now() - interval '1 day')::date and b.day = (engine.now() at time zone t.timezone)::date
      and u.days >= 3 and b.spent_micros > u.usual * 1.5 and b.spent_micros > p.daily_cost_micros / 5
      and not exists (select from engine.cost_holds h where h.tenant_id = b.tenant_id)
  loop
    insert into engine.cost_holds (tenant_id, until, spent_micros, usual_micros)
    values (v_over.id, (((engine.now() at time zone v_over.timezone)::date + 1)::timestamp at time zone v_over.timezone), v_over.spent_micros, v_over.usual);
    perform engine.raise_alert(v_over.id, 'warning', 'cost_spike', jsonb_build_object('spent_micros', v_over.spent_micros, 'usual_micros', v_over.usual));
    perform engine.notify(v_over.id, null, 'cost_hold', jsonb_build_object('percent', round(100.0 * v_over.spent_micros / greatest(v_over.usual, 1) - 100)), '/costs');
    v_count := v_count + 1;
  end loop;
  return jsonb_build_object('status', case when v_count > 0 then 'warn' else 'ok' end, 'held', v_count, 'on_hold', (select count(*) from engine.cost_holds));
end
$$;
comment on function engine.watch_costs() is
  'A day that has cost half as much again as the mean of the seven before (three at least), and a fifth of the plan''s limit: hold on what clock and detectors start until the '
  'tenant''s day ends, an alert, and word to the tenant.';

create function engine.watch_queue() returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_waiting integer := engine.count_queued_work(100000);
  v_oldest timestamptz;
  v_age interval;
begin
  select min(enqueued_at) into v_oldest from (
    (select enqueued_at from pgmq.q_nexio_critical order by msg_id limit 1) union all (select enqueued_at from pgmq.q_nexio_high order by msg_id limit 1)
    union all (select enqueued_at from pgmq.q_nexio_medium order by msg_id limit 1)
  ) as oldest;
  v_age := greatest(engine.now() - v_oldest, '0');
  if v_age > interval '5 minutes' then
    -- workers may have been lost with their wake-up call: as many as there may be
    perform engine.kick(4);
    perform engine.alert_once(null, 'critical', 'queue_stuck', jsonb_build_object('subject', 'queue', 'waiting', v_waiting, 'oldest_seconds', extract(epoch from v_age)::integer));
  else
    update public.alerts set resolved_at = engine.now() where code = 'queue_stuck' and resolved_at is null;
  end if;
  return jsonb_build_object('status', case when v_age > interval '5 minutes' then 'bad' when v_waiting > 1000 then 'warn' else 'ok' end, 'waiting', v_waiting,
    'oldest_seconds', coalesce(extract(epoch from v_age)::integer, 0));
end
$$;
comment on function engine.watch_queue() is 'How much waits and how long the oldest (low priority apart, which may wait): over five minutes four workers are called and an admin; resolved by itself.';
