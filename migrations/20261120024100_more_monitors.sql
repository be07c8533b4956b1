-- Monitors of security (Guard Scanner, second half), integrations and memory, and the Advisor's report. Called by engine.run_monitors and the clock.

create table engine.guard_counts (
  place integer primary key,
  asks bigint not null default 0,
  refusals bigint not null default 0
);
comment on table engine.guard_counts is 'Where the pairs of marks stood at the last look.';
insert into engine.guard_counts (place) select generate_series(0, 128);

create function engine.suspects_at(p_place integer) returns uuid[]
language sql stable
set search_path = ''
as $$
  select coalesce(array_agg(distinct s.user_id), '{}') from auth.sessions s
  where engine.guard_place(s.user_id) = p_place and coalesce(s.refreshed_at at time zone 'utc', s.updated_at, s.created_at) > engine.now() - interval '2 hours'
$$;
comment on function engine.suspects_at(integer) is 'People with a live session whose marks these are: mostly one.';

create function engine.watch_security() returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_seen record;
  v_people uuid[];
  v_why text;
  v_blocked integer := 0;
  v_suspected integer := 0;
begin
  for v_seen in
    with now_at as (
      select c.place, c.asks as old_asks, c.refusals as old_refusals,
        coalesce(pg_sequence_last_value(format('engine.asks_%s', c.place)::regclass), 0) as asks,
        coalesce(pg_sequence_last_value(format('engine.refusals_%s', c.place)::regclass), 0) as refusals
      from engine.guard_counts c
    ),
    moved as (
      update engine.guard_counts c set asks = n.asks, refusals = n.refusals from now_at n
      where n.place = c.place and (n.asks, n.refusals) is distinct from (c.asks, c.refusals)
      returning c.place, n.asks - n.old_asks as asks, n.refusals - n.old_refusals as refusals
    )
    select * from moved where refusals >= 20 or asks >= 600
  loop
    v_why := case when v_seen.refusals >= 20 then 'cross_tenant' else 'flood' end;
    v_people := engine.suspects_at(v_seen.place);
    if cardinality(v_people) = 1 then
      insert into engine.blocked_people as b (user_id, until, why) values (v_people[1], engine.now() + interval '15 minutes', v_why)
      on conflict (user_id) do update set until = excluded.until, why = excluded.why;
      perform engine.raise_alert(null, 'critical', 'guard_blocked', jsonb_build_object('user_id', v_people[1], 'why', v_why, 'asks', v_seen.asks, 'refusals', v_seen.refusals));
      v_blocked := v_blocked + 1;
    else
      -- nobody is stopped for what another may have done
      perform engine.raise_alert(null, 'critical', 'guard_suspects', jsonb_build_object('people', to_jsonb(v_people), 'why', v_why, 'asks', v_seen.asks, 'refusals', v_seen.refusals));
      v_suspected := v_suspected + 1;
    end if;
  end loop;
  delete from engine.blocked_people where until < engine.now() - interval '1 day';
  return jsonb_build_object('status', case when v_blocked + v_suspected > 0 then 'bad' else 'ok' end, 'blocked', v_blocked, 'suspected', v_suspected);
end
$$;
comment on function engine.watch_security() is
  'Guard Scanner: twenty refusals (foreign ids, missing rights) or six hundred write verbs of one person in a minute stop that person''s write verbs for 15 minutes and call '
  'an admin; where two people share the marks nobody is stopped, an admin looks. It sees write verbs only: plain reads go straight to the data API.';

create function engine.watch_integrations() returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_soon record;
  v_count integer := 0;
begin
  for v_soon in
    select i.* from public.integrations i
    where i.tenant_id is not null and i.expires_at < engine.now() + interval '3 days'
      and not exists (
        select from public.alerts a where a.tenant_id = i.tenant_id and a.code = 'integration_expiring' and a.detail ->> 'subject' = i.account and a.resolved_at is null
      )
  loop
    perform engine.raise_alert(v_soon.tenant_id, 'warning', 'integration_expiring', jsonb_build_object('subject', v_soon.account, 'expires_at', v_soon.expires_at));
    perform engine.notify(v_soon.tenant_id, null, 'integration_expiring', jsonb_build_object('account', v_soon.account, 'expires_at', v_soon.expires_at), '/settings');
    v_count := v_count + 1;
  end loop;
  -- connected again: the matter is settled
  update public.alerts a set resolved_at = engine.now()
  from public.integrations i
  where a.code = 'integration_expiring' and a.resolved_at is null and i.tenant_id = a.tenant_id and i.account = a.detail ->> 'subject' and i.expires_at >= engine.now() + interval '3 days';
  return jsonb_build_object('status', case when v_count > 0 then 'warn' else 'ok' end, 'expiring', v_count, 'connected', (select count(*) from public.integrations));
