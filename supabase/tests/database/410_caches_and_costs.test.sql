-- The same question of the same tenant costs nothing; the ledger says what was saved by which lever, and its parts add up.
begin;
select no_plan();
create temporary table scene as select tests.shop('Vidiny', 'owner@costs.test') as tenant_id, tests.shop('Vidiny Hafa', 'rival@costs.test') as rival_id;
grant select on scene to public;
insert into public.model_routes (tier, rank, provider, model, input_usd_per_mtok, output_usd_per_mtok, cached_input_usd_per_mtok)
values ('opus', 9, 'anthropic', 'test-opus', 10, 50, 1), ('haiku', 9, 'anthropic', 'test-haiku', 1, 5, 0.1)
on conflict (tier, rank) do nothing;
delete from public.model_routes where tier in ('opus', 'haiku') and model not like 'test-%';
insert into public.skills (key, name, category, kind, cache_hours, is_active) values ('cached-skill', 'Cached', 'test', 'prompt', 6, true), ('plain-skill', 'Plain', 'test', 'prompt', null, true);

create function pg_temp.step_of(p_tenant_id uuid, p_skill text, p_round integer default 1) returns public.chain_steps language plpgsql as $$
declare
  v_run_id uuid;
  v_step public.chain_steps;
begin
  insert into public.chain_runs (tenant_id, chain_key, chain, title, language) values (p_tenant_id, 'test', '{"steps": []}', 'Test', 'fr') returning id into v_run_id;
  insert into public.chain_steps (run_id, tenant_id, position, key, agent_key, skill_key, priority, state, claim_token, lease_until, round)
  values (v_run_id, p_tenant_id, 1, 'ask', 'content_writer', p_skill, 'high', 'working', gen_random_uuid(), engine.now() + interval '1 minute', p_round)
  returning * into v_step;
  return v_step;
end
$$;
create function pg_temp.ask(p_step public.chain_steps, p_question text, p_embedding extensions.vector(384) default null, p_rest text default 'screen: brand') returns jsonb language sql as
$$ select worker.read_answer(p_step.id, p_step.claim_token, p_question, p_rest, p_embedding) $$;
create function pg_temp.near(p_first real) returns extensions.vector(384) language sql as
$$ select (array[p_first] || array_fill(0.1::real, array[383]))::extensions.vector(384) $$;

create temporary table asked as
select (s).* from scene, pg_temp.step_of(tenant_id, 'cached-skill') s;
select worker.keep_answer(id, claim_token, 'How do I add a price?', 'screen: brand', '{"say": "Like this."}', 800, 100, pg_temp.near(0.1)) from asked;
select is(pg_temp.ask(s, 'How do I add a price?') -> 'answer', '{"say": "Like this."}', 'the same words have the same answer') from scene, pg_temp.step_of(tenant_id, 'cached-skill') s;
select is(pg_temp.ask(s, 'how to add a price', pg_temp.near(0.12)) -> 'input_tokens', '800', 'and so has nearly the same meaning') from scene, pg_temp.step_of(tenant_id, 'cached-skill') s;
select is(pg_temp.ask(s, 'How do I add a price?', null, 'screen: leads'), null, 'the same words about something else do not') from scene, pg_temp.step_of(tenant_id, 'cached-skill') s;
select is(pg_temp.ask(s, 'how to fly', pg_temp.near(-9)), null, 'another question does not') from scene, pg_temp.step_of(tenant_id, 'cached-skill') s;
select is(pg_temp.ask(s, 'How do I add a price?'), null, 'nor does another tenant') from scene, pg_temp.step_of(rival_id, 'cached-skill') s;
select is(pg_temp.ask(s, 'How do I add a price?'), null, 'nor who revises') from scene, pg_temp.step_of(tenant_id, 'cached-skill', 2) s;
select worker.keep_answer(s.id, s.claim_token, 'Plain?', '', '{"say": "x"}', 1, 1) from scene, pg_temp.step_of(tenant_id, 'plain-skill') s;
select is((select count(*) from public.semantic_cache), 1::bigint, 'a skill whose card says nothing of it is not kept');
update public.brand_dna set version = version + 1 where tenant_id = (select tenant_id from scene);
select is(pg_temp.ask(s, 'How do I add a price?'), null, 'another brand is another answer') from scene, pg_temp.step_of(tenant_id, 'cached-skill') s;
select worker.keep_hot(id, claim_token, 'metrics:facebook', '{"reach": 5}', 60) from asked;
select is(worker.read_hot(id, claim_token, 'metrics:facebook'), '{"reach": 5}', 'what was fetched is still warm') from asked;
select set_config('nexio.now', (now() + interval '13 hours')::text, true);
select is(worker.read_hot(id, claim_token, 'metrics:facebook'), null, 'and cold after its time') from asked;
select is(engine.clean_caches(), 2::bigint, 'the clean-up takes both away');
select set_config('nexio.now', '', true);

