-- The files of an agent that people edit (SOUL, AGENTS, MEMORY): their text, versions, the verbs write_agent_file and roll_back_agent, and what an agent
-- remembers by itself. Called by the agent's page; the next step of the agent reads what stands here (engine.build_context).

create table public.agent_file_versions (
  tenant_id uuid not null,
  agent_key text not null,
  file text not null,
  version integer not null,
  body text not null,
  author_id uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default engine.now(),
  primary key (tenant_id, agent_key, file, version),
  foreign key (tenant_id, agent_key) references public.tenant_agents (tenant_id, agent_key) on delete cascade,
  constraint file_is_one_that_people_edit check (file in ('soul', 'agents', 'memory'))
);
comment on table public.agent_file_versions is
  'Every text that stood in a file of an agent; version 0, the built-in one, has no row. memory is kept as the Markdown list that people see.';
create index agent_file_versions_by_author on public.agent_file_versions (author_id) where author_id is not null;

alter table public.agent_file_versions enable row level security;
create policy "insiders read the versions of their agents' files" on public.agent_file_versions for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_agents')));
revoke all on public.agent_file_versions from anon, authenticated;
grant select on public.agent_file_versions to authenticated;

create function engine.memory_text(p_memory jsonb) returns text
language sql immutable
set search_path = ''
as $$
  select coalesce(string_agg(format('- %s (%s)', m ->> 'fact', round((m ->> 'confidence')::numeric, 2)), e'\n' order by n), '')
  from jsonb_array_elements(p_memory) with ordinality as l (m, n)
$$;
comment on function engine.memory_text(jsonb) is 'Memory as people read and edit it: a line "- fact (confidence)" each.';

create function engine.read_memory_text(p_body text, p_before jsonb) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_memory jsonb := '[]';
  v_line text;
  v_parts text[];
  v_known jsonb;
  v_confidence numeric;
begin
  foreach v_line in array regexp_split_to_array(p_body, '\r?\n') loop
    v_line := btrim(regexp_replace(v_line, '^\s*[-*]\s+', ''));
    continue when v_line = '' or v_line ~ '^#';
    v_parts := regexp_match(v_line, '^(.*?)\s*\(\s*(-?[0-9]+(?:[.,][0-9]+)?)\s*\)$');
    -- what a person writes without a figure is sure enough to be used
    v_confidence := coalesce(replace(v_parts[2], ',', '.')::numeric, 0.9);
    v_line := coalesce(v_parts[1], v_line);
    if v_confidence not between 0 and 1 or char_length(v_line) not between 1 and 300 then
      perform engine.fail('NX400', 'memory_invalid', jsonb_build_object('line', left(v_line, 80)));
    end if;
    select m into v_known from jsonb_array_elements(p_before) m where m ->> 'fact' = v_line and round((m ->> 'confidence')::numeric, 2) = v_confidence;
    v_memory := v_memory || jsonb_build_array(coalesce(v_known, jsonb_build_object(
      'fact', v_line, 'confidence', v_confidence, 'source', 'person', 'at', engine.now()
    )));
  end loop;
  if jsonb_array_length(v_memory) > 100 then perform engine.fail('NX400', 'memory_too_long', '{"limit": 100}'); end if;
  return v_memory;
end
$$;
comment on function engine.read_memory_text(text, jsonb) is
  'The Markdown list back as memory; a line that was not touched keeps its source and time. Headings are left out. NX400 memory_invalid {line} (confidence not '
  'from 0 to 1, no fact, over 300 letters), memory_too_long {limit}.';

create function engine.set_agent_file(p_agent public.tenant_agents, p_file text, p_body text) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_version integer;
begin
  case p_file
    when 'soul' then
      update public.tenant_agents set soul = p_body, soul_version = soul_version + 1
      where tenant_id = p_agent.tenant_id and agent_key = p_agent.agent_key returning soul_version into v_version;
    when 'agents' then
      update public.tenant_agents set manual = p_body, manual_version = manual_version + 1
      where tenant_id = p_agent.tenant_id and agent_key = p_agent.agent_key returning manual_version into v_version;
    else
      update public.tenant_agents set memory = engine.read_memory_text(coalesce(p_body, ''), memory), memory_version = memory_version + 1
      where tenant_id = p_agent.tenant_id and agent_key = p_agent.agent_key returning memory_version into v_version;
  end case;
  insert into public.agent_file_versions (tenant_id, agent_key, file, version, body, author_id)
  select p_agent.tenant_id, p_agent.agent_key, p_file, v_version, coalesce(p_body, engine.built_in_file(p_agent, p_file)), auth.uid();
  perform engine.record_event(p_agent.tenant_id, 'agent.file_written',
    jsonb_build_object('agent', p_agent.agent_key, 'file', p_file, 'version', v_version));
  perform engine.broadcast(p_agent.tenant_id, 'agent', jsonb_build_object('id', p_agent.agent_key));
  return v_version;
end
$$;
comment on function engine.set_agent_file(public.tenant_agents, text, text) is 'Puts a text (null = the built-in one again) into a file as its next version. The caller holds the row.';

create function engine.built_in_file(p_agent public.tenant_agents, p_file text) returns text
language sql stable
set search_path = ''
as $$
  select case p_file when 'soul' then (c).soul when 'agents' then (c).manual else '' end from engine.agent_of(p_agent.tenant_id, p_agent.agent_key) c
$$;
comment on function engine.built_in_file(public.tenant_agents, text) is 'The text a file had before anybody touched it; memory begins empty.';

