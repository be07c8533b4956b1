// A real language check: function words sentence by sentence, and script for Arabic, with the shop's own words set aside. Called by judge.ts and judge-answer.ts.
import { languages, type BrandDna, type Language } from '../../../supabase/payloads.ts';
import type { EvalRequest } from '../set/shape.ts';
import { fold, sentences } from './fold.ts';
import { functionWords } from './words.ts';

export function findLanguageFaults(body: string, asked: EvalRequest, brand: BrandDna, language: Language): string[] {
  const { say, places = [], currency = [] } = asked.expected;
  return languageFaultsOf(body, language, [brand.name, brand.tagline, brand.place, ...say.flat(), ...places, ...currency]);
}

/** `own`: names and words that belong to the shop and to no language. */
export function languageFaultsOf(text: string, language: Language, own: string[]): string[] {
  const foldedOwn = own
    .filter(Boolean)
    .map(fold)
    .toSorted((a, b) => b.length - a.length);
  const strip = (part: string) =>
    foldedOwn.reduce((rest, word) => rest.replaceAll(word, ' '), fold(part)).replace(/[#@]\S+|https?:\S+/g, ' ');
  const faults: string[] = [];
  const total = count(strip(text));
  if (language === 'ar') {
    if (share(strip(text)) < 0.85) faults.push('language: not Arabic');
  } else {
    if (total[language] < 3) faults.push(`language: not ${language} (${JSON.stringify(total)})`);
    if (share(strip(text)) > 0.05) faults.push(`language: Arabic letters in ${language}`);
  }
  for (const sentence of sentences(text)) {
    const hits = count(strip(sentence));
    const other = languages.filter((one) => one !== language).find((one) => hits[one] >= 2 && hits[one] > hits[language]);
    if (other) faults.push(`language: a sentence in ${other}: ${sentence}`);
  }
  return faults;
}

const count = (folded: string): Record<Language, number> =>
  Object.fromEntries(
    languages.map((language) => [
      language,
      folded.match(new RegExp(`(?<![\\p{L}'-])(?:${fold(functionWords[language])})(?![\\p{L}'-])`, 'gu'))?.length ?? 0,
    ]),
  ) as Record<Language, number>;

/** Share of Arabic letters among all letters, 0-1. */
function share(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters ? (text.match(/\p{Script=Arabic}/gu)?.length ?? 0) / letters : 0;
}
