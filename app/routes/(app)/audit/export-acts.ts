// The audit as a file: JSON or CSV, written page by page as it is read.
import { readAudit, type Act, type AuditFilter } from '$lib/api/audit.ts';

type Progress = { tell: (count: number) => void; isStopped: () => boolean };
const columns = [
  'id',
  'at',
  'kind',
  'actor_kind',
  'actor',
  'name',
  'channel',
  'version',
  'run_id',
  'about',
  'say',
  'trace_id',
  'data',
] as const;

/** Pages of up to five hundred acts, newest first, until the end or until it is stopped. */
async function* pages(filter: AuditFilter, { tell, isStopped }: Progress): AsyncGenerator<Act[]> {
  let before: number | null = null;
  let count = 0;
  do {
    const page = await readAudit(filter, before, 500);
    before = page.next;
    count += page.items.length;
    tell(count);
    yield page.items;
  } while (before !== null && !isStopped());
}

export async function* actsAsJson(filter: AuditFilter, progress: Progress): AsyncGenerator<string> {
  let lead = '[\n';
  for await (const acts of pages(filter, progress)) {
    if (!acts.length) continue;
    yield lead + acts.map((act) => JSON.stringify(act)).join(',\n');
    lead = ',\n';
  }
  yield lead === ',\n' ? '\n]\n' : '[]\n';
}

export async function* actsAsCsv(filter: AuditFilter, progress: Progress): AsyncGenerator<string> {
  // the mark tells a spreadsheet that this is UTF-8
  yield `\uFEFF${columns.join()}\r\n`;
  for await (const acts of pages(filter, progress)) yield acts.map(csvLine).join('');
}

const csvLine = (act: Act): string => `${columns.map((column) => csvField(act[column])).join()}\r\n`;

/** A field that a spreadsheet shows and never calculates (https://owasp.org/www-community/attacks/CSV_Injection): a leading = + - @, tab or line end gets a ' before it. */
export function csvField(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = /^[\s\uFEFF]*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
