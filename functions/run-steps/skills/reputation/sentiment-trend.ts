// Skill sentiment-trend: do people speak better or worse than before? In reputation-skills.ts.
import { addDays, daysBetween } from '../local-time.ts';
import { sayFrom } from '../say.ts';
import { SkillError, type SkillFunction } from '../skill.ts';
import { reputationPhrases } from './reputation-phrases.ts';
import { mannKendall, theilSen } from './slope.ts';
import { contentWords } from './topic-words.ts';

type Mention = { text: string; seen_at: string; sentiment: number | null };
type Input = { mentions: Mention[]; from: string; to: string };

const leastMentions = 20;
const leastDays = 7;
const halfLife = 3;
const most = 400;

const round = (value: number) => Math.round(value * 1000) / 1000;
/** JavaScript knows a zero below zero; readers do not. */
const within = (value: number, limit: number) => round(Math.max(-limit, Math.min(limit, value))) + 0;

/** Exponential mean over days with mentions; the weight of what was falls by half in three days, empty ones included. */
function smooth(days: { at: number; mean: number }[]): { x: number; y: number }[] {
  let level = days[0]?.mean ?? 0;
  let last = days[0]?.at ?? 0;
  return days.map(({ at, mean }) => {
    const keep = at === last ? 0 : 0.5 ** ((at - last) / halfLife);
    level = keep * level + (1 - keep) * mean;
    last = at;
    return { x: at, y: level };
  });
}

/** Words of at least three mentions and how often each stood in a kind or an angry one. */
function topicsOf(mentions: Mention[]) {
  const counts = new Map<string, { negative: number; positive: number; all: number }>();
  for (const { text, sentiment } of mentions) {
    for (const word of contentWords(text)) {
      const count = counts.get(word) ?? { negative: 0, positive: 0, all: 0 };
      count.all += 1;
      if (sentiment !== null && sentiment < -0.2) count.negative += 1;
      if (sentiment !== null && sentiment > 0.2) count.positive += 1;
      counts.set(word, count);
    }
  }
  return [...counts]
    .filter(([, { all }]) => all >= 3)
    .toSorted(([a, x], [b, y]) => y.all - x.all || a.localeCompare(b))
    .slice(0, 15)
    .map(([word, { negative, positive }]) => ({ word, negative, positive }));
}

export const sentimentTrend: SkillFunction = ({ context }) => {
  const { mentions: given, from, to } = context.input as Input;
  const span = daysBetween(from, to);
  if (span < 0 || span >= most) throw new SkillError('input_missing', { field: 'to', problem: `0 to ${most - 1} days after from` }, false);
  const day = ({ seen_at }: Mention) => new Date(seen_at).toISOString().slice(0, 10);
  const mentions = given.filter((mention) => day(mention) >= from && day(mention) <= to);
  const byDay = Object.groupBy(mentions, day);
  const points = Array.from({ length: span + 1 }, (_none, at) => {
    const felt = (byDay[addDays(from, at)] ?? []).flatMap(({ sentiment }) => (sentiment === null ? [] : [sentiment]));
    const mean = felt.length === 0 ? null : round(felt.reduce((sum, value) => sum + value, 0) / felt.length);
    return { day: addDays(from, at), mean, count: byDay[addDays(from, at)]?.length ?? 0 };
  });
  const said = points.flatMap(({ mean }, at) => (mean === null ? [] : [{ at, mean }]));
  const curve = smooth(said);
  const slope = 7 * theilSen(curve);
  const felt = mentions.filter(({ sentiment }) => sentiment !== null).length;
  const isTooFew = felt < leastMentions || said.length < leastDays;
  // the test looks at the days themselves: smoothing would make neighbours agree
  const holds = mannKendall(said.map(({ at, mean }) => ({ x: at, y: mean }))) < 0.1 && Math.abs(slope) > 0.05;
  const state = isTooFew ? 'too_few' : holds ? (slope > 0 ? 'better' : 'worse') : 'steady';
  const topics = topicsOf(mentions);
  const angry = topics.filter(({ negative, positive }) => negative > positive).map(({ word }) => word);
  const { language } = context.run;
  const comma = language === 'ar' ? '، ' : ', ';
  return {
    say: sayFrom(reputationPhrases, language, state, {
      slope: round(slope),
      count: mentions.length,
      topics: angry.slice(0, 3).join(comma) || '–',
    }),
    points,
    level: within(curve.at(-1)?.y ?? 0, 1),
    slope_per_week: within(slope, 2),
    state,
    topics,
  };
};
