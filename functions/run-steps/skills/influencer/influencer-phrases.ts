// What the influencer skills say, in the language of the run, and the sentence that tells that a presenter is made with AI.
import type { Phrases } from '../say.ts';

export const influencerPhrases = {
  audience: {
    mg: 'Mpanaraka {followers} ianareo, {gained} tao anatin’ny 30 andro. Tsara indrindra: {best}.',
    fr: 'Vous avez {followers} abonnés, {gained} en 30 jours. Ce qui plaît le plus : {best}.',
    en: 'You have {followers} followers, {gained} in 30 days. What they like best: {best}.',
    ar: 'لديكم {followers} متابع، {gained} خلال 30 يومًا. أكثر ما يعجبهم: {best}.',
  },
  hints: {
    mg: 'Publication {posts} monja no voarefy: soso-kevitra ireo fa tsy porofo. Mpanaraka: {followers}.',
    fr: 'Seulement {posts} publication(s) mesurée(s) : des indices, pas des preuves. Abonnés : {followers}.',
    en: 'Only {posts} post(s) measured: these are hints, not proof. Followers: {followers}.',
    ar: '{posts} من المنشورات المقيسة فقط: هذه إشارات لا أدلة. المتابعون: {followers}.',
  },
  remembered: {
    mg: 'Tadidiko ny zavatra {count} momba an’i {name}; {refused} nolaviko satria mifanohitra.',
    fr: 'Je retiens {count} fait(s) sur {name} ; {refused} refusé(s), car ils contredisent ce qui a été dit.',
    en: 'I remember {count} fact(s) about {name}; {refused} refused, for they contradict what was told.',
    ar: 'أتذكر {count} من الحقائق عن {name}؛ ورفضت {refused} لأنها تناقض ما قيل.',
  },
  recalled: {
    mg: 'Indro {name}: zavatra {count} efa nolazainy.',
    fr: 'Voici {name} : {count} fait(s) déjà raconté(s).',
    en: 'Here is {name}: {count} fact(s) told before.',
    ar: 'هذا {name}: {count} من الحقائق التي رُويت من قبل.',
  },
} satisfies Phrases;

export const disclosures = {
  mg: 'Mpanentana noforonina tamin’ny AI.',
  fr: 'Présentateur créé avec l’IA.',
  en: 'Presenter made with AI.',
  ar: 'مقدّم مصنوع بالذكاء الاصطناعي.',
};

export const formatNames: Record<string, Record<'mg' | 'fr' | 'en' | 'ar', string>> = {
  text: { mg: 'lahatsoratra', fr: 'textes', en: 'texts', ar: 'نصوص' },
  picture: { mg: 'sary', fr: 'images', en: 'pictures', ar: 'صور' },
  carousel: { mg: 'sary mifanesy', fr: 'carrousels', en: 'carousels', ar: 'صور متتابعة' },
  reel: { mg: 'reel', fr: 'reels', en: 'reels', ar: 'ريلز' },
  video: { mg: 'video', fr: 'vidéos', en: 'videos', ar: 'فيديو' },
  story: { mg: 'story', fr: 'stories', en: 'stories', ar: 'قصص' },
  thread: { mg: 'thread', fr: 'fils', en: 'threads', ar: 'سلاسل' },
  article: { mg: 'lahatsoratra lava', fr: 'articles', en: 'articles', ar: 'مقالات' },
  email: { mg: 'mailaka', fr: 'e-mails', en: 'e-mails', ar: 'رسائل' },
};
