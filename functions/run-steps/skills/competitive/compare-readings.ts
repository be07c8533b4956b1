// What changed on a page since it was read last: prices as amounts, offers by name, text without dates and counters. Called by competitor-crawler.ts.
import { createHash } from 'node:crypto';
import { fold, tidy } from '../../../_shared/house/fold.ts';
import { anyOf } from '../../../_shared/house/lexicon/all.ts';

export type Offer = { name: string; price: string };
export type Reading = { offers: Offer[]; text: string; hash: string };
export type Change = { kind: 'price' | 'offer_added' | 'offer_removed' | 'text'; before: string; after: string };

const months = new RegExp(`(?<!\\p{L})(?:${anyOf((one) => one.months.join('|'))})(?!\\p{L})`, 'gu');
const most = 200;

/** Letters only: a date, a counter of visitors or likes is no news, and prices are compared apart. */
const quiet = (text: string): string =>
  fold(tidy(text))
    .replaceAll(months, ' ')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();

export const hashOf = (text: string): string => createHash('sha256').update(quiet(text)).digest('hex');

const nameKey = (name: string) =>
  fold(tidy(name))
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** `2 500 Ar` and `2500 MGA` are one amount; text without figures is itself. */
function amount(price: string): string {
  const written = /\d[\d .,]*/.exec(fold(tidy(price)))?.[0].trim() ?? '';
  if (!written) return nameKey(price);
  return /[ .,]\d{3}(?!\d)/.test(written) && !/[.,]\d{1,2}$/.test(written)
    ? written.replaceAll(/\D/g, '')
    : String(Number(written.replaceAll(' ', '').replace(',', '.')));
}

const said = ({ name, price }: Offer) => `${name}${price ? ` ${price}` : ''}`.slice(0, most);

function newLine(text: string, before: string): string {
  const known = new Set(before.split('\n').map(quiet));
  return (
    text
      .split('\n')
      .find((line) => quiet(line).length > 3 && !known.has(quiet(line)))
      ?.slice(0, most) ?? ''
  );
}

/** Offers first; the text alone is told only when no offer changed. */
export function compareReadings(before: Reading, now: Reading): Change[] {
  const old = new Map(before.offers.map((offer) => [nameKey(offer.name), offer]));
  const fresh = new Map(now.offers.map((offer) => [nameKey(offer.name), offer]));
  const changes: Change[] = [];
  for (const [key, offer] of fresh) {
    const was = old.get(key);
    if (!was) changes.push({ kind: 'offer_added', before: '', after: said(offer) });
    else if (amount(was.price) !== amount(offer.price)) changes.push({ kind: 'price', before: said(was), after: said(offer) });
  }
  for (const [key, offer] of old) if (!fresh.has(key)) changes.push({ kind: 'offer_removed', before: said(offer), after: '' });
  if (changes.length === 0 && before.hash !== now.hash)
    changes.push({ kind: 'text', before: newLine(before.text, now.text), after: newLine(now.text, before.text) });
  return changes;
}
