// The shapes that cross rooms as jsonb: written by functions, stored by SQL, drawn by the app (which imports the types only).
import { z } from 'zod';

export const languages = ['mg', 'fr', 'en', 'ar'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

export const platforms = ['nexio_page', 'facebook', 'instagram', 'tiktok', 'linkedin', 'x', 'whatsapp'] as const;
export const Platform = z.enum(platforms);
export type Platform = z.infer<typeof Platform>;

const hex = z.string().regex(/^#[0-9a-f]{6}$/);

/** brand_dna.dna: what every agent reads before a task (product.md H). Colours are #rrggbb in lower case. */
export const BrandDna = z.object({
  name: z.string().min(1).max(80),
  tagline: z.string().max(160).default(''),
  website: z.string().max(300).default(''),
  logo_url: z.string().max(500).default(''),
  colours: z.object({ primary: hex, secondary: hex, accent: hex, ground: hex, ink: hex }),
  fonts: z.object({ heading: z.string().max(80), body: z.string().max(80) }),
  voice: z.object({
    /** e.g. warm, playful, formal, expert, bold, calm */
    tones: z.array(z.enum(['warm', 'playful', 'formal', 'expert', 'bold', 'calm'])).max(3),
    /** how the brand speaks to one customer, where the language knows the difference */
    address: z.enum(['familiar', 'polite']).default('polite'),
    words_to_use: z.array(z.string().max(40)).max(20).default([]),
    words_to_avoid: z.array(z.string().max(40)).max(20).default([]),
    examples: z.array(z.string().max(400)).max(10).default([]),
  }),
  audience: z.string().max(400).default(''),
  services: z
    .array(z.object({ name: z.string().max(80), price: z.string().max(40).default('') }))
    .max(30)
    .default([]),
  competitors: z.array(z.string().max(80)).max(10).default([]),
  place: z.string().max(160).default(''),
  phone: z.string().max(40).default(''),
  opening_hours: z.string().max(160).default(''),
  /** rules learned from the owner's edits, newest last */
  rules: z
    .array(z.object({ id: z.string(), text: z.string().max(300) }))
    .max(50)
    .default([]),
});
export type BrandDna = z.infer<typeof BrandDna>;

/** chain_runs.input of create_social_post */
export const PostRequest = z.object({
  request: z.string().min(3).max(1000),
  platform: Platform,
  language: Language,
  scheduled_at: z.iso.datetime({ offset: true }).nullish(),
});
export type PostRequest = z.infer<typeof PostRequest>;

/** Every step's output may carry `say`: one or two first-person sentences, in the run's language, shown as the agent's line in the conversation. */
const say = z.string().max(500).default('');

/** output of step text (skill social-captions) */
export const PostText = z.object({ say, body: z.string().min(1).max(3000), headline: z.string().min(1).max(60) });
export type PostText = z.infer<typeof PostText>;

/** output of step hashtags_and_call_to_action (skill hashtag-generator) */
export const PostTags = z.object({
  say,
  hashtags: z.array(z.string().regex(/^#[\p{L}\p{M}\p{N}_]+$/u)).max(15),
  call_to_action: z.string().max(200),
});
export type PostTags = z.infer<typeof PostTags>;

/** output of step visual (skill image-router); path is in bucket `media`, first folder = tenant id */
export const PostVisual = z.object({
  say,
  path: z.string(),
  mime: z.enum(['image/svg+xml', 'image/png', 'image/jpeg', 'image/webp']),
  width: z.number().int(),
  height: z.number().int(),
  alt: z.string().max(300),
});
export type PostVisual = z.infer<typeof PostVisual>;

export const faults = [
  'wrong_price',
  'wrong_day',
  'missing_fact',
  'invented_fact',
  'unprovable_superlative',
  'wrong_language',
  'off_brand_tone',
  'forbidden_word',
  'placeholder',
  'missing_brand',
] as const;

/** output of step quality_review (skill fact-checker): the peer's refutation or praise (product.md F) */
export const Verdict = z.object({
  say,
  verdict: z.enum(['refute', 'praise']),
  findings: z.array(
    z.object({
      fault: z.enum(faults),
      quote: z.string().max(300),
      reason: z.string().max(400),
      suggestion: z.string().max(400).default(''),
    }),
  ),
});
export type Verdict = z.infer<typeof Verdict>;

/** output of step quality_gate (skill brand-compliance): 0-100, below 60 is rejected (product.md C) */
export const Score = z.object({ say, score: z.number().int().min(0).max(100), reasons: z.array(z.string().max(300)).max(6) });
export type Score = z.infer<typeof Score>;

/** outputs of the steps of brand_dna_extract, one shape a skill (color-extractor, font-detector, voice-analyzer, audience-profiler, competitor-identifier) */
export const BrandColours = z.object({ say, colours: BrandDna.shape.colours, logo_url: BrandDna.shape.logo_url });
export const BrandFonts = z.object({ say, fonts: BrandDna.shape.fonts });
export const BrandVoice = z.object({ say, voice: BrandDna.shape.voice });
export const BrandAudience = z.object({ say, audience: BrandDna.shape.audience });
export const BrandOffer = z.object({
  say,
  services: BrandDna.shape.services,
  competitors: BrandDna.shape.competitors,
  place: BrandDna.shape.place,
  phone: BrandDna.shape.phone,
  opening_hours: BrandDna.shape.opening_hours,
});
/** output of step build_dna (skill brand-dna-builder): the proposal; stored without `say` as brand_dna.dna */
export const BrandProposal = BrandDna.extend({ say });

/** What a push carries, at most 3,000 bytes of JSON: written by functions/_shared/channels/web-push.ts, read by the service worker. */
export const PushPayload = z.object({
  /** approval, digest, result, lead, alert, going_out, decided … */
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  language: Language,
  dir: z.enum(['ltr', 'rtl']),
  /** a later push with the same tag takes the place of this one */
  tag: z.string(),
  tenant_id: z.uuid().nullable(),
  approval_id: z.uuid().nullable(),
  /** for decide_by_token, once; null where a tap has to open the app (money, settings, several at once) */
  token: z.string().nullable(),
  /** what stands on the buttons, in the person's language (stop: it goes out by itself, and stays for a person then); null without a token */
  actions: z.union([z.object({ approve: z.string(), reject: z.string() }), z.object({ stop: z.string() })]).nullable(),
  /** path of the app that a tap opens */
  link: z.string().startsWith('/'),
  /** number on the app's icon: approvals that wait for this person, up to 100 */
  badge: z.number().int(),
});
export type PushPayload = z.infer<typeof PushPayload>;
