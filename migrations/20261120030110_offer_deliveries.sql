-- From a notification to deliveries: who, where, when, one by one or as a count. Also answers in chats (reply_on) and the kick of functions/deliver.

create function engine.kick_deliver() returns void
language sql
set search_path = ''
as $$ select engine.wake_function('deliver') $$;
comment on function engine.kick_deliver() is 'Wakes functions/deliver after commit.';

create function engine.has_due_deliveries() returns boolean
language sql stable
set search_path = ''
as $$ select exists (select from public.deliveries where state = 'waiting' and due_at <= engine.now()) $$;
comment on function engine.has_due_deliveries() is 'True when something could be sent now.';

create function engine.mail_due(p_user_id uuid, p_is_reachable boolean, p_is_critical boolean) returns timestamptz
language sql stable
set search_path = ''
as $$
  select case
    when p_is_critical then engine.now() + case when p_is_reachable then interval '10 minutes' else interval '0' end
    else greatest(
      engine.now() + case when p_is_reachable then interval '1 hour' else interval '2 minutes' end,
      (select max(d.settled_at) + interval '1 hour' from public.deliveries d where d.user_id = p_user_id and d.channel = 'email' and d.state = 'sent')
    )
  end
$$;
comment on function engine.mail_due(uuid, boolean, boolean) is
  'When a mail about an approval goes, if nobody has decided by then: an hour later where the person has a device or chat, else after two minutes (they may be looking at it), and at most one an hour; '
  'critical ones after ten minutes, or at once.';

create function engine.put_delivery(p_user_id uuid, p_channel text, p_target_id uuid, p_notification public.notifications, p_bell engine.bells, p_approval_id uuid,
  p_is_critical boolean, p_due_at timestamptz) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_storm_since timestamptz;
  v_due timestamptz := p_due_at;
begin
  if not p_is_critical then
    -- the third last of ten minutes: with it a fourth is a storm
    select d.created_at into v_storm_since from public.deliveries d
    where d.user_id = p_user_id and d.created_at > v_now - interval '10 minutes' and d.tenant_id = p_notification.tenant_id and d.channel = p_channel
      and d.target_id is not distinct from p_target_id and d.topic = p_bell.topic and d.state <> 'dropped'
    order by d.created_at desc offset 2 limit 1;
    v_due := greatest(v_due, engine.quiet_until(p_user_id, p_notification.tenant_id, v_now), v_storm_since + interval '10 minutes');
    if v_due > v_now then
      update public.deliveries d set
        kind = case when d.topic = 'approvals' then 'digest' else d.kind end, approval_id = null, notification_id = p_notification.id,
        data = jsonb_build_object('gathered', coalesce((d.data ->> 'gathered')::integer, 1) + 1)
      where d.id = (
        select w.id from public.deliveries w
        where w.user_id = p_user_id and w.created_at > v_now - interval '2 days' and w.tenant_id = p_notification.tenant_id and w.channel = p_channel
          and w.target_id is not distinct from p_target_id and w.topic = p_bell.topic and w.state = 'waiting' and w.due_at > v_now
          and not coalesce((w.data ->> 'is_critical')::boolean, false)
        order by w.id limit 1 for update
      );
      if found then return; end if;
    end if;
  end if;
  insert into public.deliveries (tenant_id, user_id, channel, target_id, topic, kind, approval_id, notification_id, data, due_at)
  values (p_notification.tenant_id, p_user_id, p_channel, p_target_id, p_bell.topic,
    case when v_storm_since is not null and p_bell.topic = 'approvals' then 'digest' else p_bell.delivery_kind end,
    case when v_storm_since is null or p_bell.topic <> 'approvals' then p_approval_id end, p_notification.id,
    case when p_is_critical then '{"is_critical": true}'::jsonb else '{}' end, v_due);
end
$$;
comment on function engine.put_delivery(uuid, text, uuid, public.notifications, engine.bells, uuid, boolean, timestamptz) is
  'One message for one place. What may not ring yet (quiet hours, the fourth of a topic within ten minutes, a mail) waits, and joins what waits there already as a count; critical ones never wait for these.';

