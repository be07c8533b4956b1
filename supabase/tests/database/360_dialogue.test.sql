-- The conversation of a run: hand-overs, refutation, second round, praise, escalation with both positions; live by p_after, and the same again as a replay.
begin;
select no_plan();
create temporary table scene as select tests.shop('Dialogue', 'owner@dialogue.test') as tenant_id, tests.shop('Dialogue Rival', 'rival@dialogue.test') as rival_id;
grant select on scene to public;
select tests.person('guest@dialogue.test');
select tests.joins('guest@dialogue.test', tenant_id, 'external') from scene;
create temporary table run as select tests.run(tenant_id) as id from scene;
grant select on run to public;
create function pg_temp.refute(p_say text) returns jsonb language sql as $$
  select jsonb_build_object('quality_review', jsonb_build_object('say', p_say, 'verdict', 'refute', 'findings', '[{"fault": "wrong_price", "quote": "500", "reason": "600", "suggestion": "600"}]'::jsonb))
$$;

-- live: a first look after the first step, then only what is new
select tests.work('{}', 1);
select tests.become('owner@dialogue.test', (select tenant_id from scene));
create temporary table first as select public.read_dialogue(public.current_tenant(), id) as d from run;
select ok((d -> 'is_live')::boolean, 'the run is live') from first;
select is(d -> 'lines' -> 0 ->> 'kind', 'run.started', 'the conversation begins with what was asked') from first;
select ok(d -> 'agents' -> 'content_writer' ?& array['name', 'initials', 'colour'], 'the speakers have faces') from first;
select results_eq(
  $$ select l ->> 'from', l ->> 'to', l ->> 'say' from first, jsonb_array_elements(d -> 'lines') l where l ->> 'kind' = 'handoff' $$,
  $$ values ('content_writer', 'creative_producer', 'Voilà.') $$, 'who hands over to whom, and with which words'
);
select tests.become_the_database();
select tests.work(pg_temp.refute('Le prix est faux.'), 2);
select tests.become('owner@dialogue.test', (select tenant_id from scene));
create temporary table second as
select public.read_dialogue(public.current_tenant(), run.id, (f.d ->> 'last_id')::bigint) as d from run, first f;
select is_empty(
  $$ select from second s, first f, jsonb_array_elements(s.d -> 'lines') l where (l ->> 'id')::bigint <= (f.d ->> 'last_id')::bigint $$, 'what was read is not told again'
);
select ok(d -> 'lines' @> '[{"kind": "step.refuted", "from": "content_qa", "to": "content_writer", "say": "Le prix est faux."}]', 'a refutation: by whom, to whom, why') from second;
select ok(d -> 'lines' @> '[{"kind": "step.revising", "from": "content_writer"}]', 'the author takes it back') from second;
select ok(jsonb_path_exists(d, '$.lines[*] ? (@.kind == "handoff" && @.to == "content_qa" && @.from != "content_qa")'), 'the review was handed over too') from second;

select tests.become_the_database();
select tests.work(pg_temp.refute('Toujours faux.') || '{"quality_gate": {"say": "Bas.", "score": 40, "reasons": []}}');
select tests.become('owner@dialogue.test', (select tenant_id from scene));
create temporary table replay as select public.read_dialogue(public.current_tenant(), id) as d from run;
select is(
  (select jsonb_agg(l -> 'round') from replay, jsonb_array_elements(d -> 'lines') l where l ->> 'kind' = 'step.said' and l ->> 'step' = 'text'), '[1, 2]', 'both rounds of the author are there'
);
select is((select count(*) from replay, jsonb_array_elements(d -> 'lines') l where l ->> 'kind' = 'step.refuted'), 2::bigint, 'and both refutations');
select results_eq(
  $$ select l -> 'data' ->> 'author', l -> 'data' ->> 'reviewer', jsonb_array_length(l -> 'data' -> 'positions') from replay, jsonb_array_elements(d -> 'lines') l
     where l ->> 'kind' = 'step.escalated' $$,
  $$ values ('content_writer', 'content_qa', 2) $$, 'two rounds without agreement go to a person, with both positions'
);
select ok(d -> 'lines' @> '[{"kind": "approval.requested"}]', 'who is asked') from replay;
select is(
  (select jsonb_agg(l order by (l ->> 'id')::bigint) from replay, jsonb_array_elements(d -> 'lines') l), (select d -> 'lines' from replay), 'in the order in which it happened'
);
select is(
  (select array_agg(id order by id) from public.run_dialogue where run_id = (select id from run)),
  (select array_agg((l ->> 'id')::bigint order by (l ->> 'id')::bigint) from replay, jsonb_array_elements(d -> 'lines') l), 'the replay is the log, line by line'
);
select is(public.read_dialogue(public.current_tenant(), id), (select d from replay), 'and the same each time') from run;

-- praise, and a person in the conversation
select tests.become_the_database();
create temporary table praised as select tests.run(tenant_id) as id from scene;
grant select on praised to public;
select tests.become('owner@dialogue.test', (select tenant_id from scene));
select public.say_to_run(public.current_tenant(), id, 'content_writer', 'Avec le prix, s''il te plaît.') from praised;
select tests.become_the_database();
select tests.work();
select tests.become('owner@dialogue.test', (select tenant_id from scene));
select ok(l @> '[{"kind": "step.praised", "from": "content_qa", "to": "content_writer"}]', 'praise has a speaker and a hearer')
from (select public.read_dialogue(public.current_tenant(), id) -> 'lines' from praised) d (l);
select ok(l @> '[{"kind": "person.said", "speaker": "person", "to": "content_writer", "say": "Avec le prix, s''il te plaît."}]', 'so have the words of a person')
from (select public.read_dialogue(public.current_tenant(), id) -> 'lines' from praised) d (l);
select isnt_empty(
  $$ select from public.agent_log where agent_key = 'content_writer' and line ->> 'line' = 'collaboration' and line ->> 'what' = 'step.praised' $$, 'what was said to an agent stands in its log too'
);
select results_eq(
  $$ select distinct line ->> 'line' from public.agent_log where agent_key = 'content_qa' order by 1 $$, $$ values ('action'), ('collaboration'), ('completion'), ('thought') $$,
  'a log has its four kinds of line'
);

select tests.become('guest@dialogue.test', (select tenant_id from scene));
select throws_ok(format('select public.read_dialogue(public.current_tenant(), %L)', id), 'NX403', 'no_permission', 'an external does not listen in') from run;
select is_empty('select from public.agent_log', 'nor read a log');
select tests.become('rival@dialogue.test', (select rival_id from scene));
select throws_ok(format('select public.read_dialogue(public.current_tenant(), %L)', id), 'NX404', 'run_unknown', 'another tenant''s conversation is not there') from run;
select is_empty('select from public.agent_log', 'nor its logs');
select * from finish();
rollback;
