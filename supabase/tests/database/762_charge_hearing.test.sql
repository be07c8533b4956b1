-- Listening to a voice note is paid from its tenant's day: held before, booked after, as every model call; a lost listener costs its hold; private notes stay in the house.
begin;
select no_plan();
create temporary table scene as select tests.shop('Voice', 'owner@voice.test', 'pro') as tenant_id, null::uuid as link_id;
update scene set link_id = tests.links('owner@voice.test', '261340000041', tenant_id);

create function pg_temp.note(p_id text) returns void language sql as $$
  select worker.receive_messages('whatsapp', jsonb_build_array(jsonb_build_object('external_id', p_id, 'from', '261340000041', 'kind', 'voice', 'sent_at', engine.now(),
    'media', '{"id": "7", "mime": "audio/ogg", "bytes": 9000}'::jsonb)));
  select worker.answer_messages();
$$;
create function pg_temp.path(p_id text) returns text language sql as $$ select tenant_id || '/inbound/' || p_id || '.ogg' from scene $$;
create function pg_temp.heard(p_milliseconds integer, p_outcome text default 'answered') returns jsonb language sql as $$
  select jsonb_build_array(jsonb_build_object('tier', 'metered', 'provider', 'openai', 'model', 'whisper-1', 'input_tokens', p_milliseconds, 'duration_ms', 5, 'outcome', p_outcome))
$$;
create function pg_temp.day() returns text language sql as $$ select concat_ws(' ', b.reserved_micros, b.spent_micros) from public.budgets b join scene using (tenant_id) $$;
create function pg_temp.calls() returns text[] language sql as $$
  select array_agg(concat_ws(' ', c.tier, c.provider, c.model, c.outcome, c.input_tokens, c.cost_micros) order by c.id) from public.model_calls c join scene using (tenant_id)
$$;

select pg_temp.note('v1');
select is(worker.reserve_hearing('whatsapp', 'v1', 60000), '{"model": "whisper-1"}', 'a minute may be listened to');
select is(pg_temp.day(), '6000 0', 'its price is held on the day');
select is(worker.keep_inbound_media('whatsapp', 'v1', pg_temp.path('v1'), 'audio/ogg', 'Promo vendredi', p_calls => pg_temp.heard(20000)), 'draft_started', 'it lasted a third of that');
select is(pg_temp.day(), '0 2000', 'which is what it costs, and the rest is free again');
select is(pg_temp.calls(), array['metered openai whisper-1 answered 20000 2000'], 'the call stands in the ledger, of no run');
select is((select count(*) from public.model_calls c join scene using (tenant_id) where run_id is null and step_id is null), 1::bigint, 'for there was none yet');
select is((select concat_ws(' ', sum(a.calls), sum(a.runs), sum(a.spent_micros)) from scene, engine.add_up_calls(tenant_id, 'UTC', '-infinity', 'infinity') a), '1 0 2000', 'the costs of the day count it, as no run');
select is(worker.reserve_hearing('whatsapp', 'v1', 60000), '{"blocked": "claim_lost"}', 'what was kept is not listened to again');
select is(worker.reserve_hearing('whatsapp', 'nothing', 60000), '{"blocked": "claim_lost"}', 'nor what is not there');

-- lost in between
select pg_temp.note('v2');
select worker.reserve_hearing('whatsapp', 'v2', 10000);
select tests.pass_time('4 minutes');
select worker.answer_messages();
select is(worker.reserve_hearing('whatsapp', 'v2', 10000), '{"model": "whisper-1"}', 'a second listener after one who was lost');
select is(pg_temp.day(), '1000 3000', 'the first may have been paid for');
select is((pg_temp.calls())[2], 'metered openai whisper-1 worker_lost 0 1000', 'and stands so');
select is(worker.keep_inbound_media('whatsapp', 'v2', pg_temp.path('v2'), 'audio/ogg', null, p_calls => pg_temp.heard(0, 'permission_missing')), 'voice_kept', 'a clear no of the model');
select is(pg_temp.day(), '0 3000', 'costs nothing');
select pg_temp.note('v3');
select worker.reserve_hearing('whatsapp', 'v3', 10000);
update public.inbound_messages set attempt = 4, due_at = engine.now() where external_id = 'v3';
select engine.answer_left_over();
select is(pg_temp.day(), '0 4000', 'given up, the hold is booked');

-- not allowed
select pg_temp.note('v4');
select is(worker.reserve_hearing('whatsapp', 'v4', 2000000000), '{"blocked": "daily_cost_spent"}', 'what the day cannot pay is not listened to');
select is(pg_temp.day(), '0 4000', 'and nothing is held');
update public.tenant_settings set is_private = true from scene where tenant_settings.tenant_id = scene.tenant_id;
select is(worker.reserve_hearing('whatsapp', 'v4', 1000), '{"blocked": "no_model_route"}', 'a private tenant''s voice goes to no outside model');
select is(worker.keep_inbound_media('whatsapp', 'v4', pg_temp.path('v4'), 'audio/ogg'), 'voice_kept', 'it is kept, and a line asked for');
select is(pg_temp.day(), '0 4000', 'free of charge');

select * from finish();
rollback;
