// The sums behind audience-analyzer: rates of posts by format and hour, growth, and shares of groups.
import { localTime } from '../local-time.ts';

export type Day = { day: string; platform: string; followers: number };
export type Post = {
  id: string;
  published_at: string;
  format: string;
  reach: number;
  impressions: number;
  likes: number;
  comments: number;
  shares: number;
  saves: number;
  clicks: number;
  video_views: number;
};
export type Group = { kind: string; key: string; share: number };
export type Measured = { post: Post; engagements: number; seen: number };

const leastOfFormat = 5;
const leastOfHour = 2;
/** A lucky post does not make an hour: as if five more posts had stood at the mean. */
const shrinkBy = 5;
const most = { hours: 21, groups: 60, posts: 5 };
const round = (value: number, decimals = 2) => Math.round(value * 10 ** decimals) / 10 ** decimals + 0;
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** Posts that somebody saw; reach, else impressions, else views. */
export const measure = (posts: Post[]): Measured[] =>
  posts
    .map((post) => ({
      post,
      engagements: post.likes + post.comments + post.shares + post.saves + post.clicks,
      seen: post.reach || post.impressions || post.video_views,
    }))
    .filter(({ seen }) => seen > 0);

/** Sums over sums, 0-…; 0 where nothing was seen. */
export function rateOf(measured: Measured[]): number {
  const seen = sum(measured.map((one) => one.seen));
  return seen === 0 ? 0 : sum(measured.map((one) => one.engagements)) / seen;
}

const against = (rate: number, mean: number) => (mean === 0 ? 0 : round((rate / mean - 1) * 100, 1));

/** Rates in percent. */
export function byFormat(measured: Measured[]) {
  const mean = rateOf(measured);
  return [...Map.groupBy(measured, ({ post }) => post.format)]
    .filter(([, posts]) => posts.length >= leastOfFormat)
    .map(([format, posts]) => ({
      format,
      posts: posts.length,
      engagement_rate: round(rateOf(posts) * 100),
      against_mean_percent: against(rateOf(posts), mean),
    }))
    .toSorted((a, b) => b.engagement_rate - a.engagement_rate || a.format.localeCompare(b.format));
}

/** Weekday 1 Monday - 7 Sunday and hour of the tenant's clock, best first. */
export function bestHours(measured: Measured[], timezone: string) {
  const mean = rateOf(measured);
  const cells = Map.groupBy(measured, ({ post }) => {
    const { dayOfWeek, hour } = localTime(post.published_at, timezone);
    return dayOfWeek * 100 + hour;
  });
  return [...cells]
    .filter(([, posts]) => posts.length >= leastOfHour)
    .map(([cell, posts]) => {
      const shrunk = (posts.length * rateOf(posts) + shrinkBy * mean) / (posts.length + shrinkBy);
      return { weekday: Math.floor(cell / 100), hour: cell % 100, lift_percent: against(shrunk, mean), posts: posts.length };
    })
    .toSorted((a, b) => b.lift_percent - a.lift_percent || b.posts - a.posts || a.weekday - b.weekday || a.hour - b.hour)
    .slice(0, most.hours);
}

/** By rate, small posts drawn to the mean as if a hundred more people had seen them. */
export function topPosts(measured: Measured[]): string[] {
  const mean = rateOf(measured);
  const rank = ({ engagements, seen }: Measured) => (engagements + 100 * mean) / (seen + 100);
  return measured
    .toSorted((a, b) => rank(b) - rank(a) || a.post.id.localeCompare(b.post.id))
    .slice(0, most.posts)
    .map(({ post }) => post.id);
}

/** First and last count of the span on each platform; a missing day is not zero. */
function gained(days: Day[], from: string): { gained: number; before: number } {
  const rows = [
    ...Map.groupBy(
      days.filter(({ day }) => day >= from),
      ({ platform }) => platform,
    ).values(),
  ];
  const ends = rows.map((row) => row.toSorted((a, b) => a.day.localeCompare(b.day)));
  return {
    gained: sum(ends.map((row) => (row.at(-1)?.followers ?? 0) - (row[0]?.followers ?? 0))),
    before: sum(ends.map((row) => row[0]?.followers ?? 0)),
  };
}

export function growth(days: Day[], weekAgo: string, monthAgo: string) {
  const latest = [...Map.groupBy(days, ({ platform }) => platform).values()].map((row) =>
    row.toSorted((a, b) => a.day.localeCompare(b.day)).at(-1),
  );
  const month = gained(days, monthAgo);
  return {
    followers: sum(latest.map((day) => day?.followers ?? 0)),
    gained_7_days: gained(days, weekAgo).gained,
    gained_30_days: month.gained,
    percent_30_days: month.before > 0 ? round((month.gained / month.before) * 100, 1) : null,
  };
}

/** Groups below 1 % are joined: nobody is to be recognised. */
export function joinSmall(groups: Group[]): Group[] {
  return [...Map.groupBy(groups, ({ kind }) => kind)]
    .flatMap(([kind, members]) => {
      const large = members.filter(({ share }) => share >= 0.01).toSorted((a, b) => b.share - a.share);
      const rest = sum(members.filter(({ share }) => share < 0.01).map(({ share }) => share));
      return rest > 0 ? [...large, { kind, key: 'other', share: Math.min(1, round(rest, 4)) }] : large;
    })
    .slice(0, most.groups);
}
