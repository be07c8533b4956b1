-- Bucket media: <tenant_id>/<run_id>/<file>, pictures, sounds and videos of at most 60 MB. Only functions and render workers write (service_role passes by RLS); members and, once published, anybody read.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('media', 'media', false, 62914560, array['image/svg+xml', 'image/png', 'image/jpeg', 'image/webp', 'video/mp4', 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/wav'])
on conflict (id) do update set
  public = excluded.public, file_size_limit = excluded.file_size_limit, allowed_mime_types = excluded.allowed_mime_types;

create function public.readable_media_folders()
returns text[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return array(
    select m.tenant_id::text
    from public.memberships m
    join public.tenants t on t.id = m.tenant_id and t.status = 'active'
    join public.role_permissions p on p.role = m.role and p.permission = 'view_all_tasks'
    where m.user_id = auth.uid()
  );
end
$$;
comment on function public.readable_media_folders() is 'Tenants whose media the signed-in person may read, as first folders of bucket media: every tenant where the role sees all tasks, so that two tabs can show two tenants.';
grant execute on function public.readable_media_folders() to authenticated;

create function public.assigned_media()
returns text[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if auth.uid() is null then return '{}'; end if;
  return array(select c.media ->> 'path' from public.contents c where c.id = any (public.assigned_contents()) and c.media is not null);
end
$$;
comment on function public.assigned_media() is 'Objects of bucket media that belong to the approvals assigned to the signed-in person (an external sees no other).';
grant execute on function public.assigned_media() to authenticated;

create policy "insiders read the media of their tenants, anyone that of what is assigned to them" on storage.objects
for select to authenticated using (
  bucket_id = 'media'
  and (
    (storage.foldername(name))[1] = any ((select public.readable_media_folders())::text[])
    or name = any ((select public.assigned_media())::text[])
  )
);
create policy "anybody reads the media of published posts" on storage.objects
for select to anon, authenticated using (bucket_id = 'media' and public.is_published_media(name));
