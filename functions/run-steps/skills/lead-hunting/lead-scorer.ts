// Skill lead-scorer: how well a possible customer fits, from what is known alone. Pure; listed in lead-hunting-skills.ts.
import { fold } from '../../../_shared/house/fold.ts';
import type { Language } from '../../../_shared/payloads.ts';
import { daysSince } from '../local-time.ts';
import { sayFrom } from '../say.ts';
import { sayList, sayNumber } from '../say-figures.ts';
import type { SkillFunction } from '../skill.ts';
import { scorerPhrases } from './scorer-phrases.ts';
import { compareTrades } from './trades.ts';

type Prospect = Record<string, unknown>;
type Ideal = { trades?: unknown; places?: unknown; sizes?: unknown; words?: unknown; audience?: unknown };
/** As lead-enricher gives it, with the prospect it was found for. */
type Enriched = { item?: unknown; reference?: unknown; facts?: { field: string; value: string }[] };
type Input = { prospects: Prospect[]; ideal: Ideal; create?: boolean; now: string; enrich?: Enriched[]; trade: string; place: string };
type Part = { part: 'fit' | 'intent' | 'reachable' | 'activity'; points: number; because: string };
type Unknown = 'trade' | 'place' | 'size' | 'intent' | 'contact' | 'activity';

const wantsToBuy = new Set(['price', 'availability', 'order', 'place', 'asked_price', 'asked_date', 'asked_quantity', 'asked_address']);
const generalInterest = new Set(['question', 'hours', 'praise', 'form', 'message']);
/** Folded words with which people ask for a price, a date, a quantity or an address. */
const buyingWords =
  /\b(?:combien|prix|tarif|devis|how much|price|quote|cost|ohatrinona|hoatrinona|vidiny|vidin'|firy|rahoviana|aiza|adiresy|quand|disponib|available|livr|deliver|commande|order|kaomandy|adresse|address|where are you|stock|reserv)|بكم|شحال|السعر|سعر|كم ثمن|متي|عنوان|توصيل|متوفر|اطلب|طلب/u;
const leastIntent = 15;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '');
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(textOf).filter(Boolean);
const firstOf = (prospect: Prospect, ...fields: string[]): string => fields.map((field) => textOf(prospect[field])).find(Boolean) ?? '';
const referenceOf = (prospect: Prospect): string => firstOf(prospect, 'reference', 'place_id', 'id', 'name', 'author_name');
const isRecord = (value: unknown): value is Prospect => typeof value === 'object' && value !== null;

/** What the firm's own site says fills what is not known; it never takes the place of what is. */
function withSite(prospect: Prospect, enrich: Enriched[]): Prospect {
  const found = enrich.find(({ item, reference }) => referenceOf(isRecord(item) ? item : { reference }) === referenceOf(prospect));
  const known: Record<string, string> = {
    trade: firstOf(prospect, 'trade', 'kind'),
    place: firstOf(prospect, 'place', 'address'),
    size: textOf(prospect.size),
    phone: textOf(prospect.phone),
    email: textOf(prospect.email),
  };
  const facts = (found?.facts ?? []).map(({ field, value }): [string, string] => [field === 'size_hint' ? 'size' : field, value]);
  return { ...prospect, ...Object.fromEntries(facts.filter(([field]) => known[field] === '')) };
}

/** `Analakely, Antananarivo` -> both, folded */
const placeParts = (place: string): string[] =>
  fold(place)
    .split(/[,;·-]/)
    .map((part) => part.trim())
    .filter((part) => part.length > 2);

function placePoints(found: string, wanted: string[]): number {
  const own = placeParts(found);
  const same = (place: string) => placeParts(place).some((part) => own.includes(part));
  // the town is the last part that a place names: `Analakely, Antananarivo`
  const isTown = wanted.some((place) => own.length > 0 && placeParts(place).at(-1) === own.at(-1));
  return isTown ? 15 : wanted.some(same) ? 8 : 0;
}

function fitPart(prospect: Prospect, ideal: Ideal, unknown: Unknown[], language: Language): Part {
  const [trade, place, size] = [firstOf(prospect, 'trade', 'kind'), firstOf(prospect, 'place', 'address'), textOf(prospect.size)];
  if (!trade) unknown.push('trade');
  if (!place) unknown.push('place');
  if (!size) unknown.push('size');
  const sameTrade = compareTrades(trade, [...listOf(ideal.trades), ...listOf(ideal.audience)]);
  const points = [
    sameTrade === 'equal' ? 20 : sameTrade === 'branch' ? 10 : 0,
    placePoints(place, listOf(ideal.places)),
    size && listOf(ideal.sizes).some((wanted) => fold(wanted) === fold(size)) ? 10 : 0,
  ];
  const [ofTrade = 0, ofPlace = 0, ofSize = 0] = points;
  const values = { trade: sayNumber(ofTrade, language), place: sayNumber(ofPlace, language), size: sayNumber(ofSize, language) };
  return { part: 'fit', points: ofTrade + ofPlace + ofSize, because: sayFrom(scorerPhrases, language, 'fit', values) };
}

