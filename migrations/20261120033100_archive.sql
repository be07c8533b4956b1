-- What leaves the database: each day the heads of all chains, and months of events past their time, which go into the archive before they are dropped. Bucket `audit`, written by
-- functions/keep-audit, which the clock calls here.
insert into storage.buckets (id, name, public) values ('audit', 'audit', false) on conflict (id) do update set public = false;

create table engine.audit_heads (
  day date primary key,
  path text not null,
  heads bigint not null,
  is_posted boolean not null,
  handed_out_at timestamptz not null default engine.now()
);
comment on table engine.audit_heads is 'Days (UTC) whose heads stand as a file in bucket audit; is_posted = at AUDIT_HEADS_URL, too.';

create table engine.event_archives (
  month date primary key,
  events bigint not null,
  parts integer not null,
  dropped_at timestamptz not null default engine.now()
);
comment on table engine.event_archives is 'Months of events that are in the archive only.';
create table engine.event_archive_parts (
  month date not null,
  part integer not null,
  path text not null,
  sha256 text not null constraint sha256_is_hex check (sha256 ~ '^[0-9a-f]{64}$'),
  count bigint not null,
  to_id bigint not null,
  kept_at timestamptz not null default engine.now(),
  primary key (month, part)
);
comment on table engine.event_archive_parts is 'Files of the archive, gzipped NDJSON: part 0 the seals of the month, the others its events as engine.event_line by id. sha256 of the text before gzip.';

create function engine.events_kept_for() returns interval
language sql immutable
set search_path = ''
as $$ select interval '13 months' $$;
comment on function engine.events_kept_for() is 'How long a month of events stays in the database after its end: a year and the month to compare it with. Then it is in the archive.';

create function engine.month_to_archive() returns date
language plpgsql
set search_path = ''
as $$
declare
  v_until timestamptz := date_trunc('month', (engine.now() - engine.events_kept_for()) at time zone 'UTC') at time zone 'UTC';
  v_strange timestamptz := (select min(e.created_at) from engine.events_at_other_times e where e.created_at < v_until);
  v_month date;
begin
  if v_strange is not null then perform engine.make_event_month((v_strange at time zone 'UTC')::date); end if;
  select min(to_date(right(c.relname, 7), 'YYYY_MM')) into v_month
  from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'public.events'::regclass and c.relname ~ '^events_\d{4}_\d{2}$';
  if v_month is null or v_month >= (v_until at time zone 'UTC')::date then return null; end if;
  -- not before the last of it is sealed
  if exists (
    select from public.events e, engine.seal_cursor c
    where e.created_at >= v_month::timestamp at time zone 'UTC' and e.created_at < (v_month + interval '1 month') at time zone 'UTC' and e.id > c.floor_id and e.txid >= c.txid
  ) then return null; end if;
  return v_month;
end
$$;
comment on function engine.month_to_archive() is 'First day of the oldest month of events whose time is over and which is sealed to its end; null when there is none.';

create function worker.read_archive_part(p_limit integer default 20000) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_month date := engine.month_to_archive();
  v_from timestamptz := v_month::timestamp at time zone 'UTC';
  v_to timestamptz := (v_month + interval '1 month') at time zone 'UTC';
  v_part integer;
  v_after_id bigint;
  v_text text;
  v_count bigint;
  v_to_id bigint := 0;
begin
  if v_month is null then return null; end if;
  select count(*), coalesce(max(to_id), 0) into v_part, v_after_id from engine.event_archive_parts where month = v_month;
  if v_part = 0 then
    select string_agg(to_jsonb(s)::text, E'\n' order by s.tenant_id, s.number), count(*) into v_text, v_count
    from public.event_seals s where s.first_at < v_to and s.last_at >= v_from;
  else
    select string_agg(line, E'\n' order by id), count(*), max(id) into v_text, v_count, v_to_id
    from (
      select e.id, engine.event_line(e) as line from public.events e
      where e.created_at >= v_from and e.created_at < v_to and e.id > v_after_id order by e.id limit least(p_limit, 50000)
    ) as lines;
  end if;
  return jsonb_build_object(
    'month', v_month, 'part', v_part, 'count', v_count, 'to_id', coalesce(v_to_id, v_after_id), 'text', coalesce(v_text, ''), 'is_last', v_part > 0 and v_count = 0,
    'path', format('events/%s/%s.ndjson.gz', to_char(v_month, 'YYYY-MM'), lpad(v_part::text, 5, '0'))
  );
end
$$;
comment on function worker.read_archive_part(integer) is
  'What must go into the archive next: {month, part, count, to_id, text, is_last, path}; text = lines (part 0: seals, then events by id, at most p_limit). is_last: nothing is left, '
  'drop_archived_month may come. null: no month is due.';
