-- Proactive Engine, second half: anomaly and best time. Each reads figures from tables and engine.now(), and keeps its cards true.

create function engine.rate_of(p_engagements bigint, p_reach bigint, p_impressions bigint) returns numeric
language sql immutable
set search_path = ''
as $$ select round(100.0 * p_engagements / nullif(coalesce(nullif(p_reach, 0), p_impressions), 0), 2) $$;
comment on function engine.rate_of(bigint, bigint, bigint) is 'Engagement rate in per cent of reach (of impressions where reach is 0), as kpi-calculator has it; null without either.';

create function engine.formats_of(p_tenant_id uuid, p_days integer default 60) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('format', format, 'posts', posts, 'rate', rate, 'title', title) order by rate desc, format), '[]')
  from (
    select m.format, count(*) as posts, engine.rate_of(sum(m.engagements), sum(m.reach), sum(m.impressions)) as rate,
      (array_agg(m.title order by m.engagements::numeric / greatest(m.reach, m.impressions, 1) desc, m.external_id))[1] as title
    from public.post_metrics m
    where m.tenant_id = p_tenant_id and m.published_at > engine.now() - make_interval(days => p_days) and m.published_at < engine.now() - interval '48 hours'
    group by m.format having count(*) >= 3
  ) as formats
  where rate is not null
$$;
comment on function engine.formats_of(uuid, integer) is 'Formats with at least three posts older than 48 hours, best first: [{format, posts, rate (per cent), title of its best post}].';

