-- Each cell of the permission matrix (product.md A2), asked as the person who holds the role; and the doors of write verbs.
begin;
select no_plan();

create temporary table scene (tenant_id uuid, other_id uuid);
grant select on scene to public;
select tests.person(role || '@matrix.test') from unnest(array['owner', 'admin', 'staff', 'external', 'other']) role;
insert into scene values (tests.tenant('Matrix', 'owner@matrix.test'), tests.tenant('Elsewhere', 'other@matrix.test'));
select tests.joins(role || '@matrix.test', tenant_id, role) from scene, unnest(array['admin', 'staff', 'external']) role;

create temporary table matrix (permission text, owner boolean, admin boolean, staff boolean, external boolean);
grant select on matrix to public;
insert into matrix values
  ('view_agents', true, true, true, false),
  ('create_agents', true, true, false, false),
  ('delete_agents', true, false, false, false),
  ('view_all_tasks', true, true, true, false),
  ('create_tasks', true, true, true, false),
  ('approve_tasks', true, true, true, false),
  ('manage_users', true, true, false, false),
  ('manage_billing', true, false, false, false),
  ('delete_tenant', true, false, false, false),
  ('give_autonomy', true, false, false, false),
  ('edit_brand', true, true, false, false),
  ('read_audit', true, true, false, false),
  ('erase_people', true, true, false, false);

select set_eq('select distinct permission from public.role_permissions', 'select permission from matrix', 'the matrix names every permission there is');

select tests.become('owner@matrix.test', (select tenant_id from scene));
select is(public.has_permission(permission), owner, 'owner: ' || permission) from matrix;
select tests.become('admin@matrix.test', (select tenant_id from scene));
select is(public.has_permission(permission), admin, 'admin: ' || permission) from matrix;
select tests.become('staff@matrix.test', (select tenant_id from scene));
select is(public.has_permission(permission), staff, 'staff: ' || permission) from matrix;
select tests.become('external@matrix.test', (select tenant_id from scene));
select is(public.has_permission(permission), external, 'external: ' || permission) from matrix;

select tests.become('owner@matrix.test', (select other_id from scene));
select is(public.has_permission(permission), false, 'owner of another tenant: ' || permission) from matrix;
select tests.become_the_database();
select is(public.has_permission(permission), false, 'nobody: ' || permission) from matrix;

-- The door of every write verb, tried through one of them.
select throws_ok(
  $$ select public.update_tenant((select tenant_id from scene), '{"look": "modern"}') $$, 'NX401', 'not_signed_in', 'a verb wants a person'
);
select tests.become('owner@matrix.test', (select tenant_id from scene));
select throws_ok(
  $$ select public.update_tenant((select other_id from scene), '{"look": "modern"}') $$, 'NX409', 'tenant_mismatch', 'a verb refuses another tenant'
);
select throws_ok($$ select public.update_tenant(null, '{"look": "modern"}') $$, 'NX409', 'tenant_mismatch', 'a verb refuses no tenant');
select tests.become('owner@matrix.test', (select other_id from scene));
select throws_ok(
  $$ select public.update_tenant((select other_id from scene), '{"look": "modern"}') $$, 'NX409', 'tenant_mismatch',
  'a forged header does not open another tenant'
);
select throws_ok(
  $$ select public.update_tenant(null, '{"look": "modern"}') $$, 'NX409', 'tenant_mismatch', 'naming no tenant from no tenant is no match'
);
select tests.become('staff@matrix.test', (select tenant_id from scene));
select throws_ok(
  $$ select public.update_tenant((select tenant_id from scene), '{"look": "modern"}') $$, 'NX403', 'no_permission', 'a verb wants the right'
);

-- aal2 is asked of whoever has two-factor, and of nobody else.
select tests.become_the_database();
insert into auth.mfa_factors (id, user_id, friendly_name, factor_type, status, created_at, updated_at)
values
  (gen_random_uuid(), tests.id_of('admin@matrix.test'), 'phone', 'totp', 'verified', now(), now()),
  (gen_random_uuid(), tests.id_of('owner@matrix.test'), 'phone', 'totp', 'unverified', now(), now());
select tests.become('admin@matrix.test', (select tenant_id from scene));
select throws_ok(
  $$ select public.update_tenant((select tenant_id from scene), '{"look": "modern"}') $$, 'NX403', 'needs_two_factor', 'who has two-factor must have used it'
);
select tests.become('admin@matrix.test', (select tenant_id from scene), '{"aal": "aal2"}');
select lives_ok($$ select public.update_tenant((select tenant_id from scene), '{"look": "modern"}') $$, 'with the second factor the verb opens');
select tests.become('owner@matrix.test', (select tenant_id from scene));
select lives_ok($$ select public.update_tenant((select tenant_id from scene), '{"look": "matrix"}') $$, 'a factor never verified locks nobody out');

select * from finish();
rollback;
