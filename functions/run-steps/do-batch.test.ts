// Thirty-five texts of one plan in few calls: a provider that counts, and answers from nothing but the prompt it was sent.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../tests/run-skill.ts';
import { brands } from '../../tests/eval/set/brands.ts';
import type { ModelCall, Provider } from '../_shared/models/types.ts';
import type { ClaimedStep, Completion, Failure, StepContext, WorkerClient } from '../_shared/worker-client.ts';
import { houseModel } from '../_shared/house/index.ts';
import { runSteps } from './handle.ts';
import { createSkills } from './skills/registry.ts';

const brand = brands.lala;
const platforms = ['facebook', 'instagram', 'tiktok'] as const;
const pieces = Array.from({ length: 35 }, (_slot, at) => ({
  piece: at + 1,
  request: `Samosas n° ${at + 1} à ${1000 + at} Ar ce jeudi`,
  platform: platforms[at % 3],
}));

const run = randomUUID();
const steps: ClaimedStep[] = pieces.map((_piece, at) => ({
  step_id: at + 1,
  token: randomUUID(),
  run_id: run,
  tenant_id: randomUUID(),
  key: 'write_35_pieces',
  agent: 'content_writer',
  skill: 'social-captions',
  round: 1,
  attempt: 1,
  // as worker.claim puts members together: twelve a batch
  batch: `${run}/${Math.floor(at / 12)}`,
}));

function contextFor(step: ClaimedStep): StepContext {
  const item = pieces[step.step_id - 1] ?? {};
  const outputs = { write_week_plan: { say: 'Voici la semaine.', pieces }, input: { days: ['a figure of the run'] } };
  return contextOf('social-captions', { ...item, language: 'fr' }, { brand, outputs, item });
}

function database() {
  const told = { completed: [] as Completion[], failed: [] as Failure[], reserved: [] as number[] };
  const queue = [...steps];
  const client: Pick<WorkerClient, 'cycle' | 'readContext' | 'fail' | 'reserveModelCall'> = {
    cycle: async (items, _worker, limit) => {
      told.completed.push(...items);
      // a member brings the rest of its batch along
      const claimed = queue.splice(0, limit);
      while (claimed.length > 0 && queue[0]?.batch === claimed.at(-1)?.batch) claimed.push(...queue.splice(0, 1));
      return { completed: items.map(({ step_id }) => step_id), claimed };
    },
    readContext: async ({ step_id }) => contextFor(steps[step_id - 1] as ClaimedStep),
    fail: async (_step, failure) => void told.failed.push(failure),
    reserveModelCall: async (_step, providers, _input, output) => {
      told.reserved.push(output);
      return {
        routes: [{ tier: 'haiku', provider: providers.includes('openai') ? 'openai' : 'house', model: 'double', estimate_micros: 1 }],
      };
    },
  };
  return { told, client: client as WorkerClient };
}

type Member = { member: number; request: string; platform: string; item: { piece: number } };

