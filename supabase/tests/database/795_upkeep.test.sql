-- What the nightly and the ten-second clock owe to people: forms forgotten after a year, posts that wait while a crisis is open.
begin;
select no_plan();

create temporary table scene (tenant_id uuid, content_id uuid);
select tests.person('owner@upkeep.test');
insert into scene (tenant_id) select tests.tenant('Upkeep', 'owner@upkeep.test');

insert into public.leads (id, tenant_id, name, phone, message, source, created_at)
select v.id::uuid, s.tenant_id, v.name, '0340000000', 'Salama', v.source, v.created_at from scene s,
  (values ('10000000-0000-4000-8000-000000000001', 'Old', 'nexio_page', now() - interval '366 days'), ('10000000-0000-4000-8000-000000000002', 'New', 'nexio_page', now() - interval '364 days'),
    ('10000000-0000-4000-8000-000000000003', 'Own', 'import', now() - interval '3 years')) as v (id, name, source, created_at);
select engine.notify(tenant_id, null, 'lead_received', '{"lead_id": "10000000-0000-4000-8000-000000000001", "name": "Old"}', '/leads') from scene;
insert into public.interactions (tenant_id, kind, platform, external_id, author_name, author_ref, body, received_at)
select s.tenant_id, 'message', 'nexio_page', l.id, l.name, l.phone, l.message, l.created_at from scene s join public.leads l using (tenant_id);
select engine.encrypt_personal('10000000-0000-4000-8000-000000000001', '{"name": "Old"}') is not null;
select is(engine.forget_leads(), 1, 'who wrote by a form more than a year ago is forgotten');
select results_eq($$ select name from public.leads join scene using (tenant_id) order by name $$, array['New', 'Own'], 'nobody else');
select results_eq($$ select author_name from public.interactions join scene using (tenant_id) order by author_name $$, array['New', 'Own'], 'the words in the inbox go along');
select is_empty($$ select n.* from public.notifications n join scene using (tenant_id) where n.params ->> 'name' = 'Old' $$, 'and the name under the bell');
select is((select key from engine.person_keys where person_id = '10000000-0000-4000-8000-000000000001'), null, 'and what the log said of them');
select is((select data from public.events e join scene using (tenant_id) where kind = 'leads.forgotten'), '{"count": 1}'::jsonb, 'one event says how many');
select is(engine.forget_leads(), 0, 'once');

-- a post scheduled before the storm
insert into public.contents (tenant_id, platform, language, body, status, scheduled_at)
select tenant_id, 'nexio_page', 'fr', 'Grande fête samedi', 'scheduled', now() - interval '1 minute' from scene;
update scene s set content_id = c.id from public.contents c where c.tenant_id = s.tenant_id;
insert into public.insights (tenant_id, detector, subject, code) select tenant_id, 'crisis', 'crisis', 'many_angry' from scene;
select engine.publish_due();
select is((select status from public.contents c join scene s on s.content_id = c.id), 'scheduled', 'waits while the crisis card is open');
update public.insights i set state = 'dismissed', decided_at = now() from scene s where i.tenant_id = s.tenant_id;
select engine.publish_due();
select is((select status from public.contents c join scene s on s.content_id = c.id), 'published', 'and goes out once a person has dealt with it');

insert into public.contents (tenant_id, platform, language, body, status, scheduled_at)
select tenant_id, 'nexio_page', 'fr', 'Encore une fête', 'scheduled', now() - interval '1 minute' from scene;
update scene s set content_id = c.id from public.contents c where c.tenant_id = s.tenant_id and c.status = 'scheduled';
insert into public.insights (tenant_id, detector, subject, code, updated_at) select tenant_id, 'crisis', 'crisis', 'many_angry', now() - interval '5 hours' from scene;
select engine.publish_due();
select is((select status from public.contents c join scene s on s.content_id = c.id), 'published', 'a card that nothing angry was added to for four hours holds nothing back');
select * from finish();
rollback;
