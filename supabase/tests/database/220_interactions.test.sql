-- What people write: taken in once, answered by a chain, kept by its keepers, let out at the gate; and the crisis that does not wait.
begin;
select no_plan();
create temporary table scene as select tests.shop('Inbox', 'owner@inbox.test', 'enterprise') as tenant_id, tests.shop('Inbox Free', 'free@inbox.test') as free_id;
grant select on scene to public;
-- the chains of this room, so short that a test can work them
create function pg_temp.chain(p_key text, p_priority text, p_steps jsonb) returns void language sql as $$
  insert into public.chains (key, name, priority, steps, is_active, costs_task) values (p_key, p_key, p_priority, p_steps, true, true)
  on conflict (tenant_id, key) do update set steps = excluded.steps, is_active = true, costs_task = true, priority = excluded.priority
$$;
update public.skills set is_active = true where tenant_id is null;
update public.agents set is_active = true where tenant_id is null;
select pg_temp.chain('auto_reply_comment', 'critical', '[
  {"key": "sentiment_and_intent", "agent": "community_manager", "skill": "sentiment-analyzer", "with": {"messages": "$.input.comment"}, "keep": "sentiment"},
  {"key": "draft_reply", "agent": "community_manager", "skill": "reply-drafter", "needs": ["sentiment_and_intent"], "keep": "reply", "approval": "outreach", "approval_when": "$.input.mode == \"manual\""},
  {"key": "score_lead_and_create", "agent": "lead_hunter", "skill": "lead-scorer", "needs": ["sentiment_and_intent"], "keep": "lead",
    "when": "exists($.sentiment_and_intent.messages[*].intents[*] ? (@ == \"price\"))"}]');
select pg_temp.chain('direct_message_reply', 'critical', '[
  {"key": "reply", "agent": "community_manager", "skill": "dm-responder", "keep": "reply", "approval": "outreach"}]');
select pg_temp.chain('crisis_response', 'critical', '[{"key": "offers", "agent": "pr_agent", "skill": "crisis-response"}]');

create function pg_temp.comes(p_kind text, p_id text, p_body text, p_author text default 'fan', p_tenant uuid default null, p_mood jsonb default null) returns jsonb language sql as $$
  select worker.receive_interaction(coalesce(p_tenant, (select tenant_id from scene)), p_kind, 'facebook', p_id, initcap(p_author), p_author, p_body, engine.now(), null, null, p_mood)
$$;
create function pg_temp.mood(p_id uuid, p_mood text, p_intents text[] default '{}') returns jsonb language sql as $$
  select jsonb_build_object('sentiment_and_intent', jsonb_build_object('say', '', 'messages', jsonb_build_array(jsonb_build_object(
    'id', p_id, 'language', 'fr', 'sentiment', case p_mood when 'negative' then -0.7 else 0.5 end, 'mood', p_mood, 'intents', p_intents, 'words', '[]'::jsonb, 'confidence', 0.9))),
    'draft_reply', '{"say": "", "body": "Bonjour, 500 ar pièce.", "language": "fr", "act": "reply", "facts_used": [], "needs_person": "", "confidence": 0.9}'::jsonb,
    'read_mood', jsonb_build_object('say', '', 'messages', jsonb_build_array(jsonb_build_object('id', p_id, 'language', 'fr', 'sentiment', -0.7, 'mood', p_mood, 'intents', p_intents))),
    'reply', '{"say": "", "body": "Oui, vendredi.", "language": "fr", "act": "reply", "collects": [], "facts_used": [], "needs_person": "", "confidence": 0.9}'::jsonb,
    'score_lead_and_create', '{"say": "", "created": 1, "prospects": [{"reference": "x", "name": "Fan", "match": 72, "lead_id": "", "unknown": [], "parts": [
      {"part": "fit", "points": 20, "because": ""}, {"part": "intent", "points": 30, "because": ""}, {"part": "reachable", "points": 8, "because": ""}, {"part": "activity", "points": 10, "because": ""}]}]}'::jsonb)
$$;

