-- Delivery of what people (or the reply mode) have let out: replies, letters, pages. Each is an effect with a key of its own, so that nothing goes out twice.
-- Called when a run is past all its gates; adapters take what waits for a platform.

create function engine.offer_effect(p_tenant_id uuid, p_key text, p_kind text, p_data jsonb) returns boolean
language plpgsql
set search_path = ''
as $$
begin
  insert into public.effects (key, tenant_id, kind, state, data) values (p_key, p_tenant_id, p_kind, 'waiting', p_data) on conflict (key) do nothing;
  return found;
end
$$;
comment on function engine.offer_effect(uuid, text, text, jsonb) is 'Lays down something for an adapter to do outside, once for its key; false when it was laid down before.';

create function engine.approved_words(p_run_id uuid) returns text
language sql stable
set search_path = ''
as $$
  select c.body from public.approvals a join public.contents c on c.id = a.content_id
  where a.run_id = p_run_id and a.state = 'approved' order by a.decided_at desc limit 1
$$;
comment on function engine.approved_words(uuid) is 'The text as the person let it out, with their edits; null where nobody was asked.';

create function engine.deliver_run(p_run_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_reply public.interactions;
  v_mailing public.mailings;
  v_page public.landing_pages;
begin
  for v_reply in
    select * from public.interactions where run_id = p_run_id and state = 'waiting' and reply is not null for no key update
  loop
    v_reply.reply := coalesce(engine.approved_words(p_run_id), v_reply.reply);
    if v_reply.platform = 'nexio_page' then
      perform engine.answer_interaction(v_reply.id, v_reply.reply);
    else
      update public.interactions set reply = v_reply.reply where id = v_reply.id;
      perform engine.offer_effect(v_reply.tenant_id, 'reply:' || v_reply.id, 'send_reply', jsonb_build_object(
        'interaction_id', v_reply.id, 'platform', v_reply.platform, 'kind', v_reply.kind, 'external_id', v_reply.external_id, 'to', v_reply.author_ref,
        'body', v_reply.reply));
    end if;
  end loop;

  for v_mailing in
    update public.mailings set status = 'approved', decided_at = v_now where run_id = p_run_id and status = 'draft' returning *
  loop
    -- a welcome sequence is sent by its own run, letter by letter
    if v_mailing.kind <> 'welcome' and v_mailing.recipients > 0 then
      perform engine.offer_effect(v_mailing.tenant_id, 'mailing:' || v_mailing.id, 'send_mailing',
        jsonb_build_object('mailing_id', v_mailing.id, 'subject', v_mailing.subject, 'recipients', v_mailing.recipients));
    end if;
  end loop;

  for v_page in
    update public.landing_pages set status = 'published', published_at = v_now where run_id = p_run_id and status = 'draft' returning *
  loop
    perform engine.record_event(v_page.tenant_id, 'page.published', jsonb_build_object('page_id', v_page.id, 'slug', v_page.slug), 'engine', 'publisher', p_run_id);
    perform engine.notify(v_page.tenant_id, null, 'page_published', jsonb_build_object('title', v_page.title, 'slug', v_page.slug), '/pages');
  end loop;
end
$$;
comment on function engine.deliver_run(uuid) is
  'Lets out what a run has kept back: a reply on the Nexio page is answered in the inbox, one on another platform and a letter become effects for their adapters, a page is published.';

create function engine.answer_interaction(p_interaction_id uuid, p_reply text) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_done public.interactions;
begin
  update public.interactions set state = 'answered', replied_at = engine.now(), reply = p_reply
  where id = p_interaction_id and state <> 'answered' returning * into v_done;
  if v_done.id is null then return; end if;
  update public.leads set last_contact_at = v_done.replied_at, status = case status when 'new' then 'contacted' else status end
  where tenant_id = v_done.tenant_id
    and case when v_done.platform = 'nexio_page' then id::text = v_done.external_id else source = v_done.platform and author_ref = v_done.author_ref end;
  perform engine.record_event(v_done.tenant_id, 'interaction.answered', jsonb_build_object('interaction_id', v_done.id), 'engine', 'publisher', v_done.run_id);
  perform engine.broadcast(v_done.tenant_id, 'interaction', jsonb_build_object('id', v_done.id, 'run_id', v_done.run_id));
end
$$;
comment on function engine.answer_interaction(uuid, text) is 'The reply is out: the interaction is answered, its lead has been contacted.';

create function engine.drop_run(p_run_id uuid) returns void
language plpgsql
set search_path = ''
as $$
begin
  update public.interactions set state = 'new', reply = null where run_id = p_run_id and state = 'waiting';
  update public.mailings set status = 'refused', decided_at = engine.now() where run_id = p_run_id and status = 'draft';
  update public.landing_pages set status = 'archived' where run_id = p_run_id and status = 'draft';
end
$$;
comment on function engine.drop_run(uuid) is 'A run that was refused, cancelled or failed lets nothing out: the message is open again, letter and page are put away.';

create function engine.follow_run_end() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.state = 'done' then perform engine.deliver_run(new.id); else perform engine.drop_run(new.id); end if;
  return new;
end
$$;
comment on function engine.follow_run_end() is 'Trigger of chain_runs: a run that keeps something is over.';
create trigger ended_runs_let_out_what_they_kept after update of state on public.chain_runs
  for each row when (new.state in ('done', 'failed', 'cancelled') and old.state <> new.state and jsonb_path_exists(new.chain, '$.steps[*].keep'))
  execute function engine.follow_run_end();

create function engine.approve_sequence() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  update public.mailings set status = 'approved', decided_at = new.decided_at where run_id = new.run_id and kind = 'welcome' and status = 'draft';
  return new;
end
$$;
comment on function engine.approve_sequence() is 'Trigger of approvals: a welcome sequence holds from the yes on, while its run goes on sending for days.';
create trigger approved_sequences_hold after update of state on public.approvals
  for each row when (new.state = 'approved' and old.state <> new.state and new.gate = 'outreach') execute function engine.approve_sequence();

create function worker.take_deliveries(p_kinds text[], p_limit integer default 20) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_taken jsonb;
begin
  -- a worker that has not said a word for ten minutes may have sent it: a person looks, nobody repeats it
  update public.effects set state = 'unknown' where state = 'reserved' and taken_at < v_now - interval '10 minutes' and kind = any (p_kinds);
  with picked as (
    select e.key from public.effects e join public.tenants t on t.id = e.tenant_id and t.status = 'active'
    where e.state = 'waiting' and e.kind = any (p_kinds)
    order by e.created_at limit least(greatest(p_limit, 0), 100) for no key update of e skip locked
  ),
  taken as (
    update public.effects e set state = 'reserved', taken_at = v_now from picked p where e.key = p.key returning e.key, e.tenant_id, e.kind, e.data
  )
  select jsonb_agg(jsonb_build_object('key', key, 'tenant_id', tenant_id, 'kind', kind, 'data', data)) into v_taken from taken;
  return coalesce(v_taken, '[]');
end
$$;
comment on function worker.take_deliveries(text[], integer) is
  'Effects that wait for an adapter (kinds send_reply, send_mailing, pause_ads), now the caller''s: [{key, tenant_id, kind, data}]. One left unsettled for ten minutes is '
  'unknown and never given out again.';

create function worker.settle_delivery(p_key text, p_state text, p_data jsonb default '{}') returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_effect public.effects;
begin
  update public.effects set state = p_state, data = data || p_data, settled_at = case p_state when 'settled' then engine.now() end
  where key = p_key and state in ('reserved', 'unknown') and p_state in ('settled', 'refused', 'unknown')
  returning * into v_effect;
  if v_effect.kind = 'send_reply' and p_state = 'settled' then
    perform engine.answer_interaction((v_effect.data ->> 'interaction_id')::uuid, v_effect.data ->> 'body');
  elsif p_state = 'refused' and v_effect.key is not null then
    perform engine.notify(v_effect.tenant_id, null, 'not_delivered', jsonb_build_object('kind', v_effect.kind, 'platform', v_effect.data -> 'platform'), '/messages');
  end if;
end
$$;
comment on function worker.settle_delivery(text, text, jsonb) is 'What became of a delivery: settled, refused (its members are told) or unknown; p_data = the other side''s answer (ids, never secrets).';
grant execute on function worker.take_deliveries(text[], integer), worker.settle_delivery(text, text, jsonb) to service_role;
