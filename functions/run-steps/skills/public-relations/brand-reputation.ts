// Skill brand-reputation: one figure for a good name, and what it is made of. In public-relations-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { adviceFor, becausePhrases, reputationFigure } from './public-relations-phrases.ts';

type Part = 'reviews' | 'sentiment' | 'answers' | 'calm';
type Input = {
  reviews: { average?: number | null; count?: number };
  sentiment: { level?: number; state?: string; count?: number };
  answers: { asked: number; answered: number; median_hours: number | null };
  crises_90_days: number;
  before?: { reputation?: number | null; parts?: { part: string; points: number | null }[] };
};

const weights: Record<Part, number> = { reviews: 0.4, sentiment: 0.25, answers: 0.2, calm: 0.15 };
/** How hard a part is to move: calm comes with time, answers only need somebody to write. */
const work: Record<Part, number> = { answers: 1, reviews: 2, sentiment: 3, calm: 4 };
const parts: Part[] = ['reviews', 'sentiment', 'answers', 'calm'];
const priorStars = 4;
const priorCount = 10;

const bounded = (points: number) => Math.min(100, Math.max(0, Math.round(points * 10) / 10));

function pointsOf({ reviews, sentiment, answers, crises_90_days }: Input): Record<Part, number | null> {
  const { average, count = 0 } = reviews;
  const known = typeof average === 'number' && count > 0;
  const bayes = known ? (average * count + priorStars * priorCount) / (count + priorCount) : null;
  // below 20 mentions sentiment-trend says too_few
  const heard = typeof sentiment.level === 'number' && sentiment.state !== undefined && sentiment.state !== 'too_few';
  const speed = answers.median_hours === null ? 0 : answers.median_hours <= 4 ? 1 : 4 / answers.median_hours;
  const answered = Math.min(1, answers.answered / Math.max(1, answers.asked));
  return {
    reviews: bayes === null ? null : bounded(((bayes - 1) / 4) * 100),
    sentiment: heard ? bounded(((sentiment.level ?? 0) + 1) * 50) : null,
    answers: answers.asked === 0 ? null : bounded(answered * 70 + 30 * speed),
    calm: bounded(100 - 50 * crises_90_days),
  };
}

function changeOf(reputation: number | null, points: Record<Part, number | null>, before: Input['before']): number | null {
  if (reputation === null || typeof before?.reputation !== 'number') return null;
  const wasKnown = (part: Part) => (before.parts ?? []).some((one) => one.part === part && one.points !== null);
  return parts.every((part) => (points[part] !== null) === wasKnown(part)) ? reputation - before.reputation : null;
}

/** The part that would gain most for its work; null when nothing is missing. */
function weakest(points: Record<Part, number | null>): Part | null {
  const gain = (part: Part) => ((100 - (points[part] ?? 100)) * weights[part]) / work[part];
  const [best] = parts.toSorted((a, b) => gain(b) - gain(a));
  return best && gain(best) > 0 ? best : null;
}

function because(part: Part, input: Input, points: number | null, language: Language): string {
  if (points === null) return sayFrom(becausePhrases, language, `${part === 'calm' ? 'reviews' : part}_unknown`);
  const values = {
    average: input.reviews.average ?? '',
    count: input.reviews.count ?? 0,
    level: input.sentiment.level ?? '',
    answered: input.answers.answered,
    asked: input.answers.asked,
    hours: input.answers.median_hours ?? '–',
    crises: input.crises_90_days,
  };
  return sayFrom(becausePhrases, language, part, values).slice(0, 200);
}

export const brandReputation: SkillFunction = ({ context }) => {
  const input = context.input as Input;
  const { language } = context.run;
  const points = pointsOf(input);
  const known = parts.filter((part) => points[part] !== null);
  const known_share = Math.round(known.reduce((sum, part) => sum + weights[part], 0) * 100) / 100;
  const sum = known.reduce((total, part) => total + weights[part] * (points[part] ?? 0), 0);
  const reputation = known_share < 0.5 ? null : Math.round(sum / known_share);
  const change = changeOf(reputation, points, input.before);
  const next = sayFrom(adviceFor, language, weakest(points) ?? 'keep').slice(0, 240);
  const share = Math.round(known_share * 100);
  return {
    say: sayFrom(reputationFigure, language, reputation === null ? 'unknown' : 'known', { reputation: reputation ?? '', share }),
    reputation,
    parts: parts.map((part) => ({
      part,
      points: points[part],
      weight: weights[part],
      because: because(part, input, points[part], language),
    })),
    known_share,
    change,
    next,
  };
};
