// Judges the answer of any prompt skill by the facts it was given: carried, nothing invented, in the language, no two members alike. Called by evaluate.test.ts.
import type { z } from 'zod';
import type { Language } from '../../../supabase/payloads.ts';
import type { ModelFacts } from '../../../functions/_shared/models/types.ts';
import { languageFaultsOf } from './find-language-faults.ts';
import { fold, foldNumbers } from './fold.ts';
import { leavesOf, type Leaf } from './leaves.ts';
import { claims, placeholders, superlatives } from './words.ts';

export type Answer = Record<string, unknown>;

/** One question to one skill, with what an answer must hold; the facts are all it may speak of. */
export type SkillCase = {
  skill: string;
  language: Language;
  facts: Partial<ModelFacts>;
  /** each row is met by any one of its texts, anywhere in the answer; numbers in any spelling */
  carries: string[][];
  /** numbers that follow from the facts by a reckoning that the set did by hand */
  derived?: number[];
  /** paths (folded to `pieces.*.seconds`) whose numbers are the writer's own choice */
  free?: RegExp;
  /** names that belong to no language, besides those of the brand */
  own?: string[];
  /** the language of the answer where it is not the one of the run; null: several, and the set's own check judges them */
  spoken?: Language | null;
  /** true where the text goes to customers: promises and superlatives nobody granted are faults */
  forCustomers?: boolean;
  /** the set's own questions to the answer */
  check?: (answer: never) => string[];
  /** each text is replaced by another in facts and expectations, and all of the above must hold again */
  swaps?: [from: string, to: string][];
};

/** Reasons to send the answer back; [] = it may go on. `schema` is the card's output schema. */
export function judgeAnswer(answer: Answer, asked: SkillCase, schema: z.core.JSONSchema.JSONSchema): string[] {
  const leaves = leavesOf(answer, schema);
  const prose = leaves.filter(({ kind }) => kind === 'prose');
  const text = prose.map(({ value }) => value).join('\n');
  return [
    ...missing(leaves, asked.carries),
    ...inventedNumbers(leaves, asked),
    ...(asked.forCustomers ? inventedClaims(text, asked.facts) : []),
    ...(asked.spoken === null ? [] : languageFaultsOf(text, asked.spoken ?? asked.language, ownWords(asked))),
    ...(new RegExp(placeholders).test(fold(text)) ? [`placeholder: ${new RegExp(placeholders).exec(fold(text))?.[0]}`] : []),
    ...twins(answer, schema),
    ...(asked.check?.(answer as never) ?? []),
  ];
}

function missing(leaves: Leaf[], carries: string[][]): string[] {
  const all = foldNumbers(leaves.map(({ value }) => value).join('\n'));
  const digits = all.replace(/\D/g, '');
  const says = (wanted: string) =>
    /^\+?[\d ]{8,}$/.test(wanted) ? digits.includes(wanted.replace(/\D/g, '')) : all.includes(foldNumbers(wanted));
  return carries.filter((row) => !row.some(says)).map((row) => `missing: ${row[0]}`);
}

const numbersIn = (text: string): number[] => (foldNumbers(text).match(/\d+(?:\.\d+)?/g) ?? []).map(Number);

function inventedNumbers(leaves: Leaf[], { facts, derived = [], free = /^$/ }: SkillCase): string[] {
  const { brand, ...rest } = facts;
  const known = [...numbersIn(JSON.stringify({ ...rest, brand: { ...brand, colours: null, fonts: null } })), ...derived, 0];
  // a telephone falls into other groups when it is written in another way
  for (const phone of JSON.stringify(facts).match(/\+?\d[\d ]{7,}\d/g) ?? [])
    known.push(...phone.split(' ').map(Number), Number(phone.replace(/\D/g, '')));
  const follows = (number: number) =>
    known.some((one) => [0, 1, 2].some((places) => Number(one.toFixed(places)) === number) || twelveHours(one) === number);
  return leaves
    .filter(({ path }) => !free.test(path.replace(/\b\d+\b/g, '*')))
    .flatMap(({ path, kind, value }) =>
      (kind === 'number' ? [Math.abs(Number(value))] : numbersIn(String(value)))
        .filter((number) => !follows(number))
        .map((number) => `invented: ${number} in ${path}`),
    );
}

const twelveHours = (hour: number) => (hour > 12 && hour <= 24 ? hour - 12 : hour);

function inventedClaims(text: string, facts: Partial<ModelFacts>): string[] {
  const source = fold(JSON.stringify(facts));
  const said = fold(text);
  const promises = claims
    .filter(([concept]) => concept !== 'new')
    .filter(([, pattern]) => new RegExp(pattern, 'u').test(said) && !new RegExp(pattern, 'u').test(source))
    .map(([concept]) => `invented: ${concept}`);
  const praised = said.match(new RegExp(`(?<![\\p{L}\\p{N}])(?:${superlatives})(?![\\p{L}\\p{N}])`, 'gu')) ?? [];
  return [...promises, ...praised.filter((claim) => !source.includes(claim)).map((claim) => `invented: "${claim}"`)];
}

/** What the material itself brings in other languages: names, products, whatever stands in the facts word for word. */
function ownWords({ facts: { brand }, own = [] }: SkillCase): string[] {
  return [...own, ...(brand ? [brand.name, brand.tagline, brand.place, brand.audience, ...brand.services.map(({ name }) => name)] : [])];
}

/** Lists whose members say the same thing twice. */
function twins(value: unknown, schema: z.core.JSONSchema.JSONSchema, path = ''): string[] {
  if (Array.isArray(value)) {
    const said = value.map((member) =>
      fold(
        leavesOf(member, schema.items as z.core.JSONSchema.JSONSchema)
          .filter(({ kind }) => kind === 'prose')
          .map((leaf) => leaf.value)
          .join(' '),
      ),
    );
    const twin = said.find((one, index) => one && said.indexOf(one) !== index);
    const below = value.flatMap((member) => twins(member, schema.items as z.core.JSONSchema.JSONSchema, path));
    return twin ? [`twice in ${path}: ${twin.slice(0, 80)}`, ...below] : below;
  }
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, member]) =>
    twins(member, (schema.properties?.[name] ?? {}) as z.core.JSONSchema.JSONSchema, path ? `${path}.${name}` : name),
  );
}
