// Code skills of category community, by the name of their card. Spread in ../registry.ts.
import type { SkillFunction } from '../skill.ts';
import { autoReplyModes } from './auto-reply-modes.ts';
import { crisisEscalator } from './crisis-escalator.ts';
import { leadFlagger } from './lead-flagger.ts';
import { sentimentAnalyzer } from './sentiment-analyzer.ts';

export const communitySkills: Record<string, SkillFunction> = {
  'sentiment-analyzer': sentimentAnalyzer,
  'crisis-escalator': crisisEscalator,
  'lead-flagger': leadFlagger,
  'auto-reply-modes': autoReplyModes,
};
