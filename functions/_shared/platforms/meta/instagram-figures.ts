// Figures of an Instagram professional account and its posts. Called by skill instagram-api.
// https://developers.facebook.com/docs/instagram-platform/api-reference/instagram-user/insights (impressions are retired: views stand for them)
import type { Door } from '../door.ts';
import { type DayFigures, daysBetween, type Figures, type PostFigures } from '../figures.ts';
import { count, isRow, type Row, rows, text } from '../json.ts';
import { graph, graphRows, seconds, valuesOf } from './graph.ts';

const mediaMetrics = 'reach,views,saved,shares,total_interactions';
const fields = `id,caption,media_type,media_product_type,permalink,timestamp,like_count,comments_count,insights.metric(${mediaMetrics})`;

/** The platform gives totals of a range, so each day is a question of its own: a month of them at most. */
const mostDays = 31;

const formats: Record<string, PostFigures['format']> = { IMAGE: 'picture', CAROUSEL_ALBUM: 'carousel', VIDEO: 'video' };

function formatOf(row: Row): PostFigures['format'] {
  if (row.media_product_type === 'REELS') return 'reel';
  return row.media_product_type === 'STORY' ? 'story' : (formats[text(row.media_type)] ?? 'picture');
}

function postOf(row: Row): PostFigures {
  const values = valuesOf(row.insights);
  const isVideo = formatOf(row) === 'reel' || formatOf(row) === 'video';
  return {
    id: text(row.id, 120),
    platform: 'instagram',
    url: text(row.permalink, 500),
    published_at: new Date(text(row.timestamp)).toISOString(),
    format: formatOf(row),
    text: text(row.caption),
    reach: count(values.reach),
    impressions: count(values.views),
    likes: count(row.like_count),
    comments: count(row.comments_count),
    shares: count(values.shares),
    saves: count(values.saved),
    clicks: 0,
    video_views: isVideo ? count(values.views) : 0,
  };
}

async function readDay(door: Door, account: string, day: string): Promise<Omit<DayFigures, 'followers'>> {
  const query = {
    metric: 'reach,views,total_interactions,profile_links_taps',
    period: 'day',
    metric_type: 'total_value',
    since: seconds(day),
    until: seconds(day, 1),
  };
  const { data } = await graph(door, `${account}/insights`, { query });
  const values = Object.fromEntries(rows(data).map((row) => [String(row.name), isRow(row.total_value) ? count(row.total_value.value) : 0]));
  return {
    day,
    platform: 'instagram',
    reach: values.reach ?? 0,
    impressions: values.views ?? 0,
    engagements: values.total_interactions ?? 0,
    clicks: values.profile_links_taps ?? 0,
  };
}

/** The account's secret: token, instagram_id. Followers are those of now: the platform keeps no daily count. @throws PlatformError */
export async function readInstagramFigures(door: Door, from: string, to: string): Promise<Figures> {
  const account = door.secret.instagram_id ?? 'me';
  const { followers_count } = await graph(door, account, { query: { fields: 'followers_count' } });
  const days: DayFigures[] = [];
  for (const day of daysBetween(from, to, mostDays))
    days.push({ ...(await readDay(door, account, day)), followers: count(followers_count) });
  const start = Date.parse(`${from}T00:00:00Z`);
  // newest first
  const media = await graphRows(door, `${account}/media`, { fields }, 200, (row) => Date.parse(text(row.timestamp)) < start);
  return { days, posts: media.filter((row) => Date.parse(text(row.timestamp)) < seconds(to, 1) * 1000).map(postOf) };
}
