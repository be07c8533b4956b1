-- What agents hand over is kept where people and later runs find it; what needs a gate goes out only behind it.
begin;
select no_plan();
create temporary table scene as select tests.shop('Keep', 'owner@keep.test', 'pro') as tenant_id;
grant select on scene to public;
update public.agents set is_active = true where tenant_id is null;
update public.skills set is_active = true where tenant_id is null;
create function pg_temp.run(p_key text, p_steps jsonb, p_outputs jsonb, p_input jsonb default '{}') returns uuid language plpgsql as $$
declare
  v_run_id uuid;
begin
  insert into public.chains (key, name, priority, steps, is_active) values (p_key, p_key, 'high', p_steps, true)
  on conflict (tenant_id, key) do update set steps = excluded.steps, is_active = true;
  v_run_id := tests.run((select tenant_id from scene), p_key, p_input);
  perform tests.work(p_outputs);
  return v_run_id;
end $$;
create function pg_temp.approve(p_run_id uuid, p_edits jsonb default null) returns text language plpgsql as $$
declare
  v_card public.approvals;
  v_outcome text;
begin
  select * into strict v_card from public.approvals where run_id = p_run_id and state = 'pending';
  perform tests.become('owner@keep.test', v_card.tenant_id);
  v_outcome := public.decide_approval(v_card.tenant_id, v_card.id, 'approve', v_card.version, v_card.content_hash, p_edits, null, 'app', gen_random_uuid()) ->> 'outcome';
  perform tests.become_the_database();
  return v_outcome;
end $$;

-- report, health, alerts
select pg_temp.run('performance_review', jsonb_build_array(tests.step('adjust_next_week', '{"keep": "report"}')),
  '{"adjust_next_week": {"say": "", "headline": "Bonne semaine", "summary": "", "sections": [{"heading": "Portée", "body": "en hausse", "figures": []}], "acts": [{"act": "Plus de photos", "because": "x", "effort": "hours"}], "gaps": []}}');
select results_eq($$ select kind, title, jsonb_array_length(sections) from public.reports join scene using (tenant_id) $$, $$ values ('performance_review', 'Bonne semaine', 1) $$, 'a report');
select is(engine.input_of(tenant_id, 'weekly_content_plan') -> 'next_week' -> 0 ->> 'act', 'Plus de photos', 'and Sunday''s plan is told what to do') from scene;
select pg_temp.run('client_health_check', jsonb_build_array(tests.step('health', '{"keep": "health"}')), '{"health": {"say": "", "health": 71, "band": "green", "parts": [], "act": "none"}}');
select pg_temp.run('client_health_check', jsonb_build_array(tests.step('health', '{"keep": "health"}')), '{"health": {"say": "", "health": 44, "band": "red", "parts": [], "act": "call"}}');
select results_eq($$ select health, band, act from public.health_scores join scene using (tenant_id) $$, $$ values (44::smallint, 'red', 'call') $$, 'one score a day, the last');
select pg_temp.run('reputation_scan', jsonb_build_array(tests.step('alerts', '{"keep": "alerts"}')), '{"alerts": {"say": "", "silent": 0, "alerts": [
  {"code": "one_star", "severity": "warning", "title": "Une étoile", "body": "b", "act": "answer", "reference": "r1", "merged": false},
  {"code": "old", "severity": "info", "title": "déjà dit", "body": "b", "act": "none", "reference": "r2", "merged": true}]}}');
select results_eq($$ select params ->> 'title' from public.notifications join scene using (tenant_id) where kind = 'reputation_alert' $$, $$ values ('Une étoile') $$, 'a new alert rings, a merged one does not');
select is(engine.input_of_reputation_scan(tenant_id), null, 'nothing said, nothing to scan') from scene;

-- a landing page waits for its gate
create temporary table page as select pg_temp.run('create_landing_page', jsonb_build_array(
  tests.step('page', '{"keep": "page"}'), tests.step('quality_gate', '{"needs": ["page"], "approval": "publish", "skill": "brand-compliance", "agent": "content_qa"}')),
  '{"page": {"say": "", "page_id": "p", "template": "menu", "slug": "Menu de Noël!", "blocks": [{"id": "a", "kind": "hero", "heading": "Menu de fête"}, {"id": "b", "kind": "form"}], "bytes": 9, "contrast_ok": true, "missing": []}}') as run_id;
