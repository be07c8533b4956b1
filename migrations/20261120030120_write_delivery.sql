-- What a delivery says at the moment it is sent: to whom, where, about what, and the token that decides. Called by worker.claim_deliveries (next file).

create function engine.count_to_decide(p_user_id uuid, p_tenant_id uuid) returns integer
language sql stable
set search_path = ''
as $$
  select count(*)::integer from (
    select from public.approvals a
    where a.tenant_id = p_tenant_id and a.state = 'pending' and p_user_id in (select engine.deciders_of(a))
    limit 100
  ) as waiting
$$;
comment on function engine.count_to_decide(uuid, uuid) is 'How many approvals wait for this person in this tenant, counted up to 100: the number on the app''s icon.';

create function engine.is_window_open(p_delivery public.deliveries) returns boolean
language sql stable
set search_path = ''
as $$
  select p_delivery.channel <> 'whatsapp' or p_delivery.target_id is null or exists (
    select from public.channel_links l where l.id = p_delivery.target_id and l.last_inbound_at > engine.now() - interval '24 hours'
  )
$$;
comment on function engine.is_window_open(public.deliveries) is
  'Free text may be sent: always but on WhatsApp, where the person has to have written within 24 hours (a stranger whom we answer just has). Outside only how many wait is told.';

create function engine.why_to_drop(p_delivery public.deliveries, p_approval public.approvals) returns text
language sql stable
set search_path = ''
as $$
  select case
    when p_delivery.kind = 'invitation' and not engine.is_invited((p_delivery.data ->> 'invitation_id')::uuid) then 'not_invited'
    when p_delivery.user_id is null then null
    when p_delivery.channel = 'push' and not exists (select from public.push_subscriptions s where s.id = p_delivery.target_id and s.user_id = p_delivery.user_id) then 'device_gone'
    when p_delivery.channel in ('whatsapp', 'telegram') and not exists (select from public.channel_links l where l.id = p_delivery.target_id and l.user_id = p_delivery.user_id) then 'not_linked'
    when p_delivery.topic = 'replies' then null
    when not exists (
      select from public.memberships m join public.tenants t on t.id = m.tenant_id and t.status = 'active'
      where m.tenant_id = p_delivery.tenant_id and m.user_id = p_delivery.user_id
    ) then 'not_a_member'
    when not engine.is_wanted(p_delivery.user_id, p_delivery.tenant_id, p_delivery.topic, p_delivery.channel) then 'muted'
    when p_approval.id is not null and p_delivery.user_id not in (select engine.deciders_of(p_approval)) then 'not_theirs'
    when p_delivery.kind = 'approval' and p_approval.state is distinct from 'pending' then 'decided'
    -- one of them, or what was gathered of several
    when p_delivery.kind = 'going_out' and not exists (
      select from public.approvals a
      where a.tenant_id = p_delivery.tenant_id and a.id = coalesce(p_delivery.approval_id, a.id) and a.state = 'pending' and a.goes_out_at is not null
    ) then 'decided'
    when p_delivery.kind = 'digest' and engine.count_to_decide(p_delivery.user_id, p_delivery.tenant_id) = 0 then 'decided'
    when engine.is_window_open(p_delivery) then null
    when p_delivery.kind not in ('approval', 'digest', 'going_out') then 'window_closed'
    when exists (
      select from public.deliveries d join public.channel_links l on l.id = d.target_id
      where d.target_id = p_delivery.target_id and d.kind = 'digest' and d.id <> p_delivery.id and d.created_at > engine.now() - interval '3 days'
        and (d.state = 'sending' or (d.state = 'sent' and d.settled_at > greatest(engine.now() - interval '20 hours', l.last_inbound_at + interval '24 hours')))
    ) then 'told_already'
  end
$$;
comment on function engine.why_to_drop(public.deliveries, public.approvals) is
  'Why a delivery is not needed any more: device_gone, not_linked, not_a_member, muted, not_theirs, decided, window_closed (WhatsApp takes no such text now), told_already (a count went there since the '
  'window closed: one in 20 hours at most), not_invited (taken back, over or joined); null = send it. An answer in a chat goes to who wrote, member or not.';

create function engine.address_of(p_delivery public.deliveries) returns jsonb
language sql stable
set search_path = ''
as $$
  select case p_delivery.channel
    when 'push' then (
      select jsonb_build_object('endpoint', s.endpoint, 'p256dh', s.p256dh, 'auth', s.auth) from public.push_subscriptions s where s.id = p_delivery.target_id
    )
    when 'whatsapp' then coalesce(
      (select jsonb_build_object('wa_id', l.address, 'window_open', engine.is_window_open(p_delivery))
       from public.channel_links l where l.id = p_delivery.target_id),
      jsonb_build_object('wa_id', p_delivery.address, 'window_open', true)
    )
    when 'telegram' then jsonb_build_object('chat_id', coalesce((select l.address from public.channel_links l where l.id = p_delivery.target_id), p_delivery.address))
    else jsonb_build_object('email', coalesce((select u.email from auth.users u where u.id = p_delivery.user_id), p_delivery.address))
  end
