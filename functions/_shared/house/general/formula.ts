// Reads what a field's description says about how it is worked out: "sum of quantity times unit_price over lines", "tax_rate percent of subtotal", "income minus
// expenses", "count of lines", "largest amount in expenses", "14 days after issued_on". Called by fill-schema.ts.
import { find, type Known, readDay, readNumber, valueIn } from './known-facts.ts';
import { fieldsOf, rowsOf, type Fields } from '../skills/read-input.ts';

const word = String.raw`([\p{L}_][\p{L}\p{N}_]*|\d+(?:\.\d+)?)`;
const times = String.raw`(?:x|×|\*|times|multiplied by)`;
const within = String.raw`(?:\s+(?:over|in|from|of)\s+(?:the\s+|all\s+|each of\s+)*${word})?`;
const sum = new RegExp(String.raw`\b(?:sum|total) of\s+(?:the\s+|all\s+)*${word}(?:\s+${times}\s+${word})?${within}`, 'iu');
const mean = new RegExp(String.raw`\b(?:average|mean) (?:of\s+)?(?:the\s+)?${word}${within}`, 'iu');
const extreme = new RegExp(String.raw`\b(largest|highest|smallest|lowest) (?:of\s+)?${word}${within}`, 'iu');
const count = new RegExp(String.raw`\b(?:count|number) of\s+(?:the\s+|all\s+)*${word}`, 'iu');
const percent = new RegExp(String.raw`\b${word}\s*(?:percent|per cent|%) of\s+(?:the\s+)?${word}`, 'iu');
const two = new RegExp(String.raw`\b${word}\s+(plus|minus|times|divided by|×|x|\+|-|−)\s+(?:the\s+)?${word}`, 'iu');
const after = new RegExp(String.raw`\b${word} days? after\s+(?:the\s+)?${word}`, 'iu');
const owned = new RegExp(String.raw`\b${word}['’]s ${word}`, 'iu');
const compare = new RegExp(String.raw`\b${word}\s+(?:is\s+)?(above|over|below|under|at least|at most)\s+${word}`, 'iu');

const hasFigure = (rows: Fields[], field: string) => rows.some((row) => readNumber(valueIn(row, field)) !== null);

/** The list of that name: of the answer itself, then of what is given. */
function listOf(known: Known, name: string): Fields[][] {
  const found = find(known, name);
  return [
    ...(Array.isArray(found) ? [rowsOf(found)] : []),
    ...known.lists.filter((list) => valueIn({ [list.name]: true }, name)).map(({ rows }) => rows),
  ];
}

/** Rows with a figure of that name: those of the named list, without a name the first list that has them. */
function rowsWith(known: Known, field: string, list?: string): Fields[] | undefined {
  const named = list === undefined ? [] : listOf(known, list);
  return (named.length > 0 ? named : known.lists.map(({ rows }) => rows)).find((rows) => hasFigure(rows, field));
}

const figure = (known: Known, name: string): number | null => (/^\d/.test(name) ? Number(name) : readNumber(find(known, name)));
const figuresOf = (rows: Fields[], field: string): number[] => rows.flatMap((row) => readNumber(valueIn(row, field)) ?? []);
export const round = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;

function overRows(known: Known, description: string): number | null {
  const [, a, b, list] = sum.exec(description) ?? [];
  if (a !== undefined) {
    const rows = rowsWith(known, a, list);
    if (rows)
      return rows.reduce(
        (all, row) => all + (readNumber(valueIn(row, a)) ?? 0) * (b === undefined ? 1 : (readNumber(valueIn(row, b)) ?? 0)),
        0,
      );
  }
  const [, field, from] = mean.exec(description) ?? [];
  const averaged = field === undefined ? [] : figuresOf(rowsWith(known, field, from) ?? [], field);
  if (averaged.length > 0) return averaged.reduce((all, one) => all + one, 0) / averaged.length;
  const [, which = '', most, among] = extreme.exec(description) ?? [];
  const ranked = most === undefined ? [] : figuresOf(rowsWith(known, most, among) ?? [], most);
  if (ranked.length > 0) return /large|high/i.test(which) ? Math.max(...ranked) : Math.min(...ranked);
  const [, counted] = count.exec(description) ?? [];
  const rows = counted === undefined ? undefined : listOf(known, counted)[0];
  return rows ? rows.length : null;
}

function ofTwo(known: Known, description: string): number | null {
  const [, rate, base] = percent.exec(description) ?? [];
  const operands = two.exec(description);
  const [left, right] = rate === undefined ? [operands?.[1], operands?.[3]] : [rate, base];
  if (left === undefined || right === undefined) return null;
  const [a, b] = [figure(known, left), figure(known, right)];
  if (a === null || b === null) return null;
  if (rate !== undefined) return (a * b) / 100;
  const how = operands?.[2] ?? '';
  if (/^(plus|\+)$/i.test(how)) return a + b;
  if (/^(minus|-|−)$/i.test(how)) return a - b;
  if (/^(times|x|×)$/i.test(how)) return a * b;
  return b === 0 ? null : a / b;
}

/** "The invoice's total": a figure of one named thing. */
function ofOne(known: Known, description: string): number | null {
  const [, owner, field] = owned.exec(description) ?? [];
  return owner === undefined || field === undefined ? null : readNumber(valueIn(fieldsOf(find(known, owner)), field));
}

/** What the description says, worked out; null when it says nothing or a figure it names is not known. */
export function workOut(description: string, known: Known): number | null {
  const result = overRows(known, description) ?? ofTwo(known, description) ?? ofOne(known, description);
  return result === null ? null : round(result);
}

export function workOutDay(description: string, known: Known): string | undefined {
  const [, days, from] = after.exec(description) ?? [];
  const [wait, start] = [
    days === undefined ? null : figure(known, days),
    readDay(String(from === undefined ? '' : (find(known, from) ?? ''))),
  ];
  if (wait === null || start === undefined) return undefined;
  return new Date(Date.parse(`${start}T00:00:00Z`) + wait * 86_400_000).toISOString().slice(0, 10);
}

export function workOutFlag(description: string, known: Known): boolean | undefined {
  const [, left, how = '', right] = compare.exec(description) ?? [];
  if (left === undefined || right === undefined) return undefined;
  const [a, b] = [figure(known, left), figure(known, right)];
  if (a === null || b === null) return undefined;
  return { above: a > b, over: a > b, below: a < b, under: a < b, 'at least': a >= b, 'at most': a <= b }[how.toLowerCase()];
}
