-- Owns approvals: what a person has to decide. Rows are made by the gate of a run (engine.request_approval, next file) and decided by decide_approval.

create table public.approvals (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  run_id uuid not null references public.chain_runs (id) on delete cascade,
  step_id bigint not null references public.chain_steps (id) on delete cascade,
  content_id uuid references public.contents (id),
  skill_key text,
  gate text not null,
  subject jsonb,
  title text not null,
  state text not null default 'pending',
  priority text not null,
  version integer not null default 1,
  content_hash text not null,
  assignee_id uuid references auth.users (id) on delete set null,
  assigned_role text not null,
  verdict jsonb,
  score smallint,
  used_house_model boolean not null default false,
  goes_out_at timestamptz,
  decided_by uuid references auth.users (id) on delete set null,
  decided_at timestamptz,
  decided_channel text,
  decided_version integer,
  decision_reason text,
  decision_key uuid,
  decided_link_id uuid,
  decided_client text,
  created_at timestamptz not null default engine.now(),
  constraint approval_gate_is_known check (gate in ('publish', 'outreach', 'money', 'settings')),
  constraint approval_state_is_known check (state in ('pending', 'approved', 'rejected', 'cancelled')),
  constraint approval_role_is_known check (assigned_role in ('owner', 'admin', 'staff')),
  constraint approval_channel_is_known check (decided_channel in ('app', 'push', 'whatsapp', 'telegram', 'email', 'api', 'client_link', 'auto')),
  constraint money_and_settings_are_asked check (goes_out_at is null or gate in ('publish', 'outreach')),
  constraint decision_has_one_maker check (
    num_nonnulls(decided_by, decided_link_id) <= 1 and (coalesce(decided_channel, '') = 'client_link') = (decided_link_id is not null)
    and (decided_channel is distinct from 'auto' or decided_by is null)
  ),
  constraint decision_names_version_and_time check (
    (state = 'pending') = (decided_at is null) and (state not in ('approved', 'rejected') or (decided_version is not null and decided_channel is not null))
  )
);

create index approvals_of_a_tenant on public.approvals (tenant_id, created_at desc);
create index approvals_pending on public.approvals (tenant_id, created_at) where state = 'pending';
create unique index one_open_approval_a_step on public.approvals (step_id) where state = 'pending';
create index approvals_going_out on public.approvals (goes_out_at) where state = 'pending' and goes_out_at is not null;
create index approvals_by_skill on public.approvals (tenant_id, skill_key, decided_at desc) where state in ('approved', 'rejected');
create index approvals_of_a_run on public.approvals (run_id);
create index approvals_of_a_content on public.approvals (content_id) where content_id is not null;
create index approvals_of_an_assignee on public.approvals (assignee_id) where assignee_id is not null;
create index approvals_decided_by on public.approvals (decided_by) where decided_by is not null;

comment on table public.approvals is
  'One thing to decide. subject = what it is about where that is no content: the output of its step (a budget, a campaign), and the text that the step looked at. version and content_hash = what was there when it was asked (contents hold what is there now); verdict = {verdict, say, findings, '
  'reviewer, disputed, positions}; decided_version = what the person saw; decision_key = the client''s key, so that sending twice decides once; '
  'used_house_model = the house model had a part in it, which is told wherever it shows; skill_key = who made it (earned autonomy counts by it); goes_out_at = while pending: nobody is asked, it goes '
  'out then unless somebody stops it; decided_link_id, decided_client = the outside client who decided, and what their link was called then; channel auto = earned autonomy did.';

alter table public.approvals enable row level security;
create policy "insiders see their tenant's approvals, anyone what is assigned to them" on public.approvals for select to authenticated
  using (tenant_id = (select public.current_tenant()) and ((select public.has_permission('view_all_tasks')) or assignee_id = (select auth.uid())));
revoke all on public.approvals from anon, authenticated;
grant select on public.approvals to authenticated;
