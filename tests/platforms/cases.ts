// One case a card of kind http: what it is asked, with which account, and the facts of its double that the answer must carry.
import { googleKey as geminiKey } from '../doubles/google.ts';
import { openAiKey } from '../doubles/openai.ts';
import { googleApiKey, googleToken } from '../doubles/platforms/google.ts';
import { linkedInToken } from '../doubles/platforms/linkedin.ts';
import { mailchimpKey, sendGridKey } from '../doubles/platforms/mail.ts';
import { dIdKey, elevenLabsKey, klingKey, openAiAudioKey } from '../doubles/platforms/media.ts';
import { metaToken } from '../doubles/platforms/meta.ts';
import { bingKey, braveKey, brightDataKey, openCorporatesKey } from '../doubles/platforms/search.ts';
import { tiktokToken } from '../doubles/platforms/tiktok.ts';
import { tenant, type Wish } from './scene.ts';

export type Case = Wish & { host: string | null; facts: Record<string, unknown>; also?: Record<string, unknown>[] };

const week = { from: '2026-11-10', to: '2026-11-13' };
const google = { refresh_token: '1//good', token: googleToken };
const sender = { token: sendGridKey, from_email: 'lala@samosas.example', from_name: 'Lala', postal_address: 'Analakely, Antananarivo' };
const report = { act: 'report', ...week, currency: 'EUR' };
const fr = { language: 'fr' };
export const source = `${tenant}/uploads/product.png`;
export const voice = `${tenant}/uploads/voice.ogg`;
export const portrait = `${tenant}/uploads/portrait.png`;

