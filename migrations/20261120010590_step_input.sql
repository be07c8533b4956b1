-- The named inputs of a step: its skill's input_schema filled from the step's `with`, from earlier outputs, from the run's input and from what the
-- engine knows. Called by the Context Builder, for child runs and for agents that claim by capability.

create function engine.currency_of(p_country text) returns text
language sql immutable
set search_path = ''
as $$
  select case p_country
    when 'MG' then 'MGA' when 'MA' then 'MAD' when 'DZ' then 'DZD' when 'TN' then 'TND' when 'EG' then 'EGP' when 'SA' then 'SAR' when 'AE' then 'AED'
    when 'QA' then 'QAR' when 'KW' then 'KWD' when 'BH' then 'BHD' when 'OM' then 'OMR' when 'JO' then 'JOD' when 'MU' then 'MUR' when 'KM' then 'KMF'
    when 'SN' then 'XOF' when 'CI' then 'XOF' when 'BJ' then 'XOF' when 'TG' then 'XOF' when 'ML' then 'XOF' when 'BF' then 'XOF' when 'CM' then 'XAF'
    when 'GA' then 'XAF' when 'KE' then 'KES' when 'ZA' then 'ZAR' when 'NG' then 'NGN' when 'GB' then 'GBP' when 'CH' then 'CHF' when 'CA' then 'CAD'
    when 'US' then 'USD' else 'EUR' end
$$;
comment on function engine.currency_of(text) is 'ISO 4217 code of the money that a country (ISO 3166, two letters) counts in; EUR where we do not know it.';

create function engine.what_engine_knows(p_run public.chain_runs) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_today date;
  v_tenant public.tenants;
begin
  select * into v_tenant from public.tenants where id = p_run.tenant_id;
  v_today := (v_now at time zone v_tenant.timezone)::date;
  return jsonb_build_object(
    'request', p_run.title, 'platform', 'nexio_page', 'language', p_run.language, 'country', v_tenant.country, 'country_hint', v_tenant.country,
    'timezone', v_tenant.timezone, 'currency', engine.currency_of(v_tenant.country), 'now', v_now, 'today', v_today,
    -- the seven whole days before today, and the week that begins next (a Monday)
    'from', v_today - 7, 'to', v_today - 1, 'since', v_now - interval '7 days', 'week_start', date_trunc('week', v_today + interval '6 days')::date
  );
end
$$;
comment on function engine.what_engine_knows(public.chain_runs) is
  'What any step may ask by name: request, platform, language, country, country_hint, timezone, currency, now, today, from, to, since, week_start.';

