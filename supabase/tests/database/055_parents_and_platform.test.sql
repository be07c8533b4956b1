-- Above the tenant: an agency reads its clients, an operator sums of a programme, a platform admin suspends. All recorded.
begin;
select no_plan();

create temporary table scene (agency_id uuid, client_id uuid, programme_id uuid, shop_id uuid);
grant select on scene to public;
select tests.person(name || '@parents.test') from unnest(array['agency', 'staff', 'client', 'programme', 'operator', 'admin', 'shop']) name;
insert into scene values (
  tests.tenant('Agency', 'agency@parents.test', 'agency'), tests.tenant('Client', 'client@parents.test'),
  tests.tenant('Programme', 'programme@parents.test', 'programme'), tests.tenant('Shop', 'shop@parents.test')
);
select tests.joins('staff@parents.test', agency_id, 'staff') from scene;
update public.tenants set parent_id = (select agency_id from scene) where id = (select client_id from scene);
insert into public.leads (tenant_id, name, email, is_demo) select client_id, 'A', 'a@x.test', is_demo from scene, unnest(array[false, true]) is_demo;

select tests.become('agency@parents.test', (select agency_id from scene));
select is_empty($$ select from public.tenants where name = 'Client' $$, 'a parent reads no row of a client');
select is_empty('select from public.leads', 'nor its leads');
select results_eq(
  $$ select c ->> 'name', (c -> 'leads')::int from jsonb_array_elements(public.read_client_tenants((select agency_id from scene))) c $$,
  $$ values ('Client', 1) $$, 'read_client_tenants: its clients, figures without demo'
);
select isnt_empty($$ select from public.events where kind = 'clients.read' $$, 'the agency''s log says that it asked');
select tests.become('client@parents.test', (select client_id from scene));
select results_eq(
  $$ select actor from public.events where kind = 'tenant.read_by_agency' $$, $$ select tests.id_of('agency@parents.test')::text $$,
  'the client''s log says who saw it'
);
select throws_ok($$ select public.read_client_tenants((select client_id from scene)) $$, 'NX403', 'not_an_agency', 'a business has no clients to read');
select throws_ok($$ select public.read_client_tenants((select agency_id from scene)) $$, 'NX409', 'tenant_mismatch', 'a client does not read the agency''s');
select tests.become('staff@parents.test', (select agency_id from scene));
select throws_ok($$ select public.read_client_tenants((select agency_id from scene)) $$, 'NX403', 'no_permission', 'nor does the agency''s staff');

-- A programme: sums only, and none that speaks of a single business.
select tests.become_the_database();
insert into public.platform_roles (user_id, role, tenant_id) select tests.id_of('operator@parents.test'), 'programme_operator', programme_id from scene;
insert into public.platform_roles (user_id, role) values (tests.id_of('admin@parents.test'), 'platform_admin');
select throws_ok(
  $$ insert into public.platform_roles (user_id, role) values (tests.id_of('shop@parents.test'), 'programme_operator') $$, '23514', null,
  'an operator is one of a programme'
);
insert into public.tenants (name, slug, parent_id, country, language, timezone)
select 'Member ' || n, 'member-' || n, programme_id, case when n <= 5 then 'MG' else 'KM' end, 'fr', 'UTC' from scene, generate_series(1, 9) n;
insert into public.leads (tenant_id, name, phone) select t.id, 'B', '0340000000' from public.tenants t where t.slug in ('member-1', 'member-2', 'member-9');
select tests.person('member' || n || '@parents.test'), tests.joins('member' || n || '@parents.test', t.id, 'owner')
from generate_series(1, 9) n join public.tenants t on t.slug = 'member-' || n;

select tests.become('operator@parents.test');
select is(public.read_programme((select programme_id from scene)), '[]', 'read_programme: nothing of members whose owners were not asked');
select tests.become_the_database();
insert into public.consents (user_id, purpose, text_version) select tests.id_of('member' || n || '@parents.test'), 'programme_reporting', 1 from generate_series(1, 9) n;
select tests.become('operator@parents.test');
select is(
  public.read_programme((select programme_id from scene)), '[{"country": "MG", "members": 5, "active": 0, "published": 0, "leads": 2}]',
  'read_programme: sums by country, none of fewer than five members'
);
select tests.become('member1@parents.test');
select public.withdraw_consent('programme_reporting');
select tests.become('operator@parents.test');
select is(public.read_programme((select programme_id from scene)), '[]', 'and from the moment an owner takes it back that member counts no more');
select is_empty('select from public.consents', 'an operator does not read who agreed');
select throws_ok($$ select public.read_audit((select id from public.tenants where slug = 'member-2')) $$, 'NX409', null, 'nor the audit of a member');
select is_empty($$ select from public.events where kind <> 'programme.read' $$, 'nor its log');
select tests.become_the_database();
select tests.person('second@parents.test'), tests.joins('second@parents.test', t.id, 'owner') from public.tenants t where t.slug = 'member-2';
insert into public.consents (user_id, purpose, text_version) values (tests.id_of('member1@parents.test'), 'programme_reporting', 1);
select tests.become('operator@parents.test');
select is(public.read_programme((select programme_id from scene)), '[]', 'where there are two owners both agree, or it does not count');
select throws_ok($$ select public.read_programme((select agency_id from scene)) $$, 'NX403', 'not_an_operator', 'of one''s own programme only');
select is_empty('select from public.leads', 'an operator reads no content');
select tests.become('programme@parents.test', (select programme_id from scene));
select throws_ok($$ select public.read_programme((select programme_id from scene)) $$, 'NX403', 'not_an_operator', 'owning the tenant is not operating the programme');
select isnt_empty($$ select from public.events where kind = 'programme.read' $$, 'the programme''s log says that it was read');

select throws_ok($$ select public.set_tenant_status((select shop_id from scene), 'suspended') $$, 'NX403', 'not_a_platform_admin', 'an owner suspends nobody');
select tests.become('admin@parents.test');
select lives_ok($$ select public.set_tenant_status((select shop_id from scene), 'suspended') $$, 'a platform admin suspends');
select throws_ok($$ select public.set_tenant_status(gen_random_uuid(), 'active') $$, 'NX404', 'tenant_not_found', 'not what is not there');
select throws_ok($$ select public.set_tenant_status((select shop_id from scene), 'gone') $$, 'NX400', 'status_invalid', 'not into an unknown state');
select results_eq('select role from public.platform_roles', $$ values ('platform_admin') $$, 'people read their own platform roles only');
select tests.become('shop@parents.test', (select shop_id from scene));
select is(public.current_tenant(), null, 'a suspended tenant''s members reach nothing');
select tests.become_nobody();
select is(public.read_page('shop'), null, 'and its page is gone');

select * from finish();
rollback;
