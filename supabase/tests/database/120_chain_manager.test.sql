-- needs, when, each, the end of a run, and the fair share of a tenant.
begin;
select no_plan();
create temporary table scene as select tests.shop('Chains', 'owner@chains.test') as tenant_id;

select tests.chain('diamond', jsonb_build_array(
  tests.step('a'), tests.step('b', '{"needs": ["a"]}'), tests.step('c', '{"needs": ["a"]}'), tests.step('d', '{"needs": ["b", "c"]}')
));
create temporary table run as select tests.run(tenant_id, 'diamond') as id from scene;
select is(tests.states(id), array['a queued', 'b waiting', 'c waiting', 'd waiting'], 'what needs nothing starts') from run;
select tests.work('{}', 1);
select is(tests.states(id), array['a done', 'b queued', 'c queued', 'd waiting'], 'both branches open together') from run;
select worker.complete(jsonb_agg(c || '{"output": {}}')) from jsonb_array_elements(worker.claim('one', 1)) c;
select is(tests.states(id), array['a done', 'b done', 'c queued', 'd waiting'], 'a join waits for both') from run;
select tests.work();
select is(tests.states(id), array['a done', 'b done', 'c done', 'd done'], 'then it runs') from run;
select is((select state from public.chain_runs r join run using (id)), 'done', 'and the run is done');
select is((select count(*) from public.events e join run on e.run_id = run.id where kind = 'run.done'), 1::bigint, 'which is said once');

select tests.chain('choice', jsonb_build_array(
  tests.step('look'), tests.step('sell', '{"needs": ["look"], "when": "$.look.intent == \"price\""}'), tests.step('thank', '{"needs": ["sell"]}')
));
truncate run;
insert into run select tests.run(tenant_id, 'choice') from scene;
select tests.work('{"look": {"intent": "joke"}}');
select is(tests.states(id), array['look done', 'sell skipped', 'thank done'], '`when` that is not true skips, and what needs it goes on') from run;
update run set id = (select tests.run(tenant_id, 'choice') from scene);
select tests.work('{"look": {"intent": "price"}}');
select is(tests.states(id), array['look done', 'sell done', 'thank done'], '`when` that is true does not') from run;
update run set id = (select tests.run(tenant_id, 'choice') from scene);
select tests.work('{"look": {"nothing": "like it"}}');
select is(tests.states(id), array['look done', 'sell skipped', 'thank done'], 'what is not there is not true') from run;

select tests.chain('week', jsonb_build_array(
  tests.step('plan'), tests.step('write', '{"needs": ["plan"], "each": "$.plan.days[*]"}'), tests.step('check', '{"needs": ["write"]}')
));
update run set id = (select tests.run(tenant_id, 'week') from scene);
select tests.work('{"plan": {"days": ["mon", "tue", "wed"]}}', 2);
select is(tests.states(id), array['plan done', 'write done', 'write/1 done', 'write/2 done', 'check queued'], '`each` makes a step an element') from run;
select is(
  (select array_agg(input ->> 'item' order by item) from public.chain_steps s join run on run.id = s.run_id where key = 'write'), array['mon', 'tue', 'wed'],
  'each knows its own'
);
select is(jsonb_array_length(engine.run_outputs(id) -> 'write'), 3, 'the next step sees them as a list') from run;
select tests.work();
update run set id = (select tests.run(tenant_id, 'week') from scene);
select tests.work('{"plan": {"days": []}}');
select is(tests.states(id), array['plan done', 'write skipped', 'check done'], 'an empty list skips') from run;

-- fair share
create temporary table flood as select tests.run(tenant_id, 'diamond') as id from scene, generate_series(1, 40);
create function pg_temp.in_state(p_state text) returns bigint language sql as $$
  select count(*) from public.chain_steps s join flood on flood.id = s.run_id where s.state = p_state
$$;
select is(pg_temp.in_state('queued'), engine.fair_share()::bigint, 'a flood enters the queue up to the fair share');
select is(pg_temp.in_state('ready'), 40 - engine.fair_share()::bigint, 'the rest waits in the table');
select is(engine.count_queued_work(1000), engine.fair_share(), 'the queue holds no more');
select worker.complete(jsonb_agg(c || '{"output": {}}')) from jsonb_array_elements(worker.claim('one', 10)) c;
select is(pg_temp.in_state('queued'), engine.fair_share()::bigint, 'places that become free are filled');
select is(
  (select array_agg(distinct key) from public.chain_steps s join flood on flood.id = s.run_id where s.state = 'queued'), array['a', 'b', 'c'],
  'by runs that have begun and by those that waited'
);
select tests.work('{}', 100);
select is(pg_temp.in_state('done'), 160::bigint, 'in the end all is done');

select ok(not exists (select from public.chain_steps where state = 'queued' and not exists (
  select from pgmq.q_nexio_high q where (q.message ->> 'step')::bigint = chain_steps.id)), 'no step is queued without its message');
select * from finish();
rollback;
