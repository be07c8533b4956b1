-- One approval, one state, any channel: the one rule of a decision, whoever makes it. Called by the verbs of people, by channels in a person's name, by a client's link
-- and by earned autonomy.

create function engine.decision_outcome(p_outcome text, p_approval public.approvals, p_content public.contents default null) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'outcome', p_outcome, 'approval_id', p_approval.id, 'state', p_approval.state,
    'version', coalesce(p_content.version, p_approval.version), 'content_hash', coalesce(p_content.content_hash, p_approval.content_hash),
    'decided_by_name', coalesce((select nullif(p.display_name, '') from public.profiles p where p.user_id = p_approval.decided_by), p_approval.decided_client),
    'decided_at', p_approval.decided_at, 'decided_channel', p_approval.decided_channel
  )
$$;
comment on function engine.decision_outcome(text, public.approvals, public.contents) is 'The answer of decide_approval in one shape.';

create function engine.needs_two_factor(p_gate text) returns boolean
language sql immutable
set search_path = ''
as $$ select p_gate in ('money', 'settings') $$;
comment on function engine.needs_two_factor(text) is 'Gates that are decided at aal2 only, in the app: no button, word or link of a channel decides them.';

create function engine.deciders_of(p_approval public.approvals) returns setof uuid
language sql stable
set search_path = ''
as $$
  select m.user_id from public.memberships m
  join public.role_permissions p on p.role = m.role and p.permission = 'approve_tasks'
  where m.tenant_id = p_approval.tenant_id and case m.role
    when 'owner' then true
    when 'admin' then p_approval.assigned_role <> 'owner' or coalesce(p_approval.assignee_id = m.user_id, false)
    else coalesce(p_approval.assignee_id = m.user_id, p_approval.assigned_role = m.role)
  end
$$;
comment on function engine.deciders_of(public.approvals) is
  'Who may decide it at this moment: owners all, admins all but the owner''s, staff what is theirs or their role''s queue.';

create function engine.may_decide(p_approval public.approvals) returns boolean
language sql stable
set search_path = ''
as $$ select public.has_permission('approve_tasks') and auth.uid() in (select engine.deciders_of(p_approval)) $$;
comment on function engine.may_decide(public.approvals) is 'The person in this request may decide it (engine.deciders_of).';

create function engine.is_decider(p_approval public.approvals, p_by text, p_link_id uuid, p_is_edit boolean) returns boolean
language plpgsql stable
set search_path = ''
as $$
begin
  return case
    when p_by = 'person' then engine.may_decide(p_approval)
    when p_approval.gate not in ('publish', 'outreach') then false
    when p_by = 'client' then engine.client_may_decide(p_approval, p_link_id, p_is_edit)
    else p_by = 'engine' and coalesce(p_approval.goes_out_at <= engine.now(), false) and engine.is_trusted(p_approval) and not p_is_edit
  end;
end
$$;
comment on function engine.is_decider(public.approvals, text, uuid, boolean) is
  'May this one decide: the person of this request, an outside client by their link, or the engine by earned autonomy when the window is over. Money and settings: people only.';

create function engine.apply_edits(p_content public.contents, p_edits jsonb, p_link_id uuid default null) returns public.contents
language plpgsql
set search_path = ''
as $$
declare
  v_content public.contents;
begin
  if jsonb_typeof(p_edits) <> 'object' or char_length(coalesce(p_edits ->> 'body', 'x')) not between 1 and 3000
    or char_length(coalesce(p_edits ->> 'headline', '')) > 60 or char_length(coalesce(p_edits ->> 'call_to_action', '')) > 200
    or (p_edits ? 'hashtags' and (
      jsonb_typeof(p_edits -> 'hashtags') <> 'array' or jsonb_array_length(p_edits -> 'hashtags') > 15
      or exists (select from jsonb_array_elements_text(p_edits -> 'hashtags') t where t !~ '^#[^\s#]{1,80}$')
    )) then
    perform engine.fail('NX400', 'edit_invalid');
  end if;
  update public.contents set
    body = coalesce(p_edits ->> 'body', body),
    headline = coalesce(p_edits ->> 'headline', headline),
    call_to_action = coalesce(p_edits ->> 'call_to_action', call_to_action),
    hashtags = case when p_edits ? 'hashtags' then array(select jsonb_array_elements_text(p_edits -> 'hashtags')) else hashtags end,
    author_kind = case when p_link_id is null then author_kind else 'client' end, author = coalesce(p_link_id::text, author)
  where id = p_content.id
  returning * into v_content;
  return v_content;
