-- Earned autonomy: what a skill makes goes out by itself after a veto window, once its owner has given it that, and a first correction takes it back.
-- Only gates publish and outreach. Called by request_approval, by decisions (trigger) and by the clock.

create table public.autonomy_rules (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  skill_key text not null,
  is_on boolean not null default false,
  window_minutes smallint not null default 30 constraint veto_window_is_sane check (window_minutes between 5 and 1440),
  takes_house_model boolean not null default false,
  given_by uuid references auth.users (id) on delete set null,
  given_at timestamptz,
  offered_at timestamptz,
  ended_at timestamptz,
  ended_why text constraint end_is_known check (ended_why in ('rejected', 'edited', 'owner')),
  primary key (tenant_id, skill_key),
  constraint rule_was_given check (not is_on or given_at is not null)
);
comment on table public.autonomy_rules is
  'What the app offered and the owner gave, by skill: is_on = its approvals are announced and go out window_minutes later unless somebody stops them; takes_house_model = drafts of the house model too; ended_why = a '
  'rejection, an edit, or the owner took it back.';
create index autonomy_rules_of_a_person on public.autonomy_rules (given_by) where given_by is not null;
alter table public.autonomy_rules enable row level security;
create policy "insiders read what was given to which skill" on public.autonomy_rules for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));
grant select on public.autonomy_rules to authenticated;

create function engine.last_correction(p_tenant_id uuid, p_skill_key text) returns timestamptz
language sql stable
set search_path = ''
as $$
  select coalesce(greatest(
    (select max(a.decided_at) from public.approvals a
     where a.tenant_id = p_tenant_id and a.skill_key = p_skill_key and (a.state = 'rejected' or (a.state = 'approved' and a.decided_version > a.version))),
    case p_skill_key when 'auto-reply-modes' then (engine.settings_of(p_tenant_id)).reply_mode_since end
  ), '-infinity')
$$;
comment on function engine.last_correction(uuid, text) is
  'When a person last refused or changed what the skill made (for answers also: when the reply mode was set); -infinity = never.';

create function engine.clean_streak(p_tenant_id uuid, p_skill_key text) returns integer
language sql stable
set search_path = ''
as $$
  select count(*)::integer from (
    select from public.approvals a join public.chain_runs r on r.id = a.run_id and not r.is_demo
    where a.tenant_id = p_tenant_id and a.skill_key = p_skill_key and a.state = 'approved' and a.decided_channel <> 'auto'
      and a.decided_at > engine.last_correction(p_tenant_id, p_skill_key)
    limit 100
  ) as clean
$$;
comment on function engine.clean_streak(uuid, text) is 'Approvals in a row that people gave without changing a word, at most 100; what went out by itself is not counted.';

create function engine.streak_needed(p_tenant_id uuid, p_skill_key text) returns integer
language sql stable
set search_path = ''
as $$ select case p_skill_key when 'auto-reply-modes' then 30 else (engine.settings_of(p_tenant_id)).offer_after end $$;
comment on function engine.streak_needed(uuid, text) is 'After how many unedited approvals in a row autonomy is offered: the owner''s number; for answers the thirty of their card.';

create function engine.may_go_alone(p_approval public.approvals) returns boolean
language sql stable
set search_path = ''
as $$
  select p_approval.gate in ('publish', 'outreach') and p_approval.score >= 75
    and not coalesce((p_approval.verdict -> 'disputed')::boolean, false)
    and r.chain_key <> 'crisis_response' and not r.is_demo and c.kind <> 'reply' and c.version = p_approval.version
    -- what came back from a person is shown to one again
    and not exists (select from public.approvals b where b.step_id = p_approval.step_id and b.id <> p_approval.id)
  from public.chain_runs r join public.contents c on c.id = p_approval.content_id
  where r.id = p_approval.run_id
$$;
comment on function engine.may_go_alone(public.approvals) is
  'Is this the kind of thing that may ever go out unasked: going public or to outsiders, a score of 75 or more (none is none), not disputed, no crisis, no demo, the version that was shown and the first of '
  'its step. Answers follow the reply mode instead. null where there is no content.';

create function engine.is_trusted(p_approval public.approvals) returns boolean
language sql stable
set search_path = ''
as $$
  select coalesce(engine.may_go_alone(p_approval), false) and exists (
    select from public.autonomy_rules u join public.tenants t on t.id = u.tenant_id and t.status = 'active'
    where u.tenant_id = p_approval.tenant_id and u.skill_key = p_approval.skill_key and u.is_on and (u.takes_house_model or not p_approval.used_house_model)
  ) and not exists (select from public.insights i where i.tenant_id = p_approval.tenant_id and i.detector = 'crisis' and i.state = 'open')
$$;
comment on function engine.is_trusted(public.approvals) is 'True when it may go out unasked at this moment: its skill has autonomy, the tenant works and no crisis is open.';

