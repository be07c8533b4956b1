-- Who is rung, where and when: recipients, topics, quiet hours on the tenant's clock, storms told as a count, mail as the last resort.
begin;
select no_plan();
create temporary table scene as select tests.shop('Bells', 'owner@bell.test', 'pro') as tenant_id;
grant select on scene to public;
select tests.person(n || '@bell.test') from unnest(array['admin', 'staff', 'guest', 'former', 'rival']) n;
select tests.joins(n || '@bell.test', tenant_id, case n when 'guest' then 'external' else n end) from scene, unnest(array['admin', 'staff', 'guest']) n;

create function pg_temp.phone(p_name text) returns uuid language sql as $$
  insert into public.push_subscriptions (user_id, endpoint, p256dh, auth)
  values (tests.id_of(p_name || '@bell.test'), 'https://fcm.googleapis.com/' || gen_random_uuid(), repeat('B', 87), repeat('A', 22)) returning id
$$;
create function pg_temp.chat(p_name text, p_channel text) returns uuid language sql as $$
  insert into public.channel_links (user_id, channel, address) values (tests.id_of(p_name || '@bell.test'), p_channel, gen_random_uuid()::text) returning id
$$;
create function pg_temp.ask(p_gate text default 'publish', p_priority text default 'high') returns uuid language plpgsql as $$
declare
  v_run_id uuid := tests.run((select tenant_id from scene));
begin
  update public.chain_runs set priority = p_priority where id = v_run_id;
  update public.chain_steps set state = 'done', output = '{"body": "Samosas", "headline": "Samosas"}', gate = p_gate where run_id = v_run_id;
  perform engine.request_approval(id) from public.chain_steps where run_id = v_run_id and key = 'quality_gate';
  return (select id from public.approvals where run_id = v_run_id);
end
$$;
-- who has something on its way by that channel
create function pg_temp.waiting(p_channel text default 'push') returns text[] language sql as $$
  select coalesce(array_agg(n order by n), '{}')
  from (
    select split_part(u.email, '@', 1) || ' ' || d.kind as n from public.deliveries d join auth.users u on u.id = d.user_id
    where d.state = 'waiting' and d.channel = p_channel
  ) as x
$$;
create function pg_temp.minutes_to(p_channel text, p_name text default 'owner') returns numeric language sql as $$
  select round(extract(epoch from d.due_at - engine.now()) / 60) from public.deliveries d
  where d.state = 'waiting' and d.channel = p_channel and d.user_id = tests.id_of(p_name || '@bell.test') order by d.id desc limit 1
$$;
create function pg_temp.forget() returns void language sql as $$ delete from public.deliveries $$;

-- nobody has a phone yet
select pg_temp.ask();
select is(pg_temp.waiting('email'), array['admin approval', 'owner approval', 'staff approval'], 'an approval goes by mail to those who may decide it, where nothing else is linked');
select is(pg_temp.minutes_to('email'), 2::numeric, 'after two minutes: they may be looking at it');
select pg_temp.forget();

select pg_temp.phone(n) from unnest(array['owner', 'owner', 'admin', 'staff', 'guest', 'former', 'rival']) n;
select pg_temp.chat('owner', 'telegram');
select pg_temp.ask();
select is(pg_temp.waiting(), array['admin approval', 'owner approval', 'owner approval', 'staff approval'], 'every device of those who may decide, nobody else: no guest, no former, no stranger');
select is(pg_temp.waiting('telegram'), array['owner approval'], 'and their chats');
select is((select count(*) from public.deliveries where channel <> 'email' and due_at <= engine.now()), 5::bigint, 'at once');
select is(pg_temp.minutes_to('email'), 60::numeric, 'a mail only when it stayed undecided for an hour');
select pg_temp.forget();
select pg_temp.ask('money');
select is(pg_temp.waiting(), array['owner approval', 'owner approval'], 'money rings at the owner''s alone');
select pg_temp.forget();
select pg_temp.ask('publish', 'critical');
select is(pg_temp.minutes_to('email'), 10::numeric, 'a critical one goes by mail sooner');
select pg_temp.forget();

