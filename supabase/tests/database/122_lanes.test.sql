-- Fan-out lanes: item n waits for, sees, reviews, repeats, is asked and is refused for itself; claims bring company; the rest of the run goes by all.
begin;
select no_plan();
create temporary table scene as select tests.shop('Lanes', 'owner@lanes.test', 'growth') as tenant_id;
create temporary table run (id uuid);
grant select on scene to public;
select tests.chain('week', jsonb_build_array(
  tests.step('plan'),
  tests.step('write', '{"needs": ["plan"], "each": "$.plan.pieces[*]", "review_by": "review", "with": {"request": "$.item.request"}}'),
  tests.step('draw', '{"skill": "image-router", "needs": ["write"], "each": "$.plan.pieces[*]"}'),
  tests.step('review', '{"skill": "fact-checker", "agent": "content_qa", "needs": ["write", "draw"], "each": "$.plan.pieces[*]"}'),
  tests.step('gate', '{"skill": "brand-compliance", "agent": "content_qa", "needs": ["review"], "each": "$.plan.pieces[*]", "approval": "publish"}'),
  tests.step('tell', '{"needs": ["gate"]}')
));
create function pg_temp.plan(p_count integer) returns jsonb language sql as $$
  select jsonb_build_object('say', '', 'pieces', jsonb_agg(jsonb_build_object(
    'piece', n, 'request', 'piece ' || n, 'platform', case n % 2 when 0 then 'facebook' else 'tiktok' end, 'day', '2099-11-2' || n % 7, 'time', '0' || n % 9 || ':30') order by n))
  from generate_series(1, p_count) n
$$;
create function pg_temp.steps(p_key text) returns table (item smallint, state text, round smallint, output jsonb, id bigint) language sql as $$
  select s.item, s.state, s.round, s.output, s.id from public.chain_steps s join run on run.id = s.run_id where s.key = p_key order by s.item
$$;
-- answers a claim: the text names its piece, the picture its path; p_differently = {"key/item": output}
create function pg_temp.answer(p_claimed jsonb, p_differently jsonb default '{}') returns bigint[] language sql as $$
  select worker.complete((
    select jsonb_agg(jsonb_build_object('step_id', c -> 'step_id', 'token', c -> 'token', 'output', coalesce(
      p_differently -> ((c ->> 'key') || '/' || s.item), case c ->> 'key'
        when 'write' then jsonb_build_object('say', '', 'headline', 'H' || s.item, 'body', concat('text of ', s.input -> 'item' ->> 'request', ' round ', s.round))
        when 'draw' then jsonb_build_object('say', '', 'path', concat(s.tenant_id, '/', s.item, '.svg'), 'mime', 'image/svg+xml', 'width', 1, 'height', 1, 'alt', '')
        else tests.answer(c) end)))
    from jsonb_array_elements(p_claimed) c join public.chain_steps s on s.id = (c ->> 'step_id')::bigint
  ))
$$;
insert into run select tests.run(tenant_id, 'week') from scene;
select tests.work(jsonb_build_object('plan', pg_temp.plan(35)), 1);

