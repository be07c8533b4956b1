-- Steps with a keeper, a gate that may be spared, a delay, a verb of the engine, or a chain of their own; and a tenant that is suspended in between.
begin;
select no_plan();
create temporary table scene as select tests.shop('Fields', 'owner@fields.test', 'growth') as tenant_id;
create temporary table run (id uuid);
grant select on scene, run to public;
create function pg_temp.start(p_chain text, p_input jsonb default '{}') returns void language plpgsql as $$
begin
  truncate run;
  insert into run select tests.run(tenant_id, p_chain, p_input) from scene;
end
$$;
create function pg_temp.state() returns text language sql as $$ select concat_ws(' ', state, error_code) from public.chain_runs join run using (id) $$;
create function pg_temp.states() returns text[] language sql as $$ select tests.states(id) from run $$;

-- keepers, and what goes out past a gate
create temporary table kept (name text, step_key text, say text, approved boolean);
create function engine.keep_test(p_step public.chain_steps) returns void language plpgsql as $$
begin
  if p_step.output ->> 'say' = 'bad' then perform engine.fail('NX400', 'output_invalid'); end if;
  if p_step.output ->> 'say' = 'broken' then perform (p_step.output ->> 'say')::integer; end if;
  insert into pg_temp.kept values ('keep', p_step.key, p_step.output ->> 'say');
end
$$;
create function engine.send_test(p_step public.chain_steps, p_approval public.approvals) returns void language sql as $$
  insert into pg_temp.kept values ('send', p_step.key, p_step.output ->> 'say', p_approval.state = 'approved')
$$;
select tests.chain('kept', jsonb_build_array(
  tests.step('draft', '{"keep": "test"}'),
  tests.step('release', '{"needs": ["draft"], "approval": "outreach", "approval_when": "$.release.wait == true"}')
));
select pg_temp.start('kept');
select tests.work('{"draft": {"say": "a", "body": "A"}, "release": {"say": "", "wait": true}}');
select is(pg_temp.states(), array['draft done', 'release awaiting_approval'], 'a gate that is true asks a person');
select results_eq('select name, say from kept', $$ values ('keep', 'a') $$, 'what is kept is kept before it, and does not go out');
select is((select c.kind from public.contents c join run on run.id = c.run_id), 'test', 'what is sent is no post');
select tests.become('owner@fields.test', (select tenant_id from scene));
select public.decide_approval((select tenant_id from scene), a.id, 'approve', a.version, a.content_hash) from public.approvals a join run on run.id = a.run_id;
select tests.become_the_database();
select results_eq($$ select name, step_key, approved from kept where name = 'send' $$, $$ values ('send', 'draft', true) $$, 'past it, it does, with the decision');
select is((select status from public.contents c join run on run.id = c.run_id), 'approved', 'and is not published as a post');
select is(pg_temp.state(), 'done', 'the run goes on');
truncate kept;
select pg_temp.start('kept');
select tests.work('{"draft": {"say": "b", "body": "B"}, "release": {"say": "", "wait": false}}');
select is(pg_temp.states(), array['draft done', 'release done'], 'a gate that is false asks nobody');
select results_eq('select name, approved from kept', $$ values ('keep', null::boolean), ('send', null) $$, 'and lets it out');
select pg_temp.start('kept');
select tests.work('{"draft": {"say": "c", "body": "C"}, "release": {"say": ""}}');
select is(pg_temp.states(), array['draft done', 'release awaiting_approval'], 'a gate of which nothing is known asks');
select pg_temp.start('kept');
select tests.work('{"draft": {"say": "bad"}}');
select is(pg_temp.state(), 'failed output_invalid', 'a keeper may refuse: the run fails with its word');
select pg_temp.start('kept');
select tests.work('{"draft": {"say": "broken"}}');
select is(pg_temp.state(), 'failed engine_step_failed', 'one that breaks takes no completion along');

-- what a person edits is what goes on
select tests.chain('letter', jsonb_build_array(
  tests.step('write', '{"review_by": "content_qa", "approval": "outreach"}'), tests.step('send', '{"needs": ["write"], "with": {"request": "$.write.body"}}')
));
select pg_temp.start('letter');
select tests.work('{"write": {"say": "", "body": "Bonjour Hery", "subjects": ["Un mot", "Deux mots"], "call_to_action": {"label": "Commander", "url": "/@lala"}}}');
select results_eq(
  $$ select c.kind, c.headline, c.call_to_action from public.contents c join run on run.id = c.run_id $$, $$ values ('message', 'Un mot', 'Commander /@lala') $$,
  'a letter is a message, with its subject and its button'
);
select is(pg_temp.states(), array['write done', 'write_review awaiting_approval', 'send waiting'], 'the gate stands behind the review');
select tests.become('owner@fields.test', (select tenant_id from scene));
select public.decide_approval((select tenant_id from scene), a.id, 'approve', a.version, a.content_hash, '{"body": "Bonjour cher Hery"}') from public.approvals a join run on run.id = a.run_id;
select tests.become_the_database();
select is(
  (select engine.step_input(s) ->> 'request' from public.chain_steps s join run on run.id = s.run_id where s.key = 'send'), 'Bonjour cher Hery', 'it goes out as the person wrote it'
);
select tests.work();

