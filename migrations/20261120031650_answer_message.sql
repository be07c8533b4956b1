-- One message of a chat: whose it is, what it is about, what it means, what is done. Called by answer_messages (next file) inside a transaction of its own sender.

create function engine.language_of_address(p_channel text, p_address text) returns text
language sql immutable
set search_path = ''
as $$
  select case
    when p_channel = 'telegram' then 'fr'
    when p_address ~ '^261' then 'mg' when p_address ~ '^(20|212|213|216|218|249|96[1-8]|97[1-4])' then 'ar'
    when p_address ~ '^(1|44|27|61|64|91|23[0134]|25[4-6])' then 'en' else 'fr'
  end
$$;
comment on function engine.language_of_address(text, text) is 'What to speak to a chat that we do not know: by the country of its number (ITU E.164), French where that says nothing.';

create function engine.try_code(p_message public.inbound_messages, p_code text) returns text
language plpgsql
set search_path = ''
as $$
begin
  if (
    select count(*) from public.inbound_messages m
    where m.channel = p_message.channel and m.address = p_message.address and m.outcome in ('code_wrong', 'chat_taken', 'code_locked')
      and m.sent_at > engine.now() - interval '1 hour'
  ) >= 5 then return 'code_locked'; end if;
  return engine.use_link_code(p_message.channel, p_message.address, p_message.name, p_code);
end
$$;
comment on function engine.try_code(public.inbound_messages, text) is 'engine.use_link_code with five tries an hour for each chat; code_locked afterwards, whatever the code.';

create function engine.answer_stranger(p_message public.inbound_messages) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_code text := case when p_message.kind in ('text', 'button') and not p_message.is_forwarded then engine.code_in(p_message.text) end;
  v_outcome text := case when v_code is null then 'link_first' else engine.try_code(p_message, v_code) end;
begin
  if v_outcome = 'linked' then return v_outcome; end if;
  -- code_wrong can be heard five times an hour, the others once a day
  if v_outcome <> 'code_wrong' and exists (
    select from public.inbound_messages m
    where m.channel = p_message.channel and m.address = p_message.address and m.outcome = v_outcome and m.received_at > engine.now() - interval '1 day'
  ) then return case v_outcome when 'link_first' then 'ignored' else v_outcome end; end if;
  perform engine.reply_to_stranger(p_message.channel, p_message.address, engine.language_of_address(p_message.channel, p_message.address), v_outcome);
  return v_outcome;
end
$$;
comment on function engine.answer_stranger(public.inbound_messages) is
  'A chat of nobody: a code links it; anything else decides nothing and is told how to link (link_first), at most once a day (ignored). code_wrong, code_locked.';

create function engine.latest_shown(p_link public.channel_links, p_approval_id uuid, p_at timestamptz) returns public.deliveries
language sql stable
set search_path = ''
as $$
  select d from public.deliveries d
  where d.approval_id = p_approval_id and d.target_id = p_link.id and d.user_id = p_link.user_id and d.kind in ('approval', 'confirm_edit') and d.state = 'sent'
    -- not what came after they wrote; a minute for clocks that differ
    and d.settled_at <= p_at + interval '1 minute'
  order by d.id desc limit 1
$$;
comment on function engine.latest_shown(public.channel_links, uuid, timestamptz) is 'What this chat was last shown of an approval (the approval, or a new text to confirm) when a message was written.';

create function engine.show_waiting(p_link public.channel_links) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_ids uuid[] := array(
    select a.id from public.memberships m join public.tenants t on t.id = m.tenant_id and t.status = 'active' join public.approvals a on a.tenant_id = m.tenant_id and a.state = 'pending'
    where m.user_id = p_link.user_id and m.user_id in (select engine.deciders_of(a)) order by a.created_at limit 3
  );
begin
  perform engine.reply_on(p_link.id, 'approval', '{}', id) from unnest(v_ids) id;
  if cardinality(v_ids) = 0 then perform engine.reply_on(p_link.id, 'outcome', '{"outcome": "nothing_waits"}'); end if;
  return case cardinality(v_ids) when 0 then 'nothing_waits' else 'shown' end;
end
$$;
comment on function engine.show_waiting(public.channel_links) is 'A word with nothing in this chat that it could be about: what waits for the person is shown (the three oldest), or that nothing does.';

create function engine.answer_about(p_message public.inbound_messages, p_link public.channel_links, p_shown public.deliveries, p_word text,
  p_reason text default null) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_approval public.approvals;
  v_edit public.pending_edits;
begin
  select * into v_approval from public.approvals where id = p_shown.approval_id;
  if p_word = 'why' then return engine.tell_why(p_link, v_approval); end if;
  if p_word = 'stop' then return engine.stop_by_message(p_message, p_link, array[v_approval.id]); end if;
  if p_shown.kind = 'confirm_edit' then
    select * into v_edit from public.pending_edits where id = (p_shown.data ->> 'edit_id')::uuid and user_id = p_link.user_id;
    if v_edit.id is not null and p_word is not null then return engine.answer_edit(p_message, p_link, v_edit, p_word); end if;
    -- an edit that is gone was decided, dropped or replaced: its yes counts for nothing
    if v_edit.id is null then
      return engine.decide_by_message(p_message, p_link, v_approval.id, coalesce(nullif(p_word, 'refuse'), 'approve'), null, null);
    end if;
    return engine.propose_edit(p_link, v_approval, v_edit.version, v_edit.content_hash, p_message.text);
  end if;
  if p_word is null then
    return engine.propose_edit(p_link, v_approval, (p_shown.data ->> 'shown_version')::integer, p_shown.data ->> 'shown_hash', p_message.text);
  end if;
  return engine.decide_by_message(p_message, p_link, v_approval.id, case p_word when 'refuse' then 'reject' else p_word end, (p_shown.data ->> 'shown_version')::integer, p_shown.data ->> 'shown_hash', null, p_reason);
