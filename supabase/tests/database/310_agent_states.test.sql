-- Wake, sleep, pause, restart, switch: and what it means for the work.
begin;
select no_plan();
-- hours in which no chain is due
select set_config('nexio.now', '2026-11-18 10:00Z', true);
update public.agents set is_active = true where tenant_id is null;
create temporary table scene as select tests.shop('States', 'owner@states.test', 'growth') as tenant_id, tests.shop('States Rival', 'rival@states.test') as rival_id;
grant select on scene to public;
select tests.person('staff@states.test');
select tests.joins('staff@states.test', tenant_id, 'staff') from scene;
create function pg_temp.status(p_agent text) returns text language sql as $$
  select engine.status_now(x, w.working) from public.tenant_agents x join scene s on x.tenant_id = s.tenant_id
  left join engine.agents_at_work(s.tenant_id) w on w.agent_key = x.agent_key where x.agent_key = p_agent
$$;
create function pg_temp.as_owner(p_verb text, p_agent text) returns jsonb language plpgsql as $$
declare v_answer jsonb;
begin
  perform tests.become('owner@states.test', (select tenant_id from scene));
  execute format('select public.%I(public.current_tenant(), %L)', p_verb, p_agent) into v_answer;
  perform tests.become_the_database();
  return v_answer;
end $$;

-- status follows the work
select is(pg_temp.status('content_writer'), 'idle', 'an agent begins idle');
create temporary table one as select tests.run(tenant_id) as run_id from scene;
create temporary table claimed as select c from jsonb_array_elements(worker.claim('w', 10)) c;
select is(pg_temp.status('content_writer'), 'active', 'while a step of it is at work it is active');
select is(pg_temp.status('content_qa'), 'idle', 'and the others are not');

-- pause
select is(pg_temp.as_owner('pause_agent', 'content_writer') ->> 'status', 'paused', 'the owner pauses it');
select is(pg_temp.status('content_writer'), 'paused', 'it is paused');
select is((select state from public.chain_steps, one where chain_steps.run_id = one.run_id and key = 'text'), 'working', 'the step under way goes on');
create temporary table two as select tests.run(tenant_id) as run_id from scene;
select is((select state from public.chain_steps, two where chain_steps.run_id = two.run_id and key = 'text'), 'ready', 'a new run''s step waits');
select is(worker.claim('w', 10), '[]', 'and nobody can claim it');
select worker.complete(jsonb_build_array(jsonb_build_object('step_id', c -> 'step_id', 'token', c -> 'token', 'output', tests.answer(c)))) from claimed;
select is(
  tests.states((select run_id from one)),
  array['text done', 'hashtags_and_call_to_action ready', 'visual queued', 'quality_review waiting', 'quality_gate waiting'],
  'of a run under way its own steps wait, a colleague''s do not'
);
select is(tests.work(), array['visual'], 'the colleague works');
select tests.pass_time('1 hour');
select engine.tick();
select is(worker.claim('w', 10), '[]', 'an hour later they wait still');
select is((select state from public.chain_runs, two where id = run_id), 'running', 'and no run has failed for it');
select tests.become('owner@states.test', (select tenant_id from scene));
select throws_ok($$ select public.sleep_agent(public.current_tenant(), 'content_writer') $$, 'NX409', 'agent_is_paused', 'a paused agent is woken before it sleeps');
select tests.become_the_database();

-- a step with a time of its own keeps it through a pause
update public.chain_steps s set due_at = engine.now() + interval '3 days' from two where s.run_id = two.run_id and s.key = 'text';
select pg_temp.as_owner('pause_agent', 'content_writer');
select is(pg_temp.as_owner('wake_agent', 'content_writer') ->> 'status', 'idle', 'the owner wakes it');
select is((select due_at from public.chain_steps s, two where s.run_id = two.run_id and s.key = 'text'), engine.now() + interval '3 days', 'what is for later stays for later');
select ok(tests.work() @> array['hashtags_and_call_to_action'], 'what waited goes on');
select tests.pass_time('3 days');
select engine.tick();
select ok(tests.work() @> array['text'], 'and the later one at its time');
select is(
  (select array_agg(state) from public.chain_runs r where r.id in (select run_id from one union select run_id from two)), array['awaiting_approval', 'awaiting_approval'], 'nothing was lost'
);

