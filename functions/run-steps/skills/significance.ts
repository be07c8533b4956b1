// Is it more than chance? Rates with their intervals and the tests between them. Used by ab-test-engine, subject-ab-tester and trend-detector.
import { bisect, errorFunction } from 'simple-statistics';

export type Counted = { shown: number; successes: number };

/** Chance of a standard normal value at least this far from 0, either side; good to 1e-7. */
export const twoSidedP = (z: number): number => Math.min(1, Math.max(0, 1 - errorFunction(Math.abs(z) / Math.SQRT2)));

/** The z that is exceeded by chance, either side, with this probability: 1.959964 for 0.05. */
export const criticalZ = (alpha: number): number => bisect((z) => twoSidedP(z) - alpha, 0, 10, 200, 1e-12);

export const rateOf = ({ shown, successes }: Counted): number => (shown === 0 ? 0 : successes / shown);

const z95 = 1.959964;

/** Wilson's interval at 95 %; from 0 to 1 when nothing was shown. */
export function wilson({ shown, successes }: Counted): { low: number; high: number } {
  if (shown === 0) return { low: 0, high: 1 };
  const rate = successes / shown;
  const middle = rate + z95 ** 2 / (2 * shown);
  const half = z95 * Math.sqrt((rate * (1 - rate)) / shown + z95 ** 2 / (4 * shown ** 2));
  const whole = 1 + z95 ** 2 / shown;
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) };
}

/** Two-sided two-proportion z-test with the pooled rate; 1 when it cannot tell (nothing shown, or all or nothing succeeded on both sides). */
export function twoProportionP(a: Counted, b: Counted): number {
  if (a.shown === 0 || b.shown === 0) return 1;
  const pooled = (a.successes + b.successes) / (a.shown + b.shown);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.shown + 1 / b.shown));
  return error === 0 ? 1 : twoSidedP((rateOf(a) - rateOf(b)) / error);
}

/** Holm's correction: the p values in their order, each raised for the number of comparisons. */
export function holm(values: readonly number[]): number[] {
  const order = values.map((_, at) => at).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const raised = Array.from(values, () => 1);
  let highest = 0;
  order.forEach((at, rank) => {
    highest = Math.max(highest, Math.min(1, (values[at] ?? 1) * (values.length - rank)));
    raised[at] = highest;
  });
  return raised;
}

/** The variant with the highest rate against each of the others: `p` is the largest corrected p value, so what holds for it holds for all. */
export function bestOf<V extends Counted>(variants: readonly V[]): { best: number; second: number; p: number } {
  const order = variants.map((_, at) => at).toSorted((a, b) => rateOf(variants[b] as V) - rateOf(variants[a] as V));
  const [best = 0, second = 1, ...rest] = order;
  const others = [second, ...rest].map((at) => twoProportionP(variants[best] as V, variants[at] as V));
  return { best, second, p: Math.max(...holm(others)) };
}