create temporary table first as select pg_temp.comes('comment', 'c1', 'C’est combien ?') as a;
create temporary view mine as select i.* from public.interactions i join scene using (tenant_id);
select isnt((select a ->> 'run_id' from first), null, 'a comment starts its chain');
select is(pg_temp.comes('comment', 'c1', 'C’est combien ?'), a, 'the same comment sent again is the same') from first;
select results_eq(
  $$ select chain_key, trigger, priority, input -> 'comment' -> 0 ->> 'text', input ->> 'mode' from public.chain_runs where id = (select (a ->> 'run_id')::uuid from first) $$,
  $$ values ('auto_reply_comment', 'webhook', 'critical', 'C’est combien ?', 'manual') $$, 'critical, with the comment as material'
);
select tests.work(pg_temp.mood((select id from mine), 'neutral', array['price']));
select results_eq('select sentiment, sentiment_score, intents, language, state, reply from mine', $$ values ('neutral', 0.5, array['price'], 'fr', 'waiting', 'Bonjour, 500 ar pièce.') $$, 'mood and draft stand at the comment');
select is((select state from public.approvals where run_id = (select (a ->> 'run_id')::uuid from first)), 'pending', 'a new tenant is asked');
select is_empty($$ select from public.effects where kind = 'send_reply' $$, 'nothing goes out before');
select results_eq(
  $$ select name, author_ref, source, match, status from public.leads join scene using (tenant_id) $$, $$ values ('Fan', 'fan', 'facebook', 72::smallint, 'new') $$, 'who asks for a price is a lead'
);
-- the owner changes a word and lets it out
create temporary table asked as select * from public.approvals where run_id = (select (a ->> 'run_id')::uuid from first);
grant select on asked to public;
select tests.become('owner@inbox.test', (select tenant_id from scene));
select is(public.decide_approval(tenant_id, id, 'approve', version, content_hash, '{"body": "Bonjour Fan, 500 ar pièce."}', null, 'app', gen_random_uuid()) ->> 'outcome', 'decided', 'decided') from asked;
select tests.become_the_database();
select results_eq(
  $$ select key, state, data ->> 'body', data ->> 'external_id' from public.effects where kind = 'send_reply' $$,
  $$ select 'reply:' || id, 'waiting', 'Bonjour Fan, 500 ar pièce.', 'c1' from mine $$, 'the words of who approved wait for the adapter'
);
select is((select state from mine), 'waiting', 'not answered before it is out');
select is((select status from public.contents where id = (select content_id from asked)), 'approved', 'a reply is no post of the page');
create temporary table taken as select worker.take_effects(array['send_reply']) as t;
select is(jsonb_array_length(t), 1, 'an adapter takes it') from taken;
select is(worker.take_effects(array['send_reply']), '[]', 'one adapter only');
select worker.settle_taken_effect(t -> 0 ->> 'key', 'settled', '{"message_id": "m1"}') from taken;
select worker.settle_taken_effect(t -> 0 ->> 'key', 'settled', '{}') from taken;
select results_eq('select state, reply, replied_at = engine.now() from mine', $$ values ('answered', 'Bonjour Fan, 500 ar pièce.', true) $$, 'then it is answered');
select is((select status from public.leads join scene using (tenant_id)), 'contacted', 'and its lead contacted');

-- full auto: nobody is asked
update public.tenant_settings set reply_mode = 'full' where tenant_id = (select tenant_id from scene);
create temporary table auto as select pg_temp.comes('comment', 'c2', 'Bravo', 'other') as a;
select tests.work(pg_temp.mood((select id from mine where external_id = 'c2'), 'positive'));
select is_empty($$ select from public.approvals where run_id = (select (a ->> 'run_id')::uuid from auto) $$, 'released by the mode: nobody is asked');
select is((select count(*) from public.effects where kind = 'send_reply' and state = 'waiting'), 1::bigint, 'and it goes out');
-- an adapter that dies in between
select worker.take_effects(array['send_reply']);
select tests.pass_time('11 minutes');
select is(worker.take_effects(array['send_reply']), '[]', 'what may have been sent is not sent again');
select is((select state from public.effects where key = (select 'reply:' || id from mine where external_id = 'c2')), 'unknown', 'it is a person''s to look at');

-- a person corrects a reply: the mode is lowered by one step
select is(reply_mode, 'full', 'full before') from public.tenant_settings join scene using (tenant_id);
update public.chains set steps = jsonb_set(steps, '{1,approval_when}', '"$.input.mode != \"none\""') where key = 'auto_reply_comment' and tenant_id is null;
create temporary table doubtful as select pg_temp.comes('comment', 'c3', 'Prix ?', 'third') as a;
select tests.work(pg_temp.mood((select id from mine where external_id = 'c3'), 'neutral'));
create temporary table doubted as select * from public.approvals where run_id = (select (a ->> 'run_id')::uuid from doubtful);
grant select on doubted to public;
select tests.become('owner@inbox.test', (select tenant_id from scene));
select public.decide_approval(tenant_id, id, 'approve', version, content_hash, '{"body": "Non, 600 ar."}', null, 'app', gen_random_uuid()) from doubted;
select tests.become_the_database();
select is(reply_mode, 'semi', 'one corrected: semi') from public.tenant_settings join scene using (tenant_id);
select is((select params ->> 'mode' from public.notifications join scene using (tenant_id) where kind = 'reply_mode_lowered'), 'semi', 'and the owner is told');

