// Anomalies, trends and key figures against figures worked out by hand.
import { describe, expect, it } from 'vitest';
import { proveLanguages, proveSkill } from '../../../../tests/eval/prove-skill.ts';
import { runSkill } from '../../../../tests/run-skill.ts';
import { addDays } from '../local-time.ts';
import { anomalyDetector } from './anomaly-detector.ts';
import { kpiCalculator } from './kpi-calculator.ts';
import { trendDetector } from './trend-detector.ts';

const today = '2026-11-21';
/** One value a day, the last one yesterday. */
const series = (values: (number | null)[], key = 'engagements', platform = 'facebook') => ({
  key,
  platform,
  points: values.map((value, at) => ({ day: addDays(today, at - values.length), value })),
});
const flat = (value: number, days: number) => Array.from({ length: days }, () => value);

describe('anomaly-detector', () => {
  const detect = (...all: ReturnType<typeof series>[]) => ({ series: all, today });
  const prove = (input: object, check: (output: Record<string, unknown>) => void) =>
    proveSkill(anomalyDetector, 'anomaly-detector', { ...input }, check);

  it('warns 30 % under the mean of the days before, once, and says by how much', async () => {
    await prove(detect(series([...flat(100, 20), 70])), (output) => {
      expect(output).toMatchObject({
        anomalies: [
          { key: 'engagements', platform: 'facebook', day: '2026-11-20', value: 70, expected: 100, percent: -30, direction: 'below', severity: 'watch', days_in_a_row: 1 },
        ],
        checked: 1,
        too_short: [],
      });
      expect(output.say).toMatch(/interactions -30\s%/);
    });
  });

  it.each([
    ['one day at -40 % is serious', [...flat(100, 20), 60], { percent: -40, severity: 'act', days_in_a_row: 1 }],
    // the mean of the 30 days before the last one holds the 70 of the day before: (20 x 100 + 70) / 21 = 98.571
    ['two days in a row are serious', [...flat(100, 20), 70, 70], { expected: 98.57, percent: -28.99, severity: 'act', days_in_a_row: 2 }],
    ['half as much again is told too', [...flat(100, 20), 150], { percent: 50, direction: 'above', severity: 'watch' }],
  ])('%s', async (_, values, anomaly) => {
    await prove(detect(series(values)), (output) => expect(output).toMatchObject({ anomalies: [anomaly] }));
  });

  it('is quiet at -19.9 %, at +49 %, for figures that always wobble, for today, and for old figures', async () => {
    const wobble = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 50 : 150));
    const stale = { ...series(flat(1, 1)), points: series([...flat(100, 20), 10]).points.map((point) => ({ ...point, day: addDays(point.day, -5) })) };
    const unfinished = { ...series([...flat(100, 20)]), points: [...series(flat(100, 20)).points, { day: today, value: 3 }] };
    const input = detect(series([...flat(100, 20), 80.1]), series([...flat(100, 20), 149], 'reach'), series([...wobble, 30], 'clicks'), stale, unfinished);
    await prove(input, (output) => {
      expect(output).toMatchObject({ anomalies: [], checked: 4, too_short: [] });
      expect(output.say).toContain('dans l’ordinaire');
    });
  });

  it('knows that Sundays are slow after four weeks', async () => {
    // 2026-11-15 is a Sunday; 35 days to the 21st (a Saturday)
    const weekly = (sunday: number) => ({
      ...series([]),
      points: Array.from({ length: 35 }, (_, at) => addDays('2026-10-12', at)).map((day) => ({
        day,
        value: new Date(`${day}T00:00Z`).getUTCDay() !== 0 ? 100 : day === '2026-11-15' ? sunday : 50,
      })),
    });
    await proveSkill(anomalyDetector, 'anomaly-detector', { series: [weekly(50)], today: '2026-11-16' }, (output) =>
      expect(output).toMatchObject({ anomalies: [], checked: 1, too_short: [] }),
    );
    await proveSkill(anomalyDetector, 'anomaly-detector', { series: [weekly(100)], today: '2026-11-16' }, (output) =>
      expect(output).toMatchObject({ anomalies: [{ expected: 50, percent: 100, direction: 'above' }] }),
    );
  });

  it('compares days without a post with days without a post', async () => {
    const values = Array.from({ length: 30 }, (_, at) => (at % 2 === 0 ? 100 : 20));
    const posts = series([...values.map((value) => (value === 100 ? 1 : 0)), 0], 'posts');
    await prove(detect(series([...values, 20]), posts), (output) => expect(output).toMatchObject({ anomalies: [], checked: 2 }));
    await prove(detect(series([...values, 8]), posts), (output) =>
      expect(output).toMatchObject({ anomalies: [{ value: 8, expected: 20, percent: -60 }] }),
    );
  });

  it('says which figures are too short, and does not divide by zero', async () => {
    await prove(detect(series([...flat(100, 13), 10]), series([...flat(0, 20), 5], 'leads'), series([null], 'clicks')), (output) =>
      expect(output).toMatchObject({ anomalies: [], checked: 1, too_short: ['engagements', 'clicks'] }),
    );
  });

  it('speaks four languages', async () => {
    await proveLanguages(anomalyDetector, 'anomaly-detector', () => detect(series([...flat(100, 20), 60])));
    await proveLanguages(anomalyDetector, 'anomaly-detector', () => detect(series([...flat(100, 20)])));
    await proveLanguages(anomalyDetector, 'anomaly-detector', () => detect(series([1])));
  });
});

