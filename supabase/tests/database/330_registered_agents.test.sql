-- Registered agents: who may register, who gets which task, tokens, lost ones, tasks given by hand, media.
begin;
select no_plan();
select set_config('nexio.now', '2026-11-20 10:00:00Z', true);
create temporary table scene as select tests.shop('Tasks', 'owner@tasks.test') as tenant_id, tests.shop('Tasks Rival', 'rival@tasks.test') as rival_id;
grant select on scene to public;
select tests.person(name || '@tasks.test') from unnest(array['render', 'slow', 'theirs', 'deaf', 'guest']) name;
update auth.users set raw_app_meta_data = '{"kind": "agent"}' where email in ('render@tasks.test', 'slow@tasks.test', 'deaf@tasks.test');
update auth.users set raw_app_meta_data = jsonb_build_object('kind', 'agent', 'tenant_id', (select rival_id from scene)) where email = 'theirs@tasks.test';
insert into public.skills (key, name, category, kind, capability, output_schema, is_active)
values ('film', 'film', 'video_production', 'code', 'render_media', '{"type": "object", "additionalProperties": false, "required": ["say", "path"],
  "properties": {"say": {"type": "string", "default": ""}, "path": {"type": "string", "maxLength": 200}, "seconds": {"type": "integer", "minimum": 1}}}', true);
select tests.chain('film', jsonb_build_array(tests.step('text'), tests.step('film', '{"agent": "creative_producer", "skill": "film", "needs": ["text"]}'),
  tests.step('more', '{"needs": ["film"]}')));
create function pg_temp.film(p_tenant_id uuid) returns uuid language plpgsql as $$
declare v_run_id uuid := tests.run(p_tenant_id, 'film');
begin
  perform tests.work();
  return v_run_id;
end $$;
create function pg_temp.claim(p_who text, p_limit integer default 1) returns jsonb language plpgsql as $$
declare v_answer jsonb;
begin
  perform tests.become(p_who || '@tasks.test');
  v_answer := public.claim_tasks(p_limit, 120);
  perform tests.become_the_database();
  return v_answer;
end $$;
create function pg_temp.state(p_run_id uuid) returns text language sql as $$ select state from public.chain_steps where run_id = p_run_id and key = 'film' $$;

-- who is one
select tests.become('owner@tasks.test', (select tenant_id from scene));
select throws_ok($$ select public.register_agent('Owner', array['render_media'], 50) $$, 'NX403', 'not_an_agent', 'a person is no agent, not even an owner');
select throws_ok('select public.claim_tasks()', 'NX403', 'not_an_agent', 'and claims nothing');
select tests.become('render@tasks.test', null, '{"app_metadata": {"kind": "agent"}}');
select throws_ok('select public.claim_tasks()', 'NX409', 'not_registered', 'an agent registers first');
select throws_ok($$ select public.register_agent('R', array['render_media'], 50) $$, 'NX400', 'registration_invalid', 'with a name');
select throws_ok($$ select public.register_agent('Render', array['Render media'], 50) $$, 'NX400', 'registration_invalid', 'with capabilities in snake case');
select throws_ok($$ select public.register_agent('Render', array['render_media'], 101) $$, 'NX400', 'registration_invalid', 'and a score that is one');
select ok(public.register_agent('Render', array['render_media'], 80) ->> 'topic' like 'agent:%', 'it is told where it hears of work');
select is(public.current_tenant(), null, 'it belongs to no tenant');
select is_empty('select from public.chain_runs', 'and reads no run');
select tests.become('slow@tasks.test');
select public.register_agent('Slow', array['render_media', 'transcribe'], 20);
select tests.become('theirs@tasks.test');
select is(public.register_agent('Theirs', array['render_media'], 90) ->> 'tenant_id', (select rival_id::text from scene), 'an agent of one tenant is that tenant''s');
select tests.become('deaf@tasks.test');
select public.register_agent('Deaf', array['transcribe'], 99);
select is((select count(*) from public.registered_agents), 1::bigint, 'an agent reads itself and no other');
select tests.become('rival@tasks.test', (select rival_id from scene));
select set_eq('select name from public.registered_agents', array['Theirs', 'Render', 'Slow', 'Deaf'], 'insiders read their own registered agents and the platform''s');
select tests.become('owner@tasks.test', (select tenant_id from scene));
select set_eq('select name from public.registered_agents', array['Render', 'Slow', 'Deaf'], 'and not another tenant''s');
select tests.become_the_database();

