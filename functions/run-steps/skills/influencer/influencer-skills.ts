// Code skills of category influencer, by the name of their card. Spread in ../registry.ts.
import type { SkillFunction } from '../skill.ts';
import { audienceAnalyzer } from './audience-analyzer.ts';
import { personaMemory } from './persona-memory.ts';

export const influencerSkills: Record<string, SkillFunction> = {
  'audience-analyzer': audienceAnalyzer,
  'persona-memory': personaMemory,
};