select results_eq($$ select slug, title, template, status from public.landing_pages join scene using (tenant_id) $$, $$ values ('menu-de-no-l', 'Menu de fête', 'menu', 'draft') $$, 'a page is a draft');
select is(pg_temp.approve(run_id), 'decided', 'approved') from page;
select results_eq($$ select status, published_at = engine.now() from public.landing_pages join scene using (tenant_id) $$, $$ values ('published', true) $$, 'then it is public');
select results_eq($$ select n.link from public.notifications n join scene using (tenant_id) where n.kind = 'page_published' $$,
  $$ select '/@' || t.slug || '/p/menu-de-no-l' from public.tenants t join scene s on s.tenant_id = t.id $$, 'and the bell leads to it');
select pg_temp.run('create_landing_page', jsonb_build_array(
  tests.step('page', '{"keep": "page"}'), tests.step('quality_gate', '{"needs": ["page"], "approval": "publish", "skill": "brand-compliance", "agent": "content_qa"}')),
  '{"page": {"say": "", "page_id": "p", "template": "menu", "slug": "Menu de Noël!", "blocks": []}}');
select is((select count(distinct slug) from public.landing_pages join scene using (tenant_id)), 2::bigint, 'a second page of that name gets a name of its own');

-- letters
insert into public.subscribers (tenant_id, email, language, consent_at) select tenant_id, 'a' || n || '@x.mg', 'fr', engine.now() from scene, generate_series(1, 3) n;
update public.subscribers set unsubscribed_at = engine.now() where email = 'a3@x.mg';
create temporary table letter as select pg_temp.run('weekly_newsletter', jsonb_build_array(tests.step('compile', '{"keep": "newsletter", "approval": "outreach"}')),
  '{"compile": {"say": "", "subjects": ["Cette semaine", "Vos samosas"], "preheader": "", "headline": "La semaine", "body": "Bonjour", "items": [], "call_to_action": {"label": "Voir", "url": "x"}}}') as run_id;
select results_eq($$ select kind, subject, status, recipients from public.mailings join scene using (tenant_id) $$, $$ values ('newsletter', 'Cette semaine', 'draft', 2) $$, 'a letter to those who stay');
select is_empty($$ select from public.effects where kind = 'send_mailing' $$, 'nothing is sent before');
select is(pg_temp.approve(run_id, '{"body": "Bonjour à tous"}'), 'decided', 'approved with a change') from letter;
select results_eq($$ select status, mails -> 0 ->> 'body' from public.mailings join scene using (tenant_id) $$, $$ values ('approved', 'Bonjour à tous') $$, 'with the words of who approved');
select results_eq($$ select state, data ->> 'recipients' from public.effects join scene using (tenant_id) where kind = 'send_mailing' $$, $$ values ('waiting', '2') $$, 'it waits for the mail adapter, once');
create temporary table drip as select pg_temp.run('welcome_drip', jsonb_build_array(tests.step('sequence', '{"keep": "sequence", "approval": "outreach"}')),
  '{"sequence": {"say": "", "body": "x", "name": "Bienvenue", "mails": [{"step": 1, "after_hours": 0, "subject": "Merci", "body": "b"}], "ends_when": ["replied"]}}') as run_id;
select is(engine.input_of(tenant_id, 'welcome_drip') -> 'sequence', 'null', 'a draft is not used') from scene;
select pg_temp.approve(run_id) from drip;
select is(engine.input_of(tenant_id, 'welcome_drip') -> 'sequence' -> 'mails' -> 0 ->> 'subject', 'Merci', 'an approved sequence greets the next one too') from scene;
select is((select count(*) from public.effects where kind = 'send_mailing'), 1::bigint, 'its letters are sent by its own run');
-- refused
create temporary table refused as select pg_temp.run('email_campaign', jsonb_build_array(tests.step('text', '{"keep": "newsletter", "approval": "outreach"}')),
  '{"text": {"say": "", "subjects": ["Non"], "body": "Non"}}') as run_id;
select engine.stop_run(run_id, 'cancelled', 'rejected_by_person', '{}', 'person', 'x') from refused;
select is((select status from public.mailings where run_id = (select run_id from refused)), 'refused', 'a letter that was refused is put away');

