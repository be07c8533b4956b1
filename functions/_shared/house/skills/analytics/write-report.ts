// Skill report-generator of the house model: what the figures say, what speaks for which act, what is not known. Copies figures, reckons none. Called by skills/analytics.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { capitalise, fill } from '../../grammar/fill.ts';
import type { Slots } from '../../grammar/shape.ts';
import { figureNames, figures as figureKeys, formatNames, formats, networkName, sayChange, sayNumber, sayRate } from '../names.ts';
import { readFigures, type Figures, type Kpi } from '../read-figures.ts';
import { cut, fieldsOf, numberOf, rowsOf, textOf, textsOf, type Fields } from '../read-input.ts';
import { sayDate, sayHour } from '../strategy/set-priorities.ts';
import { reportWords, type ReportWords } from './report-words.ts';

type Figure = { label: string; value: string; change: string };
type Section = { heading: string; body: string; figures: Figure[] };
type Act = { act: string; because: string; effort: 'minutes' | 'hours' | 'days' };
/** One thing found: the section that tells it, and what to do about it. */
type Finding = { section: Section; act?: Act; headline: string };

export function writeReport({ facts, language }: ModelCall) {
  const given = fieldsOf(facts.input.figures);
  const read = readFigures(given);
  const words = reportWords[language];
  const findings = [
    ...anomalies(given, words, language),
    ...lessons(given, words, language),
    ...kpis(read, words, language),
    ...formatsFound(read, words, language),
    ...hours(read, words, language),
  ];
  const rest = otherFigures(given, language);
  if (rest.length > 0 && findings.length < 6)
    findings.push({
      headline: `${rest[0]?.label ?? ''}: ${rest[0]?.value ?? ''}`,
      section: { heading: words.other, body: '', figures: rest.slice(0, 8) },
    });
  const checked = numberOf(given.checked);
  const calm = checked === null ? words.nothing : say(words.calm, { checked: sayNumber(checked, language) });
  const headline = cut(findings[0]?.headline ?? calm, 90);
  const sections = findings.slice(0, 6).map(({ section }) => section);
  const acts = findings.flatMap(({ act }) => act ?? []);
  const wanted = textsOf(given.next_week).map((act): Act => ({
    act: cut(act, 200),
    because: cut(acts[0]?.because ?? headline, 240),
    effort: 'hours',
  }));
  const chosen = [...wanted, ...acts].filter((one, index, all) => all.findIndex(({ act }) => act === one.act) === index).slice(0, 3);
  const [watch, why] = words.acts.watch;
  return {
    headline,
    summary: cut(sections.map(({ body, heading }) => body || `${heading}.`).join(' ') || `${calm}.`, 600),
    sections: sections.length > 0 ? sections : [{ heading: calm, body: `${watch}.`, figures: [] }],
    acts: chosen.length > 0 ? chosen : [{ act: watch, because: why, effort: 'minutes' }],
    gaps: gapsOf(given, words, language),
    say: cut(say(words.say, { headline: headline.replace(/[.!?؟]$/u, '') }), 500),
  };
}

const say = (phrase: string, slots: Slots): string => {
  const Kpi = capitalise(slots.kpi ?? '');
  return capitalise(fill(phrase, { ...slots, Kpi }, false) ?? '');
};
const actOf = ([act, because]: [string, string], slots: Slots, effort: Act['effort']): Act => ({
  act: cut(say(act, slots), 200),
  because: cut(say(because, slots), 240),
  effort,
});

const amountOf = (value: number, unit: Kpi['unit'], language: Language) =>
  unit === 'percent' ? sayRate(value, language) : sayNumber(value, language);

/** The name of a figure, with the network when it is of one. */
const nameOf = (key: string, network: string, language: Language): string => {
  const known = figureKeys.find((one) => one === key);
  const name = known ? figureNames[language][known] : key.replaceAll('_', ' ');
  return network && network !== 'all' ? `${name} (${networkName(network, language)})` : name;
};

