// The flood of simulation.ts: one tenant asks for 10,000 low steps at once, others want a critical one now and a few low ones; on the real clock.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';

const batch = 10;
const workers = 4;
const work = 300;
const beside = 20;
const stepsEach = 36;

type Claimed = { step_id: number; token: string };

async function start(sql: Sql, tenant: number, priority: string, count: number): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    with asked as materialized (
      select engine.start_run(('00000000-0000-4000-8000-' || lpad(${tenant}::int::text, 12, '0'))::uuid,
        jsonb_populate_record(c, jsonb_build_object('priority', ${priority}::text)), 'Flood', '{}', 'fr') as run_id
      from public.chains c, generate_series(1, ${count}::int) where c.key = 'flood'
    )
    select run_id as id from asked`;
  const ids = await sql<{ id: string }[]>`select id from public.chain_steps where run_id in ${sql(rows.map(({ id }) => String(id)))}`;
  return ids.map(({ id }) => Number(id));
}

/** Milliseconds from asked to claimed of each critical step; each neighbour's time over the time that an equal share of the workers would have taken. */
export async function flood(sql: Sql): Promise<{ critical: number[]; fair: number[]; lowRate: number }> {
  await sql`
    insert into public.chains (key, name, priority, steps, is_active)
    values ('flood', 'Flood', 'low', '[{"key": "only", "agent": "content_writer", "skill": "social-captions", "needs": []}]', true)`;
  const claimedAt = new Map<number, number>();
  const doneAt = new Map<number, number>();
  const ask = { isOver: false };
  const pool = Array.from({ length: workers }, async (_, at) => {
    let items: object[] = [];
    while (!ask.isOver || items.length > 0) {
      const [row] = await sql<{ answer: { completed: number[]; claimed: Claimed[] } }[]>`
        select worker.cycle(${JSON.stringify(items)}::text::jsonb, ${`flood-${at}`}, ${ask.isOver ? 0 : batch}, 60) as answer`;
      const now = performance.now();
      for (const id of row?.answer.completed ?? []) doneAt.set(Number(id), now);
      const claimed = row?.answer.claimed ?? [];
      for (const { step_id } of claimed) claimedAt.set(Number(step_id), now);
      await sleep(claimed.length === 0 ? 20 : work);
      items = claimed.map((one) => ({ ...one, output: { say: 'Done.' }, duration_ms: work, calls: [] }));
    }
  });

  for (let part = 0; part < 10; part++) await start(sql, 1, 'low', 1000);
  const from = performance.now();
  const doneBefore = doneAt.size;
  const theirs = await Promise.all(Array.from({ length: beside }, (_, at) => start(sql, 100 + at, 'low', stepsEach)));
  const criticals: { id: number; asked: number }[] = [];
  for (let at = 0; at < 40; at++) {
    const asked = performance.now();
    for (const id of await start(sql, 500 + at, 'critical', 1)) criticals.push({ id, asked });
    await sleep(200);
  }
  const isOpen = () => theirs.flat().some((id) => !doneAt.has(id)) || criticals.some(({ id }) => !claimedAt.has(id));
  while (isOpen() && performance.now() - from < 180_000) await sleep(50);
  const seconds = (performance.now() - from) / 1000;
  const lowRate = (doneAt.size - doneBefore) / seconds;
  ask.isOver = true;
  await Promise.all(pool);

  // the flooder and its neighbours, each with an equal part of what the workers do
  const fairSeconds = stepsEach / (lowRate / (beside + 1));
  const fair = theirs.map((ids) => (Math.max(...ids.map((id) => doneAt.get(id) ?? Number.POSITIVE_INFINITY)) - from) / 1000 / fairSeconds);
  return { critical: criticals.map(({ id, asked }) => (claimedAt.get(id) ?? Number.POSITIVE_INFINITY) - asked), fair, lowRate };
}
