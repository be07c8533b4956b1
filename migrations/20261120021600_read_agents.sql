-- What the agents' screens read: read_agents (the grid), read_agent (one with its five files, tasks, figures, versions).

create function public.read_agents(p_tenant_id uuid) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_plan public.plans := engine.plan_of(p_tenant_id);
  v_now timestamptz := engine.now();
  v_today date := engine.tenant_day(p_tenant_id);
begin
  perform engine.require_tenant(p_tenant_id, 'view_agents');
  return (
    with at_work as materialized (select * from engine.agents_at_work(p_tenant_id)),
    days as materialized (select * from engine.agent_days(p_tenant_id, 7)),
    figures as (
      select agent_key, coalesce(sum(done) filter (where day = v_today), 0) as tasks_today, coalesce(sum(cost_micros) filter (where day = v_today), 0) as cost_today,
        round(sum(done)::numeric / nullif(sum(done) + sum(failed), 0), 3) as success_rate
      from days group by agent_key
    ),
    logs as (
      select actor, max(created_at) as last_at
      from (select actor, actor_kind, created_at from public.events where tenant_id = p_tenant_id order by id desc limit 2000) as e
      where actor_kind = 'agent' group by actor
    )
    select coalesce(jsonb_agg(jsonb_build_object(
      'key', c.key, 'name', c.name, 'level', c.level, 'department', c.department, 'initials', c.initials, 'colour', c.colour, 'skills', c.skills,
      'status', engine.status_now(x, w.working), 'error_code', x.error_code, 'is_on', x.is_on, 'is_locked', not engine.plan_includes(v_plan.key, c.min_plan),
      'is_own', c.tenant_id is not null, 'min_plan', c.min_plan, 'model', engine.model_of_agent(c, v_plan) ->> 'model',
      'model_tier', engine.model_of_agent(c, v_plan) ->> 'tier', 'tasks_today', coalesce(f.tasks_today, 0), 'cost_today_micros', coalesce(f.cost_today, 0),
      'success_rate', f.success_rate, 'working', case when w.working > 0 then w.steps -> 0 end, 'waiting', coalesce(w.waiting, 0), 'found', x.last_found,
      'heartbeat_at', x.heartbeat_at, 'next_heartbeat_at', case when x.is_on and x.status <> 'paused' then engine.next_beat(x.beat_second, v_now) end, 'last_log_at', l.last_at
    ) order by array_position(array['ceo', 'director', 'worker'], c.level), c.department, c.key), '[]')
    from public.tenant_agents x
    cross join lateral (select (engine.agent_of(p_tenant_id, x.agent_key)).*) as c
    left join at_work w on w.agent_key = x.agent_key
    left join figures f on f.agent_key = x.agent_key
    left join logs l on l.actor = x.agent_key
    where x.tenant_id = p_tenant_id and c.id is not null and (c.is_active or x.is_on)
  );
end
$$;
comment on function public.read_agents(uuid) is
  '[{key, name, level, department, initials, colour, skills, status, error_code, is_on, is_locked (the plan has it not), is_own, min_plan, model, model_tier, tasks_today, '
  'cost_today_micros, success_rate (seven days, null without work), working {title, step, run_id, since} | null, waiting, found {tasks, mentions, triggers, scheduled}, '
  'heartbeat_at, next_heartbeat_at, last_log_at}]; the guards are not among them. NX403 no_permission.';
grant execute on function public.read_agents(uuid) to authenticated;

create function public.read_agent(p_tenant_id uuid, p_agent_key text) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_plan public.plans := engine.plan_of(p_tenant_id);
  v_agent public.tenant_agents;
  v_card public.agents;
  v_work record;
  v_can_edit boolean;
