// The code skills of category email by the name of their card. Spread in registry.ts.
import type { SkillFunction } from '../skill.ts';
import { audienceSegmentation } from './audience-segmentation.ts';
import { subjectAbTester } from './subject-ab-tester.ts';

export const emailSkills: Record<string, SkillFunction> = {
  'audience-segmentation': audienceSegmentation,
  'subject-ab-tester': subjectAbTester,
};
