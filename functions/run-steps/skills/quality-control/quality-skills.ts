// Code skills of category quality_control, by the name of their card. Spread in ../registry.ts.
import type { SkillFunction } from '../skill.ts';
import { hashtagValidator } from './hashtag-validator.ts';
import { plagiarismDetector } from './plagiarism-detector.ts';

export const qualitySkills: Record<string, SkillFunction> = {
  'hashtag-validator': hashtagValidator,
  'plagiarism-detector': plagiarismDetector,
};
