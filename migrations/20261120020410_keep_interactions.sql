-- Keepers of what agents find out about people who wrote: mood, lead, reply, moves in the pipeline. Called by the engine after a step whose chain says keep: <name>.

create function engine.interaction_of(p_step public.chain_steps) returns public.interactions
language sql stable
set search_path = ''
as $$
  select i.* from public.chain_runs r
  join public.interactions i on i.id::text = r.input ->> 'interaction_id' and i.tenant_id = r.tenant_id
  where r.id = p_step.run_id
$$;
comment on function engine.interaction_of(public.chain_steps) is 'The interaction that the step''s run answers; a row of nulls when there is none.';

create function engine.keep_sentiment(p_step public.chain_steps) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_angry boolean;
begin
  with read as (
    select * from jsonb_to_recordset(p_step.output -> 'messages') as m (id text, language text, sentiment numeric, mood text, intents text[])
  ),
  noted as (
    update public.interactions i set
      sentiment = m.mood, sentiment_score = m.sentiment, intents = coalesce(m.intents, '{}'), language = coalesce(nullif(m.language, 'other'), i.language)
    from read m
    where i.tenant_id = p_step.tenant_id and i.id::text = m.id
    returning i.id, i.sentiment
  )
  select bool_or(sentiment = 'negative') from noted into v_angry;
  if v_angry then perform engine.detect_crisis(p_step.tenant_id); end if;
end
$$;
comment on function engine.keep_sentiment(public.chain_steps) is 'sentiment-analyzer: mood, score, intents and language onto the interactions; an angry one is counted at once (engine.detect_crisis).';

create function engine.keep_lead(p_step public.chain_steps) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_from public.interactions := engine.interaction_of(p_step);
  v_best jsonb;
  v_lead_id uuid;
begin
  if v_from.id is null then return; end if;
  select p into v_best from jsonb_array_elements(p_step.output -> 'prospects') p
  where exists (select from jsonb_array_elements(p -> 'parts') part where part ->> 'part' = 'intent' and (part ->> 'points')::numeric >= 15)
  order by (p ->> 'match')::numeric desc limit 1;
  if v_best is null then return; end if;

  if v_from.platform = 'nexio_page' then
    -- the form has made the lead already: what is new is how well it matches
    update public.leads set match = (v_best ->> 'match')::smallint where id::text = v_from.external_id and tenant_id = p_step.tenant_id;
    return;
  end if;
  if v_from.author_ref = '' then return; end if;
  insert into public.leads as l (tenant_id, name, author_ref, message, source, match, last_reply_at, follow_up_at)
  values (
    p_step.tenant_id, left(coalesce(nullif(v_from.author_name, ''), v_from.author_ref), 80), v_from.author_ref, left(v_from.body, 2000), v_from.platform,
    (v_best ->> 'match')::smallint, v_from.received_at, v_from.received_at + interval '24 hours'
  )
  on conflict (tenant_id, source, author_ref) where author_ref is not null do update set
    message = excluded.message, match = greatest(l.match, excluded.match), last_reply_at = excluded.last_reply_at, follow_up_at = excluded.follow_up_at
  returning l.id into v_lead_id;
  perform engine.count_lead_of(p_step.tenant_id, v_from.platform);
  perform engine.record_event(p_step.tenant_id, 'lead.received', jsonb_build_object('lead_id', v_lead_id, 'match', v_best -> 'match'), 'agent', p_step.agent_key,
    p_step.run_id, p_step.id);
  perform engine.notify(p_step.tenant_id, null, 'lead_received', jsonb_build_object('lead_id', v_lead_id, 'name', v_from.author_name), '/leads');
  perform engine.broadcast(p_step.tenant_id, 'lead', jsonb_build_object('id', v_lead_id));
end
$$;
comment on function engine.keep_lead(public.chain_steps) is
  'lead-scorer: who asked for a price, an order or a stock becomes a lead with its match, one a person and platform; a message from the page marks the lead that its form made.';

create function engine.count_lead_of(p_tenant_id uuid, p_platform text) returns void
language sql
set search_path = ''
as $$
  insert into public.metrics_daily as m (tenant_id, day, platform, leads) values (p_tenant_id, engine.tenant_day(p_tenant_id), p_platform, 1)
  on conflict (tenant_id, day, platform) do update set leads = m.leads + 1
$$;
comment on function engine.count_lead_of(uuid, text) is 'One more lead of today from a platform.';

create function engine.keep_reply(p_step public.chain_steps) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_from public.interactions := engine.interaction_of(p_step);
begin
  if v_from.id is null or v_from.state = 'answered' then return; end if;
  update public.interactions set
    run_id = p_step.run_id,
    reply = case when p_step.output ->> 'act' in ('leave_alone', 'hide_proposed') then null else p_step.output ->> 'body' end,
    state = case when p_step.output ->> 'act' = 'leave_alone' then 'ignored' else 'waiting' end
  where id = v_from.id;
  perform engine.broadcast(p_step.tenant_id, 'interaction', jsonb_build_object('id', v_from.id, 'run_id', p_step.run_id));
end
$$;
comment on function engine.keep_reply(public.chain_steps) is
  'reply-drafter, dm-responder, review-responder: the draft stands at its interaction and waits; what is best left alone is ignored. It goes out when its run is past its '
  'gate (engine.send_reply).';

create function engine.keep_pipeline(p_step public.chain_steps) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_lead_id uuid;
begin
  for v_lead_id in
    update public.leads l set status = m."to"
    from jsonb_to_recordset(p_step.output -> 'moves') as m (lead_id text, "from" text, "to" text, done boolean)
    where l.tenant_id = p_step.tenant_id and l.id::text = m.lead_id and l.status = m."from" and m.done and m."to" not in ('won', 'lost')
    returning l.id
  loop
    perform engine.broadcast(p_step.tenant_id, 'lead', jsonb_build_object('id', v_lead_id));
  end loop;
end
$$;
comment on function engine.keep_pipeline(public.chain_steps) is 'pipeline-manager: moves that are done by rule; a lead that has moved since stays, won and lost are set by people only.';
