// Every post the house writes from the evaluation set, brought to five places: no fact of the request is lost, nothing is added, and the peer reviewer finds the source again.
import { describe, expect, it } from 'vitest';
import { languages, Verdict, type Language } from '../../supabase/payloads.ts';
import { readCard } from '../cards.ts';
import { findMissingFacts } from './scorer/find-missing-facts.ts';
import { fold, foldNumbers } from './scorer/fold.ts';
import { requests } from './scorer/score-set.ts';
import { brands } from './set/brands.ts';
import { askHouse, writeWithHouse } from './write-with-house.ts';

const adapters: [skill: string, target: string, spoken: Language][] = [
  ['malagasy-adapter', 'mg', 'mg'],
  ['french-adapter', 'fr', 'fr'],
  ['darija-adapter', 'ar-MA', 'ar'],
  ['egyptian-adapter', 'ar-EG', 'ar'],
  ['gulf-adapter', 'ar-SA', 'ar'],
];

type Adapted = { headline: string; body: string; kept: string[]; doubtful: { quote: string }[] };
/** Numbers of a text; noon is twelve, and half is thirty. */
const numbers = (text: string) =>
  (
    foldNumbers(text)
      .replace(/(?<!\p{L})(?:noon|midi)(?!\p{L})/gu, '12')
      .replace(/(?<!\p{L})sasany(?!\p{L})/gu, '30')
      .match(/\d+(?:\.\d+)?/g) ?? []
  ).map(Number);

describe.each(adapters)('%s', (skill, target, spoken) => {
  it.each(languages)('keeps every fact of the 24 posts in %s', async (language) => {
    const faults: string[] = [];
    for (const { brand: key, request, expected } of requests[language]) {
      const brand = brands[key];
      const { body, headline } = await writeWithHouse(request, key, language);
      const source = { headline, body, hashtags: [], call_to_action: '' };
      const adapted = (await askHouse(skill, readCard(skill).output, language, { brand, input: { source } })) as Adapted;
      const say = (fault: string) => void faults.push(`${fault} <- ${body} -> ${adapted.body}`);
      // the thing itself may stay in its own words: then it is told
      findMissingFacts(adapted.body, { ...expected, say: [], currency: [''] }, brand, spoken).forEach(say);
      // hours are said in the clock of the language
      const written = numbers(body);
      const clock = written.flatMap((one) => [one % 12 || 12, one + 12, one]);
      for (const number of numbers(adapted.body)) if (!clock.includes(number)) say(`invented ${number}`);
      const text = fold(`${adapted.headline}\n${adapted.body}`);
      for (const { quote } of adapted.doubtful) if (!text.includes(fold(quote).slice(0, 30))) say(`asks about what is not there: ${quote}`);
      for (const one of adapted.kept) if (!text.includes(fold(one))) say(`kept what is not there: ${one}`);
      const facts = { brand, outputs: { input: { source, target } }, input: { text: adapted } };
      const { findings } = await askHouse('fact-checker', Verdict, language, facts);
      for (const { fault, quote } of findings) say(`${fault} ${quote}`);
    }
    expect(faults).toEqual([]);
  });
});
