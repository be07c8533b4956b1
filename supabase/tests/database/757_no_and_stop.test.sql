-- A no with its reason, in four languages, and what only looks like one; stop for what goes out by itself.
begin;
select no_plan();
create temporary table scene as select tests.shop('No', 'owner@no.test', 'pro') as tenant_id, null::uuid as link_id, null::uuid as bot_id, null::uuid as staff_id;
grant select on scene to public;
select tests.person('staff@no.test'), tests.joins('staff@no.test', tenant_id, 'external') from scene;
update scene set link_id = tests.links('owner@no.test', '261340000021', tenant_id), bot_id = tests.links('owner@no.test', '7701', tenant_id, 'telegram'),
  staff_id = tests.links('staff@no.test', '261340000022', tenant_id);
create temporary table card (n serial, id uuid);
grant select on card to public;

create function pg_temp.ask() returns integer language plpgsql as $$
begin
  perform tests.pass_time('15 minutes');
  perform tests.run(tenant_id) from scene;
  perform tests.work();
  insert into card (id) select a.id from public.approvals a join scene using (tenant_id) where a.id not in (select id from card);
  perform tests.send_all();
  return max(n) from card;
end
$$;
create function pg_temp.quoted(p_n integer, p_kind text default 'approval', p_link text default 'link_id') returns jsonb language sql as $$
  select jsonb_build_object('quoted_id', tests.message_of(c.id, (to_jsonb(s) ->> p_link)::uuid, p_kind)) from card c, scene s where c.n = p_n
$$;
create function pg_temp.state(p_n integer) returns text language sql stable as $$
  select concat_ws('|', a.state, a.decided_channel, a.decision_reason, case when a.goes_out_at is not null then 'goes out' end) from public.approvals a join card c on c.id = a.id where c.n = p_n
$$;
create function pg_temp.button(p_id text) returns jsonb language sql as $$ select jsonb_build_object('kind', 'button', 'button', p_id) $$;

-- what is a no with a reason
select results_eq(
  $$ select t, engine.refusal_in(t) from unnest(array['no, too expensive', 'Non, trop cher', 'tsia, lafo loatra', 'لا، غالي جدا', 'NON ! Trop cher 😡', 'Pas d’accord : 500 Ar, c’est trop', 'Non – trop cher', 'non - trop cher', E'Tsy ekeko\nlafo']) t $$,
  $$ select t, jsonb_build_object('reason', r, 'is_plain', true) from (values ('no, too expensive', 'too expensive'), ('Non, trop cher', 'trop cher'), ('tsia, lafo loatra', 'lafo loatra'), ('لا، غالي جدا', 'غالي جدا'),
    ('NON ! Trop cher 😡', 'Trop cher 😡'), ('Pas d’accord : 500 Ar, c’est trop', '500 Ar, c’est trop'), ('Non – trop cher', 'trop cher'), ('non - trop cher', 'trop cher'), (E'Tsy ekeko\nlafo', 'lafo')) as w (t, r) $$,
  'a no, a pause and why are a plain refusal in four languages');
select results_eq(
  $$ select t, engine.refusal_in(t) from unnest(array['non trop cher', 'tsia lafo loatra', 'لا تفوتوا العرض', 'No sugar samosas', 'Non merci c’est faux', 'Non, ' || repeat('a', 121)]) t $$,
  $$ select t, jsonb_build_object('reason', r, 'is_plain', false) from (values ('non trop cher', 'trop cher'), ('tsia lafo loatra', 'lafo loatra'), ('لا تفوتوا العرض', 'تفوتوا العرض'), ('No sugar samosas', 'sugar samosas'),
    ('Non merci c’est faux', 'c’est faux'), ('Non, ' || repeat('a', 121), repeat('a', 121))) as w (t, r) $$,
  'without the pause, or long, it may be one');
select is_empty(
  $$ select t from unnest(array['2, trop cher', '2 samosas offerts', 'No. 1 à Tana', 'No.1', 'Non-stop samosas', 'Nonna, la vraie', 'Non, oui', 'no, why?', 'non', '', ', rien', 'Samosas, non merci', 'Oui, mais 400 Ar', 'Nouveau : samosas',
    'Non à la faim dans le quartier, venez tous manger nos samosas chauds ce vendredi soir dès 18 h'])
    t where engine.refusal_in(t) is not null $$,
  'figures, number one, other words, a yes behind the no and a text for customers are none');

-- it decides what it quotes, with the reason
select is(array(select tests.writes('261340000021', t, pg_temp.quoted(pg_temp.ask())) from unnest(array['no, too expensive', 'non, trop cher', 'tsia, lafo loatra', 'لا، غالي جدا']) t),
  array_fill('decided'::text, array[4]), 'a no with its reason decides what it quotes');
