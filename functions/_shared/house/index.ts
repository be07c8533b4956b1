// The house model: provider `house`. Deterministic, offline, rules and phrase tables; it stands in when no key is there. Called by functions/_shared/models.
import { ModelError } from '../models/model-error.ts';
import type { ModelCall, ModelFacts, Provider } from '../models/types.ts';
import { buildBrand, readAudience, readOffer, readVoice } from './read-brand.ts';
import { answerGenerally } from './general.ts';
import { reviewPost } from './review-post.ts';
import { scorePost } from './score-post.ts';
import { analyticsAnswers } from './skills/analytics.ts';
import { clientSuccessAnswers } from './skills/client-success.ts';
import { communityAnswers } from './skills/community.ts';
import { creativeUtilityAnswers } from './skills/creative-utility.ts';
import { emailAnswers } from './skills/email.ts';
import { influencerAnswers } from './skills/influencer.ts';
import { competitiveIntelligenceAnswers } from './skills/competitive-intelligence.ts';
import { leadHuntingAnswers } from './skills/lead-hunting.ts';
import { qualityControlAnswers } from './skills/quality-control.ts';
import { seoAnswers } from './skills/seo.ts';
import { webAnswers } from './skills/web.ts';
import { localizationAnswers } from './skills/localization.ts';
import { publicRelationsAnswers } from './skills/public-relations.ts';
import { contentWritingAnswers } from './skills/content-writing.ts';
import { strategyAnswers } from './skills/strategy.ts';
import { writePost } from './write-post.ts';
import { writeTags } from './write-tags.ts';

type HouseSkill = (call: ModelCall) => unknown;

const withBrand =
  (work: (call: ModelCall, brand: NonNullable<ModelCall['facts']['brand']>) => unknown): HouseSkill =>
  (call) => {
    if (!call.facts.brand) throw new ModelError('bad_request', `${call.skill} needs the Brand DNA`);
    return work(call, call.facts.brand);
  };

/** One map a category (skills/<category-kebab>.ts), spread here: a card's name to what answers it. */
const skills: Record<string, HouseSkill> = {
  'voice-analyzer': ({ facts, language }) => readVoice(facts, language),
  'audience-profiler': ({ facts, language }) => readAudience(facts, language),
  'competitor-identifier': ({ facts, language }) => readOffer(facts, language),
  'brand-dna-builder': ({ facts, language }) => buildBrand(facts, language),
  'fact-checker': withBrand(({ facts, language }, brand) => reviewPost(facts, brand, language)),
  'hashtag-generator': withBrand(({ facts, language }, brand) => writeTags(facts, brand, language)),
  'brand-compliance': withBrand(({ facts, language }, brand) => scorePost(facts, brand, language)),
  'social-captions': withBrand(({ facts, language }, brand) => writePost(facts, brand, language)),
  ...analyticsAnswers,
  ...clientSuccessAnswers,
  ...communityAnswers,
  ...competitiveIntelligenceAnswers,
  ...leadHuntingAnswers,
  ...qualityControlAnswers,
  ...seoAnswers,
  ...webAnswers,
  ...localizationAnswers,
  ...publicRelationsAnswers,
  ...contentWritingAnswers,
  ...creativeUtilityAnswers,
  ...emailAnswers,
  ...influencerAnswers,
  ...strategyAnswers,
};

/** A batch, member by member; one whose facts do not suffice is left out and asked alone. */
function answerEach(skill: HouseSkill, { members: _all, ...call }: ModelCall, members: ModelFacts[]): { answers: unknown[] } {
  const answers = members.flatMap((facts, at) => {
    try {
      return [{ member: at + 1, answer: skill({ ...call, facts }) }];
    } catch {
      return [];
    }
  });
  return { answers };
}

/** About three letters a token: what a model would have counted, so that the ledger can say what was spared. */
const tokens = (text: string): number => Math.ceil(text.length / 3);

/** Costs nothing and keeps no state. Raises ModelError `bad_request` for facts it lacks. */
export const houseModel: Provider = {
  name: 'house',
  generate(call) {
    // a tenant's own skill: filled from what is given, or refused
    const skill = skills[call.skill] ?? answerGenerally;
    try {
      const json = call.members ? answerEach(skill, call, call.members) : skill(call);
      const usage = { input_tokens: tokens(call.system + call.prompt), output_tokens: tokens(JSON.stringify(json)), cached_tokens: 0 };
      return Promise.resolve({ json, usage });
    } catch (error) {
      return Promise.reject(error);
    }
  },
};
