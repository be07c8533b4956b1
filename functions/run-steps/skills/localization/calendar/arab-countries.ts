// Morocco, Algeria, Tunisia, Egypt, Saudi Arabia, the Emirates, Qatar, Kuwait: days off by law, feasts and trade. Read by countries.ts.
import type { Country, Feast } from './feast.ts';
import * as shared from './shared-feasts.ts';

type More = Partial<Feast> & { since?: number };

/** A day of the nation, off by law. */
const national = (date: string, source: string, ar: string, fr: string, en: string, mg: string, { since, ...more }: More = {}): Feast => ({
  rule: since ? { date, since } : { date },
  name: { mg, fr, en, ar },
  kind: 'public_holiday',
  tone: 'joyful',
  advice: 'post',
  source,
  ...more,
});

const solemn = { tone: 'solemn', advice: 'post_quietly' } as const;
const kept = { kind: 'feast' } as const;
const ma = 'Moroccan decree on paid public holidays';
const dz = 'loi algérienne 63-278 and amendments';
const tn = 'Tunisian decree on public holidays';
const eg = 'Egyptian decree on official holidays';
const sa = 'Saudi labour regulations, article 112';
const ae = 'UAE cabinet resolution on public holidays';
const qa = 'Qatar Amiri decree on official holidays';
const kw = 'Kuwait labour law, article 68';

const trade = () => [shared.whiteFriday(), shared.mothersDayArab(), shared.backToSchool('08-20', '09-20')];

