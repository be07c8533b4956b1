-- A decision without a session: one token, one approval, one person, one version, once.
begin;
select no_plan();
create temporary table scene as select tests.shop('Tokens', 'owner@token.test', 'pro') as tenant_id;
grant select on scene to public;
select tests.person(n || '@token.test') from unnest(array['staff', 'rival']) n;
select tests.joins('staff@token.test', tenant_id, 'staff') from scene;
update public.profiles set display_name = 'Rado', language = 'mg' where user_id = tests.id_of('staff@token.test');
select tests.run(tenant_id) from scene, generate_series(1, 12);
select tests.work();
create temporary table card as
select a.*, row_number() over (order by a.created_at, a.id) as n,
  engine.new_decision_token(engine.show_approval(a), tests.id_of('staff@token.test'), case when a.id > '80000000-0000-0000-0000-000000000000' then 'push' else 'email' end) as token
from public.approvals a join scene using (tenant_id);
grant select on card to public;
create function pg_temp.tap(p_n integer, p_decision text default 'approve', p_reason text default null, p_edits jsonb default null) returns jsonb language sql as $$
  select public.decide_by_token(token, p_decision, p_reason, p_edits) from card where n = p_n
$$;
create function pg_temp.told(p_outcome jsonb) returns jsonb language sql as $$ select jsonb_build_object('outcome', p_outcome -> 'outcome', 'waiting_count', p_outcome -> 'waiting_count') $$;
create function pg_temp.link(p_n integer) returns jsonb language sql as $$ select public.read_decision_link(token) from card where n = p_n $$;
grant execute on all functions in schema pg_temp to public;
select is((select count(distinct token) from card), 12::bigint, 'no token is another');
select is((select count(*) from card where token !~ '^[A-Za-z0-9_-]{43}$'), 0::bigint, 'and each fits a link');

