// All skills of kind http by the name of their card. Called by ../registry.ts.
import type { DoorEnvironment } from '../../../_shared/platforms/door.ts';
import type { SkillFunction } from '../skill.ts';
import { adsSkills } from './ads-skill.ts';
import { dnsManager } from './dns-skill.ts';
import { figureSkills } from './figure-skills.ts';
import { type HttpSkill, httpSkill } from './http-skill.ts';
import { leadSkills } from './lead-skills.ts';
import { listSkills } from './list-skills.ts';
import { pictureSkills } from './picture-skills.ts';
import { productSkills } from './product-skills.ts';
import { googleReviews } from './review-skill.ts';
import { searchSkills } from './search-skills.ts';
import { sendSkills } from './send-skills.ts';
import { socialTracker } from './social-tracker.ts';
import { speechSkills } from './speech-skills.ts';
import { videoSkills } from './video-skills.ts';

const all: Record<string, HttpSkill> = {
  ...adsSkills,
  ...figureSkills,
  ...leadSkills,
  ...listSkills,
  ...pictureSkills,
  ...productSkills,
  ...searchSkills,
  ...sendSkills,
  ...speechSkills,
  ...videoSkills,
  'dns-manager': dnsManager,
  'google-reviews': googleReviews,
  'social-tracker': socialTracker,
};

/** @param env platform keys (<ACCOUNT>_API_KEY, GEMINI_API_KEY, YOUTUBE_API_KEY …) and PLATFORM_URL_* */
export const httpSkills = (env: DoorEnvironment): Record<string, SkillFunction> =>
  Object.fromEntries(Object.entries(all).map(([name, skill]) => [name, httpSkill(skill, env)]));
