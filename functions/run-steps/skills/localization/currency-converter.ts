// Skill currency-converter: an amount in another currency by a dated rate, written as people there do. In localization-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import houseTable from '../../../_shared/rates.json' with { type: 'json' };
import { daysBetween } from '../local-time.ts';
import { sayFrom } from '../say.ts';
import { SkillError, type SkillFunction } from '../skill.ts';
import { dividedBy, fraction, type Fraction, roundTo, times, toNumber } from './exact-decimal.ts';
import { localizationPhrases } from './localization-phrases.ts';

type Rate = { base: string; quote: string; rate: number; day: string; source: string };
type Input = {
  amount: number;
  from: string;
  to: string;
  rates?: Rate[];
  language: Language;
  country?: string;
  rounding?: 'exact' | 'cash';
  today?: string;
};
type Leg = { rate: Fraction; day: string; source: string };

const staleAfterDays = 7;
const one = fraction(1);
const cashSteps: Record<string, number> = { MGA: 100, EUR: 0.05 };

/** supabase/catalog/rates.json, for steps that bring no table of the day. */
const houseRates: Rate[] = Object.entries(houseTable.rates).map(([quote, rate]) => ({
  base: houseTable.base,
  quote,
  rate,
  day: houseTable.day,
  source: houseTable.source,
}));

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** The newest rate between two currencies, either way round. */
function leg(from: string, to: string, rates: Rate[]): Leg | null {
  if (from === to) return { rate: one, day: '', source: '' };
  const [best] = rates
    .filter(({ base, quote, rate }) => rate > 0 && ((base === from && quote === to) || (base === to && quote === from)))
    // of two of one day the direct one
    .toSorted((a, b) => b.day.localeCompare(a.day) || Number(b.base === from) - Number(a.base === from));
  if (!best) return null;
  return { rate: best.base === from ? fraction(best.rate) : dividedBy(one, fraction(best.rate)), day: best.day, source: best.source };
}

/** Direct, inverse, or over the euro. */
function route(from: string, to: string, rates: Rate[]): Leg | null {
  const direct = leg(from, to, rates);
  if (direct) return direct;
  const [into, out] = [leg(from, 'EUR', rates), leg('EUR', to, rates)];
  if (!into || !out) return null;
  const source = into.source === out.source ? into.source : `${into.source} + ${out.source}`.slice(0, 80);
  return { rate: times(into.rate, out.rate), day: into.day < out.day ? into.day : out.day, source };
}

/** `8 000 Ar`, `2,50 €`, `TND 12.345`; no-break spaces, no direction marks. */
function written(amount: number, currency: string, { language, country }: Input): string {
  const locale = language === 'mg' ? 'fr' : language === 'ar' && country ? `ar-${country}` : language;
  if (currency === 'MGA')
    return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(amount)}\u00a0${language === 'ar' ? 'أرياري' : 'Ar'}`;
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .format(amount)
    .replaceAll(/[\u200e\u200f]/g, '')
    .replaceAll(' ', '\u00a0');
}

const utcToday = (): string => new Date().toISOString().slice(0, 10);

/** @throws SkillError rate_missing {from, to} when no table leads from one to the other */
export const currencyConverter: SkillFunction = ({ context }) => {
  const input = context.input as Input;
  const { amount, from, to, rates = houseRates, rounding = 'exact', today = utcToday() } = input;
  const { language } = context.run;
  const found = route(from, to, rates);
  if (!found) throw new SkillError('rate_missing', { from, to }, false);
  const step = rounding === 'cash' ? (cashSteps[to] ?? 1) : 10 ** -digitsOf(to);
  const converted = from === to && rounding === 'exact' ? amount : roundTo(times(fraction(amount), found.rate), fraction(step));
  const rate_day = found.day || today;
  const stale = daysBetween(rate_day, today) > staleAfterDays;
  const text = written(converted, to, input);
  const values = {
    given: written(amount, from, { ...input, language }),
    text: written(converted, to, { ...input, language }),
    day: rate_day,
    source: found.source,
    stale: stale ? sayFrom(localizationPhrases, language, 'stale_rate') : '',
  };
  return {
    say: sayFrom(localizationPhrases, language, from === to ? 'same_money' : 'converted', values).trim(),
    amount,
    from,
    to,
    converted,
    text,
    rate: toNumber(found.rate),
    rate_day,
    source: found.source || '1:1',
    stale,
  };
};
