// Every sentence exists in every language: same keys, same variables, the plural forms that each language has, none empty, none in two rooms.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../messages');
const locales = ['mg', 'fr', 'en', 'ar'] as const;
type Locale = (typeof locales)[number];
type Variants = { declarations: string[]; selectors: string[]; match: Record<string, string> };
type Message = string | Variants[];

const rooms = readdirSync(folder).sort();
const read = (room: string, locale: Locale): Record<string, Message> => {
  const { $schema: _, ...messages } = JSON.parse(readFileSync(join(folder, room, `${locale}.json`), 'utf8')) as Record<string, Message>;
  return messages;
};

const sentencesOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match));
const variablesOf = (message: Message): string[] =>
  [...new Set(sentencesOf(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)))].sort();

/** The categories a language needs (CLDR); Malagasy has two, which browsers do not know. */
const categories: Record<Locale, string[]> = {
  mg: ['one', 'other'],
  fr: ['one', 'other'],
  en: ['one', 'other'],
  ar: ['few', 'many', 'one', 'other', 'two', 'zero'],
};

test('the rooms of messages are those that the app is compiled from', () => {
  const settings = JSON.parse(readFileSync(join(folder, '../project.inlang/settings.json'), 'utf8')) as Record<
    string,
    { pathPattern: string[] }
  >;
  expect(settings['plugin.inlang.messageFormat']?.pathPattern.toSorted()).toEqual(rooms.map((room) => `./messages/${room}/{locale}.json`));
});

describe.each(rooms)('%s', (room) => {
  const french = read(room, 'fr');

  test.each(locales)('%s has every sentence and no other', (locale) => {
    expect(Object.keys(read(room, locale)).sort()).toEqual(Object.keys(french).sort());
  });

  test.each(locales)('%s leaves no sentence empty or unfinished', (locale) => {
    const wrong = Object.entries(read(room, locale)).filter(([, message]) =>
      sentencesOf(message).some((text) => text.trim() === '' || text !== text.trim() || /\b(todo|fixme|xxx|lorem)\b/i.test(text)),
    );
    expect(wrong).toEqual([]);
  });

  test.each(locales)('%s uses the same variables', (locale) => {
    const own = read(room, locale);
    for (const [key, message] of Object.entries(french)) {
      const [mine, theirs] = [variablesOf(own[key] ?? ''), variablesOf(message)];
      // "one message" may leave the number out of a plural; it is declared all the same.
      const isPlural = typeof message !== 'string';
      expect(isPlural ? new Set([...mine, 'count']) : new Set(mine), key).toEqual(
        isPlural ? new Set([...theirs, 'count']) : new Set(theirs),
      );
    }
  });

  test.each(locales)('%s gives each plural all its forms', (locale) => {
    for (const [key, message] of Object.entries(read(room, locale))) {
      expect(typeof message === 'string', `${key} is a plural in every language or in none`).toBe(typeof french[key] === 'string');
      if (typeof message === 'string') continue;
      for (const { match, selectors } of message) {
        if (!selectors.some((name) => name.endsWith('Plural'))) continue;
        const forms = Object.keys(match).map((selector) => selector.split('=')[1] ?? '');
        expect(forms.sort(), key).toEqual(categories[locale]);
      }
    }
  });
});

test('French: a no-break space stands before : ; ? ! and inside « », so that no line begins with a sign', () => {
  const wrong = rooms
    .flatMap((room) => Object.values(read(room, 'fr')).flatMap(sentencesOf))
    .filter((text) => / [:;?!»]|« |[^\u00a0(][?!;»]|«[^\u00a0]|[\p{L})}]:(?![\w/])/u.test(text.replace('name: et description:', '')));
  expect(wrong).toEqual([]);
});

test('no sentence has two homes', () => {
  const all = rooms.flatMap((room) => Object.keys(read(room, 'fr')));
  expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
});

test('languages are not copies of each other', () => {
  // Names, units and product words may be equal (landing_feature_language lists languages, each under its own name); whole sentences may not.
  const sentences = (locale: Locale) =>
    rooms.flatMap((room) => Object.entries(read(room, locale)).map(([key, message]) => [key, sentencesOf(message)[0] ?? ''] as const));
  const french = new Map(sentences('fr'));
  for (const locale of ['mg', 'en', 'ar'] as const) {
    const copied = sentences(locale).filter(
      ([key, text]) => text.length > 24 && text === french.get(key) && key !== 'landing_feature_language',
    );
    expect(copied, locale).toEqual([]);
  }
});

test('every sentence is said somewhere', () => {
  const app = join(folder, '../app');
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(svelte|ts)$/.test(file) && !file.startsWith('paraglide'),
  );
  const said = new Set(
    files.flatMap((file) => [...readFileSync(join(app, file), 'utf8').matchAll(/\bm\.([a-z]\w*)/g)].map(([, key = '']) => key)),
  );
  expect(rooms.flatMap((room) => Object.keys(read(room, 'fr'))).filter((key) => !said.has(key))).toEqual([]);
});
