-- The worker's side of a step: claim, read_context, reserve_model_call, fail, effects. Called by functions/run-steps as service_role.
-- complete and cycle are in the next file.

create function worker.claim(p_worker text, p_limit integer default 10, p_lease_seconds integer default 120) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- a lost claim leaves the message in its queue: no need to wait for the disk
  perform set_config('synchronous_commit', 'off', true);
  return engine.claim_steps(p_worker, p_limit, p_lease_seconds);
end
$$;
comment on function worker.claim(text, integer, integer) is
  'Up to p_limit steps to work on: [{step_id, token, run_id, tenant_id, key, agent, skill, round, attempt, item, batch, about}]. Each is the caller''s until its lease '
  '(seconds) ends or it is completed or failed with its token. A step of a fan-out brings up to eleven of its kind along, with the same `batch` and next to it: one '
  'call to a model may answer them all. batch null = it stands alone. about = the request, to find learned patterns near it.';

create function engine.companions_of(p_step_ids bigint[]) returns bigint[]
language plpgsql
set search_path = ''
as $$
declare
  v_batches jsonb;
  v_ids bigint[];
begin
  select jsonb_agg(b) into v_batches
  from (
    select s.run_id, s.key, s.round, 12 - count(*) as places from public.chain_steps s
    where s.id = any (p_step_ids) and s.state = 'queued' and s.lane is not null
    group by s.run_id, s.key, s.round having count(*) < 12
  ) as b;
  if v_batches is null then return '{}'; end if;
  -- their own rows first: whoever comes for company takes only what nobody holds, so two workers never wait for each other. Only queued ones: the message of
  -- a step that went along in another's batch is stale, and its row may be in that other's hands until it commits.
  perform from public.chain_steps where id = any (p_step_ids) and state = 'queued' order by id for no key update;
  select array_agg(c.id) into v_ids
  from jsonb_to_recordset(v_batches) as b (run_id uuid, key text, round smallint, places integer)
  cross join lateral (
    select s.id from public.chain_steps s
    where s.run_id = b.run_id and s.key = b.key and s.round = b.round and s.state = 'queued' and s.id <> all (p_step_ids)
    order by s.item limit b.places for no key update skip locked
  ) as c;
  return coalesce(v_ids, '{}');
end
$$;
comment on function engine.companions_of(bigint[]) is
  'Queued steps of the same run, key and round as fan-out steps that are being claimed, up to twelve a batch, locked. Their messages stay behind and mean nothing when '
  'they are taken.';

create function engine.claim_steps(p_worker text, p_limit integer, p_lease_seconds integer) returns jsonb
language plpgsql
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  v_now timestamptz := engine.now();
  v_limit integer := least(greatest(p_limit, 0), 100);
  v_ids bigint[];
  v_claimed bigint[];
  v_answer jsonb;
begin
  -- again when all that was taken had been cancelled or reopened since: an empty answer must mean that nothing waits
  while v_claimed is null loop
    v_ids := engine.take_step_ids(v_limit);
    if cardinality(v_ids) = 0 and v_limit > 0 and engine.admit_due_steps() then v_ids := engine.take_step_ids(v_limit); end if;
    exit when cardinality(v_ids) = 0;
    v_ids := v_ids || engine.companions_of(v_ids);

    with claimed as (
      update public.chain_steps s
      set state = 'working', attempt = s.attempt + 1, claim_token = gen_random_uuid(), lease_until = v_now + make_interval(secs => p_lease_seconds),
        worker = p_worker, started_at = v_now, reserved_micros = 0, reserved_on = null
      where s.id = any (v_ids) and s.state = 'queued'
      returning s.id, s.tenant_id, s.run_id, s.key, s.agent_key, s.skill_key, s.round, s.attempt, s.item, s.lane,
        s.claim_token, s.input -> 'item' ->> 'request' as asked
    ),
    noted as (
      insert into public.events (tenant_id, run_id, step_id, kind, actor_kind, actor, data, created_at)
      select tenant_id, run_id, id, 'step.started', 'agent', agent_key,
        jsonb_build_object('step', key, 'round', round, 'attempt', attempt, 'worker', p_worker), v_now
      from claimed
    )
    select array_agg(id), jsonb_agg(jsonb_build_object(
      'step_id', id, 'token', claim_token, 'run_id', run_id, 'tenant_id', tenant_id, 'key', key, 'agent', agent_key, 'skill', skill_key,
      'round', round, 'attempt', attempt, 'item', item, 'batch', case when lane is not null then concat_ws('/', run_id, key, round) end,
      'about', left(coalesce(asked, (select r.input ->> 'request' from public.chain_runs r where r.id = run_id)), 300)
    ) order by run_id, key, item)
    into v_claimed, v_answer from claimed;

    if cardinality(v_ids) > coalesce(cardinality(v_claimed), 0) then
      perform engine.bury_message('low', jsonb_build_object('step', taken.id), 'step_unknown')
      from unnest(v_ids) as taken (id) where not exists (select from public.chain_steps s where s.id = taken.id);
    end if;
  end loop;
  if v_claimed is not null then perform engine.tell_steps(v_claimed); end if;
  return coalesce(v_answer, '[]');
