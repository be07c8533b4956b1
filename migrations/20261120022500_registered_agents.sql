-- Governance (product.md B6): agents of any make that work for Nexio. Owns registered_agents and agent_tasks, register_agent and report_agent; claiming and
-- finishing work is in the next file. A registered agent is an auth user whose app_metadata says kind "agent" (set with the secret key only), with tenant_id
-- when it works for one tenant and no other.
--
-- The protocol: sign in; register_agent(name, capabilities, priority score) -> {agent_id, topic}; listen on the private topic agent:<id> (event task {id}) or
-- ask every few seconds; report_agent at least every 30 s (heard of last 90 s ago = lost: its work goes back); claim_tasks(limit, lease seconds) ->
-- tasks with a token; read and write media under media_prefix while the task is held; complete_task or fail_task with the token. A token that is old changes nothing.
create table public.registered_agents (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid references public.tenants (id) on delete cascade,
  user_id uuid not null unique references auth.users (id) on delete cascade,
  name text not null,
  capabilities text[] not null,
  priority_score smallint not null default 50,
  status text not null default 'idle',
  cpu real,
  memory real,
  heartbeat_at timestamptz not null default engine.now(),
  tasks_done integer not null default 0,
  tasks_failed integer not null default 0,
  work_ms bigint not null default 0,
  created_at timestamptz not null default engine.now(),
  constraint registered_name_has_2_to_80_letters check (char_length(name) between 2 and 80),
  constraint priority_score_is_a_percentage check (priority_score between 0 and 100),
  constraint registered_status_is_known check (status in ('idle', 'busy', 'error', 'lost')),
  constraint load_is_a_share check (cpu between 0 and 1 and memory between 0 and 1)
);
create index registered_agents_of_a_tenant on public.registered_agents (tenant_id);
create index registered_agents_by_heartbeat on public.registered_agents (heartbeat_at) where status <> 'lost';
comment on table public.registered_agents is
  'Agents outside that take steps by capability. tenant_id null = the platform''s own, for every tenant; priority_score 0-100: who is asked first; cpu, memory: shares of '
  'its machine as it last said; work_ms: time its finished tasks took.';

create table public.agent_tasks (
  step_id bigint primary key references public.chain_steps (id) on delete cascade,
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  run_id uuid not null,
  capability text not null,
  category text not null,
  state text not null default 'offered',
  registered_agent_id uuid references public.registered_agents (id) on delete set null,
  assigned_by uuid references auth.users (id) on delete set null,
  estimated_ms integer,
  duration_ms integer,
  offered_at timestamptz not null default engine.now(),
  claimed_at timestamptz,
  finished_at timestamptz,
  constraint task_state_is_known check (state in ('offered', 'assigned', 'claimed', 'done', 'failed'))
);
create index agent_tasks_of_a_tenant on public.agent_tasks (tenant_id, step_id desc);
create index agent_tasks_open on public.agent_tasks (tenant_id) where state in ('offered', 'assigned', 'claimed');
create index agent_tasks_of_an_agent on public.agent_tasks (registered_agent_id, state) where registered_agent_id is not null;
create index agent_tasks_by_assigner on public.agent_tasks (assigned_by) where assigned_by is not null;
comment on table public.agent_tasks is
  'A step offered to registered agents, and what became of it. registered_agent_id: who holds, did or is to do it; estimated_ms: mean of what the skill took before. '
  'What it depends on and its result stand on the step.';

alter table public.registered_agents enable row level security;
alter table public.agent_tasks enable row level security;
create policy "insiders read the agents that work for their tenant, an agent itself" on public.registered_agents for select to authenticated
  using (
    ((tenant_id is null or tenant_id = (select public.current_tenant())) and (select public.has_permission('view_agents'))) or user_id = (select auth.uid())
  );
create policy "insiders read the tasks of their tenant" on public.agent_tasks for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));
revoke all on public.registered_agents, public.agent_tasks from anon, authenticated;
grant select on public.registered_agents, public.agent_tasks to authenticated;

