-- Model Router: which models may answer a step, cheapest adequate first. Called by worker.reserve_model_call.

create function engine.route_models(p_step public.chain_steps, p_providers text[], p_input_tokens integer, p_output_tokens integer) returns jsonb
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_generic_plan
as $$
begin
  return (
    with tiers as (
      select array['local', 'gemini_flash', 'haiku', 'sonnet', 'opus'] as ladder
    ),
    need as (
      select array_position(ladder, s.model_tier) as rung, a.fallback_tiers, ladder,
        case when engine.is_private(p_step) then array['local'] else p.model_tiers end as model_tiers
      from tiers
      join public.chain_runs r on r.id = p_step.run_id
      join public.tenants t on t.id = p_step.tenant_id
      join public.plans p on p.key = coalesce(r.plan_key, t.plan_key)
      join lateral (
        select model_tier from public.skills
        where key = p_step.skill_key and (tenant_id is null or tenant_id = p_step.tenant_id) order by tenant_id nulls last limit 1
      ) as s on true
      join lateral (
        select fallback_tiers from public.agents
        where key = p_step.agent_key and (tenant_id is null or tenant_id = p_step.tenant_id) order by tenant_id nulls last limit 1
      ) as a on true
    ),
    ranked as (
      select m.*, array_position(n.ladder, m.tier) >= n.rung as is_adequate, array_position(n.ladder, m.tier) as rung,
        array_position(n.fallback_tiers, m.tier) as fallback, m.provider = 'house' as is_house
      from need n
      join public.model_routes m on m.tier = any (n.model_tiers) and m.retired_at is null and (m.provider = any (p_providers) or m.provider = 'house')
      where array_position(n.ladder, m.tier) >= n.rung or m.tier = any (n.fallback_tiers) or m.tier = 'local'
    )
    select coalesce(
      jsonb_agg(
        jsonb_build_object(
          'tier', tier, 'provider', provider, 'model', model,
          -- twice: an answer that does not fit its shape is asked for once more
          'estimate_micros', 2 * ceil(p_input_tokens * input_usd_per_mtok + p_output_tokens * output_usd_per_mtok)
        )
        order by is_adequate desc, case when is_adequate then rung end, fallback nulls last, rank
      ),
      '[]'
    )
    from ranked
    where not is_house or not exists (select from ranked other where not other.is_house)
  );
end
$$;
comment on function engine.route_models(public.chain_steps, text[], integer, integer) is
  'Routes [{tier, provider, model, estimate_micros}] to try in order: tiers of the plan that the run began with that are at least the skill''s, cheapest first, then the agent''s '
  'fallback tiers, then local. Only providers that the worker has (p_providers); the house model only when it has none of them. A private '
  'tenant or skill has tier local and no other.';

create function engine.is_private(p_step public.chain_steps) returns boolean
language plpgsql stable
set search_path = ''
as $$
begin
  return exists (select from public.tenant_settings t where t.tenant_id = p_step.tenant_id and t.is_private) or coalesce((
    select s.is_private from public.skills s
    where s.key = p_step.skill_key and (s.tenant_id is null or s.tenant_id = p_step.tenant_id) order by s.tenant_id nulls last limit 1
  ), false);
end
$$;
comment on function engine.is_private(public.chain_steps) is 'True when the tenant or the skill is marked private: its work goes to models of tier local and to no other.';

create function engine.route_pictures(p_step public.chain_steps, p_providers text[], p_input_tokens integer, p_output_tokens integer) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(
    jsonb_agg(
      jsonb_build_object(
        'tier', tier, 'provider', provider, 'model', model,
        'estimate_micros', ceil(p_input_tokens * input_usd_per_mtok + p_output_tokens * output_usd_per_mtok)
      )
      order by rank
    ),
    '[]'
  )
  from public.model_routes
  where tier = 'image' and retired_at is null and provider = any (p_providers) and not engine.is_private(p_step)
$$;
comment on function engine.route_pictures(public.chain_steps, text[], integer, integer) is
  'Image models of p_providers [{tier, provider, model, estimate_micros}] by rank. No plan names them: the money of its day decides. Asked once, so priced once. None for private work.';
