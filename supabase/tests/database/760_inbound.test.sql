-- Inbound messages: a burst stored once, words understood in four languages, commands with what the role may, photos and voice notes that become requests.
begin;
select no_plan();
create temporary table scene as select tests.shop('Inbound', 'owner@inbound.test', 'pro') as tenant_id, null::uuid as link_id, null::uuid as staff_link;
select tests.person('staff@inbound.test'), tests.joins('staff@inbound.test', tenant_id, 'staff') from scene;
update scene set link_id = tests.links('owner@inbound.test', '261340000001', tenant_id), staff_link = tests.links('staff@inbound.test', '261340000002', tenant_id);

-- words
select results_eq(
  $$ select word, engine.read_word(word) from unnest(array['1', '١', '１', '1️⃣', ' OK! ', 'Oui.', 'ENY', 'Ekena', 'yes', 'نَعَم', 'أجل', 'أَجَل', '👍🏿', '👍👍👍', '✅', 'D’accord',
    '2', '٢', '۲', 'Tsia', 'non', 'NO', 'لا', 'لا!', '👎', '❌', 'Pourquoi ?', 'nahoana', 'why?', 'لماذا؟', '??', '/today', '/report@NexioBot', U&'\200Foui\200E']) word $$,
  $$ select word, meaning from (values (array['1', '١', '１', '1️⃣', ' OK! ', 'Oui.', 'ENY', 'Ekena', 'yes', 'نَعَم', 'أجل', 'أَجَل', '👍🏿', '👍👍👍', '✅', 'D’accord'], 'approve'),
    (array['2', '٢', '۲', 'Tsia', 'non', 'NO', 'لا', 'لا!', '👎', '❌'], 'reject'), (array['Pourquoi ?', 'nahoana', 'why?', 'لماذا؟', '??'], 'why'),
    (array['/today'], 'today'), (array['/report@NexioBot'], 'report'), (array[U&'\200Foui\200E'], 'approve')) as w (words, meaning), unnest(words) word $$,
  'words, figures and signs of four languages are understood'
);
select is_empty($$ select word from unnest(array['Ok mais change le prix', 'oui oui non', '12', 'Nouveau texte 👍', '', '   ', 'لا بأس به', '1 2', 'today']) word where engine.read_word(word) is not null $$, 'a word in a sentence is no answer');

-- a burst
select is(
  worker.receive_messages('telegram', (select jsonb_agg(jsonb_build_object('external_id', 'burst.' || n % 10000, 'from', 'sender.' || n % 50, 'kind', 'text', 'text', 'salama ' || n, 'sent_at', engine.now() - make_interval(secs => n % 60))) from generate_series(1, 10400) n)),
  '{"stored": 10000, "duplicates": 400}', 'ten thousand messages in a burst are stored once each'
);
select is((select sum(engine.answer_waiting(500)) from generate_series(1, 22)), 10000::bigint, 'and worked off');
select is((select count(*) from public.deliveries where channel = 'telegram' and address like 'sender.%'), 50::bigint, 'fifty strangers get one answer each');
select is(worker.receive_messages('telegram', '[{"external_id": "x.1"}, {"from": "a"}, {"external_id": "x.2", "from": "b", "kind": "sticker", "sent_at": "never"}]'), '{"stored": 1, "duplicates": 0}', 'what is no message is left out, an odd kind or time kept');
select throws_ok($$ insert into public.inbound_messages (channel, external_id, address, kind, sent_at, path) values ('telegram', 'y', 'b', 'image', now(), 'other/x.jpg') $$, '23514', null, 'media lie in the tenant''s folder');

