-- Keys of people: what is encrypted comes back, each person's apart, and nothing comes back when the key is gone.
begin;
select no_plan();

create temporary table scene (lala uuid default gen_random_uuid(), bako uuid default gen_random_uuid(), hidden bytea, again bytea);
insert into scene default values;
update scene set hidden = engine.encrypt_personal(lala, '{"say": "Tsara 🌿 «هذا»"}'), again = engine.encrypt_personal(lala, '{"say": "Tsara 🌿 «هذا»"}');

select is((select engine.decrypt_personal(lala, hidden) from scene), '{"say": "Tsara 🌿 «هذا»"}'::jsonb, 'what was encrypted comes back');
select isnt((select hidden from scene), (select again from scene), 'the same words twice do not look the same');
select is((select count(*) from engine.person_keys k, scene where k.person_id = scene.lala), 1::bigint, 'a person has one key');
select is((select position('Tsara'::bytea in hidden) from scene), 0, 'and the words are not in the bytes');
select is((select engine.decrypt_personal(bako, hidden) from scene), null, 'another person''s key, or none, reads nothing');
select is(engine.encrypt_personal(null, '{"say": "x"}'), null, 'nobody''s words are not kept');
select is(engine.encrypt_personal(gen_random_uuid(), '{}'), null, 'and nothing to say is nothing');

select engine.destroy_person_key(lala), engine.destroy_person_key(bako) from scene;
select is((select engine.decrypt_personal(lala, hidden) from scene), null, 'after the key is destroyed nothing comes back');
select is((select engine.encrypt_personal(lala, '{"say": "again"}') from scene), null, 'nor is more encrypted for that person');
select is((select engine.encrypt_personal(bako, '{"say": "first"}') from scene), null, 'also when the person never had a key');
select throws_ok($$ update engine.person_keys set key = 'ab' where key is null $$, '23514', null, 'a destroyed key does not come back by an update that forgets what it was');

select tests.become_nobody();
select throws_ok('select from engine.person_keys', '42501', null, 'nobody reads keys');
select tests.become_the_database();
set local role service_role;
select throws_ok('select from engine.person_keys', '42501', null, 'nor does the service role');
reset role;

select * from finish();
rollback;
