-- The demo tenant: twelve weeks told by local/demo/story.json, played through the engine's own transitions with its clock moved. Called by local/demo.ts.

create function engine.demo_output(p_step public.chain_steps, p_post jsonb) returns jsonb
language sql immutable
set search_path = ''
as $$
  select case p_step.key
    when 'text' then jsonb_build_object(
      'say', case
        when p_step.round > 1 then 'C’est corrigé, le reste n’a pas bougé.'
        else format('Je commence par « %s », et je garde le ton de la maison.', p_post ->> 'headline') end,
      'body', coalesce(case when p_step.round = 1 then p_post ->> 'refuted' end, p_post ->> 'body'), 'headline', p_post -> 'headline')
    when 'hashtags_and_call_to_action' then jsonb_build_object(
      'say', 'Peu de mots-dièse, et un geste clair.', 'hashtags', p_post -> 'hashtags', 'call_to_action', p_post -> 'call_to_action')
    when 'visual' then coalesce(p_post -> 'visual', '{}') || jsonb_build_object('say', format('« %s » en image, aux couleurs de la marque.', p_post ->> 'headline'))
    when 'quality_review' then case
      when p_step.round = 1 and p_post ? 'refuted' then jsonb_build_object('verdict', 'refute', 'say', p_post -> 'finding', 'findings', jsonb_build_array(
        jsonb_build_object('fault', p_post -> 'fault', 'quote', p_post -> 'quote', 'reason', p_post -> 'finding', 'suggestion', '')))
      else '{"verdict": "praise", "say": "Tout ce que la demande dit est là, rien de plus.", "findings": []}' end
    else jsonb_build_object('say', 'Bon pour la marque.', 'score', 82 + length(p_post ->> 'body') % 15, 'reasons', '["Concret, court, dans le ton."]'::jsonb)
  end
$$;
comment on function engine.demo_output(public.chain_steps, jsonb) is 'What an agent of the demo hands over in a step: from the story, in the shapes of supabase/payloads.ts.';

create function engine.move_clock(p_to timestamptz) returns void
language plpgsql
set search_path = ''
as $$
begin
  perform set_config('nexio.now', p_to::text, true);
end
$$;
comment on function engine.move_clock(timestamptz) is 'Sets engine.now() until the transaction ends: for the demo, which tells of weeks past.';