-- money
select tests.chain('money', jsonb_build_array(tests.step('ask', '{"approval": "money", "with": {"text": "$.input.about"}}')));
select pg_temp.start('money', '{"about": {"campaign": "Soldes"}}');
select tests.work('{"ask": {"say": "", "daily_budget": 12}}');
select is((select subject from public.approvals a join run on run.id = a.run_id), '{"daily_budget": 12, "text": {"campaign": "Soldes"}}', 'who decides about money sees what it is about');

-- delays
select tests.chain('later', jsonb_build_array(
  tests.step('plan'), tests.step('wait', '{"needs": ["plan"], "delay": "$.plan.hours"}'), tests.step('until', '{"needs": ["plan"], "delay_until": "$.plan.at"}'),
  tests.step('now', '{"needs": ["plan"], "delay": "$.plan.nothing", "delay_until": "$.plan.say"}'),
  tests.step('each_one', '{"needs": ["plan"], "each": "$.plan.list[*]", "delay": "$.item.after"}')
));
select pg_temp.start('later');
select tests.work(jsonb_build_object('plan', jsonb_build_object('say', 'soon', 'hours', 1.5, 'at', engine.now() + interval '2 days', 'list', '[{"after": 0}, {"after": 24}]'::jsonb)), 1);
select is(pg_temp.states(), array['plan done', 'wait ready', 'until ready', 'now queued', 'each_one queued', 'each_one/1 ready'], 'what has to wait waits in the table');
select tests.work();
select tests.pass_time('91 minutes');
select engine.tick();
select is((select array_agg(key order by key) from public.chain_steps s join run on run.id = s.run_id where s.state = 'queued'), array['wait'], 'hours, by the engine''s clock');
select tests.pass_time('2 days');
select tests.work();
select is(pg_temp.state(), 'done', 'a day, an item''s own hours');

-- verbs of the engine
create function engine.do_test(p_step public.chain_steps) returns jsonb language plpgsql as $$
begin
  if p_step.input -> 'item' ->> 'n' = 'bad' then perform engine.fail('NX400', 'output_invalid'); end if;
  return jsonb_build_object('say', 'Fait.', 'n', 2 * (engine.step_view(p_step) -> 'plan' ->> 'n')::int);
end
$$;
select tests.chain('verb', jsonb_build_array(
  tests.step('plan'), tests.step('double', '{"needs": ["plan"], "skill": "engine:test", "keep": "test"}'), tests.step('end', '{"needs": ["double"]}')
));
select pg_temp.start('verb');
select tests.work('{"plan": {"say": "", "n": 21}}', 1);
select is(pg_temp.states(), array['plan done', 'double done', 'end queued'], 'a verb of the engine is done at once');
select is(engine.run_outputs(id) -> 'double' ->> 'n', '42', 'with an output like any step') from run;
select is((select count(*) from kept where step_key = 'double'), 1::bigint, 'and a keeper');
select is((select data ->> 'say' from public.events e join run on run.id = e.run_id where kind = 'step.said' and data ->> 'step' = 'double'), 'Fait.', 'and a line in the conversation');
select tests.work();
select pg_temp.start('verb');
select tests.work('{"plan": {"say": "", "n": "many"}}', 1);
select is(pg_temp.state(), 'failed engine_step_failed', 'what breaks in it fails the run, not the worker''s completion');
select is((select count(*) from public.alerts where code = 'step_dead' and detail ->> 'verb' = 'engine:test'), 1::bigint, 'and an admin is told');

-- chains as steps
select tests.chain('inner', jsonb_build_array(tests.step('first'), tests.step('second', '{"needs": ["first"]}')));
select tests.chain('outer', jsonb_build_array(
  tests.step('begin'), tests.step('child', '{"needs": ["begin"], "skill": "chain:inner", "with": {"platform": "$.begin.platform"}}'), tests.step('end', '{"needs": ["child"]}')
));
create function pg_temp.child() returns public.chain_runs language sql as $$
  select c from public.chain_runs c join public.chain_steps s on s.id = c.parent_step_id join run on run.id = s.run_id order by c.created_at desc, c.id limit 1
