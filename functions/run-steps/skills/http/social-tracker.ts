// Skill social-tracker: public figures of competitors' professional accounts, Instagram by Business Discovery and YouTube by its Data API.
// Facebook, TikTok, LinkedIn and X give none to ordinary applications and are never read by robot. Listed in http-skills.ts.
import { readPublicChannel } from '../../../_shared/platforms/google/youtube.ts';
import { count, rows, text } from '../../../_shared/platforms/json.ts';
import { discover } from '../../../_shared/platforms/meta/business-discovery.ts';
import { availability } from './availability.ts';
import type { HttpSkill, HttpWork } from './http-skill.ts';
import { tell } from './phrases.ts';

type Wanted = { platform: 'instagram' | 'youtube'; handle: string };
type Post = { url: string; published_at: string; text: string; format: string; likes: number; comments: number };
type Seen = { followers: number; posts: Post[] } | null;

const others = ['facebook', 'tiktok', 'linkedin', 'x'];

async function readInstagram({ door }: HttpWork, handle: string): Promise<Seen> {
  const row = await discover(door, handle);
  if (!row) return null;
  const media = rows((row.media as { data?: unknown } | undefined)?.data);
  const posts = media.map((one) => ({
    url: text(one.permalink, 500),
    published_at: new Date(text(one.timestamp)).toISOString(),
    text: text(one.caption, 1000),
    format:
      one.media_product_type === 'REELS'
        ? 'reel'
        : one.media_type === 'CAROUSEL_ALBUM'
          ? 'carousel'
          : one.media_type === 'VIDEO'
            ? 'video'
            : 'picture',
    likes: count(one.like_count),
    comments: count(one.comments_count),
  }));
  return { followers: count(row.followers_count), posts };
}

async function readYouTube({ door }: HttpWork, handle: string): Promise<Seen> {
  const channel = await readPublicChannel(door, handle);
  return channel && { followers: channel.followers, posts: channel.videos };
}

function figuresOf({ platform, handle }: Wanted, seen: Seen, from: string, to: string) {
  const inPeriod = (seen?.posts ?? []).filter(({ published_at }) => published_at.slice(0, 10) >= from && published_at.slice(0, 10) <= to);
  const interactions = inPeriod.reduce((sum, { likes, comments }) => sum + likes + comments, 0);
  return {
    platform,
    handle,
    found: seen !== null,
    followers: seen?.followers ?? 0,
    // growth is the difference of two readings; this is one
    gained: null,
    posts_in_period: inPeriod.length,
    interactions_per_post: inPeriod.length > 0 ? Math.round((interactions / inPeriod.length) * 10) / 10 : null,
    top_posts: inPeriod.toSorted((a, b) => b.likes + b.comments - (a.likes + a.comments)).slice(0, 5),
  };
}

export const socialTracker: HttpSkill = {
  needsAccount: () => false,
  empty: () => ({ accounts: [], not_readable: [] }),
  run: async (work) => {
    const { accounts, from, to } = work.context.input as { accounts: Wanted[]; from: string; to: string };
    const { language } = work.context.run;
    const canRead = { instagram: Boolean(work.door.secret.token), youtube: Boolean(work.door.env.YOUTUBE_API_KEY) };
    const seen = [];
    for (const one of accounts) {
      if (!canRead[one.platform]) continue;
      seen.push(
        figuresOf(
          one,
          one.platform === 'instagram' ? await readInstagram(work, one.handle) : await readYouTube(work, one.handle),
          from,
          to,
        ),
      );
    }
    const reason = (platform: string) => availability('unavailable', platform, language, 'refused').message.slice(0, 160);
    const missing = availability(canRead.instagram ? 'ok' : 'account_missing', 'instagram', language);
    const unread = [...(canRead.instagram ? [] : ['instagram']), ...(canRead.youtube ? [] : ['youtube'])].filter((name) =>
      accounts.some(({ platform }) => platform === name),
    );
    const key = (name: string) =>
      availability(name === 'youtube' ? 'key_missing' : 'account_missing', name, language).message.slice(0, 160);
    return {
      say: [missing.message, tell(language, 'tracked', { found: seen.filter(({ found }) => found).length })].filter(Boolean).join(' '),
      availability: missing,
      accounts: seen,
      not_readable: [
        ...unread.map((platform) => ({ platform, reason: key(platform) })),
        ...others.map((platform) => ({ platform, reason: reason(platform) })),
      ],
    };
  },
};