export const arabCountries: Record<string, Country> = {
  MA: {
    language: 'ar',
    feasts: [
      shared.newYear(ma),
      national(
        '01-11',
        ma,
        'ذكرى تقديم وثيقة الاستقلال',
        'Manifeste de l’indépendance',
        'Independence Manifesto Day',
        'Andron’ny fanambarana fahaleovantena',
      ),
      national('01-14', ma, 'رأس السنة الأمازيغية', 'Nouvel an amazigh', 'Amazigh New Year', 'Taom-baovao amazigh', { since: 2024 }),
      shared.labourDay(ma),
      national('07-30', ma, 'عيد العرش', 'Fête du Trône', 'Throne Day', 'Fetin’ny seza fiandrianana'),
      national('08-14', ma, 'يوم وادي الذهب', 'Oued Ed-Dahab', 'Oued Ed-Dahab Day', 'Andron’ny Oued Ed-Dahab'),
      national(
        '08-20',
        ma,
        'ثورة الملك والشعب',
        'Révolution du Roi et du Peuple',
        'Revolution of the King and the People',
        'Tolon’ny mpanjaka sy ny vahoaka',
      ),
      national('08-21', ma, 'عيد الشباب', 'Fête de la Jeunesse', 'Youth Day', 'Fetin’ny tanora'),
      national('10-31', ma, 'عيد الوحدة', 'Fête de l’Unité', 'Unity Day', 'Fetin’ny firaisana', { since: 2025 }),
      national('11-06', ma, 'المسيرة الخضراء', 'Marche verte', 'Green March', 'Diabe maitso'),
      national('11-18', ma, 'عيد الاستقلال', 'Fête de l’Indépendance', 'Independence Day', 'Fetin’ny fahaleovantena'),
      shared.islamicNewYear(),
      shared.ashura(kept),
      shared.mawlid({ days: 2 }),
      shared.ramadan(),
      shared.eidAlFitr(2),
      shared.arafat(kept),
      shared.eidAlAdha(2),
      ...trade(),
    ],
  },
  DZ: {
    language: 'ar',
    feasts: [
      shared.newYear(dz),
      national(
        '01-12',
        dz,
        'رأس السنة الأمازيغية، يناير',
        'Yennayer, nouvel an amazigh',
        'Yennayer, Amazigh New Year',
        'Taom-baovao amazigh',
        { since: 2018 },
      ),
      shared.labourDay(dz),
      national('07-05', dz, 'عيد الاستقلال والشباب', 'Fête de l’Indépendance', 'Independence Day', 'Fetin’ny fahaleovantena'),
      national('11-01', dz, 'عيد الثورة', 'Fête de la Révolution', 'Revolution Day', 'Andron’ny revolisiona', solemn),
      shared.islamicNewYear(),
      shared.ashura(),
      shared.mawlid(),
      shared.ramadan(),
      shared.eidAlFitr(3),
      shared.arafat(kept),
      shared.eidAlAdha(3),
      ...trade(),
    ],
  },
  TN: {
    language: 'ar',
    feasts: [
      shared.newYear(tn),
      national('03-20', tn, 'عيد الاستقلال', 'Fête de l’Indépendance', 'Independence Day', 'Fetin’ny fahaleovantena'),
      national('04-09', tn, 'عيد الشهداء', 'Journée des martyrs', 'Martyrs’ Day', 'Andron’ny martiora', solemn),
      shared.labourDay(tn),
      national('07-25', tn, 'عيد الجمهورية', 'Fête de la République', 'Republic Day', 'Fetin’ny repoblika'),
      national('08-13', tn, 'عيد المرأة', 'Fête de la Femme', 'Women’s Day', 'Fetin’ny vehivavy'),
      national('10-15', tn, 'عيد الجلاء', 'Fête de l’Évacuation', 'Evacuation Day', 'Fetin’ny fandaozan’ny mpanjanaka'),
      national('12-17', tn, 'عيد الثورة', 'Fête de la Révolution', 'Revolution Day', 'Andron’ny revolisiona', { since: 2021 }),
      shared.islamicNewYear(),
      shared.mawlid(),
      shared.ramadan(),
      shared.eidAlFitr(2),
      shared.arafat(kept),
      shared.eidAlAdha(2),
      ...trade(),
    ],
  },
  EG: {
    language: 'ar',
    feasts: [
      national('01-07', eg, 'عيد الميلاد المجيد', 'Noël copte', 'Coptic Christmas', 'Noely kopta', { advice: 'do_not_write_to_people' }),
      national(
        '01-25',
        eg,
        'عيد الثورة وعيد الشرطة',
        'Révolution du 25 janvier',
        '25 January Revolution and Police Day',
        'Revolisionan’ny 25 janoary',
      ),
      { ...national('', eg, 'شم النسيم', 'Cham el-Nessim', 'Sham el-Nessim', 'Sham el-Nessim'), rule: { orthodox: 1 } },
      national('04-25', eg, 'عيد تحرير سيناء', 'Libération du Sinaï', 'Sinai Liberation Day', 'Fanafahana an’i Sinay'),
      shared.labourDay(eg),
      national('06-30', eg, 'ثورة 30 يونيو', 'Révolution du 30 juin', '30 June Revolution', 'Revolisionan’ny 30 jona'),
      national('07-23', eg, 'ثورة 23 يوليو', 'Révolution du 23 juillet', '23 July Revolution', 'Revolisionan’ny 23 jolay'),
      national('10-06', eg, 'عيد القوات المسلحة', 'Fête des forces armées', 'Armed Forces Day', 'Fetin’ny tafika'),
      shared.islamicNewYear(),
      shared.mawlid(),
      shared.ramadan(),
      shared.eidAlFitr(3),
      shared.arafat(),
      shared.eidAlAdha(3),
      ...trade(),
    ],
  },
  SA: {
    language: 'ar',
    feasts: [
      national('02-22', sa, 'يوم التأسيس', 'Jour de la Fondation', 'Founding Day', 'Andron’ny fananganana', { since: 2022 }),
      national('09-23', sa, 'اليوم الوطني', 'Fête nationale', 'National Day', 'Fetim-pirenena'),
      shared.ramadan(),
      shared.eidAlFitr(4),
      shared.arafat(),
      shared.eidAlAdha(3),
      ...trade(),
    ],
  },
  AE: {
    language: 'ar',
    feasts: [
      shared.newYear(ae),
      national('12-02', ae, 'عيد الاتحاد', 'Fête nationale', 'National Day (Eid Al Etihad)', 'Fetim-pirenena', { days: 2 }),
      shared.islamicNewYear(),
      shared.mawlid(),
      shared.ramadan(),
      shared.eidAlFitr(3),
      shared.arafat(),
      shared.eidAlAdha(3),
      ...trade(),
    ],
  },
  QA: {
    language: 'ar',
    feasts: [
      {
        ...national('', qa, 'اليوم الرياضي', 'Journée nationale du sport', 'National Sport Day', 'Andron’ny fanatanjahantena'),
        rule: { nth: [2, 2, 2] },
      },
      national('12-18', qa, 'اليوم الوطني', 'Fête nationale', 'National Day', 'Fetim-pirenena'),
      shared.ramadan(),
      shared.eidAlFitr(3),
      shared.arafat(kept),
      shared.eidAlAdha(3),
      ...trade(),
    ],
  },
  KW: {
    language: 'ar',
    feasts: [
      shared.newYear(kw),
      national('02-25', kw, 'العيد الوطني', 'Fête nationale', 'National Day', 'Fetim-pirenena'),
      national('02-26', kw, 'عيد التحرير', 'Jour de la Libération', 'Liberation Day', 'Andron’ny fanafahana'),
      shared.islamicNewYear(),
      shared.mawlid(),
      shared.israMiraj(),
      shared.ramadan(),
      shared.eidAlFitr(3),
      shared.arafat(),
      shared.eidAlAdha(3),
      ...trade(),
    ],
  },
};
