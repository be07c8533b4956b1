// The code skills of category lead_hunting by the name of their card. Spread in registry.ts.
import type { CrawlOptions } from '../../../_shared/crawler/crawl.ts';
import type { SkillFunction } from '../skill.ts';
import { leadEnricher } from './lead-enricher.ts';
import { leadScorer } from './lead-scorer.ts';

export const leadHuntingSkills = (options: Pick<CrawlOptions, 'allowHosts'>): Record<string, SkillFunction> => ({
  'lead-enricher': leadEnricher(options),
  'lead-scorer': leadScorer,
});
