// Skill brand-compliance of the house model: 0-100 from components a person can check, with the reasons for every point lost. Called by index.ts.
import type { BrandDna, Language, Platform, PostTags, PostText, Score } from '../payloads.ts';
import type { ModelFacts } from '../models/types.ts';
import { factsAsked } from './compare-facts.ts';
import { readFacts } from './facts.ts';
import { fold, tidy } from './fold.ts';
import type { Kind } from './lexicon/shape.ts';
import { readTokens } from './read-tokens.ts';
import { hashtag } from './write-tags.ts';
import { ModelError } from '../models/model-error.ts';
import { readWork, type Work } from './read-work.ts';
import { findDifferences } from './review-post.ts';
import type { Fault } from './review-words.ts';

const components = ['facts', 'truth', 'use', 'brand', 'language', 'voice', 'length', 'call', 'hashtags'] as const;
type Component = (typeof components)[number];
type Need = 'price' | 'when' | 'where';

/** Points of each component; together 100. */
export const weights: Record<Component, number> = {
  facts: 22,
  truth: 20,
  use: 12,
  brand: 10,
  language: 10,
  voice: 10,
  length: 6,
  call: 5,
  hashtags: 5,
};

/** Letters that read well on the platform: shortest, longest. */
const lengths: Record<Platform, [number, number]> = {
  x: [40, 280],
  whatsapp: [60, 700],
  facebook: [60, 900],
  instagram: [60, 1200],
  tiktok: [40, 600],
  linkedin: [80, 1500],
  nexio_page: [60, 1200],
};

const costs: Record<Fault, Component> = {
  missing_fact: 'facts',
  wrong_price: 'truth',
  wrong_day: 'truth',
  invented_fact: 'truth',
  unprovable_superlative: 'truth',
  wrong_language: 'language',
  off_brand_tone: 'voice',
  forbidden_word: 'voice',
  placeholder: 'truth',
  missing_brand: 'brand',
};

const lost: Record<Language, Record<Component, string>> = {
  fr: {
    facts: 'Il manque : {quote}.',
    use: 'Plus forte encore avec {quote}.',
    truth: 'À vérifier : {quote}.',
    brand: 'Le nom de la marque manque.',
    language: 'Une phrase est dans une autre langue.',
    voice: 'Le ton : {quote}.',
    length: 'La longueur ne va pas à ce réseau ({quote} lettres).',
    call: "Rien n'invite le client à venir.",
    hashtags: 'Les mots-dièse ne parlent pas de cette publication.',
  },
  mg: {
    facts: 'Tsy ampy: {quote}.',
    use: 'Mbola ho mafy kokoa raha misy {quote}.',
    truth: 'Hamarino: {quote}.',
    brand: "Tsy ao ny anaran'ny marika.",
    language: "Misy fehezanteny amin'ny teny hafa.",
    voice: 'Ny fomba fiteny: {quote}.',
    length: "Tsy mety amin'ity tambajotra ity ny halavany (litera {quote}).",
    call: 'Tsy misy manasa ny mpanjifa ho tonga.',
    hashtags: "Tsy mifanaraka amin'ny soratra ny tenifototra.",
  },
  en: {
    facts: 'Missing: {quote}.',
    use: 'Stronger still with {quote}.',
    truth: 'To be checked: {quote}.',
    brand: 'The name of the brand is missing.',
    language: 'A sentence is in another language.',
    voice: 'The tone: {quote}.',
    length: 'The length does not suit this network ({quote} letters).',
    call: 'Nothing invites the customer to come.',
    hashtags: 'The hashtags are not about this post.',
  },
  ar: {
    facts: 'ينقص: {quote}.',
    use: 'يكون أقوى مع {quote}.',
    truth: 'يجب التحقق من: {quote}.',
    brand: 'اسم العلامة غير موجود.',
    language: 'توجد جملة بلغة أخرى.',
    voice: 'النبرة: {quote}.',
    length: 'الطول لا يناسب هذه الشبكة ({quote} حرفًا).',
    call: 'لا شيء يدعو الزبون إلى القدوم.',
    hashtags: 'الوسوم لا تخص هذا المنشور.',
  },
};

/** What a customer needs to act, by kind of post: what it costs, when, where. */
const needs: Record<Kind, Need[]> = {
  offer: ['price', 'when', 'where'],
  novelty: ['price', 'where'],
  event: ['when', 'where'],
  hours: ['when', 'where'],
  backstage: ['where'],
  feast: ['where'],
  news: ['where'],
};
const needNames: Record<Language, Record<Need, string>> = {
  fr: { price: 'un prix', when: 'un jour', where: 'un lieu' },
  mg: { price: 'vidiny', when: 'andro', where: 'toerana' },
  en: { price: 'a price', when: 'a day', where: 'a place' },
  ar: { price: 'سعر', when: 'يوم', where: 'مكان' },
};

const ownWords: Record<Language, string> = {
  fr: 'pas encore un mot bien à la marque',
  mg: 'tsy mbola misy teny mampiavaka ny marika',
  en: "not yet a word that is the brand's own",
  ar: 'لا كلمة خاصة بالعلامة بعد',
};

