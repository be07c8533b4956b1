-- Edits by hand are told in the log with what they changed; what our own verbs, clock and functions change is not told twice.
begin;
select no_plan();

create temporary table scene (tenant_id uuid);
grant select on scene to public;
select tests.person('owner@hand.test');
insert into scene values (tests.tenant('Hand', 'owner@hand.test'));
create temporary table mark as select coalesce(max(id), 0) as id from public.events;
create function pg_temp.told() returns table (tenant_id uuid, data jsonb, actor_kind text, actor text) language plpgsql as $$
begin
  return query select e.tenant_id, e.data, e.actor_kind, e.actor from public.events e, mark m where e.kind = 'studio.edited' and e.id > m.id order by e.id;
  update mark set id = (select max(e.id) from public.events e);
end
$$;

update public.plans set usd_month = 77 where key = 'free';
select results_eq(
  $$ select tenant_id, data -> 'table', data -> 'id', data -> 'operation', data -> 'columns' -> 'usd_month' -> 'after', data -> 'role', actor_kind, actor from pg_temp.told() $$,
  $$ values (null::uuid, '"plans"'::jsonb, '{"key": "free"}'::jsonb, '"update"'::jsonb, '77'::jsonb, to_jsonb(session_user::text), 'system', 'studio') $$,
  'a price changed by hand: which row, what it became and by whom'
);
update public.tenants set name = 'By Hand' from scene where id = scene.tenant_id;
select results_eq(
  $$ select t.tenant_id, t.data -> 'columns' from pg_temp.told() t $$, $$ select tenant_id, '{"name": {"before": "Hand", "after": "By Hand"}}'::jsonb from scene $$,
  'of a tenant in the tenant''s own log, with what it was before'
);
update public.tenants set name = name;
select is_empty('select * from pg_temp.told()', 'an edit that changes nothing is none');
insert into public.leads (tenant_id, name, phone, message) select tenant_id, 'Rabe Secret', '0340000000', 'Private words' from scene;
create temporary table lead_told as select * from pg_temp.told();
select is(data -> 'columns' -> 'name', '{}'::jsonb, 'of a person''s words only the name of the column') from lead_told;
select unalike(data::text, '%Rabe%', 'and never the words') from lead_told;
select is(data -> 'columns' -> 'status' -> 'after', '"new"'::jsonb, 'of the others what they are') from lead_told;
update public.leads set message = repeat('x', 900), status = 'won';
select is((select data -> 'columns' from pg_temp.told()), '{"message": {}, "status": {"before": "new", "after": "won"}}'::jsonb, 'a change of both');

do $$ begin update public.plans set usd_month = 78 where key = 'free'; end $$;
select is((select count(*) from pg_temp.told()), 1::bigint, 'a block of code is a hand, too');
create function pg_temp.helper() returns void language sql as $$ update public.plans set usd_month = 79 where key = 'free' $$;
select pg_temp.helper();
select is((select count(*) from pg_temp.told()), 1::bigint, 'and a function that is not ours');
select set_config('request.jwt.claims', jsonb_build_object('sub', tests.id_of('owner@hand.test'))::text, true);
update public.plans set usd_month = 80 where key = 'free';
select is((select actor from pg_temp.told()), tests.id_of('owner@hand.test')::text, 'where the studio acts as a person, the person is named');
select set_config('request.jwt.claims', '', true);

delete from public.memberships m using scene where m.tenant_id = scene.tenant_id;
select is((select data -> 'columns' -> 'role' -> 'before' from pg_temp.told()), '"owner"'::jsonb, 'a member taken out by hand');
select tests.joins('owner@hand.test', tenant_id, 'owner') from scene;
select is((select data ->> 'operation' from pg_temp.told()), 'insert', 'or put in');
delete from public.leads;
select is((select data -> 'columns' -> 'message' from pg_temp.told()), '{}'::jsonb, 'a row taken away');
truncate public.campaigns;
select is((select data from pg_temp.told()), jsonb_build_object('table', 'campaigns', 'operation', 'truncate', 'role', session_user), 'a table emptied');