end
$$;
comment on function engine.apply_edits(public.contents, jsonb, uuid) is
  'Writes a person''s (or, with their link, an outside client''s) {body?, headline?, hashtags?, call_to_action?} as the next version; NX400 edit_invalid when a part is empty, too long or no hashtag.';

create function engine.decide_by(p_tenant_id uuid, p_item jsonb, p_by text, p_link_id uuid default null) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_user_id uuid := case p_by when 'person' then auth.uid() end;
  v_is_edit boolean := coalesce(nullif(p_item -> 'edits', 'null'), '{}') <> '{}';
  v_key uuid := (p_item ->> 'client_key')::uuid;
  v_decision text := p_item ->> 'decision';
  v_approval public.approvals;
  v_content public.contents;
  v_seen public.contents;
begin
  select * into v_approval from public.approvals where id = (p_item ->> 'approval_id')::uuid and tenant_id = p_tenant_id;
  if v_approval.id is null then
    return jsonb_build_object('outcome', 'not_found', 'approval_id', p_item -> 'approval_id');
  end if;
  perform from public.chain_runs where id = v_approval.run_id for no key update;
  select * into v_approval from public.approvals where id = v_approval.id for no key update;
  select * into v_content from public.contents where id = v_approval.content_id for no key update;

  case
    when v_approval.decision_key = v_key and coalesce(v_approval.decided_by, v_approval.decided_link_id) = coalesce(v_user_id, p_link_id) then
      return engine.decision_outcome('decided', v_approval, v_content);
    when not engine.is_decider(v_approval, p_by, p_link_id, v_is_edit) then return engine.decision_outcome('forbidden', v_approval, v_content);
    when v_approval.state <> 'pending' then return engine.decision_outcome('already_decided', v_approval, v_content);
    when engine.needs_two_factor(v_approval.gate) and auth.jwt() ->> 'aal' is distinct from 'aal2' then
      return engine.decision_outcome('needs_two_factor', v_approval, v_content);
    when v_decision = 'stop' then
      perform engine.stop_going_out(array[v_approval.id], 'stopped');
      return engine.decision_outcome('stopped', v_approval, v_content);
    when (p_item ->> 'version')::int is distinct from coalesce(v_content.version, v_approval.version)
      or p_item ->> 'content_hash' is distinct from coalesce(v_content.content_hash, v_approval.content_hash) then
      return engine.decision_outcome('stale', v_approval, v_content);
    else null;
  end case;

  v_seen := v_content;
  if v_decision = 'approve' and v_content.id is not null and v_is_edit then
    v_content := engine.apply_edits(v_content, p_item -> 'edits', p_link_id);
    perform engine.learn_from_edit(v_seen, v_content, v_user_id);
  end if;

  update public.approvals set
    state = case v_decision when 'approve' then 'approved' else 'rejected' end, decided_by = v_user_id, decided_at = engine.now(),
    decided_channel = coalesce(p_item ->> 'channel', 'app'), decided_version = coalesce(v_content.version, version),
    decided_link_id = p_link_id, decided_client = engine.name_of_link(p_link_id),
    decision_reason = nullif(left(trim(p_item ->> 'reason'), 500), ''), decision_key = v_key
  where id = v_approval.id
  returning * into v_approval;

  perform engine.record_event(
    p_tenant_id, 'approval.decided',
    jsonb_build_object('approval_id', v_approval.id, 'content_id', v_approval.content_id, 'decision', v_decision, 'version', v_approval.decided_version,
      'content_hash', coalesce(v_content.content_hash, v_approval.content_hash), 'channel', v_approval.decided_channel,
      'is_edited', v_content.version is distinct from v_seen.version)
      || case p_by when 'engine' then engine.rule_of(v_approval) else '{}' end,
    engine.decider_kind(v_approval), engine.decider_of(v_approval), v_approval.run_id, v_approval.step_id, (select trace_id from public.chain_runs where id = v_approval.run_id),
    nullif(jsonb_strip_nulls(jsonb_build_object('say', v_approval.decision_reason, 'client', v_approval.decided_client)), '{}'), coalesce(v_user_id, p_link_id)
  );
  if v_decision = 'approve' then
    perform engine.follow_approval(v_approval);
  else
    perform engine.follow_rejection(v_approval);
  end if;
  perform engine.broadcast(p_tenant_id, 'approval', jsonb_build_object('id', v_approval.id, 'run_id', v_approval.run_id));
  select * into v_content from public.contents where id = v_approval.content_id;
  return engine.decision_outcome('decided', v_approval, v_content);
