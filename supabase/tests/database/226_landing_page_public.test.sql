-- Landing pages as anybody gets them: published ones of active tenants, with the pictures of their own folder; the bell leads there.
begin;
select no_plan();

create temporary table scene (tenant_id uuid, other_id uuid);
grant select on scene to public;
select tests.person('owner@landing.test'), tests.person('rival@landing.test');
insert into scene values (tests.tenant('Chez Landing', 'owner@landing.test'), tests.tenant('Landing Rival', 'rival@landing.test'));
insert into public.landing_pages (tenant_id, slug, title, html, language, status, published_at)
select tenant_id, status, 'Titre ' || status,
  '<h1>' || status || '</h1><img src="/media/' || tenant_id || '/run/' || status || '.svg"><img src="/media/' || other_id || '/run/theirs.svg">', 'mg', status,
  case status when 'published' then engine.now() end
from scene, unnest(array['draft', 'published', 'archived']) status;

select tests.become_nobody();
select is(
  public.read_landing_page('Chez-Landing', 'Published') - 'page',
  '{"tenant": {"name": "Chez Landing", "slug": "chez-landing", "language": "fr", "is_demo": false}, "brand": {"colours": null, "fonts": null}}',
  'a published page says whose it is'
);
select is(public.read_landing_page('chez-landing', 'published') #>> '{page,language}', 'mg', 'in which language');
select matches(public.read_landing_page('chez-landing', 'published') #>> '{page,html}', '<h1>published</h1>', 'and the document');
select is_empty(
  $$ select from unnest(array['draft', 'archived', 'none', null]) page where public.read_landing_page('chez-landing', page) is not null $$, 'nothing that has not passed its gate'
);
select is(public.read_landing_page('landing-rival', 'published'), null, 'under its own tenant only');
select results_eq(
  $$ select name, public.is_page_media(tenant_id || '/run/' || name || '.svg') from scene, unnest(array['published', 'draft', 'archived', 'publish']) name $$,
  $$ values ('published', true), ('draft', false), ('archived', false), ('publish', false) $$, 'pictures of what is published can be read, no others'
);
select is(public.is_page_media(other_id || '/run/theirs.svg'), false, 'and never those of another tenant') from scene;
select throws_ok('select from public.landing_pages', '42501', null, 'the table itself is closed');

select tests.become_the_database();
update public.tenants set status = 'suspended' where id = (select tenant_id from scene);
select is(public.read_landing_page('chez-landing', 'published'), null, 'a suspended tenant has no pages');
select is(public.is_page_media(tenant_id || '/run/published.svg'), false, 'and shows no pictures') from scene;
select * from finish();
rollback;
