-- The clock's jobs: due by the wall clock of each tenant, once, caught up once, on what the plan and the budget allow.
begin;
select no_plan();
create temporary table scene as select tests.shop('Clock', 'owner@clock.test', 'growth') as tenant_id, tests.shop('Clock Rival', 'rival@clock.test', 'growth') as rival_id,
  tests.shop('Clock Free', 'free@clock.test') as free_id;

create function pg_temp.due(p_key text, p_timezone text, p_after timestamptz) returns timestamptz language sql as $$
  select engine.next_due(j, (select tenant_id from scene), p_timezone, p_after) from public.cron_jobs j where key = p_key
$$;
-- the wall clock
select is(pg_temp.due('weekly_content_plan', 'Indian/Antananarivo', '2026-11-18 12:00+00'), '2026-11-22 08:00+03', 'Sunday 08:00 where the tenant lives');
select is(pg_temp.due('weekly_content_plan', 'Indian/Antananarivo', '2026-11-22 08:00+03'), '2026-11-29 08:00+03', 'after it, the next Sunday');
select is(pg_temp.due('weekly_content_plan', 'Pacific/Auckland', '2026-11-18 12:00+00'), '2026-11-21 19:00+00', 'far in the east it is still Saturday in Greenwich');
select is(pg_temp.due('weekly_content_plan', 'Pacific/Honolulu', '2026-11-18 12:00+00'), '2026-11-22 18:00+00', 'far in the west already evening');
select is(pg_temp.due('weekly_newsletter', 'Europe/Paris', '2026-03-28 00:00+01'), '2026-04-02 17:00+02', 'Thursday 17:00 after summer time began');
select is(pg_temp.due('daily_analytics', 'Europe/Paris', '2026-03-28 06:00+01'), '2026-03-29 06:00+02', 'the day of 23 hours');
select is(pg_temp.due('daily_analytics', 'Europe/Paris', '2026-10-24 06:00+02'), '2026-10-25 06:00+01', 'the day of 25 hours');
-- an hour that does not exist, an hour that comes twice
insert into public.cron_jobs (key, action, local_time) values ('test_half_past_two', 'close_day', '02:30');
select is(pg_temp.due('test_half_past_two', 'Europe/Paris', '2026-03-28 12:00+01'), '2026-03-29 03:30+02', '02:30 is left out in spring: an hour later');
select is(pg_temp.due('test_half_past_two', 'Europe/Paris', '2026-03-29 03:30+02'), '2026-03-30 02:30+02', 'and once');
select is(
  pg_temp.due('test_half_past_two', 'Europe/Paris', pg_temp.due('test_half_past_two', 'Europe/Paris', '2026-10-24 12:00+02'))::date, '2026-10-26'::date,
  '02:30 comes twice in autumn: it is meant once'
);
delete from public.cron_jobs where key = 'test_half_past_two';
select is(extract(day from pg_temp.due('brand_refresh', 'UTC', '2026-01-31 12:00+00')), 1::numeric, 'monthly: the first');
select is(
  pg_temp.due('ad_optimization', 'UTC', pg_temp.due('ad_optimization', 'UTC', '2026-11-18 12:00+00')) - pg_temp.due('ad_optimization', 'UTC', '2026-11-18 12:00+00'),
  interval '6 hours', 'every six hours'
);
select is_empty($$
  select from public.cron_jobs j, generate_series(1, 300), lateral (select gen_random_uuid() as id) t, lateral (select engine.next_due(j, t.id, 'Europe/Paris', '2026-11-18 00:00+00') as due) a
  where engine.next_due(j, t.id, 'Europe/Paris', a.due) < a.due + engine.job_period(j) $$, 'whoever it is, the time after a due time is a period later'
);
select cmp_ok((
  select count(distinct extract(hour from engine.next_due(j, gen_random_uuid(), 'UTC', '2026-11-18 00:00+00')))
  from public.cron_jobs j, generate_series(1, 100) where key = 'ad_optimization'
), '>=', 5::bigint, 'tenants are laid over the six hours');
select ok(
  (select bool_and(engine.next_due(j, gen_random_uuid(), 'UTC', '2026-11-18 00:00+00') between '2026-11-23 03:00+00' and '2026-11-23 07:00+00')
  from public.cron_jobs j, generate_series(1, 100) where key = 'seo_audit'), 'the audit of a Monday night between three and seven'
);
select throws_ok($$ insert into public.cron_jobs (key, action, local_time) values ('test_bad', 'close_day', 'Sunday 8h') $$, '23514', null, 'a time nobody can read');

-- what is seated
select set_eq('select key from public.cron_jobs', $$ select distinct job_key from public.cron_dues $$, 'every job has its times');
select is((select count(*) from public.cron_dues where tenant_id = (select tenant_id from scene)), (select count(*) from public.cron_jobs where scope = 'tenant'), 'a new tenant has them all');
select is((select tenant_id from public.cron_dues where job_key = 'nightly_clean_up'), null, 'the platform''s are nobody''s');