-- who gets what
create temporary table run as select pg_temp.film(tenant_id) as id from scene;
grant select on run to public;
select is(pg_temp.state((select id from run)), 'ready', 'a step with a capability waits for an agent that has it');
select is(worker.claim('w', 10), '[]', 'our own worker never gets it');
select results_eq(
  $$ select topic from realtime.messages where event = 'task' order by 1 $$,
  $$ select 'agent:' || id from public.registered_agents where name in ('Render', 'Slow') order by 1 $$, 'those who can do it hear of it, and nobody else'
);
select is(pg_temp.claim('deaf'), '[]', 'who lacks the capability gets nothing');
select is(pg_temp.claim('theirs'), '[]', 'nor the agent of another tenant');
select is(pg_temp.claim('slow'), '[]', 'a lower score leaves it to a free better one');
create temporary table task as select pg_temp.claim('render') -> 0 as t;
grant select on task to public;
select is(t ->> 'media_prefix', (select tenant_id from scene) || '/' || (select id from run) || '/', 'the better one gets it, and where its files go') from task;
select ok(t ? 'token' and t ? 'input' and t ->> 'skill' = 'film' and t ->> 'language' = 'fr' and t ->> 'category' = 'video_production', 'with all it needs') from task;
select is(pg_temp.claim('slow'), '[]', 'what is taken is taken');
create temporary table run2 as select pg_temp.film(tenant_id) as id from scene;
select is(jsonb_array_length(pg_temp.claim('slow')), 1, 'the better one is busy: the next is for the other');

-- tokens and outputs
select tests.become('slow@tasks.test');
select is(public.complete_task((t ->> 'step_id')::bigint, (t ->> 'token')::uuid, '{}'), '{"outcome": "claim_lost"}', 'another agent''s token is of no use') from task;
select tests.become('render@tasks.test');
select is(public.complete_task((t ->> 'step_id')::bigint, gen_random_uuid(), '{}'), '{"outcome": "claim_lost"}', 'nor is a guessed one') from task;
create function pg_temp.complete(p_output jsonb) returns jsonb language sql as $$
  select public.complete_task((t ->> 'step_id')::bigint, (t ->> 'token')::uuid, p_output, 1500) from task
$$;
select throws_ok(format('select pg_temp.complete(%L)', o), 'NX400', 'output_invalid', why)
from (values ('{"seconds": 3}', 'a field is missing'), ('{"path": "x.mp4", "seconds": 0}', 'a figure is out of bounds'), ('[]', 'it is no object'),
  ('{"path": "00000000-0000-0000-0000-000000000000/x/y.mp4"}', 'the file is another tenant''s'), ('{"path": "x", "score": 100}', 'a score nobody asked for')) bad (o, why);
select is(pg_temp.complete(jsonb_build_object('path', t ->> 'media_prefix' || 'film.mp4', 'seconds', 12)), '{"outcome": "completed"}', 'what fits is taken') from task;
select is(pg_temp.complete('{}'), '{"outcome": "claim_lost"}', 'once');
select tests.become_the_database();
select is(tests.states((select id from run)), array['text done', 'film done', 'more queued'], 'and the run goes on');
select is((select output ->> 'say' from public.chain_steps, run where run_id = run.id and key = 'film'), '', 'defaults of the card are filled in');
select is((select duration_ms from public.agent_tasks, run where run_id = run.id), 1500, 'what it took is kept');
select is((select tasks_done from public.registered_agents where name = 'Render'), 1, 'and counted');

-- media
create temporary table run3 as select pg_temp.film(tenant_id) as id from scene;
create temporary table task3 as select pg_temp.claim('render') -> 0 as t;
grant select on run3, task3, run2 to public;
insert into storage.objects (bucket_id, name) select 'media', tenant_id || '/' || r.id || '/frame.png' from scene, (select id from run3 union all select id from run) r;
select tests.become('render@tasks.test');
select results_eq(
  'select name from storage.objects', $$ select t ->> 'media_prefix' || 'frame.png' from task3 $$, 'it reads the media of the task it holds, not of the one it has done'
);
select lives_ok($$ insert into storage.objects (bucket_id, name) select 'media', t ->> 'media_prefix' || 'film.mp4' from task3 $$, 'and writes beside them');
select throws_ok($$ insert into storage.objects (bucket_id, name) select 'media', tenant_id || '/' || id || '/film.mp4' from scene, run $$, '42501', null, 'not elsewhere');
select tests.become('slow@tasks.test');
select is_empty($$ select from storage.objects where name like '%' || (select id from run3) || '%' $$, 'another agent reads none of it');

