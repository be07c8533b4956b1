// Mistakes that a teacher of the language would mark, as patterns over the text as written, each with its rule. Only what is certain: a doubt is no correction. Used by proofread.ts.
import type { Language } from '../../../payloads.ts';

export type MistakeKind = 'spelling' | 'agreement' | 'syntax' | 'punctuation' | 'typography' | 'word_choice';
/** `$1` in `right` is the first group; `rule` is said in the language of the text. */
export type Mistake = { wrong: RegExp; right: string; kind: MistakeKind; rule: string };

const word = (wrong: string) => new RegExp(`(?<![\\p{L}\\p{N}'’-])(?:${wrong})(?![\\p{L}\\p{N}])`, 'giu');
const spell = (rule: string, pairs: Record<string, string>): Mistake[] =>
  Object.entries(pairs).map(([wrong, right]) => ({ wrong: word(wrong), right, kind: 'spelling', rule }));

const french: Mistake[] = [
  ...spell('accent obligatoire', {
    tres: 'très',
    deja: 'déjà',
    apres: 'après',
    voila: 'voilà',
    ca: 'ça',
    'a partir de': 'à partir de',
    "jusqu['’]a": 'jusqu’à',
    gateaux: 'gâteaux',
    gateau: 'gâteau',
    meme: 'même',
    evenement: 'événement',
    evenements: 'événements',
    etes: 'êtes',
    prete: 'prête',
    'a bientot': 'à bientôt',
    reservation: 'réservation',
    reservations: 'réservations',
    specialite: 'spécialité',
    qualite: 'qualité',
    bientot: 'bientôt',
  }),
  ...spell('orthographe', {
    acceuil: 'accueil',
    acceuillons: 'accueillons',
    addresse: 'adresse',
    adresses: 'adresses',
    parmis: 'parmi',
    malgrés: 'malgré',
    language: 'langage',
    appellez: 'appelez',
    bienvenu: 'bienvenue',
    comande: 'commande',
    comander: 'commander',
    reduction: 'réduction',
    promotionel: 'promotionnel',
    dévelloper: 'développer',
    courament: 'couramment',
  }),
  { wrong: word('tout les'), right: 'tous les', kind: 'agreement', rule: 'accord de « tout » au pluriel' },
  { wrong: word('toute les'), right: 'toutes les', kind: 'agreement', rule: 'accord de « tout » au pluriel' },
  { wrong: word('nous somme'), right: 'nous sommes', kind: 'agreement', rule: 'accord du verbe avec « nous »' },
  { wrong: word('on vous attends'), right: 'on vous attend', kind: 'agreement', rule: 'accord du verbe avec « on »' },
  { wrong: word("on t['’]attends"), right: 'on t’attend', kind: 'agreement', rule: 'accord du verbe avec « on »' },
  { wrong: word('vous ête'), right: 'vous êtes', kind: 'agreement', rule: 'accord du verbe avec « vous »' },
  { wrong: word('(?:vener|venait) nous voir'), right: 'venez nous voir', kind: 'agreement', rule: 'impératif en -ez' },
  {
    wrong: word('(les|des|nos|vos|mes|ces) (produit|client|service|article|offre|horaire|samosa|plat|robe|tresse|prix spécial)'),
    right: '$1 $2s',
    kind: 'agreement',
    rule: 'pluriel après « les, des, nos »',
  },
  { wrong: word('quelque soit'), right: 'quel que soit', kind: 'word_choice', rule: '« quel que » en deux mots' },
  { wrong: word("au jour d['’]aujourd['’]hui"), right: 'aujourd’hui', kind: 'word_choice', rule: 'pléonasme' },
  { wrong: word('(le|la|les|des|de|du|et|est|un|une|pour|avec|dans|sur) \\1'), right: '$1', kind: 'syntax', rule: 'mot écrit deux fois' },
  { wrong: /(?<=[\p{L}\d»)])([!?;])(?=\s|$)/gu, right: '\u00a0$1', kind: 'typography', rule: 'espace insécable avant ! ? ;' },
  { wrong: /(?<=[\p{L}\d»)]) ([!?;:])(?=\s|$)/gu, right: '\u00a0$1', kind: 'typography', rule: 'espace insécable, non ordinaire' },
];

