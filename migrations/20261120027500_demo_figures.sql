-- What the demo's posts have done: figures that grow over twelve weeks, lessons they taught and the cards that the detectors make of them. Called by worker.load_demo.

create function engine.write_demo_figures(p_tenant_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_timezone text := (select t.timezone from public.tenants t where t.id = p_tenant_id);
  v_today date := engine.tenant_day(p_tenant_id);
  v_monday date := date_trunc('week', v_today)::date - 7;
begin
  -- people and the late afternoon do well; the same story gives the same figures
  with seen as (
    select m.external_id, 45 + 12 * floor(extract(epoch from m.published_at - (engine.now() - interval '84 days')) / 604800)::integer
        + abs(hashtext(m.title)) % 15 as reach,
      case when extract(hour from m.published_at at time zone v_timezone) >= 16 then 0.13 else 0.06 end
        + case when c.body ~ 'Mama Ravaka|Hery|Soa' then 0.09 else 0 end + abs(hashtext(m.title)) % 4 / 100.0 as rate
    from public.post_metrics m join public.contents c on c.id = m.content_id
    where m.tenant_id = p_tenant_id
  )
  update public.post_metrics m set reach = s.reach, impressions = round(s.reach * 1.4), likes = round(s.reach * s.rate * 0.6), comments = round(s.reach * s.rate * 0.15),
    shares = round(s.reach * s.rate * 0.1), clicks = round(s.reach * s.rate * 0.15)
  from seen s where m.tenant_id = p_tenant_id and m.external_id = s.external_id;

  insert into public.metrics_daily (tenant_id, day, platform, reach, impressions, engagements, clicks, followers)
  select p_tenant_id, v_today - n, 'nexio_page', reach, round(reach * 1.5), case n when 1 then round(reach * 0.03) else round(reach * 0.11) end, round(reach * 0.02), 0
  from generate_series(1, 83) n,
    lateral (select 30 + (84 - n) + case extract(isodow from v_today - n)::integer when 5 then 25 when 7 then 15 else 0 end + abs(hashtext('day' || n)) % 9 as reach) as day
  on conflict (tenant_id, day, platform) do update set (reach, impressions, engagements, clicks) = row(excluded.reach, excluded.impressions, excluded.engagements, excluded.clicks);

  perform engine.learn_lesson(p_tenant_id, v_monday - 7 * (2 - week), l || jsonb_build_object('effect', 'confirms'))
  from generate_series(0, 2) week, jsonb_array_elements(jsonb_build_array(
    jsonb_build_object('lesson', 'Montrer quelqu’un de la cuisine dans une publication sur trois.', 'context', 'Publications avec un visage ou un prénom', 'confidence', 0.5,
      'evidence', '[{"metric": "engagement_rate", "value": 17, "unit": "percent", "compared_to": 8, "pieces": 6}]'::jsonb),
    jsonb_build_object('lesson', 'Publier après 16 h les jours de semaine.', 'context', 'Page Nexio, du lundi au vendredi', 'confidence', 0.4,
      'evidence', '[{"metric": "engagement_rate", "value": 14, "unit": "percent", "compared_to": 8, "pieces": 5}]'::jsonb)
  )) l
  where week > 0 or l ->> 'confidence' = '0.5' order by week;

  perform engine.detect_anomaly(p_tenant_id), engine.detect_best_time(p_tenant_id), engine.detect_old_hit(p_tenant_id);
end
$$;
comment on function engine.write_demo_figures(uuid) is
  'Gives a demo tenant''s published posts and days believable figures (the same for the same story), two lessons learned from them, and lets the detectors look.';
