// The house's embedding when no model gives one: words and their letter groups hashed into 384 numbers. Texts that share words or parts of words lie near
// each other; meaning it does not know. Called by faq-search.
import { fold, tidy } from './fold.ts';
import { seedOf } from './grammar/fill.ts';

const dimensions = 384;

/** Folded words of at least two letters or digits. */
export const wordsOf = (text: string): string[] => fold(tidy(text)).match(/[\p{L}\p{N}]{2,}/gu) ?? [];

/** A word and its groups of three and four letters, its ends marked; Arabic's article is not part of the word. */
function parts(word: string): string[] {
  const bare = /^ال\p{L}{2,}/u.test(word) ? word.slice(2) : word;
  const marked = `<${bare}>`;
  const groups = [3, 4].flatMap((length) =>
    Array.from({ length: Math.max(0, marked.length - length + 1) }, (_, at) => marked.slice(at, at + length)),
  );
  return [`=${bare}`, ...groups];
}

/**
 * Unit length, so that the dot product of two is their cosine; all zeros for a text without words.
 * @param weightOf how much a folded word tells; 1 without it
 */
export function embed(text: string, weightOf: (word: string) => number = () => 1): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const word of wordsOf(text)) {
    const all = parts(word);
    for (const part of all) {
      const hash = seedOf(part);
      const at = hash % dimensions;
      // the sign lets two groups that meet in one place cancel out more often than add up
      vector[at] = (vector[at] ?? 0) + ((hash >>> 16) % 2 === 0 ? 1 : -1) * (weightOf(word) / Math.sqrt(all.length));
    }
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

export const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
