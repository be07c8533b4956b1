// The localisation skills: languages and dialects, exact money, feasts held against another calendar.
import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { runSkill } from '../../../../tests/run-skill.ts';
import type { Language } from '../../../_shared/payloads.ts';
import { countries } from './calendar/countries.ts';
import { datesOf, endOf } from './calendar/feast.ts';
import { culturalCalendar } from './cultural-calendar.ts';
import { currencyConverter } from './currency-converter.ts';
import { fraction, roundTo, toNumber } from './exact-decimal.ts';
import { localeDetector } from './locale-detector.ts';

describe('locale-detector', () => {
  const detect = (text: string, more: Record<string, unknown> = {}) => runSkill(localeDetector, 'locale-detector', { text, ...more });

  it.each([
    ['mg', 'none', 'latin', 'Manao ahoana tompoko, firy ny vidin’ny samosa iray ary misokatra ve ianareo rahampitso?'],
    ['mg', 'none', 'latin', 'Salama tompoko'],
    ['fr', 'none', 'latin', 'Bonjour, est-ce que vous livrez dans le quartier demain soir ?'],
    ['fr', 'none', 'latin', 'Merci !'],
    ['en', 'none', 'latin', 'Hello, do you still have the red bag that I saw on your page?'],
    ['ar', 'none', 'arabic', 'السلام عليكم، هل لديكم توصيل إلى البيت في هذه المدينة؟'],
    ['ar', 'darija', 'arabic', 'واش كاين شي توصيل ديالكم فين بزاف'],
    ['ar', 'egyptian', 'arabic', 'انا عايز اعرف السعر دلوقتي مش بكرة'],
    ['ar', 'gulf', 'arabic', 'وش السعر الحين ابغي اطلب'],
    ['ar', 'levantine', 'arabic', 'شو السعر هلق بدي واحد'],
    ['ar', 'darija', 'mixed', 'salam khoya chhal taman dyal had l7aja 3afak'],
    ['other', 'none', 'latin', 'Guten Tag, ich möchte gerne wissen, was das kostet und wann Sie geöffnet haben'],
    ['other', 'none', 'other', 'Сколько это стоит?'],
    ['other', 'none', 'other', '12345 !!!'],
  ])('hears %s (%s, %s)', async (language, dialect, script, text) => {
    expect(await detect(text)).toMatchObject({ language, dialect, script });
  });

  it('names both languages of a mixed message, and is unsure of three words', async () => {
    expect((await detect("Manao ahoana, misy livraison ve aujourd'hui pour les clients?")).mixed).toEqual(['mg', 'fr']);
    expect((await detect('Merci beaucoup')).confidence).toBeLessThanOrEqual(0.6);
  });

  it('knows the country by the number, else by the hint, never by the language', async () => {
    expect((await detect('Bonjour', { phone: '+261 34 12 345 67' })).country).toBe('MG');
    expect((await detect('Bonjour', { phone: '+212612345678', country_hint: 'FR' })).country).toBe('MA');
    expect((await detect('Bonjour', { phone: '034 12 345 67', country_hint: 'MG' })).country).toBe('MG');
    expect((await detect('Salama tompoko')).country).toBeNull();
  });

  it('stands letters without sense, markup and mixed scripts', async () => {
    for (const text of ['\ud83d\ude00', '<b>'.repeat(900), '\u202eabc', 'ي'.repeat(2999), 'prix السعر combien كم'])
      expect(await detect(text)).toHaveProperty('language');
  });
});

