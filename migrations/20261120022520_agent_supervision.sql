-- Over the registered agents: giving a task to one by hand (assign_task), taking work back from one that is lost (engine.tick), and which media an agent
-- may touch: those of the runs whose tasks it holds, no longer than it holds them.

create function public.assign_task(p_tenant_id uuid, p_step_id bigint, p_agent_id uuid) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_step public.chain_steps;
  v_agent public.registered_agents;
begin
  perform engine.require_tenant(p_tenant_id, 'create_tasks');
  perform from public.chain_runs r join public.chain_steps s on s.run_id = r.id where s.id = p_step_id and r.tenant_id = p_tenant_id for no key update of r;
  select * into v_step from public.chain_steps where id = p_step_id and tenant_id = p_tenant_id and runner = 'agent';
  if v_step.id is null then perform engine.fail('NX404', 'task_not_found'); end if;
  if v_step.state <> 'ready' then perform engine.fail('NX409', 'task_not_waiting', jsonb_build_object('state', v_step.state)); end if;
  select * into v_agent from public.registered_agents where id = p_agent_id and (tenant_id is null or tenant_id = p_tenant_id);
  if v_agent.id is null then perform engine.fail('NX404', 'agent_not_found'); end if;
  if v_step.capability <> all (v_agent.capabilities) then
    perform engine.fail('NX409', 'agent_lacks_capability', jsonb_build_object('agent', v_agent.name, 'capability', v_step.capability));
  end if;
  update public.agent_tasks set state = 'assigned', registered_agent_id = p_agent_id, assigned_by = auth.uid() where step_id = p_step_id;
  perform engine.record_event(p_tenant_id, 'task.assigned', jsonb_build_object('step', v_step.key, 'to', v_agent.name, 'agent_id', p_agent_id), null, null, v_step.run_id,
    p_step_id);
  perform engine.tell_agents_of_task(p_step_id);
  perform engine.tell_steps(array[p_step_id]);
  return jsonb_build_object('step_id', p_step_id, 'agent_id', p_agent_id);
end
$$;
comment on function public.assign_task(uuid, bigint, uuid) is
  '{step_id, agent_id}. Gives a waiting task to one registered agent; nobody else may claim it unless that one is lost. NX404 task_not_found, agent_not_found; NX409 task_not_waiting '
  '{state}, agent_lacks_capability {agent, capability}; NX403 no_permission (create_tasks).';
grant execute on function public.assign_task(uuid, bigint, uuid) to authenticated;

create function engine.expire_agents() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_lost uuid[];
begin
  with gone as (
    update public.registered_agents set status = 'lost' where status <> 'lost' and heartbeat_at <= engine.now() - interval '90 seconds' returning *
  ),
  told as (
    select engine.tell_registered_agent(g) from gone g
  )
  select array_agg(g.id) into v_lost from gone g where (select count(*) from told) >= 0;
  if v_lost is null then return 0; end if;
  -- the lease ends now: expire_leases, which comes next in the tick, gives the steps back under the locks they need
  update public.chain_steps s set lease_until = engine.now()
  from public.agent_tasks t
  where t.registered_agent_id = any (v_lost) and t.state = 'claimed' and s.id = t.step_id and s.state = 'working' and s.runner = 'agent';
  update public.agent_tasks set state = 'offered', registered_agent_id = null, assigned_by = null, offered_at = engine.now()
  where registered_agent_id = any (v_lost) and state = 'assigned';
  return cardinality(v_lost);
end
$$;
comment on function engine.expire_agents() is
  'Each tick, before expire_leases: registered agents not heard of for 90 s are lost; what they held goes back to the others, what was assigned to them is for anybody. '
  'Returns how many were lost.';

create function public.held_media() returns text[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if auth.uid() is null then return '{}'; end if;
  return array(
    select distinct s.tenant_id || '/' || s.run_id
    from public.registered_agents r
    join public.agent_tasks t on t.registered_agent_id = r.id and t.state = 'claimed'
    join public.chain_steps s on s.id = t.step_id and s.state = 'working' and s.worker = 'agent:' || r.id and s.lease_until > engine.now()
    where r.user_id = auth.uid()
  );
end
$$;
comment on function public.held_media() is 'Folders <tenant>/<run> of bucket media that a registered agent may read and write: those of the tasks it holds now; {} for people.';
grant execute on function public.held_media() to authenticated;

create policy "registered agents read the media of the tasks they hold" on storage.objects
for select to authenticated using (
  bucket_id = 'media' and (storage.foldername(name))[1] || '/' || (storage.foldername(name))[2] = any ((select public.held_media())::text[])
);
create policy "registered agents add media to the tasks they hold" on storage.objects
for insert to authenticated with check (
  bucket_id = 'media' and (storage.foldername(name))[1] || '/' || (storage.foldername(name))[2] = any ((select public.held_media())::text[])
);
create policy "registered agents replace media of the tasks they hold" on storage.objects
for update to authenticated using (
  bucket_id = 'media' and (storage.foldername(name))[1] || '/' || (storage.foldername(name))[2] = any ((select public.held_media())::text[])
) with check (
  bucket_id = 'media' and (storage.foldername(name))[1] || '/' || (storage.foldername(name))[2] = any ((select public.held_media())::text[])
);
