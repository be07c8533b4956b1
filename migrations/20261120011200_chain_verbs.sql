-- Verbs of chains that are steps themselves (skill engine:<verb>): engine.do_<verb>(step) -> its output. Called by engine.do_inner_step.

create function engine.do_ad_change(p_step public.chain_steps) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_item jsonb := p_step.input -> 'item';
  v_raises boolean := v_item ->> 'rule' = 'scale';
begin
  return jsonb_build_object(
    'say', '', 'network', v_item -> 'network', 'campaign_id', v_item -> 'id', 'campaign', v_item -> 'name', 'rule', v_item -> 'rule', 'because', v_item -> 'reason',
    'act', case when v_raises then 'set_budget' else 'pause' end, 'daily_budget_before', v_item -> 'daily_budget',
    'daily_budget', case when v_raises then v_item -> 'proposed_daily_budget' end,
    -- to lower or pause may happen by itself; to raise needs a person, or the mandate that a person gave
    'needs_person', v_raises and not engine.hold_raise(p_step.tenant_id, v_item)
  );
end
$$;
comment on function engine.do_ad_change(public.chain_steps) is
  'What roas-calculator''s rule for a campaign (the item) means at its network, before anything is changed there: {network, campaign_id, campaign, rule, because, act '
  'set_budget | pause, daily_budget_before, daily_budget (in the campaign''s money), needs_person}.';

create function engine.do_reader(p_step public.chain_steps) returns jsonb
language plpgsql stable
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object('say', '', 'people', coalesce(jsonb_agg(jsonb_build_object('email', s.email, 'name', s.name)), '[]'))
    from public.chain_runs r
    join public.subscribers s on s.id::text = r.input ->> 'subscriber_id' and s.tenant_id = r.tenant_id and s.unsubscribed_at is null
    where r.id = p_step.run_id
  );
end
$$;
comment on function engine.do_reader(public.chain_steps) is
  'The subscriber that a welcome run is for, looked up when the letter is due: {people [{email, name}]}, [] when they have left.';
