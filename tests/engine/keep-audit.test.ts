// keep-audit as it runs: on Deno, woken by the clock, handing heads to an address of another company; and what `npm run audit` finds with what that company kept.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Heads } from '../../local/audit/verify.ts';
import type { Stack } from '../../local/boot.ts';
import { lockFolder, type FolderLock } from '../../local/folder-lock.ts';
import { projectDir } from '../../local/paths.ts';
import { bootEngine, newOwner, until } from './scenario.ts';

const functions = join(import.meta.dirname, '../../functions');
const token = 'kept-by-another-company';
/** what the address outside answers next, and all that it was sent */
let status = 503;
const posts: { body: string; type: string | undefined; authorization: string | undefined }[] = [];
let outside: Server;
let stack: Stack;
let lock: FolderLock;
let tenantId: string;
const dataDir = mkdtempSync(join(tmpdir(), 'nexio-keep-audit-'));
const kept = mkdtempSync(join(tmpdir(), 'nexio-heads-'));

beforeAll(async () => {
  outside = createServer((request, response) => {
    void text(request).then((body) => {
      posts.push({ body, type: request.headers['content-type'], authorization: request.headers.authorization });
      response.writeHead(status).end('the answer is not read');
    });
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/heads`;
  lock = lockFolder(dataDir);
  stack = await bootEngine({ dataDir, functions, jobs: true, functionEnv: { AUDIT_HEADS_URL: url, AUDIT_HEADS_TOKEN: token } });
  lock.tell(stack.url);
  // this test is the clock
  await stack.query(`select cron.unschedule(jobname) from cron.job where jobname in ('nexio-seal', 'nexio-keep-audit')`);
  await moveTo(0);
  tenantId = (await newOwner(stack)).tenantId;
});
afterAll(async () => {
  await stack.stop();
  lock.release();
  await new Promise((resolve) => outside.close(resolve));
  for (const folder of [dataDir, kept]) rmSync(folder, { recursive: true, force: true });
});

const act = (n: number) => stack.query(`select engine.record_event($1, 'test.act', jsonb_build_object('n', $2::int))`, [tenantId, n]);
const seal = () => stack.query('select engine.seal_events()');
/** Taken once: a run that goes on past midnight stays in its day. */
const today = Date.now();
/** The day (UTC) that is so many days from today. */
const dayOf = (days: number) => new Date(today + days * 86_400_000).toISOString().slice(0, 10);
/** Its noon, for every connection. */
const moveTo = (days: number) => stack.query(`select set_config('nexio.now', $1, false)`, [`${dayOf(days)} 12:00Z`]);
const daysOutside = async () =>
  (await stack.query<{ day: string }>('select day::text from engine.audit_heads order by day')).map(({ day }) => day);
const isAlarmed = async () =>
  (await stack.query(`select from public.alerts where code = 'audit_heads_waiting' and resolved_at is null`)).length > 0;
const call = (method: string, secret?: string) =>
  fetch(`${stack.url}/functions/v1/keep-audit`, { method, headers: secret === undefined ? {} : { authorization: `Bearer ${secret}` } });

/** `npm run audit`, beside the running stack: its exit code and what it prints. */
const audit = (...args: string[]) =>
  new Promise<{ code: number; says: string }>((resolve) => {
    const env = { ...process.env, NEXIO_DATA: dataDir, DATABASE_URL: '' };
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(projectDir, 'local/verify-audit.ts'), ...args],
      { env },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, says: out + err }),
    );
  });

it('is woken by who knows its secret only, and answers at once', async () => {
  expect((await call('GET', stack.secrets.worker_secret)).status).toBe(405);
  expect((await call('POST')).status).toBe(401);
  expect((await call('POST', stack.keys.secret)).status).toBe(401);
  const answer = await call('POST', stack.secrets.worker_secret);
  expect([answer.status, await answer.json()]).toEqual([202, { accepted: true }]);
});

it('an address that fails gets nothing wrong: the heads wait, an alarm says so', async () => {
  await act(1);
  await seal();
  await moveTo(1);
  await stack.query('select engine.keep_audit()');
  await until(
    async () => posts.length,
    (count) => count > 0,
  );
  expect(posts[0]).toMatchObject({ type: 'application/json', authorization: `Bearer ${token}` });
  expect((JSON.parse(posts[0]?.body ?? '') as Heads).day).toBe(dayOf(0));
  expect(await isAlarmed()).toBe(true);
  expect(await daysOutside()).toEqual([]);
});

it('the next day both days go out, each once and the first as it was', async () => {
  await act(2);
  await seal();
  await moveTo(2);
  status = 201;
  const failed = posts[0]?.body;
  posts.length = 0;
  await stack.query('select engine.keep_audit()');
  await until(daysOutside, (days) => days.length === 2);
  expect(await daysOutside()).toEqual([dayOf(0), dayOf(1)]);
  expect(posts.map(({ body }) => (JSON.parse(body) as Heads).day)).toEqual(await daysOutside());
  expect(posts[0]?.body).toBe(failed);
  expect(await isAlarmed()).toBe(false);
  // nothing is left to hand out: the clock wakes nobody
  const woken = await stack.exclusive(async (db) => {
    await db.query('select engine.keep_audit()');
    return db.query(`select from net.http_request_queue where url like '%/keep-audit'`);
  });
  expect(woken).toEqual([]);
  for (const { body } of posts) writeFileSync(join(kept, `${(JSON.parse(body) as Heads).day}.json`), body);
});

it('the log agrees with what the other company kept; rewritten in every place of the database it does not', async () => {
  expect(await audit('--heads', kept)).toMatchObject({ code: 0, says: expect.stringContaining('nothing was changed') as string });
  const tables = await stack.query<{ relid: string }>(
    `select relid::regclass::text as relid from pg_partition_tree('public.events') union all select 'public.event_seals'`,
  );
  // as only a superuser can: an act changed, and the whole chain sealed anew over it
  await stack.exec(`${tables.map(({ relid }) => `alter table ${relid} disable trigger all;`).join('')}
    update public.events set data = '{"n": 1, "forged": true}' where kind = 'test.act' and data ->> 'n' = '1';
    delete from public.event_seals; update engine.seal_cursor set txid = '0', from_id = 0, ahead_txid = null, ahead_id = null`);
  await seal();
  expect(await audit()).toMatchObject({ code: 0 });
  const found = await audit('--heads', kept);
  expect(found.code).toBe(1);
  expect(found.says).toContain('head_differs');
  expect(found.says).toContain(tenantId);
});
