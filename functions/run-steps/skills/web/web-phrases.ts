// What the web skills say, in the language of the run.
import type { Phrases } from '../say.ts';

export const webPhrases = {
  form_made: {
    mg: 'Fanontaniana {count} no ao amin’ny taratasy fenoina; {required} no tsy maintsy.',
    fr: 'Le formulaire pose {count} question(s), dont {required} obligatoire(s).',
    en: 'The form asks {count} question(s), {required} of them required.',
    ar: 'يطرح النموذج {count} أسئلة، منها {required} إلزامية.',
  },
  page_written: {
    mg: 'Voasoratra ny pejy: {size} KB, tsy misy script, fizarana {blocks}.',
    fr: 'La page est écrite : {size} ko, sans script, {blocks} blocs.',
    en: 'The page is written: {size} kB, no script, {blocks} blocks.',
    ar: 'كُتبت الصفحة: {size} كيلوبايت، بلا سكريبت، {blocks} أقسام.',
  },
  page_built: {
    mg: 'Vonona ny pejy « {headline} » (modely {template}, {size} KB). {missing}',
    fr: 'La page « {headline} » est prête (modèle {template}, {size} ko). {missing}',
    en: 'The page “{headline}” is ready (template {template}, {size} kB). {missing}',
    ar: 'صفحة «{headline}» جاهزة (قالب {template}، {size} كيلوبايت). {missing}',
  },
  missing: { mg: 'Mbola tsy ampy: {what}.', fr: 'Il manque encore : {what}.', en: 'Still missing: {what}.', ar: 'ما زال ينقص: {what}.' },
  css_small: {
    mg: 'Avy amin’ny {before} ho {after} octets ny CSS; fitsipika {removed} nesorina, tsy niova ny endrika.',
    fr: 'Le CSS passe de {before} à {after} octets ; {removed} règle(s) retirée(s), l’aspect ne change pas.',
    en: 'The CSS goes from {before} to {after} bytes; {removed} rule(s) removed, the look is the same.',
    ar: 'انتقل CSS من {before} إلى {after} بايت؛ حُذفت {removed} قواعد ولم يتغير الشكل.',
  },
  css_kept: {
    mg: 'Navelako ho toy ny teo ny CSS: mety hiova ny endrika raha kitihina.',
    fr: 'Je rends le CSS tel quel : le réduire aurait changé l’aspect.',
    en: 'I give the CSS back as it was: making it smaller would change the look.',
    ar: 'أعدت CSS كما كان: تصغيره كان سيغير الشكل.',
  },
  speed: {
    mg: '{kb} KB sy fangatahana {requests}: eo ho eo amin’ny {seconds} s amin’ny 3G miadana (kajy, fa tsy refesina tamin’ny navigateur). Soso-kevitra {findings}.',
    fr: '{kb} ko et {requests} requêtes : environ {seconds} s en 3G lente (un calcul, pas une mesure de navigateur). {findings} conseil(s).',
    en: '{kb} kB and {requests} requests: about {seconds} s on slow 3G (a formula, not a browser’s measurement). {findings} finding(s).',
    ar: '{kb} كيلوبايت و{requests} طلبات: نحو {seconds} ثانية على 3G بطيئة (حساب لا قياس متصفح). {findings} ملاحظات.',
  },
  speed_fixed: {
    mg: 'Vonona ny volavola maivana kokoa: {before} KB lasa {after} KB.',
    fr: 'Un brouillon plus léger est prêt : de {before} à {after} ko.',
    en: 'A lighter draft is ready: from {before} to {after} kB.',
    ar: 'مسودة أخف جاهزة: من {before} إلى {after} كيلوبايت.',
  },
  marked: {
    mg: 'Napetrako ny marika ho an’ny milina fikarohana: {types}. Nesorina {removed} satria tsy hita eo amin’ny pejy.',
    fr: 'J’ai posé l’étiquette pour les moteurs : {types}. {removed} valeur(s) retirée(s), car invisibles sur la page.',
    en: 'I put in the label for search engines: {types}. {removed} value(s) taken out, for the page does not show them.',
    ar: 'وضعت الوسم لمحركات البحث: {types}. حُذفت {removed} قيم لأن الصفحة لا تعرضها.',
  },
  not_marked: {
    mg: 'Tsy nisy azo apetraka: tsy hita eo amin’ny pejy ny zavatra lazainy.',
    fr: 'Rien à poser : ce que dit l’étiquette ne se voit pas sur la page.',
    en: 'Nothing to put in: the page does not show what the label says.',
    ar: 'لا شيء يوضع: الصفحة لا تعرض ما يقوله الوسم.',
  },
} satisfies Phrases;