/** What moved most first; a figure that stands still is told only when nothing moved. */
function kpis({ kpis: all }: Figures, words: ReportWords, language: Language): Finding[] {
  const sorted = all.toSorted((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  const [first] = sorted;
  if (!first) return [];
  const slotsFor = ({ key, network, value, previous, change, unit }: Kpi): Slots => ({
    kpi: nameOf(key, network, language),
    value: amountOf(value, unit, language),
    previous: previous === null ? '' : amountOf(previous, unit, language),
    change: change === null ? '' : sayChange(change, language),
  });
  const sentence = (kpi: Kpi) => {
    const phrase =
      kpi.previous === null || kpi.change === null ? words.alone : kpi.change > 0 ? words.up : kpi.change < 0 ? words.down : words.flat;
    return say(phrase, slotsFor(kpi));
  };
  const title = say(first.change ? words.moved : words.valued, slotsFor(first));
  const isBad = first.key === 'cost_per_lead' ? (first.change ?? 0) > 0 : (first.change ?? 0) < 0;
  const act = first.change ? { act: actOf(isBad ? words.acts.drop : words.acts.rise, slotsFor(first), 'hours') } : {};
  const figures = sorted.slice(0, 8).map((kpi): Figure => {
    const { kpi: label = '', value = '', change = '' } = slotsFor(kpi);
    return { label: cut(capitalise(label), 80), value, change };
  });
  return [
    { headline: title, ...act, section: { heading: cut(title, 80), body: cut(sorted.slice(0, 4).map(sentence).join(' '), 900), figures } },
  ];
}

function formatsFound({ formats: rated }: Figures, words: ReportWords, language: Language): Finding[] {
  const [best] = rated;
  const worst = rated.at(-1);
  if (!best || !worst || best === worst) return [];
  const slots = {
    bests: formatNames[language][best.key],
    worsts: formatNames[language][worst.key],
    rate: sayRate(best.rate, language),
    other: sayRate(worst.rate, language),
    posts: sayNumber(best.posts, language),
    others: sayNumber(worst.posts, language),
  };
  const [heading, body] = words.formats;
  const title = say(heading, slots);
  const proof = Math.min(best.posts, worst.posts) < 10 ? ` ${words.small}` : '';
  const figures = rated
    .slice(0, 8)
    .map(({ key, rate }) => ({ label: capitalise(formatNames[language][key]), value: sayRate(rate, language), change: '' }));
  return [
    {
      headline: title,
      act: actOf(words.acts.format, slots, 'hours'),
      section: { heading: cut(title, 80), body: say(body, slots) + proof, figures },
    },
  ];
}

function hours({ hours: rated }: Figures, words: ReportWords, language: Language): Finding[] {
  const [best] = rated;
  if (!best) return [];
  const slots = { hour: sayHour(best.key, language), rate: sayRate(best.rate, language), posts: sayNumber(best.posts, language) };
  const [heading, body] = words.hour;
  const title = say(heading, slots);
  const figures = rated
    .slice(0, 4)
    .map(({ key, rate }) => ({ label: capitalise(sayHour(key, language)), value: sayRate(rate, language), change: '' }));
  return [
    {
      headline: title,
      act: actOf(words.acts.hour, slots, 'minutes'),
      section: { heading: cut(title, 80), body: say(body, slots), figures },
    },
  ];
}

function anomalies({ anomalies: found }: Fields, words: ReportWords, language: Language): Finding[] {
  return rowsOf(found)
    .toSorted((a, b) => Math.abs(numberOf(b.percent) ?? 0) - Math.abs(numberOf(a.percent) ?? 0))
    .slice(0, 4)
    .map((row) => {
      const slots = {
        kpi: nameOf(textOf(row.key), textOf(row.platform), language),
        value: sayNumber(numberOf(row.value) ?? 0, language),
        expected: sayNumber(numberOf(row.expected) ?? 0, language),
        change: sayChange(numberOf(row.percent) ?? 0, language),
        day: sayDate(textOf(row.day), language).replace(/^(?:le|ny|on|يوم) /u, ''),
        days: sayNumber(numberOf(row.days_in_a_row) ?? 1, language),
      };
      const [heading, body] = words.anomaly;
      const title = say(heading, slots);
      const figures = [{ label: cut(capitalise(slots.kpi), 80), value: slots.value, change: slots.change }];
      return {
        headline: title,
        act: actOf(words.acts.anomaly, slots, 'hours'),
        section: { heading: cut(title, 80), body: say(body, slots), figures },
      };
    });
}

function lessons({ lessons: learned }: Fields, words: ReportWords, language: Language): Finding[] {
  return rowsOf(learned)
    .slice(0, 4)
    .flatMap((row): Finding[] => {
      const lesson = textOf(row.lesson);
      const [proof] = rowsOf(row.evidence);
      const [value, other] = [numberOf(proof?.value), numberOf(proof?.compared_with)];
      if (!lesson || value === null || other === null) return [];
      const isRate = textOf(proof?.metric).endsWith('_rate');
      const slots = {
        lesson,
        value: amountOf(value, isRate ? 'percent' : 'count', language),
        other: amountOf(other, isRate ? 'percent' : 'count', language),
        pieces: sayNumber(numberOf(proof?.pieces) ?? 0, language),
        confidence: sayRate(Math.round((numberOf(row.confidence) ?? 0) * 100), language),
      };
      const figures = [{ label: cut(nameOf(textOf(proof?.metric), '', language), 80), value: slots.value, change: slots.other }];
      const act = row.effect === 'contradicts' ? {} : { act: actOf(words.acts.lesson, slots, 'hours') };
      return [{ headline: lesson, ...act, section: { heading: cut(lesson, 80), body: say(words.lesson, slots), figures } }];
    });
}

const told = new Set(['kpis', 'by_format', 'by_hour', 'best_hours', 'anomalies', 'lessons', 'checked']);

/** Figures of a kind that no section knows: told by the names they came with. */
function otherFigures(given: Fields, language: Language): Figure[] {
  return Object.entries(given).flatMap(([key, value]): Figure[] => {
    if (told.has(key)) return [];
    const number = numberOf(value);
    if (number !== null) return [{ label: cut(nameOf(key, '', language), 80), value: sayNumber(number, language), change: '' }];
    return Object.entries(fieldsOf(value)).flatMap(([name, inner]) => {
      const amount = numberOf(inner);
      return amount === null ? [] : [{ label: cut(nameOf(name, '', language), 80), value: sayNumber(amount, language), change: '' }];
    });
  });
}

function gapsOf(given: Fields, words: ReportWords, language: Language): string[] {
  const thin = rowsOf(given.by_format).flatMap(({ format, engagement_rate }) => {
    const name = formats.find((one) => one === format);
    return name && engagement_rate === null ? [say(words.gaps.few, { name: formatNames[language][name] })] : [];
  });
  const missing = rowsOf(given.kpis)
    .filter(({ value }) => value === null)
    .map(({ key, platform }) => say(words.gaps.missing, { kpi: nameOf(textOf(key), textOf(platform), language) }));
  const short = textsOf(given.too_short).map((name) => say(words.gaps.short, { name: nameOf(name, '', language) }));
  return [...new Set([...textsOf(given.not_enough), ...short, ...missing, ...thin])].map((gap) => cut(gap, 160)).slice(0, 6);
}
