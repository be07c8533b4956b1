-- The worker's side of deliveries: claimed with a lease, settled by token, tried again, given up, forgotten. Called by functions/deliver and the clock.

create function worker.claim_deliveries(p_worker text, p_limit integer default 20, p_lease_seconds integer default 60) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_delivery public.deliveries;
  v_approval public.approvals;
  v_why text;
  v_is_closed boolean;
  v_messages jsonb := '[]';
  v_seen integer;
begin
  loop
    v_seen := 0;
    for v_delivery in
      select * from public.deliveries where state = 'waiting' and due_at <= v_now
      order by due_at limit least(greatest(p_limit, 1), 100) for no key update skip locked
    loop
      v_seen := v_seen + 1;
      select * into v_approval from public.approvals where id = v_delivery.approval_id;
      v_why := engine.why_to_drop(v_delivery, v_approval);
      if v_why is not null then
        update public.deliveries set state = 'dropped', error_code = v_why, settled_at = v_now where id = v_delivery.id;
        continue;
      end if;
      v_is_closed := v_delivery.kind in ('approval', 'going_out') and not engine.is_window_open(v_delivery);
      update public.deliveries set state = 'sending', attempt = attempt + 1, claim_token = gen_random_uuid(), lease_until = v_now + make_interval(secs => p_lease_seconds),
        kind = case when v_is_closed then 'digest' else kind end, approval_id = case when v_is_closed then null else approval_id end,
        -- a word in the chat that quotes this message is about what it showed
        data = data || case when kind = 'approval' and channel in ('whatsapp', 'telegram') and not v_is_closed
          then (select jsonb_build_object('shown_version', s -> 'version', 'shown_hash', s -> 'content_hash') from engine.show_approval(v_approval) as s) else '{}' end
      where id = v_delivery.id returning * into v_delivery;
      if v_is_closed then v_approval := null; end if;
      v_messages := v_messages || engine.write_delivery(v_delivery, v_approval);
    end loop;
    exit when v_seen = 0 or v_messages <> '[]';
  end loop;
  return v_messages;
end
$$;
comment on function worker.claim_deliveries(text, integer, integer) is
  'Up to p_limit due messages, each the caller''s until its lease ends or it is settled with its token (engine.write_delivery; p_worker = who asks, for its log). What is not needed any more is dropped '
  'on the way, an approval, or what goes out by itself, becomes a count for a closed WhatsApp window; an empty answer means that nothing is due.';
grant execute on function worker.claim_deliveries(text, integer, integer) to service_role;

create function engine.give_up_delivery(p_delivery public.deliveries, p_code text) returns void
language plpgsql
set search_path = ''
as $$
begin
  update public.deliveries set state = 'failed', claim_token = null, lease_until = null, settled_at = engine.now(), error_code = p_code where id = p_delivery.id;
  -- one open alert for a fault of a channel, not one for each message
  if not exists (
    select from public.alerts a where a.code = 'delivery_failed' and a.resolved_at is null and a.detail ->> 'channel' = p_delivery.channel and a.detail ->> 'error' = p_code
  ) then
    perform engine.raise_alert(null, 'warning', 'delivery_failed', jsonb_build_object('channel', p_delivery.channel, 'error', p_code, 'delivery_id', p_delivery.id));
  end if;
end
$$;
comment on function engine.give_up_delivery(public.deliveries, text) is 'A message that cannot be sent; tells the platform''s admins once a channel and fault.';

create function engine.retry_delivery(p_delivery public.deliveries, p_code text, p_after_seconds integer default null) returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_delivery.attempt >= 6 then
    perform engine.give_up_delivery(p_delivery, p_code);
    return;
  end if;
  update public.deliveries set state = 'waiting', claim_token = null, lease_until = null, error_code = p_code,
    due_at = engine.now() + make_interval(secs => least(greatest(coalesce(p_after_seconds, 5 * 4 ^ (p_delivery.attempt - 1)), 0), 86400))
  where id = p_delivery.id;
