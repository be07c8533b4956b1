// The catalog is whole: the counts of the specification, no dangling name, and cards whose schemas are those of supabase/payloads.ts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readCatalog } from '../local/catalog.ts';
import {
  BrandAudience,
  BrandColours,
  BrandFonts,
  BrandOffer,
  BrandProposal,
  BrandVoice,
  PostTags,
  PostText,
  PostVisual,
  Score,
  Verdict,
} from '../supabase/payloads.ts';

type Agent = {
  key: string;
  level: string;
  department: string;
  initials: string;
  colour: string;
  skills: string[];
  uses: string[];
  soul: string;
  manual: string;
};
type Step = {
  key: string;
  agent: string;
  skill: string;
  needs: string[];
  place?: string;
  review_by?: string;
  with?: Record<string, string | Record<string, string>>;
};
type Chain = { key: string; origin: string; agents: string[]; step_count: number; input_schema?: Schema; steps: Step[] };
type Schema = z.core.JSONSchema.JSONSchema;
type Card = {
  name: string;
  category: string;
  kind: string;
  description: string;
  model_tier: string;
  estimated_cost_usd: number;
  account?: string;
  account_owner?: string;
  hosts?: string[];
  input_schema: Schema;
  output_schema: Schema;
  prompts: string[];
};
type Row<Fields> = Fields & { active: boolean };

const dir = join(import.meta.dirname, '../supabase/catalog');
const catalog = readCatalog(dir);
const agents = catalog.agents as unknown as Row<Agent>[];
const chains = catalog.chains as unknown as Row<Chain>[];
const cards = catalog.skills as unknown as Row<Card>[];
const plans = catalog.plans as unknown as { key: string; agents: number }[];
const agentKeys = new Set(agents.map((agent) => agent.key));
const skillNames = new Set(cards.map((card) => card.name));
const isChain = (skill: string) => chains.some(({ key }) => skill === `chain:${key}`);
/** engine.what_engine_knows, and what every run has */
const engineKnows = 'request platform language input country country_hint timezone currency now today from to since week_start'.split(' ');

function tally(values: string[]): Record<string, number> {
  return Object.fromEntries(Object.entries(Object.groupBy(values, (value) => value)).map(([value, all]) => [value, all?.length ?? 0]));
}

test("has the specification's 24 agents, 152 skills, 29 chains and 6 plans", () => {
  expect([agentKeys.size, skillNames.size, new Set(chains.map((chain) => chain.key)).size, plans.length]).toEqual([24, 152, 29, 6]);
  expect(tally(agents.map((agent) => agent.level))).toEqual({ ceo: 1, director: 6, worker: 14, security: 3 });
  expect(new Set(agents.filter((agent) => agent.level !== 'security').map((agent) => agent.department)).size).toBe(14);
  expect(tally(chains.map((chain) => chain.origin))).toEqual({ seed: 15, extension: 14 });
  expect(plans.map((plan) => plan.agents)).toEqual([3, 9, 15, 19, 20, 20]);
});

test('has every skill in its category', () => {
  expect(cards.filter((card) => !existsSync(join(dir, `skills/${card.category}/${card.name}.md`)))).toEqual([]);
  expect(tally(cards.map((card) => card.category))).toEqual({
    content_writing: 10, brand_analysis: 7, seo: 7, quality_control: 7, image_generation: 6, video_production: 7, audio: 4,
    creative_utility: 5, advertising: 7, crm: 6, lead_hunting: 8, community: 8, reputation: 6, analytics: 10, email: 6, localization: 8,
    influencer: 6, competitive_intelligence: 6, web: 8, public_relations: 5, client_success: 13, strategy: 2,
  }); // prettier-ignore
});

test('names only agents and skills that exist', () => {
  const dangling = [
    ...agents.flatMap((agent) => [
      ...agent.skills.filter((name) => !skillNames.has(name)),
      ...agent.uses.filter((key) => !agentKeys.has(key)),
    ]),
    ...chains.flatMap((chain) => chain.agents.filter((key) => !agentKeys.has(key))),
    ...chains.flatMap((chain) =>
      chain.steps
        .filter(({ agent, skill }) => !agentKeys.has(agent) || !(skillNames.has(skill) || skill.startsWith('engine:') || isChain(skill)))
        .map((step) => `${chain.key}.${step.key}`),
    ),
  ];
  expect(dangling).toEqual([]);
});

describe.each(chains.map((chain) => [chain.key, chain] as const))('chain %s', (_, chain) => {
  const keys = chain.steps.map(({ key }) => key);

  test('has the places of the specification, and its agents in them', () => {
    expect(chain.steps.filter(({ place }) => place === undefined)).toHaveLength(chain.step_count);
    const working = new Set(chain.steps.flatMap(({ agent, review_by }) => [agent, ...(agentKeys.has(review_by ?? '') ? [review_by] : [])]));
    expect(chain.agents.filter((agent) => !working.has(agent))).toEqual([]);
  });

  test.each(chain.steps.map((step, at) => [step.key, step, at] as const))(
    'step %s stands after what it needs and is done by who can',
    (_key, step, at) => {
      expect(step.needs.filter((need) => !keys.slice(0, at).includes(need))).toEqual([]);
      if (step.place !== undefined) expect(keys).toContain(step.place);
      if (skillNames.has(step.skill)) expect(agents.find(({ key }) => key === step.agent)?.skills).toContain(step.skill);
      if (step.review_by !== undefined && !keys.includes(step.review_by))
        expect(agents.find(({ key }) => key === step.review_by)?.skills).toContain('fact-checker');
    },
  );

  test.each(chain.steps.filter(({ skill }) => skillNames.has(skill)).map((step) => [step.key, step] as const))(
    'step %s names only inputs of its skill, and finds all that it cannot do without',
    (_key, step) => {
      const { properties = {}, required = [] } = cards.find(({ name }) => name === step.skill)?.input_schema ?? {};
      expect(Object.keys(step.with ?? {}).filter((name) => !(name in properties))).toEqual([]);
      const given = new Set([
        ...Object.keys(step.with ?? {}),
        ...keys,
        ...Object.keys(chain.input_schema?.properties ?? {}),
        ...engineKnows,
      ]);
      expect(required.filter((name) => !given.has(name))).toEqual([]);
    },
  );
});

