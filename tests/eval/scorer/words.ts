// What the scorer knows of the four languages. Its own on purpose: the house model and its reviewer must not mark their own homework.
import type { Language } from '../../../supabase/payloads.ts';
import type { Day, Feast } from '../set/shape.ts';

/** Names by language, as folded regular expressions. */
export const dayNames: Record<Language, Record<Day, string>> = {
  fr: {
    monday: 'lundis?',
    tuesday: 'mardis?',
    wednesday: 'mercredis?',
    thursday: 'jeudis?',
    friday: 'vendredis?',
    saturday: 'samedis?',
    sunday: 'dimanches?',
    weekend: 'week-?end',
  },
  mg: {
    monday: 'alatsinainy',
    tuesday: 'talata',
    wednesday: 'alarobia',
    thursday: 'alakamisy',
    friday: 'zoma',
    saturday: 'sabotsy|asabotsy',
    sunday: 'alahady',
    weekend: 'faran.ny herinandro|week-?end',
  },
  en: {
    monday: 'mon(day)?s?',
    tuesday: 'tue(sday)?s?',
    wednesday: 'wed(nesday)?s?',
    thursday: 'thu(rsday)?s?',
    friday: 'fri(day)?s?',
    saturday: 'sat(urday)?s?',
    sunday: 'sun(day)?s?',
    weekend: 'week-?end',
  },
  ar: {
    monday: '(?:ال)?اثنين|الاثنين',
    tuesday: 'الثلاثاء',
    wednesday: '(?:ال)?اربعاء',
    thursday: 'الخميس',
    friday: 'الجمعه|الجمعة',
    saturday: 'السبت',
    sunday: '(?:ال)?احد',
    weekend: 'نهايه الاسبوع|نهاية الاسبوع|عطلة الاسبوع',
  },
};

export const monthNames: Record<Language, string[]> = {
  fr: ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre'],
  mg: [
    'janoary',
    'febroary',
    'martsa',
    'aprily',
    'mey',
    'jona|jiona',
    'jolay',
    'aogositra',
    'septambra',
    'oktobra',
    'novambra',
    'desambra',
  ],
  en: [
    'january|jan',
    'february|feb',
    'march',
    'april|apr',
    'may',
    'june|jun',
    'july|jul',
    'august|aug',
    'september|sept?',
    'october|oct',
    'november|nov',
    'december|dec',
  ],
  ar: [
    'يناير|جانفي',
    'فبراير|فيفري',
    'مارس',
    'ابريل|افريل',
    'مايو|ماي',
    'يونيو|جوان',
    'يوليو|جويليه',
    'اغسطس|اوت',
    'سبتمبر',
    'اكتوبر',
    'نوفمبر',
    'ديسمبر',
  ],
};

/** Words that place a post in time without a weekday; each needs its match in the request. */
export const relativeDays: [concept: string, pattern: string][] = [
  ['today', "aujourd'hui|androany|today|اليوم(?! ال)"],
  ['tomorrow', 'demain|rahampitso|tomorrow|غدا'],
  ['tonight', 'ce soir|anio hariva|tonight|الليله|الليلة'],
  ['this week', 'cette semaine|ity herinandro ity|this week(?!-?end)|هذا الاسبوع'],
];

export const functionWords: Record<Language, string> = {
  fr: "le|la|les|des|du|de|et|est|un|une|pour|avec|nous|vous|chez|dans|sur|notre|nos|votre|vos|au|aux|ce|cette|que|qui|tu|toi|ton|tes|te|dès|des|jusqu'au|[ldqnsctjm]'\\S+|qu'\\S+|on",
  mg: "ny|sy|dia|fa|ao|amin'ny|an'ny|ho|izay|izao|tonga|ianao|ianareo|izahay|aminareo|aminay|anareo|anao|eto|azo|misy|manomboka|hatramin'ny|ka|no|ireo|tsy|isika|miaraka|tamin'ny|ary|mba|e|mihena|tongava|andao",
  en: 'the|and|of|for|with|our|your|you|we|in|at|to|is|are|this|it|from|by|us|here|on|off|see|come|until|what|how',
  ar: 'من|في|على|علي|الي|عن|مع|هذا|لدى|لدي|كل|يوم|نحن|الساعة',
};

export const feastNames: Record<Feast, string> = {
  christmas: 'noel|noely|christmas|عيد الميلاد|الميلاد',
  new_year: 'bonne annee|nouvel an|taona|taom-baovao|new year|عام|السنة الجديدة|سنة',
  easter: 'paques|paska|easter|الفصح',
  ramadan: 'ramadan|رمضان',
  eid: 'aid|eid|العيد|عيد',
  national_day: '26 juin|fete nationale|fetim-pirenena|asaramanitra|national day|independence|العيد الوطني|الاستقلال',
};

