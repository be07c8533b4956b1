// What the scorer of possible customers says. Used by lead-scorer.ts.
import type { Phrases } from '../say.ts';

export const scorerPhrases = {
  fit: {
    mg: 'Asa {trade}/20, toerana {place}/15, habe {size}/10.',
    fr: 'Métier {trade}/20, lieu {place}/15, taille {size}/10.',
    en: 'Trade {trade}/20, place {place}/15, size {size}/10.',
    ar: 'المهنة {trade}/20، المكان {place}/15، الحجم {size}/10.',
  },
  intent_buys: {
    mg: 'Manontany vidiny, daty, isa na adiresy.',
    fr: 'Demande un prix, une date, une quantité ou une adresse.',
    en: 'Asks for a price, a date, a quantity or an address.',
    ar: 'يسأل عن سعر أو موعد أو كمية أو عنوان.',
  },
  intent_names: { mg: 'Milaza izay amidintsika.', fr: 'Nomme ce que nous vendons.', en: 'Names what we sell.', ar: 'يذكر ما نبيعه.' },
  intent_general: {
    mg: 'Liana ankapobeny ihany.',
    fr: 'Montre un intérêt général.',
    en: 'Shows a general interest.',
    ar: 'يبدي اهتمامًا عامًا.',
  },
  intent_none: {
    mg: 'Tsy misy fahavononana hividy hita.',
    fr: 'Aucune envie d’acheter visible.',
    en: 'No wish to buy can be seen.',
    ar: 'لا تظهر رغبة في الشراء.',
  },
  intent_unknown: {
    mg: 'Tsy mbola niteny na inona na inona.',
    fr: 'N’a encore rien dit.',
    en: 'Has not said anything yet.',
    ar: 'لم يقل شيئًا بعد.',
  },
  way_phone: { mg: 'finday', fr: 'téléphone', en: 'phone', ar: 'الهاتف' },
  way_email: { mg: 'mailaka', fr: 'e-mail', en: 'e-mail', ar: 'البريد' },
  way_form: { mg: 'tranonkala', fr: 'site', en: 'website', ar: 'الموقع' },
  reachable: {
    mg: 'Azo ifandraisana amin’ny: {list}.',
    fr: 'Joignable par : {list}.',
    en: 'Can be reached by: {list}.',
    ar: 'يمكن التواصل عبر: {list}.',
  },
  unreachable: {
    mg: 'Tsy misy fomba ifandraisana fantatra.',
    fr: 'Aucun moyen connu de le joindre.',
    en: 'No known way to reach them.',
    ar: 'لا وسيلة معروفة للتواصل.',
  },
  activity_fresh: {
    mg: 'Nisy hetsika tao anatin’ny 30 andro.',
    fr: 'Actif depuis moins de 30 jours.',
    en: 'Active within 30 days.',
    ar: 'نشط خلال 30 يومًا.',
  },
  activity_some: {
    mg: 'Nisy hetsika tao anatin’ny 90 andro.',
    fr: 'Actif depuis moins de 90 jours.',
    en: 'Active within 90 days.',
    ar: 'نشط خلال 90 يومًا.',
  },
  activity_old: {
    mg: 'Tsy nisy hetsika nandritra ny 90 andro.',
    fr: 'Aucun signe depuis plus de 90 jours.',
    en: 'No sign of life for more than 90 days.',
    ar: 'لا نشاط منذ أكثر من 90 يومًا.',
  },
  activity_unknown: {
    mg: 'Tsy fantatra ny fotoana nahitana azy farany.',
    fr: 'Dernier signe de vie inconnu.',
    en: 'Last sign of life is not known.',
    ar: 'آخر نشاط غير معروف.',
  },
  nobody: {
    mg: 'Tsy misy mety ho mpanjifa nojerena izao.',
    fr: 'Il n’y avait aucun client possible à examiner.',
    en: 'There was no possible customer to look at.',
    ar: 'لا يوجد زبون محتمل لمراجعته.',
  },
  summary: {
    mg: 'Mety ho mpanjifa nojerena: {count}. Ny mifanaraka indrindra dia i {best} ({match} amin’ny 100).',
    fr: 'Clients possibles examinés : {count}. Le plus proche de votre idéal : {best} ({match} sur 100).',
    en: 'Possible customers looked at: {count}. The best match is {best} ({match} of 100).',
    ar: 'زبائن محتملون راجعتهم: {count}. الأقرب إلى المطلوب: {best} ({match} من 100).',
  },
  summary_created: {
    mg: 'Nojerena: {count}; mifanaraka indrindra i {best} ({match} amin’ny 100). Nampidirina ho olona liana: {created}.',
    fr: 'Examinés : {count} ; le meilleur est {best} ({match} sur 100). Ajoutés aux contacts : {created}.',
    en: 'Looked at: {count}; the best is {best} ({match} of 100). Added as leads: {created}.',
    ar: 'راجعت: {count}؛ الأفضل {best} ({match} من 100). أضيفوا كمهتمين: {created}.',
  },
} satisfies Phrases;
