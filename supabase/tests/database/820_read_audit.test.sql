-- The audit: pages newest first, filters, one act with what led to it, two runs beside each other; owners and admins only.
begin;
select no_plan();
create temporary table scene as select tests.shop('Audit', 'owner@audit.test') as tenant_id, tests.shop('Audit Rival', 'rival@audit.test') as rival_id;
grant select on scene to public;
select tests.person(role || '@audit.test', jsonb_build_object('display_name', initcap(role))) from unnest(array['admin', 'staff', 'guest']) role;
select tests.joins('admin@audit.test', tenant_id, 'admin'), tests.joins('staff@audit.test', tenant_id, 'staff'), tests.joins('guest@audit.test', tenant_id, 'external') from scene;
create temporary table run as select tests.run(tenant_id) as id, tests.run(tenant_id) as other_id from scene;
grant select on run to public;
select tests.work();
create temporary table asked as select a.*, coalesce(c.version, a.version) as seen_version, coalesce(c.content_hash, a.content_hash) as seen_hash
from public.approvals a left join public.contents c on c.id = a.content_id where a.run_id = (select id from run);
grant select on asked to public;

select tests.become('admin@audit.test', (select tenant_id from scene));
select is(
  public.decide_approval(tenant_id, id, 'approve', seen_version, seen_hash, '{"body": "Vita an-tanana, 4 000 Ar."}', null, 'app', gen_random_uuid()) ->> 'outcome', 'decided', 'an admin edits and approves'
) from asked;

create temporary table page as select public.read_audit(tenant_id) as p from scene;
select is(
  (select array_agg((i ->> 'id')::bigint order by n) from page, jsonb_array_elements(p -> 'items') with ordinality as x (i, n)),
  (select array_agg(id) from (select id from public.events e where e.tenant_id = (select tenant_id from scene) order by id desc limit 50) as newest), 'the log of the tenant, newest first'
);
select results_eq(
  $$ select i ->> 'name', i ->> 'actor_kind', i ->> 'channel', (i -> 'version')::int, i ->> 'group' from page, jsonb_array_elements(p -> 'items') i where i ->> 'kind' = 'approval.decided' $$,
  $$ values ('Admin', 'person', 'app', 2, 'decisions') $$, 'a decision with name, channel and version'
);
select ok((select bool_and(i ->> 'name' is not null) from page, jsonb_array_elements(p -> 'items') i where i ->> 'actor_kind' = 'agent'), 'agents have their names');

-- pages join up
create temporary table walk as
with recursive pages as (
  select public.read_audit((select tenant_id from scene), '{"group": "all"}', null, 7) as p
  union all
  select public.read_audit((select tenant_id from scene), '{"group": "all"}', (p -> 'next')::bigint, 7) from pages where p ->> 'next' is not null
)
select (i -> 'id')::bigint as id from pages, jsonb_array_elements(p -> 'items') i;
select is((select count(*) from walk), (select count(*) from public.events where tenant_id = (select tenant_id from scene)), 'pages of seven hold every act once');
select is((select count(distinct id) from walk), (select count(*) from walk), 'and none twice');

-- filters
create function pg_temp.kinds(p_filter jsonb) returns text[] language sql as $$
  select coalesce(array_agg(distinct i ->> 'kind' order by i ->> 'kind'), '{}') from scene, jsonb_array_elements(public.read_audit(tenant_id, p_filter, null, 500) -> 'items') i
$$;
select is(pg_temp.kinds('{"group": "decisions"}'), array['approval.decided', 'approval.requested'], 'by kind');
select is(pg_temp.kinds(jsonb_build_object('actor_kind', 'person', 'actor', tests.id_of('admin@audit.test'))), array['approval.decided'], 'by person');
select is(pg_temp.kinds('{"actor_kind": "person", "actor": "nobody"}'), '{}', 'and nothing of somebody else');
select is(
  (select array_agg(distinct i ->> 'actor') from scene, jsonb_array_elements(public.read_audit(tenant_id, '{"actor_kind": "agent", "actor": "content_qa"}') -> 'items') i), array['content_qa'], 'by agent'
);
select is(
  (select array_agg(distinct i ->> 'run_id') from scene, run, jsonb_array_elements(public.read_audit(tenant_id, jsonb_build_object('run_id', id)) -> 'items') i), (select array[id::text] from run), 'by run'
);
select is(pg_temp.kinds(jsonb_build_object('to', now() - interval '1 day')), '{}', 'by time: nothing before it happened');
select ok(not 'step.started' = any (pg_temp.kinds('{"group": "acts"}')) and 'step.started' = any (pg_temp.kinds('{"group": "all"}')), 'acts leaves out that somebody began');
select is(jsonb_array_length(public.read_audit(tenant_id, jsonb_build_object('id', (select p -> 'items' -> 3 -> 'id' from page))) -> 'items'), 1, 'by number') from scene;
select throws_ok(format('select public.read_audit((select tenant_id from scene), %L)', f), 'NX400', 'filter_invalid', 'a filter that is none: ' || f)
from unnest(array['{"from": "yesterdayish"}', '{"run_id": "1; drop table"}', '{"id": "x"}', '[]']) f;

