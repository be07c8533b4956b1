// Skill audience-analyzer: who follows, what they like, when they are there. In influencer-skills.ts.
import { addDays } from '../local-time.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { bestHours, byFormat, type Day, type Group, growth, joinSmall, measure, type Post, topPosts } from './audience-figures.ts';
import { formatNames, influencerPhrases } from './influencer-phrases.ts';

type Input = { days: Day[]; posts: Post[]; demographics?: Group[]; timezone: string; today: string };

const leastPosts = 15;
const leastFollowers = 100;
const hour = 3_600_000;

export const audienceAnalyzer: SkillFunction = ({ context }) => {
  const { days, posts, demographics = [], timezone, today } = context.input as Input;
  const end = Date.parse(`${today}T23:59:59Z`);
  const first = Date.parse(`${addDays(today, -90)}T00:00:00Z`);
  // young posts are still being seen: they would pull every rate down
  const settled = posts.filter(({ published_at }) => Date.parse(published_at) >= first && Date.parse(published_at) <= end - 48 * hour);
  const measured = measure(settled);
  const known = days.filter(({ day }) => day <= today);
  const grown = growth(known, addDays(today, -7), addDays(today, -30));
  const by_format = byFormat(measured);
  const enough = measured.length >= leastPosts;
  const { language } = context.run;
  const plus = grown.gained_30_days >= 0 ? `+${grown.gained_30_days}` : String(grown.gained_30_days);
  const best = by_format[0] ? (formatNames[by_format[0].format]?.[language] ?? by_format[0].format) : '–';
  const values = { followers: grown.followers, gained: plus, best, posts: measured.length };
  return {
    say: sayFrom(influencerPhrases, language, enough ? 'audience' : 'hints', values),
    growth: grown,
    by_format,
    best_hours: bestHours(measured, timezone),
    top_posts: topPosts(measured),
    demographics: grown.followers >= leastFollowers ? joinSmall(demographics) : [],
    enough,
  };
};
