// Skill auto-reply-modes: may a drafted answer go out by itself? In doubt it waits. In community-skills.ts.
import { fold, tidy } from '../../../_shared/house/fold.ts';
import type { BrandDna } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { communityPhrases, releasePhrases } from './community-phrases.ts';

type Draft = { act?: unknown; body?: unknown; confidence?: unknown; needs_person?: unknown; facts_used?: unknown };
type Input = {
  mode: 'manual' | 'semi' | 'full';
  draft: Draft;
  mood: 'positive' | 'neutral' | 'negative';
  intents: string[];
  sent_today: number;
  daily_cap: number;
  sent_since_raise?: number;
};
type Because = keyof typeof releasePhrases;

const trialAnswers = 10;
const leastConfidence = 0.8;
const light = new Set(['praise', 'hours', 'place', 'question']);
const heavier = new Set([...light, 'price', 'availability']);
/** Promises of money, time or stock, and health, in folded text. */
const promise =
  /(?<!\p{L})(?:averina ny vola|homena maimaim-?poana|mampanantena|antoka fa|ho tonga|tazo|marary|fanafody|rembours\p{L}*|gratuit\p{L}*|offert\p{L}*|offrons|promet\p{L}*|garanti\p{L}*|livr\p{L}* (?:demain|aujourd|dans)|en moins de|allerg\p{L}*|enceinte|malad\p{L}*|medic\p{L}*|refund\p{L}*|for free|free of charge|promis\p{L}*|guarantee\p{L}*|will arrive|within \d+|allerg\p{L}*|pregnan\p{L}*|medicin\p{L}*|استرجاع|مجانا|نعدكم|نضمن|مضمون|سيصل|حساسيه|حامل|مريض|دواء)(?!\p{L})/u;

const figures = (text: string): string[] =>
  (fold(tidy(text)).match(/\d+(?:[ .,:]\d+)*/g) ?? []).map((figure) => figure.replaceAll(/\D/g, ''));

/** A figure or promise that the Brand DNA does not hold. */
function promisesMore(body: string, brand: BrandDna | null): boolean {
  const known = new Set(figures(JSON.stringify(brand ?? {})));
  return promise.test(fold(tidy(body)).replaceAll('ة', 'ه')) || figures(body).some((figure) => !known.has(figure));
}

function decide(input: Input, brand: BrandDna | null): Because {
  const { mode, draft, mood, intents, sent_today, daily_cap, sent_since_raise = 0 } = input;
  const used = Array.isArray(draft.facts_used) ? draft.facts_used.length : 0;
  const allowed = mode === 'full' ? heavier : light;
  if (mode === 'manual') return 'manual_mode';
  // what is not known about a draft counts against it
  if (draft.act !== 'reply' || typeof draft.needs_person !== 'string' || draft.needs_person !== '') return 'needs_person';
  if (mood === 'negative') return 'negative_mood';
  if (intents.length === 0 || intents.some((intent) => !allowed.has(intent))) return 'sensitive_intent';
  if (intents.some((intent) => intent !== 'praise') && used === 0) return 'sensitive_intent';
  if (typeof draft.confidence !== 'number' || draft.confidence < leastConfidence) return 'low_confidence';
  if (promisesMore(typeof draft.body === 'string' ? draft.body : '', brand)) return 'money_or_promise';
  if (sent_since_raise < trialAnswers) return 'trial_period';
  return sent_today >= daily_cap ? 'daily_cap' : 'earned';
}

export const autoReplyModes: SkillFunction = ({ context }) => {
  const input = context.input as Input;
  const because = decide(input, context.brand);
  const { language } = context.run;
  const explain = sayFrom(releasePhrases, language, because, { cap: input.daily_cap });
  const release = because === 'earned' ? 'send' : 'wait_for_person';
  return {
    say: sayFrom(communityPhrases, language, release === 'send' ? 'goes_out' : 'waits', { explain }),
    mode: input.mode,
    release,
    because,
    explain,
  };
};
