-- An outside client is erased: name, words and memory go, in every link of theirs in that business; what they approved stays approved, and the log verifies.
begin;
select no_plan();
create temporary table scene as select tests.shop('Erase Client', 'owner@eraseclient.test', 'pro') as tenant_id, tests.shop('Erase Client Rival', 'rival@eraseclient.test', 'pro') as rival_id;
grant select on scene to public;
select tests.person('staff@eraseclient.test'), tests.joins('staff@eraseclient.test', tenant_id, 'staff') from scene;
select tests.run(tenant_id) from scene, generate_series(1, 3);
select tests.work();
create temporary table card as select a.id, c.version, c.content_hash, row_number() over (order by a.created_at, a.id) as n from public.approvals a join public.contents c on c.id = a.content_id;
create temporary table link (name text, said jsonb);
grant all on card, link to public;
select tests.become('owner@eraseclient.test', (select tenant_id from scene));
insert into link select 'first', public.make_client_link(tenant_id, 'Hanta Rabe', 'fr', null, true) from scene;
insert into link select 'second', public.make_client_link(tenant_id, 'hanta  rabe', 'fr') from scene;
insert into link select 'other', public.make_client_link(tenant_id, 'Solo', 'fr') from scene;
select tests.become('rival@eraseclient.test', (select rival_id from scene));
insert into link select 'rival', public.make_client_link(rival_id, 'Hanta Rabe', 'fr') from scene;
select tests.become_nobody();
create function pg_temp.decide(p_link text, p_n integer, p_decision text, p_reason text default null, p_edits jsonb default null) returns text language sql as $$
  select public.decide_by_client_link(said ->> 'token', id, p_decision, version, content_hash, gen_random_uuid(), p_reason, p_edits) ->> 'outcome' from card, link where n = p_n and name = p_link
$$;
select is(pg_temp.decide('first', 1, 'approve', null, '{"body": "Samosas bio vendredi"}'), 'decided', 'Hanta approves with a change');
select is(pg_temp.decide('second', 2, 'reject', 'Mon mari n''aime pas ce rouge'), 'decided', 'and refuses with a reason, by a second link');
select is(pg_temp.decide('other', 3, 'reject', 'Trop long'), 'decided', 'Solo refuses another');

select tests.become_the_database();
select engine.remember(tenant_id, 'content_writer', 'Hanta Rabe relit le soir.', 0.9, 'lesson') from scene;
select ok('Mon mari n''aime pas ce rouge' in (select m ->> 'fact' from public.tenant_agents, jsonb_array_elements(memory) m), 'an agent remembers the reason');
select isnt_empty($$ select id from public.notifications where kind = 'client_decided' and params::text ~* 'hanta' $$, 'the bell named Hanta');
create temporary table before as select e.* from public.events e;
select tests.become('staff@eraseclient.test', (select tenant_id from scene));
select throws_ok($$ select public.erase_client((select tenant_id from scene), (select (said ->> 'id')::uuid from link where name = 'first')) $$, 'NX403', 'no_permission', 'staff erase nobody');
select tests.become('rival@eraseclient.test', (select rival_id from scene));
select throws_ok($$ select public.erase_client((select rival_id from scene), (select (said ->> 'id')::uuid from link where name = 'first')) $$, 'NX404', 'client_link_unknown', 'nor does another business');
select tests.become('owner@eraseclient.test', (select tenant_id from scene));
select is(public.erase_client(tenant_id, (said ->> 'id')::uuid), '{"erased": 2}', 'the owner erases Hanta, with both links') from scene, link where name = 'first';
select throws_ok($$ select public.erase_client((select tenant_id from scene), (select (said ->> 'id')::uuid from link where name = 'second')) $$, 'NX404', 'client_link_unknown', 'who is gone is gone');
select is_empty($$ select i from scene, jsonb_array_elements(public.read_audit(tenant_id, '{"group": "all"}', null, 500) -> 'items') i where i::text ~* '(hanta|mari )' $$, 'the audit names Hanta no more');
select is((select count(*) from scene, jsonb_array_elements(public.read_audit(tenant_id, '{"group": "decisions"}', null, 500) -> 'items') i where i ->> 'actor_kind' = 'client' and i -> 'is_erased' = 'true'), 2::bigint,
  'it says that an outside client decided whose words were erased');
select is_empty($$ select decided_by_name from public.approval_feed where decided_by_name ~* 'hanta' $$, 'nor do the decisions');

select tests.become_the_database();
select is((select count(*) from public.approvals where decided_link_id is not null and state in ('approved', 'rejected')), 3::bigint, 'what was decided stays decided');
select set_eq($$ select decided_client || coalesce(': ' || decision_reason, '') from public.approvals where decided_link_id is not null $$, array['—', 'Solo: Trop long'], 'the other client''s words stay');
select is_empty($$ select l from public.client_links l join scene using (tenant_id) where name ~* 'hanta' or (name = '—' and revoked_at is null) $$, 'both links are nameless and shut');
select isnt_empty($$ select l from public.client_links l join scene on rival_id = l.tenant_id where name = 'Hanta Rabe' and revoked_at is null $$, 'another business keeps its own');
select is_empty($$ select id::text from public.notifications where params::text ~* 'hanta' union all select id::text from public.lessons where reason ~ 'mari' union all select agent_key from public.tenant_agents where memory::text ~* '(hanta|mari )' $$,
  'bells, lessons and agents'' memory hold nothing of Hanta');
select is_empty($$ select b from before b left join public.events e on e.id = b.id and to_jsonb(e) = to_jsonb(b) where e.id is null $$, 'the log has not lost or changed a byte');
select is_empty($$ select id from public.events e where engine.told(e)::text ~* '(hanta|mari )' and tenant_id = (select tenant_id from scene) $$, 'and says nothing of Hanta any more');
select tests.become_nobody();
select is(public.read_client_link(said ->> 'token') ->> 'client', '—', 'the link itself knows no name') from link where name = 'first';

select * from finish();
rollback;
