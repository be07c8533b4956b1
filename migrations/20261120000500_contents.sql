-- Contents (a post is one of kind social_post), their permanent versions, and what was learned from edits and rejections.
create table public.contents (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  run_id uuid,
  kind text not null default 'social_post',
  platform text not null,
  language text not null constraint language_is_spoken check (language in ('mg', 'fr', 'en', 'ar')),
  body text not null,
  headline text not null default '',
  hashtags text[] not null default '{}',
  call_to_action text not null default '',
  media jsonb,
  status text not null default 'draft'
    constraint status_is_known check (status in ('draft', 'in_review', 'approved', 'scheduled', 'published', 'rejected')),
  version integer not null default 1,
  content_hash text not null default '',
  author_kind text not null default 'agent' constraint author_kind_is_known check (author_kind in ('agent', 'person', 'client')),
  author text not null default 'content_writer',
  scheduled_at timestamptz,
  published_at timestamptz,
  is_demo boolean not null default false,
  created_at timestamptz not null default engine.now(),
  updated_at timestamptz not null default engine.now(),
  constraint published_has_a_time check ((status = 'published') = (published_at is not null)),
  constraint scheduled_has_a_time check (status <> 'scheduled' or scheduled_at is not null),
  -- a page shows published media to anybody: a path into another tenant's folder must be impossible
  constraint media_lies_in_the_tenants_folder check (
    media is null or coalesce(starts_with(media ->> 'path', tenant_id::text || '/'), false)
  )
);
comment on table public.contents is
  'What goes out. media = {path, mime, width, height, alt}, path in bucket media. version, content_hash and content_versions are kept by trigger: '
  'insert and update the words, the rest follows; author = agent key, user id or client link of the version in force.';
create index contents_of_a_tenant on public.contents (tenant_id, created_at desc);
create index contents_published on public.contents (tenant_id, published_at desc, id) where status = 'published';
create index contents_due on public.contents (scheduled_at) where status = 'scheduled';
create index contents_of_a_run on public.contents (run_id) where run_id is not null;
create index contents_public_media on public.contents ((media ->> 'path')) where status = 'published';

create table public.content_versions (
  content_id uuid not null references public.contents (id),
  version integer not null,
  tenant_id uuid not null,
  snapshot jsonb not null,
  content_hash text not null,
  author_kind text not null,
  author text not null,
  created_at timestamptz not null default engine.now(),
  primary key (content_id, version)
);
comment on table public.content_versions is 'snapshot = {platform, language, body, headline, hashtags, call_to_action, media} exactly as a person could see and approve it.';
create index content_versions_of_a_tenant on public.content_versions (tenant_id, content_id);

create table public.lessons (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  content_id uuid references public.contents (id) on delete set null,
  kind text not null constraint kind_is_known check (kind in ('edit', 'rejection')),
  before jsonb,
  after jsonb,
  reason text not null default '',
  created_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default engine.now()
);
comment on table public.lessons is 'A person''s difference: before and after of an edit ({body, headline, ...} that changed), or the reason of a rejection.';
create index lessons_of_a_tenant on public.lessons (tenant_id, created_at desc);
create index lessons_of_a_content on public.lessons (content_id) where content_id is not null;
create index lessons_of_a_person on public.lessons (created_by) where created_by is not null;

create function engine.content_snapshot(p_content public.contents)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'platform', p_content.platform, 'language', p_content.language, 'body', p_content.body, 'headline', p_content.headline,
    'hashtags', to_jsonb(p_content.hashtags), 'call_to_action', p_content.call_to_action, 'media', p_content.media
  )
$$;
comment on function engine.content_snapshot(public.contents) is 'The part of a content that a person sees and approves; status and times are not part of it.';

create function engine.content_hash(p_content public.contents)
returns text
language sql
immutable
set search_path = ''
as $$
  select encode(sha256(convert_to(engine.content_snapshot(p_content)::text, 'utf8')), 'hex')
$$;
comment on function engine.content_hash(public.contents) is 'sha256 (64 hex) of content_snapshot: the version a decision names. jsonb text is canonical, so equal words give equal hashes.';

create function engine.stamp_content()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.content_hash := engine.content_hash(new);
  new.updated_at := engine.now();
  if tg_op = 'INSERT' then
    new.version := 1;
  else
    new.version := old.version;
    if new.content_hash <> old.content_hash then
      new.version := old.version + 1;
      if auth.uid() is not null then
        new.author_kind := 'person';
        new.author := auth.uid()::text;
      elsif old.author_kind = 'person' and new.author = old.author then
        new.author_kind := 'agent';
        new.author := 'content_writer';
      end if;
    end if;
  end if;
  return new;
end
$$;
comment on function engine.stamp_content() is 'Before insert or update of contents: hash, version (+1 when what is seen changed) and author cannot be stale or forged.';

create function engine.keep_content_version()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  insert into public.content_versions (content_id, version, tenant_id, snapshot, content_hash, author_kind, author)
  values (new.id, new.version, new.tenant_id, engine.content_snapshot(new), new.content_hash, new.author_kind, new.author);
  return null;
end
$$;
comment on function engine.keep_content_version() is 'After a new version of a content: keeps it for ever.';

create trigger contents_are_stamped before insert or update on public.contents
for each row execute function engine.stamp_content();
create trigger contents_keep_their_first_version after insert on public.contents
for each row execute function engine.keep_content_version();
create trigger contents_keep_their_versions after update on public.contents
for each row when (new.version <> old.version) execute function engine.keep_content_version();
create trigger content_versions_are_permanent before update or delete or truncate on public.content_versions
for each statement execute function engine.refuse_change();

alter table public.contents enable row level security;
alter table public.content_versions enable row level security;
alter table public.lessons enable row level security;
grant select on public.contents, public.content_versions, public.lessons to authenticated;

create function public.assigned_contents()
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return array(
    select a.content_id
    from public.approvals a
    join public.memberships m on m.tenant_id = a.tenant_id and m.user_id = a.assignee_id
    join public.tenants t on t.id = a.tenant_id and t.status = 'active'
    where a.assignee_id = auth.uid() and a.content_id is not null
  );
end
$$;
comment on function public.assigned_contents() is 'Contents of the approvals that are assigned to the signed-in person, in every tenant where they still are. Asked by policies.';
grant execute on function public.assigned_contents() to authenticated;

create policy "insiders read the contents of their tenant, anyone what is assigned to them" on public.contents
for select to authenticated using (
  tenant_id = (select public.current_tenant())
  and ((select public.has_permission('view_all_tasks')) or id = any ((select public.assigned_contents())::uuid[]))
);
create policy "insiders read the versions of their contents" on public.content_versions
for select to authenticated using (
  tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks'))
);
create policy "insiders read the lessons of their tenant" on public.lessons
for select to authenticated using (
  tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks'))
);
