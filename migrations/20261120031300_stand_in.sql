-- Acting in a linked person's name: the identity that verbs and triggers see while a message of theirs is worked. Used by chat commands and requests, and
-- by engine.decide_as for decisions.

create function engine.stand_in(p_user_id uuid, p_tenant_id uuid) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_before jsonb := jsonb_build_object('claims', current_setting('request.jwt.claims', true), 'sub', current_setting('request.jwt.claim.sub', true),
    'headers', current_setting('request.headers', true));
begin
  perform set_config('request.jwt.claim.sub', '', true), set_config('request.headers', '{}', true), set_config('request.jwt.claims',
    jsonb_build_object('sub', p_user_id, 'role', 'authenticated', 'aal', 'aal1', 'tenant_id', p_tenant_id)::text, true);
  return v_before;
end
$$;
comment on function engine.stand_in(uuid, uuid) is
  'From here on this transaction acts as that person in that tenant, signed in without a second factor, with what they may do now; returns what engine.stand_back needs. An error rolls it back with the rest.';

create function engine.stand_back(p_before jsonb) returns void
language sql
set search_path = ''
as $$
  select set_config('request.jwt.claims', coalesce(p_before ->> 'claims', ''), true), set_config('request.jwt.claim.sub', coalesce(p_before ->> 'sub', ''), true),
    set_config('request.headers', coalesce(p_before ->> 'headers', ''), true)
$$;
comment on function engine.stand_back(jsonb) is 'Ends engine.stand_in.';

create function engine.tenant_of_link(p_link public.channel_links) returns uuid
language sql stable
set search_path = ''
as $$
  select m.tenant_id from public.memberships m join public.tenants t on t.id = m.tenant_id and t.status = 'active'
  where m.user_id = p_link.user_id
  order by m.tenant_id = p_link.tenant_id desc nulls last, m.created_at limit 1
$$;
comment on function engine.tenant_of_link(public.channel_links) is
  'The business that a word in this chat is about: the one it was linked in while the person is a member, else their first; null = they belong to none.';