end
$$;
comment on function engine.answer_about(public.inbound_messages, public.channel_links, public.deliveries, text, text) is
  'What the person says about what they were shown: approve, reject (p_reason), stop, why, or (p_word null) a new text. Decides only the version in that message.';

create function engine.answer_bare(p_message public.inbound_messages, p_link public.channel_links, p_word text, p_reason text default null) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_open public.approvals[] := array(
    select a from public.approvals a
    where a.state = 'pending' and a.id in (
      select d.approval_id from public.deliveries d where d.user_id = p_link.user_id and d.kind in ('approval', 'confirm_edit', 'going_out') and d.state = 'sent' and d.approval_id is not null
    ) and p_link.user_id in (select engine.deciders_of(a))
    order by a.created_at
  );
  v_shown public.deliveries;
begin
  if cardinality(v_open) > 1 then
    perform engine.reply_on(p_link.id, 'ask_which', jsonb_build_object('count', cardinality(v_open), 'titles', (select jsonb_agg((o).title) from unnest(v_open[1:5]) o)));
    return 'ask_which';
  end if;
  if cardinality(v_open) = 1 then v_shown := engine.latest_shown(p_link, v_open[1].id, p_message.sent_at); end if;
  if v_shown.id is null and v_open[1].goes_out_at is not null then return engine.answer_going_out(p_message, p_link, v_open[1], p_word); end if;
  if v_shown.id is null then return engine.show_waiting(p_link); end if;
  return engine.answer_about(p_message, p_link, v_shown, p_word, p_reason);
end
$$;
comment on function engine.answer_bare(public.inbound_messages, public.channel_links, text, text) is
  'A yes, no or why that names nothing: counts when exactly one open approval was sent to this person, and this chat was shown it before they wrote; with more it asks which.';

create function engine.answer_text(p_message public.inbound_messages, p_link public.channel_links) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_word text := coalesce(case when p_message.kind = 'button' and p_message.button ~ '^(approve|reject|refuse|stop|why)\M' then substring(p_message.button from '^[a-z]+') end,
    engine.read_word(p_message.text));
  v_refusal jsonb := case when v_word is null then engine.refusal_in(p_message.text) end;
  v_reason text := case when (v_refusal -> 'is_plain')::boolean then v_refusal ->> 'reason' end;
  v_quoted public.deliveries;
  v_kept public.inbound_messages;
begin
  if v_reason is not null then v_word := 'reject'; end if;
  if p_message.kind = 'button' and p_message.button ~ '^show\M' then return engine.show_waiting(p_link); end if;
  if v_word in ('today', 'report', 'pause', 'resume') then return engine.do_command(p_link, engine.tenant_of_link(p_link), v_word); end if;
  if v_word is distinct from 'help' then
    select * into v_quoted from public.deliveries d
    where d.channel = p_link.channel and d.target_id = p_link.id and d.user_id = p_link.user_id and d.external_id = p_message.quoted_id order by d.id desc limit 1;
    -- several that go out by themselves in one message
    if v_word = 'stop' and v_quoted.approval_id is null or v_word = 'reject' and v_quoted.approval_id is null and v_quoted.kind = 'going_out' then
      return engine.stop_by_message(p_message, p_link, engine.announced_to(p_link));
    end if;
    if v_quoted.kind = 'going_out' and v_quoted.approval_id is not null then
      return engine.answer_going_out(p_message, p_link, (select a from public.approvals a where a.id = v_quoted.approval_id), v_word);
    end if;
    if v_quoted.approval_id is not null then
      -- an answer of ours about an approval stands for what was shown of it
      if v_quoted.kind not in ('approval', 'confirm_edit') then v_quoted := engine.latest_shown(p_link, v_quoted.approval_id, p_message.sent_at); end if;
      if v_quoted.id is not null then return engine.answer_about(p_message, p_link, v_quoted, v_word, v_reason); end if;
    end if;
    select * into v_kept from public.inbound_messages m
    where m.link_id = p_link.id and m.state = 'awaiting_line' and m.received_at > engine.now() - interval '1 day'
    order by m.external_id in (p_message.quoted_id, v_quoted.data ->> 'external_id') desc nulls last, m.place desc limit 1;
    -- who quotes something that we do not know means that, not what happens to be open; a line that begins with no may be meant for what was kept
    if v_word is not null and not (v_reason is not null and v_kept.external_id is not null) then
      return case when p_message.quoted_id is null then engine.answer_bare(p_message, p_link, v_word, v_reason) else engine.show_waiting(p_link) end;
    end if;
    if v_kept.external_id is not null and engine.has_line(p_message.text) then return engine.use_line(v_kept, p_link, p_message.text); end if;
  end if;
  if exists (select from public.inbound_messages m where m.link_id = p_link.id and m.outcome = 'help' and m.received_at > engine.now() - interval '1 minute' and m.place <> p_message.place) then
    return 'ignored';
  end if;
  perform engine.reply_on(p_link.id, 'help', '{}');
  return 'help';
end
$$;
comment on function engine.answer_text(public.inbound_messages, public.channel_links) is
  'A text or a button (approve, reject, refuse, stop, why, show what waits) of a known person: a command, something about what it quotes, a word about the one thing that is open, the line of a kept photo or voice note; anything else gets a short help, once a minute.';
