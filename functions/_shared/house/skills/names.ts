// Names of formats, networks and figures, and how numbers are written, in the four languages. Called by the house answers that speak of figures.
import type { Language } from '../../payloads.ts';
import { fold, tidy } from '../fold.ts';

export const formats = ['picture', 'reel', 'carousel', 'text', 'video', 'story', 'article', 'thread', 'email'] as const;
export type Format = (typeof formats)[number];

export const networks = ['nexio_page', 'facebook', 'instagram', 'tiktok', 'linkedin', 'x', 'whatsapp', 'youtube'] as const;
export type Network = (typeof networks)[number];

export const figures = [
  'reach',
  'impressions',
  'engagements',
  'engagement_rate',
  'clicks',
  'click_rate',
  'followers_gained',
  'posts',
  'leads',
  'cost_per_lead',
] as const;
export type Figure = (typeof figures)[number];

/** Plurals, as they stand after an article (fr `les …`, ar with its own). */
export const formatNames: Record<Language, Record<Format, string>> = {
  fr: {
    picture: 'images',
    reel: 'reels',
    carousel: 'carrousels',
    text: 'textes',
    video: 'vidéos',
    story: 'stories',
    article: 'articles',
    thread: 'fils',
    email: 'e-mails',
  },
  mg: {
    picture: 'sary',
    reel: 'reel',
    carousel: 'sary mifanesy',
    text: 'soratra',
    video: 'lahatsary',
    story: 'story',
    article: 'lahatsoratra',
    thread: 'soratra mitohy',
    email: 'mailaka',
  },
  en: {
    picture: 'pictures',
    reel: 'reels',
    carousel: 'carousels',
    text: 'texts',
    video: 'videos',
    story: 'stories',
    article: 'articles',
    thread: 'threads',
    email: 'e-mails',
  },
  ar: {
    picture: 'الصور',
    reel: 'الريلز',
    carousel: 'الصور المتتابعة',
    text: 'النصوص',
    video: 'الفيديوهات',
    story: 'القصص',
    article: 'المقالات',
    thread: 'السلاسل',
    email: 'الرسائل البريدية',
  },
};

/** How people name a format in a lesson, in any of the languages: folded text. */
const spoken: [Format, RegExp][] = [
  ['carousel', /carr?ous?els?|carrousels?|sary mifanesy|الصور المتتابعه|الصور المتتابعة|كاروسيل/u],
  ['picture', /images?|photos?|pictures?|\bsary\b(?! mifanesy| mihetsika)|الصور(?! المتتابع)|صوره|صورة|صور(?! متتابع)/u],
  ['reel', /reels?|الريلز|ريلز/u],
  ['video', /videos?|lahatsary|sary mihetsika|فيديو/u],
  ['story', /stor(?:y|ies)|القصص|قصص/u],
  ['thread', /threads?|\bfils?\b|soratra mitohy|السلاسل/u],
  ['article', /articles?|lahatsoratra|المقالات|مقال/u],
  ['text', /textes?|texts?|\bsoratra\b(?! mitohy)|النصوص|نصوص/u],
];

/** Formats in the order in which a sentence names them. */
export function formatsIn(sentence: string): Format[] {
  const folded = fold(tidy(sentence));
  return spoken
    .map(([format, names]) => ({ format, at: folded.search(names) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .map(({ format }) => format);
}

export const networkName = (network: string, language: Language): string => names[network as Network]?.[language] ?? network;

const everywhere = (latin: string, ar: string): Record<Language, string> => ({ mg: latin, fr: latin, en: latin, ar });
const names: Record<Network, Record<Language, string>> = {
  nexio_page: { mg: 'pejy Nexio', fr: 'la page Nexio', en: 'the Nexio page', ar: 'صفحة نكسيو' },
  facebook: everywhere('Facebook', 'فيسبوك'),
  instagram: everywhere('Instagram', 'إنستغرام'),
  tiktok: everywhere('TikTok', 'تيك توك'),
  linkedin: everywhere('LinkedIn', 'لينكدإن'),
  x: everywhere('X', 'إكس'),
  whatsapp: everywhere('WhatsApp', 'واتساب'),
  youtube: everywhere('YouTube', 'يوتيوب'),
};

export const figureNames: Record<Language, Record<Figure, string>> = {
  fr: {
    reach: 'portée',
    impressions: 'affichages',
    engagements: 'réactions',
    engagement_rate: "taux d'engagement",
    clicks: 'clics',
    click_rate: 'taux de clics',
    followers_gained: 'nouveaux abonnés',
    posts: 'publications',
    leads: 'contacts',
    cost_per_lead: 'coût par contact',
  },
  mg: {
    reach: 'isan’ny olona nahita',
    impressions: 'isan’ny fisehoana',
    engagements: 'isan’ny fihetsika',
    engagement_rate: "tahan'ny fihetsika",
    clicks: 'isan’ny tsindry',
    click_rate: "tahan'ny tsindry",
    followers_gained: 'mpanaraka vao nanampy',
    posts: 'isan’ny famoahana',
    leads: 'mpanjifa nifandray',
    cost_per_lead: 'vola lany isaky ny mpanjifa nifandray',
  },
  en: {
    reach: 'reach',
    impressions: 'impressions',
    engagements: 'reactions',
    engagement_rate: 'engagement rate',
    clicks: 'clicks',
    click_rate: 'click rate',
    followers_gained: 'followers gained',
    posts: 'posts',
    leads: 'leads',
    cost_per_lead: 'cost per lead',
  },
  ar: {
    reach: 'الوصول',
    impressions: 'مرات الظهور',
    engagements: 'التفاعلات',
    engagement_rate: 'نسبة التفاعل',
    clicks: 'النقرات',
    click_rate: 'نسبة النقر',
    followers_gained: 'المتابعون الجدد',
    posts: 'المنشورات',
    leads: 'العملاء المحتملون',
    cost_per_lead: 'تكلفة العميل المحتمل',
  },
};

/** `1 234,5` (fr, mg), `1,234.5` (en, ar): at most two decimals, none that are zero. */
export function sayNumber(value: number, language: Language): string {
  const comma = language === 'fr' || language === 'mg';
  const [whole = '', decimals = ''] = String(Number(Math.abs(value).toFixed(2))).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, comma ? '\u202f' : ',');
  return `${value < 0 ? '−' : ''}${grouped}${decimals ? (comma ? ',' : '.') + decimals : ''}`;
}

export const sayRate = (value: number, language: Language): string =>
  `${sayNumber(value, language)}${{ fr: '\u00a0%', mg: '\u00a0%', en: '%', ar: '٪' }[language]}`;

/** `+12,5 %`, `−8 %` */
export const sayChange = (value: number, language: Language): string => `${value > 0 ? '+' : ''}${sayRate(value, language)}`;
