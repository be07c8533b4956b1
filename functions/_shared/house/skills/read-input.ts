// Reads named inputs of a skill, which are what another step made: anything may be missing. Called by the house answers beside this file.
import type { BrandDna } from '../../payloads.ts';
import { ModelError } from '../../models/model-error.ts';
import type { ModelCall, ModelFacts } from '../../models/types.ts';

export type Fields = Record<string, unknown>;

export const fieldsOf = (value: unknown): Fields => (value && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {});
export const rowsOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);
export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one.trim() !== '') : [];
export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
export const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** What a person or a planner asked for in this step: the input of that name before the run's own request. */
export const requestOf = ({ input, request }: ModelFacts): string => textOf(input.request) || request;

/** @throws ModelError bad_request while there is no Brand DNA */
export function brandOf({ skill, facts }: ModelCall): BrandDna {
  if (!facts.brand) throw new ModelError('bad_request', `${skill} needs the Brand DNA`);
  return facts.brand;
}

/** At most `most` letters, cut between words. */
export function cut(text: string, most: number): string {
  const tidy = text.replace(/\s+/g, ' ').trim();
  return tidy.length <= most ? tidy : `${tidy.slice(0, most - 1).replace(/[\s,;:،]+\S*$/u, '')}…`;
}
