-- Earned autonomy: counted, offered, given by the owner, announced with a veto window, taken back at the first correction; never money, settings, crises.
begin;
select no_plan();
create temporary table scene as select tests.shop('Autonomy', 'owner@autonomy.test', 'pro') as tenant_id;
grant select on scene to public;
select tests.person(n || '@autonomy.test') from unnest(array['admin', 'staff', 'guest']) n;
select tests.joins(n || '@autonomy.test', tenant_id, case n when 'guest' then 'external' else n end) from scene, unnest(array['admin', 'staff', 'guest']) n;
update public.tenant_settings set offer_after = 5 where tenant_id in (select tenant_id from scene);
select tests.pass_time('1 second');

create function pg_temp.card() returns public.approvals language plpgsql as $$
declare
  v_card public.approvals;
  v_run_id uuid;
begin
  perform tests.become_the_database();
  v_run_id := tests.run((select tenant_id from scene));
  perform tests.work();
  perform tests.pass_time('1 second');
  select * into v_card from public.approvals where run_id = v_run_id;
  return v_card;
end
$$;
create function pg_temp.decide(p_card public.approvals, p_decision text, p_more jsonb default '{}') returns text language plpgsql as $$
begin
  perform tests.become('owner@autonomy.test', (select tenant_id from scene));
  return public.decide_approvals(p_card.tenant_id, jsonb_build_array(jsonb_build_object('approval_id', p_card.id, 'decision', p_decision, 'version', p_card.version,
    'content_hash', p_card.content_hash, 'client_key', gen_random_uuid()) || p_more)) -> 0 ->> 'outcome';
end
$$;
create function pg_temp.told(p_kind text) returns bigint language sql security definer as $$
  select count(*) from public.notifications join scene using (tenant_id) where kind = p_kind
$$;
create function pg_temp.now_of(p_card public.approvals) returns public.approvals language sql security definer as $$ select * from public.approvals where id = p_card.id $$;
create function pg_temp.give(p_minutes integer default 30, p_house boolean default false) returns jsonb language plpgsql as $$
begin
  perform tests.become('owner@autonomy.test', (select tenant_id from scene));
  return public.give_autonomy((select tenant_id from scene), 'social-captions', p_minutes, p_house);
end
$$;
grant execute on all functions in schema pg_temp to public;
create temporary table got (n text primary key, card public.approvals);
grant all on got to public;

