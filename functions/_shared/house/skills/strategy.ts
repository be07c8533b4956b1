// House answers of the category strategy. Spread in house/index.ts.
import type { ModelCall } from '../../models/types.ts';
import { extractLessons } from './strategy/extract-lessons.ts';
import { writeWeekPlan } from './strategy/week-plan.ts';

export const strategyAnswers: Record<string, (call: ModelCall) => unknown> = {
  'lesson-extractor': extractLessons,
  'week-plan-writer': writeWeekPlan,
};
