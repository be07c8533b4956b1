// Weeks in the life of one tenant, told by the clock: plan on Sunday, work and answers by day, letter on Thursday, lessons on Friday, and a next plan that
// uses them; then the figures turn round, and lessons, plan and cards turn with them. Real stack, real worker, house model.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lessonSides } from '../../functions/_shared/house/skills/read-figures.ts';
import type { Stack } from '../../local/boot.ts';
import { moveClock, publishDaily, strike, turnFigures } from './four-weeks.ts';
import { ask, bootEngine, newOwner, readRun, workWithHouse, type Owner } from './scenario.ts';

type Piece = {
  format: string;
  approval_id: string | null;
  approval_state: string | null;
  version: number;
  content_hash: string;
  content_status: string;
  scheduled_at: string | null;
};
type Plan = {
  run: { id: string; state: string };
  week_start: string;
  lessons_used: string[];
  priorities: unknown[];
  pieces: Piece[];
  waiting: number;
};
type Lesson = { lesson: string; confidence: number; confirmed_count: number; contradicted_count: number };

let stack: Stack;
let owner: Owner;

beforeAll(async () => {
  stack = await bootEngine();
  await moveClock(stack, '2027-03-05 12:00+03');
  owner = await newOwner(stack);
  await stack.query(`update public.tenants set plan_key = 'pro' where id = $1`, [owner.tenantId]);
  await stack.query(`update public.tenant_settings set platforms = '{nexio_page,facebook,tiktok}' where tenant_id = $1`, [owner.tenantId]);
  await stack.query(
    `insert into public.subscribers (tenant_id, email, name, language, consent_at) values ($1, 'reader@example.test', 'Rado', 'fr', engine.now())`,
    [owner.tenantId],
  );
  await publishDaily(stack, owner.tenantId, '2027-02-05', '2027-03-04', 'reel');
}, 120_000);

afterAll(() => stack?.stop());

const readPlan = () => ask<Plan>(owner, 'read_week_plan');
const count = (plan: Plan, format: string) => plan.pieces.filter((piece) => piece.format === format).length;

/** The lesson of the figures that puts this format first. */
async function readLesson(better: string): Promise<Lesson | undefined> {
  const lessons = await stack.query<Lesson>(
    `select lesson, confidence::float, confirmed_count, contradicted_count from public.learned_lessons where tenant_id = $1 and evidence -> 0 ->> 'source' = 'by_format'`,
    [owner.tenantId],
  );
  return lessons.find((lesson) => lessonSides(lesson).better === better);
}

const runsOf = (chain: string) =>
  stack.query<{ id: string; state: string; trigger: string }>(
    'select id, state, trigger from public.chain_runs where tenant_id = $1 and chain_key = $2 order by created_at',
    [owner.tenantId, chain],
  );

type Card = { id: string; version: number; content_hash: string };

/** Says yes to cards, ten at a time: more at once would ask for the second factor. */
async function approve(cards: Card[]): Promise<void> {
  for (let from = 0; from < cards.length; from += 10) {
    const decisions = cards
      .slice(from, from + 10)
      .map(({ id, version, content_hash }) => ({ approval_id: id, decision: 'approve', version, content_hash, client_key: randomUUID() }));
    const outcomes = await ask<{ outcome: string }[]>(owner, 'decide_approvals', { p_decisions: decisions });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(decisions.map(() => 'decided'));
  }
}

const waitingIn = (runId: string) =>
  stack.query<Card>(`select id, version, content_hash from public.approvals where run_id = $1 and state = 'pending'`, [runId]);

async function expectNoAlarm(): Promise<void> {
  const alerts = await stack.query(
    `select code, detail from public.alerts where code in ('tick_failed', 'job_failed', 'reply_not_started')`,
  );
  expect(alerts).toEqual([]);
}

test('Friday evening the figures of the week become a lesson that is not yet sure', async () => {
  await strike(stack, '2027-03-05 20:00+03');
  expect((await runsOf('performance_review')).map(({ state, trigger }) => [state, trigger])).toEqual([['done', 'clock']]);
  const lesson = await readLesson('reel');
  expect(lesson && lessonSides(lesson).worse).toBe('picture');
  expect(lesson?.confidence).toBeGreaterThan(0.3);
  expect(lesson?.confidence).toBeLessThanOrEqual(0.7);
}, 120_000);

