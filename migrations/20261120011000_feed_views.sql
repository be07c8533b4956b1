-- What the screens read about decisions and conversations: views approval_feed and run_dialogue. RLS of the tables decides (security_invoker).

create view public.approval_feed with (security_invoker = true) as
select
  a.id, a.tenant_id, a.run_id, a.content_id, a.gate, a.subject, r.chain_key, a.title, a.state, a.priority,
  array_position(array['critical', 'high', 'medium', 'low'], a.priority) as priority_rank,
  a.assignee_id, a.assigned_role, a.created_at,
  a.verdict, a.verdict ->> 'verdict' as verdict_kind, a.verdict ->> 'say' as verdict_say, a.verdict -> 'findings' -> 0 ->> 'reason' as verdict_reason,
  coalesce((a.verdict -> 'disputed')::boolean, false) as is_disputed, a.score,
  a.decided_by, a.decided_at, a.decided_channel, a.decided_version, a.decision_reason,
  coalesce((select p.display_name from public.profiles p where p.user_id = a.decided_by), a.decided_client) as decided_by_name,
  coalesce(c.version, a.version) as version, coalesce(c.content_hash, a.content_hash) as content_hash,
  -- what is no text (a budget, letters) is all in its subject: nothing of a text then
  c.platform, coalesce(c.language, r.language) as language, coalesce(c.body, '') as body, coalesce(c.headline, '') as headline, coalesce(c.hashtags, '{}') as hashtags,
  coalesce(c.call_to_action, '') as call_to_action, c.media, c.status as content_status, c.scheduled_at, c.published_at,
  coalesce(s.input -> 'item' ->> 'request', r.input ->> 'request') as requested_text, r.cost_micros, coalesce(r.is_demo, c.is_demo, false) as is_demo,
  (extract(epoch from a.created_at - r.started_at) * 1000)::integer as duration_ms,
  (select count(distinct s.agent_key)::integer from public.chain_steps s where s.run_id = a.run_id) as agent_count,
  a.used_house_model,
  case when a.state = 'pending' and coalesce(c.version, a.version) = a.version then a.goes_out_at end as goes_out_at
from public.approvals a
-- an external sees what is assigned to them, not the run behind it
left join public.chain_runs r on r.id = a.run_id
left join public.chain_steps s on s.id = a.step_id
left join public.contents c on c.id = a.content_id;

comment on view public.approval_feed is
  'Approvals with what they are about. Order: state pending, priority_rank, created_at. version and content_hash are the live ones that decide_approval wants back. '
  'goes_out_at = nobody is asked: it goes out then unless it is stopped. subject = what it is about where that is no content. For an external: what is assigned to them, with chain_key, requested_text, cost_micros and duration_ms null and agent_count 0.';

create view public.activity with (security_invoker = true) as
select e.id, e.tenant_id, e.run_id, e.kind, e.actor_kind, e.actor,
  case when e.personal_of is null then e.data else e.data || coalesce(public.words_of(e.id, e.created_at), '{}') end as data, e.created_at
from public.events e;

comment on view public.activity is 'The events with the words of people in their data; {is_erased: true} in place of the words of somebody who was erased.';

create view public.run_dialogue with (security_invoker = true) as
select
  e.id, e.run_id, e.tenant_id, e.kind,
  case when e.actor_kind = 'agent' then e.actor end as agent_key,
  e.data ->> 'to' as to_agent_key, e.data ->> 'step' as step_key, e.data ->> 'say' as say, e.data, e.created_at
from public.activity e
where e.run_id is not null;

comment on view public.run_dialogue is
  'The thinking loop of a run, oldest first by id: run.started, step.started, step.said, step.refuted, step.praised, step.revising, step.scored, step.retried, '
  'step.deferred, step.failed, approval.requested, approval.decided, content.published, content.scheduled, run.resumed, run.done, run.failed, run.cancelled.';

revoke all on public.approval_feed, public.activity, public.run_dialogue from anon, authenticated;
grant select on public.approval_feed, public.activity, public.run_dialogue to authenticated;
