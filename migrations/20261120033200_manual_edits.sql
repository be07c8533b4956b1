-- Edits by hand (the studio's table editor, psql, any statement that is not one of our functions) are acts like any other: they stand in the log.

create function engine.is_by_hand(p_stack text) returns boolean
language sql stable
set search_path = ''
as $$
  select p_stack !~ '\nPL/pgSQL function (public|engine|worker)\.'
    -- functions in SQL stand there without their schema
    and not exists (
      select from regexp_matches(p_stack, '\nSQL function "([^"]+)"', 'g') as called (name)
      join pg_catalog.pg_proc p on p.proname = called.name[1] and p.pronamespace in ('public'::regnamespace, 'engine'::regnamespace, 'worker'::regnamespace)
    )
$$;
comment on function engine.is_by_hand(text) is
  'Whether no function of ours stands in this call stack (https://www.postgresql.org/docs/17/plpgsql-control-structures.html#PLPGSQL-CALL-STACK) below its first line: then a person, or a '
  'program of theirs, wrote the statement. Roles and claims cannot tell: the clock, the studio and a migration are all the owner.';

create function engine.audit_manual_edit() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_stack text;
  v_old jsonb := '{}';
  v_new jsonb := '{}';
  v_row jsonb;
  v_columns jsonb;
begin
  get diagnostics v_stack = pg_context;
  if not engine.is_by_hand(v_stack) then return null; end if;
  if tg_level = 'ROW' and tg_op <> 'INSERT' then v_old := to_jsonb(old); end if;
  if tg_level = 'ROW' and tg_op <> 'DELETE' then v_new := to_jsonb(new); end if;
  v_row := v_old || v_new;
  select jsonb_object_agg(x.key, case
      when x.key = any (tg_argv) then '{}'
      else jsonb_strip_nulls(jsonb_build_object('before', engine.short_value(v_old -> x.key), 'after', engine.short_value(v_new -> x.key)))
    end)
  into v_columns
  from jsonb_object_keys(v_row) as x (key)
  where (v_old -> x.key) is distinct from (v_new -> x.key) and coalesce(v_old -> x.key, v_new -> x.key) is distinct from 'null'::jsonb;
  if tg_op = 'UPDATE' and v_columns is null then return null; end if;
  perform engine.record_event(
    (case when tg_table_name = 'tenants' then v_row ->> 'id' else v_row ->> 'tenant_id' end)::uuid, 'studio.edited',
    jsonb_strip_nulls(jsonb_build_object(
      'table', tg_table_name, 'operation', lower(tg_op), 'columns', v_columns, 'role', session_user,
      'id', (
        select jsonb_object_agg(a.attname, v_row -> a.attname) from pg_catalog.pg_index i join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
        where i.indrelid = tg_relid and i.indisprimary and tg_level = 'ROW'
      )
    )),
    p_actor_kind => case when auth.uid() is null then 'system' else 'person' end, p_actor => coalesce(auth.uid()::text, 'studio')
  );
  return null;
end
$$;
comment on function engine.audit_manual_edit() is
  'Trigger of tables that people touch by hand: event studio.edited {table, id {primary key}, operation, columns {name: {before, after}}, role} when no verb of ours made the change. The '
  'arguments name columns whose values are not told (words of persons, secrets).';

create function engine.short_value(p_value jsonb) returns jsonb
language sql immutable
set search_path = ''
as $$ select case when char_length(p_value::text) > 300 then to_jsonb(left(p_value #>> '{}', 300) || '…') when p_value = 'null' then null else p_value end $$;
comment on function engine.short_value(jsonb) is 'A value as an event tells it: null as SQL null, long ones cut after 300 letters.';
