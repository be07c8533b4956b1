// Reads months of events out of the archive: files of bucket audit as they were downloaded, gzipped NDJSON. Used by verify.ts and verify-audit.ts.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One event as it was hashed, with its place in the chain. */
export interface Line {
  txid: bigint;
  id: number;
  text: string;
}

export interface Archive {
  /** by tenant; zeros = the platform's own */
  lines: Map<string, Line[]>;
}

/** A folder (with all below it) or one file. Lines of seals are passed over: the database has the chain. */
export function readArchive(path: string): Archive {
  const lines = new Map<string, Line[]>();
  for (const file of filesOf(path)) {
    for (const text of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
      if (!text.startsWith('[')) continue;
      const [txid, id, tenantId] = JSON.parse(text) as [string, number, string | null];
      const chain = tenantId ?? '00000000-0000-0000-0000-000000000000';
      const known = lines.get(chain);
      const one = { txid: BigInt(txid), id, text };
      if (known) known.push(one);
      else lines.set(chain, [one]);
    }
  }
  return { lines };
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ndjson.gz'))
    .toSorted()
    .map((name) => join(path, name));
}
