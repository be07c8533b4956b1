// Words and short turns of trade in the four languages, for texts that are brought from one to another. Called by translate.ts.
import type { Language } from '../../../payloads.ts';
import { fold, tidy } from '../../fold.ts';
import { phrase } from '../../lexicon/all.ts';

type Row = [mg: string, fr: string, en: string, ar: string];

/** Things that are sold; the first writing is said, all writings (`a|b`) are understood. */
const things: Row[] = [
  ['mofo', 'pain|pains', 'bread', 'خبز'],
  ['mofomamy', 'gâteau|gâteaux', 'cake|cakes', 'كعكة|كعك'],
  ['vary', 'riz', 'rice', 'أرز'],
  ['akoho', 'poulet|poulets', 'chicken', 'دجاج'],
  ['hena', 'viande', 'meat', 'لحم'],
  ['trondro', 'poisson|poissons', 'fish', 'سمك'],
  ['legioma', 'légumes', 'vegetables', 'خضار'],
  ['voankazo', 'fruits', 'fruit|fruits', 'فواكه'],
  ['ronono', 'lait', 'milk', 'حليب'],
  ['kafe', 'café|cafés', 'coffee', 'قهوة'],
  ['dite', 'thé', 'tea', 'شاي'],
  ['ranom-boankazo', 'jus de fruits|jus', 'fruit juice|juice', 'عصير'],
  ['menaka', 'huile', 'oil', 'زيت'],
  ['siramamy', 'sucre', 'sugar', 'سكر'],
  ['sakafo atoandro', 'menu du midi|déjeuner', 'lunch', 'وجبة الغداء|الغداء'],
  ['sakafo hariva', 'dîner', 'dinner', 'العشاء'],
  ['sakafo maraina', 'petit déjeuner|petit-déjeuner', 'breakfast', 'الفطور'],
  ['samosa', 'samosas|samosa', 'samosas|samosa', 'السمبوسة|سمبوسة'],
  ['akanjo', 'robes|robe|vêtements', 'dresses|dress|clothes', 'فساتين|فستان|ملابس'],
  ['akanjo fampakaram-bady', 'robes de mariée|robe de mariée', 'wedding dresses|wedding dress', 'فساتين الزفاف|فستان زفاف'],
  ['kiraro', 'chaussures', 'shoes', 'أحذية'],
  ['harona', 'sacs|sac', 'bags|bag', 'حقائب|حقيبة'],
  ['randrana', 'tresses', 'braids', 'ضفائر|الضفائر'],
  ['hety volo', 'coupe de cheveux|coupe', 'haircut|haircuts', 'قص الشعر|حلاقة'],
  ['fikarakarana tarehy', 'soin du visage|soin visage', 'facial|face care', 'العناية بالوجه'],
  ['fanorana', 'massage|massages', 'massage|massages', 'تدليك'],
  ['finday', 'téléphones|téléphone', 'phones|phone', 'هواتف|هاتف'],
  ['efijery', 'écrans|écran', 'screens|screen', 'شاشات|شاشة'],
  ['batiria', 'batteries|batterie', 'batteries|battery', 'بطارية|بطاريات'],
  ['fanamboarana', 'réparation|réparations', 'repair|repairs', 'إصلاح|تصليح'],
  [
    'fanamboarana efijery',
    'réparation d’écran|réparation écran|réparations d’écran',
    'screen repair|screen repairs',
    'إصلاح الشاشات|إصلاح الشاشة',
  ],
  ['fanamboarana finday', 'réparation de téléphones|réparation téléphone', 'phone repair', 'إصلاح الهواتف'],
  ['efitrano', 'chambres|chambre', 'rooms|room', 'غرف|غرفة'],
  ['efitrano ho an’olon-droa', 'chambre double|chambres doubles', 'double room|double rooms', 'غرفة مزدوجة'],
  ['taratasy fidirana', 'billets|billet|places', 'tickets|ticket', 'تذاكر|تذكرة'],
  ['fampisehoana', 'spectacle|spectacles', 'show|shows', 'عرض فني|حفل'],
  ['atrikasa', 'atelier|ateliers', 'workshop|workshops', 'ورشة|ورشات'],
  ['fianarana dihy', 'cours de danse', 'dance class|dance classes', 'درس رقص|دروس رقص'],
  ['fiara', 'voitures|voiture', 'cars|car', 'سيارات|سيارة'],
  ['fanoloana menaka', 'vidange', 'oil change', 'تغيير الزيت'],
  ['voninkazo', 'fleurs', 'flowers', 'زهور|ورود'],
  ['boky', 'livres|livre', 'books', 'كتب|كتاب'],
  ['fanomezana', 'cadeaux|cadeau', 'gifts|gift', 'هدايا|هدية'],
  ['fanafody', 'médicaments', 'medicine', 'أدوية'],
];

