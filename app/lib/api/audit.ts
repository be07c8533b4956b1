// The log as owners and admins read it (SQL domain: audit): pages of acts, one act with what led to it, two runs beside each other.
import { callInTenant } from './client.ts';
import type { RunState } from './runs.ts';

export type AuditGroup = 'acts' | 'all' | 'decisions' | 'work' | 'people' | 'contents' | 'clients' | 'agents' | 'settings';
export type AuditFilter = {
  group?: AuditGroup;
  actor_kind?: 'person' | 'agent';
  /** user id or agent key */
  actor?: string;
  /** ISO times; `to` is not included */
  from?: string;
  to?: string;
  run_id?: string;
  id?: string;
};
export type Act = {
  id: number;
  at: string;
  kind: string;
  group: Exclude<AuditGroup, 'acts' | 'all'>;
  /** client = somebody outside with a link of theirs */
  actor_kind: 'person' | 'client' | 'agent' | 'engine' | 'system';
  actor: string;
  /** null when nobody is known by it any more */
  name: string | null;
  is_erased: boolean;
  run_id: string | null;
  about: string | null;
  channel: string | null;
  version: number | null;
  say: string | null;
  trace_id: string | null;
  data: Record<string, unknown>;
};
export type AuditPage = { items: Act[]; next: number | null; looked_back_to: string | null };

export type Snapshot = { platform: string; language: string; headline: string; body: string; hashtags: string[]; call_to_action: string };
export type TextVersion = { version: number; snapshot: Snapshot; author_kind: 'agent' | 'person'; author: string; created_at: string };
export type Verdict = { verdict?: string; say?: string; reviewer?: string; findings?: { quote: string; reason: string }[] };
/** The batch of the hash chain that holds an act; hash = of the chain at its end, 64 hex digits. */
export type Seal = { number: number; hash: string; at: string };
export type ActStory = {
  act: Act;
  /** null = written moments ago */
  seal: Seal | null;
  story: Act[];
  texts: TextVersion[];
  is_text_untouched: boolean | null;
  review: { title: string; gate: string; verdict: Verdict | null; score: number | null; used_house_model: boolean } | null;
  run: { id: string; title: string; chain_key: string; request: string | null } | null;
};

export type ComparedStep = {
  key: string;
  item: number;
  agent: string;
  state: string;
  round: number;
  score: number | null;
  verdict: 'refute' | 'praise' | null;
  cost_micros: number;
  duration_ms: number | null;
};
export type RunSide = {
  id: string;
  title: string;
  chain_key: string;
  state: RunState;
  cost_micros: number;
  duration_ms: number;
  created_at: string;
  steps: ComparedStep[];
  texts: { content_id: string; version: number; snapshot: Snapshot }[];
};

/** @param before id of the last act that is shown, null for the newest; @param limit up to 500 */
export const readAudit = (filter: AuditFilter, before: number | null, limit = 50) =>
  callInTenant<AuditPage>('read_audit', { p_filter: filter, p_before: before, p_limit: limit });

export const readAuditActors = () =>
  callInTenant<{ people: { id: string; name: string; role: string }[]; agents: string[] }>('read_audit_actors');

export const readAct = (id: number) => callInTenant<ActStory>('read_act', { p_event_id: id });

export const compareRuns = (runId: string, otherId: string) =>
  callInTenant<[RunSide, RunSide]>('compare_runs', { p_run_id: runId, p_other_run_id: otherId });
