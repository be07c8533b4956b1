// Figures of the tenant's TikTok account. Called by skill tiktok-api. The platform gives totals, not days, and neither reach nor saves.
// https://developers.tiktok.com/doc/tiktok-api-v2-video-list · …/tiktok-api-v2-error-handling
import type { Ask, Door } from '../door.ts';
import type { PostFigures } from '../figures.ts';
import { count, isRow, part, type Row, rows, text } from '../json.ts';
import type { PlatformTrouble } from '../platform-error.ts';

const host = 'open.tiktokapis.com';

const troubles: Record<string, PlatformTrouble> = {
  access_token_invalid: 'token_expired',
  scope_not_authorized: 'permission_missing',
  scope_permission_missed: 'permission_missing',
  rate_limit_exceeded: 'rate_limited',
  internal_error: 'unavailable',
};

const troubleIn: Ask['troubleIn'] = (_status, body) => {
  const { code, message } = part(body, 'error');
  if (typeof code !== 'string' || code === 'ok') return undefined;
  return { trouble: troubles[code] ?? 'refused', reason: code, message: text(message, 300) };
};

async function call(door: Door, path: string, options: Ask): Promise<Row> {
  const headers = { authorization: `Bearer ${door.secret.token}` };
  return part((await door.ask(host, path, { ...options, headers, troubleIn })).body, 'data');
}

export type TikTokAccount = { followers: number; likes: number; posts: PostFigures[] };

const fields = 'id,title,video_description,create_time,share_url,view_count,like_count,comment_count,share_count';

function postOf(row: Row): PostFigures {
  return {
    id: String(row.id ?? '').slice(0, 120),
    platform: 'tiktok',
    url: text(row.share_url, 500),
    published_at: new Date(count(row.create_time) * 1000).toISOString(),
    format: 'reel',
    text: (text(row.video_description) || text(row.title)).slice(0, 3000),
    reach: 0,
    impressions: count(row.view_count),
    likes: count(row.like_count),
    comments: count(row.comment_count),
    shares: count(row.share_count),
    saves: 0,
    clicks: 0,
    video_views: count(row.view_count),
  };
}

/** Videos of the days `from` to `to`, both included, newest first. The account's secret: token. @throws PlatformError */
export async function readTikTok(door: Door, from: string, to: string): Promise<TikTokAccount> {
  const user = part(await call(door, '/v2/user/info/', { query: { fields: 'follower_count,likes_count' } }), 'user');
  const [start, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`) + 86_400_000];
  const posts: PostFigures[] = [];
  let cursor: unknown;
  for (;;) {
    const json = { max_count: 20, ...(cursor === undefined ? {} : { cursor }) };
    const data = await call(door, '/v2/video/list/', { method: 'POST', query: { fields }, json, isRepeatable: true });
    const page = rows(data.videos).map(postOf);
    posts.push(...page.filter(({ published_at }) => Date.parse(published_at) >= start && Date.parse(published_at) < end));
    const oldest = page.at(-1);
    cursor = data.cursor;
    if (data.has_more !== true || !isRow(data) || posts.length >= 200 || (oldest && Date.parse(oldest.published_at) < start)) break;
  }
  return { followers: count(user.follower_count), likes: count(user.likes_count), posts: posts.slice(0, 200) };
}
