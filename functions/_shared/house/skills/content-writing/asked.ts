// What a writer is asked to write about: the request, or in a run of the clock, which has only a title, what its material holds. Called by material.ts.
import type { BrandDna } from '../../../payloads.ts';
import type { ModelFacts } from '../../../models/types.ts';
import { readTokens } from '../../read-tokens.ts';
import { stillGood } from '../email/pieces.ts';
import { fieldsOf, requestOf, rowsOf, textOf, type Fields } from '../read-input.ts';

/** What the run was started with; {} outside a run. */
export const runInput = ({ outputs }: ModelFacts): Fields => fieldsOf(outputs.input);

/** A run that nobody asked for in words: its request is its own title, which no customer should read. */
function isTitleOnly(facts: ModelFacts): boolean {
  const run = runInput(facts);
  const request = requestOf(facts);
  const ofItem = [facts.item, fieldsOf(facts.item).request].includes(request);
  return Object.keys(run).length > 0 && !textOf(run.request) && !ofItem;
}

/** The sentence with the facts of the piece that readers liked best. */
function bestNews(facts: ModelFacts, brand: BrandDna): string {
  const [best] = stillGood(rowsOf(runInput(facts).posts), textOf(facts.input.today));
  if (!best) return '';
  const sentences = textOf(best.text).split(/(?<=[.!?؟…])\s+|\n+/u);
  const factual = sentences.find((sentence) =>
    readTokens(sentence, brand).tokens.some(({ fact }) => fact.type === 'price' || fact.type === 'percent'),
  );
  return (factual ?? textOf(best.title)).replace(/[.!\s]+$/u, '');
}

export function askedOf(facts: ModelFacts, brand: BrandDna): string {
  if (!isTitleOnly(facts)) return requestOf(facts);
  const [offer] = brand.services.toSorted((a, b) => Number(Boolean(b.price)) - Number(Boolean(a.price)));
  return bestNews(facts, brand) || [offer?.name, offer?.price].filter(Boolean).join(' ') || brand.name;
}
