-- The landing pages of a tenant as visitors get them, at /@slug/p/<page>: only what has passed its gate. Called without a session.
create function public.read_landing_page(p_slug text, p_page text)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_tenant public.tenants := engine.page_tenant(p_slug);
  v_brand jsonb;
begin
  if v_tenant.id is null then return null; end if;
  v_brand := engine.brand_of(v_tenant.id);
  return (
    select jsonb_build_object(
      'tenant', jsonb_build_object('name', v_tenant.name, 'slug', v_tenant.slug, 'language', v_tenant.language, 'is_demo', v_tenant.is_demo),
      'brand', jsonb_build_object('colours', v_brand -> 'colours', 'fonts', v_brand -> 'fonts'),
      'page', jsonb_build_object('slug', l.slug, 'title', l.title, 'html', l.html, 'language', l.language)
    )
    from public.landing_pages l
    where l.tenant_id = v_tenant.id and l.slug = lower(p_page) and l.status = 'published' and l.html <> ''
  );
end
$$;
comment on function public.read_landing_page(text, text) is
  'A published landing page of an active tenant, else null: {tenant {name, slug, language, is_demo}, brand {colours, fonts, null where there is none yet}, '
  'page {slug, title, html (a whole document, not to be trusted), language}}.';

create function public.is_page_media(p_path text)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return exists (
    select from public.landing_pages l join public.tenants t on t.id = l.tenant_id and t.status = 'active'
    where l.tenant_id::text = split_part(p_path, '/', 1) and l.status = 'published' and strpos(l.html, 'src="/media/' || p_path || '"') > 0
  );
end
$$;
comment on function public.is_page_media(text) is
  'True when a published landing page of an active tenant shows this object of its own folder of bucket media. Asked by the storage policy for anybody.';

create policy "anybody reads the pictures of published landing pages" on storage.objects
for select to anon, authenticated using (bucket_id = 'media' and public.is_page_media(name));

grant execute on function public.read_landing_page(text, text) to anon, authenticated;
grant execute on function public.is_page_media(text) to anon, authenticated;
