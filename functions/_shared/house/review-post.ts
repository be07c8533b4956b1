// Skill fact-checker of the house model, the peer review: checks a text for customers against request and Brand DNA, quotes what it refutes and says why. Called by index.ts.
import type { BrandDna, Language, Verdict } from '../payloads.ts';
import type { ModelFacts } from '../models/types.ts';
import { ModelError } from '../models/model-error.ts';
import { compareFacts, factsAsked, type Difference } from './compare-facts.ts';
import { foreignSentences } from './detect-language.ts';
import { fold, tidy } from './fold.ts';
import { readFacts } from './facts.ts';
import { anyOf, lexicons, phrase } from './lexicon/all.ts';
import { readWork, type Work } from './read-work.ts';
import { sayFinding, sayVerdict } from './review-words.ts';

const superlative = anyOf((one) => one.superlatives);
const scope = anyOf((one) => one.scopes);
const placeholder = /\[[^\]\n]{1,60}\]|\{\{?[^}\n]{1,60}\}?\}|lorem ipsum|\bx{3,}\b|\b(?:undefined|null|NaN)\b|<[a-z_ ]{2,30}>/giu;

export function reviewPost(facts: ModelFacts, brand: BrandDna, language: Language): Verdict {
  const work = readWork(facts, language);
  if (!work) throw new ModelError('bad_request', 'there is no text to review');
  const differences = findDifferences(work, brand);
  const findings = differences.map(({ fault, quote, right }) => sayFinding(fault, quote, right, language));
  const facts_right = factsAsked(work.mustSay || facts.request, brand);
  return { verdict: findings.length > 0 ? 'refute' : 'praise', findings, say: sayVerdict(findings, facts_right, language) };
}

/** Each fault once, with the words that show it. */
export function findDifferences(work: Work, brand: BrandDna): Difference[] {
  const { kind, body, headline, tags, language, mustSay, known } = work;
  const rest = kind === 'post' ? `${headline}\n${tags?.call_to_action ?? ''}` : (tags?.call_to_action ?? '');
  const whole = `${body}\n${rest}`;
  const all = [
    ...(language ? findLanguage(body, mustSay, brand, language) : []),
    ...compareFacts(countless(work), mustSay, brand, known),
    ...compareFacts(rest, mustSay, brand, known).filter(({ fault }) => fault !== 'missing_fact'),
    ...findSuperlatives(whole, brand, kind === 'translation' ? mustSay : ''),
    ...(language ? findTone(body, brand, language) : []),
    ...brand.voice.words_to_avoid.flatMap((word) => find(phrase(escape(fold(tidy(word))), 'u'), whole, 'forbidden_word')),
    ...find(placeholder, whole, 'placeholder'),
    ...(namesBrand(work, brand) ? [] : [{ fault: 'missing_brand' as const, quote: brand.name, right: brand.name }]),
  ];
  return all.filter((one, index) => all.findIndex((other) => other.fault === one.fault && fold(other.quote) === fold(one.quote)) === index);
}

/** The body without what only counts its own parts: `2/5`, `1.` at the beginning of a line. */
const countless = ({ kind, body }: Work): string =>
  kind === 'post'
    ? body
    : body.replace(/(?<![\d/])\d{1,2} ?\/ ?\d{1,2}(?![\d/])|^\s*(?:#+ )?\d{1,2}[.)](?= )/gmu, (found) => ' '.repeat(found.length));

/** A post names its shop; so does a letter or a page; an answer below the shop's own post and a line of an advertisement need not. */
function namesBrand({ kind, headline, body, mustSay }: Work, brand: BrandDna): boolean {
  const names = (text: string) => fold(tidy(text)).includes(fold(tidy(brand.name)));
  if (names(body) || kind === 'answer') return true;
  if (kind === 'translation') return !names(mustSay);
  return kind === 'copy' && (names(headline) || body.length < 400);
}

function findLanguage(body: string, request: string, brand: BrandDna, language: Language): Difference[] {
  const facts = readFacts(request, brand);
  const own = [
    brand.name,
    brand.place,
    brand.tagline,
    ...brand.services.map(({ name }) => name),
    ...[facts.main, ...facts.extras].flatMap((clause) => (clause ? [clause.text, clause.place] : [])),
  ];
  return foreignSentences(body, language, own).map((quote): Difference => ({ fault: 'wrong_language', quote, right: '' }));
}

/** Ranks the business above others: nobody can prove it, even when the owner asked for it. A translator says what the source says. */
function findSuperlatives(text: string, brand: BrandDna, source: string): Difference[] {
  const allowed = brand.voice.words_to_use.map((word) => fold(tidy(word)));
  if (phrase(superlative, 'u').test(fold(tidy(source)))) return [];
  return find(phrase(`(?:${superlative})(?:(?: \\p{L}+){0,3} ${scope})?`, 'u'), text, 'unprovable_superlative').filter(
    ({ quote }) => !allowed.includes(fold(quote)),
  );
}

function findTone(body: string, brand: BrandDna, language: Language): Difference[] {
  const { tones, address } = brand.voice;
  const lively = tones.includes('playful') || tones.includes('bold');
  const { slang, stiff, familiar, polite } = lexicons[language];
  const unquoted = body.replace(/[«“][^»”]*[»”]/gu, ' ');
  const hits: Difference[] = [];
  if (!tones.includes('playful')) hits.push(...find(phrase(slang, 'u'), unquoted, 'off_brand_tone'));
  if (lively || address === 'familiar') hits.push(...find(phrase(stiff, 'u'), unquoted, 'off_brand_tone'));
  if (address === 'polite' && (language === 'fr' || language === 'mg'))
    hits.push(...find(phrase(familiar, 'u'), unquoted, 'off_brand_tone'));
  if (address === 'familiar' && language === 'fr' && !phrase(familiar, 'u').test(fold(unquoted)))
    hits.push(...find(phrase(polite, 'u'), unquoted, 'off_brand_tone'));
  const cries =
    unquoted.match(/[^.!?\n]*!{2,}/u)?.[0] ??
    (!lively && (unquoted.match(/!/g)?.length ?? 0) > 3 ? unquoted.match(/[^.!?\n]*!/u)?.[0] : undefined);
  if (cries && !tones.includes('bold')) hits.push({ fault: 'off_brand_tone', quote: cries.trim(), right: '' });
  const shout = unquoted.replaceAll(brand.name, ' ').match(/\p{Lu}{4,}(?: \p{Lu}{4,})+/u)?.[0];
  if (shout) hits.push({ fault: 'off_brand_tone', quote: shout, right: '' });
  return hits.slice(0, 1);
}

/** The first match, cut out of the text as it was written. */
function find(pattern: RegExp, text: string, fault: Difference['fault']): Difference[] {
  const tidied = tidy(text);
  const match = new RegExp(pattern.source, pattern.flags.replace('g', '')).exec(fault === 'placeholder' ? tidied : fold(tidied));
  return match ? [{ fault, quote: tidied.slice(match.index, match.index + match[0].length), right: '' }] : [];
}

const escape = (literal: string) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
