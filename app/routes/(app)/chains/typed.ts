// What a person typed, made into what a schema asks. Figures may have spaces, a comma, Arabic digits. Pure; used by the sheet that starts a chain.
import type { Schema } from '$lib/api/skills.ts';

/** Text of a field, or the rows of a table with the text of their cells. */
export type Typed = string | Record<string, string>[];

/** "1 500,50", "١٬٥٠٠" -> 1500.5; null when it is no figure. */
export function readFigure(text: string): number | null {
  const plain = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\s\u00a0\u202f٬']/g, '')
    .replace(/[,٫]/g, '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** @returns undefined when nothing was typed, null when it does not fit */
function readOne(schema: Schema, text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (schema.type === 'number' || schema.type === 'integer') {
    const figure = readFigure(trimmed);
    const isOut = figure === null || figure < (schema.minimum ?? -Infinity) || figure > (schema.maximum ?? Infinity);
    return isOut || (schema.type === 'integer' && !Number.isInteger(figure)) ? null : figure;
  }
  if (schema.type === 'boolean') return trimmed === 'yes';
  if (schema.format === 'date-time') return new Date(trimmed).toISOString();
  if (trimmed.length < (schema.minLength ?? 0)) return null;
  return trimmed;
}

function readRow(columns: [string, Schema][], row: Record<string, string>, required: string[]): Record<string, unknown> | null | undefined {
  const cells = columns.map(([key, part]) => [key, readOne(part, row[key] ?? '')] as const);
  if (cells.every(([, cell]) => cell === undefined)) return undefined;
  if (cells.some(([key, cell]) => cell === null || (cell === undefined && required.includes(key)))) return null;
  return Object.fromEntries(cells.filter(([, cell]) => cell !== undefined));
}

/** @returns undefined when nothing was typed, null when something does not fit */
export function readTyped(schema: Schema, typed: Typed): unknown {
  if (schema.type !== 'array') return typeof typed === 'string' ? readOne(schema, typed) : null;
  const columns = Object.entries(schema.items?.properties ?? {});
  const all =
    typeof typed === 'string'
      ? typed.split('\n').map((line) => readOne(schema.items ?? { type: 'string' }, line))
      : typed.map((row) => readRow(columns, row, schema.items?.required ?? []));
  const list = all.filter((one) => one !== undefined);
  if (list.length === 0) return undefined;
  return list.includes(null) || list.length < (schema.minItems ?? 0) || list.length > (schema.maxItems ?? 1000) ? null : list;
}
