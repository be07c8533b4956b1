// What a firm's own pages say about it, each fact with its address and quote. Used by lead-enricher.ts.
import { parsePhoneNumberFromString, isSupportedCountry } from 'libphonenumber-js';
import type { CrawlResult } from '../../../_shared/crawler/types.ts';

export type Field =
  'trade' | 'services' | 'place' | 'phone' | 'email' | 'opening_hours' | 'size_hint' | 'languages' | 'social_links' | 'has_shop' | 'prices';
export type Fact = { field: Field; value: string; source_url: string; quote: string };

/** Addresses that belong to the firm; a person's own is passed over. */
const generalMailbox =
  /^(?:info|infos|contact|contacts|bonjour|hello|hi|salut|accueil|office|bureau|commercial|sales|vente|ventes|commande|commandes|orders?|reservations?|booking|service|serviceclient|support|shop|boutique|magasin|mifandray|marketing|secretariat|direction|admin|mail)\b/;
/** Kinds of schema.org that say nothing of the trade. */
const anyKind = /^(?:Organization|LocalBusiness|Corporation|Thing|WebSite|WebPage)?$/;
const size =
  /(?:\b\d{1,5}|\b(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four|five|six|seven|eight|nine|ten))\s+(?:personnes|employés?|salariés?|collaborateurs|collaboratrices|employees|people work|staff|mpiasa|olona miasa|موظف\p{L}*|عامل\p{L}*)/iu;
const shop =
  /ajouter au panier|mon panier|voir le panier|add to cart|shopping cart|checkout|commander en ligne|hanampy ao anaty sobika|سلة التسوق|أضف إلى السلة/iu;

/** The line of the page that holds the words. */
function quoteOf(text: string, words: string): string {
  const line = text.split('\n').find((each) => each.includes(words));
  if (!line) return '';
  const at = Math.max(0, line.indexOf(words) - 60);
  return line.slice(at, at + 200).trim();
}

/** As it is dialled from abroad where it can be read, else as written. */
export function sayPhone(phone: string, country: string): string {
  const number = parsePhoneNumberFromString(phone, isSupportedCountry(country) ? country : undefined);
  return number?.isPossible() ? number.formatInternational() : phone;
}

/** Is a mailbox everybody's: `info@`, or the firm's own name before the @. */
function isGeneral(email: string, page: CrawlResult): boolean {
  const [box = '', host = ''] = email.split('@');
  return generalMailbox.test(box) || host.split('.')[0] === box || new URL(page.url).hostname.replace(/^www\./, '').split('.')[0] === box;
}

/** Facts of one page, in the order of the fields. @param country two letters, for numbers without their country's code */
export function readFirm(page: CrawlResult, country: string): Fact[] {
  const facts: Fact[] = [];
  const add = (field: Field, value: string, quote = '') => {
    const trimmed = value.trim().slice(0, 400);
    if (trimmed) facts.push({ field, value: trimmed, source_url: page.url, quote: quote.slice(0, 200) });
  };
  const { organisation, products, text } = page;
  if (organisation && !anyKind.test(organisation.type))
    add('trade', organisation.type.replace(/(?<=[a-z])(?=[A-Z])/g, ' '), organisation.description);
  add('services', products.map(({ name }) => name).join(', '), products[0] ? quoteOf(text, products[0].name) : '');
  const priced = products.filter(({ price }) => price !== '');
  add(
    'prices',
    priced.map(({ name, price }) => `${name}: ${price}`).join(', ') || (organisation?.price_range ?? ''),
    priced[0] ? quoteOf(text, priced[0].price) : '',
  );
  add('place', page.address, quoteOf(text, page.address));
  const [phone = organisation?.telephone] = page.phones;
  // the line around a number or an address may name a person: the quote is the thing itself, as it stands there
  if (phone) add('phone', sayPhone(phone, country), phone);
  const email = page.emails.find((each) => isGeneral(each, page));
  if (email) add('email', email, email);
  add('opening_hours', organisation?.opening_hours ?? '');
  const found = size.exec(text)?.[0] ?? '';
  add('size_hint', found, found && quoteOf(text, found));
  add('languages', page.languages.join(', '));
  add('social_links', page.social_links.join(' '));
  const cart = shop.exec(text)?.[0] ?? '';
  add('has_shop', cart, cart && quoteOf(text, cart));
  return facts;
}
