-- Invitations: asked by mail, answered by the one who was asked, and nobody else; limits, and what a mail, a link and a forwarded link can do.
begin;
select no_plan();

create temporary table scene (tenant_id uuid, other_id uuid);
create temporary table kept (name text primary key, value text);
grant select on scene to public;
grant all on kept to public;
select tests.person(name || '@invited.test') from unnest(array['owner', 'admin', 'staff', 'asked', 'other', 'late', 'rival']) name;
insert into scene values (tests.tenant('Inviting', 'owner@invited.test'), tests.tenant('Rival', 'rival@invited.test'));
select tests.joins(who || '@invited.test', (select tenant_id from scene), who) from unnest(array['admin', 'staff']) as who;
update public.plans set users = 5 where key = 'free';
update public.profiles set display_name = 'Lala' where user_id = tests.id_of('owner@invited.test');

-- Asking.
select tests.become('staff@invited.test', (select tenant_id from scene));
select throws_ok($$ select public.invite_member(tenant_id, 'asked@invited.test', 'staff') from scene $$, 'NX403', 'no_permission', 'staff invite nobody');
select tests.become('owner@invited.test', (select tenant_id from scene));
select is((select public.invite_member(tenant_id, ' Asked@Invited.test ', 'staff', 'ar') ->> 'outcome' from scene), 'invited', 'an address with an account is invited, however it is spelt');
select is((select public.invite_member(tenant_id, 'nobody@invited.test', 'admin') ->> 'outcome' from scene), 'invited', 'one without an account gets the same answer');
select is((select public.invite_member(tenant_id, 'staff@invited.test', 'admin') ->> 'outcome' from scene), 'already_member', 'a member is not invited again');
select is((select role from public.memberships where user_id = tests.id_of('staff@invited.test')), 'staff', 'and keeps their role');
select is((select count(*) from public.memberships), 3::bigint, 'nobody is in before they said yes');
select throws_ok($$ select public.invite_member(tenant_id, 'x@invited.test', 'owner') from scene $$, 'NX400', 'role_invalid', 'an owner is made, not invited');
select throws_ok($$ select public.invite_member(tenant_id, 'x@invited.test', 'king') from scene $$, 'NX400', 'role_invalid', 'an unknown role');
select throws_ok($$ select public.invite_member(tenant_id, 'x@invited.test', 'staff', 'xx') from scene $$, 'NX400', 'language_unknown', 'an unknown language');
select throws_ok(format($$ select public.invite_member(tenant_id, %L, 'staff') from scene $$, bad), 'NX400', 'email_invalid', 'no address: ' || left(quote_literal(bad), 40))
from unnest(array['', 'nobody', 'a@b.test, c@d.test', 'a b@c.test', E'a@b.test\nBcc: c@d.test', '<a@b.test>', repeat('a', 250) || '@b.test']) as bad;
select throws_ok($$ select public.invite_member(other_id, 'x@invited.test', 'staff') from scene $$, 'NX409', 'tenant_mismatch', 'not into another tenant');
select throws_ok($$ select public.invite_member(tenant_id, 'sixth@invited.test', 'staff') from scene $$, 'NX402', 'users_limit_reached', 'open invitations take their seats');

