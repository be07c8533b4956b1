// Anomalies and trends against figures worked out by hand.
import { describe, expect, it } from 'vitest';
import { proveLanguages, proveSkill } from '../../../../tests/eval/prove-skill.ts';
import { addDays } from '../local-time.ts';
import { anomalyDetector } from './anomaly-detector.ts';
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
          {
            key: 'engagements',
            platform: 'facebook',
            day: '2026-11-20',
            value: 70,
            expected: 100,
            percent: -30,
            direction: 'below',
            severity: 'watch',
            days_in_a_row: 1,
          },
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
    const stale = {
      ...series(flat(1, 1)),
      points: series([...flat(100, 20), 10]).points.map((point) => ({ ...point, day: addDays(point.day, -5) })),
    };
    const unfinished = { ...series([...flat(100, 20)]), points: [...series(flat(100, 20)).points, { day: today, value: 3 }] };
    const input = detect(
      series([...flat(100, 20), 80.1]),
      series([...flat(100, 20), 149], 'reach'),
      series([...wobble, 30], 'clicks'),
      stale,
      unfinished,
    );
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

  it('does not cry over figures that are mostly nothing, and has nothing to say of none', async () => {
    // a contact every fifth day: mean 0.2, deviation 0.4
    const rare = Array.from({ length: 25 }, (_, at) => (at % 5 === 0 ? 1 : 0));
    await prove(detect(series([...rare, 0], 'leads'), series([...rare, 3], 'orders'), series([...flat(0, 30), 0], 'clicks')), (output) =>
      expect(output).toMatchObject({
        anomalies: [{ key: 'orders', value: 3, expected: 0.2, percent: 1400, direction: 'above' }],
        checked: 3,
        too_short: [],
      }),
    );
    await prove(detect(), (output) => {
      expect(output).toMatchObject({ anomalies: [], checked: 0, too_short: [] });
      expect(output.say).toContain('au moins 14');
    });
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
        trends: [
          {
            key: 'reach',
            state: 'rising',
            per_week: 14,
            percent_per_week: 11.76,
            weekday_effect: [],
            from: '2026-09-07',
            to: '2026-09-26',
          },
        ],
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
        trends: [
          {
            state: 'seasonal',
            per_week: 0,
            weekday_effect: [{ weekday: 1, percent: 9.375 }, {}, {}, {}, {}, {}, { weekday: 7, percent: -56.25 }],
          },
        ],
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
      expect(output).toMatchObject({
        trends: [{ state: 'too_short', per_week: null, p_value: null, from: '2026-09-07', to: '2026-09-19' }],
      }),
    );
    await prove([line(30, (at) => 10_000 + at)], (output) => expect(output).toMatchObject({ trends: [{ state: 'steady', per_week: 7 }] }));
  });

  it('states no percentage of nothing', async () => {
    await prove([line(20, (at) => (at < 18 ? 0 : at))], (output) =>
      expect(output).toMatchObject({ trends: [{ key: 'reach', percent_per_week: null, per_week: 0, state: 'steady' }] }),
    );
  });

  it('speaks four languages', async () => {
    await proveLanguages(trendDetector, 'trend-detector', () => ({
      series: [line(20, (at) => 100 - at), line(20, (at) => at + 1, 'clicks')],
    }));
    await proveLanguages(trendDetector, 'trend-detector', () => ({ series: [line(3, () => 1)] }));
  });
});
