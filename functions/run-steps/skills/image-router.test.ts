// The picture of a step: words and shape out of whatever its chain hands over, one lane of a fan-out at a time.
import { describe, expect, it } from 'vitest';
import { runSkill } from '../../../tests/run-skill.ts';
import type { BrandDna } from '../../_shared/payloads.ts';
import { imageRouter } from './image-router.ts';
import { pictureWords } from './picture-words.ts';

const brand = {
  name: 'Hery Samosa',
  tagline: '',
  colours: { primary: '#b3261e', secondary: '#f2c14e', accent: '#1e6f5c', ground: '#fff8ee', ink: '#22160f' },
  fonts: { heading: 'Georgia', body: 'Arial' },
  voice: { tones: ['warm'], address: 'polite', words_to_use: [], words_to_avoid: [], examples: [] },
  services: [],
  place: 'Analakely',
} as unknown as BrandDna;

async function draw(input: Record<string, unknown>, item?: unknown) {
  const stored = new Map<string, string>();
  const client = {
    reserveEffect: async () => 'new' as const,
    storeMedia: async (path: string, bytes: Uint8Array) => void stored.set(path, new TextDecoder().decode(bytes)),
    settleEffect: async () => {},
  };
  const output = await runSkill(imageRouter({}).run, 'image-router', input, { brand, client, item });
  return { output, svg: stored.get(String(output.path)) ?? '' };
}

const post = { headline: 'Samosas du vendredi', body: 'Dix achetés, deux offerts, à Analakely.' };

describe('image-router', () => {
  it('draws the post of issue 2 as before: square, the headline on it', async () => {
    const { output, svg } = await draw({ text: post });
    expect(output).toMatchObject({ mime: 'image/svg+xml', width: 1080, height: 1080 });
    expect(svg).toContain('Samosas');
  });

  it.each([
    ['the platform of the input', { platform: 'tiktok' }, undefined, [1080, 1920]],
    ['the platform of its own piece before that', { platform: 'tiktok', item: { piece: 3, platform: 'linkedin' } }, undefined, [1200, 630]],
    ['the item of the lane', {}, { platform: 'instagram' }, [1080, 1350]],
    ['a size of an advertisement', { item: '1080x1920' }, undefined, [1080, 1920]],
    ['a place that is no platform of a post', { platform: 'youtube' }, undefined, [1200, 630]],
    ['nothing it knows', { platform: 'minitel', item: 7 }, undefined, [1080, 1080]],
  ])('takes its shape from %s', async (_from, input, item, [width, height]) => {
    expect((await draw({ text: post, ...input }, item)).output).toMatchObject({ width, height });
  });

  it('refuses what has no words', async () => {
    await expect(draw({ text: {} })).rejects.toThrow('input_missing');
    await expect(draw({ text: { headline: ' ', body: '', scenes: [{}] } })).rejects.toThrow('input_missing');
    await expect(draw({})).rejects.toThrow('input_missing');
  });

  it('writes hostile words as words', async () => {
    const { svg } = await draw({ text: { headline: '</text><script>alert(1)</script>', body: '<b onload=x>' } });
    expect(svg).not.toMatch(/<script|<b /);
  });
});

describe('the words of a picture', () => {
  it.each([
    ['a post', post, { headline: post.headline, body: post.body }],
    [
      'an advertisement',
      { key: 'a', headline: 'Dix + deux', primary_text: 'Ce vendredi' },
      { headline: 'Dix + deux', body: 'Ce vendredi' },
    ],
    ['a scene', { seconds: 3, voice_over: 'Bonjour', on_screen: 'Salama', picture: 'x' }, { headline: 'Salama', body: 'Bonjour' }],
    ['a script', { hook: '', scenes: [{ on_screen: 'Un', voice_over: 'deux' }] }, { headline: 'Un', body: 'deux' }],
    ['a piece of a plan', { request: 'Montrer le four', platform: 'x' }, { headline: 'Montrer le four', body: 'Montrer le four' }],
    ['a bare line', 'Bonjour', { headline: 'Bonjour', body: 'Bonjour' }],
    ['nothing', null, null],
    ['a number', 7, null],
  ])('of %s', (_what, text, words) => {
    expect(pictureWords(text)).toEqual(words);
  });

  it('are cut after a word at sixty letters', () => {
    const words = pictureWords({ body: 'mot '.repeat(40) });
    expect(words?.headline.length).toBeLessThanOrEqual(60);
    expect(words?.headline.endsWith('mot')).toBe(true);
  });
});
