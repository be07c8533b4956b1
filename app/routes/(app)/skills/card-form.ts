// A skill as a form that a shopkeeper fills, and as the card that propose_skill takes: both ways. Pure; used by the pages of skills.
import type { Schema, SkillCardRow } from '$lib/api/skills.ts';
import { plainKey } from './plain-key.ts';
import { sameJson } from './same-json.ts';
import { schemaFields } from './schema-fields.ts';

export const kinds = ['text', 'number', 'list', 'date', 'yes_no'] as const;
export type Kind = (typeof kinds)[number];
/** One thing a skill gets or gives back. `key` is kept when an existing skill is changed; `how` says how it is found. */
export type Row = { key: string; name: string; kind: Kind; how: string };
export type CardForm = { name: string; about: string; inputs: Row[]; outputs: Row[]; words: string; isPrivate: boolean };

export const blankRow = (): Row => ({ key: '', name: '', kind: 'text', how: '' });
export const blankForm = (): CardForm => ({
  name: '',
  about: '',
  inputs: [blankRow()],
  outputs: [blankRow()],
  words: '',
  isPrivate: false,
});

const shapes: Record<Kind, Schema> = {
  text: { type: 'string', maxLength: 4000 },
  number: { type: 'number' },
  list: { type: 'array', items: { type: 'string' } },
  date: { type: 'string', format: 'date' },
  yes_no: { type: 'boolean' },
};

/** The kind that a schema is shown as; null when the form has none for it (rows of a table, choices …). */
export function kindOf({ type, format, items, enum: choices, properties }: Schema): Kind | null {
  if (choices || properties) return null;
  if (type === 'string') return format === 'date' ? 'date' : format ? null : 'text';
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'boolean') return 'yes_no';
  return type === 'array' && items?.type === 'string' ? 'list' : null;
}

const given = (rows: Row[]) => rows.filter(({ name }) => name.trim() !== '');

/** Keys that the engine or the gates use themselves. */
const reserved = ['say', 'score', 'verdict', 'item', 'input', 'brand', 'outputs', 'findings', 'language', 'platform', 'request'];

function keysFor(rows: Row[], spare: string, taken: string[]): string[] {
  const keys: string[] = [];
  for (const { key, name } of rows) keys.push(key || plainKey(name, '_', `${spare}_${keys.length + 1}`, [...taken, ...keys]));
  return keys;
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** Names for keys, or keys for names: whole words only, the longest first. */
function exchange(text: string, names: Map<string, string>): string {
  const known = [...names].filter(([name, key]) => name !== key).toSorted(([a], [b]) => b.length - a.length);
  if (known.length === 0) return text;
  const any = new RegExp(`(?<![\\p{L}\\p{N}_])(${known.map(([name]) => escaped(name)).join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  return text.replace(any, (name) => names.get(name) ?? name);
}

function describe(rows: Row[], keys: string[], names: Map<string, string>): Record<string, Schema> {
  return Object.fromEntries(
    rows.map(({ name, kind, how }, at) => {
      const key = keys[at] ?? '';
      const title = name.trim();
      const description = [title !== key ? `“${title}”` : '', exchange(how.trim(), names)].filter(Boolean).join(' = ');
      return [key, { ...shapes[kind], title, ...(description && { description }) }];
    }),
  );
}

const object = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/** @param key of the skill; @param version the one that was opened, when an existing skill is changed */
export function cardOf(form: CardForm, key: string, version?: number) {
  const [inputs, outputs] = [given(form.inputs), given(form.outputs)];
  const inputKeys = keysFor(inputs, 'field', reserved);
  const outputKeys = keysFor(outputs, 'answer', reserved);
  const names = new Map([
    ...inputs.map(({ name }, at) => [name.trim(), inputKeys[at] ?? ''] as const),
    ...outputs.map(({ name }, at) => [name.trim(), outputKeys[at] ?? ''] as const),
  ]);
  const properties = describe(inputs, inputKeys, names);
  const inputNames = new Map(inputs.map(({ name }, at) => [name.trim(), inputKeys[at] ?? '']));
  return {
    name: key,
    title: form.name.trim(),
    category: 'own',
    kind: 'prompt',
    description: form.about.trim(),
    model_tier: 'local',
    is_private: form.isPrivate,
    input_schema: { type: 'object', properties, required: Object.keys(properties) },
    output_schema: object({ say: { type: 'string', maxLength: 500 }, ...describe(outputs, outputKeys, names) }),
    prompts: [form.words.trim().replace(/\{\{\s*([^}]*?)\s*\}\}/g, (_all, name: string) => `{{${inputNames.get(name) ?? name}}}`)],
    tools: [],
    hosts: [],
    ...(version !== undefined && { version }),
  };
}

function rowsOf(schema: Schema): Row[] | null {
  const rows: Row[] = [];
  for (const [key, shape] of schemaFields(schema)) {
    if (key === 'say') continue;
    const kind = kindOf(shape);
    if (!kind) return null;
    const name = shape.title ?? key.replaceAll('_', ' ');
    const how = (shape.description ?? '').replace(`“${name}”`, '').replace(/^ = /, '');
    rows.push({ key, name, kind, how });
  }
  return rows;
}

/** The form that shows a stored skill; null when it has more than the form can say (then it is edited as a card). */
export function formOf(
  skill: Pick<SkillCardRow, 'name' | 'description' | 'input_schema' | 'output_schema' | 'prompts' | 'kind' | 'is_private' | 'tools'>,
): CardForm | null {
  const [inputs, outputs] = [rowsOf(skill.input_schema), rowsOf(skill.output_schema)];
  if (!inputs || !outputs || skill.kind !== 'prompt' || skill.prompts.length !== 1 || skill.tools.length > 0) return null;
  const names = new Map(inputs.map(({ key, name }) => [key, name]));
  const all = new Map([...inputs, ...outputs].map(({ key, name }) => [key, name]));
  for (const row of [...inputs, ...outputs]) row.how = exchange(row.how, all);
  const words = (skill.prompts[0] ?? '').replace(/\{\{\s*([a-z0-9_]+)\s*\}\}/g, (_all, key: string) => `{{${names.get(key) ?? key}}}`);
  const form = { name: skill.name, about: skill.description, inputs, outputs, words, isPrivate: skill.is_private };
  const again = cardOf(form, '');
  const isWhole =
    sameJson(again.input_schema, skill.input_schema) &&
    sameJson(again.output_schema, skill.output_schema) &&
    sameJson(again.prompts, skill.prompts);
  return isWhole ? form : null;
}

/** Which fields still want something, by name; empty = ready. */
export function gapsIn(form: CardForm): Set<'name' | 'about' | 'outputs' | 'words'> {
  const gaps = new Set<'name' | 'about' | 'outputs' | 'words'>();
  if (form.name.trim().length < 2) gaps.add('name');
  if (form.about.trim().length < 10) gaps.add('about');
  if (given(form.outputs).length === 0) gaps.add('outputs');
  if (form.words.trim().length < 10) gaps.add('words');
  return gaps;
}

/** Names in {{…}} that no input has. */
export function strangersIn(form: CardForm): string[] {
  const known = new Set(['brand', 'language', 'request', 'platform', 'item', 'outputs', 'findings']);
  for (const { name } of given(form.inputs)) known.add(name.trim());
  return [...form.words.matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)].map(([, name = '']) => name).filter((name) => !known.has(name));
}
