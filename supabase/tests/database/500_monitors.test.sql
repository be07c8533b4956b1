-- The six heartbeats, the Guard Scanner and the Advisor, by what they do when something is wrong.
begin;
select no_plan();
create temporary table scene as
select tests.shop('Mpiambina', 'owner@guard.test') as tenant_id, tests.shop('Guard Rival', 'rival@guard.test') as rival_id;
grant select on scene to public;
create function pg_temp.at(p_after interval) returns void language sql as $$ select set_config('nexio.now', (now() + p_after)::text, true) $$;

-- their pace
select pg_temp.at('0');
select is(engine.run_monitors(), 6, 'all six beat at first');
select is(engine.run_monitors(), 0, 'and none twice at the same moment');
select pg_temp.at('10 seconds');
select is(engine.run_monitors(), 1, 'the queue after ten seconds');
select pg_temp.at('5 minutes');
select is(engine.run_monitors(), 5, 'after five minutes all but the integrations');

-- agents: restart, then alert
insert into public.alerts (tenant_id, severity, code, detail, created_at)
select tenant_id, 'warning', 'step_dead', '{"agent": "content_writer"}', engine.now() - interval '1 minute' from scene, generate_series(1, 3);
select is(engine.watch_agents() ->> 'restarted', '1', 'three dead steps in an hour restart an agent');
select is(engine.watch_agents() ->> 'restarted', '0', 'once');
select pg_temp.at('6 minutes');
insert into public.alerts (tenant_id, severity, code, detail, created_at)
select tenant_id, 'warning', 'step_dead', '{"agent": "content_writer"}', engine.now() from scene, generate_series(1, 3);
select is(engine.watch_agents() ->> 'status', 'bad', 'a restart that did not help');
select is((select count(*) from public.alerts where code = 'agent_unwell'), 1::bigint, 'calls an admin');
select is((select status from public.tenant_agents x join scene using (tenant_id) where agent_key = 'content_writer'), 'error', 'and the agent says that it is unwell');

-- costs: hold what nobody asked for
update public.plans set daily_cost_micros = 1000000 where key = (select plan_key from public.tenants t join scene on t.id = tenant_id);
insert into public.budgets (tenant_id, day, spent_micros)
select tenant_id, engine.tenant_day(tenant_id) - n, 200000 from scene, generate_series(1, 4) n on conflict (tenant_id, day) do update set spent_micros = 200000;
insert into public.budgets (tenant_id, day, spent_micros) select tenant_id, engine.tenant_day(tenant_id), 310000 from scene
on conflict (tenant_id, day) do update set spent_micros = 310000;
select is(engine.watch_costs() ->> 'held', '1', 'a day half as dear again as usual is held');
select is(engine.watch_costs() ->> 'held', '0', 'once a day');
select is(engine.try_chain(tenant_id, 'create_social_post', '{}', 'clock'), null, 'the clock starts nothing more') from scene;
select is((select why from public.skipped_work join scene using (tenant_id)), 'cost_hold', 'and says what it left out');
select is((select count(*) from public.notifications n join scene using (tenant_id) where n.kind = 'cost_hold'), 1::bigint, 'the tenant is told');
select pg_temp.at('26 hours');
select engine.watch_costs();
select is_empty('select from engine.cost_holds', 'the hold ends with the day');

-- queue
select pg_temp.at('0');
select engine.send_high(array[1::bigint], engine.now());
select is(engine.watch_queue() ->> 'status', 'ok', 'what has just come may wait');
select pg_temp.at('6 minutes');
select is(engine.watch_queue() ->> 'status', 'bad', 'six minutes are too long');
select is((select count(*) from public.alerts where code = 'queue_stuck' and resolved_at is null), 1::bigint, 'one alert');
select engine.take_high(10);
select engine.watch_queue();
select is_empty($$ select from public.alerts where code = 'queue_stuck' and resolved_at is null $$, 'settled by itself');

-- Guard Scanner
select pg_temp.at('10 minutes');
select engine.watch_security();
insert into auth.sessions (id, user_id, created_at, updated_at) values (gen_random_uuid(), tests.id_of('rival@guard.test'), engine.now(), engine.now());
delete from auth.sessions s where engine.guard_place(s.user_id) = engine.guard_place(tests.id_of('rival@guard.test')) and s.user_id <> tests.id_of('rival@guard.test');
select tests.become('rival@guard.test', (select rival_id from scene));
select throws_ok(format('select public.cancel_run((select tenant_id from scene), gen_random_uuid()) /* %s */', n), 'NX409', 'tenant_mismatch', 'refused ' || n)
from generate_series(1, 20) n;
reset role;
select is(engine.watch_security() ->> 'blocked', '1', 'twenty refusals in a minute: the transactions are gone, the marks are not');
select is((select why from engine.blocked_people), 'cross_tenant', 'the person is stopped for it');
select is((select count(*) from public.alerts where code = 'guard_blocked'), 1::bigint, 'an admin is called');
select tests.become('rival@guard.test', (select rival_id from scene));
select throws_ok('select public.update_tenant((select rival_id from scene), ''{}'')', 'NX429', 'blocked_for_now', 'even at home, for a while');
reset role;
select pg_temp.at('30 minutes');
select tests.become('rival@guard.test', (select rival_id from scene));
select lives_ok('select public.update_tenant((select rival_id from scene), ''{"look": "modern"}'')', 'then the door is open again');
reset role;
select tests.become('owner@guard.test', (select tenant_id from scene));
select lives_ok('select public.update_tenant((select tenant_id from scene), ''{"look": "modern"}'')', 'nobody else noticed anything');
reset role;

-- integrations
insert into public.integrations (tenant_id, account, name, expires_at) select tenant_id, 'facebook', 'Page', engine.now() + interval '1 day' from scene;
select is(engine.watch_integrations() ->> 'expiring', '1', 'a token that ends within three days');
select is(engine.watch_integrations() ->> 'expiring', '0', 'is told once');
update public.integrations set expires_at = engine.now() + interval '60 days';
select engine.watch_integrations();
select is_empty($$ select from public.alerts where code = 'integration_expiring' and resolved_at is null $$, 'and settled when it is renewed');

-- Advisor
select lives_ok('select engine.advise()', 'the Advisor reports');
select is((select array_agg(k order by k) from public.advisor_reports, jsonb_object_keys(sections) k), array['health', 'recommendations', 'risks'], 'in three sections');
select ok((select sections -> 'risks' @> '[{"code": "agent_errors", "params": {"agent": "content_writer"}}]' from public.advisor_reports), 'it saw the unwell agent');
select ok((select sections -> 'recommendations' @> '[{"code": "restart_agent"}]' from public.advisor_reports), 'and says what to do');
select ok((select sections::text !~ 'Mpiambina' from public.advisor_reports), 'without a tenant''s name');
select tests.become('owner@guard.test', (select tenant_id from scene));
select is_empty('select from public.advisor_reports', 'no client reads it');
select is_empty('select from public.monitors', 'nor the monitors');
select * from finish();
rollback;
