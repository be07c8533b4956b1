// Runs one code skill as do-step does: inputs held to its card, output held to its card. Used by the tests beside the code skills.
import { randomUUID } from 'node:crypto';
import type { StepContext, WorkerClient } from '../functions/_shared/worker-client.ts';
import { doStep } from '../functions/run-steps/do-step.ts';
import type { SkillFunction } from '../functions/run-steps/skills/skill.ts';
import type { BrandDna, Language } from '../supabase/payloads.ts';
import { readCard } from './cards.ts';

export type Around = {
  language?: Language;
  brand?: BrandDna | null;
  outputs?: Record<string, unknown>;
  item?: unknown;
  /** methods of the worker's client that this skill uses */
  client?: Partial<WorkerClient>;
};

/** The context that the database would give to a step of this skill, as do-step reads it. */
export function contextOf(name: string, input: Record<string, unknown>, around: Around = {}): StepContext {
  const card = readCard(name);
  return {
    step: { round: 1, attempt: 1, refutations: 0, rejections: 0 },
    run: { chain_key: 'test', language: around.language ?? 'fr', input: {}, trace_id: 'test' },
    agent: { key: 'data_analyst', name: 'Data Analyst', soul: '', manual: '', memory: [], mentions: [] },
    skill: {
      key: name,
      kind: card.kind,
      description: card.description,
      prompts: card.prompts,
      tools: card.tools,
      input_schema: card.input_schema,
      output_schema: card.output_schema,
      account: card.account,
      account_owner: card.account_owner,
      hosts: card.hosts,
    },
    input,
    brand: around.brand ?? null,
    outputs: around.outputs ?? {},
    item: around.item,
    findings: [],
    reasons: [],
    recent: [],
    patterns: [],
    lessons: [],
  };
}

/** The output as it would be stored. @throws Error `<code> <detail>` when the step would have failed */
export async function runSkill(
  skill: SkillFunction,
  name: string,
  input: Record<string, unknown>,
  around: Around = {},
): Promise<Record<string, unknown>> {
  let why = 'the claim was lost';
  const client = {
    readContext: async () => contextOf(name, input, around),
    fail: async (_step: unknown, { code, detail }: { code: string; detail: unknown }) => void (why = `${code} ${JSON.stringify(detail)}`),
    ...around.client,
  } as unknown as WorkerClient;
  const claim = { step_id: 1, token: randomUUID(), run_id: randomUUID(), tenant_id: randomUUID(), key: 'step', round: 1, attempt: 1 };
  const step = { ...claim, agent: 'data_analyst', skill: name };
  const result = await doStep(client, { skillFor: () => ({ run: skill }) }, step, AbortSignal.timeout(10_000));
  if (result.kind !== 'completed') throw new Error(why);
  return result.completion.output;
}
