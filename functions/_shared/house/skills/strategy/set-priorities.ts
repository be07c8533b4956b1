// The five priorities of a week, each on a figure, a lesson, a date, a wish or a fact of the brand, in this order of weight. Called by week-plan.ts.
import type { BrandDna, Language } from '../../../payloads.ts';
import { capitalise, fill } from '../../grammar/fill.ts';
import { grammars } from '../../grammar/all.ts';
import type { Slots } from '../../grammar/shape.ts';
import { shortPlace } from '../../place.ts';
import { figureNames, formatNames, networkName, sayChange, sayNumber, sayRate, type Format } from '../names.ts';
import type { Figures, Kpi, Lesson, Rated } from '../read-figures.ts';
import { cut, fieldsOf, rowsOf, textOf, type Fields } from '../read-input.ts';
import type { Mix } from './choose-mix.ts';
import { planWords, type Reason } from './plan-words.ts';
import type { PlannedDay } from './week-days.ts';
import { offersOf } from './write-orders.ts';

type Metric = 'reach' | 'engagement_rate' | 'clicks' | 'leads' | 'sales' | 'followers';
/** What a piece must be to serve the priority; none = any piece may. */
export type Serves = { format?: Format; hour?: number; network?: string; date?: string; what?: string };
export type Priority = { reason: Reason; title: string; because: string; goal: string; metric: Metric; serves: Serves };

export type Material = {
  brand: BrandDna;
  language: Language;
  figures: Figures;
  mix: Mix;
  days: PlannedDay[];
  wish: string;
  competitors: unknown;
  /** what last Friday's report asked for: [{act, because}] */
  acts: Fields[];
};

const metricOf: Partial<Record<Kpi['key'], Metric>> = {
  engagements: 'engagement_rate',
  engagement_rate: 'engagement_rate',
  clicks: 'clicks',
  click_rate: 'clicks',
  leads: 'leads',
  cost_per_lead: 'leads',
  followers_gained: 'followers',
};

/** `à 18 h`, `amin'ny 6 ora hariva` */
export const sayHour = (hour: number, language: Language): string =>
  grammars[language].sayWhen({ hours: { from: { hour, minute: 0, sure: true }, bound: 'at' } });

export const sayDate = (date: string, language: Language): string =>
  grammars[language].sayWhen({ date: { day: Number(date.slice(8)), month: Number(date.slice(5, 7)) } });

/** The best and the worst measured format, as slots `bests, worsts, rate, other, posts, count`. */
export function formatSlots({ formats }: Figures, { share }: Mix, language: Language): Slots {
  const [best] = formats;
  const worst = formats.length > 1 ? formats.at(-1) : undefined;
  if (!best) return {};
  return {
    bests: formatNames[language][best.key],
    rate: sayRate(best.rate, language),
    posts: sayNumber(best.posts, language),
    count: String(share.get(best.key) ?? 0),
    worsts: worst ? formatNames[language][worst.key] : '',
    other: worst ? sayRate(worst.rate, language) : '',
  };
}