end
$$;
comment on function engine.decide_by(uuid, jsonb, text, uuid) is
  'Compare and set of one decision {approval_id, decision approve | reject | stop, version, content_hash, edits, reason, channel, client_key}, made by the person of this request (p_by person), an outside '
  'client (client, p_link_id) or earned autonomy (engine); see public.decide_approval. stop: what was announced becomes an ordinary pending approval, outcome stopped.';

create function engine.decide(p_tenant_id uuid, p_item jsonb) returns jsonb
language sql
set search_path = ''
as $$ select engine.decide_by(p_tenant_id, p_item, 'person') $$;
comment on function engine.decide(uuid, jsonb) is 'A decision of the person of this request; see engine.decide_by.';

create function engine.decider_kind(p_approval public.approvals) returns text
language sql immutable
set search_path = ''
as $$ select case when p_approval.decided_link_id is not null then 'client' when p_approval.decided_channel = 'auto' then 'engine' else 'person' end $$;
comment on function engine.decider_kind(public.approvals) is 'actor_kind of who decided: person, client, or engine (earned autonomy).';

create function engine.decider_of(p_approval public.approvals) returns text
language sql immutable
set search_path = ''
as $$ select coalesce(p_approval.decided_by::text, p_approval.decided_link_id::text, 'autonomy') $$;
comment on function engine.decider_of(public.approvals) is 'actor of who decided, as events name them: user id, client link or autonomy.';

create function engine.follow_approval(p_approval public.approvals) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_content public.contents;
  v_step public.chain_steps;
begin
  update public.contents
  set status = case when scheduled_at > engine.now() and kind = 'social_post' then 'scheduled' else 'approved' end
  where id = p_approval.content_id
  returning * into v_content;
  if v_content.status = 'approved' and p_approval.gate = 'publish' and v_content.kind = 'social_post' then
    perform engine.publish_content(v_content.id);
  elsif v_content.status = 'scheduled' then
    perform engine.record_event(p_approval.tenant_id, 'content.scheduled',
      jsonb_build_object('content_id', v_content.id, 'scheduled_at', v_content.scheduled_at), 'engine', 'publisher', p_approval.run_id);
    perform engine.broadcast(p_approval.tenant_id, 'content', jsonb_build_object('id', v_content.id, 'run_id', p_approval.run_id));
  end if;
  update public.chain_steps set state = 'done', finished_at = engine.now() where id = p_approval.step_id returning * into v_step;
  if v_content.version > p_approval.version then
    -- what comes after works with the words that the person let out
    update public.chain_steps set output = output || jsonb_build_object('body', v_content.body)
      || case when output ? 'headline' then jsonb_build_object('headline', v_content.headline) else '{}' end
    where id = (select s.id from public.chain_steps s where s.id = any (engine.steps_before(v_step) || v_step.id) and s.output ? 'body' order by s.position desc, s.item desc limit 1);
  end if;
  perform engine.pass_gate(v_step, p_approval);
  update public.chain_runs set state = 'running' where id = p_approval.run_id and not exists (
    select from public.chain_steps s where s.run_id = p_approval.run_id and s.state = 'awaiting_approval'
  );
  perform engine.advance_runs(array[p_approval.run_id]);
  perform engine.tell_runs(array[p_approval.run_id]);
end
$$;
comment on function engine.follow_approval(public.approvals) is 'After a yes: publishes now or at its time, sends what is sent, and the run goes on past the gate.';

create function engine.follow_rejection(p_approval public.approvals) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_step public.chain_steps;
begin
  if p_approval.decision_reason is not null and p_approval.content_id is not null then
    insert into public.lessons (tenant_id, content_id, kind, before, reason, created_by)
    select c.tenant_id, c.id, 'rejection', engine.content_snapshot(c), p_approval.decision_reason, p_approval.decided_by
    from public.contents c where c.id = p_approval.content_id;
  end if;
  select * into v_step from public.chain_steps where id = p_approval.step_id;
  if v_step.lane is not null then
    update public.contents set status = 'rejected' where id = p_approval.content_id;
    perform engine.drop_lane(v_step, 'cancelled', 'rejected_by_person', '{}');
    perform engine.tell_runs(array[p_approval.run_id]);
  else
    perform engine.stop_run(p_approval.run_id, 'cancelled', 'rejected_by_person', '{}', engine.decider_kind(p_approval), engine.decider_of(p_approval));
  end if;
end
$$;
comment on function engine.follow_rejection(public.approvals) is
  'After a no: the reason becomes a lesson, the content is rejected, the run ends as cancelled (rejected_by_person); of a fan-out only that item does. The words stay with the decision, where they can be erased.';
