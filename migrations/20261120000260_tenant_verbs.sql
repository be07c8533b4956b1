-- Opening a tenant, moving between one's tenants, changing its settings. Called by the app at sign-up and in settings.
create function engine.choose_tenant(p_tenant_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_session_id text := auth.jwt() ->> 'session_id';
begin
  if v_session_id is null or not pg_input_is_valid(v_session_id, 'uuid') then return; end if;
  insert into public.active_tenants as a (session_id, user_id, tenant_id)
  values (v_session_id::uuid, auth.uid(), p_tenant_id)
  on conflict (session_id) do update set tenant_id = excluded.tenant_id, chosen_at = engine.now() where a.user_id = excluded.user_id;
  delete from public.active_tenants a where a.user_id = auth.uid() and a.chosen_at < engine.now() - interval '90 days';
end
$$;
comment on function engine.choose_tenant(uuid) is 'Makes a tenant the one of this auth session; its next token carries it. Forgets the person''s sessions of 90 days ago.';

create function public.create_tenant(p_name text, p_country text, p_language text, p_timezone text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := auth.uid();
  v_name text := btrim(regexp_replace(p_name, '\s+', ' ', 'g'));
  v_tenant public.tenants;
  v_slug text;
  v_try integer := 0;
begin
  if v_user_id is null then perform engine.fail('NX401', 'not_signed_in'); end if;
  perform engine.check_tenant_settings(v_name, p_country, p_language, p_timezone);
  perform pg_advisory_xact_lock(hashtextextended('create_tenant ' || v_user_id, 0));

  select t.* into v_tenant
  from public.memberships m join public.tenants t on t.id = m.tenant_id
  where m.user_id = v_user_id and m.role = 'owner' and lower(t.name) = lower(v_name) and t.status = 'active';
  if not found then
    if (select count(*) from public.memberships m where m.user_id = v_user_id and m.role = 'owner') >= 10 then
      perform engine.fail('NX402', 'tenants_limit_reached', '{"limit": 10}');
    end if;
    while v_tenant.id is null loop
      v_try := v_try + 1;
      v_slug := engine.slug_of(v_name, v_try);
      continue when engine.is_reserved_slug(v_slug);
      insert into public.tenants (name, slug, country, language, timezone)
      values (v_name, v_slug, upper(p_country), p_language, p_timezone)
      on conflict (slug) do nothing
      returning * into v_tenant;
    end loop;
    insert into public.memberships (tenant_id, user_id, role) values (v_tenant.id, v_user_id, 'owner');
    perform engine.record_event(v_tenant.id, 'tenant.created', jsonb_build_object('slug', v_tenant.slug, 'plan', v_tenant.plan_key));
  end if;

  perform engine.choose_tenant(v_tenant.id);
  return jsonb_build_object('tenant_id', v_tenant.id, 'slug', v_tenant.slug);
end
$$;
comment on function public.create_tenant(text, text, text, text) is
  'Opens a tenant on plan free, owned by the signed-in person, and makes it the session''s; returns {tenant_id, slug}. The same name asked again by its '
  'owner returns the tenant that stands, so a second tap opens nothing. NX400 tenant_invalid {field}, NX402 tenants_limit_reached {limit}.';

create function engine.check_tenant_settings(p_name text, p_country text, p_language text, p_timezone text)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  v_field text := case
    when p_name is null or char_length(p_name) not between 2 and 80 then 'name'
    when p_country is null or p_country !~* '^[a-z]{2}$' then 'country'
    when p_language is null or p_language not in ('mg', 'fr', 'en', 'ar') then 'language'
  end;
begin
  if v_field is not null then
    perform engine.fail('NX400', 'tenant_invalid', jsonb_build_object('field', v_field));
  end if;
  if not engine.is_timezone(p_timezone) then
    perform engine.fail('NX400', 'timezone_unknown', jsonb_build_object('timezone', left(p_timezone, 60)));
  end if;
end
$$;
comment on function engine.check_tenant_settings(text, text, text, text) is
  'Refuses (NX400 tenant_invalid {field}) a name outside 2-80 letters, a country not of two letters, a language not spoken, and (timezone_unknown {timezone}) a timezone '
  'that does not exist.';

create function engine.is_timezone(p_name text)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  -- Postgres would take XYZ5 or Foo/Bar3 for a place five or three hours west of Greenwich: a name of the tz database has no figures but in Etc/GMT+3
  if p_name is null or p_name !~ '^(UTC|Etc/GMT([+-][0-9]{1,2})?|[A-Za-z]+(/[A-Za-z_-]+){1,2})$' then return false; end if;
  perform timestamptz 'epoch' at time zone p_name;
  return true;
exception when invalid_parameter_value then
  return false;
end
$$;
comment on function engine.is_timezone(text) is 'True for a name of the tz database that this server knows (Indian/Antananarivo, UTC). The clock lives by it, so no other is let in.';

create function public.list_memberships()
returns table (tenant_id uuid, name text, slug text, role text, plan_key text, language text, look text, is_demo boolean)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select t.id, t.name, t.slug, m.role, t.plan_key, t.language, t.look, t.is_demo
  from public.memberships m join public.tenants t on t.id = m.tenant_id
  where m.user_id = auth.uid() and t.status = 'active'
  order by m.created_at, t.id;
end
$$;
comment on function public.list_memberships() is 'Every active tenant of the signed-in person, oldest membership first, whichever tenant the request works in.';

create function public.switch_tenant(p_tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  if auth.uid() is null then perform engine.fail('NX401', 'not_signed_in'); end if;
  if not public.is_member(p_tenant_id) then
    raise log 'not_a_member: % asked for tenant %', auth.uid(), p_tenant_id;
    perform engine.fail('NX403', 'not_a_member', jsonb_build_object('tenant_id', p_tenant_id));
  end if;
  perform engine.choose_tenant(p_tenant_id);
  return jsonb_build_object('tenant_id', p_tenant_id);
end
$$;
comment on function public.switch_tenant(uuid) is 'Makes another of one''s tenants the session''s; refresh the session to get it into the token. NX403 not_a_member.';

create function public.update_tenant(p_tenant_id uuid, p_patch jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_tenant public.tenants;
begin
  perform engine.require_tenant(p_tenant_id, 'edit_brand');
  perform engine.require_two_factor();
  select t.* into v_tenant from public.tenants t where t.id = p_tenant_id for no key update;
  v_tenant := jsonb_populate_record(v_tenant, (
    select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(p_patch) where key in ('name', 'country', 'language', 'timezone', 'look')
  ));
  perform engine.check_tenant_settings(btrim(v_tenant.name), v_tenant.country, v_tenant.language, v_tenant.timezone);
  if coalesce(v_tenant.look, '') not in ('glass', 'modern', 'cyberpunk', 'matrix') then
    perform engine.fail('NX400', 'tenant_invalid', '{"field": "look"}');
  end if;
  update public.tenants t
  set name = btrim(v_tenant.name), country = upper(v_tenant.country), language = v_tenant.language, timezone = v_tenant.timezone, look = v_tenant.look
  where t.id = p_tenant_id;
  perform engine.record_event(p_tenant_id, 'tenant.updated', jsonb_build_object('fields', (select jsonb_agg(key) from jsonb_object_keys(p_patch) key)));
  perform engine.broadcast(p_tenant_id, 'tenant', jsonb_build_object('id', p_tenant_id));
  return jsonb_build_object(
    'name', btrim(v_tenant.name), 'country', upper(v_tenant.country), 'language', v_tenant.language, 'timezone', v_tenant.timezone, 'look', v_tenant.look
  );
end
$$;
comment on function public.update_tenant(uuid, jsonb) is
  'Changes settings of the tenant: p_patch {name?, country?, language?, timezone?, look?}, other keys are left alone; returns all five. The slug stays: links '
  'are out. Needs edit_brand, and aal2 of who has two-factor. NX400 tenant_invalid {field}.';

grant execute on function public.create_tenant(text, text, text, text) to authenticated;
grant execute on function public.list_memberships() to authenticated;
grant execute on function public.switch_tenant(uuid) to authenticated;
grant execute on function public.update_tenant(uuid, jsonb) to authenticated;
