// What the house model says of a page that visitors leave, in the four languages. Used by skills/web.ts.
import type { Language } from '../../../payloads.ts';

export type Obstacle = 'unclear_offer' | 'missing_price' | 'missing_trust' | 'too_long' | 'form_too_hard' | 'no_next_step' | 'slow';
type Words = {
  names: Record<Obstacle, string>;
  because: Record<Obstacle | 'form_counted', string>;
  places: Record<'page' | 'hero' | 'offer' | 'form' | 'place' | 'closing', string>;
  hypothesis: string;
  changes: Record<'line' | 'contact', string>;
  keep: Record<'price' | 'phone' | 'button' | 'short', string>;
  say: Record<'found' | 'none', string>;
};

export const pageWords: Record<Language, Words> = {
  fr: {
    names: {
      unclear_offer: 'une première ligne qui parle de la maison',
      missing_price: 'un prix qui manque',
      missing_trust: 'un lieu qu’on ne trouve pas',
      too_long: 'une page trop longue',
      form_too_hard: 'un formulaire qui demande trop',
      no_next_step: 'aucun geste à faire',
      slow: 'une page lente',
    },
    because: {
      unclear_offer: 'La première ligne parle de la maison ; le visiteur cherche {thing}.',
      missing_price: 'La page ne dit pas le prix, et nous le connaissons : {thing}.',
      missing_trust: 'Le visiteur ne sait pas où se trouve la maison, ni si c’est loin.',
      too_long: 'La page fait {letters} lettres : sur un téléphone, la fin ne se lit pas.',
      form_too_hard: 'Le formulaire a {fields} champs ; un nom et un numéro suffisent pour rappeler.',
      form_counted: 'Sur {started} personnes qui ouvrent le formulaire, {sent} l’envoient.',
      no_next_step: 'La page ne donne ni bouton ni numéro : le visiteur ne peut rien faire.',
      slow: 'La page met {seconds} secondes à s’ouvrir.',
    },
    places: {
      page: 'toute la page',
      hero: 'le haut de la page',
      offer: 'l’offre',
      form: 'le formulaire',
      place: 'l’adresse',
      closing: 'la fin de la page',
    },
    hypothesis: 'Si l’on corrige {obstacle}, plus de visiteurs feront le geste attendu.',
    changes: { line: 'Remplacer la première ligne par : {line}', contact: 'Mettre ce geste en haut et à la fin : {line}' },
    keep: {
      price: 'Le prix est sur la page.',
      phone: 'Le numéro est sur la page.',
      button: 'Il y a un bouton à toucher.',
      short: 'La page se lit d’un trait.',
    },
    say: {
      found: 'Ce qui arrête d’abord les visiteurs : {obstacle}.',
      none: 'Je ne vois rien qui arrête les visiteurs : gardons la page, et mesurons.',
    },
  },
  mg: {
    names: {
      unclear_offer: 'andalana voalohany miresaka ny trano',
      missing_price: 'vidiny tsy hita',
      missing_trust: 'toerana tsy hita',
      too_long: 'pejy lava loatra',
      form_too_hard: 'takelaka mangataka be loatra',
      no_next_step: 'tsy fisian’ny zavatra hatao',
      slow: 'pejy miadana',
    },
    because: {
      unclear_offer: 'Ny trano no resahin’ny andalana voalohany; ny {thing} no tadiavin’ny mpitsidika.',
      missing_price: 'Tsy milaza ny vidiny ny pejy, nefa fantatsika izany: {thing}.',
      missing_trust: 'Tsy fantatry ny mpitsidika ny toerana, na lavitra na akaiky.',
      too_long: 'Misy litera {letters} ny pejy: tsy voavaky amin’ny finday ny farany.',
      form_too_hard: 'Misy saha {fields} ny takelaka; ny anarana sy ny laharana dia ampy hiantsoana.',
      form_counted: 'Amin’ny olona {started} manokatra ny takelaka dia {sent} no mandefa azy.',
      no_next_step: 'Tsy misy bokotra na laharana ny pejy: tsy misy azon’ny mpitsidika atao.',
      slow: 'Segondra {seconds} vao misokatra ny pejy.',
    },
    places: {
      page: 'ny pejy manontolo',
      hero: 'ny lohan’ny pejy',
      offer: 'ny tolotra',
      form: 'ny takelaka',
      place: 'ny adiresy',
      closing: 'ny faran’ny pejy',
    },
    hypothesis: 'Raha ahitsy ny {obstacle} dia hitombo ny mpitsidika hanao izay andrasana.',
    changes: { line: 'Soloina izao ny andalana voalohany: {line}', contact: 'Apetraka eo ambony sy eo amin’ny farany izao: {line}' },
    keep: {
      price: 'Ao amin’ny pejy ny vidiny.',
      phone: 'Ao amin’ny pejy ny laharana.',
      button: 'Misy bokotra azo kitihina.',
      short: 'Voavaky indray mandeha ny pejy.',
    },
    say: {
      found: 'Izao no tena mampijanona ny mpitsidika: {obstacle}.',
      none: 'Tsy misy mampijanona ny mpitsidika hitako: tazomina ny pejy ary refesina.',
    },
  },
  en: {
    names: {
      unclear_offer: 'a first line that speaks of the firm',
      missing_price: 'a price that is missing',
      missing_trust: 'a place one cannot find',
      too_long: 'a page that is too long',
      form_too_hard: 'a form that asks too much',
      no_next_step: 'nothing to do next',
      slow: 'a slow page',
    },
    because: {
      unclear_offer: 'The first line speaks of the firm; the visitor is looking for {thing}.',
      missing_price: 'The page does not say the price, and we know it: {thing}.',
      missing_trust: 'The visitor does not know where the business is, nor how far.',
      too_long: 'The page has {letters} letters: on a phone the end is not read.',
      form_too_hard: 'The form has {fields} fields; a name and a number are enough to call back.',
      form_counted: 'Of {started} people who open the form, {sent} send it.',
      no_next_step: 'The page gives neither a button nor a number: there is nothing the visitor can do.',
      slow: 'The page takes {seconds} seconds to open.',
    },
    places: {
      page: 'the whole page',
      hero: 'the top of the page',
      offer: 'the offer',
      form: 'the form',
      place: 'the address',
      closing: 'the end of the page',
    },
    hypothesis: 'If we cure {obstacle}, more visitors will do what the page is for.',
    changes: { line: 'Replace the first line by: {line}', contact: 'Put this at the top and at the end: {line}' },
    keep: {
      price: 'The price is on the page.',
      phone: 'The number is on the page.',
      button: 'There is a button to tap.',
      short: 'The page is read in one go.',
    },
    say: { found: 'What stops visitors most: {obstacle}.', none: 'I see nothing that stops visitors: let us keep the page, and measure.' },
  },
  ar: {
    names: {
      unclear_offer: 'سطر أول يتحدث عن المحل',
      missing_price: 'سعر غير مذكور',
      missing_trust: 'مكان لا يُعرف',
      too_long: 'صفحة طويلة',
      form_too_hard: 'استمارة تطلب الكثير',
      no_next_step: 'لا خطوة تالية',
      slow: 'صفحة بطيئة',
    },
    because: {
      unclear_offer: 'السطر الأول يتحدث عن المحل، والزائر يبحث عن {thing}.',
      missing_price: 'لا تذكر الصفحة السعر ونحن نعرفه: {thing}.',
      missing_trust: 'لا يعرف الزائر مكان المحل ولا بُعده.',
      too_long: 'في الصفحة {letters} حرفًا: لا تُقرأ نهايتها على الهاتف.',
      form_too_hard: 'في الاستمارة {fields} خانات، والاسم والرقم يكفيان للاتصال.',
      form_counted: 'من بين {started} ممن يفتحون الاستمارة يرسلها {sent}.',
      no_next_step: 'لا زر ولا رقم في الصفحة: لا يستطيع الزائر أن يفعل شيئًا.',
      slow: 'تحتاج الصفحة إلى {seconds} ثوان حتى تفتح.',
    },
    places: { page: 'الصفحة كلها', hero: 'أعلى الصفحة', offer: 'العرض', form: 'الاستمارة', place: 'العنوان', closing: 'نهاية الصفحة' },
    hypothesis: 'إذا عالجنا {obstacle} فسيزيد الزوار الذين يقومون بالخطوة.',
    changes: { line: 'نستبدل السطر الأول بهذا: {line}', contact: 'نضع هذه الخطوة في الأعلى وفي النهاية: {line}' },
    keep: {
      price: 'السعر مذكور في الصفحة.',
      phone: 'الرقم مذكور في الصفحة.',
      button: 'في الصفحة زر يُلمس.',
      short: 'تُقرأ الصفحة دفعة واحدة.',
    },
    say: { found: 'أكثر ما يوقف الزوار: {obstacle}.', none: 'لا أرى ما يوقف الزوار: لنحافظ على الصفحة ونقس.' },
  },
};
