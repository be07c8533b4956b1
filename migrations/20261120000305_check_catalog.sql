-- What a catalog may not say, and what a JSON schema may not: asked before anything is stored, better at deploy than in a run.
create function engine.schema_problem(p_schema jsonb, p_at text default 'schema')
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_types text[] := case jsonb_typeof(p_schema -> 'type')
    when 'array' then array(select jsonb_array_elements_text(p_schema -> 'type')) when 'string' then array[p_schema ->> 'type'] else '{}' end;
  v_kind text;
  v_pair text[];
  v_part record;
  v_problem text;
begin
  if jsonb_typeof(p_schema) is distinct from 'object' then return p_at || ' is no JSON schema'; end if;
  for v_part in
    select * from (values ('required', 'array'), ('enum', 'array'), ('anyOf', 'array'), ('oneOf', 'array'), ('properties', 'object')) as w (name, kind)
  loop
    if p_schema ? v_part.name and jsonb_typeof(p_schema -> v_part.name) <> v_part.kind then return format('%s has %s that is no %s', p_at, v_part.name, v_part.kind); end if;
  end loop;
  if not v_types <@ array['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'] then return format('%s is of type %s, which is none', p_at, p_schema -> 'type'); end if;

  foreach v_pair slice 1 in array array[
    ['minimum', 'maximum'], ['minLength', 'maxLength'], ['minItems', 'maxItems'], ['minProperties', 'maxProperties']
  ] loop
    if (p_schema ->> v_pair[1])::numeric > (p_schema ->> v_pair[2])::numeric then return format('%s has %s above %s', p_at, v_pair[1], v_pair[2]); end if;
  end loop;

  if p_schema -> 'enum' = '[]' then return p_at || ' allows no value'; end if;
  for v_part in
    select 'value' as word, value from jsonb_array_elements(p_schema -> 'enum')
    union all select 'const', p_schema -> 'const' where p_schema ? 'const'
    union all select 'default', p_schema -> 'default' where p_schema ? 'default'
  loop
    v_kind := jsonb_typeof(v_part.value);
    if cardinality(v_types) > 0 and not (v_kind = any (v_types) or (v_kind = 'number' and 'integer' = any (v_types))) then
      return format('%s has the %s %s, which is not of its type', p_at, v_part.word, v_part.value);
    end if;
    if v_part.word <> 'value' and p_schema ? 'enum' and not p_schema -> 'enum' @> jsonb_build_array(v_part.value) then
      return format('%s has the %s %s, which its enum does not allow', p_at, v_part.word, v_part.value);
    end if;
  end loop;

  for v_part in select value #>> '{}' as name from jsonb_array_elements(p_schema -> 'required') loop
    if not coalesce(p_schema -> 'properties' ? v_part.name, false) then return format('%s requires %s, which it does not describe', p_at, v_part.name); end if;
  end loop;
  for v_part in
    select key as name, value from jsonb_each(p_schema -> 'properties')
    union all select 'items', p_schema -> 'items' where p_schema ? 'items'
    union all select 'anyOf', value from jsonb_array_elements(p_schema -> 'anyOf')
    union all select 'oneOf', value from jsonb_array_elements(p_schema -> 'oneOf')
  loop
    v_problem := engine.schema_problem(v_part.value, p_at || '.' || v_part.name);
    if v_problem is not null then return v_problem; end if;
  end loop;
  return null;
end
$$;
comment on function engine.schema_problem(jsonb, text) is
  'What is wrong with a JSON schema in one English sentence, null when nothing is: unknown types, a least above its most, an empty enum, values that are not of their '
  'type, required fields that are not described; in every part of it. p_at names it in the sentence.';

