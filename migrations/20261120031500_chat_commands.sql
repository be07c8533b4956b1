-- What a person asks of the department in a chat: /today, /report, /pause, /resume. Called by engine.answer_message; each acts in the person's name and may do what they may.

create function engine.tell_today(p_link public.channel_links, p_tenant_id uuid) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_timezone text := (select t.timezone from public.tenants t where t.id = p_tenant_id);
  v_today date := (engine.now() at time zone v_timezone)::date;
  v_home jsonb := public.read_home(p_tenant_id);
begin
  perform engine.reply_on(p_link.id, 'today', jsonb_build_object(
    'day', v_today, 'timezone', v_timezone, 'pending', v_home -> 'pending_approvals', 'running', jsonb_array_length(v_home -> 'running'),
    'waiting', (
      select coalesce(jsonb_agg(w.title order by w.created_at), '[]')
      from (select a.title, a.created_at from public.approvals a where a.tenant_id = p_tenant_id and a.state = 'pending' order by a.created_at limit 5) as w
    ),
    'schedule', (
      select coalesce(jsonb_agg(jsonb_build_object('at', c.scheduled_at, 'title', coalesce(nullif(c.headline, ''), left(c.body, 60)), 'platform', c.platform) order by c.scheduled_at), '[]')
      from (
        select * from public.contents
        where tenant_id = p_tenant_id and status = 'scheduled' and scheduled_at < ((v_today + 1)::timestamp at time zone v_timezone) order by scheduled_at limit 10
      ) as c
    )
  ));
  return 'today';
end
$$;
comment on function engine.tell_today(public.channel_links, uuid) is
  'Answers {day, timezone, pending, running, waiting [titles of the five oldest], schedule [{at, title, platform}] that still goes out today}. NX403 no_permission.';

create function engine.tell_report(p_link public.channel_links, p_tenant_id uuid) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_home jsonb := public.read_home(p_tenant_id);
  v_week timestamptz := (
    select date_trunc('week', engine.now() at time zone t.timezone) at time zone t.timezone from public.tenants t where t.id = p_tenant_id
  );
begin
  perform engine.reply_on(p_link.id, 'report', (v_home -> 'week') || jsonb_build_object(
    'since', v_week, 'pending', v_home -> 'pending_approvals',
    'leads', (select count(*) from public.leads l where l.tenant_id = p_tenant_id and l.created_at >= v_week and not l.is_demo),
    'spent_micros', v_home -> 'budget' -> 'spent_micros', 'tasks', v_home -> 'budget' -> 'tasks', 'task_limit', v_home -> 'budget' -> 'task_limit'
  ));
  return 'report';
end
$$;
comment on function engine.tell_report(public.channel_links, uuid) is
  'Answers with the figures of the home screen since Monday: {since, ready, published, scheduled, pending, leads}, and today''s {tasks, task_limit | null, spent_micros}. NX403 no_permission.';

create function engine.pause_department(p_link public.channel_links, p_tenant_id uuid) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_agents text[];
begin
  -- the order in which everybody locks a tenant's runs
  perform from public.chain_runs r where r.tenant_id = p_tenant_id and r.finished_at is null order by r.id for no key update;
  select coalesce(array_agg(a.agent_key order by a.agent_key), '{}') into v_agents from public.tenant_agents a where a.tenant_id = p_tenant_id and a.is_on and a.status <> 'paused';
  perform public.pause_agent(p_tenant_id, key) from unnest(v_agents) key;
  if cardinality(v_agents) > 0 then perform engine.record_event(p_tenant_id, 'department.paused', jsonb_build_object('agents', v_agents, 'channel', p_link.channel)); end if;
  perform engine.reply_on(p_link.id, 'paused', jsonb_build_object('count', cardinality(v_agents), 'scheduled', (
    select count(*) from public.contents c where c.tenant_id = p_tenant_id and c.status = 'scheduled')));
  return 'paused';
end
$$;
comment on function engine.pause_department(public.channel_links, uuid) is
  'All agents that work are paused (pause_agent): they begin nothing, what they had begun waits and is lost nowhere; posts that a person has approved still go out at their time, and the answer says how '
  'many {count of agents, scheduled}. Owner and admin; NX403 no_permission.';

create function engine.resume_department(p_link public.channel_links, p_tenant_id uuid) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_paused jsonb := (
    select e.data -> 'agents' from public.events e where e.tenant_id = p_tenant_id and e.kind = 'department.paused' order by e.id desc limit 1
  );
  v_agents text[];
begin
  perform from public.chain_runs r where r.tenant_id = p_tenant_id and r.finished_at is null order by r.id for no key update;
  select coalesce(array_agg(a.agent_key order by a.agent_key), '{}') into v_agents from public.tenant_agents a
  where a.tenant_id = p_tenant_id and a.is_on and a.status = 'paused' and v_paused ? a.agent_key;
  perform public.wake_agent(p_tenant_id, key) from unnest(v_agents) key;
  perform engine.reply_on(p_link.id, 'resumed', jsonb_build_object('count', cardinality(v_agents)));
  return 'resumed';
end
$$;
comment on function engine.resume_department(public.channel_links, uuid) is
  'Wakes those that /pause had paused, not one that a person had paused before; {count}. Owner and admin; NX403 no_permission.';

create function engine.do_command(p_link public.channel_links, p_tenant_id uuid, p_word text) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_before jsonb;
  v_outcome text;
begin
  if p_tenant_id is null then
    perform engine.reply_on(p_link.id, 'outcome', '{"outcome": "no_tenant"}');
    return 'no_tenant';
  end if;
  v_before := engine.stand_in(p_link.user_id, p_tenant_id);
  perform engine.require_tenant(p_tenant_id, case when p_word in ('pause', 'resume') then 'create_agents' else 'view_all_tasks' end);
  v_outcome := case p_word
    when 'today' then engine.tell_today(p_link, p_tenant_id) when 'report' then engine.tell_report(p_link, p_tenant_id)
    when 'pause' then engine.pause_department(p_link, p_tenant_id) when 'resume' then engine.resume_department(p_link, p_tenant_id)
  end;
  perform engine.stand_back(v_before);
  return v_outcome;
end
$$;
comment on function engine.do_command(public.channel_links, uuid, text) is 'today, report, pause or resume in the name of the chat''s person; no_tenant when they belong to no business any more. NX403 no_permission.';
