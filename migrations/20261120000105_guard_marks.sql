-- Guard Scanner, first half: a mark for every write verb that is asked and for every refusal. A refused request is rolled back and keeps no row; sequences
-- alone are not rolled back, so each person's marks are the next numbers of two of 128 pairs of them, and one pair more for those who are not signed in. engine.watch_security (monitors) reads them every
-- minute. Plain reads go straight to the data API and leave no mark: RLS and row caps bound them.

do $$
begin
  for v_place in 0..128 loop
    execute format('create sequence engine.asks_%s cache 1', v_place);
    execute format('create sequence engine.refusals_%s cache 1', v_place);
  end loop;
end
$$;

create function engine.guard_place(p_user_id uuid) returns integer
language sql immutable
set search_path = ''
as $$ select coalesce((abs(hashtextextended(p_user_id::text, 0)) % 128)::integer, 128) $$;
comment on function engine.guard_place(uuid) is 'Which of the 128 pairs of marks (0 to 127) is a person''s; 128 for who is not signed in.';

create function engine.mark_request(p_kind text) returns void
language plpgsql
set search_path = ''
as $$
begin
  -- a verb that only reads may run in a transaction that cannot even count
  if current_setting('transaction_read_only') = 'on' then return; end if;
  perform nextval(format('engine.%s_%s', p_kind, engine.guard_place(auth.uid()))::regclass);
exception when others then
  -- counting must never be the reason why something fails
  return;
end
$$;
comment on function engine.mark_request(text) is 'One more ask or refusal (p_kind: asks, refusals) of the person of this request.';

create table engine.blocked_people (
  user_id uuid primary key references auth.users (id) on delete cascade,
  until timestamptz not null,
  why text not null,
  created_at timestamptz not null default engine.now()
);
comment on table engine.blocked_people is 'Whose write verbs are refused for a while, and why (cross_tenant, flood). Written by the Guard Scanner, ends by itself.';

create function engine.refuse_blocked() returns void
language plpgsql stable
set search_path = ''
as $$
declare
  v_until timestamptz := (select b.until from engine.blocked_people b where b.user_id = auth.uid() and b.until > engine.now());
begin
  if v_until is not null then perform engine.fail('NX429', 'blocked_for_now', jsonb_build_object('until', v_until)); end if;
end
$$;
comment on function engine.refuse_blocked() is 'NX429 blocked_for_now {until} for a person whom the Guard Scanner has stopped.';
