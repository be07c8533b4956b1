-- Works inbound messages off: sender by sender, each sender's in the order they were written, never two of one sender at once. Called by functions/receive after it has
-- stored some, and by the clock for what was left.

create function engine.answer_message(p_message public.inbound_messages) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_link public.channel_links;
  v_code text;
begin
  -- platforms repeat a webhook for a week at most (developers.facebook.com/docs/graph-api/webhooks/getting-started#webhook-retries: 36 hours)
  if p_message.sent_at < engine.now() - interval '7 days' then return 'too_old'; end if;
  select * into v_link from public.channel_links where channel = p_message.channel and address = p_message.address;
  if v_link.id is null then return engine.answer_stranger(p_message); end if;

  update public.channel_links set last_inbound_at = greatest(last_inbound_at, p_message.sent_at), name = coalesce(nullif(p_message.name, ''), name) where id = v_link.id;
  update public.inbound_messages set user_id = v_link.user_id, link_id = v_link.id where channel = p_message.channel and external_id = p_message.external_id;
  if p_message.kind in ('image', 'voice', 'document', 'other') then return engine.take_media(p_message, v_link); end if;
  if p_message.is_forwarded then
    perform engine.reply_on(v_link.id, 'outcome', '{"outcome": "forwarded"}');
    return 'forwarded';
  end if;
  v_code := engine.code_in(p_message.text);
  if v_code is not null then
    v_code := engine.try_code(p_message, v_code);
    if v_code <> 'linked' then perform engine.reply_on(v_link.id, v_code, '{}'); end if;
    return v_code;
  end if;
  return engine.answer_text(p_message, v_link);
end
$$;
comment on function engine.answer_message(public.inbound_messages) is
  'Does what one message asks and answers it; returns the outcome that is kept with it (null = its photo or voice is to be fetched first). Forwarded texts decide nothing.';

create function engine.answer_safely(p_message public.inbound_messages) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_outcome text;
begin
  begin
    v_outcome := engine.answer_message(p_message);
  exception when others then
    if sqlstate like '40%' then raise; end if;
    v_outcome := case when sqlstate like 'NX%' then sqlerrm else 'failed' end;
    if v_outcome = 'failed' and not exists (select from public.alerts a where a.code = 'message_failed' and a.resolved_at is null) then
      perform engine.raise_alert(null, 'warning', 'message_failed', jsonb_build_object('channel', p_message.channel, 'external_id', p_message.external_id, 'error', sqlerrm));
    end if;
    perform engine.reply_on(l.id, 'outcome', jsonb_build_object('outcome', v_outcome)) from public.channel_links l where l.channel = p_message.channel and l.address = p_message.address;
  end;
  update public.inbound_messages set outcome = v_outcome, state = case when state <> 'waiting' then state when v_outcome = 'failed' then 'failed' else 'done' end
  where channel = p_message.channel and external_id = p_message.external_id;
  return v_outcome;
end
$$;
comment on function engine.answer_safely(public.inbound_messages) is
  'engine.answer_message, so that a message which breaks stops no other: its person hears the refusal (code of the error) or that it failed, the platform''s admins get one open alert message_failed.';

create function engine.answer_waiting(p_limit integer) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_sender record;
  v_message public.inbound_messages;
  v_count integer := 0;
begin
  for v_sender in
    select m.channel, m.address from (
      select channel, address, received_at from public.inbound_messages where state = 'waiting' order by received_at limit p_limit
    ) as m group by 1, 2 order by min(m.received_at)
  loop
    exit when v_count >= p_limit;
    continue when not pg_try_advisory_xact_lock(hashtextextended(v_sender.channel || ':' || v_sender.address, 31));
    for v_message in
      select * from public.inbound_messages where channel = v_sender.channel and address = v_sender.address and state = 'waiting'
      order by sent_at, place limit p_limit - v_count
    loop
      perform engine.answer_safely(v_message);
      v_count := v_count + 1;
    end loop;
  end loop;
  return v_count;
end
$$;
comment on function engine.answer_waiting(integer) is 'Works off up to p_limit waiting messages; senders that another is at just now are left to it. Returns how many.';

create function worker.answer_messages(p_limit integer default 50) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform engine.answer_waiting(least(greatest(p_limit, 1), 500));
  return engine.claim_media(8);
end
$$;
comment on function worker.answer_messages(integer) is
  'Works off up to p_limit waiting messages (decisions, edits, commands; the answers are deliveries) and returns what is to be fetched now: [{channel, external_id, tenant_id, kind image|voice|document, '
  'media {id, mime, bytes}, limit_bytes}]. Fetch each, stop at limit_bytes, put it into bucket media as <tenant_id>/inbound/<file>, then worker.keep_inbound_media. Call again while messages may wait.';
grant execute on function worker.answer_messages(integer) to service_role;

create function engine.answer_left_over() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_lost public.inbound_messages;
  v_count integer := engine.answer_waiting(200);
begin
  for v_lost in
    select * from public.inbound_messages where state = 'to_fetch' and attempt >= 4 and due_at <= engine.now() order by due_at limit 50 for update skip locked
  loop
    perform engine.fail_media(v_lost, 'media_lost');
  end loop;
  if exists (select from public.inbound_messages where state = 'to_fetch' and due_at <= engine.now()) then perform engine.wake_function('receive/work'); end if;
  return v_count;
end
$$;
comment on function engine.answer_left_over() is
  'Part of the tick: answers what functions/receive stored and did not come to, gives up photos and voice notes after four tries (their person is told), wakes functions/receive/work for those that are due.';