-- looking decides nothing
select tests.become_nobody();
select is(pg_temp.link(1) ->> 'status', 'open', 'a link shows what there is to decide');
select is(pg_temp.link(1) #>> '{approval,body}', 'Samosas vendredi', 'with its words');
select is(pg_temp.link(1) ->> 'language', 'mg', 'in the language of its person');
select is(pg_temp.link(1) #>> '{tenant,name}', 'Tokens', 'and for which business');
select tests.become_the_database();
select is((select count(*) from public.approvals where state <> 'pending'), 0::bigint, 'however often it is opened');

-- once
select tests.become_nobody();
select is(pg_temp.told(pg_temp.tap(1)), '{"outcome": "decided", "waiting_count": 11}', 'a tap decides, and one less waits for its person');
select is(pg_temp.tap(1, 'reject') - array['version', 'content_hash', 'decided_at', 'approval_id', 'decided_channel'], '{"outcome": "used", "state": "approved", "decided_by_name": "Rado", "waiting_count": 11}', 'a second one is told what was decided');
select is(pg_temp.link(1) ->> 'status', 'used', 'and so is who opens the link');
select is(pg_temp.link(1) -> 'approval', null, 'which shows no content any more');
select tests.become_the_database();
select results_eq(
  $$ select a.state, a.decided_by, a.decided_channel = t.channel, a.decided_version from public.approvals a join public.decision_tokens t on t.approval_id = a.id join card c on c.id = a.id where c.n = 1 $$,
  $$ values ('approved', tests.id_of('staff@token.test'), true, 1) $$, 'the decision names person, channel and version'
);
select is((select count(*) from public.events where kind = 'approval.decided' and actor = tests.id_of('staff@token.test')::text), 1::bigint, 'and stands in the log once');

-- who is signed in does not matter: the token says who decides
select tests.become('rival@token.test');
select is(pg_temp.tap(2, 'reject', 'Trop cher') ->> 'outcome', 'decided', 'with another''s session it is still the token''s person');
select tests.become_the_database();
select results_eq($$ select a.decided_by, a.decision_reason from public.approvals a join card using (id) where n = 2 $$, $$ values (tests.id_of('staff@token.test'), 'Trop cher') $$, 'who decides, with the reason');
select is(nullif(current_setting('request.jwt.claims', true), ''), null, 'nobody is somebody else afterwards');

-- edits
select tests.become_nobody();
select throws_ok($$ select pg_temp.tap(3, 'approve', null, '{"body": ""}') $$, 'NX400', 'edit_invalid', 'an empty edit is none');
select is(pg_temp.tap(3, 'approve', null, '{"body": "Samosas samedi"}') ->> 'outcome', 'decided', 'and the token is still good');
select throws_ok($$ select pg_temp.tap(4, 'maybe') $$, 'NX400', 'decisions_invalid', 'a decision is yes or no');
select throws_ok($$ select pg_temp.tap(4, null) $$, 'NX400', 'decisions_invalid', 'or nothing happens');

-- decided elsewhere
select tests.become('owner@token.test', (select tenant_id from scene));
select public.decide_approval(tenant_id, id, 'approve', version, content_hash) from card where n = 4;
select tests.become_nobody();
select is(pg_temp.link(4) ->> 'status', 'already_decided', 'decided in the app: the link says so');
select is(pg_temp.told(pg_temp.tap(4, 'reject')), '{"outcome": "already_decided", "waiting_count": 8}', 'the tap too, and how many wait now');
select is(pg_temp.tap(4, 'reject') ->> 'outcome', 'used', 'and the token is used up');

-- another version
select tests.become_the_database();
update public.contents set body = 'Samosas dimanche' where id in (select content_id from card where n = 5);
select tests.become_nobody();
select is(pg_temp.tap(5) - array['content_hash', 'approval_id', 'waiting_count'], '{"outcome": "stale", "state": "pending", "version": 2, "decided_by_name": null, "decided_at": null, "decided_channel": null}', 'changed meanwhile: nothing is decided');
select is((pg_temp.link(5) ->> 'status') || coalesce(pg_temp.link(5) #>> '{approval,body}', ''), 'stale', 'and the new words are not shown to who was never shown them');
select is(pg_temp.tap(5) ->> 'outcome', 'stale', 'a token dies with its version');

-- what goes out by itself
select tests.become_the_database();
update public.approvals set goes_out_at = engine.now() + interval '30 minutes' where id in (select id from card where n in (10, 11));
update public.contents set body = 'Samosas mardi' where id in (select content_id from card where n = 10);
create function pg_temp.goes_out(p_n integer) returns boolean language sql security definer as $$ select a.goes_out_at is not null from public.approvals a join card c using (id) where c.n = p_n $$;
grant execute on function pg_temp.goes_out(integer) to public;
select tests.become_nobody();
select is(pg_temp.tap(10, 'stop') ->> 'outcome', 'stopped', 'a tap stops it, also when its words have changed');
select is(pg_temp.goes_out(10), false, 'and it waits for a person');
select is(pg_temp.tap(10, 'stop') - array['version', 'content_hash', 'approval_id', 'waiting_count'],
  '{"outcome": "used", "state": "pending", "decided_by_name": null, "decided_at": null, "decided_channel": null}', 'once: a second tap is told that it was stopped');
select is(pg_temp.tap(10, 'approve') ->> 'outcome', 'used', 'and the token decides nothing else');
select tests.become_the_database();
select results_eq(
  $$ select e.actor_kind, e.actor, e.data ->> 'why' from public.events e join card c on e.data ->> 'approval_id' = c.id::text where c.n = 10 and e.kind = 'approval.stopped' $$,
  $$ values ('person', tests.id_of('staff@token.test')::text, 'stopped') $$, 'the log names who stopped it, once'
);
update public.approvals set state = 'approved', decided_at = engine.now(), decided_channel = 'auto', decided_version = version where id in (select id from card where n = 11);
select tests.become_nobody();
select is(pg_temp.tap(11, 'stop') - array['version', 'content_hash', 'decided_at', 'approval_id', 'waiting_count'],
  '{"outcome": "already_decided", "state": "approved", "decided_by_name": null, "decided_channel": "auto"}', 'gone out: the tap is told that it is too late');

-- rights of the moment
select tests.become_the_database();
update public.approvals set assigned_role = 'owner' where id in (select id from card where n = 6);
update public.approvals set gate = 'money' where id in (select id from card where n = 7);
select tests.become_nobody();
select is(pg_temp.tap(6) ->> 'outcome', 'forbidden', 'what is another''s now is not decided');
select is(pg_temp.tap(6, 'stop') ->> 'outcome', 'forbidden', 'nor stopped');
select is(pg_temp.tap(7) ->> 'outcome', 'needs_two_factor', 'nor what needs the second factor now');
select tests.become_the_database();
update public.tenants set status = 'suspended' where id = (select tenant_id from scene);
select tests.become_nobody();
select is(pg_temp.tap(8) ->> 'outcome', 'forbidden', 'nor in a suspended tenant');
select is(pg_temp.link(8) - 'approval_id', '{"status": "forbidden", "language": "mg"}', 'whose words are told to nobody');
select tests.become_the_database();
update public.tenants set status = 'active' where id = (select tenant_id from scene);
delete from public.memberships where user_id = tests.id_of('staff@token.test');
select tests.become_nobody();
select is(pg_temp.tap(9) - 'approval_id', '{"outcome": "forbidden"}', 'nor by who has left, who is told nothing');
select is(pg_temp.link(9) - 'approval_id', '{"status": "forbidden", "language": "mg"}', 'by the link neither');

-- guesses
select tests.become_the_database();
create function pg_temp.refusals() returns bigint language sql as $$ select coalesce(pg_sequence_last_value('engine.refusals_128'::regclass), 0) $$;
create temporary table before as select pg_temp.refusals() as n;
select tests.become_nobody();
select is(public.decide_by_token(t, 'approve'), '{"outcome": "unknown_token"}', 'no token: ' || left(t, 10)) from unnest(array['', 'x', repeat('A', 43), repeat('A', 100000), $x$' or true --$x$]) t;
select is(public.decide_by_token(null, 'approve'), '{"outcome": "unknown_token"}', 'nor is nothing');
select is(public.read_decision_link(repeat('A', 43)), null, 'and a link with none shows nothing');
select tests.become_the_database();
select is(pg_temp.refusals() - (select n from before), 7::bigint, 'each guess is counted for the Guard Scanner, with those who are not signed in');
select is(engine.suspects_at(128), '{}', 'so that no member is stopped for a stranger''s guesses');
select * from finish();
rollback;
