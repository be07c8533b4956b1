// Skills that read figures: facebook-api, instagram-api, tiktok-api, youtube-api, google-analytics. Listed in http-skills.ts.
import { readVisits } from '../../../_shared/platforms/google/analytics.ts';
import { readChannelFigures } from '../../../_shared/platforms/google/youtube.ts';
import { readInstagramFigures } from '../../../_shared/platforms/meta/instagram-figures.ts';
import { readPageFigures } from '../../../_shared/platforms/meta/page-figures.ts';
import { readTikTok } from '../../../_shared/platforms/tiktok/figures.ts';
import type { HttpSkill, HttpWork } from './http-skill.ts';
import { type Phrase, tell } from './phrases.ts';

type Period = { from: string; to: string };
type Read = { days: unknown[]; posts: unknown[]; to?: string };

const dayMs = 86_400_000;

function figureSkill(name: string, read: (work: HttpWork, period: Period) => Promise<Read>, limits: Phrase[]): HttpSkill {
  return {
    empty: ({ context, now }) => {
      const { from, to } = context.input as Period;
      return { from, to, days: [], posts: [], fetched_at: now };
    },
    run: async (work) => {
      const period = work.context.input as Period;
      const { language } = work.context.run;
      const { days, posts, to = period.to } = await read(work, period);
      const told = [
        tell(language, 'figures', { name, days: days.length, posts: posts.length }),
        ...limits.map((limit) => tell(language, limit)),
      ];
      if (to !== period.to) told.push(tell(language, 'moved', { to }));
      if (name === 'Instagram' && Date.parse(period.to) - Date.parse(period.from) > 30 * dayMs) told.push(tell(language, 'last_month'));
      return { say: told.join(' '), from: period.from, to, days, posts, fetched_at: work.now };
    },
  };
}

const googleAnalytics: HttpSkill = {
  empty: ({ context, now }) => {
    const { from, to, currency } = context.input as Period & { currency: string };
    return { from, to, days: [], sources: [], pages: [], currency, thresholded: false, fetched_at: now };
  },
  run: async ({ context, door, now }) => {
    const { property, from, to, currency } = context.input as Period & { property: string; currency: string };
    // today is not over
    const yesterday = new Date(Date.parse(now.slice(0, 10)) - dayMs).toISOString().slice(0, 10);
    const last = to > yesterday ? yesterday : to;
    const visits = await readVisits(door, property, from, last);
    const { language } = context.run;
    const sessions = visits.days.reduce((sum, day) => sum + day.sessions, 0);
    const told = [tell(language, 'visits', { sessions, days: visits.days.length, source: visits.sources[0]?.source ?? '–' })];
    if (visits.thresholded) told.push(tell(language, 'thresholded'));
    return { say: told.join(' '), from, to: last, ...visits, currency: visits.currency || currency, fetched_at: now };
  },
};

export const figureSkills: Record<string, HttpSkill> = {
  'facebook-api': figureSkill('Facebook', ({ door }, { from, to }) => readPageFigures(door, from, to), ['no_saves']),
  'instagram-api': figureSkill('Instagram', ({ door }, { from, to }) => readInstagramFigures(door, from, to), []),
  // a day is the difference of two nightly readings, which the database keeps: this one alone has none
  'tiktok-api': figureSkill('TikTok', async ({ door }, { from, to }) => ({ days: [], posts: (await readTikTok(door, from, to)).posts }), [
    'totals_only',
  ]),
  'youtube-api': figureSkill('YouTube', ({ door, now }, { from, to }) => readChannelFigures(door, from, to, now), ['no_reach']),
  'google-analytics': googleAnalytics,
};
