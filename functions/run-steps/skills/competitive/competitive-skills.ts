// Code skills of category competitive_intelligence, by the name of their card. Spread in ../registry.ts.
import type { SkillFunction } from '../skill.ts';
import { competitorCrawler, type CompetitorOptions } from './competitor-crawler.ts';

export const competitiveSkills = (options: CompetitorOptions): Record<string, SkillFunction> => ({
  'competitor-crawler': competitorCrawler(options),
});
