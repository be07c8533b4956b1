// What the test of subject lines says. Used by subject-ab-tester.ts.
import type { Phrases } from '../say.ts';

export const subjectPhrases = {
  split: {
    mg: 'Andrana: vondrona {groups}, samy {each} olona. Ny {rest} sisa hahazo ny lohateny mandresy.',
    fr: 'Essai : {groups} groupes de {each} personnes. Les {rest} autres recevront l’objet gagnant.',
    en: 'Trial: {groups} groups of {each} people. The other {rest} will get the subject that wins.',
    ar: 'تجربة: {groups} مجموعات في كل منها {each} شخص. سيصل العنوان الفائز إلى الباقين وعددهم {rest}.',
  },
  too_small: {
    mg: 'Latsaky ny 400 ny olona ka tsy misy andrana azo itokiana: « {subject} » no alefa amin’ny rehetra.',
    fr: 'Moins de 400 personnes, un essai ne dirait rien : « {subject} » part à toutes.',
    en: 'Fewer than 400 people, so a trial would tell nothing: “{subject}” goes to all.',
    ar: 'أقل من 400 شخص، فلن تفيد التجربة: يُرسل «{subject}» إلى الجميع.',
  },
  waiting: {
    mg: 'Mbola aloha loatra ny mitsara ({hours} izao). Andrasana aloha.',
    fr: 'Il est trop tôt pour juger ({hours} seulement). Attendons encore.',
    en: 'It is too early to judge (only {hours}). Let us wait.',
    ar: 'من المبكر الحكم (مرت {hours} فقط). لننتظر.',
  },
  winner: {
    mg: '« {subject} » no mandresy: {rate}. Alefa amin’ny {rest} sisa.',
    fr: '« {subject} » l’emporte : {rate}. Je l’envoie aux {rest} autres.',
    en: '“{subject}” wins: {rate}. It goes to the other {rest}.',
    ar: 'فاز «{subject}»: {rate}. يُرسل إلى الباقين وعددهم {rest}.',
  },
  no_difference: {
    mg: 'Tsy misy fahasamihafana azo itokiana: « {subject} » no alefa amin’ny {rest} sisa.',
    fr: 'Pas de vraie différence : « {subject} » part aux {rest} autres.',
    en: 'No real difference: “{subject}” goes to the other {rest}.',
    ar: 'لا فرق حقيقي: يُرسل «{subject}» إلى الباقين وعددهم {rest}.',
  },
  by_opens: {
    mg: 'Nisokatra no notsaraina fa tsy tsindry: tsy azo itokiana loatra izany, satria misy fitaovana manokatra ho azy.',
    fr: 'Jugé sur les ouvertures, à prendre avec prudence : des logiciels ouvrent les messages tout seuls.',
    en: 'Judged by opens, so be careful with it: mail programs open messages by themselves.',
    ar: 'الحكم حسب الفتح، فخذوه بحذر: بعض البرامج تفتح الرسائل من تلقاء نفسها.',
  },
} satisfies Phrases;
