-- The Nexio page counts itself: visits, posts seen, taps; letters and messages left there.
begin;
select no_plan();
create temporary table scene as select tests.shop('Counts', 'owner@counts.test') as tenant_id, tests.shop('Counts Rival', 'rival@counts.test') as rival_id;
grant select on scene to public;
insert into public.contents (tenant_id, platform, language, body, headline, status, published_at, media)
select tenant_id, 'nexio_page', 'fr', 'un', 'Un', 'published', engine.now() - interval '1 hour', null from scene
union all select tenant_id, 'nexio_page', 'fr', 'deux', 'Deux', 'published', engine.now() - interval '1 hour', jsonb_build_object('path', tenant_id || '/a.png', 'mime', 'image/png') from scene
union all select tenant_id, 'nexio_page', 'fr', 'film', 'Film', 'published', engine.now() - interval '1 hour',
  jsonb_build_object('path', tenant_id || '/a.mp4', 'mime', 'video/mp4', 'width', 1080, 'height', 1920) from scene
union all select tenant_id, 'nexio_page', 'fr', 'caché', 'Caché', 'draft', null, null from scene
union all select rival_id, 'nexio_page', 'fr', 'autre', 'Autre', 'published', engine.now(), null from scene;
create temporary table posts as select id, body, tenant_id from public.contents where tenant_id in (select unnest(array[tenant_id, rival_id]) from scene);
grant select on posts to public;
create function pg_temp.ids(variadic p text[]) returns uuid[] language sql as $$ select array_agg(id) from posts where body = any (p) $$;
grant execute on function pg_temp.ids(text[]) to public;
create temporary view figures as
select reach, impressions, engagements, clicks, followers, leads from public.metrics_daily where platform = 'nexio_page' and tenant_id = (select tenant_id from scene);

select results_eq(
  $$ select title, format, reach, impressions from public.post_metrics join scene using (tenant_id) order by title $$,
  $$ values ('Deux', 'picture', 0, 0), ('Film', 'reel', 0, 0), ('Un', 'text', 0, 0) $$, 'what is published is counted from zero, with its format'
);

select tests.become_nobody();
select public.count_page_visit('counts', '10.0.0.1 Firefox', pg_temp.ids('un', 'deux'));
select public.count_page_visit('counts', '10.0.0.1 Firefox', pg_temp.ids('un', 'deux'));
select public.count_page_visit('counts', '10.0.0.2 Chrome', pg_temp.ids('un', 'caché', 'autre'));
select tests.become_the_database();
select results_eq('select reach, impressions, engagements from figures', $$ values (2, 3, 0) $$, 'two people, three visits');
select results_eq(
  $$ select title, reach, impressions from public.post_metrics join scene using (tenant_id) order by title $$,
  $$ values ('Deux', 1, 2), ('Film', 0, 0), ('Un', 2, 3) $$, 'and the posts they saw, each on its page only'
);
select is((select sum(impressions) from public.post_metrics join scene on rival_id = post_metrics.tenant_id), 0::bigint, 'a post of another page is not counted through this one');

select tests.become_nobody();
select public.count_page_visit('counts', '10.0.0.1 Firefox', pg_temp.ids('un'), 'click') from generate_series(1, 3);
select public.count_page_visit('counts', 'reloads', '{}') from generate_series(1, 50);
select lives_ok($$ select public.count_page_visit('no-such-page', 'x') $$, 'a page that is not there: no error to a visitor');
select lives_ok($$ select public.count_page_visit('counts', null, null, 'eat') $$, 'nor for nonsense');
select tests.become_the_database();
select results_eq('select reach, impressions, clicks, engagements from figures', $$ values (3, 33, 1, 1) $$, 'a tap counts once a day, a reload thirty times');
select results_eq($$ select clicks, engagements from public.post_metrics where title = 'Un' $$, $$ values (1, 1) $$, 'the tap belongs to its post');
select is_empty($$ select from engine.page_visitors where visitor::text like '%Firefox%' or length(visitor) <> 12 $$, 'no address and no browser is kept');
create temporary table hashes as select day, visitor from engine.page_visitors join scene using (tenant_id) where what = 'page';
select tests.pass_time('1 day');
select tests.become_nobody();
select public.count_page_visit('counts', '10.0.0.1 Firefox');
select tests.become_the_database();
select results_eq('select reach, impressions from figures order by reach', $$ values (1, 1), (3, 33) $$, 'tomorrow is another day');
select is_empty(
  $$ select from engine.page_visitors v join hashes h on h.visitor = v.visitor where v.day <> h.day and what = 'page' $$, 'and the same visitor cannot be told from yesterday''s'
);
-- a day is the tenant's own: where it begins first, it is over two days later everywhere
select tests.pass_time('3 days');
select engine.forget_visitors();
select is_empty('select from engine.page_visitors', 'who came is forgotten');
select is((select count(*) from figures), 2::bigint, 'how many came is not');

-- letters
select tests.become_nobody();
select is(public.subscribe('counts', ' Lala@Mail.MG ', 'Lala', 'mg'), '{"received": true}', 'subscribe');
select is(public.subscribe('counts', 'lala@mail.mg'), '{"received": true}', 'twice: the same answer, so that nobody learns who is on the list');
select throws_ok($$ select public.subscribe('counts', 'not an address') $$, 'NX400', 'email_invalid', 'no address');
select throws_ok($$ select public.subscribe('no-such-page', 'a@b.mg') $$, 'NX404', 'page_not_found', 'no page');
select throws_ok($$ select from public.subscribers $$, '42501', null, 'nobody reads the list');
select tests.become_the_database();
select results_eq($$ select email, name, language, source from public.subscribers join scene using (tenant_id) $$, $$ values ('lala@mail.mg', 'Lala', 'mg', 'nexio_page') $$, 'one row');
select is((select max(followers) from figures), 1, 'who gets letters follows the page');
select is((select count(*) from public.notifications where kind = 'subscriber_joined' and tenant_id = (select tenant_id from scene)), 1::bigint, 'the owner hears once');
create temporary table token as select leave_token from public.subscribers join scene using (tenant_id);
grant select on token to public;
select tests.become_nobody();
select public.unsubscribe(leave_token) from token;
select is(public.unsubscribe(gen_random_uuid()), '{"received": true}', 'a wrong token tells nothing');
select tests.become_the_database();
select isnt((select unsubscribed_at from public.subscribers join scene using (tenant_id)), null, 'one tap leaves');
select is((select followers from public.metrics_daily where tenant_id = (select tenant_id from scene) order by day desc limit 1), 0, 'and is counted');
select tests.become('owner@counts.test', (select tenant_id from scene));
select throws_ok('select leave_token from public.subscribers', '42501', null, 'not even the owner has the token');
select tests.become_nobody();
select throws_ok($$ select public.subscribe('counts', 'p' || n || '@mail.mg') from generate_series(1, 61) n $$, 'NX429', 'too_many_messages', 'a flood is stopped');

-- a message
select public.submit_lead('counts', 'Voahangy', '+261 34 00 000 00', 'Combien pour 20 samosas ?', gen_random_uuid());
select tests.become_the_database();
select results_eq(
  $$ select kind, platform, author_name, author_ref, body, state from public.interactions join scene using (tenant_id) $$,
  $$ values ('message', 'nexio_page', 'Voahangy', '+261340000000', 'Combien pour 20 samosas ?', 'new') $$, 'a message left on the page stands in the inbox'
);
select is((select sum(leads) from figures), 1::bigint, 'and counts as a lead of the day');
select * from finish();
rollback;
