-- The second factor (aal2), verb by verb: what costs money or hands over power asks everybody, what else is sensitive asks who has set one up, and no channel goes around it.
begin;
select no_plan();

create temporary table scene as select tests.shop('Factor', 'owner@factor.test', 'pro') as tenant_id;
grant select on scene to public;
select tests.person(name || '@factor.test') from unnest(array['admin', 'second', 'plain']) name;
select tests.joins('admin@factor.test', tenant_id, 'admin'), tests.joins('second@factor.test', tenant_id, 'owner') from scene;
insert into auth.mfa_factors (id, user_id, friendly_name, factor_type, status, created_at, updated_at)
values (gen_random_uuid(), tests.id_of('owner@factor.test'), 'phone', 'totp', 'verified', now(), now());
insert into public.platform_roles (user_id, role) values (tests.id_of('owner@factor.test'), 'platform_admin');
insert into public.platform_roles (user_id, role, tenant_id)
values (tests.id_of('owner@factor.test'), 'programme_operator', tests.tenant('Factor programme', 'plain@factor.test', 'programme'));

-- Who has one is asked by every one of these; with it, the next rule speaks.
create temporary table verbs (name text, call text);
insert into verbs values
  ('update_tenant', $$ select public.update_tenant(tenant_id, '{"look": "no such look"}') from scene $$),
  ('update_tenant_settings', $$ select public.update_tenant_settings(tenant_id, '{"reply_mode": "no such mode"}') from scene $$),
  ('start_trial', $$ select public.start_trial(tenant_id, 'no such plan') from scene $$),
  ('invite_member', $$ select public.invite_member(tenant_id, 'nobody', 'staff') from scene $$),
  ('set_member_role', $$ select public.set_member_role(tenant_id, tests.id_of('admin@factor.test'), 'king') from scene $$),
  ('remove_member', $$ select public.remove_member(tenant_id, tests.id_of('plain@factor.test')) from scene $$),
  ('make_client_link', $$ select public.make_client_link(tenant_id, '', 'fr') from scene $$),
  ('give_autonomy', $$ select public.give_autonomy(tenant_id, 'no-such-skill') from scene $$),
  ('begin_channel_link', $$ select public.begin_channel_link('fax') $$),
  ('erase_my_data', $$ select public.erase_my_data('somebody@else.test') $$),
  ('erase_lead', $$ select public.erase_lead(tenant_id, gen_random_uuid()) from scene $$),
  ('erase_client', $$ select public.erase_client(tenant_id, gen_random_uuid()) from scene $$),
  ('export_my_data', $$ select public.export_my_data('no such part') $$),
  ('close_tenant', $$ select public.close_tenant(tenant_id, 'not its name') from scene $$),
  ('read_programme', $$ select public.read_programme(tenant_id) from public.platform_roles where role = 'programme_operator' $$),
  ('set_tenant_status', $$ select public.set_tenant_status(gen_random_uuid(), 'no such status') $$);
grant select on verbs to public;
select tests.become('owner@factor.test', (select tenant_id from scene));
select throws_ok(call, 'NX403', 'needs_two_factor', name || ' asks who has a second factor') from verbs where name not in ('set_member_role', 'remove_member', 'give_autonomy');
select throws_ok($$ select public.set_member_role(tenant_id, tests.id_of('admin@factor.test'), 'staff') from scene $$, 'NX403', 'needs_two_factor', 'set_member_role asks');
select throws_ok($$ select public.remove_member(tenant_id, tests.id_of('admin@factor.test')) from scene $$, 'NX403', 'needs_two_factor', 'remove_member asks');
select throws_ok($$ select public.give_autonomy(tenant_id, 'social-captions') from scene $$, 'NX403', 'needs_two_factor', 'give_autonomy asks');
create function pg_temp.refusal(p_call text) returns text language plpgsql as $$
begin
  execute p_call;
  return 'done';
exception when others then return sqlerrm;
end
$$;
grant execute on function pg_temp.refusal(text) to public;
select tests.become('owner@factor.test', (select tenant_id from scene), '{"aal": "aal2"}');
select isnt(pg_temp.refusal(call), 'needs_two_factor', name || ' goes on once it is proved') from verbs;

-- Who has none: these go on, those wait until one is set up.
select tests.become('second@factor.test', (select tenant_id from scene));
select isnt(pg_temp.refusal(call), 'needs_two_factor', name || ' does not stop who has none') from verbs where name not in ('read_programme', 'set_tenant_status');
create temporary table powers (name text, call text);
insert into powers values
  ('hand_over_ownership', $$ select public.hand_over_ownership(tenant_id, gen_random_uuid()) from scene $$),
  ('set_member_role to owner', $$ select public.set_member_role(tenant_id, tests.id_of('admin@factor.test'), 'owner') from scene $$),
  ('set_member_role of an owner', $$ select public.set_member_role(tenant_id, tests.id_of('owner@factor.test'), 'staff') from scene $$),
  ('remove_member of an owner', $$ select public.remove_member(tenant_id, tests.id_of('owner@factor.test')) from scene $$),
  ('give_mandate', $$ select public.give_mandate(tenant_id, '{}', 0, 0, null) from scene $$),
  ('connect_account', $$ select public.connect_account(tenant_id, 'none', 'x', '{}') from scene $$),
  ('disconnect_account', $$ select public.disconnect_account(tenant_id, 'none') from scene $$),
  ('make_recovery_codes', $$ select public.make_recovery_codes() $$);
grant select on powers to public;
select tests.become('second@factor.test', (select tenant_id from scene));
select throws_ok(call, 'NX403', 'needs_two_factor', name || ' asks everybody') from powers;
select tests.become('second@factor.test', (select tenant_id from scene), '{"aal": "aal2"}');
select isnt(pg_temp.refusal(call), 'needs_two_factor', name || ' goes on once it is proved') from powers where name not like '%owner%';

-- No verb that asks is missing above, and none of those above has stopped asking.
select tests.become_the_database();
select set_eq(
  $$ select proname from pg_proc where pronamespace = 'public'::regnamespace and prosrc ~ 'require_two_factor' $$,
  $$ select split_part(name, ' ', 1) from verbs union select split_part(name, ' ', 1) from powers $$,
  'every verb that asks for the second factor is tried here'
);
-- The other way to ask is an outcome: money and settings, and more than ten at once (150_decide_approval), by a tap (730_decide_by_token), by a chat (750_answer_decisions).
select set_eq(
  $$ select pronamespace::regnamespace || '.' || proname from pg_proc where pronamespace in ('public'::regnamespace, 'engine'::regnamespace, 'worker'::regnamespace)
     and prosrc ~ 'aal' and prosrc !~ 'only_keys' $$,
  array['public.decide_approvals', 'engine.decide_by', 'engine.require_two_factor', 'engine.stand_in'], 'and the level of a session is read in these places only'
);

select * from finish();
rollback;
