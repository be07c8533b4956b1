-- Learning Engine: lessons of the week with a confidence that rises and falls, and those of many tenants shared without a name. Written by the chain
-- performance_review (step engine:store_lessons), read by the week plan and every context.

create table public.learned_lessons (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid references public.tenants (id) on delete cascade,
  lesson text not null,
  context text not null,
  evidence jsonb not null default '[]',
  confidence numeric(4, 3) not null,
  week date not null,
  first_week date not null,
  confirmed_count integer not null default 0,
  contradicted_count integer not null default 0,
  tenant_count integer not null default 1,
  is_shareable boolean not null default false,
  created_at timestamptz not null default engine.now(),
  updated_at timestamptz not null default engine.now(),
  constraint lesson_is_a_sentence check (char_length(lesson) between 1 and 200 and char_length(context) between 1 and 200),
  constraint lesson_confidence_is_a_share check (confidence between 0 and 1),
  constraint evidence_is_a_list check (jsonb_typeof(evidence) = 'array')
);
create unique index lesson_stands_once on public.learned_lessons (tenant_id, lower(lesson), lower(context)) nulls not distinct;
create index learned_lessons_to_share on public.learned_lessons (lower(lesson), lower(context)) where is_shareable and tenant_id is not null;
comment on table public.learned_lessons is
  'What the figures taught: an instruction, where it holds, the figures it rests on (of the week it was last judged), how sure it is. tenant_id null = '
  'shared by several tenants, without evidence; week = last judged, first_week = first seen.';

alter table public.learned_lessons enable row level security;
create policy "insiders read the lessons of their tenant and the shared ones" on public.learned_lessons for select to authenticated
  using ((tenant_id = (select public.current_tenant()) or tenant_id is null) and (select public.has_permission('view_all_tasks')));
revoke all on public.learned_lessons from anon, authenticated;
grant select on public.learned_lessons to authenticated;

create function engine.new_confidence(p_before numeric, p_evidence numeric, p_effect text) returns numeric
language sql immutable
set search_path = ''
as $$
  select round(least(greatest(case p_effect
    when 'confirms' then p_before + (1 - p_before) * p_evidence / 2
    when 'contradicts' then p_before - p_before * p_evidence / 2
    else p_evidence end, 0), 1), 3)
$$;
comment on function engine.new_confidence(numeric, numeric, text) is
  'A week confirms: half of the doubt that was left goes, as much as the week is worth (p_evidence 0-1); it contradicts: half of the confidence goes so.';

create function engine.keep_pattern(p_lesson public.learned_lessons) returns void
language sql
set search_path = ''
as $$
  insert into public.patterns as p (tenant_id, source, body, confidence)
  values (p_lesson.tenant_id, 'lesson:' || p_lesson.id, p_lesson.lesson || ' (' || p_lesson.context || ')', p_lesson.confidence)
  -- the words of a lesson do not change, so neither does its place
  on conflict (tenant_id, source) where source is not null do update set confidence = excluded.confidence
$$;
comment on function engine.keep_pattern(public.learned_lessons) is 'A lesson as a pattern that is found by nearness in every context; a worker gives it its place (worker.patterns_to_embed).';

create function engine.learn_lesson(p_tenant_id uuid, p_week date, p_lesson jsonb) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_known public.learned_lessons;
  v_worth numeric := coalesce((p_lesson ->> 'confidence')::numeric, 0.5);
  v_effect text := coalesce(p_lesson ->> 'effect', 'new');
