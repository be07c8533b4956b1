// What one house answer hands to the next in the chains of issue 3: samples become a first post, an opening becomes a post, a crisis offer finds the brand's tone; each passes review and gate.
import { describe, expect, it } from 'vitest';
import { languages, PostText, Score, Verdict, type Language } from '../../supabase/payloads.ts';
import type { ModelFacts } from '../../functions/_shared/models/types.ts';
import { readCard } from '../cards.ts';
import { cases as community, shops } from './set/community.ts';
import { cases as competitive } from './set/competitive-intelligence.ts';
import { cases as relations } from './set/public-relations.ts';
import type { SkillCase } from './scorer/judge-answer.ts';
import { askHouse } from './write-with-house.ts';

const ask = async <Answer>(skill: string, language: Language, facts: Partial<ModelFacts>): Promise<Answer> => {
  const card = readCard(skill);
  return (await askHouse(skill, card.output, language, { ...facts, input: card.input.parse({ language, ...facts.input }) })) as Answer;
};

/** As content_qa sees it: the work, the run's input and what else the run has made. */
async function pass(
  work: unknown,
  language: Language,
  { request = '', brand = shops[language], outputs = {} }: Partial<ModelFacts>,
): Promise<void> {
  const facts = { request, brand, outputs, input: { text: work } };
  const { findings } = await askHouse('fact-checker', Verdict, language, facts);
  expect(findings, JSON.stringify(work)).toEqual([]);
  expect((await askHouse('brand-compliance', Score, language, facts)).score, JSON.stringify(work)).toBeGreaterThanOrEqual(60);
}

const inLanguage = (cases: SkillCase[], skill: string, language: Language) =>
  cases.filter((one) => one.skill === skill && one.language === language);

describe.each(languages)('chains in %s', (language) => {
  it('client_onboarding: three samples, and a first post made of the first of them', async () => {
    const samples = await ask<{ posts: { body: string }[] }>('sample-content', language, { brand: shops[language], input: {} });
    await pass(samples, language, {});
    const request = samples.posts[0]?.body ?? '';
    const text = await askHouse('social-captions', PostText, language, { request, brand: shops[language], platform: 'nexio_page' });
    const { findings } = await askHouse('fact-checker', Verdict, language, { request, brand: shops[language], outputs: { text } });
    expect(findings, `${request}\n=> ${text.body}`).toEqual([]);
  });

  it('counter_campaign: what worked elsewhere becomes a post of our own', async () => {
    const [asked] = inLanguage(competitive, 'content-analyzer', language);
    const competitors = asked?.facts.input?.material;
    const analysis = await ask('content-analyzer', language, { brand: shops[language], input: { material: competitors } });
    const outputs = { input: { competitors }, what_worked: analysis };
    const found = await ask<{ opportunities: { proposal: string }[] }>('opportunity-finder', language, {
      brand: shops[language],
      outputs,
      input: { material: analysis },
    });
    expect(found.opportunities.length).toBeGreaterThan(1);
    for (const { proposal } of found.opportunities) {
      const text = await askHouse('social-captions', PostText, language, {
        request: proposal,
        brand: shops[language],
        platform: 'nexio_page',
      });
      const { findings } = await askHouse('fact-checker', Verdict, language, {
        request: proposal,
        brand: shops[language],
        outputs: { ...outputs, write: text },
        input: { text },
      });
      expect(findings, `${proposal}\n=> ${text.body}`).toEqual([]);
      const { score } = await askHouse('brand-compliance', Score, language, {
        request: proposal,
        brand: shops[language],
        platform: 'nexio_page',
        input: { text },
      });
      expect(score, text.body).toBeGreaterThanOrEqual(60);
    }
  });

  it('crisis_response: the offers pass review, the recommended one in the tone of the brand passes the gate', async () => {
    for (const { facts } of inLanguage(relations, 'crisis-response', language)) {
      const offers = await ask<{ body: string }>('crisis-response', language, facts);
      const outputs = { gather: { mentions: [{ text: '100 %' }] }, input: { alarm: facts.input?.alarm } };
      await pass(offers, language, { ...facts, outputs });
      const voiced = await ask<{ body: string }>('tone-matcher', language, { ...facts, input: { text: offers } });
      await pass(voiced, language, { ...facts, outputs: { ...outputs, offers } });
    }
  });

  it('press_release and review_response: what goes out passes review and gate', async () => {
    for (const { facts } of inLanguage(relations, 'press-release-writer', language)) {
      const release = await ask('press-release-writer', language, facts);
      await pass(release, language, { ...facts, outputs: { release } });
    }
    for (const { facts } of inLanguage(community, 'review-responder', language)) {
      const answer = await ask('review-responder', language, facts);
      await pass(answer, language, { brand: facts.brand, outputs: { answer, input: facts.input?.input } });
    }
  });

  it('replies: what the Brand DNA allows to say passes review', async () => {
    for (const skill of ['reply-drafter', 'dm-responder'])
      for (const { facts } of inLanguage(community, skill, language))
        await pass(await ask(skill, language, facts), language, { brand: facts.brand });
  });
});
