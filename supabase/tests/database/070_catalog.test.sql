-- Loading the catalog again and again, what leaves it, what it may not say; who reads which agent.
begin;
select no_plan();

create function pg_temp.catalog(p_name text, p_agents text[]) returns jsonb language sql as $$
  select jsonb_build_object(
    'plans', '[{"key": "free", "usd_month": 0, "daily_tasks": 10, "daily_cost_usd": 0.05, "model_tiers": ["local"], "agents": 3, "users": 5, "trial_days": 0}]'::jsonb,
    'agents', (select jsonb_agg(jsonb_build_object(
      'key', key, 'name', p_name, 'level', case key when 'test_guard' then 'security' else 'worker' end, 'department', 'content', 'min_plan', 'free',
      'model_tier', 'local', 'soul', 'Calm.', 'colour', '#19b5a5', 'active', true)) from unnest(p_agents) key),
    'skills', '[{"name": "test-skill", "category": "content_writing", "estimated_cost_usd": 0.003, "prompts": ["a", "b"], "active": true,
      "input_schema": {"type": "object", "properties": {"text": {"type": "string", "minLength": 1}}, "required": ["text"]},
      "output_schema": {"type": "object", "properties": {"mood": {"type": "string", "enum": ["calm", "loud"], "default": "calm"}}},
      "max_output_tokens": 900, "account": "tiktok", "account_owner": "tenant", "hosts": ["open.tiktokapis.com"], "capability": "render_media", "private": true}]'::jsonb,
    'chains', '[{"key": "test_chain", "name": "T", "priority": "high", "active": true, "steps": [
      {"key": "one", "agent": "test_writer", "skill": "test-skill", "needs": [], "review_by": "two"},
      {"key": "two", "agent": "test_writer", "skill": "test-skill", "needs": ["one"]}]}]'::jsonb,
    'model_routes', '[]'::jsonb
  )
$$;

select tests.person('owner@catalog.test'), tests.person('rival@catalog.test'), tests.person('guest@catalog.test');
create temporary table scene (tenant_id uuid, other_id uuid);
grant select on scene to public;
insert into scene values (tests.tenant('Catalog', 'owner@catalog.test'), tests.tenant('Catalog Rival', 'rival@catalog.test'));
select tests.joins('guest@catalog.test', tenant_id, 'external') from scene;
insert into public.agents (tenant_id, key, name, level, department, min_plan, model_tier)
select tenant_id, 'test_writer', 'Ours', 'worker', 'content', 'free', 'local' from scene;

select engine.load_catalog(pg_temp.catalog('First', array['test_writer', 'test_guard', 'test_old']));
create temporary table ids as select key, id from public.agents where key like 'test%' and tenant_id is null;
select is(
  engine.load_catalog(pg_temp.catalog('Second', array['test_writer', 'test_guard'])),
  '{"plans": 1, "agents": 2, "skills": 1, "chains": 1}'::jsonb || jsonb_build_object('plans', (select count(*) from public.plans)),
  'a second load says what is in use'
);
select results_eq(
  $$ select key, name, is_active from public.agents where key like 'test%' and tenant_id is null order by key $$,
  $$ values ('test_guard', 'Second', true), ('test_old', 'First', false), ('test_writer', 'Second', true) $$,
  'it changes what is there, and puts out of use what has left the files'
);
select set_eq($$ select key, id from public.agents where key like 'test%' and tenant_id is null $$, 'select key, id from ids', 'rows keep their ids');
select is((select name from public.agents where key = 'test_writer' and tenant_id is not null), 'Ours', 'a tenant''s own agent is left alone');
select results_eq(
  $$ select estimated_cost_micros, prompts from public.skills where key = 'test-skill' $$, $$ values (3000::bigint, '["a", "b"]'::jsonb) $$, 'dollars become micros'
);

select results_eq(
  $$ select max_output_tokens, account, account_owner, hosts, capability, is_private from public.skills where key = 'test-skill' $$,
  $$ values (900, 'tiktok', 'tenant', array['open.tiktokapis.com'], 'render_media', true) $$, 'what a card asks of its surroundings is kept'
);

create function pg_temp.refusal(p_catalog jsonb) returns text language plpgsql as $$
declare
  v_detail text;
