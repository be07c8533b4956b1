// The reputation skills over what came in; figures worked by hand from the cards.
import { describe, expect, it } from 'vitest';
import { runSkill } from '../../../../tests/run-skill.ts';
import type { BrandDna } from '../../../_shared/payloads.ts';
import { alertGenerator } from './alert-generator.ts';
import { mentionScanner } from './mention-scanner.ts';
import { reviewTracker } from './review-tracker.ts';
import { sentimentTrend } from './sentiment-trend.ts';
import { mannKendall, theilSen } from './slope.ts';

const brand = {
  name: 'Soleil',
  place: 'Analakely, Antananarivo',
  website: 'https://soleil.mg',
  services: [{ name: 'Samosa', price: '' }],
} as BrandDna;

describe('mention-scanner', () => {
  const mention = (id: string, text: string, more: Record<string, unknown> = {}) => ({
    id,
    source: 'facebook',
    text,
    seen_at: '2026-11-20T08:00:00Z',
    ...more,
  });
  const scan = (mentions: unknown[], names: string[], more: Record<string, unknown> = {}) =>
    runSkill(
      mentionScanner,
      'mention-scanner',
      { names, from: '2026-11-14T00:00:00Z', to: '2026-11-21T00:00:00Z', mentions, ...more },
      { brand },
    );
  const ids = (output: Record<string, unknown>) => (output.mentions as { id: string }[]).map(({ id }) => id);

  it('finds whole names, folded, with an Arabic prefix and with one typing error', async () => {
    const output = await scan(
      [
        mention('exact', 'J’adore Savoureuse !'),
        mention('typo', 'savoureuze est top'),
        mention('part', 'une glace savoureusement bonne'),
        mention('arabic', 'اشتريت من المطبخ الملكي وبالملكي'),
        mention('other', 'rien à voir'),
      ],
      ['Savoureuse', 'الملكي'],
    );
    expect(ids(output)).toEqual(['exact', 'typo', 'arabic']);
  });

  it('asks a second sign of a name that is a common word', async () => {
    const output = await scan([mention('weather', 'quel beau soleil'), mention('shop', 'le soleil à Analakely, bons samosas')], ['Soleil']);
    expect(ids(output)).toEqual(['shop']);
  });

  it('leaves out own posts, other weeks and copies within a day, and counts what is new', async () => {
    const output = await scan(
      [
        mention('own', 'Kanto Mode ouvre', { is_own: true }),
        mention('old', 'Kanto Mode super', { seen_at: '2026-11-01T00:00:00Z' }),
        mention('first', 'Kanto Mode est nul, arnaque'),
        mention('copy', 'Kanto Mode est nul, arnaque !', { source: 'instagram', seen_at: '2026-11-20T20:00:00Z' }),
        mention('known', 'Merci Kanto Mode'),
      ],
      ['Kanto Mode'],
      {
        known: ['known'],
        sources: [
          { source: 'facebook', connected: true },
          { source: 'instagram', connected: false },
        ],
      },
    );
    expect(ids(output)).toEqual(['first', 'known']);
    expect(output.new).toBe(1);
    expect((output.mentions as { sentiment: number }[])[0]?.sentiment).toBeLessThan(-0.2);
    expect(output.sources).toEqual([
      { source: 'facebook', read: true, why_not: '' },
      { source: 'instagram', read: false, why_not: 'instagram n’est pas connecté.' },
    ]);
    expect(output.say).toContain('Non lu : instagram');
  });

  it('finds nothing in nothing', async () => {
    expect(await scan([], ['Kanto'])).toMatchObject({ mentions: [], new: 0, sources: [] });
  });
});

