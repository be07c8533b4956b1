// Figures of the tenant's YouTube channel, and public figures of others by handle. Called by skills youtube-api and social-tracker.
// https://developers.google.com/youtube/analytics/reference/reports/query · https://developers.google.com/youtube/v3/docs
import type { Ask, Door } from '../door.ts';
import type { DayFigures, Figures, PostFigures } from '../figures.ts';
import { count, part, type Row, rows, text } from '../json.ts';
import { asTenant, googleTrouble } from './access-token.ts';

const data = 'youtube.googleapis.com';
const dayMs = 86_400_000;

/** ISO 8601 duration in seconds: PT2M30S -> 150 */
export function secondsOf(duration: string): number {
  const [, hours, minutes, seconds] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration) ?? [];
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

async function report(door: Door, from: string, to: string, dimensions: string, metrics: string, more: Ask['query'] = {}): Promise<Row[]> {
  const query = { ids: 'channel==MINE', startDate: from, endDate: to, dimensions, metrics, ...more };
  const answer = (await asTenant(door, 'youtubeanalytics.googleapis.com', '/v2/reports', { query })) as Row | null;
  const names = rows(answer?.columnHeaders).map(({ name }) => String(name));
  const table = Array.isArray(answer?.rows) ? (answer.rows as unknown[][]) : [];
  return table.map((values) => Object.fromEntries(names.map((name, at) => [name, values[at]])));
}

const items = (answer: unknown): Row[] => rows((answer as Row | null)?.items);

function postOf(video: Row, figures: Row): PostFigures {
  const seconds = secondsOf(text(part(video, 'contentDetails').duration));
  const id = text(video.id, 120);
  const { title, description, publishedAt } = part(video, 'snippet');
  return {
    id,
    platform: 'youtube',
    url: `https://www.youtube.com/watch?v=${id}`,
    published_at: text(publishedAt),
    format: seconds <= 180 && /#shorts\b/i.test(`${text(title)} ${text(description)}`) ? 'reel' : 'video',
    text: [text(title), text(description)].filter(Boolean).join('\n').slice(0, 3000),
    reach: 0,
    impressions: 0,
    likes: count(figures.likes),
    comments: count(figures.comments),
    shares: count(figures.shares),
    saves: 0,
    clicks: count(figures.cardClicks),
    video_views: count(figures.views),
  };
}

/** The last two days are incomplete: `to` moves back. The account's secret: token or refresh_token. @throws PlatformError */
export async function readChannelFigures(door: Door, from: string, to: string, now: string): Promise<Figures & { to: string }> {
  const last = new Date(Math.min(Date.parse(to), Date.parse(now.slice(0, 10)) - 3 * dayMs)).toISOString().slice(0, 10);
  const metrics = 'views,likes,comments,shares,cardClicks';
  const byDay = await report(door, from, last, 'day', `${metrics},subscribersGained,subscribersLost`);
  const byVideo = await report(door, from, last, 'video', metrics, { maxResults: 50, sort: '-views' });
  const [channel] = items(await asTenant(door, data, '/youtube/v3/channels', { query: { part: 'statistics', mine: 'true' } }));
  // the count is of now: earlier days are counted back from it
  let followers = count(part(channel, 'statistics').subscriberCount);
  const days: DayFigures[] = [];
  for (const row of byDay.toReversed()) {
    const shown = { impressions: count(row.views), engagements: count(row.likes) + count(row.comments) + count(row.shares) };
    days.unshift({ day: text(row.day, 10), platform: 'youtube', reach: 0, ...shown, clicks: count(row.cardClicks), followers });
    followers = Math.max(0, followers - count(row.subscribersGained) + count(row.subscribersLost));
  }
  const ids = byVideo.map(({ video }) => text(video, 20)).filter(Boolean);
  const query = { part: 'snippet,contentDetails', id: ids.join(',') };
  const videos = ids.length > 0 ? items(await asTenant(door, data, '/youtube/v3/videos', { query })) : [];
  const posts = videos.map((video) => postOf(video, byVideo.find((row) => row.video === video.id) ?? {}));
  return { to: last, days: days.slice(0, 400), posts };
}

export type PublicVideo = { url: string; published_at: string; text: string; format: 'reel' | 'video'; likes: number; comments: number };

/** A public channel with the platform's key (YOUTUBE_API_KEY); null when the handle is unknown. @throws PlatformError */
export async function readPublicChannel(door: Door, handle: string): Promise<{ followers: number; videos: PublicVideo[] } | null> {
  const headers = { 'x-goog-api-key': door.env.YOUTUBE_API_KEY ?? '' };
  const ask = async (what: string, query: Ask['query']) =>
    items((await door.ask(data, `/youtube/v3/${what}`, { query, headers, troubleIn: googleTrouble })).body);
  const [channel] = await ask('channels', { part: 'statistics,contentDetails', forHandle: `@${handle.replace(/^@/, '')}` });
  if (!channel) return null;
  const playlistId = text(part(part(channel, 'contentDetails'), 'relatedPlaylists').uploads, 80);
  const uploads = await ask('playlistItems', { part: 'contentDetails', playlistId, maxResults: 50 });
  const ids = uploads.map((row) => text(part(row, 'contentDetails').videoId, 20)).filter(Boolean);
  const found = ids.length > 0 ? await ask('videos', { part: 'snippet,statistics,contentDetails', id: ids.join(',') }) : [];
  const videos = found.map((video): PublicVideo => {
    const { url, published_at, text: words, format } = postOf(video, {});
    const { likeCount, commentCount } = part(video, 'statistics');
    const shape = format === 'reel' ? 'reel' : 'video';
    return { url, published_at, text: words.slice(0, 1000), format: shape, likes: count(likeCount), comments: count(commentCount) };
  });
  return { followers: count(part(channel, 'statistics').subscriberCount), videos };
}
