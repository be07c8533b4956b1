// Claimed steps that may share one question to the model: grouped, asked together, the rest alone. Called by handle.ts.
import type { ClaimedStep, WorkerClient } from '../_shared/worker-client.ts';
import { completionOf, doStep, failStep, type ReadyStep, readStep, runReady, type StepResult, type StepTools } from './do-step.ts';

/** Steps that were claimed as one batch (a fan-out's members, at most twelve) and are at the same try stand together; others alone. */
export function groupSteps(steps: ClaimedStep[]): ClaimedStep[][] {
  return [...Map.groupBy(steps, ({ batch, step_id, skill, attempt }) => (batch ? `${batch} ${skill} ${attempt}` : step_id)).values()];
}

async function finish(client: WorkerClient, ready: ReadyStep, output: unknown): Promise<StepResult> {
  if (output === undefined) return runReady(client, ready);
  try {
    return { kind: 'completed', completion: completionOf(ready, output) };
  } catch {
    // an answer that does not fit is this member's alone, and is asked again alone
    return runReady(client, ready);
  }
}

/** Never throws; a result a step, in order. */
export async function doBatch(client: WorkerClient, tools: StepTools, steps: ClaimedStep[], signal: AbortSignal): Promise<StepResult[]> {
  const [only] = steps;
  if (only && steps.length === 1) return [await doStep(client, tools, only, signal)];
  const read = await Promise.all(steps.map((step) => readStep(client, tools, step, signal)));
  const ready = read.filter((one): one is ReadyStep => !('kind' in one));
  const together = ready[0]?.skill.runTogether;
  let outputs: unknown[] = [];
  if (together && ready.length > 1) {
    try {
      outputs = await together(
        ready.map(({ work }) => work),
        client,
      );
    } catch (error) {
      return Promise.all(read.map((one) => ('kind' in one ? one : failStep(client, one.step, error, one.calls))));
    }
  }
  return Promise.all(read.map((one) => ('kind' in one ? one : finish(client, one, outputs[ready.indexOf(one)]))));
}