end
$$;
comment on function engine.retry_delivery(public.deliveries, text, integer) is
  'Tries again when the other side said (p_after_seconds, at most a day), else after 5, 20, 80 seconds and so on; the sixth failure is the last.';

create function worker.settle_delivery(p_delivery_id bigint, p_token uuid, p_outcome jsonb) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_code text := left(coalesce(p_outcome ->> 'code', p_outcome ->> 'outcome', 'unknown'), 80);
  v_delivery public.deliveries;
begin
  select * into v_delivery from public.deliveries where id = p_delivery_id and claim_token = p_token and state = 'sending' for no key update;
  if v_delivery.id is null then return false; end if;
  case p_outcome ->> 'outcome'
    when 'sent' then
      update public.deliveries set state = 'sent', claim_token = null, lease_until = null, settled_at = v_now, error_code = null,
        external_id = left(p_outcome ->> 'external_id', 200), is_trial = coalesce((p_outcome ->> 'is_trial')::boolean, false)
      where id = v_delivery.id;
      update public.push_subscriptions set last_sent_at = v_now, failed_count = 0 where v_delivery.channel = 'push' and id = v_delivery.target_id;
    when 'gone' then
      update public.deliveries set state = 'dropped', claim_token = null, lease_until = null, settled_at = v_now, error_code = v_code where id = v_delivery.id;
      delete from public.push_subscriptions where v_delivery.channel = 'push' and id = v_delivery.target_id;
      delete from public.channel_links where v_delivery.channel in ('whatsapp', 'telegram') and id = v_delivery.target_id;
    when 'retry' then
      update public.push_subscriptions set failed_count = failed_count + 1 where v_delivery.channel = 'push' and id = v_delivery.target_id;
      perform engine.retry_delivery(v_delivery, v_code, (p_outcome ->> 'after_seconds')::integer);
    else
      perform engine.give_up_delivery(v_delivery, v_code);
  end case;
  -- who invited somebody sees that the mail has gone, or not
  if v_delivery.kind = 'invitation' then perform engine.broadcast(v_delivery.tenant_id, 'tenant', jsonb_build_object('id', v_delivery.tenant_id)); end if;
  return true;
end
$$;
comment on function worker.settle_delivery(bigint, uuid, jsonb) is
  'How it went: {outcome sent|gone|retry|failed, external_id?, code?, after_seconds?, is_trial?}. gone = the device or chat is no more: it is removed. false = the claim was lost (a stale token) and '
  'nothing changed.';
grant execute on function worker.settle_delivery(bigint, uuid, jsonb) to service_role;

create function engine.resume_deliveries() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
  v_count integer := 0;
begin
  for v_delivery in
    select * from public.deliveries where state = 'sending' and lease_until <= engine.now() order by lease_until limit 200 for no key update skip locked
  loop
    perform engine.retry_delivery(v_delivery, 'worker_lost', 0);
    v_count := v_count + 1;
  end loop;
  if engine.has_due_deliveries() then perform engine.kick_deliver(); end if;
  return v_count;
end
$$;
comment on function engine.resume_deliveries() is
  'Part of the tick: takes messages back from workers that died (they may arrive twice, never not at all) and wakes functions/deliver for what has become due. Returns how many were taken back.';

create function engine.forget_deliveries() returns void
language sql
set search_path = ''
as $$
  delete from public.deliveries where settled_at < engine.now() - interval '90 days';
  delete from public.decision_tokens t where t.created_at < engine.now() - interval '30 days' and not exists (
    select from public.approvals a where a.id = t.approval_id and a.state = 'pending'
  );
  delete from public.invitations i where i.expires_at < engine.now() - interval '30 days';
$$;
comment on function engine.forget_deliveries() is 'Nightly: settled messages after 90 days (until then a reply may quote them), tokens of decided approvals after 30 (until then they say who decided), invitations nobody took up 30 days after their end.';
