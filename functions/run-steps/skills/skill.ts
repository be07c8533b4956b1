// What a skill is to the worker. Implemented by the files beside this one; chosen in registry.ts; called by do-step.ts.
import type { z } from 'zod';
import type { CallReport, ClaimedStep, StepContext, WorkerClient } from '../../_shared/worker-client.ts';

export type SkillWork = {
  step: ClaimedStep;
  context: StepContext;
  signal: AbortSignal;
  /** tells of every model call, failures too: it is paid for */
  record: (call: CallReport) => void;
};

export type Output = Record<string, unknown>;

/** The output is held to `schema` before it is stored; without one, to the output_schema of the skill's card. */
export type Skill = {
  schema?: z.ZodType<Output>;
  run: SkillFunction;
  /** Several steps of one run, skill and round in one go: an output each, in order; undefined for one that must be run alone. */
  runTogether?: (works: SkillWork[], client: WorkerClient) => Promise<(unknown | undefined)[]>;
};

/** A code skill: its inputs stand in `work.context.input`, held to the card's input_schema and with its defaults. */
export type SkillFunction = (work: SkillWork, client: WorkerClient) => unknown | Promise<unknown>;

/** A reason to end the step that is neither the model's nor the website's: `code` is stored and worded by the app. */
export class SkillError extends Error {
  override readonly name = 'SkillError';
  readonly code: string;
  readonly detail: Record<string, unknown>;
  readonly retryable: boolean;

  constructor(code: string, detail: Record<string, unknown>, retryable: boolean) {
    super(code);
    this.code = code;
    this.detail = detail;
    this.retryable = retryable;
  }
}
