-- MoltGuard: scans a skill before it can run (code safety, permissions, API access, data leak, prompt injection). engine.scan_skill is called by propose_skill,
-- switch_skill and, for built-in cards, by the tests. It reads words, not minds: what it lets pass still runs fenced, without tools, behind review and gate.

create function engine.fold_text(p_text text) returns text
language sql immutable
set search_path = ''
as $$
  select lower(translate(
    regexp_replace(
      normalize(p_text, nfkd),
      '[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000E0000-\U000E007F]', '', 'g'
    ),
    -- Cyrillic and Greek letters that look like Latin ones
    'аеорсухіјѕһкмтвнԁԛԝАЕОРСУХІЈЅНКМТВαορεικντυχΑΟΡΕΙΚΝΤΥΧΒΗΜΖ’ʼ‘`',
    'aeopcyxijshkmtbhdqwaeopcyxijshkmtbaopeikvtuxaopeikntyxbhmz'''''''''
  ))
$$;
comment on function engine.fold_text(text) is
  'A text as the guards compare it: compatibility forms, without accents, Arabic vowel signs and invisible letters, look-alike letters as Latin ones, small letters.';

create function engine.decoded_text(p_text text) returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  v_found text;
  v_decoded text := '';
begin
  for v_found in
    select b[1] from regexp_matches(p_text, '[A-Za-z0-9+/_-]{16,}={0,2}', 'g') as b limit 50
  loop
    begin
      v_decoded := v_decoded || e'\n' || convert_from(decode(rpad(translate(rtrim(v_found, '='), '-_', '+/'), (length(rtrim(v_found, '=')) + 3) / 4 * 4, '='), 'base64'), 'utf8');
    exception when others then null; -- no text in it
    end;
    if v_found ~ '^([0-9a-fA-F]{2}){8,}$' then
      begin
        v_decoded := v_decoded || e'\n' || convert_from(decode(v_found, 'hex'), 'utf8');
      exception when others then null; -- no text in it
      end;
    end if;
  end loop;
  -- &#105; &#x69; \u0069 %69
  if p_text ~ '(&#x?[0-9a-fA-F]{2,6};?|\\u[0-9a-fA-F]{4}|%[0-9a-fA-F]{2}){3}' then
    v_decoded := v_decoded || e'\n' || (
      select string_agg(case
        when m[2] is not null then chr(least(greatest(m[2]::integer, 32), 65535))
        when coalesce(m[3], m[4], m[5]) is not null then chr(greatest(('x' || lpad(coalesce(m[3], m[4], m[5]), 8, '0'))::bit(32)::integer, 32))
        else m[6] end, '' order by n)
      from regexp_matches(p_text, '(&#([0-9]{2,5});?|&#x([0-9a-fA-F]{2,4});?|\\u([0-9a-fA-F]{4})|%([0-9a-fA-F]{2})|(.|\n))', 'g') with ordinality as t (m, n)
    );
  end if;
  return v_decoded;
end
$$;
comment on function engine.decoded_text(text) is 'What stands in base64, hexadecimal, percent, entity or unicode escapes inside a text, a line each; empty when nothing does.';

