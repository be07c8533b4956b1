// Visits of a GA4 property. Called by skill google-analytics.
// https://developers.google.com/analytics/devguides/reporting/data/v1/rest/v1beta/properties/runReport
import type { Door } from '../door.ts';
import { count, part, type Row, rows, text } from '../json.ts';
import { asTenant } from './access-token.ts';

const host = 'analyticsdata.googleapis.com';

export type Visits = {
  days: { day: string; users: number; sessions: number; engaged_sessions: number; key_events: number; revenue: number }[];
  sources: { source: string; medium: string; sessions: number; key_events: number }[];
  pages: { path: string; views: number; engaged_share: number }[];
  currency: string;
  thresholded: boolean;
};

type Report = { dimensions: string[]; metrics: string[]; limit: number; orderBys: unknown[] };

/** Each row as its dimensions then its metrics, all texts. */
async function run(door: Door, property: string, from: string, to: string, { dimensions, metrics, limit, orderBys }: Report) {
  const names = (list: string[]) => list.map((name) => ({ name }));
  const json = {
    dateRanges: [{ startDate: from, endDate: to }],
    dimensions: names(dimensions),
    metrics: names(metrics),
    limit: String(limit),
    orderBys,
  };
  const path = `/v1beta/properties/${encodeURIComponent(property.replace(/^properties\//, ''))}:runReport`;
  const answer = await asTenant(door, host, path, { method: 'POST', json, isRepeatable: true });
  const values = (list: unknown) => rows(list).map(({ value }) => text(value, 300));
  const found = rows((answer as Row | null)?.rows).map((row) => [...values(row.dimensionValues), ...values(row.metricValues)]);
  return { found, metadata: part(answer, 'metadata') };
}

const byMetric = (metricName: string) => [{ metric: { metricName }, desc: true }];
const day = (value = '') => `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}`;

/** Three questions: by day, by source, by page. The account's secret: token or refresh_token. @throws PlatformError */
export async function readVisits(door: Door, property: string, from: string, to: string): Promise<Visits> {
  const byDay = await run(door, property, from, to, {
    dimensions: ['date'],
    metrics: ['totalUsers', 'sessions', 'engagedSessions', 'keyEvents', 'totalRevenue'],
    limit: 400,
    orderBys: [{ dimension: { dimensionName: 'date' } }],
  });
  const bySource = await run(door, property, from, to, {
    dimensions: ['sessionSource', 'sessionMedium'],
    metrics: ['sessions', 'keyEvents'],
    limit: 50,
    orderBys: byMetric('sessions'),
  });
  const byPage = await run(door, property, from, to, {
    dimensions: ['pagePath'],
    metrics: ['screenPageViews', 'engagementRate'],
    limit: 50,
    orderBys: byMetric('screenPageViews'),
  });
  return {
    days: byDay.found.map(([date, users, sessions, engaged, events, revenue]) => ({
      day: day(date),
      users: count(users),
      sessions: count(sessions),
      engaged_sessions: count(engaged),
      key_events: count(events),
      revenue: Math.max(0, Number(revenue) || 0),
    })),
    sources: bySource.found.map(([source, medium, sessions, events]) => ({
      source: source?.slice(0, 120) || '(not set)',
      medium: medium?.slice(0, 60) || '(none)',
      sessions: count(sessions),
      key_events: count(events),
    })),
    pages: byPage.found.map(([path, views, share]) => ({
      path: path || '/',
      views: count(views),
      engaged_share: Math.min(1, Math.max(0, Number(share) || 0)),
    })),
    currency: text(byDay.metadata.currencyCode, 3),
    thresholded: [byDay, bySource, byPage].some(({ metadata }) => metadata.subjectToThresholding === true),
  };
}
