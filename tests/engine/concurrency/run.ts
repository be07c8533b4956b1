// The engine under real concurrency, on a Postgres server with the project's schema and catalog: `DATABASE_URL=… node tests/engine/concurrency/run.ts`.
// Eight worker processes, killed with -9 in mid-step, over chains, lanes in batches, child runs and a tenant suspended in between; then races for money, for a decision and for one tap. Called by tests/pg17/lane.ts.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { aMessageIsClaimedOnce, hundredDecideOnce } from './channels.ts';
import { wordsKeepTheirOrder } from './chats.ts';
import { asOwner, openCard, openShop } from './shop.ts';
import { newPlatformAdmin, setStatus, suspendingWaitsItsTurn } from './status.ts';

export type Finding = { name: string; problems: string[] };
/** Starts `count` workers and keeps killing and replacing them until `done`; then lets the last ones finish. */
async function eightWorkers(url: string, done: () => Promise<boolean>): Promise<{ killed: number; broken: number }> {
  let broken = 0;
  const start = (n: number) => {
    const worker = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'worker.ts'), `w${n}`], {
      env: { ...process.env, DATABASE_URL: url },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    // a deadlock, say: what it held comes back with its lease, but it should not have happened
    worker.once('exit', (code) => (broken += code ? 1 : 0));
    return worker;
  };
  const workers: ChildProcess[] = Array.from({ length: 8 }, (_unused, n) => start(n));
  let killed = 0;
  while (!(await done())) {
    await sleep(400);
    if (killed >= 20) continue;
    const at = Math.floor(Math.random() * workers.length);
    workers[at]?.kill('SIGKILL');
    workers[at] = start(100 + killed);
    killed += 1;
  }
  await Promise.all(
    workers.map((worker) => {
      if (worker.exitCode !== null || worker.signalCode !== null) return undefined;
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      worker.kill('SIGTERM');
      return ended;
    }),
  );
  return { killed, broken };
}

type Step = { key: string; agent: string; skill: string; needs: string[]; each?: string };
const step = (key: string, needs: string[], more: Partial<Step> = {}): Step => ({
  key,
  agent: 'content_writer',
  skill: 'social-captions',
  needs,
  ...more,
});
const each = '$.input.list[*]';
const raced = {
  /** two branches that join */
  plain: { steps: [step('a', []), step('b', ['a']), step('c', ['a']), step('d', ['b', 'c']), step('e', ['d'])], runs: 200, done: 5 },
  /** fifteen lanes of two, claimed in batches, beside a run of another chain */
  lanes: (inner: string) => ({
    steps: [
      step('a', []),
      step('w', ['a'], { each }),
      step('x', ['w'], { each }),
      step('child', ['a'], { skill: `chain:${inner}` }),
      step('z', ['x', 'child']),
    ],
    runs: 20,
    done: 1 + 15 + 15 + 1 + 1,
  }),
  inner: { steps: [step('one', []), step('two', ['one'])], runs: 20, done: 2 },
};

