-- Files that have to go with a person: the storage is told by functions/keep-audit, since a row deleted by SQL leaves its file. Filled by the erasures.
create table engine.files_to_remove (
  bucket text not null,
  path text not null,
  asked_at timestamptz not null default engine.now(),
  primary key (bucket, path)
);
comment on table engine.files_to_remove is 'Objects of the storage that nobody may have any more; a row goes when its file has.';

create function engine.remove_files(p_bucket text, p_paths text[]) returns void
language sql
set search_path = ''
as $$ insert into engine.files_to_remove (bucket, path) select p_bucket, p from unnest(p_paths) p on conflict do nothing $$;
comment on function engine.remove_files(text, text[]) is 'Has these objects of the bucket removed: keep-audit is called within ten minutes.';

create function engine.own_files_of(p_user_id uuid) returns text[]
language sql stable
set search_path = ''
as $$
  select coalesce(array_agg(distinct i.path), '{}') from public.inbound_messages i
  where i.user_id = p_user_id and i.path is not null
    and not exists (select from public.contents c where c.tenant_id = i.tenant_id and c.media ->> 'path' = i.path)
    and not exists (select from public.chain_runs r where r.tenant_id = i.tenant_id and r.input -> 'photo' ->> 'path' = i.path and r.finished_at is null)
$$;
comment on function engine.own_files_of(uuid) is 'Voice notes and pictures in bucket media that a person sent by chat and that no post of a business shows or is about to.';

create function worker.read_files_to_remove() returns jsonb
language sql stable
security definer
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('bucket', f.bucket, 'path', f.path)), '[]')
  from (select bucket, path from engine.files_to_remove order by asked_at, bucket, path limit 100) as f
$$;
comment on function worker.read_files_to_remove() is 'Up to a hundred objects to remove: [{bucket, path}], the oldest wish first.';
revoke all on function worker.read_files_to_remove() from public;
grant execute on function worker.read_files_to_remove() to service_role;

create function worker.settle_removed(p_bucket text, p_paths text[]) returns void
language sql
security definer
set search_path = ''
as $$ delete from engine.files_to_remove f where f.bucket = p_bucket and f.path = any (p_paths) $$;
comment on function worker.settle_removed(text, text[]) is 'These objects are gone from the storage.';
revoke all on function worker.settle_removed(text, text[]) from public;
grant execute on function worker.settle_removed(text, text[]) to service_role;
