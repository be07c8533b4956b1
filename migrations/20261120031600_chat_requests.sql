-- A photo or a voice note becomes a request for a post: checked, fetched by functions/receive, kept, and started as a run whose draft comes back for approval.

create function engine.with_photo(p_steps jsonb) returns jsonb
language sql immutable
set search_path = ''
as $$
  select jsonb_agg(case when e ->> 'skill' = 'image-router' then e || '{"skill": "engine:given_photo"}' else e end order by n)
  from jsonb_array_elements(p_steps) with ordinality as s (e, n)
$$;
comment on function engine.with_photo(jsonb) is 'Steps of a chain for a run that brings its own picture: the step that would draw one hands that over.';

create function engine.do_given_photo(p_step public.chain_steps) returns jsonb
language sql stable
set search_path = ''
as $$ select (r.input -> 'photo') || jsonb_build_object('say', '') from public.chain_runs r where r.id = p_step.run_id $$;
comment on function engine.do_given_photo(public.chain_steps) is 'Output of the picture step where the run brought its picture: {path, mime, width, height, alt, say} (run input photo).';

create function engine.request_from_chat(p_message public.inbound_messages, p_link public.channel_links, p_text text) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_tenant public.tenants;
  v_text text := left(trim(p_text), 1000);
  v_before jsonb;
begin
  select * into v_tenant from public.tenants where id = coalesce(p_message.tenant_id, engine.tenant_of_link(p_link));
  v_before := engine.stand_in(p_link.user_id, v_tenant.id);
  perform engine.require_tenant(v_tenant.id, 'create_tasks');
  if engine.brand_of(v_tenant.id) is null then perform engine.fail('NX409', 'brand_dna_missing'); end if;
  perform engine.start_chain(v_tenant.id, 'create_social_post', v_text,
    jsonb_build_object('request', v_text, 'platform', 'nexio_page', 'language', v_tenant.language, 'scheduled_at', null) || case when p_message.kind = 'voice' then '{}' else
      jsonb_build_object('photo', jsonb_build_object('path', p_message.path, 'mime', p_message.mime, 'width', p_message.width, 'height', p_message.height, 'alt', v_text)) end,
    v_tenant.language, p_link.user_id, engine.key_of_message(p_message), 'user');
  perform engine.stand_back(v_before);
  perform engine.reply_on(p_link.id, 'draft_started', jsonb_build_object('title', left(v_text, 200), 'has_photo', p_message.kind <> 'voice', 'tenant', v_tenant.name));
  return 'draft_started';
end
$$;
comment on function engine.request_from_chat(public.inbound_messages, public.channel_links, text) is
  'Starts a post on the Nexio page in the tenant''s language from a photo or voice note and its line; the draft comes back as an approval. Once a message. NX402 daily_tasks_spent, daily_cost_spent, '
  'agent_locked; NX403 no_permission; NX409 brand_dna_missing, tenant_mismatch.';

create function engine.has_line(p_text text) returns boolean
language sql immutable
set search_path = ''
as $$ select char_length(trim(coalesce(p_text, ''))) >= 3 $$;
comment on function engine.has_line(text) is 'True for a text that can be a request (three letters at least).';

create function engine.take_media(p_message public.inbound_messages, p_link public.channel_links) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_tenant_id uuid := engine.tenant_of_link(p_link);
  v_mime text := lower(split_part(coalesce(p_message.media ->> 'mime', ''), ';', 1));
  v_outcome text;
begin
  v_outcome := case
    when v_tenant_id is null then 'no_tenant'
    when not exists (
      select from public.memberships m join public.role_permissions p on p.role = m.role and p.permission = 'create_tasks'
      where m.tenant_id = v_tenant_id and m.user_id = p_link.user_id
    ) then 'no_permission'
    when coalesce(p_message.media ->> 'id', '') = '' or not case p_message.kind
      when 'voice' then v_mime in ('audio/ogg', 'audio/mpeg', 'audio/mp4', 'audio/wav') when 'other' then false
        else v_mime in ('image/jpeg', 'image/png', 'image/webp') end then 'media_unsupported'
    when coalesce((p_message.media ->> 'bytes')::numeric, 0) > engine.inbound_media_limit() then 'media_too_large'
  end;
  if v_outcome is not null then
    perform engine.reply_on(p_link.id, 'outcome', jsonb_build_object('outcome', v_outcome, 'limit_mb', engine.inbound_media_limit() / 1048576));
    return v_outcome;
  end if;
  update public.inbound_messages set state = 'to_fetch', tenant_id = v_tenant_id, due_at = engine.now() where channel = p_message.channel and external_id = p_message.external_id;
  return null;
end
$$;
comment on function engine.take_media(public.inbound_messages, public.channel_links) is
  'Sets a photo (jpeg, png, webp) or voice note to be fetched and returns null; else answers why not: no_tenant, no_permission, media_unsupported, media_too_large (engine.inbound_media_limit).';

