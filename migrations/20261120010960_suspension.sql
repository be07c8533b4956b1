-- A tenant is suspended with work in flight, and comes back: nothing is lost and nothing is done in between. Called by a trigger of tenants.

create function engine.hand_back_work(p_tenant_id uuid) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_ids bigint[];
begin
  perform from public.chain_runs where tenant_id = p_tenant_id and finished_at is null order by id for no key update;
  -- one statement for both: a claim does not ask for the run's lock, so what is queued now may be at work a moment later.
  -- Due now: the clock admits them when the tenant is back; it leaves suspended tenants alone.
  with handed_back as (
    update public.chain_steps
    set state = 'ready', attempt = greatest(attempt - (state = 'working')::int, 0), claim_token = null, lease_until = null, due_at = engine.now()
    where tenant_id = p_tenant_id and state in ('queued', 'working') and runner <> 'chain'
    returning id
  )
  select coalesce(array_agg(id order by id), '{}') into v_ids from handed_back;
  perform engine.book_holds(v_ids);
  return cardinality(v_ids);
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
  elsif new.status = 'active' then
    perform from public.chain_runs where tenant_id = new.id and finished_at is null order by id for no key update;
    perform engine.advance_runs(array(select r.id from public.chain_runs r where r.tenant_id = new.id and r.finished_at is null order by r.id));
    perform engine.kick();
  end if;
  return null;
end
$$;
comment on function engine.follow_tenant_status() is 'Trigger of tenants: suspended, its work is handed back; active again, it goes on.';
create trigger work_follows_its_tenant after update of status on public.tenants
  for each row when (new.status is distinct from old.status) execute function engine.follow_tenant_status();
