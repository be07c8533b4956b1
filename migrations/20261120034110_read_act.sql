-- One act with everything that led to it, as it was then; and two runs beside each other. Called by screen /audit.
create function public.read_act(p_tenant_id uuid, p_event_id bigint) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_act public.events;
  v_content_id uuid;
  v_version integer;
  v_approval public.approvals;
  v_run public.chain_runs;
begin
  perform engine.require_tenant(p_tenant_id, 'read_audit');
  select * into v_act from public.events e where e.tenant_id = p_tenant_id and e.id = p_event_id;
  if v_act.id is null then perform engine.fail('NX404', 'act_unknown'); end if;
  select * into v_approval from public.approvals a where a.id = nullif(v_act.data ->> 'approval_id', '')::uuid and a.tenant_id = p_tenant_id;
  select * into v_run from public.chain_runs r where r.id = v_act.run_id and r.tenant_id = p_tenant_id;
  v_content_id := nullif(v_act.data ->> 'content_id', '')::uuid;
  v_version := (v_act.data -> 'version')::integer;

  return jsonb_build_object(
    'act', engine.audit_row(v_act),
    'seal', (
      select jsonb_build_object('number', b.number, 'hash', encode(b.hash, 'hex'), 'at', b.sealed_at) from public.event_seals b
      where b.tenant_id = p_tenant_id and v_act.id between b.from_id and b.to_id and v_act.txid >= b.from_txid and v_act.txid < b.to_txid),
    'story', (
      select coalesce(jsonb_agg(engine.audit_row(e::public.events) order by e.id), '[]')
      from (
        select x.* from public.events x
        where x.run_id = v_act.run_id and x.tenant_id = p_tenant_id and x.id < v_act.id and x.kind <> 'step.started' order by x.id desc limit 300
      ) as e),
    'texts', (
      select coalesce(jsonb_agg(to_jsonb(v) - 'tenant_id' order by v.version), '[]') from public.content_versions v
      where v.content_id = v_content_id and v.tenant_id = p_tenant_id and v.version <= v_version),
    'is_text_untouched', (
      select v.content_hash = v_act.data ->> 'content_hash' and v.content_hash = encode(sha256(convert_to(v.snapshot::text, 'utf8')), 'hex')
      from public.content_versions v where v.content_id = v_content_id and v.tenant_id = p_tenant_id and v.version = v_version),
    'review', case when v_approval.id is not null then jsonb_build_object(
      'title', v_approval.title, 'gate', v_approval.gate, 'subject', v_approval.subject, 'verdict', v_approval.verdict, 'score', v_approval.score,
      'used_house_model', v_approval.used_house_model, 'asked_at', v_approval.created_at, 'asked_version', v_approval.version) end,
    'run', case when v_run.id is not null then jsonb_build_object(
      'id', v_run.id, 'title', v_run.title, 'chain_key', v_run.chain_key, 'trigger', v_run.trigger, 'request', v_run.input -> 'request',
      'steps', (select jsonb_agg(jsonb_build_object('key', s -> 'key', 'agent', s -> 'agent', 'skill', s -> 'skill')) from jsonb_array_elements(v_run.chain -> 'steps') s)) end
  );
end
$$;
comment on function public.read_act(uuid, bigint) is
  '{act, seal {number, hash (of the chain at the end of the batch), at} | null (not yet), story [what was said and done in the run before it, oldest first, up to 300], texts [versions of the content up to the one of the act: {version, snapshot, content_hash, author_kind, author, created_at}], '
  'is_text_untouched (kept text, its hash and the hash in the act agree), review {title, gate, subject, verdict, score, used_house_model, asked_at, asked_version}, run {id, title, chain_key, trigger, request, steps}}; '
  'review and run are null when there are none or retention took them: story and texts stay. NX404 act_unknown, NX403 no_permission (read_audit), NX409 tenant_mismatch.';
grant execute on function public.read_act(uuid, bigint) to authenticated;

create function engine.run_side(p_tenant_id uuid, p_run_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', r.id, 'title', r.title, 'chain_key', r.chain_key, 'state', r.state, 'trigger', r.trigger, 'cost_micros', r.cost_micros, 'created_at', r.created_at,
    'duration_ms', (extract(epoch from coalesce(r.finished_at, engine.now()) - r.started_at) * 1000)::bigint, 'is_finished', r.finished_at is not null,
    'steps', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'key', s.key, 'item', s.item, 'agent', s.agent_key, 'state', s.state, 'round', s.round, 'score', s.score, 'verdict', s.verdict, 'say', left(s.output ->> 'say', 500),
        'cost_micros', s.cost_micros, 'duration_ms', s.duration_ms, 'provider', s.provider, 'model', s.model) order by s.position, s.item), '[]')
      from (select * from public.chain_steps x where x.run_id = r.id order by x.position, x.item limit 300) as s),
    'texts', (
      select coalesce(jsonb_agg(jsonb_build_object('content_id', c.id, 'version', c.version, 'status', c.status, 'snapshot', engine.content_snapshot(c)) order by c.created_at, c.id), '[]')
      from (select * from public.contents x where x.run_id = r.id and x.tenant_id = p_tenant_id order by x.created_at, x.id limit 50) as x join public.contents c on c.id = x.id),
    'decisions', (
      select coalesce(jsonb_agg(jsonb_build_object('state', a.state, 'channel', a.decided_channel, 'version', a.decided_version, 'at', a.decided_at, 'say', a.decision_reason,
        'name', (select p.display_name from public.profiles p where p.user_id = a.decided_by)) order by a.created_at), '[]')
      from (select * from public.approvals x where x.run_id = r.id order by x.created_at limit 50) as a)
  )
  from public.chain_runs r where r.id = p_run_id and r.tenant_id = p_tenant_id
$$;
comment on function engine.run_side(uuid, uuid) is 'One run as it stands beside another in compare_runs; null when the tenant has no such run.';

create function public.compare_runs(p_tenant_id uuid, p_run_id uuid, p_other_run_id uuid) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_sides jsonb;
begin
  perform engine.require_tenant(p_tenant_id, 'read_audit');
  v_sides := jsonb_build_array(engine.run_side(p_tenant_id, p_run_id), engine.run_side(p_tenant_id, p_other_run_id));
  if v_sides @> '[null]' then perform engine.fail('NX404', 'run_unknown'); end if;
  return v_sides;
end
$$;
comment on function public.compare_runs(uuid, uuid, uuid) is
  'Two runs beside each other: [{id, title, chain_key, state, trigger, cost_micros, created_at, duration_ms, is_finished, steps [{key, item, agent, state, round, score, verdict, say, cost_micros, duration_ms, '
  'provider, model}], texts [{content_id, version, status, snapshot}], decisions [{state, channel, version, at, say, name}]}, the same]. NX404 run_unknown, NX403 no_permission (read_audit), NX409 tenant_mismatch.';
grant execute on function public.compare_runs(uuid, uuid, uuid) to authenticated;
