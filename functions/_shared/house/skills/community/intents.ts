// What a person wants who writes to a business: words of the four languages, mixed as people mix them, Moroccan and Egyptian spellings too. Used by read-message.ts.
import { phrase } from '../../lexicon/all.ts';

/** Alternations over folded text (fold.ts). */
const words = {
  price:
    "combien|prix|tarifs?|ca coute|c'est cher|how much|price[sd]?|cost|ohatrinona|hoatrinona|otrinona|vidiny|firy ny|بكم|بكام|كم (?:سعر|ثمن|يكلف|السعر|الثمن)|سعر|السعر|الثمن|شحال|قداش|الاسعار|اسعار",
  hours:
    "horaires?|(?:a quelle|quelle) heure|ouverts?|ouvrez|fermez|vous etes ouvert|open(?:ing)?|what time|closed?|hours|amin'ny firy|ora fisokafana|firy ora|misokatra|mikatona|متي|اوقات|مواعيد|تفتحون|مفتوحين?|تغلقون|امتي|فوقاش|الساعة كم",
  place:
    "ou (?:etes|se trouve|est|c'est|ca se trouve)|c'est ou|adresse|vous trouver|localisation|quartier|where|address|location|find you|aiza|adiresy|toerana misy|اين|وين|فين|العنوان|عنوانكم|موقعكم|مكانكم",
  contact: 'numero|telephone|whatsapp|appeler|contacter|phone|number|call you|laharana|finday|antso|رقم|هاتف|الهاتف|واتساب|اتصل',
  delivery: 'livr\\p{L}+|a domicile|deliver\\p{L}*|manatitra|aterina|aterinareo|fanaterana|ateraka|توصيل|التوصيل|توصلون|بتوصلوا|كتوصلو',
  payment:
    'mvola|orange money|airtel money|carte bancaire|cb|payer|paiement|pay|payment|credit card|mandoa|fandoavam-?bola|aloa|الدفع|ادفع|بطاقة',
  availability:
    'dispo(?:nible)?s?|vous avez (?:encore|des|du)|il (?:en )?reste|en stock|available|in stock|do you (?:still )?have|any left|mbola misy|misy ve|ve misy|tsy lany|متوفر\\p{L}*|متاح|عندكم|هل لديكم|كاين',
  order:
    "commander|commande|reserver|je (?:veux|voudrais|prends)|j'en prends|reservation|order|book|i(?:'d| would) like|i want|i'll take|mividy|hividy|kaomandy|hanafatra|te hanana|mila|اطلب|طلب|اريد|عايز|عاوزة?|بغيت|احجز|حجز",
  discount:
    'remise|reduction|promo|rabais|gratuit\\p{L}*|moins cher|dernier prix|discount|for free|cheaper|free|\\d+ ?% off|mihena|fihenam-?bidy|maimaim-?poana|خصم|تخفيض|مجانا?|مجاني|رخصوا|ارخص',
  complaint:
    'decu\\p{L}*|decevant\\p{L}*|nul(?:le)?s?|honte(?:ux)?|inadmissible|mauvais\\p{L}*|horrible|froids?|froide|attendu|attente|en retard|jamais repondu|casse|sale|degueu\\p{L}*|arnaque|malpoli\\p{L}*|disappoint\\p{L}*|terrible|awful|bad|cold|waited|waiting|late|broken|dirty|rude|never again|wrong order|worst|scam|ratsy|diso fanantenana|ela be|niandry|mangatsiaka|simba|maloto|tsy nahafa-?po|sosotra|tsy mety|سيئة?|السيء|خيبة|محبط|بارد[ةا]?|انتظرت|تاخر\\p{L}*|مكسور|وسخة?|وقح|اسوا|زعلان\\p{L}*|خايب|وحش',
  praise:
    "merci|bravo|delicieux|delicieuse|excellent\\p{L}*|super|top|genial\\p{L}*|j'adore|parfait\\p{L}*|tres bons?|tres bonnes?|trop bon|regal\\p{L}*|recommande|magnifique|great|love|loved|delicious|amazing|perfect|wonderful|thank you|thanks|awesome|recommend|misaotra|tsara be|matsiro|tena tsara|mahafinaritra|tiako|faly|شكرا|رائعة?|لذيذة?|ممتازة?|احببت|احسنتم|جميل|بنين|حلوة? اوي|يسلمو",
  refund:
    'rembours\\p{L}+|rendre mon argent|refund\\p{L}*|money back|avereno ny vola|averina ny vola|vola miverina|استرداد|استرجاع|رجعوا (?:لي )?فلوسي|فلوسي',
  health:
    'malades?|intoxi\\p{L}+|empoisonn\\p{L}+|vomi\\p{L}*|allergi\\p{L}+|hopital|urgences|blesse\\p{L}*|brulure|poison\\p{L}*|sick|food poisoning|hospital|injur\\p{L}+|burn(?:ed|t)|marary|narary|voapoizina|hopitaly|naratra|nandoa|تسمم|مريضة?|مرضت|مستشفي|المستشفي|حساسية|جرح',
  law: 'avocat\\p{L}*|plainte|police|tribunal|justice|porter plainte|lawyer|sue|court|lawsuit|journalist\\p{L}*|press|mpisolovava|fitoriana|hitory|polisy|fitsarana|محام\\p{L}*|شكوي|الشرطة|محكمة|القضاء|صحفي',
  threat:
    'je vais (?:casser|bruler|te tuer)|vous allez payer|menace|kill|burn (?:it|your)|you will pay|hamono|handoro|ساقتل|ساحرق|ستدفعون الثمن',
  child: 'mon (?:bebe|enfant|fils)|ma fille|my (?:baby|child|son|daughter|kid)|zanako|zaza|طفلي|ابني|ابنتي|بنتي',
  person:
    "parler a (?:quelqu'un|une personne|un humain)|un humain|robot|bot|are you (?:a )?(?:bot|human|real)|real person|olona ve|robo|انسان|روبوت|بوت",
  spam: 'https?:\\S+|www\\.\\S+|bit\\.ly\\S*|gagnez|follow (?:me|back)|abonnez-vous|check my|earn money|crypto|bitcoin|forex|اربح|تابعوني|اشترك في قناتي',
  /** said to the machine that answers, not to the shop */
  command:
    '(?:ignore|oublie[zs]?|forget|disregard|hadinoy|tsinontsinoavy)\\b.{0,40}(?:rules?|regles?|consignes?|instructions?|prompt|fitsipika|toromarika|baiko)|(?:تجاهل|انس)\\p{L}* .{0,30}(?:القواعد|قواعد\\p{L}*|تعليمات\\p{L}*|التعليمات)|system prompt|developer mode|you are now|tu es (?:maintenant|desormais) un|promets-(?:moi|nous)|promise me|mampanantena',
  insult: 'connards?|idiots?|imbeciles?|voleurs?|stupid|thieves|morons?|adala|mpangalatra|gidragidra|حرامية|لصوص|اغبياء|نصابين',
  secret:
    "mot de passe|carte d'identite|code secret|adresse du (?:patron|proprietaire)|password|pin code|owner's (?:number|phone)|tenimiafina|كلمة السر|الرقم السري|رقم صاحب",
} as const;

