-- What runs are started from: figures, posts, people, the brand's names, the calendar. One function a kind of material, each in the shape of the skill card that
-- reads it; engine.input_of (next files) puts them together a chain.

create function engine.days_of(p_tenant_id uuid, p_days integer default 90) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'day', m.day, 'platform', m.platform, 'reach', m.reach, 'impressions', m.impressions, 'engagements', m.engagements, 'clicks', m.clicks,
    'followers', m.followers
  ) order by m.day, m.platform), '[]')
  from public.metrics_daily m
  where m.tenant_id = p_tenant_id and m.day > engine.tenant_day(p_tenant_id) - p_days
    and m.platform in ('nexio_page', 'facebook', 'instagram', 'tiktok', 'linkedin', 'x', 'whatsapp', 'youtube')
$$;
comment on function engine.days_of(uuid, integer) is 'Figures a day and platform of the last p_days, as kpi-calculator takes them.';

create function engine.posts_of(p_tenant_id uuid, p_days integer default 90) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(post order by post -> 'published_at'), '[]')
  from (
    select jsonb_build_object(
      'id', m.external_id, 'platform', m.platform, 'published_at', m.published_at, 'format', m.format,
      'url', coalesce(nullif(m.url, ''), '/@' || t.slug || '#' || m.external_id), 'text', left(coalesce(c.body, m.title), 240), 'title', m.title,
      'reach', m.reach, 'impressions', m.impressions, 'likes', m.likes, 'comments', m.comments, 'shares', m.shares, 'saves', m.saves, 'clicks', m.clicks,
      'video_views', m.video_views, 'engagements', m.engagements
    ) as post
    from public.post_metrics m
    join public.tenants t on t.id = m.tenant_id
    left join public.contents c on c.id = m.content_id
    where m.tenant_id = p_tenant_id and m.published_at > engine.now() - make_interval(days => p_days)
    order by m.published_at desc limit 120
  ) as recent
$$;
comment on function engine.posts_of(uuid, integer) is 'Posts of the last p_days with their figures (at most 120, the newest), as kpi-calculator takes them.';

create function engine.series_of(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  with days as (
    select engine.tenant_day(p_tenant_id) - n as day from generate_series(1, 31) n
  ),
  figures as (
    select m.platform, m.day, f.key, f.value
    from public.metrics_daily m
    cross join lateral (values ('reach', m.reach), ('engagements', m.engagements), ('clicks', m.clicks), ('leads', m.leads)) as f (key, value)
    where m.tenant_id = p_tenant_id and m.day in (select day from days)
  ),
  series as (
    select key, platform, jsonb_agg(jsonb_build_object('day', d.day, 'value', coalesce(f.value, 0)) order by d.day) as points
    from (select key, platform, min(day) as since from figures group by key, platform) as known
    join days d on d.day >= known.since
    left join figures f using (key, platform, day)
    group by key, platform
  )
  select coalesce(jsonb_agg(jsonb_build_object('key', key, 'platform', platform, 'points', points) order by platform, key), '[]')
  from (select * from series order by platform, key limit 60) as named
$$;
comment on function engine.series_of(uuid) is 'Reach, engagements, clicks and leads a platform over the last 31 whole days, as anomaly-detector takes them; a day without a row since the first is zero.';

create function engine.people_of(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', s.id, 'subscribed', s.unsubscribed_at is null, 'language', s.language, 'orders', 0, 'value', 0, 'last_order_at', null,
    'last_click_at', s.last_click_at, 'joined_at', s.consent_at, 'interests', '[]'::jsonb
  )), '[]')
  from (select * from public.subscribers where tenant_id = p_tenant_id order by created_at desc limit 5000) as s
$$;
comment on function engine.people_of(uuid) is 'Subscribers without name or address, as audience-segmentation takes them. Orders are not known to Nexio: 0.';

create function engine.lead_card(p_lead public.leads) returns jsonb
language sql immutable
set search_path = ''
as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'id', p_lead.id, 'name', p_lead.name, 'email', p_lead.email, 'phone', p_lead.phone, 'source', p_lead.source, 'status', p_lead.status,
    'message', p_lead.message, 'created_at', p_lead.created_at
  )) || jsonb_build_object('last_contact_at', p_lead.last_contact_at, 'last_reply_at', p_lead.last_reply_at)
$$;
comment on function engine.lead_card(public.leads) is 'One lead as pipeline-manager and follow-up-scheduler take it.';

create function engine.leads_of(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(card), '[]')
  from (select engine.lead_card(l) as card from public.leads l where l.tenant_id = p_tenant_id order by l.created_at desc limit 500) as newest
