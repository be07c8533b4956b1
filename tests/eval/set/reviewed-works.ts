// Work of other shapes than a post, for the peer reviewer: a clean one, and the same with one thing wrong. `from` is replaced by `to`; `quote` is what the verdict must point at.
import type { Language, Verdict } from '../../../supabase/payloads.ts';

type Fault = Verdict['findings'][number]['fault'];
export type ReviewedWork = {
  shape: 'reply' | 'letter' | 'page' | 'script' | 'crisis' | 'translation' | 'samples' | 'advertisements';
  language: Language;
  request: string;
  work: Record<string, unknown>;
  /** the source of a translation and where it goes */
  source?: Record<string, unknown>;
  target?: string;
  /** what the step before found, and the run's own input: true, or a stranger's */
  outputs?: Record<string, unknown>;
  wrong: { from: string; to: string; fault: Fault; quote: string }[];
};

const reply = (body: string, language: Language) => ({
  say: '',
  body,
  language,
  act: 'reply',
  facts_used: ['x'],
  needs_person: 'Demande : 100 % ?',
  confidence: 0.9,
});
const letter = (subjects: string[], body: string, label: string) => ({
  say: '',
  subjects,
  preheader: subjects[0],
  body,
  call_to_action: { label, url: '' },
});
const page = (headline: string, subline: string, button: string, offer: string, place: string) => ({
  say: '',
  headline,
  subline,
  button,
  sections: [
    { kind: 'offer', heading: headline, body: offer, points: [] },
    { kind: 'place', heading: button, body: place, points: [] },
  ],
  form: { heading: button, button, fields: ['name', 'phone'] },
  seo: { title: headline, description: subline },
  missing: ['photo 3000 px'],
});
const adapted = (headline: string, body: string, more: Record<string, unknown> = {}) => ({
  say: '',
  headline,
  body,
  hashtags: [],
  call_to_action: '',
  kept: [],
  adapted: [],
  doubtful: [],
  ...more,
});

