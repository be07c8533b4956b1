-- Connecting an account: who may, with what, and that a secret comes back to nobody but the worker that holds a step which needs it.
begin;
select no_plan();

create temporary table scene (tenant_id uuid, other_id uuid, run_id uuid default gen_random_uuid(), step_id bigint, token uuid default gen_random_uuid());
grant select on scene to public;
select tests.person(name || '@accounts.test') from unnest(array['owner', 'staff', 'rival']) name;
insert into scene values (tests.tenant('Accounts', 'owner@accounts.test'), tests.tenant('Accounts Rival', 'rival@accounts.test'));
select tests.joins('staff@accounts.test', tenant_id, 'staff') from scene;
insert into public.skills (key, name, category, kind, account, account_owner, hosts)
values ('test-tiktok', 'Test', 'analytics', 'http', 'test_account', 'tenant', array['open.tiktokapis.com']),
  ('test-voice', 'Test', 'audio', 'http', 'test_platform_account', 'platform', array['api.elevenlabs.io']);

create function tests.connect(p_secret jsonb, p_account text default 'test_account') returns jsonb language sql as $$
  select public.connect_account((select tenant_id from scene), p_account, '  La page de Lala ', p_secret)
$$;

grant execute on function tests.connect(jsonb, text) to public;

select tests.become('owner@accounts.test', tenant_id) from scene;
select throws_ok($$ select tests.connect('{"token": "t-1"}') $$, 'NX403', 'needs_two_factor', 'a secret wants a second factor');
select throws_ok($$ select public.disconnect_account((select tenant_id from scene), 'test_account') $$, 'NX403', 'needs_two_factor', 'and so does its end');
select tests.become('staff@accounts.test', tenant_id, '{"aal": "aal2"}') from scene;
select throws_ok($$ select tests.connect('{"token": "t-1"}') $$, 'NX403', 'no_permission', 'staff connects no account');

select tests.become('owner@accounts.test', tenant_id, '{"aal": "aal2"}') from scene;
select throws_ok($$ select tests.connect('{"token": "t-1"}', 'myspace') $$, 'NX400', 'account_unknown', 'no card knows this account');
select throws_ok($$ select tests.connect('{"token": "t-1"}', 'test_platform_account') $$, 'NX400', 'account_unknown', 'a key of the platform is not a tenant''s to set');
select throws_ok(format('select tests.connect(%L)', secret), 'NX400', 'secret_invalid', 'no secret: ' || left(secret, 30))
from unnest(array['{}', '[]', '"t-1"', '{"token": 5}', '{"Token!": "x"}', '{"token": ""}']) as secret;
select is(tests.connect('{"token": "t-1", "page_id": "42"}'), '{"account": "test_account", "name": "La page de Lala", "expires_at": null}', 'the answer names it and tells no secret');
select results_eq('select account, name from public.integrations', $$ values ('test_account', 'La page de Lala') $$, 'insiders see that it is connected');
select is(
  (select count(*) from information_schema.columns where table_schema = 'public' and table_name = 'integrations' and column_name ~ 'secret|token'), 0::bigint,
  'no column that a person can read holds it'
);
select throws_ok('select * from vault.decrypted_secrets', '42501', null, 'the vault is closed to people');
select throws_ok('select worker.read_secret(1, gen_random_uuid())', '42501', null, 'and so is the worker''s door');

select tests.become('rival@accounts.test', other_id, '{"aal": "aal2"}') from scene;
select is_empty('select account from public.integrations', 'another tenant sees nothing of it');
select throws_ok($$ select tests.connect('{"token": "stolen"}') $$, 'NX409', 'tenant_mismatch', 'and cannot change it');

select tests.become_the_database();
insert into public.chain_runs (id, tenant_id, chain_key, chain, title, input, language, state)
select run_id, tenant_id, 'test', '[]', 'Test', '{}', 'fr', 'running' from scene;
with made as (
  insert into public.chain_steps (tenant_id, run_id, key, agent_key, skill_key, position, priority, state, claim_token, lease_until, started_at, attempt)
  select tenant_id, run_id, 'figures', 'data_analyst', 'test-tiktok', 0, 'low', 'working', token, engine.now() + interval '1 minute', engine.now(), 1 from scene
  returning id
)
update scene set step_id = made.id from made;

select is(worker.read_secret(step_id, token)::jsonb, '{"token": "t-1", "page_id": "42"}', 'the worker of a step that needs it reads it') from scene;
select is(worker.read_secret(step_id, gen_random_uuid()), null, 'nobody without the claim') from scene;
update public.chain_steps set skill_key = 'test-voice' where id = (select step_id from scene);
select is(worker.read_secret(step_id, token), null, 'no step of a skill that needs another account') from scene;
update public.chain_steps set skill_key = 'test-tiktok' where id = (select step_id from scene);

select is(worker.has_approval(step_id, token, 'money'), false, 'nobody has approved money') from scene;
insert into public.approvals (tenant_id, run_id, step_id, gate, title, priority, content_hash, assigned_role)
select tenant_id, run_id, step_id, 'money', 'Budget', 'high', 'x', 'owner' from scene;
select is(worker.has_approval(step_id, token, 'money'), false, 'asking is not approving') from scene;
update public.approvals set state = 'approved', decided_at = engine.now(), decided_version = 1, decided_channel = 'app' where run_id = (select run_id from scene);
select is(worker.has_approval(step_id, token, 'money'), true, 'now somebody has') from scene;
select is(worker.has_approval(step_id, token, 'outreach'), false, 'for that gate alone') from scene;
select is(worker.has_approval(step_id, gen_random_uuid(), 'money'), false, 'and for who holds the claim') from scene;