begin
  perform engine.load_catalog(p_catalog);
  return 'loaded';
exception when sqlstate 'NX400' then
  get stacked diagnostics v_detail = pg_exception_detail;
  return v_detail::jsonb ->> 'problem';
end
$$;
create function pg_temp.with_schema(p_path text, p_schema jsonb) returns jsonb language sql as $$
  select jsonb_set(pg_temp.catalog('T', array['test_writer']), ('{skills,0,' || p_path || '}')::text[], p_schema)
$$;
create function pg_temp.with_step(p_path text, p_value jsonb) returns jsonb language sql as $$
  select jsonb_set(pg_temp.catalog('T', array['test_writer']), ('{chains,0,steps,' || p_path || '}')::text[], p_value)
$$;
select is(pg_temp.refusal(c), problem, problem)
from (values
  (pg_temp.catalog('T', array['test_guard']), 'step one of chain test_chain asks agent test_writer, which is not active'),
  (pg_temp.with_step('1,skill', '"no-skill"'), 'step two of chain test_chain uses skill no-skill, which is not active'),
  (pg_temp.with_step('1,skill', '"chain:no_chain"'), 'step two of chain test_chain starts chain no_chain, which is not active'),
  (pg_temp.with_step('1,needs', '["three"]'), 'step two of chain test_chain needs three, which is no step of it'),
  (pg_temp.with_step('0,review_by', '"nobody"'), 'step one of chain test_chain is reviewed by nobody, which is neither a step of it nor an active agent'),
  (pg_temp.with_step('0,needs', '["two"]'), 'chain test_chain goes in a circle: one, two'),
  ('{}', 'plans is missing or no list'),
  (pg_temp.with_schema('input_schema', 'null'), 'skill test-skill: input_schema is no JSON schema'),
  (pg_temp.with_schema('input_schema', '{"type": "string"}'), 'skill test-skill: input_schema is of no object'),
  (pg_temp.with_schema('input_schema,required', '["text", "platform"]'), 'skill test-skill: input_schema requires platform, which it does not describe'),
  (pg_temp.with_schema('input_schema,properties,text,maxLength', '0'), 'skill test-skill: input_schema.text has minLength above maxLength'),
  (pg_temp.with_schema('output_schema,properties,mood,type', '"text"'), 'skill test-skill: output_schema.mood is of type "text", which is none'),
  (pg_temp.with_schema('output_schema,properties,mood,type', '"number"'), 'skill test-skill: output_schema.mood has the value "calm", which is not of its type'),
  (pg_temp.with_schema('output_schema,properties,mood,default', '"sad"'), 'skill test-skill: output_schema.mood has the default "sad", which its enum does not allow'),
  (pg_temp.with_schema('output_schema,properties,mood,enum', '[]'), 'skill test-skill: output_schema.mood allows no value'),
  (pg_temp.with_schema('output_schema,properties', '[]'), 'skill test-skill: output_schema has properties that is no object'),
  (pg_temp.with_schema('output_schema,properties,list', '{"type": "array", "items": {"type": "integer", "minimum": 3, "maximum": 1}}'),
    'skill test-skill: output_schema.list.items has minimum above maximum')
) as t (c, problem);
select is((select name from public.agents where key = 'test_guard'), 'Second', 'a refused catalog changes nothing');

select tests.become('owner@catalog.test', (select tenant_id from scene));
select set_eq($$ select name from public.agents where key = 'test_writer' $$, array['Second', 'Ours'], 'insiders read built-in agents and their own');
select is_empty($$ select from public.agents where level = 'security' $$, 'the guards are hidden');
select isnt_empty($$ select from public.skills where key = 'test-skill' $$, 'insiders read skills');
select isnt_empty($$ select from public.chains where key = 'test_chain' $$, 'insiders read chains');
select is((select daily_cost_micros from public.plans where key = 'free'), 50000::bigint, 'people read the plans');
select tests.become('rival@catalog.test', (select other_id from scene));
select set_eq($$ select name from public.agents where key = 'test_writer' $$, array['Second'], 'another tenant''s agents are not seen');
select tests.become('guest@catalog.test', (select tenant_id from scene));
select is_empty('select from public.agents', 'externals view no agents');

select * from finish();
rollback;