// prettier-ignore
export const works: ReviewedWork[] = [
  { shape: 'reply', language: 'fr', request: '', outputs: { input: { comment: [{ text: 'Vous faites 50 % et la livraison gratuite ?' }] } },
    work: reply('Bonjour Hanta, samosa bœuf : 1 000 Ar. Nous sommes à Analakely.', 'fr'),
    wrong: [{ from: '1 000 Ar', to: '500 Ar', fault: 'invented_fact', quote: '500 Ar' }, { from: 'Nous sommes à Analakely', to: 'On te fait 50 %', fault: 'invented_fact', quote: '50 %' }] },
  { shape: 'reply', language: 'mg', request: '', outputs: { input: { comment: [{ text: 'Atero maimaim-poana' }] } },
    work: reply('Salama Rakoto, vary: 2 800 Ar. Eto Itaosy izahay.', 'mg'),
    wrong: [{ from: '2 800 Ar', to: '2 000 Ar', fault: 'invented_fact', quote: '2 000 Ar' }, { from: 'Eto Itaosy izahay', to: 'Aterinay maimaim-poana izany', fault: 'invented_fact', quote: 'maimaim' }] },
  { shape: 'reply', language: 'en', request: '', outputs: { input: { comment: [{ text: '90% off and delivery please' }] } },
    work: reply('Hello Tom, battery: €25. For the delivery, we are checking and will answer you here.', 'en'),
    wrong: [{ from: '€25', to: '€15', fault: 'invented_fact', quote: '15' }, { from: 'For the delivery, we are checking and will answer you here', to: 'Delivery is on us', fault: 'invented_fact', quote: 'delivery' }] },
  { shape: 'reply', language: 'ar', request: '', outputs: { input: { comment: [{ text: 'خصم 50% مجانا' }] } },
    work: reply('مرحبًا أمل، سمبوسة لحم: 3 دنانير. نحن في باب البحر.', 'ar'),
    wrong: [{ from: '3 دنانير', to: '1 دينار', fault: 'invented_fact', quote: '1' }] },

  { shape: 'letter', language: 'fr', request: 'promo -20 % samosas vendredi',
    work: letter(['Vendredi : samosas à −20 %', 'Une petite faim vendredi ?'], 'Bonjour,\n\nVendredi, les samosas sont à −20 % chez Samosas de Lala.\n\nPasse nous voir à Analakely.', 'Nous appeler'),
    wrong: [{ from: 'les samosas sont à −20 %', to: 'les samosas sont à −30 %', fault: 'wrong_price', quote: '30 %' }, { from: 'Passe nous voir', to: 'Les meilleurs de la ville : passe nous voir', fault: 'unprovable_superlative', quote: 'meilleurs' }] },
  { shape: 'letter', language: 'mg', request: 'vary 2 800 Ar ny kilao alakamisy',
    work: letter(['Vary 2 800 Ar ny alakamisy', 'Alakamisy: vary'], "Miarahaba anareo tompoko,\n\n2 800 Ar ny kilao ny vary ny alakamisy ato amin'ny Épicerie Rakoto.\n\nMiandry anareo eny Itaosy izahay.", 'Antsoy'),
    wrong: [{ from: 'alakamisy', to: 'zoma', fault: 'wrong_day', quote: 'zoma' }] },
  { shape: 'letter', language: 'en', request: 'battery replacement 25 € on Saturday',
    work: letter(['Saturday: battery replacement €25', 'A new battery on Saturday?'], 'Hello,\n\nOn Saturday, battery replacement is €25 at Corner Fix.\n\nCome and see us on Market Street.', 'Come by'),
    wrong: [{ from: 'Hello', to: '[First name]', fault: 'placeholder', quote: '[First name]' }, { from: '€25', to: '€20', fault: 'wrong_price', quote: '20' }] },
  { shape: 'letter', language: 'ar', request: 'خصم 20% على السمبوسة يوم الجمعة',
    work: letter(['خصم 20٪ يوم الجمعة', 'السمبوسة يوم الجمعة'], 'مرحبًا بك،\n\nيوم الجمعة خصم 20٪ على السمبوسة في سمبوسة أم سامي.\n\nننتظرك في باب البحر.', 'اتصل بنا'),
    wrong: [{ from: '20٪', to: '40٪', fault: 'wrong_price', quote: '40' }] },

  { shape: 'page', language: 'fr', request: 'nouveau: menu midi samosas 5 000 Ar',
    work: page('Le menu midi à 5 000 Ar', 'Samosas de Lala, à Analakely', 'Réserver', 'Le nouveau menu midi, des samosas à 5 000 Ar.', 'Passe nous voir à Analakely ou appelle le 034 55 010 20.'),
    wrong: [{ from: 'Passe nous voir', to: 'Livraison à domicile : passe nous voir', fault: 'invented_fact', quote: 'livraison' }] },
  { shape: 'page', language: 'mg', request: 'vary 2 800 Ar ny kilao',
    work: page('Vary 2 800 Ar ny kilao', 'Épicerie Rakoto, eny Itaosy', 'Antsoy izahay', "2 800 Ar ny kilao ny vary ato amin'ny Épicerie Rakoto.", 'Tongava eny Itaosy, antsoy ny 034 90 100 45.'),
    wrong: [{ from: '034 90 100 45', to: '033 12 345 67', fault: 'invented_fact', quote: '033 12 345 67' }] },
  { shape: 'page', language: 'en', request: 'screen repair from 40 €, open Saturday',
    work: page('Screen repair from €40', 'Corner Fix on Market Street', 'Ask us', 'Screen repair from €40, and we are open on Saturday.', 'Come and see us at Market Street.'),
    wrong: [{ from: 'Come and see us', to: 'With a warranty: come and see us', fault: 'invented_fact', quote: 'warranty' }] },
  { shape: 'page', language: 'ar', request: 'طبق سمبوسة 10 دينار',
    work: page('طبق سمبوسة بسعر 10 دنانير', 'سمبوسة أم سامي في باب البحر', 'اتصل بنا', 'طبق سمبوسة بسعر 10 دنانير عند سمبوسة أم سامي.', 'ننتظرك في باب البحر.'),
    wrong: [{ from: 'ننتظرك في', to: 'التوصيل مجاني. ننتظرك في', fault: 'invented_fact', quote: 'مجاني' }] },

  { shape: 'script', language: 'fr', request: 'promo samosas 800 Ar samedi',
    work: { say: '', headline: 'Samosas samedi', hook: 'Samedi, 800 Ar le samosa ?', scenes: [{ seconds: 3, voice_over: 'Samedi chez Samosas de Lala.', on_screen: '800 Ar', picture: '12 samosas sur une table' }], body: 'Samedi, samosas à 800 Ar chez Samosas de Lala.', hashtags: ['#Samosas'], call_to_action: 'Passe nous voir à Analakely.', duration_seconds: 17 },
    wrong: [{ from: 'Samedi', to: 'Dimanche', fault: 'wrong_day', quote: 'dimanche' }] },
  { shape: 'advertisements', language: 'en', request: 'screen repair 40 €',
    work: { say: '', variants: [{ key: 'a', angle: 'price', headline: 'Screen repair €40', primary_text: 'A broken screen? Repair for €40 at Corner Fix.', description: '', button: 'call_now' }, { key: 'b', angle: 'need', headline: 'Cracked screen?', primary_text: 'Corner Fix repairs your screen for €40 on Market Street.', description: '', button: 'get_directions' }], hypothesis: 'If a wins by 25 %, the price counts.' },
    wrong: [{ from: 'Cracked screen?', to: 'The best repair in town', fault: 'unprovable_superlative', quote: 'best' }] },
  { shape: 'crisis', language: 'fr', request: '', outputs: { gather: { mentions: [{ text: 'remboursez 5000 Ar' }] } },
    work: { say: '', reading: '7 messages en 60 minutes', responsibility: 'unknown', offers: [{ kind: 'unified_response', recommended: true, headline: 'Réponse', body: 'Nous avons lu tes messages. Écris-nous au 034 55 010 20.', because: '7 messages', risk: 'x' }], body: 'Nous avons lu tes messages. Écris-nous au 034 55 010 20. L’équipe de Samosas de Lala.', facts_to_get: [], do_not: ['effacer'], stop_posting: true },
    wrong: [{ from: 'L’équipe', to: 'Nous rendons 5 000 Ar à chacun. L’équipe', fault: 'invented_fact', quote: '5 000 Ar' }] },
  { shape: 'samples', language: 'mg', request: '',
    work: { say: '', posts: [{ platform: 'facebook', purpose: 'what_we_offer', headline: 'Vary 2 800 Ar', body: "2 800 Ar ny vary ato amin'ny Épicerie Rakoto, eny Itaosy.", hashtags: ['#Vary'], call_to_action: 'Antsoy izahay: 034 90 100 45.', facts_used: [] }], ask: 'x' },
    wrong: [{ from: '2 800 Ar', to: '2 500 Ar', fault: 'invented_fact', quote: '2 500 Ar' }] },

  { shape: 'translation', language: 'fr', request: '', target: 'mg', source: { headline: 'Samosas', body: 'Vendredi, les samosas sont à 800 Ar chez Épicerie Rakoto. Venez à Itaosy.' },
    work: adapted('Samosa', "Amin'ny zoma dia 800 Ar ny samosa ato amin'ny Épicerie Rakoto. Tongava eny Itaosy."),
    wrong: [{ from: '800 Ar', to: '300 Ar', fault: 'wrong_price', quote: '300 Ar' }, { from: "Amin'ny zoma dia 800", to: '800', fault: 'missing_fact', quote: 'vendredi' }] },
  { shape: 'translation', language: 'mg', request: '', target: 'fr', source: { headline: 'Vary', body: "2 800 Ar ny vary ny alakamisy, ato amin'ny Samosas de Lala, eny Analakely." },
    work: adapted('Riz', 'Jeudi, le riz est à 2 800 Ar chez Samosas de Lala, à Analakely.', { region: 'madagascar' }),
    wrong: [{ from: 'Jeudi', to: 'Mardi', fault: 'wrong_day', quote: 'mardi' }] },
  { shape: 'translation', language: 'en', request: '', target: 'ar-MA', source: { headline: 'Friday', body: 'On Friday, a tray of samosas is 10 dinars. We are open until 18:00.' },
    work: adapted('الجمعة', 'نهار الجمعة، الطبق ديال السمبوسة ب 10 دنانير. حالين حتى ل 18:00 عند سمبوسة أم سامي.', { script: 'arabic' }),
    wrong: [{ from: '10 دنانير', to: '8 دنانير', fault: 'wrong_price', quote: '8' }] },
  { shape: 'translation', language: 'ar', request: '', target: 'ar-EG', source: { headline: 'عرض', body: 'يوم السبت خصم 15٪ على السمبوسة في باب البحر.' },
    work: adapted('عرض', 'يوم السبت خصم 15٪ على السمبوسة في باب البحر.'),
    wrong: [{ from: '15٪', to: '50٪', fault: 'wrong_price', quote: '50' }] },
];
