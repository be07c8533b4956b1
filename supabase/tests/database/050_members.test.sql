-- Who belongs to a tenant: other roles, another owner, letting one go, the last owner, and what a removed member still reaches (nothing).
begin;
select no_plan();

create temporary table scene (tenant_id uuid, other_id uuid);
grant select on scene to public;
select tests.person(name || '@members.test') from unnest(array['owner', 'admin', 'staff', 'guest', 'fifth', 'rival']) name;
insert into scene values (tests.tenant('Members', 'owner@members.test'), tests.tenant('Rival', 'rival@members.test'));
select tests.joins(who || '@members.test', (select tenant_id from scene), role)
from (values ('admin', 'admin'), ('staff', 'staff'), ('guest', 'external'), ('fifth', 'staff')) as x (who, role);
insert into public.push_subscriptions (user_id, endpoint, p256dh, auth) values (tests.id_of('staff@members.test'), 'https://push.test/1', 'x', 'x');

-- Who is there, and who sees how they are reached.
select tests.become('owner@members.test', (select tenant_id from scene));
select bag_eq(
  $$ select p ->> 'email' as email, p ->> 'role' as role, (p -> 'channels')::text as channels, p ->> 'has_two_factor' as factor from scene, jsonb_array_elements(public.read_people(tenant_id) -> 'people') p $$,
  $$ values ('owner@members.test', 'owner', '[]', 'false'), ('admin@members.test', 'admin', '[]', 'false'), ('staff@members.test', 'staff', '["push"]', 'false'),
    ('fifth@members.test', 'staff', '[]', 'false'), ('guest@members.test', 'external', '[]', 'false') $$,
  'read_people: who manages people sees roles, addresses and channels'
);
select is((select public.read_people(tenant_id) #>> '{people,0,role}' from scene), 'owner', 'read_people: owners first');
select is((select public.read_people(tenant_id) #>> '{people,4,role}' from scene), 'external', 'read_people: outsiders last');
select is((select public.read_people(tenant_id) -> 'limit' from scene), '5'::jsonb, 'read_people: how many the plan has room for');
select tests.become('fifth@members.test', (select tenant_id from scene));
select bag_eq(
  $$ select p ->> 'email' as email, (p -> 'channels')::text as channels from scene, jsonb_array_elements(public.read_people(tenant_id) -> 'people') p where p ->> 'role' = 'staff' $$,
  $$ values (null, '[]'), ('fifth@members.test', '[]') $$, 'read_people: staff see colleagues, and only their own address'
);
select tests.become('guest@members.test', (select tenant_id from scene));
select throws_ok('select public.read_people(tenant_id) from scene', 'NX403', 'no_permission', 'read_people: an external sees nobody');
select results_eq('select user_id from public.memberships', $$ select tests.id_of('guest@members.test') $$, 'an external sees only the own membership');

-- Roles.
select tests.become('staff@members.test', (select tenant_id from scene));
select is((select count(*) from public.memberships), 5::bigint, 'insiders see their colleagues');
select throws_ok(
  $$ select public.set_member_role((select tenant_id from scene), auth.uid(), 'admin') $$, 'NX403', 'no_permission', 'staff do not raise themselves'
);
select throws_ok(
  $$ select public.remove_member((select tenant_id from scene), tests.id_of('guest@members.test')) $$, 'NX403', 'no_permission', 'staff remove nobody'
);
select tests.become('admin@members.test', (select tenant_id from scene));
select is(
  (select public.set_member_role(tenant_id, tests.id_of('fifth@members.test'), 'external') ->> 'role' from scene), 'external', 'an admin gives another role'
);
select throws_ok($$ select public.set_member_role(tenant_id, tests.id_of('fifth@members.test'), 'king') from scene $$, 'NX400', 'role_invalid', 'an unknown role');
select throws_ok($$ select public.set_member_role(other_id, tests.id_of('rival@members.test'), 'staff') from scene $$, 'NX409', 'tenant_mismatch', 'not in another tenant');
select throws_ok(
  $$ select public.set_member_role(tenant_id, tests.id_of('rival@members.test'), 'staff') from scene $$, 'NX404', 'member_not_found', 'nor to who is no member'
);
select tests.become('admin@members.test', (select tenant_id from scene), '{"aal": "aal2"}');
select throws_ok(
  $$ select public.set_member_role(tenant_id, auth.uid(), 'owner') from scene $$, 'NX403', 'only_an_owner_makes_owners', 'an admin makes no owner'
);
select throws_ok(
  $$ select public.set_member_role(tenant_id, tests.id_of('owner@members.test'), 'staff') from scene $$, 'NX403', 'only_an_owner_makes_owners', 'an admin unmakes none'
);
select throws_ok(
  $$ select public.remove_member(tenant_id, tests.id_of('owner@members.test')) from scene $$, 'NX403', 'only_an_owner_removes_owners', 'an admin removes no owner'
);
select throws_ok($$ select public.hand_over_ownership(tenant_id, auth.uid()) from scene $$, 'NX403', 'no_permission', 'an admin takes over nothing');
select tests.become_the_database();
select results_eq(
  $$ select kind, data ->> 'from', data ->> 'to' from public.events where kind = 'member.role_set' order by id desc limit 1 $$,
  $$ values ('member.role_set', 'staff', 'external') $$, 'a role given is recorded'
);
select results_eq(
  $$ select params ->> 'role' from public.notifications where kind = 'role_set' and user_id = tests.id_of('fifth@members.test') $$, $$ values ('external') $$,
  'who has another role is told'
);

-- Owners: power is handed over with the second factor, whoever has none sets it up first.
select tests.become('owner@members.test', (select tenant_id from scene));
select throws_ok(
  $$ select public.hand_over_ownership(tenant_id, tests.id_of('admin@members.test')) from scene $$, 'NX403', 'needs_two_factor', 'handing over asks for the second factor'
);
select throws_ok(
  $$ select public.set_member_role(tenant_id, tests.id_of('admin@members.test'), 'owner') from scene $$, 'NX403', 'needs_two_factor', 'so does making an owner'
);
select throws_ok(
  $$ select public.remove_member(tenant_id, auth.uid()) from scene $$, 'NX409', 'last_owner', 'the last owner stays'
);
select tests.become('owner@members.test', (select tenant_id from scene), '{"aal": "aal2"}');
select throws_ok($$ select public.set_member_role(tenant_id, auth.uid(), 'admin') from scene $$, 'NX409', 'last_owner', 'the last owner stays one');
select throws_ok($$ select public.hand_over_ownership(tenant_id, auth.uid()) from scene $$, 'NX400', 'role_invalid', 'nor is it handed over to oneself');
select is(
  (select public.hand_over_ownership(tenant_id, tests.id_of('admin@members.test')) ->> 'role' from scene), 'admin', 'ownership is handed over'
);
select results_eq(
  $$ select m.role from public.memberships m join scene using (tenant_id) where m.user_id in (tests.id_of('owner@members.test'), tests.id_of('admin@members.test')) order by m.role $$,
  $$ values ('admin'), ('owner') $$, 'in one step: one owner before, one after'
);
select throws_ok(
  $$ select public.remove_member(tenant_id, tests.id_of('admin@members.test')) from scene $$, 'NX403', 'only_an_owner_removes_owners', 'who handed over is no owner any more'
);

-- Leaving and being removed.
select tests.become_the_database();
create temporary table suffix_before as select topic_suffix from public.tenants where id = (select tenant_id from scene);
select tests.become('fifth@members.test', (select tenant_id from scene));
select lives_ok($$ select public.remove_member((select tenant_id from scene), auth.uid()) $$, 'anybody may leave');
select is(public.current_tenant(), null, 'who left has no tenant at once');
select is_empty('select from public.tenants', 'who left reads nothing');
select tests.become_the_database();
select isnt(
  (select topic_suffix from public.tenants where id = (select tenant_id from scene)), (select topic_suffix from suffix_before), 'the realtime topic changed'
);
select isnt_empty(
  $$ select from realtime.messages m, suffix_before s, scene
     where m.topic = 'tenant:' || scene.tenant_id || ':' || s.topic_suffix and m.event = 'tenant' and m.private $$,
  'the old topic said so before it went silent'
);
select tests.become('admin@members.test', (select tenant_id from scene));
select throws_ok(
  $$ select public.remove_member((select tenant_id from scene), tests.id_of('rival@members.test')) $$, 'NX404', 'member_not_found', 'who is no member is not removed'
);
select lives_ok($$ select public.remove_member((select tenant_id from scene), tests.id_of('guest@members.test')) $$, 'an owner removes people');
select results_eq(
  $$ select kind, data ->> 'user_id' from public.events where kind like 'member.re%' order by id desc limit 1 $$,
  $$ values ('member.removed', tests.id_of('guest@members.test')::text) $$, 'and it is recorded'
);
-- Two owners: one removes the other only with the second factor.
select tests.become('admin@members.test', (select tenant_id from scene), '{"aal": "aal2"}');
select lives_ok($$ select public.set_member_role(tenant_id, tests.id_of('owner@members.test'), 'owner') from scene $$, 'an owner makes another owner');
select tests.become('admin@members.test', (select tenant_id from scene));
select throws_ok(
  $$ select public.remove_member(tenant_id, tests.id_of('owner@members.test')) from scene $$, 'NX403', 'needs_two_factor', 'to remove another owner asks for the second factor'
);
select lives_ok($$ select public.remove_member(tenant_id, auth.uid()) from scene $$, 'an owner who is not the last may leave');

-- An agency has no say over its client's people.
select tests.become_the_database();
select tests.person('agent@members.test');
update public.tenants set parent_id = tests.tenant('Agency', 'agent@members.test', 'agency') where id = (select tenant_id from scene);
select tests.become('agent@members.test', (select tenant_id from scene));
select throws_ok('select public.read_people(tenant_id) from scene', 'NX409', 'tenant_mismatch', 'an agency that is no member reads no people of its client');
select throws_ok(
  $$ select public.remove_member(tenant_id, tests.id_of('owner@members.test')) from scene $$, 'NX409', 'tenant_mismatch', 'and removes nobody there'
);

select * from finish();
rollback;
