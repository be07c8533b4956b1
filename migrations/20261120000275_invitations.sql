-- Invitations: somebody is asked by mail to join a tenant with a role, and comes in themselves, signed in with that address. Nobody learns here whether an address has an account.
-- Made and taken back by settings/people, sent by functions/deliver, read and accepted by /join/<token>.
create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  email text not null
    constraint invited_email_is_an_address check (email = lower(email) and char_length(email) <= 254 and email ~ '^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]+$'),
  role text not null constraint invited_role_is_known check (role in ('admin', 'staff', 'external')),
  language text not null constraint invited_language_is_spoken check (language in ('mg', 'fr', 'en', 'ar')),
  made_by uuid references auth.users (id) on delete set null,
  made_at timestamptz not null default engine.now(),
  expires_at timestamptz not null,
  constraint one_invitation_an_address unique (tenant_id, email),
  constraint invitation_expires_after_it_was_made check (expires_at > made_at)
);
comment on table public.invitations is 'Somebody who was asked to join and has not answered; gone once they have, or once it was taken back. language = of the mail.';
create index invitations_of_a_maker on public.invitations (made_by) where made_by is not null;
create index invitations_of_an_address on public.invitations (email);
alter table public.invitations enable row level security;
create policy "who manages people sees who was invited" on public.invitations for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('manage_users')));
grant select on public.invitations to authenticated;

create table engine.invitation_tokens (
  token_hash bytea primary key,
  invitation_id uuid not null references public.invitations (id) on delete cascade
);
comment on table engine.invitation_tokens is 'sha256 of the token of each mail about an invitation: one that was sent twice opens it by either.';
create index invitation_tokens_of_an_invitation on engine.invitation_tokens (invitation_id);

create function engine.new_invitation_token(p_invitation_id uuid)
returns text
language plpgsql
set search_path = ''
as $$
declare
  v_token text := engine.new_token();
begin
  insert into engine.invitation_tokens (token_hash, invitation_id) values (sha256(convert_to(v_token, 'utf8')), p_invitation_id);
  return v_token;
end
$$;
comment on function engine.new_invitation_token(uuid) is 'A token that opens this invitation; this answer is the only place where it can be read.';

create function engine.invitation_by(p_token text)
returns public.invitations
language plpgsql
stable
set search_path = ''
as $$
declare
  v_invitation public.invitations;
begin
  select i.* into v_invitation
  from engine.invitation_tokens k
  join public.invitations i on i.id = k.invitation_id
  join public.tenants t on t.id = i.tenant_id and t.status = 'active'
  where k.token_hash = sha256(convert_to(coalesce(p_token, ''), 'utf8'));
  return v_invitation;
end
$$;
comment on function engine.invitation_by(text) is 'The invitation that a token opens, expired or not; a row of nulls when there is none.';

create function engine.is_invited(p_invitation_id uuid)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  return exists (select from public.invitations i where i.id = p_invitation_id and i.expires_at > engine.now());
end
$$;
comment on function engine.is_invited(uuid) is 'True while the invitation can be accepted.';

create function engine.show_invitation(p_invitation_id uuid)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object('by', coalesce(p.display_name, ''), 'role', i.role, 'email', i.email)
    from public.invitations i left join public.profiles p on p.user_id = i.made_by
    where i.id = p_invitation_id
  );
end
$$;
comment on function engine.show_invitation(uuid) is '{by: name of who invites, role, email}, as the mail and the page tell it.';

create function engine.invitations_of(p_tenant_id uuid)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'email', i.email, 'role', i.role, 'language', i.language, 'made_at', i.made_at, 'expires_at', i.expires_at, 'mail', (
      select d.state from public.deliveries d
      where d.tenant_id = p_tenant_id and d.kind = 'invitation' and d.data ->> 'invitation_id' = i.id::text order by d.id desc limit 1
    )) order by i.made_at desc, i.id), '[]')
    from public.invitations i where i.tenant_id = p_tenant_id
  );
end
$$;
comment on function engine.invitations_of(uuid) is 'Who was asked and has not answered, latest first, and how far the mail is.';

create function public.invite_member(p_tenant_id uuid, p_email text, p_role text, p_language text default null)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_email text := lower(btrim(coalesce(p_email, '')));
  v_limit integer := (engine.plan_of(p_tenant_id)).users;
  v_user_id uuid;
  v_invitation public.invitations;
