-- The picture of an approval for who holds its link: the page /d/<token> asks storage with the token in the header x-decision-token.

create function public.linked_media() returns text[]
language plpgsql stable
security definer
set search_path = ''
as $$
declare
  v_token text := nullif(current_setting('request.headers', true), '')::jsonb ->> 'x-decision-token';
begin
  if v_token is null then return '{}'; end if;
  return array(
    select c.media ->> 'path'
    from public.decision_tokens t
    join public.approvals a on a.id = t.approval_id and a.state = 'pending'
    join public.contents c on c.id = a.content_id and c.media is not null
    where t.token_hash = sha256(convert_to(v_token, 'utf8')) and t.used_at is null and t.user_id in (select engine.deciders_of(a))
  );
end
$$;
comment on function public.linked_media() is
  'Object of bucket media that belongs to the approval whose decision token comes with this request, while it waits and its person may decide it. Storage sets request.headers like PostgREST '
  '(github.com/supabase/storage, src/internal/database/connection.ts).';
grant execute on function public.linked_media() to anon, authenticated;

create policy "who holds the link of an approval reads its picture" on storage.objects
for select to anon using (bucket_id = 'media' and name = any ((select public.linked_media())::text[]));
