// What the catalog's agents, departments, chains, steps, categories and skills are called (supabase/catalog/words): whole in all four
// languages, nothing said of what does not exist, short enough for a phone, and read by the app's loader alone.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCatalog } from '../local/catalog.ts';

type Words = Record<string, Record<string, string | [name: string, about: string]>>;
type Line = { place: string; name: string; about?: string };
type Row = { key: string; name: string; department: string; category: string; steps: { key: string }[] };

const root = join(import.meta.dirname, '..');
const catalog = readCatalog(join(root, 'supabase/catalog'));
const agents = catalog.agents as unknown as Row[];
const chains = catalog.chains as unknown as Row[];
const skills = catalog.skills as unknown as Row[];

/** The steps everybody meets first are named by the app's own messages (tests/messages.test.ts keeps those whole). */
const carried = new Set(
  [...readFileSync(join(root, 'app/lib/i18n/step-names.ts'), 'utf8').matchAll(/m\.step_(\w+)\(/gu)].map(([, key]) => key),
);

/** What needs words; 'own' is the shelf of a tenant's own skills. */
const named: Record<string, string[]> = {
  agents: agents.map(({ key }) => key),
  departments: agents.map(({ department }) => department),
  chains: chains.map(({ key }) => key),
  steps: chains.flatMap(({ steps }) => steps.map(({ key }) => key)).filter((key) => !carried.has(key)),
  skills: skills.map(({ name }) => name),
  categories: [...skills.map(({ category }) => category), 'own'],
};
/** Letters a name may take on a 360 px screen, and an about in its two lines. */
const limits: Record<string, number> = { agents: 36, departments: 24, chains: 32, steps: 26, skills: 32, categories: 24 };
const aboutLimit = 90;
/** Proper names, and English words that French has too. */
const sameInEnglish: Record<string, string[]> = {
  fr: 'Meta Google TikTok LinkedIn Darija E-mail Script Page Audit Ticket Plan'.split(' '),
  mg: 'Meta Google TikTok LinkedIn Darija WhatsApp Malagasy'.split(' '),
  ar: [],
};

const read = (language: string) => JSON.parse(readFileSync(join(root, `supabase/catalog/words/${language}.json`), 'utf8')) as Words;
const sorted = (keys: string[]) => [...new Set(keys)].sort();

function linesOf(words: Words): Line[] {
  return Object.entries(words).flatMap(([section, entries]) =>
    Object.entries(entries).map(([key, said]) => {
      const place = `${section}.${key}`;
      return typeof said === 'string' ? { place, name: said } : { place, name: said[0], about: said[1] };
    }),
  );
}

const english = new Map(linesOf(read('en')).map((line) => [line.place, line]));

describe.each(['mg', 'fr', 'en', 'ar'])('words in %s', (language) => {
  const words = read(language);
  const lines = linesOf(words);

  test.each(Object.keys(named))('name all %s and nothing else', (section) => {
    expect(sorted(Object.keys(words[section] ?? {}))).toEqual(sorted(named[section] ?? []));
  });

  test('have the six sections of the app', () => {
    expect(sorted(Object.keys(words))).toEqual(sorted(Object.keys(named)));
  });

  test('are never empty; a chain may do without an about, then in every language', () => {
    const empty = lines.filter(({ place, name, about }) => {
      const bare = about !== undefined && !about.trim();
      return !name.trim() || (bare && !(place.startsWith('chains.') && english.get(place)?.about === ''));
    });
    expect(empty).toEqual([]);
  });

  test('are short: names within their limit, skills in four words, abouts in 90 letters ending in a full stop', () => {
    const long = lines.filter(({ place, name, about = '' }) => {
      const section = place.split('.')[0] ?? '';
      const wordy = section === 'skills' && name.split(/\s+/u).length > 4;
      return wordy || name.length > (limits[section] ?? 0) || about.length > aboutLimit || (about !== '' && !/[.…]$/u.test(about));
    });
    expect(long).toEqual([]);
  });

  test('tell every skill from every other', () => {
    const names = lines.filter(({ place }) => place.startsWith('skills.')).map(({ name }) => name.toLowerCase());
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

test.each(Object.keys(sameInEnglish))('are not English left standing in %s', (language) => {
  const same = linesOf(read(language)).filter(({ place, name, about }) => {
    const there = english.get(place);
    return (name === there?.name && !sameInEnglish[language]?.includes(name)) || (about && about === there?.about);
  });
  expect(same).toEqual([]);
});

test('are in Arabic letters where they are Arabic', () => {
  const foreign = linesOf(read('ar')).filter(
    ({ name, about }) => !/\p{Script=Arabic}/u.test(name) || (about && !/\p{Script=Arabic}/u.test(about)),
  );
  expect(foreign).toEqual([]);
});

test("are read by the app's loader alone", () => {
  const sources = globSync('{app,functions,local,render,supabase}/**/*.{ts,svelte,js,mjs}', { cwd: root });
  const readers = sources.filter((file) => readFileSync(join(root, file), 'utf8').includes('catalog/words/'));
  expect(readers).toEqual(['app/lib/i18n/catalog-words.svelte.ts']);
});

test('do not reach the database: the catalog it is loaded from knows none of them', () => {
  const loaded = JSON.stringify(catalog);
  const leaked = linesOf(read('mg')).filter(({ about }) => about && loaded.includes(JSON.stringify(about).slice(1, -1)));
  expect(leaked).toEqual([]);
});