export const greetings =
  'bonjour|salut|coucou|bienvenue|plaisir|bonne nouvelle|cher|miarahaba|salama|manao ahoana|tompoko|faly|vaovao|arahaba|tratry|hello|hi|hey|dear|good news|welcome|pleased|delighted|glad|مرحبا|اهلا|السلام|تحيه|تحية|يسرنا|يسعدنا|خبر|اعزاء|زباين|زبائن';

export const calls: Record<Language, string> = {
  fr: "venez|viens|passez|passe\\b|command\\w*|reserv\\w*|appel\\w*|ecri(s|vez)|a bientot|t'attend|vous attend|accueill|rendez-vous|rejoi\\w*|profite\\w*|contact\\w*|decouvr\\w*|pens(e|ez) a|n'hesite|au plaisir",
  mg: 'tongava|avia|andao|antsoy|mandefasa|mamandriha|tsidiho|mitsidi\\w*|miandry|manatona|manatòna|mifankahita|mandrapihaona|jereo|araraoty|kaomandio|mandrosoa|mandalova|mitalaho',
  en: 'come|visit|call|book|order|drop by|join|see you|stop by|reserve|message|get yours|meet us|pop in|swing by|look forward',
  ar: 'تعال|زور|زر|اتصل|احجز|اطلب|انتظار|ننتظر|نراك|انضم|شرف|تفضل|مر علينا|يسعدنا استقبال',
};

/** Words said to an agent, never to a customer. */
export const instructions =
  'fais(-moi)?\\b.{0,12}(post|publication)|annonce (que|notre|nos|la|le)|^annonce\\b|montre (comment|que)|ecris|redige|write (a|me|us)|please write|post about|make a post|show how|announce (that|our)|asehoy|manaova|soraty|lazao (fa|hoe)|اكتب|انشر|منشور عن|أعلن عن|اعلن عن';

/** Puts a price off or on the table only when the request or the brand does. */
export const claims: [concept: string, pattern: string][] = [
  ['free', 'gratuit\\w*|offerte?s?\\b|maimaim-?poana|\\bfree\\b|مجان'],
  ['delivery', 'livr(aison|ons|e)\\b|a domicile|fanaterana|aterinay|an-trano|deliver|at home|توصيل|الي البيت|في البيت'],
  ['new', '(?<!bonnes? )nouve(au|lle|aute)|vaovao(?! (tsara|mahafaly))|\\bnew\\b|جديد'],
  [
    'limited',
    'stock limite|dernieres? places?|places? limitees?|quantite limitee|vitsy sisa|voafetra|limited|last (seats|places|few)|محدود',
  ],
  ['guarantee', 'garanti|guarantee|warranty|azo antoka|ضمان|مضمون'],
  ['organic or halal', '\\bbio\\b|halal|organic|حلال|عضوي'],
  ['handmade', 'faite?s? main|a la main|vita tanana|hand-?made|by hand|tanana|باليد|يدوي'],
  ['years of trade', 'depuis \\d+ ans|\\d+ years|\\d+ taona|منذ \\d+'],
  ['payment', 'mvola|orange money|airtel money|carte bancaire|credit card'],
];

export const superlatives =
  'meilleure?s?|les? plus \\w+|numero 1|n.?1 |imbattable|incomparable|inegale|the best|\\bbest\\b|number one|no\\.? ?1\\b|cheapest|greatest|unbeatable|tsara indrindra|indrindra|tsy misy toa|tsy manam-paharoa|الافضل|افضل|الارخص|رقم واحد|لا مثيل';

export const placeholders =
  'lorem|ipsum|\\[[^\\]]*\\]|\\{[^}]*\\}|<[^>]+>|xxx+|undefined|null\\b|nan\\b|your (brand|product|text)|votre (marque|produit) ici|\\.\\.\\. ici|todo';

/** Places a model may know and a shopkeeper did not name. */
export const gazetteer =
  'analakely|ivandry|ankorondrano|isoraka|itaosy|ivato|mahamasina|ambohimanarina|ambatonakanga|antsirabe|toamasina|mahajanga|fianarantsoa|toliara|nosy be|antananarivo|\\btana\\b|madagascar|madagasikara|paris|marseille|london|market street|high street|tunis|الجزائر|تونس|باب سويقه|باب البحر|المرسي|سيدي بوسعيد|القاهره|الدار البيضاء|مدغشقر';

export const slang =
  'wesh|trop (bien|stylé|stylee?)|ouf\\b|kiff|mortel|grave bien|lol|mdr|omg|yo\\b|dudes?|gonna|wanna|e!|vazivazy|يلا|طحن|خرافي';
