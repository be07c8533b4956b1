-- How a claimed step ends: complete (batch), cycle (complete and claim in one transaction), fail. Called by functions/run-steps as service_role.

create function engine.complete_steps(p_items jsonb) returns bigint[]
language plpgsql
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  v_now timestamptz := engine.now();
  v_ids bigint[];
  v_runs uuid[];
  v_judged bigint[];
begin
  -- one lock a run: two steps that finish together cannot both miss the step that waits for both
  perform from public.chain_runs r
  where r.id in (select s.run_id from jsonb_to_recordset(p_items) as i (step_id bigint) join public.chain_steps s on s.id = i.step_id)
  order by r.id for no key update;

  with items as materialized (
    select * from jsonb_to_recordset(p_items) as i (step_id bigint, token uuid, output jsonb, duration_ms integer, calls jsonb)
    where jsonb_typeof(output) = 'object'
  ),
  calls as materialized (
    select i.step_id, p.* from items i cross join lateral engine.price_calls(i.calls) as p where jsonb_typeof(i.calls) = 'array'
  ),
  spent as (
    -- the answer's own route stands on the step; tries that failed are in model_calls
    select step_id, sum(cost_micros)::bigint as micros, max(tier) filter (where outcome = 'answered') as tier,
      max(provider) filter (where outcome = 'answered') as provider, max(model) filter (where outcome = 'answered') as model
    from calls group by step_id
  ),
  finished as (
    update public.chain_steps s
    set state = 'done', output = i.output, finished_at = v_now, claim_token = null, lease_until = null,
      duration_ms = coalesce(i.duration_ms, extract(epoch from v_now - s.started_at)::numeric * 1000),
      cost_micros = s.cost_micros + coalesce(p.micros, 0), reserved_micros = 0,
      -- a worker that tells its calls and had no answer did the step itself
      model_tier = case when jsonb_typeof(i.calls) = 'array' then p.tier else s.model_tier end,
      provider = case when jsonb_typeof(i.calls) = 'array' then p.provider else s.provider end,
      model = case when jsonb_typeof(i.calls) = 'array' then p.model else s.model end
    from items i left join spent p on p.step_id = i.step_id join public.chain_steps was on was.id = i.step_id
    where s.id = i.step_id and s.state = 'working' and s.claim_token = i.token
    returning s.id, s.run_id, s.tenant_id, s.key, s.item, s.agent_key, s.skill_key, s.round, s.gate, s.keep, s.provider, s.model, s.output, s.duration_ms,
      coalesce(p.micros, 0) as micros, was.reserved_micros as held, was.reserved_on
  ),
  called as (
    insert into public.model_calls (
      tenant_id, run_id, step_id, tier, provider, model, input_tokens, output_tokens, cached_tokens, duration_ms, outcome, cost_micros, lever, saved_tokens,
      list_micros, created_at
    )
    select f.tenant_id, f.run_id, f.id, coalesce(c.tier, ''), c.provider, c.model, c.input_tokens, c.output_tokens, c.cached_tokens, c.duration_ms,
      c.outcome, c.cost_micros, c.lever, c.saved_tokens, c.list_micros, v_now
    from finished f join calls c on c.step_id = f.id
  ),
  costed as (
    update public.chain_runs r set cost_micros = r.cost_micros + f.micros
    from (select run_id, sum(micros) as micros from finished group by run_id having sum(micros) > 0) as f where r.id = f.run_id
  ),
  settled as (
    insert into public.budgets as b (tenant_id, day, spent_micros, reserved_micros)
    select f.tenant_id, coalesce(f.reserved_on, (v_now at time zone t.timezone)::date) as day, sum(f.micros), 0
    from finished f join public.tenants t on t.id = f.tenant_id
    where f.micros > 0 or f.held > 0
    group by 1, 2 order by 1, 2
    on conflict (tenant_id, day) do update set
      spent_micros = b.spent_micros + excluded.spent_micros,
      reserved_micros = b.reserved_micros - (
        select coalesce(sum(f.held), 0) from finished f where f.tenant_id = b.tenant_id and f.reserved_on = b.day
      )
  ),
  noted as (
    insert into public.events (tenant_id, run_id, step_id, kind, actor_kind, actor, data, created_at)
    select f.tenant_id, f.run_id, f.id,
      case f.output ->> 'verdict' when 'refute' then 'step.refuted' when 'praise' then 'step.praised' else
        case when f.output ? 'score' then 'step.scored' else 'step.said' end end,
      'agent', f.agent_key,
      jsonb_build_object('step', f.key, 'round', f.round, 'say', left(f.output ->> 'say', 500), 'cost_micros', f.micros, 'duration_ms', f.duration_ms,
        'provider', f.provider, 'model', f.model)
      || case
        when f.output ? 'verdict' then jsonb_build_object('findings', f.output -> 'findings', 'to', (
          select a.agent_key from public.chain_steps a where a.run_id = f.run_id and a.review_by = f.key order by a.position limit 1))
        when f.output ? 'score' then jsonb_build_object('score', f.output -> 'score', 'reasons', f.output -> 'reasons')
        else '{}' end,
      v_now
    from finished f
  )
  select array_agg(id), array_agg(distinct run_id),
    array_agg(id order by id) filter (where gate is not null or keep is not null or output ?| array['verdict', 'score'])
  into v_ids, v_runs, v_judged from finished;

  if v_ids is not null then
    if v_judged is not null then perform engine.judge_step(id) from unnest(v_judged) as id; end if;
    perform engine.advance_runs(v_runs);
    perform engine.tell_steps(v_ids);
  end if;
  -- an output that is no object is the step's failure, not the batch's
  perform worker.fail(i.step_id, i.token, 'output_malformed', '{}', true, i.calls)
  from jsonb_to_recordset(p_items) as i (step_id bigint, token uuid, output jsonb, calls jsonb)
  where jsonb_typeof(output) is distinct from 'object';
  return coalesce(v_ids, '{}');
