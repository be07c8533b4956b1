-- The seal of the log: behind the acting transactions, every minute, each tenant's new events are chained by hash into a batch. Verified by `npm run audit` (local/verify-audit.ts).
-- Order of a chain: epoch, txid, id. Hash of a chain after an event = sha256(hash before it || sha256(line of the event)), so that batches can be joined without a loss.

create table public.event_seals (
  tenant_id uuid not null,
  number bigint not null,
  epoch integer not null,
  from_txid xid8 not null,
  to_txid xid8 not null,
  from_id bigint not null,
  to_id bigint not null,
  count bigint not null,
  total bigint not null,
  archived bigint not null default 0,
  first_at timestamptz not null,
  last_at timestamptz not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null default engine.now(),
  primary key (tenant_id, number),
  constraint count_is_of_a_batch check (count > 0 and total >= count and archived between 0 and count),
  constraint hash_is_sha256 check (octet_length(hash) = 32 and octet_length(previous_hash) = 32)
);
comment on table public.event_seals is
  'Batches of each tenant''s chain of events (tenant_id of zeros = the platform''s own, events without a tenant). A batch = the tenant''s events of its epoch with from_txid <= txid < to_txid and '
  'from_id <= id <= to_id, count of them, total since the chain began; archived = how many of them left with their month (033100). epoch counts restores of the database from a dump: '
  'transaction numbers begin anew then. previous_hash of the first batch = sha256 of tenant_id as text.';
alter table public.event_seals enable row level security;
create policy "insiders read the seals of their tenant" on public.event_seals for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));
revoke all on public.event_seals from anon, authenticated;
grant select on public.event_seals to authenticated;

create table engine.seal_cursor (
  is_only boolean primary key default true constraint cursor_is_one check (is_only),
  epoch integer not null default 0,
  -- every event of an earlier transaction of this epoch is sealed
  txid xid8 not null default '0',
  -- no event still to be sealed has this id or a lower one
  from_id bigint not null default 0,
  -- ids of the epoch are higher
  floor_id bigint not null default 0,
  -- once txid has come this far, from_id may be ahead_id
  ahead_txid xid8,
  ahead_id bigint
);
comment on table engine.seal_cursor is 'How far the log is sealed. One row, of seal_events alone.';
insert into engine.seal_cursor default values;

create function engine.event_line(p_event public.events) returns text
language sql stable
set search_path = ''
as $$
  select jsonb_build_array(
    p_event.txid::text, p_event.id, p_event.tenant_id, p_event.run_id, p_event.step_id, p_event.kind, p_event.actor_kind, p_event.actor, p_event.data, p_event.trace_id,
    (extract(epoch from p_event.created_at) * 1000000)::bigint, encode(p_event.personal, 'hex'), p_event.personal_of
  )::text
$$;
comment on function engine.event_line(public.events) is
  'The one text of an event that is hashed and archived: a JSON array on one line, [txid, id, tenant_id, run_id, step_id, kind, actor_kind, actor, data, trace_id, created_at in '
  'microseconds since 1970, personal as hex, personal_of]. What is encrypted is hashed as it lies there: destroying the key changes nothing.';

create function engine.chain_on(p_hash bytea, p_digest bytea, p_previous bytea) returns bytea
language sql immutable
set search_path = ''
as $$ select sha256(coalesce(p_hash, p_previous) || p_digest) $$;
comment on function engine.chain_on(bytea, bytea, bytea) is 'One step of chain_digests.';
create aggregate engine.chain_digests(p_digest bytea, p_previous bytea) (sfunc = engine.chain_on, stype = bytea);
comment on aggregate engine.chain_digests(bytea, bytea) is 'Hash of the chain after these digests (order by!), which went on from p_previous.';

create function engine.seal_span(p_epoch integer, p_from_txid xid8, p_to_txid xid8, p_after_id bigint, p_up_to_id bigint default null) returns bigint
language plpgsql
set search_path = ''
as $$
declare
  v_count bigint;
begin
  with fresh as materialized (
    select coalesce(e.tenant_id, '00000000-0000-0000-0000-000000000000') as tenant_id, e.id, e.txid, e.created_at, sha256(convert_to(engine.event_line(e), 'UTF8')) as digest
    from public.events e
    where e.id > p_after_id and (p_up_to_id is null or e.id <= p_up_to_id) and e.txid >= p_from_txid and e.txid < p_to_txid
  ),
  heads as (
    select t.tenant_id, coalesce(s.number, 0) as number, coalesce(s.total, 0) as total, coalesce(s.hash, sha256(convert_to(t.tenant_id::text, 'UTF8'))) as hash
    from (select distinct f.tenant_id from fresh f) as t
    left join lateral (select x.number, x.total, x.hash from public.event_seals x where x.tenant_id = t.tenant_id order by x.number desc limit 1) as s on true
  ),
  sealed as (
    insert into public.event_seals (tenant_id, number, epoch, from_txid, to_txid, from_id, to_id, count, total, first_at, last_at, previous_hash, hash)
    select h.tenant_id, h.number + 1, p_epoch, p_from_txid, p_to_txid, min(f.id), max(f.id), count(*), h.total + count(*), min(f.created_at), max(f.created_at),
      h.hash, engine.chain_digests(f.digest, h.hash order by f.txid, f.id)
    from fresh f join heads h on h.tenant_id = f.tenant_id
    group by h.tenant_id, h.number, h.total, h.hash
    returning count
  )
  select coalesce(sum(s.count), 0) into v_count from sealed s;
  return v_count;
