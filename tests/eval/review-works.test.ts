// The peer reviewer and the score on letters, pages, scripts, answers, offers of a crisis and translations: clean work passes, each seeded fault is named, and no shape is refused.
import { describe, expect, it } from 'vitest';
import { Score, Verdict, type BrandDna, type Language } from '../../supabase/payloads.ts';
import { fold } from './scorer/fold.ts';
import { shops } from './set/community.ts';
import { works, type ReviewedWork } from './set/reviewed-works.ts';
import { askHouse } from './write-with-house.ts';

const shopOf = ({ shape, language, target }: ReviewedWork): BrandDna => {
  const spoken: Record<string, Language> = { fr: 'mg', mg: 'fr', en: 'ar', ar: 'ar' };
  return shops[shape === 'translation' && target ? (spoken[language] ?? 'fr') : language];
};

const factsOf = (asked: ReviewedWork, work: unknown) => ({
  request: asked.request,
  brand: shopOf(asked),
  outputs: { author: work, input: { source: asked.source, target: asked.target }, ...asked.outputs },
  input: { text: work },
});
const review = (asked: ReviewedWork, work: unknown) => askHouse('fact-checker', Verdict, asked.language, factsOf(asked, work));
const score = (asked: ReviewedWork, work: unknown) => askHouse('brand-compliance', Score, asked.language, factsOf(asked, work));

const swapped = (work: unknown, from: string, to: string): unknown => JSON.parse(JSON.stringify(work).replaceAll(from, to));
const titled = works.map((asked) => ({ asked, title: `${asked.shape} in ${asked.language}` }));

describe.each(titled)('$title', ({ asked }) => {
  it('passes when it is right', async () => {
    const { verdict, findings } = await review(asked, asked.work);
    expect(findings).toEqual([]);
    expect(verdict).toBe('praise');
    expect((await score(asked, asked.work)).score).toBeGreaterThanOrEqual(80);
  });

  it.each(asked.wrong)('is refuted as $fault when it says $to', async ({ from, to, fault, quote }) => {
    const work = swapped(asked.work, from, to);
    expect(work).not.toEqual(asked.work);
    const { verdict, findings } = await review(asked, work);
    expect(verdict).toBe('refute');
    expect(findings.map((one) => one.fault)).toContain(fault);
    expect(fold(findings.map((one) => one.quote).join(' | '))).toContain(fold(quote));
    expect((await score(asked, work)).score).toBeLessThan((await score(asked, asked.work)).score);
  });
});

describe('a work of no known shape', () => {
  it.each([
    [{ verse: 'Samosas de Lala, samosa bœuf : 1 000 Ar' }],
    [[{ line: 'Bonjour de Samosas de Lala' }]],
    ['Bonjour de Samosas de Lala'],
  ])('is read and not refused: %j', async (work) => {
    const facts = { brand: shops.fr, input: { text: work } };
    expect((await askHouse('fact-checker', Verdict, 'fr', facts)).verdict).toBe('praise');
    expect((await askHouse('brand-compliance', Score, 'fr', facts)).score).toBeGreaterThanOrEqual(60);
  });

  it('is refuted for what it says', async () => {
    const facts = { brand: shops.fr, input: { text: { verse: 'Samosas de Lala : tout est gratuit, 70 % partout' } } };
    const { findings } = await askHouse('fact-checker', Verdict, 'fr', facts);
    expect(findings.map(({ fault }) => fault)).toEqual(['invented_fact', 'invented_fact']);
  });
});
