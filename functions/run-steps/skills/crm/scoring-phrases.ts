// What lead scoring says. Used by lead-scoring.ts.
import type { Phrases } from '../say.ts';

export const scoringPhrases = {
  order: { mg: 'nanao kaomandy', fr: 'a commandé', en: 'ordered', ar: 'طلب شراء' },
  asked_date: { mg: 'nanontany daty', fr: 'a demandé une date', en: 'asked for a date', ar: 'سأل عن موعد' },
  asked_price: { mg: 'nanontany vidiny', fr: 'a demandé un prix', en: 'asked for a price', ar: 'سأل عن السعر' },
  form: { mg: 'nameno ny takelaka', fr: 'a rempli le formulaire', en: 'filled in the form', ar: 'ملأ النموذج' },
  message: { mg: 'nandefa hafatra', fr: 'a écrit', en: 'wrote a message', ar: 'أرسل رسالة' },
  intent: { mg: 'Ny nataony: {list}.', fr: 'Ce qu’il a fait : {list}.', en: 'What they did: {list}.', ar: 'ما فعله: {list}.' },
  no_intent: {
    mg: 'Tsy mbola nangataka na inona na inona.',
    fr: 'N’a encore rien demandé.',
    en: 'Has not asked for anything yet.',
    ar: 'لم يطلب شيئًا بعد.',
  },
  recency: {
    mg: 'Nisy hetsika farany {days} izay.',
    fr: 'Dernier signe de vie il y a {days}.',
    en: 'Last sign of life {days} ago.',
    ar: 'آخر نشاط قبل {days}.',
  },
  engagement: {
    mg: 'Valiny na tsindry: {answers}; mailaka novakina: {opens}.',
    fr: 'Réponses ou clics : {answers} ; e-mails ouverts : {opens}.',
    en: 'Replies or clicks: {answers}; mails opened: {opens}.',
    ar: 'ردود أو نقرات: {answers}؛ رسائل مفتوحة: {opens}.',
  },
  no_show: {
    mg: 'Tsy tonga tamin’ny fotoana: −{points}.',
    fr: 'Rendez-vous manqué : −{points}.',
    en: 'Missed appointment: −{points}.',
    ar: 'لم يحضر الموعد: −{points}.',
  },
  stage: { mg: 'Efa mandroso ny resaka.', fr: 'La discussion est avancée.', en: 'The talks are well under way.', ar: 'المحادثة متقدمة.' },
  stage_early: { mg: 'Mbola eo am-piandohana.', fr: 'On en est au tout début.', en: 'It is still early days.', ar: 'ما زلنا في البداية.' },
  reach_both: {
    mg: 'Manana finday sy mailaka.',
    fr: 'Téléphone et e-mail connus.',
    en: 'Phone and e-mail are known.',
    ar: 'الهاتف والبريد معروفان.',
  },
  reach_phone: {
    mg: 'Finday ihany no fantatra.',
    fr: 'Téléphone connu, pas d’e-mail.',
    en: 'Phone is known, no e-mail.',
    ar: 'الهاتف معروف دون بريد.',
  },
  reach_email: {
    mg: 'Mailaka ihany no fantatra.',
    fr: 'E-mail connu, pas de téléphone.',
    en: 'E-mail is known, no phone.',
    ar: 'البريد معروف دون هاتف.',
  },
  reach_none: {
    mg: 'Tsy misy finday na mailaka.',
    fr: 'Ni téléphone ni e-mail.',
    en: 'Neither phone nor e-mail.',
    ar: 'لا هاتف ولا بريد.',
  },
  summary: {
    mg: 'Olona liana nojerena: {leads}; mafana be: {hot}. Tsy misy miandry valiny izao.',
    fr: 'Contacts passés en revue : {leads}, très chauds : {hot}. Personne n’attend de réponse.',
    en: 'Leads looked at: {leads}, hot: {hot}. Nobody is waiting for an answer.',
    ar: 'المهتمون الذين راجعتهم: {leads}، الساخنون: {hot}. لا أحد ينتظر ردًا.',
  },
  summary_answer: {
    mg: 'Olona liana nojerena: {leads}; mafana be: {hot}. Valio aloha ireto: {list}.',
    fr: 'Contacts passés en revue : {leads}, très chauds : {hot}. À qui répondre d’abord : {list}.',
    en: 'Leads looked at: {leads}, hot: {hot}. Answer these first: {list}.',
    ar: 'المهتمون الذين راجعتهم: {leads}، الساخنون: {hot}. ردّوا أولًا على: {list}.',
  },
} satisfies Phrases;
