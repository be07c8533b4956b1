// Skill week-plan-writer of the house model: five priorities and thirty-five pieces out of figures, lessons, calendar and Brand DNA. Called by skills/strategy.ts.
import { platforms as placesToPost, type Platform } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { fill } from '../../grammar/fill.ts';
import { formatNames, type Format, type Network } from '../names.ts';
import { readFigures, readLessons } from '../read-figures.ts';
import { sayMoney } from '../../money.ts';
import { brandOf, cut, fieldsOf, numberOf, requestOf, rowsOf, textOf, textsOf } from '../read-input.ts';
import { chooseMix, networkFor, spread } from './choose-mix.ts';
import { planWords } from './plan-words.ts';
import { formatSlots, sayDate, sayHour, setPriorities, type Priority } from './set-priorities.ts';
import { addDays, planDays, type PlannedDay } from './week-days.ts';
import { orderBook } from './write-orders.ts';

type Piece = {
  piece: number;
  priority: number;
  day: string;
  time: string;
  platform: Network;
  format: Format;
  request: string;
  test: string;
};

const usualTimes = ['07:30', '12:15', '17:30', '19:00', '20:30'];
/** How many pieces each rank gets, when enough of them can serve it. */
const quotas = [11, 8, 6, 5, 5];

export function writeWeekPlan(call: ModelCall) {
  const { facts, language } = call;
  const brand = brandOf(call);
  const given = fieldsOf(facts.input.input);
  const weekStart = textOf(given.week_start) || textOf(facts.input.week_start);
  const figures = readFigures(facts.input.metrics);
  const connected = textsOf(given.platforms).filter((one): one is Platform => placesToPost.some((place) => place === one));
  const platforms: Network[] = connected.length > 0 ? connected : ['nexio_page'];
  const mix = chooseMix(figures, readLessons(facts.input.lessons), platforms, 35);
  const days = planDays(weekStart, rowsOf(facts.input.days), brand);
  const wish = requestOf(facts);
  const priorities = setPriorities({
    brand,
    language,
    figures,
    mix,
    days,
    wish,
    competitors: facts.input.competitors,
    acts: rowsOf(given.next_week),
  });
  const words = planWords[language];

  const next = orderBook(brand, language, wish ? [wish] : []);
  const used = new Map<Network, number>();
  const bestHours = Object.values(fieldsOf(given.best_hours)).flatMap((hour) => numberOf(hour) ?? []);
  const times = timesOf([...new Set([...figures.hours.map(({ key }) => key), ...bestHours])]);
  const drafts = spread(mix.share, 35).map((format, index) => {
    const planned = days[Math.floor(index / 5)] as PlannedDay;
    const order = next(planned, format);
    return { format, order, day: planned.date, time: times[index % 5] ?? '12:15', platform: networkFor(format, platforms, figures, used) };
  });
  const ranks = rankPieces(drafts, priorities);
  const pieces: Piece[] = drafts.map(({ order, ...draft }, index) => ({
    piece: index + 1,
    priority: ranks[index] ?? 1,
    ...draft,
    request: order.text,
    test: '',
  }));

  const slots = formatSlots(figures, mix, language);
  const amount = numberOf(given.ad_budget_usd) ?? 0;
  const budget = amount > 0 ? sayMoney({ amount, currency: 'USD' }, language) : '';
  const [first] = priorities;
  return {
    week_start: weekStart,
    priorities: priorities.map(({ title, because, goal, metric }, index) => ({ rank: index + 1, title, because, goal, metric })),
    pieces,
    budget: {
      meta_percent: 40,
      google_percent: 30,
      tiktok_percent: 20,
      linkedin_percent: 10,
      because: fill(budget ? words.budgetOf : words.budget, { amount: budget }, false) ?? words.budget,
    },
    ab_decisions: setTests(
      pieces,
      mix.ranking,
      figures.hours.map(({ key }) => key),
      call,
      weekStart,
    ),
    lessons_used: mix.followed.map(({ lesson }) => cut(lesson, 200)).slice(0, 10),
    left_out: [
      figures.formats.length > 1 ? fill(words.left.format, slots, false) : null,
      ...mix.overruled.map(({ lesson }) => fill(words.left.overruled, { lesson: cut(lesson, 90) }, false)),
      ...days
        .filter(({ isQuiet }) => isQuiet)
        .map(({ date, feast }) => fill(words.left.quiet, { when: sayDate(date, language), feast }, false)),
      ...days.filter(({ isOpen }) => !isOpen).map(({ date }) => fill(words.left.closed, { when: sayDate(date, language) }, false)),
    ]
      .filter((line) => line !== null)
      .map((line) => cut(line, 160))
      .slice(0, 6),
    say: cut(
      fill(
        figures.formats.length > 0 ? words.say : words.sayFirst,
        { brand: brand.name, title: lowerFirst(first?.title ?? ''), because: first?.because ?? '' },
        false,
      ) ?? '',
      500,
    ),
  };
}

