-- Verbs that start and stop runs, called by the app: request_post, start_brand_scan, cancel_run, retry_run.

create function public.request_post(
  p_tenant_id uuid, p_request text, p_platform text, p_language text, p_scheduled_at timestamptz default null, p_client_key uuid default null
) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_request text := trim(p_request);
  v_run_id uuid;
begin
  perform engine.require_tenant(p_tenant_id, 'create_tasks');
  if v_request is null or char_length(v_request) not between 3 and 1000 then
    perform engine.fail('NX400', 'request_invalid', '{"min": 3, "max": 1000}');
  end if;
  if p_platform is null or p_platform <> all (array['nexio_page', 'facebook', 'instagram', 'tiktok', 'linkedin', 'x', 'whatsapp']) then
    perform engine.fail('NX400', 'platform_unknown');
  end if;
  if p_language is null or p_language <> all (array['mg', 'fr', 'en', 'ar']) then perform engine.fail('NX400', 'language_unknown'); end if;

  v_run_id := engine.find_or_lock_request(p_tenant_id, p_client_key);
  if v_run_id is null then
    if engine.brand_of(p_tenant_id) is null then perform engine.fail('NX409', 'brand_dna_missing'); end if;
    v_run_id := engine.start_chain(p_tenant_id, 'create_social_post', v_request,
      jsonb_build_object('request', v_request, 'platform', p_platform, 'language', p_language, 'scheduled_at', p_scheduled_at),
      p_language, auth.uid(), p_client_key, 'user');
  end if;
  return jsonb_build_object('run_id', v_run_id);
end
$$;
comment on function public.request_post(uuid, text, text, text, timestamptz, uuid) is
  '{run_id}. Starts chain create_social_post; the same p_client_key gives the same run. NX400 request_invalid, platform_unknown, language_unknown, client_key_missing; '
  'NX402 daily_tasks_spent {limit, plan}, daily_cost_spent {limit_micros, plan}; NX403 no_permission; NX409 tenant_mismatch, brand_dna_missing.';
grant execute on function public.request_post(uuid, text, text, text, timestamptz, uuid) to authenticated;

create function public.start_brand_scan(p_tenant_id uuid, p_url text, p_language text, p_client_key uuid) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_url text := trim(p_url);
  v_run_id uuid;
begin
  perform engine.require_tenant(p_tenant_id, 'edit_brand');
  if v_url is null or char_length(v_url) not between 4 and 300 then perform engine.fail('NX400', 'address_invalid'); end if;
  if p_language is null or p_language <> all (array['mg', 'fr', 'en', 'ar']) then perform engine.fail('NX400', 'language_unknown'); end if;

  v_run_id := engine.find_or_lock_request(p_tenant_id, p_client_key);
  if v_run_id is null then
    -- a scan is set-up and costs no task; this bounds it
    if (
      select count(*) from public.chain_runs r
      where r.tenant_id = p_tenant_id and r.chain_key = 'brand_dna_extract' and r.created_at > engine.now() - interval '1 day'
    ) >= 10 then
      perform engine.fail('NX429', 'too_many_scans', '{"limit": 10}');
    end if;
    v_run_id := engine.start_chain(p_tenant_id, 'brand_dna_extract', v_url,
      jsonb_build_object('url', v_url, 'language', p_language), p_language, auth.uid(), p_client_key, 'user');
  end if;
  return jsonb_build_object('run_id', v_run_id);
end
$$;
comment on function public.start_brand_scan(uuid, text, text, uuid) is
  '{run_id}. Starts chain brand_dna_extract on a website; its result stands in brand_dna as proposed. The same p_client_key gives the same run. NX400 address_invalid, '
  'language_unknown, client_key_missing; NX429 too_many_scans (10 in 24 hours); NX403 no_permission (needs edit_brand); NX409 tenant_mismatch.';
grant execute on function public.start_brand_scan(uuid, text, text, uuid) to authenticated;

create function public.cancel_run(p_tenant_id uuid, p_run_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_state text;
begin
  perform engine.require_tenant(p_tenant_id, 'create_tasks');
  select state into v_state from public.chain_runs where id = p_run_id and tenant_id = p_tenant_id for no key update;
  if v_state is null then perform engine.fail('NX404', 'run_unknown'); end if;
  if v_state not in ('running', 'awaiting_approval') then perform engine.fail('NX409', 'run_has_ended', jsonb_build_object('state', v_state)); end if;
  perform engine.stop_run(p_run_id, 'cancelled', 'cancelled_by_person', '{}', 'person', auth.uid()::text);
end
$$;
comment on function public.cancel_run(uuid, uuid) is
  'Stops a live run; work under way on it is void. NX404 run_unknown, NX409 run_has_ended {state}, NX403 no_permission, NX409 tenant_mismatch.';
grant execute on function public.cancel_run(uuid, uuid) to authenticated;

create function engine.resume_run(p_run public.chain_runs) returns void
language plpgsql
set search_path = ''
as $$
begin
  update public.chain_runs set state = 'running', error_code = null, error_detail = null, finished_at = null where id = p_run.id;
  -- what is done stays done, what a person refused stays refused; the rest starts afresh
  update public.chain_steps
  set state = case when state in ('failed', 'cancelled') then 'waiting' else state end, attempt = 0, refutations = 0, rejections = 0,
    due_at = null, error_code = null, error_detail = null, finished_at = case when state in ('failed', 'cancelled') then null else finished_at end,
    output = case when state in ('failed', 'cancelled') then null else output end
  where run_id = p_run.id and error_code is distinct from 'rejected_by_person' and error_code is distinct from 'agent_locked';
  perform engine.advance_runs(array[p_run.id]);
  perform engine.tell_runs(array[p_run.id]);
end
$$;
comment on function engine.resume_run(public.chain_runs) is 'Sets a failed or cancelled run going again where it stopped. The caller holds its lock.';

create function public.retry_run(p_tenant_id uuid, p_run_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_was_idle boolean := not engine.has_queued_work();
  v_run public.chain_runs;
begin
  perform engine.require_tenant(p_tenant_id, 'create_tasks');
  select * into v_run from public.chain_runs where id = p_run_id and tenant_id = p_tenant_id for no key update;
  if v_run.id is null then perform engine.fail('NX404', 'run_unknown'); end if;
  if v_run.state not in ('failed', 'cancelled') or v_run.error_code = 'rejected_by_person' then
    perform engine.fail('NX409', 'run_not_retryable', jsonb_build_object('state', v_run.state, 'code', v_run.error_code));
  end if;

  -- a run that was a step of another goes on with that other
  if v_run.parent_step_id is not null then
    perform public.retry_run(p_tenant_id, (select s.run_id from public.chain_steps s where s.id = v_run.parent_step_id));
    return;
  end if;
  perform engine.resume_run(v_run);
  perform engine.record_event(p_tenant_id, 'run.resumed', '{}', 'person', auth.uid()::text, p_run_id, null, v_run.trace_id);
  perform engine.kick_if_woken(v_was_idle);
end
$$;
comment on function public.retry_run(uuid, uuid) is
  'Resumes a failed or cancelled run where it stopped; finished steps are not done again. NX404 run_unknown, NX409 run_not_retryable {state, code} (still live, done, '
  'or rejected by a person), NX403 no_permission, NX409 tenant_mismatch.';
grant execute on function public.retry_run(uuid, uuid) to authenticated;