create function engine.agent_user(p_user_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select u.raw_app_meta_data from auth.users u where u.id = p_user_id and u.raw_app_meta_data ->> 'kind' = 'agent'
$$;
comment on function engine.agent_user(uuid) is
  'What the platform says of an auth user of kind agent {kind, tenant_id?}; null for a person. Read from the user, not from the token: what is taken away is gone at once.';

create function engine.require_registered_agent(p_user_id uuid) returns public.registered_agents
language plpgsql
set search_path = ''
as $$
declare
  v_agent public.registered_agents;
begin
  if p_user_id is null then perform engine.fail('NX401', 'not_signed_in'); end if;
  if engine.agent_user(p_user_id) is null then perform engine.fail('NX403', 'not_an_agent'); end if;
  update public.registered_agents set heartbeat_at = engine.now(), status = case status when 'lost' then 'idle' else status end
  where user_id = p_user_id returning * into v_agent;
  if v_agent.id is null then perform engine.fail('NX409', 'not_registered'); end if;
  return v_agent;
end
$$;
comment on function engine.require_registered_agent(uuid) is
  'First line of every verb of a registered agent: the caller''s row, heard of just now. NX401 not_signed_in, NX403 not_an_agent, NX409 not_registered.';

create function public.register_agent(p_name text, p_capabilities text[], p_priority_score integer default 50) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_said jsonb := engine.agent_user(auth.uid());
  v_name text := btrim(p_name);
  v_agent public.registered_agents;
begin
  if auth.uid() is null then perform engine.fail('NX401', 'not_signed_in'); end if;
  if v_said is null then perform engine.fail('NX403', 'not_an_agent'); end if;
  if v_name is null or char_length(v_name) not between 2 and 80 or coalesce(p_priority_score, -1) not between 0 and 100
    or coalesce(cardinality(p_capabilities), 0) not between 1 and 20 or exists (select from unnest(p_capabilities) c where c is null or c !~ '^[a-z][a-z0-9_]{1,60}$') then
    perform engine.fail('NX400', 'registration_invalid');
  end if;
  insert into public.registered_agents as r (tenant_id, user_id, name, capabilities, priority_score)
  values ((v_said ->> 'tenant_id')::uuid, auth.uid(), v_name, p_capabilities, p_priority_score)
  on conflict (user_id) do update
  set tenant_id = excluded.tenant_id, name = excluded.name, capabilities = excluded.capabilities, priority_score = excluded.priority_score, status = 'idle',
    heartbeat_at = engine.now()
  returning * into v_agent;
  perform engine.record_event(v_agent.tenant_id, 'agent.registered', jsonb_build_object('agent_id', v_agent.id, 'name', v_name, 'capabilities', p_capabilities),
    'system', v_name);
  perform engine.tell_registered_agent(v_agent);
  return jsonb_build_object('agent_id', v_agent.id, 'tenant_id', v_agent.tenant_id, 'topic', 'agent:' || v_agent.id, 'report_every_seconds', 30, 'lost_after_seconds', 90);
end
$$;
comment on function public.register_agent(text, text[], integer) is
  '{agent_id, tenant_id | null, topic, report_every_seconds, lost_after_seconds}. An auth user of kind agent says its name, what it can do (snake_case, as skills ask '
  'by capability) and its priority score 0-100; again to change them. NX403 not_an_agent, NX400 registration_invalid, NX401 not_signed_in.';
grant execute on function public.register_agent(text, text[], integer) to authenticated;

create function public.report_agent(p_status text, p_cpu real default null, p_memory real default null) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_agent public.registered_agents := engine.require_registered_agent(auth.uid());
begin
  if p_status is null or p_status <> all (array['idle', 'busy', 'error']) or p_cpu not between 0 and 1 or p_memory not between 0 and 1 then
    perform engine.fail('NX400', 'report_invalid');
  end if;
  update public.registered_agents set status = p_status, cpu = p_cpu, memory = p_memory where id = v_agent.id;
  if v_agent.status <> p_status then perform engine.tell_registered_agent(v_agent); end if;
  return jsonb_build_object(
    'held', (select count(*) from public.agent_tasks t where t.registered_agent_id = v_agent.id and t.state = 'claimed'),
    'waiting', (
      select count(*) from (
        select from public.chain_steps s
        where s.runner = 'agent' and s.state = 'ready' and s.capability = any (v_agent.capabilities)
          and (v_agent.tenant_id is null or s.tenant_id = v_agent.tenant_id)
        limit 100
      ) as w
    )
  );
end
$$;
comment on function public.report_agent(text, real, real) is
  '{held, waiting}: tasks it holds, and tasks (up to 100) that it could take. The heartbeat of a registered agent: status idle, busy or error; cpu and memory as shares '
  '0-1. NX400 report_invalid, NX403 not_an_agent, NX409 not_registered.';
grant execute on function public.report_agent(text, real, real) to authenticated;

create function engine.tell_registered_agent(p_agent public.registered_agents) returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_agent.tenant_id is not null then
    perform engine.broadcast(p_agent.tenant_id, 'registered_agent', jsonb_build_object('id', p_agent.id));
  end if;
end
$$;
comment on function engine.tell_registered_agent(public.registered_agents) is 'Tells the screens of its tenant that a registered agent has changed.';

create function public.can_listen_as_agent(p_topic text) returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return exists (select from public.registered_agents r where r.user_id = auth.uid() and p_topic = 'agent:' || r.id);
end
$$;
comment on function public.can_listen_as_agent(text) is 'True for a registered agent and its own topic agent:<id>, where it hears of new tasks.';
grant execute on function public.can_listen_as_agent(text) to authenticated;
create policy "registered agents listen to their own topic" on realtime.messages
for select to authenticated using (extension = 'broadcast' and (select public.can_listen_as_agent((select realtime.topic()))));
