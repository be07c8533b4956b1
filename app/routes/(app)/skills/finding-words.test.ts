// Every code that MoltGuard's SQL can give has its own sentence in four languages.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { locales, overwriteGetLocale } from '$paraglide/runtime';
import { m } from '$paraglide/messages';
import { findingSentence } from './finding-words.ts';

const folder = join(import.meta.dirname, '../../../../migrations');
const sql = readdirSync(folder)
  .filter((file) => /moltguard|scan_skill/.test(file))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');
const codes = [
  ...new Set(
    [...sql.matchAll(/'(?:code_safety|permissions|api_access|data_leak|prompt_injection)',\s*'([a-z_]+)'/g)]
      .map(([, code = '']) => code)
      .filter((code) => !['code_safety', 'permissions', 'api_access', 'data_leak', 'prompt_injection'].includes(code)),
  ),
];

test('the walk finds rules and checks', () => {
  expect(codes).toEqual(
    expect.arrayContaining(['ignores_instructions', 'hidden_order', 'host_collects', 'private_to_outside', 'contains_code']),
  );
});

test.each(locales)('in %s each finding is explained', (locale) => {
  overwriteGetLocale(() => locale);
  const said = codes.map((code) => [code, findingSentence(code)] as const);
  expect(said.filter(([, sentence]) => sentence === m.molt_other() || sentence.length < 20)).toEqual([]);
  expect(new Set(said.map(([, sentence]) => sentence)).size).toBe(codes.length);
});
