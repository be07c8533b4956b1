// House answers of the category analytics. Spread in house/index.ts.
import type { ModelCall } from '../../models/types.ts';
import { writeReport } from './analytics/write-report.ts';

export const analyticsAnswers: Record<string, (call: ModelCall) => unknown> = {
  'report-generator': writeReport,
};
