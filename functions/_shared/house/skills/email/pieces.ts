// Published pieces as readers took them: how well they did, and whether the day they speak of is over. Called by newsletter.ts and content-writing/asked.ts.
import { days as dayNames, type Day } from '../../lexicon/shape.ts';
import { readTokens } from '../../read-tokens.ts';
import { numberOf, textOf, type Fields } from '../read-input.ts';

/** Reactions for each person reached; small reaches say little. */
export function worth(piece: Fields): number {
  const parts = ['likes', 'comments', 'shares', 'saves', 'clicks'];
  const reactions = numberOf(piece.engagements) ?? parts.reduce((sum, key) => sum + (numberOf(piece[key]) ?? 0), 0);
  return reactions / Math.max(numberOf(piece.reach) ?? 0, 50);
}

const week: Day[] = dayNames.filter((day) => day !== 'weekend');

/** Every weekday a piece names lies between its publication and `today` (a date). */
export function isOver(piece: Fields, today: string): boolean {
  const published = Date.parse(textOf(piece.published_at).slice(0, 10));
  const named = readTokens(`${textOf(piece.title)} ${textOf(piece.text)}`).tokens.flatMap(({ fact }) =>
    fact.type === 'when' && !fact.when.every && !fact.when.habitual && !fact.when.through ? (fact.when.days ?? []) : [],
  );
  if (!Number.isFinite(published) || named.length === 0) return false;
  const weekday = (new Date(published).getUTCDay() + 6) % 7;
  return named.every((day) => published + ((week.indexOf(day) - weekday + 7) % 7) * 86_400_000 < Date.parse(today));
}

/** Best liked first, without what is over by the day of the newest of them or by `today`. */
export function stillGood(pieces: Fields[], today = ''): Fields[] {
  const newest =
    pieces
      .map((piece) => textOf(piece.published_at).slice(0, 10))
      .toSorted()
      .at(-1) ?? '';
  const day = today || newest;
  return pieces.filter((piece) => !day || !isOver(piece, day)).toSorted((a, b) => worth(b) - worth(a));
}