const kept: Record<Language, (facts: string[]) => string> = {
  fr: (facts) => (facts.length ? `Tout y est : ${facts.join(', ')}.` : 'La marque, le ton et la langue sont justes.'),
  mg: (facts) => (facts.length ? `Feno ny soratra: ${facts.join(', ')}.` : 'Marina ny marika, ny fomba fiteny ary ny teny.'),
  en: (facts) => (facts.length ? `All of it is there: ${facts.join(', ')}.` : 'Brand, tone and language are right.'),
  ar: (facts) => (facts.length ? `كل شيء موجود: ${facts.join('، ')}.` : 'العلامة والنبرة واللغة كما يجب.'),
};

const verdicts: Record<Language, (score: number, reason: string) => string> = {
  fr: (score, reason) => `Je donne ${score} sur 100. ${reason}`,
  mg: (score, reason) => `${score} amin'ny 100 no omeko. ${reason}`,
  en: (score, reason) => `I give it ${score} out of 100. ${reason}`,
  ar: (score, reason) => `أعطيه ${score} من 100. ${reason}`,
};

export function scorePost(facts: ModelFacts, brand: BrandDna, language: Language): Score {
  const work = readWork(facts, language);
  if (!work) throw new ModelError('bad_request', 'there is no text to score');
  const asked = factsAsked(work.mustSay, brand);
  const points = { ...weights };
  const quotes: Partial<Record<Component, string[]>> = {};
  const take = (component: Component, share: number, quote: string) => {
    points[component] = Math.max(0, points[component] - weights[component] * share);
    (quotes[component] ??= []).push(quote.slice(0, 80));
  };
  for (const { fault, quote } of findDifferences(work, brand))
    take(costs[fault], fault === 'missing_fact' ? 1 / Math.max(asked.length, 1) : 1, quote);
  if (work.kind !== 'translation' && !soundsLikeBrand(work.body, brand)) take('voice', 0.6, ownWords[language]);
  if (work.kind === 'post') scoreAsPost(work, facts, brand, language, take);

  const score = Math.round(components.reduce((sum, component) => sum + points[component], 0));
  const reasons = components
    .filter((component) => quotes[component])
    .toSorted((a, b) => weights[b] - points[b] - (weights[a] - points[a]))
    .map((component) => lost[language][component].replace('{quote}', (quotes[component] ?? []).join(', ')).slice(0, 300));
  const explained = reasons.length > 0 ? reasons.slice(0, 6) : [kept[language](asked.slice(0, 4)).slice(0, 300)];
  return { score, reasons: explained, say: verdicts[language](score, explained[0] ?? '').slice(0, 500) };
}

/** What only a post has to do: be of use to the customer, fit its network, invite, carry hashtags. */
function scoreAsPost(
  { body, headline, tags }: Work,
  { request, platform }: ModelFacts,
  brand: BrandDna,
  language: Language,
  take: (component: Component, share: number, quote: string) => void,
): void {
  const { tokens } = readTokens(body, brand);
  const says: Record<Need, boolean> = {
    price: tokens.some(({ fact }) => fact.type === 'price' || fact.type === 'percent'),
    when: tokens.some(({ fact }) => fact.type === 'when'),
    where: tokens.some(({ fact }) => fact.type === 'place' || fact.type === 'phone'),
  };
  for (const need of needs[readFacts(request, brand).kind]) if (!says[need]) take('use', 0.5, needNames[language][need]);
  if (body.length < lengths[platform][0] || body.length > lengths[platform][1]) take('length', 1, String(body.length));
  if (!tags?.call_to_action && !/[!؟?]|\b(?:venez|passez|tongava|come|visit)/i.test(body)) take('call', 1, '');
  const share = relevantShare(tags, { body, headline }, brand, request);
  if (share < 0.5) take('hashtags', 1 - share, '');
}

/** Whether the text uses a word that is the brand's own: one to use, of its tagline, or what it sells. The name alone does not count. */
function soundsLikeBrand(body: string, brand: BrandDna): boolean {
  const own = [
    ...brand.voice.words_to_use,
    ...brand.services.map(({ name }) => name),
    ...(brand.tagline.match(/[\p{L}\p{M}]{5,}/gu) ?? []),
  ];
  const text = fold(tidy(body)).replace(fold(tidy(brand.name)), ' ');
  return own.length === 0 || own.some((word) => text.includes(fold(tidy(word))));
}

/** Share of the hashtags that name something of the post, the request or the brand, 0-1. */
function relevantShare(tags: PostTags | null, text: Pick<PostText, 'body' | 'headline'>, brand: BrandDna, request: string): number {
  if (!tags || tags.hashtags.length === 0) return 0;
  const flat = (words: string) => fold(words).replace(/[^\p{L}\p{N}]/gu, '');
  const source = flat([text.body, text.headline, request, brand.name, brand.place, ...brand.services.map(({ name }) => name)].join(' '));
  const named = tags.hashtags.filter((tag) => source.includes(flat(tag)) || flat(tag) === flat(hashtag(brand.name) ?? ''));
  return Math.min(1, (named.length * 2) / tags.hashtags.length);
}
