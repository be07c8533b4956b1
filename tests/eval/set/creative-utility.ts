// Evaluation set of the category creative_utility: the orders of the writers, told in pictures.
import type { SkillCase } from '../scorer/judge-answer.ts';
import { casesOf } from './content-writing.ts';

type Carousel = { slides: { role: string; text: string; headline: string }[] };
const carouselFaults = ({ slides }: Carousel): string[] => {
  const texts = slides.map(({ headline, text }) => `${headline} ${text}`);
  return [
    ...(slides[0]?.role === 'cover' && slides.at(-1)?.role === 'close' ? [] : ['does not run from cover to close']),
    ...(new Set(texts).size === texts.length ? [] : ['two slides are the same']),
  ];
};

type Story = { frames: { sticker: string; choices: string[] }[] };
const storyFaults = ({ frames }: Story): string[] => {
  const stickers = frames.filter(({ sticker }) => sticker !== 'none');
  return [
    ...(stickers.length === 1 ? [] : ['not one sticker']),
    ...(stickers.every(({ sticker, choices }) => sticker !== 'poll' || choices.length === 2) ? [] : ['a poll without two choices']),
  ];
};

export const cases: SkillCase[] = casesOf({
  // the row of pictures is counted in its alternative text
  'carousel-builder': { input: { platform: 'instagram' }, free: /^alt$/, check: carouselFaults as SkillCase['check'] },
  'story-creator': { input: { platform: 'instagram' }, free: /seconds$/, check: storyFaults as SkillCase['check'] },
});
