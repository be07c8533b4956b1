// A chain as a list of steps that a person puts in order, and as save_chain takes it: both ways. Pure; used by the builder and the list of chains.
import type { Chain, ChainStep } from '$lib/api/chains.ts';
import type { Schema, SkillShape } from '$lib/api/skills.ts';
import { plainKey, spokenKey } from '../skills/plain-key.ts';
import { sameJson } from '../skills/same-json.ts';
import { schemaFields as fieldsOf } from '../skills/schema-fields.ts';

export type FormStep = {
  key: string;
  skill: string;
  agent: string;
  /** after = when the step before is done; beside = at the same time as it */
  when: 'after' | 'beside';
  /** once for each element of the list that this input gets; '' = once */
  repeat: string;
  /** by input: 'ask' (at the start), 'none' (left out), or a jsonpath to what an earlier step gave */
  sources: Record<string, string>;
  /** an agent that reads it over, or '' */
  review: string;
  gate: '' | Gate;
};
export const gates = ['publish', 'outreach', 'money', 'settings'] as const;
export type Gate = (typeof gates)[number];
export type ChainForm = { name: string; steps: FormStep[] };
export type Shapes = Map<string, SkillShape>;
/** Something an earlier step gives: `field` null = all of it. */
export type Source = { path: string; step: string; field: string | null };

/** A name as jsonpath has it. */
const quoted = (key: string) => (/^[a-z][a-z0-9_]*$/.test(key) ? key : JSON.stringify(key));
const typeOf = ({ type }: Schema): string => (Array.isArray(type) ? (type[0] ?? '') : (type ?? ''));
const isLike = (wanted: string, given: string) => wanted === given || wanted === '' || (wanted === 'number' && given === 'integer');

/** Steps in waves: those of a wave work at the same time. */
export function wavesOf(steps: FormStep[]): FormStep[][] {
  const waves: FormStep[][] = [];
  for (const step of steps) {
    const last = waves.at(-1);
    if (step.when === 'beside' && last) last.push(step);
    else waves.push([step]);
  }
  return waves;
}
const waveOf = (steps: FormStep[], key: string) => wavesOf(steps).findIndex((wave) => wave.some((step) => step.key === key));
const earlier = (steps: FormStep[], step: FormStep) => wavesOf(steps).slice(0, waveOf(steps, step.key)).flat();

/** What could fill an input of a step: fields of earlier steps of the right type, whole answers where a list or an object is asked. */
export function sourcesFor(steps: FormStep[], step: FormStep, input: string, shapes: Shapes): Source[] {
  const schema = shapes.get(step.skill)?.input_schema.properties?.[input] ?? {};
  const wanted = step.repeat === input ? 'array' : typeOf(schema);
  const found: Source[] = [];
  for (const before of earlier(steps, step)) {
    const many = before.repeat !== '';
    if (wanted === (many ? 'array' : 'object')) found.push({ path: `$.${before.key}`, step: before.key, field: null });
    for (const [field, shape] of fieldsOf(shapes.get(before.skill)?.output_schema))
      if (field !== 'say' && isLike(wanted, many ? 'array' : typeOf(shape)))
        found.push({ path: `$.${before.key}${many ? '[*]' : ''}.${quoted(field)}`, step: before.key, field });
  }
  return found;
}

const isNeeded = (step: FormStep, input: string, shapes: Shapes): boolean =>
  step.repeat === input || (shapes.get(step.skill)?.input_schema.required?.includes(input) ?? false);

/** The source that an input has when nobody chose one: an earlier step's answer of the same name; else it is asked if it is needed. */
function usualSource(steps: FormStep[], step: FormStep, input: string, shapes: Shapes): string {
  const found = sourcesFor(steps, step, input, shapes).toReversed();
  const match = found.find(({ field }) => field === input) ?? found.find(({ step: key }) => key === input);
  return (
    match?.path ??
    (isNeeded(step, input, shapes) && !engineKnows(input, shapes.get(step.skill)?.input_schema.properties?.[input]) ? 'ask' : 'none')
  );
}

/** The chosen source while it still stands, else the usual one. */
export function sourceOf(steps: FormStep[], step: FormStep, input: string, shapes: Shapes): string {
  const chosen = step.sources[input];
  if (chosen === 'ask' || (chosen === 'none' && step.repeat !== input)) return chosen;
  if (chosen && sourcesFor(steps, step, input, shapes).some(({ path }) => path === chosen)) return chosen;
  return usualSource(steps, step, input, shapes);
}

const known = new Set([
  'language',
  'country',
  'country_hint',
  'timezone',
  'currency',
  'now',
  'today',
  'brand',
  'outputs',
  'input',
  'platform',
]);
const knownDays = new Set(['from', 'to', 'since', 'week_start']);
/** Filled by the engine in every run (engine.what_engine_knows), so that nobody is asked. */
const engineKnows = (input: string, schema: Schema | undefined): boolean =>
  known.has(input) || (knownDays.has(input) && schema?.format !== undefined);

