-- A decision without a session: the token of a push or a mail, for one approval as one person was shown it. Called by the service worker and the page /d/<token>.

create function engine.token_row(p_token text) returns bytea
language plpgsql stable
set search_path = ''
as $$
declare
  v_hash bytea;
begin
  if p_token ~ '^[A-Za-z0-9_-]{43}$' then
    select t.token_hash into v_hash from public.decision_tokens t where t.token_hash = sha256(convert_to(p_token, 'utf8'));
  end if;
  -- 244 random bits are not guessed, but who tries is counted with those who are not signed in
  if v_hash is null then perform engine.mark_request('refusals'); end if;
  return v_hash;
end
$$;
comment on function engine.token_row(text) is 'The key of a token''s row; null = there is none, and the Guard Scanner counts a refusal.';

create function public.decide_by_token(p_token text, p_decision text, p_reason text default null, p_edits jsonb default null) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_hash bytea := engine.token_row(p_token);
  v_token public.decision_tokens;
  v_approval public.approvals;
  v_content public.contents;
  v_outcome jsonb;
begin
  if p_decision is null or p_decision not in ('approve', 'reject', 'stop') then perform engine.fail('NX400', 'decisions_invalid'); end if;
  -- who comes second with the same token waits here and finds it used
  select * into v_token from public.decision_tokens where token_hash = v_hash for no key update;
  if v_token.token_hash is null then return '{"outcome": "unknown_token"}'; end if;
  select * into v_approval from public.approvals where id = v_token.approval_id;
  if v_token.used_at is not null then
    select * into v_content from public.contents where id = v_approval.content_id;
    v_outcome := engine.decision_outcome('used', v_approval, v_content);
  else
    v_outcome := engine.decide_as(v_token.user_id, v_approval.tenant_id, jsonb_build_object(
      'approval_id', v_approval.id, 'decision', p_decision, 'version', v_token.version, 'content_hash', v_token.content_hash, 'edits', p_edits, 'reason', p_reason,
      'channel', v_token.channel, 'client_key', gen_random_uuid()
    ));
  end if;
  if v_outcome ->> 'outcome' in ('decided', 'stopped', 'already_decided') then
    update public.decision_tokens set used_at = engine.now() where token_hash = v_hash;
  end if;
  if v_outcome ->> 'outcome' = 'forbidden' then return v_outcome; end if;
  return v_outcome || jsonb_build_object('waiting_count', engine.count_to_decide(v_token.user_id, v_approval.tenant_id));
end
$$;
comment on function public.decide_by_token(text, text, text, jsonb) is
  'Decides (approve|reject, or stop of what goes out by itself) with a token, without a session, as its person and in its channel; what that person may do is looked at now. Outcomes as '
  'decide_approval, and used (its state tells how it was decided; pending = it was stopped), unknown_token (nothing else is told). stale = the content has changed since: nothing is decided, approval_id and the new version come back. All but forbidden and unknown_token tell waiting_count, how many wait for this person now. p_reason, p_edits as in '
  'decide_approval. NX400 decisions_invalid, edit_invalid.';
grant execute on function public.decide_by_token(text, text, text, jsonb) to anon, authenticated;

create function public.read_decision_link(p_token text) returns jsonb
language plpgsql stable
security definer
set search_path = ''
as $$
declare
  v_token public.decision_tokens;
  v_approval public.approvals;
  v_shown jsonb;
  v_status text;
begin
  select * into v_token from public.decision_tokens where token_hash = engine.token_row(p_token);
  if v_token.token_hash is null then return null; end if;
  select * into v_approval from public.approvals where id = v_token.approval_id;
  v_shown := engine.show_approval(v_approval);
  v_status := case
    when v_token.user_id not in (select engine.deciders_of(v_approval)) or not exists (select from public.tenants t where t.id = v_approval.tenant_id and t.status = 'active') then 'forbidden'
    when v_token.used_at is not null then 'used'
    when v_approval.state <> 'pending' then 'already_decided'
    when (v_token.version, v_token.content_hash) is distinct from ((v_shown ->> 'version')::integer, v_shown ->> 'content_hash') then 'stale'
    else 'open'
  end;
  return jsonb_build_object('status', v_status, 'language', (select p.language from public.profiles p where p.user_id = v_token.user_id), 'approval_id', v_approval.id)
    || case when v_status = 'forbidden' then '{}' else jsonb_build_object(
      'tenant', (select jsonb_build_object('name', t.name, 'slug', t.slug, 'timezone', t.timezone) from public.tenants t where t.id = v_approval.tenant_id),
      'state', v_approval.state, 'title', v_approval.title, 'decided_at', v_approval.decided_at, 'decided_channel', v_approval.decided_channel,
      'decided_by_name', coalesce((select nullif(p.display_name, '') from public.profiles p where p.user_id = v_approval.decided_by), v_approval.decided_client)
    ) end
    || case v_status
      when 'open' then jsonb_build_object('approval', v_shown)
      when 'stale' then jsonb_build_object('changed', engine.changed_parts(v_approval.content_id, v_token.version))
      else '{}'
    end;
end
$$;
comment on function public.read_decision_link(text) is
  'What a token is about, deciding nothing, so that a robot that opens every link does no harm: {status open|used|already_decided|stale|forbidden, language (of its person), approval_id, tenant {name, '
  'slug, timezone}, state, title, decided_at, decided_channel, decided_by_name, approval (engine.show_approval, while open), changed (of stale: names of the parts that differ from what was shown)}; null = unknown.';
grant execute on function public.read_decision_link(text) to anon, authenticated;