-- the ledger: one call a lever
select worker.complete(jsonb_build_array(jsonb_build_object('step_id', s.id, 'token', s.claim_token, 'output', '{"say": "done"}'::jsonb, 'calls', jsonb_build_array(call))))
from scene, unnest(array[
  -- 1000 in, 100 out on haiku: list 15000, cost 1500
  '{"tier": "haiku", "provider": "anthropic", "model": "test-haiku", "input_tokens": 1000, "output_tokens": 100, "outcome": "answered"}',
  -- half of the input from the prompt cache: cost 1050, of which 450 saved by the cache
  '{"tier": "haiku", "provider": "anthropic", "model": "test-haiku", "input_tokens": 1000, "cached_tokens": 500, "output_tokens": 100, "outcome": "answered", "lever": "prompt_cache"}',
  -- a member of a batch: 900 tokens of the template were not sent again: list 24000
  '{"tier": "haiku", "provider": "anthropic", "model": "test-haiku", "input_tokens": 1000, "output_tokens": 100, "saved_tokens": 900, "outcome": "answered", "lever": "batch"}',
  '{"tier": "local", "provider": "house", "model": "house", "input_tokens": 1000, "output_tokens": 100, "outcome": "answered"}',
  '{"tier": "haiku", "provider": "cache", "model": "cache", "input_tokens": 1000, "output_tokens": 100, "outcome": "answered", "lever": "semantic_cache"}',
  '{"tier": "haiku", "provider": "anthropic", "model": "test-haiku", "input_tokens": 1000, "output_tokens": 0, "outcome": "timeout"}'
]::jsonb[]) call, lateral pg_temp.step_of(tenant_id, case when call is not null then 'plain-skill' end) s;
select engine.skip_work(tenant_id, 'weekly_newsletter', 'daily_cost_spent') from scene;

select tests.become('owner@costs.test', (select tenant_id from scene));
create temporary table told as select public.read_costs(tenant_id) as costs from scene;
select is(costs -> 'spent_micros', '5050', 'what was really spent, a failed call too') from told;
select is(costs -> 'dearest_micros', '85000', 'what the dearest would have cost, asked one by one') from told;
select is(
  (select jsonb_object_agg(l ->> 'lever', l -> 'saved_micros') from jsonb_array_elements(costs -> 'levers') l),
  '{"routing": 40500, "local": 15000, "batch": 9000, "prompt_cache": 450, "semantic_cache": 15000, "plan_limits": 0}', 'by lever'
) from told;
select is(
  (select sum((l ->> 'saved_micros')::bigint) from jsonb_array_elements(costs -> 'levers') l), (85000 - 5050)::numeric,
  'the parts add up to the difference'
) from told;
select is(costs -> 'skipped' -> 0 ->> 'what', 'weekly_newsletter', 'and what was left out is named') from told;
select throws_ok('select public.read_costs((select rival_id from scene))', 'NX409', 'tenant_mismatch', 'nobody else''s ledger');
select * from finish();
rollback;
