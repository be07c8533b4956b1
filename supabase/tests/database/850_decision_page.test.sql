-- What the page behind a mail's link may see, and what becomes of buttons in a chat once something is decided.
begin;
select no_plan();
create temporary table scene as select tests.shop('Links', 'owner@links.test', 'pro') as tenant_id;
grant select on scene to public;
select tests.person('other@links.test');
select tests.run(tenant_id) from scene, generate_series(1, 3);
select tests.work();
create temporary table card as
select a.*, row_number() over (order by a.created_at, a.id) as n, engine.new_decision_token(engine.show_approval(a), tests.id_of('owner@links.test'), 'email') as link
from public.approvals a join scene using (tenant_id);
grant select on card to public;
update public.contents set media = jsonb_build_object('path', tenant_id || '/run/' || id || '.png', 'mime', 'image/png', 'width', 10, 'height', 10, 'alt', '')
where id in (select content_id from card);
-- the picture came after the token: what is asked is asked again with it
update card set link = engine.new_decision_token(engine.show_approval(a), tests.id_of('owner@links.test'), 'email') from public.approvals a where a.id = card.id;

create function pg_temp.pictures(p_link text) returns text[] language plpgsql as $$
begin
  perform set_config('request.headers', jsonb_build_object('x-decision-token', p_link)::text, true);
  return public.linked_media();
end
$$;
create function pg_temp.status(p_n integer) returns text language sql as $$ select public.read_decision_link(link) ->> 'status' from card where n = p_n $$;
grant execute on all functions in schema pg_temp to public;

select tests.become_nobody();
select is(pg_temp.pictures(link), array[tenant_id || '/run/' || content_id || '.png'], 'who holds the link sees the picture of what it asks, and no other') from card where n = 1;
select is(pg_temp.pictures('x'), '{}', 'a token that is none shows nothing');
select is(pg_temp.pictures(null), '{}', 'nor does a request without one');

-- read by robots
select is(pg_temp.status(1), 'open', 'a link is open') from generate_series(1, 5);
select tests.become_the_database();
select is((select count(*) from public.approvals where state <> 'pending' and id in (select id from card)), 0::bigint, 'reading a link decides nothing, however often');

-- stale tells what changed
update public.contents set body = 'Un autre texte', hashtags = array['#autre'] where id = (select content_id from card where n = 2);
select tests.become_nobody();
select is(pg_temp.status(2), 'stale', 'another text makes the link stale');
select is((select public.read_decision_link(link) -> 'changed' from card where n = 2), '["body", "hashtags"]', 'it names what changed');
select is((select public.decide_by_token(link, 'approve') ->> 'outcome' from card where n = 2), 'stale', 'and decides nothing');

-- a chat was asked too
select tests.become_the_database();
insert into public.channel_links (user_id, channel, address, name) select tests.id_of('owner@links.test'), c, '4711', 'Owner' from unnest(array['telegram', 'whatsapp']) c;
insert into public.deliveries (tenant_id, user_id, channel, target_id, topic, kind, approval_id, state, settled_at, external_id)
select c.tenant_id, l.user_id, l.channel, l.id, 'approvals', 'approval', c.id, 'sent', engine.now(), '4711:' || c.n
from card c, public.channel_links l where l.user_id = tests.id_of('owner@links.test') and c.n in (1, 3);
select tests.become_nobody();
select is((select public.decide_by_token(link, 'reject', 'Trop tôt') ->> 'outcome' from card where n = 1), 'decided', 'the link decides');
select is(pg_temp.pictures(link), '{}', 'a used link shows no picture any more') from card where n = 1;
select tests.become_the_database();
select results_eq(
  $$ select channel, data -> 'external_ids', approval_id from public.deliveries where kind = 'buttons_off' $$,
  $$ select 'telegram', '["4711:1"]'::jsonb, id from card where n = 1 $$, 'the Telegram chat loses the buttons of what was decided by mail, and of nothing else; WhatsApp cannot'
);
delete from public.memberships where user_id = tests.id_of('owner@links.test');
select tests.become_nobody();
select is(pg_temp.pictures(link), '{}', 'who has left sees no picture') from card where n = 3;
select is(pg_temp.status(3), 'forbidden', 'and may not decide');
select tests.become_the_database();
select * from finish();
rollback;
