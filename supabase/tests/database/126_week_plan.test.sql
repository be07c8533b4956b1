-- A week's plan is looked at before anything is written from it.
begin;
select no_plan();
create function pg_temp.plan(p_change text default null, p_to jsonb default null) returns jsonb language sql as $$
  select case when p_change is null then plan else jsonb_set(plan, p_change::text[], p_to) end
  from (
    select jsonb_build_object('say', '', 'week_start', '2026-11-23',
      'priorities', (select jsonb_agg(jsonb_build_object('rank', r)) from generate_series(1, 5) r),
      'pieces', (select jsonb_agg(jsonb_build_object('piece', n, 'day', '2026-11-23'::date + (n - 1) / 5, 'time', '09:00', 'platform', 'facebook', 'priority', 1, 'request', 'x') order by n)
        from generate_series(1, 35) n),
      'budget', '{"meta_percent": 40, "google_percent": 30, "tiktok_percent": 20, "linkedin_percent": 10, "because": ""}'::jsonb) as plan
  ) as p
$$;
select is(engine.week_plan_problems(plan, '["facebook"]'), problems, coalesce(problems ->> 0, 'a sound plan'))
from (values
  (pg_temp.plan(), '[]'::jsonb),
  (pg_temp.plan('{pieces,3,piece}', '3'), '["The pieces are not numbered 1 to 35, each number once."]'),
  (pg_temp.plan('{priorities,0,rank}', '2'), '["The five priorities do not have the ranks 1 to 5, each rank once."]'),
  (pg_temp.plan('{pieces,34,day}', '"2026-11-30"'),
    '["Piece 35 lies on 2026-11-30, outside the week that begins on 2026-11-23.", "2026-11-29 has 4 pieces, not five.", "2026-11-30 has 1 pieces, not five."]'),
  (pg_temp.plan('{pieces,0,platform}', '"x"'), '["Piece 1 is for x, which is not connected ([\"facebook\"])."]'),
  (pg_temp.plan('{budget,meta_percent}', '50'), '["The shares of the budget add up to 110, not 100."]')
) as t (plan, problems);

create temporary table scene as select tests.shop('Plans', 'owner@plans.test', 'growth') as tenant_id;
select tests.chain('plan', jsonb_build_array(tests.step('plan', '{"keep": "week_plan"}'), tests.step('write', '{"needs": ["plan"], "each": "$.plan.pieces[*]"}')));
create temporary table run as select tests.run(tenant_id, 'plan', '{"platforms": ["facebook"]}') as id from scene;
select tests.work(jsonb_build_object('plan', pg_temp.plan('{budget,meta_percent}', '50')), 1);
select is(tests.states(id), array['plan queued', 'write waiting'], 'one that does not add up goes back to its author') from run;
select is(
  (select input -> 'reasons' ->> 0 from public.chain_steps s join run on run.id = s.run_id where key = 'plan'), 'The shares of the budget add up to 110, not 100.', 'with what is wrong'
);
select tests.work(jsonb_build_object('plan', pg_temp.plan()), 1);
select is((select count(*) from public.chain_steps s join run on run.id = s.run_id where key = 'write'), 35::bigint, 'a sound one is written from');
update run set id = (select tests.run(tenant_id, 'plan') from scene);
select tests.work(jsonb_build_object('plan', pg_temp.plan('{budget,meta_percent}', '50'), 'write', '{"say": ""}'::jsonb));
select is((select error_code from public.chain_runs r join run using (id)), 'output_malformed', 'the third that does not is the run''s end');
select is((select count(*) from public.chain_steps s join run on run.id = s.run_id where key = 'write' and output is not null), 0::bigint, 'and nothing was written');
select * from finish();
rollback;
