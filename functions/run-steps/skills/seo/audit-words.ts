// How to cure each fault of the technical audit, in four languages. Used by technical-seo-audit.ts.
import type { Phrases } from '../say.ts';

export const auditCures = {
  https: {
    mg: 'Ampiasao https ho an’ny zava-drehetra ao amin’ny pejy.',
    fr: 'Servez la page et tout ce qu’elle charge en https.',
    en: 'Serve the page and all it loads over https.',
    ar: 'قدّموا الصفحة وكل ما تحمّله عبر https.',
  },
  status: {
    mg: 'Ataovy mamaly 200 ny pejy.',
    fr: 'Faites répondre la page par un statut 200.',
    en: 'Let the page answer with status 200.',
    ar: 'اجعلوا الصفحة تجيب بالحالة 200.',
  },
  robots: {
    mg: 'Sokafy ao amin’ny robots.txt ny tranonkala.',
    fr: 'Ouvrez le site dans robots.txt.',
    en: 'Open the site in robots.txt.',
    ar: 'افتحوا الموقع في robots.txt.',
  },
  sitemap: {
    mg: 'Manaova sitemap.xml ary soraty ao amin’ny robots.txt.',
    fr: 'Créez un sitemap.xml et nommez-le dans robots.txt.',
    en: 'Make a sitemap.xml and name it in robots.txt.',
    ar: 'أنشئوا sitemap.xml واذكروه في robots.txt.',
  },
  canonical: {
    mg: 'Asio rohy canonical iray ihany ny pejy.',
    fr: 'Mettez un seul lien canonical sur la page.',
    en: 'Put exactly one canonical link on the page.',
    ar: 'ضعوا رابط canonical واحدًا في الصفحة.',
  },
  title: {
    mg: 'Manomeza lohateny 10-60 litera, tsy mitovy amin’ny pejy hafa.',
    fr: 'Donnez un titre de 10 à 60 caractères, propre à la page.',
    en: 'Give a title of 10 to 60 letters that no other page has.',
    ar: 'ضعوا عنوانًا من 10 إلى 60 حرفًا لا يتكرر في صفحة أخرى.',
  },
  description: {
    mg: 'Manorata famaritana 50-160 litera.',
    fr: 'Écrivez une description de 50 à 160 caractères.',
    en: 'Write a description of 50 to 160 letters.',
    ar: 'اكتبوا وصفًا من 50 إلى 160 حرفًا.',
  },
  heading: {
    mg: 'Lohateny h1 iray ihany isaky ny pejy.',
    fr: 'Un seul titre h1 par page.',
    en: 'Exactly one h1 on each page.',
    ar: 'عنوان h1 واحد في كل صفحة.',
  },
  language: {
    mg: 'Soraty ao amin’ny html lang ny tenin’ny pejy.',
    fr: 'Écrivez dans html lang la langue du texte.',
    en: 'Write the language of the text into html lang.',
    ar: 'اكتبوا لغة النص في html lang.',
  },
  viewport: {
    mg: 'Asio meta viewport mba ho mora vakina amin’ny finday.',
    fr: 'Ajoutez la balise meta viewport pour les téléphones.',
    en: 'Add the viewport meta tag for phones.',
    ar: 'أضيفوا وسم viewport للهواتف.',
  },
  picture_text: {
    mg: 'Asio alt ny sary rehetra.',
    fr: 'Décrivez chaque image dans alt.',
    en: 'Describe each picture in alt.',
    ar: 'صفوا كل صورة في alt.',
  },
  weight: {
    mg: 'Ahena ny sary sy ny script: 1,5 MB no betsaka indrindra.',
    fr: 'Allégez images et scripts : 1,5 Mo au plus.',
    en: 'Make pictures and scripts lighter: 1.5 MB at most.',
    ar: 'خففوا الصور والسكريبت: 1.5 ميغابايت على الأكثر.',
  },
  broken_link: {
    mg: 'Ahitsio na esory ny rohy tapaka.',
    fr: 'Réparez ou retirez le lien cassé.',
    en: 'Mend or remove the broken link.',
    ar: 'أصلحوا الرابط المعطل أو احذفوه.',
  },
  structured_data: {
    mg: 'Asio JSON-LD azo vakina (schema-generator).',
    fr: 'Ajoutez un JSON-LD lisible (schema-generator).',
    en: 'Add JSON-LD that can be read (schema-generator).',
    ar: 'أضيفوا JSON-LD مقروءًا (schema-generator).',
  },
  redirects: {
    mg: 'Iray ihany ny fifindran-dalana.',
    fr: 'Une redirection au plus.',
    en: 'One redirect at most.',
    ar: 'تحويل واحد على الأكثر.',
  },
} satisfies Phrases;
export type AuditRule = keyof typeof auditCures;

export const rulePoints: Record<AuditRule, number> = {
  https: 20, status: 20, robots: 20, title: 10, heading: 10, viewport: 10, weight: 10, sitemap: 5, canonical: 5, description: 5, language: 5,
  picture_text: 5, broken_link: 5, structured_data: 5, redirects: 5,
}; // prettier-ignore