test('Sunday morning the plan is made: 35 pieces, more reels than pictures, none of it by an unsure lesson', async () => {
  await publishDaily(stack, owner.tenantId, '2027-03-05', '2027-03-06', 'reel');
  await strike(stack, '2027-03-07 07:59+03');
  expect(await runsOf('weekly_content_plan')).toEqual([]);
  await strike(stack, '2027-03-07 08:00+03');
  const plan = await readPlan();
  expect(plan).toMatchObject({ week_start: '2027-03-08', waiting: 35, lessons_used: [] });
  expect(plan.priorities).toHaveLength(5);
  expect(plan.pieces).toHaveLength(35);
  expect(count(plan, 'reel')).toBeGreaterThan(count(plan, 'picture') + 3);
  await strike(stack, '2027-03-07 08:10+03');
  expect(await runsOf('weekly_content_plan')).toHaveLength(1);
}, 240_000);

test('all 35 are approved and wait for their hour', async () => {
  const { run, pieces } = await readPlan();
  await approve(pieces.map(({ approval_id, version, content_hash }) => ({ id: approval_id ?? '', version, content_hash })));
  await workWithHouse(stack);
  const plan = await readPlan();
  expect(plan.waiting).toBe(0);
  expect(await readRun(stack, run.id)).toMatchObject({ state: 'done', error_code: null });
  expect(plan.pieces.map(({ content_status }) => content_status)).toEqual(plan.pieces.map(() => 'scheduled'));
}, 120_000);

test('day by day each piece goes out at its hour, none before', async () => {
  await publishDaily(stack, owner.tenantId, '2027-03-07', '2027-03-07', 'reel');
  for (const day of ['08', '09', '10']) {
    await strike(stack, `2027-03-${day} 23:00+03`);
    const { pieces } = await readPlan();
    const end = Date.parse(`2027-03-${day}T23:00:00+03:00`);
    const due = pieces.map(({ scheduled_at }) => scheduled_at !== null && Date.parse(scheduled_at) <= end);
    expect(pieces.map(({ content_status }) => content_status === 'published')).toEqual(due);
    expect(due).toContain(true);
    await publishDaily(stack, owner.tenantId, `2027-03-${day}`, `2027-03-${day}`, 'reel');
  }
  expect((await readPlan()).pieces.filter(({ content_status }) => content_status === 'scheduled').length).toBeGreaterThan(0);
  await expectNoAlarm();
}, 240_000);

test('a comment and a message are answered once their replies are let out', async () => {
  const receive = async (kind: string, platform: string, body: string) => {
    const [row] = await stack.query<{ answer: { interaction_id: string; run_id: string } }>(
      `select worker.receive_interaction($1, $2, $3, $4, 'Rado', 'rado-1', $5, engine.now()) as answer`,
      [owner.tenantId, kind, platform, randomUUID(), body],
    );
    if (!row) throw new Error('not received');
    return row.answer;
  };
  await moveClock(stack, '2027-03-11 10:00+03');
  const comment = await receive('comment', 'facebook', 'Bonjour, combien coûtent les samosas ?');
  const message = await receive('message', 'nexio_page', 'Bonjour, je voudrais commander 30 samosas pour samedi.');
  await workWithHouse(stack);
  for (const { run_id } of [comment, message]) {
    const cards = await waitingIn(run_id);
    expect(cards).toHaveLength(1);
    await approve(cards);
  }
  await workWithHouse(stack);
  const [taken] = await stack.query<{ effects: { key: string; data: { interaction_id: string; body: string } }[] }>(
    `select worker.take_effects('{send_reply}') as effects`,
  );
  expect(taken?.effects.map(({ data }) => data.interaction_id)).toEqual([comment.interaction_id]);
  for (const { key } of taken?.effects ?? []) await stack.query(`select worker.settle_taken_effect($1, 'settled')`, [key]);
  const answers = await stack.query<{ kind: string; state: string; reply: string }>(
    'select kind, state, reply from public.interactions where tenant_id = $1 order by kind',
    [owner.tenantId],
  );
  expect(answers.map(({ kind, state }) => [kind, state])).toEqual([
    ['comment', 'answered'],
    ['message', 'answered'],
  ]);
  expect(answers[0]?.reply).toContain('500');
}, 120_000);

