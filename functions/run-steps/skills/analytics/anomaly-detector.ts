// Skill anomaly-detector: which figures of yesterday are far from what is usual. Pure; listed in analytics-skills.ts.
import { mean, medianAbsoluteDeviation, standardDeviation } from 'simple-statistics';
import type { Language } from '../../../_shared/payloads.ts';
import { addDays, daysBetween, weekdayOf } from '../local-time.ts';
import { sayFrom } from '../say.ts';
import { sayDay, sayList, sayNumber, sayPercent } from '../say-figures.ts';
import type { SkillFunction } from '../skill.ts';
import { anomalyPhrases } from './anomaly-phrases.ts';
import { figureName } from './figure-names.ts';

type Point = { day: string; value: number | null };
type Series = { key: string; platform: string; points: Point[] };
type Judged = { value: number; expected: number; percent: number; direction: 'below' | 'above' };
type Anomaly = Judged & { key: string; platform: string; day: string; severity: 'watch' | 'act'; days_in_a_row: number; because: string };

const window = 30;
const leastValues = 14;
/** a figure older than this says nothing about now */
const freshDays = 3;
const [below, above, grave] = [-20, 50, -40];

/** Values of the days before `day` that can be compared with it; `hadPost` keeps days with a post apart from days without. */
function before(values: Map<string, number>, day: string, hadPost: (day: string) => boolean): [day: string, value: number][] {
  return Array.from({ length: window }, (_, back) => addDays(day, -1 - back)).flatMap((earlier): [string, number][] => {
    const value = values.get(earlier);
    return value === undefined || hadPost(earlier) !== hadPost(day) ? [] : [[earlier, value]];
  });
}

/** null: too few values before that day, or an expectation of 0, of which nothing is a percentage. */
function judge(values: Map<string, number>, day: string, hadPost: (day: string) => boolean): Judged | 'usual' | null {
  const value = values.get(day);
  const earlier = before(values, day, hadPost);
  if (value === undefined || earlier.length < leastValues) return null;
  const usual = mean(earlier.map(([, each]) => each));
  const sameWeekday = (of: string) => earlier.filter(([each]) => weekdayOf(each) === weekdayOf(of)).map(([, each]) => each);
  // four weeks: each weekday has been seen four times
  const byWeekday = [1, 2, 3, 4, 5, 6, 7].every((weekday) => earlier.filter(([each]) => weekdayOf(each) === weekday).length >= 4);
  const expectedOn = (of: string) => (byWeekday ? mean(sameWeekday(of)) : usual);
  const expected = expectedOn(day);
  if (expected <= 0) return 'usual';
  const residuals = earlier.map(([each, was]) => was - expectedOn(each));
  // figures that are mostly the same (a contact now and then) have no median deviation
  const spread = medianAbsoluteDeviation(residuals) * 1.4826 || standardDeviation(residuals);
  const percent = ((value - expected) / expected) * 100;
  const isFar = Math.abs(value - expected) > 2 * spread;
  if (!isFar || (percent > below && percent < above)) return 'usual';
  return { value, expected, percent, direction: percent < 0 ? 'below' : 'above' };
}

const isFound = (judged: Judged | 'usual' | null): judged is Judged => judged !== null && judged !== 'usual';

export const anomalyDetector: SkillFunction = ({ context }) => {
  const { series, today } = context.input as { series: Series[]; today: string };
  const { language } = context.run;
  const anomalies: Anomaly[] = [];
  const too_short: string[] = [];
  let checked = 0;

  for (const { key, platform, points } of series) {
    const values = new Map(points.flatMap(({ day, value }): [string, number][] => (value === null ? [] : [[day, value]])));
    const posted = series.find((other) => other.key === 'posts' && other.platform === platform && other.key !== key);
    const postDays = new Set(posted?.points.filter(({ value }) => value !== null && value > 0).map(({ day }) => day));
    const hadPost = (day: string) => postDays.has(day);
    // today is not over, so its figure is not complete
    const day = [...values.keys()]
      .filter((each) => each < today)
      .toSorted()
      .at(-1);
    const judged = day === undefined ? null : judge(values, day, hadPost);
    if (day === undefined || judged === null) {
      too_short.push(key);
      continue;
    }
    if (daysBetween(day, today) > freshDays) continue;
    checked += 1;
    if (!isFound(judged)) continue;
    let days_in_a_row = 1;
    for (; days_in_a_row < 60; days_in_a_row += 1) {
      const earlier = judge(values, addDays(day, -days_in_a_row), hadPost);
      if (!isFound(earlier) || earlier.direction !== judged.direction) break;
    }
    const severity = days_in_a_row >= 2 || judged.percent <= grave ? 'act' : 'watch';
    anomalies.push({
      key,
      platform,
      day,
      ...rounded(judged),
      severity,
      days_in_a_row,
      because: reason(key, day, judged, days_in_a_row, language),
    });
  }
  return { say: summary(anomalies, checked, language), anomalies, checked, too_short: [...new Set(too_short)] };
};

const four = (value: number) => Number(value.toPrecision(4));
const rounded = (judged: Judged): Judged => ({ ...judged, expected: four(judged.expected), percent: four(judged.percent) });

function reason(key: string, day: string, { value, expected, percent }: Judged, days: number, language: Language): string {
  const values = {
    figure: figureName(key, language),
    day: sayDay(day, language),
    value: sayNumber(value, language),
    expected: sayNumber(expected, language),
    percent: sayPercent(percent, language, true),
    days: sayNumber(days, language),
  };
  return sayFrom(anomalyPhrases, language, days > 1 ? 'because_in_a_row' : 'because', values).slice(0, 240);
}

function summary(anomalies: Anomaly[], checked: number, language: Language): string {
  if (checked === 0) return sayFrom(anomalyPhrases, language, 'nothing_to_compare');
  if (anomalies.length === 0) return sayFrom(anomalyPhrases, language, 'all_usual', { checked: sayNumber(checked, language) });
  const named = anomalies.map(({ key, percent }) => `${figureName(key, language)} ${sayPercent(percent, language, true)}`);
  return sayFrom(anomalyPhrases, language, 'found', { list: sayList(named, language, 4) });
}
