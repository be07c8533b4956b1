-- Context Builder: all that a step needs to know, in one call: card, inputs, agent, Brand DNA, earlier outputs, history, patterns, lessons.

create function engine.build_context(p_step public.chain_steps, p_embedding extensions.vector(384) default null) returns jsonb
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
begin
  return (
    select jsonb_build_object(
      'step', jsonb_build_object(
        'id', p_step.id, 'key', p_step.key, 'item', p_step.item, 'round', p_step.round, 'attempt', p_step.attempt,
        'refutations', p_step.refutations, 'rejections', p_step.rejections
      ),
      'run', jsonb_build_object('id', r.id, 'tenant_id', r.tenant_id, 'chain_key', r.chain_key, 'language', r.language, 'input', told.outputs -> 'input', 'trace_id', r.trace_id),
      'agent', (
        -- the tenant's own words in place of the built-in ones, and what the agent is sure enough of
        select jsonb_build_object(
          'key', a.key, 'name', a.name, 'soul', coalesce(x.soul, a.soul), 'manual', coalesce(x.manual, a.manual),
          'memory', jsonb_path_query_array(coalesce(x.memory, '[]'), '$[*] ? (@.confidence > 0.7).fact'), 'mentions', engine.mentions_of(p_step)
        )
        from public.agents a
        left join public.tenant_agents x on x.tenant_id = p_step.tenant_id and x.agent_key = a.key
        where a.key = p_step.agent_key and a.is_active and (a.tenant_id is null or a.tenant_id = p_step.tenant_id)
        order by a.tenant_id nulls last limit 1
      ),
      'skill', (
        select jsonb_build_object(
          'key', s.key, 'kind', s.kind, 'description', s.description, 'prompts', s.prompts, 'tools', s.tools, 'input_schema', s.input_schema,
          'output_schema', s.output_schema, 'max_output_tokens', s.max_output_tokens, 'cache_hours', s.cache_hours, 'account', s.account, 'account_owner', s.account_owner,
          'hosts', s.hosts, 'request', s.request, 'is_private', s.is_private
        )
        from public.skills s where s.key = p_step.skill_key and s.is_active and (s.tenant_id is null or s.tenant_id = p_step.tenant_id)
        order by s.tenant_id nulls last limit 1
      ),
      'input', engine.step_input(p_step),
      'account', engine.account_of(p_step),
      'brand', engine.brand_for(r),
      'outputs', told.outputs,
      'item', p_step.input -> 'item',
      'previous', p_step.input -> 'previous',
      'findings', coalesce(p_step.input -> 'findings', '[]'),
      'reasons', coalesce(p_step.input -> 'reasons', '[]'),
      'recent', (
        select coalesce(jsonb_agg(jsonb_build_object('body', c.body, 'platform', c.platform, 'status', c.status)), '[]')
        from (
          select body, platform, status from public.contents
          where tenant_id = p_step.tenant_id order by created_at desc limit 10
        ) as c
      ),
      'patterns', (
        select coalesce(jsonb_agg(jsonb_build_object('body', m.body, 'confidence', m.confidence)), '[]')
        from (
          select body, confidence from public.patterns
          where tenant_id = p_step.tenant_id
          order by embedding operator(extensions.<=>) p_embedding, confidence desc limit 5
        ) as m
      ),
      'lessons', (
        select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'before', l.before, 'after', l.after, 'reason', l.reason)), '[]')
        from (
          select kind, before, after, reason from public.lessons
          where tenant_id = p_step.tenant_id order by created_at desc limit 5
        ) as l
      )
    )
    from public.chain_runs r cross join (select engine.told_outputs(p_step) as outputs) as told
    where r.id = p_step.run_id
  );
end
$$;
comment on function engine.build_context(public.chain_steps, extensions.vector) is
  'jsonb {step, run, agent, skill, input (engine.step_input), account {status, name} | null, brand, outputs (engine.told_outputs), item, previous, '
  'findings, reasons, recent[10], patterns[5], lessons[5]}; agent or skill is null when it is unknown or switched off. Patterns: exact cosine search inside the tenant by p_embedding, by confidence without one. Tenant rows only.';
