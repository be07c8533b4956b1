-- Keepers of what agents saw or did outside: campaigns, follow-ups of leads, competitors' pages; and the runs of the clock that feed them.

create function engine.keep_ads(p_step public.chain_steps) returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into public.campaigns as c (
    tenant_id, network, external_id, name, status, daily_budget_micros, spend_micros, revenue_micros, roas, currency, figures
  )
  select p_step.tenant_id, g.network, g.id, coalesce(g.name, ''), coalesce(g.status, 'active'), round(coalesce(g.daily_budget, 0) * 1e6), round(coalesce(g.spend, 0) * 1e6),
    round(coalesce(g.revenue, 0) * 1e6), coalesce(g.roas, g.revenue / nullif(g.spend, 0)), coalesce(g.currency, p_step.output ->> 'currency', 'USD'),
    jsonb_strip_nulls(jsonb_build_object('impressions', g.impressions, 'clicks', g.clicks, 'conversions', g.conversions, 'from', g."from", 'to', g."to",
      'rule', g.rule, 'reason', g.reason))
  from jsonb_to_recordset(coalesce(p_step.output -> 'campaigns', '[]')) as g (
    id text, network text, name text, status text, daily_budget numeric, spend numeric, revenue numeric, roas numeric, currency text, impressions bigint,
    clicks bigint, conversions bigint, "from" date, "to" date, rule text, reason text
  )
  where g.network in ('meta', 'google', 'tiktok', 'linkedin')
  on conflict (tenant_id, network, external_id) do update set
    spend_micros = excluded.spend_micros, revenue_micros = excluded.revenue_micros, roas = excluded.roas, figures = c.figures || excluded.figures,
    daily_budget_micros = excluded.daily_budget_micros, held_budget_micros = null, updated_at = engine.now();

  -- what an adapter has changed at the network
  update public.campaigns c set
    status = case when g.field = 'status' and g.after in ('active', 'paused', 'ended') then g.after else c.status end,
    daily_budget_micros = case when g.field = 'daily_budget' then round(g.after::numeric * 1e6) else c.daily_budget_micros end, updated_at = engine.now()
  from jsonb_to_recordset(coalesce(p_step.output -> 'changed', '[]')) as g (campaign_id text, field text, before text, after text)
  where c.tenant_id = p_step.tenant_id and c.external_id = g.campaign_id;
end
$$;
comment on function engine.keep_ads(public.chain_steps) is 'roas-calculator and the networks'' adapters: figures, rule and reason of each campaign, and what was changed at the network (status, daily_budget).';

create function engine.keep_follow_up(p_step public.chain_steps) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_lead public.leads;
begin
  select l.* into v_lead from public.chain_runs r join public.leads l on l.id::text = r.input -> 'lead' ->> 'id' and l.tenant_id = r.tenant_id
  where r.id = p_step.run_id;
  if v_lead.id is null then return; end if;

  if p_step.output ? 'attempt' then
    update public.leads set follow_up_at = case p_step.output ->> 'act'
      when 'wait' then (p_step.output ->> 'due_at')::timestamptz
      when 'send' then engine.now() + interval '4 days'
    end
    where id = v_lead.id;
  elsif p_step.output ->> 'state' = 'sent' then
    update public.leads set
      last_contact_at = engine.now(), status = case status when 'new' then 'contacted' else status end,
      follow_ups = follow_ups || jsonb_build_object('channel', case p_step.skill_key when 'whatsapp-api' then 'whatsapp' else 'email' end, 'at', engine.now(), 'answered', false),
      -- after the first three days, after the second seven, after the third never again
      follow_up_at = case jsonb_array_length(follow_ups) when 0 then engine.now() + interval '3 days' when 1 then engine.now() + interval '7 days' end
    where id = v_lead.id;
    perform engine.broadcast(p_step.tenant_id, 'lead', jsonb_build_object('id', v_lead.id));
  end if;
end
$$;
comment on function engine.keep_follow_up(public.chain_steps) is 'follow-up-scheduler: when the clock looks at the lead again; whatsapp-api, email-sender: that we wrote, and when the next attempt is due.';

create function engine.follow_up_leads(p_tenant_id uuid) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_lead public.leads;
  v_run_id uuid;
  v_language text;
  v_count integer := 0;