revoke all on function worker.read_archive_part(integer) from public;
grant execute on function worker.read_archive_part(integer) to service_role;

create function worker.keep_archive_part(p_month date, p_part integer, p_path text, p_sha256 text, p_count bigint, p_to_id bigint) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtext('nexio.archive'));
  if p_month is distinct from engine.month_to_archive() or p_part <> (select count(*) from engine.event_archive_parts where month = p_month) then return false; end if;
  insert into engine.event_archive_parts (month, part, path, sha256, count, to_id) values (p_month, p_part, p_path, p_sha256, p_count, p_to_id);
  return true;
end
$$;
comment on function worker.keep_archive_part(date, integer, text, text, bigint, bigint) is
  'The part stands in the archive and was read back. false = it is not the part that is due (another worker was faster): nothing changed.';
revoke all on function worker.keep_archive_part(date, integer, text, text, bigint, bigint) from public;
grant execute on function worker.keep_archive_part(date, integer, text, text, bigint, bigint) to service_role;

create function engine.count_archived(p_from timestamptz, p_to timestamptz) returns bigint
language plpgsql
set search_path = ''
as $$
declare
  v_of_tenants bigint;
  v_of_platform bigint;
begin
  with counted as (
    select s.tenant_id, s.number, x.n from public.event_seals s
    cross join lateral (
      select count(*) as n from public.events e
      where e.tenant_id = s.tenant_id and e.id between s.from_id and s.to_id and e.txid >= s.from_txid and e.txid < s.to_txid and e.created_at >= p_from and e.created_at < p_to
    ) as x
    where s.first_at < p_to and s.last_at >= p_from and x.n > 0
  ),
  marked as (update public.event_seals s set archived = s.archived + c.n from counted c where s.tenant_id = c.tenant_id and s.number = c.number returning c.n)
  select coalesce(sum(n), 0) into v_of_tenants from marked;
  with counted as (
    select s.number, x.n from public.event_seals s
    cross join lateral (
      select count(*) as n from public.events e
      where e.tenant_id is null and e.id between s.from_id and s.to_id and e.txid >= s.from_txid and e.txid < s.to_txid and e.created_at >= p_from and e.created_at < p_to
    ) as x
    where s.tenant_id = '00000000-0000-0000-0000-000000000000' and s.first_at < p_to and s.last_at >= p_from and x.n > 0
  ),
  marked as (
    update public.event_seals s set archived = s.archived + c.n from counted c
    where s.tenant_id = '00000000-0000-0000-0000-000000000000' and s.number = c.number returning c.n
  )
  select coalesce(sum(n), 0) into v_of_platform from marked;
  return v_of_tenants + v_of_platform;
end
$$;
comment on function engine.count_archived(timestamptz, timestamptz) is 'Notes in the seals which of their events leave with this span of time. Returns how many stand in a seal.';

create function worker.drop_archived_month(p_month date) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_from timestamptz := p_month::timestamp at time zone 'UTC';
  v_to timestamptz := (p_month + interval '1 month') at time zone 'UTC';
  v_events bigint := (select count(*) from public.events where created_at >= v_from and created_at < v_to);
  v_kept record;
begin
  if p_month is distinct from engine.month_to_archive() then return false; end if;
  select sum(count) filter (where part > 0) as events, count(*)::integer as parts into v_kept from engine.event_archive_parts where month = p_month;
  if v_kept.parts = 0 or coalesce(v_kept.events, 0) <> v_events or engine.count_archived(v_from, v_to) <> v_events then
    perform engine.fail('NX409', 'month_is_not_whole', jsonb_build_object('month', p_month, 'events', v_events, 'archived', v_kept.events));
  end if;
  insert into engine.event_archives (month, events, parts) values (p_month, v_events, v_kept.parts);
  perform engine.record_event(null, 'audit.month_archived', jsonb_build_object('month', p_month, 'events', v_events, 'parts', v_kept.parts), 'engine', 'retention');
  -- who acts is not made to wait: another try comes with the next call
  perform set_config('lock_timeout', '3s', true);
  execute format('drop table engine.%I', 'events_' || to_char(p_month, 'YYYY_MM'));
  return true;
end
$$;
comment on function worker.drop_archived_month(date) is
  'Drops a month of events that is in the archive to the last one; the one way by which events leave. false = the month is not due. NX409 month_is_not_whole: parts, events and seals do not add up.';
revoke all on function worker.drop_archived_month(date) from public;
grant execute on function worker.drop_archived_month(date) to service_role;