-- earning
insert into got select 'one', pg_temp.card();
select is((select (card).skill_key from got), 'social-captions', 'an approval knows the skill that wrote it');
select is(pg_temp.decide(card, 'approve'), 'decided', 'a first yes') from got where n = 'one';
select throws_ok('select pg_temp.give()', 'NX409', 'autonomy_not_earned', 'one yes earns nothing');
select is(pg_temp.decide(pg_temp.card(), 'approve', '{"edits": {"body": "Autre texte"}}'), 'decided', 'an edit');
select is(pg_temp.decide(pg_temp.card(), 'approve'), 'decided', 'clean') from generate_series(1, 4);
select is(public.read_autonomy((select tenant_id from scene)) #>> '{skills,0,streak}', '4', 'the count starts again after an edit');
select is(pg_temp.told('autonomy_offered'), 0::bigint, 'nothing is offered before the row is long enough');
select is(pg_temp.decide(pg_temp.card(), 'approve'), 'decided', 'the fifth');
select is(pg_temp.told('autonomy_offered'), 1::bigint, 'then the owner is told, by name');
select is(pg_temp.decide(pg_temp.card(), 'approve'), 'decided', 'the sixth');
select is(pg_temp.told('autonomy_offered'), 1::bigint, 'once a row');
select is((pg_temp.now_of(pg_temp.card())).goes_out_at, null, 'and nothing turns on by itself');

-- giving
select tests.become(n || '@autonomy.test', (select tenant_id from scene)), throws_ok(
  format('select public.give_autonomy(%L, %L)', (select tenant_id from scene), 'social-captions'), 'NX403', 'no_permission', n || ' gives no autonomy'
) from unnest(array['admin', 'staff', 'guest']) n;
select throws_ok('select pg_temp.give(4)', 'NX400', 'autonomy_invalid', 'a window of four minutes is none');
select throws_ok('select pg_temp.give(1441)', 'NX400', 'autonomy_invalid', 'nor more than a day');
select tests.become_the_database();
insert into auth.mfa_factors (id, user_id, friendly_name, factor_type, status, created_at, updated_at, secret)
values (gen_random_uuid(), tests.id_of('owner@autonomy.test'), 'x', 'totp', 'verified', now(), now(), 'x');
select throws_ok('select pg_temp.give()', 'NX403', 'needs_two_factor', 'who has a second factor shows it');
select tests.become_the_database();
delete from auth.mfa_factors where user_id = tests.id_of('owner@autonomy.test');
select is(pg_temp.give() ->> 'is_on', 'true', 'the owner gives it');

-- announced
insert into got select 'out', pg_temp.card();
select is((pg_temp.now_of(card)).goes_out_at, engine.now() - interval '1 second' + interval '30 minutes', 'an approval is announced with the window') from got where n = 'out';
select is(pg_temp.told('going_out'), 1::bigint, 'those who may decide are told when it goes out');
select is(pg_temp.told('approval_requested'), 9::bigint, 'and not asked');
select tests.become('owner@autonomy.test', (select tenant_id from scene));
select isnt((select goes_out_at from public.approval_feed where id = (card).id), null, 'the feed counts down') from got where n = 'out';
select tests.become_the_database();
select engine.approve_due();
select is((pg_temp.now_of(card)).state, 'pending', 'before its time it waits') from got where n = 'out';
select tests.pass_time('30 minutes');
select engine.approve_due();
select results_eq(
  $$ select (c).state, (c).decided_channel, (c).decided_by, (select status from public.contents where id = (c).content_id) from (select pg_temp.now_of(card) as c from got where n = 'out') x $$,
  $$ values ('approved', 'auto', null::uuid, 'published') $$, 'at its time the engine lets it out, in nobody''s name'
);
select results_eq(
  $$ select actor_kind, actor, data #>> '{rule,skill}', (data #>> '{rule,given_by}')::uuid from public.events
     where kind = 'approval.decided' and data ->> 'approval_id' = (select (card).id::text from got where n = 'out') $$,
  $$ values ('engine', 'autonomy', 'social-captions', tests.id_of('owner@autonomy.test')) $$, 'the log names the rule and who gave it'
);
select is(engine.clean_streak((select tenant_id from scene), 'social-captions'), 6, 'what went out by itself earns nothing');

-- stop, send now
insert into got select 'stop', pg_temp.card();
select is(pg_temp.decide(card, 'stop'), 'stopped', 'a person stops it') from got where n = 'stop';
select is(pg_temp.decide(card, 'stop'), 'stopped', 'twice is no harm') from got where n = 'stop';
select tests.become_the_database();
select tests.pass_time('1 hour');
select engine.approve_due();
select is((pg_temp.now_of(card)).state, 'pending', 'a stopped one waits for a person') from got where n = 'stop';
select is((select is_on from public.autonomy_rules join scene using (tenant_id)), true, 'a stop alone takes nothing back');
insert into got select 'now', pg_temp.card();
select is(pg_temp.decide(card, 'approve'), 'decided', 'send now is an ordinary yes') from got where n = 'now';
select is(pg_temp.decide(card, 'stop'), 'already_decided', 'what is out cannot be stopped') from got where n = 'now';
insert into got select 'staff', pg_temp.card();
select tests.become('guest@autonomy.test', (select tenant_id from scene));
select is(public.decide_approvals((card).tenant_id, jsonb_build_array(jsonb_build_object('approval_id', (card).id, 'decision', 'stop', 'client_key', (card).id))) -> 0 ->> 'outcome',
  'forbidden', 'who may not decide may not stop') from got where n = 'staff';

-- always asked
create function pg_temp.announced(p_change text) returns boolean language plpgsql as $$
declare
  v_card public.approvals := pg_temp.card();
begin
  update public.approvals set goes_out_at = null where id = v_card.id;
  execute format('update public.approvals set %s where id = %L', p_change, v_card.id);
  return engine.announce(pg_temp.now_of(v_card));
end
$$;
select ok(pg_temp.announced('score = 75'), 'a score of 75 goes out alone');
select ok(not pg_temp.announced('score = 74'), 'under 75 a person is asked');
select ok(not pg_temp.announced('score = null'), 'without a score too');
select ok(not pg_temp.announced($$verdict = '{"disputed": true}'$$), 'and when the peers disagree');
select ok(not pg_temp.announced('used_house_model = true'), 'the house model''s drafts are asked');
select ok(not pg_temp.announced($$gate = 'money'$$), 'money never goes out alone');
select ok(not pg_temp.announced($$gate = 'settings'$$), 'nor do settings');
select is(pg_temp.give(30, true) ->> 'takes_house_model', 'true', 'the owner may let the house model''s drafts out too');
select ok(pg_temp.announced('used_house_model = true'), 'then they do');
select tests.become_the_database();
select engine.set_insight(tenant_id, 'crisis', 'crisis', 'many_angry', '{}', '[]') from scene;
select ok(not pg_temp.announced('score = 90'), 'in a crisis everything is asked');
delete from public.insights where detector = 'crisis' and tenant_id in (select tenant_id from scene);

-- what changes inside the window
insert into got select 'crisis', pg_temp.card();
insert into got select 'edited', pg_temp.card();
select tests.become_the_database();
update public.contents set body = body || ' !' where id = (select (card).content_id from got where n = 'edited');
select tests.become('owner@autonomy.test', (select tenant_id from scene));
select is((select goes_out_at from public.approval_feed where id = (card).id), null, 'a changed text stands in the feed as an ordinary one') from got where n = 'edited';
select tests.become_the_database();
select tests.pass_time('40 minutes');
update public.tenants set status = 'suspended' where id in (select tenant_id from scene);
select engine.approve_due();
select is((pg_temp.now_of(card)).state, 'pending', 'a suspended tenant sends nothing') from got where n = 'crisis';
update public.tenants set status = 'active' where id in (select tenant_id from scene);
select engine.approve_due();
select results_eq($$ select (pg_temp.now_of(card)).state, (pg_temp.now_of(card)).goes_out_at from got where n in ('crisis', 'edited') $$,
  $$ values ('pending', null::timestamptz), ('pending', null) $$, 'and afterwards, like a changed text, a person is asked');
select throws_ok(format('update public.approvals set gate = %L where id = %L', 'money', (card).id), null, null, 'an announced one cannot become money')
from (select pg_temp.card() as card) x;

-- taken back
insert into got select 'waits', pg_temp.card();
insert into got select 'no', pg_temp.card();
select is(pg_temp.decide(card, 'stop'), 'stopped', 'stopped') from got where n = 'no';
select is(pg_temp.decide(card, 'reject', '{"reason": "Faux prix"}'), 'decided', 'then refused') from got where n = 'no';
select tests.become_the_database();
select results_eq('select is_on, ended_why from public.autonomy_rules join scene using (tenant_id)', $$ values (false, 'rejected') $$, 'the first refusal takes the autonomy back');
select is((pg_temp.now_of(card)).goes_out_at, null, 'what was announced waits for a person') from got where n = 'waits';
select is(pg_temp.told('autonomy_taken'), 1::bigint, 'the owner is told');
select is((pg_temp.now_of(pg_temp.card())).goes_out_at, null, 'the next one is asked again');
select throws_ok('select pg_temp.give()', 'NX409', 'autonomy_not_earned', 'it has to be earned again');
select is(pg_temp.decide(pg_temp.card(), 'approve'), 'decided', 'clean') from generate_series(1, 5);
select is(pg_temp.told('autonomy_offered'), 2::bigint, 'and is offered again then');
select is(pg_temp.give() ->> 'is_on', 'true', 'given again');
select is(pg_temp.decide(pg_temp.card(), 'approve', '{"edits": {"body": "Mieux"}}'), 'decided', 'an edit inside the window');
select tests.become_the_database();
select results_eq('select is_on, ended_why from public.autonomy_rules join scene using (tenant_id)', $$ values (false, 'edited') $$, 'an edit takes it back too');
select is(pg_temp.decide(pg_temp.card(), 'approve'), 'decided', 'clean') from generate_series(1, 5);
select is(pg_temp.give() ->> 'is_on', 'true', 'given a third time');
select tests.become('admin@autonomy.test', (select tenant_id from scene));
select is(public.take_autonomy((select tenant_id from scene), 'social-captions') ->> 'taken', 'true', 'an admin may end it');
select is(public.take_autonomy((select tenant_id from scene), 'social-captions') ->> 'taken', 'false', 'once');

-- answers: one count, their own mode
select tests.become_the_database();
update public.approvals set skill_key = 'auto-reply-modes' where skill_key = 'social-captions' and state = 'approved' and tenant_id in (select tenant_id from scene);
update public.tenant_settings set reply_mode_since = '-infinity' where tenant_id in (select tenant_id from scene);
select is(engine.streak_needed((select tenant_id from scene), 'auto-reply-modes'), 30, 'answers need thirty');
select throws_ok(format('select tests.become(%L, %L), public.give_autonomy(%2$L, %L)', 'owner@autonomy.test', (select tenant_id from scene), 'auto-reply-modes'),
  'NX409', 'autonomy_not_earned', 'and are let out by the reply mode, never by a rule of this kind');
select tests.become_the_database();
update public.approvals set decided_version = version where skill_key = 'auto-reply-modes';
insert into public.approvals (tenant_id, run_id, step_id, content_id, skill_key, gate, title, state, priority, content_hash, assigned_role, decided_at, decided_version, decided_channel)
select tenant_id, (card).run_id, (card).step_id, (card).content_id, 'auto-reply-modes', 'outreach', 'x', 'approved', 'high', 'x', 'staff', engine.now(), 1, 'app'
from scene, (select card from got where n = 'one') c, generate_series(1, 30);
select is(engine.offer_autonomy(pg_temp.now_of(jsonb_populate_record(card, '{}'))), false, 'a post offers nothing for answers') from got where n = 'waits';
select ok(engine.offer_autonomy(jsonb_populate_record(card, '{"skill_key": "auto-reply-modes"}')), 'after thirty clean answers the mode may be raised') from got where n = 'one';
select is(pg_temp.told('reply_mode_offered'), 1::bigint, 'the owner is told');
select ok(not engine.offer_autonomy(jsonb_populate_record(card, '{"skill_key": "auto-reply-modes"}')), 'once') from got where n = 'one';
select * from finish();
rollback;
