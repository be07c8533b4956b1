// The help answers what it has, in other words too, and says so when it has nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleHelp, helpFile } from '../../../../local/write-help.ts';
import { questions, unanswerable } from '../../../../tests/eval/help-questions.ts';
import { proveLanguages, proveSkill } from '../../../../tests/eval/prove-skill.ts';
import { runSkill } from '../../../../tests/run-skill.ts';
import { languages } from '../../../_shared/payloads.ts';
import { faqSearch } from './faq-search.ts';

const ask = async (question: string, language: string, more: object = {}) =>
  runSkill(faqSearch, 'faq-search', { question, language, ...more });
const idsOf = (output: Record<string, unknown>) => (output.passages as { id: string }[]).map(({ id }) => id);

it('carries the pages as they stand in the catalog (npm run help)', async () => {
  expect(readFileSync(helpFile, 'utf8')).toBe(await bundleHelp());
});

it('has the same pages in every language, leading to pages of the app', () => {
  const pages = JSON.parse(readFileSync(helpFile, 'utf8')) as { id: string; language: string; route: string; text: string }[];
  const ids = (language: string) => pages.filter((page) => page.language === language).map(({ id, route }) => `${id} ${route}`);
  for (const language of languages) expect(ids(language)).toEqual(ids('fr'));
  const routes = readdirSync(join(import.meta.dirname, '../../../../app/routes/(app)'));
  for (const { route } of pages) expect(routes).toContain(route.slice(1));
});

it('answers with the passage, its page and how sure it is', async () => {
  await proveSkill(faqSearch, 'faq-search', { question: 'Comment installer Nexio sur mon téléphone ?', language: 'fr' }, (output) => {
    expect(output).toMatchObject({
      found: true,
      passages: [{ id: 'install', title: 'Installer l’application', route: '/settings', language: 'fr' }],
    });
    expect(output.say).toContain('Installer l’application');
  });
});

it.each(languages)('finds the right page for most questions in other words (%s)', async (language) => {
  const asked = questions[language];
  const found = await Promise.all(asked.map(async ([question, id]) => ({ id, question, ids: idsOf(await ask(question, language)) })));
  const missed = found.filter(({ id, ids }) => !ids.includes(id)).map(({ question }) => question);
  const second = found.filter(({ id, ids }) => ids[0] !== id).map(({ question }) => question);
  expect(missed.length, `not among three: ${missed.join(' · ')}`).toBeLessThanOrEqual(1);
  expect(second.length, `not first: ${second.join(' · ')}`).toBeLessThanOrEqual(3);
});

it('does not pretend: questions that no page answers', async () => {
  const answered = await Promise.all(
    languages.flatMap((language) =>
      unanswerable[language].map(async (question) => ((await ask(question, language)).found ? [question] : [])),
    ),
  );
  expect(answered.flat().length, answered.flat().join(' · ')).toBeLessThanOrEqual(2);
  await proveSkill(faqSearch, 'faq-search', { question: 'recette du romazava', language: 'fr' }, (output) => {
    expect(output).toMatchObject({ found: false, passages: [] });
    expect(output.say).toContain('Je ne trouve rien');
  });
});

it('falls back to French, then English, and says in which language it is', async () => {
  const french = await ask('mot de passe confidentialité', 'mg');
  expect(french).toMatchObject({ found: true, passages: [{ id: 'privacy', language: 'fr' }] });
  expect(french.say).toContain('frantsay');
  const english = await ask('is there anything to look for in an app store', 'ar');
  expect(english).toMatchObject({ found: true, passages: [{ id: 'install', language: 'en' }] });
  expect(english.say).toContain('الإنجليزية');
});

it('gives the pages of the present screen a tenth more, and no more pages than asked for', async () => {
  expect((await ask('publier', 'fr', { limit: 1 })).passages).toHaveLength(1);
  const ranked = (screen: string) => ask('mes posts', 'fr', { screen, limit: 8 }).then(idsOf);
  const [at, elsewhere] = await Promise.all([ranked('/all'), ranked('/home')]);
  expect(at.indexOf('public-page')).toBeLessThanOrEqual(elsewhere.indexOf('public-page'));
});

it('speaks four languages', async () => {
  await proveLanguages(faqSearch, 'faq-search', (language) => ({
    question:
      language === 'ar' ? 'صفحتي العامة' : language === 'mg' ? 'adiresin’ny pejiko' : language === 'fr' ? 'ma page Nexio' : 'my Nexio page',
    language,
  }));
  await proveLanguages(faqSearch, 'faq-search', (language) => ({ question: 'zzzz qqqq', language }));
});
