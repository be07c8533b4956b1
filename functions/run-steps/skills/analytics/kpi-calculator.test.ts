// Key figures of a period against figures worked out by hand.
import { describe, expect, it } from 'vitest';
import { proveLanguages, proveSkill } from '../../../../tests/eval/prove-skill.ts';
import { runSkill } from '../../../../tests/run-skill.ts';
import { kpiCalculator } from './kpi-calculator.ts';

describe('kpi-calculator', () => {
  const day = (date: string, reach: number, engagements: number, followers: number, platform = 'facebook') => ({
    day: date,
    platform,
    reach,
    impressions: reach * 2,
    engagements,
    clicks: engagements / 2,
    followers,
  });
  const post = (id: string, at: string, format: string, reach: number, likes: number, platform = 'facebook') => ({
    id,
    published_at: at,
    format,
    platform,
    reach,
    impressions: reach,
    likes,
    comments: 0,
    shares: 0,
    saves: 0,
    clicks: 0,
    video_views: 0,
  });
  const week = { from: '2026-11-09', to: '2026-11-15', timezone: 'Indian/Antananarivo' };
  const input = {
    ...week,
    days: [
      day('2026-11-02', 500, 20, 90),
      day('2026-11-08', 300, 20, 100),
      day('2026-11-09', 400, 30, 100),
      day('2026-11-10', 600, 50, 110),
      day('2026-11-10', 100, 20, 40, 'instagram'),
      day('2026-11-16', 9000, 900, 999),
    ],
    posts: [
      post('reel-1', '2026-11-09T08:00:00Z', 'reel', 1000, 10),
      post('reel-2', '2026-11-10T08:00:00Z', 'reel', 1000, 20),
      post('reel-3', '2026-11-11T08:00:00Z', 'reel', 500, 45),
      post('picture-1', '2026-11-11T08:10:00Z', 'picture', 400, 80),
      post('picture-2', '2026-11-12T08:00:00Z', 'picture', 400, 40),
      post('small', '2026-11-12T09:00:00Z', 'text', 20, 20),
      // 22:30 on the 8th in London is 01:30 on the 9th in Antananarivo
      post('night', '2026-11-08T22:30:00Z', 'text', 200, 2),
      // younger than 48 hours when the period ends
      post('young', '2026-11-15T08:00:00Z', 'picture', 400, 400),
    ],
    leads: [{ created_at: '2026-11-10T00:00:00Z' }, { created_at: '2026-11-15T20:59:00Z' }, { created_at: '2026-11-15T21:01:00Z' }],
    spend: 50_000,
  };
  const prove = (of: Record<string, unknown>, check: (output: Record<string, unknown>) => void) =>
    proveSkill(kpiCalculator, 'kpi-calculator', of, check);
  const kpi = (output: Record<string, unknown>, key: string, platform = 'all') =>
    (output.kpis as { key: string; platform: string }[]).find((each) => each.key === key && each.platform === platform);

  it('adds up the week against the week before', async () => {
    await prove(input, (output) => {
      expect(output).toMatchObject({ from: '2026-11-09', to: '2026-11-15', previous_from: '2026-11-02', previous_to: '2026-11-08' });
      // highest day: the 10th, 600 + 100; before: 500
      expect(kpi(output, 'reach')).toMatchObject({ value: 700, previous: 500, change_percent: 40, unit: 'count' });
      // 30 + 50 + 20 over 400 + 600 + 100; before 40 over 800
      expect(kpi(output, 'engagement_rate')).toMatchObject({ value: 9.091, previous: 5, change_percent: 81.82, unit: 'percent' });
      expect(kpi(output, 'engagements')).toMatchObject({ value: 100, previous: 40, change_percent: 150 });
      expect(kpi(output, 'click_rate', 'facebook')).toMatchObject({ value: 2, previous: 1.25, change_percent: 60 });
      // instagram was counted on one day only: nothing is known of its growth
      expect(kpi(output, 'followers_gained')).toMatchObject({ value: 10, previous: 10, change_percent: 0 });
      expect(kpi(output, 'followers_gained', 'instagram')).toMatchObject({ value: null, change_percent: null });
      expect(kpi(output, 'posts')).toMatchObject({ value: 8, previous: 0, change_percent: null });
      expect(kpi(output, 'leads')).toMatchObject({ value: 2, previous: 0 });
      expect(kpi(output, 'cost_per_lead')).toMatchObject({ value: 25_000, unit: 'money' });
      expect(output.say).toMatch(/portée 700 \(\+40\s%\)/);
      expect(output.say).toContain('meilleur jour');
    });
  });

  it('compares formats and hours by sums over sums, old enough and often enough', async () => {
    await prove(input, (output) => {
      expect(output.by_format).toEqual([
        { format: 'picture', platform: 'facebook', posts: 2, engagement_rate: null },
        // 75 / 2500, not the mean of 1 %, 2 % and 9 %
        { format: 'reel', platform: 'facebook', posts: 3, engagement_rate: 3 },
        { format: 'text', platform: 'facebook', posts: 2, engagement_rate: null },
      ]);
      // Wednesday at 11 in Antananarivo: 45 + 80 over 500 + 400
      expect(output.by_hour).toEqual([{ weekday: 3, hour: 11, posts: 2, engagement_rate: 13.89 }]);
      expect(output).toMatchObject({ best: ['young', 'picture-1', 'picture-2'], weakest: ['reel-1', 'night', 'reel-2'] });
    });
  });

  it('turns round when pictures beat reels', async () => {
    const turned = input.posts.map((each) => ({
      ...each,
      format: each.format === 'reel' ? 'picture' : each.format === 'picture' ? 'reel' : each.format,
    }));
    await prove({ ...input, posts: turned }, (output) =>
      expect(output.by_format).toContainEqual({ format: 'picture', platform: 'facebook', posts: 3, engagement_rate: 3 }),
    );
  });

  it('counts a platform without daily figures by its posts', async () => {
    await prove({ ...input, days: [] }, (output) => {
      expect(kpi(output, 'engagements')).toMatchObject({ value: 617, previous: null, change_percent: null });
      expect(kpi(output, 'reach')).toMatchObject({ value: 1000 });
    });
  });

  it('says that there is nothing yet', async () => {
    await prove({ ...week, days: [], posts: [] }, (output) => {
      expect(kpi(output, 'reach')).toMatchObject({ value: null, previous: null, change_percent: null });
      expect(kpi(output, 'posts')).toMatchObject({ value: 0 });
      expect(kpi(output, 'leads')).toMatchObject({ value: null });
      expect(output).toMatchObject({ by_format: [], by_hour: [], best: [], weakest: [] });
      expect(output.say).toContain('aucun chiffre');
    });
  });

  it('counts the hours of a day that the clocks change', async () => {
    // Paris, 2026-10-25: 02:30 exists twice, first as 00:30 UTC
    const night = { days: [], from: '2026-10-19', to: '2026-10-31', timezone: 'Europe/Paris' };
    const posts = [post('a', '2026-10-25T00:30:00Z', 'text', 100, 10), post('b', '2026-10-25T01:30:00Z', 'text', 100, 30)];
    await prove({ ...night, posts }, (output) => expect(output.by_hour).toEqual([{ weekday: 7, hour: 2, posts: 2, engagement_rate: 20 }]));
  });

  it('names a timezone that does not exist', async () => {
    await expect(runSkill(kpiCalculator, 'kpi-calculator', { ...input, timezone: 'Mars/Olympus' })).rejects.toThrow(
      /input_missing.*Mars\/Olympus/,
    );
  });

  it('speaks four languages', async () => {
    await proveLanguages(kpiCalculator, 'kpi-calculator', () => input);
    await proveLanguages(kpiCalculator, 'kpi-calculator', () => ({ ...week, days: [], posts: [] }));
  });
});
