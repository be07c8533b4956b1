// Fills a JSON schema from known facts and invents nothing: by formula where the description gives one, else by name, else from a labelled line of a text.
// A required field that nothing says is an error. Called by general.ts.
import { cut, fieldsOf, type Fields } from '../skills/read-input.ts';
import { round, workOut, workOutDay, workOutFlag } from './formula.ts';
import { besideLabel, find, type Known, readDay, readNumber, valueIn, withRow } from './known-facts.ts';

export type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  anyOf?: Schema[];
  description?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
};

/** Nothing that is given says what belongs into this field. */
export class FactMissing extends Error {
  override readonly name = 'FactMissing';
}

const typesOf = ({ type }: Schema): string[] => (Array.isArray(type) ? type : type === undefined ? [] : [type]);
const words = (name: string) => name.replace(/[_-]+/g, ' ').trim();

/** The field's own name and what its description puts in quotes: "the sum beside “Total TTC”". */
const labelsOf = (name: string, { description = '' }: Schema) => [
  ...[...description.matchAll(/[“"«]\s*([^”"»{]{2,40}?)\s*[”"»]/gu)].map(([, label = '']) => label),
  words(name),
];

/** “Invoice {number} for {customer}”: a sentence with names of fields in it. */
function template(description: string, known: Known): string | undefined {
  const [, text] = /[“"«]([^”"»]*\{[^”"»]*)[”"»]/u.exec(description) ?? [];
  if (text === undefined) return undefined;
  const parts = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => find(known, name));
  if (parts.some((part) => part === undefined || typeof part === 'object')) return undefined;
  return text.replace(/\{(\w+)\}/g, () => String(parts.shift()));
}

function fillText(name: string, schema: Schema, known: Known): string | undefined {
  const { description = '', format } = schema;
  const found = find(known, name);
  if (format === 'date' || format === 'date-time') {
    const day =
      workOutDay(description, known) ?? readDay(typeof found === 'string' ? found : (besideLabel(known, labelsOf(name, schema)) ?? ''));
    // the day of the work, and a day that stands alone in a text
    const any =
      day ?? (/\btoday\b/i.test(description) ? readDay(String(find(known, 'today') ?? '')) : known.texts.map(readDay).find(Boolean));
    return any === undefined || format === 'date' ? any : `${any}T00:00:00Z`;
  }
  if (schema.enum) {
    const given = [found, ...known.texts].flatMap((text) => (typeof text === 'string' ? text.toLowerCase() : []));
    return schema.enum.find(
      (value): value is string =>
        typeof value === 'string' &&
        given.some((text) => text === value.toLowerCase() || text.split(/\P{L}+/u).includes(value.toLowerCase())),
    );
  }
  if (typeof found === 'string' || typeof found === 'number') return String(found);
  if (/\bfirst line\b/i.test(description))
    return known.texts[0]
      ?.split('\n')
      .map((line) => line.trim())
      .find(Boolean);
  return template(description, known) ?? besideLabel(known, labelsOf(name, schema));
}

function fillNumber(name: string, schema: Schema, known: Known): number | undefined {
  const value =
    workOut(schema.description ?? '', known) ?? readNumber(find(known, name)) ?? readNumber(besideLabel(known, labelsOf(name, schema)));
  if (value === null) return undefined;
  return typesOf(schema).includes('integer') ? Math.round(value) : round(value);
}

/** Rows of one value of a field each: {category: 'rent', rows: [...]}. */
function grouped(rows: Fields[], field: string): Fields[] {
  const groups = new Map<string, Fields[]>();
  for (const row of rows) {
    const key = String(valueIn(row, field) ?? '');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].filter(([key]) => key !== '').map(([key, members]) => ({ [field]: key, rows: members }));
}

function fillList(name: string, schema: Schema, known: Known): unknown[] | undefined {
  const { description = '', items = {} } = schema;
  const [, field] =
    /\b(?:by|grouped by|a row for each|one (?:row|line) a)\s+([\p{L}_]+)\s*$/iu.exec(description.replace(/[.\s]+$/u, '')) ?? [];
  const own = find(known, name);
  const mentioned =
    known.lists.find((list) => new RegExp(`(?<![\\p{L}_])${list.name}(?![\\p{L}_])`, 'iu').test(description)) ?? known.lists[0];
  const grouping = field !== undefined && mentioned && mentioned.rows.some((row) => valueIn(row, field) !== undefined);
  const rows: unknown[] | undefined = grouping
    ? grouped(mentioned.rows, field)
    : Array.isArray(own)
      ? own
      : typesOf(items).includes('object')
        ? mentioned?.rows
        : undefined;
  return rows
    ?.slice(0, schema.maxItems ?? 200)
    .map((row) =>
      typeof row === 'object' ? fill(name, items, withRow(known, fieldsOf(row))) : fill(name, items, withRow(known, { [name]: row })),
    );
}

function fillObject(schema: Schema, known: Known): Fields {
  const properties = schema.properties ?? {};
  const made: Fields = {};
  const open = new Set<string>();
  const fields: Known = { ...known, sources: [(name) => resolve(name), ...known.sources] };
  /** A sibling that a formula names is worked out first; one that needs itself is not. */
  function resolve(name: string): unknown {
    const key = Object.keys(properties).find((one) => valueIn({ [one]: true }, name));
    if (key === undefined || open.has(key)) return undefined;
    if (Object.hasOwn(made, key)) return made[key];
    open.add(key);
    try {
      const value = fill(key, properties[key] ?? {}, fields);
      if (value !== undefined) made[key] = value;
      return value;
    } catch (error) {
      if (error instanceof FactMissing) return undefined;
      throw error;
    } finally {
      open.delete(key);
    }
  }
  for (const name of Object.keys(properties)) resolve(name);
  const missing = (schema.required ?? []).find((name) => made[name] === undefined);
  if (missing !== undefined) throw new FactMissing(missing);
  return Object.fromEntries(Object.keys(properties).flatMap((name) => (made[name] === undefined ? [] : [[name, made[name]]])));
}

/**
 * The value of one field, undefined when nothing says it.
 * @throws FactMissing for a required field inside
 */
export function fill(name: string, schema: Schema, known: Known): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.anyOf) {
    const filled = schema.anyOf
      .filter((one) => !typesOf(one).includes('null'))
      .map((one) => fill(name, { description: schema.description, ...one }, known));
    return filled.find((value) => value !== undefined) ?? (schema.anyOf.some((one) => typesOf(one).includes('null')) ? null : undefined);
  }
  const types = typesOf(schema);
  const value = types.includes('object')
    ? fillObject(schema, known)
    : types.includes('array')
      ? fillList(name, schema, known)
      : types.includes('number') || types.includes('integer')
        ? fillNumber(name, schema, known)
        : types.includes('boolean')
          ? (workOutFlag(schema.description ?? '', known) ?? (typeof find(known, name) === 'boolean' ? find(known, name) : undefined))
          : fillText(name, schema, known);
  if (value === undefined) return schema.default ?? (types.includes('null') ? null : undefined);
  return typeof value === 'string' && schema.maxLength !== undefined ? cut(value, schema.maxLength) : value;
}
