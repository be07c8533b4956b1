// The proofreader's precision: what the house writes from honest requests has no mistake that a teacher would mark, and names with odd spellings stay.
import { describe, expect, it } from 'vitest';
import { languages } from '../../supabase/payloads.ts';
import { readCard } from '../cards.ts';
import { requests } from './scorer/score-set.ts';
import { brands } from './set/brands.ts';
import { askHouse, writeWithHouse } from './write-with-house.ts';

type Proof = { corrections: { quote: string; kind: string; correction: string }[]; corrected: string };
const { output } = readCard('grammar-checker');
const proof = async (language: (typeof languages)[number], brand: (typeof brands)[keyof typeof brands], body: string) =>
  (await askHouse('grammar-checker', output, language, { brand, input: { text: { headline: '', body } } })) as Proof;

describe('the proofreader', () => {
  it.each(languages)('finds nothing but spaces to set in the 24 posts of the house in %s', async (language) => {
    const wrong: string[] = [];
    for (const { brand, request } of requests[language]) {
      const { body } = await writeWithHouse(request, brand, language);
      for (const { quote, kind, correction } of (await proof(language, brands[brand], body)).corrections)
        // a request is kept in the owner's own spelling
        if (kind !== 'typography' && !request.includes(quote)) wrong.push(`${kind}: ${quote} -> ${correction} in ${body}`);
    }
    expect(wrong).toEqual([]);
  });

  it('leaves names, addresses and hashtags as they are', async () => {
    const brand = { ...brands.lala, name: 'Ca Alors', services: [{ name: 'gateau tres doux', price: '' }] };
    const body = 'Ca Alors vous attend avec son gateau tres doux. https://ca-alors.mg/tres #Gateau @tres_bon';
    expect((await proof('fr', brand, body)).corrected).toBe(body);
  });
});