create function engine.play_run(p_run_id uuid, p_post jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_items jsonb;
begin
  loop
    perform engine.move_clock(engine.now() + interval '700 ms');
    update public.chain_steps set state = 'working', attempt = 1, claim_token = gen_random_uuid(), lease_until = engine.now() + interval '1 minute',
      worker = 'demo', started_at = engine.now()
    where run_id = p_run_id and state = 'queued';
    exit when not found;

    select jsonb_agg(jsonb_build_object(
      'step_id', s.id, 'token', s.claim_token, 'output', engine.demo_output(s, p_post), 'duration_ms', 1800 + s.id * 379 % 4200,
      'calls', case when s.key = 'visual' then '[]' else jsonb_build_array(jsonb_build_object(
        'tier', t.tier, 'provider', t.provider, 'model', t.model, 'input_tokens', 1900 + s.id * 53 % 700, 'cached_tokens', 1200,
        'output_tokens', 120 + s.id * 31 % 160, 'duration_ms', 1500)) end
    ))
    into v_items
    from public.chain_steps s
    join public.model_routes t on t.rank = 1 and t.tier = case s.agent_key when 'content_writer' then 'haiku' else 'gemini_flash' end
    where s.run_id = p_run_id and s.state = 'working';
    perform engine.move_clock(engine.now() + interval '5 s');
    perform engine.complete_steps(v_items);
  end loop;
end
$$;
comment on function engine.play_run(uuid, jsonb) is 'Works a demo run up to its gate in the place of a worker.';

create function engine.play_post(p_tenant public.tenants, p_owner_id uuid, p_post jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_day timestamp := ((engine.now() at time zone p_tenant.timezone)::date - (p_post ->> 'days_ago')::int)::timestamp;
  v_scheduled_at timestamptz := (v_day + make_interval(days => (p_post ->> 'days_ago')::int + (p_post ->> 'scheduled_in_days')::int, hours => 9))
    at time zone p_tenant.timezone;
  v_today timestamptz := engine.now();
  v_card public.approvals;
  v_run_id uuid;
begin
  perform engine.move_clock(least((v_day + make_interval(hours => (p_post ->> 'hour')::int, mins => 12)) at time zone p_tenant.timezone, v_today - interval '2 hours'));
  v_run_id := engine.start_run(p_tenant.id, engine.route_task(p_tenant.id, 'create_social_post'), p_post ->> 'request',
    jsonb_build_object('request', p_post -> 'request', 'platform', 'nexio_page', 'language', 'fr', 'scheduled_at', v_scheduled_at), 'fr', p_owner_id);
  perform engine.play_run(v_run_id, p_post);

  if coalesce(p_post ->> 'decision', 'approve') <> 'pending' then
    select * into v_card from public.approvals where run_id = v_run_id and state = 'pending';
    perform engine.move_clock(engine.now() + interval '23 minutes');
    perform set_config('request.jwt.claims', jsonb_build_object('sub', p_owner_id, 'tenant_id', p_tenant.id, 'role', 'authenticated')::text, true);
    perform engine.decide(p_tenant.id, jsonb_strip_nulls(jsonb_build_object(
      'approval_id', v_card.id, 'decision', coalesce(p_post ->> 'decision', 'approve'), 'version', v_card.version, 'content_hash', v_card.content_hash,
      'reason', p_post -> 'reason', 'edits', case when p_post ? 'edited' then jsonb_build_object('body', p_post -> 'edited') end,
      'channel', case when length(p_post ->> 'body') % 3 = 0 then 'push' else 'app' end, 'client_key', gen_random_uuid())));
    perform set_config('request.jwt.claims', '', true);
  end if;
  perform engine.move_clock(v_today);
end
$$;
comment on function engine.play_post(public.tenants, uuid, jsonb) is
  'One post of the story: {days_ago, hour, request, headline, body, hashtags, call_to_action, visual, refuted?, finding?, decision?, reason?, edited?, scheduled_in_days?}.';

create function worker.load_demo(p_tenant_id uuid, p_owner_id uuid, p_story jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_claims text := current_setting('request.jwt.claims', true);
  v_sub text := current_setting('request.jwt.claim.sub', true);
  v_tenant public.tenants;
  v_post jsonb;
begin
  if exists (select from public.chain_runs where tenant_id = p_tenant_id) then
    perform engine.fail('NX409', 'tenant_not_empty', jsonb_build_object('tenant_id', p_tenant_id));
  end if;
  update public.tenants set is_demo = true, plan_key = 'growth', created_at = v_now - interval '84 days' where id = p_tenant_id returning * into v_tenant;
  if v_tenant.id is null then perform engine.fail('NX404', 'tenant_unknown'); end if;

  perform set_config('request.jwt.claim.sub', '', true), set_config('request.jwt.claims', '', true);
  for v_post in select value from jsonb_array_elements(p_story -> 'posts') order by (value ->> 'days_ago')::int desc, (value ->> 'hour')::int loop
    perform engine.play_post(v_tenant, p_owner_id, v_post);
  end loop;

  insert into public.leads (tenant_id, name, email, phone, message, status, is_demo, created_at)
  select p_tenant_id, l ->> 'name', case when l ->> 'contact' like '%@%' then l ->> 'contact' end, case when l ->> 'contact' not like '%@%' then l ->> 'contact' end,
    l ->> 'message', l ->> 'status', true, v_now - make_interval(days => (l ->> 'days_ago')::int, hours => 3)
  from jsonb_array_elements(p_story -> 'leads') l;
  perform engine.write_demo_figures(p_tenant_id);
  -- the owner has read what is older than a day
  insert into public.notification_reads (user_id, tenant_id, up_to)
  select p_owner_id, p_tenant_id, max(id) from public.notifications where tenant_id = p_tenant_id and created_at < v_now - interval '20 hours'
  having max(id) is not null;
  perform set_config('request.jwt.claim.sub', coalesce(v_sub, ''), true), set_config('request.jwt.claims', coalesce(v_claims, ''), true), set_config('nexio.now', '', true);
  return (
    select jsonb_build_object('runs', count(*), 'published', (select count(*) from public.contents where tenant_id = p_tenant_id and status = 'published'))
    from public.chain_runs where tenant_id = p_tenant_id
  );
end
$$;
comment on function worker.load_demo(uuid, uuid, jsonb) is
  'Marks an empty tenant as demo and fills it with a story {posts, leads} and figures; returns {runs, published}. Every run, event, version and decision is made by the engine '
  'itself. NX409 tenant_not_empty, NX404 tenant_unknown. For local/demo.ts.';
grant execute on function worker.load_demo(uuid, uuid, jsonb) to service_role;
