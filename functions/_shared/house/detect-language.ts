// Tells which of the four languages a text is in, by script and function words. Called by the writer, the reviewer and the brand skills.
import { languages, type Language } from '../payloads.ts';
import { fold, tidy } from './fold.ts';
import { lexicons, phrase } from './lexicon/all.ts';

const patterns = Object.fromEntries(
  languages.map((language) => [language, new RegExp(`(?<![\\p{L}'-])(?:${lexicons[language].functionWords})(?![\\p{L}'-])`, 'gu')]),
) as Record<Language, RegExp>;

/** Function words of each language in the text. */
export function countFunctionWords(text: string): Record<Language, number> {
  const folded = fold(tidy(text));
  return Object.fromEntries(languages.map((language) => [language, folded.match(patterns[language])?.length ?? 0])) as Record<
    Language,
    number
  >;
}

/** null when the text says too little to tell. */
export function detectLanguage(text: string): Language | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  if (letters > 0 && arabic / letters > 0.5) return 'ar';
  const counts = countFunctionWords(text);
  const [best, second] = languages.filter((language) => language !== 'ar').toSorted((a, b) => counts[b] - counts[a]);
  if (!best || counts[best] < 2 || (second && counts[second] === counts[best])) return null;
  return best;
}

/** Sentences of `text` that are plainly in another language than `language`; quoted passages and `own` words do not count. */
export function foreignSentences(text: string, language: Language, own: string[]): string[] {
  const without = own.filter(Boolean).toSorted((a, b) => b.length - a.length);
  const unquoted = text.replace(/[«“][^»”\n]*[»”]/gu, ' ');
  return unquoted.split(/(?<=[.!?؟…])\s+|\n+/u).filter((sentence) => {
    let rest = fold(tidy(sentence)).replace(/#\S+|https?:\/\/\S+/gu, ' ');
    for (const word of without) rest = rest.replace(phrase(fold(tidy(word)).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')), ' ');
    const letters = rest.match(/\p{L}/gu)?.length ?? 0;
    const arabic = rest.match(/\p{Script=Arabic}/gu)?.length ?? 0;
    if (language === 'ar') return letters >= 12 && arabic / letters < 0.4;
    if (letters >= 8 && arabic / letters > 0.4) return true;
    const counts = countFunctionWords(rest);
    return languages.some((other) => other !== language && other !== 'ar' && counts[other] >= 2 && counts[other] > counts[language]);
  });
}
