// What the SEO skills say, in the language of the run.
import type { Phrases } from '../say.ts';

export const seoPhrases = {
  scored: {
    mg: 'Isa {points}/100: teny {words}, mora vakina {ease}/100. Ahitsy: {failed}. {note}',
    fr: '{points}/100 : {words} mots, lisibilité {ease}/100. À revoir : {failed}. {note}',
    en: '{points}/100: {words} words, reading ease {ease}/100. To mend: {failed}. {note}',
    ar: '{points}/100: {words} كلمة، سهولة القراءة {ease}/100. للإصلاح: {failed}. {note}',
  },
  no_formula: {
    mg: 'Tsy misy fomba fikajiana ekena ho an’ity teny ity: ny halavan’ny fehezanteny ihany no nojerena.',
    fr: 'Aucune formule reconnue pour cette langue : seule la longueur des phrases compte.',
    en: 'No accepted formula exists for this language: only the length of sentences counts.',
    ar: 'لا توجد معادلة معترف بها لهذه اللغة: يُحسب طول الجمل فقط.',
  },
  labelled: {
    mg: 'Vonona ny marika {type}, misy {count} avy amin’ny zavatra fantatra. Tsy fantatra: {missing}.',
    fr: 'L’étiquette {type} est prête, faite de {count} faits donnés. Inconnus : {missing}.',
    en: 'The label {type} is ready, made of {count} given facts. Not known: {missing}.',
    ar: 'وسم {type} جاهز، من {count} من الحقائق المعطاة. غير معروف: {missing}.',
  },
  audited: {
    mg: 'Novakiko ny pejy {pages} ao amin’ny {host}: {points}/100. Lesoka {failed}, voalohany: {first}. Tsy azo nojerena: {unchecked}.',
    fr: 'J’ai lu {pages} page(s) de {host} : {points}/100. {failed} règle(s) non respectée(s), d’abord : {first}. Non vérifiées : {unchecked}.',
    en: 'I read {pages} page(s) of {host}: {points}/100. {failed} rule(s) broken, first: {first}. Not checked: {unchecked}.',
    ar: 'قرأت {pages} صفحة من {host}: {points}/100. {failed} قواعد مخالفة، أولها: {first}. لم يُفحص: {unchecked}.',
  },
} satisfies Phrases;

/** Names of the checks, for `say`. */
export const checkNames: Record<string, Record<'mg' | 'fr' | 'en' | 'ar', string>> = {
  keyword_in_title: {
    mg: 'teny fototra ao amin’ny lohateny',
    fr: 'mot-clé dans le titre',
    en: 'keyword in the title',
    ar: 'الكلمة في العنوان',
  },
  keyword_in_opening: { mg: 'teny fototra eo am-piandohana', fr: 'mot-clé au début', en: 'keyword at the start', ar: 'الكلمة في البداية' },
  keyword_density: { mg: 'fatran’ny teny fototra', fr: 'densité du mot-clé', en: 'keyword density', ar: 'كثافة الكلمة' },
  length: { mg: 'halava', fr: 'longueur', en: 'length', ar: 'الطول' },
  headings: { mg: 'lohateny kely', fr: 'intertitres', en: 'headings', ar: 'العناوين الفرعية' },
  sentence_length: { mg: 'halavan’ny fehezanteny', fr: 'longueur des phrases', en: 'length of sentences', ar: 'طول الجمل' },
  paragraph_length: { mg: 'halavan’ny andalana', fr: 'longueur des paragraphes', en: 'length of paragraphs', ar: 'طول الفقرات' },
  description: { mg: 'famaritana', fr: 'description', en: 'description', ar: 'الوصف' },
  links: { mg: 'rohy', fr: 'liens', en: 'links', ar: 'الروابط' },
};