describe('currency-converter', () => {
  const rates = [
    { base: 'EUR', quote: 'MGA', rate: 5000, day: '2026-11-20', source: 'BFM' },
    { base: 'EUR', quote: 'TND', rate: 3.4, day: '2026-11-19', source: 'ECB' },
    { base: 'EUR', quote: 'MGA', rate: 4900, day: '2026-11-01', source: 'BFM' },
  ];
  const convert = (amount: number, from: string, to: string, more: Record<string, unknown> = {}, language: Language = 'fr') =>
    runSkill(currencyConverter, 'currency-converter', { amount, from, to, rates, language, today: '2026-11-21', ...more }, { language });
  const plain = (text: unknown) => String(text).replaceAll(/[\u00a0\u202f]/g, ' ');

  it('goes directly, by the inverse and over the euro, by the newest rate', async () => {
    expect(await convert(1.6, 'EUR', 'MGA')).toMatchObject({
      converted: 8000,
      rate: 5000,
      rate_day: '2026-11-20',
      source: 'BFM',
      stale: false,
    });
    expect(await convert(8000, 'MGA', 'EUR')).toMatchObject({ converted: 1.6, rate: 0.0002 });
    // 10,000 / 5,000 x 3.4 = 6.800; the older day, both sources
    expect(await convert(10_000, 'MGA', 'TND')).toMatchObject({ converted: 6.8, rate_day: '2026-11-19', source: 'BFM + ECB' });
  });

  it('rounds half to even, by the currency or for cash', async () => {
    const half = [{ base: 'USD', quote: 'EUR', rate: 0.5, day: '2026-11-20', source: 'x' }];
    expect((await convert(0.25, 'USD', 'EUR', { rates: half })).converted).toBe(0.12); // 0.125
    expect((await convert(0.27, 'USD', 'EUR', { rates: half })).converted).toBe(0.14); // 0.135
    expect((await convert(1.611, 'EUR', 'MGA', { rounding: 'cash' })).converted).toBe(8100); // 8,055
    expect((await convert(6160, 'MGA', 'EUR', { rounding: 'cash' })).converted).toBe(1.25); // 1.232
    expect(roundTo(fraction(0.1 + 0.2), fraction(0.01))).toBe(0.3);
    expect(toNumber(fraction(1e21))).toBe(1e21);
  });

  it('writes as people do', async () => {
    expect(plain((await convert(1.6, 'EUR', 'MGA')).text)).toBe('8 000 Ar');
    expect(plain((await convert(1.6, 'EUR', 'MGA', { language: 'mg' })).text)).toBe('8 000 Ar');
    expect(plain((await convert(1.6, 'EUR', 'MGA', { language: 'en' })).text)).toBe('8,000 Ar');
    expect(plain((await convert(12_500, 'MGA', 'EUR')).text)).toBe('2,50 €');
    expect((await convert(1.6, 'EUR', 'MGA')).text).not.toContain(' ');
  });

  it('says an old rate, refuses a missing one, and has a dated table of its own', async () => {
    const old = await convert(1, 'EUR', 'MGA', { today: '2026-11-28' });
    expect(old.stale).toBe(true);
    expect(old.say).toContain('plus d’une semaine');
    await expect(convert(1, 'EUR', 'JPY')).rejects.toThrow('rate_missing');
    const house = await convert(1, 'EUR', 'MGA', { rates: undefined });
    expect(house).toMatchObject({ source: 'Nexio table, approximate', stale: true });
    expect(house.converted).toBeGreaterThan(1000);
    expect(await convert(5, 'EUR', 'EUR')).toMatchObject({ converted: 5, rate: 1 });
    expect(await convert(0, 'EUR', 'MGA')).toMatchObject({ converted: 0 });
  });

  it.each(['mg', 'fr', 'en', 'ar'] as const)('names rate and day in %s', async (language) => {
    expect((await convert(1.6, 'EUR', 'MGA', {}, language)).say).toContain('2026-11-20');
  });
});

type Day = { day: string; until: string | null; name: string; local_name: string; kind: string; advice: string; certain: boolean };
const calendar = async (country: string, from: string, to: string, language: Language = 'fr') =>
  (await runSkill(culturalCalendar, 'cultural-calendar', { country, from, to, language }, { language })) as {
    say: string;
    covered: boolean;
    days: Day[];
  };

