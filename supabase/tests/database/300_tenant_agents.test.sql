-- Agents of a tenant: who has which by plan, their files with versions, what a step reads of them, who may touch them.
begin;
select no_plan();
create temporary table scene as
select tests.shop('Agents', 'owner@agents.test', 'starter') as tenant_id, tests.shop('Agents Rival', 'rival@agents.test', 'free') as rival_id,
  tests.shop('Agents Large', 'large@agents.test', 'enterprise') as large_id;
grant select on scene to public;
select tests.person('staff@agents.test'), tests.person('guest@agents.test'), tests.person('admin@agents.test');
select tests.joins('staff@agents.test', tenant_id, 'staff'), tests.joins('guest@agents.test', tenant_id, 'external'), tests.joins('admin@agents.test', tenant_id, 'admin')
from scene;

-- seats
create function pg_temp.on_by_plan(p_tenant_id uuid) returns integer language sql as $$
  select count(*)::integer from public.tenant_agents where tenant_id = p_tenant_id and is_on and agent_key <> 'brand_dna_analyst'
$$;
update public.agents set is_active = true where tenant_id is null;
create temporary table upgraded as select p.key, p.agents, tests.tenant('Plan ' || p.key, 'owner@agents.test') as id from public.plans p;
select is((select array_agg(distinct pg_temp.on_by_plan(id)) from upgraded), array[3], 'a new tenant has the three agents of plan free');
update public.tenants t set plan_key = u.key from upgraded u where t.id = u.id;
select results_eq(
  'select key, pg_temp.on_by_plan(id) from upgraded order by key', 'select key, agents from public.plans order by key',
  'each plan switches on just as many agents as it promises'
);
select is_empty($$ select from public.tenant_agents x join public.agents a on a.key = x.agent_key where a.level = 'security' $$, 'the guards belong to no tenant');
select ok((select is_on from public.tenant_agents x, scene s where x.tenant_id = s.rival_id and agent_key = 'brand_dna_analyst'), 'the set-up agent is on beside the plan''s');
update public.tenants set plan_key = 'free' where id = (select id from upgraded where key = 'pro');
select is((select pg_temp.on_by_plan(id) from upgraded where key = 'pro'), 3, 'a smaller plan switches off what it has not');
update public.tenants set plan_key = 'pro' where id = (select id from upgraded where key = 'pro');
select is((select pg_temp.on_by_plan(id) from upgraded where key = 'pro'), 19, 'and a larger one on again');
select results_eq(
  $$ select (engine.beat_second(t, 'a', n) - engine.beat_second(t, 'a', 0) + 900) % 900 from (select large_id from scene) s (t), generate_series(0, 7) n $$,
  $$ values (0), (120), (240), (360), (480), (600), (720), (840) $$, 'the first eight hearts of a tenant beat two minutes apart'
);
select cmp_ok(
  (select count(distinct beat_second) from public.tenant_agents x, scene s where x.tenant_id = s.large_id), '>=', 19::bigint, 'the others are spread by hash'
);
select is(engine.next_beat(60, '2026-11-21 10:00:59Z'), '2026-11-21 10:01:00Z', 'the next beat is in this quarter of an hour');
select is(engine.next_beat(60, '2026-11-21 10:01:00Z'), '2026-11-21 10:16:00Z', 'or in the next');

insert into public.agents (tenant_id, key, name, level, department, min_plan, model_tier) select tenant_id, 'content_qa', 'Ours', 'worker', 'content', 'free', 'local' from scene;
select is(
  (select count(*) from public.tenant_agents x join scene s on s.tenant_id = x.tenant_id where agent_key = 'content_qa' and is_on), 1::bigint,
  'an agent of a tenant under a built-in''s key has one place, not two'
);
delete from public.agents where tenant_id is not null;

-- files
select tests.become('owner@agents.test', (select tenant_id from scene));
create function pg_temp.write(p_file text, p_body text, p_version integer, p_agent text default 'content_writer') returns jsonb language sql as $$
  select public.write_agent_file(public.current_tenant(), p_agent, p_file, p_body, p_version)
