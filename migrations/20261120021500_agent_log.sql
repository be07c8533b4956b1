-- What an agent did, as its daily log (view agent_log, a line each: thought, action, collaboration, completion), and its figures. Called by read_agents, read_agent.

create view public.agent_log with (security_invoker = true) as
select e.id, e.tenant_id, side.agent_key, e.run_id, e.step_id, e.created_at,
  jsonb_strip_nulls(jsonb_build_object(
    'at', e.created_at,
    'line', case
      when e.kind in ('step.started', 'step.retried', 'step.deferred', 'agent.woke', 'agent.noted') then 'thought'
      when e.kind in ('step.said', 'step.scored', 'step.failed') then 'completion'
      when e.kind in ('handoff', 'step.refuted', 'step.praised', 'step.revising', 'person.said') then 'collaboration'
      else 'action' end,
    'what', e.kind, 'run', e.run_id, 'step', e.data ->> 'step', 'from', case when side.is_receiver then e.actor end, 'to', e.data ->> 'to',
    'say', case when e.personal_of is null then coalesce(e.data ->> 'say', e.data ->> 'why') else public.words_of(e.id, e.created_at) ->> 'say' end, 'cost_micros', e.data -> 'cost_micros', 'duration_ms', e.data -> 'duration_ms', 'code', e.data ->> 'code'
  )) as line
from public.events e
cross join lateral (
  select e.actor as agent_key, false as is_receiver where e.actor_kind = 'agent'
  union all
  select e.data ->> 'to', true where e.kind in ('handoff', 'step.refuted', 'step.praised', 'person.said') and e.data ->> 'to' is not null
) as side;
comment on view public.agent_log is
  'The daily log of each agent, one JSON line an event: {at, line thought|action|collaboration|completion, what, run, step, from, to, say, cost_micros, duration_ms, code}. '
  'What one agent says to another stands in both logs. RLS of events decides.';
revoke all on public.agent_log from anon, authenticated;
grant select on public.agent_log to authenticated;

create function engine.agent_days(p_tenant_id uuid, p_days integer)
returns table (agent_key text, day date, done bigint, failed bigint, cost_micros bigint, duration_ms bigint, last_at timestamptz)
language plpgsql stable rows 100
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_timezone text := (select t.timezone from public.tenants t where t.id = p_tenant_id);
  v_from timestamptz := (engine.tenant_day(p_tenant_id) - p_days + 1)::timestamp at time zone v_timezone;
begin
  return query
  select s.agent_key, (s.finished_at at time zone v_timezone)::date, count(*) filter (where s.state <> 'failed'), count(*) filter (where s.state = 'failed'),
    sum(s.cost_micros)::bigint, coalesce(avg(s.duration_ms), 0)::bigint, max(s.finished_at)
  from (
    -- a run that waits for a person a day or two still counts where its steps ended
    select r.id from public.chain_runs r
    where r.tenant_id = p_tenant_id and r.created_at >= v_from - interval '2 days' order by r.created_at desc limit 3000
  ) as r
  join public.chain_steps s on s.run_id = r.id and s.state in ('done', 'awaiting_approval', 'failed')
  where coalesce(s.finished_at, s.started_at) >= v_from
  group by s.agent_key, (s.finished_at at time zone v_timezone)::date;
end
$$;
comment on function engine.agent_days(uuid, integer) is
  'Steps done and failed, cost and mean duration of each agent a day (tenant''s timezone), over the last p_days and at most the newest 3,000 runs.';

create function engine.agents_at_work(p_tenant_id uuid)
returns table (agent_key text, working bigint, waiting bigint, steps jsonb)
language plpgsql stable rows 20
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select s.agent_key, count(*) filter (where s.state = 'working'), count(*) filter (where s.state <> 'working'),
    jsonb_agg(jsonb_build_object('step_id', s.id, 'run_id', s.run_id, 'title', r.title, 'step', s.key, 'state', s.state, 'priority', s.priority,
      'since', s.started_at, 'due_at', nullif(s.due_at, engine.held_until())) order by s.state = 'working' desc, s.id)
  from (
    (
      select * from public.chain_steps x where x.tenant_id = p_tenant_id and x.state in ('ready', 'queued', 'working') and x.runner = 'worker'
      order by x.state = 'working' desc, x.id limit 300
    )
    union all
    (
      select x.* from public.agent_tasks t join public.chain_steps x on x.id = t.step_id
      where t.tenant_id = p_tenant_id and t.state in ('offered', 'assigned', 'claimed') and x.state in ('ready', 'working') order by x.id limit 50
    )
  ) as s
  join public.chain_runs r on r.id = s.run_id
  group by s.agent_key;
end
$$;
comment on function engine.agents_at_work(uuid) is 'What each agent of a tenant is at or has before it now [{step_id, run_id, title, step, state, priority, since, due_at}], the first 300 steps.';

create function engine.status_now(p_agent public.tenant_agents, p_working bigint) returns text
language sql immutable
set search_path = ''
as $$
  select case
    when p_agent.status = 'paused' then 'paused'
    when p_working > 0 then 'active'
    when not p_agent.is_on then 'sleep'
    when p_agent.status = 'active' then 'idle'
    else p_agent.status
  end
$$;
comment on function engine.status_now(public.tenant_agents, bigint) is
  'The status of this moment: paused as long as a person says so, active while a step of the agent is at work, else idle, sleep or error as its last heartbeat left it.';

create function engine.model_of_agent(p_card public.agents, p_plan public.plans) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('tier', tier, 'model', (
    select m.model from public.model_routes m where m.tier = wish.tier and m.retired_at is null order by m.rank limit 1
  ))
  from unnest(p_card.model_tier || p_card.fallback_tiers || array['local']) with ordinality as wish (tier, n)
  where tier = any (p_plan.model_tiers)
  order by n limit 1
$$;
comment on function engine.model_of_agent(public.agents, public.plans) is '{tier, model}: the first of the agent''s tiers that the plan has, with its first model.';
