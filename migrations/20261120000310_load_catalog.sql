-- The catalog files into their tables. Called by local/catalog.ts at start and by the deploy script; safe to run again.
create function engine.load_catalog(p_catalog jsonb)
returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  perform engine.check_catalog(p_catalog);

  insert into public.plans as p
  select
    key, usd_month, daily_tasks, (daily_cost_usd * 1000000)::bigint, model_tiers, agents, users, api_requests_per_minute, storage_gb,
    coalesce(trial_days, 0)
  from jsonb_to_recordset(p_catalog -> 'plans') as given (
    key text, usd_month integer, daily_tasks integer, daily_cost_usd numeric, model_tiers text[], agents integer, users integer,
    api_requests_per_minute integer, storage_gb integer, trial_days integer
  )
  on conflict (key) do update set
    (usd_month, daily_tasks, daily_cost_micros, model_tiers, agents, users, api_requests_per_minute, storage_gb, trial_days)
    = row(excluded.usd_month, excluded.daily_tasks, excluded.daily_cost_micros, excluded.model_tiers, excluded.agents, excluded.users,
      excluded.api_requests_per_minute, excluded.storage_gb, excluded.trial_days);

  insert into public.agents as a (
    key, name, level, department, min_plan, model_tier, fallback_tiers, skills, soul, manual, initials, colour, is_active
  )
  select
    key, name, level, department, min_plan, model_tier, coalesce(fallback_tiers, '{}'), coalesce(skills, '{}'), coalesce(soul, ''),
    coalesce(manual, ''), coalesce(initials, ''), colour, coalesce(active, false)
  from jsonb_to_recordset(p_catalog -> 'agents') as given (
    key text, name text, level text, department text, min_plan text, model_tier text, fallback_tiers text[], skills text[], soul text,
    manual text, initials text, colour text, active boolean
  )
  on conflict (tenant_id, key) do update set
    (name, level, department, min_plan, model_tier, fallback_tiers, skills, soul, manual, initials, colour, is_active)
    = row(excluded.name, excluded.level, excluded.department, excluded.min_plan, excluded.model_tier, excluded.fallback_tiers,
      excluded.skills, excluded.soul, excluded.manual, excluded.initials, excluded.colour, excluded.is_active);

  insert into public.skills as s (
    key, name, category, kind, description, input_schema, output_schema, model_tier, estimated_cost_micros, prompts, tools, max_output_tokens, cache_hours,
    account, account_owner, hosts, capability, is_private, is_active
  )
  select
    name, name, category, coalesce(kind, 'prompt'), coalesce(description, ''), input_schema, output_schema, coalesce(model_tier, 'local'),
    (coalesce(estimated_cost_usd, 0) * 1000000)::bigint, coalesce(prompts, '[]'), coalesce(tools, '{}'), max_output_tokens, cache_hours, account,
    account_owner, coalesce(hosts, '{}'), capability, coalesce(private, false), coalesce(active, false)
  from jsonb_to_recordset(p_catalog -> 'skills') as given (
    name text, category text, kind text, description text, input_schema jsonb, output_schema jsonb, model_tier text,
    estimated_cost_usd numeric, prompts jsonb, tools text[], max_output_tokens integer, cache_hours integer, account text, account_owner text, hosts text[],
    capability text, private boolean, active boolean
  )
  on conflict (tenant_id, key) do update set
    (name, category, kind, description, input_schema, output_schema, model_tier, estimated_cost_micros, prompts, tools, max_output_tokens, cache_hours,
      account, account_owner, hosts, capability, is_private, is_active)
    = row(excluded.name, excluded.category, excluded.kind, excluded.description, excluded.input_schema, excluded.output_schema,
      excluded.model_tier, excluded.estimated_cost_micros, excluded.prompts, excluded.tools, excluded.max_output_tokens, excluded.cache_hours, excluded.account,
      excluded.account_owner, excluded.hosts, excluded.capability, excluded.is_private, excluded.is_active);

  -- chains that start others come after them: each is checked as it is stored
  insert into public.chains as c (key, name, trigger, priority, human_approval, steps, input_schema, costs_task, is_active)
  select key, name, coalesce(trigger, 'user'), priority, coalesce(human_approval, ''), coalesce(steps, '[]'), input_schema,
    coalesce(costs_task, true), coalesce(active, false)
  from jsonb_to_recordset(p_catalog -> 'chains') as given (
    key text, name text, trigger text, priority text, human_approval text, steps jsonb, input_schema jsonb, costs_task boolean, active boolean
  )
  order by jsonb_path_exists(steps, '$[*].skill ? (@ starts with "chain:")')
  on conflict (tenant_id, key) do update set
    (name, trigger, priority, human_approval, steps, input_schema, costs_task, is_active)
    = row(excluded.name, excluded.trigger, excluded.priority, excluded.human_approval, excluded.steps, excluded.input_schema,
      excluded.costs_task, excluded.is_active);

  -- What is no longer in the files goes out of use; its row stays, since old runs name it.
  update public.agents a set is_active = false
  where a.tenant_id is null and a.is_active and not p_catalog -> 'agents' @> jsonb_build_array(jsonb_build_object('key', a.key));
  update public.skills s set is_active = false
  where s.tenant_id is null and s.is_active and not p_catalog -> 'skills' @> jsonb_build_array(jsonb_build_object('name', s.key));
  update public.chains c set is_active = false
  where c.tenant_id is null and c.is_active and not p_catalog -> 'chains' @> jsonb_build_array(jsonb_build_object('key', c.key));

  perform engine.load_model_routes(p_catalog -> 'model_routes');

  return jsonb_build_object(
    'plans', (select count(*) from public.plans),
    'agents', (select count(*) from public.agents a where a.tenant_id is null and a.is_active),
    'skills', (select count(*) from public.skills s where s.tenant_id is null and s.is_active),
    'chains', (select count(*) from public.chains c where c.tenant_id is null and c.is_active)
  );
end
$$;
comment on function engine.load_catalog(jsonb) is
  'p_catalog = {plans, agents, skills, chains, model_routes}: lists with the keys of the files in supabase/catalog (an agent also soul and manual, a skill '
  'prompts; active: true where it is complete). Writes built-in rows only; a tenant''s own stay. Returns how many are in use. NX400 catalog_invalid {problem}.';
