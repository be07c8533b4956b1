// Audience and persona; rates, shrinkage and growth worked by hand from the cards.
import { describe, expect, it } from 'vitest';
import { runSkill } from '../../../../tests/run-skill.ts';
import { audienceAnalyzer } from './audience-analyzer.ts';
import { personaMemory } from './persona-memory.ts';
import { contradicts } from './same-attribute.ts';

const zeros = { reach: 0, impressions: 0, likes: 0, comments: 0, shares: 0, saves: 0, clicks: 0, video_views: 0 };
const post = (id: string, format: string, likes: number, more: Record<string, unknown> = {}) => ({
  ...zeros,
  id,
  platform: 'facebook',
  published_at: '2026-11-10T05:00:00Z',
  format,
  reach: 100,
  likes,
  ...more,
});
const day = (date: string, followers: number, platform = 'facebook') => ({
  day: date,
  platform,
  reach: 0,
  impressions: 0,
  engagements: 0,
  clicks: 0,
  followers,
});
const analyse = (input: Record<string, unknown>) =>
  runSkill(audienceAnalyzer, 'audience-analyzer', { days: [], posts: [], timezone: 'Indian/Antananarivo', today: '2026-11-21', ...input });

describe('audience-analyzer', () => {
  const pictures = Array.from({ length: 10 }, (_none, at) => post(`p${at}`, 'picture', 2));
  const reels = Array.from({ length: 10 }, (_none, at) => post(`r${at}`, 'reel', 6, { published_at: '2026-11-12T16:00:00Z' }));

  it('weighs formats against the mean, sums over sums', async () => {
    // 80 engagements over 2,000 people: 4 %; reels 6 % (+50), pictures 2 % (-50)
    const output = await analyse({ posts: [...pictures, ...reels] });
    expect(output.by_format).toEqual([
      { format: 'reel', posts: 10, engagement_rate: 6, against_mean_percent: 50 },
      { format: 'picture', posts: 10, engagement_rate: 2, against_mean_percent: -50 },
    ]);
    expect(output.enough).toBe(true);
    expect((output.top_posts as string[]).every((id) => id.startsWith('r'))).toBe(true);
    // ten posts at 6 % and five at the mean of 4 %: 5.33 %, a third above; Thursday 19:00 in Antananarivo
    expect((output.best_hours as unknown[])[0]).toEqual({ weekday: 4, hour: 19, lift_percent: 33.3, posts: 10 });
  });

  it('turns round when pictures beat reels', async () => {
    const turned = [...pictures, ...reels].map((one) => ({ ...one, likes: 8 - one.likes }));
    expect(((await analyse({ posts: turned })).by_format as { format: string }[])[0]?.format).toBe('picture');
  });

  it('leaves out young, old and unseen posts, and takes impressions where reach is missing', async () => {
    const posts = [
      ...pictures.slice(0, 4),
      post('young', 'picture', 90, { published_at: '2026-11-21T05:00:00Z' }),
      post('old', 'picture', 90, { published_at: '2026-01-01T05:00:00Z' }),
      post('unseen', 'picture', 90, { reach: 0 }),
      post('shown', 'picture', 2, { reach: 0, impressions: 100 }),
    ];
    const output = await analyse({ posts });
    expect(output.by_format).toEqual([{ format: 'picture', posts: 5, engagement_rate: 2, against_mean_percent: 0 }]);
    expect(output.enough).toBe(false);
    expect(output.say).toContain('indices');
  });

  it('grows from the first to the last count, platform by platform', async () => {
    const days = [day('2026-10-25', 1000), day('2026-11-14', 1100), day('2026-11-20', 1150), day('2026-11-20', 50, 'tiktok')];
    // seven days: 1,100 -> 1,150; thirty: 1,000 -> 1,150 over 1,050 at the start of both
    expect((await analyse({ days })).growth).toEqual({ followers: 1200, gained_7_days: 50, gained_30_days: 150, percent_30_days: 14.3 });
    expect((await analyse({})).growth).toEqual({ followers: 0, gained_7_days: 0, gained_30_days: 0, percent_30_days: null });
  });

  it('joins small groups, and shows none below a hundred followers', async () => {
    const demographics = [
      { kind: 'city', key: 'Tana', share: 0.985 },
      { kind: 'city', key: 'A', share: 0.007 },
      { kind: 'city', key: 'B', share: 0.008 },
    ];
    expect((await analyse({ days: [day('2026-11-20', 100)], demographics })).demographics).toEqual([
      { kind: 'city', key: 'Tana', share: 0.985 },
      { kind: 'city', key: 'other', share: 0.015 },
    ]);
    expect((await analyse({ days: [day('2026-11-20', 99)], demographics })).demographics).toEqual([]);
  });

  it('refuses a timezone that does not exist', async () => {
    await expect(analyse({ posts: pictures, timezone: 'Mars/Olympus' })).rejects.toThrow('input_missing');
  });
});

