// Client success answers of the house model: help, trouble, ticket, first samples. Spread in house/index.ts.
import type { ModelCall } from '../../models/types.ts';
import { writeSamples } from './client-success/samples.ts';
import { createTicket, explainFeature, troubleshoot } from './client-success/support.ts';

export const clientSuccessAnswers: Record<string, (call: ModelCall) => unknown> = {
  'feature-explainer': explainFeature,
  troubleshooter: troubleshoot,
  'ticket-creator': createTicket,
  'sample-content': writeSamples,
};
