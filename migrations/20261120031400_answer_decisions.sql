-- What a person's words do to an approval: decide the version they were shown, put a new text to them before it counts, tell why. Called by engine.answer_message.

create table public.pending_edits (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  approval_id uuid not null references public.approvals (id) on delete cascade,
  version integer not null,
  content_hash text not null,
  edits jsonb not null constraint edits_are_an_object check (jsonb_typeof(edits) = 'object'),
  created_at timestamptz not null default engine.now(),
  constraint one_pending_edit_a_person_and_approval unique (user_id, approval_id)
);
comment on table public.pending_edits is
  'A new text that a person sent in a chat, not yet said yes to: edits as decide_approval takes them, on top of the version and hash that they had been shown. Gone once decided or dropped.';
create index pending_edits_of_an_approval on public.pending_edits (approval_id);
create index pending_edits_of_a_tenant on public.pending_edits (tenant_id);
alter table public.pending_edits enable row level security;

create function engine.key_of_message(p_message public.inbound_messages) returns uuid
language sql immutable
set search_path = ''
as $$ select md5(p_message.channel || ':' || p_message.external_id)::uuid $$;
comment on function engine.key_of_message(public.inbound_messages) is 'The client key of what a message asks for: worked twice, it is done once.';

create function engine.changed_parts(p_content_id uuid, p_shown integer) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(was.key order by was.key), '[]')
  from public.contents c
  join public.content_versions v on v.content_id = c.id and v.version = p_shown
  cross join lateral jsonb_each(v.snapshot) as was
  where c.id = p_content_id and was.value is distinct from engine.content_snapshot(c) -> was.key
$$;
comment on function engine.changed_parts(uuid, integer) is 'Names of what differs now from the version somebody was shown: [body, hashtags, media …].';

create function engine.tell_outcome(p_link public.channel_links, p_approval public.approvals, p_outcome jsonb, p_more jsonb default '{}') returns text
language plpgsql
set search_path = ''
as $$
begin
  perform engine.reply_on(p_link.id, 'outcome', p_outcome || p_more || jsonb_build_object('title', p_approval.title), p_approval.id);
  -- what changed is shown again as it is now, to be decided anew
  if p_outcome ->> 'outcome' = 'stale' then perform engine.reply_on(p_link.id, 'approval', '{}', p_approval.id); end if;
  return p_outcome ->> 'outcome';
end
$$;
comment on function engine.tell_outcome(public.channel_links, public.approvals, jsonb, jsonb) is 'Answers what became of a decision (engine.decision_outcome with the title); a stale one is followed by the approval as it is now.';

create function engine.decide_by_message(p_message public.inbound_messages, p_link public.channel_links, p_approval_id uuid, p_decision text, p_version integer,
  p_content_hash text, p_edits jsonb default null, p_reason text default null) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_approval public.approvals;
  v_outcome jsonb;
begin
  select * into v_approval from public.approvals where id = p_approval_id;
  v_outcome := engine.decide_as(p_link.user_id, v_approval.tenant_id, jsonb_build_object(
    'approval_id', v_approval.id, 'decision', p_decision, 'version', p_version, 'content_hash', p_content_hash, 'edits', p_edits, 'reason', p_reason,
    'channel', p_message.channel, 'client_key', engine.key_of_message(p_message)
  ));
  if v_outcome ->> 'outcome' in ('decided', 'already_decided', 'stale') then
    delete from public.pending_edits where user_id = p_link.user_id and approval_id = v_approval.id;
  end if;
  return engine.tell_outcome(p_link, v_approval, v_outcome, jsonb_build_object('decision', p_decision, 'is_edited', p_edits is not null, 'reason', p_reason)
    || case v_outcome ->> 'outcome' when 'stale' then jsonb_build_object('changed', engine.changed_parts(v_approval.content_id, p_version)) else '{}' end);
end
$$;
comment on function engine.decide_by_message(public.inbound_messages, public.channel_links, uuid, text, integer, text, jsonb, text) is
  'Decides in the name of the chat''s person, with what they may do now, the version they were shown, and answers with the outcome; returns it. p_reason = why not, in their words.';

create function engine.propose_edit(p_link public.channel_links, p_approval public.approvals, p_shown_version integer, p_shown_hash text, p_text text) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_content public.contents;
  v_outcome text;
  v_id uuid;
