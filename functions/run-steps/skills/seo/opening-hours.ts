// Opening hours as people and sites write them, into openingHoursSpecification; null where the reader is not sure. Called by schema-generator.ts.
import { type Day, days } from '../../../_shared/house/lexicon/shape.ts';
import { readTokens } from '../../../_shared/house/read-tokens.ts';
import type { Clock, When } from '../../../_shared/house/when.ts';

export type Slot = { '@type': 'OpeningHoursSpecification'; dayOfWeek: string[]; opens: string; closes: string };

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const codes = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const written = /^((?:Mo|Tu|We|Th|Fr|Sa|Su)(?:[-,](?:Mo|Tu|We|Th|Fr|Sa|Su))*) (\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/;

/** From a day to a day, over Sunday if need be. */
const span = (first: number, last: number): string[] =>
  Array.from({ length: ((last - first + 7) % 7) + 1 }, (_none, at) => names[(first + at) % 7] ?? '');

const slot = (dayOfWeek: string[], opens: string, closes: string): Slot => ({
  '@type': 'OpeningHoursSpecification',
  dayOfWeek,
  opens,
  closes,
});
const padded = (time: string) => time.padStart(5, '0');

function fromCodes(text: string): Slot[] | null {
  const parts = text.split(';').map((part) => written.exec(part.trim().replaceAll(/\s+/g, ' ')));
  if (parts.some((part) => part === null)) return null;
  return parts.map((part) => {
    const [, named = '', opens = '', closes = ''] = part ?? [];
    const dayOfWeek = named.split(',').flatMap((piece) => {
      const [first = '', last = first] = piece.split('-');
      return span(codes.indexOf(first), codes.indexOf(last));
    });
    return slot(dayOfWeek, padded(opens), padded(closes));
  });
}

const ofDay = (day: Day): string[] => (day === 'weekend' ? ['Saturday', 'Sunday'] : [names[days.indexOf(day)] ?? '']);
const daysOf = ({ days: named = [], through }: When): string[] =>
  through && named[0] ? span(days.indexOf(named[0]), days.indexOf(through)) : named.flatMap(ofDay);
const clock = ({ hour, minute }: Clock): string => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/** Words that only join: whatever else is left means that something was not understood. */
const joining =
  /(?<!\p{L})(?:de|du|des|le|les|la|a|au|et|ouvert|ouverts?|open|from|to|and|the|at|ny|sy|ary|misokatra|isan|andro|من|الي|و|يوميا|مفتوح|ايام|tous|jours|every|day|daily)(?!\p{L})/gu;

function fromWords(text: string): Slot[] | null {
  const { tokens, rest } = readTokens(text);
  if (tokens.some(({ fact }) => fact.type !== 'when' && fact.type !== 'state') || /[\p{L}\d]/u.test(rest.replaceAll(joining, ' ')))
    return null;
  const slots: Slot[] = [];
  let open: string[] = [];
  let isNew = true;
  for (const { fact } of tokens) {
    if (fact.type !== 'when') continue;
    const named = daysOf(fact.when);
    if (named.length > 0) {
      open = isNew ? named : [...open, ...named];
      isNew = false;
    }
    const { hours } = fact.when;
    if (!hours) continue;
    if (!hours.from || !hours.to) return null;
    slots.push(slot(open.length > 0 ? open : names, clock(hours.from), clock(hours.to)));
    isNew = true;
  }
  return slots.length > 0 ? slots : null;
}

export const readOpeningHours = (text: string): Slot[] | null => (text.trim() === '' ? null : (fromCodes(text) ?? fromWords(text)));