end
$$;
comment on function engine.claim_steps(text, integer, integer) is 'Takes ids from the queues and gives their steps a token and a lease; looks for due steps when the queues are empty.';

create function worker.read_context(p_step_id bigint, p_token uuid, p_embedding extensions.vector(384) default null) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_step public.chain_steps;
  v_context jsonb;
begin
  select * into v_step from public.chain_steps where id = p_step_id and state = 'working' and claim_token = p_token;
  if v_step.id is null then return null; end if;
  v_context := engine.build_context(v_step, p_embedding);
  if v_context -> 'agent' = 'null' then
    perform worker.fail(p_step_id, p_token, 'agent_unknown', jsonb_build_object('agent', v_step.agent_key), false);
    return null;
  end if;
  if v_context -> 'skill' = 'null' then
    perform worker.fail(p_step_id, p_token, 'skill_unknown', jsonb_build_object('skill', v_step.skill_key), false);
    return null;
  end if;
  return v_context;
end
$$;
comment on function worker.read_context(bigint, uuid, extensions.vector) is
  'All that the step needs (engine.build_context). null = nothing to do: the claim is no longer the caller''s, or its agent or skill is unknown and the run has '
  'been failed with that reason.';

create function worker.reserve_model_call(
  p_step_id bigint, p_token uuid, p_providers text[], p_input_tokens integer, p_output_tokens integer, p_is_picture boolean default false
) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_step public.chain_steps;
  v_routes jsonb;
  v_affordable jsonb;
begin
  -- the order of locks is run, steps, budgets everywhere: without the run's, this step and its budget could be taken the other way round
  perform from public.chain_runs r join public.chain_steps s on s.run_id = r.id where s.id = p_step_id for no key update of r;
  select * into v_step from public.chain_steps where id = p_step_id and state = 'working' and claim_token = p_token;
  if v_step.id is null then return jsonb_build_object('blocked', 'claim_lost'); end if;
  v_routes := case
    when p_is_picture then engine.route_pictures(v_step, p_providers, p_input_tokens, p_output_tokens)
    else engine.route_models(v_step, p_providers, p_input_tokens, p_output_tokens)
  end;
  if v_routes = '[]' then return jsonb_build_object('blocked', 'no_model_route'); end if;
  v_affordable := engine.hold_money(v_step, v_routes);
  if v_affordable is null then return jsonb_build_object('blocked', 'daily_cost_spent'); end if;
  return jsonb_build_object('routes', v_affordable);
end
$$;
comment on function worker.reserve_model_call(bigint, uuid, text[], integer, integer, boolean) is
  'Before a model call: {routes: [{tier, provider, model, estimate_micros}]} in the order to try them, their dearest estimate held on today''s budget; or '
  '{blocked: claim_lost | no_model_route | daily_cost_spent}, and no call may start. p_providers: what the worker has keys for; '
  'p_is_picture: image models instead of those of the step''s skill.';

create function worker.reserve_effect(p_step_id bigint, p_token uuid, p_key text, p_kind text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_tenant_id uuid;
  v_is_new boolean;
begin
  select tenant_id into v_tenant_id from public.chain_steps where id = p_step_id and state = 'working' and claim_token = p_token;
  if v_tenant_id is null then return 'claim_lost'; end if;
  insert into public.effects (key, tenant_id, step_id, kind) values (p_key, v_tenant_id, p_step_id, p_kind) on conflict (key) do nothing
  returning true into v_is_new;
  if v_is_new then return 'new'; end if;
  -- found again: settled, or left open by a worker that died in between
  update public.effects set state = case state when 'settled' then 'settled' else 'unknown' end where key = p_key and step_id = p_step_id;
  return (select state from public.effects where key = p_key and step_id = p_step_id);
end
$$;
comment on function worker.reserve_effect(bigint, uuid, text, text) is
  'Before an outside effect: new = do it; settled = it was done; unknown = an earlier worker may have done it: look before doing it again; claim_lost = leave it; '
  'null = the key belongs to another step.';

create function worker.settle_effect(p_step_id bigint, p_key text, p_data jsonb default '{}') returns void
language sql
security definer
set search_path = ''
as $$
  update public.effects set state = 'settled', settled_at = engine.now(), data = p_data where key = p_key and step_id = p_step_id and state <> 'settled'
$$;
comment on function worker.settle_effect(bigint, text, jsonb) is 'After an outside effect: it happened. p_data: what the other side answered (ids, never secrets).';

grant execute on function worker.claim(text, integer, integer), worker.read_context(bigint, uuid, extensions.vector),
  worker.reserve_model_call(bigint, uuid, text[], integer, integer, boolean), worker.reserve_effect(bigint, uuid, text, text),
  worker.settle_effect(bigint, text, jsonb) to service_role;
