-- Proactive Engine: old hits, competitors' moves, and the crisis that must not wait for a clock.

create function engine.old_hit(p_tenant_id uuid) returns public.post_metrics
language plpgsql stable
set search_path = ''
as $$
declare
  v_hit public.post_metrics;
begin
  select m.* into v_hit
  from public.post_metrics m
  cross join (
    select engine.rate_of(sum(p.engagements), sum(p.reach), sum(p.impressions)) as mean from public.post_metrics p
    where p.tenant_id = p_tenant_id and p.published_at > engine.now() - interval '180 days'
  ) as usual
  where m.tenant_id = p_tenant_id and m.published_at between engine.now() - interval '365 days' and engine.now() - interval '30 days'
    and greatest(m.reach, m.impressions) >= 20 and engine.rate_of(m.engagements, m.reach, m.impressions) >= usual.mean * 1.5
    and not exists (
      select from public.chain_runs r
      where r.tenant_id = p_tenant_id and r.chain_key = 'content_recycle' and r.input ->> 'hit' = m.external_id and r.created_at > engine.now() - interval '90 days'
    )
  order by engine.rate_of(m.engagements, m.reach, m.impressions) desc, m.reach desc, m.external_id limit 1;
  return v_hit;
end
$$;
comment on function engine.old_hit(uuid) is
  'The best post of the last year that is a month old and half as good again as usual (seen by 20 at least), not brought back in 90 days; a row of nulls when there is none.';

