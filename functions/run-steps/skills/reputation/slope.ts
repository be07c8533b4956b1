// A trend that one angry day does not make: Theil-Sen slope and Mann-Kendall test. Called by sentiment-trend.ts.
import { median } from 'simple-statistics';
import { twoSidedP } from '../significance.ts';

export type Point = { x: number; y: number };

const pairs = (points: readonly Point[]): [Point, Point][] =>
  points.flatMap((first, at) => points.slice(at + 1).map((second): [Point, Point] => [first, second]));

/** Median of the slopes of all pairs; 0 for fewer than two points. */
export function theilSen(points: readonly Point[]): number {
  const slopes = pairs(points).flatMap(([a, b]) => (a.x === b.x ? [] : [(b.y - a.y) / (b.x - a.x)]));
  return slopes.length === 0 ? 0 : median(slopes);
}

/** Two-sided p of "no trend", normal approximation with the correction for ties (Kendall 1975). 1 for fewer than three points. */
export function mannKendall(points: readonly Point[]): number {
  const n = points.length;
  if (n < 3) return 1;
  const score = pairs(points).reduce((sum, [a, b]) => sum + Math.sign(b.y - a.y), 0);
  const ties = Object.values(Object.groupBy(points, ({ y }) => String(y))).map((group) => group?.length ?? 0);
  const tied = ties.reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
  const variance = (n * (n - 1) * (2 * n + 5) - tied) / 18;
  if (variance <= 0 || score === 0) return 1;
  const z = (score - Math.sign(score)) / Math.sqrt(variance);
  return twoSidedP(z);
}
