// What goes wrong and what a person sees of it: bad outputs, missing parts, poison, dead workers, cancels. The queue always goes on.
import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest';
import type { ClaimedStep } from '../../functions/_shared/worker-client.ts';
import type { Stack } from '../../local/boot.ts';
import { ask, at, bootEngine, kindsOf, newOwner, type Owner, readRun, readSteps, requestPost, work, workerOf } from './scenario.ts';

let stack: Stack;
let owner: Owner;
beforeAll(async () => {
  stack = await bootEngine();
});
beforeEach(async () => {
  // each test meets empty queues
  await stack.query(
    `select engine.stop_run(id, 'cancelled', 'test_over', '{}', 'system', 'test') from public.chain_runs where finished_at is null`,
  );
  await work(stack);
  owner = await newOwner(stack);
});
afterAll(() => stack.stop());

const alerts = (code: string) =>
  stack.query<{ detail: Record<string, unknown> }>('select detail from public.alerts where code = $1', [code]);

/** Works, and lets the waits of retries pass, until nothing moves any more. */
async function workThroughRetries(answers: Parameters<typeof work>[1]): Promise<void> {
  for (const minutes of [0, 10, 20, 30, 40]) {
    await at(stack, `${minutes} minutes`, 'select engine.tick()');
    await work(stack, answers);
  }
}

async function claimOne(): Promise<ClaimedStep> {
  const { claimed } = await workerOf(stack).cycle([], 'test', 1, 60);
  if (!claimed[0]) throw new Error('nothing to claim');
  return claimed[0];
}

