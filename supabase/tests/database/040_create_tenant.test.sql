-- Signing up and opening a tenant: profile, slug in every script, second taps, limits, settings.
begin;
select no_plan();

select tests.person('lala@create.test', '{"name": "  Lala R. ", "language": "mg"}');
select tests.person('rivo@create.test', jsonb_build_object('name', repeat('x', 300), 'language', 'klingon'));
select results_eq(
  $$ select display_name, language from public.profiles where user_id = tests.id_of('lala@create.test') $$, $$ values ('Lala R.', 'mg') $$,
  'a sign-up makes a profile from what the form said'
);
select results_eq(
  $$ select char_length(display_name), language from public.profiles where user_id = tests.id_of('rivo@create.test') $$, $$ values (80, 'fr') $$,
  'a strange form is trimmed, the sign-up stands'
);
select isnt_empty($$ select from public.events where kind = 'person.signed_up' and actor = tests.id_of('lala@create.test')::text $$, 'a sign-up is recorded');

insert into public.plans (key, usd_month, daily_tasks, daily_cost_micros, model_tiers, agents, users)
values ('free', 0, 10, 50000, array['local'], 3, 5) on conflict do nothing;

select tests.become('lala@create.test');
create temporary table made as select public.create_tenant('  Chez   Lala ', 'mg', 'fr', 'Indian/Antananarivo') as answer;
grant select on made to public;
select is((select answer ->> 'slug' from made), 'chez-lala', 'create_tenant: the slug comes from the name');
select is(public.create_tenant('chez lala', 'MG', 'fr', 'Indian/Antananarivo'), (select answer from made), 'create_tenant: a second tap opens nothing');
select results_eq(
  'select name, role, plan_key, language from public.list_memberships()', $$ values ('Chez Lala', 'owner', 'free', 'fr') $$,
  'create_tenant: she owns it, on plan free'
);
select tests.become_the_database();
select is(
  (select tenant_id::text from public.active_tenants where user_id = tests.id_of('lala@create.test')), (select answer ->> 'tenant_id' from made),
  'create_tenant: her session works in it from the next token on'
);
select isnt_empty(
  $$ select from public.events where kind = 'tenant.created' and tenant_id = (select (answer ->> 'tenant_id')::uuid from made)
     and actor_kind = 'person' and actor = tests.id_of('lala@create.test')::text $$,
  'create_tenant: recorded with who did it'
);

select tests.become('rivo@create.test');
select is(public.create_tenant('Chez Lala', 'MG', 'fr', 'Indian/Antananarivo') ->> 'slug', 'chez-lala-2', 'a taken slug gets a number');
select is(public.create_tenant('Hôtel Île d''Émeraude & Fils', 'MG', 'fr', 'UTC') ->> 'slug', 'hotel-ile-demeraude-fils', 'French');
select is(public.create_tenant('Sakafo Mañitra N̈osy', 'MG', 'mg', 'UTC') ->> 'slug', 'sakafo-manitra-nosy', 'Malagasy');
select is(public.create_tenant('مخبز الشمس', 'MA', 'ar', 'Africa/Casablanca') ->> 'slug', 'mkhbz-alshms', 'Arabic');
select is(public.create_tenant('Nexio', 'FR', 'fr', 'UTC') ->> 'slug', 'nexio-2', 'a reserved word is never given');
select matches(public.create_tenant('寿司', 'FR', 'fr', 'UTC') ->> 'slug', '^boutique-', 'a script we cannot read gets a plain word');
select cmp_ok(
  char_length(public.create_tenant(repeat('long name ', 8), 'FR', 'fr', 'UTC') ->> 'slug'), '<=', 40, 'a long name gets a short slug'
);

select throws_ok($$ select public.create_tenant('x', 'MG', 'fr', 'UTC') $$, 'NX400', 'tenant_invalid', 'a name of one letter');
select throws_ok($$ select public.create_tenant(null, 'MG', 'fr', 'UTC') $$, 'NX400', 'tenant_invalid', 'no name');
select throws_ok($$ select public.create_tenant('Name', 'Madagascar', 'fr', 'UTC') $$, 'NX400', 'tenant_invalid', 'a country in words');
select throws_ok($$ select public.create_tenant('Name', 'MG', 'de', 'UTC') $$, 'NX400', 'tenant_invalid', 'a language not spoken');
select throws_ok($$ select public.create_tenant('Name', 'MG', 'fr', 'Mars/Olympus') $$, 'NX400', 'timezone_unknown', 'a timezone of another planet');
select throws_ok($$ select public.create_tenant('Name', 'MG', 'fr', 'Foo/Bar3') $$, 'NX400', 'timezone_unknown', 'nor one that Postgres makes up');
select lives_ok($$ select public.create_tenant('Shop ' || n, 'MG', 'fr', 'UTC') from generate_series(1, 3) n $$, 'ten tenants are fine');
select throws_ok($$ select public.create_tenant('Shop 11', 'MG', 'fr', 'UTC') $$, 'NX402', 'tenants_limit_reached', 'the eleventh is not');
select tests.become_nobody();
select throws_ok($$ select public.create_tenant('Nobody', 'MG', 'fr', 'UTC') $$, '42501', null, 'nobody opens no tenant');

select tests.become_the_database();
select throws_ok($$ update public.tenants set slug = 'admin' $$, '23514', null, 'not even the database gives a reserved slug');

select tests.become('lala@create.test', (select (answer ->> 'tenant_id')::uuid from made));
select is(
  public.update_tenant((select (answer ->> 'tenant_id')::uuid from made), '{"name": " Lala & Cie ", "look": "cyberpunk", "slug": "x", "plan_key": "pro", "status": "suspended"}'),
  '{"name": "Lala & Cie", "country": "MG", "language": "fr", "timezone": "Indian/Antananarivo", "look": "cyberpunk"}',
  'update_tenant: changes what it may and answers with the settings'
);
select results_eq(
  'select name, slug, plan_key, status from public.tenants', $$ values ('Lala & Cie', 'chez-lala', 'free', 'active') $$,
  'update_tenant: slug, plan and status are not settings'
);
select throws_ok(
  $$ select public.update_tenant((select (answer ->> 'tenant_id')::uuid from made), '{"look": "plain"}') $$, 'NX400', 'tenant_invalid', 'update_tenant: an unknown look'
);
select throws_ok(
  $$ select public.update_tenant((select (answer ->> 'tenant_id')::uuid from made), '{"name": null}') $$, 'NX400', 'tenant_invalid', 'update_tenant: no name'
);

select is(public.update_profile('{"display_name": " Lala ", "language": "ar"}'), '{"display_name": "Lala", "language": "ar"}', 'update_profile');
select is(public.update_profile('{}'), '{"display_name": "Lala", "language": "ar"}', 'update_profile: what is not named stays');
select throws_ok($$ select public.update_profile('{"language": "de"}') $$, 'NX400', 'profile_invalid', 'update_profile: a language not spoken');
select tests.become_the_database();
select is((select language from public.profiles where user_id = tests.id_of('rivo@create.test')), 'fr', 'update_profile: nobody else''s profile moves');

select * from finish();
rollback;
