-- Learned patterns get their place by nearness: SQL keeps them, a worker counts the 384 numbers. Called by functions/run-steps as service_role.

create function worker.patterns_to_embed(p_limit integer default 20) returns jsonb
language sql
security definer
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'body', p.body)), '[]')
  from (select id, body from public.patterns where embedding is null order by created_at limit least(greatest(p_limit, 0), 100)) as p
$$;
comment on function worker.patterns_to_embed(integer) is 'The oldest patterns without an embedding [{id, body}].';

create function worker.keep_embeddings(p_items jsonb) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_count integer;
begin
  update public.patterns p set embedding = (i.embedding::text)::extensions.vector(384)
  from jsonb_to_recordset(p_items) as i (id uuid, embedding jsonb)
  where p.id = i.id and p.embedding is null;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function worker.keep_embeddings(jsonb) is 'Keeps embeddings [{id, embedding [384 numbers]}]; two workers that counted the same pattern do no harm. Returns how many.';

grant execute on function worker.patterns_to_embed(integer), worker.keep_embeddings(jsonb) to service_role;