select is(array(select pg_temp.state(n) from generate_series(1, 4) n),
  array['rejected|whatsapp|too expensive', 'rejected|whatsapp|trop cher', 'rejected|whatsapp|lafo loatra', 'rejected|whatsapp|غالي جدا'], 'and the reason is kept with it');
select is((select count(*) from public.lessons join scene using (tenant_id) where kind = 'rejection'), 4::bigint, 'a lesson each');
select is(tests.hears(link_id) ->> 'reason', 'غالي جدا', 'the chat hears how it was understood') from scene;
select is(tests.writes('261340000021', 'Non, pas cette photo', '{}'), 'nothing_waits', 'with nothing open it is about nothing');
select is(pg_temp.ask(), 5, 'one is open');
select is(tests.writes('261340000021', 'Non, pas cette photo'), 'decided', 'then it needs no quoting');
select is(pg_temp.state(5), 'rejected|whatsapp|pas cette photo', 'as a bare no does not');

-- it may be a text for customers: the person says what it is
select is(pg_temp.ask(), 6, 'another');
select is(tests.writes('261340000021', 'tsia lafo loatra', pg_temp.quoted(6)), 'edit_proposed', 'without a pause it is shown back');
select is((tests.hears(link_id) ->> 'is_refusal')::boolean, true, 'with the question whether it is a no') from scene;
select is(pg_temp.state(6), 'pending', 'nothing is decided');
select tests.send_all();
select is(tests.writes('261340000021', 'Fandavana izany', pg_temp.button('refuse') || pg_temp.quoted(6, 'confirm_edit')), 'decided', 'yes, it was');
select is(pg_temp.state(6), 'rejected|whatsapp|lafo loatra', 'so it is one, with the reason');
select is((select count(*) from public.pending_edits), 0::bigint, 'and no text is pending');
select is(pg_temp.ask(), 7, 'another');
select is(tests.writes('261340000021', 'لا تفوتوا العرض', pg_temp.quoted(7)), 'edit_proposed', 'a text that begins with no');
select tests.send_all();
select is(tests.writes('261340000021', 'ok', pg_temp.quoted(7, 'confirm_edit')), 'decided', 'goes out when it is said to be one');
select is((select c.body from public.contents c join public.approvals a on a.content_id = c.id join card k on k.id = a.id where k.n = 7), 'لا تفوتوا العرض', 'in its words');
select is(pg_temp.ask(), 8, 'another');
select is(tests.writes('261340000021', 'Samosas ce soir', pg_temp.quoted(8)), 'edit_proposed', 'a text of one''s own');
select is((tests.hears(link_id) ->> 'is_refusal')::boolean, false, 'that is no no is not asked about') from scene;
select tests.send_all();
select is(tests.writes('261340000021', 'Non, garde l’ancien', pg_temp.quoted(8, 'confirm_edit')), 'edit_dropped', 'a no to one''s own text drops that text alone');
select is(pg_temp.state(8), 'pending', 'the question stays open');
select is(tests.writes('261340000021', 'non, trop cher', pg_temp.quoted(8) || '{"is_forwarded": true}'), 'forwarded', 'a forwarded reason decides nothing');
select is(tests.writes('261340000022', 'non, trop cher', pg_temp.quoted(8)), 'nothing_waits', 'nor one that quotes another''s message');
select is(tests.writes('261340000021', 'non, trop cher', pg_temp.quoted(8)), 'decided', 'the owner''s does');
insert into public.inbound_messages (channel, external_id, address, kind, sent_at, user_id, link_id, tenant_id, state, path, mime)
select 'whatsapp', 'kept.1', '261340000021', 'image', engine.now(), tests.id_of('owner@no.test'), link_id, tenant_id, 'awaiting_line', tenant_id || '/inbound/k.jpg', 'image/jpeg' from scene;
select is(pg_temp.ask(), 9, 'one is open');
select is(tests.writes('261340000021', 'Non, ce n’est pas un rêve'), 'draft_started', 'while a photo waits for its line, such a line is the photo''s');
select is(pg_temp.state(9), 'pending', 'and decides nothing');
select is(tests.writes('261340000021', 'non', pg_temp.quoted(9)), 'decided', 'a plain no still does');
select engine.stop_run(r.id, 'cancelled', 'over', '{}', 'system', 'test') from public.chain_runs r join scene using (tenant_id) where r.finished_at is null;

