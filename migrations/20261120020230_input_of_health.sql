-- Input of client_health_check: how a client uses the house, in figures. Nobody's private content is read. Called by engine.input_of.

create function engine.health_facts_of(p_tenant_id uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_today date := engine.tenant_day(p_tenant_id);
  v_limit bigint := (engine.plan_of(p_tenant_id)).daily_cost_micros;
begin
  return (
    with asked as (
      select state, created_at, decided_at from public.approvals where tenant_id = p_tenant_id and created_at > v_now - interval '30 days'
    ),
    visits as (
      select greatest(
        (select created_at from public.tenants where id = p_tenant_id),
        (select max(chosen_at) from public.active_tenants where tenant_id = p_tenant_id),
        (select max(decided_at) from public.approvals where tenant_id = p_tenant_id and decided_by is not null)
      ) as last
    ),
    engaged as (
      select sum(engagements) filter (where day > v_today - 30) as now, sum(engagements) filter (where day <= v_today - 30) as before
      from public.metrics_daily where tenant_id = p_tenant_id and day > v_today - 60
    )
    select jsonb_build_object(
      'days_since_visit', greatest(0, floor(extract(epoch from v_now - visits.last) / 86400)::integer),
      'approvals_asked', (select count(*) from asked), 'approvals_decided', (select count(*) from asked where state in ('approved', 'rejected')),
      'approvals_rejected', (select count(*) from asked where state = 'rejected'),
      'median_decision_hours', (
        select round((percentile_cont(0.5) within group (order by extract(epoch from decided_at - created_at)) / 3600)::numeric, 2)
        from asked where state in ('approved', 'rejected')
      ),
      'posts_published_30', (select count(*) from public.contents where tenant_id = p_tenant_id and published_at > v_now - interval '30 days'),
      'posts_published_before', (
        select count(*) from public.contents
        where tenant_id = p_tenant_id and published_at > v_now - interval '60 days' and published_at <= v_now - interval '30 days'
      ),
      'engagement_change_percent', round(100.0 * (engaged.now - engaged.before) / nullif(engaged.before, 0), 1),
      'accounts_expired', (select count(*) from public.integrations where tenant_id = p_tenant_id and expires_at <= v_now),
      -- there is no desk with tickets, survey or card payments yet: nothing is known against the client
      'tickets_open', 0, 'tickets_old', 0, 'survey', null, 'payment_failed', false,
      'budget_used', coalesce((
        select least(1, round(avg(spent_micros)::numeric / nullif(v_limit, 0), 3)) from public.budgets where tenant_id = p_tenant_id and day > v_today - 30
      ), 0),
      'budget_blocked_days', (
        select count(distinct day) from public.skipped_work
        where tenant_id = p_tenant_id and day > v_today - 30 and why in ('daily_tasks_spent', 'daily_cost_spent')
      )
    )
    from visits, engaged
  );
end
$$;
comment on function engine.health_facts_of(uuid) is 'The facts of health-scorer, counted over 30 days (60 where two months are compared).';

create function engine.use_of_plan(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  with days as (
    select task_count, spent_micros from public.budgets where tenant_id = p_tenant_id and day > engine.tenant_day(p_tenant_id) - 30
  )
  select jsonb_build_object(
    'tasks_p90', coalesce((select ceil(percentile_cont(0.9) within group (order by task_count))::integer from days), 0),
    'cost_p90_usd', coalesce((select round((percentile_cont(0.9) within group (order by spent_micros) / 1e6)::numeric, 4) from days), 0),
    'blocked_days_30', engine.health_facts_of(p_tenant_id) -> 'budget_blocked_days',
    'members', (select count(*) from public.memberships where tenant_id = p_tenant_id),
    'agents_wanted', '[]'::jsonb, 'tiers_wanted', '[]'::jsonb, 'features_refused', '[]'::jsonb
  )
$$;
comment on function engine.use_of_plan(uuid) is 'How much of its plan a tenant uses, as upsell-recommender takes it: the 90th percentile of 30 days'' tasks and cost (USD), blocked days, members.';

create function engine.input_of_client_health_check(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'days', engine.days_of(p_tenant_id, 60), 'posts', engine.posts_of(p_tenant_id, 60), 'facts', engine.health_facts_of(p_tenant_id), 'plan', t.plan_key,
    'plans', (
      select jsonb_agg(jsonb_build_object('key', p.key, 'usd_month', p.usd_month, 'daily_tasks', p.daily_tasks, 'daily_cost_usd', p.daily_cost_micros / 1e6,
        'model_tiers', p.model_tiers, 'agents', p.agents, 'users', p.users) order by p.usd_month)
      from public.plans p
    ),
    'use', engine.use_of_plan(p_tenant_id), 'days_on_plan', floor(extract(epoch from engine.now() - t.created_at) / 86400)::integer
  )
  from public.tenants t where t.id = p_tenant_id
$$;
comment on function engine.input_of_client_health_check(uuid) is '{days, posts, facts, plan, plans, use, days_on_plan (since the tenant opened)}.';
