// What the house writes for customers, the house's own reviewer lets pass at once and the quality gate takes: no chain stalls on a fresh machine.
import { describe, expect, it } from 'vitest';
import { Score, Verdict } from '../../supabase/payloads.ts';
import { readCard } from '../cards.ts';
import type { SkillCase } from './scorer/judge-answer.ts';
import { cases as articles } from './set/content-writing.ts';
import { cases as pictures } from './set/creative-utility.ts';
import { cases as letters } from './set/email.ts';
import { askHouse } from './write-with-house.ts';

/** Not for customers: options for the owner, and a list with its gaps. */
const inner = new Set(['cta-writer', 'product-descriptions']);
const cases = [...articles, ...letters, ...pictures].filter(({ skill }) => !inner.has(skill));

describe.each(cases.map((asked, index) => ({ asked, title: `${asked.skill} in ${asked.language} (${index})` })))('$title', ({ asked }) => {
  it('is praised by the reviewer and taken by the gate', async () => {
    const { skill, language, facts } = asked as SkillCase & { facts: { input: Record<string, unknown> } };
    const card = readCard(skill);
    const text = await askHouse(skill, card.output, language, { ...facts, input: card.input.parse({ language, ...facts.input }) });
    const started = { ...facts.input, ...(facts.outputs?.input as Record<string, unknown> | undefined) };
    const work = { ...facts, outputs: { text, input: started }, input: { text } };
    const verdict = await askHouse('fact-checker', Verdict, language, work);
    expect(verdict.findings).toEqual([]);
    const { score, reasons } = await askHouse('brand-compliance', Score, language, work);
    expect(score, reasons.join(' ')).toBeGreaterThanOrEqual(60);
  });
});