-- other news
select engine.notify(tenant_id, null, 'lead_received', '{"name": "Rabe"}', '/leads') from scene;
select is(pg_temp.waiting(), array['admin lead', 'owner lead', 'owner lead', 'staff lead'], 'a lead rings at every insider''s');
select is(pg_temp.waiting('email'), '{}', 'but never by mail');
select pg_temp.forget();
select engine.notify(tenant_id, tests.id_of('staff@bell.test'), 'run_failed', '{"title": "x"}') from scene;
select engine.notify(tenant_id, tests.id_of('former@bell.test'), 'run_failed', '{"title": "x"}') from scene;
select engine.notify(tenant_id, null, 'member_welcome', '{}') from scene;
select is(pg_temp.waiting(), array['staff alert'], 'what is for one person rings there, unless they have left; what is no bell stays in the app');
select pg_temp.forget();
create function pg_temp.publish() returns void language sql security definer as $$
  select engine.notify(tenant_id, null, 'content_published', '{"headline": "x"}') from scene
$$;
grant execute on all functions in schema pg_temp to public;
select tests.become('admin@bell.test', (select tenant_id from scene));
select pg_temp.publish();
select tests.become_the_database();
select is(pg_temp.waiting(), array['owner result', 'owner result', 'staff result'], 'nobody is rung for their own act');
select pg_temp.forget();
update public.tenants set status = 'suspended' where id = (select tenant_id from scene);
select engine.notify(tenant_id, null, 'lead_received', '{"name": "Rabe"}') from scene;
select is(pg_temp.waiting(), '{}', 'a suspended tenant rings nowhere');
update public.tenants set status = 'active', is_demo = true where id = (select tenant_id from scene);
select engine.notify(tenant_id, null, 'lead_received', '{"name": "Rabe"}') from scene;
select is(pg_temp.waiting(), '{}', 'nor does invented work');
update public.tenants set is_demo = false where id = (select tenant_id from scene);

-- what a person does not want
select tests.become('owner@bell.test', (select tenant_id from scene));
select is(
  public.save_reach_settings((select tenant_id from scene), array['approvals:push', 'approvals:email', 'leads:telegram'], null, null) -> 'is_off',
  '["approvals:email", "approvals:push", "leads:telegram"]', 'a person says what they do not want, topic by channel'
);
select tests.become_the_database();
select pg_temp.ask();
select engine.notify(tenant_id, null, 'lead_received', '{"name": "Rabe"}') from scene;
select is(
  (select array_agg(channel || ' ' || kind order by channel, kind) from public.deliveries where user_id = tests.id_of('owner@bell.test')),
  array['push lead', 'push lead', 'telegram approval'], 'and gets the rest'
);
delete from public.reach_settings;
select pg_temp.forget();

-- quiet hours: 22:00 to 07:00 where the tenant lives (three hours east of UTC)
insert into public.reach_settings (user_id, tenant_id, quiet_from, quiet_to) select tests.id_of('owner@bell.test'), tenant_id, '22:00', '07:00' from scene;
create function pg_temp.quiet_at(p_at text) returns text language sql as $$
  select to_char(engine.quiet_until(tests.id_of('owner@bell.test'), (select tenant_id from scene), p_at::timestamptz) at time zone 'utc', 'DD HH24:MI')
$$;
select is(pg_temp.quiet_at('2026-12-01 18:59+00'), '01 18:59', 'a minute before they begin a person may be rung');
select is(pg_temp.quiet_at('2026-12-01 19:00+00'), '02 04:00', 'from then on not before their end, the next morning');
select is(pg_temp.quiet_at('2026-12-02 03:59+00'), '02 04:00', 'nor after midnight');
select is(pg_temp.quiet_at('2026-12-02 04:00+00'), '02 04:00', 'at their end they are over');
update public.reach_settings set quiet_from = '12:00', quiet_to = '14:00';
select is(pg_temp.quiet_at('2026-12-01 10:30+00'), '01 11:00', 'a rest at noon ends the same day');
select is(pg_temp.quiet_at('2026-12-01 11:00+00'), '01 11:00', 'and no later');
update public.reach_settings set quiet_from = '22:00', quiet_to = '07:00';

