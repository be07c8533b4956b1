// The code skills of category analytics by the name of their card. Spread in registry.ts.
import type { SkillFunction } from '../skill.ts';
import { anomalyDetector } from './anomaly-detector.ts';
import { chartBuilder } from './chart-builder.ts';
import { kpiCalculator } from './kpi-calculator.ts';
import { trendDetector } from './trend-detector.ts';

export const analyticsSkills: Record<string, SkillFunction> = {
  'anomaly-detector': anomalyDetector,
  'chart-builder': chartBuilder,
  'kpi-calculator': kpiCalculator,
  'trend-detector': trendDetector,
};