-- a message on the page is answered in the inbox; a refused answer leaves it open
select tests.become_nobody();
select public.submit_lead('inbox', 'Rasoa', 'rasoa@mail.mg', 'Vous livrez vendredi ?', gen_random_uuid());
select public.submit_lead('inbox', 'Solo', 'solo@mail.mg', 'Vous livrez lundi ?', gen_random_uuid());
select tests.become_the_database();
select tests.work(pg_temp.mood(null, 'neutral'));
create temporary table page_asked as select a.*, i.author_name from public.approvals a join mine i on i.run_id = a.run_id where i.platform = 'nexio_page';
grant select on page_asked to public;
select tests.become('owner@inbox.test', (select tenant_id from scene));
select public.decide_approval(tenant_id, id, case author_name when 'Rasoa' then 'approve' else 'reject' end, version, content_hash, null, 'non', 'app', gen_random_uuid()) from page_asked;
select tests.become_the_database();
select results_eq(
  $$ select author_name, state, reply from mine where platform = 'nexio_page' order by author_name $$, $$ values ('Rasoa', 'answered', 'Oui, vendredi.'), ('Solo', 'new', null) $$,
  'approved: answered; refused: open again, no reply'
);
select is((select status from public.leads where name = 'Rasoa'), 'contacted', 'the lead of the form has been contacted');

-- a small plan: the mood is read by code all the same
create temporary table small as select pg_temp.comes('comment', 'c1', 'Nul !', 'fan', free_id) as a from scene;
select is((select chain_key from public.chain_runs where id = (select (a ->> 'run_id')::uuid from small)), 'read_mood', 'where no answer is in the plan the mood is read');
select is_empty($$ select from public.budgets join scene on free_id = budgets.tenant_id where task_count > 0 $$, 'for nothing');
select tests.work(pg_temp.mood((select (a ->> 'interaction_id')::uuid from small), 'negative'));
select is((select sentiment from public.interactions join scene on free_id = interactions.tenant_id), 'negative', 'so that a crisis is seen there too');

-- crisis: five within the hour
select pg_temp.comes('comment', 'n' || n, 'Samosas froids, service lent ' || n, 'angry' || n, null, '{"mood": "negative", "sentiment": -0.8}') from generate_series(1, 4) n;
create temporary view crisis as select i.* from public.insights i join scene using (tenant_id) where detector = 'crisis';
select is_empty('select from crisis', 'four are no crisis');
select tests.pass_time('61 minutes');
select pg_temp.comes('comment', 'n5', 'Samosas froids aussi', 'angry5', null, '{"mood": "negative", "sentiment": -0.8}');
select is_empty('select from crisis', 'nor are five in more than an hour');
select pg_temp.comes('comment', 'm' || n, 'Samosas froids, service lent ' || n, 'angry' || n, null, '{"mood": "negative", "sentiment": -0.8}') from generate_series(1, 4) n;
select results_eq(
  $$ select code, state, (params ->> 'count')::int, (params ->> 'authors')::int, params -> 'topic' ? 'samosas', jsonb_array_length(actions) from crisis $$,
  $$ values ('many_angry', 'open', 5, 5, true, 3) $$, 'the fifth makes one card, at once, that says how many, how many people, and about what'
);
select is((select count(*) from public.chain_runs r join scene using (tenant_id) where chain_key = 'crisis_response'), 1::bigint, 'the response is being written');
select is((select r.id from public.chain_runs r join scene using (tenant_id) where chain_key = 'crisis_response'), (select run_id from crisis), 'and the card leads to it');
select pg_temp.comes('comment', 'm5', 'Froid', 'angry6', null, '{"mood": "negative", "sentiment": -0.8}');
select results_eq($$ select (params ->> 'count')::int from crisis $$, $$ values (6) $$, 'more anger joins the card');
select is((select count(*) from public.chain_runs r join scene using (tenant_id) where chain_key = 'crisis_response'), 1::bigint, 'and starts no second run');
select is((select count(*) from public.notifications join scene using (tenant_id) where kind = 'insight'), 1::bigint, 'the bell rang once');
select tests.pass_time('5 hours');
select pg_temp.comes('comment', 'p' || n, 'Encore ' || n, 'angry' || n, null, '{"mood": "negative", "sentiment": -0.8}') from generate_series(1, 5) n;
select results_eq($$ select state, count(*) from crisis group by state order by state $$, $$ values ('expired', 1::bigint), ('open', 1::bigint) $$, 'after four quiet hours it is another incident');

select throws_ok($$ select worker.receive_interaction(gen_random_uuid(), 'comment', 'facebook', 'x', 'A', 'a', 'b', engine.now()) $$, 'NX404', 'tenant_unknown', 'no such tenant');
update public.tenants set status = 'suspended' where id = (select tenant_id from scene);
select throws_ok($$ select pg_temp.comes('comment', 'late', 'x') $$, 'NX404', 'tenant_unknown', 'a suspended tenant: the platform is asked to send again');
select is_empty($$ select from mine where external_id = 'late' $$, 'and nothing is half taken in');
select * from finish();
rollback;
