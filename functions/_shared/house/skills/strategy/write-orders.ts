// One-sentence orders to the writer, each of its own: product, price, day, place and contact of the brand, in the words a shopkeeper would use. Called by week-plan.ts.
import type { BrandDna, Language } from '../../../payloads.ts';
import { detectLanguage } from '../../detect-language.ts';
import { fold } from '../../fold.ts';
import { ModelError } from '../../../models/model-error.ts';
import { fill } from '../../grammar/fill.ts';
import { grammars } from '../../grammar/all.ts';
import { shortPlace } from '../../place.ts';
import type { Format } from '../names.ts';
import { cut } from '../read-input.ts';
import type { PlannedDay } from './week-days.ts';

/** Slots: what, price, other, other_price, at, phone, hours, tagline, day, feast, scene. */
const sells: Record<Language, Record<'price' | 'pair' | 'order' | 'place' | 'plain', string>> = {
  fr: {
    price: '{what} à {price} {day}',
    pair: '{what} à {price}, {other} à {other_price}, {day}',
    order: '{what}[ à {price}] {day}, {phone}',
    place: '{what}[ à {price}] {day} {at}',
    plain: '{what} {day}',
  },
  mg: {
    price: '{what} {price} {day}',
    pair: '{what} {price}, {other} {other_price}, {day}',
    order: '{what}[ {price}] {day}, {phone}',
    place: '{what}[ {price}] {day} {at}',
    plain: '{what} {day}',
  },
  en: {
    price: '{what} {price} {day}',
    pair: '{what} {price}, {other} {other_price}, {day}',
    order: '{what}[ {price}] {day}, {phone}',
    place: '{what}[ {price}] {day} {at}',
    plain: '{what} {day}',
  },
  ar: {
    price: '{what} بسعر {price} {day}',
    pair: '{what} بسعر {price}، {other} بسعر {other_price}، {day}',
    order: '{what}[ بسعر {price}] {day}، {phone}',
    place: '{what}[ بسعر {price}] {day} {at}',
    plain: '{what} {day}',
  },
};
/** For quiet days and closed doors too: nothing is offered. */
const tells: Record<Language, Record<'backstage' | 'hours' | 'tagline' | 'at_work' | 'feast', string>> = {
  fr: {
    backstage: 'coulisses {day} : {what}',
    hours: 'horaires : {hours}',
    tagline: '{tagline} : {what}',
    at_work: 'coulisses {day} : {scene}',
    feast: '{feast} {day}',
  },
  mg: {
    backstage: 'ao ambadika {day}: {what}',
    hours: 'ora fiasana: {hours}',
    tagline: '{tagline}: {what}',
    at_work: 'ao ambadika {day}: {scene}',
    feast: '{feast} {day}',
  },
  en: {
    backstage: 'behind the scenes {day}: {what}',
    hours: 'opening hours: {hours}',
    tagline: '{tagline}: {what}',
    at_work: 'behind the scenes {day}: {scene}',
    feast: '{feast} {day}',
  },
  ar: {
    backstage: 'كواليس {day}: {what}',
    hours: 'أوقات العمل: {hours}',
    tagline: '{tagline}: {what}',
    at_work: 'كواليس {day}: {scene}',
    feast: '{feast} {day}',
  },
};
/** What a brand sells while its card lists nothing. */
const ours: Record<Language, string[]> = {
  fr: ['nos produits', 'nos services'],
  mg: ['ny vokatray', 'ny asanay'],
  en: ['our products', 'our services'],
  ar: ['منتجاتنا', 'خدماتنا'],
};
/** What can be filmed in any shop without inventing anything. */
const scenes: Record<Language, string[]> = {
  fr: ["l'équipe", 'la boutique', 'la préparation', 'le matériel'],
  mg: ['ny ekipa', 'ny toeram-piasana', 'ny fanomanana', 'ny fitaovana'],
  en: ['the team', 'the place', 'the preparation', 'the tools'],
  ar: ['الفريق', 'المكان', 'التحضير', 'الأدوات'],
};

