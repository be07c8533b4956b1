// Code skills of category reputation, by the name of their card. Spread in ../registry.ts.
import type { SkillFunction } from '../skill.ts';
import { alertGenerator } from './alert-generator.ts';
import { mentionScanner } from './mention-scanner.ts';
import { reviewTracker } from './review-tracker.ts';
import { sentimentTrend } from './sentiment-trend.ts';

export const reputationSkills: Record<string, SkillFunction> = {
  'mention-scanner': mentionScanner,
  'review-tracker': reviewTracker,
  'sentiment-trend': sentimentTrend,
  'alert-generator': alertGenerator,
};