create function engine.rule_of(p_approval public.approvals) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('rule', jsonb_build_object('skill', u.skill_key, 'given_by', u.given_by, 'given_at', u.given_at, 'window_minutes', u.window_minutes))
  from public.autonomy_rules u where u.tenant_id = p_approval.tenant_id and u.skill_key = p_approval.skill_key
$$;
comment on function engine.rule_of(public.approvals) is 'For the log: {rule {skill, given_by, given_at, window_minutes}} by which it goes out unasked.';

create function engine.announce(p_approval public.approvals) returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_rule public.autonomy_rules;
  v_at timestamptz;
begin
  if p_approval.gate not in ('publish', 'outreach') then return false; end if;
  -- held, so that a correction elsewhere that takes the autonomy back sees this one too
  select * into v_rule from public.autonomy_rules u
  where u.tenant_id = p_approval.tenant_id and u.skill_key = p_approval.skill_key and u.is_on for share;
  if v_rule.skill_key is null or not engine.is_trusted(p_approval) then return false; end if;
  -- the window begins when who gave the autonomy may be rung, and is longer by what the fourth message of ten minutes is held back
  v_at := engine.quiet_until(v_rule.given_by, p_approval.tenant_id, engine.now()) + make_interval(mins => v_rule.window_minutes + case when 3 <= (
    select count(*) from public.approvals a where a.tenant_id = p_approval.tenant_id and a.goes_out_at is not null and a.created_at > engine.now() - interval '10 minutes'
  ) then 10 else 0 end);
  update public.approvals set goes_out_at = v_at where id = p_approval.id;
  perform engine.record_event(p_approval.tenant_id, 'approval.announced', engine.rule_of(p_approval) || jsonb_build_object('approval_id', p_approval.id,
    'version', p_approval.version, 'content_hash', p_approval.content_hash, 'goes_out_at', v_at), 'engine', 'autonomy', p_approval.run_id, p_approval.step_id);
  perform engine.notify(p_approval.tenant_id, p_approval.assignee_id, 'going_out',
    jsonb_build_object('approval_id', p_approval.id, 'title', p_approval.title, 'at', v_at), '/decide/' || p_approval.id);
  return true;
end
$$;
comment on function engine.announce(public.approvals) is
  'A new approval of a skill with autonomy: nobody is asked, those who may decide are told when it goes out and can stop it. False = it is an ordinary one.';

create function engine.stop_going_out(p_ids uuid[], p_why text) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_approval public.approvals;
  v_count integer := 0;
begin
  for v_approval in
    -- one that is being decided at this moment needs no stopping
    select * from public.approvals where id = any (p_ids) and state = 'pending' and goes_out_at is not null order by id for no key update skip locked
  loop
    update public.approvals set goes_out_at = null where id = v_approval.id;
    perform engine.record_event(v_approval.tenant_id, 'approval.stopped', jsonb_build_object('approval_id', v_approval.id, 'why', p_why),
      case when p_why <> 'stopped' then 'engine' end, case when p_why <> 'stopped' then 'autonomy' end, v_approval.run_id, v_approval.step_id);
    perform engine.broadcast(v_approval.tenant_id, 'approval', jsonb_build_object('id', v_approval.id, 'run_id', v_approval.run_id));
    if p_why = 'not_trusted' then
      perform engine.notify(v_approval.tenant_id, v_approval.assignee_id, 'approval_requested',
        jsonb_build_object('approval_id', v_approval.id, 'title', v_approval.title), '/decide/' || v_approval.id);
    end if;
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;
comment on function engine.stop_going_out(uuid[], text) is
  'What was announced becomes an ordinary pending approval. p_why: stopped (a person did), taken_back (its skill lost the autonomy), not_trusted (something has changed: its members are asked now).';

create function engine.approve_due() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_due record;
  v_count integer := 0;
begin
  for v_due in
    select a.id, a.tenant_id, a.run_id, a.version, a.content_hash from public.approvals a
    where a.state = 'pending' and a.goes_out_at <= engine.now() order by a.goes_out_at limit 50
  loop
    perform from public.chain_runs r where r.id = v_due.run_id for no key update skip locked;
    continue when not found;
    begin
      if engine.decide_by(v_due.tenant_id, jsonb_build_object('approval_id', v_due.id, 'decision', 'approve', 'version', v_due.version,
        'content_hash', v_due.content_hash, 'channel', 'auto', 'client_key', gen_random_uuid()), 'engine') ->> 'outcome' in ('forbidden', 'stale')
      then
        perform engine.stop_going_out(array[v_due.id], 'not_trusted');
      end if;
    exception when others then
      if sqlstate like '40%' then raise; end if;
      -- what cannot go out by itself is a person's; the others go on
      perform engine.stop_going_out(array[v_due.id], 'not_trusted');
      perform engine.raise_alert(v_due.tenant_id, 'warning', 'autonomy_failed', jsonb_build_object('approval_id', v_due.id, 'error', sqlerrm));
    end;
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;
comment on function engine.approve_due() is
  'Part of the tick: what was announced and not stopped is approved by the engine (channel auto, actor autonomy) if it may still go out; else a person is asked. Returns how many it looked at.';
