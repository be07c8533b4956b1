// What is answered from memory: the same question with the same surroundings, never another figure.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contextOf } from '../../../tests/run-skill.ts';
import type { CallReport, KeptAnswer, WorkerClient } from '../../_shared/worker-client.ts';
import { fromMemory, questionOf } from './answer-memory.ts';
import type { SkillWork } from './skill.ts';

const shape = z.object({ say: z.string() });

/** A worker whose memory is one answer to the letter. */
function scene(question: string, cacheHours: number | null = 12) {
  const context = contextOf('feature-explainer', { question, language: 'fr' });
  context.skill.cache_hours = cacheHours;
  const calls: CallReport[] = [];
  const step = {
    step_id: 1,
    token: randomUUID(),
    run_id: randomUUID(),
    tenant_id: randomUUID(),
    key: 'explain',
    agent: 'support_ai',
    skill: 'feature-explainer',
    round: 1,
    attempt: 1,
  };
  const work: SkillWork = { step, context, signal: new AbortController().signal, record: (call) => calls.push(call) };
  return { work, calls };
}
const memory = new Map<string, KeptAnswer>();
const client = {
  readAnswer: async (_step: unknown, question: string, rest: string) => memory.get(question + rest) ?? null,
  keepAnswer: async (_step: unknown, question: string, rest: string, _embedding: unknown, kept: KeptAnswer) =>
    void memory.set(question + rest, kept),
} as unknown as WorkerClient;

let asked = 0;
const ask = async (record: (call: CallReport) => void) => {
  asked += 1;
  record({
    tier: 'haiku',
    provider: 'anthropic',
    model: 'm',
    input_tokens: 900,
    output_tokens: 80,
    cached_tokens: 0,
    duration_ms: 5,
    outcome: 'answered',
    lever: null,
  });
  return { say: 'Comme ceci.' };
};

describe('an answer from memory', () => {
  it('costs no call the second time, and tells what it spared', async () => {
    const first = scene('Comment ajouter un prix ?');
    const second = scene('Comment ajouter un prix ?');
    expect(await fromMemory(first.work, client, shape, ask)).toEqual({ say: 'Comme ceci.' });
    expect(await fromMemory(second.work, client, shape, ask)).toEqual({ say: 'Comme ceci.' });
    expect(asked).toBe(1);
    expect(second.calls).toMatchObject([{ lever: 'semantic_cache', input_tokens: 900, output_tokens: 80, provider: 'memory' }]);
  });

  it('is not given for a skill whose card does not allow it', async () => {
    const before = asked;
    await fromMemory(scene('Comment ajouter un prix ?', null).work, client, shape, ask);
    expect(asked).toBe(before + 1);
  });

  it('that no longer fits its shape is asked for again', async () => {
    const before = asked;
    await fromMemory(
      scene('Comment ajouter un prix ?').work,
      client,
      shape.extend({ say: z.string().max(3) }) as unknown as typeof shape,
      ask,
    );
    expect(asked).toBe(before + 1);
  });

  it('sets figures apart, since 500 and 600 lie near each other', async () => {
    const [five, six] = await Promise.all(
      ['Puis-je vendre à 500 Ar ?', 'Puis-je vendre à 600 Ar ?'].map((question) => questionOf(scene(question).work)),
    );
    expect(five?.rest).not.toBe(six?.rest);
    expect(five?.embedding).not.toBeNull();
  });

  it('is found whatever the order in which inputs come', async () => {
    const { work } = scene('x');
    const turned = { ...work, context: { ...work.context, input: Object.fromEntries(Object.entries(work.context.input).toReversed()) } };
    expect((await questionOf(turned)).rest).toBe((await questionOf(work)).rest);
  });
});
