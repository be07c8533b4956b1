-- Client links: an outside client without an account approves what waits for them, by a link in their language. Made, listed and revoked here; what the
-- client does with it is in the next file.

create table public.client_links (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  name text not null constraint client_name_is_short check (char_length(name) between 1 and 80),
  language text not null constraint client_language_is_spoken check (language in ('mg', 'fr', 'en', 'ar')),
  run_id uuid references public.chain_runs (id) on delete cascade,
  may_edit boolean not null default false,
  token_hash bytea not null unique,
  made_by uuid references auth.users (id) on delete set null,
  made_at timestamptz not null default engine.now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  decided_count integer not null default 0,
  hour_from timestamptz not null default '-infinity',
  hour_tries integer not null default 0,
  constraint client_link_expires_after_it_was_made check (expires_at > made_at)
);
comment on table public.client_links is
  'A link for one outside client, named after them: run_id = only what that run asks, null = all that goes public or to outsiders. token_hash = sha256 of the token, which was shown once; last_used_at, '
  'decided_count = of decisions; hour_from, hour_tries bound how often it is tried.';
create index client_links_of_a_tenant on public.client_links (tenant_id, made_at desc);
create index client_links_of_a_run on public.client_links (run_id) where run_id is not null;
create index client_links_of_a_maker on public.client_links (made_by) where made_by is not null;
alter table public.approvals add constraint decided_link_is_known foreign key (decided_link_id) references public.client_links (id);
create index approvals_decided_by_link on public.approvals (decided_link_id) where decided_link_id is not null;

alter table public.client_links enable row level security;
create policy "who manages people sees the links of outside clients" on public.client_links for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('manage_users')));
grant select (id, tenant_id, name, language, run_id, may_edit, made_by, made_at, expires_at, revoked_at, last_used_at, decided_count) on public.client_links to authenticated;

create function engine.name_of_link(p_link_id uuid) returns text
language plpgsql stable
set search_path = ''
as $$
begin
  return (select l.name from public.client_links l where l.id = p_link_id);
end
$$;
comment on function engine.name_of_link(uuid) is 'What the client of a link is called; null without one.';

create function engine.client_may_decide(p_approval public.approvals, p_link_id uuid, p_is_edit boolean) returns boolean
language plpgsql stable
set search_path = ''
as $$
begin
  return p_approval.gate in ('publish', 'outreach') and p_approval.content_id is not null and exists (
    select from public.client_links l join public.tenants t on t.id = l.tenant_id and t.status = 'active'
    where l.id = p_link_id and l.tenant_id = p_approval.tenant_id and l.revoked_at is null and l.expires_at > engine.now()
      and (l.run_id is null or l.run_id = p_approval.run_id) and (l.may_edit or not p_is_edit)
  );
end
$$;
comment on function engine.client_may_decide(public.approvals, uuid, boolean) is
  'May the client of this link decide it: a text that goes public or to outsiders, of the link''s tenant and run, while the link lives; with changed words only where it says so.';

create function public.make_client_link(
  p_tenant_id uuid, p_name text, p_language text, p_run_id uuid default null, p_may_edit boolean default false
) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_token text := replace(gen_random_uuid()::text, '-', '');
  v_name text := btrim(regexp_replace(coalesce(p_name, ''), '\s+', ' ', 'g'));
  v_link public.client_links;
  v_field text;
begin
  perform engine.require_tenant(p_tenant_id, 'manage_users');
  perform engine.require_two_factor();
  v_field := case
    when char_length(v_name) not between 1 and 80 then 'name'
    when coalesce(p_language, '') not in ('mg', 'fr', 'en', 'ar') then 'language'
    when p_run_id is not null and not exists (select from public.chain_runs r where r.id = p_run_id and r.tenant_id = p_tenant_id) then 'run'
  end;
  if v_field is not null then perform engine.fail('NX400', 'client_link_invalid', jsonb_build_object('field', v_field)); end if;
  perform from public.tenants t where t.id = p_tenant_id for no key update;
  if (select count(*) from public.client_links l where l.tenant_id = p_tenant_id and l.revoked_at is null and l.expires_at > engine.now()) >= 50 then
    perform engine.fail('NX409', 'client_links_limit_reached', '{"limit": 50}');
  end if;
  insert into public.client_links (tenant_id, name, language, run_id, may_edit, token_hash, made_by, expires_at)
  values (p_tenant_id, v_name, p_language, p_run_id, coalesce(p_may_edit, false), sha256(convert_to(v_token, 'utf8')), auth.uid(), engine.now() + interval '30 days')
  returning * into v_link;
  perform engine.record_event(p_tenant_id, 'client_link.made', jsonb_build_object('link_id', v_link.id, 'run_id', v_link.run_id,
    'may_edit', v_link.may_edit, 'expires_at', v_link.expires_at), p_personal => jsonb_build_object('client', v_link.name), p_personal_of => v_link.id);
  return jsonb_build_object('id', v_link.id, 'token', v_token, 'name', v_link.name, 'expires_at', v_link.expires_at);
end
$$;
comment on function public.make_client_link(uuid, text, text, uuid, boolean) is
  'A link for an outside client, for 30 days: {id, token, name, expires_at}; the token is in this answer only. p_run_id = only what that run asks. NX400 client_link_invalid {field}, NX409 '
  'client_links_limit_reached {limit}, NX403 no_permission (manage_users), needs_two_factor of who has one.';

create function public.revoke_client_link(p_tenant_id uuid, p_link_id uuid) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_name text;
begin
  perform engine.require_tenant(p_tenant_id, 'manage_users');
  update public.client_links l set revoked_at = engine.now() where l.id = p_link_id and l.tenant_id = p_tenant_id and l.revoked_at is null returning l.name into v_name;
  if v_name is not null then
    perform engine.record_event(p_tenant_id, 'client_link.revoked', jsonb_build_object('link_id', p_link_id), p_personal => jsonb_build_object('client', v_name), p_personal_of => p_link_id);
  end if;
  return jsonb_build_object('revoked', v_name is not null);
end
$$;
comment on function public.revoke_client_link(uuid, uuid) is 'The link opens nothing from now on; {revoked: false} when it was so or is none of this tenant. Needs manage_users.';
grant execute on function public.make_client_link(uuid, text, text, uuid, boolean), public.revoke_client_link(uuid, uuid) to authenticated;