test('gives each agent a face of its own', () => {
  expect(new Set(agents.map((agent) => agent.initials)).size).toBe(24);
  expect(new Set(agents.map((agent) => agent.colour)).size).toBe(24);
});

test('gives each agent a soul and a manual of its own', () => {
  for (const agent of agents) for (const text of [agent.soul, agent.manual]) expect(text.length, agent.key).toBeGreaterThan(400);
  expect(new Set(agents.flatMap((agent) => [agent.soul, agent.manual])).size).toBe(48);
});

describe('every skill card, active or not yet', () => {
  const scan = (card: Card) => card.category === 'brand_analysis';

  test('says what it does, how and for how much', () => {
    for (const card of cards) {
      expect(card.kind, card.name).toMatch(/^(prompt|code|http)$/);
      expect(card.description, card.name).toMatch(/^[A-Z].{20,200}\.$/);
      expect(card.model_tier, card.name).toMatch(/^(local|gemini_flash|haiku|sonnet)$/);
      expect(card.estimated_cost_usd, card.name).toBeGreaterThanOrEqual(0);
      expect(card.prompts.length, card.name).toBeGreaterThanOrEqual(1);
    }
  });

  test('has schemas that zod can hold an answer to, `say` first', () => {
    for (const card of cards) {
      for (const schema of [card.input_schema, card.output_schema])
        expect(z.fromJSONSchema(schema).safeParse('no object').success, card.name).toBe(false);
      // zod drops the `u` flag of a pattern it reads; PostTags is the one that brings its own zod shape
      if (card.name !== 'hashtag-generator') expect(JSON.stringify(card.output_schema), card.name).not.toContain('\\\\p{');
      if (!scan(card)) expect(Object.keys(card.output_schema.properties ?? {})[0], card.name).toBe('say');
    }
  });

  test('leaves `score` and `verdict` to the quality gate and the peer review, which decide a run by them', () => {
    const deciding = cards.filter(({ output_schema: { properties = {} } }) => 'score' in properties || 'verdict' in properties);
    expect(deciding.map((card) => card.name)).toEqual(['brand-compliance', 'fact-checker']);
  });

  test('has another prompt for a retry where it has one', () => {
    const alone = cards.filter((card) => card.kind === 'prompt' && !scan(card) && new Set(card.prompts).size < 2);
    expect(alone.map((card) => card.name)).toEqual([]);
  });

  test('names its hosts where it goes outside, and whose account it needs', () => {
    const silent = cards.filter((card) => (card.kind === 'http') !== (card.hosts !== undefined && card.hosts.length > 0));
    expect(silent.map((card) => card.name)).toEqual([]);
    const unowned = cards.filter((card) => card.account !== undefined && !/^(tenant|platform)$/.test(card.account_owner ?? ''));
    expect(unowned.map((card) => card.name)).toEqual([]);
  });

  test('uses only placeholders that the engine fills', () => {
    const known = new Set(['request', 'brand', 'platform', 'language', 'outputs', 'findings', 'item']);
    const used = cards.flatMap((card) =>
      card.prompts.flatMap((prompt) => [...prompt.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name)),
    );
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('what is active', () => {
  const activeAgents = agents.filter((agent) => agent.active);
  const activeCards = cards.filter((card) => card.active);

  test('gives a rejected text another prompt', () => {
    for (const name of ['social-captions', 'hashtag-generator']) {
      const prompts = activeCards.find((card) => card.name === name)?.prompts ?? [];
      expect(new Set(prompts).size, name).toBeGreaterThanOrEqual(2);
    }
  });

  test('is all that active chains use', () => {
    const steps = chains.filter(({ active }) => active).flatMap((chain) => chain.steps);
    const names = new Set(activeCards.map(({ name }) => name));
    expect(steps.filter(({ skill }) => skillNames.has(skill) && !names.has(skill)).map(({ skill }) => skill)).toEqual([]);
    expect(steps.filter(({ agent }) => !activeAgents.some(({ key }) => key === agent)).map(({ agent }) => agent)).toEqual([]);
  });

  test('is every agent', () => {
    expect(agents.filter(({ active }) => !active)).toEqual([]);
  });

  test.each(
    Object.entries({
      'social-captions': PostText,
      'hashtag-generator': PostTags,
      'image-router': PostVisual,
      'fact-checker': Verdict,
      'brand-compliance': Score,
      'color-extractor': BrandColours,
      'font-detector': BrandFonts,
      'voice-analyzer': BrandVoice,
      'audience-profiler': BrandAudience,
      'competitor-identifier': BrandOffer,
      'brand-dna-builder': BrandProposal,
    }),
  )('%s has the schema that its answer is held to', (name, schema) => {
    const { $schema: _dialect, ...expected } = z.toJSONSchema(schema);
    expect(activeCards.find((card) => card.name === name)?.output_schema).toEqual(expected);
  });
});