const lowerFirst = (text: string) => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** Five times of a day: up to three hours that the figures praise, then the usual ones that are not near them. */
function timesOf(hours: number[]): string[] {
  const praised = hours.slice(0, 3).map((hour) => `${String(hour).padStart(2, '0')}:00`);
  const far = usualTimes.filter((time) => !praised.some((one) => Math.abs(Number(one.slice(0, 2)) - Number(time.slice(0, 2))) < 1));
  return [...praised, ...far].slice(0, 5).toSorted();
}

/** Each piece serves a priority it can serve, ranks in their quotas; what is left fills up what lacks most. */
function rankPieces(
  drafts: { format: Format; day: string; time: string; platform: Network; order: { what: string } }[],
  priorities: Priority[],
): number[] {
  const left = [...quotas];
  const ranks = Array.from({ length: drafts.length }, () => 0);
  const give = (index: number, rank: number) => {
    ranks[index] = rank + 1;
    left[rank] = (left[rank] ?? 0) - 1;
  };
  for (const [rank, { serves }] of priorities.entries())
    for (const [index, draft] of drafts.entries()) {
      if (ranks[index] || (left[rank] ?? 0) <= 0 || Object.keys(serves).length === 0) continue;
      const fits =
        (!serves.format || serves.format === draft.format) &&
        (serves.hour === undefined || Number(draft.time.slice(0, 2)) === serves.hour) &&
        (!serves.network || serves.network === draft.platform) &&
        (!serves.date || serves.date === draft.day) &&
        (!serves.what || serves.what === draft.order.what);
      if (fits) give(index, rank);
    }
  for (const index of drafts.keys()) if (!ranks[index]) give(index, left.indexOf(Math.max(...left)));
  return ranks;
}

/** One question on formats, one on hours when two are measured; two pieces a side carry its letter. */
function setTests(pieces: Piece[], ranking: Format[], hours: number[], { language, facts }: ModelCall, weekStart: string) {
  const { tests } = planWords[language];
  const previous = lastTest(facts.input.metrics);
  const mark = (key: string, sides: ((piece: Piece) => boolean)[]): boolean => {
    const chosen = sides.map((isOf) => pieces.filter((piece) => !piece.test && isOf(piece)).slice(0, 2));
    if (chosen.some((side) => side.length < 2)) return false;
    for (const piece of chosen.flat()) piece.test = key;
    return true;
  };
  const made: {
    key: string;
    question: string;
    variant_a: string;
    variant_b: string;
    metric: string;
    decide_on: string;
    previous: string;
  }[] = [];
  const add = ([question, a, b]: [string, string, string], slots: Record<string, string>, metric: string) => {
    const [said, variant_a, variant_b] = [question, a, b].map((phrase) => fill(phrase, slots, false) ?? '');
    made.push({
      key: ['A', 'B', 'C'][made.length] ?? 'C',
      question: said ?? '',
      variant_a: variant_a ?? '',
      variant_b: variant_b ?? '',
      metric,
      decide_on: addDays(weekStart, 6),
      previous: previous || tests.first,
    });
  };
  const inPlan = ranking.filter((format) => pieces.filter((piece) => piece.format === format).length >= 2);
  const [best, second] = inPlan;
  if (
    best &&
    second &&
    mark(
      'A',
      [best, second].map((format) => (piece) => piece.format === format),
    )
  )
    add(tests.format, { bests: formatNames[language][best], worsts: formatNames[language][second] }, 'engagement_rate');
  const timed = (hour: number) => (piece: Piece) => Number(piece.time.slice(0, 2)) === hour;
  const [early = 12, late = 17] = hours.slice(0, 2).length === 2 ? hours : [];
  const key = made.length === 0 ? 'A' : 'B';
  if (mark(key, [timed(early), timed(late)])) add(tests.hour, { hour: sayHour(early, language), second: sayHour(late, language) }, 'reach');
  return made;
}

/** What the last decided test showed, when the figures carry it. */
function lastTest(metrics: unknown): string {
  const [test] = rowsOf(fieldsOf(metrics).tests);
  return cut(textOf(test?.result) || textOf(test?.because), 240);
}