export function setPriorities(material: Material): Priority[] {
  const { brand, language, figures, mix, days, wish, competitors, acts } = material;
  const found: Priority[] = [];
  const add = (reason: Reason, metric: Metric, slots: Slots, serves: Serves = {}) => {
    const given: Slots = { brand: brand.name, ...slots };
    for (const [slot, Slot] of [
      ['what', 'What'],
      ['kpi', 'Kpi'],
      ['at', 'At'],
    ] as const)
      given[Slot] = capitalise(given[slot] ?? '');
    const [title, because, goal] = planWords[language].priorities[reason].map((phrase) => fill(phrase, given, false));
    if (!title || !because || !goal || found.some((one) => one.title === title)) return;
    found.push({
      reason,
      metric,
      serves,
      title: capitalise(cut(title, 100)),
      because: capitalise(cut(because, 240)),
      goal: capitalise(cut(goal, 160)),
    });
  };

  if (wish) add('owner', 'sales', { wish: wish.replace(/[.!?؟\s]+$/u, '') });
  const [best, second] = figures.formats;
  if (best) add(second ? 'format' : 'format_alone', 'engagement_rate', formatSlots(figures, mix, language), { format: best.key });
  const [lesson] = mix.followed;
  const [leader = 'picture'] = mix.ranking;
  if (lesson && !best)
    add(
      'format_lesson',
      'engagement_rate',
      { ...lessonSlots(lesson, language), bests: formatNames[language][leader], count: String(mix.share.get(leader) ?? 0) },
      { format: leader },
    );
  const moved = figures.kpis.filter(({ change, previous }) => change !== null && previous !== null);
  const [fall] = moved
    .filter(({ change, key }) => worsened(change ?? 0, key))
    .toSorted((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  if (fall) add('drop', metricOf[fall.key] ?? 'reach', kpiSlots(fall, language));
  const [hour] = figures.hours;
  if (hour) add('hour', 'reach', { hour: sayHour(hour.key, language), ...rateSlots(hour, language) }, { hour: hour.key });
  for (const { act, because } of acts.slice(0, 1)) add('act', 'engagement_rate', { act: textOf(act), why: textOf(because) });
  const feast = days.find((day) => day.feast);
  if (feast) add('feast', 'reach', { feast: feast.feast, when: sayDate(feast.date, language) }, { date: feast.date });
  for (const one of mix.followed.slice(best ? 0 : 1, 2)) add('lesson', 'engagement_rate', lessonSlots(one, language));
  const [rise] = moved
    .filter(({ change, key }) => change !== 0 && !worsened(change ?? 0, key))
    .toSorted((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  if (rise) add('rise', metricOf[rise.key] ?? 'reach', kpiSlots(rise, language));
  const [network, other] = figures.networks;
  if (network && other)
    add(
      'network',
      'engagement_rate',
      {
        network: networkName(network.key, language),
        second: networkName(other.key, language),
        other: sayRate(other.rate, language),
        ...rateSlots(network, language),
      },
      { network: network.key },
    );
  const change = rowsOf(fieldsOf(competitors).changes)
    .map(({ after }) => textOf(after))
    .find(Boolean);
  if (change) add('rival', 'reach', { change: cut(change, 120) });
  for (const { name, price } of offersOf(brand, language).slice(0, 5))
    add(price ? 'price' : 'product', 'leads', { what: name, price }, { what: name });
  add('place', 'sales', { at: grammars[language].sayAt(shortPlace(brand.place)) });
  add('phone', 'leads', { phone: brand.phone });
  add('hours', 'sales', { hours: brand.opening_hours });
  add('start', 'followers', {});
  add('rhythm', 'reach', {});
  add('questions', 'leads', {});
  return found.slice(0, 5);
}

/** A cost that rises is bad news. */
const worsened = (change: number, key: Kpi['key']): boolean => (key === 'cost_per_lead' ? change > 0 : change < 0);

const rateSlots = ({ rate, posts }: Rated<unknown>, language: Language): Slots => ({
  rate: sayRate(rate, language),
  posts: sayNumber(posts, language),
});

const lessonSlots = ({ lesson, confidence }: Lesson, language: Language): Slots => ({
  lesson: cut(lesson, 180),
  confidence: sayRate(Math.round(confidence * 100), language),
});

function kpiSlots({ key, network, value, previous, change, unit }: Kpi, language: Language): Slots {
  const say = (amount: number) => (unit === 'percent' ? sayRate(amount, language) : sayNumber(amount, language));
  const name = figureNames[language][key];
  return {
    kpi: network === 'all' ? name : `${name} (${networkName(network, language)})`,
    value: say(value),
    previous: say(previous ?? 0),
    change: sayChange(change ?? 0, language),
  };
}
