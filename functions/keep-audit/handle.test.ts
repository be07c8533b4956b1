// The loop against the real database and bucket: a year and more of acts, the clock moved, months exported and dropped, the chain still whole.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readArchive } from '../../local/audit/archive.ts';
import { isWhole, printReport } from '../../local/audit/report.ts';
import { verifyAudit, type Heads } from '../../local/audit/verify.ts';
import { boot, type Stack } from '../../local/boot.ts';
import { newOwner } from '../../tests/engine/scenario.ts';
import { createAuditClient, type AuditClient } from './audit-client.ts';
import { keepAudit } from './handle.ts';

let stack: Stack;
let client: AuditClient;
let folder: string;
let tenantId: string;
const posted: string[] = [];
const post = async (body: string) => void posted.push(body);

beforeAll(async () => {
  stack = await boot({ dataDir: null, app: null, functions: null, jobs: false });
  client = createAuditClient(stack.url, stack.keys.secret);
  folder = mkdtempSync(join(tmpdir(), 'nexio-archive-'));
  tenantId = (await newOwner(stack)).tenantId;
  await stack.query('select engine.seal_events()');
  // fourteen months ago to now, three acts a month; two of them stand in one batch over the turn of a month
  for (let month = 14; month >= 0; month -= 1) {
    await stack.query(
      `insert into public.events (tenant_id, kind, actor_kind, actor, data, created_at)
       select $1, 'test.act', 'system', 'x', jsonb_build_object('n', n), date_trunc('month', now()) - make_interval(months => $2) + make_interval(days => n * 9)
       from generate_series(0, 3) as n`,
      [tenantId, month],
    );
    if (month % 2 === 0) await stack.query('select engine.seal_events()');
  }
  // as if it was yesterday
  await stack.exec(`alter table public.event_seals disable trigger all; update public.event_seals set sealed_at = sealed_at - interval '1 day';
    alter table public.event_seals enable always trigger seals_are_permanent`);
});
afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function download(path: string): Promise<void> {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), await client.fetch(path));
}

it('hands out the heads of yesterday once, in the bucket and to the address outside', async () => {
  await expect(keepAudit(client, () => Promise.reject(new Error('down')), 0)).rejects.toThrow('down');
  expect(await stack.query('select from engine.audit_heads')).toEqual([]);
  const report = await keepAudit(client, post, 0);
  expect(report.heads).toHaveLength(1);
  expect((await keepAudit(client, post, 0)).heads).toEqual([]);
  expect(posted).toHaveLength(1);
  const heads = JSON.parse(posted[0] ?? '') as Heads;
  expect(heads.heads.map((head) => head.tenant_id)).toContain(tenantId);
  expect(new TextDecoder().decode(await client.fetch(`heads/${report.heads[0]}.json`))).toBe(posted[0]);
  expect(isWhole(await verifyAudit(stack, { heads: [heads] }))).toBe(true);
});

it('archives the month past its time to its last event and drops it; the audit is whole with the archive and without', async () => {
  const [before] = await stack.query<{ events: number }>('select count(*)::int as events from public.events');
  const reports = [];
  for (let shift = 0; shift < 4; shift += 1) reports.push(await keepAudit(client, null, 2));
  const dropped = reports.flatMap((report) => report.dropped);
  expect(dropped).toHaveLength(1);
  const [after] = await stack.query<{ events: number; old: number }>(
    `select count(*)::int as events, (count(*) filter (where created_at < date_trunc('month', now() - interval '13 months')))::int as old from public.events`,
  );
  // four acts went, and one event tells of it
  expect(after).toEqual({ events: (before?.events ?? 0) - 4 + 1, old: 0 });

  const without = await verifyAudit(stack);
  expect(printReport(without)).toContain('checked by hash');
  expect(isWhole(without)).toBe(true);
  expect(without.find((chain) => chain.tenant_id === tenantId)?.by_hash_only).toBeGreaterThan(0);

  for (const { path } of await stack.query<{ path: string }>('select path from engine.event_archive_parts')) await download(path);
  const archive = readArchive(folder);
  const withArchive = await verifyAudit(stack, { archive });
  expect(isWhole(withArchive)).toBe(true);
  expect(withArchive.find((chain) => chain.tenant_id === tenantId)?.by_hash_only).toBe(0);

  const [line] = archive.lines.get(tenantId) ?? [];
  if (line) line.text = line.text.replace('"system"', '"person"');
  const forged = await verifyAudit(stack, { archive });
  expect(forged.find((chain) => chain.tenant_id === tenantId)?.findings.map(({ code }) => code)).toEqual(['events_changed']);
});

it('drops nothing that is not in the archive to its last event', async () => {
  await stack
    .exclusive(async (db) => {
      await db.exec(`set local nexio.now = '${new Date(Date.now() + 40 * 86_400_000).toISOString()}'`);
      const [due] = await db.query<{ month: string | null }>('select engine.month_to_archive()::text as month');
      expect(due?.month).not.toBeNull();
      await expect(db.query('select worker.drop_archived_month($1::date)', [due?.month])).rejects.toThrow('month_is_not_whole');
    })
    .catch((error: Error) => {
      if (!error.message.includes('aborted')) throw error;
    });
});

it('removes the voice notes of somebody who is erased, not what a post shows', async () => {
  const { client: person, id, tenantId: own } = await newOwner(stack);
  const admin = createClient(stack.url, stack.keys.secret, { auth: { persistSession: false, autoRefreshToken: false } });
  const paths = [`${own}/inbound/voice.ogg`, `${own}/inbound/shown.png`];
  for (const path of paths)
    expect(
      (await admin.storage.from('media').upload(path, new Blob(['x'], { type: path.endsWith('.ogg') ? 'audio/ogg' : 'image/png' }))).error,
    ).toBeNull();
  await stack.query(
    `insert into public.inbound_messages (channel, external_id, address, kind, sent_at, user_id, tenant_id, path, state)
     select 'whatsapp', p, '261340000001', case when p like '%ogg' then 'voice' else 'image' end, now(), $1, $2, p, 'done' from unnest($3::text[]) p`,
    [id, own, paths],
  );
  await stack.query(
    `insert into public.contents (tenant_id, platform, language, body, media) values ($1, 'nexio_page', 'fr', 'x', jsonb_build_object('path', $2::text, 'mime', 'image/png'))`,
    [own, paths[1]],
  );
  await stack.query(
    `insert into public.memberships (tenant_id, user_id, role) select $1, user_id, 'owner' from public.memberships where tenant_id = $2`,
    [own, tenantId],
  );
  const [account] = await stack.query<{ email: string }>('select email from auth.users where id = $1', [id]);
  expect((await person.rpc('erase_my_data', { p_confirm: account?.email })).error).toBeNull();
  expect((await keepAudit(client, null, 0)).removed).toBe(1);
  expect((await admin.storage.from('media').download(paths[0] ?? '')).error).not.toBeNull();
  expect((await admin.storage.from('media').download(paths[1] ?? '')).error).toBeNull();
  expect((await keepAudit(client, null, 0)).removed).toBe(0);
});