async function nothingLostNothingDoubled(sql: Sql, url: string): Promise<string[]> {
  const chain = `race_${randomUUID().slice(0, 8).replaceAll('-', '_')}`;
  const parts = [
    { key: `${chain}_inner`, ...raced.inner },
    { key: `${chain}_plain`, ...raced.plain },
    { key: `${chain}_lanes`, ...raced.lanes(`${chain}_inner`) },
  ];
  for (const { key, steps } of parts)
    await sql`insert into public.chains (key, name, priority, steps, is_active) values (${key}, ${key}, 'high', ${sql.json(steps)}, true)`;
  const shops = await Promise.all([1, 2, 3, 4].map(() => openShop(sql)));
  const adminId = await newPlatformAdmin(sql);
  const input = sql.json({ list: Array.from({ length: 15 }, (_unused, at) => at) });
  for (const { key, runs } of parts.slice(1))
    for (let n = 0; n < runs; n += 1)
      await sql`select engine.start_run(${shops[n % 4]?.tenantId ?? ''}, engine.route_task(null, ${key}), 'race', ${input}, 'fr')`;

  const like = `${chain}%`;
  const open = async () =>
    (await sql`select count(*)::int as n from public.chain_runs where chain_key like ${like} and finished_at is null`)[0]?.n as number;
  const until = performance.now() + 180_000;
  let turn = 0;
  const { killed, broken } = await eightWorkers(url, async () => {
    // the last shop is suspended and let back again and again: its work is handed back in flight
    turn += 1;
    if (turn < 12) await setStatus(sql, adminId, shops[3]?.tenantId ?? '', turn % 3 === 1 ? 'suspended' : 'active');
    await sql`select engine.tick()`;
    return (await open()) === 0 || performance.now() > until;
  });

  const problems: string[] = [];
  const expect = (what: string, found: unknown, wanted: unknown) => {
    if (JSON.stringify(found) !== JSON.stringify(wanted)) problems.push(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  };
  const states =
    await sql`select r.chain_key as chain, r.state, s.state as step, count(*)::int as n from public.chain_runs r join public.chain_steps s on s.run_id = r.id
    where chain_key like ${like} group by 1, 2, 3 order by 1, 2, 3`;
  // a step that met the killer four times in a row is dead by rule; its run says so
  const dead = await sql`select count(*)::int as n from public.chain_runs where chain_key like ${like} and error_code = 'worker_lost'`;
  if (dead[0]?.n === 0)
    expect(
      'steps',
      states.map((row) => ({ ...row })),
      parts
        .map(({ key, runs, done }) => ({ chain: key, state: 'done', step: 'done', n: runs * done }))
        .toSorted((a, b) => a.chain.localeCompare(b.chain)),
    );
  expect('workers that ended by an error of their own', broken, 0);
  if (killed < 5) problems.push(`only ${killed} workers were killed: the run was too short to prove anything`);
  const retried =
    await sql`select count(*)::int as n from public.events e join public.chain_runs r on r.id = e.run_id where chain_key like ${like} and e.kind = 'step.retried'`;
  if (retried[0]?.n === 0) problems.push('no step was interrupted: nothing was proven');
  const doubled =
    await sql`select count(*)::int as n from (select e.step_id from public.events e join public.chain_runs r on r.id = e.run_id
    where chain_key like ${like} and e.kind = 'step.said' group by 1 having count(*) <> 1) as d`;
  expect('steps completed more than once', doubled[0]?.n, 0);
  const money =
    await sql`select sum(b.reserved_micros)::int as held, sum(b.spent_micros)::int - (select sum(cost_micros)::int from public.model_calls m
    where m.tenant_id = any (${shops.map(({ tenantId }) => tenantId)})) as difference from public.budgets b where b.tenant_id = any (${shops.map(({ tenantId }) => tenantId)})`;
  expect(
    'money held and unexplained',
    money.map((row) => ({ ...row })),
    [{ held: 0, difference: 0 }],
  );
  const costs =
    await sql`select sum(r.cost_micros)::int - (select sum(m.cost_micros)::int from public.model_calls m join public.chain_runs o on o.id = m.run_id
    where o.chain_key like ${like}) as difference from public.chain_runs r where chain_key like ${like}`;
  expect('cost of runs against their calls', costs[0]?.difference, 0);
  return problems;
}

async function moneyIsNeverOverspent(sql: Sql): Promise<string[]> {
  const shop = await openShop(sql);
  for (let n = 0; n < 30; n += 1)
    await sql`select engine.start_run(${shop.tenantId}, engine.route_task(null, 'create_social_post'), 'race', '{}', 'fr')`;
  const [row] = await sql<
    { claimed: { step_id: number; token: string; tenant_id: string }[] }[]
  >`select worker.claim('race', 100, 600) as claimed`;
  const mine = (row?.claimed ?? []).filter(({ tenant_id }) => tenant_id === shop.tenantId);
  // growth has 8 dollars a day; each call holds 2 x (200,000 + 200,000 x 5) micros = 2.4 dollars: three fit
  const answers = await Promise.all(
    mine.map(({ step_id, token }) => sql`select worker.reserve_model_call(${step_id}, ${token}, '{anthropic}', 200000, 200000) as answer`),
  );
  const held = answers.filter(([answer]) => 'routes' in (answer?.answer ?? {})).length;
  const [budget] = await sql`select reserved_micros::int as reserved from public.budgets where tenant_id = ${shop.tenantId}`;
  await sql`select engine.stop_run(id, 'cancelled', 'race_over', '{}', 'system', 'race') from public.chain_runs where tenant_id = ${shop.tenantId}`;
  if (mine.length < 20) return [`only ${mine.length} steps raced`];
  return held === 3 && budget?.reserved <= 8_000_000 ? [] : [`${held} calls hold ${budget?.reserved} micros of 8,000,000`];
}

async function oneDecisionWins(sql: Sql): Promise<string[]> {
  const shop = await openShop(sql);
  const card = await openCard(sql, shop);
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, (_unused, n) =>
      asOwner<{ outcome: string; state: string }>(sql, shop, 'decide_approval', [
        shop.tenantId,
        card.id,
        n % 2 ? 'approve' : 'reject',
        card.version,
        card.content_hash,
        null,
        null,
        'app',
        randomUUID(),
      ]),
    ),
  );
  const count = (outcome: string) => outcomes.filter((answer) => answer.outcome === outcome).length;
  const problems: string[] = [];
  if (count('decided') !== 1 || count('already_decided') !== 11)
    problems.push(`outcomes: ${outcomes.map(({ outcome }) => outcome).join(' ')}`);
  if (new Set(outcomes.map(({ state }) => state)).size !== 1) problems.push('people were told different states');
  return problems;
}

