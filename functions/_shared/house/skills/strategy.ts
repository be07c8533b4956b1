// House answers of the category strategy. Spread in house/index.ts.
import type { ModelCall } from '../../models/types.ts';
import { writeWeekPlan } from './strategy/week-plan.ts';

export const strategyAnswers: Record<string, (call: ModelCall) => unknown> = {
  'week-plan-writer': writeWeekPlan,
};