create function engine.suits(p_value jsonb, p_schema jsonb) returns boolean
language sql immutable
set search_path = ''
as $$
  select case
    when p_schema ->> 'type' is null or jsonb_typeof(p_schema -> 'type') <> 'string' then true
    when p_schema ->> 'type' = 'integer' then jsonb_typeof(p_value) = 'number'
    when jsonb_typeof(p_value) <> p_schema ->> 'type' then false
    when p_schema ? 'enum' then p_schema -> 'enum' @> jsonb_build_array(p_value)
    when p_schema ->> 'format' in ('date', 'date-time') then pg_input_is_valid(p_value #>> '{}', 'timestamptz')
    else true
  end
$$;
comment on function engine.suits(jsonb, jsonb) is 'A value that goes by the right name is of the type that is asked too. (The worker holds the whole schema.)';

create function engine.fit_found(p_found jsonb, p_schema jsonb) returns jsonb
language plpgsql immutable
set search_path = ''
as $$
declare
  v_only jsonb := case when jsonb_array_length(p_found) = 1 then p_found -> 0 end;
  v_list jsonb := case when jsonb_typeof(v_only) = 'array' then v_only else p_found end;
begin
  -- a null is nothing, unless the schema names it as a value
  if p_found = '[]' or v_only = 'null' and jsonb_typeof(p_schema -> 'type') = 'string' and p_schema ->> 'type' <> 'null' then return null; end if;
  if p_schema ->> 'type' = 'array' then return v_list; end if;
  if p_schema ->> 'type' = 'string' and jsonb_typeof(v_only) is distinct from 'string' and not jsonb_path_exists(v_list, '$[*] ? (@.type() != "string")') then
    return to_jsonb((select string_agg(line #>> '{}', E'\n' order by n) from jsonb_array_elements(v_list) with ordinality as l (line, n)));
  end if;
  return coalesce(v_only, p_found);
end
$$;
comment on function engine.fit_found(jsonb, jsonb) is
  'What a jsonpath found (a list) as an input of that schema: a list stays one, a list of texts becomes lines where a text is asked, one value is itself; null = nothing.';

create function engine.read_with(p_seen jsonb, p_spec jsonb, p_schema jsonb) returns jsonb
language sql immutable
set search_path = ''
as $$
  select case jsonb_typeof(p_spec)
    when 'object' then (
      select jsonb_object_agg(key, found)
      from jsonb_each_text(p_spec), lateral engine.fit_found(jsonb_path_query_array(p_seen, value::jsonpath, '{}', true), '{}') as found
      where found is not null
    )
    else engine.fit_found(jsonb_path_query_array(p_seen, (p_spec #>> '{}')::jsonpath, '{}', true), p_schema)
  end
$$;
comment on function engine.read_with(jsonb, jsonb, jsonb) is 'One input of a step''s `with`: a jsonpath, or {name: jsonpath} for an object that is put together; null = nothing was found.';

create function engine.step_input(p_step public.chain_steps) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_run public.chain_runs;
  v_seen jsonb;
  v_known jsonb;
  v_schema jsonb;
  v_input jsonb := '{}';
  v_value jsonb;
  v_one record;
begin
  select * into v_run from public.chain_runs where id = p_step.run_id;
  v_seen := engine.step_view(p_step) || jsonb_build_object('brand', engine.brand_for(v_run));
  select s.input_schema -> 'properties' into v_schema from public.skills s
  where s.key = p_step.skill_key and (s.tenant_id is null or s.tenant_id = p_step.tenant_id) order by s.tenant_id nulls last limit 1;

  for v_one in select key, value as spec from jsonb_each(engine.step_of_chain(v_run.chain, p_step.key) -> 'with') loop
    v_value := engine.read_with(v_seen, v_one.spec, coalesce(v_schema -> v_one.key, '{}'));
    if v_value is not null then v_input := v_input || jsonb_build_object(v_one.key, v_value); end if;
  end loop;
  if v_schema is null then return v_input; end if;

  v_known := engine.what_engine_knows(v_run) || jsonb_build_object('brand', v_seen -> 'brand', 'input', v_run.input, 'outputs', v_seen, 'item', v_seen -> 'item');
  for v_one in select key, value as schema from jsonb_each(v_schema) where not v_input ? key loop
    select value into v_value
    from (values (1, v_seen -> 'item' -> v_one.key), (2, v_seen -> v_one.key), (3, v_run.input -> v_one.key), (4, v_known -> v_one.key)) as c (rank, value)
    where jsonb_typeof(value) <> 'null' and engine.suits(engine.fit_found(jsonb_build_array(value), v_one.schema), v_one.schema)
      -- `to` may be a day or an address: our days go only where a day is asked
      and (rank < 4 or v_one.schema ? 'format' or v_one.key not in ('from', 'to', 'since', 'now', 'today', 'week_start'))
    order by rank limit 1;
    continue when v_value is null;
    v_value := engine.fit_found(jsonb_build_array(v_value), v_one.schema);
    -- a day where a moment is asked, a moment where a day is
    if v_one.schema ->> 'format' = 'date' then v_value := to_jsonb(left(v_value #>> '{}', 10)); end if;
    if v_one.schema ->> 'format' = 'date-time' and v_value #>> '{}' ~ '^\d{4}-\d\d-\d\d$' then
      v_value := to_jsonb((v_value #>> '{}')::timestamp at time zone (v_known ->> 'timezone'));
    end if;
    v_input := v_input || jsonb_build_object(v_one.key, v_value);
  end loop;
  return v_input;
end
$$;
comment on function engine.step_input(public.chain_steps) is
  'Inputs by name: first the step''s `with` (a jsonpath, or {name: jsonpath}, over {step key: output, input, item, brand}), then for each property of the skill''s input_schema a field of the '
  'item, a step''s output, a field of the run''s input, what the engine knows (engine.what_engine_knows, brand, input, outputs, item). What is nowhere stays absent.';

create function engine.brand_for(p_run public.chain_runs) returns jsonb
language sql stable
set search_path = ''
as $$ select case when p_run.chain_key <> 'brand_dna_extract' then engine.brand_of(p_run.tenant_id) end $$;
comment on function engine.brand_for(public.chain_runs) is 'The confirmed Brand DNA; null in the run that makes it, which must look at the site and not at what was found before.';