function intentPart(prospect: Prospect, ideal: Ideal, unknown: Unknown[], language: Language): Part {
  const text = fold(textOf(prospect.text) || textOf(prospect.message));
  const intents = listOf(prospect.intents);
  const part = (points: number, key: keyof typeof scorerPhrases): Part => ({
    part: 'intent',
    points,
    because: sayFrom(scorerPhrases, language, key),
  });
  if (text === '' && intents.length === 0) {
    unknown.push('intent');
    return part(0, 'intent_unknown');
  }
  if (intents.some((intent) => intent === 'spam' || intent === 'threat')) return part(0, 'intent_none');
  if (intents.some((intent) => wantsToBuy.has(intent)) || buyingWords.test(text)) return part(30, 'intent_buys');
  if (listOf(ideal.words).some((word) => text.includes(fold(word)))) return part(15, 'intent_names');
  return intents.some((intent) => generalInterest.has(intent)) || text.length > 20 ? part(8, 'intent_general') : part(0, 'intent_none');
}

function reachablePart(prospect: Prospect, unknown: Unknown[], language: Language): Part {
  const ways = [
    { points: 8, key: 'way_phone', has: textOf(prospect.phone) || textOf(prospect.whatsapp) },
    { points: 5, key: 'way_email', has: textOf(prospect.email) },
    { points: 2, key: 'way_form', has: textOf(prospect.website) || textOf(prospect.form) },
  ] as const;
  const open = ways.filter(({ has }) => has !== '');
  if (open.length === 0) unknown.push('contact');
  const list = sayList(
    open.map(({ key }) => sayFrom(scorerPhrases, language, key)),
    language,
  );
  const because =
    open.length > 0 ? sayFrom(scorerPhrases, language, 'reachable', { list }) : sayFrom(scorerPhrases, language, 'unreachable');
  return { part: 'reachable', points: open.reduce((sum, { points }) => sum + points, 0), because };
}

function activityPart(prospect: Prospect, now: string, unknown: Unknown[], language: Language): Part {
  const seen = ['last_seen_at', 'last_activity_at', 'received_at', 'at']
    .map((key) => textOf(prospect[key]))
    .find((moment) => !Number.isNaN(Date.parse(moment)));
  if (seen === undefined) unknown.push('activity');
  const days = seen === undefined ? Number.POSITIVE_INFINITY : daysSince(seen, now);
  const points = days <= 30 ? 10 : days <= 90 ? 5 : 0;
  const key = seen === undefined ? 'activity_unknown' : points === 10 ? 'activity_fresh' : points === 5 ? 'activity_some' : 'activity_old';
  return { part: 'activity', points, because: sayFrom(scorerPhrases, language, key) };
}

/** Nothing personal beyond the contact counts: other fields are not read. */
function score(prospect: Prospect, at: number, ideal: Ideal, now: string, language: Language) {
  const unknown: Unknown[] = [];
  const parts = [
    fitPart(prospect, ideal, unknown, language),
    intentPart(prospect, ideal, unknown, language),
    reachablePart(prospect, unknown, language),
    activityPart(prospect, now, unknown, language),
  ];
  const name = textOf(prospect.name) || textOf(prospect.author_name);
  const reference = referenceOf(prospect) || String(at + 1);
  return {
    reference: reference.slice(0, 120),
    name: (name || reference).slice(0, 160),
    match: parts.reduce((sum, { points }) => sum + points, 0),
    parts,
    unknown,
    lead_id: textOf(prospect.lead_id).slice(0, 60),
  };
}

export const leadScorer: SkillFunction = ({ context }) => {
  const input = context.input as Input;
  const { language } = context.run;
  const { enrich = [], now } = input;
  // the customers wanted are those of the house and of this request
  const ideal = {
    ...input.ideal,
    trades: [...listOf(input.ideal.trades), ...listOf(input.trade)],
    places: [...listOf(input.ideal.places), ...listOf(input.place)],
  };
  const prospects = input.prospects
    .map((prospect, at) => score(withSite(prospect, enrich), at, ideal, now, language))
    .toSorted((a, b) => b.match - a.match);
  const wants = prospects.filter(({ parts }) => (parts.find(({ part }) => part === 'intent')?.points ?? 0) >= leastIntent);
  // who is a lead already is not made one again
  const created = input.create ? wants.filter(({ lead_id }) => lead_id === '').length : 0;
  const [best] = prospects;
  const say = sayFrom(scorerPhrases, language, !best ? 'nobody' : input.create ? 'summary_created' : 'summary', {
    count: sayNumber(prospects.length, language),
    best: best?.name ?? '',
    match: sayNumber(best?.match ?? 0, language),
    created: sayNumber(created, language),
  });
  return { say, prospects, created };
};