create function engine.card_texts(p_skill jsonb) returns table (place text, body text)
language sql immutable
set search_path = ''
as $$
  select e.key, string_agg(t #>> '{}', e'\n')
  from jsonb_each(p_skill) e,
    lateral (
      select t from jsonb_path_query(e.value, 'strict $.** ? (@.type() == "string")', '{}', true) t
      union all
      select t from jsonb_path_query(e.value, 'strict $.** ? (@.type() == "object").keyvalue().key', '{}', true) t
    ) as texts
  group by e.key
$$;
comment on function engine.card_texts(jsonb) is 'All words of a card by its fields: texts at any depth, names of properties too (a schema''s descriptions reach the model as well).';

create function engine.scan_texts(p_skill jsonb) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_text record;
  v_rule record;
  v_places text[] := '{}';
  v_folded text[] := '{}';
  v_disguised text[] := '{}';
  v_letters text[] := '{}';
  v_plain text;
  v_hit text;
  v_findings jsonb := '[]';
begin
  for v_text in select * from engine.card_texts(p_skill) loop
    v_plain := engine.fold_text(v_text.body);
    v_places := v_places || v_text.place;
    v_folded := v_folded || v_plain;
    v_letters := v_letters || (regexp_replace(v_plain, '[^a-z\u0600-\u06ff]', '', 'g') || ' ' || reverse(regexp_replace(v_plain, '[^a-z\u0600-\u06ff]', '', 'g')));
    v_disguised := v_disguised || (engine.fold_text(engine.decoded_text(v_text.body)) || e'\n' || translate(v_plain, '013457@$', 'oieastas') || e'\n' || reverse(v_plain)
      || e'\n' || translate(v_plain, 'abcdefghijklmnopqrstuvwxyz', 'nopqrstuvwxyzabcdefghijklm'));

    if v_text.body ~ '[\u00ad\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000E0000-\U000E007F]|[A-Za-z][\u200c\u200d]|[\u200c\u200d][A-Za-z]' then
      v_findings := v_findings || engine.finding('prompt_injection', 'hidden_letters', v_text.place, v_text.body);
    end if;
    if v_text.body ~ '[A-Za-z][\u0400-\u04ff\u0370-\u03ff]|[\u0400-\u04ff\u0370-\u03ff][A-Za-z]' then
      v_findings := v_findings || engine.finding('prompt_injection', 'lookalike_letters', v_text.place, v_text.body);
    end if;
  end loop;

  -- rule by rule: a pattern is compiled once for all texts
  for v_rule in select * from engine.moltguard_rules order by category, code loop
    for v_at in 1..cardinality(v_places) loop
      v_hit := regexp_substr(case v_rule.code when 'hidden_order' then v_letters[v_at] else v_folded[v_at] end, v_rule.pattern, 1, 1, 'i');
      if v_hit is null and v_rule.sees_through then v_hit := regexp_substr(v_disguised[v_at], v_rule.pattern, 1, 1, 'i'); end if;
      continue when v_hit is null;
      v_findings := v_findings || engine.finding(v_rule.category, v_rule.code, v_places[v_at], v_hit);
    end loop;
  end loop;
  return v_findings;
end
$$;
comment on function engine.scan_texts(jsonb) is 'Findings in the words of a card (rows of engine.moltguard_rules, invisible and look-alike letters), seen through the usual disguises.';

create function engine.finding(p_category text, p_code text, p_place text, p_quote text) returns jsonb
language sql immutable
set search_path = ''
as $$ select jsonb_build_array(jsonb_build_object('category', p_category, 'code', p_code, 'place', p_place, 'quote', left(btrim(p_quote), 120))) $$;
comment on function engine.finding(text, text, text, text) is 'One finding of MoltGuard, as a list to append.';

create function engine.hosts_in(p_skill jsonb) returns text[]
language sql immutable
set search_path = ''
as $$
  select coalesce(array_agg(distinct regexp_replace(split_part(host, '@', -1), '(:[0-9]+)?[.,;:]*$', '')), '{}')
  from (
    select (regexp_matches(words, 'h(?:tt|xx)ps?\s*:\s*/\s*/\s*([^\s/?#"''<>)\\]+)', 'g'))[1] as host from (
      select engine.fold_text(body) || e'\n' || engine.fold_text(engine.decoded_text(body)) as words from engine.card_texts(p_skill)
    ) as plain
    union all
    select (regexp_matches(replace(replace(engine.fold_text(body), '[.]', '.'), '(.)', '.'),
      '\m((?:[a-z0-9-]+\.)+(?:com|net|org|io|co|dev|app|xyz|top|ru|cn|site|online|info|biz|me|ly|sh|gg|cc|tk|link|click|live|cloud|page|store|shop))\M', 'g'))[1]
    from engine.card_texts(p_skill)
  ) as found
$$;
comment on function engine.hosts_in(jsonb) is 'Hosts that the words of a card name, in addresses or alone, plain or disguised.';
