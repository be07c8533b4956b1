// brand-reputation against values worked by hand from its card.
import { describe, expect, it } from 'vitest';
import { runSkill } from '../../../../tests/run-skill.ts';
import type { Language } from '../../../_shared/payloads.ts';
import { brandReputation } from './brand-reputation.ts';

const full = {
  reviews: { average: 4.5, count: 30 },
  sentiment: { level: 0.2, state: 'steady' },
  answers: { asked: 10, answered: 8, median_hours: 8 },
  crises_90_days: 1,
};
const measure = (input: Record<string, unknown>, language: Language = 'fr') =>
  runSkill(brandReputation, 'brand-reputation', input, { language });

describe('brand-reputation', () => {
  it('weighs four parts', async () => {
    // reviews: (4.5 x 30 + 40) / 40 = 4.375 -> 84.4; sentiment 60; answers 56 + 15 = 71; calm 50
    // 0.4 x 84.4 + 0.25 x 60 + 0.2 x 71 + 0.15 x 50 = 70.46
    const output = await measure(full);
    expect(output).toMatchObject({ reputation: 70, known_share: 1, change: null });
    expect((output.parts as { points: number }[]).map(({ points }) => points)).toEqual([84.4, 60, 71, 50]);
  });

  it('spreads the weight of what is unknown, and gives no figure below a half', async () => {
    // (0.4 x 84.4 + 0.15 x 100) / 0.55 = 88.7
    const some = {
      ...full,
      sentiment: { state: 'too_few', level: 0 },
      answers: { asked: 0, answered: 0, median_hours: null },
      crises_90_days: 0,
    };
    expect(await measure(some)).toMatchObject({ reputation: 89, known_share: 0.55 });
    expect(await measure({ ...some, reviews: {} })).toMatchObject({ reputation: null, known_share: 0.15, change: null });
  });

  it('compares only like with like', async () => {
    const parts = ['reviews', 'sentiment', 'answers', 'calm'].map((part) => ({ part, points: 50 }));
    expect(await measure({ ...full, before: { reputation: 60, parts } })).toMatchObject({ change: 10 });
    expect(await measure({ ...full, before: { reputation: 60, parts: parts.slice(1) } })).toMatchObject({ change: null });
  });

  it('advises the part with most gain for the least work', async () => {
    expect((await measure(full)).next).toContain('Répondez');
    expect(
      (await measure({ ...full, reviews: { average: 3, count: 30 }, answers: { asked: 5, answered: 5, median_hours: 1 } })).next,
    ).toContain('avis');
  });

  it('stays within 0 and 100 whatever comes', async () => {
    const output = await measure({
      reviews: { average: 1, count: 500 },
      sentiment: { level: -1, state: 'worse' },
      answers: { asked: 3, answered: 9, median_hours: 0 },
      crises_90_days: 9,
    });
    for (const { points } of output.parts as { points: number }[]) expect(points >= 0 && points <= 100).toBe(true);
  });

  it.each(['mg', 'fr', 'en', 'ar'] as const)('says the figure in %s', async (language) => {
    expect((await measure(full, language)).say).toContain('70/100');
  });
});
