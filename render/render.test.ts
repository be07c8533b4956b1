// The render skills on real files: a real MP4 comes out, and it is what its card promises.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composePicture } from '../functions/_shared/visual/compose.ts';
import { readCard } from '../tests/cards.ts';
import { brands } from '../tests/eval/set/brands.ts';
import { ffmpeg, probe } from './ffmpeg.ts';
import { rasterise } from './rasterise.ts';
import { renderSkills } from './registry.ts';
import { RenderError } from './render-error.ts';
import type { RenderTask } from './render-task.ts';

const bucket = new Map<string, Uint8Array>();
const media = {
  read: (path: string) => {
    const bytes = bucket.get(path);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new RenderError('media_missing', { path }));
  },
  store: (path: string, bytes: Uint8Array) => {
    bucket.set(path, bytes);
    return Promise.resolve();
  },
};
let base = '';

/** What the tests read of the outputs, all cards together. */
type Made = Record<string, unknown> & {
  say: string;
  path: string;
  srt: string;
  seconds: number;
  contrast: number;
  loudness_lufs: number;
  cues: { text: string }[];
  style: Record<string, unknown>;
  video: { path: string };
};

/** Runs a skill as the worker does: input and output held to the card. */
async function render(skill: string, input: Record<string, unknown>, language: RenderTask['language'] = 'fr') {
  const card = readCard(skill);
  const work = renderSkills[skill];
  if (!work) throw new Error(`no render skill ${skill}`);
  const folder = mkdtempSync(join(base, 'task-'));
  const task = { skill, input: card.input.parse(input), media_prefix: `t/r/${skill}`, language };
  return card.output.parse(await work({ task, media, folder })) as Made;
}

/** Writes a stored file where ffmpeg can read it. */
function saved(path: string): string {
  const file = join(base, path.replaceAll('/', '-'));
  writeFileSync(file, bucket.get(path) ?? new Uint8Array());
  return file;
}

const frame = (headline: string, language: RenderTask['language'] = 'fr') =>
  new TextEncoder().encode(
    composePicture({ brand: brands.lala, headline, body_facts: 'Vendredi, −20 %.', language, platform: 'tiktok' }).svg,
  );

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'nexio-render-'));
  bucket.set('t/one.svg', frame('Samosas du vendredi'));
  bucket.set('t/two.svg', frame('سمبوسة الجمعة', 'ar'));
  const photo = join(base, 'photo.png');
  await ffmpeg(['-f', 'lavfi', '-i', 'testsrc=s=400x300:d=1', '-frames:v', '1', photo]);
  bucket.set('t/photo.png', await import('node:fs').then(({ readFileSync }) => readFileSync(photo)));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const scenes = [
  { seconds: 1, voice_over: 'Vendredi, la faim a tort.', on_screen: 'Vendredi' },
  { seconds: 1, voice_over: 'Vingt pour cent de moins.', on_screen: '−20 %' },
];
const pictures = [{ path: 't/one.svg' }, { path: 't/photo.png' }];

