// What a feast is in the country files beside this one, and when it falls. Read by cultural-calendar.ts.
import { easter, orthodoxEaster } from 'date-easter';
import type { Language } from '../../../../_shared/payloads.ts';
import { addDays, weekdayOf } from '../../local-time.ts';

/** When a feast falls in a (Gregorian) year. */
export type Rule =
  | { date: string; since?: number } // MM-DD
  | { easter: number } // days from Easter Sunday of the West
  | { orthodox: number } // days from Easter Sunday of the East
  | { islamic: [month: number, day: number] } // Umm al-Qura
  | { nth: [month: number, weekday: number, which: number]; plus?: number } // which = -1: the last; weekday 1 Monday - 7 Sunday
  | { years: Record<number, string> }; // MM-DD as published for a year

export type Feast = {
  rule: Rule;
  /** days, 1 without */
  days?: number;
  /** MM-DD of the end, in the same year or the next */
  until?: string;
  name: Record<Language, string>;
  kind: 'public_holiday' | 'feast' | 'fast' | 'mourning' | 'commerce' | 'school' | 'season';
  tone: 'joyful' | 'solemn' | 'neutral';
  advice: 'post' | 'post_quietly' | 'do_not_sell' | 'do_not_write_to_people';
  certain?: false;
  source: string;
};

export type Country = { language: Language; feasts: Feast[] };

const iso = ({ year, month, day }: { year: number; month: number; day: number }): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const hijri = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', { day: 'numeric', month: 'numeric', timeZone: 'UTC' });
const islamicYears = new Map<number, Map<string, string[]>>();

/** `month/day` of the Umm al-Qura calendar -> days of a Gregorian year: none, one or (33 years apart) two. */
function islamicDays(year: number): Map<string, string[]> {
  const known = islamicYears.get(year);
  if (known) return known;
  const days = new Map<string, string[]>();
  for (let at = Date.UTC(year, 0, 1); new Date(at).getUTCFullYear() === year; at += 86_400_000) {
    const key = hijri
      .formatToParts(at)
      .flatMap(({ type, value }) => (type === 'month' || type === 'day' ? [value] : []))
      .join('/');
    days.set(key, [...(days.get(key) ?? []), new Date(at).toISOString().slice(0, 10)]);
  }
  islamicYears.set(year, days);
  return days;
}

function nthWeekday(year: number, [month, weekday, which]: [number, number, number]): string {
  const first = iso({ year, month, day: 1 });
  const offset = (weekday - weekdayOf(first) + 7) % 7;
  const days = [0, 1, 2, 3, 4].map((week) => addDays(first, offset + 7 * week)).filter((day) => day.slice(5, 7) === first.slice(5, 7));
  return days.at(which > 0 ? which - 1 : which) ?? first;
}

/** First days of the feast in that year. */
export function datesOf(rule: Rule, year: number): string[] {
  if ('date' in rule) return year >= (rule.since ?? 0) ? [`${year}-${rule.date}`] : [];
  if ('easter' in rule) return [addDays(iso(easter(year)), rule.easter)];
  if ('orthodox' in rule) return [addDays(iso(orthodoxEaster(year)), rule.orthodox)];
  if ('islamic' in rule) return islamicDays(year).get(rule.islamic.join('/')) ?? [];
  if ('nth' in rule) return [addDays(nthWeekday(year, rule.nth), rule.plus ?? 0)];
  const published = rule.years[year];
  return published ? [`${year}-${published}`] : [];
}

/** Last day, null for a feast of one day. */
export function endOf(feast: Feast, day: string): string | null {
  if (feast.until) {
    const year = Number(day.slice(0, 4));
    return feast.until >= day.slice(5) ? `${year}-${feast.until}` : `${year + 1}-${feast.until}`;
  }
  return feast.days && feast.days > 1 ? addDays(day, feast.days - 1) : null;
}
