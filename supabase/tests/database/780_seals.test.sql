-- Seals, archive and heads: what is sealed and when, who may read them, and that nobody changes or drops anything past the functions that keep them.
begin;
select no_plan();

create temporary table scene (tenant_id uuid, other_id uuid, horizon bigint);
grant select on scene to public;
select tests.person(name || '@seals.test') from unnest(array['owner', 'guest', 'rival']) name;
insert into scene values (tests.tenant('Seals', 'owner@seals.test'), tests.tenant('Seals Rival', 'rival@seals.test'), pg_snapshot_xmin(pg_current_snapshot())::text::bigint);
select tests.joins('guest@seals.test', tenant_id, 'external') from scene;
select engine.seal_events();

-- acts of transactions that are over, as far as their numbers tell; one of a transaction still open
create function pg_temp.act(p_n integer, p_txid bigint) returns void language sql as $$
  insert into public.events (txid, tenant_id, kind, actor_kind, actor, data)
  select p_txid::text::xid8, tenant_id, 'test.act', 'system', 'x', jsonb_build_object('n', p_n) from scene
$$;
update engine.seal_cursor set txid = ((select horizon from scene) - 1)::text::xid8;
select pg_temp.act(n, horizon - 1) from scene, generate_series(1, 3) n;
insert into public.events (tenant_id, kind, actor_kind, actor, data) select tenant_id, 'test.act', 'system', 'x', '{"n": 4}' from scene;
select is(engine.seal_events(), 3::bigint, 'acts of finished transactions are sealed, that of an open one waits');
select results_eq(
  $$ select number, count, total from public.event_seals s join scene using (tenant_id) order by number $$, $$ values (1::bigint, 3::bigint, 3::bigint) $$, 'in one batch of their tenant'
);
select is((select previous_hash from public.event_seals join scene using (tenant_id) where number = 1), (select sha256(convert_to(tenant_id::text, 'UTF8')) from scene), 'which begins with the tenant');
select is(
  (select hash from public.event_seals join scene using (tenant_id) where number = 1),
  (select engine.chain_digests(sha256(convert_to(engine.event_line(e), 'UTF8')), sha256(convert_to(tenant_id::text, 'UTF8')) order by e.id) from public.events e join scene using (tenant_id)
   where data ->> 'n' in ('1', '2', '3')),
  'and ends with the hash of its lines'
);
select is(engine.seal_events(), 0::bigint, 'and are sealed once');
select is(jsonb_typeof(engine.event_line(e)::jsonb), 'array', 'a line is a JSON array') from public.events e limit 1;
select ok(engine.event_line(e) !~ '\n', 'on one line') from (select e from public.events e limit 1) as x (e);

-- nobody changes them
select throws_ok(act, 'NX403', 'record_is_permanent', act) from unnest(array['update public.event_seals set count = 4, total = 4', 'delete from public.event_seals', 'truncate public.event_seals']) act;
set local session_replication_role = replica;
select throws_ok('delete from public.event_seals', 'NX403', 'record_is_permanent', 'not even with triggers turned off');
set local session_replication_role = origin;
create function pg_temp.fold_seals() returns void language plpgsql as $$ begin delete from public.event_seals; end $$;
select throws_ok('select pg_temp.fold_seals()', 'NX403', 'record_is_permanent', 'nor a function that borrows a name');
set local role service_role;
select throws_ok(act, '42501', null, 'functions cannot ' || act) from unnest(array['update public.event_seals set count = 4', 'delete from public.event_seals', 'select from public.event_seals',
  'select engine.seal_events()', 'select engine.fold_seals()', 'drop table engine.events_at_other_times']) act;
reset role;

-- dropping: the embedded database (WebAssembly) is single-user and fires no event triggers
select case when version() ~ 'wasm' then skip('no event triggers in a single-user server', 1) else throws_ok(act, 'NX403', 'record_is_permanent', act) end
from unnest(array['drop table engine.events_at_other_times', 'drop table public.events cascade', 'drop table public.event_seals', 'drop trigger seals_are_permanent on public.event_seals']) act;

select tests.become('owner@seals.test', (select tenant_id from scene));
select is((select count(*) from public.event_seals), 1::bigint, 'an owner reads the seals of the tenant');
select throws_ok('select worker.read_heads()', '42501', null, 'and no verb of the functions');
select tests.become('guest@seals.test', (select tenant_id from scene));
select is_empty('select from public.event_seals', 'an external does not');
select tests.become('rival@seals.test', (select other_id from scene));
select is_empty($$ select from public.event_seals s join scene on scene.tenant_id = s.tenant_id $$, 'another tenant reads none of them');
select tests.become_the_database();

