-- The ground of every other file: extensions, private schemas, closed default privileges, the one way to raise an error, the clock.
create schema if not exists extensions;
create extension if not exists vector with schema extensions;
create extension if not exists pgmq;

-- Hosted Supabase has these three as extensions; the embedded stack and a bare Postgres bring SQL-only stand-ins,
-- which may already be there as plain schemas. Created with `extensions` in front so that none lands in public.
do $$
declare
  v_search_path text := current_setting('search_path');
begin
  perform set_config('search_path', 'extensions', true);
  if to_regclass('cron.job') is null then create extension pg_cron; end if;
  if to_regclass('net.http_request_queue') is null then create extension pg_net; end if;
  if to_regclass('vault.secrets') is null then create extension supabase_vault; end if;
  perform set_config('search_path', v_search_path, true);
end
$$;

create schema engine;
comment on schema engine is 'Private: the engines and the rules. Nobody but the owner has usage; public and worker verbs call in.';
create schema worker;
comment on schema worker is 'Exposed to service_role only: the verbs that edge functions call.';

revoke all on schema engine, worker from public;
grant usage on schema worker to service_role;
grant usage on schema public to anon, authenticated, service_role;

-- Nothing is callable or readable unless a grant right below it says so. The first line closes Postgres' own default,
-- the others close the defaults that hosted Supabase sets for schema public.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;

create function engine.fail(p_errcode text, p_code text, p_detail jsonb default '{}')
returns void
language plpgsql
set search_path = ''
as $$
begin
  -- what somebody may not see or do, and what is not there for them, are what the Guard Scanner counts
  if p_errcode in ('NX403', 'NX404') or p_code = 'tenant_mismatch' then perform engine.mark_request('refusals'); end if;
  raise exception using errcode = p_errcode, message = p_code, detail = p_detail::text;
end
$$;
comment on function engine.fail(text, text, jsonb) is
  'Raises the one shape of error: errcode NX400 bad input, NX401 not signed in, NX402 plan or budget, NX403 no right, NX404 not found, '
  'NX409 conflict, NX429 too many; message = snake_case code; detail = json with the fields of the sentence shown to a person.';

create function engine.now()
returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
begin
  return coalesce(nullif(current_setting('nexio.now', true), '')::timestamptz, statement_timestamp());
end
$$;
comment on function engine.now() is
  'The only clock of the engine: time of the running statement, or the setting nexio.now where a test has moved it. '
  'The setting can be reached over a database connection only: no exposed verb sets it, so no request can move time.';

create function engine.new_token()
returns text
language sql
volatile
set search_path = ''
as $$
  -- gen_random_uuid is the one strong source that every database here has
  select rtrim(translate(encode(decode(replace(concat(gen_random_uuid(), gen_random_uuid()), '-', ''), 'hex'), 'base64'), '+/', '-_'), '=')
$$;
comment on function engine.new_token() is '43 letters for an address (244 random bits). Who is given one keeps its sha256 and nothing else.';

create function engine.refuse_change()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise exception using errcode = 'NX403', message = 'record_is_permanent',
    detail = jsonb_build_object('table', tg_table_name, 'operation', lower(tg_op))::text;
end
$$;
comment on function engine.refuse_change() is 'Trigger of append-only tables: refuses update, delete and truncate to everybody, the owner included.';
