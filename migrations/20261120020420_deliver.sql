-- Delivery of what people (or the reply mode) have let out: replies, letters, pages. What goes outside is an effect with a key of its own, so that nothing goes
-- out twice. engine.send_<keeper> is called when the gate is open (engine.pass_gate); adapters take what waits for a platform.

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

create function engine.approved_words(p_approval public.approvals) returns text
language sql stable
set search_path = ''
as $$ select c.body from public.contents c where c.id = p_approval.content_id $$;
comment on function engine.approved_words(public.approvals) is 'The text as the person let it out, with their edits; null where nobody was asked.';

create function engine.send_reply(p_step public.chain_steps, p_approval public.approvals) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_to public.interactions := engine.interaction_of(p_step);
  v_words text := coalesce(engine.approved_words(p_approval), p_step.output ->> 'body');
begin
  if v_to.id is null or v_to.state <> 'waiting' or coalesce(v_words, '') = '' then return; end if;
  if v_to.platform = 'nexio_page' then
    perform engine.answer_interaction(v_to.id, v_words);
  else
    update public.interactions set reply = v_words where id = v_to.id;
    perform engine.offer_effect(v_to.tenant_id, 'reply:' || v_to.id, 'send_reply', jsonb_build_object(
      'interaction_id', v_to.id, 'platform', v_to.platform, 'kind', v_to.kind, 'external_id', v_to.external_id, 'to', v_to.author_ref, 'body', v_words));
  end if;
end
$$;
comment on function engine.send_reply(public.chain_steps, public.approvals) is
  'A reply is let out by a person or by the reply mode: on the Nexio page it stands in the inbox as answered, on another platform it is an effect for its adapter.';

create function engine.send_newsletter(p_step public.chain_steps, p_approval public.approvals) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_letter public.mailings;
begin
  update public.mailings set status = 'approved', decided_at = engine.now(),
    mails = case when p_approval.id is null then mails else jsonb_set(mails, '{0,body}', to_jsonb(coalesce(engine.approved_words(p_approval), mails -> 0 ->> 'body', ''))) end
  where run_id = p_step.run_id and kind <> 'welcome' and status = 'draft' returning * into v_letter;
  if v_letter.recipients > 0 then
    perform engine.offer_effect(v_letter.tenant_id, 'mailing:' || v_letter.id, 'send_mailing',
      jsonb_build_object('mailing_id', v_letter.id, 'subject', v_letter.subject, 'recipients', v_letter.recipients));
  end if;
end
$$;
comment on function engine.send_newsletter(public.chain_steps, public.approvals) is 'A letter is let out, with the words of who approved it: an effect for the mail adapter.';

create function engine.send_sequence(p_step public.chain_steps, p_approval public.approvals) returns void
language sql
set search_path = ''
as $$
  update public.mailings set status = 'approved', decided_at = engine.now() where run_id = p_step.run_id and kind = 'welcome' and status = 'draft'
$$;
comment on function engine.send_sequence(public.chain_steps, public.approvals) is 'A welcome sequence holds from the yes on: its run sends it letter by letter, later subscribers get it unasked.';

create function engine.send_page(p_step public.chain_steps, p_approval public.approvals) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_page public.landing_pages;
begin
  update public.landing_pages set status = 'published', published_at = engine.now() where run_id = p_step.run_id and status = 'draft' returning * into v_page;
  if v_page.id is null then return; end if;
  perform engine.record_event(v_page.tenant_id, 'page.published', jsonb_build_object('page_id', v_page.id, 'slug', v_page.slug), 'engine', 'publisher', p_step.run_id);
  perform engine.notify(v_page.tenant_id, null, 'page_published', jsonb_build_object('title', v_page.title, 'slug', v_page.slug),
    '/@' || (select t.slug from public.tenants t where t.id = v_page.tenant_id) || '/p/' || v_page.slug);
end
$$;
comment on function engine.send_page(public.chain_steps, public.approvals) is 'A landing page goes public at its gate; the bell leads to it.';

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
  perform engine.drop_run(new.id);
  return new;
end
$$;
comment on function engine.follow_run_end() is 'Trigger of chain_runs: a run that keeps something has come to nothing.';
create trigger failed_runs_let_nothing_out after update of state on public.chain_runs
  for each row when (new.state in ('failed', 'cancelled') and old.state <> new.state and jsonb_path_exists(new.chain, '$.steps[*].keep'))
  execute function engine.follow_run_end();

create function worker.take_effects(p_kinds text[], p_limit integer default 20) returns jsonb
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
comment on function worker.take_effects(text[], integer) is
  'Effects that wait for an adapter (kinds send_reply, send_mailing, pause_ads), now the caller''s: [{key, tenant_id, kind, data}]. One left unsettled for ten minutes is '
  'unknown and never given out again.';

create function worker.settle_taken_effect(p_key text, p_state text, p_data jsonb default '{}') returns void
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
comment on function worker.settle_taken_effect(text, text, jsonb) is 'What became of an effect that an adapter took: settled, refused (its members are told) or unknown; p_data = the other side''s answer (ids, never secrets).';
grant execute on function worker.take_effects(text[], integer), worker.settle_taken_effect(text, text, jsonb) to service_role;
