// The plan of a week and its pieces with what there is to decide (SQL verb read_week_plan).
import type { Platform, Verdict } from '$supabase/payloads.ts';
import { callInTenant } from './client.ts';
import type { Media } from './contents.ts';

export type Priority = { rank: number; title: string; because: string; goal: string };
export type Piece = {
  piece: number;
  day: string;
  time: string;
  platform: Platform;
  format: string;
  priority: number;
  request: string;
  /** letter of the A/B test it belongs to, or '' */
  test: string;
  /** null until it is written and waits */
  approval_id: string | null;
  approval_state: 'pending' | 'approved' | 'rejected' | 'cancelled' | null;
  body: string | null;
  headline: string | null;
  media: Media | null;
  score: number | null;
  verdict: (Pick<Verdict, 'verdict' | 'say'> & { disputed?: boolean }) | null;
  version: number | null;
  content_hash: string | null;
};
export type Budget = { meta_percent: number; google_percent: number; tiktok_percent: number; linkedin_percent: number; because: string };
export type WeekPlan = {
  run: { id: string; state: 'running' | 'awaiting_approval' | 'done' | 'failed' | 'cancelled'; created_at: string; cost_micros: number };
  week_start: string | null;
  priorities: Priority[];
  budget_split: Budget | null;
  ab_tests: { key: string; question: string; variant_a: string; variant_b: string; decide_on: string }[];
  lessons_used: string[];
  pieces: Piece[];
  waiting: number;
  decided: number;
};

/** The newest plan, or that of a run; null when there is none yet. */
export const readWeekPlan = (runId: string | null) => callInTenant<WeekPlan | null>('read_week_plan', { p_run_id: runId });
