// What is known when a field of an answer is filled: a row, the answer so far, the skill's inputs, earlier outputs, texts. Called by fill-schema.ts and formula.ts.
import { fold } from '../fold.ts';
import { fieldsOf, type Fields } from '../skills/read-input.ts';

/** Sources of a value by name, the nearest first; `texts` are whole texts to read figures and labelled lines in. */
export type Known = { sources: ((name: string) => unknown)[]; lists: { name: string; rows: Fields[] }[]; texts: string[] };

const plain = (name: string) => fold(name).replace(/[^\p{L}\p{N}]+/gu, '');

/** The value of that name in an object, whatever the case and the hyphens. */
export function valueIn(fields: Fields, name: string): unknown {
  if (Object.hasOwn(fields, name)) return fields[name];
  const wanted = plain(name);
  return Object.entries(fields).find(([key]) => plain(key) === wanted)?.[1];
}

const isMissing = (value: unknown) => value === undefined || value === null || value === '';

export function find(known: Known, name: string): unknown {
  for (const source of known.sources) {
    const value = source(name);
    if (!isMissing(value)) return value;
  }
  return undefined;
}

const listsIn = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, value]) =>
    Array.isArray(value) && value.some((one) => typeof one === 'object' && one !== null) ? [{ name, rows: value.map(fieldsOf) }] : [],
  );

/** Inputs first, then what earlier steps made, the last of them nearest. */
export function knownFacts(input: Fields, item: unknown, outputs: Fields): Known {
  const earlier = Object.values(outputs).map(fieldsOf).toReversed();
  const sources = [fieldsOf(item), input, fieldsOf(outputs.input), ...earlier].map((fields) => (name: string) => valueIn(fields, name));
  const named = (name: string) => valueIn(outputs, name);
  const all = [fieldsOf(item), input, fieldsOf(outputs.input), ...earlier];
  return {
    sources: [...sources, named],
    lists: all.flatMap(listsIn),
    texts: [...Object.values(input), ...Object.values(fieldsOf(item))].filter(
      (value): value is string => typeof value === 'string' && value.length > 3,
    ),
  };
}

/** The same, with one more source in front. */
export const withRow = (known: Known, row: Fields): Known => ({
  sources: [(name) => valueIn(row, name), ...known.sources],
  lists: [...listsIn(row), ...known.lists],
  texts: Object.values(row).filter((value): value is string => typeof value === 'string' && value.length > 3),
});

/** `12 500,50` `12,500.50` `١٢٥٠٠` `20 %`: the figure, null when there is none. */
export function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const latin = value.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const found = /[-−]?\d[\d\s\u00a0\u202f.,']*/u.exec(latin)?.[0];
  if (found === undefined) return null;
  const tight = found
    .replace(/[\s\u00a0\u202f']/gu, '')
    .replace('−', '-')
    .replace(/[.,]+$/, '');
  const [, whole = tight, decimals = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(tight) ?? [];
  const figure = Number(`${whole.replace(/[.,]/g, '')}${decimals ? `.${decimals}` : ''}`);
  return Number.isFinite(figure) ? figure : null;
}

/** What stands beside one of these labels in the texts: `Total : 12 500 Ar`, `Shop: Jumbo`. */
export function besideLabel(known: Known, labels: string[]): string | undefined {
  for (const text of known.texts) {
    for (const line of text.split(/\n|;|•/)) {
      const folded = fold(line);
      for (const label of labels) {
        const at = folded.search(
          new RegExp(`(?<![\\p{L}\\p{N}])${fold(label).replace(/[^\p{L}\p{N}]+/gu, '[\\s_-]+')}(?![\\p{L}\\p{N}])`, 'u'),
        );
        if (at < 0) continue;
        const rest = line
          .slice(at + label.length)
          .replace(/^[\s:=.…-]+/u, '')
          .trim();
        if (rest) return rest;
      }
    }
  }
  return undefined;
}

/** ISO day of `21/11/2026`, `21.11.2026` or `2026-11-21`; undefined when a text has none. */
export function readDay(text: string): string | undefined {
  const iso = /\b(\d{4})-(\d\d)-(\d\d)/.exec(text);
  if (iso) return iso[0];
  const [, day, month, year] = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(text) ?? [];
  return year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : undefined;
}
