-- A chain is sound or it is refused at load, with the step and the names that are wrong.
begin;
select no_plan();

create function pg_temp.refusal(p_steps jsonb) returns text language plpgsql as $$
declare
  v_detail text;
begin
  perform engine.check_chain('tried', p_steps);
  return 'sound';
exception when sqlstate 'NX400' then
  get stacked diagnostics v_detail = pg_exception_detail;
  return concat_ws(' ', v_detail::jsonb ->> 'problem', v_detail::jsonb ->> 'step', v_detail::jsonb ->> 'names');
end
$$;

select is(pg_temp.refusal(steps), 'sound', key || ' is sound') from public.chains where is_active;
select is(pg_temp.refusal('[]'), 'no_steps', 'a chain has steps');
select is(pg_temp.refusal('{}'), 'no_steps', 'and they are a list');
select is(pg_temp.refusal('[{"agent": "content_writer"}]'), 'step_without_key', 'a step has a key');
select is(pg_temp.refusal(jsonb_build_array(tests.step('Bad key'))), 'bad_key Bad key', 'in snake case');
select is(pg_temp.refusal(jsonb_build_array(tests.step('a'), tests.step('a'))), 'key_twice a', 'that is its own');
select is(pg_temp.refusal(jsonb_build_array(tests.step('a', '{"needs": ["z"]}'))), 'unknown_need a ["z"]', 'it needs steps of the chain');
select is(pg_temp.refusal(jsonb_build_array(tests.step('a', '{"agent": "nobody"}'))), 'unknown_agent a ["nobody"]', 'its agent is known');
select is(pg_temp.refusal(jsonb_build_array(tests.step('a', '{"skill": "no-such-skill"}'))), 'unknown_skill a ["no-such-skill"]', 'its skill is active');
select is(pg_temp.refusal(jsonb_build_array(tests.step('a', '{"approval": "whenever"}'))), 'unknown_gate a ["whenever"]', 'its gate is known');
select is(pg_temp.refusal(jsonb_build_array(tests.step('a', '{"review_by": "a"}'))), 'unknown_reviewer a ["a"]', 'nobody reviews himself');
select is(pg_temp.refusal(jsonb_build_array(tests.step('a', '{"when": "$.b =="}'))), 'bad_path a', 'its condition is a jsonpath');
select is(pg_temp.refusal(jsonb_build_array(tests.step('a', more))), refusal, refusal)
from (values
  ('{"review_by": "nobody"}'::jsonb, 'unknown_reviewer a ["nobody"]'), ('{"review_by": "content_qa"}', 'sound'), ('{"keep": "nothing"}', 'unknown_keeper a ["nothing"]'),
  ('{"keep": "brand_proposal"}', 'sound'), ('{"place": "z"}', 'unknown_place a ["z"]'), ('{"place": "a"}', 'unknown_place a ["a"]'),
  ('{"skill": "engine:nothing"}', 'unknown_skill a ["engine:nothing"]'), ('{"skill": "chain:nothing"}', 'unknown_skill a ["chain:nothing"]'),
  ('{"skill": "chain:create_social_post"}', 'sound'), ('{"skill": "chain:create_social_post", "delay": "$.x"}', 'bad_delay a'), ('{"delay": "$.x", "delay_until": "$.y"}', 'sound'),
  ('{"skill": "chain:tried"}', 'unknown_skill a ["chain:tried"]'), ('{"with": {"text": "$.x", "act": "\"send\""}}', 'sound'), ('{"with": {"text": "x("}}', 'bad_path a'),
  ('{"with": "$.x"}', 'bad_path a'), ('{"approval": "money", "approval_when": "$.x == "}', 'bad_path a'), ('{"approval": "money", "approval_when": "$.x == 1"}', 'sound')
) as t (more, refusal);
select is(pg_temp.refusal(jsonb_build_array(tests.step(key))), 'reserved_key ' || key, key || ' is not a step''s to use') from unnest(array['input', 'item']) key;
select tests.chain('inner', jsonb_build_array(tests.step('a')));
select tests.chain('outer', jsonb_build_array(tests.step('a', '{"skill": "chain:inner"}')));
select throws_ok(
  $$ update public.chains set steps = jsonb_build_array(tests.step('a', '{"skill": "chain:outer"}')) where key = 'inner' $$, 'NX400', 'chain_invalid',
  'chains that start one another go in a circle'
);

-- what a run makes of it
create temporary table expanded as select engine.expand_steps(jsonb_build_array(
  tests.step('look'), tests.step('write', '{"needs": ["look"], "each": "$.look.list[*]", "when": "true", "review_by": "content_qa", "approval": "publish", "approval_when": "$.x"}'),
  tests.step('draw', '{"needs": ["write"], "place": "write"}'), tests.step('end', '{"needs": ["draw"]}')
)) as steps;
select is((select array_agg(e ->> 'key' order by n) from expanded, jsonb_array_elements(steps) with ordinality as s (e, n)), array['look', 'write', 'write_review', 'draw', 'end'],
  'a reviewing agent becomes a step');
select is(
  engine.step_of_chain(jsonb_build_object('steps', steps), 'write_review'),
  '{"key": "write_review", "agent": "content_qa", "skill": "fact-checker", "needs": ["write"], "place": "write", "each": "$.look.list[*]", "when": "exists($.write)",
    "with": {"text": "$.write"}, "approval": "publish", "approval_when": "$.x"}', 'in the same lane and place, with the gate behind it'
) from expanded;
select is(engine.step_of_chain(jsonb_build_object('steps', steps), 'write') -> 'review_by', '"write_review"', 'which the author knows') from expanded;
select ok(not engine.step_of_chain(jsonb_build_object('steps', steps), 'write') ? 'approval', 'and nobody is asked before it') from expanded;
select is(engine.step_needs(engine.step_of_chain(jsonb_build_object('steps', steps), 'draw')), array['write', 'write_review'], 'who needs the text waits for its review') from expanded;
select is(
  (select array_agg(engine.place_of(steps, e ->> 'key') order by n) from jsonb_array_elements(steps) with ordinality as s (e, n)), array[1, 2, 2, 2, 3]::smallint[],
  'people see three places'
) from expanded;

select is(
  pg_temp.refusal(jsonb_build_array(tests.step('a'), tests.step('b', '{"needs": ["c"]}'), tests.step('c', '{"needs": ["b", "a"]}'))),
  'circle ["b", "c"]', 'a circle is found and named'
);
select is(pg_temp.refusal(jsonb_build_array(tests.step('a', '{"needs": ["a"]}'))), 'circle ["a"]', 'of one step too');

select throws_ok(
  $$ select tests.chain('broken', jsonb_build_array(tests.step('a', '{"needs": ["z"]}'))) $$, 'NX400', 'chain_invalid', 'a broken chain is not stored'
);
select lives_ok(
  $$ insert into public.chains (key, name, priority, steps, is_active) values ('planned', 'p', 'low', '[]', false) $$, 'one that is not active may be unfinished'
);
select throws_ok($$ update public.chains set is_active = true where key = 'planned' $$, 'NX400', 'chain_invalid', 'until it is switched on');
select throws_ok($$ select engine.route_task(null, 'planned') $$, 'NX404', 'chain_unknown', 'the router gives no chain that is off');
select * from finish();
rollback;
