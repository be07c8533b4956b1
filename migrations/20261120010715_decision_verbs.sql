-- The verbs of a decision that people call: decide_approval, decide_approvals. The rules are in engine.decide.

create function public.decide_approvals(p_tenant_id uuid, p_decisions jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform engine.require_tenant(p_tenant_id);
  if jsonb_typeof(p_decisions) is distinct from 'array' or jsonb_array_length(p_decisions) > 100 then
    perform engine.fail('NX400', 'decisions_invalid');
  end if;
  if exists (
    select from jsonb_array_elements(p_decisions) d
    where d ->> 'decision' is null or d ->> 'decision' not in ('approve', 'reject', 'stop') or not pg_input_is_valid(coalesce(d ->> 'approval_id', ''), 'uuid')
      or not pg_input_is_valid(coalesce(d ->> 'client_key', ''), 'uuid') or not pg_input_is_valid(coalesce(d ->> 'version', '0'), 'integer')
      or coalesce(d ->> 'channel', 'app') not in ('app', 'push', 'whatsapp', 'telegram', 'email', 'api')
  ) then
    perform engine.fail('NX400', 'decisions_invalid');
  end if;
  if jsonb_array_length(p_decisions) > 10 and auth.jwt() ->> 'aal' is distinct from 'aal2' then
    return (
      select jsonb_agg(jsonb_build_object('outcome', 'needs_two_factor', 'approval_id', d -> 'approval_id') order by n)
      from jsonb_array_elements(p_decisions) with ordinality as x (d, n)
    );
  end if;
  -- the runs in the order in which everybody locks them: two people with the same batch do not stand in each other's way
  perform from public.chain_runs r
  where r.id in (
    select a.run_id from public.approvals a
    where a.tenant_id = p_tenant_id and a.id in (select (d ->> 'approval_id')::uuid from jsonb_array_elements(p_decisions) d)
  )
  order by r.id for no key update;
  return (
    with decided as materialized (select n, engine.decide(p_tenant_id, d) as outcome from jsonb_array_elements(p_decisions) with ordinality as x (d, n))
    select coalesce(jsonb_agg(outcome order by n), '[]') from decided
  );
end
$$;
comment on function public.decide_approvals(uuid, jsonb) is
  'Decides up to 100 at once: [{approval_id, decision approve|reject|stop, version, content_hash, edits?, reason?, channel?, client_key}] -> outcomes in the same '
  'order. More than ten need aal2: all come back as needs_two_factor. NX400 decisions_invalid, edit_invalid (nothing is decided then).';
grant execute on function public.decide_approvals(uuid, jsonb) to authenticated;

create function public.decide_approval(
  p_tenant_id uuid, p_approval_id uuid, p_decision text, p_version integer, p_content_hash text, p_edits jsonb default null,
  p_reason text default null, p_channel text default 'app', p_client_key uuid default null
) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  return public.decide_approvals(p_tenant_id, jsonb_build_array(jsonb_build_object(
    'approval_id', p_approval_id, 'decision', p_decision, 'version', p_version, 'content_hash', p_content_hash, 'edits', p_edits, 'reason', p_reason,
    'channel', p_channel, 'client_key', coalesce(p_client_key, gen_random_uuid())
  ))) -> 0;
end
$$;
comment on function public.decide_approval(uuid, uuid, text, integer, text, jsonb, text, text, uuid) is
  '{outcome: decided|stopped|already_decided|stale|forbidden|not_found|needs_two_factor, approval_id, state, version, content_hash, decided_by_name, decided_at, '
  'decided_channel}. p_version and p_content_hash are what the person saw: another is stale. p_edits {body?, headline?, hashtags?, call_to_action?} make the next '
  'version, the difference is kept as a lesson. The same p_client_key again gives the first outcome. stop = what was announced (goes_out_at) waits for a person. NX400 decisions_invalid, '
  'edit_invalid; NX409 tenant_mismatch.';
grant execute on function public.decide_approval(uuid, uuid, text, integer, text, jsonb, text, text, uuid) to authenticated;
