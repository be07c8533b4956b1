// The sentences of a press release in the four languages: third person, no praise. Used by press-release.ts.
import type { Language } from '../../../payloads.ts';
import type { Kind, State } from '../../lexicon/shape.ts';

export type ReleaseWords = {
  leads: Partial<Record<Kind, string[]>> & { news: string[] };
  states: Record<State, string>;
  line: string;
  plain: string;
  headline: string;
  about: string;
  offers: string;
  where: string;
  hours: string;
  reach: string;
  editors: string;
  check: string;
  missing: Record<'quote' | 'when' | 'phone' | 'people', string>;
  say: Record<'local' | 'weak', string>;
};

export const releaseWords: Record<Language, ReleaseWords> = {
  fr: {
    leads: {
      offer: [
        '[{when}, ]{brand} propose {the_what} {deal}[ {at}].',
        '[{when}, ]{brand} propose : {what}[ {deal}][ {at}].',
        '[{when}, ]{brand} accorde {percent}[ sur {what}][ {at}].',
      ],
      novelty: [
        '[{when}, ]{brand} propose désormais {the_what}[ {deal}][ {at}].',
        '[{when}, ]{brand} propose désormais : {what}[ {deal}][ {at}].',
      ],
      event: ['[{when}, ]{brand} organise : {what}[, {at}][, {deal}].'],
      news: ['{brand} fait savoir : {what}[ {deal}][, {when}][, {at}].', '{brand} donne rendez-vous[ {when}][ {at}][, {deal}].'],
    },
    states: {
      open: '{brand} est ouvert[ {when}][ {at}].',
      closed: '{brand} est fermé[ {when}][ {at}].',
      close: '{brand} ferme[ {when}][ {at}].',
      reopen: '{brand} rouvre[ {when}][ {at}].',
    },
    line: '{What}[ : {amount}][, {when}][, {at}].',
    plain: '{brand} donne de ses nouvelles.',
    headline: '{brand} : {news}',
    about: '{brand}[ ({tagline})] reçoit ses clients[ {at}].',
    offers: 'La maison propose aussi : {list}.',
    where: 'L’établissement se trouve {at}.',
    hours: 'Il reçoit {hours}.',
    reach: 'Pour vérifier ces informations ou poser une question : {contact}.',
    editors: 'Note à la rédaction : restent à demander {missing}.',
    check: 'Chaque fait de ce texte vient de {brand} et peut être vérifié sur place avant parution.',
    missing: {
      quote: 'une citation du propriétaire, avec son accord',
      when: 'la date exacte',
      phone: 'un numéro de contact',
      people: 'le nombre de personnes concernées',
    },
    say: {
      local: 'L’angle : ce qui change pour les gens du quartier. C’est une nouvelle locale.',
      weak: 'Pour un journal, c’est surtout de la publicité : une date, un chiffre ou une histoire en ferait une nouvelle.',
    },
  },
  mg: {
    leads: {
      offer: ['[{when} dia ]manolotra {what} ny {brand}[ {at}][, {deal}].', '[{when} dia ]mampihena {percent} ny {brand}[ {at}].'],
      novelty: ['[{when} dia ]manomboka manolotra {what} ny {brand}[ {at}][, {deal}].'],
      event: ['Hisy {what}[ {when}][ {at}], karakarain’ny {brand}[, {deal}].'],
      news: ['Mampahafantatra ny {brand}: {what}[, {deal}][, {when}][, {at}].', 'Manasa ny olona ny {brand}[ {when}][ {at}][, {deal}].'],
    },
    states: {
      open: 'Misokatra ny {brand}[ {when}][ {at}].',
      closed: 'Mikatona ny {brand}[ {when}][ {at}].',
      close: 'Mikatona ny {brand}[ {when}][ {at}].',
      reopen: 'Misokatra indray ny {brand}[ {when}][ {at}].',
    },
    line: '{What}[: {amount}][, {when}][, {at}].',
    plain: 'Mampahafantatra ny vaovaony ny {brand}.',
    headline: '{brand}: {news}',
    about: 'Ny {brand}[ ({tagline})] dia mandray ny mpanjifany[ {at}].',
    offers: 'Ireto koa no hita ao: {list}.',
    where: '{at} no misy ny toerana.',
    hours: 'Ny ora fandraisana dia {hours}.',
    reach: 'Raha hanamarina na hanontany dia izao no hifandraisana: {contact}.',
    editors: 'Ho an’ny mpanoratra: mbola tokony hangatahina ny {missing}.',
    check:
      'Avy amin’ny {brand} avokoa ny zava-misy rehetra amin’ity soratra ity, ary azo hamarinina eny an-toerana alohan’ny famoahana azy.',
    missing: {
      quote: 'teny avy amin’ny tompony, miaraka amin’ny fanekeny',
      when: 'daty marina',
      phone: 'laharana hifandraisana',
      people: 'isan’ny olona voakasik’izany',
    },
    say: {
      local: 'Ny hevitra fototra: izay miova ho an’ny olona eo an-toerana. Vaovao eo an-toerana izany.',
      weak: 'Ho an’ny gazety dia dokambarotra izany: raha misy daty, isa na tantara dia ho lasa vaovao.',
    },
  },
  en: {
    leads: {
      offer: ['[{when}, ]{brand} offers {what} {deal}[ {at}].', '[{when}, ]{brand} takes {percent} off[ {what}][ {at}].'],
      novelty: ['[{when}, ]{brand} now offers {what}[ {deal}][ {at}].'],
      event: ['[{when}, ]{brand} holds a {bare}[ {at}][, {deal}].'],
      news: ['{brand} makes known: {what}[ {deal}][, {when}][, {at}].', '{brand} invites the public[ {when}][ {at}][, {deal}].'],
    },
    states: {
      open: '{brand} is open[ {when}][ {at}].',
      closed: '{brand} is closed[ {when}][ {at}].',
      close: '{brand} closes[ {when}][ {at}].',
      reopen: '{brand} opens again[ {when}][ {at}].',
    },
    line: '{What}[: {amount}][, {when}][, {at}].',
    plain: '{brand} has news.',
    headline: '{brand}: {news}',
    about: '{brand}[ ({tagline})] receives its customers[ {at}].',
    offers: 'The house also offers: {list}.',
    where: 'The business is {at}.',
    hours: 'It is open {hours}.',
    reach: 'To check these facts or to ask a question: {contact}.',
    editors: 'Note to editors: still to be asked for are {missing}.',
    check: 'Each fact in this text comes from {brand} and can be checked on the spot before it is printed.',
    missing: {
      quote: 'a quotation of the owner, with consent',
      when: 'the exact date',
      phone: 'a number to call',
      people: 'how many people it concerns',
    },
    say: {
      local: 'The angle: what changes for people nearby. This is local news.',
      weak: 'For a newspaper this is an advertisement: a date, a figure or a story would make it news.',
    },
  },
  ar: {
    leads: {
      offer: ['[{when}، ]لدى {brand}: {what} {deal}[، {at}].', '[{when}، ]لدى {brand} خصم {percent}[ على {what}][، {at}].'],
      novelty: ['[{when}، ]الجديد لدى {brand}: {what}[ {deal}][، {at}].'],
      event: ['[{when}، ]موعد من تنظيم {brand}: {what}[، {at}][، {deal}].'],
      news: ['من أخبار {brand}: {what}[، {deal}][، {when}][، {at}].', 'دعوة عامة من {brand}[ {when}][، {at}][، {deal}].'],
    },
    states: {
      open: 'أبواب {brand} مفتوحة[ {when}][ {at}].',
      closed: 'أبواب {brand} مغلقة[ {when}][ {at}].',
      close: 'تغلق أبواب {brand}[ {when}][ {at}].',
      reopen: 'تفتح أبواب {brand} من جديد[ {when}][ {at}].',
    },
    line: '{What}[: {amount}][، {when}][، {at}].',
    plain: 'هذه أخبار {brand}.',
    headline: '{brand}: {news}',
    about: 'تستقبل أبواب {brand}[ ({tagline})] الزبائن[ {at}].',
    offers: 'ومما يجده الزبائن أيضًا: {list}.',
    where: 'يقع المحل {at}.',
    hours: 'أوقات الاستقبال: {hours}.',
    reach: 'للتحقق من هذه المعلومات أو لطرح سؤال: {contact}.',
    editors: 'ملاحظة للتحرير: ما زال ينقص {missing}.',
    check: 'كل معلومة في هذا النص مصدرها {brand}، ويمكن التحقق منها في المكان قبل النشر.',
    missing: {
      quote: 'كلمة من صاحب المحل بموافقته',
      when: 'التاريخ الدقيق',
      phone: 'رقم للاتصال',
      people: 'عدد الأشخاص المعنيين',
    },
    say: {
      local: 'الزاوية: ما الذي يتغير لأهل الحي. هذا خبر محلي.',
      weak: 'هذا في نظر الجريدة إعلان: تاريخ أو رقم أو قصة تجعله خبرًا.',
    },
  },
};
