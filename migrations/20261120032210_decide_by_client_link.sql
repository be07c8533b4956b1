-- What an outside client does with their link, without signing in: sees what waits for them, and decides. A read decides nothing. Called by the page /c/<token>.

create function engine.client_link_of(p_token text) returns public.client_links
language sql stable
set search_path = ''
as $$
  select l from public.client_links l join public.tenants t on t.id = l.tenant_id and t.status = 'active'
  where l.token_hash = sha256(convert_to(coalesce(p_token, ''), 'utf8'))
$$;
comment on function engine.client_link_of(text) is 'The link of a token, living or not; nulls when there is none or its tenant is not active.';

create function engine.state_of_link(p_link public.client_links) returns text
language sql stable
set search_path = ''
as $$ select case when p_link.revoked_at is not null then 'revoked' when p_link.expires_at <= engine.now() then 'expired' else 'open' end $$;
comment on function engine.state_of_link(public.client_links) is 'open, revoked or expired.';

create function public.read_client_link(p_token text) returns jsonb
language plpgsql stable
security definer
set search_path = ''
as $$
declare
  v_link public.client_links := engine.client_link_of(p_token);
  v_state text := engine.state_of_link(v_link);
begin
  if v_link.id is null then return null; end if;
  return (
    select jsonb_build_object('state', v_state, 'business', t.name, 'client', v_link.name, 'language', v_link.language)
      || case v_state when 'open' then jsonb_build_object('expires_at', v_link.expires_at, 'may_edit', v_link.may_edit, 'timezone', t.timezone, 'waiting', coalesce((
        select jsonb_agg(card order by rank, created_at) from (
          select a.created_at, array_position(array['critical', 'high', 'medium', 'low'], a.priority) as rank, jsonb_build_object(
            'approval_id', a.id, 'version', c.version, 'content_hash', c.content_hash, 'platform', c.platform, 'kind', c.kind, 'language', c.language, 'headline', c.headline,
            'body', c.body, 'hashtags', c.hashtags, 'call_to_action', c.call_to_action, 'media', c.media - 'path', 'scheduled_at', c.scheduled_at,
            'goes_out_at', a.goes_out_at, 'used_house_model', a.used_house_model
          ) as card
          from public.approvals a join public.contents c on c.id = a.content_id
          where a.tenant_id = v_link.tenant_id and a.state = 'pending' and engine.client_may_decide(a, v_link.id, false)
          order by 2, 1 limit 30
        ) as cards
      ), '[]')) else '{}' end
    from public.tenants t where t.id = v_link.tenant_id
  );
end
$$;
comment on function public.read_client_link(text) is
  'What an outside client sees: {state open | revoked | expired, business, client, language} and, while open, {expires_at, may_edit, timezone, waiting [at most 30: approval_id, version, content_hash, the text, '
  'media without its path …]}; null for a token that is none. Decides nothing.';

create function engine.count_link_try(p_link_id uuid) returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_tries integer;
begin
  update public.client_links set
    hour_tries = case when hour_from > engine.now() - interval '1 hour' then hour_tries + 1 else 1 end,
    hour_from = case when hour_from > engine.now() - interval '1 hour' then hour_from else engine.now() end
  where id = p_link_id returning hour_tries into v_tries;
  return v_tries <= 120;
end
$$;
comment on function engine.count_link_try(uuid) is 'One more try of a link; false after 120 in an hour.';

create function public.decide_by_client_link(
  p_token text, p_approval_id uuid, p_decision text, p_version integer, p_content_hash text, p_client_key uuid, p_reason text default null, p_edits jsonb default null
) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_link public.client_links := engine.client_link_of(p_token);
  v_outcome jsonb;