/** The block "members" as it stands in the prompt; null in a call for one. */
function membersIn({ prompt }: ModelCall): Member[] | null {
  const block = /\[data \w+ members\]\n([\s\S]*?)\n\[end/.exec(prompt)?.[1];
  return block ? (JSON.parse(block) as Member[]) : null;
}

/** Answers each member with its own request; `spoil` changes the answers. */
function counting(spoil: (answers: { member: number; answer: unknown }[]) => unknown[] = (answers) => answers) {
  const calls: ModelCall[] = [];
  const provider: Provider = {
    name: 'openai',
    generate: async (call) => {
      calls.push(call);
      const answer = (request: string) => ({ say: 'Voilà.', body: `Texte : ${request}`, headline: request.slice(0, 60) });
      const members = membersIn(call);
      const json = members
        ? { answers: spoil(members.map(({ member, request }) => ({ member, answer: answer(request) }))) }
        : answer(/\[data \w+ request\]\n(.*)/.exec(call.prompt)?.[1] ?? '');
      return { json, usage: { input_tokens: 1201, output_tokens: 599, cached_tokens: 301 } };
    },
  };
  return { calls, provider };
}

const shift = { worker: 'test', concurrency: 8, lease_seconds: 60, claim_for_ms: 10_000, signal: new AbortController().signal };
const bodies = (completed: Completion[]) => completed.toSorted((a, b) => a.step_id - b.step_id).map(({ output }) => output.body);
const asked = pieces.map(({ request }) => `Texte : ${request}`);

describe('35 texts of one plan', () => {
  it('are written in three calls, each from its own request', async () => {
    const { told, client } = database();
    const { calls, provider } = counting();
    expect(await runSteps(client, createSkills({ openai: provider }, []), shift)).toEqual({ completed: 35, failed: 0, lost: 0 });
    expect(calls.map((call) => membersIn(call)?.length)).toEqual([12, 12, 11]);
    expect(bodies(told.completed)).toEqual(asked);
  });

  it('show the model neither the others of the plan nor the figures of the run, and the brand once', async () => {
    const { client } = database();
    const { calls, provider } = counting();
    await runSteps(client, createSkills({ openai: provider }, []), shift);
    const prompt = calls[0]?.prompt ?? '';
    expect(prompt).not.toContain('n° 35');
    expect(prompt).not.toContain('a figure of the run');
    expect(prompt.split(brand.name).length - 1).toBeLessThanOrEqual(JSON.stringify(brand).split(brand.name).length - 1);
    expect(
      membersIn(calls[0] as ModelCall)
        ?.map(({ platform }) => platform)
        .slice(0, 3),
    ).toEqual([...platforms]);
  });

  it('share out the tokens by length, to the last one, and say that it was a batch', async () => {
    const { told, client } = database();
    await runSteps(client, createSkills({ openai: counting().provider }, []), shift);
    const calls = told.completed.flatMap((item) => item.calls);
    const sum = (name: 'input_tokens' | 'output_tokens' | 'cached_tokens') => calls.reduce((all, call) => all + call[name], 0);
    expect([sum('input_tokens'), sum('output_tokens'), sum('cached_tokens')]).toEqual([3 * 1201, 3 * 599, 3 * 301]);
    expect(new Set(calls.map(({ lever }) => lever))).toEqual(new Set(['batch']));
    expect(calls).toHaveLength(35);
  });

  it('ask a malformed and a missing member alone, and those alone', async () => {
    const { told, client } = database();
    const { calls, provider } = counting((answers) =>
      answers.flatMap((one) => (one.member === 2 ? [{ member: 2, answer: { body: '' } }] : one.member === 5 ? [] : [one])),
    );
    expect((await runSteps(client, createSkills({ openai: provider }, []), shift)).completed).toBe(35);
    expect(calls.filter((call) => !membersIn(call))).toHaveLength(6);
    expect(bodies(told.completed)).toEqual(asked);
    const alone = told.completed.find(({ step_id }) => step_id === 2);
    expect(alone?.calls.map(({ lever }) => lever)).toEqual(['prompt_cache']);
  });

  it('are asked alone when the whole answer is none', async () => {
    const { told, client } = database();
    const { calls, provider } = counting(() => ['no', 'member']);
    expect(await runSteps(client, createSkills({ openai: provider }, []), shift)).toEqual({ completed: 35, failed: 0, lost: 0 });
    // each batch and its repair, then each member
    expect(calls).toHaveLength(3 * 2 + 35);
    expect(bodies(told.completed)).toEqual(asked);
  });

  it('are answered by the house model too, each from its own facts', async () => {
    const { told, client } = database();
    let calls = 0;
    const house: Provider = { name: 'house', generate: (...args) => ((calls += 1), houseModel.generate(...args)) };
    expect((await runSteps(client, createSkills({ house }, []), shift)).completed).toBe(35);
    expect(calls).toBe(3);
    const prices = told.completed.map(({ step_id, output }) =>
      String(output.body)
        .replaceAll(/[\s\u202f\u00a0]/g, '')
        .includes(String(999 + step_id)),
    );
    expect(prices.filter(Boolean)).toHaveLength(35);
  });
});
