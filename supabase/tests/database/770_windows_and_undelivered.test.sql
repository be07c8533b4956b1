-- WhatsApp's 24 hours, from the database's side: what is said inside and outside of them, once a closed window; and what the platform tells afterwards.
begin;
select no_plan();
create temporary table scene as select tests.shop('Windows', 'owner@windows.test', 'pro') as tenant_id, null::uuid as link_id, null::uuid as bot_id;
update scene set link_id = tests.links('owner@windows.test', '261340000051', tenant_id), bot_id = tests.links('owner@windows.test', '7751', tenant_id, 'telegram');

create function pg_temp.ask() returns uuid language plpgsql as $$
declare
  v_run_id uuid;
begin
  perform tests.pass_time('15 minutes');
  v_run_id := tests.run((select tenant_id from scene));
  perform tests.work();
  return (select id from public.approvals where run_id = v_run_id);
end
$$;
create function pg_temp.last(p_channel text default 'whatsapp') returns public.deliveries language sql as $$
  select d from public.deliveries d join scene on d.target_id in (link_id, bot_id) where d.channel = p_channel order by d.id desc limit 1
$$;
create function pg_temp.how(p_delivery public.deliveries) returns text language sql as $$ select concat_ws(' ', p_delivery.kind, p_delivery.state, p_delivery.error_code, p_delivery.approval_id is not null) $$;
create function pg_temp.wrote(p_ago interval) returns void language sql as $$ update public.channel_links set last_inbound_at = engine.now() - p_ago where channel = 'whatsapp' $$;

create function pg_temp.is_open_after(p_ago interval) returns boolean language plpgsql as $$
begin
  perform pg_temp.wrote(p_ago);
  return engine.is_window_open(pg_temp.last());
end
$$;

-- is_window_open
create temporary table card as select pg_temp.ask() as id;
select is(pg_temp.is_open_after(ago), wanted, what) from (values
  (interval '0', true, 'who has just written may be told all'), (interval '23 hours 59 minutes', true, 'for a day'), (interval '24 hours', false, 'and not a moment longer')) as x (ago, wanted, what);
update public.channel_links set last_inbound_at = null where channel = 'whatsapp';
select is(engine.is_window_open(pg_temp.last()), false, 'who never wrote is told no text');
select is(engine.is_window_open(pg_temp.last('telegram')), true, 'Telegram has no such window');
insert into public.deliveries (channel, address, topic, kind) values ('whatsapp', '261349999', 'replies', 'link_first');
select is((select engine.is_window_open(d) from public.deliveries d where address = '261349999'), true, 'a stranger whom we answer has just written');

-- inside, then outside
select pg_temp.wrote('1 hour');
select tests.send_all();
select is(pg_temp.how(pg_temp.last()), 'approval sent t', 'inside the window the approval itself goes');
select is((select (d.data ->> 'shown_version')::int from pg_temp.last() d), 1, 'and what it showed is kept');
select pg_temp.wrote('25 hours');
select pg_temp.ask();
select tests.send_all();
select is(pg_temp.how(pg_temp.last()), 'digest sent f', 'outside it becomes a count');
select is((select d.data ? 'shown_version' from pg_temp.last() d), false, 'that shows nothing which a bare yes could decide');
select is(tests.writes('261340000051', 'eny', jsonb_build_object('quoted_id', (pg_temp.last()).external_id)), 'shown', 'a yes to a count is shown what waits');
select pg_temp.wrote('25 hours');
select pg_temp.ask();
select tests.send_all();
select is(pg_temp.how(pg_temp.last()), 'approval dropped told_already t', 'a count that went there since the window closed is not repeated');
select tests.pass_time('20 hours');
select pg_temp.ask();
select tests.send_all();
select is(pg_temp.how(pg_temp.last()), 'digest sent f', 'but twenty hours later');
select pg_temp.wrote('1 minute');
select pg_temp.ask();
select tests.send_all();
select is(pg_temp.how(pg_temp.last()), 'approval sent t', 'and a word of theirs opens it again');
select pg_temp.wrote('26 hours');
insert into public.deliveries (tenant_id, user_id, channel, target_id, topic, kind) select tenant_id, tests.id_of('owner@windows.test'), 'whatsapp', link_id, 'results', 'result' from scene;
select tests.send_all();
select is(pg_temp.how(pg_temp.last()), 'result dropped window_closed f', 'other news waits in the app');

-- what comes afterwards
select pg_temp.wrote('1 minute');
create temporary table sent as select pg_temp.ask() as approval_id;
select tests.send_all();
create temporary table message as select (pg_temp.last()).external_id as id, (pg_temp.last()).id as delivery_id;
create function pg_temp.told(p_code text, p_channel text default 'whatsapp') returns integer language sql as $$
  select worker.note_undelivered(p_channel, jsonb_build_array(jsonb_build_object('external_id', m.id, 'code', p_code))) from message m
$$;
select is(pg_temp.told('meta_131026', 'telegram'), 0, 'a message of another channel is not ours');
select is(worker.note_undelivered('whatsapp', '[{"external_id": "wamid.foreign", "code": "meta_131026"}, {}]'), 0, 'nor one that we never sent');
select is(pg_temp.told('meta_131047'), 1, 'the window closed on the way');
select is((select concat_ws(' ', state, error_code, due_at - engine.now(), external_id) from public.deliveries join message on delivery_id = deliveries.id), 'waiting meta_131047 00:05:00', 'it is asked again in five minutes');
select is(pg_temp.told('meta_131047'), 0, 'told twice it is tried once');
select pg_temp.wrote('30 hours');
select tests.pass_time('21 hours');
select tests.send_all();
select is((select concat_ws(' ', kind, state) from public.deliveries join message on delivery_id = deliveries.id), 'digest sent', 'as the count that may be said there');
update message set id = (select external_id from public.deliveries d where d.id = delivery_id);
update public.deliveries set attempt = 6 from message where deliveries.id = delivery_id;
select is(pg_temp.told('meta_131047'), 1, 'a sixth time');
select is((select concat_ws(' ', state, error_code) from public.deliveries join message on delivery_id = deliveries.id), 'failed meta_131047', 'is the last');
select pg_temp.wrote('1 minute');
select pg_temp.ask();
select tests.send_all();
update message set id = (pg_temp.last()).external_id, delivery_id = (pg_temp.last()).id;
select is(pg_temp.told('meta_131026'), 1, 'a number without WhatsApp');
select is((select concat_ws(' ', state, error_code) from public.deliveries join message on delivery_id = deliveries.id), 'failed meta_131026', 'counts as failed');
select is(pg_temp.told('meta_131026'), 0, 'once');
select pg_temp.ask();
select tests.send_all();
update message set id = (pg_temp.last()).external_id, delivery_id = (pg_temp.last()).id;
select is(pg_temp.told('meta_131026'), 1, 'the next one too');
select is((select count(*) from public.alerts where code = 'delivery_failed' and resolved_at is null and detail ->> 'error' = 'meta_131026'), 1::bigint, 'one open alert for one fault of a channel');
select is((select count(*) from public.channel_links join scene on link_id = channel_links.id), 1::bigint, 'and the chat stays linked: the person may come back');

select * from finish();
rollback;
