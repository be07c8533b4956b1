-- Owns recovery codes: ten one-time codes that stand in for a lost second factor. Shown once when it is set up; functions/recover-factor uses one and takes the factor off.

create table engine.recovery_codes (
  user_id uuid not null references auth.users (id) on delete cascade,
  code_hash bytea not null,
  created_at timestamptz not null default engine.now(),
  used_at timestamptz,
  primary key (user_id, code_hash)
);
comment on table engine.recovery_codes is 'sha256 of person and code, ten a person; making new ones throws the old ones away.';

create table engine.recovery_tries (
  user_id uuid not null references auth.users (id) on delete cascade,
  tried_at timestamptz not null default engine.now()
);
comment on table engine.recovery_tries is 'When somebody signed in as this person typed a wrong recovery code; five an hour.';
create index recovery_tries_of_a_person on engine.recovery_tries (user_id, tried_at);

create function engine.hash_recovery_code(p_user_id uuid, p_code text) returns bytea
language sql immutable
set search_path = ''
as $$ select sha256(convert_to(p_user_id || ':' || upper(regexp_replace(p_code, '[\s-]', '', 'g')), 'utf8')) $$;
comment on function engine.hash_recovery_code(uuid, text) is 'What is kept of a code; case, spaces and hyphens do not matter.';

create function engine.new_recovery_code() returns text
language sql volatile
set search_path = ''
as $$ select string_agg(substr(engine.new_code(), 1, 4), '-') from generate_series(1, 3) $$;
comment on function engine.new_recovery_code() is 'Twelve consonants by chance (51 bits) in three groups: KDRT-BHWN-LMPQ.';

create function public.make_recovery_codes() returns text[]
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_codes text[];
begin
  if auth.uid() is null then perform engine.fail('NX401', 'not_signed_in'); end if;
  perform engine.require_two_factor(true);
  v_codes := array(select engine.new_recovery_code() from generate_series(1, 10));
  delete from engine.recovery_codes where user_id = auth.uid();
  insert into engine.recovery_codes (user_id, code_hash) select distinct auth.uid(), engine.hash_recovery_code(auth.uid(), code) from unnest(v_codes) code;
  return v_codes;
end
$$;
comment on function public.make_recovery_codes() is
  'Ten new codes, told this once; those of before are void. Needs a session that has proved the second factor: NX403 needs_two_factor; NX401 not_signed_in.';
grant execute on function public.make_recovery_codes() to authenticated;

create function public.count_recovery_codes() returns integer
language plpgsql stable
security definer
set search_path = ''
as $$
begin
  if auth.uid() is null then perform engine.fail('NX401', 'not_signed_in'); end if;
  return (select count(*)::integer from engine.recovery_codes where user_id = auth.uid() and used_at is null);
end
$$;
comment on function public.count_recovery_codes() is 'How many codes the signed-in person has left. NX401 not_signed_in.';
grant execute on function public.count_recovery_codes() to authenticated;

create function worker.use_recovery_code(p_user_id uuid, p_code text) returns text
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(p_user_id::text, 35));
  if (select count(*) from engine.recovery_tries t where t.user_id = p_user_id and t.tried_at > engine.now() - interval '1 hour') >= 5 then return 'locked'; end if;
  update engine.recovery_codes set used_at = engine.now()
  where user_id = p_user_id and code_hash = engine.hash_recovery_code(p_user_id, p_code) and used_at is null;
  if found then
    perform engine.record_event(null, 'factor.recovered', '{}', 'person', p_user_id::text);
    return 'used';
  end if;
  delete from engine.recovery_tries where user_id = p_user_id and tried_at < engine.now() - interval '1 hour';
  insert into engine.recovery_tries (user_id) values (p_user_id);
  return 'wrong';
end
$$;
comment on function worker.use_recovery_code(uuid, text) is
  'used (it works never again), wrong (unknown or used before), locked (five wrong ones within an hour, whatever this one is). Called by functions/recover-factor, which knows from the session who asks.';
revoke execute on function worker.use_recovery_code(uuid, text) from public;
grant execute on function worker.use_recovery_code(uuid, text) to service_role;
