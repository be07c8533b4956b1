// Skill hashtag-validator: drops hashtags that are broken, begging, banned or too many. Adds none. In quality-skills.ts.
import { fold, tidy } from '../../../_shared/house/fold.ts';
import type { Platform } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { qualityPhrases } from './quality-phrases.ts';

type Input = { hashtags: string[]; platform: Platform; text?: string; banned?: string[] };
type Reason = 'malformed' | 'digits_only' | 'duplicate' | 'too_long' | 'too_many' | 'begging' | 'names_another_firm' | 'banned';

const limits: Record<Platform, number> = { instagram: 10, tiktok: 10, x: 2, facebook: 3, linkedin: 3, whatsapp: 3, nexio_page: 3 };
const maxLength = 100;
const wellFormed = /^#[\p{L}\p{M}\p{N}_]+$/u;
/** In folded text of the four languages. */
const begging =
  /^(?:follow|like|sub|tag|l|f)(?:4|for)(?:follow|like|sub|tag|likes|follows|l|f)\w*$|^(?:followme|followback|likeforlikes?|instafollow|gainfollowers|teamfollowback|abonnetoi|abonnezvous|suivezmoi|likezmoi|jaimepourjaime|araho|arahoaho|tiavo|تابعني|تابعوني|لايك|لايكات|متابعه)$/u;

/** One spelling for what people read as one: case, accents, Arabic forms. */
const key = (hashtag: string): string => fold(tidy(hashtag)).replaceAll('ة', 'ه').replace(/^#/, '');
const squeezed = (name: string): string => key(name).replaceAll(/[^\p{L}\p{N}]/gu, '');

function faultOf(hashtag: string, others: string[], banned: Set<string>): Reason | null {
  const bare = key(hashtag);
  if ([...hashtag].length > maxLength) return 'too_long';
  if (!wellFormed.test(hashtag)) return 'malformed';
  if (/^[\p{N}_]+$/u.test(bare)) return 'digits_only';
  if (begging.test(bare)) return 'begging';
  if (banned.has(bare)) return 'banned';
  const flat = bare.replaceAll('_', '');
  return others.some((name) => flat === name || (name.length >= 5 && flat.includes(name))) ? 'names_another_firm' : null;
}

export const hashtagValidator: SkillFunction = ({ context }) => {
  const { hashtags, platform, banned = [] } = context.input as Input;
  const own = squeezed(context.brand?.name ?? '');
  const others = (context.brand?.competitors ?? []).map(squeezed).filter((name) => name.length > 1 && name !== own);
  const forbidden = new Set(banned.map(key));
  const limit = limits[platform];
  const seen = new Set<string>();
  const kept: string[] = [];
  const dropped: { hashtag: string; reason: Reason }[] = [];
  for (const hashtag of hashtags) {
    const fault = faultOf(hashtag, others, forbidden);
    const reason = fault ?? (seen.has(key(hashtag)) ? 'duplicate' : kept.length >= limit ? 'too_many' : null);
    if (reason) dropped.push({ hashtag, reason });
    else kept.push(hashtag);
    if (!fault) seen.add(key(hashtag));
  }
  const counts = { kept: kept.length, dropped: dropped.length, limit };
  return { say: sayFrom(qualityPhrases, context.run.language, 'hashtags', counts), kept, dropped, limit };
};