const malagasy: Mistake[] = [
  {
    wrong: word('(ho an|amin|tamin|hatramin|alohan|momban) ny'),
    right: "$1'ny",
    kind: 'spelling',
    rule: "tendron-tsoratra amin'ny teny mitohy",
  },
  { wrong: word('isan andro'), right: "isan'andro", kind: 'spelling', rule: 'tendron-tsoratra' },
  { wrong: word('isa[nm] olona'), right: "isan'olona", kind: 'spelling', rule: 'tendron-tsoratra' },
  ...spell('y no faran’ny teny fa tsy i', {
    vidini: 'vidiny',
    izahai: 'izahay',
    sabotsi: 'sabotsy',
    azafadi: 'azafady',
    alakamisi: 'alakamisy',
    alahadi: 'alahady',
    tsari: 'tsary',
    fitiavani: 'fitiavany',
  }),
  ...spell('tsipelina', {
    misaotre: 'misaotra',
    miarahabà: 'miarahaba',
    maimaimpoana: 'maimaim-poana',
    'maimaim poana': 'maimaim-poana',
    fihenambidy: 'fihenam-bidy',
    'fihenam bidy': 'fihenam-bidy',
    ianero: 'ianareo',
    tongave: 'tongava',
    'faran ny herinandro': "faran'ny herinandro",
  }),
  { wrong: word('(ny|sy|dia|fa|ao) \\1'), right: '$1', kind: 'syntax', rule: 'teny voasoratra indroa' },
];