$$;
comment on function engine.address_of(public.deliveries) is
  'Where it goes: push {endpoint, p256dh, auth}, whatsapp {wa_id, window_open}, telegram {chat_id}, email {email}. A stranger whom we answer has just written: their window is open.';

create function engine.show_approval(p_approval public.approvals) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_approval.id, 'state', p_approval.state, 'version', coalesce(c.version, p_approval.version), 'content_hash', coalesce(c.content_hash, p_approval.content_hash),
    'gate', p_approval.gate, 'title', p_approval.title, 'headline', c.headline, 'body', c.body, 'hashtags', to_jsonb(c.hashtags), 'platform', c.platform,
    'language', c.language, 'media', c.media, 'scheduled_at', c.scheduled_at, 'goes_out_at', p_approval.goes_out_at, 'score', p_approval.score, 'verdict_say', p_approval.verdict ->> 'say',
    'used_house_model', p_approval.used_house_model, 'needs_two_factor', engine.needs_two_factor(p_approval.gate)
  )
  from (select) as one left join public.contents c on c.id = p_approval.content_id
$$;
comment on function engine.show_approval(public.approvals) is
  'An approval as a channel shows it, its content as it is now: {id, state, version, content_hash, gate, title, headline, body, hashtags, platform, language, media, scheduled_at, goes_out_at (by itself, then), score, verdict_say, '
  'used_house_model, needs_two_factor}.';

create function engine.new_decision_token(p_approval jsonb, p_user_id uuid, p_channel text) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_token text := engine.new_token();
begin
  insert into public.decision_tokens (token_hash, approval_id, user_id, channel, version, content_hash)
  values (sha256(convert_to(v_token, 'utf8')), (p_approval ->> 'id')::uuid, p_user_id, p_channel, (p_approval ->> 'version')::integer, p_approval ->> 'content_hash');
  return v_token;
end
$$;
comment on function engine.new_decision_token(jsonb, uuid, text) is
  'A token that decides this approval (engine.show_approval) once, as this person, in the version that is shown. Only its hash is kept: this answer is the only place where it can be read.';

create function engine.write_delivery(p_delivery public.deliveries, p_approval public.approvals) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_approval jsonb := case when p_approval.id is not null and p_delivery.user_id in (select engine.deciders_of(p_approval)) then engine.show_approval(p_approval) end;
  v_waiting integer := case when p_delivery.tenant_id is not null then engine.count_to_decide(p_delivery.user_id, p_delivery.tenant_id) else 0 end;
  v_bell public.notifications;
begin
  select * into v_bell from public.notifications where id = p_delivery.notification_id;
  return jsonb_build_object(
    'delivery_id', p_delivery.id, 'token', p_delivery.claim_token, 'channel', p_delivery.channel, 'kind', p_delivery.kind, 'attempt', p_delivery.attempt,
    'user', (
      select jsonb_build_object('id', p_delivery.user_id, 'name', coalesce(max(p.display_name), ''), 'language', coalesce(max(p.language), p_delivery.data ->> 'language', 'fr'))
      from public.profiles p where p.user_id = p_delivery.user_id
    ),
    'tenant', (select jsonb_build_object('id', t.id, 'name', t.name, 'slug', t.slug, 'timezone', t.timezone) from public.tenants t where t.id = p_delivery.tenant_id),
    'address', engine.address_of(p_delivery),
    'approval', v_approval,
    -- a chat knows its person by the link; a token in a message that can be forwarded would decide in another's hand
    'tokens', case when (p_delivery.kind, p_delivery.channel) in (('approval', 'push'), ('approval', 'email'), ('going_out', 'push'))
        and not (v_approval ->> 'needs_two_factor')::boolean
      then jsonb_build_object('decide', engine.new_decision_token(v_approval, p_delivery.user_id, p_delivery.channel)) end,
    'waiting_count', v_waiting,
    'link', case p_delivery.kind
      when 'digest' then '/decide'
      when 'invitation' then '/join/' || engine.new_invitation_token((p_delivery.data ->> 'invitation_id')::uuid)
      else coalesce(nullif(v_bell.link, ''), '/decide/' || p_approval.id, '/home')
    end,
    'data', coalesce(v_bell.params || jsonb_build_object('code', v_bell.kind), '{}') || p_delivery.data
      || case p_delivery.kind when 'digest' then jsonb_build_object('count', v_waiting)
        when 'invitation' then engine.show_invitation((p_delivery.data ->> 'invitation_id')::uuid) else '{}' end
  );
end
$$;
comment on function engine.write_delivery(public.deliveries, public.approvals) is
  'The message for a channel adapter (type Delivery in functions/_shared/channels/channel.ts), read now. tokens.decide only in pushes and mails about one approval that needs no second factor (of what goes out by itself: pushes, to stop it). data = the '
  'notification''s params and code (its kind), the delivery''s own data over it; count of a digest = what waits for this person now; an invitation''s {by, role, email}, and its link lets in.';
