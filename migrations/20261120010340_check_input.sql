-- Holds a value to a JSON schema, as far as our own schemas go. Called where people and agents hand something over; the worker has zod for the rest.

create function engine.input_problem(p_schema jsonb, p_value jsonb, p_at text default '') returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  v_kind text := jsonb_typeof(p_value);
  v_types text[] := case jsonb_typeof(p_schema -> 'type')
    when 'array' then array(select jsonb_array_elements_text(p_schema -> 'type')) when 'string' then array[p_schema ->> 'type'] else '{}' end;
  v_text text := p_value #>> '{}';
  v_problem text;
begin
  if p_schema ? 'anyOf' then
    return case when not exists (select from jsonb_array_elements(p_schema -> 'anyOf') s where engine.input_problem(s, p_value, p_at) is null) then p_at end;
  end if;
  if cardinality(v_types) > 0 and not v_kind = any (v_types)
    and not (v_kind = 'number' and 'integer' = any (v_types) and v_text::numeric = trunc(v_text::numeric)) then
    return p_at;
  end if;
  if p_schema ? 'enum' and not p_schema -> 'enum' @> jsonb_build_array(p_value) or p_schema ? 'const' and p_schema -> 'const' <> p_value then return p_at; end if;

  if v_kind = 'string' and (
    char_length(v_text) < coalesce((p_schema ->> 'minLength')::int, 0) or char_length(v_text) > (p_schema ->> 'maxLength')::int
    or p_schema ? 'pattern' and v_text !~ (p_schema ->> 'pattern')
    or p_schema ->> 'format' in ('date', 'date-time') and not pg_input_is_valid(v_text, 'timestamptz')
    or p_schema ->> 'format' = 'uuid' and not pg_input_is_valid(v_text, 'uuid')
  ) then return p_at; end if;
  if v_kind = 'number' and (v_text::numeric < (p_schema ->> 'minimum')::numeric or v_text::numeric > (p_schema ->> 'maximum')::numeric) then return p_at; end if;

  if v_kind = 'array' then
    if jsonb_array_length(p_value) not between coalesce((p_schema ->> 'minItems')::int, 0) and coalesce((p_schema ->> 'maxItems')::int, 10000) then return p_at; end if;
    select engine.input_problem(p_schema -> 'items', e, concat_ws('.', nullif(p_at, ''), n - 1)) into v_problem
    from jsonb_array_elements(p_value) with ordinality as l (e, n)
    where p_schema ? 'items' and engine.input_problem(p_schema -> 'items', e, 'x') is not null
    order by n limit 1;
  elsif v_kind = 'object' then
    select concat_ws('.', nullif(p_at, ''), problem) into v_problem
    from (
      select name as problem from jsonb_array_elements_text(p_schema -> 'required') name where not p_value ? name
      union all
      select key from jsonb_object_keys(p_value) key where p_schema -> 'additionalProperties' = 'false' and not coalesce(p_schema -> 'properties' ? key, false)
      union all
      select engine.input_problem(p_schema -> 'properties' -> key, value, key) from jsonb_each(p_value) where p_schema -> 'properties' ? key
    ) as problems
    where problem is not null
    limit 1;
  end if;
  return v_problem;
end
$$;
comment on function engine.input_problem(jsonb, jsonb, text) is
  'Where a value does not fit a JSON schema, as a path (field, items.0.name; empty = the value itself); null = it fits. Knows type, enum, const, anyOf, required, '
  'properties, additionalProperties false, items, lengths, bounds, pattern, formats date, date-time and uuid.';