-- a lost heartbeat, a failure, a paused agent
select tests.become_the_database();
select tests.pass_time('80 seconds');
select tests.become('slow@tasks.test');
select is(public.report_agent('busy', 0.9, 0.4) ->> 'held', '1', 'a heartbeat says what is held');
select throws_ok($$ select public.report_agent('asleep') $$, 'NX400', 'report_invalid', 'in words that are known');
select tests.become_the_database();
select tests.pass_time('11 seconds');
select engine.tick();
select is((select status from public.registered_agents where name = 'Render'), 'lost', 'ninety seconds of silence: lost');
select is(pg_temp.state((select id from run3)), 'ready', 'its work goes back');
select is(pg_temp.state((select id from run2)), 'working', 'the other''s stays');
select tests.become('render@tasks.test');
select is(
  public.complete_task((t ->> 'step_id')::bigint, (t ->> 'token')::uuid, '{"path": "x"}'), '{"outcome": "claim_lost"}', 'what it brings too late counts no more'
) from task3;
select is_empty('select from storage.objects', 'and its folder is closed');
select tests.become_the_database();
select tests.pass_time('20 seconds');
create temporary table again as select pg_temp.claim('slow') -> 0 as t;
grant select on again to public;
select is((t ->> 'run_id')::uuid, (select id from run3), 'another takes it up') from again;
select tests.become('slow@tasks.test');
select is(public.fail_task((t ->> 'step_id')::bigint, (t ->> 'token')::uuid, 'no_space', '{"free": 0}'), '{"outcome": "retried"}', 'a failure is tried again') from again;
select is(public.claim_tasks(), '[]', 'after a wait');
select tests.become_the_database();
select tests.pass_time('1 minute');
update public.tenant_agents x set status = 'paused' from scene s where x.tenant_id = s.tenant_id and agent_key = 'creative_producer';
select is(pg_temp.claim('slow'), '[]', 'nothing is given out in the name of a paused agent');
update public.tenant_agents x set status = 'idle' from scene s where x.tenant_id = s.tenant_id and agent_key = 'creative_producer';
update public.tenants set status = 'suspended' where id = (select tenant_id from scene);
select is(pg_temp.claim('slow'), '[]', 'nor of a suspended tenant');
update public.tenants set status = 'active' where id = (select tenant_id from scene);

-- by hand
create temporary table known as select name, id from public.registered_agents;
grant select on known to public;
select tests.become('owner@tasks.test', (select tenant_id from scene));
create function pg_temp.assign(p_name text, p_run uuid) returns jsonb language sql as $$
  select public.assign_task((select tenant_id from scene), (select id from public.chain_steps where run_id = p_run and key = 'film'), (select id from known where name = p_name))
$$;
select throws_ok(format('select pg_temp.assign(''Deaf'', %L)', id), 'NX409', 'agent_lacks_capability', 'a task is given to who can do it') from run3;
select throws_ok(format('select pg_temp.assign(''Theirs'', %L)', id), 'NX404', 'agent_not_found', 'and is ours to ask') from run3;
select throws_ok(format('select pg_temp.assign(''Render'', %L)', id), 'NX409', 'task_not_waiting', 'while it waits') from run;
select ok(pg_temp.assign('Render', id) ? 'agent_id', 'the owner gives it to one by hand') from run3;
select tests.become_the_database();
select is(pg_temp.claim('slow'), '[]', 'then nobody else gets it');
select ok(pg_temp.claim('render', 5) @> jsonb_build_array(jsonb_build_object('run_id', id)), 'but that one') from run3;
update auth.users set raw_app_meta_data = '{}' where email = 'render@tasks.test';
select tests.become('render@tasks.test', null, '{"app_metadata": {"kind": "agent"}}');
select throws_ok('select public.claim_tasks()', 'NX403', 'not_an_agent', 'who is no agent any more is none at once, whatever its token says');
select * from finish();
rollback;
