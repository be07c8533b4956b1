-- What is old leaves, what it cost stays: the ledger of a day says the same before and after, the log is untouched, and a simulated year stays as large as half of one.
begin;
select no_plan();
select set_config('nexio.now', '2027-01-10 12:00Z', true);
create temporary table scene as select tests.shop('Tahiry', 'owner@kept.test') as tenant_id, tests.shop('Tahiry Hafa', 'rival@kept.test') as rival_id;
grant select on scene to public;

create function pg_temp.past_run(p_tenant_id uuid, p_chain_key text, p_state text default 'done') returns uuid language plpgsql as $$
declare
  v_run_id uuid;
begin
  insert into public.chain_runs (tenant_id, chain_key, chain, title, state, finished_at)
  values (p_tenant_id, p_chain_key, '{"steps": []}', 'Past', p_state, case p_state when 'done' then engine.now() end) returning id into v_run_id;
  insert into public.chain_steps (run_id, tenant_id, position, key, agent_key, skill_key, priority, state, input, output)
  select v_run_id, p_tenant_id, n, 'step_' || n, case n when 1 then 'content_writer' else 'content_qa' end, 'social-captions', 'high', 'done', '{"item": 1}', '{"say": "done"}'
  from generate_series(1, 2) n;
  insert into public.model_calls (tenant_id, run_id, step_id, tier, provider, model, outcome, input_tokens, cached_tokens, saved_tokens, cost_micros, list_micros, lever)
  select p_tenant_id, v_run_id, s.id, c.tier, 'house', 'house', 'answered', 1000, c.cached, c.saved, c.cost, c.list, c.lever
  from public.chain_steps s, (values ('haiku', 0, 0, 700, 9000, null), ('haiku', 0, 300, 500, 12000, 'batch'), ('haiku', 0, 0, 0, 8000, 'semantic_cache'),
    ('local', 0, 0, 0, 5000, null), ('haiku', 0, 0, 90, 0, null)) c (tier, cached, saved, cost, list, lever)
  where s.run_id = v_run_id;
  perform engine.record_event(p_tenant_id, 'run.done', '{}', 'engine', 'chain_manager', v_run_id);
  return v_run_id;
end
$$;
create function pg_temp.costs(p_from date, p_to date) returns jsonb language plpgsql as $$
declare
  v_costs jsonb;
begin
  perform tests.become('owner@kept.test', (select tenant_id from scene));
  v_costs := public.read_costs((select tenant_id from scene), p_from, p_to);
  reset role;
  return v_costs;
end
$$;

-- three runs of one day, one of the next, one that is not over, one whose effect is unsettled, one of somebody else
create temporary table old as select pg_temp.past_run(tenant_id, 'create_social_post') as id, n from scene, generate_series(1, 3) n;
create temporary table open_run as select pg_temp.past_run(tenant_id, 'seo_audit', 'running') as id from scene;
create temporary table unsettled as select pg_temp.past_run(tenant_id, 'weekly_newsletter') as id from scene;
insert into public.effects (key, tenant_id, step_id, kind, state) select 'kept:1', s.tenant_id, s.id, 'send_mailing', 'unknown' from public.chain_steps s join unsettled u on u.id = s.run_id limit 1;
select pg_temp.past_run(rival_id, 'create_social_post') from scene;
select set_config('nexio.now', '2027-01-11 12:00Z', true);
insert into old select pg_temp.past_run(tenant_id, 'performance_review'), 4 from scene;

select set_config('nexio.now', '2027-07-08 12:00Z', true);
select is(engine.forget_runs(), 0, 'nothing goes before half a year is over');
create temporary table ledger as select pg_temp.costs('2027-01-01', '2027-01-31') as before;
grant select on ledger to public;
select is((before ->> 'calls')::integer, 60, 'the ledger of January has every call') from ledger;
create temporary table logged as select count(*) as events from public.events;

select set_config('nexio.now', '2027-07-10 11:00Z', true);
select is(engine.forget_runs(2), 2, 'then it goes in small parts');
select is((pg_temp.costs('2027-01-01', '2027-01-31') - 'today_micros'), before - 'today_micros', 'half rolled up, the ledger says the same') from ledger;
select is(engine.forget_runs(), 2, 'the third of that day and the rival''s; not the day after');
select set_config('nexio.now', '2027-07-11 13:00Z', true);
select is(engine.forget_runs(), 1, 'which goes a day later');
select is((pg_temp.costs('2027-01-01', '2027-01-31') - 'today_micros'), before - 'today_micros', 'all rolled up, the ledger says the same to the last micro') from ledger;
select is((select count(*) from public.chain_runs r join old using (id)), 0::bigint, 'the runs are gone');
select is((select count(*) from public.chain_steps s join old on old.id = s.run_id), 0::bigint, 'with their steps');
select is((select count(*) from public.model_calls c join old on old.id = c.run_id), 0::bigint, 'and their calls');
select ok(exists (select from public.chain_runs join open_run using (id)), 'what is not over stays');
select ok(exists (select from public.chain_runs join unsettled using (id)), 'and what may still have gone out');
select is((select count(*) from public.events), (select events from logged), 'the log has lost nothing');
select throws_ok('delete from public.events', 'NX403', 'record_is_permanent', 'and cannot');
update public.effects set state = 'settled', settled_at = engine.now() where key = 'kept:1';
select is(engine.forget_runs(), 1, 'a settled effect holds nothing back');

-- a year: every day two runs, every night the clean-up
create temporary table sizes (day integer, runs bigint, steps bigint, calls bigint);
do $$
begin
  for v_day in 1 .. 365 loop
    perform set_config('nexio.now', (timestamptz '2028-01-01 23:00Z' + make_interval(days => v_day))::text, true);
    perform pg_temp.past_run(tenant_id, 'create_social_post') from scene, generate_series(1, 2);
    perform engine.forget_runs();
    insert into sizes select v_day, (select count(*) from public.chain_runs where chain_key = 'create_social_post'),
      (select count(*) from public.chain_steps s join public.chain_runs r on r.id = s.run_id where r.chain_key = 'create_social_post'), (select count(*) from public.model_calls);
  end loop;
end
$$;
select is((select runs from sizes where day = 181), (select runs from sizes where day = 365), 'a year holds as many runs as its first half');
select is((select steps from sizes where day = 181), (select steps from sizes where day = 365), 'and steps');
select is((select calls from sizes where day = 181), (select calls from sizes where day = 365), 'and calls');
select ok((select count(*) from public.model_calls_daily where tenant_id = (select tenant_id from scene) and day >= '2028-01-01') < 185 * 10, 'its ledger is a few rows a day');
select is((pg_temp.costs('2028-01-03', '2029-01-01') ->> 'calls')::integer, 365 * 20, 'and still has every call of the year');
select is((select sum((c ->> 'runs')::integer) from jsonb_array_elements(pg_temp.costs('2028-01-03', '2029-01-01') -> 'by_chain') c), 730::bigint, 'and every run, once');
select is((select count(*) from cron.job where jobname = 'nexio-forget' and command like '%forget_runs%'), 1::bigint, 'the clock does it at night');
select * from finish();
rollback;