describe('trend-detector', () => {
  const line = (count: number, value: (at: number) => number | null, key = 'reach') => ({
    key,
    points: Array.from({ length: count }, (_, at) => ({ day: addDays('2026-09-07', at), value: value(at) })),
  });
  const prove = (all: ReturnType<typeof line>[], check: (output: Record<string, unknown>) => void) =>
    proveSkill(trendDetector, 'trend-detector', { series: all }, check);

  it('finds two more a day, and how sure it is', async () => {
    // 20 values, S = 190, var = 20 x 19 x 45 / 18 = 950, z = 189 / 30.82 = 6.132
    await prove([line(20, (at) => 100 + 2 * at)], (output) => {
      expect(output).toMatchObject({
        trends: [{ key: 'reach', state: 'rising', per_week: 14, percent_per_week: 11.76, weekday_effect: [], from: '2026-09-07', to: '2026-09-26' }],
      });
      const [trend] = output.trends as { p_value: number }[];
      expect(trend?.p_value).toBeLessThan(1e-6);
      expect(output.say).toContain('portée');
    });
  });

  it('takes the weekday out: 40 on Sundays is no fall', async () => {
    // a week's mean is (6 x 100 + 40) / 7 = 91.43: Sunday 40 / 91.43 = -56.25 %, the others +9.375 %
    await prove([line(42, (at) => (at % 7 === 6 ? 40 : 100))], (output) =>
      expect(output).toMatchObject({
        trends: [{ state: 'seasonal', per_week: 0, weekday_effect: [{ weekday: 1, percent: 9.375 }, {}, {}, {}, {}, {}, { weekday: 7, percent: -56.25 }] }],
      }),
    );
  });

  it('calls noise steady and keeps gaps as gaps', async () => {
    await prove([line(20, (at) => (at % 2 === 0 ? 90 : 110)), line(30, (at) => (at % 2 === 0 ? 100 : null), 'clicks')], (output) =>
      expect(output).toMatchObject({ trends: [{ state: 'steady' }, { state: 'steady', per_week: 0, p_value: 1 }] }),
    );
  });

  it('needs fourteen values, and two percent a week', async () => {
    await prove([line(13, (at) => at)], (output) =>
      expect(output).toMatchObject({ trends: [{ state: 'too_short', per_week: null, p_value: null, from: '2026-09-07', to: '2026-09-19' }] }),
    );
    await prove([line(30, (at) => 10_000 + at)], (output) => expect(output).toMatchObject({ trends: [{ state: 'steady', per_week: 7 }] }));
  });

  it('states no percentage of nothing', async () => {
    await prove([line(20, (at) => (at < 18 ? 0 : at))], (output) =>
      expect(output).toMatchObject({ trends: [{ key: 'reach', percent_per_week: null, per_week: 0, state: 'steady' }] }),
    );
  });

  it('speaks four languages', async () => {
    await proveLanguages(trendDetector, 'trend-detector', () => ({ series: [line(20, (at) => 100 - at), line(20, (at) => at + 1, 'clicks')] }));
    await proveLanguages(trendDetector, 'trend-detector', () => ({ series: [line(3, () => 1)] }));
  });
});

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
    ...{ id, published_at: at, format, platform, reach, impressions: reach, likes },
    ...{ comments: 0, shares: 0, saves: 0, clicks: 0, video_views: 0 },
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
  const prove = (of: Record<string, unknown>, check: (output: Record<string, unknown>) => void) => proveSkill(kpiCalculator, 'kpi-calculator', of, check);
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
    const turned = input.posts.map((each) => ({ ...each, format: each.format === 'reel' ? 'picture' : each.format === 'picture' ? 'reel' : each.format }));
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
    await expect(runSkill(kpiCalculator, 'kpi-calculator', { ...input, timezone: 'Mars/Olympus' })).rejects.toThrow(/input_missing.*Mars\/Olympus/);
  });

  it('speaks four languages', async () => {
    await proveLanguages(kpiCalculator, 'kpi-calculator', () => input);
    await proveLanguages(kpiCalculator, 'kpi-calculator', () => ({ ...week, days: [], posts: [] }));
  });
});
