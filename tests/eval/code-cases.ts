// One real case for each code skill of community, reputation, localisation, quality, influencer, audio, creative, web, search and competition: an input, and what is
// true of the answer. Used by functions/run-steps/skills/prove-skills.test.ts.
import { expect } from 'vitest';
import type { BrandDna } from '../../supabase/payloads.ts';
import type { Output } from './prove-skill.ts';

export const brand = {
  name: 'Hery Samosa',
  tagline: 'Chauds le matin',
  website: 'https://hery.mg',
  logo_url: '',
  colours: { primary: '#b3261e', secondary: '#f2c14e', accent: '#1e6f5c', ground: '#fff8ee', ink: '#22160f' },
  fonts: { heading: 'Georgia', body: 'Arial' },
  voice: { tones: ['warm'], address: 'polite', words_to_use: [], words_to_avoid: [], examples: [] },
  audience: '',
  services: [{ name: 'Samosa', price: '2 000 Ar' }],
  competitors: ['Kanto Mofo'],
  place: 'Analakely',
  phone: '+261 34 12 345 67',
  opening_hours: 'Mo-Sa 07:00-18:00',
  rules: [],
} as unknown as BrandDna;

const now = '2026-11-21T09:00:00Z';
const angry = (id: string) => ({
  id,
  author: id,
  platform: 'facebook',
  text: `Commande ${id} jamais reçue, livraison nulle`,
  sentiment: -0.6,
  received_at: '2026-11-21T08:50:00Z',
});
const zeros = { impressions: 0, comments: 0, shares: 0, saves: 0, clicks: 0, video_views: 0 };
const copy = {
  headline: 'Des samosas chauds',
  subline: 'Dix achetés, deux offerts',
  button: 'Je commande',
  sections: [{ kind: 'prices', heading: 'Prix', body: '', points: [{ title: 'Samosa', text: '2 000 Ar' }] }],
  form: { heading: 'Commandez', button: 'Envoyer', fields: ['name', 'phone'] },
  seo: { title: 'Samosas', description: 'Chauds' },
  missing: [],
};
const css = '.on { color : #ffffff } .off { color : red }';

