// One claimed step: context, skill, output or reason. Never throws. Called by handle.ts and do-batch.ts.
import { CrawlError } from '../_shared/crawler/crawl-error.ts';
import { embedText } from '../_shared/embed-text.ts';
import { describeFailure } from '../_shared/errors.ts';
import { ModelError } from '../_shared/models/model-error.ts';
import type { CallReport, ClaimedStep, Completion, Failure, StepContext, WorkerClient } from '../_shared/worker-client.ts';
import { checkInput, outputSchema } from './skills/card-schema.ts';
import { type Skill, SkillError, type SkillWork } from './skills/skill.ts';

export type StepTools = {
  /** the code skill of this key, else what does its kind; null when this worker cannot do it */
  skillFor: (context: StepContext) => Skill | null;
};

export type StepResult = { kind: 'completed'; completion: Completion } | { kind: 'failed' } | { kind: 'lost' };

/** A claimed step whose context is read and whose inputs are held to its card. */
export type ReadyStep = { step: ClaimedStep; skill: Skill; work: SkillWork; calls: CallReport[]; started: number };

/** What an error means for the step. */
function failureOf(error: unknown, step: ClaimedStep, calls: CallReport[]): Failure {
  if (error instanceof SkillError) return { code: error.code, detail: error.detail, is_retryable: error.retryable, calls };
  const { code, message, retryable } = describeFailure(error);
  const detail = { message: message.slice(0, 300) };
  // a person waits for the site: one more try, then the questions instead
  if (error instanceof CrawlError) return { code, detail, is_retryable: retryable && step.attempt === 1, calls };
  // another template, or another worker after this one's wall, may do what askModel's own tries did not
  const mayPass = !(error instanceof ModelError) || error.code === 'malformed' || error.code === 'aborted';
  return { code, detail, is_retryable: retryable || mayPass, calls };
}

/** Tells the database why; a step whose failure cannot be told is left to its lease. */
export async function failStep(client: WorkerClient, step: ClaimedStep, error: unknown, calls: CallReport[]): Promise<StepResult> {
  if (error instanceof SkillError && error.code === 'claim_lost') return { kind: 'lost' };
  const failure = failureOf(error, step, calls);
  console.error(`step ${step.step_id} ${step.key} (${step.skill}): ${failure.code}`, JSON.stringify(failure.detail));
  try {
    await client.fail(step, failure);
    return { kind: 'failed' };
  } catch (unreachable) {
    console.error(`step ${step.step_id}: its lease will give it back`, unreachable instanceof Error ? unreachable.message : unreachable);
    return { kind: 'lost' };
  }
}

export async function readStep(
  client: WorkerClient,
  tools: StepTools,
  step: ClaimedStep,
  signal: AbortSignal,
): Promise<ReadyStep | StepResult> {
  const calls: CallReport[] = [];
  const started = performance.now();
  try {
    const context = await client.readContext(step, step.about ? await embedText(step.about) : null);
    if (!context) return { kind: 'lost' };
    const skill = tools.skillFor(context);
    if (!skill) throw new SkillError('skill_unknown', { skill: step.skill }, false);
    const held = { ...context, input: checkInput(context) };
    return { step, skill, calls, started, work: { step, context: held, signal, record: (call) => calls.push(call) } };
  } catch (error) {
    return failStep(client, step, error, calls);
  }
}

/** @throws SkillError `output_malformed` when the output is not what the card promises */
export function completionOf({ step, skill, work, calls, started }: ReadyStep, output: unknown): Completion {
  const checked = (skill.schema ?? outputSchema(work.context)).safeParse(output);
  if (!checked.success) {
    const problems = checked.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new SkillError('output_malformed', { problems }, true);
  }
  return { step_id: step.step_id, token: step.token, output: checked.data, duration_ms: Math.round(performance.now() - started), calls };
}

export async function runReady(client: WorkerClient, ready: ReadyStep): Promise<StepResult> {
  try {
    return { kind: 'completed', completion: completionOf(ready, await ready.skill.run(ready.work, client)) };
  } catch (error) {
    return failStep(client, ready.step, error, ready.calls);
  }
}

export async function doStep(client: WorkerClient, tools: StepTools, step: ClaimedStep, signal: AbortSignal): Promise<StepResult> {
  const ready = await readStep(client, tools, step, signal);
  return 'kind' in ready ? ready : runReady(client, ready);
}
