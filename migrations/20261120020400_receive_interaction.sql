-- What people write comes in here: worker.receive_interaction from the platforms' webhooks, engine.note_page_message from the Nexio page. Each starts the chain that
-- answers it.

create function engine.interaction_card(p_interaction public.interactions) returns jsonb
language sql immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_interaction.id, 'platform', p_interaction.platform, 'author', p_interaction.author_name, 'text', left(p_interaction.body, 3000),
    'received_at', p_interaction.received_at, 'content_id', coalesce(p_interaction.content_id::text, '')
  )
$$;
comment on function engine.interaction_card(public.interactions) is 'A comment or message as sentiment-analyzer takes it.';

create function engine.conversation_of(p_interaction public.interactions) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(turn order by at), '[]')
  from (
    select i.received_at as at, jsonb_build_object('who', 'them', 'text', i.body, 'at', i.received_at) as turn
    from public.interactions i
    where i.tenant_id = p_interaction.tenant_id and i.platform = p_interaction.platform and i.author_ref = p_interaction.author_ref
      and i.author_ref <> '' and i.kind = 'message' and i.received_at > p_interaction.received_at - interval '30 days'
    union all
    select i.replied_at, jsonb_build_object('who', 'us', 'text', i.reply, 'at', i.replied_at)
    from public.interactions i
    where i.tenant_id = p_interaction.tenant_id and i.platform = p_interaction.platform and i.author_ref = p_interaction.author_ref
      and i.author_ref <> '' and i.kind = 'message' and i.replied_at > p_interaction.received_at - interval '30 days'
    order by 1 desc limit 20
  ) as turns
$$;
comment on function engine.conversation_of(public.interactions) is 'The last twenty turns of a private conversation: [{who them | us, text, at}].';

create function engine.input_of_interaction(p_interaction public.interactions) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_card jsonb := engine.interaction_card(p_interaction);
  v_tenant public.tenants;
begin
  select * into v_tenant from public.tenants where id = p_interaction.tenant_id;
  return engine.input_of_reply(p_interaction.tenant_id) || jsonb_strip_nulls(jsonb_build_object(
    'title', engine.say_request(v_tenant.language, 'reply_title', coalesce(nullif(p_interaction.author_name, ''), p_interaction.platform)),
    'interaction_id', p_interaction.id, 'platform', p_interaction.platform, 'author', p_interaction.author_name, 'text', p_interaction.body,
    'comment', jsonb_build_array(v_card),
    'post', (select jsonb_build_object('body', c.body, 'headline', c.headline) from public.contents c where c.id = p_interaction.content_id)
  )) || case p_interaction.kind
    when 'message' then jsonb_build_object('conversation', engine.conversation_of(p_interaction))
    when 'review' then jsonb_build_object('stars', p_interaction.rating, 'source', p_interaction.platform, 'reviews', engine.reviews_of(p_interaction.tenant_id))
    else '{}'
  end || case when p_interaction.sentiment is null then '{}' else jsonb_build_object('sentiment', v_card || jsonb_build_object(
    'mood', p_interaction.sentiment, 'sentiment', p_interaction.sentiment_score, 'intents', p_interaction.intents)) end;
end
$$;
comment on function engine.input_of_interaction(public.interactions) is
  'What the chain that answers is started from: {interaction_id, platform, author, text, comment [one message], post?, conversation?, stars?, reviews?, sentiment? (when it is '
  'known already), ideal, leads, events, mode, daily_cap, sent_today}. All of it is material from a stranger.';

create function engine.reviews_of(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', r.external_id, 'source', r.platform, 'author', r.author_name, 'stars', r.rating, 'text', r.body, 'language', coalesce(r.language, ''),
    'written_at', r.received_at, 'answered', r.state = 'answered'
  ) order by r.received_at), '[]')
  from (select * from public.interactions where tenant_id = p_tenant_id and kind = 'review' order by received_at desc limit 500) as r
$$;
comment on function engine.reviews_of(uuid) is 'Reviews (500, the newest), as review-tracker takes them.';

create function engine.chain_that_answers(p_kind text) returns text
language sql immutable
set search_path = ''
as $$
  select case p_kind when 'comment' then 'auto_reply_comment' when 'message' then 'direct_message_reply' when 'review' then 'review_response' end
$$;
comment on function engine.chain_that_answers(text) is 'comment, message, review -> chain; a mention is only gathered: null.';

create function engine.take_in(p_interaction public.interactions) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_chain_key text := engine.chain_that_answers(p_interaction.kind);
  v_run_id uuid;
begin
  if p_interaction.sentiment = 'negative' then perform engine.detect_crisis(p_interaction.tenant_id); end if;
  if v_chain_key is not null then
    -- whatever stands in the way of an answer, what the person wrote is kept
    begin
      v_run_id := engine.try_chain(p_interaction.tenant_id, v_chain_key, engine.input_of_interaction(p_interaction), 'webhook', p_interaction.id);
    exception when others then
      perform engine.raise_alert(p_interaction.tenant_id, 'warning', 'reply_not_started',
        jsonb_build_object('interaction_id', p_interaction.id, 'chain', v_chain_key, 'error', sqlerrm));
    end;
    if v_run_id is null and p_interaction.sentiment is null then v_run_id := engine.read_mood(p_interaction); end if;
    update public.interactions set run_id = v_run_id where id = p_interaction.id;
  end if;
  perform engine.broadcast(p_interaction.tenant_id, 'interaction', jsonb_build_object('id', p_interaction.id, 'run_id', v_run_id));
  return jsonb_build_object('interaction_id', p_interaction.id, 'run_id', v_run_id);
