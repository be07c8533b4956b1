// Do two facts speak of one thing, and does one deny the other? Compared by letters in threes, without figures and negations. Called by persona-memory.ts.
import { fold, tidy } from '../../../_shared/house/fold.ts';

const negation =
  /(?<!\p{L})(?:ne|n'|pas|jamais|plus|aucune?|sans|not|no|never|don't|doesn't|isn't|hasn't|without|tsy|لا|لم|ليس|ليست|بدون)(?!\p{L})/gu;
const figures = /\d+(?:[.,]\d+)?/g;
/** What follows names the home: two of them cannot both be true. */
const home = /(?<!\p{L})(?:j'habite|habite|je vis|vit|i live|lives?|mipetraka|monina|اسكن|يسكن|تسكن|اعيش|يعيش)(?!\p{L})/u;
const small = new Set(
  'a au aux le la les de du des en un une in at the to i je il elle ny ao any aho izy dans sur chez et في الي من'.split(' '),
);

const plain = (text: string) => fold(tidy(text)).replaceAll('ة', 'ه');
const bare = (text: string) =>
  plain(text)
    .replaceAll(negation, ' ')
    .replaceAll(figures, ' ')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();

function trigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const padded = ` ${text} `;
  for (let at = 0; at + 3 <= padded.length; at += 1) {
    const three = padded.slice(at, at + 3);
    counts.set(three, (counts.get(three) ?? 0) + 1);
  }
  return counts;
}

function cosine(a: Map<string, number>, b: Map<string, number>): number {
  const dot = [...a].reduce((sum, [three, count]) => sum + count * (b.get(three) ?? 0), 0);
  const length = (counts: Map<string, number>) => Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0));
  return dot === 0 ? 0 : dot / (length(a) * length(b));
}

/** 0-1, by hashed letters in threes: no model is asked. */
export const likeness = (a: string, b: string): number => cosine(trigrams(bare(a)), trigrams(bare(b)));

const sameAbove = 0.85;
/** Names of places: a capital letter, or any word of Arabic; folded. */
const placesIn = (text: string): string[] =>
  (tidy(text).match(/(?<!\p{L})(?:\p{Lu}\p{L}{2,}|\p{Script=Arabic}{3,})/gu) ?? [])
    .map(plain)
    .filter((word) => !small.has(word) && !home.test(word));

/** The same attribute with another figure, denied, or another home. */
export function contradicts(fact: string, told: string): boolean {
  if (home.test(plain(fact)) && home.test(plain(told)) && isDenied(fact) === isDenied(told)) {
    const [here, there] = [placesIn(fact), placesIn(told)];
    return here.some((place) => !there.includes(place)) && there.some((place) => !here.includes(place));
  }
  if (likeness(fact, told) <= sameAbove) return false;
  const numbers = (text: string) => (plain(text).match(figures) ?? []).join(' ');
  return isDenied(fact) !== isDenied(told) || (numbers(fact) !== '' && numbers(told) !== '' && numbers(fact) !== numbers(told));
}

const isDenied = (text: string): boolean => plain(text).search(negation) >= 0;