describe('cultural-calendar', () => {
  it('knows Madagascar in 2026', async () => {
    const { days } = await calendar('MG', '2026-01-01', '2026-12-31');
    const on = (day: string) => days.filter((one) => one.day === day).map(({ name }) => name);
    expect(on('2026-03-29')).toEqual(['Commémoration des martyrs de 1947']);
    expect(on('2026-06-26')).toEqual(['Fête de l’Indépendance']);
    expect(on('2026-04-06')).toEqual(['Lundi de Pâques']);
    expect(on('2026-05-14')).toEqual(['Ascension']);
    expect(days.find(({ name }) => name.includes('famadihana'))).toMatchObject({
      day: '2026-07-01',
      until: '2026-09-30',
      advice: 'do_not_sell',
      kind: 'season',
    });
    expect(days.find(({ name }) => name.startsWith('Alahamadibe'))).toMatchObject({
      certain: false,
      local_name: 'Alahamadibe, taom-baovao malagasy',
    });
    expect(days.some(({ kind }) => kind === 'mourning')).toBe(false);
  });

  it('knows the feasts of Islam by Umm al-Qura, and that the moon decides', async () => {
    // published: 1 Ramadan 1447 = 18 February 2026, 1 Shawwal = 20 March 2026, 10 Dhu al-Hijja = 27 May 2026
    const { days } = await calendar('SA', '2026-01-01', '2026-12-31', 'en');
    expect(days.find(({ name }) => name === 'Ramadan')).toMatchObject({ day: '2026-02-18', certain: false, kind: 'fast' });
    expect(days.find(({ name }) => name === 'Eid al-Fitr')).toMatchObject({ day: '2026-03-20', until: '2026-03-23', certain: false });
    expect(days.find(({ name }) => name === 'Eid al-Adha')).toMatchObject({ day: '2026-05-27' });
    const { days: kuwait } = await calendar('KW', '2030-01-01', '2030-12-31', 'en');
    // 2030 has two Ramadans
    expect(kuwait.filter(({ name }) => name === 'Ramadan').map(({ day }) => day.slice(0, 7))).toEqual(['2030-01', '2030-12']);
  });

  it('shows what began before the span, and Sham el-Nessim after the Eastern Easter', async () => {
    expect((await calendar('MG', '2026-08-10', '2026-08-12')).days.map(({ name }) => name)).toContain('Saison du famadihana');
    expect((await calendar('EG', '2026-04-13', '2026-04-13', 'en')).days.map(({ name }) => name)).toEqual(['Sham el-Nessim']);
    expect((await calendar('FR', '2027-01-02', '2027-01-02')).days.map(({ name }) => name)).toEqual(['Vacances de Noël']);
    expect((await calendar('FR', '2026-11-27', '2026-11-27')).days.map(({ name }) => name)).toEqual(['Black Friday']);
  });

  it('has no list for a country without a file, and refuses what is no span', async () => {
    expect(await calendar('JP', '2026-01-01', '2026-12-31')).toMatchObject({ covered: false, days: [] });
    await expect(calendar('MG', '2026-02-01', '2026-01-01')).rejects.toThrow('input_missing');
    await expect(calendar('MG', '2026-01-01', '2030-01-01')).rejects.toThrow('input_missing');
  });

  it.each(['mg', 'fr', 'en', 'ar'] as const)('speaks %s', async (language) => {
    expect((await calendar('MG', '2026-06-22', '2026-06-27', language)).say).toContain('2026-06-26');
  });
});

/** Fixed days that the library lacks or names otherwise, each looked up: new laws, days of one group, and feasts it does not list as days off. */
const libraryLacks: Record<string, string[]> = {
  MA: ['Amazigh New Year', 'Unity Day'],
  TN: ['Revolution Day'],
};
const weLeaveOut: Record<string, RegExp> = {
  MG: /Afrika|Ramadan|mouton/, // a day of the Union; the two Eids are ours as feasts
  TN: /الثورة و الشباب/, // 14 January gave way to 17 December in 2021
  AE: /الإسراء|رمضان/, // no days off since 2019
};

describe.each(['MG', 'FR', 'MA', 'DZ', 'TN', 'EG', 'SA', 'AE'])('days off by law in %s, beside the calendar of date-holidays', (code) => {
  const library = new Holidays(code);
  const years = [2025, 2026, 2027, 2028];
  const theirs = years.flatMap((year) =>
    library
      .getHolidays(year)
      .filter(({ type, name }) => type === 'public' && !weLeaveOut[code]?.test(name))
      .map(({ date }) => date.slice(0, 10)),
  );
  const ours = (countries[code]?.feasts ?? [])
    .filter(({ kind, name }) => (kind === 'public_holiday' || name.en === 'Easter') && !libraryLacks[code]?.includes(name.en))
    .flatMap((feast) => years.flatMap((year) => datesOf(feast.rule, year).map((day) => ({ day, end: endOf(feast, day) ?? day, feast }))));
  const apart = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;

  it('has each of theirs, a day apart at most where the moon decides', () => {
    const missing = theirs.filter(
      (day) => !ours.some((one) => (day >= one.day && day <= one.end) || (one.feast.certain === false && apart(one.day, day) <= 1)),
    );
    expect(missing).toEqual([]);
  });

  it('invents no fixed day', () => {
    const easterInLaw = ({ feast }: (typeof ours)[number]) => feast.kind === 'public_holiday';
    const invented = ours.filter((one) => easterInLaw(one) && one.feast.certain !== false && !theirs.includes(one.day));
    expect(invented.map(({ day, feast }) => `${day} ${feast.name.en}`)).toEqual([]);
  });
});