end
$$;
comment on function engine.take_in(public.interactions) is 'What follows on a new interaction: the crisis rule, the run that answers it, the screens. {interaction_id, run_id | null}.';

create function engine.start_code_run(p_tenant_id uuid, p_name text, p_priority text, p_step jsonb, p_input jsonb) returns uuid
language plpgsql
set search_path = ''
as $$
begin
  if not exists (select from public.skills k where k.key = p_step ->> 'skill' and k.tenant_id is null and k.kind = 'code' and k.is_active) then return null; end if;
  return engine.start_run(
    p_tenant_id,
    jsonb_populate_record(null::public.chains, jsonb_build_object('key', p_step ->> 'key', 'name', p_name, 'priority', p_priority, 'steps', jsonb_build_array(p_step))),
    p_name, p_input, (select t.language from public.tenants t where t.id = p_tenant_id), p_trigger => 'detector'
  );
end
$$;
comment on function engine.start_code_run(uuid, text, text, jsonb, jsonb) is
  'A run of one built-in code skill for the engine''s own sake: no model, no task of the day, on any plan; null where the skill is not in service.';

create function engine.read_mood(p_interaction public.interactions) returns uuid
language sql
set search_path = ''
as $$
  select engine.start_code_run(
    p_interaction.tenant_id, coalesce(nullif(p_interaction.author_name, ''), p_interaction.platform), 'critical',
    '{"key": "read_mood", "agent": "community_manager", "skill": "sentiment-analyzer", "keep": "sentiment", "with": {"messages": "$.input.comment"}}',
    jsonb_build_object('interaction_id', p_interaction.id, 'comment', jsonb_build_array(engine.interaction_card(p_interaction)))
  )
$$;
comment on function engine.read_mood(public.interactions) is
  'Where no answer can be started (plan, budget), the mood is read all the same, by code and for nothing: the crisis rule must not be blind on a small plan.';

create function worker.receive_interaction(
  p_tenant_id uuid, p_kind text, p_platform text, p_external_id text, p_author_name text, p_author_ref text, p_body text, p_received_at timestamptz,
  p_rating smallint default null, p_content_id uuid default null, p_sentiment jsonb default null
) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_new public.interactions;
begin
  if not exists (select from public.tenants t where t.id = p_tenant_id and t.status = 'active') then
    perform engine.fail('NX404', 'tenant_unknown');
  end if;
  insert into public.interactions (
    tenant_id, kind, platform, external_id, author_name, author_ref, body, received_at, rating, content_id, sentiment, sentiment_score, intents, language
  )
  values (
    p_tenant_id, p_kind, p_platform, left(p_external_id, 200), left(coalesce(p_author_name, ''), 120), left(coalesce(p_author_ref, ''), 200),
    left(coalesce(p_body, ''), 4000), least(p_received_at, engine.now()), p_rating,
    (select c.id from public.contents c where c.id = p_content_id and c.tenant_id = p_tenant_id),
    -- stars say it without words
    coalesce(p_sentiment ->> 'mood', case when p_rating <= 2 then 'negative' when p_rating >= 4 then 'positive' end),
    (p_sentiment ->> 'sentiment')::numeric, array(select jsonb_array_elements_text(coalesce(p_sentiment -> 'intents', '[]'))), p_sentiment ->> 'language'
  )
  on conflict (tenant_id, platform, external_id) do nothing
  returning * into v_new;
  if v_new.id is null then
    return (
      select jsonb_build_object('interaction_id', i.id, 'run_id', i.run_id) from public.interactions i
      where i.tenant_id = p_tenant_id and i.platform = p_platform and i.external_id = left(p_external_id, 200)
    );
  end if;
  return engine.take_in(v_new);
end
$$;
comment on function worker.receive_interaction(uuid, text, text, text, text, text, text, timestamptz, smallint, uuid, jsonb) is
  'A comment, message, review or mention from a platform''s webhook -> {interaction_id, run_id | null}; the same external id again gives the first. comment starts '
  'auto_reply_comment, message direct_message_reply, review review_response. p_sentiment {mood, sentiment, intents, language} where the caller has it. NX404 tenant_unknown '
  '(also: suspended; the platform sends again).';
grant execute on function worker.receive_interaction(uuid, text, text, text, text, text, text, timestamptz, smallint, uuid, jsonb) to service_role;

create function engine.note_page_message(p_lead_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_new public.interactions;
begin
  insert into public.interactions (tenant_id, kind, platform, external_id, author_name, author_ref, body, received_at, is_demo)
  select l.tenant_id, 'message', 'nexio_page', l.id, l.name, coalesce(l.email, l.phone), l.message, l.created_at, l.is_demo
  from public.leads l where l.id = p_lead_id
  on conflict (tenant_id, platform, external_id) do nothing
  returning * into v_new;
  if v_new.id is null then return; end if;
  perform engine.count_day(v_new.tenant_id, p_leads => 1);
  update public.leads set follow_up_at = v_new.received_at + interval '24 hours', last_reply_at = v_new.received_at where id = p_lead_id;
  if not v_new.is_demo then perform engine.take_in(v_new); end if;
end
$$;
comment on function engine.note_page_message(uuid) is 'A message left on the Nexio page stands in the inbox beside the lead it made, and is answered like any other. Called by submit_lead.';
