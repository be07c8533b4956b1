-- What a chain says in one word becomes steps: peer reviews that only name the reviewing agent, and the places where people see them. Called by start_run.

create function engine.expand_steps(p_steps jsonb) returns jsonb
language sql immutable
set search_path = ''
as $$
  with given as (
    select e, n, e ->> 'key' as key,
      e ? 'review_by' and not exists (select from jsonb_array_elements(p_steps) r where r ->> 'key' = e ->> 'review_by') as is_reviewed_by_agent
    from jsonb_array_elements(p_steps) with ordinality as s (e, n)
  ),
  reviewed as (
    select key from given where is_reviewed_by_agent
  ),
  ordered as (
    select n, 0 as part,
      (case when is_reviewed_by_agent then e - array['approval', 'approval_when'] || jsonb_build_object('review_by', key || '_review') else e end)
      || jsonb_build_object('needs', to_jsonb(engine.step_needs(e) || array(select key || '_review' from reviewed where key = any (engine.step_needs(e))))) as step
    from given
    union all
    -- the gate of what is reviewed stands behind the review
    select n, 1, jsonb_strip_nulls(jsonb_build_object(
      'key', key || '_review', 'agent', e -> 'review_by', 'skill', 'fact-checker', 'needs', jsonb_build_array(key), 'place', coalesce(e ->> 'place', key),
      'each', e -> 'each', 'when', case when e ? 'when' then format('exists($.%s)', key) end, 'with', jsonb_build_object('text', '$.' || key),
      'approval', e -> 'approval', 'approval_when', e -> 'approval_when'))
    from given where is_reviewed_by_agent
  )
  select jsonb_agg(step order by n, part) from ordered
$$;
comment on function engine.expand_steps(jsonb) is
  'Steps of a chain as a run has them: `review_by` with an agent becomes step <key>_review (that agent''s fact-checker, in the same lane and place), which all that needs '
  '<key> needs too, and which takes over its gate.';

create function engine.place_of(p_steps jsonb, p_key text) returns smallint
language sql immutable
set search_path = ''
as $$
  with ordered as (
    select e, count(*) filter (where not e ? 'place') over (order by n) as place from jsonb_array_elements(p_steps) with ordinality as s (e, n)
  )
  select place::smallint from ordered
  where e ->> 'key' = coalesce((select o.e ->> 'place' from ordered o where o.e ->> 'key' = p_key), p_key)
$$;
comment on function engine.place_of(jsonb, text) is 'Number of the place where people see a step: its own, or that of the step it stands beside (`place`).';

create function engine.step_of_chain(p_chain jsonb, p_key text) returns jsonb
language sql immutable
set search_path = ''
as $$ select e from jsonb_array_elements(p_chain -> 'steps') e where e ->> 'key' = p_key limit 1 $$;
comment on function engine.step_of_chain(jsonb, text) is 'A step as the chain of its run describes it.';