-- help, commands
select is(tests.writes('261340000001', 'Mbola ho avy ve ny orana?'), 'help', 'any other text gets a short help');
select is(tests.writes('261340000001', 'Inona koa?'), 'ignored', 'once a minute');
select tests.pass_time('2 minutes');
select is(tests.writes('261340000001', '/start'), 'help', 'and who asks for it');
select is(tests.writes('261340000001', '/today'), 'today', '/today');
select is((select (tests.hears(link_id) ->> 'pending')::int from scene), 0, 'says what waits');
select is(tests.writes('261340000001', '/report'), 'report', '/report');
select ok((select tests.hears(link_id) ?& array['published', 'scheduled', 'ready', 'pending', 'leads', 'tasks', 'task_limit'] from scene), 'says the week''s figures');
select is(tests.writes('261340000002', '/pause'), 'no_permission', 'staff do not pause the department');
update public.tenant_agents set status = 'paused' from scene where tenant_agents.tenant_id = scene.tenant_id and agent_key = 'ads_manager';
select is(tests.writes('261340000001', '/pause'), 'paused', 'the owner does');
select is((select count(*) from public.tenant_agents a join scene using (tenant_id) where a.is_on and a.status <> 'paused'), 0::bigint, 'everybody rests');
select is(tests.writes('261340000001', '/resume'), 'resumed', 'and wakes them');
select is((select array_agg(a.agent_key) from public.tenant_agents a join scene using (tenant_id) where a.is_on and a.status = 'paused'), array['ads_manager'], 'all but the one that was paused before');
select is((select current_setting('request.jwt.claims', true)), '', 'nobody stands in any more');

-- photos
create function pg_temp.media(p_bytes bigint default 1000, p_mime text default 'image/jpeg') returns jsonb language sql as $$
  select jsonb_build_object('kind', case when p_mime like 'audio%' then 'voice' else 'image' end, 'media', jsonb_build_object('id', 'm1', 'mime', p_mime, 'bytes', p_bytes))
$$;
create function pg_temp.send(p_text text, p_more jsonb, p_id text) returns jsonb language plpgsql as $$
begin
  perform worker.receive_messages('whatsapp', jsonb_build_array(jsonb_build_object('external_id', p_id, 'from', '261340000001', 'text', p_text, 'sent_at', engine.now()) || p_more));
  return worker.answer_messages();
end
$$;
select is((pg_temp.send('Samosas frais ce soir', pg_temp.media(), 'photo.1') -> 0) - 'tenant_id', '{"channel": "whatsapp", "external_id": "photo.1", "kind": "image", "media": {"id": "m1", "mime": "image/jpeg", "bytes": 1000}, "limit_bytes": 16777216}', 'a photo is to be fetched');
select is(worker.answer_messages(), '[]', 'by one');
select is(worker.keep_inbound_media('whatsapp', 'photo.1', (select tenant_id || '/inbound/1.jpg' from scene), 'image/jpeg', null, 1200, 900), 'draft_started', 'with a caption it becomes a request');
select is(worker.keep_inbound_media('whatsapp', 'photo.1', (select tenant_id || '/inbound/1.jpg' from scene), 'image/jpeg'), null, 'once');
select is((select concat_ws('|', r.chain_key, r.title, r.trigger, r.requested_by = tests.id_of('owner@inbound.test')) from public.chain_runs r join scene using (tenant_id)), 'create_social_post|Samosas frais ce soir|user|t', 'a run in the person''s name');
select is(tests.work(), array['text', 'hashtags_and_call_to_action', 'quality_review', 'quality_gate'], 'whose picture nobody draws');
select is((select c.media - 'say' from public.contents c join public.approvals a on a.content_id = c.id join scene on scene.tenant_id = a.tenant_id where a.state = 'pending'),
  (select jsonb_build_object('path', tenant_id || '/inbound/1.jpg', 'mime', 'image/jpeg', 'width', 1200, 'height', 900, 'alt', 'Samosas frais ce soir') from scene), 'because it is the photo');
