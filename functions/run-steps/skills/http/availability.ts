// `availability` of the cards that need an outside account: what stands in the way, said in the language of the run. Called by http-skill.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { type Phrases, sayFrom } from '../say.ts';

export type Availability = {
  status: 'ok' | 'account_missing' | 'token_expired' | 'permission_missing' | 'key_missing' | 'unavailable';
  account: string;
  message: string;
};

/** Names that are the same in every language. */
const names: Record<string, string> = {
  email: 'E-mail',
  whatsapp_business: 'WhatsApp Business',
  linkedin_ads: 'LinkedIn Ads',
  instagram: 'Instagram',
  opencorporates: 'OpenCorporates',
  google_places: 'Google Places',
  brightdata: 'Bright Data',
  google_ads: 'Google Ads',
  meta_ads: 'Meta Ads',
  tiktok_ads: 'TikTok Ads',
  facebook: 'Facebook',
  google_analytics: 'Google Analytics',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  elevenlabs: 'ElevenLabs',
  google_cloud: 'Google Cloud',
  openai: 'OpenAI',
  google_ai: 'Google AI',
  mailchimp: 'Mailchimp',
  sendgrid: 'SendGrid',
  google_business: 'Google Business',
  brave_search: 'Brave Search',
  bing_webmaster: 'Bing Webmaster',
  google_search_console: 'Google Search Console',
  d_id: 'D-ID',
  kling: 'Kling',
};

const phrases = {
  account_missing: {
    mg: 'Tsy mbola mifandray ny kaonty {name}. Ampifandraiso ao amin’ny Fikirana > Fampifandraisana.',
    fr: 'Le compte {name} n’est pas connecté. Connectez-le dans Réglages > Intégrations.',
    en: 'The {name} account is not connected. Connect it in Settings > Integrations.',
    ar: 'حساب {name} غير مربوط. اربطه من الإعدادات > التكاملات.',
  },
  token_expired: {
    mg: 'Tapitra ny fahazoan-dàlana tamin’ny {name}. Ampifandraiso indray ao amin’ny Fikirana > Fampifandraisana.',
    fr: 'L’accès à {name} a expiré. Reconnectez-le dans Réglages > Intégrations.',
    en: 'Access to {name} has expired. Connect it again in Settings > Integrations.',
    ar: 'انتهت صلاحية الوصول إلى {name}. أعد ربطه من الإعدادات > التكاملات.',
  },
  permission_missing: {
    mg: 'Tsy manana alalana amin’izany ny kaonty {name}. Omeo azy ny alalana, dia ampifandraiso indray.',
    fr: 'Le compte {name} n’a pas cette autorisation. Accordez-la, puis reconnectez-le.',
    en: 'The {name} account has no permission for this. Grant it, then connect it again.',
    ar: 'لا يملك حساب {name} هذا الإذن. امنحه الإذن ثم أعد ربطه.',
  },
  key_missing: {
    mg: 'Tsy misy lakile {name} amin’ity Nexio ity, ka nohodinihina ilay dingana.',
    fr: 'Ce Nexio n’a pas de clé {name} : cette étape est laissée de côté.',
    en: 'This Nexio has no {name} key, so this step was left out.',
    ar: 'لا يملك هذا النظام مفتاح {name}، لذلك تُركت هذه الخطوة.',
  },
  unavailable: {
    mg: 'Tsy mety ny {name} ankehitriny: {why}. Mandeha ihany ny ambiny.',
    fr: '{name} n’est pas disponible : {why}. Le reste du travail continue.',
    en: '{name} is not available: {why}. The rest of the work goes on.',
    ar: 'خدمة {name} غير متاحة: {why}. يستمر بقية العمل.',
  },
} satisfies Phrases;

export const whyNot = {
  no_answer: { mg: 'tsy mamaly izy', fr: 'elle ne répond pas', en: 'it does not answer', ar: 'لا تجيب' },
  no_malagasy: {
    mg: 'tsy misy feo malagasy any aminy; raketo ny feonao, na ataovy soratra sy mozika ny video',
    fr: 'elle n’a pas de voix malgache ; enregistrez la vôtre, ou faites une vidéo avec sous-titres et musique',
    en: 'it has no Malagasy voice; record your own, or make the video with captions and music',
    ar: 'ليس لديها صوت مالاغاشي؛ سجّل صوتك أو اجعل الفيديو بنصوص وموسيقى',
  },
  refused: { mg: 'nolaviny ilay fangatahana', fr: 'elle a refusé cette demande', en: 'it refused this request', ar: 'رفضت هذا الطلب' },
  no_register: {
    mg: 'tsy misy rejisitra misokatra ho an’io firenena io',
    fr: 'aucun registre ouvert n’est relié pour ce pays',
    en: 'no open register is connected for this country',
    ar: 'لا يوجد سجل مفتوح مربوط لهذا البلد',
  },
} satisfies Phrases;

export type WhyNot = keyof typeof whyNot;

export function availability(status: Availability['status'], account: string, language: Language, why: WhyNot = 'no_answer'): Availability {
  const values = { name: names[account] ?? account, why: whyNot[why][language] };
  return { status, account, message: status === 'ok' ? '' : sayFrom(phrases, language, status, values).slice(0, 300) };
}
