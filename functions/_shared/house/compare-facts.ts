// Compares what a text states with what the request and the Brand DNA state: prices, days, hours, places, phones, promises, bare numbers. Called by review-post.ts and score-post.ts.
import type { BrandDna } from '../payloads.ts';
import { fold, tidy } from './fold.ts';
import { anyOf, phrase } from './lexicon/all.ts';
import { claims, type Day } from './lexicon/shape.ts';
import { readTokens, type Fact, type Token } from './read-tokens.ts';
import type { Fault } from './review-words.ts';
import { sayOpeningHours } from './say-opening-hours.ts';
import type { Clock, When } from './when.ts';

export type Difference = { fault: Fault; quote: string; right: string };
type Of<Type extends Fact['type']> = { token: Token; fact: Extract<Fact, { type: Type }> };

const only = <Type extends Fact['type']>(tokens: Token[], type: Type): Of<Type>[] =>
  tokens.flatMap((token) => (token.fact.type === type ? [{ token, fact: token.fact as Extract<Fact, { type: Type }> }] : []));

const digits = (text: string) => fold(text).replace(/\D/g, '');
const clocksOf = ({ hours }: When): Clock[] => [hours?.from, hours?.to].filter((clock) => clock !== undefined);
const daysOf = ({ days = [], through }: When): Day[] => (through ? [...days, through] : days);
/** An hour that left morning or evening open agrees with both. */
const sameClock = (a: Clock, b: Clock) =>
  a.minute === b.minute && (a.hour === b.hour || ((!a.sure || !b.sure) && a.hour % 12 === b.hour % 12));
const brandText = (brand: BrandDna) =>
  [
    brand.tagline,
    brand.place,
    brand.phone,
    brand.opening_hours,
    // `Mo-Sa 08:00-18:00` in words that the reader of texts knows
    sayOpeningHours(brand.opening_hours, 'fr'),
    ...brand.services.flatMap(({ name, price }) => [name, price]),
    ...brand.voice.examples,
    ...brand.voice.words_to_use,
  ].join('\n');

/** Facts of the request that a text must carry, as the person wrote them. */
export const factsAsked = (request: string, brand: BrandDna): string[] =>
  readTokens(request, brand)
    .tokens.filter(({ fact }) => ['percent', 'price', 'when', 'place', 'phone'].includes(fact.type))
    .map(({ text }) => text.trim());

/** `known` is true as well, and need not be said. */
export function compareFacts(text: string, request: string, brand: BrandDna, known = ''): Difference[] {
  const source = `${request}\n${brandText(brand)}\n${brand.name}\n${known}`;
  const said = readTokens(text, brand).tokens;
  const asked = readTokens(request, brand).tokens;
  const own = readTokens(`${brandText(brand)}\n${known}`, brand).tokens;
  return [
    ...comparePrices(said, asked, own),
    ...compareDays(said, asked, own),
    ...compareHours(said, asked, own),
    ...comparePlaces(text, said, source, asked, brand),
    ...comparePhones(said, asked, own, brand),
    // a name like `At Home Bakery` promises nothing
    ...findClaims(text, source),
    ...findNumbers(text, source, said, asked),
  ];
}

function comparePrices(said: Token[], asked: Token[], own: Token[]): Difference[] {
  const differences: Difference[] = [];
  const amounts = (tokens: Token[]) => [
    ...only(tokens, 'percent').map(({ token, fact }) => ({ key: `${fact.percent}%`, token })),
    ...only(tokens, 'price').map(({ token, fact }) => ({ key: String(fact.price.amount), token })),
  ];
  const wanted = amounts(asked);
  const known = new Set([...wanted, ...amounts(own)].map(({ key }) => key));
  const stated = amounts(said);
  const missing = wanted.filter(({ key }) => !stated.some((one) => one.key === key));
  for (const { key, token } of stated) {
    if (known.has(key)) continue;
    const right = missing.find((one) => one.key.endsWith('%') === key.endsWith('%'));
    if (right) missing.splice(missing.indexOf(right), 1);
    differences.push({
      fault: wanted.length > 0 ? 'wrong_price' : 'invented_fact',
      quote: token.text.trim(),
      right: right?.token.text.trim() ?? '',
    });
  }
  return [
    ...differences,
    ...missing.map(({ token }): Difference => ({ fault: 'missing_fact', quote: token.text.trim(), right: token.text.trim() })),
  ];
}