end
$$;
comment on function engine.complete_steps(jsonb) is 'See worker.complete.';

create function worker.complete(p_items jsonb) returns bigint[]
language plpgsql
security definer
set search_path = ''
as $$
begin
  return engine.complete_steps(p_items);
end
$$;
comment on function worker.complete(jsonb) is
  'Ends steps with their outputs: [{step_id, token, output {…}, duration_ms?, calls? [{tier, provider, model, input_tokens, output_tokens, cached_tokens, duration_ms, '
  'outcome}]}]. In one transaction: output, price and budget, events, the next steps or the person who must decide. Returns the ids that counted; one whose token '
  'is old is missing and has changed nothing.';

create function worker.cycle(p_items jsonb, p_worker text, p_limit integer default 10, p_lease_seconds integer default 120) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_completed bigint[] := '{}';
begin
  if coalesce(jsonb_array_length(p_items), 0) > 0 then v_completed := engine.complete_steps(p_items); end if;
  return jsonb_build_object('completed', to_jsonb(v_completed), 'claimed', engine.claim_steps(p_worker, p_limit, p_lease_seconds));
end
$$;
comment on function worker.cycle(jsonb, text, integer, integer) is
  'complete(p_items) and claim(p_limit) in one transaction: {completed: [ids], claimed: [as worker.claim]}.';

create function engine.retry_delay(p_failures integer) returns interval
language sql immutable
set search_path = ''
as $$ select make_interval(secs => (array[2, 10, 50])[least(greatest(p_failures, 1), 3)]) $$;
comment on function engine.retry_delay(integer) is 'Wait before the next try after so many failures: 2 s, 10 s, 50 s.';

create function worker.fail(
  p_step_id bigint, p_token uuid, p_code text, p_detail jsonb default '{}', p_is_retryable boolean default true, p_calls jsonb default null
) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_step public.chain_steps;
begin
  perform from public.chain_runs r join public.chain_steps s on s.run_id = r.id where s.id = p_step_id for no key update of r;
  select * into v_step from public.chain_steps where id = p_step_id and state = 'working' and claim_token = p_token for no key update;
  if v_step.id is null then return 'claim_lost'; end if;
  if jsonb_typeof(p_calls) = 'array' then perform engine.settle_calls(v_step, p_calls); else perform engine.book_holds(array[p_step_id]); end if;
  return engine.fail_step(v_step, p_code, p_detail, p_is_retryable);
end
$$;
comment on function worker.fail(bigint, uuid, text, jsonb, boolean, jsonb) is
  'The step could not be done: p_code (snake_case, the app words it) with p_detail. Retryable: tried again after 2, 10, 50 s, then dead. Dead or not retryable: '
  'the run fails with this reason, an admin is alerted. p_calls as in complete, [] when none was made; null books the hold as spent. Returns retried | deferred | dead | claim_lost.';

create function engine.fail_step(p_step public.chain_steps, p_code text, p_detail jsonb, p_is_retryable boolean) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_is_deferred boolean := p_code = 'daily_cost_spent' and p_step.priority in ('medium', 'low');
  v_is_retried boolean := v_is_deferred or (p_is_retryable and p_step.attempt <= 3);
  v_detail jsonb := coalesce(p_detail, '{}') || jsonb_build_object('step', p_step.key, 'agent', p_step.agent_key);
begin
  update public.chain_steps
  set state = case when v_is_retried then 'ready' else 'failed' end, claim_token = null, lease_until = null, error_code = p_code, error_detail = v_detail,
    attempt = attempt - v_is_deferred::int, finished_at = case when v_is_retried then null else v_now end,
    due_at = case
      -- no money today: work that can wait goes on tomorrow
      when v_is_deferred then (select ((v_now at time zone t.timezone)::date + 1)::timestamp at time zone t.timezone from public.tenants t where t.id = p_step.tenant_id)
      when v_is_retried then v_now + engine.retry_delay(p_step.attempt)
    end
  where id = p_step.id;

  insert into public.events (tenant_id, run_id, step_id, kind, actor_kind, actor, data, created_at)
  values (
    p_step.tenant_id, p_step.run_id, p_step.id,
    case when v_is_deferred then 'step.deferred' when v_is_retried then 'step.retried' else 'step.failed' end, 'agent', p_step.agent_key,
    v_detail || jsonb_build_object('code', p_code, 'attempt', p_step.attempt), v_now
  );
  if not v_is_retried then
    perform engine.raise_alert(p_step.tenant_id, 'warning', 'step_dead',
      v_detail || jsonb_build_object('code', p_code, 'run_id', p_step.run_id, 'step_id', p_step.id, 'attempts', p_step.attempt));
    perform engine.end_step(p_step, 'failed', p_code, v_detail, 'chain_manager');
  else
    perform engine.advance_runs(array[p_step.run_id]);
  end if;
  perform engine.tell_steps(array[p_step.id]);
  return case when v_is_deferred then 'deferred' when v_is_retried then 'retried' else 'dead' end;
end
$$;
comment on function engine.fail_step(public.chain_steps, text, jsonb, boolean) is
  'A claimed step failed: back to ready with a wait, to tomorrow when money is short and it can wait, or dead with an alert and its run (in a fan-out: its item) failed.';

grant execute on function worker.complete(jsonb), worker.cycle(jsonb, text, integer, integer),
  worker.fail(bigint, uuid, text, jsonb, boolean, jsonb) to service_role;