export const cases: Record<string, Case> = {
  'facebook-api': {
    host: 'graph.facebook.com',
    secret: { token: metaToken, page_id: '77' },
    input: week,
    facts: {
      days: [
        { day: '2026-11-10', platform: 'facebook', reach: 700, impressions: 1000, engagements: 50, clicks: 9, followers: 3100 },
        { day: '2026-11-11', reach: 800, impressions: 1200, engagements: 61, clicks: 11, followers: 3104 },
      ],
      posts: [{ id: '77_1', format: 'picture', likes: 41, comments: 7, shares: 3, reach: 620, impressions: 900, clicks: 18, saves: 0 }],
    },
  },
  'instagram-api': {
    host: 'graph.facebook.com',
    secret: { token: metaToken, instagram_id: '17841' },
    input: week,
    facts: {
      days: week.from && Array.from({ length: 4 }, () => ({ reach: 300, impressions: 450, engagements: 40, clicks: 6, followers: 2345 })),
      posts: [{ id: 'm2', format: 'reel', likes: 120, saves: 33, shares: 12, video_views: 2100 }],
    },
  },
  'tiktok-api': {
    host: 'open.tiktokapis.com',
    secret: { token: tiktokToken },
    input: week,
    facts: { days: [], posts: [{ id: '9003', video_views: 7400, likes: 210, saves: 0 }, { id: '9002', video_views: 3100 }] }, // prettier-ignore
  },
  'youtube-api': {
    host: 'youtubeanalytics.googleapis.com',
    secret: google,
    input: week,
    facts: {
      to: '2026-11-10',
      days: [{ day: '2026-11-10', impressions: 500, engagements: 36, clicks: 7, followers: 996 }, { day: '2026-11-11', followers: 1000 }], // prettier-ignore
      posts: [{ id: 'vid1', format: 'reel', video_views: 500, clicks: 7 }],
    },
  },
  'google-analytics': {
    host: 'analyticsdata.googleapis.com',
    secret: google,
    input: { property: '4455', ...week, currency: 'MGA' },
    facts: {
      to: '2026-11-12',
      currency: 'EUR',
      thresholded: true,
      days: [{ day: '2026-11-10', users: 80, sessions: 96, engaged_sessions: 60, key_events: 4, revenue: 120.5 }, { sessions: 81 }], // prettier-ignore
      sources: [{ source: 'google', medium: 'organic', sessions: 120, key_events: 5 }],
      pages: [{ path: '/menu', views: 210, engaged_share: 0.62 }],
    },
  },
  'meta-ads-api': {
    host: 'graph.facebook.com',
    secret: { token: metaToken, ad_account_id: '55' },
    input: report,
    facts: {
      act: 'report',
      currency: 'EUR',
      campaigns: [
        {
          id: '901',
          network: 'meta',
          status: 'active',
          daily_budget: 20,
          spend: 12.34,
          revenue: 61.7,
          impressions: 4000,
          clicks: 88,
          conversions: 6,
        },
        { id: '902', status: 'paused', daily_budget: 15, spend: 0 },
      ],
    },
  },
  'google-ads-api': {
    host: 'googleads.googleapis.com',
    secret: { ...google, customer_id: '123-456-7890' },
    input: report,
    facts: { campaigns: [{ id: '31', network: 'google', daily_budget: 20, spend: 7.25, revenue: 40.5, conversions: 4 }, { id: '32' }] },
  },
  'tiktok-ads-api': {
    host: 'business-api.tiktok.com',
    secret: { token: tiktokToken, advertiser_id: '700' },
    input: report,
    facts: { currency: 'USD', campaigns: [{ id: 't1', status: 'active', daily_budget: 60, spend: 33.1, revenue: 99.3, conversions: 7 }, { id: 't2', status: 'paused' }] }, // prettier-ignore
  },
  'linkedin-ads-api': {
    host: 'api.linkedin.com',
    secret: { token: linkedInToken, ad_account_id: '88' },
    input: report,
    facts: {
      campaigns: [{ id: '401', name: 'Séminaires', daily_budget: 25, spend: 41.2, revenue: 80, clicks: 19, conversions: 2 }, { id: '402' }],
    },
  },
  'keyword-tracker': {
    host: 'searchconsole.googleapis.com',
    secret: google,
    input: { site: 'https://lala.example/', from: '2026-11-06', to: '2026-11-13' },
    facts: {
      to: '2026-11-10',
      keywords: [
        { query: 'samosa tana', clicks: 40, position: 4.2, previous_position: 8.2, change: 4 },
        { query: 'traiteur analakely', clicks: 2, position: 14.1, previous_position: null, change: null },
      ],
    },
  },
  'serp-analyzer': {
    host: 'api.search.brave.com',
    secret: { token: braveKey },
    input: { queries: ['samosa antananarivo'], country: 'MG', own_domain: 'samosas.example', ...fr },
    facts: { results: [{ query: 'samosa antananarivo', own_rank: 2, entries: [{ rank: 1, domain: 'tripadvisor.com', kind: 'directory' }, { rank: 2 }, { kind: 'social' }, {}] }] }, // prettier-ignore
  },
  'social-listening': {
    host: 'api.search.brave.com',
    secret: { token: braveKey },
    input: { names: ['Samosas de Lala'], place: 'Antananarivo', since: '2026-11-06T00:00:00Z', ...fr },
    facts: {
      finds: [
        { url: 'https://www.tripadvisor.com/lala', kind: 'directory', quote: 'Les Samosas de Lala à Analakely' },
        { url: 'https://samosas.example/' },
        { url: 'https://presse.example/a', kind: 'news', published_at: '2026-11-11T06:00:00.000Z' },
      ],
    },
  },
  'backlink-checker': {
    host: 'ssl.bing.com',
    secret: { token: bingKey },
    input: { site: 'https://samosas.example/' },
    facts: { total: 3, domains: 2, links: [{ from_domain: 'blog.tana.example', anchor: 'samosas' }, { from_domain: 'tana.example' }, {}] },
  },
  'google-maps-scraper': {
    host: 'places.googleapis.com',
    secret: { token: googleApiKey },
    input: { trade: 'restaurant', place: 'Analakely', country: 'MG', limit: 10, ...fr },
    facts: { attribution: 'Google Maps', places: [{ place_id: 'place-0', name: 'Snack Ravo', stars: 4.2, reviews: 31, open: 'open' }, { name: 'Gargote Mena' }] }, // prettier-ignore
  },
  'industry-directories': {
    host: 'api.opencorporates.com',
    secret: { token: openCorporatesKey },
    input: { trade: 'catering', country: 'TN', ...fr },
    facts: {
      covered: true,
      companies: [{ register: 'tn', register_id: 'B123', name: 'TUNIS CATERING SARL', status: 'active', founded: '2019-05-02' }],
    },
  },
  'instagram-scraper': {
    host: 'graph.facebook.com',
    secret: { token: metaToken, instagram_id: '17841' },
    input: { usernames: ['chezrado', 'personne'], ...fr },
    facts: { profiles: [{ username: 'chezrado', followers: 5400, posts: 210, found: true }, { username: 'personne', found: false, followers: 0 }] }, // prettier-ignore
  },
  'linkedin-scraper': {
    host: 'api.linkedin.com',
    secret: { token: linkedInToken, ad_account_id: '88' },
    input: { from: '2026-11-10T00:00:00Z', to: '2026-11-13T00:00:00Z' },
    facts: { leads: [{ name: 'Hery', email: 'hery@example.mg', answers: [{ question: 'Combien de convives ?', answer: '50' }], consent: 'J’accepte d’être recontacté par Lala.' }] }, // prettier-ignore
  },
  brightdata: {
    host: 'api.brightdata.com',
    secret: { token: brightDataKey },
    input: { dataset: 'gd_1', urls: ['https://firm.example/'], purpose: 'Fournisseurs du quartier', ...fr },
    facts: {
      dropped_personal: 1,
      rows: [{ company: 'Firme SARL', trade: 'Restauration', phone: '+261 20 22 000 00', source_date: '2026-11-01' }],
    },
  },
  'social-tracker': {
    host: 'graph.facebook.com',
    secret: { token: metaToken, instagram_id: '17841' },
    env: { YOUTUBE_API_KEY: googleApiKey },
    input: { accounts: [{ platform: 'instagram', handle: 'chezrado' }, { platform: 'youtube', handle: 'chezrado' }], ...week }, // prettier-ignore
    facts: {
      accounts: [
        { platform: 'instagram', found: true, followers: 5400, gained: null, posts_in_period: 1, interactions_per_post: 129 },
        { platform: 'youtube', followers: 880, posts_in_period: 1, interactions_per_post: 98 },
      ],
    },
  },
  'whatsapp-api': {
    host: 'graph.facebook.com',
    secret: { token: metaToken, phone_number_id: '1001' },
    approved: ['outreach'],
    input: {
      to: '034 00 111 22',
      country: 'MG',
      body: 'Vos samosas sont prêts.',
      last_inbound_at: '2026-11-13T06:00:00Z',
      consent: 'wrote_first',
      ...fr,
    },
    facts: { state: 'sent', message_id: 'wamid.1', to_masked: '+26134•••122', within_window: true, trial: true },
  },
  'email-sender': {
    host: 'api.sendgrid.com',
    secret: sender,
    approved: ['outreach'],
    input: { to: 'rina@example.mg', subject: 'Votre devis', body: 'Bonjour Rina,\n\nvoici le devis.', consent: 'customer', ...fr },
    facts: { state: 'sent', message_id: 'msg-1', to_masked: 'r•••@example.mg', trial: true },
  },
  'sendgrid-api': {
    host: 'api.sendgrid.com',
    secret: sender,
    approved: ['outreach'],
    input: { act: 'send', subject: 'Cette semaine', text: 'Bonjour', people: ['a@example.mg', 'No@example.mg', 'bounced@example.mg'].map((email) => ({ email })), ...fr }, // prettier-ignore
    facts: { accepted: 1, batch_id: 'batch-1', refused: [{ address_masked: 'N•••@example.mg', reason: 'unsubscribed' }, { reason: 'bounced' }] }, // prettier-ignore
  },
  'mailchimp-api': {
    host: 'us21.api.mailchimp.com',
    secret: { token: mailchimpKey, list_id: 'l1', from_name: 'Lala', reply_to: 'lala@samosas.example' },
    input: { act: 'stats', campaign_id: 'c1', ...fr },
    facts: { people: 330, stats: { delivered: 320, opened: 150, clicked: 41, unsubscribed: 3, complained: 1 } },
  },
  'google-reviews': {
    host: 'mybusiness.googleapis.com',
    secret: { ...google, account_id: '1', location_id: '2' },
    input: { act: 'list', ...fr },
    facts: { reviews: [{ id: 'r1', stars: 2, text: 'La pâte était froide.', answered: false }, { id: 'r2', stars: 5, text: 'Très bon !', answered: true }] }, // prettier-ignore
  },
  'google-tts': {
    host: 'texttospeech.googleapis.com',
    secret: { token: googleApiKey },
    input: { text: 'Samosas <b>chauds</b> à 500 Ar, appelez le 034 00 111 22.', ...fr },
    facts: { mime: 'audio/mpeg', seconds: 1.99, voice: 'fr-FR-Neural2-A', language: 'fr', characters: 57 },
  },
  elevenlabs: {
    host: 'api.elevenlabs.io',
    secret: { token: elevenLabsKey },
    input: { text: 'Bonjour Tana', voice_id: 'lala', ...fr },
    facts: { seconds: 3, voice_id: 'lala', words: [{ word: 'Bonjour', from_seconds: 0, to_seconds: 0.7 }, { word: 'Tana', to_seconds: 1.2 }] }, // prettier-ignore
  },
  'whisper-stt': {
    host: 'api.openai.com',
    secret: { token: openAiAudioKey },
    input: { path: voice, seconds: 6, ...fr },
    facts: {
      text: 'Bonjour, je voudrais vingt samosas pour vendredi.',
      language: 'fr',
      // the day is less sure than a figure must be, the thanks less than anything must be
      uncertain: [{ from_seconds: 2, text: 'vingt samosas pour vendredi' }, { from_seconds: 5 }],
    },
  },
  'dall-e-3': {
    host: null,
    secret: { token: openAiKey },
    input: { picture: 'Une assiette de samosas', shape: 'square', ...fr },
    facts: { mime: 'image/png', width: 1, height: 1, provider: 'openai', alt: 'Une assiette de samosas' },
  },
  midjourney: {
    host: null,
    secret: { token: geminiKey },
    input: { picture: 'Un marché', style: 'cut_paper', shape: 'portrait', ...fr },
    facts: { style: 'cut_paper', provider: 'google', model: 'gemini-3.1-flash-image', width: 1 },
  },
  'nano-banana-pro': {
    host: null,
    secret: { token: geminiKey },
    input: { source_path: source, change: 'une nappe bleue', ...fr },
    facts: { source_path: source, change: 'une nappe bleue', provider: 'google' },
  },
  'background-remover': {
    host: null,
    secret: { token: openAiKey },
    input: { source_path: source, ...fr },
    facts: { mime: 'image/png', width: 120, height: 100, method: 'plain_ground', source_path: source },
  },
  'product-photoshoot': {
    host: null,
    secret: { token: openAiKey },
    input: { source_path: source, setting: 'une table en bois', shape: 'square', ...fr },
    facts: { width: 1080, height: 1080, setting: 'une table en bois', provider: 'openai' },
  },
  'd-id-avatar': {
    host: 'api.d-id.com',
    secret: { token: dIdKey },
    input: { persona_id: 'p1', portrait_path: portrait, audio: { path: voice, mime: 'audio/mpeg', seconds: 6 }, ...fr },
    facts: { mime: 'video/mp4', width: 512, height: 512, seconds: 6, disclosed: true, persona_id: 'p1', provider: 'd-id' },
  },
  'kling-3.0': {
    host: 'api.klingai.com',
    secret: { token: klingKey },
    input: { source_path: source, movement: 'la vapeur monte', seconds: 5, shape: '9:16', ...fr },
    facts: { width: 720, height: 1280, seconds: 5, provider: 'kling', source_path: source },
  },
  'dns-manager': {
    host: 'cloudflare-dns.com',
    input: {
      domain: 'samosas.mg',
      purpose: 'page',
      expected: [
        { type: 'A', name: '@', value: '203.0.114.9' },
        { type: 'CNAME', name: 'www', value: 'pages.nexio.example' },
        { type: 'TXT', name: '@', value: 'v=spf1 include:sendgrid.net ~all' },
        { type: 'AAAA', name: '@', value: '2001:db8::1' },
      ],
    },
    facts: {
      ready: false,
      registrar_hint: 'OVH',
      records: [
        { state: 'right' },
        { state: 'different', found: ['pages.nexio.example'] },
        { state: 'extra' },
        { state: 'missing', found: [] },
      ],
    },
  },
};
