// Words, sentences, syllables and paragraphs of a text in one of the four languages. Called by content-seo-scorer.ts.
import { fold, tidy } from '../../../_shared/house/fold.ts';
import type { Language } from '../../../_shared/payloads.ts';

export type Measured = { words: string[]; sentences: number; longestParagraph: number; headings: number; links: number };

/** Malagasy is parted as French: the segmenter has no rules of its own for it. */
const localeOf = (language: Language) => (language === 'mg' ? 'fr' : language);

/** One spelling for what is read as one: no accents, no Arabic vowel signs, alef and ya as one. */
export const foldWord = (word: string): string => fold(tidy(word)).replaceAll('ة', 'ه');

export const wordsOf = (text: string, language: Language): string[] =>
  [...new Intl.Segmenter(localeOf(language), { granularity: 'word' }).segment(text)].flatMap(({ segment, isWordLike }) =>
    isWordLike ? [foldWord(segment)] : [],
  );

const heading = /^\s{0,3}#{1,6}\s+\S|<h[1-6][\s>]/i;
const link = /\[[^\]]+\]\([^)\s]+\)|https?:\/\/\S+|<a\s[^>]*href/gi;

export function measureText(body: string, language: Language): Measured {
  const lines = body.split('\n');
  const headings = lines.filter((line) => heading.test(line)).length;
  const prose = lines
    .filter((line) => !heading.test(line))
    .join('\n')
    .replaceAll(/<[^>]{0,500}>/g, ' ')
    .replaceAll(/\]\([^)\s]*\)|https?:\/\/\S+/g, ' ');
  const paragraphs = prose.split(/\n\s*\n/).map((paragraph) => wordsOf(paragraph, language).length);
  const sentences = prose
    .split('\n')
    .flatMap((line) => [...new Intl.Segmenter(localeOf(language), { granularity: 'sentence' }).segment(line)])
    .filter(({ segment }) => /\p{L}/u.test(segment)).length;
  return {
    words: wordsOf(prose, language),
    sentences,
    longestParagraph: Math.max(0, ...paragraphs),
    headings,
    links: body.match(link)?.length ?? 0,
  };
}

/** Groups of vowels; a silent e at the end is none. */
function syllables(word: string, language: 'en' | 'fr'): number {
  const silent =
    language === 'en' ? word.replace(/(?:[^laeiouy]es|[^t]ed|[^laeiouy]e)$/, (end) => end[0] ?? '') : word.replace(/(?:es|e|ent)$/, '');
  return Math.max(1, silent.match(/[aeiouy]+/g)?.length ?? 0);
}

/** 0-100, higher is easier: Flesch for English, Kandel and Moles for French, the part of the sentences alone for Malagasy and Arabic. */
export function readingEase({ words, sentences }: Measured, language: Language): number {
  if (words.length === 0) return 0;
  const sentence = words.length / Math.max(1, sentences);
  const perWord = (of: 'en' | 'fr') => words.reduce((sum, word) => sum + syllables(word, of), 0) / words.length;
  const ease =
    language === 'en'
      ? 206.835 - 1.015 * sentence - 84.6 * perWord('en')
      : language === 'fr'
        ? 207 - 1.015 * sentence - 73.6 * perWord('fr')
        : ((206.835 - 1.015 * sentence) / 206.835) * 100;
  return Math.round(Math.min(100, Math.max(0, ease)) * 10) / 10;
}
