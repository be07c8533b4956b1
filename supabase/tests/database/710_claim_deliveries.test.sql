-- Messages at work: read when they are sent, dropped when nobody needs them any more, settled once, tried again, given up, forgotten.
begin;
select no_plan();
create temporary table scene as select tests.shop('Claims', 'owner@claim.test', 'pro') as tenant_id, null::uuid as approval_id, null::uuid as phone_id;
update public.profiles set language = 'ar', display_name = 'Lala' where user_id = tests.id_of('owner@claim.test');
select tests.person('staff@claim.test'), tests.person('rival@claim.test');
select tests.joins('staff@claim.test', tenant_id, 'staff') from scene;

create function pg_temp.phone(p_name text) returns uuid language sql as $$
  insert into public.push_subscriptions (user_id, endpoint, p256dh, auth)
  values (tests.id_of(p_name || '@claim.test'), 'https://fcm.googleapis.com/' || gen_random_uuid(), 'key', 'secret') returning id
$$;
create function pg_temp.ask(p_gate text default 'publish') returns uuid language plpgsql as $$
declare
  v_run_id uuid := tests.run((select tenant_id from scene));
begin
  update public.chain_steps set state = 'done', output = '{"body": "Samosas", "headline": "Samosas"}', gate = p_gate where run_id = v_run_id;
  perform engine.request_approval(id) from public.chain_steps where run_id = v_run_id and key = 'quality_gate';
  -- mails come in their own time
  delete from public.deliveries where channel = 'email';
  return (select id from public.approvals where run_id = v_run_id);
end
$$;
create function pg_temp.claim() returns jsonb language sql as $$ select worker.claim_deliveries('pgtap', 20, 60) $$;
create function pg_temp.settle(p_message jsonb, p_outcome jsonb) returns boolean language sql as $$
  select worker.settle_delivery((p_message ->> 'delivery_id')::bigint, (p_message ->> 'token')::uuid, p_outcome)
$$;
create function pg_temp.state() returns text language sql as $$
  select concat_ws(' ', state, attempt, error_code) from public.deliveries where channel <> 'email' order by id desc limit 1
$$;

update scene set phone_id = pg_temp.phone('owner');
update scene set approval_id = pg_temp.ask();
create temporary table message as select pg_temp.claim() -> 0 as m;
select is(
  (select m - array['delivery_id', 'token', 'tokens', 'approval', 'address', 'tenant', 'user', 'data', 'link'] from message),
  '{"channel": "push", "kind": "approval", "attempt": 1, "waiting_count": 1}', 'a message says what it is'
);
select is((select m -> 'user' from message), jsonb_build_object('id', tests.id_of('owner@claim.test'), 'name', 'Lala', 'language', 'ar'), 'to whom, in which language');
select is((select m ->> 'link' from message), (select '/decide/' || approval_id from scene), 'what a tap opens');
select is((select (m -> 'approval') - array['id', 'content_hash', 'media', 'verdict_say', 'score', 'hashtags', 'scheduled_at', 'goes_out_at'] from message),
  '{"state": "pending", "version": 1, "gate": "publish", "title": "create_social_post", "headline": "Samosas", "body": "Samosas", "platform": "nexio_page", "language": "fr", '
  '"used_house_model": false, "needs_two_factor": false}', 'and what there is to decide');
select is((select state from public.deliveries where channel = 'push'), 'sending', 'it is the claimer''s');
select is(pg_temp.claim(), '[]', 'and nobody else''s');
select is((select count(*) from public.decision_tokens where token_hash = sha256(convert_to((select m -> 'tokens' ->> 'decide' from message), 'utf8'))), 1::bigint, 'of its token only the hash is kept');
select is((select count(*) from public.deliveries where deliveries::text like '%' || (select m -> 'tokens' ->> 'decide' from message) || '%'), 0::bigint, 'nowhere else either');

-- settled once
select is((select pg_temp.settle(m || '{"token": "11111111-1111-4111-8111-111111111111"}', '{"outcome": "sent"}') from message), false, 'a stale claim settles nothing');
select is((select pg_temp.settle(m, '{"outcome": "sent", "external_id": "x1", "is_trial": true}') from message), true, 'its claim does');
select is((select pg_temp.settle(m, '{"outcome": "failed", "code": "late"}') from message), false, 'once');
select results_eq($$ select state, external_id, is_trial from public.deliveries where channel = 'push' $$, $$ values ('sent', 'x1', true) $$, 'and it is told what happened');
select isnt((select last_sent_at from public.push_subscriptions), null, 'a device tells when it last rang');