$$;
comment on function engine.leads_of(uuid) is 'The pipeline, as pipeline-manager takes it.';

create function engine.lead_events_of(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  with known as (
    select * from public.leads where tenant_id = p_tenant_id order by created_at desc limit 500
  ),
  happened as (
    select id, case source when 'nexio_page' then 'form' else 'message' end as kind, created_at as at from known
    union all select id, 'reply', last_reply_at from known where last_reply_at > created_at
    union all select k.id, 'follow_up', (f ->> 'at')::timestamptz from known k, jsonb_array_elements(k.follow_ups) f
    union all
    select k.id, 'asked_price', i.received_at
    from known k
    join public.interactions i on i.tenant_id = p_tenant_id and i.intents && array['price', 'availability', 'order']
      and case when k.author_ref is null then i.platform = 'nexio_page' and i.external_id = k.id::text else i.platform = k.source and i.author_ref = k.author_ref end
  )
  select coalesce(jsonb_agg(jsonb_build_object('lead_id', id, 'kind', kind, 'at', at) order by at), '[]') from happened
$$;
comment on function engine.lead_events_of(uuid) is 'What happened to the leads, as the CRM skills read it: [{lead_id, kind form | message | reply | follow_up | asked_price, at}].';

create function engine.ideal_of(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'trades', '[]'::jsonb, 'sizes', '[]'::jsonb,
    'places', case when coalesce(b.dna ->> 'place', '') = '' then '[]' else jsonb_build_array(b.dna -> 'place') end,
    'words', coalesce((select jsonb_agg(distinct s ->> 'name') from jsonb_array_elements(coalesce(b.dna -> 'services', '[]')) s), '[]'),
    'audience', coalesce(b.dna -> 'audience', '""')
  )
  from (select coalesce(engine.brand_of(p_tenant_id), '{}') as dna) as b
$$;
comment on function engine.ideal_of(uuid) is 'Who would be a good customer, from the Brand DNA: {trades, places, sizes, words (what is sold), audience}, as lead-scorer takes it.';

create function engine.names_of(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_agg(distinct left(name, 80))
  from (
    select t.name from public.tenants t where t.id = p_tenant_id
    union select engine.brand_of(p_tenant_id) ->> 'name'
    union select t.slug from public.tenants t where t.id = p_tenant_id
  ) as names
  where coalesce(name, '') <> ''
$$;
comment on function engine.names_of(uuid) is 'How the business is called in public: company, brand, address of its page.';

create function engine.mentions_of_brand(p_tenant_id uuid, p_days integer default 30) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', i.id, 'source', i.platform, 'url', '', 'author', i.author_name, 'text', left(i.body, 3000), 'language', coalesce(i.language, ''),
    'seen_at', i.received_at, 'sentiment', i.sentiment_score
  ) order by i.received_at), '[]')
  from (
    select * from public.interactions
    where tenant_id = p_tenant_id and received_at > engine.now() - make_interval(days => p_days) and kind <> 'message'
    order by received_at desc limit 2000
  ) as i
$$;
comment on function engine.mentions_of_brand(uuid, integer) is 'What was said in public (comments, reviews, mentions; no private message), as sentiment-trend takes it.';

create function engine.material_of_competitors(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'pages', coalesce((
      select jsonb_agg(p.page) from (
        select distinct on (url) page from public.competitor_changes where tenant_id = p_tenant_id order by url, id desc limit 10
      ) as p
    ), '[]'),
    'changes', coalesce((
      select jsonb_agg(jsonb_build_object('url', c.url, 'name', c.name, 'kind', c.kind, 'before', c.before, 'after', c.after, 'seen_at', c.seen_at))
      from (
        select * from public.competitor_changes
        where tenant_id = p_tenant_id and kind <> 'first' and seen_at > engine.now() - interval '30 days' order by id desc limit 20
      ) as c
    ), '[]')
  )
$$;
comment on function engine.material_of_competitors(uuid) is '{pages: the newest reading of each, changes: of the last 30 days}: theirs, to be compared, never copied.';

create function engine.feasts_of(p_tenant_id uuid, p_days integer default 21) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(f.card order by f.day), '[]')
  from public.tenants t
  join public.feast_days f on f.country = t.country and f.language = t.language
  where t.id = p_tenant_id and f.day between engine.tenant_day(p_tenant_id) and engine.tenant_day(p_tenant_id) + p_days
$$;
comment on function engine.feasts_of(uuid, integer) is 'Feasts and quiet days ahead, as cultural-calendar gave them.';