const isPlain = (schema: Schema): boolean =>
  ['string', 'number', 'integer', 'boolean'].includes(typeOf(schema)) || schema.enum !== undefined;
/** Can a person type it into a form? Words, figures, lists of them, tables of them. */
export const canAsk = (schema: Schema): boolean =>
  isPlain(schema) ||
  (typeOf(schema) === 'array' &&
    (isPlain(schema.items ?? { type: 'string' }) ||
      (fieldsOf(schema.items).length > 0 && fieldsOf(schema.items).every(([, inner]) => isPlain(inner)))));

/** Inputs that are to be asked but that nobody could type: they want a source. */
export const gapsOf = (steps: FormStep[], step: FormStep, shapes: Shapes): string[] =>
  fieldsOf(shapes.get(step.skill)?.input_schema)
    .filter(([input, schema]) => sourceOf(steps, step, input, shapes) === 'ask' && !canAsk(schema))
    .map(([input]) => input);

type Asked = { properties: Record<string, Schema>; required: Set<string> };

/** Puts an input among those that are asked at the start; the same thing is asked once. @returns its name there */
function ask(asked: Asked, step: FormStep, input: string, schema: Schema, isRequired: boolean): string {
  const wanted = step.repeat === input ? { type: 'array', title: schema.title ?? spokenKey(input), items: schema, minItems: 1 } : schema;
  const name = step.repeat === input ? `${input}_list` : input;
  const there = asked.properties[name];
  const place = there && typeOf(there) !== typeOf(wanted) ? `${step.key}_${name}` : name;
  asked.properties[place] ??= wanted;
  if (isRequired) asked.required.add(place);
  return place;
}

/** @param shapes of all skills in it; what the engine fills by itself (language, today …) is not asked */
export function chainOf(form: ChainForm, key: string, shapes: Shapes): Omit<Chain, 'is_active'> {
  const asked: Asked = { properties: {}, required: new Set() };
  const waves = wavesOf(form.steps);
  const steps = form.steps.map((step): ChainStep => {
    const before = waves[waveOf(form.steps, step.key) - 1] ?? [];
    const links: Record<string, string> = {};
    let each = '';
    for (const [input, shape] of fieldsOf(shapes.get(step.skill)?.input_schema)) {
      const source = sourceOf(form.steps, step, input, shapes);
      if (source === 'none') continue;
      const path = source === 'ask' ? `$.input.${quoted(ask(asked, step, input, shape, isNeeded(step, input, shapes)))}` : source;
      if (step.repeat === input) [each, links[input]] = [path.includes('[*].') ? path : `${path}[*]`, '$.item'];
      else links[input] = path;
    }
    return {
      key: step.key,
      agent: step.agent,
      skill: step.skill,
      needs: before.map((one) => one.key),
      ...(Object.keys(links).length > 0 && { with: links }),
      ...(each && { each }),
      ...(step.review && { review_by: step.review }),
      ...(step.gate && { approval: step.gate }),
    };
  });
  const input_schema = { type: 'object', properties: asked.properties, required: [...asked.required] };
  return { key, name: form.name.trim(), priority: 'medium', steps, input_schema };
}

/** The form that shows a stored chain; null when it was made otherwise and holds more than the form can say. */
export function formOf(chain: Chain, shapes: Shapes): ChainForm | null {
  const steps = chain.steps.map((step, at): FormStep => {
    const links = Object.entries(step.with ?? {}) as [string, string][];
    const repeat = step.each ? (links.find(([, path]) => path === '$.item')?.[0] ?? '') : '';
    const pathOf = (input: string, path: string) => (input === repeat ? (step.each ?? '').replace(/\[\*\]$/, '') : path);
    const isBeside = at > 0 && JSON.stringify(step.needs ?? []) === JSON.stringify(chain.steps[at - 1]?.needs ?? []);
    return {
      key: step.key,
      skill: step.skill,
      agent: step.agent,
      when: isBeside ? 'beside' : 'after',
      repeat,
      sources: Object.fromEntries(
        links.map(([input, path]) => [input, pathOf(input, path).startsWith('$.input.') ? 'ask' : pathOf(input, path)]),
      ),
      review: step.review_by ?? '',
      gate: (step.approval ?? '') as FormStep['gate'],
    };
  });
  const form = { name: chain.name, steps };
  const again = chainOf(form, chain.key, shapes);
  return sameJson(again.steps, chain.steps) ? form : null;
}

export const blankStep = (skill: string, agent: string, steps: FormStep[]): FormStep => ({
  key: plainKey(skill, '_', 'step', ['input', 'item', ...steps.map(({ key }) => key)]),
  skill,
  agent,
  when: 'after',
  repeat: '',
  sources: {},
  review: '',
  gate: '',
});
