// What one week teaches, the next plan does: lessons drawn by the house model are read back by its planner, in every language and both ways round.
import { describe, expect, it } from 'vitest';
import { languages } from '../../supabase/payloads.ts';
import { readCard } from '../cards.ts';
import { brands } from './set/brands.ts';
import { askHouse } from './write-with-house.ts';

const extractor = readCard('lesson-extractor');
const planner = readCard('week-plan-writer');
const ways = [
  ['picture', 'reel'],
  ['reel', 'picture'],
  ['carousel', 'text'],
] as const;

type Lessons = { lessons: { lesson: string; effect: string; confidence: number }[] };
type Plan = { pieces: { format: string }[]; lessons_used: string[] };

describe.each(languages)('in %s', (language) => {
  it.each(ways)('a week in which %s beat %s leads to a week that has more of it', async (best, worst) => {
    const by_format = [
      { format: best, platform: 'instagram', posts: 8, engagement_rate: 6.1 },
      { format: worst, platform: 'instagram', posts: 8, engagement_rate: 2.2 },
    ];
    const comparison = { from: '2026-03-16', to: '2026-03-22', by_format };
    const week = extractor.input.parse({ language, comparison, lessons: [], input: { week: '2026-03-16' } });
    const { lessons } = (await askHouse('lesson-extractor', extractor.output, language, { brand: brands.lala, input: week })) as Lessons;
    expect(lessons).toHaveLength(1);
    // a second week like this one lifts the engine's confidence above 0.7
    const learned = lessons.map((one, index) => ({ ...one, id: `lesson-${index}`, confidence: 0.8 }));
    const next = planner.input.parse({
      language,
      metrics: {},
      lessons: learned,
      input: { week_start: '2026-03-23', platforms: ['facebook', 'instagram'] },
    });
    const { pieces, lessons_used } = (await askHouse('week-plan-writer', planner.output, language, {
      brand: brands.lala,
      input: next,
    })) as Plan;
    const share = (format: string) => pieces.filter((piece) => piece.format === format).length;
    expect(lessons_used).toEqual(lessons.map(({ lesson }) => lesson));
    expect(share(best)).toBeGreaterThan(share(worst) + 3);
    expect(share(best)).toBe(Math.max(...pieces.map(({ format }) => share(format))));
  });
});
