-- Heartbeats: who beats when, what a beat finds, what it writes, what it costs when there is nothing; words spoken to an agent.
begin;
select no_plan();
select set_config('nexio.now', '2026-11-20 09:59:30Z', true);
create temporary table scene as select tests.shop('Hearts', 'owner@hearts.test') as tenant_id, tests.shop('Hearts Rival', 'rival@hearts.test') as rival_id;
grant select on scene to public;
update public.tenant_agents x set beat_second = 60 * (array_position(array['content_writer', 'creative_producer', 'content_qa', 'brand_dna_analyst'], agent_key) - 1)
from scene s where x.tenant_id in (s.tenant_id, s.rival_id) and x.is_on;
-- other tenants of this database sleep through the test
update public.tenant_agents x set is_on = false from scene s where x.tenant_id not in (s.tenant_id, s.rival_id);
create function pg_temp.mine() returns setof public.tenant_agents language sql as $$
  select x.* from public.tenant_agents x join scene s on s.tenant_id = x.tenant_id where x.is_on order by beat_second
$$;
create function pg_temp.quarter() returns integer language plpgsql as $$
declare v_beats integer := 0;
begin
  for i in 1..90 loop
    perform tests.pass_time('10 seconds');
    v_beats := v_beats + engine.sweep_heartbeats();
  end loop;
  return v_beats;
end $$;
comment on function pg_temp.quarter() is 'A quarter of an hour of ticks; how many hearts beat in it.';

select is(engine.sweep_heartbeats(), 0, 'nobody beats before its second');
select tests.pass_time('31 seconds');
select is(engine.sweep_heartbeats(), 2, 'then each agent at its own, in every tenant');
select is(engine.sweep_heartbeats(), 0, 'nobody beats twice');
select tests.pass_time('60 seconds');
select is(engine.sweep_heartbeats(), 2, 'a minute later the next');
select results_eq(
  'select agent_key, status, heartbeat_at from pg_temp.mine() limit 3',
  $$ values ('content_writer', 'sleep', '2026-11-20 10:00:01Z'::timestamptz), ('creative_producer', 'sleep', '2026-11-20 10:01:01Z'), ('content_qa', 'idle', null) $$,
  'who found nothing sleeps; who has not beaten is as it was'
);
select tests.pass_time('45 seconds');
select is(engine.sweep_heartbeats(), 0, 'a tick between the beats moves nobody');
select tests.pass_time('50 seconds');
select is(engine.sweep_heartbeats(), 2, 'a tick that is half a minute late misses nobody');
select tests.pass_time('3 hours 2 minutes');
select is(pg_temp.quarter(), 8, 'after a long silence everybody beats once in a quarter of an hour, not for each beat that was missed');
select is(pg_temp.quarter(), 8, 'and once in the next');
select is_empty($$ select from public.events e join scene s on s.tenant_id = e.tenant_id where e.kind in ('agent.woke', 'agent.slept') $$, 'a beat that finds nothing writes no log');

-- work
create temporary table run as select tests.run(tenant_id) as run_id from scene;
select pg_temp.quarter();
select results_eq(
  'select agent_key, status, last_found from pg_temp.mine()',
  $$ values ('content_writer', 'active', '{"tasks": 1, "mentions": 0, "triggers": 0, "scheduled": 0}'::jsonb), ('creative_producer', 'sleep', '{}'),
    ('content_qa', 'sleep', '{}'), ('brand_dna_analyst', 'sleep', '{}') $$, 'a task that waits wakes its agent, and no other'
);
select results_eq(
  $$ select kind, actor, data ->> 'tasks' from public.events e join scene s on s.tenant_id = e.tenant_id where e.kind in ('agent.woke', 'agent.slept') $$,
  $$ values ('agent.woke', 'content_writer', '1') $$, 'and stands in its log'
);
select is_empty($$ select from public.tenant_agents x join scene s on s.rival_id = x.tenant_id where x.last_found <> '{}' $$, 'another tenant''s agents hear nothing of it');
select tests.work();
select pg_temp.quarter();
select is((select status from pg_temp.mine() limit 1), 'sleep', 'when all is done it goes to sleep');

