-- Owns chain_runs and chain_steps: one row per run, one row per step (per item where a step fans out).
-- Written by the engine only; read by members. The queues hold step ids, the truth is here.

create table public.chain_runs (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  chain_key text not null,
  chain jsonb not null,
  title text not null,
  priority text not null default 'high',
  state text not null default 'running',
  input jsonb not null default '{}',
  language text not null default 'fr',
  requested_by uuid,
  about_id uuid,
  client_key uuid,
  trigger text not null default 'engine',
  cron_key text,
  due_at timestamptz,
  parent_step_id bigint,
  plan_key text,
  trace_id uuid not null default gen_random_uuid(),
  cost_micros bigint not null default 0,
  error_code text,
  error_detail jsonb,
  is_demo boolean not null default false,
  created_at timestamptz not null default engine.now(),
  started_at timestamptz,
  finished_at timestamptz,
  constraint run_priority_is_known check (priority in ('critical', 'high', 'medium', 'low')),
  constraint run_trigger_is_known check (trigger in ('user', 'clock', 'webhook', 'detector', 'agent', 'engine')),
  constraint run_state_is_known check (state in ('running', 'awaiting_approval', 'done', 'failed', 'cancelled')),
  constraint failed_run_says_why check (state <> 'failed' or error_code is not null),
  constraint finished_run_has_its_time check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null)),
  constraint run_cost_is_not_negative check (cost_micros >= 0),
  constraint run_is_asked_once unique (tenant_id, client_key)
)
with (fillfactor = 80);

create index chain_runs_by_tenant on public.chain_runs (tenant_id, created_at desc);
create index chain_runs_of_a_step on public.chain_runs (parent_step_id) where parent_step_id is not null;
create unique index job_runs_once_at_its_time on public.chain_runs (tenant_id, cron_key, due_at) where cron_key is not null;

comment on table public.chain_runs is
  'One run of a chain. `chain` is the chain as it was when the run started; `trace_id` goes from the tap through every step, model call and effect.';
comment on column public.chain_runs.trigger is 'who asked: user, clock (with cron_key and the time due_at that it was meant for), webhook, detector, agent, engine';
comment on column public.chain_runs.about_id is 'the stranger it is about (lead, interaction or subscriber): what agents say of them goes into the log in words that can be erased';
comment on column public.chain_runs.plan_key is 'the tenant''s plan when it started: a run ends with the models and the money it began with';
comment on column public.chain_runs.parent_step_id is 'step (skill chain:<key>) of the run that waits for this one';

create table public.chain_steps (
  id bigint generated always as identity primary key,
  run_id uuid not null references public.chain_runs (id) on delete cascade,
  tenant_id uuid not null,
  claim_token uuid,
  lease_until timestamptz,
  due_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  reserved_micros bigint not null default 0,
  cost_micros bigint not null default 0,
  duration_ms integer,
  reserved_on date,
  position smallint not null,
  place smallint not null default 1,
  item smallint not null default 0,
  round smallint not null default 1,
  attempt smallint not null default 0,
  refutations smallint not null default 0,
  rejections smallint not null default 0,
  score smallint,
  key text not null,
  agent_key text not null,
  skill_key text not null,
  priority text not null,
  state text not null default 'waiting',
  gate text,
  review_by text,
  keep text,
  runner text not null default 'worker',
  capability text,
  lane text,
  opens_by_rule boolean not null default false,
  opens_when jsonpath,
  verdict text,
  worker text,
  model_tier text,
  provider text,
  model text,
  error_code text,
  needs text[] not null default '{}',
  input jsonb,
  output jsonb,
  error_detail jsonb,
  constraint step_stands_once_in_its_run unique (run_id, position, item),
  constraint step_state_is_known check (
    state in ('waiting', 'ready', 'queued', 'working', 'awaiting_approval', 'done', 'skipped', 'failed', 'cancelled')
  ),
  constraint step_priority_is_known check (priority in ('critical', 'high', 'medium', 'low')),
  constraint step_gate_is_known check (gate in ('publish', 'outreach', 'money', 'settings')),
  constraint step_verdict_is_known check (verdict in ('refute', 'praise')),
  constraint step_runner_is_known check (runner in ('worker', 'agent', 'engine', 'chain')),
  constraint agents_step_names_a_capability check ((runner = 'agent') = (capability is not null)),
  constraint working_step_is_claimed check (
    (state = 'working' and runner <> 'chain') = (claim_token is not null) and (claim_token is null) = (lease_until is null)
  ),
  constraint step_score_is_a_percentage check (score between 0 and 100),
  constraint step_money_is_not_negative check (reserved_micros >= 0 and cost_micros >= 0)
)
with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

-- what fair admission counts and takes from; small, because finished steps are not in it
create index chain_steps_in_play on public.chain_steps (tenant_id, priority, state, id) where state in ('ready', 'queued', 'working') and runner = 'worker';
create index chain_steps_by_due_at on public.chain_steps (due_at) where state = 'ready' and runner in ('worker', 'engine');
create index chain_steps_for_agents on public.chain_steps (capability, priority, id) where state = 'ready' and runner = 'agent';
create index chain_steps_of_child_runs on public.chain_steps (id) where state = 'working' and runner = 'chain';
create index chain_steps_by_lease on public.chain_steps (lease_until) where state = 'working';
create index chain_steps_by_tenant on public.chain_steps (tenant_id, id desc);

comment on table public.chain_steps is
  'A step of a run. waiting: its needs are not met; ready: may start, waits for its time or for a fair place; queued: its id is in a queue; working: claimed until lease_until under claim_token.';
comment on column public.chain_steps.item is 'number of the element where `each` fans a step out, else 0';
comment on column public.chain_steps.lane is 'text of `each`: steps of a run with the same one are a lane an item, where item n waits for and sees item n only';
comment on column public.chain_steps.place is 'number of the place where people see it: a review or a step beside another has the place of that one';
comment on column public.chain_steps.runner is
  'who does it: our worker (through a queue), a registered agent with that capability (claims it while ready), the engine itself (skill engine:<verb>), or a run of '
  'another chain (skill chain:<key>)';
comment on column public.chain_steps.opens_by_rule is 'something has to be settled before it starts: when, each, delay, delay_until, or a runner that is no worker';
comment on column public.chain_steps.keep is 'engine.keep_<name> is called when it is done';
comment on column public.chain_steps.reserved_micros is 'millionths of a US dollar held on the budget of day reserved_on; a live hold only while working';
comment on column public.chain_steps.attempt is 'claims in this round; the fourth failure is final';
comment on column public.chain_steps.input is 'what this step starts from beside earlier outputs: {item} of a fan-out, {previous, findings} of a revision';

alter table public.chain_runs enable row level security;
alter table public.chain_steps enable row level security;

create policy "members see their tenant's runs" on public.chain_runs for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));
create policy "members see their tenant's steps" on public.chain_steps for select to authenticated
  using (tenant_id = (select public.current_tenant()) and (select public.has_permission('view_all_tasks')));

revoke all on public.chain_runs, public.chain_steps from anon, authenticated;
grant select on public.chain_runs to authenticated;
-- all but the claim token, which lets its holder complete the step
grant select (
  id, run_id, tenant_id, lease_until, due_at, started_at, finished_at, reserved_micros, cost_micros, duration_ms, position, place, item, round, attempt,
  refutations, rejections, score, key, agent_key, skill_key, priority, state, gate, review_by, runner, capability, lane, verdict, model_tier, provider, model, error_code,
  needs, input, output, error_detail
) on public.chain_steps to authenticated;