create function engine.offer_deliveries(p_notification public.notifications) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_bell engine.bells;
  v_approval public.approvals;
  v_was_idle boolean;
  v_is_critical boolean;
  v_user_id uuid;
  v_places integer;
begin
  select * into v_bell from engine.bells where kind = p_notification.kind;
  if v_bell.kind is null then return; end if;
  select * into v_approval from public.approvals where id = (p_notification.params ->> 'approval_id')::uuid and tenant_id = p_notification.tenant_id;
  -- invented work rings nowhere
  if not exists (select from public.tenants t where t.id = p_notification.tenant_id and t.status = 'active' and (v_approval.id is not null or not t.is_demo))
    or exists (select from public.chain_runs r where r.id = coalesce(v_approval.run_id, (p_notification.params ->> 'run_id')::uuid) and r.is_demo) then
    return;
  end if;
  v_is_critical := v_bell.is_urgent or coalesce(v_approval.priority = 'critical', false);
  v_was_idle := not engine.has_due_deliveries();
  for v_user_id in select engine.people_to_ring(p_notification) loop
    select count(engine.put_delivery(v_user_id, p.channel, p.target_id, p_notification, v_bell, v_approval.id, v_is_critical, v_now)) into v_places
    from engine.places_of(v_user_id) as p where engine.is_wanted(v_user_id, p_notification.tenant_id, v_bell.topic, p.channel);
    if v_bell.topic = 'approvals' and engine.is_wanted(v_user_id, p_notification.tenant_id, 'approvals', 'email') then
      perform engine.put_delivery(v_user_id, 'email', null, p_notification, v_bell, v_approval.id, v_is_critical,
        engine.mail_due(v_user_id, v_places > 0, v_is_critical));
    end if;
  end loop;
  if v_was_idle and engine.has_due_deliveries() then perform engine.kick_deliver(); end if;
end
$$;
comment on function engine.offer_deliveries(public.notifications) is
  'Puts a notification on its way to those it concerns (engine.people_to_ring), on each device and chat where its topic is wanted; approvals by mail too, as the last resort. Wakes functions/deliver '
  'when nothing was due before.';

create function engine.offer_notification() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform engine.offer_deliveries(new);
  return null;
end
$$;
comment on function engine.offer_notification() is 'After a line came under the bell: engine.offer_deliveries.';
create trigger notifications_ring_on_phones after insert on public.notifications for each row execute function engine.offer_notification();

create function engine.reply_on(p_link_id uuid, p_kind text, p_data jsonb default '{}', p_approval_id uuid default null) returns bigint
language plpgsql
set search_path = ''
as $$
declare
  v_was_idle boolean := not engine.has_due_deliveries();
  v_id bigint;
begin
  insert into public.deliveries (tenant_id, user_id, channel, target_id, topic, kind, approval_id, data)
  select coalesce(a.tenant_id, l.tenant_id), l.user_id, l.channel, l.id, 'replies', p_kind, a.id, p_data
  from public.channel_links l left join public.approvals a on a.id = p_approval_id
  where l.id = p_link_id
  returning id into v_id;
  if v_was_idle and v_id is not null then perform engine.kick_deliver(); end if;
  return v_id;
end
$$;
comment on function engine.reply_on(uuid, text, jsonb, uuid) is
  'Answers a person in their chat, at once and at any hour (they wrote first); returns the delivery''s id, null when the chat is not linked any more. p_data = ids and figures of the answer by its kind.';

create function engine.reply_to_stranger(p_channel text, p_address text, p_language text, p_kind text, p_data jsonb default '{}') returns bigint
language plpgsql
set search_path = ''
as $$
declare
  v_was_idle boolean := not engine.has_due_deliveries();
  v_id bigint;
begin
  insert into public.deliveries (channel, address, topic, kind, data)
  values (p_channel, p_address, 'replies', p_kind, p_data || jsonb_build_object('language', p_language))
  returning id into v_id;
  if v_was_idle then perform engine.kick_deliver(); end if;
  return v_id;
end
$$;
comment on function engine.reply_to_stranger(text, text, text, text, jsonb) is
  'Answers a chat that is nobody''s yet (how to link): p_address = wa_id or Telegram chat id, p_language = what to speak there. How often is the caller''s rule.';
