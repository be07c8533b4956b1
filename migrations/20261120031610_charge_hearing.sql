-- Money for listening to voice notes: held before the speech model is asked, booked after it, in the same ledger as the calls of runs. There is no run yet, so the message
-- keeps the hold. Called by functions/receive; the hold is settled by worker.keep_inbound_media.

create function engine.settle_hearing(p_message public.inbound_messages, p_calls jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_held bigint := p_message.reserved_micros;
  v_micros bigint;
begin
  with told as (
    select c.tier, c.provider, c.model, c.input_tokens, c.duration_ms, c.outcome, c.cost_micros from engine.price_calls(coalesce(p_calls, '[]')) as c
    -- nobody said what it came to: the provider may have been paid
    union all (
      select m.tier, m.provider, m.model, 0, 0, 'worker_lost', v_held from public.model_routes m
      where p_calls is null and v_held > 0 and m.tier = 'metered' and m.provider = 'openai' order by m.retired_at nulls first, m.rank limit 1
    )
  ),
  called as (
    insert into public.model_calls (tenant_id, tier, provider, model, input_tokens, duration_ms, outcome, cost_micros)
    select p_message.tenant_id, * from told
    returning cost_micros
  )
  select coalesce(sum(cost_micros), 0) into v_micros from called;
  if v_micros = 0 and v_held = 0 then return; end if;
  update public.inbound_messages set reserved_micros = 0, reserved_on = null where channel = p_message.channel and external_id = p_message.external_id;
  insert into public.budgets as b (tenant_id, day, spent_micros)
  values (p_message.tenant_id, coalesce(p_message.reserved_on, engine.tenant_day(p_message.tenant_id)), v_micros)
  on conflict (tenant_id, day) do update set spent_micros = b.spent_micros + excluded.spent_micros, reserved_micros = b.reserved_micros - v_held;
end
$$;
comment on function engine.settle_hearing(public.inbound_messages, jsonb) is
  'Books what listening to a voice note came to (calls as engine.price_calls takes them; null = whoever listened was lost, the hold counts as spent) and gives its hold back.';

create function worker.reserve_hearing(p_channel text, p_external_id text, p_milliseconds integer) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_message public.inbound_messages;
  v_route public.model_routes;
  v_hold bigint;
  v_day date;
begin
  select * into v_message from public.inbound_messages
  where channel = p_channel and external_id = p_external_id and state = 'to_fetch' and kind = 'voice' for no key update;
  if v_message.external_id is null then return jsonb_build_object('blocked', 'claim_lost'); end if;
  perform engine.settle_hearing(v_message, null);
  select * into v_route from public.model_routes m where m.tier = 'metered' and m.provider = 'openai' and m.retired_at is null order by m.rank limit 1;
  -- what is private is said to no outside model
  if v_route.model is null or exists (select from public.tenant_settings s where s.tenant_id = v_message.tenant_id and s.is_private) then
    return jsonb_build_object('blocked', 'no_model_route');
  end if;
  v_hold := ceil(greatest(p_milliseconds, 0) * v_route.input_usd_per_mtok);
  v_day := engine.tenant_day(v_message.tenant_id);
  insert into public.budgets (tenant_id, day) values (v_message.tenant_id, v_day) on conflict do nothing;
  update public.budgets b set reserved_micros = b.reserved_micros + v_hold
  where b.tenant_id = v_message.tenant_id and b.day = v_day
    and b.spent_micros + b.reserved_micros + v_hold <= (engine.plan_of(v_message.tenant_id)).daily_cost_micros;
  if not found then return jsonb_build_object('blocked', 'daily_cost_spent'); end if;
  update public.inbound_messages set reserved_micros = v_hold, reserved_on = v_day where channel = p_channel and external_id = p_external_id;
  return jsonb_build_object('model', v_route.model);
end
$$;
comment on function worker.reserve_hearing(text, text, integer) is
  'Before a voice note goes to the speech model: {model}, its price for at most so many milliseconds held on today''s budget of its tenant; or {blocked: claim_lost | no_model_route (also: a private tenant) | '
  'daily_cost_spent}, and nobody may listen. What it came to is told with worker.keep_inbound_media.';
grant execute on function worker.reserve_hearing(text, text, integer) to service_role;
