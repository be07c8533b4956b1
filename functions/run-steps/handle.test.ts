// The worker's loop against a client that a test scripts: limits, hiccups, steps that break.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ClaimedStep, Completion, Failure, StepContext, WorkerClient } from '../_shared/worker-client.ts';
import { runSteps, type Shift } from './handle.ts';
import { type Skill, SkillError } from './skills/skill.ts';

const stepOf = (step_id: number, key = 'text'): ClaimedStep => ({
  step_id,
  token: randomUUID(),
  run_id: randomUUID(),
  tenant_id: randomUUID(),
  key,
  agent: 'content_writer',
  skill: 'social-captions',
  round: 1,
  attempt: 1,
});

/** A database with these steps in its queue; notes what it was told. */
function database(steps: ClaimedStep[], hiccups = 0) {
  const told = { completed: [] as number[], failed: [] as Failure[], limits: [] as number[] };
  const queue = [...steps];
  let left = hiccups;
  const verbs: Pick<WorkerClient, 'cycle' | 'readContext' | 'fail'> = {
    cycle: async (items: Completion[], _worker, limit) => {
      if (items.length > 0 && left-- > 0) throw new Error('connection reset');
      told.limits.push(limit);
      told.completed.push(...items.map(({ step_id }) => step_id));
      return { completed: items.map(({ step_id }) => step_id), claimed: queue.splice(0, limit) };
    },
    readContext: async () => ({ skill: { key: 'social-captions', kind: 'prompt' }, input: {} }) as StepContext,
    fail: async (_step, failure) => void told.failed.push(failure),
  };
  return { told, client: verbs as WorkerClient };
}

const shift = (more: Partial<Shift> = {}): Shift => ({
  worker: 'test',
  concurrency: 3,
  lease_seconds: 60,
  claim_for_ms: 10_000,
  signal: new AbortController().signal,
  ...more,
});

const doing = (run: Skill['run']) => ({ skillFor: () => ({ schema: z.looseObject({ say: z.string() }), run }) });
const fine = doing(async () => ({ say: 'fait' }));

describe('a shift', () => {
  it('does all there is and ends', async () => {
    const { told, client } = database([1, 2, 3, 4, 5, 6, 7].map((id) => stepOf(id)));
    expect(await runSteps(client, fine, shift())).toEqual({ completed: 7, failed: 0, lost: 0 });
    expect(told.completed.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('never has more open than it may', async () => {
    let open = 0;
    let most = 0;
    const slow = doing(async () => {
      most = Math.max(most, (open += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
      return { say: '' };
    });
    await runSteps(database([1, 2, 3, 4, 5, 6, 7, 8].map((id) => stepOf(id))).client, slow, shift());
    expect(most).toBe(3);
  });

  it('claims nothing after its time, and still brings home what is open', async () => {
    const { told, client } = database([1, 2, 3, 4, 5, 6].map((id) => stepOf(id)));
    const slow = doing(async () => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return { say: '' };
    });
    const report = await runSteps(client, slow, shift({ claim_for_ms: 30 }));
    expect(report.completed).toBe(3);
    expect(told.limits.slice(1).every((limit) => limit === 0)).toBe(true);
  });

  it('keeps finished work through a hiccup of the database', async () => {
    const { told, client } = database([stepOf(1), stepOf(2)], 1);
    expect((await runSteps(client, fine, shift())).completed).toBe(2);
    expect(told.completed.toSorted()).toEqual([1, 2]);
  });
});

describe('a step that goes wrong', () => {
  it.each([
    ['throws what nobody knows', () => Promise.reject(new TypeError('x is undefined')), { code: 'unexpected', is_retryable: true }],
    [
      'says why',
      () => Promise.reject(new SkillError('input_missing', { needs: 'text' }, false)),
      { code: 'input_missing', is_retryable: false },
    ],
    ['hands over another shape', async () => ({ other: 1 }), { code: 'output_malformed', is_retryable: true }],
    ['hands over nothing', async () => null, { code: 'output_malformed', is_retryable: true }],
  ])('%s: it is failed with a reason and the others go on', async (_what, broken, failure) => {
    const { told, client } = database([stepOf(1, 'broken'), stepOf(2), stepOf(3)]);
    const tools = doing(async ({ step }) => (step.key === 'broken' ? broken() : { say: '' }));
    expect(await runSteps(client, tools, shift())).toEqual({ completed: 2, failed: 1, lost: 0 });
    expect(told.failed).toMatchObject([failure]);
  });

  it('is left to its lease when even its failure cannot be told', async () => {
    const { client } = database([stepOf(1)]);
    const deaf: WorkerClient = { ...client, fail: () => Promise.reject(new Error('connection reset')) };
    expect(
      await runSteps(
        deaf,
        doing(() => Promise.reject(new Error('broken'))),
        shift(),
      ),
    ).toEqual({ completed: 0, failed: 0, lost: 1 });
  });

  it('is unknown when this worker has no such skill', async () => {
    const { told, client } = database([stepOf(1)]);
    await runSteps(client, { skillFor: () => null }, shift());
    expect(told.failed).toMatchObject([{ code: 'skill_unknown', is_retryable: false, detail: { skill: 'social-captions' } }]);
  });
});
