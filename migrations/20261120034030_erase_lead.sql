-- Erasing somebody who wrote to a business: the lead, all they ever wrote, what agents did about it, and the keys of what the log says in their words. Called by the leads screen and close_tenant.
create function engine.erase_strangers(p_tenant_id uuid, p_ids uuid[]) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_run_ids uuid[];
begin
  select coalesce(array_agg(r.id), '{}') into v_run_ids from public.chain_runs r
  where r.tenant_id = p_tenant_id and (r.about_id = any (p_ids)
    or r.id in (select i.run_id from public.interactions i where i.tenant_id = p_tenant_id and i.id = any (p_ids)));
  perform from public.chain_runs r where r.id = any (v_run_ids) order by r.id for no key update;
  perform engine.stop_run(id, 'cancelled', 'person_erased', '{}', 'engine', 'privacy') from unnest(v_run_ids) as id;
  perform engine.forget_in_memory(p_tenant_id, array(
    select l.name from public.leads l where l.tenant_id = p_tenant_id and l.id = any (p_ids)
    union select i.author_name from public.interactions i where i.tenant_id = p_tenant_id and i.id = any (p_ids)), '{}');
  perform engine.roll_up_calls(v_run_ids);
  delete from public.effects e where e.tenant_id = p_tenant_id and e.data ->> 'interaction_id' = any (p_ids::text[]);
  delete from public.chain_runs r where r.id = any (v_run_ids);
  delete from public.notifications n where n.tenant_id = p_tenant_id and (n.params ->> 'lead_id' = any (p_ids::text[]) or n.params ->> 'subscriber_id' = any (p_ids::text[]));
  delete from public.interactions i where i.tenant_id = p_tenant_id and i.id = any (p_ids);
  delete from public.subscribers s where s.tenant_id = p_tenant_id and s.id = any (p_ids);
  delete from public.leads l where l.tenant_id = p_tenant_id and l.id = any (p_ids);
  perform engine.destroy_person_key(id) from unnest(p_ids) as id;
end
$$;
comment on function engine.erase_strangers(uuid, uuid[]) is
  'Leads, interactions and subscribers of these ids go, with the runs about them, bells and lines of agents'' memory that name them, and the keys of their words in the log. What the runs cost stays in model_calls_daily.';

create function public.erase_lead(p_tenant_id uuid, p_lead_id uuid) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_lead public.leads;
  v_ids uuid[];
begin
  perform engine.require_tenant(p_tenant_id, 'erase_people');
  perform engine.require_two_factor();
  select * into v_lead from public.leads l where l.id = p_lead_id and l.tenant_id = p_tenant_id for update;
  if v_lead.id is null then perform engine.fail('NX404', 'lead_unknown'); end if;
  select array_agg(distinct id) into v_ids from (
    -- the same person: the same address or number, or the same account of the same platform
    select l.id, l.email, l.phone, l.source, l.author_ref from public.leads l
    where l.tenant_id = p_tenant_id and (l.id = v_lead.id or lower(l.email) = lower(v_lead.email) or l.phone = v_lead.phone or (l.source = v_lead.source and l.author_ref = v_lead.author_ref))
    union all
    select i.id, null, null, null, null from public.interactions i
    where i.tenant_id = p_tenant_id and ((i.platform = v_lead.source and i.author_ref <> '' and i.author_ref in (v_lead.author_ref, v_lead.email, v_lead.phone)) or i.external_id = v_lead.id::text)
    union all
    select s.id, null, null, null, null from public.subscribers s where s.tenant_id = p_tenant_id and s.email = lower(v_lead.email)
  ) as same;
  perform engine.erase_strangers(p_tenant_id, v_ids);
  perform engine.record_event(p_tenant_id, 'lead.erased', jsonb_build_object('lead_id', p_lead_id, 'rows', cardinality(v_ids)));
  perform engine.broadcast(p_tenant_id, 'lead', jsonb_build_object('id', p_lead_id));
  return jsonb_build_object('erased', cardinality(v_ids));
end
$$;
comment on function public.erase_lead(uuid, uuid) is
  'Erases a person who wrote to the tenant, with everything of theirs that is known to be theirs (same address, number or account): {erased (rows)}. NX404 lead_unknown, NX403 no_permission (erase_people: owner, admin), needs_two_factor, '
  'NX409 tenant_mismatch.';
grant execute on function public.erase_lead(uuid, uuid) to authenticated;
