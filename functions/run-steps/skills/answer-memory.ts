// Cost lever `semantic_cache`: a skill whose card says cache_hours answers the same question of the same tenant without a model. Called by prompt-skill.ts.
import type { z } from 'zod';
import { embedText } from '../../_shared/embed-text.ts';
import type { CallReport, WorkerClient } from '../../_shared/worker-client.ts';
import type { Output, SkillWork } from './skill.ts';

/** Keys in one order, so that the same inputs are the same text. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/**
 * The question that may be said in other words, and all else, which must be the same to the letter: its figures too, since 500 Ar and 600 Ar lie near each other.
 * A skill without an input `question` is only answered from memory for exactly the same inputs.
 */
export async function questionOf({
  context,
}: Pick<SkillWork, 'context'>): Promise<{ question: string; rest: string; embedding: string | null }> {
  const { question, ...others } = context.input;
  if (typeof question !== 'string') return { question: '', rest: stable(context.input), embedding: null };
  const figures = question.match(/\p{N}+/gu) ?? [];
  const embedding = await embedText(question);
  return { question, rest: stable({ ...others, figures, outputs: context.outputs }), embedding: embedding && JSON.stringify(embedding) };
}

/** The kept answer if there is one and it still fits, else what `ask` says, which is kept. */
export async function fromMemory<T extends Output>(
  work: SkillWork,
  client: WorkerClient,
  schema: z.ZodType<T>,
  ask: (record: (report: CallReport) => void) => Promise<T>,
): Promise<T> {
  if (!work.context.skill.cache_hours) return ask(work.record);
  const { question, rest, embedding } = await questionOf(work);
  const kept = await client.readAnswer(work.step, question, rest, embedding);
  const fits = kept ? schema.safeParse(kept.answer) : null;
  if (kept && fits?.success) {
    const { input_tokens, output_tokens } = kept;
    const spared = { tier: '', provider: 'memory', model: 'memory', input_tokens, output_tokens, cached_tokens: 0, duration_ms: 0 };
    work.record({ ...spared, outcome: 'answered', lever: 'semantic_cache' });
    return fits.data;
  }
  const used = { input_tokens: 0, output_tokens: 0 };
  const answer = await ask((report) => {
    used.input_tokens += report.input_tokens;
    used.output_tokens += report.output_tokens;
    work.record(report);
  });
  await client.keepAnswer(work.step, question, rest, embedding, { answer, ...used });
  return answer;
}
