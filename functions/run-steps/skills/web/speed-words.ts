// How to cure what makes a page slow, in four languages. Used by page-speed-fixer.ts.
import type { Phrases } from '../say.ts';

export const cures = {
  large_picture: {
    mg: 'Ahena ny sary ho avo roa heny amin’ny habe hita ihany.',
    fr: 'Réduisez l’image à deux fois la taille affichée.',
    en: 'Make the picture twice the size at which it is shown, no more.',
    ar: 'صغّروا الصورة إلى ضعف حجم العرض فقط.',
  },
  wrong_format: {
    mg: 'Ovay ho WebP ny sary (kalitao 75).',
    fr: 'Enregistrez l’image en WebP (qualité 75).',
    en: 'Save the picture as WebP (quality 75).',
    ar: 'احفظوا الصورة بصيغة WebP (جودة 75).',
  },
  no_dimensions: {
    mg: 'Soraty ao amin’ny sary ny width sy height.',
    fr: 'Écrivez width et height sur l’image : la page ne sautera plus.',
    en: 'Write width and height on the picture: the page will not jump.',
    ar: 'اكتبوا width وheight على الصورة كي لا تقفز الصفحة.',
  },
  render_blocking: {
    mg: 'Asio defer na async io script io.',
    fr: 'Ajoutez defer ou async à ce script.',
    en: 'Add defer or async to this script.',
    ar: 'أضيفوا defer أو async إلى هذا السكريبت.',
  },
  third_party: {
    mg: 'Esory izay tsy ilaina, na tahirizo ao amin’ny tranonkalanao.',
    fr: 'Retirez ce qui n’est pas utile, ou gardez-le sur votre site.',
    en: 'Remove what is not needed, or keep it on your own site.',
    ar: 'احذفوا ما لا يلزم أو ضعوه في موقعكم.',
  },
  unused_css: {
    mg: 'Esory ny CSS tsy ampiasaina.',
    fr: 'Retirez le CSS qui ne sert pas à cette page.',
    en: 'Take out the CSS that this page does not use.',
    ar: 'احذفوا CSS الذي لا تستعمله هذه الصفحة.',
  },
  no_cache: {
    mg: 'Asio cache-control: max-age herintaona.',
    fr: 'Servez ce fichier avec cache-control: max-age d’un an.',
    en: 'Serve this file with cache-control: max-age of a year.',
    ar: 'قدّموا هذا الملف مع cache-control: max-age لسنة.',
  },
  many_fonts: {
    mg: 'Roa ihany ny rakitra endri-tsoratra, na ny an’ny finday.',
    fr: 'Gardez deux fichiers de police au plus, ou celles du téléphone.',
    en: 'Keep two font files at most, or use the phone’s own.',
    ar: 'اكتفوا بملفي خطوط أو بخطوط الهاتف.',
  },
  redirect: {
    mg: 'Ampifandraiso mivantana amin’ny adiresy farany ny rohy.',
    fr: 'Faites pointer les liens vers l’adresse finale.',
    en: 'Let links point to the final address.',
    ar: 'اجعلوا الروابط تشير إلى العنوان النهائي مباشرة.',
  },
  done: {
    mg: 'Vita ao amin’ny volavola.',
    fr: 'Fait dans le brouillon.',
    en: 'Done in the draft.',
    ar: 'أُنجز في المسودة.',
  },
} satisfies Phrases;
