-- events: every act of a person, an agent or the engine, append-only, a table a month. The dialogue, the audit and the replay are views of it; 033000 seals it.
create table public.events (
  -- drawn before the id (columns in order): whoever has a later transaction has a later id than any drawn before that transaction began (033000 relies on it)
  txid xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  -- null only for acts outside any tenant (a sign-up). No foreign key: the log outlives what it speaks of, and the hot path stays one insert.
  tenant_id uuid,
  run_id uuid,
  step_id bigint,
  kind text not null constraint kind_is_a_dotted_name check (kind ~ '^[a-z_]+(\.[a-z_]+)*$'),
  actor_kind text not null constraint actor_kind_is_known check (actor_kind in ('person', 'client', 'agent', 'engine', 'system')),
  actor text not null,
  data jsonb not null default '{}',
  trace_id uuid,
  created_at timestamptz not null default engine.now(),
  personal bytea,
  personal_of uuid,
  constraint personal_names_its_person check (personal is null or personal_of is not null),
  primary key (id, created_at)
) partition by range (created_at);
comment on table public.events is
  'Append-only log, partitioned by UTC month (engine.events_2026_11 …, engine.events_at_other_times beside them; none is in reach by its own name). kind = what happened '
  '(tenant.created, step.done); actor = user id, client link, agent key or engine name by actor_kind; data = ids and figures, never secrets; personal = words of personal_of, encrypted '
  'with a key of their own that can be destroyed; txid = the transaction that wrote it.';

create index events_of_a_tenant on public.events (tenant_id, id desc);
create index events_of_a_run on public.events (run_id, id) where run_id is not null;

create function engine.keep_as_written(p_table regclass) returns void
language plpgsql
set search_path = ''
as $$
begin
  execute format('create trigger rows_are_permanent before update or delete or truncate on %s for each statement execute function engine.refuse_change()', p_table);
  execute format('alter table %s enable always trigger rows_are_permanent', p_table);
  execute format('alter table %s enable row level security', p_table);
end
$$;
comment on function engine.keep_as_written(regclass) is
  'Makes a table append-only for everybody, the owner and replicas included, and closes it by RLS. A partition needs its own: a statement that names it meets no trigger of the whole.';
select engine.keep_as_written('public.events');
grant select on public.events to authenticated;

-- for moments no month was made for: a moved clock, a story told of last year
create table engine.events_at_other_times partition of public.events default;
select engine.keep_as_written('engine.events_at_other_times');

create function engine.make_event_month(p_month date) returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_name text := 'events_' || to_char(p_month, 'YYYY_MM');
  v_from timestamptz := date_trunc('month', p_month::timestamp) at time zone 'UTC';
  v_to timestamptz := (date_trunc('month', p_month::timestamp) + interval '1 month') at time zone 'UTC';
begin
  if to_regclass('engine.' || v_name) is not null then return false; end if;
  execute format('create table engine.%I (like public.events including defaults including constraints including storage)', v_name);
  if exists (select from engine.events_at_other_times where created_at >= v_from and created_at < v_to) then
    -- they move as they are; a partition cannot be attached while its rows stand in the default one
    alter table engine.events_at_other_times disable trigger rows_are_permanent;
    execute format(
      'with moved as (delete from engine.events_at_other_times where created_at >= $1 and created_at < $2 returning *) insert into engine.%I select * from moved', v_name
    ) using v_from, v_to;
    alter table engine.events_at_other_times enable always trigger rows_are_permanent;
  end if;
  execute format('alter table public.events attach partition engine.%I for values from (%L) to (%L)', v_name, v_from, v_to);
  perform engine.keep_as_written(format('engine.%I', v_name)::regclass);
  return true;
end
$$;
comment on function engine.make_event_month(date) is 'Makes the partition of events for the UTC month of that day, with the rows that came before it; false when it is there.';

create function engine.make_event_months() returns integer
language plpgsql
set search_path = ''
as $$
begin
  -- a partition is attached under a short lock of the default one: who acts is not made to wait for it
  perform set_config('lock_timeout', '3s', true);
  return (
    select count(*) filter (where engine.make_event_month(month::date))
    from generate_series(date_trunc('month', engine.now() at time zone 'UTC'), (engine.now() at time zone 'UTC') + interval '3 months', interval '1 month') as month
  );
end
$$;
comment on function engine.make_event_months() is 'The months of events from this one to three ahead, made where they are missing. Returns how many were. Nightly, by clean_up.';
select engine.make_event_months();
select set_config('lock_timeout', '0', true);

create function engine.record_event(
  p_tenant_id uuid,
  p_kind text,
  p_data jsonb default '{}',
  p_actor_kind text default null,
  p_actor text default null,
  p_run_id uuid default null,
  p_step_id bigint default null,
  p_trace_id uuid default null,
  p_personal jsonb default null,
  p_personal_of uuid default null
)
returns bigint
language plpgsql
set search_path = ''
as $$
declare
  v_user_id uuid := case when p_actor_kind is null then auth.uid() end;
  v_personal_of uuid := case when p_personal is not null then coalesce(p_personal_of, v_user_id) end;
  v_personal bytea;
  v_id bigint;
begin
  if p_personal is not null then v_personal := engine.encrypt_personal(v_personal_of, p_personal); end if;
  insert into public.events (tenant_id, run_id, step_id, kind, actor_kind, actor, data, trace_id, personal, personal_of)
  values (
    p_tenant_id, p_run_id, p_step_id, p_kind,
    coalesce(p_actor_kind, case when v_user_id is null then 'system' else 'person' end),
    coalesce(p_actor, v_user_id::text, 'nexio'),
    p_data, p_trace_id, v_personal, v_personal_of
  )
  returning id into v_id;
  return v_id;
end
$$;
comment on function engine.record_event(uuid, text, jsonb, text, text, uuid, bigint, uuid, jsonb, uuid) is
  'Appends one event and returns its id. Without p_actor_kind the actor is the signed-in person, or system when nobody is. p_personal = words of p_personal_of (else of the '
  'signed-in person), kept encrypted with that person''s key. Batches insert into public.events themselves.';
