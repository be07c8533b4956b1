// Every notification that SQL sends has its sentence, its sign and a link to a page that is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { locales, overwriteGetLocale } from '$paraglide/runtime';
import { m } from '$paraglide/messages';
import { notificationIcon, notificationSentence } from './notification-words.ts';

const root = join(import.meta.dirname, '../../../..');
const migrations = join(root, 'migrations');
const sql = readdirSync(migrations)
  .map((file) => readFileSync(join(migrations, file), 'utf8'))
  .join('\n');

/** `perform engine.notify(tenant, person, 'kind', jsonb_build_object('name', …), 'link' [|| id])` */
const calls = [...sql.matchAll(/perform engine\.notify\([^']*'(\w+)',\s*jsonb_build_object\(([\s\S]*?)\),\s*'([^']+)'(\s*\|\|)?/g)].map(
  ([, kind = '', params = '', path = '', hasId]) => ({
    kind,
    params: Object.fromEntries(
      [...params.matchAll(/'(\w+)',/g)].map(([, name = '']) => [name, name === 'at' ? '2026-11-30T11:30:00Z' : `<${name}>`]),
    ),
    link: hasId ? `${path}7f000001-0000-4000-8000-000000000000` : path,
  }),
);

const folder = join(root, 'app/routes/(app)');
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('+page.svelte'))
  .map((file) => file.replace(/\/?\+page\.svelte$/, ''))
  .map((path) => new RegExp(`^/${path.replaceAll(/\/\[\[\w+\]\]/g, '(?:/[^/]+)?').replaceAll(/\[\w+\]/g, '[^/]+')}$`));

test('the walk finds each call', () => {
  expect(calls).toHaveLength([...sql.matchAll(/perform engine\.notify\(/g)].length);
  expect(calls.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['approval_requested', 'run_failed', 'lead_received']));
});

test.each(calls)('$kind leads to $link and is said in every language', ({ kind, params, link }) => {
  // a page for the public stands under the business's own name
  if (link.startsWith('/@')) expect(existsSync(join(root, 'app/routes/(public)/@[slug]/p/[page]/+server.ts'))).toBe(true);
  else expect(pages.filter((page) => page.test(link))).toHaveLength(1);
  expect(notificationIcon(kind)).not.toBe('info');
  const told = { title: '<title>', headline: '<headline>', name: '<name>' };
  for (const locale of locales) {
    overwriteGetLocale(() => locale);
    const sentence = notificationSentence({ id: 1, kind, params, link, created_at: '' });
    expect(sentence).not.toBe(m.notify_other());
    // what SQL gives is said, and nothing is asked for that it does not give
    for (const [name, mark] of Object.entries(told)) expect(sentence.includes(mark), `${kind} ${name}`).toBe(name in params);
    expect(sentence).not.toMatch(/[“«]\s*[”»]/);
  }
});
