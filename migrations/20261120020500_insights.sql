-- Proactive Engine, first half: the cards. A detector writes one open card a subject (engine.set_insight), a person applies or dismisses it.

create table public.insights (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  detector text not null constraint detector_is_known check (detector in ('anomaly', 'opportunity', 'timing', 'recycler', 'crisis')),
  subject text not null,
  code text not null constraint code_is_snake_case check (code ~ '^[a-z][a-z0-9_]*$'),
  params jsonb not null default '{}',
  actions jsonb not null default '[]' constraint actions_are_a_list check (jsonb_typeof(actions) = 'array'),
  chain_key text,
  chain_input jsonb,
  state text not null default 'open' constraint insight_state_is_known check (state in ('open', 'applied', 'dismissed', 'expired')),
  applied_by uuid references auth.users (id) on delete set null,
  applied_action text,
  client_key uuid,
  run_id uuid,
  created_at timestamptz not null default engine.now(),
  updated_at timestamptz not null default engine.now(),
  decided_at timestamptz,
  constraint open_insight_is_undecided check ((state = 'open') = (decided_at is null))
);
comment on table public.insights is
  'A card of a detector: code + params (figures) make the sentence, subject = what it is about. actions = [{key, chain_key | act, input}], the first is what Apply does '
  '(chain_key and chain_input repeat it). run_id = the run that a tap, or the detector itself, has started.';
create unique index one_open_insight_a_subject on public.insights (tenant_id, detector, subject) where state = 'open';
create index insights_of_a_tenant on public.insights (tenant_id, created_at desc);
create index insights_applied_by on public.insights (applied_by) where applied_by is not null;
alter table public.insights enable row level security;
create policy "insiders read the insights of their tenant" on public.insights for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));
grant select on public.insights to authenticated;

create function engine.set_insight(p_tenant_id uuid, p_detector text, p_subject text, p_code text, p_params jsonb, p_actions jsonb) returns public.insights
language plpgsql
set search_path = ''
as $$
declare
  v_card public.insights;
  v_first jsonb := p_actions -> 0;
begin
  select * into v_card from public.insights
  where tenant_id = p_tenant_id and detector = p_detector and subject = p_subject and state = 'open' for no key update;
  if v_card.id is not null then
    -- the figures have moved: the card says what is true now
    if (v_card.code, v_card.params, v_card.actions) is distinct from (p_code, p_params, p_actions) then
      update public.insights set code = p_code, params = p_params, actions = p_actions, chain_key = v_first ->> 'chain_key', chain_input = v_first -> 'input',
        updated_at = engine.now()
      where id = v_card.id returning * into v_card;
      perform engine.broadcast(p_tenant_id, 'insight', jsonb_build_object('id', v_card.id));
    end if;
    return v_card;
  end if;
  -- what a person has just decided about the same thing is not asked again for a week
  if p_detector <> 'crisis' and exists (
    select from public.insights
    where tenant_id = p_tenant_id and detector = p_detector and subject = p_subject and code = p_code and state in ('applied', 'dismissed')
      and decided_at > engine.now() - interval '7 days'
  ) then
    return null;
  end if;
  insert into public.insights (tenant_id, detector, subject, code, params, actions, chain_key, chain_input)
  values (p_tenant_id, p_detector, p_subject, p_code, p_params, p_actions, v_first ->> 'chain_key', v_first -> 'input')
  on conflict (tenant_id, detector, subject) where state = 'open' do nothing
  returning * into v_card;
  if v_card.id is not null then
    perform engine.record_event(p_tenant_id, 'insight.found', jsonb_build_object('insight_id', v_card.id, 'detector', p_detector, 'code', p_code), 'engine', 'proactive_engine');
    perform engine.notify(p_tenant_id, null, 'insight', jsonb_build_object('insight_id', v_card.id, 'detector', p_detector, 'code', p_code), '/home');
    perform engine.broadcast(p_tenant_id, 'insight', jsonb_build_object('id', v_card.id));
    if v_first ? 'chain_key' and coalesce(((engine.settings_of(p_tenant_id)).auto_apply ->> p_detector)::boolean, false) then
      v_card := engine.apply_unasked(v_card);
    end if;
  end if;
  return v_card;
end
$$;
comment on function engine.set_insight(uuid, text, text, text, jsonb, jsonb) is
  'The one card of a subject: made and told, or turned to the new figures where it is open; a row of nulls when the same was decided within seven days.';

create function engine.apply_unasked(p_insight public.insights) returns public.insights
language plpgsql
set search_path = ''
as $$
declare
  v_run_id uuid;
begin
  if not engine.clock_may_spend(p_insight.tenant_id) then return p_insight; end if;
  v_run_id := engine.try_chain(p_insight.tenant_id, p_insight.chain_key,
    coalesce(engine.input_of(p_insight.tenant_id, p_insight.chain_key), '{}') || coalesce(p_insight.chain_input, '{}'), 'detector', p_insight.id);
  if v_run_id is not null then
    update public.insights set state = 'applied', decided_at = engine.now(), applied_action = actions -> 0 ->> 'key', run_id = v_run_id
    where id = p_insight.id returning * into p_insight;
  end if;
  return p_insight;
end
$$;
comment on function engine.apply_unasked(public.insights) is
  'Where the owner has said so (tenant_settings.auto_apply {detector: true}) a card''s first proposal is begun by itself; what it makes still waits at its gates.';

create function engine.expire_insights(p_tenant_id uuid, p_detector text, p_still_true text[] default '{}') returns void
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid;
begin
  for v_id in
    update public.insights set state = 'expired', decided_at = engine.now()
    where tenant_id = p_tenant_id and detector = p_detector and state = 'open' and subject <> all (p_still_true)
    returning id
  loop
    perform engine.broadcast(p_tenant_id, 'insight', jsonb_build_object('id', v_id));
  end loop;
