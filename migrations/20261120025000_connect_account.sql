-- Connecting and disconnecting an outside account (table integrations), and what a worker asks before it acts outside: was it approved, was it done.

create function engine.check_secret(p_secret jsonb) returns void
language plpgsql immutable
set search_path = ''
as $$
begin
  if jsonb_typeof(p_secret) is distinct from 'object' or p_secret = '{}' or (select count(*) > 20 from jsonb_object_keys(p_secret)) then
    perform engine.fail('NX400', 'secret_invalid', '{"field": ""}');
  end if;
  perform engine.fail('NX400', 'secret_invalid', jsonb_build_object('field', left(key, 60)))
  from jsonb_each(p_secret)
  where key !~ '^[a-z][a-z0-9_]{0,59}$' or jsonb_typeof(value) <> 'string' or char_length(value #>> '{}') not between 1 and 8000
  limit 1;
end
$$;
comment on function engine.check_secret(jsonb) is 'NX400 secret_invalid {field}: a secret is an object of 1 to 20 texts of 1 to 8000 characters, named in snake_case.';

create function public.connect_account(p_tenant_id uuid, p_account text, p_name text, p_secret jsonb, p_expires_at timestamptz default null) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform engine.require_tenant(p_tenant_id, 'edit_brand');
  perform engine.require_two_factor(true);
  if not exists (
    select from public.skills s
    where s.account = p_account and s.account_owner = 'tenant' and (s.tenant_id is null or s.tenant_id = p_tenant_id)
  ) then
    perform engine.fail('NX400', 'account_unknown', jsonb_build_object('account', left(p_account, 60)));
  end if;
  perform engine.check_secret(p_secret);
  perform worker.keep_integration(p_tenant_id, p_account, left(btrim(coalesce(p_name, '')), 120), p_secret::text, p_expires_at);
  perform engine.record_event(p_tenant_id, 'account.connected', jsonb_build_object('account', p_account, 'expires_at', p_expires_at));
  perform engine.broadcast(p_tenant_id, 'integrations', jsonb_build_object('account', p_account));
  return jsonb_build_object('account', p_account, 'name', left(btrim(coalesce(p_name, '')), 120), 'expires_at', p_expires_at);
end
$$;
comment on function public.connect_account(uuid, text, text, jsonb, timestamptz) is
  'Connects an outside account of the tenant, or renews it. p_account = the word of the skill cards; p_secret = {token, ids, keys…}, texts that go to vault and '
  'come back to nobody but the worker of a step whose skill needs them. Needs edit_brand and aal2 (NX403 needs_two_factor). NX400 account_unknown {account}, '
  'secret_invalid {field}. Returns {account, name, expires_at}.';

create function public.disconnect_account(p_tenant_id uuid, p_account text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_is_gone boolean;
begin
  perform engine.require_tenant(p_tenant_id, 'edit_brand');
  perform engine.require_two_factor(true);
  delete from public.integrations i where i.tenant_id = p_tenant_id and i.account = p_account returning true into v_is_gone;
  if v_is_gone then
    perform engine.record_event(p_tenant_id, 'account.disconnected', jsonb_build_object('account', p_account));
    perform engine.broadcast(p_tenant_id, 'integrations', jsonb_build_object('account', p_account));
  end if;
  return jsonb_build_object('disconnected', v_is_gone is true);
end
$$;
comment on function public.disconnect_account(uuid, text) is
  'Forgets an outside account of the tenant and its secret; twice is no error: {disconnected: false}. Needs edit_brand and aal2 (NX403 needs_two_factor).';

create function worker.has_approval(p_step_id bigint, p_token uuid, p_gate text) returns boolean
language plpgsql stable
security definer
set search_path = ''
as $$
begin
  return exists (
    select from public.chain_steps s
    where s.id = p_step_id and s.state = 'working' and s.claim_token = p_token and (
      exists (select from public.approvals a where a.run_id = s.run_id and a.gate = p_gate and a.state = 'approved')
      -- a mandate that the owner gave stands for the approval: the engine held the raise against it in the step before, and it is not revoked since
      or p_gate = 'money' and exists (
        select from public.chain_steps m
        where engine.is_mandated(s.tenant_id, m.output ->> 'network', m.output ->> 'campaign_id')
          and m.run_id = s.run_id and m.lane is not distinct from s.lane and m.item = s.item and m.skill_key = 'engine:ad_change' and m.state = 'done'
          and m.output -> 'needs_person' = 'false' and m.output ->> 'act' = 'set_budget'
      )
      -- a sequence that was approved once goes to each new reader, as long as it is the one that was approved
      or p_gate = 'outreach' and exists (
        select from public.chain_runs r
        join public.mailings l on l.id::text = r.input -> 'sequence' ->> 'mailing_id' and l.tenant_id = r.tenant_id and l.status = 'approved'
          and l.mails = r.input -> 'sequence' -> 'mails'
        where r.id = s.run_id
      )
    )
  );
end
$$;
comment on function worker.has_approval(bigint, uuid, text) is
  'True when a person has approved a gate of this kind in the step''s run, gave a mandate that covers this advertisement, or approved before the very sequence that '
  'the run sends: asked before a message goes out (outreach, publish) or money is spent (money). False without the claim.';

create function worker.read_effect(p_step_id bigint, p_token uuid, p_key text) returns jsonb
language sql stable
security definer
set search_path = ''
as $$
  select e.data
  from public.chain_steps s join public.effects e on e.step_id = s.id and e.key = p_key and e.state = 'settled'
  where s.id = p_step_id and s.state = 'working' and s.claim_token = p_token
$$;
comment on function worker.read_effect(bigint, uuid, text) is
  'What the other side answered when this step''s effect was settled (a task or message id), so that a worker who takes over goes on from there; null when it is not settled.';

grant execute on function public.connect_account(uuid, text, text, jsonb, timestamptz), public.disconnect_account(uuid, text) to authenticated;
grant execute on function worker.has_approval(bigint, uuid, text), worker.read_effect(bigint, uuid, text) to service_role;
