// How a customer reaches the shop, as sentences and as labels of a button: only what the Brand DNA makes possible. Called by write-tags.ts and the writers in skills/.
import type { BrandDna, Language } from '../payloads.ts';
import { sayHours } from './brand-facts.ts';
import { grammars } from './grammar/all.ts';
import { capitalise, fill } from './grammar/fill.ts';
import { shortPlace } from './place.ts';

type Phrases = Record<'call' | 'visit' | 'write' | 'where' | 'hours' | 'price', string>;

const sentences: Record<Language, Phrases> = {
  fr: {
    call: '<Appelle-nous|Appelez-nous> au {phone}.',
    visit: '<Passe|Passez> nous voir {at}.',
    write: '<Écris-nous|Écrivez-nous> pour en savoir plus.',
    where: '<Tu nous trouves|Vous nous trouvez> {at}.',
    hours: 'Nos horaires : {hours}.',
    price: '{What} : {price}.',
  },
  mg: {
    call: 'Antsoy izahay: {phone}.',
    visit: 'Tongava {at}.',
    write: 'Mandefasa hafatra aminay.',
    where: '{At} no misy anay.',
    hours: 'Ora fiasanay: {hours}.',
    price: '{What}: {price}.',
  },
  en: {
    call: 'Call us on {phone}.',
    visit: 'Come and see us {at}.',
    write: 'Write to us to know more.',
    where: 'You find us {at}.',
    hours: 'Our hours: {hours}.',
    price: '{What}: {price}.',
  },
  ar: {
    call: '<اتصل|اتصلوا> بنا على {phone}.',
    visit: '<زرنا|زورونا> {at}.',
    write: '<راسلنا|راسلونا> لمعرفة المزيد.',
    where: '<تجدنا|تجدوننا> {at}.',
    hours: 'أوقات عملنا: {hours}.',
    price: '{What}: {price}.',
  },
};

export const acts = ['call', 'visit', 'write'] as const;
export type Act = (typeof acts)[number];

/** Labels of a button, at most 30 letters. */
export const actLabels: Record<Language, Record<Act, string>> = {
  fr: { call: 'Appeler', visit: 'Venir nous voir', write: 'Écrire' },
  mg: { call: 'Antsoy izahay', visit: 'Tongava', write: 'Mandefasa hafatra' },
  en: { call: 'Call us', visit: 'Come and see us', write: 'Write to us' },
  ar: { call: 'الاتصال بنا', visit: 'زيارتنا', write: 'مراسلتنا' },
};

export type Contacts = Record<Act | 'where' | 'hours', string> & {
  /** the first act that the brand can answer */ first: Act;
  prices: string[];
};

/** '' where the Brand DNA has nothing for it. `place` and `phone` of a request go before the brand's. */
export function contactsOf(brand: BrandDna, language: Language, { phone = brand.phone, place = '' } = {}): Contacts {
  const at = grammars[language].sayAt(place || shortPlace(brand.place));
  const say = (phrase: keyof Phrases, slots: Record<string, string>) =>
    capitalise(fill(sentences[language][phrase], slots, brand.voice.address === 'familiar') ?? '');
  const call = say('call', { phone });
  const visit = say('visit', { at });
  return {
    call,
    visit,
    write: say('write', {}),
    where: say('where', { at, At: capitalise(at) }),
    hours: say('hours', { hours: sayHours(brand, language) }),
    first: call ? 'call' : visit ? 'visit' : 'write',
    prices: brand.services.filter(({ price }) => price).map(({ name, price }) => say('price', { What: capitalise(name), price })),
  };
}