describe('review-tracker', () => {
  const review = (id: string, stars: number | null, written_at: string, more: Record<string, unknown> = {}) => ({
    id,
    source: 'google',
    stars,
    written_at,
    answered: true,
    ...more,
  });
  const track = (reviews: unknown[]) => runSkill(reviewTracker, 'review-tracker', { reviews, from: '2026-11-14', to: '2026-11-20' });

  it('counts stars, change, order of the unanswered and hours to the answer', async () => {
    const before = [5, 5, 5, 5, 5].map((stars, at) => review(`b${at}`, stars, `2026-10-0${at + 1}T10:00:00Z`));
    const during = [1, 2, 3, 4, 5].map((stars, at) =>
      review(`d${at}`, stars, `2026-11-1${at + 5}T10:00:00Z`, {
        answered: stars > 2,
        answered_at: stars > 2 ? `2026-11-1${at + 5}T1${stars}:00:00Z` : null,
      }),
    );
    const silent = review('s', null, '2026-11-16T00:00:00Z', { source: 'facebook', answered: false });
    const output = await track([...before, ...during, silent]);
    // (5 x 5 + 15) / 10 = 4.00; 3.00 - 5.00; hours 3, 4 and 5
    expect(output).toMatchObject({
      average: 4,
      count: 11,
      new: 6,
      change: -2,
      answer_hours: 4,
      unanswered: ['d0', 'd1', 's'],
      distribution: { one: 1, two: 1, three: 1, four: 1, five: 6 },
      by_source: [
        { source: 'facebook', average: null, count: 1 },
        { source: 'google', average: 4, count: 10 },
      ],
    });
  });

  it('takes an edited review once, as it was written last', async () => {
    expect(await track([review('a', 1, '2026-11-01T00:00:00Z'), review('a', 4, '2026-11-15T00:00:00Z')])).toMatchObject({
      average: 4,
      count: 1,
      new: 1,
    });
  });

  it('claims no change from four, and no average from nothing', async () => {
    expect((await track([1, 2, 3, 4].map((n) => review(`x${n}`, n, '2026-11-15T00:00:00Z')))).change).toBeNull();
    expect(await track([])).toMatchObject({ average: null, count: 0, answer_hours: null, unanswered: [] });
  });
});

describe('slope', () => {
  it('is the median of pair slopes, and one outlier does not move it', () => {
    expect(theilSen([0, 1, 2, 3, 4].map((x) => ({ x, y: x === 2 ? 100 : 2 * x })))).toBe(2);
    expect(theilSen([{ x: 1, y: 1 }])).toBe(0);
  });

  it('knows the textbook p of a rising row of ten: S = 45, z = 44 / sqrt(125) = 3.935', () => {
    expect(mannKendall(Array.from({ length: 10 }, (_none, x) => ({ x, y: x })))).toBeCloseTo(0.0000831, 6);
    expect(mannKendall([1, 1, 1].map((y, x) => ({ x, y })))).toBe(1);
  });
});

describe('sentiment-trend', () => {
  const mentions = (feelingOf: (day: number) => number, days = 14) =>
    Array.from({ length: days * 2 }, (_none, at) => ({
      id: `m${at}`,
      source: 'facebook',
      text: 'La livraison des samosas',
      seen_at: `2026-11-${String(1 + Math.floor(at / 2)).padStart(2, '0')}T10:00:00Z`,
      sentiment: feelingOf(Math.floor(at / 2)),
    }));
  const trend = (all: unknown[]) => runSkill(sentimentTrend, 'sentiment-trend', { mentions: all, from: '2026-11-01', to: '2026-11-14' });

  it('sees it rise, fall and stay', async () => {
    expect(await trend(mentions((day) => -0.6 + day * 0.08))).toMatchObject({ state: 'better' });
    const worse = await trend(mentions((day) => 0.6 - day * 0.08));
    expect(worse).toMatchObject({ state: 'worse' });
    expect(worse.slope_per_week).toBeLessThan(-0.3);
    expect(await trend(mentions(() => 0.3))).toMatchObject({ state: 'steady', slope_per_week: 0, level: 0.3 });
  });

  it('counts a review of stars alone, which has no words and may have no feeling', async () => {
    const silent = { id: 's', source: 'google', text: '', seen_at: '2026-11-14T00:00:00Z', sentiment: null };
    const output = await trend([...mentions(() => 0.3), silent]);
    expect(output).toMatchObject({ state: 'steady', level: 0.3 });
    expect((output.points as { count: number }[]).at(-1)?.count).toBe(3);
  });

  it('is not turned by one angry day', async () => {
    expect(await trend(mentions((day) => (day === 13 ? -0.9 : 0.3)))).toMatchObject({ state: 'steady' });
  });

  it('claims nothing from few, and knows the topics', async () => {
    expect(await trend(mentions(() => -0.5, 5))).toMatchObject({ state: 'too_few' });
    const output = await trend(mentions((day) => (day < 4 ? 0.5 : -0.5)));
    expect(output.topics).toContainEqual({ word: 'livraison', negative: 20, positive: 8 });
    expect(output.points).toHaveLength(14);
    expect(await trend([])).toMatchObject({ state: 'too_few', level: 0, topics: [] });
  });

  it('refuses a span that ends before it begins', async () => {
    await expect(runSkill(sentimentTrend, 'sentiment-trend', { mentions: [], from: '2026-11-02', to: '2026-11-01' })).rejects.toThrow(
      'input_missing',
    );
  });
});

