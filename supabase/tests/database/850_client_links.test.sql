-- Client links: an outside client decides what is theirs to decide, named, within scope and time; a read decides nothing.
begin;
select no_plan();
create temporary table scene as select tests.shop('Clients', 'owner@client.test', 'pro') as tenant_id, tests.shop('Clients Rival', 'rival@client.test', 'pro') as rival_id;
grant select on scene to public;
select tests.person('staff@client.test'), tests.joins('staff@client.test', tenant_id, 'staff') from scene;
select tests.run(tenant_id) from scene, generate_series(1, 6);
select tests.run(rival_id) from scene;
select tests.work();
update public.contents set media = media || jsonb_build_object('path', tenant_id || '/' || run_id || '/visual.svg');
insert into storage.objects (bucket_id, name) select 'media', media ->> 'path' from public.contents;
create temporary table card as
select a.id, a.tenant_id, a.run_id, a.content_id, c.version, c.content_hash, row_number() over (order by (a.tenant_id = s.rival_id), a.created_at, a.id) as n
from public.approvals a join public.contents c on c.id = a.content_id, scene s;
create temporary table link (name text primary key, said jsonb);
grant all on card, link to public;

create function pg_temp.decide(p_link text, p_n integer, p_decision text default 'approve', p_reason text default null, p_edits jsonb default null, p_hash text default null, p_key uuid default gen_random_uuid())
returns text language plpgsql as $$
begin
  perform tests.become_nobody();
  return (select public.decide_by_client_link(said ->> 'token', id, p_decision, version, coalesce(p_hash, content_hash), p_key, p_reason, p_edits) ->> 'outcome'
    from card, link where n = p_n and name = p_link);
end
$$;
create function pg_temp.see(p_link text) returns jsonb language plpgsql as $$
begin
  perform tests.become_nobody();
  return (select public.read_client_link(said ->> 'token') from link where name = p_link);
end
$$;
create function pg_temp.make(p_name text, p_more text default '') returns jsonb language plpgsql as $$
declare
  v_said jsonb;
begin
  perform tests.become('owner@client.test', (select tenant_id from scene));
  execute format('select public.make_client_link(%L, %L, %L%s)', (select tenant_id from scene), p_name, 'ar', p_more) into v_said;
  return v_said;
end
$$;
grant execute on all functions in schema pg_temp to public;

-- making
select tests.become('staff@client.test', (select tenant_id from scene));
select throws_ok(format('select public.make_client_link(%L, %L, %L)', (select tenant_id from scene), 'x', 'fr'), 'NX403', 'no_permission', 'staff make no links');
select throws_ok($$ select pg_temp.make('') $$, 'NX400', 'client_link_invalid', 'a client has a name');
select throws_ok(format('select pg_temp.make(%L, %L)', 'x', format(', %L', (select run_id from card where n = 7))), 'NX400', 'client_link_invalid', 'a rival''s run is no scope');
insert into link select 'all', pg_temp.make('Hotel Ivato');
insert into link select 'one', pg_temp.make('Studio', format(', %L, true', (select run_id from card where n = 2)));
insert into link select 'gone', pg_temp.make('Old');
select tests.become_the_database();
select is((select count(*) from public.client_links where token_hash = sha256(convert_to((select said ->> 'token' from link where name = 'all'), 'utf8'))), 1::bigint, 'only the hash is kept');
select is((select expires_at - made_at from public.client_links where name = 'Studio'), interval '30 days', 'for thirty days');
select tests.become('owner@client.test', (select tenant_id from scene));
select throws_ok('select token_hash from public.client_links', '42501', null, 'nobody reads the hash');
select is((select count(*) from public.client_links), 3::bigint, 'the owner sees the links');
select tests.become('staff@client.test', (select tenant_id from scene));
select is_empty('select id from public.client_links', 'staff do not');
select tests.become('rival@client.test', (select rival_id from scene));
select is_empty('select id from public.client_links', 'nor does another tenant');
select is(public.revoke_client_link((select rival_id from scene), (select (said ->> 'id')::uuid from link where name = 'all')) ->> 'revoked', 'false', 'and revokes nothing');

