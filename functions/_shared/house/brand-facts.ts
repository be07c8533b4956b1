// What the Brand DNA knows, said in a language: prices, place, hours, telephone, and whether it speaks of delivery or payment. Called by the answers under skills/.
import type { BrandDna, Language } from '../payloads.ts';
import { fold, tidy } from './fold.ts';
import { grammars } from './grammar/all.ts';
import { anyOf, phrase } from './lexicon/all.ts';
import type { Claim } from './lexicon/shape.ts';
import { sayMoney } from './money.ts';
import { readTokens } from './read-tokens.ts';
import { sayOpeningHours } from './say-opening-hours.ts';

export type Service = BrandDna['services'][number];

/** `1000 ar` -> `1 000 Ar`, in the writing of the language; what is no plain price (`sur devis`) stays as it is written. */
export function sayPrice({ price }: Service, language: Language): string {
  const { tokens, text } = readTokens(price);
  const [only] = tokens;
  if (tokens.length !== 1 || only?.fact.type !== 'price' || !only.fact.price.currency) return price.trim();
  const { from, unit, price: money } = only.fact;
  if (only.start > 0 || only.end < text.trim().length) return price.trim();
  return grammars[language].sayDeal({ percent: '', upTo: false, amount: sayMoney(money, language), from, was: '', unit }).amount ?? price;
}

/** `Mo-Sa 08:00-18:00` and `lundi-samedi 8h-18h` in the words of the language; hours with other words in them stay as written. */
export function sayHours({ opening_hours }: BrandDna, language: Language): string {
  const coded = sayOpeningHours(opening_hours, language);
  if (coded !== opening_hours) return coded;
  const { tokens, rest } = readTokens(opening_hours);
  const isPlain =
    tokens.length > 0 && tokens.every(({ fact }) => fact.type === 'when') && !/[\p{L}\p{N}]/u.test(rest.replaceAll('\u0001', ''));
  if (!isPlain) return opening_hours.trim();
  return tokens
    .map(({ fact }) => (fact.type === 'when' ? grammars[language].sayWhen(fact.when) : ''))
    .join(language === 'ar' ? '، ' : ', ');
}

const plain = (word: string) => word.replace(/^(?:و|ب|ل)?ال(?=.{3})/u, '').replace(/(?<=.{3})(?:es|s|x)$/u, '');
const wordsOf = (text: string) => (fold(tidy(text)).match(/[\p{L}\p{N}]{3,}/gu) ?? []).map(plain);

/** The services a text names, best match first: `les samosas au bœuf ?` names `samosa bœuf` before `samosa légumes`. */
export function servicesNamed(text: string, { services, name }: BrandDna): Service[] {
  const own = new Set(wordsOf(name));
  const said = new Set(wordsOf(text));
  const scored = services
    .map((service) => ({ service, words: wordsOf(service.name) }))
    .map(({ service, words }) => ({ service, hits: words.filter((word) => said.has(word)), words }))
    .filter(({ hits, words }) => hits.some((word) => !own.has(word) || words.length === 1));
  const most = Math.max(0, ...scored.map(({ hits }) => hits.length));
  return scored.filter(({ hits }) => hits.length === most).map(({ service }) => service);
}

/** What the brand itself writes about delivery, payment, guarantee …, in its own words; '' when it says nothing. */
export function brandSays(brand: BrandDna, claim: Claim): string {
  const pattern = phrase(
    anyOf((one) => one.claims[claim]),
    'u',
  );
  const lines = [
    brand.tagline,
    ...brand.services.map(({ name, price }) => [name, price].filter(Boolean).join(' : ')),
    ...brand.voice.examples,
  ];
  return lines.find((line) => pattern.test(fold(tidy(line))))?.trim() ?? '';
}
