// The sentences this house writes, read backwards: which phrase of the grammar a sentence is, and what stood in its slots. Called by translate.ts.
import type { BrandDna, Language } from '../../../payloads.ts';
import { fold, tidy } from '../../fold.ts';
import { grammars } from '../../grammar/all.ts';
import { registers, type Phrases } from '../../grammar/shape.ts';
import { feasts, kinds, states, type Kind, type State } from '../../lexicon/shape.ts';
import { readTokens } from '../../read-tokens.ts';

/** Where a phrase stands in the table of each language. */
export type PhraseName =
  | { row: 'around'; key: string; index: number }
  | { row: 'main'; kind: Kind }
  | { row: 'state'; state: State; isFirst: boolean }
  | { row: 'extra' };
export type HousePhrase = PhraseName & { slots: Record<string, string> };

/** Greetings, closings, wishes, telephone: no fact but home, phone, year and brand. The same key in each language. */
export function phrasesAround({
  hooks,
  closings,
  feasts: wishes,
  formalFeast,
  wishes: wish,
  absent,
  phone,
  headlines,
}: Phrases): Record<string, string[]> {
  return {
    ...Object.fromEntries(feasts.map((feast) => [`formal ${feast}`, [formalFeast.replace('{greeting}', wishes[feast])]])),
    // the greeting of a headline ends before its addressee
    ...Object.fromEntries(feasts.map((feast) => [`short ${feast}`, [wishes[feast].split(/ à <| ho <| to you|، <|، كل|، وكل/u)[0] ?? '']])),
    ...Object.fromEntries(Object.entries(hooks).flatMap(([kind, rows]) => registers.map((one) => [`hook ${kind} ${one}`, rows[one]]))),
    ...Object.fromEntries(registers.map((one) => [`closing ${one}`, closings[one]])),
    ...Object.fromEntries(feasts.map((feast) => [`feast ${feast}`, [wishes[feast]]])),
    wishes: [wish],
    absent: [absent],
    phone: [phone],
    'headline hours': headlines.hours.slice(1, 2),
    'headline backstage': headlines.backstage.slice(1, 2),
  };
}

const escape = (literal: string) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
export const emoji = /\p{Extended_Pictographic}\ufe0f?/gu;
const endMarks = /[\s.!?…]+$/u;
const plain = (text: string) => escape(fold(tidy(text)));

/** `<viens|venez> nous voir[ {home}]` as a pattern over folded text, with a group for each slot; name and preposition of the brand are known. */
function patternOf(phrase: string, brand: BrandDna, language: Language): RegExp {
  const { brand: name = '', at_brand = '' } = grammars[language].sayBrand(brand.name);
  // a place is known by its preposition, whatever its name
  const places = `(?:${[...new Set(['§', '§ street', '1, §'].map((place) => plain(grammars[language].sayAt(place)).replace(/1, §|§ street|§/u, '.{1,160}?')))].join('|')})`;
  const piece = (part: string): string =>
    part
      .split(/(<[^<>]*>|\{\w+\})/u)
      .map((one) => {
        if (one.startsWith('<')) return `(?:${one.slice(1, -1).split('|').map(plain).join('|')})`;
        if (one === '{brand}') return plain(name);
        if (one === '{at_brand}') return plain(at_brand);
        if (one === '{at}' || one === '{home}') return `(?<${one.slice(1, -1)}>${places})`;
        return one.startsWith('{') ? `(?<${one.slice(1, -1)}>.{1,200}?)` : plain(one);
      })
      .join('');
  return new RegExp(`^${piece(phrase).trim()}$`, 'du');
}

/** A phrase with each choice of its optional parts, the fullest first: `a[ {b}][ {c}]` is four. */
function variantsOf(phrase: string): string[] {
  const parts = phrase
    .replace(emoji, '')
    .replace(endMarks, '')
    .split(/(\[[^\]]*\])/u);
  return parts.reduce<string[]>(
    (all, part) => (part.startsWith('[') ? all.flatMap((one) => [one + part.slice(1, -1), one]) : all.map((one) => one + part)),
    [''],
  );
}

type Known = { name: PhraseName; pattern: RegExp; fixed: number; slots: number };
const tables = new Map<string, Known[]>();

/** All phrases of a language for a brand, those with most fixed words first. */
function tableOf(language: Language, brand: BrandDna): Known[] {
  const key = `${language} ${brand.name}`;
  const ready = tables.get(key);
  if (ready) return ready;
  const { phrases } = grammars[language];
  const { priced, timed, other, backstage } = phrases.extras;
  const named: [PhraseName, string][] = [
    ...Object.entries(phrasesAround(phrases)).flatMap(([row, all]) =>
      all.map((one, index): [PhraseName, string] => [{ row: 'around', key: row, index }, one]),
    ),
    ...kinds.flatMap((kind) => phrases.mains[kind].map((one): [PhraseName, string] => [{ row: 'main', kind }, one])),
    ...states.flatMap((state): [PhraseName, string][] => [
      [{ row: 'state', state, isFirst: true }, phrases.atHome.replace('{state}', phrases.states[state])],
      [{ row: 'state', state, isFirst: false }, phrases.states[state]],
    ]),
    ...[...priced, ...timed, ...other, ...backstage, ...Object.values(phrases.rest)].map((one): [PhraseName, string] => [
      { row: 'extra' },
      one,
    ]),
  ];
  const table = named
    .flatMap(([name, one]) => {
      const fixed = one.replace(/\[[^\]]*\]|\{\w+\}/g, '').length;
      return variantsOf(one).map((variant) => ({
        name,
        fixed,
        pattern: patternOf(variant, brand, language),
        slots: variant.split('{').length,
      }));
    })
    .toSorted((a, b) => b.fixed - a.fixed || b.slots - a.slots);
  // one brand after the other: the table of the last few is enough
  if (tables.size > 16) tables.clear();
  tables.set(key, table);
  return table;
}

/** null for a sentence that is none of ours. Slots are cut out as they were written. */
export function readHousePhrase(sentence: string, language: Language, brand: BrandDna): HousePhrase | null {
  const written = tidy(sentence.replace(emoji, '')).replace(/\s+/g, ' ').trim().replace(endMarks, '');
  const folded = fold(written);
  for (const { name, pattern, fixed } of tableOf(language, brand)) {
    const match = pattern.exec(folded);
    // `{when}, {amount}` fits any sentence with a comma
    if (!match || fixed < 4) continue;
    const slots: Record<string, string> = {};
    for (const [slot, place] of Object.entries(match.indices?.groups ?? {})) if (place) slots[slot] = written.slice(...place);
    if (!isSound(slots)) continue;
    return { ...name, slots };
  }
  return null;
}

/** What stands in a slot for a moment is one, and in a slot for money there is no moment. */
function isSound({ when, ...slots }: Record<string, string>): boolean {
  const holds = (text: string, type: string) => readTokens(text).tokens.some(({ fact }) => fact.type === type);
  const money = ['amount', 'price', 'deal', 'cost', 'percent', 'was'].flatMap((slot) => slots[slot] ?? []);
  return (!when || holds(when, 'when')) && money.every((text) => !holds(text, 'when') && (holds(text, 'price') || holds(text, 'percent')));
}
