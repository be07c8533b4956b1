-- Tasks and money of a tenant's day: counted, held before a call, settled after, never past the plan.
begin;
select no_plan();
create temporary table scene as select tests.shop('Costs', 'owner@costs.test', 'growth') as tenant_id;
select set_config('nexio.now', '2026-11-20 20:59:00+00', true);

select is(engine.tenant_day(tenant_id), '2026-11-20', 'the day is the tenant''s: still Friday at 23:59 in Antananarivo') from scene;
select tests.pass_time('1 min');
select is(engine.tenant_day(tenant_id), '2026-11-21', 'and Saturday a minute later, three hours before UTC') from scene;

update public.tenants set plan_key = 'free' where id = (select tenant_id from scene);
select engine.charge_task(tenant_id) from scene, generate_series(1, 10);
select throws_ok($$ select engine.charge_task(tenant_id) from scene $$, 'NX402', 'daily_tasks_spent', 'the eleventh task of a free day is refused');
select is((select task_count from public.budgets join scene using (tenant_id)), 10, 'and not counted');
select tests.pass_time('24 h');
select lives_ok($$ select engine.charge_task(tenant_id) from scene $$, 'the next day it is not');
update public.tenants set plan_key = 'growth' where id = (select tenant_id from scene);

-- what may answer
select tests.run(tenant_id) from scene;
create temporary table step (id bigint, run_id uuid, claim_token uuid);
create function pg_temp.claim_one() returns void language plpgsql as $$
begin
  truncate step;
  insert into step select (c ->> 'step_id')::bigint, (c ->> 'run_id')::uuid, (c ->> 'token')::uuid from jsonb_array_elements(worker.claim('w', 1)) c;
end
$$;
select pg_temp.claim_one();
create function pg_temp.tiers(p_providers text[]) returns text[] language sql as $$
  select array_agg(concat_ws(' ', r ->> 'tier', r ->> 'provider') order by n)
  from step, jsonb_array_elements(engine.route_models((select s from public.chain_steps s where s.id = step.id), p_providers, 1000, 1000)) with ordinality as x (r, n)
$$;
select is(pg_temp.tiers('{}'), array['local house'], 'without a key the house model answers');
select is(pg_temp.tiers('{anthropic}'), array['haiku anthropic'], 'the tier of the skill, when its provider is there; the plan has no dearer one');
select is(
  pg_temp.tiers('{anthropic,google,openai}'), array['haiku anthropic', 'haiku openai', 'gemini_flash google', 'gemini_flash openai'],
  'then other providers of the tier, then the agent''s fallbacks'
);
select is(pg_temp.tiers('{openai_compatible}'), array['local openai_compatible'], 'the owner''s own machine before the house model');
update public.tenants set plan_key = 'pro' where id = (select tenant_id from scene);
select is(pg_temp.tiers('{anthropic}'), array['haiku anthropic'], 'a run goes on with the plan that it began with');
update public.chain_runs set plan_key = 'pro' where id = (select run_id from step);
select is(pg_temp.tiers('{anthropic}'), array['haiku anthropic', 'sonnet anthropic'], 'a dearer tier of the plan only after the cheapest adequate one');
update public.chain_runs set plan_key = 'free' where id = (select run_id from step);
select is(pg_temp.tiers('{anthropic,google}'), array['gemini_flash google'], 'a free plan falls back to what it has');
update public.model_routes set retired_at = engine.now() where tier = 'gemini_flash' and provider = 'google';
select is(pg_temp.tiers('{anthropic,google}'), array['local house'], 'a retired model is not asked');
update public.model_routes set retired_at = null;
update public.tenants set plan_key = 'growth' where id = (select tenant_id from scene);
update public.chain_runs set plan_key = 'growth' where id = (select run_id from step);
update public.skills set is_private = true where key = 'social-captions';
select is(pg_temp.tiers('{anthropic,google,openai,openai_compatible}'), array['local openai_compatible'], 'a private skill is answered on tier local');
select is(pg_temp.tiers('{anthropic,google}'), array['local house'], 'and by nobody else, whatever keys there are');
select is(engine.route_pictures(s, '{google,openai}', 1000, 1000), '[]', 'nor painted') from public.chain_steps s join step using (id);
update public.skills set is_private = false where key = 'social-captions';
update public.tenant_settings set is_private = true where tenant_id = (select tenant_id from scene);
select is(pg_temp.tiers('{anthropic,google}'), array['local house'], 'a private tenant has tier local for all its work');
update public.tenant_settings set is_private = false where tenant_id = (select tenant_id from scene);

