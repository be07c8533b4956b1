// Skill content-calendar of the house model: a presenter's week by pillars, formats and hours that the figures praise. Called by skills/influencer.ts.
import { platforms as placesToPost, type Language, type Platform } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { capitalise, fill } from '../../grammar/fill.ts';
import { grammars } from '../../grammar/all.ts';
import { formatNames, formats, sayChange, sayRate, type Format, type Network } from '../names.ts';
import { brandOf, cut, fieldsOf, numberOf, rowsOf, textOf, textsOf } from '../read-input.ts';
import { readFigures, type Figures } from '../read-figures.ts';
import { chooseMix, networkFor, spread } from '../strategy/choose-mix.ts';
import { sayHour } from '../strategy/set-priorities.ts';
import { planDays } from '../strategy/week-days.ts';
import { offersOf } from '../strategy/write-orders.ts';
import { readPersona } from './persona.ts';

type Words = {
  thread: string;
  show: string;
  sell: string;
  topic: string;
  sellTopic: string;
  picture: string;
  better: string;
  rated: string;
  hour: string;
  trial: string;
  say: string;
};

const words: Record<Language, Words> = {
  fr: {
    thread: '{name} suit une chose toute la semaine, {what} : lundi le début, dimanche le résultat.',
    show: 'coulisses {day} : {name}, {pillar}. {disclosure}',
    sell: '{what}[ à {price}] {day}, vu par {name}. {disclosure}',
    topic: '{pillar}, {day}',
    sellTopic: '{what}, {day}',
    picture: '{name}, thème « {pillar} », chez {brand}',
    better: 'Les {bests} font {against} par rapport à la moyenne.',
    rated: 'Les {bests} font {rate} d’engagement.',
    hour: 'Publier {hour} fait {against} par rapport à la moyenne.',
    trial: 'Un essai : pas encore de chiffre pour les {bests}.',
    say: 'Le fil de la semaine : {thread}',
  },
  mg: {
    thread: "{name} no manomboka amin'ny {what} ny alatsinainy ary miverina aminy isan'andro: ny alahady no hita ny vokany.",
    show: 'ao ambadika {day}: {name}, {pillar}. {disclosure}',
    sell: '{what}[ {price}] {day}, asehon’i {name}. {disclosure}',
    topic: '{pillar}, {day}',
    sellTopic: '{what}, {day}',
    picture: '{name}, lohahevitra « {pillar} », ao amin’ny {brand}',
    better: "Ny {bests} dia {against} raha oharina amin'ny salan'isa.",
    rated: 'Ny {bests} dia mahazo fihetsika {rate}.',
    hour: "Ny famoahana {hour} dia {against} raha oharina amin'ny salan'isa.",
    trial: 'Andrana ity: mbola tsy misy isa momba ny {bests}.',
    say: "Izao no tantaran'ny herinandro: {thread}",
  },
  en: {
    thread: '{name} takes up {what} on Monday and comes back to it each day: on Sunday we see the result.',
    show: 'behind the scenes {day}: {name}, {pillar}. {disclosure}',
    sell: '{what}[ {price}] {day}, seen by {name}. {disclosure}',
    topic: '{pillar}, {day}',
    sellTopic: '{what}, {day}',
    picture: '{name}, theme “{pillar}”, at {brand}',
    better: 'The {bests} do {against} against the mean.',
    rated: 'The {bests} get {rate} engagement.',
    hour: 'To publish {hour} does {against} against the mean.',
    trial: 'A trial: there is no figure yet for the {bests}.',
    say: 'The thread of the week: {thread}',
  },
  ar: {
    thread: 'قصة الأسبوع مع {name}: {what}، من البداية يوم الاثنين إلى النتيجة يوم الأحد.',
    show: 'كواليس {day}: {name}، {pillar}. {disclosure}',
    sell: '{what}[ بسعر {price}] {day}، مع {name}. {disclosure}',
    topic: '{pillar}، {day}',
    sellTopic: '{what}، {day}',
    picture: '{name}، موضوع «{pillar}»، في {brand}',
    better: 'تحقق {bests} {against} مقارنة بالمتوسط.',
    rated: 'تحقق {bests} تفاعلًا بنسبة {rate}.',
    hour: 'النشر {hour} يحقق {against} مقارنة بالمتوسط.',
    trial: 'تجربة: لا رقم بعد عن {bests}.',
    say: 'خيط الأسبوع: {thread}',
  },
};

