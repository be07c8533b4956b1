// Which skill does a step: code skills by their key, prompt skills from their card. Made once by index.ts. Each category's map is spread here.
import type { z } from 'zod';
import { BrandAudience, BrandOffer, BrandProposal, BrandVoice, PostTags, PostText, Score, Verdict } from '../../_shared/payloads.ts';
import type { ModelEnvironment } from '../../_shared/models/configured.ts';
import type { Providers } from '../../_shared/models/types.ts';
import type { StepTools } from '../do-step.ts';
import { advertisingSkills } from './advertising/advertising-skills.ts';
import { analyticsSkills } from './analytics/analytics-skills.ts';
import { audioSkills } from './audio/audio-skills.ts';
import { colorExtractor, fontDetector } from './brand-look.ts';
import { outputSchema } from './card-schema.ts';
import { clientSuccessSkills } from './client-success/client-success-skills.ts';
import { communitySkills } from './community/community-skills.ts';
import { competitiveSkills } from './competitive/competitive-skills.ts';
import { creativeSkills } from './creative/creative-skills.ts';
import { crmSkills } from './crm/crm-skills.ts';
import { emailSkills } from './email/email-skills.ts';
import { httpSkills } from './http/http-skills.ts';
import { ownRequest } from './http/own-request.ts';
import { imageRouter } from './image-router.ts';
import { influencerSkills } from './influencer/influencer-skills.ts';
import { leadHuntingSkills } from './lead-hunting/lead-hunting-skills.ts';
import { localizationSkills } from './localization/localization-skills.ts';
import { promptSkill } from './prompt-skill.ts';
import { publicRelationsSkills } from './public-relations/public-relations-skills.ts';
import { qualitySkills } from './quality-control/quality-skills.ts';
import { reputationSkills } from './reputation/reputation-skills.ts';
import { seoSkills } from './seo/seo-skills.ts';
import type { Output, Skill, SkillFunction } from './skill.ts';
import { videoSkills } from './video-production/video-skills.ts';
import { webSkills } from './web/web-skills.ts';
import { websiteCrawler } from './website-crawler.ts';

/** Pure code skills by the name of their card, which holds their input and output. One spread line a category. */
const functions: Record<string, SkillFunction> = {
  ...advertisingSkills,
  ...analyticsSkills,
  ...audioSkills,
  ...clientSuccessSkills,
  ...communitySkills,
  ...creativeSkills,
  ...crmSkills,
  ...emailSkills,
  ...influencerSkills,
  ...localizationSkills,
  ...publicRelationsSkills,
  ...qualitySkills,
  ...reputationSkills,
  ...videoSkills,
};

/** Prompt skills whose shape stands in payloads.ts; all others take their card's output_schema. */
const shapes: Record<string, z.ZodType<Output>> = {
  'social-captions': PostText,
  'hashtag-generator': PostTags,
  'fact-checker': Verdict,
  'brand-compliance': Score,
  'voice-analyzer': BrandVoice,
  'audience-profiler': BrandAudience,
  'competitor-identifier': BrandOffer,
  'brand-dna-builder': BrandProposal,
};

/**
 * @param allowHosts hosts the crawler may read though they are not on the open internet (tests)
 * @param environment keys of image models (without any, pictures are drawn here) and of outside platforms, addresses of doubles
 */
export function createSkills(providers: Providers, allowHosts: readonly string[], environment: ModelEnvironment = {}): StepTools {
  const crawling: Record<string, SkillFunction> = {
    ...competitiveSkills({ allowHosts }),
    ...leadHuntingSkills({ allowHosts }),
    ...seoSkills({ allowHosts }),
    ...webSkills({ allowHosts }),
  };
  const code: Record<string, Skill> = {
    ...Object.fromEntries(Object.entries({ ...functions, ...crawling }).map(([name, run]) => [name, { run }])),
    'website-crawler': websiteCrawler({ allowHosts }),
    'color-extractor': colorExtractor,
    'font-detector': fontDetector,
    'image-router': imageRouter(environment),
  };
  const http = httpSkills(environment);
  const own = ownRequest(allowHosts);
  return {
    skillFor: (context) => {
      const { kind, key } = context.skill;
      if (kind === 'prompt') return promptSkill(shapes[key] ?? outputSchema(context), providers);
      if (kind === 'code') return code[key] ?? null;
      // a card that says its request is a tenant's own; the house's speak their platform's protocol
      const run = context.skill.request ? own : http[key];
      return run ? { run } : null;
    },
  };
}
