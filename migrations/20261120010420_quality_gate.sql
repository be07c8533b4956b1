-- Quality Gate: what a verdict (refute, praise) and a score (0-100) mean for a run, what is kept of a step, and when a person is asked. Called when such a step is done.

create function engine.authors_before(p_step public.chain_steps) returns bigint[]
language sql stable
set search_path = ''
as $$
  with before as (
    select s.id, s.key, s.review_by, s.state from public.chain_steps s where s.id = any (engine.steps_before(p_step))
  )
  select coalesce(
    array_agg(id) filter (where review_by is not null and state = 'done'),
    array_agg(id) filter (where key = any (p_step.needs) and state = 'done'), '{}'
  )
  from before
$$;
comment on function engine.authors_before(public.chain_steps) is 'The reviewed steps that a gate stands on; its direct needs where none is reviewed.';

create function engine.reopen_steps(p_run_id uuid, p_author_ids bigint[], p_feedback jsonb, p_reason text) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_now timestamptz := engine.now();
  v_lane text := (select max(lane) from public.chain_steps where id = any (p_author_ids));
  v_later bigint[];
begin
  with recursive later as (
    select s.id, s.key, s.lane, s.item from public.chain_steps s where s.id = any (p_author_ids)
    union
    select s.id, s.key, s.lane, s.item
    from later l
    join public.chain_steps s on s.run_id = p_run_id and l.key = any (s.needs) and (l.lane is null or s.lane is distinct from l.lane or s.item = l.item)
    -- what the plan does not have, and lanes that have ended, stay as they are
    where s.state not in ('failed', 'cancelled') and s.error_code is distinct from 'agent_locked'
  )
  select array_agg(id) into v_later from later;

  perform engine.book_holds(array(select id from public.chain_steps where id = any (v_later) and state = 'working' order by id));
  update public.contents set status = 'rejected'
  where status = 'in_review' and id in (select content_id from public.approvals where step_id = any (v_later) and state = 'pending');
  update public.approvals set state = 'cancelled', decided_at = v_now where step_id = any (v_later) and state = 'pending';
  with trimmed as (
    -- a list that is made anew may be another: its lanes begin again
    delete from public.chain_steps where id = any (v_later) and item > 0 and lane is distinct from v_lane
  ),
  was as (
    select s.id, s.output, s.lane is not null and s.lane is distinct from v_lane as is_refanned from public.chain_steps s where s.id = any (v_later)
  ),
  reopened as (
    update public.chain_steps s
    set state = 'waiting', attempt = 0, output = null, score = null, verdict = null, started_at = null, finished_at = null, due_at = null,
      claim_token = null, lease_until = null, error_code = null, error_detail = null, opens_by_rule = s.opens_by_rule or was.is_refanned,
      round = s.round + 1, refutations = s.refutations + (p_reason = 'refuted')::int, rejections = s.rejections + (p_reason = 'score_too_low')::int,
      input = case when was.is_refanned then '{}' else coalesce(s.input, '{}') || jsonb_build_object('previous', was.output) end
        || case when s.id = any (p_author_ids) then p_feedback else '{}' end
    from was
    where s.id = was.id and not (was.is_refanned and s.item > 0)
    returning s.id, s.tenant_id, s.agent_key, s.key, s.round, was.output
  )
  insert into public.events (tenant_id, run_id, step_id, kind, actor_kind, actor, data, trace_id, created_at)
  select o.tenant_id, p_run_id, o.id, 'step.revising', 'agent', o.agent_key,
    p_feedback || jsonb_build_object('step', o.key, 'round', o.round, 'reason', p_reason, 'previous', o.output), r.trace_id, v_now
  from reopened o join public.chain_runs r on r.id = p_run_id
  where o.id = any (p_author_ids);
end
$$;
comment on function engine.reopen_steps(uuid, bigint[], jsonb, text) is
  'Gives steps back to their authors for another round with feedback {findings, reasons}; all that was built on them runs again (of their lane only their item), work '
  'under way on it is void. p_reason: refuted or score_too_low. The version sent back is kept in the event step.revising.';

create function engine.judge_step(p_step_id bigint) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_step public.chain_steps;
  v_authors bigint[];
  v_refuted smallint;
  v_rejected smallint;
  v_is_disputed boolean;
  v_reason jsonb;
