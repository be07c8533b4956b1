// Skill ab-test-engine: is one version better, or was it chance? Pure; listed in advertising-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { daysSince } from '../local-time.ts';
import { sayFrom } from '../say.ts';
import { sayNumber, sayPercent, sayTime } from '../say-figures.ts';
import { bestOf, criticalZ, rateOf, wilson } from '../significance.ts';
import type { SkillFunction } from '../skill.ts';
import { abTestPhrases } from './ab-test-phrases.ts';

type Variant = { key: string; shown: number; successes: number };
type Input = {
  variants: Variant[];
  goal: 'click' | 'conversion' | 'open' | 'engagement';
  started_at: string;
  now: string;
  confidence?: number;
};
type State = 'running' | 'winner' | 'no_difference' | 'stopped_early';

const leastShown = 100;
const leastSuccesses = 10;
const leastDays = 3;
const mostDays = 14;
const sameWithin = 0.05;
/** power 0.8: one in five real differences is missed */
const missed = 0.2;
const four = (value: number) => Number(value.toPrecision(4));

/** Showings a variant that a two-sided test of this difference needs for power 0.8; null without a difference. */
function neededEach(a: number, b: number, alpha: number): number | null {
  if (a === b) return null;
  const middle = (a + b) / 2;
  const chance = criticalZ(alpha) * Math.sqrt(2 * middle * (1 - middle));
  const found = criticalZ(2 * missed) * Math.sqrt(a * (1 - a) + b * (1 - b));
  return Math.ceil((chance + found) ** 2 / (a - b) ** 2);
}

/** All rates within 5 % of the best, each known more closely than that. */
function areTheSame(variants: Variant[]): boolean {
  const rates = variants.map(rateOf);
  const best = Math.max(...rates);
  const isNarrow = (variant: Variant) => wilson(variant).high - wilson(variant).low <= sameWithin * best;
  return best > 0 && (best - Math.min(...rates)) / best <= sameWithin && variants.every(isNarrow);
}

/** One version was shown less than half as often as an equal share: somebody or something stopped it. */
function wasCut(variants: Variant[]): boolean {
  const shown = variants.map((variant) => variant.shown);
  const share = shown.reduce((sum, each) => sum + each, 0) / variants.length;
  return share >= leastShown && shown.some((each) => each < share / 2);
}

export const abTestEngine: SkillFunction = ({ context }) => {
  const { variants: given, goal, started_at, now, confidence = 0.95 } = context.input as Input;
  // a click counted twice makes no rate above 1
  const variants = given.map((variant) => ({ ...variant, successes: Math.min(variant.successes, variant.shown) }));
  const { best, second, p } = bestOf(variants);
  const days = daysSince(started_at, now);
  const alpha = 1 - confidence;
  const looks = Math.max(1, days);
  const isEnough =
    variants.every(({ shown }) => shown >= leastShown) && variants.reduce((sum, { successes }) => sum + successes, 0) >= leastSuccesses;
  const isSure = isEnough && days >= leastDays && p < alpha / looks;
  const state: State = wasCut(variants)
    ? 'stopped_early'
    : isSure
      ? 'winner'
      : days >= mostDays || (isEnough && areTheSame(variants))
        ? 'no_difference'
        : 'running';
  const [first, next] = [variants[best], variants[second]] as [Variant, Variant];
  return {
    say: sayResult(state, first, next, { p, days, needed: neededEach(rateOf(first), rateOf(next), alpha) }, context.run.language),
    state,
    winner: state === 'winner' ? first.key : null,
    rates: variants.map((variant) => ({ key: variant.key, rate: four(rateOf(variant)), ...bounds(variant), shown: variant.shown })),
    p_value: variants.some(({ shown }) => shown === 0) ? null : four(p),
    needed_each: neededEach(rateOf(first), rateOf(next), alpha),
    sizes: goal === 'click' || goal === 'conversion' ? ['1080x1080', '1200x628', '1080x1920'] : [],
  };
};

function bounds(variant: Variant): { low: number; high: number } {
  const { low, high } = wilson(variant);
  return { low: four(low), high: four(high) };
}

type Figures = { p: number; days: number; needed: number | null };

function sayResult(state: State, best: Variant, second: Variant, { days, needed }: Figures, language: Language): string {
  const values = {
    best: best.key,
    second: second.key,
    best_rate: sayPercent(rateOf(best) * 100, language),
    second_rate: sayPercent(rateOf(second) * 100, language),
    days: sayTime(days, 'day', language),
    needed: needed === null ? '' : sayNumber(needed, language),
    shown: sayNumber(Math.min(best.shown, second.shown), language),
  };
  if (state === 'running' && needed !== null) return sayFrom(abTestPhrases, language, 'running', values);
  return sayFrom(abTestPhrases, language, state === 'running' ? 'running_equal' : state, values);
}
