// How a text feels: weights of known words, turned by negation, strengthened, squeezed to -1..1. Called by sentiment-analyzer and by the reputation skills.
import type { Language } from '../../../_shared/payloads.ts';
import { detectLocale, foldedWords } from '../localization/detect-locale.ts';
import { emojiWeight, isKnown, negations, phraseAt, strengthAfter, strengthBefore, wordWeight } from './lexicon/all.ts';

export type Feeling = {
  language: Language | 'other';
  /** -1 to 1: tanh(sum / 4) */
  sentiment: number;
  mood: 'positive' | 'neutral' | 'negative';
  /** what decided, heaviest first */
  words: string[];
  /** share of the words that are known, 0-1 */
  confidence: number;
};

type Token = { text: string; weight: number | undefined; isEmoji: boolean };

const emojiPattern = /\p{Extended_Pictographic}(?:\ufe0f|\u200d\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}])*/gu;
/** How far a negation reaches. */
const reach = 3;

/** A negation does not reach past a comma. */
const clauses = /[,;.!?:()\n،؛؟…]+/u;
const clauseEnd: Token = { text: '', weight: undefined, isEmoji: false };

function clauseTokens(clause: string, language: Language | 'other'): Token[] {
  const words = foldedWords(clause);
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const phrase = phraseAt(words, at);
    const text = phrase ? phrase.words.join(' ') : (words[at] ?? '');
    tokens.push({ text, weight: phrase ? phrase.weight : wordWeight(text, language), isEmoji: false });
    if (phrase) at += phrase.words.length - 1;
  }
  return tokens;
}

/** Words, then emoji: an emoji colours the whole comment, wherever it stands. */
function tokensOf(text: string, language: Language | 'other'): Token[] {
  const words = text
    .replaceAll(emojiPattern, ' ')
    .split(clauses)
    .flatMap((clause) => [...clauseTokens(clause, language), clauseEnd, clauseEnd, clauseEnd]);
  const emoji = (text.match(emojiPattern) ?? []).map((sign) => ({ text: sign, weight: emojiWeight(sign), isEmoji: true }));
  return [...words, ...emoji];
}

const isNegation = (word: string, language: Language | 'other'): boolean =>
  language === 'other' ? Object.values(negations).some((words) => words.has(word)) : negations[language].has(word);

/** The weight of each token after negation (x -0.7 within three words) and strengtheners (x 1.5). */
function weigh(tokens: Token[], language: Language | 'other'): { text: string; value: number; isEmoji: boolean }[] {
  return tokens.flatMap(({ text, weight, isEmoji }, at): { text: string; value: number; isEmoji: boolean }[] => {
    if (weight === undefined) return [];
    if (isEmoji) return [{ text, value: weight, isEmoji }];
    const before = tokens.slice(Math.max(0, at - reach), at).filter((token) => !token.isEmoji);
    const negation = before.findLast((token) => token.weight === undefined && isNegation(token.text, language));
    const isStrong = strengthBefore.has(before.at(-1)?.text ?? '') || strengthAfter.has(tokens[at + 1]?.text ?? '');
    const value = weight * (isStrong ? 1.5 : 1) * (negation ? -0.7 : 1);
    return [{ text: negation ? `${negation.text} … ${text}` : text, value, isEmoji }];
  });
}

const round = (value: number) => Math.round(value * 1000) / 1000;

export function readFeeling(text: string): Feeling {
  const { language } = detectLocale(text);
  const all = tokensOf(text.slice(0, 3000), language);
  const felt = weigh(all, language);
  const tokens = all.filter((token) => token !== clauseEnd);
  const sentiment = round(Math.tanh(felt.reduce((sum, { value }) => sum + value, 0) / 4));
  const known = tokens.filter((token) => token.weight !== undefined || token.isEmoji || isKnown(token.text)).length;
  const praised = felt.some(({ isEmoji, value }) => !isEmoji && value > 0);
  const isIrony = praised && felt.some(({ isEmoji, value }) => isEmoji && value <= -2);
  const share = tokens.length === 0 ? 0 : known / tokens.length;
  const confidence = round(isIrony ? 0.3 : Math.min(1, share));
  const mood = confidence < 0.4 || Math.abs(sentiment) <= 0.2 ? 'neutral' : sentiment > 0 ? 'positive' : 'negative';
  const words = felt.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)).map((one) => one.text.slice(0, 60));
  return { language, sentiment, mood, words: [...new Set(words)].slice(0, 12), confidence };
}
