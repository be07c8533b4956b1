-- Words in a chat decide: what they quote or the one thing that is open, in the version that was shown, by who may at that moment; never forwarded, never twice.
begin;
select no_plan();
create temporary table scene as select tests.shop('Words', 'owner@words.test', 'pro') as tenant_id, null::uuid as owner_link, null::uuid as staff_link, null::uuid as owner_bot;
grant select on scene to public;
select tests.person('staff@words.test'), tests.joins('staff@words.test', tenant_id, 'staff') from scene;
update scene set owner_link = tests.links('owner@words.test', '261340000001', tenant_id), staff_link = tests.links('staff@words.test', '261340000002', tenant_id),
  owner_bot = tests.links('owner@words.test', '77', tenant_id, 'telegram');
create temporary table card (n integer primary key, id uuid);
grant select on card to public;

create function pg_temp.ask(p_n integer) returns void language plpgsql as $$
begin
  -- a quarter of an hour apart: no storm
  perform tests.pass_time('15 minutes');
  perform tests.run(tenant_id) from scene;
  perform tests.work();
  insert into card select p_n, a.id from public.approvals a join scene using (tenant_id) where a.id not in (select id from card);
  perform tests.send_all();
end
$$;
create function pg_temp.quoted(p_n integer, p_link text default 'owner_link', p_kind text default 'approval') returns jsonb language sql stable as $$
  select jsonb_build_object('quoted_id', tests.message_of(c.id, (to_jsonb(s) ->> p_link)::uuid, p_kind)) from card c, scene s where c.n = p_n
$$;
create function pg_temp.state(p_n integer) returns text language sql stable as $$
  select concat_ws(' ', a.state, a.decided_channel, a.decided_version) from public.approvals a join card c on c.id = a.id where c.n = p_n
$$;

-- one is open
select pg_temp.ask(1);
select is((select count(*) from public.deliveries d, scene where d.tenant_id = scene.tenant_id and d.kind = 'approval' and d.state = 'sent' and d.channel in ('whatsapp', 'telegram')), 3::bigint, 'an approval goes to the chats of who may decide it');
select is(tests.writes('261340000001', 'Eny!'), 'decided', 'a bare yes decides the only one');
select is(pg_temp.state(1), 'approved whatsapp 1', 'in this channel and the version that was shown');
select is((select a.decided_by from public.approvals a join card c using (id) where n = 1), tests.id_of('owner@words.test'), 'in the person''s name');
select is((select count(*) from public.events e where e.kind = 'approval.decided' and e.data ->> 'approval_id' = (select id::text from card where n = 1)), 1::bigint, 'the log has it once');
select is(tests.hears(owner_link) ->> 'outcome', 'decided', 'the chat hears it') from scene;
select is(tests.writes('261340000002', 'tsia', pg_temp.quoted(1, 'staff_link')), 'already_decided', 'a colleague who is late hears that it was decided');
select is(tests.writes('261340000001', 'ok'), 'nothing_waits', 'another yes has nothing to be about');

-- replays, out of order
select pg_temp.ask(2);
select is(tests.writes('261340000001', '2', '{"external_id": "wamid.A"}' || pg_temp.quoted(2)), 'decided', 'a 2 that quotes rejects');
select is(pg_temp.state(2), 'rejected whatsapp 1', 'that one');
select pg_temp.ask(3);
select is((worker.receive_messages('whatsapp', jsonb_build_array(jsonb_build_object('external_id', 'wamid.A', 'from', '261340000001', 'kind', 'text', 'text', '1', 'sent_at', engine.now())))), '{"stored": 0, "duplicates": 1}', 'a message that comes again is known');
select is(worker.answer_messages(), '[]', 'and asks for nothing');
select is(pg_temp.state(3), 'pending', 'so it decides nothing more');
select worker.receive_messages('whatsapp', jsonb_build_array(
  jsonb_build_object('external_id', 'wamid.C', 'from', '261340000001', 'kind', 'text', 'text', 'non', 'sent_at', engine.now() - interval '1 second'),
  jsonb_build_object('external_id', 'wamid.B', 'from', '261340000001', 'kind', 'text', 'text', 'oui', 'sent_at', engine.now() - interval '3 seconds'),
  jsonb_build_object('external_id', 'wamid.B', 'from', '261340000001', 'kind', 'text', 'text', 'oui', 'sent_at', engine.now() - interval '3 seconds')));
select worker.answer_messages();
select is(pg_temp.state(3), 'approved whatsapp 1', 'what was written first counts, whatever came first');