begin
  perform engine.require_tenant(p_tenant_id, 'manage_users');
  perform engine.require_two_factor();
  if p_role is null or p_role not in ('admin', 'staff', 'external') then perform engine.fail('NX400', 'role_invalid'); end if;
  if char_length(v_email) > 254 or v_email !~ '^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]+$' then perform engine.fail('NX400', 'email_invalid'); end if;
  if p_language not in ('mg', 'fr', 'en', 'ar') then perform engine.fail('NX400', 'language_unknown'); end if;
  -- One at a time, so that neither limit can be passed by asking twice at once.
  perform from public.tenants t where t.id = p_tenant_id for no key update;
  select m.user_id into v_user_id from public.memberships m join auth.users u on u.id = m.user_id where m.tenant_id = p_tenant_id and lower(u.email) = v_email;
  if found then return jsonb_build_object('outcome', 'already_member', 'user_id', v_user_id); end if;
  if (select count(*) from public.events e
      where e.tenant_id = p_tenant_id and e.kind = 'member.invited' and e.created_at > engine.now() - interval '1 day') >= 30 then
    perform engine.fail('NX429', 'too_many_invitations', '{"limit": 30}');
  end if;
  if (select count(*) from public.memberships m where m.tenant_id = p_tenant_id)
    + (select count(*) from public.invitations i where i.tenant_id = p_tenant_id and i.email <> v_email and i.expires_at > engine.now()) >= v_limit then
    perform engine.fail('NX402', 'users_limit_reached', jsonb_build_object('limit', v_limit));
  end if;

  -- asked again: another mail with a link of its own, and the first one's is void
  delete from public.invitations i where i.tenant_id = p_tenant_id and i.email = v_email;
  insert into public.invitations (tenant_id, email, role, language, made_by, expires_at)
  values (p_tenant_id, v_email, p_role, coalesce(p_language, (select t.language from public.tenants t where t.id = p_tenant_id)), auth.uid(), engine.now() + interval '7 days')
  returning * into v_invitation;
  insert into public.deliveries (tenant_id, channel, address, topic, kind, data)
  values (p_tenant_id, 'email', v_email, 'invitations', 'invitation', jsonb_build_object('invitation_id', v_invitation.id, 'language', v_invitation.language));
  perform engine.record_event(p_tenant_id, 'member.invited', jsonb_build_object('invitation_id', v_invitation.id, 'role', p_role));
  perform engine.kick_deliver();
  return jsonb_build_object('outcome', 'invited', 'invitation_id', v_invitation.id, 'expires_at', v_invitation.expires_at);
end
$$;
comment on function public.invite_member(uuid, text, text, text) is
  'Asks somebody by mail to join as admin, staff or external, for seven days; returns {outcome: invited | already_member, invitation_id?, expires_at?, user_id?}, the same whether or not the address has an account. p_language '
  '= of the mail, else the tenant''s. Thirty a day: NX429 too_many_invitations. NX402 users_limit_reached {limit} (open invitations count), NX400 role_invalid, email_invalid, language_unknown, NX403 no_permission '
  '(manage_users), needs_two_factor.';

create function public.revoke_invitation(p_tenant_id uuid, p_invitation_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_is_revoked boolean;
begin
  perform engine.require_tenant(p_tenant_id, 'manage_users');
  delete from public.invitations i where i.id = p_invitation_id and i.tenant_id = p_tenant_id returning true into v_is_revoked;
  if v_is_revoked then perform engine.record_event(p_tenant_id, 'invitation.revoked', jsonb_build_object('invitation_id', p_invitation_id)); end if;
  return jsonb_build_object('revoked', v_is_revoked is true);
end
$$;
comment on function public.revoke_invitation(uuid, uuid) is 'Its link opens nothing from now on; {revoked: false} when it was so or is none of this tenant. Needs manage_users.';

create function public.read_invitation(p_token text)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_invitation public.invitations := engine.invitation_by(p_token);
begin
  if v_invitation.id is null then return null; end if;
  return engine.show_invitation(v_invitation.id) || jsonb_build_object(
    'business', (select t.name from public.tenants t where t.id = v_invitation.tenant_id), 'is_open', engine.is_invited(v_invitation.id));
end
$$;
comment on function public.read_invitation(text) is
  'What an invitation says to who holds its link: {business, by, role, email, is_open (false = expired)}; null for a link that is none, was taken back or is used. Decides nothing.';

create function public.accept_invitation(p_token text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_invitation public.invitations := engine.invitation_by(p_token);
  v_limit integer := (engine.plan_of(v_invitation.tenant_id)).users;
begin
  perform engine.require_person();
  if v_invitation.id is null then perform engine.fail('NX404', 'invitation_unknown'); end if;
  if not exists (select from auth.users u where u.id = auth.uid() and lower(u.email) = v_invitation.email) then
    perform engine.fail('NX403', 'invitation_for_another', jsonb_build_object('email', v_invitation.email));
  end if;
  perform from public.tenants t where t.id = v_invitation.tenant_id for no key update;
  if not engine.is_invited(v_invitation.id) then perform engine.fail('NX409', 'invitation_expired'); end if;
  if (select count(*) from public.memberships m where m.tenant_id = v_invitation.tenant_id) >= v_limit then
    perform engine.fail('NX402', 'users_limit_reached', jsonb_build_object('limit', v_limit));
  end if;
  delete from public.invitations i where i.id = v_invitation.id;
  insert into public.memberships (tenant_id, user_id, role) values (v_invitation.tenant_id, auth.uid(), v_invitation.role) on conflict do nothing;
  perform engine.record_event(v_invitation.tenant_id, 'member.added', jsonb_build_object('user_id', auth.uid(), 'role', v_invitation.role, 'invitation_id', v_invitation.id));
  perform engine.notify(v_invitation.tenant_id, auth.uid(), 'member_welcome', jsonb_build_object('role', v_invitation.role), '/home');
  perform engine.broadcast(v_invitation.tenant_id, 'tenant', jsonb_build_object('id', v_invitation.tenant_id));
  return jsonb_build_object('tenant_id', v_invitation.tenant_id, 'role', v_invitation.role);
end
$$;
comment on function public.accept_invitation(text) is
  'The signed-in person joins; returns {tenant_id, role}. Only with the address that was invited: a forwarded link lets nobody else in. NX404 invitation_unknown (taken back, used, none), NX403 invitation_for_another {email}, '
  'NX409 invitation_expired, NX402 users_limit_reached {limit}, NX401 not_signed_in.';
grant execute on function public.invite_member(uuid, text, text, text), public.revoke_invitation(uuid, uuid), public.accept_invitation(text) to authenticated;
grant execute on function public.read_invitation(text) to anon, authenticated;
