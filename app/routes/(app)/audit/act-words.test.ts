// Every kind of event that the migrations can write is told in a sentence of each language, so that no act is shown by its code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { locales, overwriteGetLocale } from '$paraglide/runtime';
import { actPhrase } from './act-words.ts';

const folder = join(import.meta.dirname, '../../../../migrations');
const sql = readdirSync(folder)
  .map((file) => readFileSync(join(folder, file), 'utf8').replace(/^\s*--.*$/gm, ''))
  .join('\n');

/** The arguments from a bracket to the one that closes it, or to the end of the statement, each as it is written. */
function argumentsAt(text: string, from: number): { list: string[]; end: number } {
  const list = [''];
  let depth = 0;
  let quoted = false;
  let at = from;
  for (; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === "'") quoted = !quoted;
    else if (!quoted && sign === '(') depth += 1;
    else if (!quoted && sign === ')') depth -= 1;
    if (!quoted && (depth < 0 || sign === ';')) break;
    if (sign === ',' && !quoted && depth === 0) list.push('');
    else list.push(list.pop() + sign);
  }
  return { list: list.map((one) => one.trim()), end: at };
}
const callsOf = (name: string): string[] =>
  [...sql.matchAll(new RegExp(`(?<!create function engine\\.)\\b${name}\\(`, 'g'))].flatMap(({ 0: { length }, index }) => {
    const second = argumentsAt(sql, index + length).list[1];
    // types in a `comment on function` are no call
    return second && /['|]/.test(second) ? [second] : [];
  });
const inserts = [...sql.matchAll(/insert into public\.events \(/g)].map(({ 0: { length }, index }) => {
  const { list, end } = argumentsAt(sql, index + length);
  const row = /\s*(values\s*\(|select\s)/y;
  row.lastIndex = end + 1;
  row.exec(sql);
  return argumentsAt(sql, row.lastIndex).list[list.indexOf('kind')] ?? '';
});
const literals = (expression: string): string[] =>
  [...expression.matchAll(/(?:^|then |else )'([a-z_]+(?:\.[a-z_]+)*)'(?: |$)/g)].map(([, kind = '']) => kind);

/** Where the kind is handed on: who is asked for it. */
const handedOn: Record<string, () => string[]> = {
  p_kind: () => callsOf('tell_agent').flatMap(literals),
  "'run.' || p_state": () => callsOf('stop_run').flatMap((state) => literals(state).map((one) => `run.${one}`)),
};
const expressions = [...callsOf('record_event'), ...inserts];
const kinds = [...new Set([...Object.keys(handedOn).flatMap((key) => handedOn[key]?.() ?? []), ...expressions.flatMap(literals)])].sort();

test('every place that writes an event names its kind where this test can read it', () => {
  const unread = expressions.filter((one) => !literals(one).length && !(one in handedOn));
  expect(unread).toEqual([]);
  for (const [expression, read] of Object.entries(handedOn)) expect(read(), expression).not.toEqual([]);
  expect(kinds).toEqual(
    expect.arrayContaining(['run.cancelled', 'agent.woken', 'step.praised', 'agent.slept', 'handoff', 'studio.edited']),
  );
});

describe.each(locales)('%s', (locale) => {
  test.each(kinds)('%s', (kind) => {
    overwriteGetLocale(() => locale);
    const phrase = actPhrase({ kind, data: { table: 'plans' } });
    expect(phrase).not.toBe(kind);
    expect(phrase).not.toContain('undefined');
  });
});