begin
  select t.language into v_language from public.tenants t where t.id = p_tenant_id;
  for v_lead in
    select * from public.leads
    where tenant_id = p_tenant_id and follow_up_at <= engine.now() and status in ('new', 'contacted', 'qualified', 'proposal', 'negotiation')
      and (email is not null or phone is not null) and not is_demo
    order by follow_up_at limit 20 for no key update skip locked
  loop
    v_run_id := case when engine.clock_may_spend(p_tenant_id) then engine.try_chain(p_tenant_id, 'auto_follow_up', jsonb_build_object(
      'title', engine.say_request(v_language, 'follow_up_title', v_lead.name), 'request', engine.say_request(v_language, 'follow_up_title', v_lead.name, v_lead.message),
      'lead', engine.lead_card(v_lead), 'attempts', v_lead.follow_ups, 'consent', jsonb_build_object('whatsapp', v_lead.phone is not null, 'email', v_lead.email is not null),
      'consent_kind', 'wrote_first',
      'quiet', (select coalesce(jsonb_agg(f -> 'day'), '[]') from jsonb_array_elements(engine.feasts_of(p_tenant_id, 30)) f where f ->> 'advice' = 'do_not_write_to_people')
    ), 'clock', md5(v_lead.id::text || v_lead.follow_up_at)::uuid) end;
    update public.leads set follow_up_at = engine.now() + interval '1 day' where id = v_lead.id;
    v_count := v_count + (v_run_id is not null)::int;
  end loop;
  return v_count;
end
$$;
comment on function engine.follow_up_leads(uuid) is
  'Hourly: leads whose time has come (24 hours after they wrote, then by follow-up-scheduler) start auto_follow_up; one that cannot be started is looked at tomorrow.';

create function engine.keep_competitors(p_step public.chain_steps) returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into public.competitor_changes (tenant_id, url, name, kind, before, after, page)
  select p_step.tenant_id, p.page ->> 'url', left(coalesce(p.page ->> 'name', ''), 120), coalesce(c.kind, 'first'), left(coalesce(c.before, ''), 500),
    left(coalesce(c.after, ''), 500), jsonb_set(p.page, '{text}', to_jsonb(left(coalesce(p.page ->> 'text', ''), 2000)))
  from jsonb_array_elements(p_step.output -> 'pages') as p (page)
  left join jsonb_to_recordset(p_step.output -> 'changes') as c (url text, kind text, before text, after text) on c.url = p.page ->> 'url'
  where p.page ->> 'status' = 'read' and not coalesce((p.page ->> 'suspicious')::boolean, false)
    and (c.kind is not null or not exists (select from public.competitor_changes k where k.tenant_id = p_step.tenant_id and k.url = p.page ->> 'url'));
  perform engine.detect_opportunity(p_step.tenant_id);
end
$$;
comment on function engine.keep_competitors(public.chain_steps) is 'competitor-crawler: pages as first read and what changed since; a page that tries to instruct us is left out. Then the opportunity detector looks.';

create function engine.hunt_opportunities(p_tenant_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_urls text[] := (engine.settings_of(p_tenant_id)).competitor_urls;
begin
  if cardinality(v_urls) > 0 and engine.locked_agents(p_tenant_id, array['competitor_analyst']) = '{}' then
    perform engine.start_code_run(p_tenant_id, 'Competitor scan', 'low',
      '{"key": "scan_competitors", "agent": "competitor_analyst", "skill": "competitor-crawler", "keep": "competitors", "with": {"urls": "$.input.urls", "before": "$.input.before"}}',
      jsonb_build_object('urls', v_urls, 'before', engine.material_of_competitors(p_tenant_id) -> 'pages'));
  end if;
  perform engine.detect_opportunity(p_tenant_id);
end
$$;
comment on function engine.hunt_opportunities(uuid) is 'Every 12 hours: reads the competitors'' public pages again (code, free), and looks at what is known already.';

create function engine.read_calendar(p_tenant_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_tenant public.tenants;
  v_today date := engine.tenant_day(p_tenant_id);
begin
  select * into v_tenant from public.tenants where id = p_tenant_id;
  -- a country is asked once for everybody
  if exists (select from public.feast_days f where f.country = v_tenant.country and f.language = v_tenant.language and f.day > v_today + 90) then return; end if;
  perform engine.start_code_run(p_tenant_id, 'Calendar', 'low',
    '{"key": "read_calendar", "agent": "localization_agent", "skill": "cultural-calendar", "keep": "feasts", "with": {"from": "$.input.from", "to": "$.input.to"}}',
    jsonb_build_object('from', v_today, 'to', v_today + 180));
end
$$;
comment on function engine.read_calendar(uuid) is 'Monthly: feasts and quiet days of the next six months of the tenant''s country, where nobody has read them yet.';
