-- Recovery codes: made at aal2, told once, used once, five wrong ones an hour.
begin;
select no_plan();
select tests.person(n || '@recovery.test') from unnest(array['lala', 'rado']) n;
create function pg_temp.try_code(p_code text, p_who text default 'lala') returns text language sql as $$ select worker.use_recovery_code(tests.id_of(p_who || '@recovery.test'), p_code) $$;

select tests.become_nobody();
select throws_ok('select public.make_recovery_codes()', '42501', null, 'nobody makes codes');
select tests.become('lala@recovery.test');
select throws_ok('select public.make_recovery_codes()', 'NX403', 'needs_two_factor', 'a session that has not proved the factor makes none');
select is(public.count_recovery_codes(), 0, 'none are left before');
select tests.become('lala@recovery.test', null, '{"aal": "aal2"}');
create temporary table told as select unnest(public.make_recovery_codes()) as code;
select is((select count(*)::integer from told where code ~ '^[B-DF-HJ-NP-TV-XZ]{4}(-[B-DF-HJ-NP-TV-XZ]{4}){2}$'), 10, 'ten codes of twelve consonants');
select is((select count(distinct code)::integer from told), 10, 'each another');
select is(public.count_recovery_codes(), 10, 'ten are left');
select throws_ok('select * from engine.recovery_codes', '42501', null, 'a person cannot read what is kept');
select throws_ok($$ select worker.use_recovery_code(auth.uid(), 'x') $$, '42501', null, 'nor call the worker''s verb');

select tests.become_the_database();
select is((select count(*)::integer from engine.recovery_codes r, told t where r.code_hash = convert_to(t.code, 'utf8')), 0, 'the codes themselves are not kept');
select is(pg_temp.try_code(code, 'rado'), 'wrong', 'a code is its person''s alone') from (select code from told limit 1) t;
select is(pg_temp.try_code(lower(replace(code, '-', ' '))), 'used', 'case, spaces and hyphens do not matter') from (select code from told limit 1) t;
select is(pg_temp.try_code(code), 'wrong', 'it works once') from (select code from told limit 1) t;
select is((select kind from public.events where actor = tests.id_of('lala@recovery.test')::text order by id desc limit 1), 'factor.recovered', 'the use is in the log');
select is(pg_temp.try_code('x'), 'wrong', 'a guess') from generate_series(1, 4);
select is(pg_temp.try_code(code), 'locked', 'after five wrong ones within an hour not even a right one counts') from (select code from told offset 1 limit 1) t;
select set_config('nexio.now', (now() + interval '61 minutes')::text, true);
select is(pg_temp.try_code(code), 'used', 'an hour later it does') from (select code from told offset 1 limit 1) t;
select tests.become('lala@recovery.test', null, '{"aal": "aal2"}');
select is(public.count_recovery_codes(), 8, 'two are gone');
select lives_ok('select public.make_recovery_codes()', 'new ones are made');
select tests.become_the_database();
select is(pg_temp.try_code(code), 'wrong', 'and the old ones are void') from (select code from told offset 2 limit 1) t;
select * from finish();
rollback;
