-- A run comes to a gate: its outputs become one content, a person is asked. Called by the Quality Gate; in a fan-out once an item.

create function engine.review_of_step(p_step public.chain_steps) returns jsonb
language sql stable
set search_path = ''
as $$
  with review as (
    select s.key, s.agent_key, s.output, s.lane, s.item from public.chain_steps s
    where s.id = any (engine.steps_before(p_step) || p_step.id) and s.verdict is not null order by s.position desc limit 1
  ),
  authors as (
    select a.id, a.agent_key, a.round, a.refutations, a.output, a.position from public.chain_steps a
    join review r on a.review_by = r.key
    where a.run_id = p_step.run_id and a.state in ('done', 'awaiting_approval') and (a.lane is distinct from r.lane or a.item = r.item)
  ),
  author as (
    select * from authors order by position limit 1
  ),
  earlier as (
    select jsonb_agg(jsonb_build_object(
      'round', (e.data ->> 'round')::int - 1, 'agent', e.actor, 'say', told -> 'previous' ->> 'say', 'body', told -> 'previous' ->> 'body',
      'findings', told -> 'findings'
    ) order by e.id) as positions
    from public.events e cross join lateral engine.told(e) as told
    where e.run_id = p_step.run_id and e.kind = 'step.revising' and e.data ->> 'reason' = 'refuted' and e.step_id in (select id from authors)
  )
  select jsonb_build_object(
    'verdict', r.output ->> 'verdict', 'say', r.output ->> 'say', 'findings', r.output -> 'findings', 'reviewer', r.agent_key,
    'author', a.agent_key, 'round', a.round, 'disputed', coalesce(a.refutations > 1, false),
    'positions', coalesce(earlier.positions, '[]') || case when a.refutations > 1 then jsonb_build_array(jsonb_build_object(
      'round', a.round, 'agent', a.agent_key, 'say', a.output ->> 'say', 'body', a.output ->> 'body', 'findings', r.output -> 'findings'
    )) else '[]' end
  )
  from review r left join author a on true cross join earlier
$$;
comment on function engine.review_of_step(public.chain_steps) is
  'The peer''s last word before a gate {verdict, say, findings, reviewer, author, round, disputed, positions}: positions = what the author wrote in each refuted '
  'round and what the reviewer found in it. null = nobody reviewed.';

create function engine.parts_of_content(p_step public.chain_steps) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_parts jsonb := '{}';
  v_output jsonb;
begin
  for v_output in
    select output from public.chain_steps
    where id = any (engine.steps_before(p_step) || p_step.id) and output is not null and state in ('done', 'awaiting_approval') order by position, item
  loop
    -- a voice is part of a video, not what is shown
    if v_output ->> 'mime' like 'audio/%' then v_output := v_output - array['path', 'mime']; end if;
    v_parts := v_parts || v_output || case jsonb_typeof(v_output -> 'video') when 'object' then v_output -> 'video' else '{}' end;
  end loop;
  return v_parts;
end
$$;
comment on function engine.parts_of_content(public.chain_steps) is 'Outputs that a gate stands on, laid over one another in order: the last body, headline, picture or video counts.';

create function engine.author_of(p_step public.chain_steps) returns public.chain_steps
language sql stable
set search_path = ''
as $$
  select s from public.chain_steps s where s.id = any (engine.steps_before(p_step) || p_step.id) and s.output ? 'body' order by s.position limit 1
$$;
comment on function engine.author_of(public.chain_steps) is 'The step that wrote what a gate stands on: the first with a body; nulls where there is none.';

create function engine.write_content(p_run public.chain_runs, p_step public.chain_steps) returns public.contents
language plpgsql
set search_path = ''
as $$
declare
  v_parts jsonb := engine.parts_of_content(p_step);
  v_before bigint[] := engine.steps_before(p_step) || p_step.id;
  v_item jsonb := case jsonb_typeof(p_step.input -> 'item') when 'object' then p_step.input -> 'item' else '{}' end;
  v_wish text := concat_ws(' ', v_item ->> 'day', v_item ->> 'time');
  v_content public.contents;