describe('a model that does not answer in shape', () => {
  it('is asked again with back-off, then the run fails with a reason, an alert, and no step left open', async () => {
    const runId = await requestPost(owner);
    let asked = 0;
    await workThroughRetries({ 'social-captions': () => ((asked += 1), { body: '' }) });
    // four attempts of the step, each with one repair by askModel
    expect(asked).toBe(8);
    expect(await readRun(stack, runId)).toMatchObject({
      state: 'failed',
      error_code: 'model_malformed',
      error_detail: { step: 'text', agent: 'content_writer' },
    });
    expect((await kindsOf(stack, runId)).filter((kind) => kind === 'step.retried')).toHaveLength(3);
    expect((await alerts('step_dead')).at(-1)?.detail).toMatchObject({ code: 'model_malformed', run_id: runId, attempts: 4 });
    expect(Object.values(await readSteps(stack, runId)).map(({ state }) => state)).toEqual([
      'failed',
      'cancelled',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
  });

  it('may get it right at the next try', async () => {
    const runId = await requestPost(owner);
    let asked = 0;
    await workThroughRetries({ 'social-captions': () => ((asked += 1) <= 2 ? 'nonsense' : { say: '', body: 'Samosas', headline: 'S' }) });
    expect((await readRun(stack, runId)).state).toBe('awaiting_approval');
  });

  it('cannot put anything but an object into the chain', async () => {
    const runId = await requestPost(owner);
    const step = await claimOne();
    for (const output of ['text', 5, null, ['x']]) {
      const [row] = await stack.query<{ done: number[] }>('select worker.complete($1) as done', [JSON.stringify([{ ...step, output }])]);
      expect(row?.done).toEqual([]);
    }
    const { text } = await readSteps(stack, runId);
    expect(text).toMatchObject({ state: 'ready', error_code: 'output_malformed' });
  });
});

describe('parts that are not there', () => {
  it.each([
    ['skills', 'image-router', 'skill_unknown', { skill: 'image-router' }],
    ['agents', 'creative_producer', 'agent_unknown', { agent: 'creative_producer' }],
  ])('%s: the run fails and says which', async (table, key, code, detail) => {
    const runId = await requestPost(owner);
    await stack.query(`update public.${table} set is_active = false where key = $1`, [key]);
    try {
      await work(stack);
      expect(await readRun(stack, runId)).toMatchObject({ state: 'failed', error_code: code, error_detail: { step: 'visual', ...detail } });
    } finally {
      await stack.query(`update public.${table} set is_active = true where key = $1`, [key]);
    }
    await ask(owner, 'retry_run', { p_run_id: runId });
    await work(stack);
    expect((await readRun(stack, runId)).state).toBe('awaiting_approval');
  });
});

describe('poison messages', () => {
  it.each(['{"step": 999999999}', '{"step": "drop table"}', '{"other": 1}', '"text"', '[]', 'null', '{"step": 1e30}', '{"step": -1}'])(
    '%s is archived with an alert and the queue goes on',
    async (message) => {
      const before = (await stack.query('select id from public.alerts')).length;
      await stack.query(`select pgmq.send('nexio_critical', $1::jsonb)`, [message]);
      const runId = await requestPost(owner);
      await work(stack);
      expect((await readRun(stack, runId)).state).toBe('awaiting_approval');
      expect((await stack.query('select id from public.alerts')).length).toBe(before + 1);
      const [left] = await stack.query<{ waiting: number }>('select engine.count_queued_work(10) as waiting');
      expect(left?.waiting).toBe(0);
    },
  );
});

describe('a worker that dies', () => {
  it('loses its step after the lease; its late result changes nothing', async () => {
    const runId = await requestPost(owner);
    const dead = await claimOne();
    await at(stack, '59 seconds', 'select engine.tick()');
    expect((await readSteps(stack, runId)).text).toMatchObject({ state: 'working', claim_token: dead.token });

    await at(stack, '61 seconds', 'select engine.tick()');
    expect((await readSteps(stack, runId)).text).toMatchObject({ state: 'ready', error_code: 'worker_lost' });
    await at(stack, '2 minutes', 'select engine.tick()');
    await work(stack, { 'social-captions': () => ({ say: '', body: 'Le second', headline: 'S' }) });

    const late = { step_id: dead.step_id, token: dead.token, output: { body: 'Le mort' }, duration_ms: 1, calls: [] };
    const { completed } = await workerOf(stack).cycle([late], 'dead', 0, 60);
    expect(completed).toEqual([]);
    expect((await readSteps(stack, runId)).text?.output?.body).toBe('Le second');
    expect((await kindsOf(stack, runId)).filter((kind) => kind === 'step.said')).toHaveLength(3);
  });

  it('leaves its hold on the budget booked as spent', async () => {
    await stack.query(`update public.tenants set plan_key = 'pro' where id = $1`, [owner.tenantId]);
    await requestPost(owner);
    const client = workerOf(stack);
    const dead = await claimOne();
    const held = await client.reserveModelCall(dead, ['anthropic'], 1000, 1000);
    expect(held).toMatchObject({ routes: [{ tier: 'haiku', provider: 'anthropic', estimate_micros: 12_000 }, { tier: 'sonnet' }] });
    const budget = async () =>
      (await stack.query('select reserved_micros, spent_micros from public.budgets where tenant_id = $1', [owner.tenantId]))[0];
    expect(await budget()).toEqual({ reserved_micros: 36_000, spent_micros: 0 });
    await at(stack, '61 seconds', 'select engine.tick()');
    expect(await budget()).toEqual({ reserved_micros: 0, spent_micros: 36_000 });
  });

  it('leaves its outside effect open, and the next worker is told to look first', async () => {
    await requestPost(owner);
    const client = workerOf(stack);
    const dead = await claimOne();
    const key = `media:${dead.step_id}`;
    expect(await client.reserveEffect(dead, key, 'store_media')).toBe('new');
    await at(stack, '61 seconds', 'select engine.tick()');
    await at(stack, '2 minutes', 'select engine.tick()');
    const next = await claimOne();
    expect(next.step_id).toBe(dead.step_id);
    expect(await client.reserveEffect(dead, key, 'store_media')).toBe('claim_lost');
    expect(await client.reserveEffect(next, key, 'store_media')).toBe('unknown');
    await client.settleEffect(next, key, {});
    expect(await client.reserveEffect(next, key, 'store_media')).toBe('settled');
  });
});

describe('a person who stops a run', () => {
  it('voids the work under way', async () => {
    const runId = await requestPost(owner);
    const open = await claimOne();
    await ask(owner, 'cancel_run', { p_run_id: runId });
    const { completed } = await workerOf(stack).cycle(
      [{ step_id: open.step_id, token: open.token, output: { body: 'x' }, duration_ms: 1, calls: [] }],
      'w',
      4,
      60,
    );
    expect(completed).toEqual([]);
    expect(await readRun(stack, runId)).toMatchObject({ state: 'cancelled', error_code: 'cancelled_by_person' });
    expect(new Set(Object.values(await readSteps(stack, runId)).map(({ state }) => state))).toEqual(new Set(['cancelled']));
    await expect(ask(owner, 'cancel_run', { p_run_id: runId })).rejects.toMatchObject({ message: 'run_has_ended', code: 'NX409' });
  });

  it('can resume it: what was done is not done again', async () => {
    const runId = await requestPost(owner);
    let texts = 0;
    const answers = { 'social-captions': () => ((texts += 1), { say: '', body: 'Samosas', headline: 'S' }) };
    await stack.query(`update public.skills set is_active = false where key = 'fact-checker'`);
    await work(stack, answers);
    await stack.query(`update public.skills set is_active = true where key = 'fact-checker'`);
    await ask(owner, 'retry_run', { p_run_id: runId });
    await work(stack, answers);
    expect(texts).toBe(1);
    expect((await readRun(stack, runId)).state).toBe('awaiting_approval');
  });
});

describe('one tenant that floods', () => {
  it('holds a fair share of the queue and does not delay another', async () => {
    await stack.query(`update public.tenants set plan_key = 'pro' where id = $1`, [owner.tenantId]);
    for (let i = 0; i < 40; i += 1) await requestPost(owner);
    const other = await newOwner(stack);
    await requestPost(other);
    const [queued] = await stack.query<{ count: number }>(
      `select count(*)::int from public.chain_steps where tenant_id = $1 and state in ('queued', 'working')`,
      [owner.tenantId],
    );
    expect(queued?.count).toBe(36);
    const { claimed } = await workerOf(stack).cycle([], 'w', 37, 60);
    expect(claimed.some(({ tenant_id }) => tenant_id === other.tenantId)).toBe(true);
  });
});
