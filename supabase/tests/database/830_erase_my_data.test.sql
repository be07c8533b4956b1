-- One's own data: all of it on request, gone on request, and what a person said is then silent everywhere while the log stands as it was.
begin;
select no_plan();
create temporary table scene as select tests.shop('Privacy', 'owner@privacy.test') as tenant_id, tests.shop('Privacy Rival', 'rival@privacy.test') as rival_id;
grant select on scene to public;
select tests.person('hery@privacy.test', '{"display_name": "Hery"}');
select tests.joins('hery@privacy.test', tenant_id, 'staff') from scene;
create temporary table hery as select tests.id_of('hery@privacy.test') as id;
grant select on hery to public;
create temporary table run as select tests.run(tenant_id) as id from scene;
grant select on run to public;
insert into auth.sessions (id, user_id, created_at, updated_at) select md5('hery@privacy.test')::uuid, id, now(), now() from hery;
insert into public.channel_links (user_id, channel, address, name) select id, 'whatsapp', '261340000001', 'Hery R.' from hery;
insert into public.push_subscriptions (user_id, endpoint, p256dh, auth, device) select id, 'https://push.test/hery', 'public-key-of-hery', 'secret-of-hery', 'Tecno' from hery;

select tests.become('hery@privacy.test', (select tenant_id from scene));
select public.say_to_run(tenant_id, run.id, 'content_writer', 'Ny reniko no manao azy.') from scene, run;
select tests.become_the_database();
select tests.work();
create temporary table asked as select a.*, c.version as seen_version, c.content_hash as seen_hash from public.approvals a join public.contents c on c.id = a.content_id;
grant select on asked to public;
select tests.become('hery@privacy.test', (select tenant_id from scene));
select is(public.decide_approval(tenant_id, id, 'reject', seen_version, seen_hash, null, 'Tsy marina ny vidiny', 'app', gen_random_uuid()) ->> 'outcome', 'decided', 'Hery refuses with a reason') from asked;

-- the log keeps the words encrypted
select tests.become_the_database();
select is_empty($$ select id from public.events where data::text ~ '(reniko|vidiny)' $$, 'no event says Hery''s words openly');
select is((select count(*) from public.events where personal_of = (select id from hery)), 2::bigint, 'they stand in two, encrypted');
select tests.become('owner@privacy.test', (select tenant_id from scene));
select set_eq($$ select say from public.run_dialogue where kind in ('person.said', 'approval.decided') $$, array['Ny reniko no manao azy.', 'Tsy marina ny vidiny'], 'colleagues read them in the conversation');
select is((select line ->> 'say' from public.agent_log where line ->> 'what' = 'person.said'), 'Ny reniko no manao azy.', 'and in the agent''s log');
select tests.become('rival@privacy.test', (select rival_id from scene));
select tests.become_the_database();
create temporary table spoken as select id, created_at from public.events where kind = 'person.said';
grant select on spoken to public;
select tests.become('rival@privacy.test', (select rival_id from scene));
select is(public.words_of(id, created_at), null, 'another tenant does not, knowing number and time') from spoken;

-- what Hery asked for: one thing is written and waits, one has nothing yet; and what agents remember
select tests.become_the_database();
create temporary table asked_for as select
  engine.start_run(tenant_id, engine.route_task(tenant_id, 'create_social_post'), 'Post momba ny zanako Tiana', '{"request": "Post momba ny zanako Tiana", "platform": "nexio_page", "language": "mg"}', 'mg', id) as waits_id,
  null::uuid as begun_id from scene, hery;
select tests.work();
update asked_for set begun_id = engine.start_run(tenant_id, engine.route_task(tenant_id, 'create_social_post'), 'Ny tantaran''ny zanako Tiana', '{"request": "Ny tantaran''ny zanako Tiana", "platform": "nexio_page", "language": "mg"}', 'mg', id)
from scene, hery;
grant select on asked_for to public;
select is((select r.state from public.chain_runs r join asked_for on r.id = waits_id), 'awaiting_approval', 'of two requests one waits for a decision');
select engine.remember(tenant_id, 'content_writer', fact, 0.9, 'lesson') from scene, unnest(array['Tia an''i Hery ny sary mavo.', 'Heryn''ny tsena ny Alarobia.', 'Ny Privacy dia mivarotra samosa.']) fact;
select engine.remember(tenant_id, 'content_writer', 'Ny reniko no manao azy.', 0.8, 'mention') from scene;
select engine.set_agent_file(a, 'memory', E'- Tia an''i Hery ny sary mavo. (0.90)\n- Samosa no be mpividy. (0.90)\n- Ny reniko no manao azy. (0.80)') from public.tenant_agents a, scene where a.tenant_id = scene.tenant_id and a.agent_key = 'content_qa';
select ok('Tsy marina ny vidiny' in (select m ->> 'fact' from public.tenant_agents, jsonb_array_elements(memory) m), 'a reason has become memory by itself');