-- campaigns
insert into public.campaigns (tenant_id, network, external_id, name, status, daily_budget_micros) select tenant_id, 'meta', 'k1', 'Promo', 'active', 1000000 from scene;
select pg_temp.run('ad_optimization', jsonb_build_array(tests.step('decide', '{"keep": "ads"}'), tests.step('act', '{"needs": ["decide"], "keep": "ads"}')), '{
  "decide": {"say": "", "currency": "USD", "campaigns": [{"id": "k1", "network": "meta", "name": "Promo", "spend": 10, "revenue": 8, "roas": 0.8, "rule": "pause_and_alert", "daily_budget": 1, "proposed_daily_budget": 0, "reason": "sous 1"}], "alerts": []},
  "act": {"say": "", "act": "pause", "campaigns": [], "changed": [{"campaign_id": "k1", "field": "status", "before": "active", "after": "paused"}], "currency": "USD"}}');
select results_eq($$ select status, roas, figures ->> 'rule', spend_micros, revenue_micros from public.campaigns join scene using (tenant_id) $$,
  $$ values ('paused', 0.8, 'pause_and_alert', 10000000::bigint, 8000000::bigint) $$, 'a campaign: figures, rule, and what was done at the network');

-- follow-up of a lead
insert into public.leads (tenant_id, name, phone, email, message, follow_up_at, created_at) select tenant_id, 'Hery', '+26134', 'h@x.mg', 'Prix ?', engine.now() + interval '24 hours', engine.now() from scene;
insert into public.chains (key, name, priority, steps, is_active) values ('auto_follow_up', 'Follow up', 'medium', jsonb_build_array(
  tests.step('choose_moment', '{"keep": "follow_up"}'), tests.step('send_whatsapp', '{"needs": ["choose_moment"], "skill": "whatsapp-api", "agent": "crm_manager", "keep": "follow_up"}')), true)
on conflict (tenant_id, key) do update set steps = excluded.steps, is_active = true;
select is(engine.follow_up_leads(tenant_id), 0, 'not within 24 hours') from scene;
select tests.pass_time('24 hours');
select is(engine.follow_up_leads(tenant_id), 1, 'then the follow-up starts') from scene;
select is(engine.follow_up_leads(tenant_id), 0, 'once') from scene;
select tests.work('{"choose_moment": {"say": "", "act": "send", "channel": "whatsapp", "due_at": null, "attempt": 1, "needs_template": true, "because": "x"}, "send_whatsapp": {"say": "", "state": "sent", "message_id": "m"}}');
select results_eq(
  $$ select status, follow_ups -> 0 ->> 'channel', follow_up_at = engine.now() + interval '3 days', last_contact_at = engine.now() from public.leads join scene using (tenant_id) $$,
  $$ values ('contacted', 'whatsapp', true, true) $$, 'contacted; looked at again after three days of silence'
);
select is((select input -> 'lead' ->> 'name' from public.chain_runs where chain_key = 'auto_follow_up'), 'Hery', 'the run knows the lead');
select pg_temp.run('move', jsonb_build_array(tests.step('file', '{"keep": "pipeline"}')), jsonb_build_object('file', jsonb_build_object('say', '', 'created', '[]'::jsonb, 'moves', jsonb_build_array(
  jsonb_build_object('lead_id', (select id from public.leads join scene using (tenant_id)), 'from', 'contacted', 'to', 'won', 'because', 'x', 'done', true)))));
select is((select status from public.leads join scene using (tenant_id)), 'contacted', 'won is for people to say');

-- the calendar
select engine.read_calendar(tenant_id) from scene;
select tests.work('{"read_calendar": {"say": "", "country": "MG", "covered": true, "days": [{"day": "2027-03-29", "name": "Martyrs", "advice": "post_quietly"}, {"day": "2027-03-29", "name": "Martyrs", "advice": "post_quietly"}]}}');
select results_eq($$ select country, language, day, name from public.feast_days $$, $$ values ('MG', 'fr', '2027-03-29'::date, 'Martyrs') $$, 'feasts are kept for the country');
select throws_like($$ insert into public.chains (key, name, priority, steps, is_active) values ('bad', 'b', 'low', jsonb_build_array(tests.step('one', '{"keep": "nothing_such"}')), true) $$, '%chain_invalid%', 'an unknown keeper is refused');
select * from finish();
rollback;
