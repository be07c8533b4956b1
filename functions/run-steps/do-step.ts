// One claimed step: context, skill, output or reason. Never throws. Called by handle.ts.
import { CrawlError } from '../_shared/crawler/crawl-error.ts';
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

export async function doStep(client: WorkerClient, tools: StepTools, step: ClaimedStep, signal: AbortSignal): Promise<StepResult> {
  const started = performance.now();
  const calls: CallReport[] = [];
  try {
    const context = await client.readContext(step);
    if (!context) return { kind: 'lost' };
    const skill = tools.skillFor(context);
    if (!skill) throw new SkillError('skill_unknown', { skill: step.skill }, false);
    const held = { ...context, input: checkInput(context) };
    const work: SkillWork = { step, context: held, signal, record: (call) => calls.push(call) };
    const output = await skill.run(work, client);
    const checked = (skill.schema ?? outputSchema(context)).safeParse(output);
    if (!checked.success)
      throw new SkillError(
        'output_malformed',
        { problems: checked.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.')}: ${message}`) },
        true,
      );
    const completion = {
      step_id: step.step_id,
      token: step.token,
      output: checked.data,
      duration_ms: Math.round(performance.now() - started),
      calls,
    };
    return { kind: 'completed', completion };
  } catch (error) {
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
}
