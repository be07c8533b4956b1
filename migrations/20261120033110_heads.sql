-- The heads of all chains, handed out of the database once a day (UTC), so that who rewrites it is found out; and the clock of functions/keep-audit.

create function engine.hand_out_heads() returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  -- the day after the last one outside, so that none is left out when an address was away for days
  v_day date := coalesce((select max(h.day) + 1 from engine.audit_heads h), (select (min(s.sealed_at) at time zone 'UTC')::date from public.event_seals s));
begin
  if v_day is null or v_day >= (engine.now() at time zone 'UTC')::date then return null; end if;
  return (
    select jsonb_build_object(
      'day', v_day, 'path', format('heads/%s.json', v_day),
      'heads', jsonb_agg(jsonb_build_object('tenant_id', s.tenant_id, 'number', s.number, 'total', s.total, 'hash', encode(s.hash, 'hex')) order by s.tenant_id)
    )
    from (
      -- the batch that fold_seals keeps, so that a later reading finds the same
      select distinct on (x.tenant_id) x.tenant_id, x.number, x.total, x.hash from public.event_seals x
      where x.sealed_at < (v_day + 1)::timestamp at time zone 'UTC' order by x.tenant_id, x.number desc
    ) as s
    having count(*) > 0
  );
end
$$;
comment on function engine.hand_out_heads() is
  'Heads of the earliest day (yesterday at the latest) whose heads are not outside yet: {day, path, heads [{tenant_id, number, total, hash}]}; the same whenever it is asked. null = nothing to hand out.';

create function worker.read_heads() returns jsonb
language sql stable
security definer
set search_path = ''
as $$ select engine.hand_out_heads() $$;
comment on function worker.read_heads() is 'engine.hand_out_heads for functions/keep-audit.';
revoke all on function worker.read_heads() from public;
grant execute on function worker.read_heads() to service_role;

create function worker.settle_heads(p_day date, p_path text, p_heads bigint, p_is_posted boolean) returns void
language sql
security definer
set search_path = ''
as $$
  insert into engine.audit_heads (day, path, heads, is_posted) values (p_day, p_path, p_heads, p_is_posted) on conflict (day) do nothing;
  update public.alerts set resolved_at = engine.now()
  where code = 'audit_heads_waiting' and resolved_at is null and p_day >= (engine.now() at time zone 'UTC')::date - 1;
$$;
comment on function worker.settle_heads(date, text, bigint, boolean) is 'The heads of the day stand outside the database; with yesterday''s the alert that they wait is settled.';
revoke all on function worker.settle_heads(date, text, bigint, boolean) from public;
grant execute on function worker.settle_heads(date, text, bigint, boolean) to service_role;

create function engine.keep_audit() returns void
language plpgsql
set search_path = ''
as $$
declare
  v_heads jsonb := engine.hand_out_heads();
begin
  if v_heads is null and engine.month_to_archive() is null and not exists (select from engine.files_to_remove) then return; end if;
  if v_heads is not null and engine.now() at time zone 'UTC' > (engine.now() at time zone 'UTC')::date + time '06:00'
    and not exists (select from public.alerts where code = 'audit_heads_waiting' and resolved_at is null) then
    perform engine.raise_alert(null, 'critical', 'audit_heads_waiting', jsonb_build_object('day', v_heads -> 'day'));
  end if;
  perform engine.wake_function('keep-audit');
end
$$;
comment on function engine.keep_audit() is
  'Every ten minutes: calls functions/keep-audit when heads wait to be handed out, a month is due for the archive or files of somebody erased have to go; heads still here at six in the morning (UTC) are an alert.';
select cron.schedule('nexio-keep-audit', '*/10 * * * *', 'select engine.keep_audit()');
