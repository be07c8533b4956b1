-- Inputs of the runs that look after a tenant: reputation, search, advertising, health, letters, replies, leads. Called by engine.input_of.

create function engine.site_of(p_tenant_id uuid) returns text
language sql stable
set search_path = ''
as $$
  select coalesce(nullif((engine.settings_of(p_tenant_id)).site_url, ''), nullif(engine.brand_of(p_tenant_id) ->> 'website', ''))
$$;
comment on function engine.site_of(uuid) is 'Address of the tenant''s own website: from its settings, else from the Brand DNA; null without one.';

create function engine.input_of_seo_audit(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('url', site, 'is_nexio_page', site like '%/@' || t.slug || '%')
  from (select engine.site_of(p_tenant_id) as site) as s join public.tenants t on t.id = p_tenant_id
  where site is not null
$$;
comment on function engine.input_of_seo_audit(uuid) is '{url, is_nexio_page}; null without a website.';

create function engine.input_of_brand_dna_extract(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('url', site, 'language', t.language)
  from (select engine.site_of(p_tenant_id) as site) as s join public.tenants t on t.id = p_tenant_id
  where site is not null
$$;
comment on function engine.input_of_brand_dna_extract(uuid) is '{url, language}: the monthly refresh reads the site again and proposes; null without a website.';

create function engine.input_of_reputation_scan(p_tenant_id uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_mentions jsonb := engine.mentions_of_brand(p_tenant_id);
begin
  if v_mentions = '[]' and not exists (select from public.integrations i where i.tenant_id = p_tenant_id) then return null; end if;
  return jsonb_build_object(
    'names', engine.names_of(p_tenant_id), 'mentions', v_mentions,
    'open_alerts', coalesce((
      select jsonb_agg(jsonb_build_object('code', n.params -> 'code', 'reference', n.params -> 'reference', 'severity', n.params -> 'severity', 'raised_at', n.created_at))
      from public.notifications n
      where n.tenant_id = p_tenant_id and n.kind = 'reputation_alert' and n.created_at > engine.now() - interval '4 days'
    ), '[]')
  );
end
$$;
comment on function engine.input_of_reputation_scan(uuid) is '{names, mentions, open_alerts (of four days)}; null when nobody said anything and no account could tell.';

create function engine.input_of_crisis_response(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$ select jsonb_build_object('names', engine.names_of(p_tenant_id), 'alarm', engine.alarm_of(p_tenant_id)) $$;
comment on function engine.input_of_crisis_response(uuid) is '{names, alarm (engine.alarm_of)}.';

create function engine.input_of_ad_optimization(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('series', engine.series_of(p_tenant_id), 'campaigns', jsonb_agg(jsonb_build_object(
    'id', c.external_id, 'network', c.network, 'name', c.name, 'status', c.status, 'currency', c.currency, 'daily_budget', c.daily_budget_micros / 1e6,
    'spend', c.spend_micros / 1e6, 'revenue', c.revenue_micros / 1e6, 'impressions', coalesce(c.figures -> 'impressions', '0'),
    'clicks', coalesce(c.figures -> 'clicks', '0'), 'conversions', coalesce(c.figures -> 'conversions', '0'),
    'from', coalesce(c.figures ->> 'from', (engine.tenant_day(p_tenant_id) - 7)::text), 'to', coalesce(c.figures ->> 'to', (engine.tenant_day(p_tenant_id) - 1)::text)
  ) order by c.network, c.external_id))
  from public.campaigns c where c.tenant_id = p_tenant_id and c.status = 'active' having count(*) > 0
$$;
comment on function engine.input_of_ad_optimization(uuid) is '{campaigns (active ones, as roas-calculator takes them), series}; null without a campaign.';

create function engine.input_of_ads_ab_test(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('days', engine.days_of(p_tenant_id), 'posts', engine.posts_of(p_tenant_id), 'sizes', '["1:1", "4:5", "9:16"]'::jsonb)
$$;
comment on function engine.input_of_ads_ab_test(uuid) is '{days, posts, sizes (aspect ratios of the feeds)}.';

create function engine.input_of_email_campaign(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('days', engine.days_of(p_tenant_id), 'posts', engine.posts_of(p_tenant_id), 'people', engine.people_of(p_tenant_id))
$$;
comment on function engine.input_of_email_campaign(uuid) is '{days, posts, people}.';

create function engine.input_of_welcome_drip(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'people', engine.people_of(p_tenant_id), 'request', engine.say_request(t.language, 'welcome', t.name),
    'sequence', (
      select jsonb_build_object('mailing_id', m.id, 'mails', m.mails) from public.mailings m
      where m.tenant_id = p_tenant_id and m.kind = 'welcome' and m.status = 'approved' order by m.decided_at desc limit 1
    )
  )
  from public.tenants t where t.id = p_tenant_id
$$;
comment on function engine.input_of_welcome_drip(uuid) is '{people, request, sequence {mailing_id, mails} that was approved before, or null}.';

create function engine.input_of_counter_campaign(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$ select jsonb_build_object('competitors', engine.material_of_competitors(p_tenant_id)) $$;
comment on function engine.input_of_counter_campaign(uuid) is '{competitors {pages, changes}}.';

create function engine.input_of_lead_discovery(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('ideal', engine.ideal_of(p_tenant_id), 'leads', engine.leads_of(p_tenant_id), 'events', engine.lead_events_of(p_tenant_id))
$$;
comment on function engine.input_of_lead_discovery(uuid) is '{ideal, leads, events}.';

create function engine.input_of_reply(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'ideal', engine.ideal_of(p_tenant_id), 'leads', engine.leads_of(p_tenant_id), 'events', engine.lead_events_of(p_tenant_id),
    'mode', s.reply_mode, 'daily_cap', s.daily_reply_cap,
    -- the first ten after the mode was raised wait for a person
    'sent_since_raise', (select count(*) from public.interactions i where i.tenant_id = p_tenant_id and i.replied_at >= s.reply_mode_since),
    'sent_today', (
      select count(*) from public.interactions i
      join public.tenants t on t.id = i.tenant_id
      where i.tenant_id = p_tenant_id and i.replied_at >= engine.tenant_day(p_tenant_id)::timestamp at time zone t.timezone
    )
  )
  from public.tenant_settings s where s.tenant_id = p_tenant_id
$$;
comment on function engine.input_of_reply(uuid) is '{ideal, leads, events, mode, daily_cap, sent_since_raise, sent_today}: beside the message itself, what a reply and its lead need.';

create function engine.input_of_client_onboarding(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'url', coalesce(engine.site_of(p_tenant_id), ''),
    'connected', coalesce((select jsonb_agg(i.account order by i.account) from public.integrations i where i.tenant_id = p_tenant_id), '[]'),
    'waiting_skills', coalesce((
      select jsonb_agg(jsonb_build_object('skill', k.key, 'account', k.account) order by k.key) from public.skills k
      where k.tenant_id is null and k.is_active and k.account_owner = 'tenant'
        and not exists (select from public.integrations i where i.tenant_id = p_tenant_id and i.account = k.account)
    ), '[]')
  )
$$;
comment on function engine.input_of_client_onboarding(uuid) is '{url, connected [account], waiting_skills [{skill, account}]}.';