begin
  perform engine.require_tenant(p_tenant_id, 'view_agents');
  select * into v_agent from public.tenant_agents where tenant_id = p_tenant_id and agent_key = p_agent_key;
  v_card := engine.agent_of(p_tenant_id, p_agent_key);
  if v_agent.tenant_id is null or v_card.id is null then perform engine.fail('NX404', 'agent_not_found', jsonb_build_object('agent', p_agent_key)); end if;
  select w.working, w.waiting, w.steps into v_work from engine.agents_at_work(p_tenant_id) w where w.agent_key = p_agent_key;
  v_can_edit := public.has_permission('create_agents');

  return jsonb_build_object(
    'key', v_card.key, 'name', v_card.name, 'level', v_card.level, 'department', v_card.department, 'initials', v_card.initials, 'colour', v_card.colour,
    'status', engine.status_now(v_agent, v_work.working), 'error_code', v_agent.error_code, 'is_own', v_card.tenant_id is not null,
    'editable', case when v_can_edit then '["soul", "agents", "memory"]'::jsonb else '[]' end,
    'files', jsonb_build_object(
      'soul', jsonb_build_object('body', coalesce(v_agent.soul, v_card.soul), 'version', v_agent.soul_version, 'is_built_in', v_agent.soul is null),
      'agents', jsonb_build_object('body', coalesce(v_agent.manual, v_card.manual), 'version', v_agent.manual_version, 'is_built_in', v_agent.manual is null),
      'working', jsonb_build_object('body', engine.working_text(v_work.steps), 'steps', coalesce(v_work.steps, '[]'), 'found', v_agent.last_found),
      'memory', jsonb_build_object('body', engine.memory_text(v_agent.memory), 'version', v_agent.memory_version, 'facts', v_agent.memory),
      'log', engine.last_log_lines(p_tenant_id, p_agent_key)
    ),
    'tasks', (
      select coalesce(jsonb_agg(to_jsonb(t) order by t.id desc), '[]')
      from (
        select s.id, s.run_id, r.title, s.key as step, s.skill_key as skill, s.state, s.round, s.score, s.verdict, s.cost_micros, s.duration_ms, s.model,
          s.error_code, s.started_at, s.finished_at
        from (select id, title from public.chain_runs where tenant_id = p_tenant_id order by created_at desc limit 300) r
        join public.chain_steps s on s.run_id = r.id and s.agent_key = p_agent_key and s.state not in ('waiting', 'skipped')
        order by s.id desc limit 30
      ) as t
    ),
    'performance', jsonb_build_object('days', (
      select coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'done', d.done, 'failed', d.failed, 'cost_micros', d.cost_micros, 'duration_ms', d.duration_ms)
        order by d.day), '[]')
      from engine.agent_days(p_tenant_id, 14) d where d.agent_key = p_agent_key and d.day is not null
    )),
    'settings', jsonb_build_object(
      'is_on', v_agent.is_on, 'is_locked', not engine.plan_includes(v_plan.key, v_card.min_plan), 'can_be_off', engine.counts_in_plan(p_agent_key),
      'min_plan', v_card.min_plan, 'model_tier', v_card.model_tier, 'fallback_tiers', v_card.fallback_tiers, 'model_now', engine.model_of_agent(v_card, v_plan),
      'skills', (
        select coalesce(jsonb_agg(jsonb_build_object('key', k, 'kind', s.kind, 'description', s.description, 'is_active', coalesce(s.is_active, false)) order by n), '[]')
        from unnest(v_card.skills) with ordinality as list (k, n)
        left join lateral (
          select * from public.skills s where s.key = k and (s.tenant_id is null or s.tenant_id = p_tenant_id) order by s.tenant_id nulls last limit 1
        ) s on true
      ),
      'heartbeat_at', v_agent.heartbeat_at, 'next_heartbeat_at', case when v_agent.is_on and v_agent.status <> 'paused' then engine.next_beat(v_agent.beat_second, engine.now()) end,
      'woken_at', v_agent.woken_at, 'slept_at', v_agent.slept_at
    ),
    'versions', (
      select coalesce(jsonb_agg(jsonb_build_object('file', v.file, 'version', v.version, 'created_at', v.created_at,
        'author', (select p.display_name from public.profiles p where p.user_id = v.author_id)) order by v.created_at desc, v.version desc), '[]')
      from (
        select * from public.agent_file_versions where tenant_id = p_tenant_id and agent_key = p_agent_key order by created_at desc, version desc limit 60
      ) as v
    )
  );
end
$$;
comment on function public.read_agent(uuid, text) is
  '{key, name, level, department, initials, colour, status, error_code, is_own, editable [files this person may edit], files {soul, agents: {body, version, is_built_in}, working: {body, '
  'steps, found}, memory: {body, version, facts}, log [lines as in agent_log, newest first]}, tasks [30], performance {days [14]}, settings, versions [60]}. NX404 '
  'agent_not_found, NX403 no_permission.';
grant execute on function public.read_agent(uuid, text) to authenticated;

create function engine.working_text(p_steps jsonb) returns text
language sql immutable
set search_path = ''
as $$
  select coalesce(string_agg(format('- %s · %s · %s', s ->> 'title', s ->> 'step', s ->> 'state'), e'\n' order by n), '')
  from jsonb_array_elements(coalesce(p_steps, '[]')) with ordinality as l (s, n)
  where n <= 20
$$;
comment on function engine.working_text(jsonb) is 'WORKING as text: the first twenty steps that the agent is at or has before it, a line each; empty when it rests.';

create function engine.last_log_lines(p_tenant_id uuid, p_agent_key text) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(l.line order by l.id desc), '[]')
  from (
    select g.id, g.line from public.agent_log g
    where g.tenant_id = p_tenant_id and g.agent_key = p_agent_key
      and g.id >= coalesce((select min(id) from (select id from public.events where tenant_id = p_tenant_id order by id desc limit 5000) as newest), 0)
    order by g.id desc limit 100
  ) as l
$$;
comment on function engine.last_log_lines(uuid, text) is 'The newest hundred lines of an agent''s log, out of the tenant''s last five thousand events; the whole log is view agent_log.';