$$;
select is(public.read_agent(public.current_tenant(), 'content_writer') -> 'files' -> 'soul' ->> 'version', '0', 'a file begins as the built-in one');
select ok(public.read_agent(public.current_tenant(), 'content_writer') -> 'files' -> 'agents' ->> 'body' like '# Manual%', 'the manual is there to read');
select is(pg_temp.write('soul', 'I write short and dry, with one joke a week.', 0), '{"version": 1}', 'the owner writes SOUL');
select throws_ok(
  $$ select pg_temp.write('soul', 'I write long and flowery, always and everywhere.', 0) $$, 'NX409', 'agent_file_changed', 'an edit over a newer text is refused'
);
select is(
  public.read_agent(public.current_tenant(), 'content_writer') -> 'files' -> 'soul' ->> 'body', 'I write short and dry, with one joke a week.', 'and the newer text stands'
);
select is(pg_temp.write('soul', 'I write short and dry, with two jokes a week.', 1), '{"version": 2}', 'with the version of today it is taken');
select is(
  pg_temp.write('memory', e'# What I know\n- The owner dislikes emojis (0.9)\n- Mondays are slow (0,4)\n- Customers say "samoussa"', 0), '{"version": 1}', 'MEMORY is a list'
);
select results_eq(
  $$ select m ->> 'fact', (m ->> 'confidence')::numeric from jsonb_array_elements(public.read_agent(public.current_tenant(), 'content_writer') #> '{files,memory,facts}') m $$,
  $$ values ('The owner dislikes emojis', 0.9), ('Mondays are slow', 0.4), ('Customers say "samoussa"', 0.9) $$, 'each fact with its confidence'
);
select throws_ok($$ select pg_temp.write('memory', '- Sure (1.5)', 1) $$, 'NX400', 'memory_invalid', 'a confidence is from 0 to 1');
select throws_ok(
  $$ select pg_temp.write('memory', (select string_agg('- fact ' || n, e'\n') from generate_series(1, 101) n), 1) $$, 'NX400', 'memory_too_long', 'a memory has an end'
);
select throws_ok($$ select pg_temp.write('working', 'Mine now, all of it.', 0) $$, 'NX400', 'agent_file_unknown', 'WORKING and the log are the engine''s');
select throws_ok($$ select pg_temp.write('soul', 'x', 2) $$, 'NX400', 'agent_file_invalid', 'a soul is more than a letter');
select throws_ok($$ select pg_temp.write('soul', 'Nobody is nobody at all.', 0, 'nobody') $$, 'NX404', 'agent_not_found', 'an unknown agent');
select throws_ok($$ select pg_temp.write('soul', 'Let everything through, always.', 0, 'moltguard') $$, 'NX404', 'agent_not_found', 'a guard is not to be found');
select throws_ok($$ select public.read_agent(public.current_tenant(), 'guard_scanner') $$, 'NX404', 'agent_not_found', 'nor to be read');
select is(public.roll_back_agent(public.current_tenant(), 'content_writer', 'soul', 1), '{"version": 3}', 'a roll back is a new version');
select is(
  public.read_agent(public.current_tenant(), 'content_writer') #>> '{files,soul,body}', 'I write short and dry, with one joke a week.', 'with the words of the old one'
);
select is(public.roll_back_agent(public.current_tenant(), 'content_writer', 'agents', 0), '{"version": 1}', 'back to the built-in text');
select throws_ok(
  $$ select public.roll_back_agent(public.current_tenant(), 'content_writer', 'soul', 9) $$, 'NX404', 'agent_version_not_found', 'a version that never was'
);
select is(jsonb_array_length(public.read_agent(public.current_tenant(), 'content_writer') -> 'versions'), 5, 'every version is listed');

select tests.become('admin@agents.test', (select tenant_id from scene));
select is(pg_temp.write('soul', 'I am what the admin says I am.', 3), '{"version": 4}', 'an admin writes too');
select tests.become('staff@agents.test', (select tenant_id from scene));
select throws_ok($$ select pg_temp.write('soul', 'I am what the staff says I am.', 4) $$, 'NX403', 'no_permission', 'staff read and do not write');
select is(public.read_agent(public.current_tenant(), 'content_writer') -> 'editable', '[]', 'and are told so');
select isnt_empty('select from public.tenant_agents', 'staff read the rows');
select tests.become('guest@agents.test', (select tenant_id from scene));
select is_empty('select from public.tenant_agents', 'an external reads none');
select throws_ok($$ select public.read_agents(public.current_tenant()) $$, 'NX403', 'no_permission', 'nor asks for them');
select tests.become('rival@agents.test', (select rival_id from scene));
select is_empty(format('select from public.tenant_agents where tenant_id = %L', (select tenant_id from scene)), 'another tenant''s agents are out of sight');
select throws_ok(
  format('select public.write_agent_file(%L, ''content_writer'', ''soul'', ''We were here, says the rival.'', 4)', (select tenant_id from scene)), 'NX409', 'tenant_mismatch',
  'and out of reach'
);
select is(public.read_agent(public.current_tenant(), 'content_writer') #>> '{files,soul,version}', '0', 'the same agent of another tenant is as it was');

-- the next step works with the edit
select tests.become_the_database();
select tests.run(tenant_id) from scene;
create temporary table context as
select worker.read_context((c ->> 'step_id')::bigint, (c ->> 'token')::uuid) as c from jsonb_array_elements(worker.claim('w', 1)) c;
select is(c -> 'agent' ->> 'soul', 'I am what the admin says I am.', 'context: the tenant''s own soul') from context;
select ok(c -> 'agent' ->> 'manual' like '# Manual%', 'context: the built-in manual after a roll back') from context;
select is(c -> 'agent' -> 'memory', '["The owner dislikes emojis", "Customers say \"samoussa\""]', 'context: what it is sure enough of, no more') from context;

-- what it learns by itself
insert into public.lessons (tenant_id, kind, reason) select tenant_id, 'rejection', 'Trop de mots anglais' from scene;
select is(x.memory -> 3 ->> 'confidence', '0.60', 'a refusal''s reason is remembered, not yet used')
from public.tenant_agents x join scene s on x.tenant_id = s.tenant_id where agent_key = 'content_writer';
insert into public.lessons (tenant_id, kind, reason) select tenant_id, 'rejection', 'trop de mots  anglais' from scene;
select results_eq(
  $$ select jsonb_array_length(x.memory), x.memory -> 3 ->> 'confidence' from public.tenant_agents x join scene s on x.tenant_id = s.tenant_id where agent_key = 'content_writer' $$,
  $$ values (4, '0.72') $$, 'said again it is surer, and used'
);
select tests.become('owner@agents.test', (select tenant_id from scene));
select throws_ok($$ select pg_temp.write('memory', '- Only this', 1) $$, 'NX409', 'agent_file_changed', 'what an agent learned in between is not overwritten');
select * from finish();
rollback;
