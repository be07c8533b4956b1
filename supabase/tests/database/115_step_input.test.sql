-- The named inputs of a step: `with`, items, outputs, the run's input, what the engine knows; and the account of its skill.
begin;
select no_plan();
select set_config('nexio.now', '2026-11-22 08:00:00+03', true);
create temporary table scene as select tests.shop('Inputs', 'owner@inputs.test') as tenant_id;

insert into public.skills (key, name, category, kind, is_active, account, account_owner, input_schema, output_schema) values ('inputs', 'Inputs', 'analytics', 'code', true,
  'tiktok', 'tenant', '{"type": "object", "properties": {
    "lines": {"type": "string"}, "scenes": {"type": "array"}, "first": {"type": "object"}, "act": {"type": "string"}, "nowhere": {"type": "string"},
    "text": {"type": "object"}, "figures": {"type": "array"}, "request": {"type": "string"}, "language": {"type": "string"}, "currency": {"type": "string"},
    "from": {"type": "string", "format": "date"}, "to": {"type": "string"}, "since": {"type": "string", "format": "date-time"},
    "week_start": {"type": "string", "format": "date"}, "today": {"type": "string", "format": "date"}, "brand": {"type": "object"}, "input": {"type": "object"}}}',
  '{"type": "object"}');
select tests.chain('inputs', jsonb_build_array(
  tests.step('text'),
  tests.step('use', '{"skill": "inputs", "needs": ["text"], "with": {
    "lines": "$.text.scenes[*].line", "scenes": "$.text.scenes[*]", "first": "$.text.scenes[0]", "act": "\"send\"", "nowhere": "$.text.nothing"}}')
));
create temporary table run as select tests.run(tenant_id, 'inputs', '{"figures": [1, 2], "today": "2026-11-30"}') as id from scene;
select tests.work('{"text": {"say": "", "scenes": [{"line": "un"}, {"line": "deux"}]}}', 1);
create temporary table step as select (c ->> 'step_id')::bigint as id, (c ->> 'token')::uuid as token from jsonb_array_elements(worker.claim('w', 1)) c;
create temporary table context as select worker.read_context(id, token) as c from step;
create temporary table given as select c -> 'input' as i from context;

select is(i ->> 'lines', E'un\ndeux', '`with`: a list of texts is lines where a text is asked') from given;
select is(jsonb_array_length(i -> 'scenes'), 2, '`with`: a list is a list where a list is asked') from given;
select is(i -> 'first' ->> 'line', 'un', '`with`: one thing is itself') from given;
select is(i ->> 'act', 'send', '`with`: a constant') from given;
select ok(not i ? 'nowhere', '`with`: what is not there stays absent') from given;
select is(i -> 'text' -> 'scenes' -> 1 ->> 'line', 'deux', 'an earlier step by its key') from given;
select is(i -> 'figures', '[1, 2]', 'a field of the run''s input') from given;
select is(i ->> 'request', 'promo samosas', 'the request') from given;
select is(i ->> 'language', 'fr', 'the run''s language') from given;
select is(i ->> 'currency', 'MGA', 'the money of the country') from given;
select is(i ->> 'from', '2026-11-15', 'a day, in the tenant''s timezone') from given;
select is((i ->> 'since')::timestamptz, engine.now() - interval '7 days', 'a moment') from given;
select ok(not i ? 'to', 'a day is not given where any text is asked') from given;
select is(i ->> 'week_start', '2026-11-23', 'on Sunday the week that begins is tomorrow''s') from given;
select is(i ->> 'today', '2026-11-30', 'the run''s own word comes before the engine''s') from given;
select is(i -> 'brand' ->> 'name', 'Inputs', 'the Brand DNA') from given;
select is(i -> 'input' ->> 'platform', 'nexio_page', 'the whole input') from given;
select is(c -> 'outputs' -> 'input' ->> 'request', 'promo samosas', 'the input stands among the outputs too, where prompts fence it') from context;
select is(c -> 'skill' ->> 'account', 'tiktok', 'the card tells its account') from context;

-- the account
select is(c -> 'account', '{"name": "", "status": "missing"}', 'an account that is not connected is missing') from context;
select worker.keep_integration(tenant_id, 'tiktok', '@lala', 'token-1', engine.now() + interval '1 hour') from scene;
select worker.keep_integration(null, 'tiktok', 'ours', 'platform-token');
select is(worker.read_context(id, token) -> 'account', '{"name": "@lala", "status": "connected"}', 'connected, it has a name') from step;
select is(worker.read_secret(id, token), 'token-1', 'its secret is for who holds the step') from step;
select is(worker.read_secret(id, gen_random_uuid()), null, 'and for nobody else') from step;
select worker.keep_integration(tenant_id, 'tiktok', '@lala', 'token-2', engine.now() + interval '1 hour') from scene;
select is(worker.read_secret(id, token), 'token-2', 'renewed, it is the new one') from step;
select tests.pass_time('61 minutes');
select is(worker.read_context(id, token) -> 'account' ->> 'status', 'expired', 'after its time it has expired') from step;
delete from public.integrations where tenant_id = (select tenant_id from scene);
select is((select count(*) from vault.secrets where secret = 'token-2'), 0::bigint, 'an account that goes takes its secret along');

-- an item
select tests.chain('items', jsonb_build_array(tests.step('each_one', '{"skill": "inputs", "each": "$.input.figures[*]", "with": {"act": "$.item.name"}}')));
truncate run;
insert into run select tests.run(tenant_id, 'items', '{"figures": [{"name": "a", "request": "one"}, {"name": "b", "request": "two"}]}') from scene;
select is(
  (select array_agg(engine.step_input(s) ->> 'act' || ' ' || (engine.step_input(s) ->> 'request') order by item) from public.chain_steps s join run on run.id = s.run_id),
  array['a one', 'b two'], 'each item fills by path and by name'
);
select tests.work('{"each_one": {"say": "", "n": 1}}');
select is(
  engine.run_outputs(id) -> 'each_one', '[{"item": {"name": "a", "request": "one"}, "say": "", "n": 1}, {"item": {"name": "b", "request": "two"}, "say": "", "n": 1}]',
  'outputs of a fan-out keep their item'
) from run;
select * from finish();
rollback;
