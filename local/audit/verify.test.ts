// Tampering with a real log, as only a superuser can: each kind is found, in the chain where it was done.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { newOwner, type Owner } from '../../tests/engine/scenario.ts';
import { boot, type Stack } from '../boot.ts';
import type { Queries } from '../session.ts';
import { isWhole, printReport } from './report.ts';
import { platformChain, verifyAudit, type ChainReport, type Heads } from './verify.ts';

let stack: Stack;
let owner: Owner;
let other: Owner;
beforeAll(async () => {
  stack = await boot({ dataDir: null, app: null, functions: null, jobs: false });
  owner = await newOwner(stack);
  await seal();
  other = await newOwner(stack);
  for (let n = 1; n <= 12; n += 1) {
    await record(owner.tenantId, n);
    if (n % 4 === 0) await seal();
  }
  await seal();
});
afterAll(() => stack.stop());

const seal = async (db: Queries = stack) => (await db.query<{ n: number }>('select engine.seal_events() as n'))[0]?.n;
const record = (tenantId: string, n: number) =>
  stack.query(`select engine.record_event($1, 'test.act', jsonb_build_object('n', $2::int))`, [tenantId, n]);
const chainOf = (chains: ChainReport[], id: string) => chains.find(({ tenant_id }) => tenant_id === id);

/** What the audit finds after the act, which is undone. */
async function afterTampering(tamper: (db: Queries) => Promise<unknown>, heads: Heads[] = []): Promise<ChainReport[]> {
  let found: ChainReport[] = [];
  await stack
    .exclusive(async (db) => {
      // who has the database's own superuser can do this; nobody else can
      for (const { relid } of await db.query<{ relid: string }>(
        `select relid::regclass::text as relid from pg_partition_tree('public.events') union all select 'public.event_seals'`,
      )) {
        await db.exec(`alter table ${relid} disable trigger all`);
      }
      await tamper(db);
      found = await verifyAudit(db, { heads });
      throw new Error('undo');
    })
    .catch((error: Error) => {
      if (error.message !== 'undo') throw error;
    });
  return found;
}

/** The nth act of the owner's tenant. */
const act = (n: number) => `kind = 'test.act' and data ->> 'n' = '${n}'`;

describe('a log that nobody touched', () => {
  it('is whole in every chain, the platform one too, and says how much it read', async () => {
    const chains = await verifyAudit(stack);
    expect(printReport(chains)).toContain('nothing was changed');
    expect(isWhole(chains)).toBe(true);
    expect(chainOf(chains, owner.tenantId)?.batches).toBeGreaterThanOrEqual(4);
    expect(chainOf(chains, owner.tenantId)?.unsealed).toBe(0);
    expect(chainOf(chains, other.tenantId)?.events).toBeGreaterThan(0);
    expect(chainOf(chains, platformChain)?.events).toBeGreaterThan(0);
  });

  it('stays whole when batches are joined, and after a person was erased', async () => {
    await stack.query(
      `select engine.record_event($1, 'test.words', '{}', 'person', $2::text, p_personal => '{"said": "Salama"}', p_personal_of => $2::text::uuid)`,
      [owner.tenantId, owner.id],
    );
    await seal();
    const before = chainOf(await verifyAudit(stack), owner.tenantId);
    await stack.query('select engine.destroy_person_key($1)', [owner.id]);
    await stack.exclusive(async (db) => {
      await db.exec(`set local nexio.now = '${new Date(Date.now() + 4 * 86_400_000).toISOString()}'`);
      await db.query('select engine.fold_seals()');
    });
    const after = chainOf(await verifyAudit(stack), owner.tenantId);
    expect(after).toMatchObject({ events: before?.events, findings: [] });
    expect(after?.batches).toBeLessThan(before?.batches ?? 0);
  });

  it('chains by the rule that is written down, so that others can check it', async () => {
    const lines = await stack.query<{ line: string }>(
      `select engine.event_line(e) as line from public.events e where tenant_id = $1 order by txid, id`,
      [other.tenantId],
    );
    const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();
    const hash = lines.reduce((before, { line }) => sha256(Buffer.concat([before, sha256(line)])), sha256(other.tenantId));
    const [head] = await stack.query<{ hash: string }>(
      `select encode(hash, 'hex') as hash from public.event_seals where tenant_id = $1 order by number desc limit 1`,
      [other.tenantId],
    );
    expect(head?.hash).toBe(hash.toString('hex'));
  });
});

