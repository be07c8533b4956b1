-- Who may do what (product.md A2) as data, the two questions verbs and policies ask, and the policies of the tenancy tables.
create table public.role_permissions (
  role text not null constraint role_is_known check (role in ('owner', 'admin', 'staff', 'external')),
  permission text not null,
  primary key (role, permission)
);
comment on table public.role_permissions is 'The permission matrix: a row means the role may.';
alter table public.role_permissions enable row level security;
grant select on public.role_permissions to authenticated;

insert into public.role_permissions (permission, role)
select permission, unnest(roles)
from (values
  ('view_agents', array['owner', 'admin', 'staff']),
  ('create_agents', array['owner', 'admin']),
  ('delete_agents', array['owner']),
  ('view_all_tasks', array['owner', 'admin', 'staff']),
  ('create_tasks', array['owner', 'admin', 'staff']),
  ('approve_tasks', array['owner', 'admin', 'staff']),
  ('manage_users', array['owner', 'admin']),
  ('manage_billing', array['owner']),
  ('delete_tenant', array['owner']),
  ('give_autonomy', array['owner']),
  ('edit_brand', array['owner', 'admin']),
  ('read_audit', array['owner', 'admin']),
  ('erase_people', array['owner', 'admin'])
) matrix (permission, roles);

create function public.has_permission(p_permission text)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_tenant_id uuid := public.current_tenant();
begin
  return v_tenant_id is not null and exists (
    select from public.memberships m
    join public.role_permissions p on p.role = m.role and p.permission = p_permission
    where m.tenant_id = v_tenant_id and m.user_id = auth.uid()
  );
end
$$;
comment on function public.has_permission(text) is 'True when the person''s role in the tenant of this request has the permission. Policies wrap it in (select ...).';
grant execute on function public.has_permission(text) to authenticated;

create function engine.require_tenant(p_tenant_id uuid, p_permission text default null)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  perform engine.mark_request('asks');
  if auth.uid() is null then
    perform engine.fail('NX401', 'not_signed_in');
  end if;
  perform engine.refuse_blocked();
  if p_tenant_id is distinct from public.current_tenant() or p_tenant_id is null then
    perform engine.fail('NX409', 'tenant_mismatch', jsonb_build_object('tenant_id', p_tenant_id));
  end if;
  if p_permission is not null and not public.has_permission(p_permission) then
    perform engine.fail('NX403', 'no_permission', jsonb_build_object('permission', p_permission));
  end if;
end
$$;
comment on function engine.require_tenant(uuid, text) is
  'First line of every write verb: NX401 not_signed_in, NX409 tenant_mismatch (the tenant named is not the tenant of the request), NX403 no_permission, '
  'NX429 blocked_for_now {until} (Guard Scanner).';

create function engine.require_two_factor(p_always boolean default false)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if auth.jwt() ->> 'aal' is distinct from 'aal2'
    and (p_always or exists (select from auth.mfa_factors f where f.user_id = auth.uid() and f.status = 'verified')) then
    perform engine.fail('NX403', 'needs_two_factor');
  end if;
end
$$;
comment on function engine.require_two_factor(boolean) is
  'Sensitive acts: who has set up two-factor must be signed in with it (aal2), else NX403 needs_two_factor. p_always: what costs money or hands over power asks everybody, who has none sets it up first.';

create policy "members read the tenant they work in" on public.tenants
for select to authenticated using (id = (select public.current_tenant()));

create policy "members read their own membership, insiders their colleagues'" on public.memberships
for select to authenticated using (
  tenant_id = (select public.current_tenant())
  and (user_id = (select auth.uid()) or (select public.has_permission('view_all_tasks')))
);

create policy "people read their own profile and their colleagues'" on public.profiles
for select to authenticated using (
  user_id = (select auth.uid())
  or user_id in (select m.user_id from public.memberships m where m.tenant_id = (select public.current_tenant()))
);

create policy "people read their own platform roles" on public.platform_roles
for select to authenticated using (user_id = (select auth.uid()));

create policy "people read the active tenants of their own sessions" on public.active_tenants
for select to authenticated using (user_id = (select auth.uid()));

create policy "signed-in people read the permission matrix" on public.role_permissions
for select to authenticated using (true);

create policy "insiders read the events of their tenant" on public.events
for select to authenticated using (
  tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks'))
);
