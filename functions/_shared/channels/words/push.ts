// What stands on a push beside the words of the content: titles, buttons, counts. Called by web-push.ts.
import type { Language } from '../../payloads.ts';

export type PushWords = {
  approve: string;
  reject: string;
  /** title of one approval; what follows is the content's own headline */
  toDecide: (headline: string) => string;
  /** money and settings: the app asks for the second factor */
  openTheApp: string;
  /** title of several approvals at once */
  waiting: (count: number) => string;
  reviewThem: string;
  /** titles of what is no decision */
  result: string;
  lead: string;
  alert: string;
  /** several of a kind that were gathered while the person was not to be rung */
  more: (count: number) => string;
  /** earned autonomy: it goes out by itself unless somebody stops it */
  goingOut: (time: string) => string;
  stop: string;
  stopIt: string;
  bringsNews: string;
};

const frenchPlural = new Intl.PluralRules('fr');
const englishPlural = new Intl.PluralRules('en');
const arabicPlural = new Intl.PluralRules('ar');

/** Arabic counts in five forms; the noun of each. */
function arabicDecisions(count: number): string {
  const form = arabicPlural.select(count);
  if (form === 'one') return 'قرار واحد ينتظرك';
  if (form === 'two') return 'قراران ينتظرانك';
  return form === 'few' ? `${count} قرارات تنتظرك` : `${count} قرارًا ينتظرك`;
}

export const pushWords: Record<Language, PushWords> = {
  mg: {
    approve: 'Ekeo',
    reject: 'Lavo',
    toDecide: (headline) => `Miandry ny hevitrao: ${headline}`,
    openTheApp: 'Sokafy ny Nexio hanapahan-kevitra.',
    waiting: (count) => `Miandry ny hevitrao ny tolo-kevitra ${count}`,
    reviewThem: 'Sokafy ny Nexio hijerena azy ireo.',
    result: 'Vita',
    lead: 'Mpanjifa vaovao',
    alert: 'Mila ny masonao',
    more: (count) => `Misy ${count} hafa koa.`,
    goingOut: (time) => `Hivoaka amin’ny ${time}`,
    stop: 'Ajanony',
    stopIt: 'Mbola azonao ajanona.',
    bringsNews: 'Nexio',
  },
  fr: {
    approve: 'Approuver',
    reject: 'Rejeter',
    toDecide: (headline) => `À vous de décider : ${headline}`,
    openTheApp: 'Ouvrez Nexio pour décider.',
    waiting: (count) => (frenchPlural.select(count) === 'one' ? `${count} décision vous attend` : `${count} décisions vous attendent`),
    reviewThem: 'Ouvrez Nexio pour les voir.',
    result: 'C’est fait',
    lead: 'Nouveau contact',
    alert: 'À regarder',
    more: (count) => (frenchPlural.select(count) === 'one' ? `Et ${count} autre.` : `Et ${count} autres.`),
    goingOut: (time) => `Part à ${time}`,
    stop: 'Arrêter',
    stopIt: 'Vous pouvez encore l’arrêter.',
    bringsNews: 'Nexio',
  },
  en: {
    approve: 'Approve',
    reject: 'Reject',
    toDecide: (headline) => `For you to decide: ${headline}`,
    openTheApp: 'Open Nexio to decide.',
    waiting: (count) => (englishPlural.select(count) === 'one' ? `${count} decision waits for you` : `${count} decisions wait for you`),
    reviewThem: 'Open Nexio to see them.',
    result: 'Done',
    lead: 'New contact',
    alert: 'Needs your eyes',
    more: (count) => `And ${count} more.`,
    goingOut: (time) => `Goes out at ${time}`,
    stop: 'Stop',
    stopIt: 'You can still stop it.',
    bringsNews: 'Nexio',
  },
  ar: {
    approve: 'موافقة',
    reject: 'رفض',
    toDecide: (headline) => `القرار لك: ${headline}`,
    openTheApp: 'افتح Nexio لتقرر.',
    waiting: arabicDecisions,
    reviewThem: 'افتح Nexio لرؤيتها.',
    result: 'تم',
    lead: 'جهة اتصال جديدة',
    alert: 'يحتاج إلى نظرك',
    more: (count) => `وغيرها: ${count}.`,
    goingOut: (time) => `يُنشر الساعة ${time}`,
    stop: 'أوقف',
    stopIt: 'ما زال بإمكانك إيقافه.',
    bringsNews: 'Nexio',
  },
};
