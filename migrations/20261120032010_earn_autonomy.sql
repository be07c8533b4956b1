-- How a skill earns autonomy and loses it: counted at each decision (trigger of approvals), offered, given by the owner, taken back. Verbs: read_autonomy,
-- give_autonomy, take_autonomy, set_offer_after.

create function engine.tell_owners(p_tenant_id uuid, p_kind text, p_params jsonb) returns void
language sql
set search_path = ''
as $$
  select engine.notify(p_tenant_id, m.user_id, p_kind, p_params, '/settings/autonomy') from public.memberships m where m.tenant_id = p_tenant_id and m.role = 'owner'
$$;
comment on function engine.tell_owners(uuid, text, jsonb) is 'Rings each owner''s bell about autonomy, with the way to its screen.';

create function engine.offer_autonomy(p_approval public.approvals) returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_count integer := engine.clean_streak(p_approval.tenant_id, p_approval.skill_key);
  v_is_answer boolean := p_approval.skill_key = 'auto-reply-modes';
begin
  if v_count < engine.streak_needed(p_approval.tenant_id, p_approval.skill_key)
    or (v_is_answer and (engine.settings_of(p_approval.tenant_id)).reply_mode = 'full')
    or (not v_is_answer and not coalesce(engine.may_go_alone(p_approval), false)) then
    return false;
  end if;
  insert into public.autonomy_rules as u (tenant_id, skill_key, offered_at) values (p_approval.tenant_id, p_approval.skill_key, engine.now())
  on conflict (tenant_id, skill_key) do update set offered_at = excluded.offered_at
  where not u.is_on and (u.offered_at is null or u.offered_at <= engine.last_correction(u.tenant_id, u.skill_key));
  if not found then return false; end if;
  perform engine.record_event(p_approval.tenant_id, 'autonomy.offered', jsonb_build_object('skill', p_approval.skill_key, 'count', v_count), 'engine', 'autonomy');
  perform engine.tell_owners(p_approval.tenant_id, case when v_is_answer then 'reply_mode_offered' else 'autonomy_offered' end,
    jsonb_build_object('skill', p_approval.skill_key, 'count', v_count));
  return true;
end
$$;
comment on function engine.offer_autonomy(public.approvals) is
  'After enough unedited approvals in a row the owners are told, once a row, that the skill may be given autonomy (answers: that the reply mode may be raised). Nothing turns on by itself.';

create function engine.end_autonomy(p_tenant_id uuid, p_skill_key text, p_why text, p_approval_id uuid default null) returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_count integer;
begin
  update public.autonomy_rules set is_on = false, ended_at = engine.now(), ended_why = p_why where tenant_id = p_tenant_id and skill_key = p_skill_key and is_on;
  if not found then return false; end if;
  v_count := engine.stop_going_out(array(
    select a.id from public.approvals a where a.tenant_id = p_tenant_id and a.skill_key = p_skill_key and a.state = 'pending' and a.goes_out_at is not null
  ), 'taken_back');
  perform engine.record_event(p_tenant_id, 'autonomy.taken_back', jsonb_strip_nulls(jsonb_build_object('skill', p_skill_key, 'why', p_why, 'approval_id', p_approval_id,
    'waiting', v_count)));
  if p_why <> 'owner' then
    perform engine.tell_owners(p_tenant_id, 'autonomy_taken', jsonb_build_object('skill', p_skill_key, 'why', p_why, 'count', v_count));
  end if;
  perform engine.broadcast(p_tenant_id, 'autonomy', jsonb_build_object('id', p_tenant_id));
  return true;
end
$$;
comment on function engine.end_autonomy(uuid, text, text, uuid) is
  'Takes autonomy from a skill at once: what was announced waits for a person now, its owners are told. False when it had none.';

create function engine.weigh_decision() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.state = 'rejected' or new.decided_version > new.version then
    perform engine.end_autonomy(new.tenant_id, new.skill_key, case new.state when 'rejected' then 'rejected' else 'edited' end, new.id);
  elsif new.decided_channel <> 'auto' then
    perform engine.offer_autonomy(new);
  end if;
  return null;
end
$$;
comment on function engine.weigh_decision() is 'Trigger of approvals: a refusal or an edit ends the skill''s autonomy, an unedited approval may earn it.';
create trigger decisions_earn_and_end_autonomy after update of state on public.approvals
  for each row when (old.state = 'pending' and new.state in ('approved', 'rejected') and new.gate in ('publish', 'outreach') and new.skill_key is not null)
  execute function engine.weigh_decision();

