-- What runs are started from: the tables of the tenant in the shapes that the skill cards ask for, and nothing when there is nothing to work on.
begin;
select no_plan();
create temporary table scene as select tests.shop('Inputs', 'owner@inputs.test', 'pro') as tenant_id, tests.shop('Inputs Rival', 'rival@inputs.test', 'pro') as rival_id;
select set_config('nexio.now', '2026-11-20 20:00+03', true);
create temporary table chains_fed (chain_key text);
insert into chains_fed select unnest(array['weekly_content_plan', 'influencer_calendar', 'weekly_newsletter', 'performance_review', 'content_recycle', 'seo_audit',
  'brand_dna_extract', 'reputation_scan', 'crisis_response', 'ad_optimization', 'ads_ab_test', 'email_campaign', 'welcome_drip', 'counter_campaign', 'lead_discovery',
  'client_onboarding', 'client_health_check', 'create_avatar_video']);
create function pg_temp.input(p_key text) returns jsonb language sql as $$ select engine.input_of((select tenant_id from scene), p_key) $$;

select is_empty($$ select chain_key from chains_fed where to_regprocedure(format('engine.input_of_%s(uuid)', chain_key)) is null $$, 'each has its function');
select set_eq(
  $$ select chain_key from chains_fed where pg_temp.input(chain_key) is null $$,
  array['influencer_calendar', 'weekly_newsletter', 'performance_review', 'content_recycle', 'seo_audit', 'brand_dna_extract', 'reputation_scan', 'ad_optimization', 'create_avatar_video'],
  'a new tenant: no persona, reader, figure, hit, site, mention, campaign: nothing is started'
);
select is(pg_temp.input('no_such_chain'), '{}', 'a chain that needs nothing of the tables');

-- a tenant that lives
insert into public.metrics_daily (tenant_id, day, platform, reach, engagements, clicks)
select t, '2026-11-19'::date - n, 'facebook', 100, 10, 1 from scene, unnest(array[tenant_id, rival_id]) t, generate_series(0, 10) n;
delete from public.metrics_daily where day = '2026-11-15';
insert into public.post_metrics (tenant_id, platform, external_id, format, title, published_at, reach, likes, clicks)
select tenant_id, 'facebook', 'p1', 'reel', 'Samosas', timestamptz '2026-11-17 10:00+03', 200, 20, 2 from scene
union all select tenant_id, 'facebook', 'hit', 'picture', 'Nems', timestamptz '2026-10-01 10:00+03', 200, 90, 0 from scene
union all select rival_id, 'facebook', 'theirs', 'reel', 'secret', timestamptz '2026-11-17 10:00+03', 200, 20, 2 from scene;
insert into public.subscribers (tenant_id, email, name, language, consent_at) select tenant_id, 'lala@x.mg', 'Lala', 'mg', engine.now() from scene;
insert into public.personas (tenant_id, name, card, voice_id) select tenant_id, 'Miora', '{"bio": "Cuisine"}', 'v1' from scene;
insert into public.campaigns (tenant_id, network, external_id, name, status, daily_budget_micros, spend_micros, revenue_micros, currency, figures)
select tenant_id, 'meta', 'k1', 'Promo', 'active', 2500000, 10000000, 40000000, 'USD', '{"impressions": 5000, "clicks": 90, "conversions": 9}'::jsonb from scene
union all select tenant_id, 'meta', 'k2', 'Finie', 'ended', 1, 1, 1, 'USD', '{}' from scene;
insert into public.interactions (tenant_id, kind, platform, external_id, author_name, body, received_at, rating, sentiment, sentiment_score)
select tenant_id, 'review', 'google', 'r1', 'Jean', 'Bon', timestamptz '2026-11-18 10:00+03', 5, 'positive', 0.8 from scene
union all select tenant_id, 'message', 'facebook', 'm1', 'Privé', 'secret', timestamptz '2026-11-18 10:00+03', null, 'neutral', 0 from scene;
insert into public.feast_days (country, language, day, name, card) values ('MG', 'fr', '2026-11-22', 'Fête', '{"day": "2026-11-22", "advice": "post"}'), ('FR', 'fr', '2026-11-22', 'Ailleurs', '{}');
update public.tenant_settings set site_url = 'https://inputs.mg', competitor_urls = array['https://rival.mg'], platforms = array['nexio_page', 'facebook'] where tenant_id = (select tenant_id from scene);

