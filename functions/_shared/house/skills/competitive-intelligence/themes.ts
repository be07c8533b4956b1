// What competitors speak about and what they promise, counted sentence by sentence. Called by the answers beside this file.
import type { Language } from '../../../payloads.ts';
import { fold, tidy } from '../../fold.ts';
import { anyOf, phrase } from '../../lexicon/all.ts';
import { claims } from '../../lexicon/shape.ts';
import { readTokens } from '../../read-tokens.ts';
import type { Piece, Rival } from './read-rivals.ts';

export const themeKeys = ['delivery', 'price', 'making', 'novelty', 'hours', 'event', 'family', 'payment', 'booking'] as const;
export type ThemeKey = (typeof themeKeys)[number];

export const themeNames: Record<Language, Record<ThemeKey, string>> = {
  fr: {
    delivery: 'la livraison',
    price: 'les prix et les offres',
    making: 'la fabrication',
    novelty: 'les nouveautés',
    hours: 'les horaires',
    event: 'les rendez-vous',
    family: 'la famille',
    payment: 'le paiement',
    booking: 'la réservation',
  },
  mg: {
    delivery: 'fanaterana',
    price: 'vidiny sy tolotra',
    making: 'fomba fanamboarana',
    novelty: 'vaovao',
    hours: 'ora fiasana',
    event: 'fotoana sy lanonana',
    family: 'fianakaviana',
    payment: 'fandoavana',
    booking: 'famandrihana',
  },
  en: {
    delivery: 'delivery',
    price: 'prices and offers',
    making: 'how it is made',
    novelty: 'what is new',
    hours: 'opening hours',
    event: 'events',
    family: 'families',
    payment: 'payment',
    booking: 'booking',
  },
  ar: {
    delivery: 'التوصيل',
    price: 'الأسعار والعروض',
    making: 'طريقة الصنع',
    novelty: 'الجديد',
    hours: 'أوقات العمل',
    event: 'المواعيد',
    family: 'العائلة',
    payment: 'الدفع',
    booking: 'الحجز',
  },
};

const claim = (name: (typeof claims)[number]) => anyOf((one) => one.claims[name]);
const patterns: Record<ThemeKey, RegExp> = {
  delivery: phrase(claim('delivery'), 'u'),
  price: new RegExp(
    `\\d[\\d .,]*\\s?(?:ar|€|\\$|dinars?|dt|mga|%)(?!\\p{L})|[€$£]\\s?\\d|${
      phrase(
        anyOf((one) => one.cues.offer),
        'u',
      ).source
    }`,
    'u',
  ),
  making: phrase(
    `${anyOf((one) => one.subjects.backstage)}|faits? main|fait maison|handmade|homemade|vita tanana|recette|recipe|باليد|وصفة`,
    'u',
  ),
  novelty: phrase(
    anyOf((one) => one.cues.novelty),
    'u',
  ),
  hours: phrase(`${anyOf((one) => one.cues.hours)}|${anyOf((one) => one.states.open)}`, 'u'),
  event: phrase(
    anyOf((one) => one.subjects.event),
    'u',
  ),
  family: phrase('famill\\p{L}*|enfants?|famil(?:y|ies)|kids|children|ankizy|fianakaviana|عائل\\p{L}*|اطفال|الاطفال', 'u'),
  payment: phrase(claim('payment'), 'u'),
  booking: phrase('reserv\\p{L}+|book(?:ing)?|mamandrika|famandrihana|احجز\\p{L}*|حجز|الحجز', 'u'),
};

export const speaksOf = (text: string, theme: ThemeKey): boolean => patterns[theme].test(fold(tidy(text)));

/** Opening hours in figures, or a word for them. */
export const statesHours = (text: string): boolean =>
  speaksOf(text, 'hours') ||
  readTokens(text).tokens.some(({ text: said, fact }) => fact.type === 'when' && fact.when.hours !== undefined && /\d/.test(fold(said)));
export const statesPhone = (text: string): boolean => readTokens(text).tokens.some(({ fact }) => fact.type === 'phone');

export type Theme = { key: ThemeKey; pieces: Piece[]; works: 'better' | 'worse' | 'same' | 'unknown'; ratio: number | null };

/** By number of pieces. Against the mean of the same account, from three pieces with figures on. */
export function readThemes(rivals: Rival[]): Theme[] {
  const measured = rivals.flatMap(({ pieces }) => {
    const known = pieces.flatMap(({ interactions }) => (interactions === null ? [] : [interactions]));
    const mean = known.length > 0 ? known.reduce((sum, one) => sum + one, 0) / known.length : null;
    return pieces.map((piece) => ({ piece, ratio: mean && piece.interactions !== null ? piece.interactions / mean : null }));
  });
  return themeKeys
    .map((key): Theme => {
      const own = measured.filter(({ piece }) => speaksOf(piece.text, key));
      const ratios = own.flatMap(({ ratio }) => (ratio === null ? [] : [ratio]));
      const ratio = ratios.length >= 3 ? ratios.reduce((sum, one) => sum + one, 0) / ratios.length : null;
      const works = ratio === null ? 'unknown' : ratio >= 1.25 ? 'better' : ratio <= 0.75 ? 'worse' : 'same';
      return { key, pieces: own.map(({ piece }) => piece), works, ratio };
    })
    .filter(({ pieces }) => pieces.length > 0)
    .toSorted((a, b) => Number(b.works === 'better') - Number(a.works === 'better') || b.pieces.length - a.pieces.length)
    .slice(0, 8);
}

/** Sentences in which they promise something, once each. */
export function readPromises(rivals: Rival[]): string[] {
  const promise = phrase(claims.map(claim).join('|'), 'u');
  const found = rivals.flatMap(({ pieces }) => pieces.map(({ text }) => text)).filter((text) => promise.test(fold(tidy(text))));
  return [...new Set(found)];
}
