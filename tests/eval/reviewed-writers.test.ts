// The peer reviewer and the gate on everything the house writers hand to content_qa in the chains: letters, pages, scripts, threads, advertisements, sequences, newsletters.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Score, Verdict } from '../../supabase/payloads.ts';
import { readCard } from '../cards.ts';
import type { SkillCase } from './scorer/judge-answer.ts';
import { askHouse } from './write-with-house.ts';

/** Writers whose work is reviewed in a chain of supabase/catalog/chains. */
const reviewed = [
  'ad-copy-writer',
  'blog-articles',
  'drip-builder',
  'email-copy',
  'landing-page-copy',
  'newsletter-compiler',
  'press-release-writer',
  'review-responder',
  'crisis-response',
  'sample-content',
  'thread-writer',
  'video-scripts',
];
const dir = join(import.meta.dirname, 'set');
const sets = await Promise.all(
  globSync('*.ts', { cwd: dir }).map(
    async (file) => ((await import(/* @vite-ignore */ join(dir, file))) as { cases?: SkillCase[] }).cases ?? [],
  ),
);
const cases = sets.flat().filter(({ skill }) => reviewed.includes(skill));

/** What the house writes for a case, and the facts with which content_qa looks at it. */
async function workOf({ skill, language, facts }: SkillCase, change = (work: unknown) => work) {
  const card = readCard(skill);
  const input = card.input.parse({ language, ...facts.input });
  const work = change(await askHouse(skill, card.output, language, { ...facts, input }));
  const request = facts.request || (typeof input.request === 'string' ? input.request : '');
  const outputs = { ...facts.outputs, author: work, input: { ...(facts.outputs?.input as object), ...input } };
  return { request, around: { ...facts, request, outputs, input: { text: work } } };
}

/** What the reviewer and the gate say of the answer of one case. */
async function passes(asked: SkillCase): Promise<string[]> {
  const { skill, language } = asked;
  const { request, around } = await workOf(asked);
  const { findings } = await askHouse('fact-checker', Verdict, language, around);
  const { score, reasons } = await askHouse('brand-compliance', Score, language, around);
  return [
    ...findings.map(({ fault, quote }) => `${skill} ${language} ${fault}: ${quote} <- ${request}`),
    ...(score >= 60 ? [] : [`${skill} ${language} scores ${score}: ${reasons.join(' ')}`]),
  ];
}

describe.each(reviewed)('%s', (skill) => {
  const own = cases.filter((one) => one.skill === skill);
  it(`passes its review and the gate`, async () => {
    expect(own.length).toBeGreaterThan(0);
    expect((await Promise.all(own.map(passes))).flat()).toEqual([]);
  });
});

/** `25 000` in any of its spellings becomes another amount. */
function withAnotherPrice(work: unknown, price: string): unknown {
  const digits = price.replace(/\D/g, '');
  const spelled = new RegExp(`(?<![\\d])${[...digits].join('[ ,.\u00a0\u202f]?')}(?![\\d])`, 'g');
  return JSON.parse(JSON.stringify(work).replace(spelled, String(Number(digits) + 7)));
}

describe('the same works with another price', () => {
  it('are refuted', async () => {
    let tried = 0;
    const passed: string[] = [];
    for (const asked of cases) {
      const { request, around } = await workOf(asked);
      const [price] = /\d[\d ]*\d(?= ?(?:Ar|€|\$|dinars?|دينار))/u.exec(request) ?? [];
      if (!price) continue;
      const changed = await workOf(asked, (work) => withAnotherPrice(work, price));
      if (JSON.stringify(changed.around.input) === JSON.stringify(around.input)) continue;
      tried += 1;
      const { verdict } = await askHouse('fact-checker', Verdict, asked.language, changed.around);
      if (verdict !== 'refute') passed.push(`${asked.skill} ${asked.language}: ${request}`);
    }
    expect(passed).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(12);
  });
});
