// The seven days of a planned week: dates, names, which are quiet, which the shop is closed. Called by week-plan.ts.
import type { BrandDna } from '../../../payloads.ts';
import { days as dayNames, type Day } from '../../lexicon/shape.ts';
import { readTokens } from '../../read-tokens.ts';
import { textOf, type Fields } from '../read-input.ts';

const week: Day[] = dayNames.filter((day) => day !== 'weekend');

/** `quiet`: mourning or fast, nothing is sold; `feast` as the calendar names it. */
export type PlannedDay = { date: string; day: Day; isQuiet: boolean; isOpen: boolean; feast: string };

export function planDays(weekStart: string, calendar: Fields[], brand: BrandDna): PlannedDay[] {
  const open = openDays(brand.opening_hours);
  return Array.from({ length: 7 }, (_none, index) => {
    const date = addDays(weekStart, index);
    const day = week[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'monday';
    const entries = calendar.filter((entry) => textOf(entry.day) <= date && date <= (textOf(entry.until) || textOf(entry.day)));
    const isQuiet = entries.some(
      ({ advice, kind }) => advice === 'do_not_sell' || advice === 'do_not_write_to_people' || kind === 'mourning',
    );
    const feast = entries.find(({ kind }) => kind !== 'school' && kind !== 'season');
    return { date, day, isQuiet, isOpen: open.has(day), feast: feast ? textOf(feast.name) || textOf(feast.local_name) : '' };
  });
}

/** `2026-03-09` + 2 -> `2026-03-11` */
export const addDays = (date: string, count: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

/** Every day, while the hours name none. */
function openDays(openingHours: string): Set<Day> {
  const open = new Set<Day>();
  const closed = new Set<Day>();
  let isClosed = false;
  for (const { fact } of readTokens(openingHours).tokens) {
    if (fact.type === 'state') isClosed = fact.state === 'closed' || fact.state === 'close';
    if (fact.type !== 'when') continue;
    for (const day of through(fact.when.days ?? [], fact.when.through)) (isClosed ? closed : open).add(day);
  }
  const named = open.size > 0 ? open : new Set(week);
  return new Set([...named].filter((day) => !closed.has(day)));
}

function through(named: Day[], last: Day | undefined): Day[] {
  const [first] = named;
  if (!first || !last) return named.flatMap((day) => (day === 'weekend' ? ['saturday', 'sunday'] : [day]));
  const [from, to] = [week.indexOf(first), week.indexOf(last)];
  return from <= to ? week.slice(from, to + 1) : [...week.slice(from), ...week.slice(0, to + 1)];
}
