// Reads inputs whose inner shape nobody promises (a conversation, pages of competitors, a state of the system): rows and texts by name. read-input.ts reads what has a known place. Called by the answers beside this file.

export type Row = Record<string, unknown>;

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object inside a JSON value, outermost first, in order; at most 2,000. */
export function rowsInside(value: unknown): Row[] {
  const found: Row[] = [];
  const waiting: unknown[] = [value];
  for (let at = 0; at < waiting.length && found.length < 2000; at++) {
    const one = waiting[at];
    if (Array.isArray(one)) waiting.push(...one);
    else if (isRow(one)) {
      found.push(one);
      waiting.push(...Object.values(one));
    }
  }
  return found;
}

/** The first text that stands under one of these names, trimmed; '' without any. */
export function textAt(value: unknown, ...names: string[]): string {
  if (!isRow(value)) return '';
  for (const name of names) {
    const found = value[name];
    if (typeof found === 'string' && found.trim()) return found.trim();
  }
  return '';
}

/** The first number that stands under one of these names. */
export function numberAt(value: unknown, ...names: string[]): number | null {
  if (!isRow(value)) return null;
  for (const name of names) {
    const found = value[name];
    if (typeof found === 'number' && Number.isFinite(found)) return found;
  }
  return null;
}

/** The list under one of these names, else []. */
export function listAt(value: unknown, ...names: string[]): unknown[] {
  if (!isRow(value)) return [];
  for (const name of names) {
    const found = value[name];
    if (Array.isArray(found)) return found;
  }
  return [];
}

/** The first text of that name anywhere inside; '' without any. */
export const findText = (value: unknown, ...names: string[]): string => {
  if (typeof value === 'string') return value.trim();
  for (const row of rowsInside(value)) {
    const found = textAt(row, ...names);
    if (found) return found;
  }
  return '';
};

/** The parts between full stops and line ends that hold a word. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?؟…])\s+|\n+/u)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => /\p{L}{2}/u.test(part));