-- seeing
select is(pg_temp.see('all') ->> 'business', 'Clients', 'the page says whose it is');
select is(jsonb_array_length(pg_temp.see('all') -> 'waiting'), 6, 'all that goes public waits for the client');
select is(pg_temp.see('one') #>> '{waiting,0,approval_id}', (select id::text from card where n = 2), 'or what one run asks');
select is(jsonb_array_length(pg_temp.see('one') -> 'waiting'), 1, 'and no more');
select is(pg_temp.see('all') #> '{waiting,0,media,path}', null, 'no path into the storage is told');
select is(public.read_client_link('no such token'), null, 'a token that is none shows nothing');
select is(public.read_client_link(null), null, 'nor does none');
select is_empty($$ select name from storage.objects where bucket_id = 'media' $$, 'without a link nobody sees a picture');
select set_config('request.headers', jsonb_build_object('x-client-link', (select said ->> 'token' from link where name = 'one'))::text, true);
select results_eq($$ select name from storage.objects where bucket_id = 'media' $$, $$ select tenant_id || '/' || run_id || '/visual.svg' from card where n = 2 $$, 'with it those that wait for them');
select is(public.read_client_link_media((select said ->> 'token' from link where name = 'one'), (select id from card where n = 3)), null, 'no other');
select throws_ok('select id from public.approvals', '42501', null, 'and no table');
select tests.become_the_database();
select is((select count(*) from public.approvals where state = 'pending'), 7::bigint, 'looking decided nothing');

-- deciding
select is(pg_temp.decide('all', 1, 'approve', p_key := '11111111-1111-4111-8111-111111111111'), 'decided', 'the client approves');
select is(pg_temp.decide('all', 1, 'approve', p_key := '11111111-1111-4111-8111-111111111111'), 'decided', 'the same tap sent twice is one decision');
select is(pg_temp.decide('all', 1), 'already_decided', 'another is told it is done');
select tests.become_the_database();
select results_eq(
  $$ select state, decided_channel, decided_by, decided_client, decided_link_id, (select status from public.contents where id = content_id) from public.approvals where id = (select id from card where n = 1) $$,
  $$ select 'approved', 'client_link', null::uuid, 'Hotel Ivato', (said ->> 'id')::uuid, 'published' from link where name = 'all' $$, 'in the client''s name, and it is out'
);
select results_eq(
  $$ select actor_kind, actor, engine.told(e) ->> 'client' from public.events e where kind = 'approval.decided' and data ->> 'approval_id' = (select id::text from card where n = 1) $$,
  $$ select 'client', said ->> 'id', 'Hotel Ivato' from link where name = 'all' $$, 'the log names the client'
);
select is((select count(*) from public.notifications where kind = 'client_decided'), 1::bigint, 'the business is told once');
select is((select decided_count from public.client_links where name = 'Hotel Ivato'), 1, 'and sees how often the link decided');
select tests.become('owner@client.test', (select tenant_id from scene));
select is((select decided_by_name from public.approval_feed where id = (select id from card where n = 1)), 'Hotel Ivato', 'the feed says who');
select is(public.decide_approval((select tenant_id from scene), id, 'approve', version, content_hash) ->> 'decided_by_name', 'Hotel Ivato', 'and so does the answer to who comes late') from card where n = 1;

select is(pg_temp.decide('one', 3), 'not_found', 'outside its run a link decides nothing');
select is(pg_temp.decide('all', 7), 'not_found', 'nor in another tenant');
select is(pg_temp.decide('all', 3, 'approve', null, '{"body": "Moins cher"}'), 'not_found', 'nor changes words where it may not');
select is(pg_temp.decide('one', 2, 'approve', null, null, 'other'), 'stale', 'another version is stale');
select is(pg_temp.decide('one', 2, 'approve', null, '{"body": "Samosas samedi"}'), 'decided', 'with the right to edit it does');
select tests.become_the_database();
select results_eq($$ select author_kind, author, body from public.contents where id = (select content_id from card where n = 2) $$,
  $$ select 'client', said ->> 'id', 'Samosas samedi' from link where name = 'one' $$, 'the version is the client''s');
select throws_ok($$ select pg_temp.decide('all', 3, 'reject') $$, 'NX400', 'decisions_invalid', 'a change is asked for with a reason');
select throws_ok($$ select pg_temp.decide('all', 3, 'stop', 'x') $$, 'NX400', 'decisions_invalid', 'a link cannot stop');
select is(pg_temp.decide('all', 3, 'reject', 'Pas ce prix'), 'decided', 'the client asks for a change');
select tests.become_the_database();
select is((select state || ' ' || error_code from public.chain_runs where id = (select run_id from card where n = 3)), 'cancelled rejected_by_person', 'the run ends');
select is((select actor_kind || ' ' || actor from public.events where kind = 'run.cancelled'), (select 'client ' || (said ->> 'id') from link where name = 'all'), 'by the client');
update public.approvals set gate = 'money' where id = (select id from card where n = 4);
select is(pg_temp.decide('all', 4), 'not_found', 'money is never a client''s');
select is(jsonb_array_length(pg_temp.see('all') -> 'waiting'), 2, 'and does not show');

-- the end of a link
select is(pg_temp.decide('gone', 5, 'approve', p_hash := 'x'), 'stale', 'a living link answers');
select tests.become('owner@client.test', (select tenant_id from scene));
select is(public.revoke_client_link((select tenant_id from scene), (select (said ->> 'id')::uuid from link where name = 'gone')) ->> 'revoked', 'true', 'it is revoked');
select is(pg_temp.decide('gone', 5), 'revoked', 'then it decides nothing');
select is(pg_temp.see('gone') - 'language', '{"state": "revoked", "business": "Clients", "client": "Old"}', 'and shows nothing');
select tests.become_the_database();
select tests.pass_time('30 days');
select is(pg_temp.decide('all', 5), 'expired', 'after thirty days too');
select is(pg_temp.see('all') -> 'waiting', null, 'nothing is shown then');
select set_config('request.headers', jsonb_build_object('x-client-link', (select said ->> 'token' from link where name = 'all'))::text, true);
select is_empty($$ select name from storage.objects where bucket_id = 'media' and not public.is_published_media(name) $$, 'no picture either');
select tests.become_the_database();
insert into link select 'busy', pg_temp.make('Busy');
select pg_temp.decide('busy', 5, 'approve', p_hash := 'x') from generate_series(1, 120);
select is(pg_temp.decide('busy', 5), 'too_many', 'a hundred and twenty tries an hour');
select tests.become_the_database();
select tests.pass_time('1 hour');
select is(pg_temp.decide('busy', 5), 'decided', 'an hour later it goes on');
select tests.become_the_database();
update public.tenants set status = 'suspended' where id = (select tenant_id from scene);
select is(pg_temp.see('busy'), null, 'a suspended business has no links');
select is(pg_temp.decide('busy', 6), 'unknown_link', 'that decide');
select tests.become_the_database();
select throws_ok($$ update public.approvals set decided_channel = 'app' where decided_link_id is not null $$, '23514', null, 'a client''s decision cannot pass as a person''s');
select * from finish();
rollback;
