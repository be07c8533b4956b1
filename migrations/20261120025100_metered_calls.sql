-- Money for what is paid by other measures than tokens: letters spoken, milliseconds filmed or heard, searches. Tier `metered` of the price list, one row a
-- provider; its "tokens" are those units. Called by functions/run-steps before an http skill asks a platform with our key.

create function worker.reserve_metered_call(p_step_id bigint, p_token uuid, p_provider text, p_units integer) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_step public.chain_steps;
  v_routes jsonb;
begin
  perform from public.chain_runs r join public.chain_steps s on s.run_id = r.id where s.id = p_step_id for no key update of r;
  select * into v_step from public.chain_steps where id = p_step_id and state = 'working' and claim_token = p_token;
  if v_step.id is null then return jsonb_build_object('blocked', 'claim_lost'); end if;
  select jsonb_agg(jsonb_build_object(
    'tier', m.tier, 'provider', m.provider, 'model', m.model, 'estimate_micros', ceil(greatest(p_units, 0) * m.input_usd_per_mtok)
  ) order by m.rank)
  into v_routes
  from public.model_routes m
  where m.tier = 'metered' and m.provider = p_provider and m.retired_at is null and not engine.is_private(v_step);
  if v_routes is null then return jsonb_build_object('blocked', 'no_model_route'); end if;
  v_routes := engine.hold_money(v_step, v_routes);
  if v_routes is null then return jsonb_build_object('blocked', 'daily_cost_spent'); end if;
  return jsonb_build_object('model', v_routes -> 0 ->> 'model');
end
$$;
comment on function worker.reserve_metered_call(bigint, uuid, text, integer) is
  'Before an outside call that we pay by units (model_routes, tier metered): {model}, its price held on today''s budget; or {blocked: claim_lost | no_model_route | '
  'daily_cost_spent}, and no call may start. What is private is never sent. The call is told like all others: tier metered, the units as input_tokens.';
grant execute on function worker.reserve_metered_call(bigint, uuid, text, integer) to service_role;
