// Skill milestone-tracker: what is worth being glad about, said once. Pure; listed in client-success-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import { sayNumber, sayTime } from '../say-figures.ts';
import type { SkillFunction } from '../skill.ts';
import { counterNames, milestonePhrases } from './milestone-phrases.ts';

const counterKeys = [
  'posts_published',
  'approvals',
  'leads',
  'won',
  'followers_gained',
  'reviews_five_stars',
  'weeks_in_a_row',
  'hours_saved',
] as const;
export type Counter = (typeof counterKeys)[number];
type Input = { counters: Record<Counter, number>; reached: string[]; language: Language };
type Milestone = { key: string; counter: Counter; step: number };

const weeks = [4, 12, 26, 52];
/** about customers, never about the till */
const shared = new Set<Counter>(['followers_gained', 'reviews_five_stars']);
/** rarest first: what comes seldom is worth more */
const rarity: readonly Counter[] = [
  'won',
  'reviews_five_stars',
  'weeks_in_a_row',
  'leads',
  'hours_saved',
  'followers_gained',
  'posts_published',
  'approvals',
];

/** 1, 10, 50, 100, 250, 500, 1000, 2500, 5000, 10000 … up to beyond `value`; weeks have their own. */
function stepsFor(counter: Counter, value: number): number[] {
  if (counter === 'weeks_in_a_row') return weeks;
  const steps = [1, 10, 50, 100, 250, 500];
  for (let power = 1000; (steps.at(-1) ?? 0) <= value; power *= 10) steps.push(power, power * 2.5, power * 5);
  return steps;
}

const keyOf = (counter: Counter, step: number): string =>
  step === 1 && counter === 'leads' ? 'first_lead' : step === 1 && counter === 'won' ? 'first_won' : `${counter}_${step}`;

/** The highest step that is newly reached; lower ones of the same counter were passed on the way. */
function newlyReached(counter: Counter, value: number, before: ReadonlySet<string>): Milestone[] {
  const step = stepsFor(counter, value).findLast((each) => each <= value);
  return step === undefined || before.has(keyOf(counter, step)) ? [] : [{ key: keyOf(counter, step), counter, step }];
}

/** The step that is nearest in proportion; null when every ladder is climbed. */
function nearest(counters: Input['counters']): { key: string; missing: number } | null {
  const ahead = counterKeys.flatMap((counter) => {
    const step = stepsFor(counter, counters[counter]).find((each) => each > counters[counter]);
    return step === undefined
      ? []
      : [{ key: keyOf(counter, step), missing: Math.ceil(step - counters[counter]), share: counters[counter] / step }];
  });
  const [best] = ahead.toSorted((a, b) => b.share - a.share);
  return best ? { key: best.key, missing: best.missing } : null;
}

export const milestoneTracker: SkillFunction = ({ context }) => {
  const { counters, reached: earlier, language } = context.input as Input;
  const before = new Set(earlier);
  const found = counterKeys
    .flatMap((counter) => newlyReached(counter, counters[counter], before))
    .toSorted((a, b) => b.step - a.step || rarity.indexOf(a.counter) - rarity.indexOf(b.counter));
  // first lead and first customer are of their own: nothing is rarer
  const firsts = found.filter(({ key }) => key === 'first_won' || key === 'first_lead');
  const ordered = [...firsts, ...found.filter((each) => !firsts.includes(each))].slice(0, 5);
  const reached = ordered.map(({ key, counter, step }) => ({
    key,
    title: titleOf(key, counter, step, language),
    figure: figureOf(counter, counters[counter], language),
    since: sayFrom(milestonePhrases, language, counter === 'weeks_in_a_row' ? 'without_break' : 'since_start'),
    share: shared.has(counter),
  }));
  const [first] = reached;
  const estimate = first?.key.startsWith('hours_saved') ? ` ${sayFrom(milestonePhrases, language, 'estimate')}` : '';
  const say = first
    ? `${sayFrom(milestonePhrases, language, 'bravo', { title: first.title })}${estimate}`
    : sayFrom(milestonePhrases, language, 'nothing_new');
  return { say, reached, next: nearest(counters) };
};

const figureOf = (counter: Counter, value: number, language: Language): string =>
  counter === 'hours_saved'
    ? sayTime(value, 'hour', language)
    : counter === 'weeks_in_a_row'
      ? sayTime(value, 'week', language)
      : sayNumber(value, language);

function titleOf(key: string, counter: Counter, step: number, language: Language): string {
  if (key === 'first_won' || key === 'first_lead') return sayFrom(milestonePhrases, language, key);
  return sayFrom(milestonePhrases, language, 'title', {
    counter: counterNames[counter][language],
    step: figureOf(counter, step, language),
  }).slice(0, 100);
}
