// Skill thumbnail-gen: the best moment of a finished video with a headline, as its cover. Its card says the rules. Chosen by registry.ts.
import { writeFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toAss } from '../captions.ts';
import { ffmpeg, probe } from '../ffmpeg.ts';
import { brightness, edgeEnergy, readGrey, sharpness } from '../pixels.ts';
import { fontFolder } from '../rasterise.ts';
import { RenderError } from '../render-error.ts';
import type { RenderSkill } from '../render-task.ts';
import { say } from '../say.ts';

type Input = { video: { path?: string; scenes?: { seconds: number }[]; video?: { path?: string } }; headline: string; platform: string };

/** Five words or 30 letters at most. */
function shorten(headline: string): string {
  const words = headline.split(/\s+/).slice(0, 5);
  while (words.length > 1 && words.join(' ').length > 30) words.pop();
  return words.join(' ');
}

const middles = (scenes: { seconds: number }[], total: number): number[] => {
  if (scenes.length === 0) return [0.2, 0.5, 0.8].map((share) => share * total);
  let at = 0;
  return scenes.map(({ seconds }) => {
    at += seconds;
    return Math.min(at - seconds / 2, total - 0.1);
  });
};

export const thumbnailGen: RenderSkill = async (work) => {
  const { video, headline, platform } = work.task.input as Input;
  const path = video.path ?? video.video?.path;
  if (!path) throw new RenderError('input_missing', { field: 'video.path' });
  const source = join(work.folder, 'source.mp4');
  await writeFile(source, await work.media.read(path));
  const { seconds } = await probe(source);

  let best = { at: 0, score: -1 };
  for (const at of middles(video.scenes ?? [], seconds)) {
    const grey = await readGrey(source, work.folder, at);
    const light = brightness(grey);
    const room = 1 / (1 + edgeEnergy(grey, { left: 0.1, top: 0.08, right: 0.9, bottom: 0.3 }) / 20);
    const score = sharpness(grey) * (light >= 0.25 && light <= 0.85 ? 1 : 0.3) * room;
    if (score > best.score) best = { at, score };
  }
  const [width, height] =
    platform === 'youtube' || platform === 'facebook' || platform === 'linkedin' || platform === 'x' ? [1280, 720] : [1080, 1920];
  const words = join(work.folder, 'headline.ass');
  await writeFile(words, toAss([], { width, height }, '#ffffff', [{ from_seconds: 0, to_seconds: 3600, text: shorten(headline) }]));
  const file = join(work.folder, 'cover.png');
  const fill = `scale=${width}:${height}:force_original_aspect_ratio=increase,crop=${width}:${height}`;
  await ffmpeg(
    ['-ss', String(best.at), '-i', source, '-vf', `${fill},setpts=0,ass=${words}:fontsdir=${fontFolder}`, '-frames:v', '1', file],
    work.signal,
  );
  const stored = `${work.task.media_prefix}-cover.png`;
  await work.media.store(stored, await readFile(file), 'image/png');
  return {
    say: say(work.task.language, 'thumbnail'),
    path: stored,
    mime: 'image/png',
    width,
    height,
    alt: headline.slice(0, 300),
    from_seconds: Math.round(best.at * 100) / 100,
    headline: shorten(headline),
  };
};
