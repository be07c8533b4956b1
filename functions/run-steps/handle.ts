// The worker's loop: claim, do, complete, until the queues are empty or its time is up. Pure: all it touches is given. Called by index.ts.
import type { ClaimedStep, Completion, WorkerClient } from '../_shared/worker-client.ts';
import { doBatch, groupSteps } from './do-batch.ts';
import type { StepTools } from './do-step.ts';

export type Shift = {
  /** names this worker in claims and events */
  worker: string;
  /** steps open at once, a batch counted as one: model calls wait, they do not work */
  concurrency: number;
  lease_seconds: number;
  /** milliseconds from now after which nothing more is claimed */
  claim_for_ms: number;
  /** aborted at the wall: open model calls stop, their steps are tried again */
  signal: AbortSignal;
};

export type ShiftReport = { completed: number; failed: number; lost: number };

type Verbs = Pick<WorkerClient, 'cycle' | 'fail'>;
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** One cycle call, asked again when the database cannot be reached: finished work must not be lost to a hiccup. Repeating is safe (tokens). */
async function cycle(client: Verbs, items: Completion[], shift: Shift, limit: number) {
  for (let tried = 1; ; tried += 1) {
    try {
      return await client.cycle(items, shift.worker, limit, shift.lease_seconds);
    } catch (error) {
      if (tried >= 5) throw error;
      console.error(`cycle, try ${tried}:`, error instanceof Error ? error.message : error);
      await sleep(200 * 2 ** tried);
    }
  }
}

/**
 * Works one shift. A step that goes wrong is failed with a reason and never stops the loop.
 * @throws WorkerError when the database cannot be reached five times in a row; leases give the open steps back
 */
export async function runSteps(client: WorkerClient, tools: StepTools, shift: Shift): Promise<ShiftReport> {
  const until = performance.now() + shift.claim_for_ms;
  const report: ShiftReport = { completed: 0, failed: 0, lost: 0 };
  const open = new Set<Promise<void>>();
  const finished: Completion[] = [];

  async function work(group: ClaimedStep[]): Promise<void> {
    for (const result of await doBatch(client, tools, group, shift.signal)) {
      if (result.kind === 'completed') finished.push(result.completion);
      else report[result.kind] += 1;
    }
  }

  for (;;) {
    const items = finished.splice(0);
    const room = performance.now() < until && !shift.signal.aborted ? Math.max(0, shift.concurrency - open.size) : 0;
    const { completed, claimed } = items.length > 0 || room > 0 ? await cycle(client, items, shift, room) : { completed: [], claimed: [] };
    report.completed += completed.length;
    report.lost += items.length - completed.length;
    for (const group of groupSteps(claimed)) {
      const promise = work(group).finally(() => open.delete(promise));
      open.add(promise);
    }
    if (open.size === 0 && finished.length === 0) return report;
    if (finished.length === 0) await Promise.race(open);
  }
}
