// Skill mention-scanner: which of the texts that came in by official doors speak of the brand. In reputation-skills.ts.
import type { BrandDna, Language } from '../../../_shared/payloads.ts';
import { findName } from '../community/near-word.ts';
import { readFeeling } from '../community/read-feeling.ts';
import { foldedWords } from '../localization/detect-locale.ts';
import { isKnown } from '../community/lexicon/all.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { reputationPhrases } from './reputation-phrases.ts';

type Received = {
  id: string;
  source: string;
  url?: string;
  author?: string;
  text: string;
  language?: string;
  seen_at: string;
  sentiment?: number | null;
  is_own?: boolean;
};
type Input = {
  names: string[];
  from: string;
  to: string;
  mentions?: Received[];
  sources?: { source: string; connected: boolean }[];
  known?: string[];
};

const errorsFrom = 7;
const day = 86_400_000;

/** A name that is an everyday word needs a second sign beside it. */
const isCommon = (name: string): boolean => {
  const words = foldedWords(name);
  return words.length === 1 && (isKnown(words[0] ?? '') || commonNames.has(words[0] ?? ''));
};
const commonNames = new Set(
  'soleil etoile lune bonheur espoir paradis royal prestige elegance sun star moon hope paradise orange apple dream masoandro kintana volana fanantenana sambatra نور امل شمس قمر نجمه الامل النور'.split(
    ' ',
  ),
);

/** Place, trade and web name of the brand: what shows that a common word is this name. */
function secondSigns(brand: BrandDna | null): string[] {
  const place = brand?.place.split(/[,;]/).map((part) => part.trim()) ?? [];
  const host =
    URL.parse(brand?.website ?? '')
      ?.hostname.replace(/^www\./, '')
      .split('.')[0] ?? '';
  return [...place, host, ...(brand?.services.map(({ name }) => name) ?? [])].filter((sign) => sign.length > 2);
}

const isSameName = (a: string, b: string) => foldedWords(a).join(' ') === foldedWords(b).join(' ');

function speaksOf(text: string, names: string[], signs: string[]): boolean {
  const words = foldedWords(text);
  return names.some((name) => {
    if (findName(words, name, errorsFrom) < 0) return false;
    return !isCommon(name) || /@\w/.test(text) || signs.some((sign) => !isSameName(sign, name) && findName(words, sign, errorsFrom) >= 0);
  });
}

/** The same text on two sources within a day is one mention: the first is kept. */
function withoutCopies(found: Received[]): Received[] {
  const kept = new Map<string, number>();
  return found.filter(({ text, seen_at }) => {
    const key = foldedWords(text).join(' ');
    const before = kept.get(key);
    const at = Date.parse(seen_at);
    if (before !== undefined && at - before < day) return false;
    kept.set(key, at);
    return true;
  });
}

const languageOf = (read: string | undefined, text: string): string =>
  read || (readFeeling(text).language.replace('other', '') as Language | '');

export const mentionScanner: SkillFunction = ({ context }) => {
  const { names, from, to, mentions: received = [], sources: connections = [], known = [] } = context.input as Input;
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const inTime = received.filter(({ seen_at }) => Date.parse(seen_at) >= start && Date.parse(seen_at) <= end);
  const signs = secondSigns(context.brand);
  const spoken = inTime.filter(({ text, is_own }) => !is_own && text.trim() !== '' && speaksOf(text, names, signs));
  const mentions = withoutCopies(spoken.toSorted((a, b) => Date.parse(a.seen_at) - Date.parse(b.seen_at)))
    .slice(-500)
    .map(({ id, source, url = '', author = '', text, language, seen_at, sentiment }) => ({
      id,
      source,
      url,
      author,
      text,
      language: languageOf(language, text),
      seen_at,
      sentiment: sentiment ?? readFeeling(text).sentiment,
    }));
  const { language } = context.run;
  const heard = [...new Set(received.map(({ source }) => source))].filter((source) => !connections.some((one) => one.source === source));
  const sources = [...connections, ...heard.map((source) => ({ source, connected: true }))].slice(0, 20).map(({ source, connected }) => ({
    source,
    read: connected,
    why_not: connected ? '' : sayFrom(reputationPhrases, language, 'not_connected', { source }),
  }));
  const unread = sources.filter(({ read }) => !read).map(({ source }) => source);
  const fresh = mentions.filter(({ id }) => !known.includes(id)).length;
  const missing = unread.length > 0 ? sayFrom(reputationPhrases, language, 'not_read', { sources: unread.join(', ') }) : '';
  const counts = { count: mentions.length, fresh, read: sources.length - unread.length, missing };
  return { say: sayFrom(reputationPhrases, language, 'mentions', counts).trim(), mentions, new: fresh, sources };
};
