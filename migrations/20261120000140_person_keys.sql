-- A key for each person whose words stand in the permanent log. Destroying it erases them there; the log itself never changes. Called by record_event and its readers.
create extension if not exists pgcrypto with schema extensions;

create table engine.person_keys (
  person_id uuid primary key,
  -- 256 random bits as hex; null = destroyed, for ever
  key text,
  created_at timestamptz not null default engine.now(),
  destroyed_at timestamptz,
  constraint key_is_there_or_destroyed check ((key is null) = (destroyed_at is not null))
);
comment on table engine.person_keys is
  'One key per person: a user, a lead or another stranger with a row of their own (person_id = that row''s id; no foreign key, the row that says "destroyed" outlives them). In reach of the owner of the database only.';

create function engine.encrypt_personal(p_person_id uuid, p_payload jsonb) returns bytea
language plpgsql
set search_path = ''
as $$
declare
  v_key text;
begin
  if p_person_id is null or p_payload is null or p_payload = '{}' then return null; end if;
  select k.key into v_key from engine.person_keys k where k.person_id = p_person_id;
  if not found then
    insert into engine.person_keys (person_id, key) values (p_person_id, encode(extensions.gen_random_bytes(32), 'hex'))
    on conflict (person_id) do nothing;
    select k.key into v_key from engine.person_keys k where k.person_id = p_person_id;
  end if;
  if v_key is null then return null; end if;
  return extensions.pgp_sym_encrypt(p_payload::text, v_key, 'cipher-algo=aes256, compress-algo=0, s2k-mode=0');
end
$$;
comment on function engine.encrypt_personal(uuid, jsonb) is
  'p_payload so that only the person''s key reads it (OpenPGP, AES-256, https://www.postgresql.org/docs/17/pgcrypto.html); makes the key the first time. null for nobody, for nothing to say, and for somebody who was erased. '
  's2k-mode=0: the key is random, so stretching it would only cost time.';

create function engine.decrypt_personal(p_person_id uuid, p_personal bytea) returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_key text;
begin
  if p_personal is null then return null; end if;
  select k.key into v_key from engine.person_keys k where k.person_id = p_person_id;
  if v_key is null then return null; end if;
  return extensions.pgp_sym_decrypt(p_personal, v_key)::jsonb;
end
$$;
comment on function engine.decrypt_personal(uuid, bytea) is 'What encrypt_personal hid; null when the person''s key is destroyed. Who calls it has checked that the reader may.';

create function engine.destroy_person_key(p_person_id uuid) returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into engine.person_keys as k (person_id, key, destroyed_at) values (p_person_id, null, engine.now())
  on conflict (person_id) do update set key = null, destroyed_at = coalesce(k.destroyed_at, excluded.destroyed_at);
end
$$;
comment on function engine.destroy_person_key(uuid) is 'From now on nobody reads what was encrypted for the person, and nothing more is.';