-- batches of a day become one
update engine.seal_cursor set txid = ((select horizon from scene) - 1)::text::xid8, from_id = (select max(id) from public.events);
select pg_temp.act(5, horizon - 1) from scene;
select engine.seal_events();
create temporary table head as select hash, total from public.event_seals join scene using (tenant_id) where number = 2;
select is(engine.fold_seals(), 0, 'batches of today stay as they are');
select set_config('nexio.now', (now() + interval '4 days')::text, true);
select cmp_ok(engine.fold_seals(), '>=', 1, 'those of an older day are joined');
select results_eq(
  $$ select number, s.count, s.total, s.hash from public.event_seals s join scene using (tenant_id) $$, $$ select 2::bigint, 4::bigint, total, hash from head $$,
  'into the last of them, which ends where it ended'
);
select is((select previous_hash from public.event_seals join scene using (tenant_id)), (select sha256(convert_to(tenant_id::text, 'UTF8')) from scene), 'and begins where the first began');

-- heads and months
select is(worker.read_heads() ->> 'day', (select (min(sealed_at) at time zone 'UTC')::date || '' from public.event_seals), 'the heads of the first day wait');
do $$ begin
  while (worker.read_heads() ->> 'day')::date < (engine.now() at time zone 'UTC')::date - 1 loop
    perform worker.settle_heads((worker.read_heads() ->> 'day')::date, 'heads/x.json', 1, false);
  end loop;
end $$;
select is(worker.read_heads() ->> 'day', (now() at time zone 'UTC')::date + 3 || '', 'day by day up to those of yesterday');
select ok(worker.read_heads() -> 'heads' @> jsonb_build_array(jsonb_build_object('tenant_id', tenant_id, 'total', 4)), 'each chain''s among them') from scene;
select engine.keep_audit();
select ok(exists (select from public.alerts where code = 'audit_heads_waiting') = (engine.now() at time zone 'UTC' > (engine.now() at time zone 'UTC')::date + time '06:00'),
  'by six in the morning an admin is told that they wait');
select worker.settle_heads((worker.read_heads() ->> 'day')::date, 'heads/x.json', 1, false);
select is(worker.read_heads(), null, 'once handed out they are not asked for again');
select is_empty($$ select from public.alerts where code = 'audit_heads_waiting' and resolved_at is null $$, 'and the alert is settled');
select is(engine.month_to_archive(), null, 'no month is past its time');
select is(worker.drop_archived_month(date_trunc('month', now())::date), false, 'and a month that is not is not dropped');
select is(worker.read_archive_part(), null, 'nor read');
insert into public.events (txid, tenant_id, kind, actor_kind, actor, created_at) select '1', tenant_id, 'test.old', 'system', 'x', now() - interval '3 years' from scene;
select is(engine.month_to_archive(), date_trunc('month', (now() - interval '3 years') at time zone 'UTC')::date, 'an act of three years ago is');
select is(worker.keep_archive_part(engine.month_to_archive(), 1, 'x', repeat('0', 64), 1, 1), false, 'a part out of its turn is not taken');
select throws_ok($$ select worker.drop_archived_month(engine.month_to_archive()) $$, 'NX409', 'month_is_not_whole', 'what is not in the archive is not dropped');
select is(worker.keep_archive_part(engine.month_to_archive(), 0, 'x', repeat('0', 64), 0, 0), true, 'parts come in their order');
select is(worker.read_archive_part() ->> 'count', '1', 'the events after the seals');
select is(worker.keep_archive_part(engine.month_to_archive(), 1, 'x', repeat('0', 64), 1, 9e15::bigint), true, 'to the last');
select is(worker.read_archive_part() -> 'is_last', 'true'::jsonb, 'then nothing is left');
select throws_ok($$ select worker.drop_archived_month(engine.month_to_archive()) $$, 'NX409', 'month_is_not_whole', 'an act that stands in no batch keeps its month: somebody put it there');

select is((select array_agg(jobname order by jobname) from cron.job where jobname in ('nexio-seal', 'nexio-fold-seals', 'nexio-keep-audit')), array['nexio-fold-seals', 'nexio-keep-audit', 'nexio-seal'],
  'the clock does it all');
select is((select public from storage.buckets where id = 'audit'), false, 'the archive is not public');
select is_empty($$ select policyname from pg_policies where schemaname = 'storage' and (qual ~ 'audit' or with_check ~ 'audit') $$, 'and no policy lets anybody in');
select * from finish();
rollback;