-- stop
insert into public.autonomy_rules (tenant_id, skill_key, is_on, takes_house_model, given_by, given_at) select tenant_id, 'social-captions', true, true, tests.id_of('owner@no.test'), engine.now() from scene;
select is(tests.writes('261340000021', 'STOP'), 'nothing_to_stop', 'with nothing going out there is nothing to stop');
select is(pg_temp.ask(), 10, 'a skill with autonomy writes');
select is(pg_temp.state(10), 'pending|goes out', 'it goes out by itself');
select isnt(tests.message_of(id, link_id, 'going_out'), null, 'the chat is told') from card, scene where n = 10;
select is(tests.writes('261340000021', 'eny', pg_temp.quoted(10, 'going_out')), 'shown', 'a yes to its title is shown the whole');
select is(pg_temp.state(10), 'pending|goes out', 'and decides nothing');
select is(tests.writes('261340000022', 'stop'), 'nothing_to_stop', 'who may not decide may not stop');
select is(tests.writes('261340000021', 'stop', pg_temp.quoted(10, 'going_out') || '{"is_forwarded": true}'), 'forwarded', 'a forwarded stop stops nothing');
select is(pg_temp.state(10), 'pending|goes out', 'it goes out still');
select is(tests.writes('261340000021', '', pg_temp.button('stop') || pg_temp.quoted(10, 'going_out')), 'stopped', 'the button stops it');
select is(pg_temp.state(10), 'pending', 'now it waits for an answer');
select is((select jsonb_build_array(e.actor, e.data ->> 'why') from public.events e join scene using (tenant_id) where e.kind = 'approval.stopped'), jsonb_build_array(tests.id_of('owner@no.test'), 'stopped'), 'in the person''s name');
select tests.send_all();
select is(tests.writes('261340000021', 'ajanony', pg_temp.quoted(10)), 'not_going_out', 'stopping what waits anyway changes nothing');
select is(tests.writes('261340000021', 'tsia', pg_temp.quoted(10)), 'decided', 'it was shown, so it can be decided');
select is(tests.writes('261340000021', 'stop', pg_temp.quoted(10)), 'already_decided', 'and then not stopped');

update public.autonomy_rules set is_on = true;
select is(pg_temp.ask(), 11, 'another');
select is(tests.writes('7701', 'non', '{}', 'telegram'), 'stopped', 'a bare no to the only thing that goes out holds it back');
select is(pg_temp.state(11), 'pending', 'it is not refused: only its title had been shown');
select engine.stop_run(r.id, 'cancelled', 'over', '{}', 'system', 'test') from public.chain_runs r join scene using (tenant_id) where r.finished_at is null;
select is(array(select pg_temp.ask() from generate_series(1, 4)), array[12, 13, 14, 15], 'four more');
select is(array(select tests.writes('261340000021', w, pg_temp.quoted(n, 'going_out')) from (values (12, 'Arrêter !'), (13, 'توقف')) as x (n, w)), array['stopped', 'stopped'], 'French and Arabic stop what they quote');
select is(array(select pg_temp.state(n) from generate_series(12, 15) n), array['pending', 'pending', 'pending|goes out', 'pending|goes out'], 'that alone');
select is(tests.writes('261340000021', 'Ajanony'), 'stopped', 'a bare stop holds back everything that goes out');
select is(array(select pg_temp.state(n) from generate_series(14, 15) n), array['pending', 'pending'], 'all of it');
select is((tests.hears(link_id) ->> 'kind'), 'approval', 'and shows it as questions') from scene;
select is((select d.data ->> 'count' from public.deliveries d join scene on d.target_id = link_id where d.kind = 'outcome' order by d.id desc limit 1), '2', 'with how many were stopped');
select is((select count(*) from public.autonomy_rules join scene using (tenant_id) where is_on), 1::bigint, 'a stop alone takes nothing back');

-- a closed WhatsApp window hears how many wait
select engine.stop_run(r.id, 'cancelled', 'over', '{}', 'system', 'test') from public.chain_runs r join scene using (tenant_id) where r.finished_at is null;
delete from public.deliveries where state = 'waiting';
select tests.pass_time('25 hours');
select is(pg_temp.ask(), 16, 'a day later another goes out');
select is((select jsonb_build_array(d.kind, d.state, d.approval_id, d.error_code) from public.deliveries d join scene on d.target_id = link_id order by d.id desc limit 1), '["digest", "sent", null, null]', 'what cannot be told there is counted');
select is(tests.writes('261340000021', '', pg_temp.button('show')), 'shown', 'the button under the count shows it');
select tests.send_all();
select is((engine.show_approval(a) ->> 'goes_out_at')::timestamptz, a.goes_out_at, 'with the time at which it goes out') from public.approvals a join card using (id) where n = 16;
select is(tests.writes('261340000021', '', pg_temp.button('stop') || pg_temp.quoted(16)), 'stopped', 'and can be stopped there');

select * from finish();
rollback;