update public.approvals set gate = 'publish' where run_id = (select run_id from scene);
insert into public.chain_steps (tenant_id, run_id, key, agent_key, skill_key, position, priority, state, output, finished_at)
select tenant_id, run_id, 'change', 'ads_manager', 'engine:ad_change', 1, 'low', 'done', '{"act": "set_budget", "needs_person": true}', engine.now() from scene;
select is(worker.has_approval(step_id, token, 'money'), false, 'a change that needs a person is not allowed by itself') from scene;
update public.chain_steps set output = '{"act": "set_budget", "needs_person": false, "network": "meta", "campaign_id": "m1"}' where key = 'change' and run_id = (select run_id from scene);
select is(worker.has_approval(step_id, token, 'money'), false, 'nor one whose mandate is none') from scene;
with given as (
  insert into public.mandates (tenant_id, currency, daily_cap_micros, total_cap_micros, until) select tenant_id, 'USD', 1, 1, engine.now() + interval '1 day' from scene returning id, tenant_id
)
insert into public.campaigns (tenant_id, network, external_id, status, mandate_id) select tenant_id, 'meta', 'm1', 'active', id from given;
select is(worker.has_approval(step_id, token, 'money'), true, 'a mandate that covers it stands for the approval') from scene;
select is(worker.has_approval(step_id, token, 'outreach'), false, 'and for money alone') from scene;
update public.mandates set revoked_at = engine.now() where tenant_id = (select tenant_id from scene);
select is(worker.has_approval(step_id, token, 'money'), false, 'as long as it is not revoked') from scene;
with kept as (
  insert into public.mailings (tenant_id, kind, language, status, mails, decided_at) select tenant_id, 'welcome', 'fr', 'approved', '[{"subject": "Bienvenue"}]', engine.now() from scene
  returning id, mails
)
update public.chain_runs r set input = jsonb_build_object('sequence', jsonb_build_object('mailing_id', kept.id, 'mails', kept.mails)) from kept, scene where r.id = scene.run_id;
select is(worker.has_approval(step_id, token, 'outreach'), true, 'a sequence that was approved before goes to each new reader') from scene;
update public.chain_runs set input = jsonb_set(input, '{sequence,mails}', '[{"subject": "Achetez"}]') where id = (select run_id from scene);
select is(worker.has_approval(step_id, token, 'outreach'), false, 'but no other words under its name') from scene;

insert into public.model_routes (tier, rank, provider, model, input_usd_per_mtok, output_usd_per_mtok, cached_input_usd_per_mtok)
values ('metered', 901, 'kling', 'test-clip', 70, 0, 0);
update public.model_routes set retired_at = engine.now() where tier = 'metered' and provider = 'kling' and rank <> 901;
select is(worker.reserve_metered_call(step_id, token, 'kling', 500), '{"model": "test-clip"}', 'half a second of film is paid for') from scene;
select is(reserved_micros, 35000::bigint, 'its money is held: 500 ms at 70 USD a million') from public.chain_steps where id = (select step_id from scene);
select is(worker.reserve_metered_call(step_id, token, 'kling', 10000), '{"blocked": "daily_cost_spent"}', 'ten seconds are more than the day has left') from scene;
select is(worker.reserve_metered_call(step_id, token, 'pigeon', 1), '{"blocked": "no_model_route"}', 'an unknown provider has no price') from scene;
select is(worker.reserve_metered_call(step_id, gen_random_uuid(), 'kling', 1), '{"blocked": "claim_lost"}', 'nor has who lost the claim') from scene;

select is(worker.reserve_effect(step_id, token, 'test:1', 'order'), 'new', 'an order is reserved') from scene;
select is(worker.read_effect(step_id, token, 'test:1'), null, 'not settled: nothing is known') from scene;
select worker.settle_effect(step_id, 'test:1', '{"task_id": "k-9"}') from scene;
select is(worker.read_effect(step_id, token, 'test:1'), '{"task_id": "k-9"}', 'who takes over reads the order''s id') from scene;
select is(worker.read_effect(step_id, gen_random_uuid(), 'test:1'), null, 'nobody without the claim') from scene;

select tests.become('owner@accounts.test', tenant_id, '{"aal": "aal2"}') from scene;
select is(public.disconnect_account(tenant_id, 'test_account'), '{"disconnected": true}', 'disconnected') from scene;
select is(public.disconnect_account(tenant_id, 'test_account'), '{"disconnected": false}', 'twice is no error') from scene;
select tests.become_the_database();
select is(worker.read_secret(step_id, token), null, 'its secret is gone with it') from scene;
select results_eq(
  $$ select kind from public.events where tenant_id = (select tenant_id from scene) and kind ~ '^account' order by id $$,
  $$ values ('account.connected'), ('account.disconnected') $$, 'both are in the log'
);
select is_empty($$ select from public.events where tenant_id = (select tenant_id from scene) and data::text ~ 't-1' $$, 'which holds no secret');
select * from finish();
rollback;
