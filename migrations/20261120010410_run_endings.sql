-- Owns how a run stops before its end (failed, cancelled, rejected) and how the screens hear of runs and steps. Called by engines and verbs.

create function engine.tell_steps(p_step_ids bigint[]) returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into realtime.messages (topic, extension, event, private, payload)
  select 'tenant:' || t.id || ':' || t.topic_suffix, 'broadcast', 'step', true, jsonb_build_object('id', s.id, 'run_id', s.run_id)
  from public.chain_steps s join public.tenants t on t.id = s.tenant_id
  where s.id = any (p_step_ids);
exception when others then
  -- as realtime.send does: a screen that misses a word reads it at its next visit, the work must not stop for it
  raise warning 'steps not broadcast: %', sqlerrm;
end
$$;
comment on function engine.tell_steps(bigint[]) is
  'Broadcasts event step {id, run_id} for each step, in one statement (realtime.send costs a subtransaction a message).';

create function engine.tell_runs(p_run_ids uuid[]) returns void
language sql
set search_path = ''
as $$
  select engine.broadcast(r.tenant_id, 'run', jsonb_build_object('id', r.id, 'run_id', r.id)) from public.chain_runs r where r.id = any (p_run_ids)
$$;
comment on function engine.tell_runs(uuid[]) is 'Broadcasts event run {id, run_id} for each run.';

create function engine.stop_run(p_run_id uuid, p_state text, p_code text, p_detail jsonb, p_actor_kind text, p_actor text) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_run public.chain_runs;
begin
  update public.chain_runs set state = p_state, error_code = p_code, error_detail = p_detail, finished_at = v_now
  where id = p_run_id and state in ('running', 'awaiting_approval')
  returning * into v_run;
  if v_run.id is null then return; end if;

  perform engine.book_holds(array(select id from public.chain_steps where run_id = p_run_id and state = 'working' order by id));
  update public.chain_steps set state = 'cancelled', claim_token = null, lease_until = null, due_at = null, finished_at = v_now
  where run_id = p_run_id and state in ('waiting', 'ready', 'queued', 'working', 'awaiting_approval');
  update public.approvals set state = 'cancelled', decided_at = v_now where run_id = p_run_id and state = 'pending';
  update public.contents set status = 'rejected' where run_id = p_run_id and status = 'in_review';

  insert into public.events (tenant_id, run_id, kind, actor_kind, actor, data, trace_id, created_at)
  values (
    v_run.tenant_id, p_run_id, 'run.' || p_state, p_actor_kind, p_actor,
    jsonb_strip_nulls(jsonb_build_object('code', p_code, 'detail', p_detail, 'cost_micros', v_run.cost_micros)), v_run.trace_id, v_now
  );
  if p_state = 'failed' then
    perform engine.notify(v_run.tenant_id, v_run.requested_by, 'run_failed',
      jsonb_build_object('run_id', p_run_id, 'title', v_run.title, 'code', p_code), '/runs/' || p_run_id);
  end if;
  perform engine.tell_runs(array[p_run_id]);
  perform engine.stop_child_runs(p_run_id, p_actor_kind, p_actor);
  perform engine.close_child_run(p_run_id);
  perform engine.advance_runs(array[p_run_id]);
end
$$;
comment on function engine.stop_run(uuid, text, text, jsonb, text, text) is
  'Ends a live run as failed or cancelled with a code and fields for the sentence a person reads; its open steps, approvals and drafts end with it, a '
  'completion that comes later finds its token gone. The caller holds the run''s lock.';