select set_config('nexio.now', '2026-12-01 20:00+00', true);
select pg_temp.ask(), pg_temp.ask();
select engine.notify(tenant_id, null, 'lead_received', '{"name": "Rabe"}') from scene, generate_series(1, 3);
select is(
  (select array_agg(distinct channel || ' ' || kind || ' ' || to_char(due_at at time zone 'utc', 'DD HH24:MI') || ' ' || coalesce(data ->> 'gathered', '-'))
   from public.deliveries where user_id = tests.id_of('owner@bell.test') and channel <> 'email'),
  array['push digest 02 04:00 2', 'push lead 02 04:00 3', 'telegram digest 02 04:00 2', 'telegram lead 02 04:00 3'],
  'what came in the night waits for the morning, one message a topic and place with its count'
);
select pg_temp.ask('publish', 'critical');
select is(
  (select count(*) from public.deliveries where user_id = tests.id_of('owner@bell.test') and kind = 'approval' and channel = 'push' and due_at <= engine.now()), 2::bigint,
  'a critical one rings in the night'
);
delete from public.reach_settings;
select pg_temp.forget();

-- a storm
select set_config('nexio.now', '2026-12-01 08:00+00', true);
select pg_temp.ask();
select set_config('nexio.now', '2026-12-01 08:01+00', true);
select pg_temp.ask(), pg_temp.ask();
select is((select count(*) from public.deliveries where channel = 'telegram' and kind = 'approval' and due_at <= engine.now()), 3::bigint, 'three approvals within ten minutes ring one by one');
select set_config('nexio.now', '2026-12-01 08:02+00', true);
select pg_temp.ask(), pg_temp.ask(), pg_temp.ask();
select results_eq(
  $$ select kind, approval_id, to_char(due_at at time zone 'utc', 'HH24:MI'), data ->> 'gathered' from public.deliveries where channel = 'telegram' order by id offset 3 $$,
  $$ values ('digest', null::uuid, '08:10', '3') $$, 'the fourth waits until the first is ten minutes old, and those after it join as a count'
);
select pg_temp.ask('publish', 'critical');
select is((select kind from public.deliveries where channel = 'telegram' order by id desc limit 1), 'approval', 'a critical one passes the storm');
select is((select array_agg(distinct kind) from public.deliveries where channel = 'email' and due_at > engine.now() + interval '20 minutes'), array['digest'], 'mails of a person are one mail');
select pg_temp.forget();

-- a fan-out's items ring once, at those who may decide one of them
select engine.notify(tenant_id, null, 'approvals_requested', jsonb_build_object('run_id', (select run_id from public.approvals where gate = 'money' limit 1), 'count', 1), '/decide') from scene;
select is(pg_temp.waiting(), array['owner digest', 'owner digest'], 'items of a fan-out are told as a count');
select pg_temp.forget();

-- when somebody must be woken: only from nothing due to something due
delete from vault.secrets;
select vault.create_secret('http://127.0.0.1:9', 'project_url'), vault.create_secret('s', 'worker_secret');
delete from net.http_request_queue;
select pg_temp.ask();
select is((select count(*) from net.http_request_queue where url like '%/functions/v1/deliver'), 1::bigint, 'the first message that is due wakes the function');
select pg_temp.ask();
select is((select count(*) from net.http_request_queue where url like '%/functions/v1/deliver'), 1::bigint, 'the next ones are found by it');
select engine.resume_deliveries();
select is((select count(*) from net.http_request_queue where url like '%/functions/v1/deliver'), 2::bigint, 'and the clock wakes it again while something is due');
select pg_temp.forget();
select engine.resume_deliveries();
select is((select count(*) from net.http_request_queue where url like '%/functions/v1/deliver'), 2::bigint, 'not when nothing is');

-- answers in chats
select set_config('nexio.link', pg_temp.chat('staff', 'whatsapp')::text, true);
insert into public.reach_settings (user_id, tenant_id, quiet_from, quiet_to) select tests.id_of('staff@bell.test'), tenant_id, '00:00', '23:59' from scene;
select ok(engine.reply_on(current_setting('nexio.link')::uuid, 'help') is not null, 'an answer in a chat is put on its way');
select results_eq($$ select kind, topic, due_at <= engine.now() from public.deliveries where channel = 'whatsapp' $$, $$ values ('help', 'replies', true) $$, 'at any hour');
select is(engine.reply_on(gen_random_uuid(), 'help'), null, 'not to a chat that is nobody''s');
select ok(engine.reply_to_stranger('whatsapp', '261340000000', 'mg', 'link_first') is not null, 'a stranger is told how to link');
select * from finish();
rollback;