export type Intent = keyof typeof words;

const patterns = Object.entries(words).map(([intent, pattern]) => [intent as Intent, phrase(pattern, 'u')] as const);

/** What a folded text asks or says, in the order of the table. */
export const readIntents = (folded: string): Intent[] => patterns.filter(([, pattern]) => pattern.test(folded)).map(([intent]) => intent);

/** What was praised or complained of: the first that is named. */
const topicWords = {
  wait: 'attendu|attente|attendre|lent\\p{L}*|rapid\\p{L}+|vite|wait\\p{L}*|slow|fast|quick|niandry|ela|haingana|انتظ\\p{L}+|بطيء|سريع\\p{L}*',
  late: 'retard|late|taraiky|tara|تاخر\\p{L}*|متاخر\\p{L}*',
  cold: 'froide?s?|cold|mangatsiaka|باردة?',
  taste: 'gout|bons?|bonnes?|delicieu\\p{L}+|regal\\p{L}*|fade|taste|delicious|tasty|matsiro|tsiro|الطعم|طعم\\p{L}*|لذيذة?|بنين',
  welcome:
    'accueil\\p{L}*|souriante?|gentil\\p{L}*|malpoli\\p{L}*|welcome|friendly|rude|kind|staff|fandraisana|tsiky|tsara fanahy|استقبال|لطيف\\p{L}*|وقح|المعاملة',
  dirt: 'sale|salete|propre\\p{L}*|dirty|clean|maloto|madio|وسخة?|نظيف\\p{L}*|نظافة',
  broken: 'casse\\p{L}*|abime\\p{L}*|broken|damaged|simba|vaky|مكسور\\p{L}*|معطوب',
  silence: 'jamais repondu|pas de reponse|repond pas|no answer|never answered|tsy namaly|tsy misy valiny|لم (?:ترد|تجيب)\\p{L}*|لا احد يرد',
  price: 'cher|chere|prix|expensive|overpriced|price|lafo|vidiny|غالي\\p{L}*|السعر',
  quality: 'qualite|quality|kalitao|الجودة|جودة',
} as const;
export type Topic = keyof typeof topicWords;
const topicPatterns = Object.entries(topicWords).map(([topic, pattern]) => [topic as Topic, phrase(pattern, 'u')] as const);

export const readTopic = (folded: string): Topic | null => topicPatterns.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;

/** Only thanks or a greeting: nothing is asked. */
export const isSensitive = (intents: Intent[]): boolean =>
  intents.some((one) => ['refund', 'health', 'law', 'threat', 'child', 'secret'].includes(one));
