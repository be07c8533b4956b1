-- The one way to start a run: engine.start_chain, called by the verbs, the clock, webhooks and detectors; public.start_chain for people.

create function engine.find_or_lock_request(p_tenant_id uuid, p_client_key uuid) returns uuid
language plpgsql
set search_path = ''
as $$
begin
  if p_client_key is null then perform engine.fail('NX400', 'client_key_missing'); end if;
  -- the same tap sent twice at once: the second waits and finds the first
  perform pg_advisory_xact_lock(hashtextextended(p_tenant_id::text || p_client_key::text, 0));
  return (select r.id from public.chain_runs r where r.tenant_id = p_tenant_id and r.client_key = p_client_key);
end
$$;
comment on function engine.find_or_lock_request(uuid, uuid) is 'The run that this client key has started, else null and the key is this transaction''s.';

create function engine.start_chain(
  p_tenant_id uuid, p_chain_key text, p_title text, p_input jsonb, p_language text, p_requested_by uuid default null, p_client_key uuid default null,
  p_trigger text default 'engine', p_cron_key text default null, p_due_at timestamptz default null
) returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_was_idle boolean := not engine.has_queued_work();
  v_chain public.chains := engine.route_task(p_tenant_id, p_chain_key);
  v_run_id uuid;
begin
  if p_client_key is not null then
    v_run_id := engine.find_or_lock_request(p_tenant_id, p_client_key);
    if v_run_id is not null then return v_run_id; end if;
  end if;
  if (select t.status from public.tenants t where t.id = p_tenant_id) is distinct from 'active' then
    perform engine.fail('NX403', 'tenant_suspended');
  end if;
  perform engine.check_agents(p_tenant_id, v_chain.steps, p_requested_by is null);
  if v_chain.costs_task then perform engine.charge_task(p_tenant_id); end if;
  if p_input ? 'photo' then v_chain.steps := engine.with_photo(v_chain.steps); end if;
  v_run_id := engine.start_run(p_tenant_id, v_chain, p_title, p_input, p_language, p_requested_by, p_client_key, p_trigger, p_cron_key, p_due_at);
  perform engine.kick_if_woken(v_was_idle);
  return v_run_id;
end
$$;
comment on function engine.start_chain(uuid, text, text, jsonb, text, uuid, uuid, text, text, timestamptz) is
  'Routes, charges the task, starts the run and wakes a worker; returns the run. The same p_client_key gives the same run. p_trigger: user, clock (with p_cron_key and '
  'p_due_at: a job starts once for its time), webhook, detector, agent, engine. The caller has checked the right to ask. NX402 agent_locked {agent, plan}, '
  'daily_tasks_spent {limit, plan}, daily_cost_spent {limit_micros, plan}; NX403 tenant_suspended; NX404 chain_unknown {chain}.';

create function public.start_chain(p_tenant_id uuid, p_chain_key text, p_input jsonb, p_client_key uuid) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_chain public.chains;
  v_given jsonb := coalesce(p_input, '{}');
  v_gathered jsonb;
  v_problem text;
  v_run_id uuid;
  v_tenant public.tenants;
begin
  perform engine.require_tenant(p_tenant_id, 'create_tasks');
  v_chain := engine.route_task(p_tenant_id, p_chain_key);
  -- what the clock or a webhook starts is nobody's to start by hand
  if v_chain.input_schema is null then perform engine.fail('NX404', 'chain_unknown', jsonb_build_object('chain', p_chain_key)); end if;
  v_problem := engine.input_problem(v_chain.input_schema, v_given);
  if v_problem is not null then perform engine.fail('NX400', 'input_invalid', jsonb_build_object('field', v_problem)); end if;

  v_run_id := engine.find_or_lock_request(p_tenant_id, p_client_key);
  if v_run_id is null then
    if engine.brand_of(p_tenant_id) is null and not v_chain.steps @> '[{"skill": "chain:brand_dna_extract"}]' then
      perform engine.fail('NX409', 'brand_dna_missing');
    end if;
    v_gathered := engine.input_of(p_tenant_id, p_chain_key);
    if v_gathered is null then perform engine.fail('NX409', 'chain_has_nothing', jsonb_build_object('chain', p_chain_key)); end if;
    select * into v_tenant from public.tenants where id = p_tenant_id;
    v_run_id := engine.start_chain(
      p_tenant_id, p_chain_key, coalesce(nullif(trim(v_given ->> 'request'), ''), v_chain.name), v_gathered || v_given,
      coalesce(v_given ->> 'language', v_tenant.language), auth.uid(), p_client_key, 'user'
    );
  end if;
  return jsonb_build_object('run_id', v_run_id);
end
$$;
comment on function public.start_chain(uuid, text, jsonb, uuid) is
  '{run_id}. Starts a chain by hand; p_input is held to the chain''s input_schema and laid over what the engine gathers for it. The same p_client_key gives the same run. '
  'NX400 input_invalid {field}, client_key_missing; NX402 agent_locked {agent, plan}, daily_tasks_spent {limit, plan}, daily_cost_spent {limit_micros, plan}; NX403 '
  'no_permission; NX404 chain_unknown {chain} (also: not to be started by hand); NX409 tenant_mismatch, brand_dna_missing, chain_has_nothing {chain} (nothing to work '
  'on yet: no figures, no persona …).';
grant execute on function public.start_chain(uuid, text, jsonb, uuid) to authenticated;