-- export
select tests.become('hery@privacy.test', (select tenant_id from scene));
create temporary table kept as
select part, public.export_my_data(part) as page from jsonb_array_elements_text(public.export_my_data() -> 'parts') as part;
select ok((select page -> 'items' -> 0 ->> 'email' = 'hery@privacy.test' and page -> 'items' -> 0 -> 'profile' ->> 'display_name' = 'Hery' from kept where part = 'account'), 'export: the account and profile');
select is((select page -> 'items' -> 0 ->> 'role' from kept where part = 'memberships'), 'staff', 'export: memberships');
select is((select jsonb_array_length(page -> 'items') from kept where part = 'sessions'), 1, 'export: sessions');
select is((select page -> 'items' -> 0 ->> 'reason' from kept where part = 'decisions'), 'Tsy marina ny vidiny', 'export: decisions with their reasons');
select is((select page -> 'items' -> 0 ->> 'address' from kept where part = 'channels'), '261340000001', 'export: linked chats');
select set_eq(
  $$ select i -> 'data' ->> 'say' from kept, jsonb_array_elements(page -> 'items') i where part = 'events' and i -> 'data' ? 'say' $$,
  array['Ny reniko no manao azy.', 'Tsy marina ny vidiny', 'Post momba ny zanako Tiana', 'Ny tantaran''ny zanako Tiana'],
  'export: what the log says in their words'
);
select is_empty($$ select part from kept where page::text ~ '(secret-of-hery|public-key-of-hery)' $$, 'export: no secrets of devices');
select is_empty($$ select part from kept where page::text ~ 'owner@privacy' $$, 'export: nobody else''s address');
select tests.become_the_database();
select is_empty(
  $$ select conrelid::regclass::text from pg_constraint where contype = 'f' and confrelid = 'auth.users'::regclass and connamespace in ('public'::regnamespace, 'engine'::regnamespace)
     and strpos((select prosrc from pg_proc where oid = 'engine.things_of'::regproc), replace(conrelid::regclass::text, 'public.', '')) = 0
     -- the versions of the brand stand for it; places a person has read to; keys, codes and counts of the doors
     and conrelid::regclass::text not in ('brand_dna', 'notification_reads', 'decision_tokens', 'engine.bells', 'engine.link_codes', 'engine.recovery_codes', 'engine.recovery_tries', 'engine.blocked_people') $$,
  'export: every table that names a person is in it, or is a key, a code or a count'
);
insert into public.mandates (tenant_id, currency, daily_cap_micros, total_cap_micros, until, given_by) select tenant_id, 'MGA', 1, 2, now() + interval '1 day', id from scene, hery;
select tests.become('hery@privacy.test', (select tenant_id from scene));
select is((select array_agg(i ->> 'what') from jsonb_array_elements(public.export_my_data('acts') -> 'items') i), array['mandate'], 'export: what one let happen');
select throws_ok($$ select public.export_my_data('passwords') $$, 'NX400', 'part_unknown', 'a part that is none');

