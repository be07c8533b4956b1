-- The clock: what becomes due without anybody asking (retries, lost leases, scheduled posts), and the kick that wakes workers.

create function engine.admit_due_steps() returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_run_ids uuid[];
begin
  select array_agg(id) into v_run_ids
  from (
    select r.id from public.chain_runs r
    where r.id in (
      select s.run_id from public.chain_steps s join public.tenants t on t.id = s.tenant_id
      where s.state = 'ready' and s.runner in ('worker', 'engine') and s.due_at <= engine.now() and t.status = 'active'
      order by s.due_at limit 200
    )
    order by r.id for no key update skip locked
  ) as due;
  if v_run_ids is null then return false; end if;
  perform engine.do_inner_step(s) from public.chain_steps s
  where s.run_id = any (v_run_ids) and s.runner = 'engine' and s.state = 'ready' and s.due_at <= engine.now();
  perform engine.advance_runs(v_run_ids);
  return true;
end
$$;
comment on function engine.admit_due_steps() is
  'Lets steps whose wait is over enter their queues as far as fair share allows, and does the engine''s own; false when none was due. A run that is busy just now is left for the next call.';

create function engine.expire_leases() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_run_ids uuid[];
  v_step public.chain_steps;
  v_count integer := 0;
begin
  select array_agg(id) into v_run_ids
  from (
    select r.id from public.chain_runs r
    where r.id in (select s.run_id from public.chain_steps s where s.state = 'working' and s.lease_until <= v_now order by s.lease_until limit 200)
    order by r.id for no key update skip locked
  ) as lost;
  if v_run_ids is null then return 0; end if;
  -- all budgets in their order before the first is changed: the steps come in another order
  perform from public.budgets b
  where (b.tenant_id, b.day) in (
    select s.tenant_id, s.reserved_on from public.chain_steps s where s.run_id = any (v_run_ids) and s.state = 'working' and s.reserved_on is not null
  )
  order by b.tenant_id, b.day for no key update;

  for v_step in
    select * from public.chain_steps where run_id = any (v_run_ids) and state = 'working' and lease_until <= v_now order by id
  loop
    -- the failure of one step may have ended its run and this step with it
    continue when not exists (select from public.chain_steps where id = v_step.id and state = 'working' and claim_token = v_step.claim_token);
    perform engine.book_holds(array[v_step.id]);
    perform engine.fail_step(v_step, 'worker_lost', jsonb_build_object('worker', v_step.worker), true);
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;
comment on function engine.expire_leases() is 'Takes steps back from workers that died or hung; they are tried again like any failure. Returns how many.';

create function engine.publish_due() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_count integer;
begin
  select count(engine.publish_content(due.id)) into v_count
  from (
    select id from public.contents
    where status = 'scheduled' and scheduled_at <= engine.now() and tenant_id in (select t.id from public.tenants t where t.status = 'active')
      -- in a crisis (an open card, something angry in the last four hours) only what a person has approved since goes out
      and not exists (
        select from public.insights i
        where i.tenant_id = contents.tenant_id and i.detector = 'crisis' and i.state = 'open' and i.updated_at > engine.now() - interval '4 hours'
          and not exists (select from public.approvals a where a.content_id = contents.id and a.state = 'approved' and a.decided_by is not null and a.decided_at > i.created_at)
      )
    order by scheduled_at limit 100 for update skip locked
  ) as due;
  return v_count;
end
$$;
comment on function engine.publish_due() is 'Publishes what was scheduled for now or before, save what must wait for the end of a crisis. Returns how many.';

create function engine.wake_function(p_name text, p_times integer default 1) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_url text := (select decrypted_secret from vault.decrypted_secrets where name = 'project_url');
  v_secret text := (select decrypted_secret from vault.decrypted_secrets where name = 'worker_secret');
begin
  if v_url is null or v_secret is null then return; end if;
  perform net.http_post(
    url := v_url || '/functions/v1/' || p_name, body := '{}'::jsonb, timeout_milliseconds := 20000,
    headers := jsonb_build_object('content-type', 'application/json', 'authorization', 'Bearer ' || v_secret)
  ) from generate_series(1, p_times);
end
$$;
comment on function engine.wake_function(text, integer) is
  'pg_net posts to that edge function after commit; it answers at once, but its first start may take seconds. Where the vault has no project_url and worker_secret (tests, a bare server) nobody is called.';

create function engine.kick(p_workers integer default 1) returns void
language sql
set search_path = ''
as $$ select engine.wake_function('run-steps', p_workers) $$;
comment on function engine.kick(integer) is 'Wakes workers of steps.';

create function engine.kick_if_woken(p_was_idle boolean) returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_was_idle and engine.has_queued_work() then perform engine.kick(); end if;
end
$$;
comment on function engine.kick_if_woken(boolean) is 'After an act that may have queued work: kicks only when the queues went from empty to not empty.';

create function engine.tick() returns void
language plpgsql
set search_path = ''
as $$
declare
  v_part text;
  v_waiting integer;
begin
  if not pg_try_advisory_xact_lock(hashtext('nexio.tick')) then return; end if;
  foreach v_part in array array['expire_agents', 'expire_leases', 'admit_due_steps', 'join_child_runs', 'publish_due', 'approve_due', 'run_due_jobs', 'sweep_heartbeats', 'run_monitors', 'answer_left_over', 'resume_deliveries'] loop
    begin
      execute format('select engine.%I()', v_part);
    exception when others then
      -- one broken part must not stop the others; one open alert is enough
      if not exists (select from public.alerts where code = 'tick_failed' and detail ->> 'part' = v_part and resolved_at is null) then
        perform engine.raise_alert(null, 'critical', 'tick_failed', jsonb_build_object('part', v_part, 'error', sqlerrm));
      end if;
    end;
  end loop;
  v_waiting := engine.count_queued_work(80);
  if v_waiting > 0 then perform engine.kick(least(4, ceil(v_waiting / 20.0)::integer)); end if;
end
$$;
comment on function engine.tick() is 'Every 10 s: lost leases, due steps, due posts, what was announced; wakes one worker for each 20 waiting steps, at most four.';

create function engine.clean_up() returns void
language plpgsql
set search_path = ''
as $$
declare
  v_priority text;
begin
  foreach v_priority in array array['critical', 'high', 'medium', 'low'] loop
    execute format('delete from pgmq.a_nexio_%s where archived_at < $1', v_priority) using engine.now() - interval '30 days';
  end loop;
  delete from public.alerts where resolved_at < engine.now() - interval '90 days';
  delete from cron.job_run_details where end_time < engine.now() - interval '3 days';
  perform engine.make_event_months();
  perform engine.forget_deliveries();
end
$$;
comment on function engine.clean_up() is 'Nightly: buried messages after 30 days, settled alerts after 90, the clock''s own log after 3; the months of events that come; old deliveries and tokens.';

select cron.schedule('nexio-tick', '10 seconds', 'select engine.tick()');
select cron.schedule('nexio-clean-up', '40 1 * * *', 'select engine.clean_up()');
