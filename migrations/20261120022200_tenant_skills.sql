-- A tenant's own skills, as data: propose_skill and switch_skill, with MoltGuard in between. Called by the builder on the phone, which has parsed the Markdown card
-- (supabase/catalog/skill-card.ts); what it sends is held to the same shape here again. Kinds allowed: prompt, and http to hosts it names.

alter table public.skills
  add column request jsonb,
  add column version integer not null default 1,
  add column verdict text constraint skill_verdict_is_known check (verdict in ('passed', 'blocked')),
  add column findings jsonb not null default '[]',
  add column scanned_at timestamptz,
  -- no way around the guard, not even for who writes SQL by hand
  add constraint tenant_skill_passed_moltguard check (tenant_id is null or not is_active or (verdict is not null and verdict = 'passed')),
  add constraint tenant_skill_brings_no_code check (tenant_id is null or not is_active or kind <> 'code');
comment on column public.skills.request is 'what a tenant''s http skill asks: {method, url, query, headers, body}; {{input}} names stand for the skill''s inputs';
comment on column public.skills.findings is 'what MoltGuard found: [{category, code, place, quote}]; a skill with any is not active';

create function engine.skill_problem(p_skill jsonb) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_field text := 'card';
  v_problem text;
begin
  if jsonb_typeof(p_skill) is distinct from 'object' or char_length(p_skill::text) > 60000 then return '{"field": "card", "problem": "is no card"}'; end if;
  select field, problem into v_field, v_problem
  from (
    values
      (1, 'name', case when coalesce(p_skill ->> 'name', '') !~ '^[a-z0-9][a-z0-9-]{2,59}$' then 'wants small letters, figures and hyphens, 3 to 60' end),
      (2, 'kind', case when coalesce(p_skill ->> 'kind', '') <> all (array['prompt', 'http', 'code']) then 'is prompt or http' end),
      (3, 'description', case when char_length(coalesce(p_skill ->> 'description', '')) not between 10 and 300 then 'wants 10 to 300 letters' end),
      (4, 'category', case when coalesce(p_skill ->> 'category', 'own') !~ '^[a-z][a-z0-9_]{1,39}$' then 'wants small letters and underscores' end),
      (5, 'model_tier', case when coalesce(p_skill ->> 'model_tier', 'local') <> all (array['local', 'gemini_flash', 'haiku', 'sonnet', 'opus']) then 'is no tier' end),
      (6, 'max_output_tokens', case when p_skill ? 'max_output_tokens' and not (jsonb_typeof(p_skill -> 'max_output_tokens') = 'number'
        and (p_skill ->> 'max_output_tokens')::numeric between 100 and 64000) then 'wants 100 to 64000' end),
      (7, 'input_schema', engine.object_schema_problem(p_skill -> 'input_schema', 'input_schema')),
      (8, 'output_schema', engine.object_schema_problem(p_skill -> 'output_schema', 'output_schema')),
      -- these two decide a run: they belong to the quality gate and the peer review
      (9, 'output_schema', case when p_skill #> '{output_schema,properties}' ?| array['score', 'verdict'] then 'may not promise score or verdict' end),
      (10, 'output_schema', case when coalesce(p_skill #> '{output_schema,properties}', '{}') = '{}' then 'promises nothing' end),
      (11, 'tools', engine.list_problem(p_skill -> 'tools', 0, 30, 60)),
      (12, 'hosts', engine.list_problem(p_skill -> 'hosts', 0, 20, 200)),
      (13, 'prompts', engine.list_problem(p_skill -> 'prompts', case p_skill ->> 'kind' when 'prompt' then 1 else 0 end, 5, 8000)),
      (14, 'prompts', (
        select 'uses {{' || word || '}}, which is no input'
        from jsonb_path_query(p_skill, '$.prompts[*]') p, regexp_matches(p #>> '{}', '\{\{\s*([^}]*?)\s*\}\}', 'g') as m (words), lateral (select words[1]) as w (word)
        where word <> all (array['request', 'brand', 'platform', 'language', 'outputs', 'findings', 'item'])
          and not coalesce(p_skill #> '{input_schema,properties}' ? word, false)
        limit 1
      )),
      (15, 'request', case when p_skill ->> 'kind' = 'http' and not (
        coalesce(p_skill #>> '{request,method}', '') = any (array['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
        and char_length(coalesce(p_skill #>> '{request,url}', '')) between 10 and 500
      ) then 'wants a method and an address' end)
  ) as fields (n, field, problem)
  where problem is not null
  order by n limit 1;
  return case when v_problem is not null then jsonb_build_object('field', v_field, 'problem', v_problem) end;
end
$$;
comment on function engine.skill_problem(jsonb) is 'What is wrong with the shape of a card: {field, problem in English}, the first that is; null when it is sound.';

create function engine.object_schema_problem(p_schema jsonb, p_name text) returns text
language sql immutable
set search_path = ''
as $$
  select coalesce(engine.schema_problem(p_schema, p_name), case when p_schema ->> 'type' is distinct from 'object' then p_name || ' is of no object' end)
$$;
comment on function engine.object_schema_problem(jsonb, text) is 'What is wrong with a schema that must describe an object; null when nothing is.';

create function engine.list_problem(p_list jsonb, p_least integer, p_most integer, p_letters integer) returns text
language sql immutable
set search_path = ''
as $$
  select case
    when p_list is null or p_list = 'null' then case when p_least > 0 then 'is missing' end
    when jsonb_typeof(p_list) <> 'array' then 'is no list'
    when jsonb_array_length(p_list) not between p_least and p_most then format('wants %s to %s', p_least, p_most)
    when exists (select from jsonb_array_elements(p_list) e where jsonb_typeof(e) <> 'string' or char_length(e #>> '{}') not between 1 and p_letters)
      then format('wants texts of 1 to %s letters', p_letters)
  end
$$;
comment on function engine.list_problem(jsonb, integer, integer, integer) is 'What is wrong with a list of texts (how many, how long); null when nothing is.';

create function public.propose_skill(p_tenant_id uuid, p_skill jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_problem jsonb;
  v_key text := p_skill ->> 'name';
  v_was public.skills;
  v_findings jsonb;
  v_verdict text;
begin
  perform engine.require_tenant(p_tenant_id, 'create_agents');
  v_problem := engine.skill_problem(p_skill);
  if v_problem is not null then perform engine.fail('NX400', 'skill_invalid', v_problem); end if;
  if exists (select from public.skills s where s.tenant_id is null and s.key = v_key) then
    perform engine.fail('NX409', 'skill_key_taken', jsonb_build_object('key', v_key));
  end if;
  -- one at a time, so that the limit cannot be passed by asking twice at once
  perform from public.tenants t where t.id = p_tenant_id for no key update;
  select * into v_was from public.skills s where s.tenant_id = p_tenant_id and s.key = v_key;
  if v_was.id is null and (select count(*) from public.skills s where s.tenant_id = p_tenant_id) >= 50 then
    perform engine.fail('NX402', 'skills_limit_reached', '{"limit": 50}');
  end if;
  if v_was.id is not null and p_skill ? 'version' and (p_skill ->> 'version')::integer is distinct from v_was.version then
    perform engine.fail('NX409', 'skill_changed', jsonb_build_object('version', v_was.version));
  end if;

  v_findings := engine.scan_skill(p_skill);
  v_verdict := case when v_findings = '[]' then 'passed' else 'blocked' end;
  -- a version that is blocked never takes the place of one that works
  if v_verdict = 'passed' or coalesce(v_was.verdict, 'blocked') = 'blocked' then
    insert into public.skills as s (
      tenant_id, key, name, category, kind, description, input_schema, output_schema, model_tier, prompts, tools, max_output_tokens, hosts, is_private, request,
      is_active, verdict, findings, scanned_at
    )
    values (
      p_tenant_id, v_key, coalesce(nullif(btrim(p_skill ->> 'title'), ''), v_key), coalesce(p_skill ->> 'category', 'own'), p_skill ->> 'kind',
      p_skill ->> 'description', p_skill -> 'input_schema', p_skill -> 'output_schema', coalesce(p_skill ->> 'model_tier', 'local'), coalesce(p_skill -> 'prompts', '[]'),
      array(select jsonb_array_elements_text(coalesce(nullif(p_skill -> 'tools', 'null'), '[]'))), (p_skill ->> 'max_output_tokens')::integer,
      array(select jsonb_array_elements_text(coalesce(nullif(p_skill -> 'hosts', 'null'), '[]'))), coalesce((p_skill -> 'is_private')::boolean, false),
      nullif(p_skill -> 'request', 'null'), v_verdict = 'passed' and coalesce((p_skill -> 'active')::boolean, true), v_verdict, v_findings, engine.now()
    )
    on conflict (tenant_id, key) do update set
      (name, category, kind, description, input_schema, output_schema, model_tier, prompts, tools, max_output_tokens, hosts, is_private, request, is_active, verdict,
        findings, scanned_at, version)
      = row(excluded.name, excluded.category, excluded.kind, excluded.description, excluded.input_schema, excluded.output_schema, excluded.model_tier,
        excluded.prompts, excluded.tools, excluded.max_output_tokens, excluded.hosts, excluded.is_private, excluded.request, excluded.is_active, excluded.verdict,
        excluded.findings, excluded.scanned_at, s.version + 1)
    returning * into v_was;
  end if;
  perform engine.record_event(p_tenant_id, 'skill.scanned', jsonb_build_object('skill', v_key, 'verdict', v_verdict,
    'codes', coalesce(jsonb_path_query_array(v_findings, '$[*].code'), '[]'), 'by', auth.uid()), 'engine', 'moltguard');
  if v_verdict = 'blocked' then
    perform engine.raise_alert(p_tenant_id, 'warning', 'skill_refused', jsonb_build_object('skill', v_key, 'findings', v_findings, 'by', auth.uid()));
  end if;
  return jsonb_build_object('skill_id', v_was.id, 'key', v_key, 'verdict', v_verdict, 'findings', v_findings, 'version', v_was.version, 'is_active', v_was.is_active);
end
$$;
comment on function public.propose_skill(uuid, jsonb) is
  '{skill_id, key, verdict passed | blocked, findings [{category, code, place, quote}], version, is_active}. p_skill = the parsed card: {name, title?, category?, kind prompt | http, '
  'description, model_tier?, max_output_tokens?, is_private?, input_schema, output_schema, prompts[], tools[], hosts[], request {method, url, query, headers, body}, active?, '
  'version?}. MoltGuard reads it first: passed, it is at work at once; blocked, it stays out and an earlier version that passed goes on. NX400 skill_invalid {field, problem}; NX409 '
  'skill_key_taken {key} (a built-in has that name), skill_changed {version}; NX402 skills_limit_reached {limit}; NX403 no_permission (owner, admin).';
grant execute on function public.propose_skill(uuid, jsonb) to authenticated;

create function engine.card_of(p_skill public.skills) returns jsonb
language sql immutable
set search_path = ''
as $$
  select jsonb_build_object('name', p_skill.key, 'category', p_skill.category, 'kind', p_skill.kind, 'description', p_skill.description, 'input_schema', p_skill.input_schema,
    'output_schema', p_skill.output_schema, 'prompts', p_skill.prompts, 'tools', p_skill.tools, 'hosts', p_skill.hosts, 'request', p_skill.request,
    'is_private', p_skill.is_private, 'max_output_tokens', coalesce(p_skill.max_output_tokens, 0))
$$;
comment on function engine.card_of(public.skills) is 'A stored skill as the card that MoltGuard scans.';

create function public.switch_skill(p_tenant_id uuid, p_key text, p_is_on boolean) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_skill public.skills;
  v_findings jsonb;
  v_chains text[];
begin
  perform engine.require_tenant(p_tenant_id, 'create_agents');
  select * into v_skill from public.skills s where s.tenant_id = p_tenant_id and s.key = p_key for no key update;
  if v_skill.id is null then perform engine.fail('NX404', 'skill_not_found', jsonb_build_object('key', p_key)); end if;
  if p_is_on then
    -- the rules may have grown since it was proposed
    v_findings := engine.scan_skill(engine.card_of(v_skill));
    if v_findings <> '[]' then perform engine.fail('NX403', 'skill_blocked', jsonb_build_object('key', p_key, 'findings', v_findings)); end if;
    update public.skills set is_active = true, verdict = 'passed', findings = '[]', scanned_at = engine.now() where id = v_skill.id;
  else
    v_chains := array(select c.key from public.chains c where c.tenant_id = p_tenant_id and c.is_active and c.steps @> jsonb_build_array(jsonb_build_object('skill', p_key)));
    if cardinality(v_chains) > 0 then perform engine.fail('NX409', 'skill_in_use', jsonb_build_object('key', p_key, 'chains', v_chains)); end if;
    update public.skills set is_active = false where id = v_skill.id;
  end if;
  perform engine.record_event(p_tenant_id, case when p_is_on then 'skill.switched_on' else 'skill.switched_off' end, jsonb_build_object('skill', p_key));
  return jsonb_build_object('key', p_key, 'is_active', coalesce(p_is_on, false));
end
$$;
comment on function public.switch_skill(uuid, text, boolean) is
  '{key, is_active}. Switches a skill of the tenant; on only after MoltGuard has read it again. NX403 skill_blocked {key, findings}, no_permission (owner, admin); NX409 skill_in_use '
  '{key, chains}; NX404 skill_not_found (built-in skills are not a tenant''s to switch).';
grant execute on function public.switch_skill(uuid, text, boolean) to authenticated;
