// The sums behind the key figures of one period and platform. Used by kpi-calculator.ts.
import type { Platform } from '../../../_shared/payloads.ts';

export type Day = {
  day: string;
  platform: Platform | 'youtube';
  reach: number;
  impressions: number;
  engagements: number;
  clicks: number;
  followers: number;
};
export type Post = {
  id: string;
  platform: Platform | 'youtube';
  published_at: string;
  format: string;
  reach: number;
  impressions: number;
  likes: number;
  comments: number;
  shares: number;
  saves: number;
  clicks: number;
};

export const postEngagements = ({ likes, comments, shares, saves, clicks }: Post): number => likes + comments + shares + saves + clicks;

/** In percent; null where there is nothing to divide by. */
export const rate = (part: number, whole: number): number | null => (whole > 0 ? (part / whole) * 100 : null);

const sum = <Row>(rows: Row[], of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);

/** Sums of each day over its platforms. */
function perDay(days: Day[], of: (day: Day) => number): number[] {
  const totals = new Map<string, number>();
  for (const row of days) totals.set(row.day, (totals.get(row.day) ?? 0) + of(row));
  return [...totals.values()];
}

/** Last count - first count of each platform, added up; null where no platform was counted twice. */
function followersGained(days: Day[]): number | null {
  const byPlatform = new Map<string, Day[]>();
  for (const day of days) byPlatform.set(day.platform, [...(byPlatform.get(day.platform) ?? []), day]);
  const gains = [...byPlatform.values()].flatMap((rows) => {
    const ordered = rows.toSorted((a, b) => a.day.localeCompare(b.day));
    const [first, last] = [ordered[0], ordered.at(-1)];
    return first && last && first !== last ? [last.followers - first.followers] : [];
  });
  return gains.length > 0 ? sum(gains, (gain) => gain) : null;
}

export type Figures = Record<
  'reach' | 'impressions' | 'engagements' | 'engagement_rate' | 'clicks' | 'click_rate' | 'followers_gained' | 'posts',
  number | null
>;

/** From the daily figures; a platform that gives none is counted by its posts. Reach is the highest day: adding days up counts people twice. */
export function figuresOf(days: Day[], posts: Post[]): Figures {
  const measured = new Set(days.map(({ platform }) => platform));
  const alone = posts.filter(({ platform }) => !measured.has(platform));
  const isKnown = days.length + alone.length > 0;
  const add = (ofDay: (day: Day) => number, ofPost: (post: Post) => number) => (isKnown ? sum(days, ofDay) + sum(alone, ofPost) : null);
  const impressions = add(
    (day) => day.impressions,
    (post) => post.impressions,
  );
  const engagements = add((day) => day.engagements, postEngagements);
  const clicks = add(
    (day) => day.clicks,
    (post) => post.clicks,
  );
  const shownTo =
    add(
      (day) => day.reach,
      (post) => post.reach,
    ) ||
    impressions ||
    0;
  const highest = Math.max(0, ...perDay(days, ({ reach }) => reach), ...alone.map(({ reach }) => reach));
  return {
    reach: isKnown ? highest : null,
    impressions,
    engagements,
    engagement_rate: engagements === null ? null : rate(engagements, shownTo),
    clicks,
    click_rate: clicks === null ? null : rate(clicks, impressions ?? 0),
    followers_gained: followersGained(days),
    posts: posts.length,
  };
}
