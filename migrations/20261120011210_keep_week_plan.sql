-- Keeper of a week's plan: what a schema cannot say is looked at before 35 pieces are written from it. Called when the step with keep: week_plan is done.

create function engine.week_plan_problems(p_plan jsonb, p_platforms jsonb) returns jsonb
language sql stable
set search_path = ''
as $$
  with pieces as (
    select (e ->> 'piece')::int as piece, e ->> 'day' as day, e ->> 'platform' as platform, (e ->> 'priority')::int as priority
    from jsonb_array_elements(p_plan -> 'pieces') e
  ),
  problems as (
    select 'The pieces are not numbered 1 to 35, each number once.' as problem, 1 as n
    where (select array_agg(piece order by piece) from pieces) is distinct from array(select generate_series(1, 35))
    union all
    select 'The five priorities do not have the ranks 1 to 5, each rank once.', 2
    where (select array_agg((e ->> 'rank')::int order by (e ->> 'rank')::int) from jsonb_array_elements(p_plan -> 'priorities') e) is distinct from array[1, 2, 3, 4, 5]
    union all
    select format('Piece %s lies on %s, outside the week that begins on %s.', piece, day, p_plan ->> 'week_start'), 3
    from pieces where day::date not between (p_plan ->> 'week_start')::date and (p_plan ->> 'week_start')::date + 6
    union all
    select format('%s has %s pieces, not five.', day, count(*)), 4 from pieces group by day having count(*) <> 5
    union all
    select format('Piece %s is for %s, which is not connected (%s).', piece, platform, p_platforms), 5
    from pieces where jsonb_array_length(p_platforms) > 0 and not p_platforms ? platform
    union all
    select format('The shares of the budget add up to %s, not 100.', total), 6
    from (select sum(value::numeric) as total from jsonb_each_text(p_plan -> 'budget') where key like '%\_percent') as shares where total <> 100
  )
  select coalesce(jsonb_agg(problem order by n), '[]') from (select * from problems order by n limit 6) as first
$$;
comment on function engine.week_plan_problems(jsonb, jsonb) is
  'What is wrong with the output of week-plan-writer beyond its schema, as sentences for its author (at most six): numbers, ranks, days inside the week and five a day, '
  'connected platforms, budget of 100 per cent.';

create function engine.keep_week_plan(p_step public.chain_steps) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_problems jsonb := engine.week_plan_problems(p_step.output, coalesce((select r.input -> 'platforms' from public.chain_runs r where r.id = p_step.run_id), '[]'));
begin
  if v_problems = '[]' then return; end if;
  if p_step.rejections >= 2 then
    perform engine.end_step(p_step, 'failed', 'output_malformed', jsonb_build_object('step', p_step.key, 'problems', v_problems), 'quality_gate');
  else
    perform engine.reopen_steps(p_step.run_id, array[p_step.id], jsonb_build_object('findings', '[]'::jsonb, 'reasons', v_problems), 'score_too_low');
  end if;
end
$$;
comment on function engine.keep_week_plan(public.chain_steps) is
  'A plan that does not add up goes back to its author with what is wrong, twice; then the run fails (output_malformed). Nothing is written from it in between.';
