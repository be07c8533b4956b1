-- Which tables tell edits by hand (033200): all that a person would touch to change what is decided, allowed, paid, published or proved. The others are records that the engine writes at
-- every step and the log tells as acts; supabase/tests/database/790_manual_edits.test.sql lists them, and fails for a new table that is in neither.
do $$
declare
  v_table regclass;
  v_hidden text;
  v_columns text;
begin
  -- hidden: words of persons and secrets; of columns: where the engine writes others at every beat, so that it does not pay for this
  for v_table, v_hidden, v_columns in
    values
      -- who may do what
      ('public.tenants'::regclass, '', ''), ('public.memberships', '', ''), ('public.invitations', 'email', ''), ('public.role_permissions', '', ''), ('public.platform_roles', '', ''), ('public.profiles', 'display_name', ''),
      ('public.autonomy_rules', '', ''), ('public.mandates', '', ''), ('public.consents', '', ''), ('public.client_links', 'name, token_hash', 'of tenant_id, run_id, may_edit, token_hash, expires_at, revoked_at'),
      ('public.channel_links', 'address, name', 'of user_id, address, tenant_id'), ('public.decision_tokens', 'token_hash', ''), ('public.registered_agents', '', 'of tenant_id, user_id, name, capabilities'),
      ('engine.blocked_people', '', ''), ('engine.moltguard_rules', '', ''), ('engine.person_keys', 'key', ''),
      -- what is paid
      ('public.plans', '', ''), ('public.budgets', '', ''), ('public.model_routes', '', ''), ('public.campaigns', '', ''),
      -- how agents work
      ('public.skills', '', ''), ('public.agents', '', ''), ('public.chains', '', ''), ('public.cron_jobs', '', ''), ('public.monitors', '', 'of every'), ('public.feast_days', '', ''), ('public.personas', '', ''),
      ('public.tenant_agents', 'memory', 'of is_on, is_wanted, soul, manual, memory'), ('public.agent_file_versions', 'body', ''), ('public.lessons', 'reason', ''), ('public.learned_lessons', '', ''),
      ('public.tenant_settings', '', ''), ('public.reach_settings', '', ''), ('public.brand_dna', '', ''), ('public.brand_dna_versions', '', ''), ('public.integrations', 'name', ''),
      -- what is decided, published and proved
      ('public.chain_runs', 'title, input', 'of tenant_id, chain, title, input, requested_by'), ('public.approvals', 'decision_reason, decided_client', ''), ('public.contents', '', ''), ('public.content_versions', '', ''),
      ('public.landing_pages', '', ''), ('public.leads', 'name, phone, email, message, author_ref, follow_ups', ''), ('public.subscribers', 'email, name, leave_token', ''),
      ('public.interactions', 'author_name, author_ref, body, reply', '')
  loop
    execute format(
      'create trigger edits_by_hand_are_told after insert or update %s or delete on %s for each row execute function engine.audit_manual_edit(%s)',
      v_columns, v_table, (select coalesce(string_agg(quote_literal(c), ', '), '') from regexp_split_to_table(v_hidden, ', ') c where c <> '')
    );
  end loop;
  -- a table that is emptied is told whatever it is; the log and its seals refuse
  for v_table in
    select c.oid from pg_catalog.pg_class c
    where c.relkind in ('r', 'p') and (c.relnamespace = 'public'::regnamespace and c.relname not in ('events', 'event_seals') or c.oid in ('engine.person_keys'::regclass, 'engine.moltguard_rules'::regclass))
    order by c.oid
  loop
    execute format('create trigger emptying_by_hand_is_told after truncate on %s for each statement execute function engine.audit_manual_edit()', v_table);
  end loop;
end
$$;