end
$$;
comment on function engine.seal_span(integer, xid8, xid8, bigint, bigint) is 'Seals the events of these transactions, a batch for each tenant that has any. Returns how many. Of seal_events alone.';

create function engine.seal_events() returns bigint
language plpgsql
set search_path = ''
as $$
declare
  v_cursor engine.seal_cursor;
  v_last_id bigint;
  v_snapshot pg_snapshot;
  v_count bigint := 0;
begin
  if current_setting('transaction_isolation') <> 'read committed' then raise exception 'seal_events needs read committed'; end if;
  select * into v_cursor from engine.seal_cursor for update skip locked;
  if not found then return 0; end if;
  -- in this order: a transaction that the snapshot does not know yet draws its ids later still (events.txid is drawn before events.id)
  select coalesce(pg_sequence_last_value(pg_get_serial_sequence('public.events', 'id')::regclass), 0) into v_last_id;
  select pg_current_snapshot() into v_snapshot;

  if pg_snapshot_xmax(v_snapshot) < v_cursor.txid then
    -- restored from a dump: what the old numbers left unsealed first, then a new epoch
    select greatest(v_cursor.from_id, max(e.id), (select max(s.to_id) from public.event_seals s)) into v_last_id from public.events e where e.txid >= v_cursor.txid;
    v_count := engine.seal_span(v_cursor.epoch, v_cursor.txid, '18446744073709551615', v_cursor.from_id, v_last_id);
    v_cursor := row(true, v_cursor.epoch + 1, '0'::xid8, v_last_id, v_last_id, null::xid8, null::bigint)::engine.seal_cursor;
  end if;

  if pg_snapshot_xmin(v_snapshot) > v_cursor.txid then
    v_count := v_count + engine.seal_span(v_cursor.epoch, v_cursor.txid, pg_snapshot_xmin(v_snapshot), v_cursor.from_id);
    v_cursor.txid := pg_snapshot_xmin(v_snapshot);
  end if;
  if v_cursor.ahead_txid is null or v_cursor.txid >= v_cursor.ahead_txid then
    v_cursor.from_id := coalesce(v_cursor.ahead_id, v_cursor.from_id);
    v_cursor.ahead_txid := pg_snapshot_xmax(v_snapshot);
    v_cursor.ahead_id := greatest(v_last_id, v_cursor.from_id);
  end if;
  update engine.seal_cursor set epoch = v_cursor.epoch, txid = v_cursor.txid, from_id = v_cursor.from_id, floor_id = v_cursor.floor_id,
    ahead_txid = v_cursor.ahead_txid, ahead_id = v_cursor.ahead_id;
  return v_count;
end
$$;
comment on function engine.seal_events() is
  'Every minute: seals the events of transactions older than any that is still open, so that none can slip in before a sealed one. Takes no lock that an acting transaction takes. '
  'Returns how many. https://www.postgresql.org/docs/17/functions-info.html#FUNCTIONS-PG-SNAPSHOT';

create function engine.refuse_change_past_upkeep() returns trigger
language plpgsql
set search_path = ''
as $$
declare
  v_stack text;
begin
  get diagnostics v_stack = pg_context;
  if v_stack ~ 'function engine\.(fold_seals|count_archived)\(' then return null; end if;
  raise exception using errcode = 'NX403', message = 'record_is_permanent', detail = jsonb_build_object('table', tg_table_name, 'operation', lower(tg_op))::text;
end
$$;
comment on function engine.refuse_change_past_upkeep() is 'Trigger of event_seals: nobody changes them, the owner included, but the two functions that join batches and count what left.';
create trigger seals_are_permanent before update or delete or truncate on public.event_seals
  for each statement execute function engine.refuse_change_past_upkeep();
alter table public.event_seals enable always trigger seals_are_permanent;

create function engine.fold_seals() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_count integer;
begin
  with spans as (
    select s.tenant_id, max(s.number) as number, min(s.number) as first_number, min(s.from_txid) as from_txid, min(s.from_id) as from_id, max(s.to_id) as to_id,
      sum(s.count) as count, sum(s.archived) as archived, min(s.first_at) as first_at, max(s.last_at) as last_at
    from public.event_seals s
    where s.sealed_at < date_trunc('day', engine.now() at time zone 'UTC') at time zone 'UTC' - interval '2 days'
    group by s.tenant_id, s.epoch, s.archived = s.count, date_trunc(case when s.archived = s.count then 'month' else 'day' end, s.sealed_at at time zone 'UTC')
    having count(*) > 1
  ),
  joined as (
    delete from public.event_seals s using spans p where s.tenant_id = p.tenant_id and s.number >= p.first_number and s.number < p.number
    returning s.tenant_id, s.number, s.previous_hash
  ),
  kept as (
    update public.event_seals s set from_txid = p.from_txid, from_id = p.from_id, to_id = p.to_id, count = p.count, archived = p.archived, first_at = p.first_at,
      last_at = p.last_at, previous_hash = j.previous_hash
    from spans p join joined j on j.tenant_id = p.tenant_id and j.number = p.first_number
    where s.tenant_id = p.tenant_id and s.number = p.number
  )
  select count(*) into v_count from joined;
  return v_count;
end
$$;
comment on function engine.fold_seals() is
  'Nightly: batches of a day older than two become one, those whose events are all in the archive one a month. The chain stays what it was: only its stops become fewer. Returns how many went.';

select cron.schedule('nexio-seal', '* * * * *', 'select engine.seal_events()');
select cron.schedule('nexio-fold-seals', '35 0 * * *', 'select engine.fold_seals()');
