-- Keepers of finished work: reports, health, pages, letters, campaigns, follow-ups, competitors, the calendar. Called by the engine after a step whose chain says
-- keep: <name>, with the step as it is done; what waits for a gate is let out by engine.send_<name>.

create function engine.chain_of(p_step public.chain_steps) returns public.chain_runs
language sql stable
set search_path = ''
as $$ select * from public.chain_runs where id = p_step.run_id $$;
comment on function engine.chain_of(public.chain_steps) is 'The run of a step.';

create function engine.keep_report(p_step public.chain_steps) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_run public.chain_runs := engine.chain_of(p_step);
  v_id uuid;
begin
  insert into public.reports (tenant_id, kind, title, sections, body, run_id, step_id)
  values (
    p_step.tenant_id, v_run.chain_key, left(coalesce(nullif(p_step.output ->> 'headline', ''), p_step.output ->> 'say', v_run.title), 200),
    case when jsonb_typeof(p_step.output -> 'sections') = 'array' then p_step.output -> 'sections' else '[]' end, p_step.output, p_step.run_id, p_step.id
  )
  on conflict (step_id) do update set title = excluded.title, sections = excluded.sections, body = excluded.body
  returning id into v_id;
  perform engine.broadcast(p_step.tenant_id, 'report', jsonb_build_object('id', v_id, 'run_id', p_step.run_id));
end
$$;
comment on function engine.keep_report(public.chain_steps) is 'Any output worth reading later: a report of the chain''s kind, with sections where it has some.';

create function engine.keep_calendar(p_step public.chain_steps) returns void
language sql
set search_path = ''
as $$
  insert into public.reports (tenant_id, kind, title, sections, body, run_id, step_id)
  values (p_step.tenant_id, 'calendar', left(coalesce(p_step.output ->> 'thread', ''), 200), coalesce(p_step.output -> 'pieces', '[]'), p_step.output, p_step.run_id, p_step.id)
  on conflict (step_id) do update set title = excluded.title, sections = excluded.sections, body = excluded.body
$$;
comment on function engine.keep_calendar(public.chain_steps) is 'content-calendar: the influencer''s week as a report of kind calendar, sections = its pieces.';

create function engine.keep_health(p_step public.chain_steps) returns void
language sql
set search_path = ''
as $$
  insert into public.health_scores (tenant_id, day, health, band, act, reasons)
  values (p_step.tenant_id, engine.tenant_day(p_step.tenant_id), (p_step.output ->> 'health')::smallint, p_step.output ->> 'band',
    coalesce(p_step.output ->> 'act', 'none'), coalesce(p_step.output -> 'parts', '[]'))
  on conflict (tenant_id, day) do update set (health, band, act, reasons) = row(excluded.health, excluded.band, excluded.act, excluded.reasons)
$$;
comment on function engine.keep_health(public.chain_steps) is 'health-scorer: today''s score of this client.';

create function engine.keep_alerts(p_step public.chain_steps) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_alert jsonb;
begin
  for v_alert in select value from jsonb_array_elements(p_step.output -> 'alerts') where not coalesce((value ->> 'merged')::boolean, false) loop
    perform engine.notify(p_step.tenant_id, null, 'reputation_alert', jsonb_build_object(
      'code', v_alert -> 'code', 'severity', v_alert -> 'severity', 'title', v_alert -> 'title', 'body', v_alert -> 'body', 'act', v_alert -> 'act',
      'reference', v_alert -> 'reference'), '/messages');
  end loop;
end
$$;
comment on function engine.keep_alerts(public.chain_steps) is 'alert-generator: each new alert rings the bell; one that joins an open alert does not.';

create function engine.keep_page(p_step public.chain_steps) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_run public.chain_runs := engine.chain_of(p_step);
  v_slug text := trim(both '-' from left(regexp_replace(lower(coalesce(p_step.output ->> 'slug', 'page')), '[^a-z0-9]+', '-', 'g'), 70));
begin
  if v_slug = '' then v_slug := 'page'; end if;
  -- the draft of an earlier round of this run gives way; a slug of another page stays its
  delete from public.landing_pages where run_id = p_step.run_id and status = 'draft';
  if exists (select from public.landing_pages l where l.tenant_id = p_step.tenant_id and l.slug = v_slug) then
    v_slug := v_slug || '-' || left(p_step.run_id::text, 6);
  end if;
  insert into public.landing_pages (tenant_id, slug, title, template, blocks, html, language, run_id)
  values (
    p_step.tenant_id, v_slug, left(coalesce(p_step.output -> 'blocks' -> 0 ->> 'heading', v_run.title), 120), coalesce(p_step.output ->> 'template', 'contact'),
    coalesce(p_step.output -> 'blocks', '[]'), coalesce(p_step.output ->> 'html', ''), v_run.language, p_step.run_id
  );
end
$$;
comment on function engine.keep_page(public.chain_steps) is 'landing-page-builder: a draft page of this run; published when the run is past its gate.';

create function engine.keep_newsletter(p_step public.chain_steps) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_run public.chain_runs := engine.chain_of(p_step);
begin
  insert into public.mailings as m (tenant_id, kind, language, subject, mails, recipients, run_id)
  values (
    p_step.tenant_id, case v_run.chain_key when 'weekly_newsletter' then 'newsletter' else 'campaign' end, v_run.language,
    left(coalesce(p_step.output -> 'subjects' ->> 0, p_step.output ->> 'subject', v_run.title), 200), jsonb_build_array(p_step.output),
    (select count(*) from public.subscribers s where s.tenant_id = p_step.tenant_id and s.unsubscribed_at is null), p_step.run_id
  )
  on conflict (run_id, kind) do update set subject = excluded.subject, mails = excluded.mails, recipients = excluded.recipients where m.status = 'draft';
end
$$;
comment on function engine.keep_newsletter(public.chain_steps) is 'newsletter-compiler, email-copy: a letter to all who stay subscribed, a draft until its gate.';

create function engine.keep_sequence(p_step public.chain_steps) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_run public.chain_runs := engine.chain_of(p_step);
begin
  insert into public.mailings as m (tenant_id, kind, language, subject, mails, recipients, run_id)
  values (p_step.tenant_id, 'welcome', v_run.language, left(coalesce(p_step.output ->> 'name', ''), 200), coalesce(p_step.output -> 'mails', '[]'), 1, p_step.run_id)
  on conflict (run_id, kind) do update set subject = excluded.subject, mails = excluded.mails where m.status = 'draft';
end
$$;
comment on function engine.keep_sequence(public.chain_steps) is 'drip-builder: the welcome sequence; once approved it is used for every later subscriber (input_of_welcome_drip.sequence).';

create function engine.keep_feasts(p_step public.chain_steps) returns void
language sql
set search_path = ''
as $$
  insert into public.feast_days (country, language, day, name, card)
  select distinct on (d ->> 'day', d ->> 'name') p_step.output ->> 'country', r.language, (d ->> 'day')::date, d ->> 'name', d
  from public.chain_runs r, jsonb_array_elements(p_step.output -> 'days') d
  where r.id = p_step.run_id
  on conflict (country, language, day, name) do update set card = excluded.card
$$;
comment on function engine.keep_feasts(public.chain_steps) is 'cultural-calendar: the days of a country in the run''s language.';
