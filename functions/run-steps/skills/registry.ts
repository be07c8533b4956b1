// Which skill does a step: code skills by their key, prompt skills from their card. Made once by index.ts. Each category's map is spread here.
import type { z } from 'zod';
import { BrandAudience, BrandOffer, BrandProposal, BrandVoice, PostTags, PostText, Score, Verdict } from '../../_shared/payloads.ts';
import type { ModelEnvironment } from '../../_shared/models/configured.ts';
import type { Providers } from '../../_shared/models/types.ts';
import type { StepTools } from '../do-step.ts';
import { advertisingSkills } from './advertising/advertising-skills.ts';
import { analyticsSkills } from './analytics/analytics-skills.ts';
import { colorExtractor, fontDetector } from './brand-look.ts';
import { outputSchema } from './card-schema.ts';
import { crmSkills } from './crm/crm-skills.ts';
import { emailSkills } from './email/email-skills.ts';
import { imageRouter } from './image-router.ts';
import { promptSkill } from './prompt-skill.ts';
import type { Output, Skill, SkillFunction } from './skill.ts';
import { websiteCrawler } from './website-crawler.ts';

/** Pure code skills by the name of their card, which holds their input and output. One spread line a category. */
const functions: Record<string, SkillFunction> = {
  ...advertisingSkills,
  ...analyticsSkills,
  ...crmSkills,
  ...emailSkills,
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
 * @param imageKeys where the keys of image models stand; without any, pictures are drawn here
 */
export function createSkills(providers: Providers, allowHosts: readonly string[], imageKeys: ModelEnvironment = {}): StepTools {
  const code: Record<string, Skill> = {
    ...Object.fromEntries(Object.entries(functions).map(([name, run]) => [name, { run }])),
    'website-crawler': websiteCrawler({ allowHosts }),
    'color-extractor': colorExtractor,
    'font-detector': fontDetector,
    'image-router': imageRouter(imageKeys),
  };
  return {
    skillFor: (context) => {
      const { kind, key } = context.skill;
      if (kind === 'prompt') return promptSkill(shapes[key] ?? outputSchema(context), providers);
      return kind === 'code' ? (code[key] ?? null) : null;
    },
  };
}
