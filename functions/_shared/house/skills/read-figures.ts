// What kpi-calculator and audience-analyzer worked out, ready to plan and learn by: formats, hours, networks and figures, best first. Called by the planner, the lessons and the reports.
import { figures, formats, formatsIn, networks, type Figure, type Format, type Network } from './names.ts';
import { fieldsOf, numberOf, rowsOf, textOf, type Fields } from './read-input.ts';

/** `rate` in percent; `posts` is what it rests on. */
export type Rated<Key> = { key: Key; posts: number; rate: number };
export type Kpi = {
  key: Figure;
  network: Network | 'all';
  value: number;
  previous: number | null;
  change: number | null;
  unit: 'count' | 'percent' | 'money';
};
export type Figures = {
  kpis: Kpi[];
  formats: Rated<Format>[];
  networks: Rated<Network>[];
  hours: Rated<number>[];
  /** hours by how far they lift the rate above the mean, in percent */ lifts: Rated<number>[];
};
export type Lesson = { id: string; lesson: string; context: string; confidence: number };

/** Rows without a rate do not count; a key on several networks is weighed by its posts. */
export function readFigures(metrics: unknown): Figures {
  const { kpis, by_format, by_hour, best_hours } = fieldsOf(metrics);
  const read = rowsOf(kpis).flatMap(readKpi);
  return {
    kpis: read,
    formats: ranked(rowsOf(by_format), ({ format }) => formats.find((one) => one === format)),
    networks: read
      .flatMap(({ key, network, value }) =>
        key === 'engagement_rate' && network !== 'all' ? [{ key: network, posts: 0, rate: value }] : [],
      )
      .toSorted((a, b) => b.rate - a.rate),
    hours: ranked(rowsOf(by_hour), ({ hour }) => numberOf(hour) ?? undefined),
    lifts: ranked(rowsOf(best_hours), ({ hour }) => numberOf(hour) ?? undefined),
  };
}

function readKpi({ key, platform, value, previous, change_percent, unit }: Fields): Kpi[] {
  const figure = figures.find((one) => one === key);
  const now = numberOf(value);
  if (!figure || now === null) return [];
  return [
    {
      key: figure,
      network: networks.find((one) => one === platform) ?? 'all',
      value: now,
      previous: numberOf(previous),
      change: numberOf(change_percent),
      unit: unit === 'percent' || unit === 'money' ? unit : 'count',
    },
  ];
}

function ranked<Key>(rows: Fields[], keyOf: (row: Fields) => Key | undefined): Rated<Key>[] {
  const sums = new Map<Key, { posts: number; weighed: number }>();
  for (const row of rows) {
    const key = keyOf(row);
    const rate = numberOf(row.engagement_rate) ?? numberOf(row.lift_percent);
    const posts = numberOf(row.posts) ?? 0;
    if (key === undefined || rate === null || posts === 0) continue;
    const sum = sums.get(key) ?? { posts: 0, weighed: 0 };
    sums.set(key, { posts: sum.posts + posts, weighed: sum.weighed + rate * posts });
  }
  return [...sums]
    .map(([key, { posts, weighed }]) => ({ key, posts, rate: Number((weighed / posts).toFixed(2)) }))
    .toSorted((a, b) => b.rate - a.rate || b.posts - a.posts);
}

/** Surest first. */
export const readLessons = (lessons: unknown): Lesson[] =>
  rowsOf(lessons)
    .map((row) => ({
      id: textOf(row.id) || textOf(row.lesson_id),
      lesson: textOf(row.lesson),
      context: textOf(row.context),
      confidence: numberOf(row.confidence) ?? 0,
    }))
    .filter(({ lesson }) => lesson !== '')
    .toSorted((a, b) => b.confidence - a.confidence);

const fewer = /(?<!\p{L})(?:moins|evite[rz]?|less|fewer|avoid|hahena|ahena|aza|أقل|اقل|تجنب)/u;

/** The format a lesson speaks for and the one it speaks against, when it names two (`more pictures than reels`) or says less of one. */
export function lessonSides({ lesson }: Pick<Lesson, 'lesson'>): { better?: Format; worse?: Format } {
  const [first, second] = formatsIn(lesson);
  if (!first) return {};
  const startsWithLess = fewer.test(lesson.toLowerCase().slice(0, Math.max(lesson.length / 3, 12)));
  if (startsWithLess) return { worse: first, ...(second ? { better: second } : {}) };
  return { better: first, ...(second ? { worse: second } : {}) };
}