begin
  if not v_parts ? 'body' then return null; end if;
  insert into public.contents (
    tenant_id, run_id, kind, platform, language, body, headline, hashtags, call_to_action, media, status, author, scheduled_at, is_demo
  )
  select p_run.tenant_id, p_run.id,
    coalesce((select s.keep from public.chain_steps s where s.id = any (v_before) and engine.is_sent(s.keep) order by s.position desc limit 1),
      case p_step.gate when 'outreach' then 'message' else 'social_post' end),
    coalesce(v_item ->> 'platform', p_run.input ->> 'platform', 'nexio_page'),
    (select l from unnest(array[v_parts ->> 'language', left(p_run.input ->> 'target', 2), p_run.language]) with ordinality as w (l, n)
      where l in ('mg', 'fr', 'en', 'ar') order by n limit 1),
    v_parts ->> 'body', coalesce(v_parts ->> 'headline', v_parts ->> 'subject', v_parts -> 'subjects' ->> 0, ''),
    array(select jsonb_array_elements_text(coalesce(v_parts -> 'hashtags', '[]'))),
    case jsonb_typeof(v_parts -> 'call_to_action')
      when 'object' then concat_ws(' ', v_parts -> 'call_to_action' ->> 'label', v_parts -> 'call_to_action' ->> 'url')
      else coalesce(v_parts ->> 'call_to_action', '') end,
    case when v_parts ? 'path' then jsonb_build_object(
      'path', v_parts -> 'path', 'mime', v_parts -> 'mime', 'width', v_parts -> 'width', 'height', v_parts -> 'height', 'alt', v_parts -> 'alt'
    ) end,
    'in_review',
    coalesce((engine.author_of(p_step)).agent_key, 'content_writer'),
    coalesce(
      case when v_wish ~ '^\d{4}-\d\d-\d\d \d\d:\d\d$' then (select v_wish::timestamp at time zone t.timezone from public.tenants t where t.id = p_run.tenant_id) end,
      (p_run.input ->> 'scheduled_at')::timestamptz
    ),
    p_run.is_demo
  returning * into v_content;
  return v_content;
end
$$;
comment on function engine.write_content(public.chain_runs, public.chain_steps) is
  'Puts what a gate stands on together as one content in review (body, headline, hashtags, call to action, picture or video); an item of a fan-out says its own platform, '
  'day and time (where the tenant lives). kind = social_post, message (to an outsider), or the keeper that sends it. null when no step wrote a body.';

create function engine.is_sent(p_keeper text) returns boolean
language sql stable
set search_path = ''
as $$ select to_regprocedure(format('engine.%I(public.chain_steps, public.approvals)', concat('send_', p_keeper))) is not null $$;
comment on function engine.is_sent(text) is 'True for a keeper that also sends (engine.send_<name>): a reply, a mail, a page; what is not sent is published as a post.';

create function engine.subject_of(p_step public.chain_steps, p_has_content boolean) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_kept jsonb;
begin
  if not p_has_content then
    return p_step.output - 'say' || jsonb_strip_nulls(jsonb_build_object('text', engine.step_input(p_step) -> 'text'));
  end if;
  select s.output - 'say' into v_kept from public.chain_steps s
  where s.id = any (engine.steps_before(p_step) || p_step.id) and s.keep is not null and engine.is_sent(s.keep) and not s.output ? 'body'
  order by s.position desc limit 1;
  return v_kept;
end
$$;
comment on function engine.subject_of(public.chain_steps, boolean) is
  'What a person decides about beside or instead of a content: the gate''s own output and the text it looked at (a budget, a page), or the thing that is sent where that '
  'is more than a text (a sequence of letters); null = the content is all.';

create function engine.skill_of(p_step public.chain_steps, p_content public.contents) returns text
language sql stable
set search_path = ''
as $$ select case when p_content.kind = 'reply' then 'auto-reply-modes' else coalesce((engine.author_of(p_step)).skill_key, p_step.skill_key) end $$;
comment on function engine.skill_of(public.chain_steps, public.contents) is
  'The skill that earned autonomy counts an approval for: who wrote it; answers to people count for the skill that lets answers out, whoever drafted them.';

create function engine.request_approval(p_step_id bigint) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_step public.chain_steps;
  v_run public.chain_runs;
  v_content public.contents;
  v_approval public.approvals;
  v_is_announced boolean;