create function engine.check_catalog(p_catalog jsonb)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  v_problem text;
begin
  select format('%s is missing or no list', part) into v_problem
  from unnest(array['plans', 'agents', 'skills', 'chains', 'model_routes']) part
  where coalesce(jsonb_typeof(p_catalog -> part), '') <> 'array'
  limit 1;

  if v_problem is null then
    with steps as (
      select c ->> 'key' as chain, s ->> 'key' as key, s, s ->> 'skill' ~ '^(chain|engine):' as is_inner
      from jsonb_array_elements(p_catalog -> 'chains') c, jsonb_array_elements(c -> 'steps') s
      where (c -> 'active')::boolean
    ),
    problems as (
      select 1 as rank, format('skill %s: %s', s ->> 'name', problem) as problem
      from jsonb_array_elements(p_catalog -> 'skills') s,
        lateral (values ('input_schema', s -> 'input_schema'), ('output_schema', s -> 'output_schema')) as side (name, schema),
        lateral coalesce(
          engine.schema_problem(schema, name),
          case when schema ->> 'type' is distinct from 'object' then name || ' is of no object' end
        ) as problem
      where problem is not null
      union all
      select 1, format('chain %s: %s', c ->> 'key', problem)
      from jsonb_array_elements(p_catalog -> 'chains') c, lateral engine.schema_problem(c -> 'input_schema', 'input_schema') as problem
      where c ? 'input_schema' and problem is not null
      union all
      select 2, format('step %s of chain %s asks agent %s, which is not active', key, chain, s ->> 'agent')
      from steps
      where not p_catalog -> 'agents' @> jsonb_build_array(jsonb_build_object('key', s -> 'agent', 'active', true))
      union all
      select 2, format('step %s of chain %s uses skill %s, which is not active', key, chain, s ->> 'skill')
      from steps
      where not is_inner and not p_catalog -> 'skills' @> jsonb_build_array(jsonb_build_object('name', s -> 'skill', 'active', true))
      union all
      select 2, format('step %s of chain %s starts chain %s, which is not active', key, chain, substr(s ->> 'skill', 7))
      from steps
      where s ->> 'skill' like 'chain:%'
        and not p_catalog -> 'chains' @> jsonb_build_array(jsonb_build_object('key', substr(s ->> 'skill', 7), 'active', true))
      union all
      select 2, format('step %s of chain %s needs %s, which is no step of it', key, chain, need)
      from steps, unnest(engine.step_needs(s)) need
      where not exists (select from steps other where other.chain = steps.chain and other.key = need)
      union all
      select 2, format('step %s of chain %s is reviewed by %s, which is neither a step of it nor an active agent', key, chain, s ->> 'review_by')
      from steps
      where s ? 'review_by' and not p_catalog -> 'agents' @> jsonb_build_array(jsonb_build_object('key', s -> 'review_by', 'active', true))
        and not exists (select from steps other where other.chain = steps.chain and other.key = steps.s ->> 'review_by')
      union all
      select 3, format('chain %s goes in a circle: %s', c ->> 'key', array_to_string(circle, ', '))
      from jsonb_array_elements(p_catalog -> 'chains') c, lateral engine.steps_in_circle(c -> 'steps') as circle
      where (c -> 'active')::boolean and circle <> '{}'
    )
    select problem into v_problem from problems order by rank limit 1;
  end if;

  if v_problem is not null then
    perform engine.fail('NX400', 'catalog_invalid', jsonb_build_object('problem', v_problem));
  end if;
end
$$;
comment on function engine.check_catalog(jsonb) is
  'Refuses a catalog (NX400 catalog_invalid {problem}) with a card whose schemas are none or contradict themselves, or with active chains that go in a circle or name an '
  'agent, a skill, a chain or a step that is not there.';

create function engine.step_needs(p_step jsonb) returns text[]
language sql immutable
set search_path = ''
as $$
  select coalesce(array_agg(n), '{}') from jsonb_array_elements_text(coalesce(nullif(p_step -> 'needs', 'null'), '[]')) n
$$;
comment on function engine.step_needs(jsonb) is 'Keys that a step of a chain waits for; none when it says nothing.';

create function engine.steps_in_circle(p_steps jsonb) returns text[]
language plpgsql immutable
set search_path = ''
as $$
declare
  v_settled text[] := '{}';
  v_next text[];
begin
  -- peel off what has all its needs; what remains stands in a circle
  loop
    select array_agg(e ->> 'key') into v_next
    from jsonb_array_elements(p_steps) e
    where e ->> 'key' <> all (v_settled) and engine.step_needs(e) <@ v_settled;
    exit when v_next is null;
    v_settled := v_settled || v_next;
  end loop;
  return array(select e ->> 'key' from jsonb_array_elements(p_steps) e where e ->> 'key' <> all (v_settled));
end
$$;
comment on function engine.steps_in_circle(jsonb) is 'Keys of a chain''s steps that wait for one another (or for what is not there), {} when it can run.';
