-- One call for the first screen: read_home. Called by the app at /home.

create function public.read_home(p_tenant_id uuid) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_tenant public.tenants;
  v_plan public.plans := engine.plan_of(p_tenant_id);
  v_week timestamptz;
begin
  perform engine.require_tenant(p_tenant_id, 'view_all_tasks');
  select * into v_tenant from public.tenants where id = p_tenant_id;
  v_week := date_trunc('week', v_now at time zone v_tenant.timezone) at time zone v_tenant.timezone;

  return jsonb_build_object(
    'tenant', jsonb_build_object('id', v_tenant.id, 'name', v_tenant.name, 'slug', v_tenant.slug, 'language', v_tenant.language, 'look', v_tenant.look,
      'timezone', v_tenant.timezone, 'plan_key', v_tenant.plan_key, 'is_demo', v_tenant.is_demo),
    'brand', (
      select jsonb_build_object('name', b.dna ->> 'name', 'status', b.status, 'version', b.version) from public.brand_dna b where b.tenant_id = p_tenant_id
    ),
    'pending_approvals', (select count(*) from public.approvals where tenant_id = p_tenant_id and state = 'pending'),
    'oldest_pending_at', (select min(created_at) from public.approvals where tenant_id = p_tenant_id and state = 'pending'),
    'running', (
      select coalesce(jsonb_agg(to_jsonb(live) - 'created_at' order by live.created_at desc), '[]')
      from (
        select r.id as run_id, r.title, r.created_at, at_work.key as step_key, at_work.agent_key, coalesce(at_work.place, 0) as position,
          (select max(s.place) from public.chain_steps s where s.run_id = r.id) as steps
        from public.chain_runs r
        left join lateral (
          select s.key, s.agent_key, s.place from public.chain_steps s
          where s.run_id = r.id and s.state in ('working', 'queued', 'ready')
          order by s.state = 'working' desc, s.position, s.item limit 1
        ) as at_work on true
        where r.tenant_id = p_tenant_id and r.state = 'running'
        order by r.created_at desc limit 10
      ) as live
    ),
    'unread_notifications', (
      select count(*) from (
        select from public.notifications n
        where n.tenant_id = p_tenant_id and (n.user_id is null or n.user_id = auth.uid()) and n.id > coalesce(
          (select up_to from public.notification_reads where tenant_id = p_tenant_id and user_id = auth.uid()), 0)
        limit 100
      ) as unread
    ),
    'week', (
      select jsonb_build_object(
        'ready', count(*) filter (where status = 'in_review'),
        'published', count(*) filter (where status = 'published' and published_at >= v_week),
        'scheduled', count(*) filter (where status = 'scheduled'))
      from public.contents
      where tenant_id = p_tenant_id and (status in ('in_review', 'scheduled') or published_at >= v_week)
    ),
    'budget', (
      select jsonb_build_object('spent_micros', coalesce(max(b.spent_micros), 0), 'limit_micros', v_plan.daily_cost_micros,
        'tasks', coalesce(max(b.task_count), 0), 'task_limit', v_plan.daily_tasks)
      from public.budgets b where b.tenant_id = p_tenant_id and b.day = engine.tenant_day(p_tenant_id)
    ),
    'scheduled', (
      select coalesce(jsonb_agg(to_jsonb(s) order by s.scheduled_at), '[]')
      from (
        select id, headline, body, platform, media, scheduled_at from public.contents
        where tenant_id = p_tenant_id and status = 'scheduled' order by scheduled_at limit 5
      ) as s
    ),
    'latest_events', (
      select coalesce(jsonb_agg(to_jsonb(e) order by e.id desc), '[]')
      from (
        select n.id, n.run_id, n.kind, n.actor_kind, n.actor, told ->> 'say' as say, told ->> 'step' as step_key, told ->> 'title' as title, n.created_at
        from (select * from public.events where tenant_id = p_tenant_id and kind <> 'step.started' order by id desc limit 8) as n, engine.told(n) as told
      ) as e
    )
  );
end
$$;
comment on function public.read_home(uuid) is
  '{tenant, brand {name, status, version} | null, pending_approvals, oldest_pending_at, running [{run_id, title, step_key, agent_key, position, steps}], '
  'unread_notifications (up to 100), week {ready, published, scheduled}, budget {spent_micros, limit_micros, tasks, task_limit | null}, scheduled [5], '
  'latest_events [8]}. NX403 no_permission, NX409 tenant_mismatch.';
grant execute on function public.read_home(uuid) to authenticated;
