-- The free trial (product.md M: 14 days): an owner tries a larger plan once, without paying, and falls back to the free one. Called by the app; ended by the clock.

alter table public.tenants add column trial_started_at timestamptz, add column trial_ends_at timestamptz,
  add constraint trial_ends_after_it_began check ((trial_started_at is null) = (trial_ends_at is null) and trial_ends_at > trial_started_at);
comment on column public.tenants.trial_ends_at is 'until then the plan is a trial; null when there was none. A plan that is paid for clears neither: a trial is once.';

create function public.start_trial(p_tenant_id uuid, p_plan_key text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_plan public.plans;
  v_tenant public.tenants;
begin
  perform engine.require_tenant(p_tenant_id, 'manage_billing');
  perform engine.require_two_factor();
  select * into v_plan from public.plans where key = p_plan_key and trial_days > 0;
  if v_plan.key is null then perform engine.fail('NX400', 'plan_has_no_trial', jsonb_build_object('plan', p_plan_key)); end if;
  select * into v_tenant from public.tenants where id = p_tenant_id for no key update;
  if v_tenant.trial_started_at is not null or v_tenant.plan_key <> 'free' then perform engine.fail('NX409', 'trial_used'); end if;
  update public.tenants
  set plan_key = v_plan.key, trial_started_at = engine.now(), trial_ends_at = engine.now() + make_interval(days => v_plan.trial_days)
  where id = p_tenant_id
  returning * into v_tenant;
  perform engine.record_event(p_tenant_id, 'trial.started', jsonb_build_object('plan', v_plan.key, 'ends_at', v_tenant.trial_ends_at));
  perform engine.broadcast(p_tenant_id, 'tenant', jsonb_build_object('id', p_tenant_id));
  return jsonb_build_object('plan', v_plan.key, 'ends_at', v_tenant.trial_ends_at);
end
$$;
comment on function public.start_trial(uuid, text) is
  '{plan, ends_at}. Begins the one free trial of a tenant on plan free; agents of the plan come on at once. NX400 plan_has_no_trial {plan}; NX409 trial_used (also on a paid '
  'plan), tenant_mismatch; NX403 no_permission (owner), needs_two_factor.';
grant execute on function public.start_trial(uuid, text) to authenticated;

create function engine.end_trials() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_ended public.tenants;
  v_count integer := 0;
begin
  for v_ended in
    -- a trial that became a paid plan has no end any more
    select * from public.tenants where trial_ends_at <= engine.now() and plan_key <> 'free' and trial_ends_at > engine.now() - interval '30 days' for update skip locked
  loop
    update public.tenants set plan_key = 'free' where id = v_ended.id;
    perform engine.record_event(v_ended.id, 'trial.ended', jsonb_build_object('plan', v_ended.plan_key), 'engine', 'clock');
    perform engine.notify(v_ended.id, null, 'trial_ended', jsonb_build_object('plan', v_ended.plan_key), '/agents');
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;
comment on function engine.end_trials() is 'Tenants whose trial is over are on plan free again: what runs ends with what it had, agents of the larger plan go off, nothing they made is lost. Returns how many.';
insert into public.cron_jobs (key, action, every, scope) values ('trials', 'end_trials', '1 hour', 'platform');
select engine.seat_jobs();
