// What a person wants, by phrase lists of the four languages over folded text. Called by sentiment-analyzer and lead-flagger.
import { fold, tidy } from '../../../_shared/house/fold.ts';

export const intents = [
  'price',
  'availability',
  'place',
  'hours',
  'order',
  'complaint',
  'praise',
  'question',
  'spam',
  'threat',
  'other',
] as const;
export type Intent = (typeof intents)[number];

const words = (alternatives: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'u');

const patterns: Partial<Record<Intent, RegExp>> = {
  price: words(
    "ohatrinona|hoatrinona|otrinona|firy ny vidiny|vidiny|vidin'ny|manao ahoana ny vidiny|combien|quel prix|les? prix|tarifs?|ca coute|coutent|coute|pv svp|how much|price|prices|cost|costs|بكم|بكام|كم السعر|كم سعر|سعر|السعر|الثمن|ثمن|شحال|بشحال|ب?قديش|chhal|ch7al|chhal taman|taman",
  ),
  availability: words(
    "mbola misy|misy ve|mbola ananareo|ananareo ve|disponibles?|dispo|en stock|il (?:vous )?en reste|vous (?:en )?avez|avez[ -]vous|y a-?t-?il|est-ce qu'il y a|available|in stock|do you have|any left|still have|متوفر|متوفره|موجود|موجوده|عندكم|باقي|كاين|wach kayn|kayn",
  ),
  place: words(
    "aiza|eo amin'ny aiza|adiresy|toerana misy|ou (?:etes|se trouve|est|c'est|puis|peut)|(?:votre|l'|quelle) ?adresse|vous etes ou|situes?|livrez[ -]vous|vous livrez|where|location|address|directions|do you deliver|deliver to|اين|وين|فين|العنوان|عنوان|عنوانكم|الموقع|موقعكم|fin",
  ),
  hours: words(
    "amin'ny firy|ora firy|firy ora|ora fisokafana|misokatra (?:ve|amin)|rahoviana no misokatra|horaires?|a quelle heure|ouvert|ouverts|ouvrez|fermez|what time|opening hours|hours|open|متي تفتح\\p{L}*|ساعات العمل|اوقات العمل|كم الساعه|مفتوح|مفتوحين|تفتحو",
  ),
  order: words(
    "te ?hividy|haka|haka aho|hanao commande|hanafatra|manafatra|mba afaka mahazo|alaiko|je (?:veux|voudrais|prends|commande|souhaite|reserve)|j'en (?:veux|prends|voudrais)|on peut commander|pour commander|commander|reserver|reservation|i(?:'d| would) like|i want|i'll take|can i order|order|book|reserve|اريد|اطلب|طلب|اطلبه|حجز|احجز|عايز|عايزه|ابغي|ابي|بغيت|بدي|bghit|nakhod",
  ),
  complaint: words(
    'diso fanantenana|tsy tonga|averina ny volako|mitaraina|fitarainana|rembours\\p{L}*|reclamation|plainte|toujours pas recu|jamais recu|pas encore recu|aucune reponse|arnaque|refund|complain\\p{L}*|never arrived|not received|never received|money back|still waiting|استرجاع|اشتكي|شكوي|لم يصل\\p{L}*|ما وصل\\p{L}*|رجعوا|ارجعوا',
  ),
  spam: words(
    "www|https?|bit ly|t me|follow ?4 ?follow|follow back|suivez[ -]moi|abonnez[ -]vous a|gagnez (?:de l'argent|\\d)|investis\\p{L}* (?:dans|et)|crypto|bitcoin|forex|earn money|make money|dm me for|click (?:here|the link|my)|cliquez|inbox me|mandrosoa amin'ny|اضغط هنا|اربح|تابعوني",
  ),
  threat: words(
    'hitory|hitoriko|hampaka|polisy|fitsarana|je vais porter plainte|porter plainte|mon avocat|avocat|tribunal|justice|la police|vous allez le regretter|sue|lawsuit|my lawyer|lawyer|police|you will regret|kill|المحامي|محامي|الشرطه|المحكمه|ستندم\\p{L}*|ساشتكيكم|البوليس',
  ),
};

const link = /https?:\/\/|www\.|\bbit\.ly|\bt\.me\//i;
const begging =
  /earn|gagn|win|click|cliquez|invest|crypto|bitcoin|forex|follow|abonn|promo|free|gratuit|dm me|inbox|whatsapp|اربح|اضغط|تابع|مجان/i;

/** In the order of the list, at most five; `praise` needs a good mood, a link with begging words is spam, nothing at all is `other`. */
export function readIntents(text: string, mood: 'positive' | 'neutral' | 'negative'): Intent[] {
  const folded = fold(tidy(text)).replaceAll('ة', 'ه');
  const found = new Set<Intent>();
  for (const intent of intents) if (patterns[intent]?.test(folded)) found.add(intent);
  found.delete('spam');
  if ((link.test(text) && begging.test(folded)) || /follow ?4 ?follow|like ?4 ?like/.test(folded)) return ['spam'];
  if (mood === 'negative') found.add('complaint');
  if (mood === 'positive' && !found.has('complaint')) found.add('praise');
  if (/[?؟]/.test(text) || /(?<!\p{L})ve(?!\p{L})/u.test(folded)) found.add('question');
  if (found.size === 0) return ['other'];
  // the wish outweighs the sign: a question with a matter is that matter
  const order = intents.filter((intent) => found.has(intent));
  return [...order.filter((intent) => intent === 'threat'), ...order.filter((intent) => intent !== 'threat')].slice(0, 5);
}
