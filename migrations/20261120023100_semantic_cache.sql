-- Hot memory: semantic_cache (the same question of the same tenant is answered without a model) and hot_cache (what was fetched a while ago). Both end by
-- themselves. Asked by functions/run-steps before a model or an outside call.

create unlogged table public.semantic_cache (
  id bigint generated always as identity primary key,
  tenant_id uuid not null,
  skill_key text not null,
  language text not null,
  brand_version integer not null,
  question_hash text not null,
  rest_hash text not null,
  embedding extensions.vector(384),
  answer jsonb not null,
  input_tokens integer not null default 0,
  output_tokens integer not null default 0,
  hit_count integer not null default 0,
  expires_at timestamptz not null,
  created_at timestamptz not null default engine.now(),
  constraint question_is_kept_once unique (tenant_id, skill_key, language, brand_version, rest_hash, question_hash)
);
create index semantic_cache_by_expiry on public.semantic_cache (expires_at);
comment on table public.semantic_cache is
  'Answers by question, of skills whose card says cache_hours. Of one tenant, language and version of the Brand DNA: another brand is another answer. Unlogged: a '
  'crash costs the calls again, nothing else.';

create unlogged table public.hot_cache (
  tenant_id uuid not null,
  key text not null,
  value jsonb not null,
  expires_at timestamptz not null,
  primary key (tenant_id, key)
);
create index hot_cache_by_expiry on public.hot_cache (expires_at);
comment on table public.hot_cache is 'What was fetched from outside a while ago, by tenant and key. Unlogged and short-lived (product.md H: 6-12 h).';

-- memory of the worker: nobody reads it past the verbs below
alter table public.semantic_cache enable row level security;
alter table public.hot_cache enable row level security;
revoke all on public.semantic_cache, public.hot_cache from anon, authenticated;

create function engine.brand_version(p_tenant_id uuid) returns integer
language sql stable
set search_path = ''
as $$ select coalesce((select b.version from public.brand_dna b where b.tenant_id = p_tenant_id and b.status = 'confirmed'), 0) $$;
comment on function engine.brand_version(uuid) is 'Version of the confirmed Brand DNA, 0 without one.';

create function worker.read_answer(
  p_step_id bigint, p_token uuid, p_question text, p_rest text, p_embedding extensions.vector(384) default null
) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_step public.chain_steps;
  v_language text;
  v_found public.semantic_cache;
begin
  select * into v_step from public.chain_steps where id = p_step_id and state = 'working' and claim_token = p_token;
  -- who revises wants another answer than the last
  if v_step.id is null or v_step.round > 1 or v_step.rejections > 0 then return null; end if;
  select r.language into v_language from public.chain_runs r where r.id = v_step.run_id;
  select c.* into v_found from public.semantic_cache c
  where c.tenant_id = v_step.tenant_id and c.skill_key = v_step.skill_key and c.language = v_language and c.brand_version = engine.brand_version(v_step.tenant_id)
    and c.expires_at > engine.now() and c.rest_hash = md5(p_rest)
    and (c.question_hash = md5(p_question) or c.embedding operator(extensions.<=>) p_embedding < 0.03)
  order by c.question_hash = md5(p_question) desc, c.embedding operator(extensions.<=>) p_embedding limit 1;
  if v_found.id is null then return null; end if;
  update public.semantic_cache set hit_count = hit_count + 1 where id = v_found.id;
  return jsonb_build_object('answer', v_found.answer, 'input_tokens', v_found.input_tokens, 'output_tokens', v_found.output_tokens);
end
$$;
comment on function worker.read_answer(bigint, uuid, text, text, extensions.vector) is
  '{answer, input_tokens, output_tokens} of the same question (to the letter, or nearer than 0.03 by cosine; p_rest, all else that was given, to the letter) asked before by '
  'this tenant, in this language, of this brand; '
  'null when there is none, when it is too old, or when the step revises its work.';

create function worker.keep_answer(
  p_step_id bigint, p_token uuid, p_question text, p_rest text, p_answer jsonb, p_input_tokens integer, p_output_tokens integer, p_embedding extensions.vector(384) default null
) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.semantic_cache as c (tenant_id, skill_key, language, brand_version, question_hash, rest_hash, embedding, answer, input_tokens, output_tokens,
    expires_at)
  select s.tenant_id, s.skill_key, r.language, engine.brand_version(s.tenant_id), md5(p_question), md5(p_rest), p_embedding, p_answer, p_input_tokens, p_output_tokens,
    engine.now() + make_interval(hours => k.cache_hours)
  from public.chain_steps s
  join public.chain_runs r on r.id = s.run_id
  join lateral (
    select cache_hours from public.skills where key = s.skill_key and (tenant_id is null or tenant_id = s.tenant_id) order by tenant_id nulls last limit 1
  ) as k on k.cache_hours is not null
  where s.id = p_step_id and s.state = 'working' and s.claim_token = p_token
  on conflict on constraint question_is_kept_once do update
  set answer = excluded.answer, input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens, expires_at = excluded.expires_at
$$;
comment on function worker.keep_answer(bigint, uuid, text, text, jsonb, integer, integer, extensions.vector) is
  'Keeps an answer that fitted its shape for as long as the skill''s card says (cache_hours); skills without it are not kept.';

create function worker.read_hot(p_step_id bigint, p_token uuid, p_key text) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select h.value from public.chain_steps s join public.hot_cache h on h.tenant_id = s.tenant_id and h.key = p_key and h.expires_at > engine.now()
  where s.id = p_step_id and s.state = 'working' and s.claim_token = p_token
$$;
comment on function worker.read_hot(bigint, uuid, text) is 'What this tenant''s agents fetched under this key a while ago; null when it is gone or too old.';

create function worker.keep_hot(p_step_id bigint, p_token uuid, p_key text, p_value jsonb, p_seconds integer default 21600) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.hot_cache as h (tenant_id, key, value, expires_at)
  select s.tenant_id, left(p_key, 300), p_value, engine.now() + make_interval(secs => least(greatest(p_seconds, 1), 43200))
  from public.chain_steps s where s.id = p_step_id and s.state = 'working' and s.claim_token = p_token
  on conflict (tenant_id, key) do update set value = excluded.value, expires_at = excluded.expires_at
$$;
comment on function worker.keep_hot(bigint, uuid, text, jsonb, integer) is 'Keeps what was fetched for p_seconds (six hours unless told, twelve at most).';

grant execute on function worker.read_answer(bigint, uuid, text, text, extensions.vector),
  worker.keep_answer(bigint, uuid, text, text, jsonb, integer, integer, extensions.vector),
  worker.read_hot(bigint, uuid, text), worker.keep_hot(bigint, uuid, text, jsonb, integer) to service_role;

create function engine.clean_caches() returns bigint
language plpgsql
set search_path = ''
as $$
declare
  v_answers bigint;
  v_fetched bigint;
begin
  delete from public.semantic_cache where expires_at <= engine.now();
  get diagnostics v_answers = row_count;
  delete from public.hot_cache where expires_at <= engine.now();
  get diagnostics v_fetched = row_count;
  return v_answers + v_fetched;
end
$$;
comment on function engine.clean_caches() is 'Throws away what is too old; returns how many rows. Called by the memory monitor every five minutes.';
