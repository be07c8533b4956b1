// What a run of a chain costs at list prices (estimated_cost_usd of each card, fan-outs counted), held to the reference costs of the product's list.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const catalog = join(import.meta.dirname, '../supabase/catalog');
const cards = new Map(
  globSync('skills/*/*.md', { cwd: catalog }).map((file) => {
    const [, head = ''] = /^---\n([\s\S]*?)\n---/.exec(readFileSync(join(catalog, file), 'utf8')) ?? [];
    const { name, estimated_cost_usd } = parse(head) as { name: string; estimated_cost_usd: number };
    return [name, estimated_cost_usd] as const;
  }),
);
type Step = { key: string; skill: string; each?: string; review_by?: string };
const stepsOf = (chain: string) => (JSON.parse(readFileSync(join(catalog, `chains/${chain}.json`), 'utf8')) as { steps: Step[] }).steps;

/** Dollars of one run in which every step is done once; `items`: how many a fan-out has. */
function cost(chain: string, items: number): number {
  const steps = stepsOf(chain);
  const keys = new Set(steps.map(({ key }) => key));
  return steps.reduce((sum, { skill, each, review_by }) => {
    // a reviewer that is an agent is a step of its own, put in by the engine
    const review = review_by && !keys.has(review_by) ? (cards.get('fact-checker') ?? 0) : 0;
    return sum + ((cards.get(skill) ?? 0) + review) * (each ? items : 1);
  }, 0);
}

describe('list cost of a run', () => {
  test.each([
    ['create_tiktok_video', 5, 0.223],
    ['weekly_content_plan', 35, 0.75],
    ['auto_reply_comment', 1, 0.003],
  ])('%s with %i items is at most the reference cost of $%f', (chain, items, reference) => {
    expect(cost(chain, items)).toBeGreaterThan(0);
    expect(cost(chain, items)).toBeLessThanOrEqual(reference);
  });

  test('every skill that a chain names has its price', () => {
    const named = globSync('chains/*.json', { cwd: catalog }).flatMap((file) => stepsOf(file.slice('chains/'.length, -'.json'.length)));
    const own = named.filter(({ skill }) => !/^(engine|chain):/.test(skill));
    expect(own.filter(({ skill }) => cards.get(skill) === undefined)).toEqual([]);
  });
});