-- sleep, wake, restart
select is(pg_temp.as_owner('sleep_agent', 'content_writer') ->> 'status', 'sleep', 'an agent is sent to sleep');
create temporary table three as select tests.run(tenant_id) as run_id from scene;
create temporary table again as select c from jsonb_array_elements(worker.claim('w', 1)) c;
select is(pg_temp.status('content_writer'), 'active', 'work wakes it');
select pg_temp.as_owner('restart_agent', 'content_writer');
select engine.tick();
select is((select state from public.chain_steps s, three where s.run_id = three.run_id and key = 'text'), 'ready', 'a restart takes the step under way back');
select is(
  worker.complete((select jsonb_build_array(jsonb_build_object('step_id', c -> 'step_id', 'token', c -> 'token', 'output', tests.answer(c))) from again)), '{}',
  'the answer that comes after all counts no more'
);
select tests.pass_time('1 minute');
select engine.tick();
create temporary table last as select c from jsonb_array_elements(worker.claim('w', 1)) c;
select worker.fail((c ->> 'step_id')::bigint, (c ->> 'token')::uuid, 'skill_unknown', '{}', false) from last;
select is(pg_temp.status('content_writer'), 'error', 'a dead step leaves its agent in error');
select is(pg_temp.as_owner('restart_agent', 'content_writer') ->> 'status', 'idle', 'a restart clears it');

-- on and off
select tests.become('owner@states.test', (select tenant_id from scene));
create temporary table charged as select coalesce(sum(task_count), 0) as tasks from public.budgets where tenant_id = public.current_tenant();
select is(public.switch_agent(public.current_tenant(), 'content_writer', false), '{"agent": "content_writer", "is_on": false}', 'the owner switches an agent off');
select throws_ok($$ select public.wake_agent(public.current_tenant(), 'content_writer') $$, 'NX409', 'agent_is_off', 'who is off cannot be woken');
select throws_ok(
  $$ select public.request_post(public.current_tenant(), 'promo samosas', 'nexio_page', 'fr', null, gen_random_uuid()) $$, 'NX409', 'agent_is_off',
  'a chain that needs it says so before it starts'
);
select is((select coalesce(sum(task_count), 0) from public.budgets where tenant_id = public.current_tenant()), tasks, 'and costs no task') from charged;
select public.switch_agent(public.current_tenant(), 'content_writer', true);
select lives_ok(
  $$ select public.request_post(public.current_tenant(), 'promo samosas', 'nexio_page', 'fr', null, gen_random_uuid()) $$, 'switched on again it works'
);
select throws_ok($$ select public.switch_agent(public.current_tenant(), 'brand_dna_analyst', false) $$, 'NX409', 'agent_is_needed', 'the set-up agent stays on');
select throws_ok($$ select public.switch_agent(public.current_tenant(), 'pr_agent', true) $$, 'NX402', 'agent_locked', 'what the plan has not cannot be switched on');
select throws_ok($$ select public.switch_agent(public.current_tenant(), 'moltguard', false) $$, 'NX404', 'agent_not_found', 'a guard cannot be switched off');
select tests.become('staff@states.test', (select tenant_id from scene));
select throws_ok(format('select public.%I(public.current_tenant(), ''content_writer'')', verb), 'NX403', 'no_permission', verb || ': not for staff')
from unnest(array['wake_agent', 'sleep_agent', 'pause_agent', 'restart_agent']) verb;
select tests.become('rival@states.test', (select rival_id from scene));
select throws_ok(
  format('select public.pause_agent(%L, ''content_writer'')', (select tenant_id from scene)), 'NX409', 'tenant_mismatch', 'another tenant cannot pause it'
);

-- a plan that shrinks in mid-run
select tests.become_the_database();
select tests.work();
create temporary table mid as select tests.run(rival_id) as run_id from scene;
update public.tenants set plan_key = 'growth' where id = (select rival_id from scene);
select tests.chain('with_data', jsonb_build_array(
  tests.step('figures', '{"agent": "data_analyst", "skill": "hashtag-generator"}'), tests.step('text', '{"needs": ["figures"]}'),
  tests.step('scan', '{"agent": "competitor_analyst", "skill": "hashtag-generator", "when": "1 == 1"}')
));
create temporary table shrunk as select tests.run(rival_id, 'with_data') as run_id from scene;
update public.tenants set plan_key = 'free' where id = (select rival_id from scene);
select tests.work();
select is_empty($$ select from public.chain_runs r join shrunk s on s.run_id = r.id where state <> 'done' $$, 'a run finishes with the agents it began with');
select throws_ok(
  format('select engine.start_chain(%L, ''with_data'', ''x'', ''{}'', ''fr'')', rival_id), 'NX402', 'agent_locked', 'a new one is refused with the plan that has them'
) from scene;
select * from finish();
rollback;