begin
  if v_link.id is null then return '{"outcome": "unknown_link"}'; end if;
  -- held until the end: a link that is revoked in between decides nothing
  select * into v_link from public.client_links where id = v_link.id for no key update;
  if engine.state_of_link(v_link) <> 'open' then return jsonb_build_object('outcome', engine.state_of_link(v_link)); end if;
  if not engine.count_link_try(v_link.id) then return '{"outcome": "too_many"}'; end if;
  if p_decision is null or p_decision not in ('approve', 'reject') or p_client_key is null or p_approval_id is null
    or (p_decision = 'reject' and btrim(coalesce(p_reason, '')) = '') then
    perform engine.fail('NX400', 'decisions_invalid');
  end if;
  v_outcome := engine.decide_by(v_link.tenant_id, jsonb_build_object('approval_id', p_approval_id, 'decision', p_decision, 'version', p_version,
    'content_hash', p_content_hash, 'reason', p_reason, 'edits', p_edits, 'channel', 'client_link', 'client_key', p_client_key), 'client', v_link.id);
  if v_outcome ->> 'outcome' = 'decided' then
    update public.client_links l set last_used_at = engine.now(), decided_count = d.count
    from (select count(*) from public.approvals a where a.decided_link_id = v_link.id) d
    where l.id = v_link.id and l.decided_count <> d.count;
    -- the same tap sent twice rings once
    if found then
      perform engine.notify(a.tenant_id, null, 'client_decided',
        jsonb_build_object('client', v_link.name, 'decision', p_decision, 'title', a.title, 'approval_id', a.id), '/runs/' || a.run_id)
      from public.approvals a where a.id = p_approval_id;
    end if;
  end if;
  -- a stranger is told what became of it, not who in the business did it, and nothing of what is not theirs
  return case when v_outcome ->> 'outcome' in ('forbidden', 'not_found') then '{"outcome": "not_found"}' else v_outcome - 'decided_by_name' end;
end
$$;
comment on function public.decide_by_client_link(text, uuid, text, integer, text, uuid, text, jsonb) is
  'An outside client approves (with p_edits where the link allows it) or asks for a change (reject with p_reason): {outcome decided | already_decided | stale | not_found | revoked | expired | unknown_link | too_many '
  '(120 tries an hour)}. One rule with every other channel (engine.decide_by): p_version and p_content_hash are what was seen, the same p_client_key again gives the first outcome. NX400 decisions_invalid, '
  'edit_invalid.';

create function public.client_link_media() returns text[]
language plpgsql stable
security definer
set search_path = ''
as $$
declare
  v_link public.client_links := engine.client_link_of(nullif(current_setting('request.headers', true), '')::jsonb ->> 'x-client-link');
begin
  if v_link.id is null then return '{}'; end if;
  return array(
    select c.media ->> 'path' from public.approvals a join public.contents c on c.id = a.content_id
    where a.tenant_id = v_link.tenant_id and a.state = 'pending' and c.media is not null and engine.client_may_decide(a, v_link.id, false)
  );
end
$$;
comment on function public.client_link_media() is 'Objects of bucket media that the client of the link in header x-client-link may look at: the pictures of what waits for them. Asked by the storage policy.';

create function public.read_client_link_media(p_token text, p_approval_id uuid) returns jsonb
language plpgsql stable
security definer
set search_path = ''
as $$
declare
  v_link public.client_links := engine.client_link_of(p_token);
begin
  return (
    select jsonb_build_object('path', c.media -> 'path', 'mime', c.media -> 'mime') from public.approvals a join public.contents c on c.id = a.content_id
    where a.id = p_approval_id and a.state = 'pending' and c.media is not null and engine.client_may_decide(a, v_link.id, false)
  );
end
$$;
comment on function public.read_client_link_media(text, uuid) is 'Where the picture of an approval lies in bucket media: {path, mime}, null when it does not wait for the client of this link.';

create policy "an outside client sees the pictures of what waits for them" on storage.objects
for select to anon using (bucket_id = 'media' and name = any ((select public.client_link_media())::text[]));

grant execute on function public.read_client_link(text), public.decide_by_client_link(text, uuid, text, integer, text, uuid, text, jsonb),
  public.client_link_media(), public.read_client_link_media(text, uuid) to anon, authenticated;
