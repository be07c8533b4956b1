// Skill churn-predictor: which customers are drifting away, by their own rhythm. Pure; listed in crm-skills.ts.
import { median, medianAbsoluteDeviation } from 'simple-statistics';
import type { Language } from '../../../_shared/payloads.ts';
import { daysSince } from '../local-time.ts';
import { type Phrases, sayFrom } from '../say.ts';
import { roundMoney, sayMoney, sayNumber, sayTime } from '../say-figures.ts';
import type { SkillFunction } from '../skill.ts';

type Customer = { id: string; orders: string[]; value: number; complaints: number; last_contact_at: string | null };
type Input = { customers: Customer[]; now: string; currency: string };
type Band = 'safe' | 'watch' | 'at_risk' | 'gone';
type Rhythm = { gap: number; spread: number };

const leastOrders = 3;
const seasonalGap = 180;
const year = 365;

/** Days between orders, in the order of time. */
const gapsOf = (orders: string[]): number[] => {
  const days = orders.map((at) => Date.parse(at) / 86_400_000).toSorted((a, b) => a - b);
  return days.slice(1).map((day, at) => day - (days[at] ?? day));
};

/** null without a gap. A rhythm of nothing (all orders in one hour) counts as a day. */
function rhythmOf(gaps: number[]): Rhythm | null {
  if (gaps.length === 0) return null;
  const gap = Math.max(1, median(gaps));
  return { gap, spread: Math.max(medianAbsoluteDeviation(gaps), gap * 0.1) };
}

/** 0.12 for one who is in their rhythm, 0.5 at three spreads beyond it. */
const riskAt = (days: number, { gap, spread }: Rhythm): number => 1 / (1 + Math.exp(-((days - gap) / spread - 3) / 1.5));

function bandOf(risk: number, days: number, gap: number): Band {
  if (risk < 0.3) return 'safe';
  if (risk < 0.6) return 'watch';
  // whoever buys twice a year may still come: not gone before a full year
  return risk < 0.9 || (gap > seasonalGap && days < year) ? 'at_risk' : 'gone';
}

const round = (value: number, digits = 2) => Number(value.toFixed(digits));

export const churnPredictor: SkillFunction = ({ context }) => {
  const { customers, now, currency } = context.input as Input;
  const { language } = context.run;
  const withHistory = customers.filter(({ orders }) => orders.length >= leastOrders);
  const house = rhythmOf(withHistory.flatMap(({ orders }) => gapsOf(orders)));

  const judged = customers.map((customer) => {
    const { id, orders, value, complaints, last_contact_at } = customer;
    const last = orders.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
    const isOwn = orders.length >= leastOrders;
    const rhythm = isOwn ? rhythmOf(gapsOf(orders)) : house;
    if (last === undefined || rhythm === null) {
      const quiet = last_contact_at ?? last;
      const band: Band = quiet && daysSince(quiet, now) > 30 ? 'watch' : 'safe';
      const because = sayFrom(phrases, language, last === undefined ? 'no_order' : 'no_rhythm');
      return { id, risk: 0, band, usual_gap_days: null, days_since: last ? daysSince(last, now) : null, because, value_at_risk: 0 };
    }
    const days = daysSince(last, now);
    const risk = round(Math.min(1, riskAt(days, rhythm) + 0.1 * complaints));
    return {
      id,
      risk,
      band: bandOf(risk, days, rhythm.gap),
      usual_gap_days: round(rhythm.gap, 1),
      days_since: days,
      because: reason(isOwn, days, rhythm.gap, complaints, language),
      value_at_risk: roundMoney(risk * value, currency),
    };
  });

  const drifting = judged.filter(({ band }) => band === 'at_risk' || band === 'gone');
  const atRisk = drifting.reduce((sum, { value_at_risk }) => sum + value_at_risk, 0);
  const say = sayFrom(phrases, language, drifting.length > 0 ? 'summary' : 'summary_calm', {
    count: sayNumber(drifting.length, language),
    of: sayNumber(customers.length, language),
    value: sayMoney(atRisk, currency, language),
  });
  return { say, customers: judged, basis: { customers: customers.length, with_history: withHistory.length } };
};

function reason(isOwn: boolean, days: number, gap: number, complaints: number, language: Language): string {
  const values = {
    days: sayTime(days, 'day', language),
    gap: sayTime(Math.round(gap), 'day', language),
    complaints: sayNumber(complaints, language),
  };
  const sentence = sayFrom(phrases, language, isOwn ? 'own' : 'guess', values);
  return (complaints > 0 ? `${sentence} ${sayFrom(phrases, language, 'complaints', values)}` : sentence).slice(0, 200);
}

const phrases = {
  own: {
    mg: 'Mividy isaky ny {gap} eo ho eo; {days} izao no tsy nividianany.',
    fr: 'Achète d’habitude tous les {gap} environ ; rien depuis {days}.',
    en: 'Usually buys about every {gap}; nothing for {days}.',
    ar: 'يشتري عادة كل {gap} تقريبًا؛ لا شيء منذ {days}.',
  },
  guess: {
    mg: 'Vitsy ny nividianany: tombana avy amin’ny mpanjifa hafa ({gap} eo ho eo). {days} izao no tsy nividianany.',
    fr: 'Peu d’achats : estimation d’après vos autres clients ({gap} environ). Rien depuis {days}.',
    en: 'Few orders: a guess from your other customers (about {gap}). Nothing for {days}.',
    ar: 'مشترياته قليلة: تقدير من بقية زبائنكم ({gap} تقريبًا). لا شيء منذ {days}.',
  },
  complaints: {
    mg: 'Fitarainana: {complaints}.',
    fr: 'Réclamations : {complaints}.',
    en: 'Complaints: {complaints}.',
    ar: 'شكاوى: {complaints}.',
  },
  no_order: {
    mg: 'Mbola tsy nividy, ka tsy misy azo tombanana.',
    fr: 'N’a encore rien acheté : il n’y a rien à estimer.',
    en: 'Has not bought anything yet, so there is nothing to estimate.',
    ar: 'لم يشترِ بعد، فلا شيء لتقديره.',
  },
  no_rhythm: {
    mg: 'Vitsy loatra ny varotra ato an-trano ka tsy mbola fantatra ny fahazarana.',
    fr: 'Trop peu de ventes dans la maison pour connaître un rythme.',
    en: 'There are too few sales in the house to know a rhythm.',
    ar: 'المبيعات قليلة جدًا لمعرفة الوتيرة.',
  },
  summary: {
    mg: 'Mpanjifa manalavitra na efa lasa: {count} amin’ny {of}. Vola mety ho very isan-taona: {value}.',
    fr: 'Clients qui s’éloignent ou sont partis : {count} sur {of}. En jeu sur un an : {value}.',
    en: 'Customers who are drifting away or gone: {count} of {of}. At stake over a year: {value}.',
    ar: 'زبائن يبتعدون أو رحلوا: {count} من {of}. على المحك خلال سنة: {value}.',
  },
  summary_calm: {
    mg: 'Tsy misy mpanjifa manalavitra izao. Nojerena: {of}.',
    fr: 'Aucun client ne s’éloigne en ce moment. Passés en revue : {of}.',
    en: 'No customer is drifting away now. Looked at: {of}.',
    ar: 'لا زبون يبتعد الآن. عدد من راجعتهم: {of}.',
  },
} satisfies Phrases;
