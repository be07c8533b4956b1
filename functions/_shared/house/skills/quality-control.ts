// Quality control answers of the house model besides review and score: proofreading, tone, forecast. Spread in house/index.ts.
import type { ModelCall } from '../../models/types.ts';
import { forecast } from './quality-control/forecast.ts';
import { hearTone } from './quality-control/hear-tone.ts';
import { proofread } from './quality-control/proofread.ts';

export const qualityControlAnswers: Record<string, (call: ModelCall) => unknown> = {
  'grammar-checker': proofread,
  'tone-analyzer': hearTone,
  'virality-scorer': forecast,
};
