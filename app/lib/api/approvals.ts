// What waits for a person's decision (SQL view approval_feed) and the decisions (decide_approval, decide_approvals).
import type { Language, Platform, Verdict } from '$supabase/payloads.ts';
import { callInTenant, readRows } from './client.ts';
import type { Media } from './contents.ts';

export type Approval = {
  id: string;
  run_id: string;
  /** null = it is about something else than a text: see readSubject */
  content_id: string | null;
  gate: 'publish' | 'outreach' | 'money' | 'settings';
  title: string;
  /** what the person asked for, in their words */
  requested_text: string | null;
  state: 'pending' | 'approved' | 'rejected' | 'cancelled';
  priority: 'critical' | 'high' | 'medium' | 'low';
  version: number;
  content_hash: string;
  created_at: string;
  platform: Platform | null;
  language: Language;
  body: string;
  headline: string;
  hashtags: string[];
  call_to_action: string;
  media: Media | null;
  scheduled_at: string | null;
  score: number | null;
  /** the peer's last word; disputed = two rounds without agreement, both positions given */
  verdict:
    | (Pick<Verdict, 'verdict' | 'say' | 'findings'> & {
        reviewer: string;
        author: string | null;
        disputed: boolean;
        positions: Position[];
      })
    | null;
  /** of the run behind it; null, null and 0 for an external, who sees the approval and not the run */
  cost_micros: number | null;
  duration_ms: number | null;
  agent_count: number;
  /** some of it was made by the house model */
  used_house_model: boolean;
  /** earned autonomy: nobody is asked, it goes out then unless somebody stops it */
  goes_out_at: string | null;
  is_demo: boolean;
};

export type Position = { round: number; agent: string; say: string | null; body: string | null; findings: Verdict['findings'] | null };

export type Edits = Partial<Pick<Approval, 'body' | 'headline' | 'hashtags' | 'call_to_action'>>;

/** Arguments of decide_approval without the tenant. `p_version` and `p_content_hash` are what the person saw. */
export type DecisionArgs = {
  p_approval_id: string;
  /** stop: what would go out by itself waits for a person */
  p_decision: 'approve' | 'reject' | 'stop';
  p_version: number;
  p_content_hash: string;
  p_edits: Edits | null;
  p_reason: string | null;
  p_channel: 'app';
  p_client_key: string;
};

export type Outcome = {
  outcome: 'decided' | 'stopped' | 'already_decided' | 'stale' | 'forbidden' | 'not_found' | 'needs_two_factor';
  approval_id: string;
  state: Approval['state'] | null;
  version: number | null;
  content_hash: string | null;
  decided_by_name: string | null;
  decided_at: string | null;
  decided_channel: string | null;
};

const columns =
  'id,run_id,content_id,gate,title,requested_text,state,priority,version,content_hash,created_at,platform,language,body,headline,hashtags,call_to_action,media,scheduled_at,score,verdict,cost_micros,duration_ms,agent_count,used_house_model,goes_out_at,is_demo';

/** All that waits, most urgent first. */
export const listApprovals = () =>
  readRows<Approval>('approval_feed', { select: columns, state: 'eq.pending', order: 'priority_rank,created_at', limit: '60' });

/**
 * What is decided beside or instead of a text, as its step made it (engine.subject_of): a budget's change, letters, a text that was looked at. Parts that are
 * not there are absent.
 */
export type Subject = {
  act?: 'set_budget' | 'pause';
  campaign?: string;
  because?: string;
  daily_budget_before?: number;
  daily_budget?: number;
  mails?: { subject: string; body: string }[];
  text?: unknown;
};

export const readSubject = async (id: string): Promise<Subject> =>
  (await readRows<{ subject: Subject | null }>('approval_feed', { select: 'subject', id: `eq.${id}` }))[0]?.subject ?? {};

/** How many wait for this person, counted up to a hundred: the number on the app's icon. */
export const countToDecide = async (): Promise<number> =>
  (await readRows('approval_feed', { select: 'id', state: 'eq.pending', limit: '100' })).length;

export const decideApproval = (args: DecisionArgs) => callInTenant<Outcome>('decide_approval', args);

/** Several at once; outcomes in the order of the decisions. */
export const decideApprovals = (decisions: DecisionArgs[]) =>
  callInTenant<Outcome[]>('decide_approvals', {
    p_decisions: decisions.map((decision) => Object.fromEntries(Object.entries(decision).map(([name, value]) => [name.slice(2), value]))),
  });
