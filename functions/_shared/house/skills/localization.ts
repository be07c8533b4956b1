// Localization answers of the house model: five adapters. Spread in house/index.ts.
import type { ModelCall } from '../../models/types.ts';
import { adapt } from './localization/adapt.ts';
import { regionOf } from './localization/french.ts';
import { textOf } from './read-input.ts';

export const localizationAnswers: Record<string, (call: ModelCall) => unknown> = {
  'malagasy-adapter': adapt('malagasy'),
  'french-adapter': adapt('french', ({ facts }, brand) => ({ region: textOf(facts.input.region) || regionOf(brand) })),
  'darija-adapter': adapt('darija', () => ({ script: 'arabic' })),
  'egyptian-adapter': adapt('egyptian'),
  'gulf-adapter': adapt('gulf', ({ facts }) => ({ country: textOf(facts.input.country) || 'SA' })),
};