end
$$;
comment on function engine.expire_insights(uuid, text, text[]) is 'Takes away the open cards of a detector whose subject is no longer true.';

create function engine.act_insight(p_insight public.insights, p_act text, p_input jsonb) returns void
language plpgsql
set search_path = ''
as $$
begin
  case p_act
    when 'use_best_time' then perform engine.use_best_hour(p_insight.tenant_id, p_input ->> 'platform', (p_input ->> 'hour')::integer);
    when 'pause_ads' then
      perform engine.offer_effect(p_insight.tenant_id, 'pause:' || p_insight.id || ':' || c.id, 'pause_ads',
        jsonb_build_object('network', c.network, 'campaign_id', c.external_id))
      from public.campaigns c where c.tenant_id = p_insight.tenant_id and c.status = 'active';
    else perform engine.fail('NX400', 'action_unknown', jsonb_build_object('action', p_act));
  end case;
end
$$;
comment on function engine.act_insight(public.insights, text, jsonb) is 'Acts that need no agent: use_best_time (planned posts move), pause_ads (each active campaign becomes an effect for its adapter; lowering spend needs no gate).';

create function public.apply_insight(p_tenant_id uuid, p_insight_id uuid, p_action text default null, p_client_key uuid default null) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_card public.insights;
  v_action jsonb;
  v_tenant public.tenants;
  v_run_id uuid;
begin
  perform engine.require_tenant(p_tenant_id, 'create_tasks');
  select * into v_card from public.insights where id = p_insight_id and tenant_id = p_tenant_id for no key update;
  if v_card.id is null then perform engine.fail('NX404', 'insight_unknown'); end if;
  if v_card.state = 'applied' and v_card.client_key = p_client_key then return jsonb_build_object('run_id', v_card.run_id); end if;
  if v_card.state <> 'open' then perform engine.fail('NX409', 'insight_closed', jsonb_build_object('state', v_card.state)); end if;
  select a into v_action from jsonb_array_elements(v_card.actions) a where p_action is null or a ->> 'key' = p_action limit 1;
  if v_action is null then perform engine.fail('NX400', 'action_unknown', jsonb_build_object('action', p_action)); end if;

  if v_action ? 'act' then
    perform engine.act_insight(v_card, v_action ->> 'act', coalesce(v_action -> 'input', '{}'));
  else
    select * into v_tenant from public.tenants where id = p_tenant_id;
    v_run_id := engine.start_chain(
      p_tenant_id => p_tenant_id, p_chain_key => v_action ->> 'chain_key',
      p_title => coalesce(v_action -> 'input' ->> 'request', (engine.route_task(p_tenant_id, v_action ->> 'chain_key')).name),
      -- what the card says stands over what the engine gathers now
      p_input => coalesce(engine.input_of(p_tenant_id, v_action ->> 'chain_key'), '{}') || coalesce(v_action -> 'input', '{}'),
      p_language => v_tenant.language, p_requested_by => auth.uid(), p_client_key => coalesce(p_client_key, gen_random_uuid()), p_trigger => 'user'
    );
  end if;
  update public.insights set state = 'applied', decided_at = engine.now(), applied_by = auth.uid(), applied_action = v_action ->> 'key', client_key = p_client_key,
    run_id = coalesce(v_run_id, run_id)
  where id = v_card.id;
  perform engine.record_event(p_tenant_id, 'insight.applied', jsonb_build_object('insight_id', v_card.id, 'action', v_action ->> 'key', 'run_id', v_run_id));
  perform engine.broadcast(p_tenant_id, 'insight', jsonb_build_object('id', v_card.id, 'run_id', v_run_id));
  return jsonb_build_object('run_id', v_run_id);
end
$$;
comment on function public.apply_insight(uuid, uuid, text, uuid) is
  '{run_id | null}. Does what the card proposes (p_action = key of one of its actions, else the first); the same p_client_key again gives the same run. NX404 '
  'insight_unknown; NX409 insight_closed {state}, tenant_mismatch; NX400 action_unknown {action}; NX402 agent_locked {agent, plan}, daily_tasks_spent, daily_cost_spent; '
  'NX403 no_permission.';
grant execute on function public.apply_insight(uuid, uuid, text, uuid) to authenticated;

create function public.dismiss_insight(p_tenant_id uuid, p_insight_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_state text;
begin
  perform engine.require_tenant(p_tenant_id, 'create_tasks');
  select state into v_state from public.insights where id = p_insight_id and tenant_id = p_tenant_id for no key update;
  if v_state is null then perform engine.fail('NX404', 'insight_unknown'); end if;
  if v_state = 'dismissed' then return; end if;
  if v_state <> 'open' then perform engine.fail('NX409', 'insight_closed', jsonb_build_object('state', v_state)); end if;
  update public.insights set state = 'dismissed', decided_at = engine.now(), applied_by = auth.uid() where id = p_insight_id;
  perform engine.record_event(p_tenant_id, 'insight.dismissed', jsonb_build_object('insight_id', p_insight_id));
  perform engine.broadcast(p_tenant_id, 'insight', jsonb_build_object('id', p_insight_id));
end
$$;
comment on function public.dismiss_insight(uuid, uuid) is 'Puts a card away; the same is not shown again for seven days. NX404 insight_unknown, NX409 insight_closed {state}, tenant_mismatch, NX403 no_permission.';
grant execute on function public.dismiss_insight(uuid, uuid) to authenticated;