-- several are open
select pg_temp.ask(4);
select pg_temp.ask(5);
select is(tests.writes('261340000001', '👍🏽'), 'ask_which', 'a bare yes with two open is asked back');
select is((tests.hears(owner_link) -> 'count')::int, 2, 'with how many') from scene;
select is(tests.writes('261340000001', '👍', pg_temp.quoted(4) || '{"is_forwarded": true}'), 'forwarded', 'a forwarded yes decides nothing');
select is(array[pg_temp.state(4), pg_temp.state(5)], array['pending', 'pending'], 'both are open still');
select is(tests.writes('261340000001', '٢', pg_temp.quoted(5)), 'decided', 'an Arabic figure that quotes does');
select is(pg_temp.state(5), 'rejected whatsapp 1', 'what it says, there');
select is(tests.writes('261340000001', 'Oui', '{"quoted_id": "wamid.of.something"}'), 'shown', 'a yes to something we do not know is shown what waits');
select is(pg_temp.state(4), 'pending', 'and decides nothing');
select is(tests.writes('261340000001', '', '{"kind": "button", "button": "show"}'), 'shown', 'the button that shows what waits shows it');
select is(tests.writes('77', '', '{"kind": "button", "button": "approve"}' || pg_temp.quoted(4, 'owner_bot'), 'telegram'), 'decided', 'a button decides what it stands under');
select is(pg_temp.state(4), 'approved telegram 1', 'on Telegram too');

-- whose phone
select pg_temp.ask(6);
select is(tests.writes('261340000009', 'ok', pg_temp.quoted(6)), 'link_first', 'a phone that nobody linked decides nothing, whatever it quotes');
select is(tests.writes('261340000002', 'ok', pg_temp.quoted(6, 'owner_link')), 'shown', 'nor does a colleague''s who quotes my message');
select is(pg_temp.state(6), 'pending', 'it waits');
delete from public.memberships where user_id = tests.id_of('staff@words.test');
select is(tests.writes('261340000002', 'ok', pg_temp.quoted(6, 'staff_link')), 'forbidden', 'somebody who has left decides nothing');
select is(tests.writes('261340000002', 'nahoana?', pg_temp.quoted(6, 'staff_link')), 'forbidden', 'and is told nothing');
select is(tests.writes('261340000002', 'Vaovao', pg_temp.quoted(6, 'staff_link')), 'forbidden', 'nor may they edit');
select is(pg_temp.state(6), 'pending', 'it waits still');

-- changed, money
update public.contents c set body = 'Autre texte' from public.approvals a join card k on k.id = a.id where k.n = 6 and c.id = a.content_id;
select is(tests.writes('261340000001', 'ok', pg_temp.quoted(6)), 'stale', 'a yes to what has changed since is no yes');
select is((select d.data -> 'changed' from public.deliveries d join card c on c.id = d.approval_id where c.n = 6 and d.kind = 'outcome' order by d.id desc limit 1), '["body"]', 'it says what changed');
select tests.send_all();
select is(tests.writes('261340000001', 'ok'), 'decided', 'and shows it again, for another yes');
select is(pg_temp.state(6), 'approved whatsapp 2', 'which is to that version');
select pg_temp.ask(7);
update public.approvals set gate = 'money' where id in (select id from card where n = 7);
select is(tests.writes('261340000001', 'نعم', pg_temp.quoted(7)), 'needs_two_factor', 'money is decided in the app');
select is(tests.writes('261340000001', 'Nouveau texte', pg_temp.quoted(7)), 'needs_two_factor', 'and not edited here');
update public.approvals set gate = 'publish' where id in (select id from card where n = 7);

-- a yes cannot be to what came after it
select pg_temp.ask(8);
update public.approvals set state = 'cancelled', decided_at = engine.now() where id in (select id from card where n = 7);
select is(tests.writes('261340000001', 'ok', jsonb_build_object('sent_at', engine.now() - interval '5 minutes')), 'shown', 'a yes that was written before the message came is not to it');
select is(tests.writes('261340000001', 'ok', jsonb_build_object('sent_at', engine.now() - interval '8 days') || pg_temp.quoted(8)), 'too_old', 'one of last week counts for nothing');
select is(tests.writes('261340000001', 'ok', jsonb_build_object('sent_at', engine.now() + interval '3 hours') || pg_temp.quoted(8)), 'decided', 'a phone whose clock is ahead is understood');
select ok((select sent_at <= received_at from public.inbound_messages order by place desc limit 1), 'as written now');

select * from finish();
rollback;
