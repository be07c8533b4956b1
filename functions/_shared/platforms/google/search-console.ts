// Words by which people found a site on Google. Called by skill keyword-tracker.
// https://developers.google.com/webmaster-tools/v1/searchanalytics/query
import type { Door } from '../door.ts';
import { count, type Row, rows } from '../json.ts';
import { asTenant } from './access-token.ts';

export type Keyword = {
  query: string;
  page: string;
  clicks: number;
  impressions: number;
  click_rate: number;
  position: number;
  previous_position: number | null;
  change: number | null;
};

const dayMs = 86_400_000;
const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);
const round = (value: unknown) => Math.round(Number(value) * 10) / 10;

async function ask(door: Door, site: string, startDate: string, endDate: string): Promise<Row[]> {
  const json = { startDate, endDate, dimensions: ['query', 'page'], rowLimit: 250 };
  const path = `/webmasters/v3/sites/${encodeURIComponent(site)}/searchAnalytics/query`;
  const answer = await asTenant(door, 'searchconsole.googleapis.com', path, { method: 'POST', json, isRepeatable: true });
  return rows((answer as Row | null)?.rows);
}

const keyOf = ({ keys }: Row): [string, string] => (Array.isArray(keys) ? [String(keys[0] ?? ''), String(keys[1] ?? '')] : ['', '']);

/**
 * The period and the one of equal length before it. The last two days are incomplete at Google: `to` moves back to the last complete one.
 * @throws PlatformError
 */
export async function readKeywords(
  door: Door,
  site: string,
  from: string,
  to: string,
  now: string,
): Promise<{ to: string; keywords: Keyword[] }> {
  const last = Math.min(Date.parse(to), Date.parse(now.slice(0, 10)) - 3 * dayMs);
  const start = Math.min(Date.parse(from), last);
  const length = last - start + dayMs;
  const found = await ask(door, site, isoDay(start), isoDay(last));
  const before = new Map(
    (await ask(door, site, isoDay(start - length), isoDay(start - dayMs))).map((row) => [keyOf(row).join('\n'), round(row.position)]),
  );
  const keywords = found.map((row): Keyword => {
    const [query, page] = keyOf(row);
    const position = Math.max(1, round(row.position));
    const previous = before.get([query, page].join('\n')) ?? null;
    return {
      query: query.slice(0, 200),
      page: page.slice(0, 500),
      clicks: count(row.clicks),
      impressions: count(row.impressions),
      click_rate: Math.min(1, Math.max(0, Number(row.ctr) || 0)),
      position,
      previous_position: previous,
      change: previous === null ? null : Math.round((previous - position) * 10) / 10,
    };
  });
  keywords.sort((a, b) => b.clicks - a.clicks || b.impressions - a.impressions);
  return { to: isoDay(last), keywords: keywords.slice(0, 100) };
}