create function engine.claim_media(p_limit integer) returns jsonb
language sql
set search_path = ''
as $$
  with due as (
    select channel, external_id from public.inbound_messages
    where state = 'to_fetch' and due_at <= engine.now() and attempt < 4 order by due_at limit p_limit for update skip locked
  ),
  claimed as (
    update public.inbound_messages m set attempt = m.attempt + 1, due_at = engine.now() + interval '3 minutes'
    from due where m.channel = due.channel and m.external_id = due.external_id
    returning m.*
  )
  select coalesce(jsonb_agg(jsonb_build_object('channel', channel, 'external_id', external_id, 'tenant_id', tenant_id, 'kind', kind, 'media', media,
    'limit_bytes', engine.inbound_media_limit()) order by place), '[]')
  from claimed
$$;
comment on function engine.claim_media(integer) is 'Photos and voice notes to fetch, the caller''s for three minutes; four tries each.';

create function engine.fail_media(p_message public.inbound_messages, p_outcome text) returns text
language plpgsql
set search_path = ''
as $$
begin
  update public.inbound_messages set state = 'failed', outcome = p_outcome, due_at = null where channel = p_message.channel and external_id = p_message.external_id;
  perform engine.settle_hearing(p_message, null);
  perform engine.reply_on(p_message.link_id, 'outcome', jsonb_build_object('outcome', p_outcome, 'limit_mb', engine.inbound_media_limit() / 1048576));
  return p_outcome;
end
$$;
comment on function engine.fail_media(public.inbound_messages, text) is 'A photo or voice note cannot be had: media_lost or media_too_large; the person is asked to send it again.';

create function engine.use_line(p_message public.inbound_messages, p_link public.channel_links, p_line text) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_outcome text;
begin
  begin
    v_outcome := engine.request_from_chat(p_message, p_link, p_line);
  exception when others then
    if sqlstate not like 'NX%' then raise; end if;
    v_outcome := sqlerrm;
    perform engine.reply_on(p_link.id, 'outcome', jsonb_build_object('outcome', v_outcome));
  end;
  update public.inbound_messages set state = 'done', outcome = v_outcome where channel = p_message.channel and external_id = p_message.external_id;
  return v_outcome;
end
$$;
comment on function engine.use_line(public.inbound_messages, public.channel_links, text) is
  'A kept photo or voice note has its line: the run starts, or its refusal (daily_tasks_spent, brand_dna_missing …) is answered. Returns which.';

create function engine.use_media(p_channel text, p_external_id text, p_path text, p_mime text, p_transcript text, p_width integer, p_height integer) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_message public.inbound_messages;
  v_link public.channel_links;
  v_line text;
  v_kept text;
begin
  select * into v_message from public.inbound_messages where channel = p_channel and external_id = p_external_id and state = 'to_fetch' for no key update;
  if v_message.external_id is null then return null; end if;
  if p_path is null then return engine.fail_media(v_message, case when p_mime = 'too_large' then 'media_too_large' else 'media_lost' end); end if;
  select * into v_link from public.channel_links where id = v_message.link_id;
  update public.inbound_messages set state = 'awaiting_line', path = p_path, mime = p_mime, width = p_width, height = p_height, transcript = left(p_transcript, 5000), due_at = null
  where channel = p_channel and external_id = p_external_id returning * into v_message;
  v_line := case v_message.kind when 'voice' then p_transcript else v_message.text end;
  if v_link.id is null then return 'not_linked'; end if;
  if engine.has_line(v_line) then return engine.use_line(v_message, v_link, v_line); end if;
  v_kept := case v_message.kind when 'voice' then 'voice_kept' else 'photo_kept' end;
  perform engine.reply_on(v_link.id, v_kept, jsonb_build_object('external_id', v_message.external_id));
  update public.inbound_messages set outcome = v_kept where channel = p_channel and external_id = p_external_id;
  return v_kept;
end
$$;
comment on function engine.use_media(text, text, text, text, text, integer, integer) is 'What worker.keep_inbound_media does with the file and its words; the money apart.';

create function worker.keep_inbound_media(p_channel text, p_external_id text, p_path text, p_mime text default null, p_transcript text default null,
  p_width integer default null, p_height integer default null, p_calls jsonb default null) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_outcome text := engine.use_media(p_channel, p_external_id, p_path, p_mime, p_transcript, p_width, p_height);
  v_message public.inbound_messages;
begin
  -- budgets are locked after runs
  select * into v_message from public.inbound_messages where channel = p_channel and external_id = p_external_id;
  if v_outcome is not null then perform engine.settle_hearing(v_message, p_calls); end if;
  return v_outcome;
end
$$;
comment on function worker.keep_inbound_media(text, text, text, text, text, integer, integer, jsonb) is
  'A photo or voice note lies in bucket media at p_path (<tenant_id>/inbound/<file>) and goes on: a photo with a caption and a voice note with a transcript become a run (draft_started), the others are '
  'kept and one typed line is asked for (photo_kept, voice_kept). p_path null = it cannot be had (p_mime too_large: it was larger than told, limit_bytes of the claim). p_calls = what listening came to, as '
  'in complete. null = nothing is to be kept under that id. A fetch that failed for now is not told here: it is offered again after three minutes.';
grant execute on function worker.keep_inbound_media(text, text, text, text, text, integer, integer, jsonb) to service_role;
