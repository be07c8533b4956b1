-- A stranger who wrote to a business: what agents say about them stands in the log in words that can be silenced; erasing takes all that is theirs, of that business only.
begin;
select no_plan();
create temporary table scene as select tests.shop('Strangers', 'owner@strangers.test') as tenant_id, tests.shop('Strangers Rival', 'rival@strangers.test') as rival_id;
grant select on scene to public;
select tests.person('staff@strangers.test');
select tests.joins('staff@strangers.test', tenant_id, 'staff') from scene;
create function pg_temp.writes(p_tenant_id uuid, p_name text, p_phone text, p_message text) returns uuid language sql as $$
  with lead as (insert into public.leads (tenant_id, name, phone, message) values (p_tenant_id, p_name, p_phone, p_message) returning id)
  select id from lead
$$;
create temporary table leads as select
  pg_temp.writes(tenant_id, 'Voahangy', '034 55 555 55', 'Mbola misy gateau ve? Voahangy') as lead_id, pg_temp.writes(tenant_id, 'Voahangy R.', '034 55 555 55', 'Averina: gateau?') as again_id,
  pg_temp.writes(tenant_id, 'Rado', '033 11 111 11', 'Firy ny samosa?') as other_id, pg_temp.writes(rival_id, 'Voahangy', '034 55 555 55', 'Ho an''ny mpifaninana') as rival_lead_id
from scene;
grant select on leads to public;
insert into public.interactions (tenant_id, kind, platform, external_id, author_name, author_ref, body, received_at)
select tenant_id, 'message', 'nexio_page', lead_id, 'Voahangy', '034 55 555 55', 'Mbola misy gateau ve? Voahangy', now() from scene, leads;
insert into public.notifications (tenant_id, kind, params) select tenant_id, 'lead_received', jsonb_build_object('lead_id', lead_id, 'name', 'Voahangy') from scene, leads;
create temporary table wrote as select id from public.interactions where author_name = 'Voahangy';
create temporary table run as select tests.run(tenant_id, 'create_social_post', jsonb_build_object('interaction_id', wrote.id, 'request', 'Valio Voahangy')) as id, tests.run(tenant_id) as other_id from scene, wrote;
select tests.work('{"text": {"say": "Ho an''i Voahangy.", "body": "Salama Voahangy", "headline": "Valiny", "hashtags": [], "call_to_action": ""}}');

select is((select about_id from public.chain_runs where id = (select id from run)), (select id from wrote), 'a run knows whom it is about');
select is_empty($$ select kind, data from public.events where run_id = (select id from run) and data::text ~ 'Voahangy' $$, 'the log does not say it openly');
select isnt_empty($$ select kind from public.events where run_id = (select id from run) and personal_of = (select id from wrote) $$, 'it keeps what was said under the stranger''s key');
select is_empty($$ select kind from public.events where run_id = (select other_id from run) and personal_of is not null $$, 'a run about nobody hides nothing');
select tests.become('owner@strangers.test', (select tenant_id from scene));
select isnt_empty($$ select say from public.run_dialogue where run_id = (select id from public.chain_runs where title is not null and about_id is not null) and say ~ 'Voahangy' $$, 'insiders read it in the conversation');

select tests.become('staff@strangers.test', (select tenant_id from scene));
select throws_ok($$ select public.erase_lead((select tenant_id from scene), (select lead_id from leads)) $$, 'NX403', 'no_permission', 'staff erase nobody');
select tests.become('rival@strangers.test', (select rival_id from scene));
select throws_ok($$ select public.erase_lead((select rival_id from scene), (select lead_id from leads)) $$, 'NX404', 'lead_unknown', 'nor does another business');
select tests.become_the_database();
select engine.remember(t, 'community_manager', 'Tian''i Voahangy ny gateau.', 0.9, 'lesson') from scene, unnest(array[tenant_id, rival_id]) t;
create temporary table before as select e.* from public.events e;
select tests.become('owner@strangers.test', (select tenant_id from scene));
select is(public.erase_lead(tenant_id, lead_id), '{"erased": 3}', 'an owner erases: both messages of that number and the one in the inbox') from scene, leads;
select tests.become_the_database();
select set_eq('select id from public.leads', $$ select unnest(array[other_id, rival_lead_id]) from leads $$, 'others stay, and what the same person wrote to another business');
select is_empty('select id from public.interactions', 'the inbox has no more of them');
select is_empty('select id from public.notifications where params ->> ''name'' = ''Voahangy''', 'nor has the bell');
select is_empty($$ select id from public.chain_runs where id = (select id from run) $$, 'nor the work that was about them');
select set_eq($$ select a.tenant_id from public.tenant_agents a where a.memory::text ~ 'Voahangy' $$, $$ select rival_id from scene $$, 'nor do the agents of this business remember');
select is_empty($$ select b from before b left join public.events e on e.id = b.id and to_jsonb(e) = to_jsonb(b) where e.id is null $$, 'the log has not lost or changed a byte');
select is_empty($$ select engine.told(e) from public.events e where e.run_id = (select id from run) and engine.told(e)::text ~ 'Voahangy' $$, 'but says nothing of them any more');
select tests.become('owner@strangers.test', (select tenant_id from scene));
select throws_ok($$ select public.erase_lead((select tenant_id from scene), (select lead_id from leads)) $$, 'NX404', 'lead_unknown', 'who is gone is gone');
select isnt_empty($$ select id from public.events where kind = 'lead.erased' $$, 'that it was done stands in the log');

select * from finish();
rollback;