begin
  update public.chain_steps set state = 'awaiting_approval', finished_at = null where id = p_step_id returning * into v_step;
  -- a lane waits alone; the run waits when all its lanes do (advance_runs)
  update public.chain_runs set state = case when v_step.lane is null then 'awaiting_approval' else state end where id = v_step.run_id returning * into v_run;
  if v_step.gate in ('publish', 'outreach') then v_content := engine.write_content(v_run, v_step); end if;

  insert into public.approvals (
    tenant_id, run_id, step_id, content_id, skill_key, gate, subject, title, priority, version, content_hash, assigned_role, verdict, score, used_house_model, created_at
  )
  values (
    v_run.tenant_id, v_run.id, v_step.id, v_content.id, engine.skill_of(v_step, v_content), v_step.gate, engine.subject_of(v_step, v_content.id is not null),
    left(case when v_step.lane is null then v_run.title else coalesce(nullif(v_content.headline, ''), v_step.input -> 'item' ->> 'request', v_run.title) end, 200),
    v_run.priority, coalesce(v_content.version, 1),
    coalesce(v_content.content_hash, encode(sha256(convert_to(v_step.output::text, 'utf8')), 'hex')),
    case when v_step.gate in ('money', 'settings') then 'owner' else 'staff' end, engine.review_of_step(v_step), v_step.score,
    exists (select from public.chain_steps s where s.id = any (engine.steps_before(v_step) || v_step.id) and s.provider = 'house'), v_now
  )
  returning * into v_approval;

  insert into public.events (tenant_id, run_id, step_id, kind, actor_kind, actor, data, trace_id, created_at)
  values (
    v_run.tenant_id, v_run.id, v_step.id, 'approval.requested', 'agent', v_step.agent_key,
    jsonb_build_object('approval_id', v_approval.id, 'content_id', v_content.id, 'gate', v_step.gate, 'version', v_approval.version,
      'content_hash', v_approval.content_hash, 'step', v_step.key, 'disputed', v_approval.verdict -> 'disputed'), v_run.trace_id, v_now
  );
  perform engine.broadcast(v_run.tenant_id, 'approval', jsonb_build_object('id', v_approval.id, 'run_id', v_run.id));
  v_is_announced := engine.announce(v_approval);
  if v_step.lane is null then
    if not v_is_announced then
      perform engine.notify(v_run.tenant_id, null, 'approval_requested', jsonb_build_object('approval_id', v_approval.id, 'title', v_run.title),
        '/decide/' || v_approval.id);
    end if;
    perform engine.tell_runs(array[v_run.id]);
  end if;
end
$$;
comment on function engine.request_approval(bigint) is
  'A run has come to a gate: writes the content, asks the role that may decide (publish, outreach: staff and up; money, settings: owner), rings the bell; '
  'what a skill with earned autonomy made is announced instead (engine.announce).';

create function engine.ring_for_lanes(p_run_id uuid) returns void
language sql
set search_path = ''
as $$
  select engine.notify(r.tenant_id, null, 'approvals_requested', jsonb_build_object('run_id', r.id, 'title', r.title, 'count', w.count), '/decide')
  from public.chain_runs r
  cross join lateral (select count(*) from public.approvals a where a.run_id = r.id and a.state = 'pending' and a.goes_out_at is null) w
  where r.id = p_run_id and w.count > 0;
  select engine.tell_runs(array[p_run_id]);
$$;
comment on function engine.ring_for_lanes(uuid) is 'One bell for all items of a fan-out that wait for a person.';

create function engine.pass_gate(p_step public.chain_steps, p_approval public.approvals) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_kept public.chain_steps;
begin
  for v_kept in
    select * from public.chain_steps
    where id = any (engine.steps_before(p_step) || p_step.id) and keep is not null and state in ('done', 'awaiting_approval')
      and engine.is_sent(keep)
    order by position, item
  loop
    execute format('select engine.%I($1, $2)', 'send_' || v_kept.keep) using v_kept, p_approval;
  end loop;
end
$$;
comment on function engine.pass_gate(public.chain_steps, public.approvals) is
  'A gate is open: what was kept of the steps it stands on goes out by engine.send_<keeper>(step, approval), where there is one; approval null = no person was needed.';