begin
  select * into v_content from public.contents where id = p_approval.content_id;
  v_outcome := case
    when p_link.user_id not in (select engine.deciders_of(p_approval)) then 'forbidden'
    when p_approval.state <> 'pending' then 'already_decided'
    when engine.needs_two_factor(p_approval.gate) then 'needs_two_factor'
    when v_content.id is null then 'no_text_to_edit'
    when char_length(p_text) > 3000 then 'text_too_long'
    when p_shown_hash is distinct from v_content.content_hash then 'stale'
  end;
  if v_outcome is not null then
    return engine.tell_outcome(p_link, p_approval, engine.decision_outcome(v_outcome, p_approval, v_content), case v_outcome
      when 'stale' then jsonb_build_object('changed', engine.changed_parts(v_content.id, p_shown_version), 'decision', 'edit') else '{}' end);
  end if;
  insert into public.pending_edits as e (tenant_id, user_id, approval_id, version, content_hash, edits)
  values (p_approval.tenant_id, p_link.user_id, p_approval.id, v_content.version, v_content.content_hash, jsonb_build_object('body', p_text))
  on conflict (user_id, approval_id) do update set
    id = gen_random_uuid(), version = excluded.version, content_hash = excluded.content_hash, edits = excluded.edits, created_at = excluded.created_at
  returning e.id into v_id;
  perform engine.reply_on(p_link.id, 'confirm_edit',
    jsonb_build_object('edit_id', v_id, 'version', v_content.version + 1, 'body', p_text, 'title', p_approval.title,
      'is_refusal', engine.refusal_in(p_text) is not null), p_approval.id);
  return 'edit_proposed';
end
$$;
comment on function engine.propose_edit(public.channel_links, public.approvals, integer, text, text) is
  'Keeps a new text as a pending edit and shows it as the version it would become; nothing is decided before a yes to that. Refused with the outcome that a decision would have, no_text_to_edit or '
  'text_too_long (3,000 letters). is_refusal = it may be a no with its reason: that can be said too.';

create function engine.answer_edit(p_message public.inbound_messages, p_link public.channel_links, p_edit public.pending_edits, p_word text) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_approval public.approvals;
begin
  select * into v_approval from public.approvals where id = p_edit.approval_id;
  if p_word = 'approve' then
    return engine.decide_by_message(p_message, p_link, p_edit.approval_id, 'approve', p_edit.version, p_edit.content_hash, p_edit.edits);
  end if;
  if p_word = 'refuse' then
    return engine.decide_by_message(p_message, p_link, p_edit.approval_id, 'reject', p_edit.version, p_edit.content_hash, null,
      engine.refusal_in(p_edit.edits ->> 'body') ->> 'reason');
  end if;
  delete from public.pending_edits where id = p_edit.id;
  perform engine.reply_on(p_link.id, 'outcome', jsonb_build_object('outcome', 'edit_dropped', 'title', v_approval.title), p_edit.approval_id);
  return 'edit_dropped';
end
$$;
comment on function engine.answer_edit(public.inbound_messages, public.channel_links, public.pending_edits, text) is
  'A yes lets the new text out as the person''s version; a no drops it and leaves the approval open as it was; refuse = it was meant as a no with its reason.';

create function engine.tell_why(p_link public.channel_links, p_approval public.approvals) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_verdict jsonb := p_approval.verdict;
begin
  if p_link.user_id not in (select engine.deciders_of(p_approval)) then
    return engine.tell_outcome(p_link, p_approval, jsonb_build_object('outcome', 'forbidden'));
  end if;
  perform engine.reply_on(p_link.id, 'why', jsonb_build_object(
    'title', p_approval.title, 'verdict', v_verdict -> 'verdict', 'say', v_verdict -> 'say', 'reviewer', v_verdict -> 'reviewer', 'score', p_approval.score,
    'findings', jsonb_path_query_array(v_verdict, '$.findings[0 to 2] ? (@.reason != "")', '{}', true)
  ), p_approval.id);
  return 'why';
end
$$;
comment on function engine.tell_why(public.channel_links, public.approvals) is
  'Answers with the peer''s last word about what waits: {title, verdict refute|praise, say, reviewer (agent key), findings [{fault, quote, reason, suggestion}] at most three, score}; say null = nobody reviewed.';