export type Case = { input: (language: string) => Record<string, unknown>; check: (output: Output) => void };
/** By the name of the card. `site` is where a competitor's page is served. */
export const casesOf = (site: () => string): Record<string, Case> => ({
  'sentiment-analyzer': {
    input: () => ({ messages: [{ ...angry('m1'), text: 'Combien coûte ce plat délicieux ?' }] }),
    check: (output) =>
      expect(output.messages).toMatchObject([
        { id: 'm1', mood: 'positive', words: ['delicieux'], intents: ['price', 'praise', 'question'] },
      ]),
  },
  'crisis-escalator': {
    input: () => ({ messages: ['a', 'b', 'c', 'd', 'e'].map(angry), now }),
    check: (output) => expect(output).toMatchObject({ level: 'crisis', negative_last_hour: 5, authors: 5 }),
  },
  'lead-flagger': {
    input: () => ({ messages: [{ id: 'm1', text: 'Je voudrais commander 20 samosas pour vendredi' }], brand_services: ['Samosa'] }),
    check: (output) => expect(output.flagged).toMatchObject([{ message_id: 'm1', service: 'Samosa', strength: 'hot' }]),
  },
  'auto-reply-modes': {
    input: () => ({
      mode: 'semi',
      draft: { act: 'reply', body: 'Oui !', confidence: 0.5, needs_person: '', facts_used: ['x'] },
      mood: 'neutral',
      intents: ['hours'],
      sent_today: 0,
      daily_cap: 9,
    }),
    check: (output) => {
      expect(output).toMatchObject({ mode: 'semi', release: 'wait_for_person', because: 'low_confidence' });
      expect(output.say).toContain(output.explain);
    },
  },
  'mention-scanner': {
    input: () => ({
      names: ['Hery Samosa'],
      from: '2026-11-14T00:00:00Z',
      to: now,
      mentions: [{ id: 'm1', source: 'facebook', text: 'Merci Hery Samosa', seen_at: '2026-11-20T00:00:00Z' }],
    }),
    check: (output) => expect(output).toMatchObject({ new: 1, mentions: [{ id: 'm1' }], sources: [{ source: 'facebook', read: true }] }),
  },
  'review-tracker': {
    input: () => ({
      reviews: [1, 5].map((stars) => ({
        id: `r${stars}`,
        source: 'google',
        stars,
        written_at: '2026-11-20T00:00:00Z',
        answered: stars > 3,
      })),
      from: '2026-11-14',
      to: '2026-11-21',
    }),
    check: (output) => expect(output).toMatchObject({ average: 3, count: 2, new: 2, unanswered: ['r1'] }),
  },
  'sentiment-trend': {
    input: () => ({
      mentions: Array.from({ length: 28 }, (_none, at) => ({
        id: `m${at}`,
        source: 'x',
        text: 'La livraison',
        seen_at: `2026-11-${String(1 + (at % 14)).padStart(2, '0')}T00:00:00Z`,
        sentiment: 0.6 - (at % 14) * 0.08,
      })),
      from: '2026-11-01',
      to: '2026-11-14',
    }),
    check: (output) => {
      expect(output).toMatchObject({ state: 'worse', topics: [{ word: 'livraison' }] });
      expect(output.points).toHaveLength(14);
    },
  },
  'alert-generator': {
    input: (language) => ({
      findings: [{ id: 'r1', stars: 2, text: 'Trop lent' }],
      already: [],
      language,
      now,
      timezone: 'Indian/Antananarivo',
    }),
    check: (output) =>
      expect(output).toMatchObject({
        silent: 0,
        alerts: [{ code: 'bad_review', severity: 'warning', act: 'answer', reference: 'r1', merged: false }],
      }),
  },
  'brand-reputation': {
    input: () => ({
      reviews: { average: 4.5, count: 30 },
      sentiment: { level: 0.2, state: 'steady' },
      answers: { asked: 10, answered: 8, median_hours: 8 },
      crises_90_days: 1,
    }),
    check: (output) => expect(output).toMatchObject({ reputation: 70, known_share: 1 }),
  },
  'locale-detector': {
    input: () => ({ text: 'Bonjour, est-ce que vous livrez dans le quartier ?', phone: '+261341234567' }),
    check: (output) => expect(output).toMatchObject({ language: 'fr', script: 'latin', country: 'MG', dialect: 'none', mixed: [] }),
  },
  'currency-converter': {
    input: (language) => ({
      amount: 1.6,
      from: 'EUR',
      to: 'MGA',
      rates: [{ base: 'EUR', quote: 'MGA', rate: 5000, day: '2026-11-20', source: 'BFM' }],
      language,
      today: '2026-11-21',
    }),
    check: (output) => expect(output).toMatchObject({ converted: 8000, rate: 5000, source: 'BFM', stale: false }),
  },
  'cultural-calendar': {
    input: (language) => ({ country: 'MG', from: '2026-06-26', to: '2026-06-26', language }),
    check: (output) =>
      expect(output).toMatchObject({ covered: true, days: [{ day: '2026-06-26', kind: 'public_holiday', certain: true }] }),
  },
  'hashtag-validator': {
    input: () => ({ hashtags: ['#Samosa', '#2026'], platform: 'x' }),
    check: (output) =>
      expect(output).toMatchObject({ kept: ['#Samosa'], dropped: [{ hashtag: '#2026', reason: 'digits_only' }], limit: 2 }),
  },
  'plagiarism-detector': {
    // the quote is in the language of the text
    input: (language) => {
      const body = language === 'ar' ? 'هذا الجمعة عشر سمبوسات وقطعتان هدية' : 'Ce vendredi dix samosas achetés et deux offerts';
      return { text: { body }, language, pages: [{ reference: 'https://kanto.mg', text: body }] };
    },
    check: (output) =>
      expect(output).toMatchObject({
        similarity: 1,
        compared_with: 1,
        matches: [{ source: 'competitor_page', reference: 'https://kanto.mg' }],
      }),
  },
  'audience-analyzer': {
    input: () => ({
      days: [],
      posts: Array.from({ length: 16 }, (_none, at) => ({
        ...zeros,
        id: `p${at}`,
        platform: 'facebook',
        published_at: '2026-11-10T05:00:00Z',
        format: 'reel',
        reach: 100,
        likes: 5,
      })),
      timezone: 'Indian/Antananarivo',
      today: '2026-11-21',
    }),
    check: (output) =>
      expect(output).toMatchObject({
        enough: true,
        by_format: [{ format: 'reel', posts: 16, engagement_rate: 5 }],
        best_hours: [{ weekday: 2, hour: 8, posts: 16 }],
      }),
  },
  'persona-memory': {
    input: () => ({
      persona_id: 'p1',
      act: 'remember',
      now,
      persona: { name: 'Fara' },
      told: [{ fact: 'Fara a 29 ans', told_at: now, source: 'x' }],
      facts: [{ fact: 'Fara a 31 ans', source: 'y' }],
    }),
    check: (output) =>
      expect(output).toMatchObject({ persona: { name: 'Fara' }, refused: [{ fact: 'Fara a 31 ans', contradicts: 'Fara a 29 ans' }] }),
  },
  'music-library': {
    input: (language) => ({ mood: 'calm', seconds: 16, language }),
    check: (output) => expect(output).toMatchObject({ title: 'Ranomasina', licence: 'own', seconds: 16, beats_per_minute: 60 }),
  },
  'aspect-ratio-fitter': {
    input: () => ({ source_path: 't/a.png', targets: ['1080x1080', '1080x1920'] }),
    check: (output) =>
      expect(output.pictures).toMatchObject([
        { target: '1080x1080', method: 'resized', lost_share: 0 },
        { target: '1080x1920', method: 'extended', lost_share: 0 },
      ]),
  },
  'competitor-crawler': {
    input: () => ({ urls: [site()], now }),
    check: (output) =>
      expect(output).toMatchObject({
        read_at: now,
        pages: [{ status: 'read', name: 'Kanto Mofo, boulangerie', offers: [{ name: 'Mofo gasy', price: '500 Ar' }] }],
      }),
  },
  'content-seo-scorer': {
    input: (language) => ({ headline: 'Bonne nouvelle', body: 'Les samosas sont là.', keyword: 'samosas', language }),
    check: (output) => expect(output).toMatchObject({ seo_points: 45, words: 4 }),
  },
  'schema-generator': {
    input: (language) => ({ kind: 'LocalBusiness', facts: brand, language }),
    check: (output) =>
      expect(JSON.parse(String(output.json_ld))).toMatchObject({
        '@graph': [{ name: 'Hery Samosa', makesOffer: [{ price: 2000, priceCurrency: 'MGA' }] }],
      }),
  },
  'technical-seo-audit': {
    input: (language) => ({ url: site(), language, pages: 2 }),
    check: (output) => {
      expect(output).toMatchObject({ pages_read: 1, url: site() });
      expect(output.checks).toContainEqual(expect.objectContaining({ check: 'viewport', state: 'failed', points: 10 }));
    },
  },
  'css-optimizer': {
    input: () => ({ css, html: '<p class="on">x</p>' }),
    check: (output) =>
      expect(output).toMatchObject({ css: '.on{color:#fff}', removed_rules: 1, bytes_before: css.length, bytes_after: 15 }),
  },
  'form-builder': {
    input: (language) => ({ copy: copy.form, country: 'MG', language }),
    check: (output) => {
      expect(output).toMatchObject({ button: 'Envoyer', answers_to: 'submit_lead' });
      expect((output.fields as { name: string; required: boolean }[]).map(({ name, required }) => `${name} ${required}`)).toEqual([
        'name true',
        'phone true',
      ]);
    },
  },
  'html-generator': {
    input: (language) => ({ blocks: [{ kind: 'hero', heading: copy.headline }], brand, seo: copy.seo, language }),
    check: (output) => {
      expect(output.html).toMatch(/^<!doctype html>\n<html lang="(?:fr|mg|en|ar)" dir="(?:ltr|rtl)">.*<h1>Des samosas chauds<\/h1>/s);
      expect(output.bytes).toBe(new TextEncoder().encode(String(output.html)).length);
    },
  },
  'landing-page-builder': {
    input: (language) => ({ copy, language, country: 'MG' }),
    check: (output) => {
      expect(output).toMatchObject({ slug: 'des-samosas-chauds', template: 'product', contrast_ok: true, missing: [] });
      expect(output.html).toContain('<b><bdi>2 000 Ar</bdi></b>');
    },
  },
  'page-speed-fixer': {
    input: () => ({
      page: 'page-1',
      fix: true,
      html: `<!doctype html><html><head><style>${css}</style></head><body><p class="on">x</p></body></html>`,
    }),
    check: (output) => {
      expect(output.html).toContain('<style>.on{color:#fff}</style>');
      expect(output.after).toMatchObject({ requests: 1, script_bytes: 0 });
    },
  },
  'schema-markup': {
    input: () => ({
      html: '<html><head></head><body>Hery Samosa</body></html>',
      json_ld: '{"@type":"Service","name":"Hery Samosa","aggregateRating":{}}',
    }),
    check: (output) =>
      expect(output).toMatchObject({
        inserted: true,
        types: ['Service'],
        problems: [{ property: 'aggregateRating', problem: 'forbidden' }],
      }),
  },
});
