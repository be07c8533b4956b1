// The figures of a social account as the cards of category analytics promise them. Made by the platforms' adapters.

export type DayFigures = {
  /** YYYY-MM-DD */
  day: string;
  platform: 'facebook' | 'instagram' | 'tiktok' | 'youtube';
  reach: number;
  impressions: number;
  engagements: number;
  clicks: number;
  /** at the day's end */
  followers: number;
};

export type PostFigures = {
  id: string;
  platform: DayFigures['platform'];
  url: string;
  published_at: string;
  format: 'text' | 'picture' | 'carousel' | 'reel' | 'video' | 'story' | 'thread' | 'article' | 'email';
  text: string;
  reach: number;
  impressions: number;
  likes: number;
  comments: number;
  shares: number;
  saves: number;
  clicks: number;
  video_views: number;
};

export type Figures = { days: DayFigures[]; posts: PostFigures[] };

/** Days from one to the other, both included; at most `most`, the last ones. */
export function daysBetween(from: string, to: string, most: number): string[] {
  const end = Date.parse(`${to}T00:00:00Z`);
  const start = Math.max(Date.parse(`${from}T00:00:00Z`), end - (most - 1) * 86_400_000);
  const days: string[] = [];
  for (let at = start; at <= end; at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
