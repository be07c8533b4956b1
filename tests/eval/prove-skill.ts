// A code skill's answer against hand-worked figures, and the same check against random fillers of its card, which it has to refuse. Used beside the code skills.
import { expect } from 'vitest';
import { detectLanguage } from '../../functions/_shared/house/detect-language.ts';
import type { SkillFunction } from '../../functions/run-steps/skills/skill.ts';
import { languages } from '../../supabase/payloads.ts';
import { readCard } from '../cards.ts';
import { type Around, runSkill } from '../run-skill.ts';
import { fillAtRandom } from './random-filler.ts';

export type Output = Record<string, unknown>;
const fillers = 20;

/** Runs the skill between its card's schemas, checks what it says, and holds the check to failing twenty random answers of the same shape. */
export async function proveSkill(
  skill: SkillFunction,
  name: string,
  input: Record<string, unknown>,
  check: (output: Output) => void,
  around: Around = {},
): Promise<Output> {
  const output = await runSkill(skill, name, input, around);
  check(output);
  const { output_schema, output: shape } = readCard(name);
  for (let seed = 1; seed <= fillers; seed += 1) {
    const random = shape.parse(fillAtRandom(output_schema, seed));
    expect(() => check(random), `a random filler (seed ${seed}) passes the check of ${name}`).toThrow();
  }
  return output;
}

/** Every text that a person may read, at any depth. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap((part: unknown) => textsOf(part))
      : [];

/** The same input in four languages: four different sentences, each in its own language, no gap left open. */
export async function proveLanguages(
  skill: SkillFunction,
  name: string,
  inputIn: (language: string) => Record<string, unknown>,
  around: Around = {},
): Promise<void> {
  const said = new Set<string>();
  for (const language of languages) {
    const output = await runSkill(skill, name, inputIn(language), { ...around, language });
    const text = String(output.say);
    expect(text.length, `${name} in ${language}`).toBeGreaterThan(8);
    expect(textsOf(output).join('\n'), `${name} in ${language}`).not.toMatch(/\{\w+\}|undefined|\bNaN\b|\[object/);
    expect([language, null], `${name} says in ${language}: ${text}`).toContain(detectLanguage(text));
    said.add(text);
  }
  expect(said.size).toBe(languages.length);
}