/** Turns that stand around a thing. */
const turns: Row[] = [
  ['vaovao', 'nouveau|nouvelle|nouveaux|nouvelles', 'new', 'جديد|جديدة'],
  ['mikatona', 'fermé|fermés', 'closed', 'مغلق'],
  ['misokatra', 'ouvert|ouverts', 'open', 'مفتوح'],
  ['mafana', 'tout chauds|chauds|chaud', 'hot|warm', 'ساخن|ساخنة'],
  ['vita tanana', 'faits main|fait main|faites main', 'handmade|made by hand', 'مصنوع يدويًا|مصنوعة يدويًا'],
  ['rehetra', 'tous les|toutes les|tout le|toute la', 'all the|all', 'كل'],
  ['sy', 'et', 'and', 'و'],
  ['misy', 'avec', 'with', 'مع'],
  ['isan’olona', 'par personne', 'per person', 'للشخص'],
  ['ny iray', 'la pièce|l’unité', 'each|apiece', 'للقطعة'],
  ['ny kilao', 'le kilo|le kg', 'per kilo|a kilo', 'للكيلو'],
  ['indray alina', 'la nuit|par nuit', 'per night|a night', 'لليلة'],
  ['fihenam-bidy', 'promotion|promo|remise', 'promotion|discount|sale', 'تخفيض|تخفيضات|خصم'],
  ['tolotra', 'offre', 'offer', 'عرض'],
  ['fanaterana', 'livraison', 'delivery', 'توصيل|التوصيل'],
  ['maimaim-poana', 'gratuit|gratuite|gratuits', 'free', 'مجاني|مجانية|مجانًا'],
  ['famandrihana', 'réservation|réservations', 'booking|bookings|reservation', 'الحجز|حجز'],
];

/** Whole sentences, without their last mark. */
const sentences: Row[] = [
  [
    'Miarahaba|Miarahaba anareo|Miarahaba anareo tompoko|Miarahaba tompoko|Salama|Salama tompoko',
    'Bonjour|Bonjour à tous|Salut|Bonsoir',
    'Hello|Hello everyone|Hi|Hello all',
    'مرحبًا|مرحبًا بكم|مرحبًا بك|أهلًا|أهلًا بكم|أهلًا بك|السلام عليكم',
  ],
  [
    'Tongava hitsidika anay|Tongava',
    'Venez nous voir|Passez nous voir|Viens nous voir|Passe nous voir',
    'Come and see us|Come by|Drop by',
    'زورونا|زرنا',
  ],
  [
    'Miandry anareo izahay|Miandry anao izahay',
    'Nous vous attendons|On vous attend|On t’attend',
    'We are waiting for you|See you soon|We look forward to seeing you',
    'ننتظركم|ننتظرك',
  ],
  ['Misaotra anareo|Misaotra', 'Merci|Merci à tous|Merci beaucoup', 'Thank you|Thanks', 'شكرًا|شكرًا لكم'],
  ['Antsoy izahay', 'Appelez-nous|Appelle-nous', 'Call us', 'اتصلوا بنا|اتصل بنا'],
  ['Manorata aminay|Mandefasa hafatra', 'Écrivez-nous|Écris-nous', 'Write to us|Message us', 'راسلونا|راسلنا'],
  ['Mamandriha', 'Réservez|Réserve|Réservez vite', 'Book now|Book', 'احجزوا|احجز'],
  ['Manafatra', 'Commandez|Commande', 'Order now|Order', 'اطلبوا|اطلب'],
  ['Vaovao mahafaly', 'Bonne nouvelle', 'Good news', 'خبر سار'],
  ['Mandra-pihaona', 'À bientôt', 'See you', 'إلى اللقاء'],
  ['Jereo', 'Découvrez|Découvre', 'Discover|Take a look', 'اكتشفوا|اكتشف'],
  ['Azafady', 'S’il vous plaît', 'Please', 'من فضلكم'],
];

const column: Record<Language, 0 | 1 | 2 | 3> = { mg: 0, fr: 1, en: 2, ar: 3 };
const escape = (literal: string) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const writings = (row: Row, language: Language): string[] => row[column[language]].split('|');

/** Two Arabic nouns know their article; `السمبوسة` and `سمبوسة` are one. */
const understood = (written: string) => escape(fold(tidy(written)));

/** The sentence of the table that this one is, in `to`; null when it is none. */
export function translateSentence(sentence: string, from: Language, to: Language): string | null {
  const bare = fold(tidy(sentence))
    .replace(/[\s.!?,;:…]+$/u, '')
    .trim();
  const row = sentences.find((one) => writings(one, from).some((written) => fold(tidy(written)) === bare));
  return row ? (writings(row, to)[0] ?? null) : null;
}

/**
 * Words of a short turn, one by one, longest first. `left` are the words nobody knows: names, or what a person has to translate.
 */
export function translateWords(text: string, from: Language, to: Language): { text: string; left: string[] } {
  const tidied = tidy(text);
  let folded = fold(tidied);
  const found: { start: number; end: number; said: string }[] = [];
  const rows = [...things, ...turns]
    .flatMap((row) =>
      writings(row, from).map((written) => ({
        pattern: phrase(understood(written)),
        said: writings(row, to)[0] ?? '',
        length: written.length,
      })),
    )
    .toSorted((a, b) => b.length - a.length);
  for (const { pattern, said } of rows)
    for (const match of folded.matchAll(pattern)) {
      found.push({ start: match.index, end: match.index + match[0].length, said });
      folded = folded.slice(0, match.index) + '\u0001'.repeat(match[0].length) + folded.slice(match.index + match[0].length);
    }
  let said = '';
  const left: string[] = [];
  let at = 0;
  for (const { start, end, said: word } of [
    ...found.toSorted((a, b) => a.start - b.start),
    { start: tidied.length, end: tidied.length, said: '' },
  ]) {
    const between = tidied.slice(at, start);
    left.push(...(between.match(/\p{L}[\p{L}\p{M}\p{N}'’-]*/gu) ?? []));
    said += between + word;
    at = end;
  }
  return { text: said.replace(/\s+/g, ' ').trim(), left };
}
