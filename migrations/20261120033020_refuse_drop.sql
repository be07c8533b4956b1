-- The log and its seals cannot be dropped, by their owner either: the one way is worker.drop_archived_month, when a month is in the archive.

create function engine.refuse_drop() returns event_trigger
language plpgsql
set search_path = ''
as $$
declare
  v_stack text;
  v_what text;
begin
  select min(d.object_identity) into v_what from pg_catalog.pg_event_trigger_dropped_objects() d
  where not d.is_temporary and (
    d.object_type = 'table' and (d.object_identity in ('public.events', 'public.event_seals') or d.schema_name = 'engine' and d.object_name ~ '^events_(\d{4}_\d{2}|at_other_times)$')
    or d.object_type = 'trigger' and d.object_identity ~ '^(rows|seals)_are_permanent on '
  );
  if v_what is null then return; end if;
  get diagnostics v_stack = pg_context;
  if v_stack ~ 'function worker\.drop_archived_month\(' then return; end if;
  raise exception using errcode = 'NX403', message = 'record_is_permanent', detail = jsonb_build_object('table', v_what, 'operation', 'drop')::text;
end
$$;
comment on function engine.refuse_drop() is 'Event trigger: refuses to drop the log, a month of it, the seals or the triggers that keep them. Who may disable event triggers can pass it; the heads outside tell.';

-- A server where the owner may not make event triggers (Postgres gives that right to superusers, hosted Supabase to its owner, too) does without; the embedded one never fires them.
do $$
begin
  create event trigger the_log_is_not_dropped on sql_drop execute function engine.refuse_drop();
exception when insufficient_privilege then
  raise notice 'no event triggers here: dropping a month of the log is not refused to its owner';
end
$$;
