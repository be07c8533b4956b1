// Feasts that several countries keep: names and how to speak on them. Used by the country files beside this one.
import type { Feast, Rule } from './feast.ts';

const moon = 'Umm al-Qura calendar; the sighting of the moon may move it by one day';
const computus = 'Gregorian computus';
const trade = 'custom of the trade';

type Given = Partial<Feast> & { source?: string };
const joyful = { tone: 'joyful', advice: 'post' } as const;
const quiet = { tone: 'solemn', advice: 'post_quietly' } as const;

/** `law` = what makes it a day off in that country; without it the feast is kept, and people work. */
const day = (rule: Rule, mg: string, fr: string, en: string, ar: string, more: Given): Feast => ({
  rule,
  name: { mg, fr, en, ar },
  kind: 'public_holiday',
  ...joyful,
  source: computus,
  ...more,
});

export const newYear = (source: string) =>
  day({ date: '01-01' }, 'Taom-baovao', 'Jour de l’An', 'New Year’s Day', 'رأس السنة الميلادية', { source });
export const labourDay = (source: string) =>
  day({ date: '05-01' }, 'Fetin’ny asa', 'Fête du Travail', 'Labour Day', 'عيد العمال', { source });
export const easterMonday = () => day({ easter: 1 }, 'Alatsinain’ny Paska', 'Lundi de Pâques', 'Easter Monday', 'اثنين الفصح', {});
export const easterSunday = () =>
  day({ easter: 0 }, 'Paska', 'Pâques', 'Easter', 'عيد الفصح', { kind: 'feast', advice: 'do_not_write_to_people' });
export const goodFriday = () =>
  day({ easter: -2 }, 'Zoma Masina', 'Vendredi saint', 'Good Friday', 'الجمعة العظيمة', { kind: 'feast', ...quiet });
export const ascension = () => day({ easter: 39 }, 'Andro niakarana', 'Ascension', 'Ascension Day', 'عيد الصعود', { tone: 'neutral' });
export const whitMonday = () =>
  day({ easter: 50 }, 'Alatsinain’ny Pentekosta', 'Lundi de Pentecôte', 'Whit Monday', 'اثنين العنصرة', { tone: 'neutral' });
export const assumption = (source: string) =>
  day({ date: '08-15' }, 'Asompsiona', 'Assomption', 'Assumption', 'عيد انتقال العذراء', { source, tone: 'neutral' });
export const allSaints = (source: string) =>
  day({ date: '11-01' }, 'Fetin’ny olo-masina', 'Toussaint', 'All Saints’ Day', 'عيد جميع القديسين', { source, ...quiet });
export const christmas = (source: string) =>
  day({ date: '12-25' }, 'Noely', 'Noël', 'Christmas', 'عيد الميلاد', { source, advice: 'do_not_write_to_people' });

export const islamicNewYear = (more: Given = {}) =>
  day({ islamic: [1, 1] }, 'Taom-baovao silamo', 'Nouvel An de l’hégire', 'Islamic New Year', 'رأس السنة الهجرية', {
    source: moon,
    certain: false,
    tone: 'neutral',
    ...more,
  });
export const ashura = (more: Given = {}) =>
  day({ islamic: [1, 10] }, 'Achoura', 'Achoura', 'Ashura', 'عاشوراء', { source: moon, certain: false, ...quiet, ...more });
export const mawlid = (more: Given = {}) =>
  day({ islamic: [3, 12] }, 'Fitsingerenan’ny nahaterahan’ny mpaminany', 'Mawlid', 'Mawlid', 'المولد النبوي', {
    source: moon,
    certain: false,
    ...more,
  });
export const israMiraj = (more: Given = {}) =>
  day({ islamic: [7, 27] }, 'Isra sy Miraj', 'Isra et Miraj', 'Isra and Miraj', 'الإسراء والمعراج', {
    source: moon,
    certain: false,
    ...quiet,
    ...more,
  });
export const ramadan = (more: Given = {}) =>
  day({ islamic: [9, 1] }, 'Ramadany', 'Ramadan', 'Ramadan', 'رمضان', {
    kind: 'fast',
    source: moon,
    certain: false,
    tone: 'neutral',
    days: 30,
    ...more,
  });
export const eidAlFitr = (days: number, more: Given = {}) =>
  day({ islamic: [10, 1] }, 'Eid al-Fitr', 'Aïd el-Fitr', 'Eid al-Fitr', 'عيد الفطر', {
    source: moon,
    certain: false,
    advice: 'do_not_write_to_people',
    days,
    ...more,
  });
export const arafat = (more: Given = {}) =>
  day({ islamic: [12, 9] }, 'Andron’ny Arafat', 'Jour d’Arafat', 'Day of Arafat', 'يوم عرفة', {
    source: moon,
    certain: false,
    ...quiet,
    ...more,
  });
export const eidAlAdha = (days: number, more: Given = {}) =>
  day({ islamic: [12, 10] }, 'Eid al-Adha', 'Aïd el-Adha', 'Eid al-Adha', 'عيد الأضحى', {
    source: moon,
    certain: false,
    advice: 'do_not_write_to_people',
    days,
    ...more,
  });

const shop = { kind: 'commerce', source: trade, ...joyful } as const;
export const blackFriday = () => day({ nth: [11, 4, 4], plus: 1 }, 'Black Friday', 'Black Friday', 'Black Friday', 'الجمعة السوداء', shop);
export const whiteFriday = () => day({ nth: [11, 4, 4], plus: 1 }, 'White Friday', 'White Friday', 'White Friday', 'الجمعة البيضاء', shop);
export const valentine = () => day({ date: '02-14' }, 'Fetin’ny mpifankatia', 'Saint-Valentin', 'Valentine’s Day', 'عيد الحب', shop);
export const womensDay = (more: Given = {}) =>
  day(
    { date: '03-08' },
    'Andro iraisam-pirenena ho an’ny vehivavy',
    'Journée internationale des femmes',
    'International Women’s Day',
    'اليوم العالمي للمرأة',
    { kind: 'feast', source: 'United Nations', ...more },
  );
export const mothersDayArab = () =>
  day({ date: '03-21' }, 'Fetin’ny reny', 'Fête des mères', 'Mother’s Day', 'عيد الأم', {
    kind: 'commerce',
    source: 'custom of the Arab world',
  });
export const backToSchool = (from: string, until: string) =>
  day({ date: from }, 'Fidiran’ny mpianatra', 'Rentrée des classes', 'Back to school', 'العودة إلى المدارس', {
    ...shop,
    tone: 'neutral',
    until,
    certain: false,
    source: 'custom of the trade; the ministry’s decree sets the day',
  });
/** The end of each month, when salaries are paid. */
export const payDays = (): Feast[] =>
  Array.from({ length: 12 }, (_none, at) =>
    day({ date: `${String(at + 1).padStart(2, '0')}-${at === 1 ? '25' : '27'}` }, 'Fotoan’ny karama', 'Jours de paie', 'Pay days', 'أيام الرواتب', {
      ...shop, tone: 'neutral', days: 4, certain: false,
    }),
  ); // prettier-ignore