-- the fan
select is((select count(*) from public.chain_steps s join run on run.id = s.run_id where lane is not null), 140::bigint, 'all four steps of the lane fan out at once');
select is((select count(*) from pg_temp.steps('write') where state = 'queued'), 35::bigint, 'three batches have their places');
create temporary table claimed as select worker.claim('one', 1, 60) as c;
select is(jsonb_array_length(c), 12, 'one claim brings eleven companions') from claimed;
select is(
  (select array_agg((e ->> 'item')::int order by n) from claimed, jsonb_array_elements(c) with ordinality as x (e, n)), array[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 'next to each other'
);
select is((select count(distinct e ->> 'batch') from claimed, jsonb_array_elements(c) e), 1::bigint, 'under one name');
select is(
  (select engine.step_input(s) ->> 'request' from public.chain_steps s join run on run.id = s.run_id where s.key = 'write' and s.item = 4), 'piece 5', 'each has its own input'
);
select pg_temp.answer(c) from claimed;
select is((select count(*) from pg_temp.steps('draw') where state in ('queued', 'ready')), 12::bigint, 'item n goes on when item n is ready');
select is((select count(*) from pg_temp.steps('draw') where state = 'waiting'), 23::bigint, 'and no other');
select is(
  (select engine.step_view(s) -> 'write' ->> 'headline' from public.chain_steps s join run on run.id = s.run_id where s.key = 'draw' and s.item = 7), 'H7', 'inside a lane one sees its own text'
);
select is(engine.step_view(s) -> 'item' ->> 'piece', '8', 'and its own item') from public.chain_steps s join run on run.id = s.run_id where s.key = 'draw' and s.item = 7;
select is(jsonb_array_length(engine.run_outputs(id) -> 'write'), 12, 'from outside they are a list') from run;
select is(engine.run_outputs(id) -> 'write' -> 3 -> 'item' ->> 'piece', '4', 'with their items') from run;

-- one is refuted
do $$
declare
  v_claimed jsonb;
begin
  for i in 1..60 loop
    v_claimed := worker.claim('one', 100, 60);
    exit when v_claimed = '[]';
    perform pg_temp.answer(v_claimed, case when i < 60 and exists (
      select from jsonb_array_elements(v_claimed) c join public.chain_steps s on s.id = (c ->> 'step_id')::bigint where s.key = 'review' and s.item = 3 and s.round = 1
    ) then '{"review/3": {"say": "Non", "verdict": "refute", "findings": [{"fault": "wrong_day", "quote": "q", "reason": "r", "suggestion": ""}]}}'::jsonb else '{}' end);
  end loop;
end
$$;
select is((select array_agg(item) from pg_temp.steps('write') where round = 2), array[3]::smallint[], 'a refuted piece is written again, alone');
select is((select array_agg(item) from pg_temp.steps('draw') where round = 2), array[3]::smallint[], 'its picture is made again, and no other');
select is((select output ->> 'body' from pg_temp.steps('write') where item = 3), 'text of piece 4 round 2', 'as the second version');
select is((select count(*) from pg_temp.steps('gate') where state = 'awaiting_approval'), 35::bigint, 'all 35 come to the gate');
select is((select state from public.chain_runs join run using (id)), 'awaiting_approval', 'then the run waits for people');
select is((select count(*) from public.notifications where kind = 'approval_requested' and tenant_id = (select tenant_id from scene)), 0::bigint, 'no bell a piece');
select results_eq(
  $$ select (params ->> 'count')::int from public.notifications where kind = 'approvals_requested' and tenant_id = (select tenant_id from scene) $$, array[35], 'one bell for all'
);

-- contents and approvals
select is((select count(*) from public.contents join run on run.id = run_id where status = 'in_review'), 35::bigint, '35 contents');
select results_eq(
  $$ select c.body, c.platform, c.headline, c.media ->> 'path', c.scheduled_at from public.contents c join public.approvals a on a.content_id = c.id
    join public.chain_steps s on s.id = a.step_id join run on run.id = s.run_id where s.item = 3 $$,
  $$ select 'text of piece 4 round 2', 'facebook', 'H3', tenant_id || '/3.svg', timestamptz '2099-11-24 04:30+03' from scene $$,
  'each with its own text, picture, platform, day and time where the tenant lives'
);
select is((select count(distinct title) from public.approvals join run on run.id = run_id), 35::bigint, 'each under its own title');
select is((a.verdict -> 'positions' -> 0 ->> 'body'), 'text of piece 4 round 1', 'the review told is its own')
from public.approvals a join public.chain_steps s on s.id = a.step_id join run on run.id = s.run_id where s.item = 3;
select is(jsonb_array_length(a.verdict -> 'positions'), 0, 'and not another''s')
from public.approvals a join public.chain_steps s on s.id = a.step_id join run on run.id = s.run_id where s.item = 4;

-- decided as one
create temporary table wanted as
select jsonb_agg(jsonb_build_object('approval_id', a.id, 'decision', case s.item when 5 then 'reject' else 'approve' end, 'version', a.version, 'content_hash', a.content_hash,
  'reason', 'Trop long', 'client_key', gen_random_uuid()) order by s.item) as d
from public.approvals a join public.chain_steps s on s.id = a.step_id join run on run.id = s.run_id;
grant select on wanted, run to public;
select tests.become('owner@lanes.test', (select tenant_id from scene));
select is(
  (select array_agg(distinct o ->> 'outcome') from wanted, jsonb_array_elements(public.decide_approvals((select tenant_id from scene), d)) o), array['needs_two_factor'],
  'more than ten at once need the second factor'
);
select tests.become('owner@lanes.test', (select tenant_id from scene), '{"aal": "aal2"}');
create temporary table outcomes as select o from wanted, jsonb_array_elements(public.decide_approvals((select tenant_id from scene), d)) o;
select is((select count(*) from outcomes where o ->> 'outcome' = 'decided'), 35::bigint, 'with it 35 are decided as one');
select tests.become_the_database();
select is((select count(*) from public.contents join run on run.id = run_id where status = 'scheduled'), 34::bigint, 'what was approved is scheduled');
select is((select status from public.contents join run on run.id = run_id where headline = 'H5'), 'rejected', 'what was refused is rejected');
select results_eq(
  $$ select item, state from pg_temp.steps('gate') where state <> 'done' $$, $$ values (5::smallint, 'cancelled') $$, 'a refused piece ends alone'
);
select is((select state from pg_temp.steps('tell')), 'queued', 'what waited for all goes on with the others');
select is(jsonb_array_length(engine.step_view(s) -> 'gate'), 34, 'and does not see the refused one') from public.chain_steps s join run on run.id = s.run_id where key = 'tell';
select tests.work();
select is((select state from public.chain_runs join run using (id)), 'done', 'the run ends when all are decided');

-- low scores and dead steps
truncate run;
insert into run select tests.run(tenant_id, 'week') from scene;
select tests.work(jsonb_build_object('plan', pg_temp.plan(3)), 1);
do $$
declare
  v_claimed jsonb;
begin
  for i in 1..60 loop
    v_claimed := worker.claim('one', 100, 60);
    exit when v_claimed = '[]';
    perform worker.fail((c ->> 'step_id')::bigint, (c ->> 'token')::uuid, 'skill_unknown', '{}', false) from jsonb_array_elements(v_claimed) c
    where c ->> 'key' = 'draw' and c ->> 'item' = '2';
    perform pg_temp.answer(v_claimed, '{"gate/1": {"say": "", "score": 20, "reasons": ["Vide"]}}');
  end loop;
end
$$;
select results_eq(
  $$ select s.key || '/' || s.item, s.state, s.error_code from public.chain_steps s join run on run.id = s.run_id where s.state in ('failed', 'cancelled') order by s.position, s.item $$,
  $$ values ('draw/2', 'failed', 'skill_unknown'), ('review/2', 'cancelled', 'skill_unknown'), ('gate/1', 'failed', 'quality_too_low'), ('gate/2', 'cancelled', 'skill_unknown') $$,
  'a piece that cannot be done, or is never good enough, ends alone'
);
select is((select max(round) from pg_temp.steps('write')), 4::smallint, 'after three more tries of its own');
select is((select state from public.chain_runs join run using (id)), 'awaiting_approval', 'the other goes to a person');

truncate run;
insert into run select tests.run(tenant_id, 'week') from scene;
select tests.work(jsonb_build_object('plan', pg_temp.plan(2)), 1);
select worker.fail((c ->> 'step_id')::bigint, (c ->> 'token')::uuid, 'skill_unknown', '{}', false) from jsonb_array_elements(worker.claim('one', 10, 60)) c;
select results_eq($$ select state, error_code from public.chain_runs join run using (id) $$, $$ values ('failed', 'skill_unknown') $$, 'when every piece has failed the run has');
select tests.become('owner@lanes.test', (select tenant_id from scene));
select public.retry_run((select tenant_id from scene), (select id from run));
select tests.become_the_database();
select is((select array_agg(state) from pg_temp.steps('write')), array['queued', 'queued'], 'tried again, its pieces are');

-- what the lanes stand on is sent back: they begin again with the new list
select tests.chain('again', jsonb_build_array(
  tests.step('plan', '{"review_by": "content_qa"}'), tests.step('write', '{"needs": ["plan"], "each": "$.plan.pieces[*]"}'),
  tests.step('gate', '{"skill": "brand-compliance", "needs": ["write"]}')
));
truncate run;
insert into run select tests.run(tenant_id, 'again') from scene;
select tests.work(jsonb_build_object('plan', pg_temp.plan(3)), 2);
select tests.work('{"write": {"say": ""}}', 1);
select tests.work('{"gate": {"say": "", "score": 30, "reasons": []}}', 1);
select is(tests.states(id), array['plan queued', 'plan_review waiting', 'write waiting', 'gate waiting'], 'a low score sends the reviewed plan back, the lanes are undone') from run;
select tests.work(jsonb_build_object('plan', pg_temp.plan(2), 'write', '{"say": ""}'::jsonb), 3);
select is(tests.states(id), array['plan done', 'plan_review done', 'write done', 'write/1 done', 'gate queued'], 'and made anew from the new one') from run;
select * from finish();
rollback;
