// What leaves the database: heads of each day to the bucket (and to AUDIT_HEADS_URL), months past their time to the archive, then dropped; files of people who were erased. Pure: all it
// touches is given. Called by index.ts.
import type { AuditClient, Part } from './audit-client.ts';

/** Lines a file: about 8 MB of text, 1 MB gzipped, a third of a second of processor. */
export const linesAPart = 20_000;

/** Days of heads a shift, when an address was away: a week is caught up in one. */
const daysAShift = 7;

export interface Report {
  /** the days whose heads stand outside since this shift, oldest first */
  heads: string[];
  parts: number;
  /** files of people who were erased */
  removed: number;
  /** months that are in the archive only, since this shift */
  dropped: string[];
}

/**
 * Removes files that have to go, hands out heads that wait, then archives at most `parts` files. What was uploaded is read back before the database is told that it is kept.
 * @param post hands the heads to an address outside; null where none is set
 * @throws Error of the database, the bucket or the address; what was done until then stays done, the next call goes on
 */
export async function keepAudit(client: AuditClient, post: ((body: string) => Promise<void>) | null, parts: number): Promise<Report> {
  const report: Report = { heads: [], parts: 0, removed: 0, dropped: [] };
  // first, since nothing that may fail below must keep it
  const files = Object.entries(Object.groupBy(await client.readFilesToRemove(), ({ bucket }) => bucket));
  for (const [bucket, list = []] of files) {
    await client.removeFiles(
      bucket,
      list.map(({ path }) => path),
    );
    report.removed += list.length;
  }
  while (report.heads.length < daysAShift) {
    const heads = await client.readHeads();
    if (!heads) break;
    const body = `${JSON.stringify({ day: heads.day, heads: heads.heads }, null, 1)}\n`;
    await storeAndCheck(client, heads.path, new TextEncoder().encode(body), 'application/json');
    await post?.(body);
    await client.settleHeads(heads, post !== null);
    report.heads.push(heads.day);
  }
  while (report.parts < parts) {
    const part = await client.readPart(linesAPart);
    if (!part) break;
    if (part.is_last) {
      if (!(await client.dropMonth(part.month))) break;
      report.dropped.push(part.month);
    } else {
      const sha256 = await archive(client, part);
      if (!(await client.keepPart(part, sha256))) break;
      report.parts += 1;
    }
  }
  return report;
}

/** Returns the sha256 of the text as it comes back out of the bucket. */
async function archive(client: AuditClient, part: Part): Promise<string> {
  const text = new TextEncoder().encode(part.text);
  await client.store(part.path, await pass(text, new CompressionStream('gzip')), 'application/gzip');
  const back = await hexDigest(await pass(await client.fetch(part.path), new DecompressionStream('gzip')));
  // a file of an earlier try that stopped before the database was told holds the same lines, or this says so
  if (back !== (await hexDigest(text))) throw new Error(`${part.path} in the bucket is not what was to be archived`);
  return back;
}

async function storeAndCheck(client: AuditClient, path: string, bytes: Uint8Array<ArrayBuffer>, type: string): Promise<void> {
  await client.store(path, bytes, type);
  if ((await hexDigest(await client.fetch(path))) !== (await hexDigest(bytes)))
    throw new Error(`${path} in the bucket is not what was handed out`);
}

async function pass(bytes: Uint8Array<ArrayBuffer>, through: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(through)).arrayBuffer());
}

async function hexDigest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
