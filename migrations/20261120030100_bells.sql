-- What rings beyond the bell in the app: which notification goes out under which topic, to whom, and where these people can be reached. Read by offer_deliveries (next file).

create table engine.bells (
  kind text primary key,
  topic text not null,
  delivery_kind text not null,
  is_urgent boolean not null default false
);
comment on table engine.bells is
  'A kind of notification that also rings on phones: topic = what a person may switch off (approvals, results, leads, alerts, autonomy), delivery_kind = what the channels have words for, is_urgent = '
  'quiet hours and storms do not hold it back. A kind that is not here stays under the bell.';

insert into engine.bells (kind, topic, delivery_kind, is_urgent) values
  ('approval_requested', 'approvals', 'approval', false),
  ('approvals_requested', 'approvals', 'digest', false),
  ('content_published', 'results', 'result', false),
  ('page_published', 'results', 'result', false),
  ('brand_dna_proposed', 'results', 'result', false),
  ('insight', 'results', 'result', false),
  ('lead_received', 'leads', 'lead', false),
  ('subscriber_joined', 'leads', 'lead', false),
  ('run_failed', 'alerts', 'alert', false),
  ('not_delivered', 'alerts', 'alert', false),
  ('cost_hold', 'alerts', 'alert', false),
  ('integration_expiring', 'alerts', 'alert', false),
  ('reply_mode_lowered', 'alerts', 'alert', false),
  ('trial_ended', 'alerts', 'alert', false),
  ('going_out', 'autonomy', 'going_out', false),
  ('autonomy_offered', 'autonomy', 'result', false),
  ('reply_mode_offered', 'autonomy', 'result', false),
  ('autonomy_taken', 'autonomy', 'alert', false),
  ('client_decided', 'results', 'result', false),
  ('reputation_alert', 'alerts', 'alert', true);

create function engine.people_to_ring(p_notification public.notifications) returns setof uuid
language plpgsql stable
set search_path = ''
as $$
declare
  v_params jsonb := p_notification.params;
begin
  if v_params ? 'approval_id' then
    return query select d from public.approvals a, engine.deciders_of(a) d
      where a.id = (v_params ->> 'approval_id')::uuid and a.tenant_id = p_notification.tenant_id;
  elsif p_notification.kind = 'approvals_requested' then
    return query select distinct d from public.approvals a, engine.deciders_of(a) d
      where a.run_id = (v_params ->> 'run_id')::uuid and a.tenant_id = p_notification.tenant_id and a.state = 'pending';
  else
    return query select m.user_id from public.memberships m
      where m.tenant_id = p_notification.tenant_id and case
        when p_notification.user_id is not null then m.user_id = p_notification.user_id
        else m.role in (select p.role from public.role_permissions p where p.permission = 'view_all_tasks')
      end
      -- nobody is rung for what they have just done themselves
      and m.user_id is distinct from auth.uid();
  end if;
end
$$;
comment on function engine.people_to_ring(public.notifications) is
  'Members whom a notification concerns: of an approval those who may decide it, else the one it is for, else every insider but the one whose act it tells of.';

create function engine.is_wanted(p_user_id uuid, p_tenant_id uuid, p_topic text, p_channel text) returns boolean
language sql stable
set search_path = ''
as $$
  select not exists (
    select from public.reach_settings r where r.user_id = p_user_id and r.tenant_id = p_tenant_id and p_topic || ':' || p_channel = any (r.is_off)
  )
$$;
comment on function engine.is_wanted(uuid, uuid, text, text) is 'False when this person switched this topic off on this channel for this tenant.';

create function engine.places_of(p_user_id uuid) returns table (channel text, target_id uuid)
language sql stable
set search_path = ''
as $$
  select 'push', s.id from public.push_subscriptions s where s.user_id = p_user_id
  union all
  select l.channel, l.id from public.channel_links l where l.user_id = p_user_id
$$;
comment on function engine.places_of(uuid) is 'Devices and chats of a person; email is no place but the last resort.';

create function engine.quiet_until(p_user_id uuid, p_tenant_id uuid, p_at timestamptz) returns timestamptz
language sql stable
set search_path = ''
as $$
  select coalesce((
    select case
      when r.quiet_from < r.quiet_to and l.clock >= r.quiet_from and l.clock < r.quiet_to then (l.day + r.quiet_to) at time zone t.timezone
      when r.quiet_from > r.quiet_to and l.clock >= r.quiet_from then (l.day + 1 + r.quiet_to) at time zone t.timezone
      when r.quiet_from > r.quiet_to and l.clock < r.quiet_to then (l.day + r.quiet_to) at time zone t.timezone
    end
    from public.reach_settings r
    join public.tenants t on t.id = r.tenant_id
    cross join lateral (select (p_at at time zone t.timezone)::date as day, (p_at at time zone t.timezone)::time as clock) as l
    where r.user_id = p_user_id and r.tenant_id = p_tenant_id
  ), p_at)
$$;
comment on function engine.quiet_until(uuid, uuid, timestamptz) is
  'When a person may be rung next: p_at itself, or the end of their quiet hours, which are read on the tenant''s clock and may go over midnight.';