describe('persona-memory', () => {
  const persona = { name: 'Fara', bio: 'Guide', tags: ['rieuse'], pillars: ['cuisine'], boundaries: ['pas de politique'], disclosure: '' };
  const told = [
    { fact: 'Fara a 29 ans', told_at: '2026-01-01T00:00:00Z', source: 'post 1' },
    { fact: 'Fara habite à Antsirabe', told_at: '2026-02-01T00:00:00Z', source: 'post 2' },
    { fact: 'Fara aime le café noir', told_at: '2026-03-01T00:00:00Z', source: 'post 3' },
  ];
  const ask = (input: Record<string, unknown>, language: 'fr' | 'mg' | 'en' | 'ar' = 'fr') =>
    runSkill(
      personaMemory,
      'persona-memory',
      { persona_id: 'p1', act: 'read', now: '2026-11-21T00:00:00Z', persona, told, ...input },
      { language },
    );
  const facts = (output: Record<string, unknown>) => (output.facts as { fact: string }[]).map(({ fact }) => fact);

  it('recalls what is nearest to the topic, else the newest', async () => {
    expect(facts(await ask({ topic: 'café' }))[0]).toBe('Fara aime le café noir');
    expect(facts(await ask({}))).toEqual(['Fara aime le café noir', 'Fara habite à Antsirabe', 'Fara a 29 ans']);
  });

  it('refuses what denies what was told, and says what', async () => {
    const output = await ask({
      act: 'remember',
      facts: [
        { fact: 'Fara a 31 ans', source: 'post 4' },
        { fact: 'Fara habite à Toamasina', source: 'post 4' },
        { fact: 'Fara n’aime pas le café noir', source: 'post 4' },
        { fact: 'Fara a un chat roux', source: 'post 4' },
        { fact: 'Fara habite à Antsirabe, près du lac', source: 'post 4' },
      ],
    });
    expect((output.refused as { contradicts: string }[]).map((one) => one.contradicts)).toEqual([
      told[0]?.fact,
      told[1]?.fact,
      told[2]?.fact,
    ]);
    expect(facts(output)).toContain('Fara a un chat roux');
    expect(facts(output)).toContain('Fara habite à Antsirabe, près du lac');
  });

  it.each([
    ['Fara is 29', 'Fara is 30', true],
    ['Mipetraka any Antsirabe i Fara', 'Mipetraka any Toamasina i Fara', true],
    ['Tsy tia kafe i Fara', 'Tia kafe i Fara', true],
    ['فارا تسكن في الرباط', 'فارا تسكن في طنجة', true],
    ['Fara a deux enfants', 'Fara chante le dimanche', false],
    ['Fara a 29 ans', 'Fara a 29 ans', false],
  ])('%s / %s', (fact, before, expected) => {
    expect(contradicts(fact, before)).toBe(expected);
  });

  it.each(['mg', 'fr', 'en', 'ar'] as const)('always says in %s that the presenter is made with AI', async (language) => {
    const output = await ask({ persona: { ...persona, disclosure: '  ' } }, language);
    expect((output.persona as { disclosure: string }).disclosure).toMatch(/AI|IA|الاصطناعي/);
  });

  it('refuses a presenter that does not exist', async () => {
    await expect(ask({ persona: undefined })).rejects.toThrow('input_missing');
  });
});