create function engine.file_version(p_agent public.tenant_agents, p_file text) returns integer
language sql immutable
set search_path = ''
as $$ select case p_file when 'soul' then p_agent.soul_version when 'agents' then p_agent.manual_version when 'memory' then p_agent.memory_version end $$;
comment on function engine.file_version(public.tenant_agents, text) is 'Version of a file now; null for a file that nobody edits.';

create function public.write_agent_file(p_tenant_id uuid, p_agent_key text, p_file text, p_body text, p_expected_version integer) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_agent public.tenant_agents;
begin
  perform engine.require_tenant(p_tenant_id, 'create_agents');
  v_agent := engine.require_agent(p_tenant_id, p_agent_key);
  if engine.file_version(v_agent, p_file) is null then perform engine.fail('NX400', 'agent_file_unknown'); end if;
  if p_body is null or char_length(p_body) > 20000 or (p_file <> 'memory' and char_length(btrim(p_body)) < 20) then
    perform engine.fail('NX400', 'agent_file_invalid', '{"min": 20, "max": 20000}');
  end if;
  if engine.file_version(v_agent, p_file) is distinct from p_expected_version then
    perform engine.fail('NX409', 'agent_file_changed', jsonb_build_object('file', p_file, 'version', engine.file_version(v_agent, p_file)));
  end if;
  return jsonb_build_object('version', engine.set_agent_file(v_agent, p_file, btrim(p_body)));
end
$$;
comment on function public.write_agent_file(uuid, text, text, text, integer) is
  '{version}. Replaces SOUL (soul), AGENTS (agents) or MEMORY (memory: lines "- fact (0.8)") of an agent in this tenant; its next step works with it. '
  'p_expected_version: the version the person had open (0 = built in). NX409 agent_file_changed {file, version}: somebody, or the agent itself, wrote in '
  'between; nothing is overwritten. NX400 agent_file_unknown, agent_file_invalid {min, max}, memory_invalid {line}, memory_too_long {limit}; NX404 agent_not_found; '
  'NX403 no_permission (owner, admin).';
grant execute on function public.write_agent_file(uuid, text, text, text, integer) to authenticated;

create function public.roll_back_agent(p_tenant_id uuid, p_agent_key text, p_file text, p_version integer) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_agent public.tenant_agents;
  v_body text;
begin
  perform engine.require_tenant(p_tenant_id, 'create_agents');
  v_agent := engine.require_agent(p_tenant_id, p_agent_key);
  if engine.file_version(v_agent, p_file) is null then perform engine.fail('NX400', 'agent_file_unknown'); end if;
  select body into v_body from public.agent_file_versions
  where tenant_id = p_tenant_id and agent_key = p_agent_key and file = p_file and version = p_version;
  if v_body is null and p_version is distinct from 0 then perform engine.fail('NX404', 'agent_version_not_found', jsonb_build_object('version', p_version)); end if;
  return jsonb_build_object('version', engine.set_agent_file(v_agent, p_file, v_body));
end
$$;
comment on function public.roll_back_agent(uuid, text, text, integer) is
  '{version}. Puts an earlier text of a file back as its newest version; 0 = the built-in text (an empty memory). What stood in between stays readable. '
  'NX404 agent_not_found, agent_version_not_found {version}; NX400 agent_file_unknown; NX403 no_permission (owner, admin).';
grant execute on function public.roll_back_agent(uuid, text, text, integer) to authenticated;

create function engine.remember(p_tenant_id uuid, p_agent_key text, p_fact text, p_confidence numeric, p_source text) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_fact text := left(btrim(regexp_replace(p_fact, '\s+', ' ', 'g')), 300);
  v_agent public.tenant_agents;
  v_at bigint;
begin
  if coalesce(v_fact, '') = '' then return; end if;
  select * into v_agent from public.tenant_agents where tenant_id = p_tenant_id and agent_key = p_agent_key for no key update;
  if v_agent.tenant_id is null then return; end if;
  select n - 1 into v_at from jsonb_array_elements(v_agent.memory) with ordinality as l (m, n) where lower(m ->> 'fact') = lower(v_fact);
  update public.tenant_agents
  set memory_version = memory_version + 1,
    memory = case
      -- heard again: half of the doubt that was left goes, as much as the new word is worth
      when v_at is not null then jsonb_set(memory, array[v_at::text], (memory -> v_at::integer) || jsonb_build_object('at', engine.now(), 'confidence',
        round((memory -> v_at::integer ->> 'confidence')::numeric + (1 - (memory -> v_at::integer ->> 'confidence')::numeric) * p_confidence / 2, 2)))
      -- newest last, the oldest goes when the list is full
      else case when jsonb_array_length(memory) >= 100 then memory - 0 else memory end
        || jsonb_build_array(jsonb_build_object('fact', v_fact, 'confidence', round(p_confidence, 2), 'source', p_source, 'at', engine.now()))
    end
  where tenant_id = p_tenant_id and agent_key = p_agent_key;
end
$$;
comment on function engine.remember(uuid, text, text, numeric, text) is
  'Adds a fact to an agent''s memory, or makes one it has surer (c += (1 - c) * confidence / 2). p_source: what taught it (rejection, lesson …).';

create function engine.remember_rejection() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform engine.remember(
    new.tenant_id, coalesce((select c.author from public.contents c where c.id = new.content_id and c.author_kind = 'agent'), 'content_writer'), new.reason, 0.6,
    'rejection'
  );
  return null;
end
$$;
comment on function engine.remember_rejection() is 'Trigger of lessons: why a person refused a text is a fact for its author; said twice it is used.';
create trigger authors_remember_rejections after insert on public.lessons
  for each row when (new.kind = 'rejection' and new.reason <> '') execute function engine.remember_rejection();