-- hold and settle: haiku costs 1 and 5 micros a token, and is held twice over
create function pg_temp.reserve(p_input integer, p_output integer) returns jsonb language sql as $$
  select worker.reserve_model_call(id, claim_token, '{anthropic}', p_input, p_output) from step
$$;
create function pg_temp.money() returns bigint[] language sql as $$
  select array[reserved_micros, spent_micros] from public.budgets b join scene using (tenant_id) where day = engine.tenant_day(tenant_id)
$$;
select is(pg_temp.reserve(1000, 1000) -> 'routes' -> 0 ->> 'estimate_micros', '12000', 'the estimate is for two tries');
select is(pg_temp.money(), '{12000,0}', 'it is held');
select is(pg_temp.reserve(4000000, 0), '{"blocked": "daily_cost_spent"}', 'a call that today''s money does not cover does not start');
select is(
  engine.route_pictures(null, '{google,openai}', 1000, 1000) -> 0,
  '{"tier": "image", "model": "gpt-image-2.5-flare", "provider": "openai", "estimate_micros": 35000}', 'a picture has its own models, asked and priced once'
);
select is(engine.route_pictures(null, '{anthropic}', 1000, 1000), '[]', 'and none of a provider that does not draw');
select is(worker.reserve_model_call(id, gen_random_uuid(), '{anthropic}', 1, 1), '{"blocked": "claim_lost"}', 'nor one of a lost claim') from step;
select worker.complete(jsonb_build_array(jsonb_build_object('step_id', id, 'token', claim_token, 'output', '{"body": "x", "headline": "y"}'::jsonb, 'calls',
  '[{"tier": "haiku", "provider": "anthropic", "model": "claude-haiku-4-5", "input_tokens": 900, "cached_tokens": 500, "output_tokens": 100, "outcome": "timeout"},
    {"tier": "haiku", "provider": "anthropic", "model": "claude-haiku-4-5", "input_tokens": 900, "cached_tokens": 500, "output_tokens": 100}]'::jsonb))) from step;
select is(pg_temp.money(), '{0,1900}', 'what it really cost is booked, failed tries too, cached input at its price, and the hold is gone');
select is((select r.cost_micros from public.chain_runs r join step on r.id = step.run_id), 1900::bigint, 'the run knows its cost');
select results_eq(
  $$ select m.outcome, m.cost_micros from public.model_calls m join step on step.id = m.step_id order by m.id $$, $$ values ('timeout', 950::bigint), ('answered', 950) $$,
  'and each call its own'
);

-- a failed step
select pg_temp.claim_one();
select pg_temp.reserve(1000, 1000);
select is(worker.fail(id, claim_token, 'model_refused', '{}', true, '[]'), 'retried', 'a step fails without having called') from step;
select is(pg_temp.money(), '{0,1900}', 'its hold is given back');

-- money is short
update public.budgets set spent_micros = 8000000 where tenant_id = (select tenant_id from scene) and day = engine.tenant_day(tenant_id);
select throws_ok($$ select engine.charge_task(tenant_id) from scene $$, 'NX402', 'daily_cost_spent', 'no task starts when the day''s money is spent');
select tests.chain('background', jsonb_build_array(tests.step('s')), 'low');
select engine.stop_run(id, 'cancelled', 'over', '{}', 'system', 'test') from public.chain_runs where finished_at is null;
create temporary table run as select tests.run(tenant_id, 'background') as id from scene;
select pg_temp.claim_one();
select is(pg_temp.reserve(10, 10), '{"blocked": "daily_cost_spent"}', 'nor any call');
select is(worker.fail(id, claim_token, 'daily_cost_spent', '{}', false, '[]'), 'deferred', 'work that can wait goes on tomorrow') from step;
select is(
  (select due_at at time zone 'Indian/Antananarivo' from public.chain_steps s join run on run.id = s.run_id),
  ((engine.now() at time zone 'Indian/Antananarivo')::date + 1)::timestamp, 'at the tenant''s midnight'
);
select is((select count(*) from public.events e join run on run.id = e.run_id where kind = 'step.deferred'), 1::bigint, 'and that is written down');
select * from finish();
rollback;
