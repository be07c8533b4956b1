// In which language, dialect and script a message was written. Called by locale-detector and by the community and reputation skills.
import { francAll } from 'franc-min';
import { fold, tidy } from '../../../_shared/house/fold.ts';
import { languages, type Language } from '../../../_shared/payloads.ts';
import { arabiziFigure, arabiziWords, type Dialect, dialectMarkers, greetings } from './dialects.ts';
import { functionWords } from './function-words.ts';

export type Locale = {
  language: Language | 'other';
  dialect: Dialect | 'none';
  script: 'latin' | 'arabic' | 'mixed' | 'other';
  mixed: Language[];
  /** 0-1 */
  confidence: number;
  signs: string[];
};

const codes: Record<string, Language> = { plt: 'mg', fra: 'fr', eng: 'en', arb: 'ar' };
/** Neighbours that our four must not be taken for. */
const others = ['spa', 'por', 'ita', 'deu', 'nld', 'ind', 'tgl', 'swh', 'tur'];

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** Words of a text, folded; apostrophes part them (`l'eau` is two) but in English negations; letters said thrice or more stand twice. */
export function foldedWords(text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(fold(tidy(text)))) {
    if (!isWordLike) continue;
    const word = segment.replaceAll('ة', 'ه').replace(/(\p{L})\1{2,}/gu, '$1$1');
    words.push(...(/n't$|^(?:it|what|that)'s$|^i'/.test(word) ? [word] : word.split("'").filter(Boolean)));
  }
  return words;
}

function scriptOf(text: string): { script: Locale['script']; arabic: number } {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (letters === 0) return { script: 'other', arabic: 0 };
  const arabic = count(/\p{Script=Arabic}/gu) / letters;
  const latin = count(/\p{Script=Latin}/gu) / letters;
  if (arabic + latin < 0.5) return { script: 'other', arabic };
  return { script: arabic >= 0.2 && latin >= 0.2 ? 'mixed' : arabic > latin ? 'arabic' : 'latin', arabic };
}

function dialectOf(words: string[]): { dialect: Locale['dialect']; signs: string[] } {
  const found = (Object.keys(dialectMarkers) as Dialect[]).map((dialect) => ({
    dialect,
    signs: [
      ...new Set(
        words.filter((word) => dialectMarkers[dialect].has(word.replace(/^(?:وال|ال|و)/, '')) || dialectMarkers[dialect].has(word)),
      ),
    ],
  }));
  const [best, second] = found.toSorted((a, b) => b.signs.length - a.signs.length);
  if (!best || best.signs.length < 2 || best.signs.length === second?.signs.length) return { dialect: 'none', signs: [] };
  return best;
}

/** Languages that at least a quarter of the recognised small words belong to, two of them or more; empty for one language alone. */
function mixture(words: string[], arabic: number): Language[] {
  const own = Object.fromEntries(
    languages.map((language) => [
      language,
      words.filter(
        (word) => functionWords[language].has(word) && languages.every((two) => two === language || !functionWords[two].has(word)),
      ).length,
    ]),
  ) as Record<Language, number>;
  if (arabic >= 0.2) own.ar = Math.max(own.ar, words.filter((word) => /\p{Script=Arabic}/u.test(word)).length);
  const total = Object.values(own).reduce((sum, count) => sum + count, 0);
  const present = languages.filter((language) => own[language] >= 2 && own[language] >= total / 4);
  return present.length > 1 ? present : [];
}

const nothing: Omit<Locale, 'script'> = { language: 'other', dialect: 'none', mixed: [], confidence: 0, signs: [] };

function latinLocale(text: string, words: string[]): Locale {
  const typed = words.filter((word) => arabiziFigure.test(word) || arabiziWords.has(word));
  if (typed.length >= 2 || (typed.length === 1 && words.length <= 3 && arabiziFigure.test(typed[0] ?? ''))) {
    const confidence = Math.min(0.9, 0.4 + typed.length / words.length);
    return {
      language: 'ar',
      dialect: 'darija',
      script: 'mixed',
      mixed: mixture(words, 0),
      confidence: round(confidence),
      signs: typed.slice(0, 8),
    };
  }
  const latin = ['mg', 'fr', 'en'] as const;
  const small = Object.fromEntries(latin.map((language) => [language, words.filter((word) => functionWords[language].has(word))]));
  const isShort = words.length < 4;
  const trigrams = new Map(isShort ? [] : francAll(text, { only: ['plt', 'fra', 'eng', ...others], minLength: 3 }));
  const greeted = isShort ? words.filter((word) => greetings[word]) : [];
  const points = latin.map((language) => {
    const code = Object.keys(codes).find((key) => codes[key] === language) ?? '';
    const count = (small[language]?.length ?? 0) + greeted.filter((word) => greetings[word] === language).length;
    return { language, points: words.length * (trigrams.get(code) ?? 0) + 3 * count, count };
  });
  const foreign = Math.max(0, ...others.map((code) => words.length * (trigrams.get(code) ?? 0)));
  const [best, second] = points.toSorted((a, b) => b.points - a.points);
  if (!best || best.points === 0 || best.points === second?.points || best.points <= foreign) return { ...nothing, script: 'latin' };
  const sum = points.reduce((total, one) => total + one.points, 0);
  const confidence = isShort ? Math.min(0.6, 0.3 + 0.15 * best.count) : best.points / (sum + (best.count === 0 ? foreign : 0));
  const signs = [...new Set([...greeted, ...(small[best.language] ?? [])])].slice(0, 8);
  return { ...nothing, language: best.language, script: 'latin', mixed: mixture(words, 0), confidence: round(confidence), signs };
}

const round = (value: number) => Math.round(value * 100) / 100;

/** An empty text, figures alone and other languages are `other`, confidence 0. */
export function detectLocale(text: string): Locale {
  const { script, arabic } = scriptOf(text);
  const words = foldedWords(text);
  if (words.length === 0 || script === 'other') return { ...nothing, script };
  if (arabic < 0.5) {
    const found = latinLocale(text, words);
    return arabic >= 0.2 ? { ...found, script: 'mixed', mixed: mixture(words, arabic) } : found;
  }
  const { dialect, signs } = dialectOf(words);
  const known = words.filter((word) => functionWords.ar.has(word));
  const isArabic = dialect !== 'none' || known.length > 0 || !/[پچژگیک]/u.test(text);
  if (!isArabic) return { ...nothing, script };
  const confidence = words.length < 4 ? 0.6 : Math.min(1, 0.7 + known.length / words.length);
  return {
    language: 'ar',
    dialect,
    script,
    mixed: mixture(words, arabic),
    confidence: round(confidence),
    signs: [...new Set([...signs, ...known])].slice(0, 8),
  };
}
