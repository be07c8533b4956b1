// Pictures in other shapes: nothing cut, nothing stretched, nothing fetched.
import { describe, expect, it } from 'vitest';
import { runSkill } from '../../../../tests/run-skill.ts';
import type { BrandDna } from '../../../_shared/payloads.ts';
import { aspectRatioFitter } from './aspect-ratio-fitter.ts';
import { fitPicture, readPicture } from './fit-picture.ts';

/** Header of a PNG of that size; its pixels are never read. */
function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}

const brand = {
  name: 'Hery Samosa',
  tagline: '',
  colours: { primary: '#b3261e', secondary: '#f2c14e', accent: '#1e6f5c', ground: '#fff8ee', ink: '#22160f' },
  fonts: { heading: 'Georgia', body: 'Arial' },
  voice: { tones: ['warm'] },
  services: [],
  place: '',
} as unknown as BrandDna;

async function fit(bytes: Uint8Array<ArrayBuffer>, mime: string, targets: string[], more: Record<string, unknown> = {}) {
  const stored = new Map<string, string>();
  const client = {
    readMedia: async () => ({ bytes, mime }),
    reserveEffect: async () => 'new' as const,
    storeMedia: async (path: string, file: Uint8Array) => void stored.set(path, new TextDecoder().decode(file)),
    settleEffect: async () => {},
  };
  const output = await runSkill(aspectRatioFitter, 'aspect-ratio-fitter', { source_path: 't/a.png', targets, ...more }, { brand, client });
  return {
    pictures: output.pictures as { target: string; path: string; method: string; lost_share: number; width: number; height: number }[],
    stored,
    say: output.say,
  };
}

describe('aspect-ratio-fitter', () => {
  it('resizes the same ratio and extends every other on the ground of the brand', async () => {
    const { pictures, stored } = await fit(png(1000, 1000), 'image/png', ['1080x1080', '1080x1920', '1200x628']);
    expect(pictures.map(({ target, method, lost_share }) => [target, method, lost_share])).toEqual([
      ['1080x1080', 'resized', 0],
      ['1080x1920', 'extended', 0],
      ['1200x628', 'extended', 0],
    ]);
    // 1000 -> 1080 wide, centred in 1920
    expect(stored.get(pictures[1]?.path ?? '')).toContain('<image x="0" y="420" width="1080" height="1080"');
    expect(stored.get(pictures[1]?.path ?? '')).toContain('fill="#fff8ee"');
    expect(stored.get(pictures[2]?.path ?? '')).toContain('<image x="286" y="0" width="628" height="628"');
  });

  it('never enlarges above one and a half times', async () => {
    const { pictures, stored } = await fit(png(400, 400), 'image/png', ['1080x1080']);
    expect(pictures[0]?.method).toBe('extended');
    expect(stored.get(pictures[0]?.path ?? '')).toContain('<image x="240" y="240" width="600" height="600"');
  });

  it('composes our own picture anew for the shape', async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="1080"></svg>');
    const { pictures, stored } = await fit(svg, 'image/svg+xml', ['1080x1920', '1200x628'], {
      text: { headline: 'Samosas du vendredi', body: 'Dix achetés, deux offerts' },
    });
    expect(pictures.map(({ method }) => method)).toEqual(['resized', 'resized']);
    expect(stored.get(pictures[0]?.path ?? '')).toContain('Samosas');
    expect(stored.get(pictures[1]?.path ?? '')).toMatch(/width="1200" height="628"/);
  });

  it('locks a hostile drawing into an image, where no script runs', async () => {
    const svg = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" onload="alert(1)"><script>alert(1)</script></svg>',
    );
    const { pictures, stored } = await fit(svg, 'image/svg+xml', ['1080x1080']);
    const made = stored.get(pictures[0]?.path ?? '') ?? '';
    expect(made).toContain('href="data:image/svg+xml;base64,');
    expect(made).not.toMatch(/<script|onload/);
  });

  it('refuses what is no picture', async () => {
    await expect(fit(new TextEncoder().encode('no picture'), 'image/png', ['1080x1080'])).rejects.toThrow('picture_unreadable');
    await expect(fit(png(10, 10), 'text/html', ['1080x1080'])).rejects.toThrow('picture_unreadable');
    expect(readPicture(new Uint8Array(), 'image/png')).toBeNull();
  });

  it('keeps the ratio of the source whatever it is', () => {
    for (const [width, height] of [
      [1, 3000],
      [3000, 1],
      [641, 360],
    ] as const) {
      const { svg } = fitPicture({ width, height, uri: 'data:,' }, 1280, 720, '#ffffff');
      expect(svg).toContain('viewBox="0 0 1280 720"');
    }
  });
});
