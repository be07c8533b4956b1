-- Members of a tenant: who they are, another role, another owner, letting one go. How somebody comes in is in the next file. Called by settings/people.
create function engine.role_of(p_tenant_id uuid, p_user_id uuid)
returns text
language plpgsql
set search_path = ''
as $$
declare
  v_role text;
begin
  -- One change at a time: two owners who leave at once must not both see the other stay.
  perform from public.tenants t where t.id = p_tenant_id for no key update;
  select m.role into v_role from public.memberships m where m.tenant_id = p_tenant_id and m.user_id = p_user_id;
  if v_role is null then perform engine.fail('NX404', 'member_not_found'); end if;
  return v_role;
end
$$;
comment on function engine.role_of(uuid, uuid) is 'Role of a member who is about to change; holds the tenant until the transaction ends. NX404 member_not_found.';

create function engine.keep_an_owner(p_tenant_id uuid, p_user_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if not exists (select from public.memberships m where m.tenant_id = p_tenant_id and m.role = 'owner' and m.user_id <> p_user_id) then
    perform engine.fail('NX409', 'last_owner');
  end if;
end
$$;
comment on function engine.keep_an_owner(uuid, uuid) is 'NX409 last_owner when the tenant would have no owner without this person.';

create function engine.change_topic(p_tenant_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  -- Said on the old topic, before it changes: who still may reads the new suffix from tenants and joins it, who may not hears no more.
  perform engine.broadcast(p_tenant_id, 'tenant', jsonb_build_object('id', p_tenant_id));
  update public.tenants t set topic_suffix = default where t.id = p_tenant_id;
end
$$;
comment on function engine.change_topic(uuid) is 'Tells the members'' screens that people changed, and moves the realtime topic on.';

create function engine.put_role(p_tenant_id uuid, p_user_id uuid, p_from text, p_to text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  update public.memberships m set role = p_to where m.tenant_id = p_tenant_id and m.user_id = p_user_id;
  perform engine.record_event(p_tenant_id, 'member.role_set', jsonb_build_object('user_id', p_user_id, 'from', p_from, 'to', p_to));
  if p_user_id is distinct from auth.uid() then
    perform engine.notify(p_tenant_id, p_user_id, 'role_set', jsonb_build_object('role', p_to), '/home');
  end if;
end
$$;
comment on function engine.put_role(uuid, uuid, text, text) is 'Gives a member another role, in the log and under their bell.';

create function public.set_member_role(p_tenant_id uuid, p_user_id uuid, p_role text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_from text;
begin
  perform engine.require_tenant(p_tenant_id, 'manage_users');
  if p_role is null or p_role not in ('owner', 'admin', 'staff', 'external') then perform engine.fail('NX400', 'role_invalid'); end if;
  v_from := engine.role_of(p_tenant_id, p_user_id);
  perform engine.require_two_factor('owner' in (v_from, p_role));
  if 'owner' in (v_from, p_role) and not public.has_permission('delete_tenant') then
    perform engine.fail('NX403', 'only_an_owner_makes_owners');
  end if;
  if v_from = 'owner' and p_role <> 'owner' then perform engine.keep_an_owner(p_tenant_id, p_user_id); end if;
  if v_from <> p_role then
    perform engine.put_role(p_tenant_id, p_user_id, v_from, p_role);
    perform engine.change_topic(p_tenant_id);
  end if;
  return jsonb_build_object('user_id', p_user_id, 'role', p_role);
end
$$;
comment on function public.set_member_role(uuid, uuid, text) is
  'Gives a member another role; returns {user_id, role}. Needs manage_users; owners are made and unmade by owners only, always at aal2. NX404 member_not_found, NX409 last_owner, NX400 role_invalid, NX403 no_permission, '
  'only_an_owner_makes_owners, needs_two_factor.';

create function public.hand_over_ownership(p_tenant_id uuid, p_user_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_from text;
begin
  perform engine.require_tenant(p_tenant_id, 'delete_tenant');
  perform engine.require_two_factor(true);
  v_from := engine.role_of(p_tenant_id, p_user_id);
  if p_user_id = auth.uid() then perform engine.fail('NX400', 'role_invalid'); end if;
  perform engine.put_role(p_tenant_id, p_user_id, v_from, 'owner');
  perform engine.put_role(p_tenant_id, auth.uid(), 'owner', 'admin');
  perform engine.change_topic(p_tenant_id);
  return jsonb_build_object('owner', p_user_id, 'role', 'admin');
end
$$;
comment on function public.hand_over_ownership(uuid, uuid) is
  'Makes another member the owner and the caller an admin, in one step and at aal2; returns {owner, role of the caller now}. NX403 no_permission (owners only), needs_two_factor, NX404 member_not_found, NX400 role_invalid '
  '(to oneself).';

create function public.remove_member(p_tenant_id uuid, p_user_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_role text;
begin
  perform engine.require_tenant(p_tenant_id, case when p_user_id is distinct from auth.uid() then 'manage_users' end);
  v_role := engine.role_of(p_tenant_id, p_user_id);
  perform engine.require_two_factor(v_role = 'owner' and p_user_id <> auth.uid());
  if v_role = 'owner' then
    if not public.has_permission('delete_tenant') then
      perform engine.fail('NX403', 'only_an_owner_removes_owners');
    end if;
    perform engine.keep_an_owner(p_tenant_id, p_user_id);
  end if;

  delete from public.memberships m where m.tenant_id = p_tenant_id and m.user_id = p_user_id;
  delete from public.active_tenants a where a.tenant_id = p_tenant_id and a.user_id = p_user_id;
  delete from public.notification_reads r where r.tenant_id = p_tenant_id and r.user_id = p_user_id;
  perform engine.record_event(p_tenant_id, 'member.removed', jsonb_build_object('user_id', p_user_id, 'role', v_role));
  perform engine.change_topic(p_tenant_id);
end
$$;
comment on function public.remove_member(uuid, uuid) is
  'Takes a member out, or lets one leave. The realtime topic of the tenant changes at once, what is on its way to them is not sent, their decision links decide nothing. NX404 member_not_found, NX409 last_owner, '
  'NX403 no_permission, only_an_owner_removes_owners, needs_two_factor (always to remove another owner).';

create function public.read_people(p_tenant_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_manages boolean := public.has_permission('manage_users');
begin
  perform engine.require_tenant(p_tenant_id, 'view_all_tasks');
  return jsonb_build_object(
    'limit', (engine.plan_of(p_tenant_id)).users,
    'people', (
      select coalesce(jsonb_agg(jsonb_build_object('user_id', m.user_id, 'name', p.display_name, 'role', m.role, 'since', m.created_at) || case
        when v_manages or m.user_id = auth.uid() then jsonb_build_object(
          'email', u.email,
          'channels', array(select distinct o.channel from engine.places_of(m.user_id) as o order by o.channel),
          'has_two_factor', exists (select from auth.mfa_factors f where f.user_id = m.user_id and f.status = 'verified'))
        else '{"email": null, "channels": [], "has_two_factor": null}'
      end order by array_position(array['owner', 'admin', 'staff', 'external'], m.role), m.created_at, m.user_id), '[]')
      from public.memberships m join auth.users u on u.id = m.user_id left join public.profiles p on p.user_id = m.user_id
      where m.tenant_id = p_tenant_id
    ),
    'invitations', case when v_manages then engine.invitations_of(p_tenant_id) else '[]' end
  );
end
$$;
comment on function public.read_people(uuid) is
  'Who belongs to the tenant, owners first: {limit (people in the plan, null = any), people [{user_id, name, role, since, email, channels [push|telegram|whatsapp], has_two_factor}], invitations [{id, email, role, '
  'language, made_at, expires_at, mail waiting|sending|sent|dropped|failed|null}]}. Addresses, channels and second factors only for who manages people, and one''s own. Needs view_all_tasks.';
grant execute on function public.set_member_role(uuid, uuid, text), public.hand_over_ownership(uuid, uuid), public.remove_member(uuid, uuid), public.read_people(uuid) to authenticated;
