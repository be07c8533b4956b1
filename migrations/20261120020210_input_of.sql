-- The input of runs that the clock, a webhook or a detector starts: engine.input_of and one function a chain behind it, first the week of a tenant.
-- null = there is nothing to work on, so nothing is started.

create function engine.input_of(p_tenant_id uuid, p_chain_key text) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_input jsonb := '{}';
begin
  if to_regprocedure(format('engine.input_of_%I(uuid)', p_chain_key)) is not null then
    execute format('select engine.input_of_%I($1)', p_chain_key) into v_input using p_tenant_id;
  end if;
  return v_input;
end
$$;
comment on function engine.input_of(uuid, text) is
  'What a run of this chain is started from, out of the tenant''s tables (engine.input_of_<chain>); {} for a chain that needs nothing of them, null when there is '
  'nothing to work on (no campaign, no reader, no website …).';

create function engine.lessons_to_judge(p_tenant_id uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'lesson', l.lesson, 'context', l.context, 'confidence', l.confidence, 'week', l.week)), '[]')
    from (select * from public.learned_lessons where tenant_id = p_tenant_id order by confidence desc, id limit 50) as l
  );
end
$$;
comment on function engine.lessons_to_judge(uuid) is 'Every lesson of the tenant that a week can confirm or contradict, the doubtful ones too (50): [{id, lesson, context, confidence, week}].';

create function engine.next_monday(p_tenant_id uuid) returns date
language sql stable
set search_path = ''
as $$ select date_trunc('week', engine.tenant_day(p_tenant_id) + 6)::date $$;
comment on function engine.next_monday(uuid) is 'The Monday that comes, or today when it is one, where the tenant lives.';

create function engine.input_of_weekly_content_plan(p_tenant_id uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_settings public.tenant_settings := engine.settings_of(p_tenant_id);
begin
  if engine.brand_of(p_tenant_id) is null then return null; end if;
  return jsonb_build_object(
    'days', engine.days_of(p_tenant_id, 60), 'posts', engine.posts_of(p_tenant_id, 60), 'lessons', engine.used_lessons(p_tenant_id),
    'calendar', engine.feasts_of(p_tenant_id), 'competitor_urls', to_jsonb(v_settings.competitor_urls),
    'before', engine.material_of_competitors(p_tenant_id) -> 'pages', 'week_start', engine.next_monday(p_tenant_id),
    'platforms', to_jsonb(v_settings.platforms), 'goals', v_settings.goals, 'ad_budget_usd', round(v_settings.ad_budget_micros / 1e6, 2),
    'best_hours', v_settings.best_hours,
    'next_week', coalesce((
      select r.body -> 'acts' from public.reports r
      where r.tenant_id = p_tenant_id and r.kind = 'performance_review' order by r.created_at desc limit 1
    ), '[]')
  );
end
$$;
comment on function engine.input_of_weekly_content_plan(uuid) is
  '{days, posts, lessons, calendar, competitor_urls, before, week_start, platforms, goals, ad_budget_usd (a month), best_hours, next_week}; null without a Brand DNA.';

create function engine.persona_card(p_persona public.personas) returns jsonb
language sql immutable
set search_path = ''
as $$
  select p_persona.card || jsonb_build_object('id', p_persona.id, 'name', p_persona.name, 'voice_id', p_persona.voice_id, 'portrait_path', p_persona.portrait_path)
$$;
comment on function engine.persona_card(public.personas) is 'A persona as the influencer skills take it.';

create function engine.input_of_influencer_calendar(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'persona', engine.persona_card(p), 'days', engine.days_of(p_tenant_id, 60), 'posts', engine.posts_of(p_tenant_id, 60),
    'calendar', engine.feasts_of(p_tenant_id), 'week_start', engine.next_monday(p_tenant_id)
  )
  from public.personas p where p.tenant_id = p_tenant_id and p.is_active order by p.created_at limit 1
$$;
comment on function engine.input_of_influencer_calendar(uuid) is '{persona, days, posts, calendar, week_start}; null without a persona.';

create function engine.input_of_create_avatar_video(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('persona', engine.persona_card(p))
  from public.personas p where p.tenant_id = p_tenant_id and p.is_active order by p.created_at limit 1
$$;
comment on function engine.input_of_create_avatar_video(uuid) is '{persona}; null without one.';

create function engine.input_of_weekly_newsletter(p_tenant_id uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_posts jsonb := engine.posts_of(p_tenant_id, 7);
begin
  if v_posts = '[]' or not exists (select from public.subscribers s where s.tenant_id = p_tenant_id and s.unsubscribed_at is null) then return null; end if;
  return jsonb_build_object('days', engine.days_of(p_tenant_id, 28), 'posts', v_posts);
end
$$;
comment on function engine.input_of_weekly_newsletter(uuid) is '{days, posts of the week}; null when nothing was published or nobody reads.';

create function engine.input_of_performance_review(p_tenant_id uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_days jsonb := engine.days_of(p_tenant_id, 60);
begin
  if v_days = '[]' then return null; end if;
  return jsonb_build_object(
    'days', v_days, 'posts', engine.posts_of(p_tenant_id, 60), 'lessons', engine.lessons_to_judge(p_tenant_id),
    'week', date_trunc('week', engine.tenant_day(p_tenant_id))::date
  );
end
$$;
comment on function engine.input_of_performance_review(uuid) is '{days, posts, lessons (all), week (its Monday)}; null before the first figure.';

create function engine.input_of_content_recycle(p_tenant_id uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_hit public.post_metrics := engine.old_hit(p_tenant_id);
  v_tenant public.tenants;
begin
  if v_hit.external_id is null then return null; end if;
  select * into v_tenant from public.tenants where id = p_tenant_id;
  return jsonb_build_object(
    'days', engine.days_of(p_tenant_id, 60), 'posts', engine.posts_of(p_tenant_id, 180), 'hit', v_hit.external_id,
    'request', engine.say_request(v_tenant.language, 'recycle', v_hit.title),
    'angles', (select jsonb_agg(engine.say_request(v_tenant.language, angle, v_hit.title) order by n)
      from unnest(array['angle_behind', 'angle_reasons', 'angle_questions']) with ordinality as a (angle, n)),
    'text', coalesce((select c.body from public.contents c where c.id = v_hit.content_id), v_hit.title)
  );
end
$$;
comment on function engine.input_of_content_recycle(uuid) is '{days, posts, hit (external id), text, request, angles[3]}: three reels, a thread and a letter out of the best old post; null without one.';
