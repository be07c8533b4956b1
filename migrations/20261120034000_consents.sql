-- What a person has agreed to, each purpose by itself, with the text they read; and the door of verbs that belong to a person and to no tenant. Called by settings/privacy.
create function engine.require_person() returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  perform engine.mark_request('asks');
  if auth.uid() is null then perform engine.fail('NX401', 'not_signed_in'); end if;
  perform engine.refuse_blocked();
end
$$;
comment on function engine.require_person() is 'First line of a verb that is about the signed-in person and no tenant: NX401 not_signed_in, NX429 blocked_for_now {until}.';

create table public.consents (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  purpose text not null constraint purpose_is_known check (purpose in ('programme_reporting', 'product_news')),
  text_version integer not null constraint text_version_is_positive check (text_version > 0),
  given_at timestamptz not null default engine.now(),
  withdrawn_at timestamptz,
  constraint consent_is_withdrawn_after_it_is_given check (withdrawn_at >= given_at)
);
comment on table public.consents is
  'Each time a person agreed, and when they took it back; in force = withdrawn_at null. programme_reporting: their businesses count in the sums of the programme above them; product_news: letters about Nexio. '
  'text_version = which wording they read (messages/audit).';
create unique index consent_is_in_force_once on public.consents (user_id, purpose) where withdrawn_at is null;
create index consents_of_a_person on public.consents (user_id, given_at);

alter table public.consents enable row level security;
create policy "people read their own consents" on public.consents for select to authenticated using (user_id = (select auth.uid()));
revoke all on public.consents from anon, authenticated;
grant select on public.consents to authenticated;

create function public.give_consent(p_purpose text, p_text_version integer) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_consent public.consents;
begin
  perform engine.require_person();
  if auth.uid() is null or p_purpose is null or p_purpose not in ('programme_reporting', 'product_news') or coalesce(p_text_version, 0) not between 1 and 1000 then
    perform engine.fail('NX400', 'consent_invalid');
  end if;
  insert into public.consents (user_id, purpose, text_version) values (auth.uid(), p_purpose, p_text_version)
  on conflict (user_id, purpose) where withdrawn_at is null do nothing;
  if found then perform engine.record_event(null, 'consent.given', jsonb_build_object('purpose', p_purpose, 'text_version', p_text_version)); end if;
  select * into v_consent from public.consents c where c.user_id = auth.uid() and c.purpose = p_purpose and c.withdrawn_at is null;
  return jsonb_build_object('purpose', v_consent.purpose, 'text_version', v_consent.text_version, 'given_at', v_consent.given_at);
end
$$;
comment on function public.give_consent(text, integer) is
  'The signed-in person agrees; {purpose, text_version, given_at}. Agreeing twice is agreeing once. NX400 consent_invalid. Belongs to a person: names no tenant.';
grant execute on function public.give_consent(text, integer) to authenticated;

create function public.withdraw_consent(p_purpose text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_at timestamptz;
begin
  perform engine.require_person();
  update public.consents c set withdrawn_at = engine.now()
  where c.user_id = auth.uid() and c.purpose = p_purpose and c.withdrawn_at is null returning c.withdrawn_at into v_at;
  if v_at is not null then perform engine.record_event(null, 'consent.withdrawn', jsonb_build_object('purpose', p_purpose)); end if;
  return jsonb_build_object('purpose', p_purpose, 'withdrawn_at', v_at);
end
$$;
comment on function public.withdraw_consent(text) is
  'Takes a consent back, as easily as it was given, from this moment on; {purpose, withdrawn_at | null when there was none}. Belongs to a person: names no tenant.';
grant execute on function public.withdraw_consent(text) to authenticated;

create function engine.has_agreed(p_tenant_id uuid, p_purpose text) returns boolean
language sql stable
set search_path = ''
as $$
  -- one owner who has not agreed is enough for a no
  select coalesce(bool_and(exists (
    select from public.consents c where c.user_id = m.user_id and c.purpose = p_purpose and c.withdrawn_at is null
  )), false)
  from public.memberships m where m.tenant_id = p_tenant_id and m.role = 'owner'
$$;
comment on function engine.has_agreed(uuid, text) is 'All owners of the tenant agree to that purpose at this moment.';
