-- The one way to start a run: engine.start_chain; public.start_chain for people; agents that the plan does not have.
begin;
select no_plan();
create temporary table scene as select tests.shop('Starts', 'owner@starts.test', 'starter') as tenant_id, tests.shop('Starts Free', 'free@starts.test') as free_id;
grant select on scene to public;
create function pg_temp.refusal(p_sql text) returns text language plpgsql as $$
declare
  v_code text; v_detail text;
begin
  execute p_sql;
  return 'started';
exception when sqlstate 'NX400' or sqlstate 'NX402' or sqlstate 'NX403' or sqlstate 'NX404' or sqlstate 'NX409' then
  get stacked diagnostics v_code = message_text, v_detail = pg_exception_detail;
  return v_code || ' ' || v_detail;
end
$$;
grant execute on function pg_temp.refusal(text) to public;
update public.agents set is_active = true where key = 'data_analyst' and tenant_id is null;
select tests.chain('by_hand', jsonb_build_array(tests.step('a')));
update public.chains set input_schema = '{"type": "object", "properties": {"request": {"type": "string", "minLength": 3}, "count": {"type": "integer", "maximum": 9},
  "kind": {"enum": ["a", "b"]}, "days": {"type": "array", "items": {"type": "object", "properties": {"day": {"type": "string", "format": "date"}}, "required": ["day"]}}},
  "required": ["request"], "additionalProperties": false}' where key = 'by_hand';
select tests.chain('by_clock', jsonb_build_array(tests.step('a')));
select tests.chain('with_analyst', jsonb_build_array(tests.step('a', '{"agent": "data_analyst"}')));
select tests.chain('maybe_analyst', jsonb_build_array(tests.step('a'), tests.step('b', '{"agent": "data_analyst", "when": "true == true"}')));

select is(engine.input_problem(input_schema, i), field, coalesce('problem: ' || field, 'no problem'))
from public.chains, (values
  ('{"request": "abc", "count": 3, "kind": "b", "days": [{"day": "2026-01-01"}]}'::jsonb, null), ('{}', 'request'), ('{"request": "ab"}', 'request'), ('[]', ''),
  ('{"request": "abc", "count": 10}', 'count'), ('{"request": "abc", "count": 1.5}', 'count'), ('{"request": "abc", "kind": "c"}', 'kind'),
  ('{"request": "abc", "other": 1}', 'other'), ('{"request": "abc", "days": [{"day": "2026-01-01"}, {"day": "soon"}]}', 'days.1.day'), ('{"request": "abc", "days": [{}]}', 'days.0.day')
) as t (i, field) where key = 'by_hand';

-- the engine
create temporary table run as
select engine.start_chain(tenant_id, 'by_clock', 'T', '{"n": 1}', 'mg', null, null, 'clock', 'weekly', '2026-11-22 05:00+00') as id from scene;
select results_eq(
  $$ select r.trigger, r.cron_key, r.due_at, r.language, r.input from public.chain_runs r join run using (id) $$,
  $$ values ('clock', 'weekly', '2026-11-22 05:00+00'::timestamptz, 'mg', '{"n": 1}'::jsonb) $$, 'a run knows who asked and for when'
);
select is((select task_count from public.budgets b join scene using (tenant_id)), 1, 'its task is counted');
select throws_ok(
  $$ select engine.start_chain(tenant_id, 'by_clock', 'T', '{}', 'mg', null, null, 'clock', 'weekly', '2026-11-22 05:00+00') from scene $$, '23505', null,
  'a job starts once for its time'
);
select is(
  engine.start_chain(tenant_id, 'by_clock', 'T', '{}', 'fr', null, 'aaaaaaaa-0000-4000-8000-000000000001'),
  engine.start_chain(tenant_id, 'by_clock', 'T', '{}', 'fr', null, 'aaaaaaaa-0000-4000-8000-000000000001'), 'the same key gives the same run'
) from scene;
select is(
  pg_temp.refusal(format('select engine.start_chain(%L, ''with_analyst'', ''T'', ''{}'', ''fr'')', free_id)), 'agent_locked {"plan": "starter", "agent": "data_analyst"}',
  'an agent that the plan does not have is named with the plan that has it'
) from scene;
select is(pg_temp.refusal(format('select engine.start_chain(%L, ''with_analyst'', ''T'', ''{}'', ''fr'')', tenant_id)), 'started', 'on a plan that has it, it works') from scene;
create temporary table maybe as
select engine.start_chain(free_id, 'maybe_analyst', 'T', '{}', 'fr') as small, engine.start_chain(tenant_id, 'maybe_analyst', 'T', '{}', 'fr') as large from scene;
select is(tests.states(small), array['a queued', 'b skipped'], 'a step that may be missing is skipped on a small plan') from maybe;
select tests.work();
select is(tests.states(large), array['a done', 'b done'], 'and done on a larger one') from maybe;
update public.tenants set status = 'suspended' where id = (select free_id from scene);
select is(pg_temp.refusal(format('select engine.start_chain(%L, ''by_clock'', ''T'', ''{}'', ''fr'')', free_id)), 'tenant_suspended {}', 'a suspended tenant starts nothing') from scene;

-- people
select tests.become('owner@starts.test', (select tenant_id from scene));
create temporary table hand as
select public.start_chain(tenant_id, 'by_hand', '{"request": "Trois idées", "count": 2}', 'aaaaaaaa-0000-4000-8000-000000000002') ->> 'run_id' as id from scene;
select is(
  public.start_chain(tenant_id, 'by_hand', '{"request": "Trois idées"}', 'aaaaaaaa-0000-4000-8000-000000000002') ->> 'run_id', (select id from hand), 'two taps are one run'
) from scene;
select results_eq(
  $$ select r.title, r.trigger, r.input, r.requested_by from public.chain_runs r join hand on hand.id::uuid = r.id $$,
  $$ select 'Trois idées', 'user', '{"request": "Trois idées", "count": 2}'::jsonb, tests.id_of('owner@starts.test') $$, 'a person''s run'
);
select is(pg_temp.refusal(format('select public.start_chain(%L, %L, %L, gen_random_uuid())', tenant_id, chain, input)), refusal, refusal)
from scene, (values
  ('by_hand', '{"request": "ab"}', 'input_invalid {"field": "request"}'), ('by_clock', '{}', 'chain_unknown {"chain": "by_clock"}'), ('nothing', '{}', 'chain_unknown {"chain": "nothing"}')
) as t (chain, input, refusal);
select is(pg_temp.refusal(format('select public.start_chain(%L, ''by_hand'', ''{"request": "abc"}'', null)', tenant_id)), 'client_key_missing {}', 'a key is wanted') from scene;
select throws_ok(
  format('select public.start_chain(%L, ''by_hand'', ''{}'', gen_random_uuid())', free_id), 'NX409', 'tenant_mismatch', 'only for one''s own tenant'
) from scene;
select * from finish();
rollback;
