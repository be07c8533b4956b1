-- Owns integrations: which outside accounts are connected, the tenant's own and ours. Secrets lie in vault; a worker gets the one of the step it holds.

create table public.integrations (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid references public.tenants (id) on delete cascade,
  account text not null constraint account_is_snake_case check (account ~ '^[a-z][a-z0-9_]*$'),
  name text not null default '' constraint account_name_is_short check (char_length(name) <= 120),
  expires_at timestamptz,
  created_at timestamptz not null default engine.now(),
  updated_at timestamptz not null default engine.now(),
  constraint account_is_connected_once unique nulls not distinct (tenant_id, account)
);

comment on table public.integrations is
  'An outside account that is connected (account = the word of the skill cards); tenant_id null = a key of the platform. Its secret is in vault as integration:<id>.';

alter table public.integrations enable row level security;
create policy "insiders see which accounts their tenant has connected" on public.integrations for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_agents')));
revoke all on public.integrations from anon, authenticated;
grant select on public.integrations to authenticated;

create function engine.account_of(p_step public.chain_steps) returns jsonb
language sql stable
set search_path = ''
as $$
  select case
    when s.account is null then null
    when i.id is null then jsonb_build_object('status', 'missing', 'name', '')
    else jsonb_build_object('status', case when i.expires_at <= engine.now() then 'expired' else 'connected' end, 'name', i.name)
  end
  from (
    select account, account_owner from public.skills
    where key = p_step.skill_key and (tenant_id is null or tenant_id = p_step.tenant_id) order by tenant_id nulls last limit 1
  ) as s
  left join public.integrations i on i.account = s.account and i.tenant_id is not distinct from case when s.account_owner = 'tenant' then p_step.tenant_id end
$$;
comment on function engine.account_of(public.chain_steps) is 'How the account of the step''s skill stands: null (it needs none) or {status: missing | connected | expired, name}.';

create function worker.keep_integration(p_tenant_id uuid, p_account text, p_name text, p_secret text, p_expires_at timestamptz default null) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_id uuid;
  v_secret_id uuid;
begin
  insert into public.integrations as i (tenant_id, account, name, expires_at) values (p_tenant_id, p_account, p_name, p_expires_at)
  on conflict (tenant_id, account) do update set name = excluded.name, expires_at = excluded.expires_at, updated_at = engine.now()
  returning i.id into v_id;
  select id into v_secret_id from vault.secrets where name = 'integration:' || v_id;
  if v_secret_id is null then
    perform vault.create_secret(p_secret, 'integration:' || v_id);
  else
    perform vault.update_secret(v_secret_id, p_secret);
  end if;
  return v_id;
end
$$;
comment on function worker.keep_integration(uuid, text, text, text, timestamptz) is
  'Connects an outside account, or renews it: the secret (a token, or json of several) goes to vault. p_tenant_id null = our own key. Returns the integration''s id.';

create function worker.read_secret(p_step_id bigint, p_token uuid) returns text
language sql stable
security definer
set search_path = ''
as $$
  select v.decrypted_secret
  from public.chain_steps s
  cross join lateral (
    select account, account_owner from public.skills
    where key = s.skill_key and (tenant_id is null or tenant_id = s.tenant_id) order by tenant_id nulls last limit 1
  ) as k
  join public.integrations i on i.account = k.account and i.tenant_id is not distinct from case when k.account_owner = 'tenant' then s.tenant_id end
  join vault.decrypted_secrets v on v.name = 'integration:' || i.id
  where s.id = p_step_id and s.state = 'working' and s.claim_token = p_token
$$;
comment on function worker.read_secret(bigint, uuid) is
  'The secret of the account that the step''s skill needs, for who holds the claim and for no other account; null when it is not connected or the claim is lost.';

create function engine.forget_secret() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  delete from vault.secrets where name = 'integration:' || old.id;
  return old;
end
$$;
comment on function engine.forget_secret() is 'Trigger of integrations: an account that goes takes its secret along.';
create trigger secrets_go_with_their_account after delete on public.integrations for each row execute function engine.forget_secret();

grant execute on function worker.keep_integration(uuid, text, text, text, timestamptz), worker.read_secret(bigint, uuid) to service_role;