$$;
select pg_temp.start('outer');
select tests.work('{"begin": {"say": "", "platform": "tiktok"}}', 1);
select is(pg_temp.states(), array['begin done', 'child working', 'end waiting'], 'a chain as a step is at work as long as its run');
select is((pg_temp.child()).input ->> 'platform', 'tiktok', 'which begins with the run''s input and what the step gives it');
select is((pg_temp.child()).chain_key, 'inner', 'of the chain that it names');
select tests.work('{"second": {"say": "", "n": 7}}', 2);
select is(pg_temp.states(), array['begin done', 'child done', 'end queued'], 'when it is done the step is');
select is(engine.run_outputs(id) -> 'child' -> 'result' ->> 'n', '7', 'with its last output') from run;
select tests.work();
select is(pg_temp.state(), 'done', 'and the run goes on');
select is(
  (select coalesce(sum(task_count), 0) from public.budgets b join scene using (tenant_id)), (select count(*) from public.chain_runs join scene using (tenant_id) where trigger = 'clock'),
  'a child counts as no task of its own'
);

select pg_temp.start('outer');
select tests.work('{}', 2);
select worker.fail((c ->> 'step_id')::bigint, (c ->> 'token')::uuid, 'skill_unknown', '{}', false) from jsonb_array_elements(worker.claim('w', 1)) c;
select is(pg_temp.states(), array['begin done', 'child failed', 'end cancelled'], 'a child that fails takes its parent along');
select is(pg_temp.state(), 'failed skill_unknown', 'with its reason');
create temporary table child as select (pg_temp.child()).id;
grant select on child to public;
select tests.become('owner@fields.test', (select tenant_id from scene));
select public.retry_run((select tenant_id from scene), (select id from child));
select tests.become_the_database();
select is(pg_temp.states(), array['begin done', 'child working', 'end waiting'], 'tried again (from either end), both go on');
select is(tests.states((pg_temp.child()).id), array['first done', 'second queued'], 'where they had stopped');
select tests.work();
select is(pg_temp.state(), 'done', 'to the end');

select pg_temp.start('outer');
select tests.work('{}', 1);
select tests.become('owner@fields.test', (select tenant_id from scene));
select public.cancel_run((select tenant_id from scene), id) from run;
select tests.become_the_database();
select is((pg_temp.child()).state, 'cancelled', 'a parent that is cancelled takes its child along');
select pg_temp.start('outer');
select tests.work('{}', 1);
update child set id = (pg_temp.child()).id;
select tests.become('owner@fields.test', (select tenant_id from scene));
select public.cancel_run((select tenant_id from scene), (select id from child));
select tests.become_the_database();
select is(pg_temp.state(), 'cancelled cancelled_by_person', 'a child its parent');
select pg_temp.start('outer');
select tests.work('{}', 1);
update public.chain_runs set state = 'done', finished_at = engine.now() where id = (pg_temp.child()).id;
select engine.tick();
select is(pg_temp.states(), array['begin done', 'child done', 'end queued'], 'what they could not tell each other the clock does');
select tests.work();

-- suspended
select tests.chain('pair', jsonb_build_array(tests.step('a'), tests.step('b'), tests.step('c', '{"needs": ["a", "b"]}')));
select pg_temp.start('pair');
create temporary table held as select worker.claim('w', 1) as c;
select worker.reserve_model_call((e ->> 'step_id')::bigint, (e ->> 'token')::uuid, '{anthropic}', 1000, 100) from held, jsonb_array_elements(c) e;
update public.tenants set status = 'suspended' where id = (select tenant_id from scene);
select is(pg_temp.states(), array['a ready', 'b ready', 'c waiting'], 'suspended, a tenant''s work is handed back');
select is(
  (select worker.complete(jsonb_agg(e || '{"output": {"say": "late"}}')) from held, jsonb_array_elements(c) e), '{}', 'what its workers bring then counts no more'
);
select is((select sum(reserved_micros) from public.budgets b join scene using (tenant_id)), 0::numeric, 'no money stays held');
select tests.pass_time('1 hour');
select engine.tick();
select is(worker.claim('w', 10), '[]', 'meanwhile nothing of it is done');
insert into public.contents (tenant_id, platform, language, body, status, scheduled_at) select tenant_id, 'nexio_page', 'fr', 'prévu', 'scheduled', engine.now() from scene;
select engine.tick();
select is((select status from public.contents where body = 'prévu'), 'scheduled', 'and nothing published');
update public.tenants set status = 'active' where id = (select tenant_id from scene);
select engine.tick();
select is(pg_temp.states(), array['a queued', 'b queued', 'c waiting'], 'back again, it goes on');
select is((select array_agg(attempt) from public.chain_steps s join run on run.id = s.run_id), array[0, 0, 0]::smallint[], 'with no try lost');
select is((select status from public.contents where body = 'prévu'), 'published', 'what was due is published');
select tests.work();
select is(pg_temp.state(), 'done', 'and nothing is lost');
select * from finish();
rollback;