create function public.read_autonomy(p_tenant_id uuid) returns jsonb
language plpgsql stable
security definer
set search_path = ''
as $$
begin
  perform engine.require_tenant(p_tenant_id, 'view_all_tasks');
  return (
    with known as (
      select distinct a.skill_key from public.approvals a join public.chain_runs r on r.id = a.run_id and not r.is_demo
      where a.tenant_id = p_tenant_id and a.skill_key is not null and a.gate in ('publish', 'outreach') and a.created_at > engine.now() - interval '180 days'
      union select u.skill_key from public.autonomy_rules u where u.tenant_id = p_tenant_id
    ),
    skills as (
      select k.skill_key, engine.clean_streak(p_tenant_id, k.skill_key) as streak, u,
        (select p.display_name from public.profiles p where p.user_id = u.given_by) as given_by_name,
        (select count(*) from public.approvals a where a.tenant_id = p_tenant_id and a.skill_key = k.skill_key and a.state = 'pending' and a.goes_out_at is not null) as going_out
      from known k left join public.autonomy_rules u on u.tenant_id = p_tenant_id and u.skill_key = k.skill_key
    )
    select jsonb_build_object(
      'offer_after', s.offer_after,
      'replies', jsonb_build_object('mode', s.reply_mode, 'streak', engine.clean_streak(p_tenant_id, 'auto-reply-modes'),
        'needed', engine.streak_needed(p_tenant_id, 'auto-reply-modes')),
      'skills', coalesce((
        select jsonb_agg(jsonb_build_object(
          'skill', k.skill_key, 'streak', k.streak, 'is_on', coalesce((k.u).is_on, false), 'window_minutes', coalesce((k.u).window_minutes, 30),
          'takes_house_model', coalesce((k.u).takes_house_model, false), 'given_by_name', k.given_by_name, 'given_at', (k.u).given_at,
          'ended_at', (k.u).ended_at, 'ended_why', (k.u).ended_why, 'going_out', k.going_out
        ) order by (k.u).is_on desc nulls last, k.streak desc, k.skill_key) from skills k where k.skill_key <> 'auto-reply-modes'
      ), '[]')
    )
    from public.tenant_settings s where s.tenant_id = p_tenant_id
  );
end
$$;
comment on function public.read_autonomy(uuid) is
  '{offer_after, replies {mode, streak, needed}, skills [{skill, streak (at most 100), is_on, window_minutes, takes_house_model, given_by_name, given_at, ended_at, ended_why, going_out}]}: what each skill of the '
  'last half year has earned and been given. Needs view_all_tasks.';

create function public.give_autonomy(p_tenant_id uuid, p_skill_key text, p_window_minutes integer default 30, p_takes_house_model boolean default false) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_rule public.autonomy_rules;
  v_streak integer := engine.clean_streak(p_tenant_id, p_skill_key);
begin
  perform engine.require_tenant(p_tenant_id, 'give_autonomy');
  perform engine.require_two_factor();
  if coalesce(p_window_minutes, 0) not between 5 and 1440 then perform engine.fail('NX400', 'autonomy_invalid', '{"field": "window"}'); end if;
  select * into v_rule from public.autonomy_rules where tenant_id = p_tenant_id and skill_key = p_skill_key for no key update;
  if not coalesce(v_rule.is_on, false) and (p_skill_key = 'auto-reply-modes' or v_streak < engine.streak_needed(p_tenant_id, p_skill_key)) then
    perform engine.fail('NX409', 'autonomy_not_earned', jsonb_build_object('count', v_streak, 'needed', engine.streak_needed(p_tenant_id, p_skill_key)));
  end if;
  insert into public.autonomy_rules as u (tenant_id, skill_key, is_on, window_minutes, takes_house_model, given_by, given_at)
  values (p_tenant_id, p_skill_key, true, p_window_minutes, coalesce(p_takes_house_model, false), auth.uid(), engine.now())
  on conflict (tenant_id, skill_key) do update set is_on = true, window_minutes = excluded.window_minutes, takes_house_model = excluded.takes_house_model,
    given_by = excluded.given_by, given_at = excluded.given_at, ended_at = null, ended_why = null
  returning * into v_rule;
  perform engine.record_event(p_tenant_id, 'autonomy.given', jsonb_build_object('skill', p_skill_key, 'window_minutes', v_rule.window_minutes,
    'takes_house_model', v_rule.takes_house_model, 'streak', v_streak));
  perform engine.broadcast(p_tenant_id, 'autonomy', jsonb_build_object('id', p_tenant_id));
  return jsonb_build_object('skill', p_skill_key, 'is_on', true, 'window_minutes', v_rule.window_minutes, 'takes_house_model', v_rule.takes_house_model);
end
$$;
comment on function public.give_autonomy(uuid, text, integer, boolean) is
  'The owner lets a skill''s approvals go out by themselves p_window_minutes (5 to 1440) after they were announced; again = other terms. NX409 autonomy_not_earned {count, needed}, NX400 autonomy_invalid {field}, '
  'NX403 no_permission (give_autonomy), needs_two_factor of who has one.';

create function public.take_autonomy(p_tenant_id uuid, p_skill_key text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform engine.require_tenant(p_tenant_id, 'edit_brand');
  return jsonb_build_object('taken', engine.end_autonomy(p_tenant_id, p_skill_key, 'owner'));
end
$$;
comment on function public.take_autonomy(uuid, text) is 'Ends a skill''s autonomy: {taken: false} when it had none. What was announced waits for a person. Needs edit_brand.';

create function public.set_offer_after(p_tenant_id uuid, p_count integer) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform engine.require_tenant(p_tenant_id, 'give_autonomy');
  if coalesce(p_count, 0) not between 5 and 100 then perform engine.fail('NX400', 'autonomy_invalid', '{"field": "count"}'); end if;
  update public.tenant_settings set offer_after = p_count, updated_at = engine.now() where tenant_id = p_tenant_id;
  perform engine.record_event(p_tenant_id, 'settings.updated', '{"fields": ["offer_after"]}');
  return jsonb_build_object('offer_after', p_count);
end
$$;
comment on function public.set_offer_after(uuid, integer) is 'After how many unedited approvals in a row (5 to 100) a skill may be given autonomy. NX400 autonomy_invalid {field}; needs give_autonomy.';
grant execute on function public.read_autonomy(uuid), public.give_autonomy(uuid, text, integer, boolean), public.take_autonomy(uuid, text),
  public.set_offer_after(uuid, integer) to authenticated;
