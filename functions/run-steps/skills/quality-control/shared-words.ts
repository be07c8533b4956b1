// How much of one text stands in another: shingles of five words, containment in the shorter one. Called by plagiarism-detector.ts.
import { fold, tidy } from '../../../_shared/house/fold.ts';

const size = 5;
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

type Word = { word: string; start: number; end: number };
/** `text` is tidy: the words' places are places in it. A null stands where a fixed phrase was taken out. */
export type Shingled = { text: string; words: (Word | null)[]; shingles: Map<string, number> };

function wordsOf(text: string): Word[] {
  return [...segmenter.segment(fold(text))].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ word: segment.replaceAll('ة', 'ه'), start: index, end: index + segment.length }] : [],
  );
}

/** Takes the brand's fixed phrases out: name, place, hours are the same in every post, and should be. */
function withoutPhrases(words: Word[], phrases: string[][]): (Word | null)[] {
  const kept: (Word | null)[] = [...words];
  for (const phrase of phrases) {
    for (let at = 0; at + phrase.length <= words.length; at += 1)
      if (phrase.every((part, offset) => words[at + offset]?.word === part)) kept.fill(null, at, at + phrase.length);
  }
  return kept;
}

export const phraseWords = (phrase: string): string[] => wordsOf(tidy(phrase)).map(({ word }) => word);

/** The first place of each run of five words. */
export function shingle(source: string, phrases: string[][]): Shingled {
  const text = tidy(source);
  const words = withoutPhrases(wordsOf(text), phrases);
  const shingles = new Map<string, number>();
  for (let at = 0; at + size <= words.length; at += 1) {
    const run = words.slice(at, at + size);
    if (run.some((word) => word === null)) continue;
    const key = run.map((word) => word?.word).join(' ');
    if (!shingles.has(key)) shingles.set(key, at);
  }
  return { text, words, shingles };
}

/** Shared shingles / shingles of the shorter text, 0-1. */
export function containment(a: Shingled, b: Shingled): number {
  const [short, long] = a.shingles.size <= b.shingles.size ? [a, b] : [b, a];
  if (short.shingles.size === 0) return 0;
  return [...short.shingles.keys()].filter((key) => long.shingles.has(key)).length / short.shingles.size;
}

/** The longest run of words of `a` that stands in `b`, as `a` writes it, at most 300 characters. */
export function longestShared(a: Shingled, b: Shingled): string {
  let best = { from: 0, length: 0 };
  for (let at = 0; at + size <= a.words.length; at += 1) {
    let length = 0;
    while (isShared(a, b, at + length)) length += 1;
    if (length > best.length) best = { from: at, length };
    at += length;
  }
  const [first, last] = [a.words[best.from], a.words[best.from + best.length + size - 2]];
  return best.length === 0 || !first || !last ? '' : a.text.slice(first.start, last.end).slice(0, 300);
}

function isShared(a: Shingled, b: Shingled, at: number): boolean {
  const run = a.words.slice(at, at + size);
  return run.length === size && run.every((word) => word !== null) && b.shingles.has(run.map((word) => word?.word).join(' '));
}
