// Cost lever `batch`: one question to the model for several members of a fan-out. Called by prompt-skill.ts for steps of one run, skill and round.
import { z } from 'zod';
import { languageNames } from '../../_shared/models/language-names.ts';
import { ModelError } from '../../_shared/models/model-error.ts';
import { renderPrompt } from '../../_shared/models/render-prompt.ts';
import type { ModelCall, Providers } from '../../_shared/models/types.ts';
import type { CallReport, WorkerClient } from '../../_shared/worker-client.ts';
import { askForStep, callFor, factsOf, templateOf } from './prompt-call.ts';
import { type Material, promptMaterial } from './prompt-material.ts';
import { type Output, SkillError, type SkillWork } from './skill.ts';

/** More is more than a model answers well in one breath, and than a lost call may cost. */
const mostOutputTokens = 24_000;

const shareable = new Set(['request', 'platform', 'brand', 'outputs', 'findings', 'item', 'language']);

type Answers<T> = { answers: { member: number; answer: T | null }[] };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Fields in which all members agree, and each member's own. */
function split<Fields extends Record<string, unknown>>(all: Fields[]): { shared: Partial<Fields>; own: Partial<Fields>[] } {
  const [first] = all;
  if (!first) return { shared: {}, own: [] };
  const names = [...new Set(all.flatMap((fields) => Object.keys(fields)))];
  const agreed = new Set(names.filter((name) => all.every((fields) => same(fields[name], first[name]))));
  const part = (fields: Fields, isShared: boolean) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => agreed.has(name) === isShared)) as Partial<Fields>;
  return { shared: part(first, true), own: all.map((fields) => part(fields, false)) };
}

/** The template once; what differs stands in the block "members", and the template is told where to look. */
export function batchPrompt(template: string, materials: Material[], language: string): string {
  const { shared, own } = split(materials);
  const outputs = split(materials.map((material) => material.outputs));
  const hasOwnOutputs = outputs.own.some((fields) => Object.keys(fields).length > 0);
  const members = own.map((fields, at) => ({
    member: at + 1,
    ...fields,
    ...(hasOwnOutputs ? { outputs: outputs.own[at] } : {}),
  }));
  const field = (name: string) => `the field "${name}" of the member`;
  const names = ['request', 'platform', 'brand', 'findings', 'item'] as const;
  const { platform, ...sharedData } = shared;
  const settings = {
    language,
    ...Object.fromEntries(names.filter((name) => !Object.hasOwn(shared, name)).map((name) => [name, field(name)])),
    ...(platform === undefined ? {} : { platform }),
  };
  const task = hasOwnOutputs ? template.replaceAll(/\{\{\s*outputs\s*\}\}/g, `{{outputs}} and ${field('outputs')}`) : template;
  const order = [
    `Do this task once for each of the ${materials.length} members in {{members}}, each on its own: no member is told of another.`,
    'Answer with `answers`: one entry a member, `member` its number, `answer` what the task asks for.',
  ].join(' ');
  return renderPrompt(`${task.trimEnd()}\n\n${order}`, { ...sharedData, outputs: outputs.shared, members }, settings);
}

/** Tokens of one call, shared out by the length of each answer; the parts add up to the whole. */
export function shareOut(report: CallReport, lengths: number[]): CallReport[] {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let seen = 0;
  const bounds = lengths.map((length) => (total === 0 ? 0 : (seen += length) / total));
  const part = (tokens: number, at: number) => Math.round(tokens * (bounds[at] ?? 0)) - Math.round(tokens * (bounds[at - 1] ?? 0));
  return lengths.map((_length, at) => ({
    ...report,
    lever: 'batch',
    input_tokens: part(report.input_tokens, at),
    output_tokens: part(report.output_tokens, at),
    cached_tokens: part(report.cached_tokens, at),
  }));
}

/** Tokens that a member asked alone would have sent, three letters each: the template and what all share go once in a batch. */
function aloneTokens(work: SkillWork): number {
  const { platform, ...material } = promptMaterial(work);
  const language = languageNames[work.context.run.language];
  const { system } = callFor(work, z.unknown());
  return Math.ceil((system.length + renderPrompt(templateOf(work), material, { platform, language }).length) / 3);
}

function tellCalls(works: SkillWork[], outputs: (Output | undefined)[], reports: CallReport[]): void {
  const lengths = outputs.map((output) => (output ? JSON.stringify(output).length : 0));
  // a call without a usable answer was asked for all, and is told by the first
  const isUseless = lengths.every((length) => length === 0);
  for (const report of reports)
    shareOut(report, isUseless ? lengths.map((_length, at) => (at === 0 ? 1 : 0)) : lengths).forEach((part, at) => {
      const isPaid = part.input_tokens > 0 || part.output_tokens > 0;
      const work = works[at];
      if (!work || !(isPaid || at === 0 || (report.outcome === 'answered' && outputs[at]))) return;
      work.record({
        ...part,
        saved_tokens: isPaid && report.outcome === 'answered' ? Math.max(0, aloneTokens(work) - part.input_tokens) : 0,
      });
    });
}

/** What asking each alone may cure: one member's matter, the size, an account with little money left. */
function isWorthAlone(error: unknown): boolean {
  if (error instanceof SkillError) return error.code === 'daily_cost_spent' || error.code === 'claim_lost';
  return error instanceof ModelError && (error.code === 'malformed' || error.code === 'refused' || error.code === 'bad_request');
}

/**
 * One output a work, in order; undefined for a member that must be asked alone (another template, malformed, missing).
 * @throws what askModel throws when asking alone would meet the same
 */
export async function runTogether<T extends Output>(
  works: SkillWork[],
  client: WorkerClient,
  schema: z.ZodType<T>,
  providers: Providers,
): Promise<(T | undefined)[]> {
  const [lead] = works;
  if (!lead) return [];
  const template = templateOf(lead);
  const single = callFor(lead, schema);
  const most = Math.floor(mostOutputTokens / single.max_output_tokens);
  // a card that names inputs of its own is filled for one at a time
  const isOwn = [...template.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].some(([, name = '']) => !shareable.has(name));
  const together = isOwn ? [] : works.filter((work) => templateOf(work) === template).slice(0, most);
  if (together.length < 2) return works.map(() => undefined);

  const call: ModelCall<Answers<T>> = {
    ...single,
    // a member that does not fit becomes null, and is asked alone, instead of spoiling the others
    schema: z.object({ answers: z.array(z.object({ member: z.int(), answer: schema.nullable().catch(null) })) }),
    schema_name: `${single.schema_name}_batch`,
    max_output_tokens: single.max_output_tokens * together.length,
    members: together.map(factsOf),
    prompt: batchPrompt(template, together.map(promptMaterial), languageNames[lead.context.run.language]),
  };
  const reports: CallReport[] = [];
  let outputs: (T | undefined)[] = together.map(() => undefined);
  try {
    const { answers } = await askForStep(call, lead, client, providers, (report) => reports.push(report));
    outputs = together.map((_work, at) => answers.find(({ member }) => member === at + 1)?.answer ?? undefined);
  } catch (error) {
    if (!isWorthAlone(error)) throw error;
    console.error(`${together.length} steps of ${lead.step.skill} are asked alone:`, error instanceof Error ? error.message : error);
  } finally {
    tellCalls(together, outputs, reports);
  }
  return works.map((work) => outputs[together.indexOf(work)]);
}