-- scheduled work, triggers, a paused agent
create temporary table hook as select tests.run(tenant_id) as run_id from scene;
update public.chain_runs r set trigger = 'webhook' from hook where r.id = hook.run_id;
create temporary table later as select tests.run(tenant_id) as run_id from scene;
update public.chain_steps s set state = 'ready', due_at = engine.now() + interval '2 hours' from later where s.run_id = later.run_id and s.key = 'text';
select pg_temp.quarter();
select is(
  (select last_found from pg_temp.mine() limit 1), '{"tasks": 1, "mentions": 0, "triggers": 1, "scheduled": 1}', 'it sees what was triggered and what is for later'
);
update public.tenant_agents x set status = 'paused' from scene s where x.tenant_id = s.tenant_id and agent_key = 'content_qa';
select is(pg_temp.quarter(), 7, 'a paused heart does not beat');
update public.tenant_agents x set status = 'idle', is_on = false from scene s where x.tenant_id = s.tenant_id and agent_key = 'content_qa';
select is(pg_temp.quarter(), 7, 'nor one that is off');
update public.tenant_agents x set is_on = true from scene s where x.tenant_id = s.tenant_id and agent_key = 'content_qa';

-- words
grant select on hook, run to public;
select tests.become('owner@hearts.test', (select tenant_id from scene));
select ok(
  (public.say_to_run(public.current_tenant(), run_id, 'content_writer', '  Pas de photo de moi, merci. ') ->> 'id')::bigint > 0, 'a person speaks to an agent in a run'
) from hook;
select throws_ok(
  format('select public.say_to_run(public.current_tenant(), %L, ''lead_hunter'', ''Allo ?'')', run_id), 'NX404', 'agent_not_in_run', 'who is not in the run is not spoken to'
) from hook;
select throws_ok(format('select public.say_to_run(public.current_tenant(), %L, ''content_writer'', '' '')', run_id), 'NX400', 'words_invalid', 'nothing is not said') from hook;
select throws_ok(
  $$ select public.say_to_run(public.current_tenant(), gen_random_uuid(), 'content_writer', 'Allo ?') $$, 'NX404', 'run_unknown', 'nor into a run that is not there'
);
select tests.become('rival@hearts.test', (select rival_id from scene));
select throws_ok(
  format('select public.say_to_run(public.current_tenant(), %L, ''content_writer'', ''Dis-moi tout.'')', run_id), 'NX404', 'run_unknown', 'another tenant''s run is not there'
) from hook;
select is_empty('select from public.agent_mentions', 'and its words are not heard');
select tests.become_the_database();
create temporary table context as
select worker.read_context((c ->> 'step_id')::bigint, (c ->> 'token')::uuid) as c from jsonb_array_elements(worker.claim('w', 10)) c
where (c ->> 'run_id')::uuid = (select run_id from hook);
select is(c -> 'agent' -> 'mentions', '["Pas de photo de moi, merci."]', 'the agent''s step in that run reads it') from context;
select pg_temp.quarter();
select isnt((select read_at from public.agent_mentions), null, 'and then it counts as read');
select is((select memory from pg_temp.mine() limit 1), '[]', 'and is no memory: it was for this run');

-- said when the agent has nothing left to do in the run
select tests.work();
select tests.become('owner@hearts.test', (select tenant_id from scene));
select public.say_to_run(public.current_tenant(), run_id, 'content_writer', 'La prochaine fois, plus court.') from run;
select tests.become_the_database();
select pg_temp.quarter();
select results_eq(
  $$ select m ->> 'fact', m ->> 'confidence', m ->> 'source' from pg_temp.mine() x, jsonb_array_elements(x.memory) m $$,
  $$ values ('La prochaine fois, plus court.', '0.80', 'mention') $$, 'said too late for the run it is kept in mind'
);
select is((select count(*) from public.events e join run r on r.run_id = e.run_id where kind = 'agent.noted'), 1::bigint, 'and the conversation says so');

-- a step that nobody admitted
delete from public.chain_runs r using scene s where r.tenant_id = s.tenant_id;
create temporary table lost as select tests.run(tenant_id) as run_id from scene;
update public.chain_steps s set state = 'ready', due_at = null from lost where s.run_id = lost.run_id and key = 'text';
delete from pgmq.q_nexio_high;
select pg_temp.quarter();
select is((select state from public.chain_steps s, lost where s.run_id = lost.run_id and key = 'text'), 'queued', 'work that lies about is brought to its queue');
select * from finish();
rollback;