async function oneTapStartsOneRun(sql: Sql): Promise<string[]> {
  const shop = await openShop(sql);
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      asOwner<{ run_id: string }>(sql, shop, 'request_post', [shop.tenantId, 'promo samosas', 'nexio_page', 'fr', null, key]),
    ),
  );
  const [counted] =
    await sql`select (select count(*)::int from public.chain_runs where tenant_id = ${shop.tenantId}) as runs, task_count from public.budgets where tenant_id = ${shop.tenantId}`;
  await sql`select engine.stop_run(id, 'cancelled', 'race_over', '{}', 'system', 'race') from public.chain_runs where tenant_id = ${shop.tenantId}`;
  return new Set(answers.map(({ run_id }) => run_id)).size === 1 && counted?.runs === 1 && counted.task_count === 1
    ? []
    : [`${counted?.runs} runs, ${counted?.task_count} tasks`];
}

/** Eight clocks at the same minute, twice: forty tenants' jobs each start once, and what was missed in between is caught up once. */
async function clocksStartEachJobOnce(sql: Sql): Promise<string[]> {
  const job = `race_${randomUUID().slice(0, 8)}`;
  const steps = [step('one', [])];
  await sql`insert into public.chains (key, name, priority, steps, is_active) values (${job}, ${job}, 'low', ${sql.json(steps)}, true)`;
  await sql`insert into public.cron_jobs (key, chain_key, every) values (${job}, ${job}, '1 hour')`;
  const shops = await Promise.all(Array.from({ length: 40 }, () => openShop(sql)));
  const ids = shops.map(({ tenantId }) => tenantId);
  await sql`delete from public.cron_dues where job_key <> ${job}`;
  const atOnce = async (time: string) => {
    const started = await Promise.all(
      Array.from({ length: 8 }, () =>
        sql.begin(async (tx) => {
          await tx`select set_config('nexio.now', ${time}, true)`;
          return (await tx<{ n: number }[]>`select engine.run_due_jobs(100) as n`)[0]?.n ?? 0;
        }),
      ),
    );
    return started.reduce((total, n) => total + n, 0);
  };
  const [clock] = await sql<
    { first: string; later: string }[]
  >`select (engine.now() + interval '2 hours')::text as first, (engine.now() + interval '9 hours')::text as later`;
  const counts = [await atOnce(clock!.first), await atOnce(clock!.first), await atOnce(clock!.later)];
  const [runs] =
    await sql`select count(*)::int as n, count(distinct (tenant_id, due_at))::int as times from public.chain_runs where chain_key = ${job}`;
  await sql`select engine.stop_run(id, 'cancelled', 'race_over', '{}', 'system', 'race') from public.chain_runs where tenant_id = any (${ids})`;
  await sql`delete from public.cron_jobs where key = ${job}`;
  await sql`select engine.seat_jobs()`;
  return JSON.stringify([counts, runs?.n, runs?.times]) === '[[40,0,40],80,80]'
    ? []
    : [`eight clocks did ${counts.join(', ')} jobs: ${runs?.n} runs at ${runs?.times} times`];
}

/** Raises when the server cannot be reached; every other fault is a finding's problem. */
export async function raceTheEngine(url: string): Promise<Finding[]> {
  const sql = postgres(url, { max: 40, onnotice: () => {} });
  const finding = async (name: string, race: Promise<string[]>): Promise<Finding> => ({
    name,
    problems: await race.catch((error: unknown) => [error instanceof Error ? error.message : String(error)]),
  });
  try {
    return [
      await finding('one tap sent twelve times at once starts one run', oneTapStartsOneRun(sql)),
      await finding('eight clocks at the same minute start each job once, and catch up once', clocksStartEachJobOnce(sql)),
      await finding('twelve people decide at once: one wins, the others are told', oneDecisionWins(sql)),
      await finding('a hundred decide at once by token, app and chat: one decision, ninety-nine clear answers', hundredDecideOnce(sql)),
      await finding('eight workers take messages at once: each message is one worker’s, and one token each', aMessageIsClaimedOnce(sql)),
      await finding('a tenant is suspended and let back while somebody acts in it: both get through', suspendingWaitsItsTurn(sql)),
      await finding(
        'a sender’s two messages, told four times, worked by eight: each once, in the order they were written',
        wordsKeepTheirOrder(sql),
      ),
      await finding('calls that race for money never pass the plan', moneyIsNeverOverspent(sql)),
      await finding(
        'eight workers killed with -9 in mid-step: nothing lost, nothing doubled, every micro explained',
        nothingLostNothingDoubled(sql, url),
      ),
    ];
  } finally {
    await sql.end({ timeout: 5 });
  }
}

if (import.meta.main) {
  const findings = await raceTheEngine(process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5717/postgres');
  for (const { name, problems } of findings)
    console.log([`${problems.length === 0 ? '✓' : '✗'} ${name}`, ...problems.map((problem) => `    ${problem}`)].join('\n'));
  const failed = findings.filter(({ problems }) => problems.length > 0).length;
  console.log(`${findings.length - failed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
