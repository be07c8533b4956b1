-- What goes out by itself and is answered in a chat: stop holds it back, a no too. The rule itself is the decision stop (engine.decide_by). Called by engine.answer_text.

create function engine.announced_to(p_link public.channel_links) returns uuid[]
language sql stable
set search_path = ''
as $$
  select coalesce(array_agg(a.id order by a.run_id), '{}')
  from public.memberships m join public.tenants t on t.id = m.tenant_id and t.status = 'active'
  join public.approvals a on a.tenant_id = m.tenant_id and a.state = 'pending' and a.goes_out_at is not null
  where m.user_id = p_link.user_id and m.user_id in (select engine.deciders_of(a))
$$;
comment on function engine.announced_to(public.channel_links) is 'Approvals that go out by themselves unless somebody stops them, and that the chat''s person may decide; in the order in which runs are locked.';

create function engine.stop_by_message(p_message public.inbound_messages, p_link public.channel_links, p_ids uuid[]) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_approval public.approvals;
  v_outcome jsonb;
  v_titles text[] := '{}';
  v_last text := 'nothing_to_stop';
begin
  for v_approval in select * from public.approvals where id = any (p_ids) order by run_id loop
    v_outcome := engine.decide_as(p_link.user_id, v_approval.tenant_id, jsonb_build_object('approval_id', v_approval.id, 'decision', 'stop', 'channel', p_message.channel,
      'client_key', engine.key_of_message(p_message)));
    if v_outcome ->> 'outcome' <> 'stopped' then
      v_last := engine.tell_outcome(p_link, v_approval, v_outcome, '{"decision": "stop"}');
    elsif v_approval.goes_out_at is null then
      v_last := engine.tell_outcome(p_link, v_approval, v_outcome || '{"outcome": "not_going_out"}');
    else
      v_titles := v_titles || v_approval.title;
    end if;
  end loop;
  if v_titles = '{}' then
    if v_last = 'nothing_to_stop' then perform engine.reply_on(p_link.id, 'outcome', '{"outcome": "nothing_to_stop"}'); end if;
    return v_last;
  end if;
  perform engine.reply_on(p_link.id, 'outcome', jsonb_build_object('outcome', 'stopped', 'title', array_to_string(v_titles, ' · '), 'count', cardinality(v_titles)));
  -- now it is a question like any other
  perform engine.reply_on(p_link.id, 'approval', '{}', a.id) from public.approvals a where a.id = any (p_ids) and a.state = 'pending' and cardinality(p_ids) <= 3;
  return 'stopped';
end
$$;
comment on function engine.stop_by_message(public.inbound_messages, public.channel_links, uuid[]) is
  'Holds back what was announced, in the name of the chat''s person: it becomes an ordinary question and, up to three of them, is shown as one. Returns stopped; nothing_to_stop, not_going_out (an ordinary question '
  'already), or the outcome of the decision.';

create function engine.answer_going_out(p_message public.inbound_messages, p_link public.channel_links, p_approval public.approvals, p_word text) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_outcome text := case when p_link.user_id not in (select engine.deciders_of(p_approval)) then 'forbidden' when p_approval.state <> 'pending' then 'already_decided' end;
begin
  if p_word in ('stop', 'reject') then return engine.stop_by_message(p_message, p_link, array[p_approval.id]); end if;
  if p_word = 'why' then return engine.tell_why(p_link, p_approval); end if;
  if v_outcome is not null then return engine.tell_outcome(p_link, p_approval, engine.decision_outcome(v_outcome, p_approval)); end if;
  perform engine.reply_on(p_link.id, 'approval', '{}', p_approval.id);
  return 'shown';
end
$$;
comment on function engine.answer_going_out(public.inbound_messages, public.channel_links, public.approvals, text) is
  'What a person says to "goes out at 14:30": stop or no holds it back, why tells the review; anything else shows it whole, for that message had only its title.';
