// A planned week written out by the house model: thirty-five different orders, thirty-five different posts, none sent back. Shops with and without figures, prices or a list.
import { describe, expect, it } from 'vitest';
import { PostText, Score, Verdict, type Language } from '../../supabase/payloads.ts';
import { readCard } from '../cards.ts';
import { brands, type BrandKey } from './set/brands.ts';
import { askHouse } from './write-with-house.ts';

const planner = readCard('week-plan-writer');
const mourning: Record<Language, string> = { fr: 'jour de deuil', mg: 'andro fisaonana', en: 'day of mourning', ar: 'يوم حداد' };
const metrics = {
  by_format: [
    { format: 'picture', platform: 'instagram', posts: 9, engagement_rate: 6.4 },
    { format: 'reel', platform: 'instagram', posts: 7, engagement_rate: 2.1 },
  ],
  by_hour: [{ weekday: 2, hour: 18, posts: 5, engagement_rate: 7.2 }],
};
const weeks: { language: Language; shop: BrandKey; isNew: boolean }[] = [
  { language: 'fr', shop: 'lala', isNew: false },
  { language: 'fr', shop: 'epicerie', isNew: true },
  { language: 'mg', shop: 'salon', isNew: false },
  { language: 'mg', shop: 'garage', isNew: true },
  { language: 'en', shop: 'fix', isNew: false },
  { language: 'en', shop: 'dance', isNew: true },
  { language: 'ar', shop: 'sami', isNew: false },
  { language: 'ar', shop: 'yasmin', isNew: true },
];

type Piece = { piece: number; day: string; time: string; request: string; platform: 'facebook' };

describe.each(weeks)('a week of $shop in $language', ({ language, shop, isNew }) => {
  const brand = brands[shop];

  it('is thirty-five posts that a reviewer lets pass', async () => {
    const input = planner.input.parse({
      language,
      metrics: isNew ? {} : metrics,
      lessons: [],
      days: isNew ? [] : [{ day: '2026-03-26', name: mourning[language], kind: 'mourning', advice: 'do_not_sell' }],
      input: {
        week_start: '2026-03-23',
        platforms: isNew ? [] : ['facebook', 'instagram', 'tiktok', 'x', 'linkedin', 'whatsapp', 'youtube'],
      },
    });
    const { pieces } = (await askHouse('week-plan-writer', planner.output, language, { brand, input })) as { pieces: Piece[] };
    expect(new Set(pieces.map(({ request }) => request)).size).toBe(35);
    expect(new Set(pieces.map(({ day, time }) => `${day} ${time}`)).size).toBe(35);
    const posts = await Promise.all(
      pieces.map(async (item) => {
        const facts = { request: item.request, brand, platform: item.platform, item, input: { request: item.request } };
        const text = await askHouse('social-captions', PostText, language, facts);
        const reviewed = { ...facts, outputs: { text }, input: { text } };
        const { findings } = await askHouse('fact-checker', Verdict, language, reviewed);
        const { score } = await askHouse('brand-compliance', Score, language, reviewed);
        return { request: item.request, body: text.body, findings, score };
      }),
    );
    expect(posts.filter(({ findings, score }) => findings.length > 0 || score < 60)).toEqual([]);
    expect(new Set(posts.map(({ body }) => body)).size).toBe(35);
  });
});