-- it runs
update public.chains set is_active = true, steps = jsonb_build_array(tests.step('one')), costs_task = true where key = 'weekly_content_plan' and tenant_id is null;
create temporary view plans as select r.* from public.chain_runs r join scene s on r.tenant_id in (s.tenant_id, s.rival_id, s.free_id) where chain_key = 'weekly_content_plan';
create function pg_temp.at(p_time timestamptz) returns void language sql as $$ select set_config('nexio.now', p_time::text, true) $$;
-- from here on only these jobs are looked at
delete from public.cron_dues where job_key <> 'weekly_content_plan' or tenant_id not in (select unnest(array[tenant_id, rival_id, free_id]) from scene);
update public.tenants set created_at = '2026-01-01' where id in (select unnest(array[tenant_id, rival_id, free_id]) from scene);
select pg_temp.at('2026-11-18 12:00+00');
select engine.seat_jobs(unnest(array[tenant_id, rival_id, free_id])) from scene;
delete from public.cron_dues where job_key <> 'weekly_content_plan';
select engine.run_due_jobs();
select is_empty('select from plans', 'nothing before its time');
select pg_temp.at('2026-11-22 08:00+03');
update public.tenants set status = 'suspended' where id = (select rival_id from scene);
select engine.run_due_jobs();
select engine.run_due_jobs();
select engine.tick();
select results_eq(
  $$ select r.tenant_id, r.trigger, r.cron_key, r.due_at, r.input ? 'days' from plans r order by r.tenant_id $$,
  $$ select unnest(array[tenant_id, free_id]), 'clock', 'weekly_content_plan', timestamptz '2026-11-22 08:00+03', true from scene order by 1 $$,
  'at 08:00 each tenant''s plan starts once, with its figures'
);
select is((select task_count from public.budgets where tenant_id = (select tenant_id from scene) and day = '2026-11-22'), 1, 'it counts as a task');
select is((select count(*) from plans where tenant_id = (select rival_id from scene)), 0::bigint, 'a suspended tenant is passed over');
select throws_ok(
  $$ select engine.start_chain(tenant_id, 'weekly_content_plan', 'x', '{}', 'fr', p_trigger => 'clock', p_cron_key => 'weekly_content_plan', p_due_at => '2026-11-22 08:00+03') from scene $$,
  '23505', null, 'the database itself refuses a second run for the same time'
);

-- three weeks down
select pg_temp.at('2026-12-16 10:00+00');
update public.tenants set status = 'active' where id = (select rival_id from scene);
select engine.run_due_jobs();
select engine.run_due_jobs();
select is((select count(*) from plans where tenant_id = (select tenant_id from scene)), 2::bigint, 'what was missed is caught up once, not three times');
select is((select next_due_at from public.cron_dues where tenant_id = (select tenant_id from scene)), '2026-12-20 08:00+03', 'and then the rhythm goes on');

-- moving to another timezone does not make a second Sunday
select pg_temp.at('2026-12-20 08:00+03');
select engine.run_due_jobs();
update public.tenants set timezone = 'America/New_York' where id = (select tenant_id from scene);
delete from public.cron_dues where job_key <> 'weekly_content_plan';
select is((select next_due_at from public.cron_dues where tenant_id = (select tenant_id from scene)), '2026-12-27 08:00-05', 'moved west on a Sunday morning: the next plan is next week''s');

-- budget and plan
update public.budgets set task_count = 90 where tenant_id = (select rival_id from scene);
insert into public.budgets (tenant_id, day, task_count) select rival_id, '2026-12-27', 90 from scene;
select pg_temp.at('2026-12-27 08:00+03');
select engine.run_due_jobs();
select results_eq(
  $$ select what, why, times from public.skipped_work where tenant_id = (select rival_id from scene) $$,
  $$ values ('weekly_content_plan', 'kept_for_people', 1) $$, 'the clock leaves four tenths of the day to people, and says what it skipped'
);
insert into public.budgets (tenant_id, day, spent_micros) select rival_id, '2027-01-03', 100000000 from scene;
select pg_temp.at('2027-01-03 08:00+03');
select engine.run_due_jobs();
select is((select why from public.skipped_work where tenant_id = (select rival_id from scene) and day = '2027-01-03'), 'daily_cost_spent', 'a day whose money is gone');
update public.agents set min_plan = 'starter' where key = 'content_writer' and tenant_id is null;
select pg_temp.at('2027-01-10 08:00+03');
select engine.run_due_jobs();
select is((select count(*) from plans where tenant_id = (select free_id from scene) and due_at >= '2027-01-04'), 0::bigint, 'what the plan does not have is not started');
select is_empty($$ select from public.skipped_work where tenant_id = (select free_id from scene) and day >= '2027-01-04' $$, 'nor called skipped');

-- one broken job stops nobody
create or replace function engine.input_of_weekly_content_plan(p_tenant_id uuid) returns jsonb language plpgsql as $$
begin
  if p_tenant_id = (select tenant_id from pg_temp.scene) then raise exception 'broken'; end if;
  return '{}';
end $$;
update public.agents set min_plan = 'free' where key = 'content_writer' and tenant_id is null;
select pg_temp.at('2027-01-17 08:00-05');
select engine.run_due_jobs();
select is((select count(*) from public.alerts where code = 'job_failed'), 1::bigint, 'a broken job is one alert');
select is((select count(*) from plans where due_at >= '2027-01-11'), 2::bigint, 'and the others'' plans are there');
select is((select why from public.skipped_work where tenant_id = (select tenant_id from scene) and day = '2027-01-17'), 'job_failed', 'its owner can read that it was left out');
select * from finish();
rollback;
