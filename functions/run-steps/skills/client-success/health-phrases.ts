// What the health score says. Used by health-scorer.ts.
import type { Phrases } from '../say.ts';

export const healthPhrases = {
  presence: {
    mg: 'Fitsidihana farany: {days} izay.',
    fr: 'Dernière visite il y a {days}.',
    en: 'Last visit {days} ago.',
    ar: 'آخر زيارة قبل {days}.',
  },
  decisions: {
    mg: 'Fanapahana vita: {decided} amin’ny {asked}; fotoana antonony: {hours}.',
    fr: 'Décisions prises : {decided} sur {asked} ; délai médian : {hours}.',
    en: 'Decisions made: {decided} of {asked}; median delay: {hours}.',
    ar: 'قرارات اتُّخذت: {decided} من {asked}؛ المدة الوسطى: {hours}.',
  },
  output: {
    mg: 'Lahatsoratra nivoaka tao anatin’ny 30 andro: {now}; talohan’izay: {before}.',
    fr: 'Publications en 30 jours : {now} ; les 30 jours d’avant : {before}.',
    en: 'Posts in 30 days: {now}; in the 30 days before: {before}.',
    ar: 'منشورات خلال 30 يومًا: {now}؛ وفي الثلاثين قبلها: {before}.',
  },
  results: {
    mg: 'Fiovan’ny fihetsiky ny mpijery: {change}.',
    fr: 'Évolution des interactions : {change}.',
    en: 'Change in engagement: {change}.',
    ar: 'تغيّر التفاعل: {change}.',
  },
  trust: {
    mg: 'Nolavina: {rejected}; olana tranainy: {tickets}; kaonty lany daty: {expired}; naoty nomena: {survey}.',
    fr: 'Rejets : {rejected} ; demandes d’aide anciennes : {tickets} ; comptes expirés : {expired} ; note donnée : {survey}.',
    en: 'Rejected: {rejected}; old tickets: {tickets}; expired accounts: {expired}; survey: {survey}.',
    ar: 'مرفوضة: {rejected}؛ طلبات مساعدة قديمة: {tickets}؛ حسابات منتهية: {expired}؛ التقييم: {survey}.',
  },
  money: {
    mg: 'Andro tratra ny fetran’ny tetibola: {blocked}.',
    fr: 'Jours bloqués par le budget : {blocked}.',
    en: 'Days blocked by the budget: {blocked}.',
    ar: 'أيام أوقفتها الميزانية: {blocked}.',
  },
  money_failed: {
    mg: 'Tsy nety ny fandoavam-bola farany.',
    fr: 'Le dernier paiement a échoué.',
    en: 'The last payment failed.',
    ar: 'فشل آخر دفع.',
  },
  act_none: {
    mg: 'Mandeha tsara ny zava-drehetra: {health} amin’ny 100.',
    fr: 'Tout va bien : {health} sur 100.',
    en: 'All is well: {health} of 100.',
    ar: 'كل شيء بخير: {health} من 100.',
  },
  act_nudge: {
    mg: '{health} amin’ny 100. Fampahatsiahivana kely no ilaina: misy zavatra miandry.',
    fr: '{health} sur 100. Un petit rappel suffit : des choses attendent.',
    en: '{health} of 100. A small reminder will do: some things are waiting.',
    ar: '{health} من 100. يكفي تذكير بسيط: هناك أمور تنتظر.',
  },
  act_call: {
    mg: '{health} amin’ny 100. Tsara raha misy olona miantso azy.',
    fr: '{health} sur 100. Il vaut mieux que quelqu’un l’appelle.',
    en: '{health} of 100. It would be good if somebody called them.',
    ar: '{health} من 100. من الأفضل أن يتصل به أحد.',
  },
  act_fix_account: {
    mg: '{health} amin’ny 100. Misy kaonty lany daty: ampifandraiso indray aloha.',
    fr: '{health} sur 100. Un compte relié a expiré : il faut d’abord le reconnecter.',
    en: '{health} of 100. A connected account has expired: that has to be connected again first.',
    ar: '{health} من 100. انتهت صلاحية حساب متصل: يجب إعادة ربطه أولًا.',
  },
  act_fix_payment: {
    mg: '{health} amin’ny 100. Tsy nety ny fandoavana: io aloha no alamina.',
    fr: '{health} sur 100. Le paiement a échoué : c’est à régler d’abord.',
    en: '{health} of 100. The payment failed: that comes first.',
    ar: '{health} من 100. فشل الدفع: يجب حل ذلك أولًا.',
  },
  act_review_work: {
    mg: '{health} amin’ny 100. Betsaka ny nolavina na midina ny vokatra: jereo ny asa ataontsika.',
    fr: '{health} sur 100. Trop de rejets ou de résultats en baisse : revoyons notre travail.',
    en: '{health} of 100. Too much is rejected, or results fall: let us look at our work.',
    ar: '{health} من 100. الرفض كثير أو النتائج تنخفض: لنراجع عملنا.',
  },
} satisfies Phrases;
