-- The week plan as the screen reads it: pieces with what there is to decide.
begin;
select no_plan();
create temporary table scene as select tests.shop('Plan', 'owner@plan.test', 'pro') as tenant_id, tests.shop('Plan Rival', 'rival@plan.test', 'pro') as rival_id;
grant select on scene to public;
update public.agents set is_active = true where tenant_id is null;
update public.skills set is_active = true where tenant_id is null;
insert into public.chains (key, name, priority, steps, is_active) values ('weekly_content_plan', 'Plan', 'medium', '[
  {"key": "write_week_plan", "agent": "strategic_director", "skill": "week-plan-writer"},
  {"key": "write_35_pieces", "agent": "content_writer", "skill": "social-captions", "needs": ["write_week_plan"], "each": "$.write_week_plan.pieces[*]"},
  {"key": "quality_gate", "agent": "content_qa", "skill": "brand-compliance", "needs": ["write_35_pieces"], "each": "$.write_week_plan.pieces[*]", "approval": "publish"}]', true)
on conflict (tenant_id, key) do update set steps = excluded.steps, is_active = true;
create temporary table plan as select jsonb_build_object('say', '', 'week_start', '2026-11-23', 'budget', '{"meta_percent": 40}'::jsonb, 'lessons_used', '["x"]'::jsonb,
  'priorities', '[{"rank": 1, "title": "Noël"}]'::jsonb, 'ab_decisions', '[{"key": "A"}]'::jsonb, 'pieces', (
    select jsonb_agg(jsonb_build_object('piece', n, 'priority', 1, 'day', '2027-01-0' || n, 'time', '18:00', 'platform', 'nexio_page', 'format', 'picture', 'request', 'Pièce ' || n, 'test', ''))
    from generate_series(1, 3) n)) as output;

select tests.become('owner@plan.test', (select tenant_id from scene));
select is(public.read_week_plan(tenant_id), null, 'no plan yet') from scene;
select tests.become_the_database();
create temporary table run as select tests.run(tenant_id, 'weekly_content_plan') as id from scene;
grant select on run to public;
select tests.become('owner@plan.test', (select tenant_id from scene));
select is(public.read_week_plan(tenant_id) -> 'pieces', '[]', 'while it is being written: no pieces') from scene;
select tests.become_the_database();
select tests.work(jsonb_build_object('write_week_plan', output)) from plan;
select tests.become('owner@plan.test', (select tenant_id from scene));
create temporary table seen as select public.read_week_plan(tenant_id) as p from scene;
select results_eq(
  $$ select p ->> 'week_start', p -> 'budget_split' ->> 'meta_percent', p -> 'priorities' -> 0 ->> 'title', p ->> 'waiting', p ->> 'decided', p -> 'run' ->> 'id' from seen $$,
  $$ select '2026-11-23', '40', 'Noël', '3', '0', id::text from run $$, 'the frame'
);
select results_eq(
  $$ select (e ->> 'piece')::int, e ->> 'request', e ->> 'approval_state', e ->> 'body', e ->> 'day' from seen, jsonb_array_elements(p -> 'pieces') e $$,
  $$ select n, 'Pièce ' || n, 'pending', 'Samosas vendredi', '2027-01-0' || n from generate_series(1, 3) n $$, 'each piece with its own text and approval'
);
select is((select count(distinct e ->> 'approval_id') from seen, jsonb_array_elements(p -> 'pieces') e), 3::bigint, 'three things to decide');
select set_eq(
  $$ select o ->> 'outcome' from seen, scene, jsonb_array_elements(public.decide_approvals(tenant_id, (
    select jsonb_agg(jsonb_build_object('approval_id', e -> 'approval_id', 'decision', 'approve', 'version', e -> 'version', 'content_hash', e -> 'content_hash', 'client_key', gen_random_uuid()))
    from jsonb_array_elements(p -> 'pieces') e))) o $$, array['decided'], 'decided as one, with the version and hash that were read'
);
select results_eq($$ select w ->> 'waiting', w ->> 'decided', w -> 'pieces' -> 0 ->> 'content_status' from scene, public.read_week_plan(tenant_id) w $$, $$ values ('0', '3', 'scheduled') $$, 'then they are scheduled');
select tests.become('rival@plan.test', (select rival_id from scene));
select is(public.read_week_plan(rival_id, (select id from run)), null, 'another tenant''s plan is none') from scene;
select * from finish();
rollback;
