// Figures of a Facebook page and its posts. Called by skill facebook-api.
// https://developers.facebook.com/docs/graph-api/reference/insights (page_impressions is retired: views and viewers stand for it)
import type { Door } from '../door.ts';
import type { Figures, PostFigures } from '../figures.ts';
import { count, isRow, type Row, rows, text } from '../json.ts';
import { graph, graphRows, seconds, valuesByDay, valuesOf } from './graph.ts';

const pageMetrics = 'page_media_view,page_total_media_view_unique,page_post_engagements,page_total_actions,page_follows';
const postMetrics = 'post_media_view,post_total_media_view_unique,post_clicks,post_video_views';
const fields = `id,message,created_time,permalink_url,attachments{media_type},shares,reactions.summary(true).limit(0),comments.summary(true).limit(0),insights.metric(${postMetrics})`;

const formats: Record<string, PostFigures['format']> = {
  photo: 'picture',
  album: 'carousel',
  video: 'video',
  video_inline: 'video',
  link: 'article',
};

const total = (edge: unknown): number => (isRow(edge) && isRow(edge.summary) ? count(edge.summary.total_count) : 0);

function postOf(row: Row): PostFigures {
  const values = valuesOf(row.insights);
  const kind = isRow(row.attachments) ? text(rows(row.attachments.data)[0]?.media_type) : '';
  return {
    id: text(row.id, 120),
    platform: 'facebook',
    url: text(row.permalink_url, 500),
    published_at: new Date(text(row.created_time)).toISOString(),
    format: formats[kind] ?? 'text',
    text: text(row.message),
    reach: count(values.post_total_media_view_unique),
    impressions: count(values.post_media_view),
    likes: total(row.reactions),
    comments: total(row.comments),
    shares: isRow(row.shares) ? count(row.shares.count) : 0,
    saves: 0,
    clicks: count(values.post_clicks),
    video_views: count(values.post_video_views),
  };
}

/** `from` and `to` are days, both included. The account's secret: token (of the page), page_id. @throws PlatformError */
export async function readPageFigures(door: Door, from: string, to: string): Promise<Figures> {
  const page = door.secret.page_id ?? 'me';
  const range = { since: seconds(from), until: seconds(to, 1) };
  const insights = await graph(door, `${page}/insights`, { query: { metric: pageMetrics, period: 'day', ...range } });
  const posts = await graphRows(door, `${page}/posts`, { fields, ...range }, 200);
  const days = [...valuesByDay(rows(insights.data))]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([day, values]) => ({
      day,
      platform: 'facebook' as const,
      reach: values.page_total_media_view_unique ?? 0,
      impressions: values.page_media_view ?? 0,
      engagements: values.page_post_engagements ?? 0,
      clicks: values.page_total_actions ?? 0,
      followers: values.page_follows ?? 0,
    }));
  return { days: days.slice(0, 400), posts: posts.map(postOf) };
}