begin
  select * into v_known from public.learned_lessons
  where tenant_id = p_tenant_id and (id::text = p_lesson ->> 'lesson_id'
    or (lower(lesson) = lower(p_lesson ->> 'lesson') and lower(context) = lower(p_lesson ->> 'context')))
  order by id::text = p_lesson ->> 'lesson_id' desc limit 1 for no key update;

  if v_known.id is null then
    -- what would contradict a lesson that nobody knows is a lesson of its own
    insert into public.learned_lessons (tenant_id, lesson, context, evidence, confidence, week, first_week, is_shareable)
    values (p_tenant_id, left(p_lesson ->> 'lesson', 200), left(p_lesson ->> 'context', 200), coalesce(p_lesson -> 'evidence', '[]'), v_worth, p_week, p_week,
      coalesce((p_lesson -> 'shareable')::boolean, false))
    returning * into v_known;
    perform engine.keep_pattern(v_known);
    return 'new';
  end if;
  -- one verdict a week: the same review run again changes nothing
  if v_known.week = p_week then return 'known'; end if;
  if v_effect = 'new' then v_effect := 'confirms'; end if;
  update public.learned_lessons
  set confidence = engine.new_confidence(v_known.confidence, v_worth, v_effect), week = p_week, evidence = coalesce(p_lesson -> 'evidence', evidence),
    confirmed_count = confirmed_count + (v_effect = 'confirms')::integer, contradicted_count = contradicted_count + (v_effect = 'contradicts')::integer,
    updated_at = engine.now()
  where id = v_known.id
  returning * into v_known;
  perform engine.keep_pattern(v_known);
  return v_effect;
end
$$;
comment on function engine.learn_lesson(uuid, date, jsonb) is
  'Keeps one lesson of a week {lesson, context, evidence, confidence, effect new|confirms|contradicts, lesson_id, shareable}: new, or the known one made surer or less '
  'sure. Returns new | confirms | contradicts | known (this week has judged it already).';

create function engine.share_lessons(p_tenant_id uuid) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_count integer;
begin
  with mine as (
    select lower(lesson) as lesson, lower(context) as context from public.learned_lessons
    where tenant_id = p_tenant_id and is_shareable and confidence > 0.8
  ),
  agreed as (
    select min(l.lesson) as lesson, min(l.context) as context, avg(l.confidence) as confidence, max(l.week) as week, min(l.first_week) as first_week,
      count(distinct l.tenant_id) as tenants
    from mine m
    join public.learned_lessons l on lower(l.lesson) = m.lesson and lower(l.context) = m.context and l.is_shareable and l.tenant_id is not null and l.confidence > 0.8
    -- a private tenant gives nothing away
    join public.tenant_settings s on s.tenant_id = l.tenant_id and not s.is_private
    group by m.lesson, m.context
    having count(distinct l.tenant_id) >= 3
  ),
  shared as (
    insert into public.learned_lessons as g (tenant_id, lesson, context, confidence, week, first_week, tenant_count, is_shareable)
    select null, lesson, context, confidence, week, first_week, tenants, true from agreed
    on conflict (tenant_id, lower(lesson), lower(context)) do update
    set confidence = excluded.confidence, week = excluded.week, tenant_count = excluded.tenant_count, updated_at = engine.now()
    returning 1
  )
  select count(*) into v_count from shared;
  return v_count;
end
$$;
comment on function engine.share_lessons(uuid) is
  'Lessons that name nothing of a business (shareable) and of which three tenants or more are sure above 0.8 become shared ones, without evidence and without a name. '
  'Private tenants neither give nor count.';

create function engine.used_lessons(p_tenant_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'lesson', lesson, 'context', context, 'confidence', confidence, 'week', week, 'is_shared', tenant_id is null)
    order by tenant_id is null, confidence desc, id), '[]')
  from (
    select l.* from public.learned_lessons l
    where l.confidence > 0.7 and (l.tenant_id = p_tenant_id or l.tenant_id is null and not exists (
      -- what this tenant's own figures say goes before what others found
      select from public.learned_lessons o where o.tenant_id = p_tenant_id and lower(o.lesson) = lower(l.lesson) and lower(o.context) = lower(l.context)
    ))
    order by l.tenant_id is null, l.confidence desc, l.id limit 20
  ) as used
$$;
comment on function engine.used_lessons(uuid) is 'Lessons that are acted upon: above 0.7, the tenant''s own first, then shared ones; at most 20 [{id, lesson, context, confidence, week, is_shared}].';