-- our own ways
select tests.become('owner@hand.test', (select tenant_id from scene));
select public.update_tenant(tenant_id, '{"name": "By Verb"}') from scene;
select tests.become_the_database();
select is((select name from public.tenants join scene on id = tenant_id), 'By Verb', 'a verb changed it');
select is_empty('select * from pg_temp.told()', 'a verb tells its act itself');
select ok(not engine.is_by_hand(E'PL/pgSQL function engine.audit_manual_edit() line 9 at GET DIAGNOSTICS\nSQL function "settle_heads" statement 1'), 'a function of ours in SQL is known by its name');
select ok(engine.is_by_hand(E'PL/pgSQL function engine.audit_manual_edit() line 9 at GET DIAGNOSTICS\nSQL function "somebody_elses" statement 1'), 'another is not');
select ok(engine.is_by_hand(E'PL/pgSQL function engine.audit_manual_edit() line 9 at GET DIAGNOSTICS\nSQL statement "DELETE FROM ONLY "public"."memberships" WHERE $1"'), 'what falls with a row deleted by hand was deleted by hand');

-- every table is watched, or here with the reason why not
create temporary table unwatched (name text, why text);
insert into unwatched select unnest(array['events', 'event_seals']), 'they refuse every change';
insert into unwatched select unnest(array['chain_steps', 'model_calls', 'model_calls_daily', 'effects', 'agent_tasks', 'agent_mentions', 'cron_dues', 'insights', 'alerts', 'patterns', 'mailings', 'reports', 'advisor_reports',
  'health_scores', 'metrics_daily', 'post_metrics', 'competitor_changes', 'skipped_work']), 'records of the engine''s own work, written at every step and told there as acts';
insert into unwatched select unnest(array['notifications', 'notification_reads', 'deliveries', 'inbound_messages', 'pending_edits', 'push_subscriptions', 'active_tenants']), 'messages and devices of one person: nothing is decided by a row of these';
insert into unwatched select unnest(array['semantic_cache', 'hot_cache']), 'memory of the worker for hours';
select set_eq(
  $$ select c.relname::text from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'edits_by_hand_are_told') $$,
  'select name from unwatched', 'each table tells edits by hand, or stands in the list of those that need not'
);
select is_empty(
  $$ select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not in ('events', 'event_seals')
     and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'emptying_by_hand_is_told') $$, 'and each tells that it was emptied'
);
select is_empty(
  $$ select t.tgrelid::regclass::text, h from pg_trigger t, lateral (select encode(t.tgargs, 'escape')) as x (args), lateral regexp_split_to_table(x.args, '\\000') h
     where t.tgname = 'edits_by_hand_are_told' and h <> '' and not exists (select from pg_attribute a where a.attrelid = t.tgrelid and a.attname = h) $$, 'every hidden column is one of the table'
);
delete from pg_temp.mark; insert into pg_temp.mark select max(id) from public.events;
select tests.person('keyed@hand.test');
insert into engine.person_keys (person_id, key) values (tests.id_of('keyed@hand.test'), 'aabb');
update engine.person_keys set key = null, destroyed_at = now() where person_id = tests.id_of('keyed@hand.test');
select results_eq(
  $$ select data ->> 'operation', data -> 'columns' -> 'key' from pg_temp.told() where data ->> 'table' = 'person_keys' $$, $$ values ('insert', '{}'::jsonb), ('update', '{}'::jsonb) $$,
  'a key destroyed by hand is told, and never told itself'
);
insert into public.client_links (tenant_id, name, language, token_hash, expires_at) select tenant_id, 'Secret Client', 'fr', 'secret', now() + interval '1 day' from scene;
select unalike((select data::text from pg_temp.told()), '%Secret%', 'a link made by hand is told without its client''s name');
select engine.destroy_person_key(tests.id_of('owner@hand.test'));
select is_empty('select * from pg_temp.told()', 'and our own erasure is not told twice');

select * from finish();
rollback;