-- read when it is sent
select tests.pass_time('20 minutes');
select pg_temp.ask();
update public.contents set body = 'Samosas samedi' where id = (select content_id from public.approvals order by created_at desc limit 1);
update message set m = pg_temp.claim() -> 0;
select is((select (m #>> '{approval,body}') || ' ' || (m #>> '{approval,version}') from message), 'Samosas samedi 2', 'content and version are those of the moment');
select is((select version from public.decision_tokens order by created_at desc limit 1), 2, 'and so is what its token decides');

-- money, digest, chats: no token
select pg_temp.settle(m, '{"outcome": "sent"}') from message;
select tests.pass_time('20 minutes');
select pg_temp.ask('money');
update message set m = pg_temp.claim() -> 0;
select is((select m -> 'tokens' from message), 'null', 'money has no token');
select is((select m #>> '{approval,needs_two_factor}' from message), 'true', 'but a hint that it needs the second factor');
select pg_temp.settle(m, '{"outcome": "sent"}') from message;
select tests.pass_time('20 minutes');
update public.approvals set goes_out_at = engine.now() + interval '30 minutes' where id = (select approval_id from scene);
select engine.notify(tenant_id, null, 'going_out', jsonb_build_object('approval_id', approval_id, 'title', 'Samosas', 'at', engine.now() + interval '30 minutes'), '/decide/' || approval_id) from scene;
update message set m = pg_temp.claim() -> 0;
select is((select m ->> 'kind' from message), 'going_out', 'what goes out by itself is told');
select is((select t.approval_id from message, public.decision_tokens t where t.token_hash = sha256(convert_to(m #>> '{tokens,decide}', 'utf8'))), (select approval_id from scene), 'with what stops it');
select pg_temp.settle(m, '{"outcome": "sent"}') from message;
select tests.pass_time('20 minutes');
insert into public.channel_links (user_id, channel, address, last_inbound_at) values (tests.id_of('owner@claim.test'), 'whatsapp', '261340000000', engine.now() - interval '23 hours');
delete from public.push_subscriptions;
select pg_temp.ask();
update message set m = pg_temp.claim() -> 0;
select is((select m -> 'address' from message), '{"wa_id": "261340000000", "window_open": true}', 'a chat is open a day after the person''s last word');
select is((select m -> 'tokens' from message), 'null', 'what can be forwarded carries no token');
select is((select m -> 'waiting_count' from message), '4', 'the count is what waits for this person');

-- trouble
select pg_temp.settle(m, '{"outcome": "retry", "code": "down"}') from message;
select is(pg_temp.state(), 'waiting 1 down', 'later');
select is((select due_at - engine.now() from public.deliveries where channel = 'whatsapp'), interval '5 seconds', 'after five seconds the first time');
select is(pg_temp.claim(), '[]', 'not before');
create function pg_temp.fail_again(p_outcome jsonb) returns interval language plpgsql as $$
begin
  perform tests.pass_time((select due_at - engine.now() from public.deliveries where channel = 'whatsapp'));
  perform pg_temp.settle(pg_temp.claim() -> 0, p_outcome);
  return (select due_at - engine.now() from public.deliveries where channel = 'whatsapp');
end
$$;
select is(pg_temp.fail_again('{"outcome": "retry", "code": "down"}'), interval '20 seconds', 'then longer');
select is(pg_temp.fail_again('{"outcome": "retry", "code": "busy", "after_seconds": 7}'), interval '7 seconds', 'or as long as the other side says');
select is(pg_temp.fail_again('{"outcome": "retry", "code": "busy", "after_seconds": 9999999}'), interval '1 day', 'at most a day');
select pg_temp.fail_again('{"outcome": "retry", "code": "down"}');
select is(pg_temp.state(), 'waiting 5 down', 'five times');
select pg_temp.fail_again('{"outcome": "retry", "code": "down"}');
select is(pg_temp.state(), 'failed 6 down', 'the sixth is the last');
select is((select detail ->> 'error' from public.alerts where code = 'delivery_failed'), 'down', 'and an admin is told');
select engine.give_up_delivery(d, 'down') from public.deliveries d where channel = 'whatsapp';
select is((select count(*) from public.alerts where code = 'delivery_failed'), 1::bigint, 'once a fault');

-- a worker that died
delete from public.deliveries;
select engine.reply_on(id, 'help') from public.channel_links;
update message set m = pg_temp.claim() -> 0;
select is(engine.resume_deliveries(), 0, 'a lease that runs is left alone');
select tests.pass_time('61 seconds');
select is(engine.resume_deliveries(), 1, 'one that ran out gives the message back');
select is(pg_temp.state(), 'waiting 1 worker_lost', 'to be sent again');
select is((select pg_temp.settle(m, '{"outcome": "sent"}') from message), false, 'the lost worker settles nothing');
update message set m = pg_temp.claim() -> 0;
select is((select m ->> 'attempt' from message), '2', 'by the next one');

-- gone
select pg_temp.settle(m, '{"outcome": "gone", "code": "blocked"}') from message;
select is(pg_temp.state(), 'dropped 2 blocked', 'a chat that is no more is no failure');
select is((select count(*) from public.channel_links), 0::bigint, 'it is unlinked');

-- not needed any more
create function pg_temp.dropped() returns text language plpgsql as $$
declare
  v_claimed jsonb := pg_temp.claim();
begin
  if v_claimed <> '[]' then return 'claimed ' || v_claimed; end if;
  return (select string_agg(distinct error_code, ' ') from public.deliveries where state = 'dropped' and channel = 'push');
end
$$;
create function pg_temp.next() returns void language plpgsql as $$
begin
  delete from public.deliveries;
  perform tests.pass_time('20 minutes');
  update scene set approval_id = pg_temp.ask();
end
$$;
select pg_temp.phone('staff');
select pg_temp.next();
update public.approvals set state = 'approved', decided_at = engine.now(), decided_version = 1, decided_channel = 'app' where id = (select approval_id from scene);
select is(pg_temp.dropped(), 'decided', 'decided meanwhile');
select pg_temp.next();
update public.approvals set assigned_role = 'owner' where id = (select approval_id from scene);
select is(pg_temp.dropped(), 'not_theirs', 'another''s meanwhile');
select pg_temp.next();
insert into public.reach_settings (user_id, tenant_id, is_off) select tests.id_of('staff@claim.test'), tenant_id, '{approvals:push}' from scene;
select is(pg_temp.dropped(), 'muted', 'switched off meanwhile');
delete from public.reach_settings;
select pg_temp.next();
delete from public.memberships where user_id = tests.id_of('staff@claim.test');
select is(pg_temp.dropped(), 'not_a_member', 'a member no more');
select tests.joins('staff@claim.test', tenant_id, 'staff') from scene;
select pg_temp.next();
update public.push_subscriptions set user_id = tests.id_of('rival@claim.test');
select is(pg_temp.dropped(), 'device_gone', 'somebody else''s phone meanwhile');
update public.push_subscriptions set user_id = tests.id_of('staff@claim.test');
select pg_temp.next();
update public.deliveries set kind = 'digest', approval_id = null;
update public.approvals set state = 'cancelled', decided_at = engine.now() where state = 'pending';
select is(pg_temp.dropped(), 'decided', 'a count of nothing');
delete from public.deliveries;

-- forgotten
insert into public.deliveries (user_id, channel, topic, kind, state, settled_at) values
  (tests.id_of('staff@claim.test'), 'email', 'approvals', 'digest', 'sent', engine.now() - interval '91 days'),
  (tests.id_of('staff@claim.test'), 'email', 'approvals', 'digest', 'sent', engine.now() - interval '89 days');
delete from public.decision_tokens;
update public.approvals set state = 'pending', decided_at = null, decided_version = null, decided_channel = null where id = (select approval_id from scene);
insert into public.decision_tokens (token_hash, approval_id, user_id, channel, version, content_hash, created_at)
select sha256(convert_to(a.id::text, 'utf8')), a.id, tests.id_of('staff@claim.test'), 'push', 1, 'x', engine.now() - interval '31 days' from public.approvals a join scene using (tenant_id);
select engine.clean_up();
select is((select count(*) from public.deliveries), 1::bigint, 'settled messages go after 90 days');
select is((select array_agg(approval_id) from public.decision_tokens), array[(select approval_id from scene)], 'tokens after 30, unless what they decide still waits');
select * from finish();
rollback;
