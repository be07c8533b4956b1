// Figures, money, days and lengths of time as the person reads them, for the sentences of code skills.
import { currencies, type Currency, sayMoney as houseMoney } from '../../_shared/house/money.ts';
import type { Language } from '../../_shared/payloads.ts';
import type { LocalTime } from './local-time.ts';

// Malagasy numbers are written the French way; its words for time stand here, since most engines have none.
const tags: Record<Language, string> = { mg: 'fr', fr: 'fr', en: 'en-GB', ar: 'ar-u-nu-arab' };
const malagasyUnits = { minute: 'minitra', hour: 'ora', day: 'andro', week: 'herinandro', month: 'volana', year: 'taona' };
const malagasyMonths = 'janoary febroary martsa aprily mey jona jolay aogositra septambra oktobra novambra desambra'.split(' ');
const malagasyDays = 'alatsinainy talata alarobia alakamisy zoma sabotsy alahady'.split(' ');

export type TimeUnit = keyof typeof malagasyUnits;

/** At most two decimals below 100, none above. */
export function sayNumber(value: number, language: Language): string {
  const maximumFractionDigits = Math.abs(value) >= 100 ? 0 : 2;
  return new Intl.NumberFormat(tags[language], { maximumFractionDigits }).format(value);
}

/** Short, for an axis: `1,2 k` */
export const sayCompact = (value: number, language: Language): string =>
  new Intl.NumberFormat(tags[language], { notation: 'compact', maximumSignificantDigits: 3 }).format(value);

/** @param percent 23.5 for 23.5 % */
export function sayPercent(percent: number, language: Language, signed = false): string {
  return new Intl.NumberFormat(tags[language], {
    style: 'percent',
    maximumFractionDigits: Math.abs(percent) >= 10 ? 0 : 1,
    signDisplay: signed ? 'exceptZero' : 'auto',
  }).format(percent / 100);
}

/** Digits of a text in the shapes of the language. */
export const sayDigits = (text: string, language: Language): string =>
  language === 'ar' ? text.replace(/[0-9]/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit))) : text;

/** Decimals that a currency has, e.g. 0 for MGA, 2 for EUR; 2 for one that nobody knows. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Rounded to what the currency has, e.g. 25000 MGA, 2.5 EUR. */
export const roundMoney = (amount: number, currency: string): number => Number(amount.toFixed(decimalsOf(currency)));

/** A currency outside the house's list keeps its three letters. */
export function sayMoney(amount: number, currency: string, language: Language): string {
  const rounded = roundMoney(amount, currency);
  const known = (currencies as readonly string[]).includes(currency);
  if (!known) return `${sayNumber(rounded, language)}\u00a0${currency}`;
  const said = houseMoney({ amount: rounded, currency: currency as Currency }, language);
  return language === 'ar' ? sayDigits(said.replaceAll(',', '٬').replaceAll('.', '٫'), language) : said;
}

/** e.g. `5 jours`, `5 andro`, `٥ أيام` */
export function sayTime(value: number, unit: TimeUnit, language: Language): string {
  if (language === 'mg') return `${sayNumber(value, language)} ${malagasyUnits[unit]}`;
  return new Intl.NumberFormat(tags[language], { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 }).format(value);
}

/** @param day `2026-11-21`; e.g. `21 novembre` */
export function sayDay(day: string, language: Language): string {
  const [, month = 1, date = 1] = day.slice(0, 10).split('-').map(Number);
  if (language === 'mg') return `${date} ${malagasyMonths[month - 1]}`;
  return new Intl.DateTimeFormat(tags[language], { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day.slice(0, 10)}T00:00Z`),
  );
}

/** @param weekday 1 Monday to 7 Sunday */
export function sayWeekday(weekday: number, language: Language): string {
  if (language === 'mg') return malagasyDays[weekday - 1] ?? '';
  // 2026-11-02 was a Monday
  return new Intl.DateTimeFormat(tags[language], { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 10, 1 + weekday)));
}

/** `a, b and c`, at most `limit` of them */
export function sayList(names: readonly string[], language: Language, limit = 5): string {
  const shown = names.slice(0, limit);
  if (language === 'mg') return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} sy ${shown.at(-1)}` : (shown[0] ?? '');
  return new Intl.ListFormat(tags[language], { type: 'conjunction' }).format(shown);
}

/** Weekday, day and time of somebody's clock, e.g. `lundi 23 novembre, 08:12` */
export function sayMoment(time: LocalTime, language: Language): string {
  const clock = time.toPlainTime().toString({ smallestUnit: 'minute' });
  const comma = language === 'ar' ? '،' : ',';
  return `${sayWeekday(time.dayOfWeek, language)} ${sayDay(time.toPlainDate().toString(), language)}${comma} ${sayDigits(clock, language)}`;
}
