// Numbers, money, times and durations as people of the chosen language write them. Screens and lib/ui call these, never Intl itself.
import { locale } from './locale.svelte.ts';
import { malagasyAgo, malagasyDay, malagasyLength, malagasyWeekday, malagasyWhen } from './malagasy-time.ts';

// Malagasy numbers are written the French way, as people in Madagascar do; its words for time are in malagasy-time.ts.
const tags = (): string[] => ({ mg: ['fr'], fr: ['fr'], en: ['en'], ar: ['ar-u-nu-arab'] })[locale.current];
/** Indicative Ariary for one US dollar; shown with "≈", never used to charge. */
const ariaryPerDollar = 4_500;
const paysInAriary = () => locale.current === 'mg' || Intl.DateTimeFormat().resolvedOptions().timeZone === 'Indian/Antananarivo';

export const formatNumber = (value: number): string => new Intl.NumberFormat(tags()).format(value);

/** @param micros millionths of a US dollar. Where people pay in Ariary it says both, unless `short`. */
export function formatMoney(micros: number, short = false): string {
  const dollars = micros / 1_000_000;
  const number = new Intl.NumberFormat(tags(), {
    minimumFractionDigits: dollars >= 1 && dollars < 100 && !Number.isInteger(dollars) ? 2 : 0,
    maximumFractionDigits: dollars >= 100 ? 0 : dollars >= 1 ? 2 : dollars >= 0.001 ? 3 : 5,
  }).format(dollars);
  const inAriary =
    short || dollars === 0 || !paysInAriary()
      ? ''
      : new Intl.NumberFormat(tags(), { maximumSignificantDigits: 2 }).format(dollars * ariaryPerDollar);
  // Arabic has words for both: signs would jump about between its digits.
  if (locale.current === 'ar') return `${number} دولار${inAriary && ` (≈ ${inAriary} أرياري)`}`;
  return `${locale.current === 'en' ? `$${number}` : `${number}\u00a0$`}${inAriary && ` ≈ ${inAriary}\u00a0Ar`}`;
}

/** The unit that tells a length of time best, and how many of it. */
function inBestUnit(seconds: number): [number, 'second' | 'minute' | 'hour' | 'day'] {
  const size = Math.abs(seconds);
  if (size < 90) return [seconds, 'second'];
  if (size < 5400) return [seconds / 60, 'minute'];
  return size < 129_600 ? [seconds / 3600, 'hour'] : [seconds / 86_400, 'day'];
}

/** e.g. "28 s", "12 min", "3 h" */
export function formatDuration(milliseconds: number): string {
  const [value, unit] = inBestUnit(Math.max(0.1, milliseconds / 1000));
  const options = { maximumFractionDigits: unit === 'second' && value < 10 ? 1 : 0 };
  if (locale.current === 'mg') return malagasyLength(new Intl.NumberFormat(tags(), options).format(value), unit);
  return new Intl.NumberFormat(tags(), { style: 'unit', unit, unitDisplay: 'short', ...options }).format(value);
}

/** e.g. "il y a 12 min" */
export function formatAgo(time: string | number): string {
  const [value, unit] = inBestUnit((new Date(time).getTime() - Date.now()) / 1000);
  if (locale.current === 'mg') return malagasyAgo(Math.round(value), unit);
  return new Intl.RelativeTimeFormat(tags(), { numeric: 'auto', style: 'short' }).format(Math.round(value), unit);
}

/** Day and time, e.g. "mardi 24 nov., 11:30" */
export function formatWhen(iso: string): string {
  const date = new Date(iso);
  if (locale.current === 'mg') return malagasyWhen(date);
  return new Intl.DateTimeFormat(tags(), { weekday: 'long', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(
    date,
  );
}

export function formatWeekday(iso: string): string {
  const date = new Date(iso);
  return locale.current === 'mg' ? malagasyWeekday(date) : new Intl.DateTimeFormat(tags(), { weekday: 'long' }).format(date);
}

/** The day without the time, as it stands in a sentence, e.g. "lundi 23 novembre" */
export const formatDay = (date: Date): string =>
  locale.current === 'mg'
    ? malagasyDay(date)
    : new Intl.DateTimeFormat(tags(), { weekday: 'long', day: 'numeric', month: 'long' }).format(date);

/** The same where it opens a line, e.g. "Lundi 23 novembre" */
export function formatDayTitle(date: Date): string {
  const day = formatDay(date);
  return day.charAt(0).toLocaleUpperCase(locale.current) + day.slice(1);
}

/** The time of day, e.g. "11:30" */
export const formatTime = (iso: string): string =>
  new Intl.DateTimeFormat(tags(), { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
