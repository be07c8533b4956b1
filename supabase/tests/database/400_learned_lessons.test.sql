-- Lessons rise and fall with the weeks, are used above 0.7, shared by three tenants without a name, and forgotten by their owner.
begin;
select no_plan();
create temporary table scene as
select tests.shop('Lesona A', 'a@lessons.test') as a, tests.shop('Lesona B', 'b@lessons.test') as b, tests.shop('Lesona C', 'c@lessons.test') as c,
  tests.shop('Lesona P', 'p@lessons.test') as private_one;
grant select on scene to public;

create temporary view said as
select jsonb_build_object('lesson', 'Plan more reels', 'context', 'all networks', 'confidence', 0.8, 'effect', 'new', 'lesson_id', '', 'shareable', true,
  'evidence', '[{"metric": "rate", "value": 9, "compared_with": 3, "pieces": 6, "source": "posts"}]'::jsonb) as reels;

select is(engine.learn_lesson(a, '2026-11-02', reels || '{"confidence": 0.6}'), 'new', 'the first week makes a lesson') from scene, said;
select is(engine.used_lessons(a), '[]', 'at 0.6 nobody plans by it') from scene;
select is(engine.learn_lesson(a, '2026-11-02', reels), 'known', 'the same week again changes nothing') from scene, said;
select is(engine.learn_lesson(a, '2026-11-09', reels || '{"effect": "confirms"}'), 'confirms', 'the next week confirms it') from scene, said;
select is(engine.used_lessons(a) -> 0 ->> 'confidence', '0.760', 'half of the doubt went: 0.6 + 0.4 x 0.8 / 2') from scene;
select is(
  engine.learn_lesson(a, '2026-11-16', reels || jsonb_build_object('effect', 'contradicts', 'lesson_id', engine.used_lessons(a) -> 0 ->> 'id', 'lesson', 'in other words')),
  'contradicts', 'a week contradicts it by its id'
) from scene, said;
select results_eq('select confidence, confirmed_count, contradicted_count from public.learned_lessons', $$ values (0.456, 1, 1) $$, 'half of the confidence went');
select is(engine.used_lessons(a), '[]', 'and it is used no more') from scene;

-- sharing
select engine.learn_lesson(tenant, '2026-11-02', reels || '{"confidence": 0.9, "lesson": "Post at noon"}')
from scene, said, unnest(array[a, b, private_one]) tenant;
insert into public.tenant_settings (tenant_id) select tenant from scene, unnest(array[a, b, c, private_one]) tenant on conflict do nothing;
update public.tenant_settings set is_private = true where tenant_id = (select private_one from scene);
select is(engine.share_lessons(a), 0, 'two tenants and a private one are too few') from scene;
select engine.learn_lesson(c, '2026-11-02', reels || '{"confidence": 0.9, "lesson": "post at NOON"}') from scene, said;
select is(engine.share_lessons(c), 1, 'the third makes it everybody''s') from scene;
select results_eq(
  'select tenant_count, evidence, tenant_id from public.learned_lessons where tenant_id is null', $$ values (3, '[]'::jsonb, null::uuid) $$, 'without evidence, without a name'
);
select is(jsonb_array_length(engine.used_lessons(b)), 1, 'who has it of their own does not see it twice') from scene;
create temporary table newcomer as select tests.shop('Lesona N', 'n@lessons.test') as id;
grant select on newcomer to public;
select is(engine.used_lessons(id) -> 0 ->> 'is_shared', 'true', 'a newcomer begins with what others have learned') from newcomer;

-- lessons as patterns that are found by nearness
select is(jsonb_array_length(worker.patterns_to_embed(100)) > 0, true, 'a lesson waits for its place');
select worker.keep_embeddings(jsonb_build_array(jsonb_build_object('id', p.id, 'embedding', to_jsonb(array_fill(0.05, array[384])))))
from public.patterns p join scene on p.tenant_id = b;
select is((select count(*) from public.patterns p join scene on p.tenant_id = b where embedding is null), 0::bigint, 'a worker gives it');
select is((select confidence::numeric(4,2) from public.patterns p join scene on p.tenant_id = a where body like 'Plan more reels%'), 0.46, 'a pattern is as sure as its lesson');

-- who reads and forgets
select tests.become('b@lessons.test', (select b from scene));
select results_eq('select count(*) from public.learned_lessons where tenant_id is not null', array[1::bigint], 'a tenant reads its own lessons');
select lives_ok($$ select public.forget_lesson((select b from scene), (select id from public.learned_lessons where tenant_id is not null)) $$, 'the owner forgets one');
select is_empty('select from public.learned_lessons where tenant_id is not null', 'and it is gone');
select is_empty('select from public.patterns', 'with its pattern');
select throws_ok($$ select public.forget_lesson((select b from scene), (select id from public.learned_lessons where tenant_id is null)) $$, 'NX404', 'lesson_unknown', 'a shared one is nobody''s to forget');
reset role;
select tests.person('staff@lessons.test');
select tests.joins('staff@lessons.test', b, 'staff') from scene;
select tests.become('staff@lessons.test', (select b from scene));
select throws_ok($$ select public.forget_lesson((select b from scene), gen_random_uuid()) $$, 'NX403', 'no_permission', 'staff forgets nothing');
select * from finish();
rollback;