-- The mail.
select tests.become_the_database();
select results_eq(
  $$ select d.channel, d.address, d.user_id, d.state, d.data ? 'token' from public.deliveries d join scene using (tenant_id) where d.kind = 'invitation' order by d.id $$,
  $$ values ('email', 'asked@invited.test', null::uuid, 'waiting', false), ('email', 'nobody@invited.test', null, 'waiting', false) $$,
  'each is on its way to the address that was typed, with no token in the table'
);
create temporary table mails as select m from jsonb_array_elements(worker.claim_deliveries('test', 100)) m where m ->> 'kind' = 'invitation';
select results_eq(
  $$ select m -> 'address' ->> 'email', m -> 'user' ->> 'language', m -> 'data' ->> 'by', m -> 'data' ->> 'role', m -> 'tenant' ->> 'name' from mails order by m -> 'delivery_id' $$,
  $$ values ('asked@invited.test', 'ar', 'Lala', 'staff', 'Inviting'), ('nobody@invited.test', 'fr', 'Lala', 'admin', 'Inviting') $$,
  'it says who invites, to what, as what, in the language that was chosen'
);
select ok((m ->> 'link') ~ '^/join/[A-Za-z0-9_-]{43}$', 'its link opens the invitation') from mails;
insert into kept select m -> 'address' ->> 'email', substr(m ->> 'link', 7) from mails;
-- a worker that died: the mail goes again with another token, both are good
update public.deliveries set state = 'waiting', claim_token = null, lease_until = null where address = 'asked@invited.test';
insert into kept select 'again', substr(m ->> 'link', 7) from jsonb_array_elements(worker.claim_deliveries('test', 100)) m where m -> 'address' ->> 'email' = 'asked@invited.test';
select is(count(*), 3::bigint, 'one token each time it is written') from engine.invitation_tokens;
select ok(position(value in (select string_agg(i::text, '') from public.invitations i)) = 0, 'kept as a hash only') from kept;

-- Reading it.
select tests.become_nobody();
select is(
  public.read_invitation((select value from kept where name = 'asked@invited.test')),
  '{"by": "Lala", "role": "staff", "email": "asked@invited.test", "business": "Inviting", "is_open": true}'::jsonb, 'who holds the link reads what it is, without signing in'
);
select is(public.read_invitation(bad), null, 'a link that is none says nothing') from unnest(array['', 'x', repeat('x', 43), null]) as bad;
select throws_ok($$ select public.accept_invitation('x') $$, '42501', null, 'nobody joins without signing in');
select tests.become('admin@invited.test', (select tenant_id from scene));
select results_eq(
  $$ select i ->> 'email', i ->> 'mail' from scene, jsonb_array_elements(public.read_people(tenant_id) -> 'invitations') i order by 1 $$,
  $$ values ('asked@invited.test', 'sending'), ('nobody@invited.test', 'sending') $$, 'who manages people sees who was asked and how far the mail is'
);
select tests.become('staff@invited.test', (select tenant_id from scene));
select is((select public.read_people(tenant_id) -> 'invitations' from scene), '[]'::jsonb, 'staff do not');
select is_empty('select from public.invitations', 'nor by the table');

-- Joining.
select tests.become('other@invited.test');
select throws_ok(
  $$ select public.accept_invitation((select value from kept where name = 'asked@invited.test')) $$, 'NX403', 'invitation_for_another', 'a forwarded link lets nobody else in'
);
select tests.become('asked@invited.test');
select throws_ok($$ select public.accept_invitation('x') $$, 'NX404', 'invitation_unknown', 'a link that is none');
select is(public.accept_invitation((select value from kept where name = 'again')) ->> 'role', 'staff', 'who was asked comes in with the role');
select throws_ok($$ select public.accept_invitation((select value from kept where name = 'asked@invited.test')) $$, 'NX404', 'invitation_unknown', 'once');
select tests.become('asked@invited.test', (select tenant_id from scene));
select is(public.current_tenant(), (select tenant_id from scene), 'and works there at once');
select tests.become_the_database();
select results_eq(
  $$ select kind, actor, data ->> 'role' from public.events join scene using (tenant_id) where kind in ('member.invited', 'member.added') order by id $$,
  $$ values ('member.invited', tests.id_of('owner@invited.test')::text, 'staff'), ('member.invited', tests.id_of('owner@invited.test')::text, 'admin'),
    ('member.added', tests.id_of('asked@invited.test')::text, 'staff') $$, 'the log says who asked and who came'
);
select is_empty($$ select from public.events e join scene using (tenant_id) where e.data::text like '%@%' $$, 'and no address');

