// Skill review-tracker: stars, what is new, what waits for an answer. In reputation-skills.ts.
import { mean, median } from 'simple-statistics';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { reputationPhrases } from './reputation-phrases.ts';

type Review = { id: string; source: string; stars: number | null; written_at: string; answered: boolean; answered_at?: string | null };
type Input = { reviews: Review[]; from: string; to: string };

const hour = 3_600_000;
const leastForChange = 5;
const leastForTrust = 10;

const starsOf = (reviews: Review[]): number[] => reviews.flatMap(({ stars }) => (stars === null ? [] : [stars]));
const meanOf = (values: number[]): number | null => (values.length === 0 ? null : mean(values));
const twoDecimals = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100);

/** An edited review stands once, as it was written last. */
function latest(reviews: Review[]): Review[] {
  const byId = new Map<string, Review>();
  for (const review of reviews) {
    const key = `${review.source} ${review.id}`;
    const before = byId.get(key);
    if (!before || Date.parse(review.written_at) >= Date.parse(before.written_at)) byId.set(key, review);
  }
  return [...byId.values()];
}

/** Average of the period minus average before it; null when either side has fewer than five. */
function changeOf(inside: number[], before: number[]): number | null {
  const [now, then] = [meanOf(inside), meanOf(before)];
  return now === null || then === null || inside.length < leastForChange || before.length < leastForChange ? null : twoDecimals(now - then);
}

export const reviewTracker: SkillFunction = ({ context }) => {
  const { reviews: given, from, to } = context.input as Input;
  const reviews = latest(given);
  const day = ({ written_at }: Review) => new Date(written_at).toISOString().slice(0, 10);
  const inside = reviews.filter((review) => day(review) >= from && day(review) <= to);
  const before = reviews.filter((review) => day(review) < from);
  const stars = starsOf(reviews);
  const average = twoDecimals(meanOf(stars));
  const unanswered = reviews
    .filter(({ answered }) => !answered)
    .toSorted((a, b) => (a.stars ?? 6) - (b.stars ?? 6) || Date.parse(a.written_at) - Date.parse(b.written_at))
    .map(({ id }) => id);
  const hours = reviews.flatMap(({ written_at, answered_at }) =>
    answered_at && Date.parse(answered_at) >= Date.parse(written_at) ? [(Date.parse(answered_at) - Date.parse(written_at)) / hour] : [],
  );
  const by_source = [...new Set(reviews.map(({ source }) => source))].toSorted().map((source) => {
    const own = reviews.filter((review) => review.source === source);
    return { source, average: twoDecimals(meanOf(starsOf(own))), count: own.length };
  });
  const count = (value: number) => stars.filter((one) => one === value).length;
  const phrase = average === null ? 'no_reviews' : stars.length < leastForTrust ? 'few_reviews' : 'reviews';
  const values = {
    average: average ?? '',
    count: average === null ? reviews.length : stars.length,
    fresh: inside.length,
    waiting: unanswered.length,
  };
  return {
    say: sayFrom(reputationPhrases, context.run.language, phrase, values),
    average,
    count: reviews.length,
    new: inside.length,
    unanswered: unanswered.slice(0, 100),
    by_source,
    distribution: { one: count(1), two: count(2), three: count(3), four: count(4), five: count(5) },
    answer_hours: twoDecimals(hours.length === 0 ? null : median(hours)),
    change: changeOf(starsOf(inside), starsOf(before)),
  };
};