function compareDays(said: Token[], asked: Token[], own: Token[]): Difference[] {
  const days = (tokens: Token[]) =>
    only(tokens, 'when').flatMap(({ token, fact: { when } }) => [
      ...daysOf(when).map((day) => ({ key: day as string, token })),
      ...[when.date, when.dateTo].flatMap((date) => (date ? [{ key: `${date.day}/${date.month}`, token }] : [])),
      ...(when.relative ? [{ key: when.relative as string, token }] : []),
    ]);
  const differences: Difference[] = [];
  const wanted = days(asked);
  const known = new Set([...wanted, ...days(own)].map(({ key }) => key));
  const stated = days(said);
  const missing = wanted.filter(({ key }) => !stated.some((one) => one.key === key));
  for (const { key, token } of stated) {
    if (known.has(key)) continue;
    const right = missing.shift();
    differences.push({
      fault: wanted.length > 0 ? 'wrong_day' : 'invented_fact',
      quote: token.text.trim(),
      right: right?.token.text.trim() ?? '',
    });
  }
  return [
    ...differences,
    ...missing.map(({ token }): Difference => ({ fault: 'missing_fact', quote: token.text.trim(), right: token.text.trim() })),
  ];
}

function compareHours(said: Token[], asked: Token[], own: Token[]): Difference[] {
  const clocks = (tokens: Token[]) =>
    only(tokens, 'when').flatMap(({ token, fact }) => clocksOf(fact.when).map((clock) => ({ clock, token })));
  const wanted = clocks(asked);
  const stated = clocks(said);
  const known = [...wanted, ...clocks(own)];
  return [
    // « un creux à midi » names no hour of ours: only a figure does
    ...stated
      .filter(({ clock, token }) => /\d/.test(fold(token.text)) && !known.some((one) => sameClock(one.clock, clock)))
      .map(({ token }): Difference => ({ fault: 'invented_fact', quote: token.text.trim(), right: wanted[0]?.token.text.trim() ?? '' })),
    ...wanted
      .filter(({ clock }) => !stated.some((one) => sameClock(one.clock, clock)))
      .map(({ token }): Difference => ({ fault: 'missing_fact', quote: token.text.trim(), right: token.text.trim() })),
  ];
}

function comparePlaces(text: string, said: Token[], source: string, asked: Token[], brand: BrandDna): Difference[] {
  const folded = fold(tidy(text));
  const known = fold(tidy(`${source}\n${brand.audience}`));
  return [
    ...only(said, 'place')
      .filter(({ fact }) => !known.includes(fold(fact.place)))
      .map(({ fact }): Difference => ({ fault: 'invented_fact', quote: fact.place, right: '' })),
    ...only(asked, 'place')
      .filter(({ fact }) => !folded.includes(fold(fact.place)))
      .map(({ fact }): Difference => ({ fault: 'missing_fact', quote: fact.place, right: fact.place })),
  ];
}

function comparePhones(said: Token[], asked: Token[], own: Token[], brand: BrandDna): Difference[] {
  const wanted = only(asked, 'phone');
  const known = [digits(brand.phone), ...[...wanted, ...only(own, 'phone')].map(({ fact }) => digits(fact.phone))];
  const stated = only(said, 'phone');
  return [
    ...stated
      .filter(({ fact }) => !known.includes(digits(fact.phone)))
      .map(({ fact }): Difference => ({ fault: 'invented_fact', quote: fact.phone, right: wanted[0]?.fact.phone ?? brand.phone })),
    ...wanted
      .filter(({ fact }) => !stated.some((one) => digits(one.fact.phone) === digits(fact.phone)))
      .map(({ fact }): Difference => ({ fault: 'missing_fact', quote: fact.phone, right: fact.phone })),
  ];
}

/** « pour la livraison, nous vérifions » promises none. */
const deferral =
  /verifions|demandons|posons la question|une personne (?:de l'equipe )?(?:qui )?(?:decide|repond)|hohamarinina|hovalianay|manapaka|checking|we will ask|a person of the team|نتحقق|سنسال|يقرره شخص/u;

/** Free, delivered, guaranteed …: promised only when the owner promised it. */
function findClaims(text: string, source: string): Difference[] {
  const tidied = tidy(text)
    .split(/(?<=[.!?؟…])\s+|\n+/u)
    .filter((sentence) => !deferral.test(fold(sentence)))
    .join('\n');
  const folded = fold(tidied);
  const known = fold(tidy(source));
  return claims.flatMap((claim): Difference[] => {
    const pattern = anyOf((one) => one.claims[claim]);
    const found = phrase(pattern, 'u').exec(folded);
    if (!found || phrase(pattern, 'u').test(known)) return [];
    return [{ fault: 'invented_fact', quote: tidied.slice(found.index, found.index + found[0].length), right: '' }];
  });
}

/** A bare number that nobody gave (`depuis 12 ans`), once prices, days, hours and phones are set aside. */
function findNumbers(text: string, source: string, said: Token[], asked: Token[]): Difference[] {
  let rest = fold(tidy(text));
  for (const { start, end } of said) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  const known = new Set([...(fold(tidy(source)).match(/\d+/g) ?? []), ...only(asked, 'feast').map(({ fact }) => String(fact.year ?? ''))]);
  return [...rest.matchAll(/\d+(?:[.,]\d+)?/g)]
    .filter(([number]) => !known.has(number) && !known.has(number.replace(/\D/g, '')))
    .map(([number]): Difference => ({ fault: 'invented_fact', quote: number, right: '' }));
}