test('Thursday at five the newsletter is written, and goes out after its yes', async () => {
  expect(await runsOf('weekly_newsletter')).toEqual([]);
  await strike(stack, '2027-03-11 17:00+03');
  const [letter] = await runsOf('weekly_newsletter');
  const cards = await waitingIn(letter?.id ?? '');
  expect(cards).toHaveLength(1);
  await approve(cards);
  await workWithHouse(stack);
  const mailings = await stack.query(`select status, recipients from public.mailings where run_id = $1`, [letter?.id]);
  expect(mailings).toEqual([{ status: 'approved', recipients: 1 }]);
}, 120_000);

test('the second Friday confirms the lesson, and the next Sunday plans by it', async () => {
  await publishDaily(stack, owner.tenantId, '2027-03-11', '2027-03-11', 'reel');
  const before = await readLesson('reel');
  await strike(stack, '2027-03-12 20:00+03');
  const after = await readLesson('reel');
  expect(after).toMatchObject({ lesson: before?.lesson, confirmed_count: 1, contradicted_count: 0 });
  expect(after?.confidence).toBeGreaterThan(0.7);
  await strike(stack, '2027-03-14 08:00+03');
  const plan = await readPlan();
  expect(plan.week_start).toBe('2027-03-15');
  expect(plan.lessons_used).toContain(after?.lesson);
  expect(count(plan, 'reel')).toBeGreaterThan(count(plan, 'picture') + 3);
  await expectNoAlarm();
}, 240_000);

/** Yesterday went badly: the card that proposes what works. */
async function readCard(day: string): Promise<{ params: { format: string }; chain_key: string }> {
  await stack.query(`update public.metrics_daily set engagements = 5 where tenant_id = $1 and day = $2 and platform = 'facebook'`, [
    owner.tenantId,
    day,
  ]);
  await stack.query('select engine.detect_anomaly($1)', [owner.tenantId]);
  const cards = await stack.query<{ params: { format: string }; chain_key: string }>(
    `select params, chain_key from public.insights where tenant_id = $1 and detector = 'anomaly' and subject = 'facebook' and state = 'open'`,
    [owner.tenantId],
  );
  expect(cards).toHaveLength(1);
  return cards[0] as { params: { format: string }; chain_key: string };
}

test('with the figures turned round the card, the lessons and the next plan turn round', async () => {
  await publishDaily(stack, owner.tenantId, '2027-03-12', '2027-03-18', 'reel');
  await moveClock(stack, '2027-03-19 09:00+03');
  expect(await readCard('2027-03-18')).toMatchObject({ params: { format: 'reel' }, chain_key: 'create_tiktok_video' });

  await turnFigures(stack, owner.tenantId, 'picture');
  expect(await readCard('2027-03-18')).toMatchObject({ params: { format: 'picture' }, chain_key: 'create_social_post' });

  const sure = await readLesson('reel');
  await strike(stack, '2027-03-19 20:00+03');
  const doubted = await readLesson('reel');
  expect(doubted).toMatchObject({ lesson: sure?.lesson, confirmed_count: 1, contradicted_count: 1 });
  expect(doubted?.confidence).toBeLessThan(0.7);
  const turned = await readLesson('picture');
  expect(turned && lessonSides(turned).worse).toBe('reel');

  await strike(stack, '2027-03-21 08:00+03');
  const plan = await readPlan();
  expect(plan.week_start).toBe('2027-03-22');
  expect(plan.lessons_used).not.toContain(sure?.lesson);
  expect(count(plan, 'picture')).toBeGreaterThan(count(plan, 'reel') + 3);
  await expectNoAlarm();
}, 240_000);

test('a second week of it, and the plan follows the new lesson', async () => {
  await publishDaily(stack, owner.tenantId, '2027-03-19', '2027-03-25', 'picture');
  await strike(stack, '2027-03-26 20:00+03');
  const [old, fresh] = [await readLesson('reel'), await readLesson('picture')];
  expect(fresh?.confidence).toBeGreaterThan(0.7);
  expect(old?.confidence).toBeLessThan(fresh?.confidence ?? 0);
  await strike(stack, '2027-03-28 08:00+03');
  const plan = await readPlan();
  expect(plan.lessons_used).toContain(fresh?.lesson);
  expect(plan.lessons_used).not.toContain(old?.lesson);
  expect(count(plan, 'picture')).toBeGreaterThan(count(plan, 'reel') + 3);
}, 240_000);