create function engine.detect_anomaly(p_tenant_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_yesterday date := engine.tenant_day(p_tenant_id) - 1;
  v_formats jsonb := engine.formats_of(p_tenant_id);
  v_strong jsonb := v_formats -> 0;
  v_language text := (select t.language from public.tenants t where t.id = p_tenant_id);
  v_found record;
  v_subjects text[] := '{}';
begin
  for v_found in
    select m.platform,
      coalesce(sum(m.engagements) filter (where m.day = v_yesterday), 0) as value,
      -- a day without a row since the first is a day without engagement
      coalesce(sum(m.engagements) filter (where m.day < v_yesterday), 0)::numeric
        / nullif(least(30, v_yesterday - min(m.day)), 0) as mean,
      v_yesterday - min(m.day) as days
    from public.metrics_daily m
    where m.tenant_id = p_tenant_id and m.day between v_yesterday - 30 and v_yesterday
    group by m.platform
  loop
    continue when v_found.days < 7 or v_found.mean < 5 or v_found.value > v_found.mean * 0.8;
    v_subjects := v_subjects || v_found.platform;
    perform engine.set_insight(p_tenant_id, 'anomaly', v_found.platform, 'engagement_fell', jsonb_build_object(
      'platform', v_found.platform, 'day', v_yesterday, 'value', v_found.value, 'mean', round(v_found.mean, 1),
      'percent', round(100 - 100.0 * v_found.value / v_found.mean), 'format', v_strong -> 'format', 'rate', v_strong -> 'rate'
    ), jsonb_build_array(jsonb_build_object(
      'key', 'post_what_works',
      'chain_key', case when v_strong ->> 'format' in ('reel', 'video', 'story') then 'create_tiktok_video' else 'create_social_post' end,
      'input', jsonb_build_object('platform', v_found.platform, 'language', v_language, 'format', coalesce(v_strong ->> 'format', 'picture'),
        'request', engine.say_request(v_language, 'winning_theme', coalesce(v_strong ->> 'title', engine.brand_of(p_tenant_id) ->> 'name', ''))
      ))));
  end loop;
  perform engine.expire_insights(p_tenant_id, 'anomaly', v_subjects);
end
$$;
comment on function engine.detect_anomaly(uuid) is
  'Every 6 hours: a platform whose engagements of the last whole day are 20 % or more below the mean of the 30 days before (7 at least, mean 5 a day at least). Apply '
  'makes a piece in the format that works best, in the vein of its best post.';

create function engine.hours_of(p_tenant_id uuid) returns table (platform text, hour integer, posts bigint, rate numeric)
language sql stable
set search_path = ''
as $$
  select m.platform, extract(hour from m.published_at at time zone t.timezone)::integer, count(*), engine.rate_of(sum(m.engagements), sum(m.reach), sum(m.impressions))
  from public.post_metrics m join public.tenants t on t.id = m.tenant_id
  where m.tenant_id = p_tenant_id and m.published_at between engine.now() - interval '60 days' and engine.now() - interval '48 hours'
  group by 1, 2
$$;
comment on function engine.hours_of(uuid) is 'How posts of 60 days (older than 48 hours) did by platform and hour of the tenant''s day: count and engagement rate in per cent.';

create function engine.use_best_hour(p_tenant_id uuid, p_platform text, p_hour integer) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_timezone text := (select t.timezone from public.tenants t where t.id = p_tenant_id);
  v_moved integer;
begin
  update public.tenant_settings set best_hours = best_hours || jsonb_build_object(p_platform, p_hour), updated_at = engine.now() where tenant_id = p_tenant_id;
  with moved as (
    update public.contents c
    set scheduled_at = ((c.scheduled_at at time zone v_timezone)::date + make_interval(hours => p_hour,
      mins => extract(minute from c.scheduled_at at time zone v_timezone)::integer)) at time zone v_timezone
    where c.tenant_id = p_tenant_id and c.platform = p_platform and c.status in ('scheduled', 'in_review') and c.scheduled_at > engine.now() + interval '1 hour'
      and extract(hour from c.scheduled_at at time zone v_timezone) <> p_hour
      -- never into the past, and a day's several pieces keep apart: only the first of a day moves
      and ((c.scheduled_at at time zone v_timezone)::date + make_interval(hours => p_hour)) at time zone v_timezone > engine.now()
      and not exists (
        select from public.contents o
        where o.tenant_id = c.tenant_id and o.platform = c.platform and o.status in ('scheduled', 'in_review') and o.id <> c.id
          and (o.scheduled_at at time zone v_timezone)::date = (c.scheduled_at at time zone v_timezone)::date
          and ((o.scheduled_at, o.id) < (c.scheduled_at, c.id) or extract(hour from o.scheduled_at at time zone v_timezone) = p_hour)
      )
    returning 1
  )
  select count(*) into v_moved from moved;
  perform engine.record_event(p_tenant_id, 'schedule.moved', jsonb_build_object('platform', p_platform, 'hour', p_hour, 'moved', v_moved), 'engine', 'proactive_engine');
  return v_moved;
end
$$;
comment on function engine.use_best_hour(uuid, text, integer) is
  'From now on this hour is the platform''s: the next plans hear of it, and one planned post a day moves to it (its minutes stay). Returns how many moved.';

create function engine.detect_best_time(p_tenant_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_settings public.tenant_settings := engine.settings_of(p_tenant_id);
  v_found record;
  v_subjects text[] := '{}';
begin
  for v_found in
    with hours as (
      select * from engine.hours_of(p_tenant_id) h where h.posts >= 2 and h.rate is not null
    ),
    usual as (
      select distinct on (h.platform) h.platform, h.hour, h.rate from hours h order by h.platform, h.posts desc, h.hour
    )
    select distinct on (h.platform) h.platform, h.hour, h.rate, h.posts, u.hour as usual_hour, u.rate as usual_rate
    from hours h join usual u using (platform)
    order by h.platform, h.rate desc, h.posts desc, h.hour
  loop
    -- a better hour must be plainly better
    continue when v_found.rate < v_found.usual_rate * 1.15 or v_found.hour = v_found.usual_hour
      or (v_settings.best_hours ->> v_found.platform)::integer is not distinct from v_found.hour;
    if v_settings.auto_best_time then
      perform engine.use_best_hour(p_tenant_id, v_found.platform, v_found.hour);
      continue;
    end if;
    v_subjects := v_subjects || v_found.platform;
    perform engine.set_insight(p_tenant_id, 'timing', v_found.platform, 'better_hour', jsonb_build_object(
      'platform', v_found.platform, 'hour', v_found.hour, 'rate', v_found.rate, 'usual_hour', v_found.usual_hour, 'usual_rate', v_found.usual_rate,
      'percent', round(100 * v_found.rate / nullif(v_found.usual_rate, 0) - 100)
    ), jsonb_build_array(jsonb_build_object('key', 'use_best_time', 'act', 'use_best_time',
      'input', jsonb_build_object('platform', v_found.platform, 'hour', v_found.hour))));
  end loop;
  perform engine.expire_insights(p_tenant_id, 'timing', v_subjects);
end
$$;
comment on function engine.detect_best_time(uuid) is
  'Daily: the hour of a platform (two posts at least) whose engagement rate is 15 % above the hour most posts go out. Where auto_best_time is on the schedule moves by itself, '
  'else there is a card.';
