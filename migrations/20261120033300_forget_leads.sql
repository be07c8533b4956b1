-- What the forms of Nexio pages and landing pages promise (functions/run-steps/skills/web/form-words.ts, consents): the details are kept for a year at most.

create function engine.forget_leads(p_limit integer default 5000) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_count integer;
begin
  with gone as (
    delete from public.leads l using (
      select o.id from public.leads o
      where o.source = 'nexio_page' and not o.is_demo and o.created_at < engine.now() - interval '1 year' order by o.created_at limit p_limit for update skip locked
    ) as old
    where l.id = old.id returning l.id, l.tenant_id
  ),
  -- copies of their words: the inbox, the line under the bell, what the log said of them
  messages as (
    delete from public.interactions i using gone g where i.tenant_id = g.tenant_id and i.platform = 'nexio_page' and i.external_id = g.id::text
  ),
  bells as (
    delete from public.notifications n using gone g where n.tenant_id = g.tenant_id and n.kind = 'lead_received' and n.params ->> 'lead_id' = g.id::text
  ),
  keys as materialized (select g.tenant_id, engine.destroy_person_key(g.id) from gone g),
  told as materialized (
    select engine.record_event(k.tenant_id, 'leads.forgotten', jsonb_build_object('count', count(*)), 'engine', 'retention') from keys k group by k.tenant_id
  ),
  counted as (select count(*) from told)
  select (select count(*) from gone)::integer into v_count from counted;
  return v_count;
end
$$;
comment on function engine.forget_leads(integer) is
  'Nightly: people who wrote by a form more than a year ago are forgotten, with the copies of their words; one event a tenant says how many. Leads from elsewhere (a platform, the owner''s own '
  'list) were promised nothing and stay. Returns how many went.';
create index leads_by_form_and_age on public.leads (created_at) where source = 'nexio_page' and not is_demo;
select cron.schedule('nexio-forget-leads', '25 1 * * *', 'select engine.forget_leads()');
