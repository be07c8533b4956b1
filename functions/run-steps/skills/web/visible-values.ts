// Can a visitor see what a label says? Texts folded, prices as amounts, telephone numbers as digits, hours as hours. Called by schema-markup.ts.
import { collapse, type Page, visibleText } from '../../../_shared/crawler/page.ts';
import { fold, tidy } from '../../../_shared/house/fold.ts';

export type Visible = { text: string; digits: string; amounts: Set<string> };

const plain = (text: string): string =>
  fold(tidy(text))
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** `8 000` and `8,000` are 8000; `2,50` is 2.5. */
const amountOf = (written: string): string => {
  const compact = written.replaceAll(/[\s\u00a0\u202f]/g, '');
  return String(Number(/[.,]\d{3}(?!\d)/.test(compact) ? compact.replaceAll(/[.,]/g, '') : compact.replace(',', '.')));
};

export function readVisible(page: Page): Visible {
  const shown = collapse(page.document.children.map((node) => visibleText(node, 200_000)).join(' '));
  const folded = fold(tidy(shown));
  const numbers = folded.match(/\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?/g) ?? [];
  return { text: ` ${plain(shown)} `, digits: shown.replaceAll(/\D/g, ''), amounts: new Set(numbers.map(amountOf)) };
}

/** `07:00` is shown as 7h, 7:00, 07 h, 7 am … */
const showsHour = (hour: string, text: string): boolean => {
  const [hours = '', minutes = '00'] = hour.split(':');
  const at = Number(hours);
  const half = at > 12 ? `|${at - 12}` : '';
  return new RegExp(`(?<!\\d)(?:0?${at}${half}) ?(?:h ?)?${minutes === '00' ? '(?:00)?' : minutes}(?!\\d)`).test(text);
};

/** Properties about the page's machinery: nothing that a visitor reads. */
const unseen = new Set(
  '@context @type @id @graph url image logo sameAs inLanguage priceCurrency availability dayOfWeek mainEntityOfPage addressCountry contentUrl'.split(
    ' ',
  ),
);

export function isVisible(property: string, value: string, visible: Visible): boolean {
  if (unseen.has(property) || property.startsWith('@')) return true;
  if (property === 'telephone')
    return value.replaceAll(/\D/g, '').length >= 6 && visible.digits.includes(value.replaceAll(/\D/g, '').slice(-8));
  if (property === 'price' || property === 'lowPrice' || property === 'highPrice') return visible.amounts.has(amountOf(value));
  if (property === 'opens' || property === 'closes') return showsHour(value, visible.text);
  if (/^(?:date\w+|startDate|endDate)$/.test(property))
    return visible.text.includes(` ${Number(value.slice(8, 10))} `) || visible.text.includes(plain(value));
  const words = plain(value);
  return words === '' || visible.text.includes(` ${words} `);
}
