-- How lessons come and go: the step engine:store_lessons of performance_review, and the owner who forgets one.

create function engine.do_store_lessons(p_step public.chain_steps) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_run public.chain_runs;
  v_found jsonb := engine.run_outputs(p_step.run_id) -> p_step.needs[1];
  v_week date;
  v_lesson jsonb;
  v_counts jsonb := '{"new": 0, "confirms": 0, "contradicts": 0, "known": 0}';
  v_effect text;
begin
  select * into v_run from public.chain_runs where id = p_step.run_id;
  v_week := coalesce((v_found ->> 'week')::date, date_trunc('week', engine.tenant_day(p_step.tenant_id))::date);
  for v_lesson in select l from jsonb_array_elements(coalesce(v_found -> 'lessons', '[]')) l loop
    v_effect := engine.learn_lesson(p_step.tenant_id, v_week, v_lesson);
    v_counts := jsonb_set(v_counts, array[v_effect], to_jsonb((v_counts ->> v_effect)::integer + 1));
  end loop;
  perform engine.share_lessons(p_step.tenant_id);
  perform engine.record_event(p_step.tenant_id, 'lessons.stored', v_counts || jsonb_build_object('week', v_week), 'engine', 'learning_engine', p_step.run_id, p_step.id);
  return v_counts || jsonb_build_object(
    'week', v_week, 'next_week', coalesce(v_found -> 'next_week', '[]'), 'in_use', engine.used_lessons(p_step.tenant_id),
    'say', format(
      case v_run.language
        when 'mg' then 'Voatahiry ny lesona: %s vaovao, %s voamarina, %s nihena.'
        when 'en' then 'Lessons kept: %s new, %s confirmed, %s weakened.'
        when 'ar' then 'حُفظت الدروس: %s جديدة، %s مؤكدة، %s ضعفت.'
        else 'Leçons gardées : %s nouvelles, %s confirmées, %s affaiblies.'
      end, v_counts ->> 'new', v_counts ->> 'confirms', v_counts ->> 'contradicts'
    )
  );
end
$$;
comment on function engine.do_store_lessons(public.chain_steps) is
  'Step engine:store_lessons: the output of the step it needs (lesson-extractor) into learned_lessons. {new, confirms, contradicts, known, week, next_week, in_use, say}.';

create function public.forget_lesson(p_tenant_id uuid, p_lesson_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_lesson public.learned_lessons;
begin
  perform engine.require_tenant(p_tenant_id, 'edit_brand');
  delete from public.learned_lessons where id = p_lesson_id and tenant_id = p_tenant_id returning * into v_lesson;
  if v_lesson.id is null then perform engine.fail('NX404', 'lesson_unknown'); end if;
  delete from public.patterns where tenant_id = p_tenant_id and source = 'lesson:' || v_lesson.id;
  perform engine.record_event(p_tenant_id, 'lesson.forgotten', jsonb_build_object('lesson', v_lesson.lesson, 'confidence', v_lesson.confidence));
end
$$;
comment on function public.forget_lesson(uuid, uuid) is
  'The owner takes a lesson out: nothing is planned by it any more; figures may teach it again. NX404 lesson_unknown (also a shared one), NX403 no_permission '
  '(edit_brand), NX409 tenant_mismatch.';
grant execute on function public.forget_lesson(uuid, uuid) to authenticated;