select is(jsonb_array_length(pg_temp.send('', pg_temp.media(), 'photo.2')), 1, 'a photo without a word is fetched too');
select is(worker.keep_inbound_media('whatsapp', 'photo.2', (select tenant_id || '/inbound/2.jpg' from scene), 'image/jpeg'), 'photo_kept', 'and kept');
select is(tests.writes('261340000001', 'Brochettes dimanche', '{"external_id": "line.1"}'), 'draft_started', 'the next line says what it is for');
select is((select count(*) from public.chain_runs r join scene using (tenant_id) where r.input -> 'photo' ->> 'path' like '%/2.jpg'), 1::bigint, 'and starts it');
select tests.pass_time('2 minutes');
select is(tests.writes('261340000001', 'Et encore'), 'help', 'the line after that is no request');

-- voice
select tests.pass_time('5 minutes');
select is(jsonb_array_length(pg_temp.send('', pg_temp.media(62914560, 'audio/ogg; codecs=opus'), 'voice.1')), 0, 'a voice note of 60 MB is not fetched');
select is((select concat_ws(' ', tests.hears(link_id) ->> 'outcome', tests.hears(link_id) ->> 'limit_mb') from scene), 'media_too_large 16', 'and its sender is told the limit');
select is(jsonb_array_length(pg_temp.send('', pg_temp.media(9000, 'audio/ogg; codecs=opus'), 'voice.2')), 1, 'a short one is');
select is(worker.keep_inbound_media('whatsapp', 'voice.2', (select tenant_id || '/inbound/2.ogg' from scene), 'audio/ogg'), 'voice_kept', 'without a speech model it is kept');
select is((select tests.hears(link_id) ->> 'kind' from scene), 'voice_kept', 'and one typed line asked for');
select is(tests.writes('261340000001', 'Promo vendredi -20 %'), 'draft_started', 'which becomes the request');
select is(jsonb_array_length(pg_temp.send('', pg_temp.media(9000, 'audio/ogg'), 'voice.3')), 1, 'another');
select is(worker.keep_inbound_media('whatsapp', 'voice.3', (select tenant_id || '/inbound/3.ogg' from scene), 'audio/ogg', 'Annonce la fête de samedi'), 'draft_started', 'with a transcript it is the request itself');
select is((select array_agg(r.input ? 'photo') from public.chain_runs r join scene using (tenant_id) where r.title = 'Annonce la fête de samedi'), array[false], 'in those words, with a picture to be drawn');
select is(jsonb_array_length(pg_temp.send('', pg_temp.media(9000, 'video/mp4'), 'video.1')), 0, 'other files are not taken');
select is((select outcome from public.inbound_messages where external_id = 'video.1'), 'media_unsupported', 'and that is said');

-- faults
select is(jsonb_array_length(pg_temp.send('Photo', pg_temp.media(), 'photo.9')), 1, 'a photo whose fetch dies');
select tests.pass_time('4 minutes');
select is(jsonb_array_length(worker.answer_messages()), 1, 'is offered again');
update public.inbound_messages set attempt = 4, due_at = engine.now() where external_id = 'photo.9';
select engine.answer_left_over();
select is((select state || ' ' || outcome from public.inbound_messages where external_id = 'photo.9'), 'failed media_lost', 'four times');
update public.plans set daily_tasks = 1 where key = 'pro';
select jsonb_array_length(pg_temp.send('Photo', pg_temp.media(), 'photo.10'));
select is(worker.keep_inbound_media('whatsapp', 'photo.10', (select tenant_id || '/inbound/10.jpg' from scene), 'image/jpeg'), 'daily_tasks_spent', 'what cannot be started is answered with why');
select is((select tests.hears(link_id) ->> 'outcome' from scene), 'daily_tasks_spent', 'in the chat');
select is((select last_inbound_at from public.channel_links where address = '261340000001'), (select max(sent_at) from public.inbound_messages where address = '261340000001'), 'the last word opens the 24 hours');
select tests.pass_time('31 days');
select cmp_ok(engine.forget_messages(), '>', 10000, 'a month later what was written is gone');

select * from finish();
rollback;
