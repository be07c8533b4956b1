-- The free trial: once, by the owner, and back to free when it is over.
begin;
select no_plan();
create temporary table scene as select tests.shop('Andrana', 'owner@trial.test') as tenant_id;
grant select on scene to public;
update public.tenants set plan_key = 'free' where id = (select tenant_id from scene);
insert into public.plans (key, usd_month, daily_tasks, daily_cost_micros, model_tiers, agents, trial_days)
values ('starter', 99, 50, 2000000, array['local', 'gemini_flash'], 9, 14) on conflict (key) do update set trial_days = 14, agents = 9;
select tests.person('staff@trial.test');
select tests.joins('staff@trial.test', tenant_id, 'staff') from scene;

select tests.become('staff@trial.test', (select tenant_id from scene));
select throws_ok($$ select public.start_trial((select tenant_id from scene), 'starter') $$, 'NX403', 'no_permission', 'staff starts no trial');
select tests.become('owner@trial.test', (select tenant_id from scene));
select throws_ok($$ select public.start_trial((select tenant_id from scene), 'free') $$, 'NX400', 'plan_has_no_trial', 'the free plan needs none');
select is(public.start_trial(tenant_id, 'starter') ->> 'plan', 'starter', 'the owner does') from scene;
select is((select plan_key from public.tenants), 'starter', 'and has the plan at once');
select throws_ok($$ select public.start_trial((select tenant_id from scene), 'starter') $$, 'NX409', 'trial_used', 'once');
reset role;
select is(engine.end_trials(), 0, 'it is not over yet');
select set_config('nexio.now', (now() + interval '14 days 1 minute')::text, true);
select is(engine.end_trials(), 1, 'after fourteen days it is');
select is((select plan_key from public.tenants t join scene on t.id = tenant_id), 'free', 'back to free');
select is((select count(*) from public.notifications n join scene using (tenant_id) where kind = 'trial_ended'), 1::bigint, 'and the owner hears of it');
select is(engine.end_trials(), 0, 'once');
select tests.become('owner@trial.test', (select tenant_id from scene));
select throws_ok($$ select public.start_trial((select tenant_id from scene), 'starter') $$, 'NX409', 'trial_used', 'there is no second one');
select * from finish();
rollback;