describe('a video', () => {
  it('is a real MP4 with picture and sound, upright, at the loudness of the platforms, read by the house voice where it has one', async () => {
    const made = await render('ffmpeg-video', { scenes, pictures, shape: '9:16', mood: 'warm', transition: 'fade' });
    expect(made).toMatchObject({ width: 1080, height: 1920, has_voice: true, has_music: true, has_captions: false });
    const held = await probe(saved(made.path));
    expect(held).toMatchObject({ hasVideo: true, hasAudio: true, width: 1080, height: 1920 });
    // the voice is longer than the pictures: the last one holds
    expect(held.seconds).toBeGreaterThan(2.4);
    expect(Math.abs(made.loudness_lufs + 14)).toBeLessThan(3);
    const head = new TextDecoder('latin1').decode(bucket.get(made.path)?.slice(0, 64));
    expect(head).toContain('ftyp');
    expect(head).toContain('moov');
  }, 120_000);

  it('in Malagasy goes out with words and music: no other language’s voice reads it', async () => {
    const made = await render('ffmpeg-video', { scenes, pictures: [{ path: 't/two.svg' }], shape: '1:1', transition: 'slide' }, 'mg');
    expect(made).toMatchObject({ has_voice: false, has_music: true, width: 1080, height: 1080 });
    expect(Math.abs(made.seconds - 2)).toBeLessThan(0.1);
    expect(made.say).toContain('feo malagasy');
  }, 120_000);

  it('gets captions burnt in word by word, in Arabic too, and tells them as SRT and WebVTT', async () => {
    const made = await render('ffmpeg-video', { scenes, pictures: [{ path: 't/two.svg' }], shape: '9:16', transition: 'zoom' }, 'mg');
    const lines = ['سمبوسة ساخنة يوم الجمعة!', 'خصم عشرون بالمئة من الساعة ١١.'];
    const told = await render('caption-engine', { lines, seconds: made.seconds, language: 'ar', video: made, brand: brands.lala }, 'ar');
    expect(told.cues.map((cue) => cue.text).join(' ')).toBe(lines.join(' '));
    expect(told.srt).toContain('\u200f');
    expect(told.style).toMatchObject({ animated: true, right_to_left: true });
    const [before, after] = await Promise.all([bottomOf(saved(made.path)), bottomOf(saved(told.video.path))]);
    expect(after).not.toEqual(before);
    expect((await probe(saved(told.video.path))).hasAudio).toBe(true);
  }, 180_000);

  it('is refused when a picture is gone', async () => {
    await expect(render('ffmpeg-video', { scenes, pictures: [{ path: 't/gone.svg' }] })).rejects.toThrow('media_missing');
  });
});

/** The lower third of a video in its middle, as a few grey values. */
async function bottomOf(file: string): Promise<number[]> {
  const raw = `${file}.raw`;
  await ffmpeg(['-ss', '1', '-i', file, '-vf', 'crop=iw:ih/3:0:ih*2/3,scale=32:16,format=gray', '-frames:v', '1', '-f', 'rawvideo', raw]);
  return [...(await import('node:fs').then(({ readFileSync }) => readFileSync(raw)))];
}

describe('pictures', () => {
  it('become a quiet slideshow of the length that the card counts', async () => {
    const made = await render('slideshow-maker', {
      pictures: [{ path: 't/one.svg' }, { path: 't/photo.png' }],
      seconds_each: 1.5,
      shape: '1:1',
    });
    expect(made).toMatchObject({ width: 1080, height: 1080, pictures: 2 });
    expect(Math.abs(made.seconds - 2.6)).toBeLessThan(0.3);
  }, 120_000);

  it('grow at most four times, and a large factor is said', async () => {
    const made = await render('image-upscaler', { source_path: 't/photo.png', width: 4000, language: 'fr' });
    expect(made).toMatchObject({ width: 1600, height: 1200, factor: 4 });
    expect(made.say).toContain('flou');
    expect(await probe(saved(made.path))).toMatchObject({ width: 1600, height: 1200 });
  }, 60_000);

  it('bear the brand’s name in a quiet corner, readable', async () => {
    const made = await render('watermark-adder', { source_path: 't/photo.png', mark: 'name', language: 'fr', brand: brands.lala });
    expect(made).toMatchObject({ width: 400, height: 300, mark: 'name' });
    expect(made.contrast).toBeGreaterThanOrEqual(3);
    expect(bucket.get(made.path)).not.toEqual(bucket.get('t/photo.png'));
  }, 60_000);

  it('of a video give its cover', async () => {
    const made = await render('ffmpeg-video', { scenes, pictures, shape: '9:16', transition: 'cut' }, 'mg');
    const cover = await render('thumbnail-gen', {
      video: { ...made, scenes },
      headline: 'Samosas tout chauds du vendredi à Analakely',
      platform: 'tiktok',
      language: 'fr',
    });
    expect(cover).toMatchObject({ width: 1080, height: 1920, headline: 'Samosas tout chauds du' });
  }, 120_000);

  it('that are no SVG are refused with a reason', async () => {
    await expect(rasterise('<svg', 100)).rejects.toThrow(RenderError);
  });
});
