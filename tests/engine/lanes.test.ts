// A week's plan with the real worker and the house model: 35 pieces, each in its own lane, in few model calls, decided as one.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stack } from '../../local/boot.ts';
import { ask, bootEngine, newOwner, readRun, workWithHouse, type Owner } from './scenario.ts';

let stack: Stack;
let owner: Owner;

beforeAll(async () => {
  stack = await bootEngine();
  owner = await newOwner(stack);
  await stack.query(`update public.tenants set plan_key = 'growth' where id = $1`, [owner.tenantId]);
}, 120_000);
afterAll(() => stack?.stop());

const start = async (input: Record<string, unknown> = {}) =>
  (
    await ask<{ run_id: string }>(owner, 'start_chain', {
      p_chain_key: 'weekly_content_plan',
      p_input: input,
      p_client_key: randomUUID(),
    })
  ).run_id;

type Piece = { item: number; state: string; round: number; scheduled_at: Date; platform: string; body: string; day: string; time: string };
const pieces = (runId: string) =>
  stack.query<Piece>(
    `select s.item, a.state, w.round, c.platform, c.body, c.scheduled_at, s.input -> 'item' ->> 'day' as day, s.input -> 'item' ->> 'time' as time
     from public.approvals a join public.chain_steps s on s.id = a.step_id join public.contents c on c.id = a.content_id
     join public.chain_steps w on w.run_id = s.run_id and w.key = 'write_35_pieces' and w.item = s.item
     where a.run_id = $1 order by s.item`,
    [runId],
  );

describe('a week of 35 pieces', () => {
  let runId: string;

  it('comes to 35 approvals with their day, time and platform', async () => {
    runId = await start();
    const report = await workWithHouse(stack);
    expect(report).toMatchObject({ failed: 0, lost: 0 });
    expect(await readRun(stack, runId)).toMatchObject({ state: 'awaiting_approval', error_code: null });
    const all = await pieces(runId);
    expect(all).toHaveLength(35);
    for (const { scheduled_at, day, time } of all) {
      // Antananarivo is three hours before UTC all year
      expect(new Date(scheduled_at).toISOString()).toBe(new Date(`${day}T${time}:00+03:00`).toISOString());
    }
    expect(new Set(all.map(({ body }) => body)).size).toBeGreaterThan(30);
  }, 180_000);

  it('in few model calls', async () => {
    const [calls] = await stack.query<{ count: number }>(
      `select count(distinct (created_at, s.key))::int as count from public.model_calls m join public.chain_steps s on s.id = m.step_id where m.run_id = $1`,
      [runId],
    );
    const [steps] = await stack.query<{ count: number }>(
      `select count(*)::int as count from public.chain_steps where run_id = $1 and provider is not null`,
      [runId],
    );
    expect(steps?.count).toBeGreaterThan(100);
    // the plan, then three batches of texts, three of reviews, three of scores
    expect(calls?.count).toBeLessThanOrEqual(12);
  });

  it('is decided as one, and one that is refused stops no other', async () => {
    const cards = await stack.query<{ id: string; version: number; content_hash: string }>(
      `select id, version, content_hash from public.approvals where run_id = $1 order by created_at, id`,
      [runId],
    );
    const decisions = cards.map(({ id, version, content_hash }, at) => ({
      approval_id: id,
      decision: at === 0 ? 'reject' : 'approve',
      reason: 'Trop long',
      version,
      content_hash,
      client_key: randomUUID(),
    }));
    for (let from = 0; from < decisions.length; from += 10) {
      const outcomes = await ask<{ outcome: string }[]>(owner, 'decide_approvals', { p_decisions: decisions.slice(from, from + 10) });
      expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['decided']));
    }
    expect(await readRun(stack, runId)).toMatchObject({ state: 'done' });
    const states = Object.groupBy(await pieces(runId), ({ state }) => state);
    expect([states.approved?.length, states.rejected?.length]).toEqual([34, 1]);
  });

  it('a refuted piece is written again, alone', async () => {
    const second = await start();
    await workWithHouse(stack, {
      'fact-checker': ({ facts }) =>
        (facts.item as { piece: number }).piece === 4 && facts.round === 0
          ? { say: 'Non.', verdict: 'refute', findings: [{ fault: 'missing_fact', quote: '', reason: 'Le prix manque.', suggestion: '' }] }
          : { say: 'Oui.', verdict: 'praise', findings: [] },
    });
    const all = await pieces(second);
    expect(all).toHaveLength(35);
    expect(all.filter(({ round }) => round > 1).map(({ item }) => item)).toEqual([3]);
  }, 180_000);
});