export function planPersonaWeek(call: ModelCall) {
  const { facts, language } = call;
  const brand = brandOf(call);
  const said = words[language];
  const persona = readPersona(fieldsOf(facts.input.persona));
  const given = fieldsOf(facts.input.input);
  const weekStart = textOf(given.week_start);
  const rows = rowsOf(fieldsOf(facts.input.figures).by_format);
  const figures = readFigures(facts.input.figures);
  const [hour] = figures.lifts;
  const [praised = hour] = figures.hours;
  const named = textsOf(given.platforms).filter((one): one is Platform => placesToPost.some((place) => place === one));
  const platforms: Network[] = named.length > 0 ? named : ['nexio_page'];
  const pillars = persona.pillars.length > 0 ? persona.pillars : [brand.tagline || brand.name];
  const offers = offersOf(brand, language);
  const slotsOf = (extra: Record<string, string>) => ({
    name: persona.name || brand.name,
    brand: brand.name,
    disclosure: persona.disclosure || ' ',
    ...extra,
  });
  const say = (phrase: string, extra: Record<string, string>) => (fill(phrase, slotsOf(extra), false) ?? '').replace(/\s+/g, ' ').trim();

  // quiet days are kept by silence, unless the whole week is one
  const days = planDays(weekStart, rowsOf(facts.input.days), brand);
  const loud = days.filter(({ isQuiet }) => !isQuiet);
  const open = loud.length > 0 ? loud : days;
  const slots = [...open, ...(open.length < 5 ? [...open, ...open].slice(0, 5 - open.length) : [])].toSorted((a, b) =>
    a.date.localeCompare(b.date),
  );
  const mix = spread(chooseMix(figures, [], platforms, slots.length).share, slots.length);
  const used = new Map<Network, number>();
  const seen = new Map<string, number>();
  const pieces = slots.map(({ date, day, isQuiet, isOpen }, index) => {
    const nth = seen.get(date) ?? 0;
    seen.set(date, nth + 1);
    const format = mix[index] ?? 'picture';
    const pillar = pillars[index % pillars.length] ?? '';
    const offer = offers[index % offers.length];
    // two of the week may sell, on days that sell
    const sells = (index === 2 || index === 4) && !isQuiet && isOpen && offer;
    const extra = { pillar, day: grammars[language].sayWhen({ days: [day] }), what: offer?.name ?? '', price: offer?.price ?? '' };
    const time = praised && nth === 0 ? `${String(praised.key).padStart(2, '0')}:00` : (['18:30', '12:15', '20:00'][nth] ?? '09:00');
    return {
      piece: index + 1,
      day: date,
      time,
      platform: networkFor(format, platforms, figures, used),
      format,
      pillar: cut(pillar, 80),
      topic: cut(capitalise(say(sells ? said.sellTopic : said.topic, extra)), 160),
      request: cut(say(sells ? said.sell : said.show, extra), 400),
      picture: cut(say(said.picture, extra), 300),
      because: cut(reasonFor(format, rows, figures, said, language), 200),
    };
  });
  const thread = cut(say(said.thread, { what: offers[0]?.name ?? brand.name }), 240);
  return { week_start: weekStart, thread, pieces, say: cut(say(said.say, { thread }), 500) };
}

/** The figure of the format, else of the hour, else that it is a trial. */
function reasonFor(
  format: Format,
  rows: Record<string, unknown>[],
  { formats: rated, lifts: [hour] }: Figures,
  said: Words,
  language: Language,
): string {
  const bests = formatNames[language][format];
  const row = rows.find((one) => formats.some((known) => known === format && known === one.format));
  const against = numberOf(row?.against_mean_percent);
  if (against !== null) return fill(said.better, { bests, against: sayChange(against, language) }, false) ?? '';
  const measured = rated.find(({ key }) => key === format);
  if (measured) return fill(said.rated, { bests, rate: sayRate(measured.rate, language) }, false) ?? '';
  if (hour) return fill(said.hour, { hour: sayHour(hour.key, language), against: sayChange(hour.rate, language) }, false) ?? '';
  return fill(said.trial, { bests }, false) ?? '';
}
