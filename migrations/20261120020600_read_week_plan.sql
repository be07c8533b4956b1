-- The week plan as the screen shows it: priorities, budget, tests and the 35 pieces with what there is to decide. Called by the app.

create function public.read_week_plan(p_tenant_id uuid, p_run_id uuid default null) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_run public.chain_runs;
  v_plan jsonb;
begin
  perform engine.require_tenant(p_tenant_id, 'view_all_tasks');
  select r.* into v_run from public.chain_runs r
  where r.tenant_id = p_tenant_id and r.chain_key = 'weekly_content_plan' and (p_run_id is null or r.id = p_run_id)
  order by r.created_at desc limit 1;
  if v_run.id is null then return null; end if;
  select s.output into v_plan from public.chain_steps s where s.run_id = v_run.id and s.key = 'write_week_plan' and s.output is not null;

  return (
    with asked as (
      select (s.input -> 'item' ->> 'piece')::integer as piece, a.id, a.state, a.score, a.verdict, c.id as content_id, c.body, c.headline, c.media, c.scheduled_at,
        c.status, coalesce(c.version, a.version) as version, coalesce(c.content_hash, a.content_hash) as content_hash,
        row_number() over (partition by s.input -> 'item' ->> 'piece' order by a.created_at desc) as newest
      from public.approvals a
      join public.chain_steps s on s.id = a.step_id
      left join public.contents c on c.id = a.content_id
      where a.run_id = v_run.id
    ),
    pieces as (
      select p, a.* from jsonb_array_elements(coalesce(v_plan -> 'pieces', '[]')) p
      left join asked a on a.piece = (p ->> 'piece')::integer and a.newest = 1
    )
    select jsonb_build_object(
      'run', jsonb_build_object('id', v_run.id, 'state', v_run.state, 'created_at', v_run.created_at, 'cost_micros', v_run.cost_micros),
      'week_start', v_plan -> 'week_start', 'priorities', coalesce(v_plan -> 'priorities', '[]'), 'budget_split', v_plan -> 'budget',
      'ab_tests', coalesce(v_plan -> 'ab_decisions', '[]'), 'lessons_used', coalesce(v_plan -> 'lessons_used', '[]'),
      'pieces', coalesce(jsonb_agg(jsonb_build_object(
        'piece', p -> 'piece', 'day', p -> 'day', 'time', p -> 'time', 'platform', p -> 'platform', 'format', p -> 'format', 'priority', p -> 'priority',
        'request', p -> 'request', 'test', p -> 'test', 'content_id', content_id, 'approval_id', id, 'approval_state', state, 'body', body, 'headline', headline,
        'media', media, 'score', score, 'verdict', verdict, 'version', version, 'content_hash', content_hash, 'scheduled_at', scheduled_at,
        'content_status', status
      ) order by (p ->> 'piece')::integer), '[]'),
      'waiting', count(*) filter (where state = 'pending'), 'decided', count(*) filter (where state in ('approved', 'rejected'))
    )
    from pieces
  );
end
$$;
comment on function public.read_week_plan(uuid, uuid) is
  'The newest week plan, or that of p_run_id: {run {id, state, created_at, cost_micros}, week_start, priorities[5], budget_split, ab_tests, lessons_used, pieces [{piece, day, '
  'time, platform, format, priority, request, test, content_id, approval_id, approval_state, body, headline, media, score, verdict, version, content_hash, scheduled_at, '
  'content_status}] (null where it is not written yet), waiting, decided}; null when there is none. NX403 no_permission, NX409 tenant_mismatch.';
grant execute on function public.read_week_plan(uuid, uuid) to authenticated;