describe('alert-generator', () => {
  const noon = '2026-11-21T09:00:00Z';
  const alert = (findings: unknown[], more: Record<string, unknown> = {}) =>
    runSkill(alertGenerator, 'alert-generator', {
      findings,
      already: [],
      language: 'fr',
      now: noon,
      timezone: 'Indian/Antananarivo',
      ...more,
    });
  const codes = (output: Record<string, unknown>) => (output.alerts as { code: string }[]).map(({ code }) => code);
  const bad = (id: string, stars = 2) => ({ id, source: 'google', author: 'Rabe', stars, text: 'Trop lent' });

  it('weighs each finding by its rule, the heaviest first', async () => {
    const output = await alert([
      bad('r2'),
      { id: 'r5', stars: 5, text: 'Parfait' },
      { id: 'r3', stars: 3, text: 'Moyen' },
      { id: 'r1', stars: 1, text: 'Intoxication, mon fils est malade' },
      { kind: 'crisis', negative_last_hour: 7, authors: 6 },
      { id: 'm1', text: 'bonjour', sentiment: -0.6 },
    ]);
    expect(codes(output)).toEqual(['unsafe_review', 'crisis', 'bad_review', 'praise_review']);
    expect(output.silent).toBe(2);
    expect((output.alerts as { body: string }[])[1]?.body).toBe(
      '7 messages en colère en une heure, de 6 personne(s). Regardez avant de publier autre chose.',
    );
  });

  it('joins an open alert, and sends three a day at most below critical', async () => {
    const already = [{ code: 'bad_review', reference: 'r1', severity: 'warning', raised_at: '2026-11-21T05:00:00Z' }];
    const output = await alert([bad('r1'), bad('r2'), bad('r3'), bad('r4')], { already });
    expect((output.alerts as { reference: string; merged: boolean }[]).map(({ reference, merged }) => [reference, merged])).toEqual([
      ['r1', true],
      ['r2', false],
      ['r3', false],
    ]);
  });

  it('wakes nobody at night but for what is critical', async () => {
    const night = { now: '2026-11-21T19:00:00Z' }; // 22:00 in Antananarivo
    expect(codes(await alert([bad('r1'), { kind: 'crisis' }], night))).toEqual(['crisis']);
  });

  it('reads the trend: a fall of 0.4 in a day with ten mentions is critical, worse is a warning', async () => {
    const points = [
      { day: '2026-11-19', mean: 0.3, count: 4 },
      { day: '2026-11-20', mean: -0.1, count: 10 },
    ];
    expect(codes(await alert([], { trend: { state: 'worse', points } }))).toEqual(['sentiment_fall']);
    expect(
      codes(await alert([], { trend: { state: 'worse', slope_per_week: -0.2, points: [], topics: [{ word: 'livraison' }] } })),
    ).toEqual(['sentiment_worse']);
    expect(codes(await alert([], { trend: { state: 'steady', points: [] } }))).toEqual([]);
  });

  it('counts the hours of an unanswered question, and the followers', async () => {
    const output = await alert([
      { id: 'q', kind: 'question', text: 'Vous livrez ?', received_at: '2026-11-20T08:00:00Z' },
      { id: 'young', kind: 'question', text: 'Et là ?', received_at: '2026-11-21T08:00:00Z' },
      { id: 'big', text: 'Miam', author: 'Star', followers: 10_001 },
      { id: 'small', text: 'Miam', followers: 10_000 },
    ]);
    expect(codes(output)).toEqual(['unanswered_question', 'big_account']);
    expect((output.alerts as { body: string }[])[0]?.body).toContain('25 h');
  });

  it.each(['mg', 'fr', 'en', 'ar'])('speaks %s and stands odd findings', async (language) => {
    const output = await alert(
      [{}, { id: 'x', stars: 'five' }, { id: 'y', stars: 1, text: '<b>nul</b>'.repeat(100) }, { points: 'none' }],
      { language },
    );
    expect(codes(output)).toEqual(['bad_review']);
    expect(output.say).toMatch(/1/);
  });
});