select set_eq($$ select chain_key from chains_fed where pg_temp.input(chain_key) is null $$, array[]::text[], 'now each has material');
select is_empty($$ select chain_key from chains_fed where pg_temp.input(chain_key)::text ~ 'secret|Ailleurs' $$, 'nothing of another tenant or country, no private message');
select results_eq(
  $$ select i ->> 'week_start', i -> 'platforms', i -> 'competitor_urls', jsonb_array_length(i -> 'days'), jsonb_array_length(i -> 'posts'), i -> 'calendar' -> 0 ->> 'day' from pg_temp.input('weekly_content_plan') i $$,
  $$ values ('2026-11-23', '["nexio_page", "facebook"]'::jsonb, '["https://rival.mg"]'::jsonb, 10, 2, '2026-11-22') $$, 'the plan of the week that comes'
);
select is(
  (select p - array['text', 'title', 'url', 'engagements'] from jsonb_array_elements(pg_temp.input('performance_review') -> 'posts') p where p ->> 'id' = 'p1'),
  '{"id": "p1", "platform": "facebook", "published_at": "2026-11-17T07:00:00+00:00", "format": "reel", "reach": 200, "impressions": 0, "likes": 20, "comments": 0, "shares": 0,
    "saves": 0, "clicks": 2, "video_views": 0}'::jsonb, 'a post as kpi-calculator takes it'
);
select is(pg_temp.input('performance_review') ->> 'week', '2026-11-16', 'the week that is reviewed, by its Monday');
select is((select p -> 'value' from jsonb_array_elements(pg_temp.input('ad_optimization') -> 'series') s, jsonb_array_elements(s -> 'points') p
  where s ->> 'key' = 'engagements' and p ->> 'day' = '2026-11-15'), '0', 'a day without a row between others is zero');
select is((select count(*) from jsonb_array_elements(pg_temp.input('ad_optimization') -> 'campaigns')), 1::bigint, 'campaigns: the active ones');
select is(pg_temp.input('ad_optimization') -> 'campaigns' -> 0 ->> 'daily_budget', '2.5000000000000000', 'in their own money, not in millionths');
select is(pg_temp.input('influencer_calendar') -> 'persona' ->> 'voice_id', 'v1', 'the persona with its voice');
select is(pg_temp.input('content_recycle') ->> 'hit', 'hit', 'the old hit');
select is(pg_temp.input('seo_audit'), '{"url": "https://inputs.mg", "is_nexio_page": false}', 'the own site');
select is_empty($$ select from jsonb_array_elements(pg_temp.input('email_campaign') -> 'people') p where p ? 'email' or p ? 'name' $$, 'groups are made without names and addresses');
select is(pg_temp.input('welcome_drip') -> 'sequence', 'null', 'no approved sequence yet');

-- health
insert into public.skipped_work (tenant_id, day, what, why) select tenant_id, ('2026-11-1' || n)::date, w, 'daily_cost_spent' from scene, generate_series(1, 2) n, unnest(array['a', 'b']) w;
insert into public.budgets (tenant_id, day, spent_micros, task_count) select tenant_id, date '2026-11-19', 10000000, 30 from scene;
select results_eq(
  $$ select f ->> 'engagement_change_percent', f ->> 'budget_blocked_days', f ->> 'budget_used', f ->> 'days_since_visit' from (select pg_temp.input('client_health_check') -> 'facts' as f) as i $$,
  $$ values (null, '2', '0.500', '0') $$, 'facts of health, counted'
);
select results_eq(
  $$ select i ->> 'plan', i -> 'use' ->> 'tasks_p90', i -> 'use' ->> 'cost_p90_usd', jsonb_array_length(i -> 'plans') >= 6 from pg_temp.input('client_health_check') i $$,
  $$ values ('pro', '30', '10.0000', true) $$, 'and the use of the plan'
);
select * from finish();
rollback;
