// Every prompt skill of the army on the house model: valid against its card, made of its facts, in its language; a random filler of the same card fails.
// A set is a file of tests/eval/set that exports `cases`.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../supabase/payloads.ts';
import { cardNames, readCard as parseCard, type Card } from '../cards.ts';
import { fillAtRandom } from './random-filler.ts';
import { judgeAnswer, type Answer, type SkillCase } from './scorer/judge-answer.ts';
import { askHouse } from './write-with-house.ts';

const parsed = new Map<string, Card>();
const readCard = (name: string): Card => {
  const card = parsed.get(name) ?? parseCard(name);
  parsed.set(name, card);
  return card;
};

const sets = globSync('*.ts', { cwd: join(import.meta.dirname, 'set') }).toSorted();
const loaded = await Promise.all(
  sets.map(
    async (file) => ((await import(/* @vite-ignore */ join(import.meta.dirname, 'set', file))) as { cases?: SkillCase[] }).cases ?? [],
  ),
);
const cases = loaded.flat();

/** The skills of the first post and the brand scan have sets and tests of their own beside this file and in tests/engine. */
const earlier = new Set([
  'social-captions',
  'hashtag-generator',
  'fact-checker',
  'brand-compliance',
  'voice-analyzer',
  'audience-profiler',
  'competitor-identifier',
  'brand-dna-builder',
]);

/** The facts as a step of the engine would have them: its inputs are held to the card too. */
async function answerOf({ skill, language, facts }: SkillCase): Promise<Answer> {
  const card = readCard(skill);
  const input = card.input.parse({ language, ...facts.input });
  return (await askHouse(skill, card.output, language, { ...facts, input })) as Answer;
}

const swapped = <Value>(value: Value, [from, to]: [string, string]): Value =>
  JSON.parse(JSON.stringify(value).replaceAll(JSON.stringify(from).slice(1, -1), JSON.stringify(to).slice(1, -1))) as Value;

describe.each(cases.map((asked, index) => ({ asked, title: `${asked.skill} in ${asked.language} (${index})` })))('$title', ({ asked }) => {
  const { output_schema } = readCard(asked.skill);

  it('carries its facts and nothing else', async () => {
    const answer = await answerOf(asked);
    expect(judgeAnswer(answer, asked, output_schema), JSON.stringify(answer, null, 1)).toEqual([]);
    expect(await answerOf(asked)).toEqual(answer);
  });

  it.each(asked.swaps ?? [])('follows when %s becomes %s', async (from, to) => {
    const other: SkillCase = {
      ...asked,
      facts: swapped(asked.facts, [from, to]),
      carries: swapped(asked.carries, [from, to]),
      own: swapped(asked.own ?? [], [from, to]),
    };
    expect(JSON.stringify(asked.facts)).not.toEqual(JSON.stringify(other.facts));
    const answer = await answerOf(other);
    expect(judgeAnswer(answer, other, output_schema), JSON.stringify(answer, null, 1)).toEqual([]);
    expect(answer).not.toEqual(await answerOf(asked));
  });

  it('refuses what a random filler of the card would say', () => {
    for (let seed = 1; seed <= 8; seed++)
      expect(judgeAnswer(fillAtRandom(output_schema, seed) as Answer, asked, output_schema), `seed ${seed}`).not.toEqual([]);
  });
});

describe('the evaluation', () => {
  it('asks every active prompt skill in the four languages', () => {
    const asked = new Set(cases.map(({ skill, language }) => `${skill} ${language}`));
    const wanted = cardNames()
      .map(readCard)
      .filter(({ name, kind, active }) => kind === 'prompt' && active && !earlier.has(name));
    const silent = wanted.flatMap(({ name }) => languages.map((language) => `${name} ${language}`)).filter((one) => !asked.has(one));
    expect(silent).toEqual([]);
  });
});
