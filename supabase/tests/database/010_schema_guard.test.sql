-- Holds the whole schema, tables and verbs of tomorrow included, to the rules of docs: RLS, closed privileges, pinned search paths.
begin;
select no_plan();

create temporary view own_functions as
select p.oid, n.nspname as schema, p.proname as name, p.oid::regprocedure::text as signature, p.prosecdef as is_definer, p.prokind as kind, p.proconfig, p.prosrc
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
where n.nspname in ('public', 'engine', 'worker')
  and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e');

create temporary view own_tables as
select c.oid, c.relname as name, c.relkind as kind, c.relrowsecurity as has_rls, c.reloptions
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e');

select cmp_ok((select count(*) from own_tables), '>', 15::bigint, 'the guard sees the tables');
select cmp_ok((select count(*) from own_functions), '>', 40::bigint, 'the guard sees the functions');

select is_empty($$ select name from own_tables where kind in ('r', 'p') and not has_rls $$, 'every table has row level security');
select is_empty(
  $$ select name from own_tables where kind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false) $$,
  'every view asks as the person who reads it'
);
select is_empty(
  $$ select name || ': ' || privilege from own_tables, unnest(array['insert', 'update', 'delete', 'truncate']) privilege
     where has_table_privilege('authenticated', oid, privilege) or has_table_privilege('anon', oid, privilege) $$,
  'nobody writes to a table past the verbs'
);
select is_empty(
  $$ select name from own_tables where has_any_column_privilege('anon', oid, 'select, insert, update') $$,
  'nobody reads a table without signing in'
);
select is_empty(
  $$ select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('engine', 'worker', 'pgmq', 'vault') and c.relkind in ('r', 'p', 'v')
       and has_schema_privilege('authenticated', n.oid, 'usage') and has_table_privilege('authenticated', c.oid, 'select') $$,
  'no private table is in reach of a person'
);

select is_empty(
  $$ select signature from own_functions where kind <> 'a' and not coalesce(exists (select from unnest(proconfig) c where c like 'search_path=%'), false) $$,
  'every function pins its search path'
);
select is_empty($$ select signature from own_functions where coalesce(obj_description(oid, 'pg_proc'), '') = '' $$, 'every function says its contract');
select is_empty($$ select name from own_tables where coalesce(obj_description(oid, 'pg_class'), '') = '' $$, 'every table says what it holds');

-- Who may call what without signing in is this list and nothing else.
select set_eq(
  $$ select name from own_functions where has_schema_privilege('anon', schema, 'usage') and has_function_privilege('anon', oid, 'execute') $$,
  array['read_page', 'read_page_media', 'submit_lead', 'is_published_media', 'read_landing_page', 'is_page_media', 'count_page_visit', 'subscribe', 'unsubscribe',
    'decide_by_token', 'read_decision_link', 'linked_media', 'read_invitation',
    'read_client_link', 'read_client_link_media', 'client_link_media', 'decide_by_client_link'],
  'without signing in one can read a page and write to it, and follow a link that decides, no more'
);
select is_empty(
  $$ select signature from own_functions where schema = 'engine'
     and (has_function_privilege('authenticated', oid, 'execute') or has_function_privilege('service_role', oid, 'execute')) $$,
  'the engine is called by verbs only'
);
select is_empty(
  $$ select signature from own_functions where schema = 'worker'
     and (has_function_privilege('authenticated', oid, 'execute') or not has_function_privilege('service_role', oid, 'execute')) $$,
  'worker verbs are for functions only'
);
select ok(not has_schema_privilege('authenticated', 'engine', 'usage') and not has_schema_privilege('anon', 'engine', 'usage')
  and not has_schema_privilege('service_role', 'engine', 'usage'), 'schema engine is closed');
select ok(not has_schema_privilege('authenticated', 'worker', 'usage') and not has_schema_privilege('anon', 'worker', 'usage'),
  'schema worker is closed to people');
select is_empty(
  $$ select signature from own_functions
     where schema = 'public' and is_definer and has_function_privilege('authenticated', oid, 'execute')
       and not has_function_privilege('anon', oid, 'execute')
       and prosrc !~ '(engine\.require_tenant|auth\.uid|public\.current_tenant|public\.has_permission|public\.decide_approvals)\(' $$,
  'a verb with the owner''s rights asks who calls it'
);

-- pg_depend knows which columns a policy reads.
create temporary view policy_columns as
select pol.polname as policy, c.relname as table_name, a.attname as column_name, c.oid as table_id, a.attnum
from pg_policy pol
join pg_class c on c.oid = pol.polrelid and c.relnamespace = 'public'::regnamespace
join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = pol.oid and d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid
join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid and a.attnum > 0;

select cmp_ok((select count(*) from policy_columns), '>', 20::bigint, 'the guard sees the policies');
select is_empty(
  $$ select table_name || '.' || column_name || ' (' || policy || ')' from policy_columns p
     where column_name in ('id', 'tenant_id', 'user_id')
       and not exists (select from pg_index i where i.indrelid = p.table_id and i.indkey[0] = p.attnum) $$,
  'every column a policy selects by leads an index'
);
select is_empty(
  $$ select policyname from pg_policies where schemaname = 'public' and qual ~ '(current_tenant|has_permission|is_member|uid)\('
     and regexp_count(qual, '(current_tenant|has_permission|is_member|uid)\(') <> regexp_count(qual, 'SELECT [a-z_.]*(current_tenant|has_permission|is_member|uid)\(') $$,
  'policies ask who it is once a statement, not once a row'
);
select is_empty(
  $$ select policyname from pg_policies where schemaname = 'public' and (policyname !~ ' ' or cmd <> 'SELECT' or roles <> '{authenticated}') $$,
  'policies are sentences about who reads; writing has none'
);

select * from finish();
rollback;
