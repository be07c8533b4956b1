// House answers of the category creative_utility. Spread in house/index.ts.
import type { ModelCall } from '../../models/types.ts';
import { buildCarousel } from './creative-utility/carousel.ts';
import { createStory } from './creative-utility/story.ts';

export const creativeUtilityAnswers: Record<string, (call: ModelCall) => unknown> = {
  'carousel-builder': buildCarousel,
  'story-creator': createStory,
};
