-- What agents remember of a person: lines of their memory, and of its earlier versions, that hold the person's name or are words of theirs. Called by the erasures.
create function engine.spaced(p_text text) returns text
language sql immutable
set search_path = ''
as $$ select ' ' || btrim(regexp_replace(lower(coalesce(p_text, '')), '[[:space:][:punct:]’،؟«»“”]+', ' ', 'g')) || ' ' $$;
comment on function engine.spaced(text) is 'Words in small letters with one space around each, for looking up a name as whole words.';

create function engine.is_line_of(p_line text, p_names text[], p_said text[]) returns boolean
language sql immutable
set search_path = ''
as $$
  select exists (select from unnest(p_names) n where strpos(engine.spaced(p_line), engine.spaced(n)) > 0)
    -- as engine.remember keeps it, in a list for people ("- fact (0.8)") or by itself
    or exists (select from unnest(p_said) s
      where lower(regexp_replace(p_line, '^\s*[-*]\s+|\s*\([0-9.,]+\)\s*$', '', 'g')) = lower(left(btrim(regexp_replace(s, '\s+', ' ', 'g')), 300)))
$$;
comment on function engine.is_line_of(text, text[], text[]) is 'Does the line of memory hold one of these names as whole words, or is it one of these sayings?';

create function engine.forget_in_memory(p_tenant_id uuid, p_names text[], p_said text[]) returns void
language plpgsql
set search_path = ''
as $$
declare
  -- a name of two letters, or one that the business bears itself, would take lines about other things
  v_names text[] := array(
    select distinct btrim(n) from unnest(p_names) n
    where char_length(btrim(n)) >= 3 and not exists (select from public.tenants t where t.id = p_tenant_id and strpos(engine.spaced(t.name), engine.spaced(n)) > 0));
  v_said text[] := array(select distinct s from unnest(p_said) s where btrim(s) <> '');
begin
  if cardinality(v_names) = 0 and cardinality(v_said) = 0 then return; end if;
  update public.tenant_agents a set
    memory_version = a.memory_version + 1,
    memory = (
      select coalesce(jsonb_agg(m order by n), '[]') from jsonb_array_elements(a.memory) with ordinality as l (m, n)
      where not engine.is_line_of(m ->> 'fact', v_names, v_said))
  where a.tenant_id = p_tenant_id
    and exists (select from jsonb_array_elements(a.memory) m where engine.is_line_of(m ->> 'fact', v_names, v_said));
  update public.agent_file_versions v set
    body = (
      select coalesce(string_agg(line, e'\n' order by n), '') from regexp_split_to_table(v.body, '\r?\n') with ordinality as l (line, n)
      where not engine.is_line_of(line, v_names, v_said))
  where v.tenant_id = p_tenant_id and v.file = 'memory'
    and exists (select from regexp_split_to_table(v.body, '\r?\n') line where engine.is_line_of(line, v_names, v_said));
end
$$;
comment on function engine.forget_in_memory(uuid, text[], text[]) is
  'Takes the lines with these whole names (three letters and more, not part of the business''s own name) and these sayings out of the memory of the tenant''s agents and of its earlier versions. A line that speaks of '
  'somebody without their name cannot be told.';