create function engine.detect_old_hit(p_tenant_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_hit public.post_metrics := engine.old_hit(p_tenant_id);
  v_input jsonb;
begin
  if v_hit.external_id is null then
    perform engine.expire_insights(p_tenant_id, 'recycler');
    return;
  end if;
  v_input := engine.input_of_content_recycle(p_tenant_id);
  perform engine.set_insight(p_tenant_id, 'recycler', 'old_hit', 'old_hit', jsonb_build_object(
    'title', v_hit.title, 'format', v_hit.format, 'platform', v_hit.platform, 'published_at', v_hit.published_at, 'external_id', v_hit.external_id,
    'rate', engine.rate_of(v_hit.engagements, v_hit.reach, v_hit.impressions), 'reach', v_hit.reach
  ), jsonb_build_array(jsonb_build_object('key', 'recycle', 'chain_key', 'content_recycle',
    'input', jsonb_build_object('hit', v_input -> 'hit', 'request', v_input -> 'request', 'angles', v_input -> 'angles', 'text', v_input -> 'text'))));
end
$$;
comment on function engine.detect_old_hit(uuid) is 'Weekly: an old hit to bring back. Apply makes three reels, a thread and a letter out of it (content_recycle).';

create function engine.expected_effect(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  with rates as (
    select m.engagements::numeric / greatest(m.reach, m.impressions) as rate from public.post_metrics m
    where m.tenant_id = p_tenant_id and m.published_at > engine.now() - interval '90 days' and greatest(m.reach, m.impressions) >= 20
  ),
  spread as (
    select count(*) as posts, (percentile_cont(0.5) within group (order by rate))::numeric as median, (percentile_cont(0.75) within group (order by rate))::numeric as good,
      (percentile_cont(0.9) within group (order by rate))::numeric as best
    from rates
  )
  select case when posts >= 5 and median > 0 then jsonb_build_object(
    'effect_low', round(100 * good / median - 100), 'effect_high', round(100 * best / median - 100), 'posts', posts) else '{}' end
  from spread
$$;
comment on function engine.expected_effect(uuid) is
  'What a post that does well brings over a usual one, in per cent of engagement rate: {effect_low (upper quartile), effect_high (best tenth), posts}; {} below five posts.';

create function engine.detect_opportunity(p_tenant_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_language text := (select t.language from public.tenants t where t.id = p_tenant_id);
  v_change public.competitor_changes;
  v_subjects text[] := '{}';
  v_effect jsonb := engine.expected_effect(p_tenant_id);
begin
  for v_change in
    select distinct on (c.url) c.* from public.competitor_changes c
    where c.tenant_id = p_tenant_id and c.kind in ('price', 'offer_added') and c.seen_at > engine.now() - interval '14 days'
    order by c.url, c.id desc
  loop
    v_subjects := v_subjects || v_change.url;
    perform engine.set_insight(p_tenant_id, 'opportunity', v_change.url, 'competitor_' || v_change.kind, jsonb_build_object(
      'name', coalesce(nullif(v_change.name, ''), v_change.url), 'url', v_change.url, 'before', v_change.before, 'after', v_change.after, 'seen_at', v_change.seen_at
    ) || v_effect, jsonb_build_array(
      jsonb_build_object('key', 'counter_campaign', 'chain_key', 'counter_campaign', 'input', jsonb_build_object(
        'competitors', engine.material_of_competitors(p_tenant_id), 'request',
        engine.say_request(v_language, 'competitor_offer', coalesce(nullif(v_change.name, ''), v_change.url), coalesce(nullif(v_change.after, ''), v_change.before)),
        'platform', 'nexio_page', 'language', v_language))));
  end loop;
  perform engine.expire_insights(p_tenant_id, 'opportunity', v_subjects);
end
$$;
comment on function engine.detect_opportunity(uuid) is 'Every 12 hours, after the scan of competitors: a new offer or price of the last 14 days, one card a competitor, with what a good answer usually brings. Apply starts counter_campaign.';

create function engine.detect_crisis(p_tenant_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_alarm jsonb := engine.alarm_of(p_tenant_id);
  v_language text;
  v_card public.insights;
  v_is_new boolean;
  v_run_id uuid;
begin
  if v_alarm ->> 'level' <> 'crisis' then return; end if;
  perform pg_advisory_xact_lock(hashtextextended('crisis ' || p_tenant_id, 0));
  select t.language into v_language from public.tenants t where t.id = p_tenant_id;
  -- one card an incident: it is over when nothing angry came for four hours
  update public.insights set state = 'expired', decided_at = engine.now()
  where tenant_id = p_tenant_id and detector = 'crisis' and state = 'open' and updated_at < engine.now() - interval '4 hours';
  v_is_new := not exists (
    select from public.insights where tenant_id = p_tenant_id and detector = 'crisis' and (state = 'open' or decided_at > engine.now() - interval '4 hours' and state <> 'expired')
  );
  if not v_is_new and not exists (select from public.insights where tenant_id = p_tenant_id and detector = 'crisis' and state = 'open') then return; end if;

  v_card := engine.set_insight(p_tenant_id, 'crisis', 'crisis', 'many_angry', jsonb_build_object(
    'count', v_alarm -> 'negative_last_hour', 'authors', v_alarm -> 'authors', 'topic', v_alarm -> 'topic', 'examples', v_alarm -> 'examples'
  ), jsonb_build_array(
    jsonb_build_object('key', 'unified_response', 'chain_key', 'crisis_response', 'input', jsonb_build_object('alarm', v_alarm, 'names', engine.names_of(p_tenant_id))),
    jsonb_build_object('key', 'pause_ads', 'act', 'pause_ads'),
    jsonb_build_object('key', 'apology_post', 'chain_key', 'create_social_post', 'input', jsonb_build_object(
      'platform', 'nexio_page', 'language', v_language, 'request', engine.say_request(v_language, 'apology',
        coalesce(nullif((select string_agg(w, ', ') from jsonb_array_elements_text(v_alarm -> 'topic') w), ''), v_alarm -> 'examples' -> 0 ->> 'quote', ''))))
  ));
  if not v_is_new or v_card.id is null then return; end if;
  v_run_id := engine.try_chain(p_tenant_id, 'crisis_response', engine.input_of_crisis_response(p_tenant_id), 'detector', v_card.id);
  update public.insights set run_id = v_run_id where id = v_card.id and v_run_id is not null;
end
$$;
comment on function engine.detect_crisis(uuid) is
  'At once, after each angry message: five or more within 60 minutes make one card (unified response, pause ads, apology post) and start crisis_response where the plan has '
  'it; more anger joins the card; after four quiet hours it is over. Nothing is published without a person.';
