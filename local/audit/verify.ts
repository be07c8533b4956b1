// Verifies the chains of events: reads the database with questions of its own (not through its functions, which whoever rewrites events could
// rewrite, too), hashes every line again and compares with the seals, the heads handed out and the archive. Used by verify-audit.ts and /_local/audit.
import { createHash } from 'node:crypto';
import type { Archive, Line } from './archive.ts';

export interface AuditSource {
  query<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** What engine.hand_out_heads laid out on one day. */
export interface Heads {
  day: string;
  heads: { tenant_id: string; number: number; total: number; hash: string }[];
}

export type FindingCode =
  | 'events_missing'
  | 'events_added'
  | 'events_changed'
  | 'events_past_the_seals'
  | 'chain_broken'
  | 'head_differs'
  | 'head_missing'
  | 'archive_pretended';

export interface Finding {
  code: FindingCode;
  /** batch of the chain, where it is one */
  batch?: number;
  /** what was found, with the ids and times to look at */
  where: string;
}

export interface ChainReport {
  /** zeros = the platform's own chain */
  tenant_id: string;
  name: string | null;
  batches: number;
  events: number;
  first_at: string | null;
  last_at: string | null;
  /** batches whose events are in an archive that was not given: their hash stands in the chain, their events were not read */
  by_hash_only: number;
  /** events so new that no batch has them yet */
  unsealed: number;
  findings: Finding[];
}

export const platformChain = '00000000-0000-0000-0000-000000000000';

interface Seal {
  number: number;
  from_txid: string;
  to_txid: string;
  from_id: number;
  to_id: number;
  count: number;
  total: number;
  archived: number;
  first_at: string;
  last_at: string;
  previous_hash: string;
  hash: string;
}

/** The same text as engine.event_line, said again here on purpose. */
const line = `jsonb_build_array(e.txid::text, e.id, e.tenant_id, e.run_id, e.step_id, e.kind, e.actor_kind, e.actor, e.data, e.trace_id,
  (extract(epoch from e.created_at) * 1000000)::bigint, encode(e.personal, 'hex'), e.personal_of)::text`;
/** Two forms, since `is not distinct from` finds no index; both name $1. */
const ofTenant = (tenantId: string) =>
  tenantId === platformChain ? '$1::text is not null and e.tenant_id is null' : 'e.tenant_id = $1::text::uuid';
const sealsTime = `(e.id <= c.floor_id or e.txid < c.txid)`;

const sha256 = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Every chain of the database and of the heads, the platform's own first. */
export async function verifyAudit(source: AuditSource, options: { heads?: Heads[]; archive?: Archive } = {}): Promise<ChainReport[]> {
  const chains = await source.query<{ tenant_id: string; name: string | null }>(
    `select x.tenant_id::text, t.name from (select distinct tenant_id from public.event_seals union select distinct coalesce(tenant_id, $1::text::uuid) from public.events) x
     left join public.tenants t on t.id = x.tenant_id order by x.tenant_id`,
    [platformChain],
  );
  const lastArchived = await source.query<{ until: string | null }>(
    `select ((max(month) + interval '1 month') at time zone 'UTC')::text as until from engine.event_archives`,
  );
  const known = new Set(chains.map(({ tenant_id }) => tenant_id));
  const named = (options.heads ?? []).flatMap(({ heads }) => heads).map(({ tenant_id }) => tenant_id);
  const gone = [...new Set(named)].filter((id) => !known.has(id)).map((tenant_id) => ({ tenant_id, name: null }));
  const reports: ChainReport[] = [];
  for (const chain of [...chains, ...gone]) {
    reports.push(await verifyChain(source, chain, lastArchived[0]?.until ?? null, options));
  }
  return reports;
}

async function verifyChain(
  source: AuditSource,
  chain: { tenant_id: string; name: string | null },
  archivedUntil: string | null,
  { heads = [], archive }: { heads?: Heads[]; archive?: Archive },
): Promise<ChainReport> {
  const { tenant_id } = chain;
  const findings: Finding[] = [];
  const seals = await readSeals(source, tenant_id);
  const wanted = headsOf(tenant_id, heads);
  const archived = archive?.lines.get(tenant_id) ?? [];
  let hash = sha256(tenant_id);
  let [total, found, byHashOnly] = [0, 0, 0];

  const stopAt = (at: number, is: Buffer) => {
    for (const head of wanted.filter((one) => one.total === at)) {
      head.isMet = true;
      if (head.hash !== is.toString('hex')) {
        findings.push({ code: 'head_differs', where: `after ${at} events the chain is not what was handed out on ${head.day}` });
      }
    }
  };
  for (const seal of seals) {
    const where = `events ${seal.from_id} to ${seal.to_id}, ${seal.first_at} to ${seal.last_at}`;
    const say = (code: FindingCode, what: string) => findings.push({ code, batch: seal.number, where: `${what}: ${where}` });
    if (seal.previous_hash !== hash.toString('hex') || seal.total !== total + seal.count)
      say('chain_broken', 'does not go on from the batch before');
    hash = Buffer.from(seal.previous_hash, 'hex');
    total = seal.total - seal.count;

    const live = await readLines(source, tenant_id, seal);
    found += live.length;
    const left = seal.archived > 0 ? archived.filter((one) => isIn(one, seal)) : [];
    const isHere = left.length > 0 || seal.archived === 0;
    const expected = isHere ? seal.count : seal.count - seal.archived;
    const lines = [...live, ...left].toSorted(byPlace);
    if (seal.archived > 0 && (archivedUntil === null || seal.first_at >= archivedUntil))
      say('archive_pretended', 'no such month was archived');
    if (lines.length < expected) say('events_missing', `${lines.length} of ${expected} events`);
    else if (lines.length > expected) say('events_added', `${lines.length} events where ${expected} were sealed`);
    else if (!isHere) byHashOnly += 1;
    else {
      for (const one of lines) {
        hash = sha256(hash, sha256(one.text));
        total += 1;
        if (total < seal.total) stopAt(total, hash);
      }
      if (hash.toString('hex') !== seal.hash) say('events_changed', 'an event was changed or stands at another place');
    }
    hash = Buffer.from(seal.hash, 'hex');
    total = seal.total;
    stopAt(total, hash);
  }
  for (const head of wanted.filter((one) => !one.isMet)) {
    if (head.total > total)
      findings.push({ code: 'head_missing', where: `${head.total} events were handed out on ${head.day}, the chain has ${total}` });
  }
  const [loose] = await source.query<{ sealed: number; unsealed: number }>(
    `select (count(*) filter (where ${sealsTime}))::int as sealed, (count(*) filter (where not ${sealsTime}))::int as unsealed
     from public.events e, engine.seal_cursor c where ${ofTenant(tenant_id)}`,
    [tenant_id],
  );
  if ((loose?.sealed ?? 0) > found) findings.push(await findStrays(source, tenant_id));
  return {
    ...chain,
    batches: seals.length,
    events: total,
    first_at: seals[0]?.first_at ?? null,
    last_at: seals.at(-1)?.last_at ?? null,
    by_hash_only: byHashOnly,
    unsealed: loose?.unsealed ?? 0,
    findings,
  };
}

function headsOf(tenantId: string, heads: Heads[]) {
  return heads.flatMap(({ day, heads: all }) =>
    all.filter((one) => one.tenant_id === tenantId).map((one) => ({ ...one, day, isMet: false })),
  );
}

async function readSeals(source: AuditSource, tenantId: string): Promise<Seal[]> {
  const rows = await source.query<Seal>(
    `select number, from_txid::text, to_txid::text, from_id, to_id, count, total, archived, first_at::text, last_at::text,
       encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash
     from public.event_seals where tenant_id = $1::text::uuid order by number`,
    [tenantId],
  );
  const whole = ['number', 'from_id', 'to_id', 'count', 'total', 'archived'] as const;
  return rows.map((row) => ({ ...row, ...Object.fromEntries(whole.map((key) => [key, Number(row[key])])) }));
}

async function readLines(source: AuditSource, tenantId: string, seal: Seal): Promise<Line[]> {
  const rows = await source.query<{ txid: string; id: number; text: string }>(
    `select e.txid::text, e.id, ${line} as text from public.events e
     where ${ofTenant(tenantId)} and e.id between $2::bigint and $3::bigint and e.txid >= $4::text::xid8 and e.txid < $5::text::xid8
     order by e.txid, e.id`,
    [tenantId, seal.from_id, seal.to_id, seal.from_txid, seal.to_txid],
  );
  return rows.map(({ txid, id, text }) => ({ txid: BigInt(txid), id: Number(id), text }));
}

async function findStrays(source: AuditSource, tenantId: string): Promise<Finding> {
  const rows = await source.query<{ id: number; created_at: string }>(
    `select e.id, e.created_at::text from public.events e, engine.seal_cursor c
     where ${ofTenant(tenantId)} and ${sealsTime} and not exists (
       select from public.event_seals s where s.tenant_id = $1::text::uuid and e.id between s.from_id and s.to_id and e.txid >= s.from_txid and e.txid < s.to_txid)
     order by e.id limit 20`,
    [tenantId],
  );
  const list = rows.map(({ id, created_at }) => `${id} (${created_at})`).join(', ');
  return { code: 'events_past_the_seals', where: `in no batch though their time is sealed: ${list}` };
}

function isIn(one: Line, seal: Seal): boolean {
  return one.id >= seal.from_id && one.id <= seal.to_id && one.txid >= BigInt(seal.from_txid) && one.txid < BigInt(seal.to_txid);
}

function byPlace(a: Line, b: Line): number {
  return a.txid === b.txid ? a.id - b.id : a.txid < b.txid ? -1 : 1;
}
