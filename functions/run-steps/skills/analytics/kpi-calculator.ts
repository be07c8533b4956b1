// Skill kpi-calculator: the key figures of a period against the one before. Pure; listed in analytics-skills.ts.
import type { Language, Platform } from '../../../_shared/payloads.ts';
import { addDays, daysBetween, localDay, localTime, startOfDay } from '../local-time.ts';
import type { SkillFunction } from '../skill.ts';
import { type Day, figuresOf, type Post, postEngagements, rate } from './kpi-figures.ts';
import { sayKpis } from './say-kpis.ts';

type Input = {
  days: Day[];
  posts: Post[];
  leads?: { created_at?: unknown }[];
  spend?: number;
  from: string;
  to: string;
  timezone: string;
};
export type KpiKey =
  | 'reach'
  | 'impressions'
  | 'engagements'
  | 'engagement_rate'
  | 'clicks'
  | 'click_rate'
  | 'followers_gained'
  | 'posts'
  | 'leads'
  | 'cost_per_lead';
export type Kpi = {
  key: KpiKey;
  platform: Platform | 'youtube' | 'all';
  value: number | null;
  previous: number | null;
  change_percent: number | null;
  unit: 'count' | 'percent' | 'money';
};
type Period = { from: string; to: string };

/** Four significant digits; counts are whole and stay so. */
const four = (value: number | null) => (value === null || Number.isInteger(value) ? value : Number(value.toPrecision(4)));
const within = (day: string, { from, to }: Period) => day >= from && day <= to;

function kpi(key: KpiKey, platform: Kpi['platform'], value: number | null, previous: number | null): Kpi {
  const unit = key.endsWith('_rate') ? 'percent' : key === 'cost_per_lead' ? 'money' : 'count';
  const change = value === null || previous === null || previous === 0 ? null : ((value - previous) / Math.abs(previous)) * 100;
  return { key, platform, value: four(value), previous: four(previous), change_percent: four(change), unit };
}

export const kpiCalculator: SkillFunction = ({ context }) => {
  const { days, posts, leads, spend, from, to, timezone } = context.input as Input;
  const length = daysBetween(from, to) + 1;
  const period = { from, to };
  const earlier = { from: addDays(from, -length), to: addDays(from, -1) };
  const placed = posts.map((post) => ({ post, day: localDay(post.published_at, timezone) }));
  const postsIn = (span: Period) => placed.filter(({ day }) => within(day, span)).map(({ post }) => post);
  const daysIn = (span: Period) => days.filter(({ day }) => within(day, span));

  const platforms = [...new Set([...days, ...posts].map(({ platform }) => platform))].toSorted();
  const kpis = (['all', ...platforms] as const).flatMap((platform) => {
    const isOf = (row: { platform: string }) => platform === 'all' || row.platform === platform;
    const now = figuresOf(daysIn(period).filter(isOf), postsIn(period).filter(isOf));
    const was = figuresOf(daysIn(earlier).filter(isOf), postsIn(earlier).filter(isOf));
    return (Object.keys(now) as (keyof typeof now)[]).map((key) => kpi(key, platform, now[key], was[key]));
  });
  const leadsIn = (span: Period) =>
    leads?.filter(({ created_at }) => typeof created_at === 'string' && within(localDay(created_at, timezone), span)).length ?? null;
  const [leadsNow, leadsBefore] = [leadsIn(period), leadsIn(earlier)];
  kpis.push(kpi('leads', 'all', leadsNow, leadsBefore));
  kpis.push(kpi('cost_per_lead', 'all', spend !== undefined && leadsNow ? spend / leadsNow : null, null));

  const current = postsIn(period);
  const ranked = current
    .filter(({ reach }) => reach >= 100)
    .toSorted((a, b) => (rateOf(b) ?? 0) - (rateOf(a) ?? 0) || a.id.localeCompare(b.id))
    .map(({ id }) => id);
  // no post is among the best and the weakest
  const each = Math.min(5, Math.floor(ranked.length / 2));
  const settled = settledBefore(to, timezone);
  const output = {
    from,
    to,
    previous_from: earlier.from,
    previous_to: earlier.to,
    kpis: kpis.slice(0, 100),
    by_format: byFormat(current.filter(settled)),
    by_hour: byHour(posts.filter(settled), timezone),
    best: ranked.slice(0, Math.max(each, Math.min(1, ranked.length))),
    weakest: ranked.toReversed().slice(0, each),
  };
  return { say: sayKpis(output, context.run.language as Language), ...output };
};

const rateOf = (post: Post) => rate(postEngagements(post), post.reach || post.impressions);
const sum = (posts: Post[], of: (post: Post) => number) => posts.reduce((total, post) => total + of(post), 0);

/** Rates of a group are sums over sums. */
function groupRate(posts: Post[]): number | null {
  return four(rate(sum(posts, postEngagements), sum(posts, ({ reach }) => reach) || sum(posts, ({ impressions }) => impressions)));
}

/** Posts that were 48 hours old when the last day of the period ended: younger ones are still being seen. */
function settledBefore(to: string, timezone: string): (post: Post) => boolean {
  const end = startOfDay(addDays(to, 1), timezone).epochMilliseconds;
  return ({ published_at }) => Date.parse(published_at) <= end - 48 * 3_600_000;
}

/** Members of a group by a key, groups in the order of their keys. */
const groups = (posts: Post[], keyOf: (post: Post) => string): [string, Post[]][] =>
  [...Map.groupBy(posts, keyOf)].toSorted(([a], [b]) => a.localeCompare(b));

function byFormat(posts: Post[]) {
  return groups(posts, ({ format, platform }) => `${format} ${platform}`).map(([key, members]) => {
    const [format = '', platform = ''] = key.split(' ');
    return { format, platform, posts: members.length, engagement_rate: members.length >= 3 ? groupRate(members) : null };
  });
}

function byHour(posts: Post[], timezone: string) {
  const hourKey = ({ published_at }: Post) => {
    const { dayOfWeek, hour } = localTime(published_at, timezone);
    return `${dayOfWeek} ${String(hour).padStart(2, '0')}`;
  };
  return groups(posts, hourKey).flatMap(([key, members]) => {
    const [weekday = 1, hour = 0] = key.split(' ').map(Number);
    const engagement_rate = members.length >= 2 ? groupRate(members) : null;
    return engagement_rate === null ? [] : [{ weekday, hour, posts: members.length, engagement_rate }];
  });
}
