// A skill card's JSON schemas at work: inputs held before, outputs after. Called by do-step.ts and prompt-skill.ts.
import { z } from 'zod';
import type { StepContext } from '../../_shared/worker-client.ts';
import { type Output, SkillError } from './skill.ts';

/** What the card promises to hand over; any object for a card that is stored without a schema. Defaults are applied. */
export function outputSchema({ skill }: StepContext): z.ZodType<Output> {
  return skill.output_schema ? (z.fromJSONSchema(skill.output_schema) as z.ZodType<Output>) : z.looseObject({});
}

/**
 * The step's inputs with the card's defaults.
 * @throws SkillError `input_missing` {field, problem}, not retryable: the same inputs come again
 */
export function checkInput({ skill, input }: StepContext): Record<string, unknown> {
  if (!skill.input_schema) return input;
  const checked = z.fromJSONSchema(skill.input_schema).safeParse(input);
  if (checked.success) return checked.data as Record<string, unknown>;
  const [issue] = checked.error.issues;
  throw new SkillError('input_missing', { field: issue?.path.join('.') ?? '', problem: issue?.message ?? '' }, false);
}
