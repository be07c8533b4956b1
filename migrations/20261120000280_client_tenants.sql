-- What a parent sees of its children: an agency its clients, a programme sums of its members. Audited verbs, no exception in any policy.
create function public.read_client_tenants(p_tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_clients jsonb;
begin
  perform engine.require_tenant(p_tenant_id, 'manage_users');
  if (select t.kind from public.tenants t where t.id = p_tenant_id) <> 'agency' then
    perform engine.fail('NX403', 'not_an_agency');
  end if;
  select coalesce(jsonb_agg(jsonb_build_object(
    'tenant_id', c.id, 'name', c.name, 'slug', c.slug, 'plan_key', c.plan_key, 'language', c.language, 'country', c.country, 'status', c.status,
    'members', (select count(*) from public.memberships m where m.tenant_id = c.id),
    'published', (select count(*) from public.contents k where k.tenant_id = c.id and k.status = 'published' and not k.is_demo),
    'leads', (select count(*) from public.leads l where l.tenant_id = c.id and not l.is_demo)
  ) order by c.name, c.id), '[]')
  into v_clients
  from public.tenants c
  where c.parent_id = p_tenant_id;
  -- Both sides can see that it was read: the agency that it asked, each client that it was seen.
  perform engine.record_event(p_tenant_id, 'clients.read', jsonb_build_object('count', jsonb_array_length(v_clients)));
  perform engine.record_event(c.id, 'tenant.read_by_agency', jsonb_build_object('agency_id', p_tenant_id))
  from public.tenants c
  where c.parent_id = p_tenant_id;
  return v_clients;
end
$$;
comment on function public.read_client_tenants(uuid) is
  'Clients of an agency, for its owners and admins: [{tenant_id, name, slug, plan_key, language, country, status, members, published, leads}], figures '
  'without demo. Recorded as an event on both sides. NX403 not_an_agency, no_permission.';
grant execute on function public.read_client_tenants(uuid) to authenticated;

create function public.list_programmes()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if auth.uid() is null then perform engine.fail('NX401', 'not_signed_in'); end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name, t.id), '[]')
    from public.platform_roles r join public.tenants t on t.id = r.tenant_id and t.kind = 'programme'
    where r.user_id = auth.uid() and r.role = 'programme_operator'
  );
end
$$;
comment on function public.list_programmes() is 'Programmes that the signed-in person operates: [{id, name}], none for most. Belongs to a person: names no tenant.';
grant execute on function public.list_programmes() to authenticated;

create function public.read_programme(p_programme_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_countries jsonb;
begin
  if auth.uid() is null then perform engine.fail('NX401', 'not_signed_in'); end if;
  if not exists (
    select from public.platform_roles r join public.tenants t on t.id = r.tenant_id and t.kind = 'programme'
    where r.user_id = auth.uid() and r.role = 'programme_operator' and r.tenant_id = p_programme_id
  ) then
    perform engine.fail('NX403', 'not_an_operator');
  end if;
  perform engine.require_two_factor();
  select coalesce(jsonb_agg(to_jsonb(s) order by s.country), '[]')
  into v_countries
  from (
    select
      m.country, count(*) as members,
      count(*) filter (where exists (
        select from public.contents k where k.tenant_id = m.id and k.status = 'published' and not k.is_demo and k.published_at > engine.now() - interval '30 days')) as active,
      sum((select count(*) from public.contents k where k.tenant_id = m.id and k.status = 'published' and not k.is_demo))::bigint as published,
      sum((select count(*) from public.leads l where l.tenant_id = m.id and not l.is_demo))::bigint as leads
    from public.tenants m
    where m.parent_id = p_programme_id and not m.is_demo and m.status <> 'closed' and engine.has_agreed(m.id, 'programme_reporting')
    group by m.country
    having count(*) >= 5
  ) s;
  perform engine.record_event(p_programme_id, 'programme.read');
  return v_countries;
end
$$;
comment on function public.read_programme(uuid) is
  'Sums of those members of a programme whose owners agreed (consents, programme_reporting), for its operator: [{country, members, active, published, leads}]; active = let something out within 30 days. A country with fewer than five members is left out, so that no '
  'figure speaks of one business; no content, no name. Recorded as an event. NX403 not_an_operator, needs_two_factor.';
grant execute on function public.read_programme(uuid) to authenticated;

create function public.set_tenant_status(p_subject_id uuid, p_status text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  if auth.uid() is null then perform engine.fail('NX401', 'not_signed_in'); end if;
  if not exists (select from public.platform_roles r where r.user_id = auth.uid() and r.role = 'platform_admin') then
    perform engine.fail('NX403', 'not_a_platform_admin');
  end if;
  perform engine.require_two_factor();
  if p_status is null or p_status not in ('active', 'suspended') then
    perform engine.fail('NX400', 'status_invalid');
  end if;
  -- runs before their tenant, as everybody locks them (the trigger hands their work back)
  perform from public.chain_runs r where r.tenant_id = p_subject_id and r.finished_at is null order by r.id for no key update;
  update public.tenants t set status = p_status where t.id = p_subject_id and t.status <> 'closed';
  if not found then
    perform engine.fail('NX404', 'tenant_not_found');
  end if;
  perform engine.record_event(p_subject_id, 'tenant.status_set', jsonb_build_object('status', p_status));
  return jsonb_build_object('tenant_id', p_subject_id, 'status', p_status);
end
$$;
comment on function public.set_tenant_status(uuid, text) is
  'Suspends a tenant or lets it back, by a platform admin: while suspended its page is gone and its members reach nothing. NX403 not_a_platform_admin, '
  'needs_two_factor, NX404 tenant_not_found, NX400 status_invalid.';
grant execute on function public.set_tenant_status(uuid, text) to authenticated;