-- erase
select throws_ok($$ select public.erase_my_data('owner@privacy.test') $$, 'NX400', 'confirmation_differs', 'erasing wants one''s own address typed');
select throws_ok($$ select public.erase_my_data(null) $$, 'NX400', 'confirmation_differs', 'and something typed at all');
select tests.become_the_database();
insert into auth.mfa_factors (user_id, factor_type, status) select id, 'totp', 'verified' from hery;
select tests.become('hery@privacy.test', (select tenant_id from scene));
select throws_ok($$ select public.erase_my_data('hery@privacy.test') $$, 'NX403', 'needs_two_factor', 'and the second factor where there is one');
select tests.become_the_database();
create temporary table before as select e.* from public.events e;
select tests.become('hery@privacy.test', (select tenant_id from scene), '{"aal": "aal2"}');
select is(public.erase_my_data(' Hery@privacy.test '), '{"erased": true, "left": 1}', 'Hery is erased');
select tests.become_the_database();
select is_empty($$ select t from (
  select 'users' as t from auth.users where id = (select id from hery) union all select 'profiles' from public.profiles where user_id = (select id from hery)
  union all select 'memberships' from public.memberships where user_id = (select id from hery) union all select 'sessions' from auth.sessions where user_id = (select id from hery)
  union all select 'factors' from auth.mfa_factors where user_id = (select id from hery) union all select 'devices' from public.push_subscriptions where user_id = (select id from hery)
  union all select 'chats' from public.channel_links where user_id = (select id from hery) union all select 'reasons' from public.approvals where decision_reason is not null
  union all select 'lessons' from public.lessons where reason <> '') as left_over $$, 'account, sessions, devices, chats and words are gone');
select is((select state || ' ' || error_code from public.chain_runs r join asked_for on r.id = begun_id), 'cancelled person_erased', 'what had no text yet is stopped');
select is((select state || ' ' || title from public.chain_runs r join asked_for on r.id = waits_id), 'awaiting_approval Samosas', 'what waits goes on under the headline of its text');
select is_empty($$ select id from public.chain_runs where (title || input::text) ~ 'zanako' union all select id from public.approvals where title ~ 'zanako' $$, 'no request of Hery is left');
select is_empty($$ select id from public.notifications where params::text ~ 'zanako' $$, 'nor under the bell');
select set_eq(
  $$ select m ->> 'fact' from public.tenant_agents, jsonb_array_elements(memory) m $$, array['Heryn''ny tsena ny Alarobia.', 'Ny Privacy dia mivarotra samosa.', 'Samosa no be mpividy.'],
  'agents remember neither Hery''s name nor words; a longer word that begins so, and the business, stay'
);
select is_empty($$ select body from public.agent_file_versions where file = 'memory' and body ~ '(i Hery |reniko)' $$, 'nor do earlier versions');
select is_empty($$ select b from before b left join public.events e on e.id = b.id and to_jsonb(e) = to_jsonb(b) where e.id is null $$, 'the log has not lost or changed a byte');
select tests.become('owner@privacy.test', (select tenant_id from scene));
select is_empty($$ select say from public.run_dialogue where kind in ('person.said', 'approval.decided') and say is not null $$, 'and says Hery''s words no more');
select is((select count(*) from public.run_dialogue where data -> 'is_erased' = 'true'), 4::bigint, 'it says that they were erased');
select ok((public.read_audit(tenant_id, jsonb_build_object('actor_kind', 'person', 'actor', (select id from hery))) -> 'items' -> 0 -> 'is_erased')::boolean, 'so does the audit') from scene;
select is((public.read_act(tenant_id, (select id from public.events where kind = 'approval.decided')) -> 'is_text_untouched')::boolean, true, 'which still shows the text that was refused') from scene;

-- the last owner
select throws_ok($$ select public.erase_my_data('owner@privacy.test') $$, 'NX409', 'owner_of_tenants', 'the last owner hands over or closes first');
select throws_ok($$ select public.close_tenant((select tenant_id from scene), 'privacy') $$, 'NX400', 'confirmation_differs', 'closing wants the name typed');
select tests.become('rival@privacy.test', (select rival_id from scene));
select throws_ok($$ select public.close_tenant((select tenant_id from scene), 'Privacy') $$, 'NX409', 'tenant_mismatch', 'and an owner of that business');
select tests.become('owner@privacy.test', (select tenant_id from scene));
select is(public.close_tenant(tenant_id, 'Privacy'), '{"closed": true}', 'the owner closes it') from scene;
select is(public.current_tenant(), null, 'nobody is in it any more');
select is(public.erase_my_data('owner@privacy.test'), '{"erased": true, "left": 0}', 'and can be erased');
select tests.become_the_database();
select is((select status from public.tenants where id = (select tenant_id from scene)), 'closed', 'a closed business stays closed');
select is((select count(*) from public.chain_runs where tenant_id = (select tenant_id from scene) and finished_at is null), 0::bigint, 'no work of it goes on');

select * from finish();
rollback;
