// The key figures in two or three sentences. Used by kpi-calculator.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { type Phrases, sayFrom } from '../say.ts';
import { sayDay, sayList, sayNumber, sayPercent } from '../say-figures.ts';
import { figureName } from './figure-names.ts';
import type { Kpi, KpiKey } from './kpi-calculator.ts';

const phrases = {
  period: {
    mg: 'Avy amin’ny {from} ka hatramin’ny {to}: {list}.',
    fr: 'Du {from} au {to} : {list}.',
    en: 'From {from} to {to}: {list}.',
    ar: 'من {from} إلى {to}: {list}.',
  },
  reach: {
    mg: 'Ny isan’ny olona nahita dia ny an’ny andro betsaka indrindra, tsy fitambaran’ny andro.',
    fr: 'La portée est celle du meilleur jour, pas la somme des jours.',
    en: 'The reach is that of the best day, not the sum of the days.',
    ar: 'الوصول هو رقم أفضل يوم وليس مجموع الأيام.',
  },
  nothing: {
    mg: 'Tsy mbola misy tarehimarika avy amin’ny {from} ka hatramin’ny {to}. Haharay ny voalohany isika rehefa misy lahatsoratra mivoaka.',
    fr: 'Il n’y a encore aucun chiffre du {from} au {to}. Les premiers viendront avec vos publications.',
    en: 'There are no figures yet from {from} to {to}. The first ones will come with your posts.',
    ar: 'لا توجد أرقام بعد من {from} إلى {to}. ستأتي الأولى مع منشوراتكم.',
  },
} satisfies Phrases;

const told: KpiKey[] = ['reach', 'engagements', 'engagement_rate', 'followers_gained', 'posts', 'leads'];

export function sayKpis({ from, to, kpis }: { from: string; to: string; kpis: Kpi[] }, language: Language): string {
  const days = { from: sayDay(from, language), to: sayDay(to, language) };
  const figures = kpis.filter(({ platform, value, key }) => platform === 'all' && value !== null && told.includes(key));
  const isEmpty = figures.every(({ value }) => value === 0);
  if (isEmpty) return sayFrom(phrases, language, 'nothing', days);
  const list = figures.map(({ key, value, change_percent, unit }) => {
    const figure = unit === 'percent' ? sayPercent(value ?? 0, language) : sayNumber(value ?? 0, language);
    const change = change_percent === null ? '' : ` (${sayPercent(change_percent, language, true)})`;
    return `${figureName(key, language)} ${figure}${change}`;
  });
  const sentences = [sayFrom(phrases, language, 'period', { ...days, list: sayList(list, language, told.length) })];
  if (figures.some(({ key }) => key === 'reach')) sentences.push(sayFrom(phrases, language, 'reach'));
  return sentences.join(' ').slice(0, 500);
}
