// Skill trend-detector: what really rises or falls, by Theil-Sen and Mann-Kendall, with the weekday taken out. Pure; listed in analytics-skills.ts.
import { median } from 'simple-statistics';
import { addDays, daysBetween, weekdayOf } from '../local-time.ts';
import { sayFrom } from '../say.ts';
import { sayList, sayPercent } from '../say-figures.ts';
import { twoSidedP } from '../significance.ts';
import type { SkillFunction } from '../skill.ts';
import { figureName } from './figure-names.ts';
import { trendPhrases } from './trend-phrases.ts';

type Point = { day: string; value: number };
type Input = { series: { key: string; points: { day: string; value: number | null }[] }[] };
type Trend = {
  key: string;
  state: 'rising' | 'falling' | 'steady' | 'seasonal' | 'too_short';
  per_week: number | null;
  percent_per_week: number | null;
  p_value: number | null;
  weekday_effect: { weekday: number; percent: number }[];
  from: string;
  to: string;
};

const leastValues = 14;
const valuesForWeekdays = 28;
const four = (value: number) => Number(value.toPrecision(4));

/** Median ratio of each weekday to the seven days around it; empty below four weeks, or where those days have gaps. */
function weekdayEffects(points: Point[]): Map<number, number> {
  if (points.length < valuesForWeekdays) return new Map();
  const values = new Map(points.map(({ day, value }) => [day, value]));
  const ratios = new Map<number, number[]>();
  for (const { day, value } of points) {
    const around = [-3, -2, -1, 0, 1, 2, 3].map((offset) => values.get(addDays(day, offset)));
    if (around.some((each) => each === undefined)) continue;
    const centre = around.reduce<number>((sum, each) => sum + (each ?? 0), 0) / 7;
    if (centre > 0) ratios.set(weekdayOf(day), [...(ratios.get(weekdayOf(day)) ?? []), value / centre]);
  }
  return new Map([...ratios].map(([weekday, each]) => [weekday, median(each)]));
}

/** Median slope a day between all pairs, and the Mann-Kendall test with ties corrected. */
function trendOf(points: Point[]): { perDay: number; p: number } {
  const slopes: number[] = [];
  let rises = 0;
  const first = points[0]?.day ?? '';
  const at = points.map(({ day }) => daysBetween(first, day));
  for (let later = 1; later < points.length; later += 1)
    for (let earlier = 0; earlier < later; earlier += 1) {
      const change = (points[later]?.value ?? 0) - (points[earlier]?.value ?? 0);
      slopes.push(change / ((at[later] ?? 0) - (at[earlier] ?? 0)));
      rises += Math.sign(change);
    }
  const count = points.length;
  const same = new Map<number, number>();
  for (const { value } of points) same.set(value, (same.get(value) ?? 0) + 1);
  const spread = (n: number) => n * (n - 1) * (2 * n + 5);
  const variance = (spread(count) - [...same.values()].reduce((sum, ties) => sum + spread(ties), 0)) / 18;
  const z = variance > 0 ? (rises - Math.sign(rises)) / Math.sqrt(variance) : 0;
  return { perDay: median(slopes), p: twoSidedP(z) };
}

function trendOfSeries({ key, points }: Input['series'][number]): Trend {
  const known = points
    .flatMap(({ day, value }): Point[] => (value === null ? [] : [{ day, value }]))
    .toSorted((a, b) => a.day.localeCompare(b.day))
    // the same day told twice: the later figure is the corrected one
    .filter(({ day }, index, all) => all[index + 1]?.day !== day);
  const days = points.map(({ day }) => day).toSorted();
  const [from, to] = [known[0]?.day ?? days[0] ?? '', known.at(-1)?.day ?? days.at(-1) ?? ''];
  const nothing = { key, per_week: null, percent_per_week: null, p_value: null, weekday_effect: [], from, to };
  if (known.length < leastValues) return { ...nothing, state: 'too_short' };

  const effects = weekdayEffects(known);
  const even = known.map(({ day, value }) => ({ day, value: value / (effects.get(weekdayOf(day)) || 1) }));
  const { perDay, p } = trendOf(even);
  const middle = median(known.map(({ value }) => value));
  const perWeek = perDay * 7;
  const percent = middle === 0 ? null : (perWeek / Math.abs(middle)) * 100;
  const weekday_effect = [...effects]
    .toSorted(([a], [b]) => a - b)
    .map(([weekday, ratio]) => ({ weekday, percent: four((ratio - 1) * 100) }));
  const isTrend = p < 0.05 && perWeek !== 0 && (percent === null || Math.abs(percent) >= 2);
  const isSeasonal = weekday_effect.some((effect) => Math.abs(effect.percent) > 25);
  return {
    key,
    state: isTrend ? (perWeek > 0 ? 'rising' : 'falling') : isSeasonal ? 'seasonal' : 'steady',
    per_week: four(perWeek),
    percent_per_week: percent === null ? null : four(percent),
    p_value: four(p),
    weekday_effect,
    from,
    to,
  };
}

export const trendDetector: SkillFunction = ({ context }) => {
  const { language } = context.run;
  const trends = (context.input as Input).series.map(trendOfSeries);
  const named = (state: Trend['state']) =>
    trends
      .filter((trend) => trend.state === state)
      .map(({ key, percent_per_week }) =>
        percent_per_week === null || state === 'seasonal'
          ? figureName(key, language)
          : `${figureName(key, language)} (${sayPercent(percent_per_week, language, true)})`,
      );
  const told = (['rising', 'falling', 'seasonal'] as const).flatMap((state) => {
    const names = named(state);
    return names.length > 0 ? [sayFrom(trendPhrases, language, state, { list: sayList(names, language, 4) })] : [];
  });
  const isShort = trends.every(({ state }) => state === 'too_short');
  const say = told.length > 0 ? told.join(' ') : sayFrom(trendPhrases, language, isShort ? 'too_short' : 'steady');
  return { say: say.slice(0, 500), trends };
};