end
$$;
comment on function engine.watch_integrations() is 'Tokens that end within three days: the tenant is told once, an admin sees it; settled by itself when they are renewed.';

create function engine.watch_memory() returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_slow integer := (
    select count(*) from pg_stat_activity where state = 'active' and backend_type = 'client backend' and query_start < engine.now() - interval '60 seconds'
  );
begin
  if v_slow > 0 then perform engine.alert_once(null, 'warning', 'slow_queries', jsonb_build_object('subject', 'queries', 'count', v_slow)); end if;
  return jsonb_build_object('status', case when v_slow > 0 then 'warn' else 'ok' end, 'cleaned', engine.clean_caches(), 'slow', v_slow,
    'answers', (select count(*) from public.semantic_cache));
end
$$;
comment on function engine.watch_memory() is 'Throws away what the caches hold too long and counts questions to the database that run for over a minute.';

create table public.advisor_reports (
  id bigint generated always as identity primary key,
  created_at timestamptz not null default engine.now(),
  sections jsonb not null,
  constraint report_has_its_three_sections check (sections ?& array['health', 'risks', 'recommendations'])
);
comment on table public.advisor_reports is
  'What the Advisor tells the platform''s admins every half hour: health (figures), risks and recommendations, each [{code, params}]. Counts only, never a tenant''s words.';
alter table public.advisor_reports enable row level security;
create policy "platform admins read the advisor's reports" on public.advisor_reports for select to authenticated
  using ((select exists (select from public.platform_roles p where p.user_id = (select auth.uid()) and p.role = 'platform_admin')));
revoke all on public.advisor_reports from anon, authenticated;
grant select on public.advisor_reports to authenticated;

create function engine.advise() returns void
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_day jsonb;
  v_risks jsonb;
begin
  select jsonb_build_object(
    'runs_done', count(*) filter (where r.state = 'done'), 'runs_failed', count(*) filter (where r.state = 'failed'), 'runs_open',
    count(*) filter (where r.state in ('running', 'awaiting_approval')), 'cost_micros', coalesce(sum(r.cost_micros), 0), 'tenants', count(distinct r.tenant_id)
  ) into v_day from public.chain_runs r where r.created_at > v_now - interval '1 day';

  select coalesce(jsonb_agg(jsonb_build_object('code', code, 'params', params) order by weight desc, code), '[]') into v_risks
  from (
    select 'runs_fail' as code, 3 as weight, jsonb_build_object('chain', r.chain_key, 'failed', count(*) filter (where r.state = 'failed'), 'of', count(*)) as params
    from public.chain_runs r where r.created_at > v_now - interval '1 day'
    group by r.chain_key having count(*) >= 10 and count(*) filter (where r.state = 'failed') > count(*) * 0.1
    union all
    select 'agent_errors', 3, jsonb_build_object('agent', x.agent_key, 'tenants', count(*)) from public.tenant_agents x where x.status = 'error' group by x.agent_key
    union all
    select 'alert_open', 2, jsonb_build_object('alert', a.code, 'count', count(*)) from public.alerts a
    where a.resolved_at is null and a.severity = 'critical' group by a.code
    union all
    select 'monitor', 2, jsonb_build_object('monitor', m.key, 'status', m.status) from public.monitors m where m.status <> 'ok' and m.key <> 'queue'
    union all
    select 'work_skipped', 1, jsonb_build_object('why', s.why, 'tenants', count(distinct s.tenant_id)) from public.skipped_work s
    where s.at > v_now - interval '1 day' group by s.why having count(distinct s.tenant_id) >= 3
  ) as risks;

  insert into public.advisor_reports (created_at, sections) values (v_now, jsonb_build_object(
    'health', v_day, 'risks', v_risks, 'recommendations', (
      select coalesce(jsonb_agg(distinct jsonb_build_object('code', case risk ->> 'code'
        when 'runs_fail' then 'look_at_chain' when 'agent_errors' then 'restart_agent' when 'work_skipped' then 'offer_larger_plan' else 'settle_alert' end,
        'params', risk -> 'params')), '[]') from jsonb_array_elements(v_risks) risk)
  ));
  delete from public.advisor_reports where created_at < v_now - interval '30 days';
end
$$;
comment on function engine.advise() is
  'The Advisor, every 30 minutes: reads states and counts of all tenants, changes nothing, and leaves a report of three sections for the admins (30 days kept).';
insert into public.cron_jobs (key, action, every, scope) values ('advisor', 'advise', '30 minutes', 'platform');
select engine.seat_jobs();
