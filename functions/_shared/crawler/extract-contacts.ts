// Telephone, e-mail, postal address and social pages. Called by crawl.ts.
import { all, absolute, bounded, one, type Page, visibleText } from './page.ts';
import type { CrawlResult } from './types.ts';

type Contacts = Pick<CrawlResult, 'phones' | 'emails' | 'address' | 'social_links' | 'contact_pages'>;

const socialHosts = /(^|\.)(facebook|instagram|tiktok|linkedin|x|twitter|youtube|wa|pinterest|t)\.(com|me)$/;
/** With a country code, or in the groups of Madagascar and France; bare digits are too often something else. */
const phone =
  /(?<![\d/.-])(?:\+|00)\d{1,3}[\s.-]?(?:\(0\))?(?:[\s.-]?\d){7,11}(?!\d)|(?<![\d/.-])0\d(?:[\s.-]\d{2}){4}(?!\d)|(?<![\d/.-])03[2-8](?:[\s.-]\d{2})(?:[\s.-]\d{3})(?:[\s.-]\d{2})(?!\d)/g;
const email = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,24}/gi;

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Words of a link to the pages where a firm says who it is: contact and imprint, in text or path. */
const contactWords =
  /contact|kontakt|imprint|impressum|mentions-?\s?l[eé]gales|legal-notice|nous-?\s?trouver|a-propos|à propos|about|mifandray|mombamomba|اتصل|تواصل|من نحن/i;

/** At most two pages of the same site, contact before imprint. */
function contactPages(page: Page): string[] {
  const home = page.url.href.split('#')[0];
  const links = all(page, 'a[href]').flatMap((link) => {
    const href = absolute(page, link.attribs.href).split('#')[0] ?? '';
    const isOwn = href !== '' && href !== home && new URL(href).host === page.url.host;
    const words = `${visibleText(link, 100)} ${href && decode(new URL(href).pathname)}`;
    return isOwn && contactWords.test(words) ? [{ href, isContact: /contact|kontakt|mifandray|اتصل|تواصل/i.test(words) }] : [];
  });
  return [...new Set(links.toSorted((a, b) => Number(b.isContact) - Number(a.isContact)).map(({ href }) => href))].slice(0, 2);
}

/** One entry per number, however it is written; the first way of writing is kept. */
function distinct(numbers: string[]): string[] {
  const byDigits = new Map(numbers.map((number) => [number.replace(/\D/g, '').replace(/^00/, '').slice(-9), number] as const).toReversed());
  return [...byDigits.values()].toReversed();
}

export function extractContacts(page: Page, text: string): Contacts {
  const links = all(page, 'a[href]').map(({ attribs }) => (attribs.href ?? '').trim());
  const after = (scheme: string) =>
    links.filter((href) => href.toLowerCase().startsWith(scheme)).map((href) => decode(href.slice(scheme.length).split('?')[0] ?? ''));
  const phones = [...after('tel:'), ...(text.match(phone) ?? [])]
    .map((found) => bounded(found, 40))
    .filter((found) => /\d{6}/.test(found.replace(/\D/g, '')));
  const emails = [...after('mailto:'), ...(text.match(email) ?? [])]
    .map((found) => bounded(found, 120).toLowerCase())
    .filter((found) => found.includes('@'));
  const place = one(page, 'address, [itemprop=address], [class~=address i], [class~=adresse i]');
  const social = links.map((href) => absolute(page, href)).filter((href) => href && socialHosts.test(new URL(href).hostname));
  return {
    phones: distinct(phones).slice(0, 5),
    emails: [...new Set(emails)].slice(0, 5),
    address: place ? bounded(visibleText(place), 160) : '',
    social_links: [...new Set(social)].slice(0, 10),
    contact_pages: contactPages(page),
  };
}
