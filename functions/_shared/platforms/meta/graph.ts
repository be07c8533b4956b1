// Meta's Graph API: one question, its errors, its pages. Used by the adapters beside this file and by skills on graph.facebook.com.
// https://developers.facebook.com/docs/graph-api/guides/error-handling
import type { Ask, Door } from '../door.ts';
import { count, isRow, type Row, rows, text } from '../json.ts';
import type { PlatformTrouble } from '../platform-error.ts';

const host = 'graph.facebook.com';
/** A version lives about two years; META_GRAPH_VERSION overrides. */
const version = (door: Door) => door.env.META_GRAPH_VERSION?.trim() || 'v24.0';

function troubleOfCode(code: number, status: number): PlatformTrouble {
  if (code === 190 || code === 102) return 'token_expired';
  if (code === 3 || code === 10 || (code >= 200 && code <= 299)) return 'permission_missing';
  if ([4, 17, 32, 613, 130429, 131048, 131056].includes(code) || (code >= 80_000 && code <= 80_014)) return 'rate_limited';
  if (code === 1 || code === 2 || status >= 500) return 'unavailable';
  return 'refused';
}

const troubleIn: Ask['troubleIn'] = (status, body) => {
  if (!isRow(body) || !isRow(body.error)) return undefined;
  const code = Number(body.error.code ?? 0);
  return { trouble: troubleOfCode(code, status), reason: String(code), message: text(body.error.message, 300) };
};

/** One call; the token travels in a header, never in the address. @throws PlatformError */
export async function graph(door: Door, path: string, options: Ask = {}): Promise<Row> {
  const headers = { authorization: `Bearer ${door.secret.token}`, ...options.headers };
  const { body } = await door.ask(host, `/${version(door)}/${path}`, { ...options, headers, troubleIn });
  return isRow(body) ? body : {};
}

/** Rows of an edge, page by page, until `most` or until `isEnough` says so. */
export async function graphRows(
  door: Door,
  path: string,
  query: Ask['query'],
  most: number,
  isEnough?: (row: Row) => boolean,
): Promise<Row[]> {
  const all: Row[] = [];
  let after: string | undefined;
  do {
    const page = await graph(door, path, { query: { limit: 50, ...query, after } });
    for (const row of rows(page.data)) {
      if (isEnough?.(row)) return all;
      all.push(row);
    }
    const cursors = isRow(page.paging) && 'next' in page.paging && isRow(page.paging.cursors) ? page.paging.cursors : {};
    after = typeof cursors.after === 'string' ? cursors.after : undefined;
  } while (after && all.length < most);
  return all.slice(0, most);
}

/** Seconds since 1970 of a day's start and of the day after its end, as `since` and `until` want them. */
export const seconds = (day: string, plusDays = 0): number => Date.parse(`${day}T00:00:00Z`) / 1000 + plusDays * 86_400;

/** Values by day out of insights with period=day; a value stands under the day it counts, which ends at `end_time`. */
export function valuesByDay(insights: Row[]): Map<string, Record<string, number>> {
  const days = new Map<string, Record<string, number>>();
  for (const { name, values } of insights)
    for (const { end_time, value } of rows(values)) {
      const day = new Date(Date.parse(text(end_time)) - 86_400_000).toISOString().slice(0, 10);
      days.set(day, { ...days.get(day), [String(name)]: count(value) });
    }
  return days;
}

/** Lifetime values of one post, by metric. */
export function valuesOf(insights: unknown): Record<string, number> {
  const data = isRow(insights) ? rows(insights.data) : [];
  return Object.fromEntries(
    data.map(({ name, values, total_value }) => [
      String(name),
      count(rows(values)[0]?.value ?? (isRow(total_value) ? total_value.value : 0)),
    ]),
  );
}
