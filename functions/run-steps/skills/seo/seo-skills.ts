// Code skills of category seo, by the name of their card. Spread in ../registry.ts.
import type { SkillFunction } from '../skill.ts';
import { contentSeoScorer } from './content-seo-scorer.ts';
import { schemaGenerator } from './schema-generator.ts';
import { type AuditOptions, technicalSeoAudit } from './technical-seo-audit.ts';

export const seoSkills = (options: AuditOptions): Record<string, SkillFunction> => ({
  'content-seo-scorer': contentSeoScorer,
  'schema-generator': schemaGenerator,
  'technical-seo-audit': technicalSeoAudit(options),
});
