-- The log: who the actor is, who reads it, and that nobody changes it.
begin;
select no_plan();

create temporary table scene (tenant_id uuid, other_id uuid);
grant select on scene to public;
select tests.person(name || '@events.test') from unnest(array['owner', 'guest', 'rival']) name;
insert into scene values (tests.tenant('Events', 'owner@events.test'), tests.tenant('Events Rival', 'rival@events.test'));
select tests.joins('guest@events.test', tenant_id, 'external') from scene;

select engine.record_event(tenant_id, 'test.system') from scene;
select engine.record_event(tenant_id, 'test.agent', '{"n": 1}', 'agent', 'content_writer', '7b0c0f0e-0000-4000-8000-000000000001', 5) from scene;
select set_config('request.jwt.claims', jsonb_build_object('sub', tests.id_of('owner@events.test'))::text, true);
select engine.record_event(tenant_id, 'test.person') from scene;
select tests.become_the_database();
select results_eq(
  $$ select kind, actor_kind, actor from public.events where kind like 'test.%' order by id $$,
  $$ values ('test.system', 'system', 'nexio'), ('test.agent', 'agent', 'content_writer'), ('test.person', 'person', tests.id_of('owner@events.test')::text) $$,
  'the actor is who is named, else who is signed in, else the system'
);
select throws_ok($$ select engine.record_event(null, 'Not A Kind') $$, '23514', null, 'a kind is a dotted name');

select throws_ok($$ update public.events set kind = 'test.forged' $$, 'NX403', 'record_is_permanent', 'nobody updates an event');
select throws_ok($$ delete from public.events $$, 'NX403', 'record_is_permanent', 'nobody deletes an event');
select throws_ok($$ truncate public.events $$, 'NX403', 'record_is_permanent', 'nobody truncates the log');
set local session_replication_role = replica;
select throws_ok($$ delete from public.events $$, 'NX403', 'record_is_permanent', 'not even with triggers turned off');
set local session_replication_role = origin;

-- a table a month, and no way in or out by a month's own name
create temporary table months as select relid, relid::text as name from pg_partition_tree('public.events') where isleaf;
select cmp_ok((select count(*) from months), '>=', 5::bigint, 'this month, three to come and one for all other times');
select is_empty(
  $$ select name, r.rolname, privilege from months, pg_roles r, unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) privilege
     where r.rolname in ('anon', 'authenticated', 'service_role') and has_table_privilege(r.rolname, relid, privilege) $$,
  'a month is nobody''s, not even the functions'''
);
select is_empty($$ select name from months join pg_class c on c.oid = relid where not c.relrowsecurity $$, 'and closed a second time by RLS');
select is((select count(*) from months m where not exists (select from pg_trigger t where t.tgrelid = m.relid and t.tgenabled = 'A' and t.tgfoid = 'engine.refuse_change()'::regprocedure)),
  0::bigint, 'each keeps its rows, with triggers turned off too');
select throws_ok(format('%s %s', act, name), 'NX403', 'record_is_permanent', act || ' ' || name)
from months, unnest(array['delete from', 'truncate']) act where name like '%' || to_char(now(), 'YYYY_MM') or name like '%other_times';
set local role service_role;
select throws_ok(act, '42501', null, 'functions cannot ' || act) from unnest(array['update public.events set kind = ''x''', 'delete from public.events', 'truncate public.events',
  'insert into public.events (kind, actor_kind, actor) values (''x'', ''system'', ''x'')', 'select from engine.events_at_other_times']) act;
reset role;
insert into public.events (kind, actor_kind, actor, created_at) values ('test.future', 'system', 'x', '2031-05-20 10:00Z'), ('test.future', 'system', 'x', '2031-06-01 00:00Z');
select is((select count(*) from engine.events_at_other_times where kind = 'test.future'), 2::bigint, 'a moment no month was made for has a place');
select ok(engine.make_event_month('2031-05-31'), 'its month is made');
select is((select count(*) from engine.events_2031_05), 1::bigint, 'with what came before it');
select is((select count(*) from public.events where kind = 'test.future'), 2::bigint, 'and nothing is lost');
select ok(not engine.make_event_month('2031-05-01'), 'and made once');
select throws_ok('delete from ' || name, 'NX403', 'record_is_permanent', name || ' keeps its rows') from unnest(array['engine.events_2031_05', 'engine.events_at_other_times']) name;
create temporary table plan (line text);
do $$
declare v_line text;
begin
  for v_line in explain select * from public.events where created_at >= '2031-05-03' and created_at < '2031-05-09' loop insert into plan values (v_line); end loop;
end
$$;
select ok(exists (select from plan where line like '%events_2031_05%') and not exists (select from plan where line like '%other_times%'), 'a question with a time reads its month only');

select tests.become('owner@events.test', (select tenant_id from scene));
select is((select count(*) from public.events where kind like 'test.%'), 3::bigint, 'an owner reads the log');
select throws_ok($$ insert into public.events (tenant_id, kind, actor_kind, actor) select tenant_id, 'test.forged', 'person', 'x' from scene $$, '42501', null, 'people add no event');
select tests.become('guest@events.test', (select tenant_id from scene));
select is_empty('select from public.events', 'an external does not');
select tests.become('rival@events.test', (select other_id from scene));
select is_empty($$ select from public.events where kind like 'test.%' $$, 'another tenant reads none of it');
select tests.become_nobody();
select throws_ok('select from public.events', '42501', null, 'nobody reads the log');

-- The clock of the engine moves for tests only.
select tests.become_the_database();
select cmp_ok(engine.now(), '>', now() - interval '1 minute', 'engine.now is the time');
select set_config('nexio.now', '2030-01-01 08:00+03', true);
select is(engine.now(), '2030-01-01 05:00+00'::timestamptz, 'engine.now is where the test has put it');

select * from finish();
rollback;
