// Skill content-seo-scorer: can a text be found and read? In seo-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { measureText, readingEase, wordsOf } from './measure-text.ts';
import { checkNames, seoPhrases } from './seo-phrases.ts';

type Input = { headline: string; body: string; keyword?: string; language: Language; meta_description?: string };
type Check = { check: string; passed: boolean; found: string; wanted: string; points: number };

const occurrences = (words: string[], keyword: string[]): number =>
  keyword.length === 0 ? 0 : words.filter((_word, at) => keyword.every((part, offset) => words[at + offset] === part)).length;

const check = (name: string, points: number, passed: boolean, found: string | number, wanted: string): Check => ({
  check: name,
  passed,
  found: String(found).slice(0, 120),
  wanted,
  points: passed ? points : 0,
});

export function scoreText({ headline, body, keyword = '', language, meta_description = '' }: Input): {
  checks: Check[];
  words: number;
  ease: number;
} {
  const measured = measureText(body, language);
  const { words, sentences, longestParagraph, headings, links } = measured;
  const sought = wordsOf(keyword, language);
  const isGiven = sought.length > 0;
  const inTitle = occurrences(wordsOf(headline, language), sought);
  const inOpening = occurrences(words.slice(0, 100), sought);
  const density = words.length === 0 ? 0 : (occurrences(words, sought) / words.length) * 100;
  const mean = words.length / Math.max(1, sentences);
  const wantedHeadings = Math.floor(words.length / 300);
  const percent = `${Math.round(density * 100) / 100} %`;
  const length = [...meta_description.trim()].length;
  const checks = [
    check('keyword_in_title', 20, !isGiven || inTitle > 0, isGiven ? inTitle : '', '1'),
    check('keyword_in_opening', 15, !isGiven || inOpening > 0, isGiven ? inOpening : '', '1'),
    check('keyword_density', 10, !isGiven || (density >= 0.5 && density <= 2.5), isGiven ? percent : '', '0.5-2.5 %'),
    check('length', 15, words.length >= 300 && words.length <= 1800, words.length, '300-1800'),
    check('headings', 10, headings >= wantedHeadings, headings, String(wantedHeadings)),
    check('sentence_length', 10, words.length > 0 && mean <= 20, Math.round(mean * 10) / 10, '<= 20'),
    check('paragraph_length', 10, words.length > 0 && longestParagraph <= 90, longestParagraph, '<= 90'),
    check('description', 5, length >= 50 && length <= 155, length, '50-155'),
    check('links', 5, links > 0, links, '>= 1'),
  ];
  return { checks, words: words.length, ease: readingEase(measured, language) };
}

export const contentSeoScorer: SkillFunction = ({ context }) => {
  const input = context.input as Input;
  const { checks, words, ease } = scoreText(input);
  const seo_points = checks.reduce((sum, { points }) => sum + points, 0);
  const { language } = context.run;
  const failed = checks.filter(({ passed }) => !passed).map((one) => checkNames[one.check]?.[language] ?? one.check);
  const note = input.language === 'mg' || input.language === 'ar' ? sayFrom(seoPhrases, language, 'no_formula') : '';
  const values = { points: seo_points, words, ease, failed: failed.slice(0, 3).join(language === 'ar' ? '، ' : ', ') || '–', note };
  return { say: sayFrom(seoPhrases, language, 'scored', values).trim(), seo_points, words, reading_ease: ease, checks };
};
