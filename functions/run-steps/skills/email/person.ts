// A person of the mailing list, and where they stand among the others. Used by audience-segmentation and its rules.
import type { Language } from '../../../_shared/payloads.ts';
import { daysSince } from '../local-time.ts';

export type Person = {
  id: string;
  subscribed: boolean;
  language: Language;
  place: string;
  orders: number;
  value: number;
  last_order_at: string | null;
  last_click_at: string | null;
  joined_at: string;
  interests: string[];
};
export type Third = 'upper' | 'middle' | 'lower';

/** Whole days since a moment; Infinity when there was none. */
export const quietDays = (moment: string | null, now: string): number =>
  moment === null ? Number.POSITIVE_INFINITY : daysSince(moment, now);

/** The third in which a value stands among all, by its middle rank, so that equals stand together. */
export function thirdsOf(values: readonly number[]): (value: number) => Third {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const places = new Map<number, Third>();
  let below = 0;
  for (const [value, same] of [...counts].toSorted(([a], [b]) => a - b)) {
    const rank = (below + same / 2) / values.length;
    places.set(value, rank >= 2 / 3 ? 'upper' : rank < 1 / 3 ? 'lower' : 'middle');
    below += same;
  }
  return (value) => places.get(value) ?? 'middle';
}
