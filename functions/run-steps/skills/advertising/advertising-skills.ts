// The code skills of category advertising by the name of their card. Spread in registry.ts.
import type { SkillFunction } from '../skill.ts';
import { abTestEngine } from './ab-test-engine.ts';
import { budgetAllocator } from './budget-allocator.ts';
import { roasCalculator } from './roas-calculator.ts';

export const advertisingSkills: Record<string, SkillFunction> = {
  'ab-test-engine': abTestEngine,
  'budget-allocator': budgetAllocator,
  'roas-calculator': roasCalculator,
};
