-- The context of a step, and what the clock does by itself.
begin;
select no_plan();
-- an hour in which no chain is due
select set_config('nexio.now', '2026-11-18 10:00Z', true);
create temporary table scene as select tests.shop('Context', 'owner@context.test') as tenant_id, tests.shop('Context Rival', 'rival@context.test') as rival_id;

insert into public.patterns (tenant_id, body, embedding, confidence)
select t, b, (select array_agg(case when i = at then 1 else 0 end order by i) from generate_series(1, 384) i)::extensions.vector, c
from scene, lateral (values (tenant_id, 'near', 1, 0.2), (tenant_id, 'far', 2, 0.9), (rival_id, 'theirs', 1, 0.9)) p (t, b, at, c);
insert into public.contents (tenant_id, platform, language, body)
select tenant_id, 'x', 'fr', 'own ' || n from scene, generate_series(1, 12) n union all select rival_id, 'x', 'fr', 'theirs' from scene;
insert into public.lessons (tenant_id, kind, reason) select tenant_id, 'rejection', 'Trop long' from scene union all select rival_id, 'rejection', 'secret' from scene;
select tests.run(tenant_id) from scene;
create temporary table mine as select (c ->> 'step_id')::bigint as id, (c ->> 'token')::uuid as token from jsonb_array_elements(worker.claim('w', 1)) c;
create temporary table context as
select worker.read_context(id, token, (select array_agg(case when i = 1 then 1 else 0.1 end order by i) from generate_series(1, 384) i)::extensions.vector) as c from mine;

select is(c -> 'agent' ->> 'key', 'content_writer', 'context: the agent with its soul and manual') from context;
select ok(length(c -> 'agent' ->> 'soul') > 100 and length(c -> 'agent' ->> 'manual') > 100, 'context: both are written') from context;
select is(c -> 'skill' ->> 'key', 'social-captions', 'context: the skill') from context;
select is(jsonb_array_length(c -> 'skill' -> 'prompts'), 3, 'context: with its prompts') from context;
select is(c -> 'brand' ->> 'name', 'Context', 'context: the brand') from context;
select is(jsonb_array_length(c -> 'recent'), 10, 'context: the last ten contents') from context;
select is(c -> 'patterns' -> 0 ->> 'body', 'near', 'context: patterns, the nearest first') from context;
select is(worker.read_context(id, token) -> 'patterns' -> 0 ->> 'body', 'far', 'context: by confidence where nothing is searched') from mine;
select is(c -> 'lessons' -> 0 ->> 'reason', 'Trop long', 'context: lessons') from context;
select ok(c::text !~ 'theirs|secret', 'context: nothing of another tenant') from context;
select is(worker.read_context(id, gen_random_uuid()), null, 'context: only for who holds the claim') from mine;

-- the clock
insert into public.contents (tenant_id, platform, language, body, status, scheduled_at)
select tenant_id, 'nexio_page', 'fr', 'plus tard', 'scheduled', engine.now() + interval '1 hour' from scene;
select engine.tick();
select is((select status from public.contents where body = 'plus tard'), 'scheduled', 'clock: not before its time');
select tests.pass_time('1 hour');
select engine.tick();
select is((select status from public.contents where body = 'plus tard'), 'published', 'clock: at its time');
select is((select published_at from public.contents where body = 'plus tard'), engine.now(), 'clock: by the engine''s time');
select is((select state from public.chain_steps join mine using (id)), 'ready', 'clock: a worker that was lost gives its step back');

select is((select count(*) from cron.job where jobname in ('nexio-tick', 'nexio-clean-up')), 2::bigint, 'clock: two jobs');
delete from vault.secrets where name in ('project_url', 'worker_secret');
select engine.kick();
select is((select count(*) from net.http_request_queue), 0::bigint, 'kick: without an address nobody is called');
select vault.create_secret('http://127.0.0.1:1', 'project_url'), vault.create_secret('s3cret', 'worker_secret');
select engine.kick(2);
select results_eq(
  'select distinct url, headers ->> ''authorization'' from net.http_request_queue', $$ values ('http://127.0.0.1:1/functions/v1/run-steps', 'Bearer s3cret') $$,
  'kick: run-steps is called with the worker''s secret'
);
delete from net.http_request_queue;
select tests.become('owner@context.test', (select tenant_id from scene));
select public.request_post(public.current_tenant(), 'promo samosas', 'nexio_page', 'fr', null, gen_random_uuid());
select public.request_post(public.current_tenant(), 'promo samosas', 'nexio_page', 'fr', null, gen_random_uuid());
select tests.become_the_database();
select is((select count(*) from net.http_request_queue), 1::bigint, 'kick: only when the queues were empty before');

-- one broken part does not stop the others
create or replace function engine.publish_due() returns integer language plpgsql as $$ begin raise exception 'broken'; end $$;
select engine.tick();
select engine.tick();
select is((select count(*) from public.alerts where code = 'tick_failed'), 1::bigint, 'clock: a broken part is one alert');
select * from finish();
rollback;
