// Dividing a whole: between bounds, and into units that add up. Used by budget-allocator.ts.
import { total } from './campaign.ts';

type Bounds = { low: number; high: number };

/** The wanted percentages, each within its bounds, adding up to 100: what is cut off is spread over those that have room. Bounds too tight to add up give way below. */
export function withinBounds(wanted: readonly number[], bounds: readonly Bounds[]): number[] {
  const sumOf = (shift: number) => total(clamped(shift), (share) => share);
  const clamped = (shift: number) =>
    wanted.map((share, at) => Math.min(bounds[at]?.high ?? 100, Math.max(bounds[at]?.low ?? 0, share + shift)));
  let [low, high] = [-100, 100];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (sumOf(middle) < 100) low = middle;
    else high = middle;
  }
  const shares = clamped(high);
  const sum = total(shares, (share) => share);
  return shares.map((share) => (share / sum) * 100);
}

/** `whole` divided by weights into multiples of 10^-decimals that add up to it: the largest remainders get what is left over. */
export function shareOut(whole: number, weights: readonly number[], decimals: number): number[] {
  const units = Math.round(whole * 10 ** decimals);
  const sum = total(weights, (weight) => weight);
  const exact = weights.map((weight) => (sum > 0 ? (units * weight) / sum : units / weights.length));
  const floors = exact.map((share) => Math.floor(share + 1e-9));
  const left = units - total(floors, (share) => share);
  const byRemainder = exact
    .map((_, at) => at)
    .toSorted((a, b) => (exact[b] ?? 0) - (floors[b] ?? 0) - ((exact[a] ?? 0) - (floors[a] ?? 0)) || a - b);
  for (const at of byRemainder.slice(0, left)) floors[at] = (floors[at] ?? 0) + 1;
  return floors.map((share) => share / 10 ** decimals);
}