select tests.become_the_database();
select is_empty(
  $$ select kind from unnest((select regexp_match(pg_get_expr(indpred, indrelid), '\{(.*)\}') from pg_index where indexrelid = 'public.events_beside_the_work'::regclass)) as list,
    regexp_split_to_table(list, ',') as kind where engine.audit_group(kind) not in ('work', 'agents') $$, 'what the index leaves out is in no group that is looked up by it'
);
select ok(
  strpos(pg_get_functiondef('public.read_audit'::regproc), (select (regexp_match(pg_get_expr(indpred, indrelid), '\{.*\}'))[1] from pg_index where indexrelid = 'public.events_beside_the_work'::regclass)) > 0,
  'and the filter says the same list'
);
select tests.become('admin@audit.test', (select tenant_id from scene));

-- one act, as it was
create temporary table act as
select public.read_act((select tenant_id from scene), (i -> 'id')::bigint) as a from page, jsonb_array_elements(p -> 'items') i where i ->> 'kind' = 'approval.decided';
select results_eq(
  $$ select (t -> 'version')::int, t -> 'snapshot' ->> 'body' = 'Vita an-tanana, 4 000 Ar.', t ->> 'author_kind' from act, jsonb_array_elements(a -> 'texts') t $$,
  $$ values (1, false, 'agent'), (2, true, 'person') $$, 'the text that was asked about and the text that was let out'
);
select is(a -> 'is_text_untouched', 'true', 'whose hash is the one in the act') from act;
select ok(a -> 'review' ? 'verdict' and (a -> 'review' -> 'asked_version')::int = 1, 'the peer''s word before it') from act;
select ok(a -> 'story' -> 0 ->> 'kind' = 'run.started' and not jsonb_path_exists(a, '$.story[*] ? (@.kind == "approval.decided")'), 'and what was said before it, not after') from act;
select is(a -> 'seal', 'null', 'written a moment ago, it is not sealed yet') from act;
-- as a minute later; this transaction is still open, so the batch is written as seal_events would
select tests.become_the_database();
insert into public.event_seals (tenant_id, number, epoch, from_txid, to_txid, from_id, to_id, count, total, first_at, last_at, previous_hash, hash)
select tenant_id, 7, 0, '0', '18446744073709551615', 1, (a -> 'act' ->> 'id')::bigint, 1, 1, now(), now(), sha256('a'), sha256('b') from scene, act;
select tests.become('admin@audit.test', (select tenant_id from scene));
select is(
  (public.read_act(tenant_id, (a -> 'act' ->> 'id')::bigint) -> 'seal') - 'at', jsonb_build_object('number', 7, 'hash', encode(sha256('b'), 'hex')), 'then it names its batch and the hash of the chain there'
) from scene, act;
select throws_ok($$ select public.read_act((select tenant_id from scene), 0) $$, 'NX404', 'act_unknown', 'an act that is none');

-- two runs
create temporary table sides as select public.compare_runs((select tenant_id from scene), id, other_id) as s from run;
select ok(jsonb_array_length(s) = 2 and jsonb_array_length(s -> 0 -> 'steps') = jsonb_array_length(s -> 1 -> 'steps'), 'two runs, step by step') from sides;
select is(s -> 0 -> 'texts' -> 0 -> 'snapshot' ->> 'body', 'Vita an-tanana, 4 000 Ar.', 'with the words that came of them') from sides;
select throws_ok($$ select public.compare_runs((select tenant_id from scene), (select id from run), gen_random_uuid()) $$, 'NX404', 'run_unknown', 'a run that is none');

-- whose it is not
select tests.become('staff@audit.test', (select tenant_id from scene));
select throws_ok($$ select public.read_audit((select tenant_id from scene)) $$, 'NX403', 'no_permission', 'staff do not read the audit');
select tests.become('guest@audit.test', (select tenant_id from scene));
select throws_ok($$ select public.read_audit((select tenant_id from scene)) $$, 'NX403', 'no_permission', 'nor does an external');
select tests.become('rival@audit.test', (select rival_id from scene));
select throws_ok($$ select public.read_audit((select tenant_id from scene)) $$, 'NX409', 'tenant_mismatch', 'nor another tenant');
select throws_ok($$ select public.read_act((select rival_id from scene), (select (p -> 'items' -> 0 -> 'id')::bigint from page)) $$, 'NX404', 'act_unknown', 'nor one act by its number');
select throws_ok($$ select public.compare_runs((select rival_id from scene), (select id from run), (select other_id from run)) $$, 'NX404', 'run_unknown', 'nor its runs');

select * from finish();
rollback;
