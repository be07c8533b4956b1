// Runs of chains, their steps and what the agents say to each other (SQL domain: chain runs; view run_dialogue).
import { callInTenant, readRow, readRows } from './client.ts';

export type RunState = 'running' | 'awaiting_approval' | 'done' | 'failed' | 'cancelled';
export type Run = {
  id: string;
  chain_key: string;
  title: string;
  state: RunState;
  input: { request?: string; url?: string };
  cost_micros: number;
  error_code: string | null;
  error_detail: Record<string, unknown> | null;
  is_demo: boolean;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
};
export type Step = {
  id: number;
  key: string;
  position: number;
  item: number;
  agent_key: string;
  skill_key: string;
  gate: string | null;
  state: 'waiting' | 'ready' | 'queued' | 'working' | 'awaiting_approval' | 'done' | 'skipped' | 'failed' | 'cancelled';
  round: number;
  attempt: number;
  score: number | null;
  verdict: 'refute' | 'praise' | null;
  model_tier: string | null;
  provider: string | null;
  model: string | null;
  reserved_micros: number;
  cost_micros: number;
  duration_ms: number | null;
  error_code: string | null;
  error_detail: Record<string, unknown> | null;
  started_at: string | null;
  finished_at: string | null;
};
export type Line = {
  id: number;
  kind: string;
  agent_key: string | null;
  to_agent_key: string | null;
  step_key: string | null;
  say: string | null;
  data: Record<string, unknown>;
  created_at: string;
};

const runColumns = 'id,chain_key,title,state,input,cost_micros,error_code,error_detail,is_demo,created_at,started_at,finished_at';
const stepColumns =
  'id,key,position,item,agent_key,skill_key,gate,state,round,attempt,score,verdict,model_tier,provider,model,reserved_micros,cost_micros,duration_ms,error_code,error_detail,started_at,finished_at';

/** The newest fifty. */
export const listRuns = () => readRows<Run>('chain_runs', { select: runColumns, order: 'created_at.desc', limit: '50' });

/** The run with its steps in order and its conversation, oldest line first; null when this tenant has no such run. */
export async function readRun(runId: string): Promise<{ run: Run; steps: Step[]; lines: Line[] } | null> {
  const [run, steps, lines] = await Promise.all([
    readRow<Run>('chain_runs', { select: runColumns, id: `eq.${runId}` }),
    readRows<Step>('chain_steps', { select: stepColumns, run_id: `eq.${runId}`, order: 'position,item' }),
    readRows<Line>('run_dialogue', { run_id: `eq.${runId}`, order: 'id' }),
  ]);
  return run && { run, steps, lines };
}

export const cancelRun = (runId: string) => callInTenant<unknown>('cancel_run', { p_run_id: runId });
export const retryRun = (runId: string) => callInTenant<unknown>('retry_run', { p_run_id: runId });

/** A word to an agent of the run; its next step there reads it. */
export const sayToRun = (runId: string, agentKey: string, text: string) =>
  callInTenant<{ id: number }>('say_to_run', { p_run_id: runId, p_agent_key: agentKey, p_text: text });

/** Starts a chain by hand. The same key gives the same run. */
export const startChain = (chainKey: string, input: Record<string, unknown>, clientKey: string) =>
  callInTenant<{ run_id: string }>('start_chain', { p_chain_key: chainKey, p_input: input, p_client_key: clientKey });