begin
  -- done by this completion: one that another of its batch has sent back is not judged
  select * into v_step from public.chain_steps where id = p_step_id and state = 'done';
  if v_step.id is null then return; end if;

  if v_step.output ->> 'verdict' in ('refute', 'praise') then
    update public.chain_steps set verdict = v_step.output ->> 'verdict' where id = p_step_id;
    select array_agg(id), max(refutations) into v_authors, v_refuted
    from public.chain_steps
    where run_id = v_step.run_id and review_by = v_step.key and state = 'done' and (lane is distinct from v_step.lane or item = v_step.item);
    if v_step.output ->> 'verdict' = 'refute' and v_authors is not null then
      -- the second refutation goes to a person with both positions; until then the author revises
      if v_refuted = 0 then
        perform engine.reopen_steps(v_step.run_id, v_authors, jsonb_build_object('findings', v_step.output -> 'findings', 'reasons', '[]'::jsonb), 'refuted');
        return;
      end if;
      update public.chain_steps set refutations = refutations + 1 where id = any (v_authors);
    end if;
  end if;

  if jsonb_typeof(v_step.output -> 'score') = 'number' then
    update public.chain_steps set score = least(greatest((v_step.output ->> 'score')::numeric, 0), 100)::smallint where id = p_step_id
    returning score into v_step.score;
    v_authors := engine.authors_before(v_step);
    select max(rejections), max(refutations) > 1 into v_rejected, v_is_disputed from public.chain_steps where id = any (v_authors);
    if v_step.score < 60 and not v_is_disputed then
      if v_rejected < 3 then
        perform engine.reopen_steps(v_step.run_id, v_authors, jsonb_build_object('findings', '[]'::jsonb, 'reasons', v_step.output -> 'reasons'), 'score_too_low');
        return;
      end if;
      v_reason := jsonb_build_object('score', v_step.score, 'step', v_step.key, 'reasons', v_step.output -> 'reasons');
      perform engine.end_step(v_step, 'failed', 'quality_too_low', v_reason, 'quality_gate');
      return;
    end if;
  end if;

  if v_step.keep is not null and not engine.keep_step(v_step) then return; end if;
  if v_step.gate is null then return; end if;
  if engine.needs_approval(v_step) then
    perform engine.request_approval(p_step_id);
  else
    perform engine.pass_gate(v_step, null);
  end if;
end
$$;
comment on function engine.judge_step(bigint) is
  'After a step with a verdict, a score, a keeper or a gate is done: sends the author back (one refutation, three scores below 60), fails the run (in a lane: the '
  'lane) at the fourth low score, keeps what it made, or asks a person. A text disputed twice goes to the person whatever its score.';

create function engine.end_step(p_step public.chain_steps, p_state text, p_code text, p_detail jsonb, p_actor text) returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_step.lane is not null then
    perform engine.drop_lane(p_step, p_state, p_code, p_detail);
  else
    update public.chain_steps set state = p_state, error_code = p_code where id = p_step.id;
    perform engine.stop_run(p_step.run_id, p_state, p_code, p_detail, 'engine', p_actor);
  end if;
end
$$;
comment on function engine.end_step(public.chain_steps, text, text, jsonb, text) is 'A step ends without success: in a lane that lane does, else the run.';

create function engine.keep_step(p_step public.chain_steps) returns boolean
language plpgsql
set search_path = ''
as $$
begin
  execute format('select engine.%I($1)', 'keep_' || p_step.keep) using p_step;
  -- a keeper may have sent the step back to its author
  return exists (select from public.chain_steps s where s.id = p_step.id and s.state = 'done');
exception when others then
  if sqlstate like '40%' then raise; end if;
  perform engine.end_step(
    p_step, 'failed', engine.code_of(sqlstate, sqlerrm), jsonb_build_object('step', p_step.key, 'keeper', p_step.keep, 'error', sqlerrm), 'quality_gate'
  );
  return false;
end
$$;
comment on function engine.keep_step(public.chain_steps) is
  'Calls engine.keep_<name>(step) for a step with a keeper. False when the step goes no further: the keeper refused it (its NX400 code), broke (engine_step_failed), or '
  'sent it back. A broken keeper never takes the worker''s completion along.';

create function engine.code_of(p_sqlstate text, p_message text) returns text
language sql immutable
set search_path = ''
as $$ select case when p_sqlstate like 'NX%' then p_message else 'engine_step_failed' end $$;
comment on function engine.code_of(text, text) is 'Our own code of an error in a verb or a keeper of the engine; engine_step_failed for what is none of ours.';

create function engine.needs_approval(p_step public.chain_steps) returns boolean
language sql stable
set search_path = ''
as $$
  -- only a plain false spares the person: strict, so that what is missing is not false but unknown, and asked
  select coalesce(jsonb_path_match(engine.step_view(p_step), ('strict ' || (spec ->> 'approval_when'))::jsonpath, '{}', true), true)
  from public.chain_runs r cross join lateral engine.step_of_chain(r.chain, p_step.key) as spec
  where r.id = p_step.run_id
$$;
comment on function engine.needs_approval(public.chain_steps) is 'False when the gate''s approval_when is false; true when it is true, missing or cannot be told.';

create function engine.keep_brand_proposal(p_step public.chain_steps) returns void
language sql
set search_path = ''
as $$
  select engine.propose_brand_dna(p_step.tenant_id, p_step.output - 'say', coalesce(r.input ->> 'url', 'scan')) from public.chain_runs r where r.id = p_step.run_id
$$;
comment on function engine.keep_brand_proposal(public.chain_steps) is 'Keeper of brand_dna_extract: the output of build_dna becomes a proposal. NX400 when it is no Brand DNA.';