const english: Mistake[] = [
  ...spell('spelling', {
    recieve: 'receive',
    definately: 'definitely',
    seperate: 'separate',
    untill: 'until',
    alot: 'a lot',
    wich: 'which',
    adress: 'address',
    occassion: 'occasion',
    accomodate: 'accommodate',
    tommorow: 'tomorrow',
    tommorrow: 'tomorrow',
    begining: 'beginning',
    buisness: 'business',
    calender: 'calendar',
    garantee: 'guarantee',
    oppening: 'opening',
    weekand: 'weekend',
    freinds: 'friends',
  }),
  ...spell('apostrophe left out', {
    dont: 'don’t',
    doesnt: 'doesn’t',
    cant: 'can’t',
    wont: 'won’t',
    didnt: 'didn’t',
    isnt: 'isn’t',
    youre: 'you’re',
    theyre: 'they’re',
  }),
  { wrong: word('your welcome'), right: 'you’re welcome', kind: 'word_choice', rule: '“you are” and not “your”' },
  { wrong: word('(we|you|they) is'), right: '$1 are', kind: 'agreement', rule: 'verb agrees with its subject' },
  { wrong: word('(we|you|they) was'), right: '$1 were', kind: 'agreement', rule: 'verb agrees with its subject' },
  { wrong: word('(customers|prices|phones|screens|repairs) is'), right: '$1 are', kind: 'agreement', rule: 'verb agrees with its subject' },
  {
    wrong: /(?<![\p{L}])a (?=(?:apple|egg|hour|offer|order|opening|evening|easy|issue|item|old|open|address|email|extra)\b)/gu,
    right: 'an ',
    kind: 'syntax',
    rule: '“an” before a vowel sound',
  },
  { wrong: /(?<![\p{L}])i(?=[ ’'](?:am|m|ve|have|will|ll|think|want)\b)/gu, right: 'I', kind: 'spelling', rule: '“I” is a capital letter' },
  { wrong: word('(the|a|an|and|of|for|with|to|is|are|in|on|our|your) \\1'), right: '$1', kind: 'syntax', rule: 'a word written twice' },
];

const arabicWord = (wrong: string) => new RegExp(`(?<!\\p{L})(?:${wrong})(?!\\p{L})`, 'gu');
const hamza = (pairs: Record<string, string>): Mistake[] =>
  Object.entries(pairs).map(([wrong, right]) => ({ wrong: arabicWord(wrong), right, kind: 'spelling', rule: 'همزة ناقصة' }));
const arabic: Mistake[] = [
  ...hamza({
    الى: 'إلى',
    الان: 'الآن',
    انتم: 'أنتم',
    انت: 'أنت',
    اهلا: 'أهلًا',
    ايضا: 'أيضًا',
    او: 'أو',
    اي: 'أي',
    الاحد: 'الأحد',
    الاربعاء: 'الأربعاء',
    الاسبوع: 'الأسبوع',
    اسعار: 'أسعار',
    الاسعار: 'الأسعار',
    افضل: 'أفضل',
  }),
  ...Object.entries({ هاذا: 'هذا', هاذه: 'هذه', لاكن: 'لكن', 'انشاء الله': 'إن شاء الله', شكرن: 'شكرًا' }).map(
    ([wrong, right]): Mistake => ({ wrong: arabicWord(wrong), right, kind: 'spelling', rule: 'إملاء' }),
  ),
  ...Object.entries({
    الجمعه: 'الجمعة',
    جديده: 'جديدة',
    خاصه: 'خاصة',
    السمبوسه: 'السمبوسة',
    المدينه: 'المدينة',
    خدمه: 'خدمة',
    القهوه: 'القهوة',
    مفتوحه: 'مفتوحة',
  }).map(([wrong, right]): Mistake => ({ wrong: arabicWord(wrong), right, kind: 'spelling', rule: 'تاء مربوطة لا هاء' })),
  { wrong: arabicWord('(في|من|على|إلى|عن|و) \\1'), right: '$1', kind: 'syntax', rule: 'كلمة مكتوبة مرتين' },
  { wrong: /(?<=\p{Script=Arabic}),(?=\s)/gu, right: '،', kind: 'punctuation', rule: 'فاصلة عربية' },
  { wrong: /(?<=\p{Script=Arabic}) ?\?(?=\s|$)/gu, right: '؟', kind: 'punctuation', rule: 'علامة استفهام عربية' },
  { wrong: /(?<=\p{Script=Arabic});(?=\s)/gu, right: '؛', kind: 'punctuation', rule: 'فاصلة منقوطة عربية' },
];

const rules: Record<Language, { space: string; comma: string; twice: string }> = {
  fr: { space: 'une seule espace', comma: 'pas d’espace avant la virgule ou le point', twice: 'une seule virgule' },
  mg: { space: 'elanelana iray ihany', comma: 'tsy misy elanelana alohan’ny faingo na teboka', twice: 'faingo iray ihany' },
  en: { space: 'one space only', comma: 'no space before a comma or full stop', twice: 'one comma only' },
  ar: { space: 'مسافة واحدة فقط', comma: 'لا مسافة قبل الفاصلة أو النقطة', twice: 'فاصلة واحدة فقط' },
};

const everywhere = (language: Language): Mistake[] => [
  { wrong: /(?<=\S) {2,}(?=\S)/gu, right: ' ', kind: 'typography', rule: rules[language].space },
  { wrong: /(?<=[\p{L}\d]) +([,،.])(?=\s|$)/gu, right: '$1', kind: 'punctuation', rule: rules[language].comma },
  { wrong: /([,،])\1+/gu, right: '$1', kind: 'punctuation', rule: rules[language].twice },
];

export const mistakes: Record<Language, Mistake[]> = {
  fr: [...everywhere('fr'), ...french],
  mg: [...everywhere('mg'), ...malagasy],
  en: [
    ...everywhere('en'),
    ...english,
    { wrong: /(?<=\p{L}) ([!?;:])(?=\s|$)/gu, right: '$1', kind: 'typography', rule: 'no space before the mark' },
  ],
  ar: [...everywhere('ar'), ...arabic],
};