describe('a log that somebody with the rights of a superuser rewrote', () => {
  const found = (chains: ChainReport[]) => chainOf(chains, owner.tenantId)?.findings.map(({ code }) => code);

  it.each([
    ['changed', `update public.events set data = '{"n": 5, "more": true}' where ${act(5)}`, 'events_changed'],
    ['moved in time', `update public.events set created_at = created_at + interval '1 second' where ${act(6)}`, 'events_changed'],
    ['said to be another person', `update public.events set actor = 'x' where ${act(1)}`, 'events_changed'],
    ['removed', `delete from public.events where ${act(7)}`, 'events_missing'],
  ])('an event %s', async (_, sql, code) => {
    const chains = await afterTampering((db) => db.exec(sql));
    expect(found(chains)).toEqual([code]);
    expect(chainOf(chains, other.tenantId)?.findings).toEqual([]);
  });

  it('two events that changed places', async () => {
    const chains = await afterTampering((db) =>
      db.exec(`create temporary table moved on commit drop as select * from public.events where ${act(5)} or ${act(6)};
        delete from public.events where ${act(5)} or ${act(6)};
        insert into public.events (txid, id, tenant_id, kind, actor_kind, actor, data, created_at) overriding system value
        select m.txid, other.id, m.tenant_id, m.kind, m.actor_kind, m.actor, m.data, m.created_at from moved m join moved other on other.id <> m.id`),
    );
    expect(found(chains)).toEqual(['events_changed']);
  });

  it('an event put in between, with an old number and an old transaction', async () => {
    const chains = await afterTampering((db) =>
      db.exec(
        `insert into public.events (txid, id, tenant_id, kind, actor_kind, actor) overriding system value
        select txid, id, tenant_id, 'test.forged', 'person', 'x' from public.events where ${act(9)}`,
      ),
    );
    expect(found(chains)).toEqual(['events_added']);
  });

  it('an event put in with an old transaction beside all batches', async () => {
    const chains = await afterTampering((db) =>
      db.exec(
        `insert into public.events (txid, tenant_id, kind, actor_kind, actor) values ('3', '${owner.tenantId}', 'test.forged', 'person', 'x')`,
      ),
    );
    expect(found(chains)).toEqual(['events_past_the_seals']);
    expect(printReport(chains)).toContain('in no batch though their time is sealed');
  });

  it('a batch taken out with its events', async () => {
    for (const n of [30, 31]) {
      await record(owner.tenantId, n);
      await seal();
    }
    const chains = await afterTampering((db) =>
      db.exec(`with gone as (delete from public.event_seals where tenant_id = '${owner.tenantId}' and number = (select min(number) from public.event_seals where tenant_id = '${owner.tenantId}') returning *)
        delete from public.events e using gone g where e.tenant_id = g.tenant_id and e.id between g.from_id and g.to_id`),
    );
    expect(found(chains)).toContain('chain_broken');
  });

  it('events that are said to be in an archive that was never made', async () => {
    const chains = await afterTampering((db) =>
      db.exec(`delete from public.events where ${act(7)};
        update public.event_seals set archived = 1 where tenant_id = '${owner.tenantId}'`),
    );
    expect(found(chains)).toContain('archive_pretended');
  });

  it('the whole chain written anew, by the heads that were handed out before', async () => {
    const heads: Heads = { day: '2026-11-29', heads: [] };
    heads.heads = (
      await stack.query<Heads['heads'][0]>(
        `select distinct on (tenant_id) tenant_id, number, total, encode(hash, 'hex') as hash from public.event_seals order by tenant_id, number desc`,
      )
    ).map((head) => ({ ...head }));
    expect(isWhole(await verifyAudit(stack, { heads: [heads] }))).toBe(true);
    const rewrite = async (db: Queries) => {
      await db.exec(`delete from public.event_seals; update public.events set data = '{"n": 5, "is": "forged"}' where ${act(5)};
        update engine.seal_cursor set txid = '0', from_id = 0, ahead_txid = null, ahead_id = null`);
      await seal(db);
    };
    expect(isWhole(await afterTampering(rewrite))).toBe(true);
    expect(found(await afterTampering(rewrite, [heads]))).toEqual(['head_differs']);
    const cut = (db: Queries) =>
      db.exec(
        `delete from public.event_seals where tenant_id = '${owner.tenantId}'; delete from public.events where tenant_id = '${owner.tenantId}'`,
      );
    expect(found(await afterTampering(cut, [heads]))).toEqual(['head_missing']);
  });
});

describe('a database restored from a dump, where transaction numbers begin anew', () => {
  it('goes on in a new epoch and stays whole', async () => {
    await record(owner.tenantId, 20);
    await seal();
    // as after a restore: the cursor and the last event come from a server that had counted further
    await stack.exclusive(async (db) => {
      await db.exec(`update engine.seal_cursor set txid = '4000000000'`);
      await db.query(
        `insert into public.events (txid, tenant_id, kind, actor_kind, actor) values ('4000000007', $1, 'test.left', 'system', 'x')`,
        [owner.tenantId],
      );
    });
    await seal();
    await record(owner.tenantId, 21);
    await seal();
    const [last] = await stack.query<{ epoch: number }>('select max(epoch) as epoch from public.event_seals where tenant_id = $1', [
      owner.tenantId,
    ]);
    expect(last?.epoch).toBe(1);
    const chains = await verifyAudit(stack);
    expect(chainOf(chains, owner.tenantId)).toMatchObject({ findings: [], unsealed: 0 });
  });
});
