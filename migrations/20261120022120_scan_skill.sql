-- MoltGuard's judgement of a whole card: its words, where it may reach, what it may touch. Called by propose_skill and switch_skill.

create function engine.scan_reach(p_skill jsonb) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_findings jsonb := '[]';
  v_hosts text[] := array(select lower(h #>> '{}') from jsonb_path_query(p_skill, '$.hosts[*]') h);
  v_url text := p_skill -> 'request' ->> 'url';
  v_host text;
begin
  foreach v_host in array v_hosts loop
    if v_host !~ '^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$' or v_host ~ '(^|\.)xn--' then
      -- wildcards, bare addresses, ports, names inside a network, letters that only look like others
      v_findings := v_findings || engine.finding('api_access', 'host_not_plain', 'hosts', v_host);
    elsif v_host ~ '(^|\.)(localhost|local|internal|lan|home|corp|test|invalid|onion)$' then
      v_findings := v_findings || engine.finding('api_access', 'host_is_private', 'hosts', v_host);
    elsif v_host ~ '(^|\.)(webhook\.site|requestbin\.(com|net)|pipedream\.net|ngrok(-free)?\.(io|app|dev)|pastebin\.com|hastebin\.com|transfer\.sh|file\.io|bit\.ly|tinyurl\.com|t\.co|goo\.gl|is\.gd|burpcollaborator\.net|oast\.(fun|pro|live|site|me)|interact\.sh|beeceptor\.com|mockbin\.(io|org))$' then
      v_findings := v_findings || engine.finding('api_access', 'host_collects', 'hosts', v_host);
    end if;
  end loop;

  foreach v_host in array engine.hosts_in(p_skill - 'hosts') loop
    -- schema.org names kinds of things, nobody calls it
    if v_host <> 'schema.org' and not v_host = any (v_hosts) then v_findings := v_findings || engine.finding('api_access', 'hidden_host', 'text', v_host); end if;
  end loop;

  if p_skill ->> 'kind' = 'http' then
    if cardinality(v_hosts) = 0 then v_findings := v_findings || engine.finding('api_access', 'no_hosts', 'hosts', ''); end if;
    if cardinality(v_hosts) > 5 then v_findings := v_findings || engine.finding('permissions', 'too_many_hosts', 'hosts', array_to_string(v_hosts, ', ')); end if;
  elsif cardinality(v_hosts) > 0 then
    v_findings := v_findings || engine.finding('permissions', 'hosts_without_need', 'hosts', array_to_string(v_hosts, ', '));
  end if;
  if v_url is not null and v_url !~ '^https://[^/?#{@]+([/?#]|$)' then v_findings := v_findings || engine.finding('api_access', 'address_not_fixed', 'request', v_url); end if;
  -- named inputs may travel; everything there is may not
  if (p_skill -> 'request')::text ~ '\{\{\s*(brand|outputs|input|item|findings|memory)\s*\}\}' then
    v_findings := v_findings || engine.finding('data_leak', 'sends_everything', 'request', (p_skill -> 'request')::text);
  end if;
  return v_findings;
end
$$;
comment on function engine.scan_reach(jsonb) is
  'Findings about where a skill reaches: hosts that are no plain public names, collect what they are sent, or stand in its words and not in its list; an address that data '
  'can change; a request that sends more than named inputs.';

create function engine.scan_permissions(p_skill jsonb) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_findings jsonb := '[]';
  v_tool text;
  v_count integer := 0;
begin
  if coalesce(p_skill ->> 'kind', '') <> all (array['prompt', 'http']) then
    v_findings := v_findings || engine.finding('code_safety', 'brings_code', 'kind', p_skill ->> 'kind');
  end if;
  for v_tool in select t #>> '{}' from jsonb_path_query(p_skill, '$.tools[*]') t loop
    v_count := v_count + 1;
    if v_tool <> all (array['read_comments', 'read_contents', 'read_library', 'read_media', 'read_mentions', 'read_metrics', 'read_persona', 'read_progress', 'read_reviews',
      'search_help', 'search_web', 'read_leads', 'read_contacts']) then
      v_findings := v_findings || engine.finding('permissions', 'tool_not_for_tenants', 'tools', v_tool);
    elsif v_tool in ('read_leads', 'read_contacts') and p_skill ->> 'kind' = 'http' then
      v_findings := v_findings || engine.finding('data_leak', 'people_to_outside', 'tools', v_tool);
    end if;
  end loop;
  if v_count > 5 then v_findings := v_findings || engine.finding('permissions', 'too_many_tools', 'tools', v_count::text); end if;
  if coalesce((p_skill ->> 'max_output_tokens')::numeric, 0) > 16000 then
    v_findings := v_findings || engine.finding('permissions', 'answer_too_long', 'max_output_tokens', p_skill ->> 'max_output_tokens');
  end if;
  if p_skill ->> 'kind' = 'http' and coalesce((p_skill -> 'is_private')::boolean, false) then
    v_findings := v_findings || engine.finding('data_leak', 'private_to_outside', 'is_private', 'http');
  end if;
  return v_findings;
end
$$;
comment on function engine.scan_permissions(jsonb) is
  'Findings about what a tenant''s skill may touch: no code, no tool that spends, sends, changes or stores, few tools, people''s data never together with a call to the outside.';

create function engine.scan_skill(p_skill jsonb, p_is_built_in boolean default false) returns jsonb
language sql stable
set search_path = ''
as $$
  select engine.scan_texts(p_skill) || engine.scan_reach(p_skill) || case when p_is_built_in then '[]' else engine.scan_permissions(p_skill) end
$$;
comment on function engine.scan_skill(jsonb, boolean) is
  'MoltGuard: findings [{category code_safety|permissions|api_access|data_leak|prompt_injection, code, place, quote}] of a card {name, category, kind, description, input_schema, '
  'output_schema, prompts[], tools[], hosts[], request, is_private, max_output_tokens}; [] = it may run. Built-in cards may bring code and tools: they come with us.';
