// The demo's twelve weeks: made by the engine, believable in time, marked, never counted as anybody else's.
import { afterAll, beforeAll, expect, it } from 'vitest';
import story from '../../local/demo/story.json' with { type: 'json' };
import type { Stack } from '../../local/boot.ts';
import { ask, bootEngine, newOwner, type Owner, work } from './scenario.ts';

let stack: Stack;
let owner: Owner;
beforeAll(async () => {
  stack = await bootEngine();
  owner = await newOwner(stack);
  const posts = story.posts.map((post, n) => ({
    ...post,
    visual: { path: `${owner.tenantId}/demo/${n}.svg`, mime: 'image/svg+xml', width: 1, height: 1, alt: '' },
  }));
  await stack.query('select worker.load_demo($1, $2, $3)', [owner.tenantId, owner.id, JSON.stringify({ posts, leads: story.leads })]);
  // the database worked in this process: a kept-alive socket may have been closed meanwhile, and this request finds it out
  await fetch(stack.url).catch(() => {});
});
afterAll(() => stack.stop());

const rows = <Row = Record<string, unknown>>(sql: string) => stack.query<Row>(sql);

it('tells of posts published, refused, scheduled and waiting', async () => {
  expect(await rows('select status, count(*)::int as n from public.contents group by 1 order by 1')).toEqual([
    { status: 'in_review', n: 2 },
    { status: 'published', n: 34 },
    { status: 'rejected', n: 2 },
    { status: 'scheduled', n: 2 },
  ]);
  expect(await rows('select state, count(*)::int as n from public.chain_runs group by 1 order by 1')).toEqual([
    { state: 'awaiting_approval', n: 2 },
    { state: 'cancelled', n: 2 },
    { state: 'done', n: 36 },
  ]);
});

it('spreads over twelve weeks and never into the future', async () => {
  const [time] = await rows<Record<string, unknown>>(
    `select extract(day from now() - min(created_at))::int as first, bool_or(created_at > now()) as from_tomorrow,
       count(distinct date_trunc('week', created_at))::int as weeks from public.events where run_id is not null`,
  );
  expect(time).toMatchObject({ from_tomorrow: false });
  expect(time?.first).toBeGreaterThan(81);
  expect(time?.weeks).toBeGreaterThanOrEqual(12);
  const published = await rows(
    `select count(*)::int as n from public.contents where status = 'published' and published_at - created_at between interval '10 minutes' and interval '2 hours'`,
  );
  expect(published).toEqual([{ n: 34 }]);
});

it('has conversations with refutations, lessons from edits, leads and a bell', async () => {
  const refuted = story.posts.filter((post) => 'refuted' in post).length;
  expect(await rows(`select count(*)::int as n from public.events where kind = 'step.refuted'`)).toEqual([{ n: refuted }]);
  expect(await rows(`select kind, count(*)::int as n from public.lessons group by 1 order by 1`)).toEqual([
    { kind: 'edit', n: 3 },
    { kind: 'rejection', n: 2 },
  ]);
  expect(await rows('select count(*)::int as n, bool_and(is_demo) as marked from public.leads')).toEqual([
    { n: story.leads.length, marked: true },
  ]);
  const home = await ask<{ unread_notifications: number; pending_approvals: number; tenant: { is_demo: boolean } }>(owner, 'read_home');
  expect(home).toMatchObject({ pending_approvals: 2, tenant: { is_demo: true } });
  expect(home.unread_notifications).toBeGreaterThan(0);
  expect(home.unread_notifications).toBeLessThan(20);
});

it('marks every run and content, and leaves workers nothing to do', async () => {
  expect(
    await rows('select bool_and(r.is_demo and c.is_demo) as marked from public.chain_runs r join public.contents c on c.run_id = r.id'),
  ).toEqual([{ marked: true }]);
  expect(await work(stack)).toEqual({ completed: 0, failed: 0, lost: 0 });
  expect(await rows('select engine.count_queued_work(10) as n')).toEqual([{ n: 0 }]);
});

it('is told once, and not into a tenant that works', async () => {
  const again = stack.query('select worker.load_demo($1, $2, $3)', [owner.tenantId, owner.id, JSON.stringify({ posts: [], leads: [] })]);
  await expect(again).rejects.toThrow('tenant_not_empty');
});

it('has figures, what they taught, cards to act on and a saving to show', async () => {
  expect(await rows('select bool_and(reach > 0 and engagements > 0) as counted from public.post_metrics')).toEqual([{ counted: true }]);
  expect(await rows('select detector from public.insights where state = $$open$$ order by 1')).toEqual([
    { detector: 'anomaly' },
    { detector: 'recycler' },
    { detector: 'timing' },
  ]);
  const lessons = await rows<{ confidence: string }>('select confidence::text from public.learned_lessons order by 1');
  expect(lessons.map(({ confidence }) => Number(confidence) > 0.7)).toEqual([false, true]);
  const costs = await ask<{ spent_micros: number; dearest_micros: number }>(owner, 'read_costs');
  expect(costs.dearest_micros).toBeGreaterThan(costs.spent_micros * 2);
});
