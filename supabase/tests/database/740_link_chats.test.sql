-- A chat becomes a person's by a code: once, in time, five tries; never somebody else's. Unlinking; what a stranger hears.
begin;
select no_plan();
create temporary table scene as select tests.shop('Links', 'hery@links.test', 'pro') as tenant_id;
grant select on scene to public;
select tests.person('rival@links.test');
select vault.create_secret('+261 34 00 000 00', 'whatsapp_number') where not exists (select from vault.secrets where name = 'whatsapp_number');
select vault.create_secret('NexioBot', 'telegram_bot') where not exists (select from vault.secrets where name = 'telegram_bot');
select vault.update_secret(id, '+261 34 00 000 00') from vault.secrets where name = 'whatsapp_number';
select vault.update_secret(id, 'NexioBot') from vault.secrets where name = 'telegram_bot';
create temporary table said (n serial, code jsonb);
grant all on said to public;
grant all on sequence said_n_seq to public;

create function pg_temp.begin_link(p_email text, p_channel text default 'whatsapp') returns text language plpgsql as $$
declare
  v_code jsonb;
begin
  perform tests.become(p_email, (select tenant_id from scene));
  v_code := public.begin_channel_link(p_channel);
  perform tests.become_the_database();
  insert into said (code) values (v_code);
  return v_code ->> 'code';
end
$$;

select tests.become_nobody();
select throws_ok($$ select public.begin_channel_link('whatsapp') $$, '42501', null, 'nobody gets no code');
select tests.become('hery@links.test', (select tenant_id from scene));
select throws_ok($$ select public.begin_channel_link('fax') $$, 'NX400', 'channel_unknown', 'a channel is one we know');
select tests.become_the_database();
select matches(pg_temp.begin_link('hery@links.test'), '^[B-DF-HJ-NP-TV-XZ]{8}$', 'a code has eight letters and is no word');
select is((select code ->> 'url' from said where n = 1), 'https://wa.me/261340000000?text=' || (select code ->> 'code' from said where n = 1), 'with the address that opens WhatsApp with it');
select is((select (code ->> 'expires_at')::timestamptz - engine.now() <= interval '10 minutes' from said where n = 1), true, 'it lives ten minutes');
select is((select count(*) from engine.link_codes where encode(code_hash, 'escape') like '%' || (select code ->> 'code' from said where n = 1) || '%'), 0::bigint, 'and only its hash is kept');
select matches(pg_temp.begin_link('hery@links.test', 'telegram'), '^[A-Z]{8}$', 'Telegram has its own');
select is((select code ->> 'url' from said where n = 2), 'https://t.me/NexioBot?start=' || (select code ->> 'code' from said where n = 2), 'as a deep link of the bot');

-- strangers
select is(tests.writes('261340000001', 'Salama'), 'link_first', 'a chat of nobody is told how to link');
select is(tests.writes('261340000001', 'ok'), 'ignored', 'once a day');
select is((select count(*) from public.deliveries where address = '261340000001'), 1::bigint, 'so one answer goes there');
select is((select data ->> 'language' from public.deliveries where address = '261340000001'), 'mg', 'in the language of its country');
select tests.pass_time('25 hours');
select is(tests.writes('261340000001', 'Salama'), 'link_first', 'and again the next day');

select is(tests.writes('261340000001', (select code ->> 'code' from said where n = 1)), 'code_wrong', 'a code too late links nothing');
create temporary table code as select pg_temp.begin_link('hery@links.test') as value;
select is(tests.writes('261340000001', (select value from code), '{}', 'telegram'), 'code_wrong', 'a code of another channel neither');
select is(tests.writes('261340000001', (select value from code), '{"is_forwarded": true}'), 'ignored', 'a code that was forwarded neither');
select is(tests.writes('261340000001', ' ' || lower(left((select value from code), 4)) || '-' || right((select value from code), 4)), 'linked', 'the code links, however it is typed');
select is((select l.tenant_id from public.channel_links l where user_id = tests.id_of('hery@links.test')), (select tenant_id from scene), 'to the person and the business they stood in');
select is(tests.writes('261340000002', (select value from code)), 'code_wrong', 'a code works once');
select is((select count(*) from public.notifications where kind = 'chat_linked' and user_id = tests.id_of('hery@links.test')), 1::bigint, 'the person is told that a chat was linked');
select is((select count(*) from public.events where kind = 'channel.linked' and actor = tests.id_of('hery@links.test')::text), 1::bigint, 'and so is the log');
select is((select kind from public.deliveries where channel = 'whatsapp' and user_id = tests.id_of('hery@links.test') and topic = 'replies' order by id desc limit 1), 'linked', 'the chat says that it is linked');

-- somebody else's chat
select tests.joins('rival@links.test', tenant_id, 'staff') from scene;
truncate code;
insert into code select pg_temp.begin_link('rival@links.test');
select is(tests.writes('261340000001', (select value from code)), 'chat_taken', 'a chat of somebody else is not taken over');
select is((select user_id from public.channel_links where address = '261340000001'), tests.id_of('hery@links.test'), 'it stays theirs');
select is(tests.writes('261340000003', '/start ' || (select value from code)), 'linked', 'and the code stays good for a chat of one''s own, behind /start too');

-- tries
select is(array(select tests.writes('261340000009', c) from unnest(array['BCDFGHJK', 'CCDFGHJK', 'DCDFGHJK', 'FCDFGHJK', 'GCDFGHJK', 'HCDFGHJK']) c),
  array['code_wrong', 'code_wrong', 'code_wrong', 'code_wrong', 'code_wrong', 'code_locked'], 'five tries an hour');
truncate code;
insert into code select pg_temp.begin_link('rival@links.test');
select is(tests.writes('261340000009', (select value from code)), 'code_locked', 'then even the right one is refused');
select tests.pass_time('61 minutes');
truncate code;
insert into code select pg_temp.begin_link('rival@links.test');
select is(tests.writes('261340000009', (select value from code)), 'linked', 'an hour later it is heard again');
select lives_ok($$ select pg_temp.begin_link('hery@links.test') from generate_series(1, 10) $$, 'ten codes an hour');
select throws_ok($$ select pg_temp.begin_link('hery@links.test') $$, 'NX429', 'too_many_codes', 'are all');
select tests.become_the_database();
select is((select count(*) from engine.link_codes where user_id = tests.id_of('hery@links.test') and channel = 'whatsapp' and used_at is null and expires_at > engine.now()), 1::bigint, 'only the newest counts');

-- seeing and unlinking
select tests.become('rival@links.test', (select tenant_id from scene));
select is((select count(*) from public.channel_links), 2::bigint, 'people see their own chats');
select throws_ok(format('select public.unlink_channel(%L)', tests.link_of('261340000001')), 'NX404', 'link_unknown', 'and unlink no other''s');
select tests.become('hery@links.test', (select tenant_id from scene));
select is((select jsonb_agg(c -> 'channel') from jsonb_array_elements(public.read_channels()) c), '["whatsapp", "telegram"]', 'they see which channels there are');
select lives_ok(format('select public.unlink_channel(%L)', tests.link_of('261340000001')), 'they unlink their own');
select tests.become_the_database();
select is((select count(*) from public.channel_links where address = '261340000001'), 0::bigint, 'then it is nobody''s');
select is((select count(*) from public.deliveries where user_id = tests.id_of('hery@links.test') and channel = 'whatsapp' and state = 'waiting'), 0::bigint, 'what was on its way there is dropped');
select is(tests.writes('261340000001', 'ok'), 'ignored', 'and it is a stranger again, who has been told today');

select * from finish();
rollback;
