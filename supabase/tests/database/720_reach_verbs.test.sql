-- What a person says about being reached: devices, topics by channel, quiet hours; theirs alone.
begin;
select no_plan();
create temporary table scene as select tests.shop('Reach', 'owner@reach.test', 'pro') as tenant_id;
grant select on scene to public;
select tests.person('rival@reach.test');
create function pg_temp.save(p_endpoint text, p_auth text default repeat('A', 22), p_device text default 'Tecno') returns jsonb language sql as $$
  select public.save_push_subscription(p_endpoint, repeat('B', 87), p_auth, p_device)
$$;
create function pg_temp.devices() returns text[] language sql security definer as $$
  select coalesce(array_agg(split_part(u.email, '@', 1) || ' ' || s.device order by s.endpoint), '{}') from public.push_subscriptions s join auth.users u on u.id = s.user_id
$$;
grant execute on all functions in schema pg_temp to public;

select tests.become_nobody();
select throws_ok($$ select pg_temp.save('https://fcm.googleapis.com/fcm/send/a') $$, '42501', null, 'nobody may not subscribe');
select tests.become('owner@reach.test', (select tenant_id from scene));
select ok(pg_temp.save(e) ? 'id', 'a browser of ' || e || ' takes pushes') from unnest(array[
  'https://fcm.googleapis.com/fcm/send/a', 'https://updates.push.services.mozilla.com/wpush/v2/b', 'https://db5p.notify.windows.com/w/?token=c', 'https://web.push.apple.com/d']) e;
select throws_ok(format('select pg_temp.save(%L)', e), 'NX400', 'push_subscription_invalid', 'our function posts not to ' || e) from unnest(array[
  'http://fcm.googleapis.com/a', 'https://fcm.googleapis.com.evil.test/a', 'https://evilfcm.googleapis.com@evil.test/', 'https://169.254.169.254/latest', 'http://127.0.0.1:5640/_local/push/a',
  'https://notfcm.googleapis.co/', 'https://evil.test/fcm.googleapis.com/', 'https://push.apple.com:22/']) e;
select throws_ok($$ select public.save_push_subscription('https://fcm.googleapis.com/x', 'short', repeat('A', 22)) $$, 'NX400', 'push_subscription_invalid', 'nor with keys that are none');
select throws_ok($$ select public.save_push_subscription('https://fcm.googleapis.com/x', repeat('B', 87), null) $$, 'NX400', 'push_subscription_invalid', 'nor without');
select is(pg_temp.save('https://fcm.googleapis.com/fcm/send/a', repeat('C', 22), 'Tecno 2'), pg_temp.save('https://fcm.googleapis.com/fcm/send/a', repeat('C', 22), 'Tecno 2'), 'again renews it');
select is(pg_temp.devices(), array['owner Tecno', 'owner Tecno 2', 'owner Tecno', 'owner Tecno'], 'and makes no second one');
select throws_ok('select endpoint from public.push_subscriptions', '42501', null, 'not even the owner reads an endpoint');

select tests.become('rival@reach.test');
select throws_ok($$ select pg_temp.save('https://fcm.googleapis.com/fcm/send/a') $$, 'NX409', 'push_subscription_taken', 'another person''s browser is not taken by its address alone');
select is(public.remove_push_subscription('https://fcm.googleapis.com/fcm/send/a'), false, 'nor taken off');
select is((select count(*) from public.push_subscriptions), 0::bigint, 'nor seen');
select ok(pg_temp.save('https://fcm.googleapis.com/fcm/send/a', repeat('C', 22), 'Ours') ? 'id', 'who holds it in the hand has its secret, and is rung from now on');
select is(pg_temp.devices(), array['owner Tecno', 'rival Ours', 'owner Tecno', 'owner Tecno'], 'instead of who had it before');
select pg_temp.save('https://web.push.apple.com/' || n) from generate_series(1, 25) n;
select is((select count(*) from public.push_subscriptions), 20::bigint, 'a person has twenty devices at most');
select tests.become('owner@reach.test', (select tenant_id from scene));
select is(public.remove_push_subscription(p_id => (public.read_reach((select tenant_id from scene)) #>> '{devices,0,id}')::uuid), true, 'a device in the list is taken off');
select is(jsonb_array_length(public.read_reach((select tenant_id from scene)) -> 'devices'), 2, 'and is gone from it');

-- settings
create function pg_temp.set(p_is_off text[], p_from text default null, p_to text default null) returns jsonb language sql as $$
  select public.save_reach_settings((select tenant_id from scene), p_is_off, p_from, p_to)
$$;
select is(public.read_reach((select tenant_id from scene)) - array['devices', 'topics'],
  '{"is_off": [], "quiet_from": null, "quiet_to": null, "timezone": "Indian/Antananarivo", "channels": [{"channel": "push", "is_linked": true}, {"channel": "whatsapp", "is_linked": false}, '
  '{"channel": "telegram", "is_linked": false}, {"channel": "email", "is_linked": true}]}', 'at first everything is wanted, at any hour');
select ok(public.read_reach((select tenant_id from scene)) -> 'topics' @> '["alerts", "approvals", "leads", "results"]', 'the topics are those of the bells');
select is(pg_temp.set(array['leads:push', 'leads:push'], '22:00', '07:00') - array['devices', 'topics', 'channels', 'timezone'],
  '{"is_off": ["leads:push"], "quiet_from": "22:00", "quiet_to": "07:00"}', 'what is saved comes back');
select throws_ok(format('select pg_temp.set(%L)', o), 'NX400', 'reach_invalid', 'no such thing: ' || o) from unnest(array['{leads}', '{leads:pigeon}', '{money:push}', '{null}']) o;
select throws_ok('select pg_temp.set(null)', 'NX400', 'reach_invalid', 'nothing is no list');
select throws_ok(format('select pg_temp.set(%L, %s)', '{}', h), 'NX400', 'reach_invalid', 'no hours: ' || h) from unnest(array['''22:00''', '''22:00'', ''22:00''', '''22:00'', ''24:00''', '''x'', ''y''']) h;
select is(pg_temp.set('{}') -> 'quiet_from', 'null', 'quiet hours can be taken back');
select tests.become('rival@reach.test', (select tenant_id from scene));
select throws_ok($$ select pg_temp.set('{}') $$, 'NX409', 'tenant_mismatch', 'not in a tenant that one is no member of');

-- the key
select tests.become_the_database();
delete from vault.secrets where name = 'vapid_public_key';
select tests.become('rival@reach.test');
select is(public.read_push_key(), null, 'without a key there are no pushes');
select tests.become_the_database();
select vault.create_secret('key', 'vapid_public_key');
select tests.become('rival@reach.test');
select is(public.read_push_key(), 'key', 'with one browsers may have it');
select * from finish();
rollback;
