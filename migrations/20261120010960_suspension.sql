-- A tenant is suspended with work in flight, and comes back: nothing is lost and nothing is done in between. Called by a trigger of tenants.

create function engine.hand_back_work(p_tenant_id uuid) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_working bigint[];
  v_count integer;
begin
  perform from public.chain_runs where tenant_id = p_tenant_id and finished_at is null order by id for no key update;
  select coalesce(array_agg(id order by id), '{}') into v_working
  from public.chain_steps where tenant_id = p_tenant_id and state = 'working' and runner <> 'chain';
  perform engine.book_holds(v_working);
  -- due now: the clock admits them when the tenant is back; it leaves suspended tenants alone
  update public.chain_steps
  set state = 'ready', attempt = greatest(attempt - (state = 'working')::int, 0), claim_token = null, lease_until = null, due_at = engine.now()
  where tenant_id = p_tenant_id and (state = 'queued' or id = any (v_working));
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function engine.hand_back_work(uuid) is
  'Takes every queued and claimed step of a tenant back to ready; what its workers hand in later finds its token gone. Their calls may have been paid: holds are '
  'booked. Returns how many.';

create function engine.follow_tenant_status() returns trigger
language plpgsql
set search_path = ''
as $$
declare
  v_count integer;
begin
  if new.status = 'suspended' then
    v_count := engine.hand_back_work(new.id);
    perform engine.record_event(new.id, 'tenant.work_handed_back', jsonb_build_object('steps', v_count), 'engine', 'chain_manager');
  else
    -- ready ones that never were queued have no time: let them be found again
    update public.chain_steps set due_at = engine.now() where tenant_id = new.id and state = 'ready' and due_at is null;
    perform engine.kick();
  end if;
  return null;
end
$$;
comment on function engine.follow_tenant_status() is 'Trigger of tenants: suspended, its work is handed back; active again, it goes on.';
create trigger work_follows_its_tenant after update of status on public.tenants
  for each row when (new.status is distinct from old.status) execute function engine.follow_tenant_status();
