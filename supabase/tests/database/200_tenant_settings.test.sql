-- Settings of a tenant: what may be set, by whom, and that timezones which do not exist never get in.
begin;
select no_plan();
create temporary table scene as select tests.shop('Reglages', 'owner@settings.test') as tenant_id, tests.shop('Settings Rival', 'rival@settings.test') as rival_id;
grant select on scene to public;
select tests.person('staff@settings.test');
select tests.joins('staff@settings.test', tenant_id, 'staff') from scene;

select results_eq(
  $$ select reply_mode, auto_best_time, platforms from public.tenant_settings join scene using (tenant_id) $$,
  $$ values ('manual', false, array['nexio_page']) $$, 'a new tenant answers by hand, on its own page'
);
select tests.become('owner@settings.test', (select tenant_id from scene));
select is(
  public.update_tenant_settings(tenant_id, '{"reply_mode": "semi", "competitor_urls": ["https://rival.mg/menu"], "platforms": ["nexio_page", "facebook"], "ad_budget_micros": 5000000}')
    - array['updated_at', 'reply_mode_since'],
  '{"reply_mode": "semi", "daily_reply_cap": 100, "offer_after": 20, "auto_best_time": false, "best_hours": {}, "competitor_urls": ["https://rival.mg/menu"], "site_url": "",
    "platforms": ["nexio_page", "facebook"], "goals": {}, "ad_budget_micros": 5000000, "is_private": false, "auto_apply": {}}'::jsonb,
  'a patch changes what it names'
) from scene;
select throws_ok(format('select public.update_tenant_settings(%L, %L)', tenant_id, patch), 'NX400', 'settings_invalid', 'refused: ' || patch)
from scene, unnest(array[
  '{"reply_mode": "always"}', '{"daily_reply_cap": 1.5}', '{"daily_reply_cap": -1}', '{"site_url": "javascript:alert(1)"}', '{"site_url": "ftp://x.mg"}',
  '{"competitor_urls": ["rival"]}', '{"competitor_urls": "https://rival.mg"}', '{"platforms": []}', '{"platforms": ["myspace"]}', '{"goals": []}',
  '{"auto_apply": {"money": true}}', '{"auto_apply": {"publish": "yes"}}', '{"is_private": "no"}', '{"is_private": null}', '{"tenant_id": "x"}', '{"best_hours": {}}', '[]'
]) patch;
select is((select reply_mode from public.tenant_settings), 'semi', 'a refused patch changes nothing');
select throws_ok($$ select public.update_tenant_settings((select rival_id from scene), '{}') $$, 'NX409', 'tenant_mismatch', 'nobody else''s');
select is_empty($$ select from public.tenant_settings where tenant_id = (select rival_id from scene) $$, 'nor to read');
select tests.become('staff@settings.test', (select tenant_id from scene));
select throws_ok($$ select public.update_tenant_settings((select tenant_id from scene), '{}') $$, 'NX403', 'no_permission', 'staff does not set the house');

-- timezones
select tests.become('owner@settings.test', (select tenant_id from scene));
select throws_ok(format('select public.update_tenant(tenant_id, %L) from scene', jsonb_build_object('timezone', zone)), 'NX400', 'timezone_unknown', 'no timezone: ' || zone)
from unnest(array['Mars/Olympus', 'XYZ5', 'Foo/Bar3', 'UTC+25', '', 'Indian/antananarivo; drop', '+03']) zone;
select lives_ok(format('select public.update_tenant(tenant_id, %L) from scene', jsonb_build_object('timezone', zone)), 'a timezone: ' || zone)
from unnest(array['Indian/Antananarivo', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince', 'Etc/GMT+3', 'UTC', 'Africa/Casablanca']) zone;
select * from finish();
rollback;