-- Taking back, asking again, the end of seven days.
select tests.become('owner@invited.test', (select tenant_id from scene));
select throws_ok($$ select public.revoke_invitation(other_id, gen_random_uuid()) from scene $$, 'NX409', 'tenant_mismatch', 'not in another tenant');
select is(
  (select public.revoke_invitation(tenant_id, (select id from public.invitations where email = 'nobody@invited.test')) -> 'revoked' from scene), 'true'::jsonb, 'it is taken back'
);
select is((select public.revoke_invitation(tenant_id, gen_random_uuid()) -> 'revoked' from scene), 'false'::jsonb, 'twice is no error');
select is(public.read_invitation((select value from kept where name = 'nobody@invited.test')), null, 'and its link opens nothing');
select is((select public.invite_member(tenant_id, 'late@invited.test', 'staff') ->> 'outcome' from scene), 'invited', 'the seat is free again');
select tests.become_the_database();
insert into kept select 'first', substr(m ->> 'link', 7) from jsonb_array_elements(worker.claim_deliveries('test', 100)) m where m -> 'address' ->> 'email' = 'late@invited.test';
select tests.become('owner@invited.test', (select tenant_id from scene));
select is((select public.invite_member(tenant_id, 'late@invited.test', 'external') ->> 'outcome' from scene), 'invited', 'asked again with another role');
select is(public.read_invitation((select value from kept where name = 'first')), null, 'the first mail is void');
select tests.become_the_database();
insert into kept select 'second', substr(m ->> 'link', 7) from jsonb_array_elements(worker.claim_deliveries('test', 100)) m where m -> 'address' ->> 'email' = 'late@invited.test';
select set_config('nexio.now', (now() + interval '7 days 1 minute')::text, true);
select is((public.read_invitation((select value from kept where name = 'second')) -> 'is_open'), 'false'::jsonb, 'after seven days it says that it is over');
select tests.become('late@invited.test');
select throws_ok($$ select public.accept_invitation((select value from kept where name = 'second')) $$, 'NX409', 'invitation_expired', 'and lets nobody in');
select tests.become_the_database();
update public.deliveries set state = 'waiting', claim_token = null, lease_until = null, due_at = engine.now() where address = 'late@invited.test' and state = 'sending';
select is_empty($$ select from jsonb_array_elements(worker.claim_deliveries('test', 100)) m where m ->> 'kind' = 'invitation' $$, 'its mail is not sent any more');
select results_eq($$ select distinct error_code from public.deliveries where address = 'late@invited.test' $$, $$ values ('not_invited') $$, 'and it is known why');
select set_config('nexio.now', (now() + interval '38 days')::text, true);
select engine.forget_deliveries();
select is_empty($$ select from public.invitations where email = 'late@invited.test' $$, 'thirty days later the address is forgotten');
select set_config('nexio.now', '', true);

-- A full house is full at the door too.
select tests.become('owner@invited.test', (select tenant_id from scene));
select is((select public.invite_member(tenant_id, 'other@invited.test', 'staff') ->> 'outcome' from scene), 'invited', 'the fifth seat is offered');
select tests.become_the_database();
insert into kept select 'fifth', substr(m ->> 'link', 7) from jsonb_array_elements(worker.claim_deliveries('test', 100)) m where m -> 'address' ->> 'email' = 'other@invited.test';
select tests.joins('late@invited.test', (select tenant_id from scene), 'staff');
select tests.become('other@invited.test');
select throws_ok($$ select public.accept_invitation((select value from kept where name = 'fifth')) $$, 'NX402', 'users_limit_reached', 'the plan holds when one joins');
select tests.become('other@invited.test');
select is((select jsonb_agg(i -> 'invited_as') from jsonb_array_elements(public.export_my_data('memberships') -> 'items') i), '["staff"]'::jsonb, 'an open invitation is part of one''s own data');
select is((select public.erase_my_data('other@invited.test') ->> 'erased'), 'true', 'who erases themselves');
select tests.become_the_database();
select is_empty($$ select from public.invitations where email = 'other@invited.test' $$, 'is not invited any more');

-- Thirty a day.
update public.plans set users = null where key = 'free';
select tests.become('owner@invited.test', (select tenant_id from scene));
select is((select public.invite_member(tenant_id, n || '@guess.test', 'staff') ->> 'outcome' from scene), 'invited', 'mail ' || n) from generate_series(1, 25) n;
select throws_ok($$ select public.invite_member(tenant_id, 'one-more@guess.test', 'staff') from scene $$, 'NX429', 'too_many_invitations', 'then it is enough for a day');

select * from finish();
rollback;