type Angle = keyof (typeof sells)['fr'] | keyof (typeof tells)['fr'];
/** The angles that suit a format, best first; the others follow when these are used up. */
const suits: Partial<Record<Format, Angle[]>> = {
  picture: ['price', 'place', 'plain'],
  carousel: ['pair', 'price', 'place'],
  reel: ['backstage', 'plain', 'at_work'],
  video: ['backstage', 'at_work', 'place'],
  story: ['backstage', 'order', 'plain'],
  text: ['order', 'place', 'hours'],
  article: ['tagline', 'place', 'order'],
};
const selling: Angle[] = ['price', 'order', 'place', 'pair', 'plain', 'backstage', 'tagline', 'at_work', 'hours'];
const silent: Angle[] = ['feast', 'backstage', 'at_work', 'hours', 'tagline'];

/** What can be named in the week: the card's services, else the shop's own words for them. */
export const offersOf = (brand: BrandDna, language: Language): BrandDna['services'] =>
  brand.services.length > 0 ? brand.services : ours[language].map((name) => ({ name, price: '' }));

export type Order = { text: string; what: string };

/** `next(day, format)` never gives the same sentence twice in one week; `first` are the owner's own sentences, used as they are. */
export function orderBook(brand: BrandDna, language: Language, first: string[]): (planned: PlannedDay, format: Format) => Order {
  const grammar = grammars[language];
  const services = offersOf(brand, language);
  const ownTagline = [null, language].includes(detectLanguage(brand.tagline)) && !/[,;.:،]/u.test(brand.tagline) ? brand.tagline : '';
  const used = new Set<string>();
  const waiting = [...first];
  const seen = new Map<Format, number>();
  let turn = 0;

  return (planned, format) => {
    const owner = planned.isQuiet ? undefined : waiting.shift();
    if (owner) {
      used.add(fold(owner));
      return { text: cut(owner, 280), what: '' };
    }
    const sellsToday = !planned.isQuiet && planned.isOpen;
    const times = seen.get(format) ?? 0;
    seen.set(format, times + 1);
    const own = suits[format] ?? [];
    const rotated = own.map((_angle, at) => own[(at + times) % own.length] as Angle);
    const feast: Angle[] = planned.feast ? ['feast'] : [];
    const angles = new Set(sellsToday ? [...feast, ...rotated, ...selling] : silent);
    for (const angle of angles)
      for (let step = 0; step < Math.max(services.length, scenes[language].length); step++) {
        const order = write(angle, planned, turn + step);
        if (!order || used.has(fold(order.text))) continue;
        used.add(fold(order.text));
        turn += step + 1;
        return order;
      }
    throw new ModelError('bad_request', `the Brand DNA has too little to say five things on ${planned.date}`);
  };

  function write(angle: Angle, planned: PlannedDay, index: number): Order | null {
    const service = services[index % services.length];
    const priced = services.filter((one) => one.price && one !== service);
    if (angle === 'plain' && service?.price) return null;
    const other = priced[turn % Math.max(priced.length, 1)];
    const phrases: Record<string, string> = { ...sells[language], ...tells[language] };
    const text = fill(
      phrases[angle] ?? '',
      {
        what: service?.name ?? '',
        price: service?.price ?? '',
        other: other?.name ?? '',
        other_price: other?.price ?? '',
        at: grammar.sayAt(shortPlace(brand.place)),
        phone: brand.phone,
        hours: brand.opening_hours,
        tagline: ownTagline,
        day: grammar.sayWhen({ days: [planned.day] }),
        feast: planned.feast,
        scene: scenes[language][index % scenes[language].length] ?? '',
      },
      false,
    );
    return text === null ? null : { text: cut(text, 280), what: phrases[angle]?.includes('{what}') ? (service?.name ?? '') : '' };
  }
}
