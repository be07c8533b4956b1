// House answers of the category email. Spread in house/index.ts.
import type { ModelCall } from '../../models/types.ts';
import { buildDrip } from './email/drip.ts';
import { compileNewsletter } from './email/newsletter.ts';

export const emailAnswers: Record<string, (call: ModelCall) => unknown> = {
  'drip-builder': buildDrip,
  'newsletter-compiler': compileNewsletter,
};
