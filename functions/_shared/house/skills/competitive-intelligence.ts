// Competitive intelligence answers of the house model: content, comparison, strategy, openings. Spread in house/index.ts.
import type { ModelCall } from '../../models/types.ts';
import { analyzeContent, extractStrategy } from './competitive-intelligence/analyze.ts';
import { compareAllRivals, findOpportunities } from './competitive-intelligence/decide.ts';

export const competitiveIntelligenceAnswers: Record<string, (call: ModelCall) => unknown> = {
  'comparison-reporter': compareAllRivals,
  'content-analyzer': analyzeContent,
  'opportunity-finder': findOpportunities,
  'strategy-extractor': extractStrategy,
};
