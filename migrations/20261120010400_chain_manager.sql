-- Chain Manager: starts runs, opens the steps whose needs are met, admits them fairly, ends runs. Called by every transition.
-- The hot functions (advance_runs, claim_steps, complete_steps) pin their plans: one generic plan over indexes, whatever the statistics say. Planned
-- anew at each call they cost four times as much.

create function engine.fair_share() returns integer
language sql immutable
set search_path = ''
as $$ select 36 $$;
comment on function engine.fair_share() is
  'Steps of one tenant and priority that may be queued or at work at once: three batches of twelve. The rest wait as ready rows, so a flood delays nobody else.';

create function engine.start_run(
  p_tenant_id uuid, p_chain public.chains, p_title text, p_input jsonb, p_language text, p_requested_by uuid default null, p_client_key uuid default null,
  p_trigger text default 'engine', p_cron_key text default null, p_due_at timestamptz default null, p_parent_step_id bigint default null
) returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_run public.chain_runs;
  -- most chains say neither: looked at before it is worked out
  v_steps jsonb := case when jsonb_path_exists(p_chain.steps, '$[*].review_by') then engine.expand_steps(p_chain.steps) else p_chain.steps end;
  v_locked jsonb := case when jsonb_path_exists(p_chain.steps, '$[*].when') then
    engine.locked_agents(p_tenant_id, array(select e ->> 'agent' from jsonb_array_elements(p_chain.steps) e where e ? 'when')) else '{}' end;
begin
  insert into public.chain_runs (
    tenant_id, chain_key, chain, title, priority, input, language, requested_by, client_key, trigger, cron_key, due_at, parent_step_id, plan_key,
    about_id, is_demo, created_at, started_at
  )
  select p_tenant_id, p_chain.key, jsonb_build_object('key', p_chain.key, 'name', p_chain.name, 'steps', v_steps), left(p_title, 200),
    p_chain.priority, p_input, p_language, p_requested_by, p_client_key, p_trigger, p_cron_key, p_due_at, p_parent_step_id, t.plan_key,
    engine.stranger_in(p_input, p_parent_step_id), t.is_demo, v_now, v_now
  from public.tenants t where t.id = p_tenant_id
  returning * into v_run;

  insert into public.chain_steps (
    run_id, tenant_id, position, place, key, agent_key, skill_key, needs, priority, gate, review_by, keep, runner, capability, lane, opens_when,
    opens_by_rule, state, finished_at, error_code
  )
  select v_run.id, p_tenant_id, n,
    case when e ? 'place' then engine.place_of(v_steps, e ->> 'key') else count(*) filter (where not e ? 'place') over (order by n) end,
    e ->> 'key', e ->> 'agent', e ->> 'skill', engine.step_needs(e), p_chain.priority, e ->> 'approval', e ->> 'review_by', e ->> 'keep', runner, capability, e ->> 'each', (e ->> 'when')::jsonpath,
    runner <> 'worker' or e ?| array['when', 'each', 'delay', 'delay_until'],
    -- what the plan does not have and the chain can do without
    case when is_missed then 'skipped' else 'waiting' end, case when is_missed then v_now end, case when is_missed then 'agent_locked' end
  from jsonb_array_elements(v_steps) with ordinality as s (e, n)
  left join lateral (
    select k.capability from public.skills k where k.key = e ->> 'skill' and (k.tenant_id is null or k.tenant_id = p_tenant_id)
    order by k.tenant_id nulls last limit 1
  ) as card on true
  cross join lateral (
    select case when e ->> 'skill' ~ '^(chain|engine):' then split_part(e ->> 'skill', ':', 1) when capability is not null then 'agent' else 'worker' end as runner,
      e ? 'when' and v_locked ? (e ->> 'agent') as is_missed
  ) as told;

  insert into public.events (tenant_id, run_id, kind, actor_kind, actor, data, trace_id, created_at, personal, personal_of)
  select p_tenant_id, v_run.id, 'run.started', case when p_requested_by is null then 'engine' else 'person' end, coalesce(p_requested_by::text, 'task_router'),
    jsonb_build_object('chain', p_chain.key) || case when p_requested_by is null then said else '{}' end, v_run.trace_id, v_now,
    engine.encrypt_personal(p_requested_by, said), p_requested_by
  from jsonb_strip_nulls(jsonb_build_object('title', v_run.title, 'say', p_input ->> 'request')) as said;
  perform engine.broadcast(p_tenant_id, 'run', jsonb_build_object('id', v_run.id, 'run_id', v_run.id));
  perform engine.advance_runs(array[v_run.id]);
  return v_run.id;
end
$$;
comment on function engine.start_run(uuid, public.chains, text, jsonb, text, uuid, uuid, text, text, timestamptz, bigint) is
  'Starts a run with a copy of the chain and one row a step, and queues what needs nothing. Called by engine.start_chain, which has checked right and budget, and for '
  'a step that is a chain itself.';

