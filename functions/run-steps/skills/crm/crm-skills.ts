// The code skills of category crm by the name of their card. Spread in registry.ts.
import type { SkillFunction } from '../skill.ts';
import { churnPredictor } from './churn-predictor.ts';
import { followUpScheduler } from './follow-up-scheduler.ts';
import { leadScoring } from './lead-scoring.ts';
import { pipelineManager } from './pipeline-manager.ts';

export const crmSkills: Record<string, SkillFunction> = {
  'churn-predictor': churnPredictor,
  'follow-up-scheduler': followUpScheduler,
  'lead-scoring': leadScoring,
  'pipeline-manager': pipelineManager,
};