create function engine.advance_runs(p_run_ids uuid[]) returns void
language plpgsql
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  v_now timestamptz := engine.now();
  v_share integer := engine.fair_share();
  v_queued bigint[];
  v_priorities text[];
  v_undecided uuid[];
  v_ended uuid[];
  v_rested uuid[];
begin
  with named as materialized (
    -- a suspended tenant's work stands still, whoever comes by
    select r.id, r.tenant_id, r.priority, r.trace_id, r.state in ('running', 'awaiting_approval') and t.status = 'active' as is_live, t.status = 'active' as is_open
    from public.chain_runs r join public.tenants t on t.id = r.tenant_id where r.id = any (p_run_ids)
  ),
  startable as materialized (
    select w.id, w.run_id, w.tenant_id, w.priority, w.opens_by_rule as is_undecided
    from named r
    join public.chain_steps w on w.run_id = r.id and w.state = 'waiting'
    -- what failed or was refused in a live run was a lane of its own: who waits for all lanes goes on with the others
    where r.is_live and not exists (
      select from public.chain_steps n
      where n.run_id = w.run_id and n.key = any (w.needs) and n.state in ('waiting', 'ready', 'queued', 'working', 'awaiting_approval')
        and (n.item = w.item or w.lane is null or n.lane is distinct from w.lane)
    )
  ),
  places as materialized (
    select t.tenant_id, t.priority, v_share - (
      select count(*) from (
        select from public.chain_steps h
        where h.tenant_id = t.tenant_id and h.priority = t.priority and h.state in ('queued', 'working') and h.runner = 'worker'
        limit v_share
      ) as held
    ) as free
    from (select distinct tenant_id, priority from named where is_open) as t
  ),
  candidates as (
    select id, tenant_id, priority from startable where not is_undecided
    union all
    select b.id, p.tenant_id, p.priority
    from places p
    cross join lateral (
      select s.id from public.chain_steps s
      where s.tenant_id = p.tenant_id and s.priority = p.priority and s.state = 'ready' and s.runner = 'worker'
        and (s.due_at is null or s.due_at <= v_now)
      order by s.id limit greatest(p.free, 0) for no key update skip locked
    ) as b
  ),
  ranked as (
    select c.id, row_number() over (partition by c.tenant_id, c.priority order by c.id) <= p.free as has_place
    from candidates c join places p on p.tenant_id = c.tenant_id and p.priority = c.priority
  ),
  opened as (
    update public.chain_steps s set state = case when k.has_place then 'queued' else 'ready' end, due_at = null
    from ranked k
    where s.id = k.id and (s.state = 'waiting' or (s.state = 'ready' and k.has_place))
    returning s.id, s.priority, s.state
  ),
  ended as (
    update public.chain_runs r set state = 'done', finished_at = v_now
    from named n
    where r.id = n.id and r.state in ('running', 'awaiting_approval') and not exists (
      select from public.chain_steps s
      where s.run_id = r.id and s.state in ('waiting', 'ready', 'queued', 'working', 'awaiting_approval')
    )
    returning r.id, r.tenant_id, r.trace_id, r.cost_micros
  ),
  rested as (
    -- the last lane has come to its gate: nothing is left but what people decide
    update public.chain_runs r set state = 'awaiting_approval'
    from named n
    where r.id = n.id and r.state = 'running' and not exists (select from startable w where w.run_id = r.id)
      and exists (select from public.chain_steps s where s.run_id = r.id and s.state = 'awaiting_approval')
      and not exists (select from public.chain_steps s where s.run_id = r.id and s.state in ('ready', 'queued', 'working'))
    returning r.id
  ),
  noted as (
    insert into public.events (tenant_id, run_id, kind, actor_kind, actor, data, trace_id, created_at)
    select tenant_id, id, 'run.done', 'engine', 'chain_manager', jsonb_build_object('cost_micros', cost_micros), trace_id, v_now from ended
  )
  select array_agg(o.id), array_agg(o.priority), (select array_agg(distinct run_id) from startable where is_undecided), (select array_agg(id) from ended),
    (select array_agg(id) from rested)
  into v_queued, v_priorities, v_undecided, v_ended, v_rested
  from opened o
  where o.state = 'queued';

  if v_queued is not null then perform engine.enqueue_steps(v_queued, v_priorities); end if;
  if v_ended is not null then
    perform engine.tell_runs(v_ended);
    perform engine.close_child_run(id) from unnest(v_ended) as id;
  end if;
  if v_rested is not null then perform engine.ring_for_lanes(id) from unnest(v_rested) as id; end if;
  if v_undecided is not null then
    perform engine.decide_steps(v_undecided);
    perform engine.advance_runs(v_undecided);
  end if;
end
$$;
comment on function engine.advance_runs(uuid[]) is
  'After any change of these runs: opens steps whose needs are met, fills their tenants'' fair share (older ready steps too), ends runs with nothing left. '
  'The caller holds the lock on the run rows, so two steps that finish together cannot both miss their successor.';
