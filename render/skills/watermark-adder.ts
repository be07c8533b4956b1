// Skill watermark-adder: the brand's name small in a quiet corner of a picture or video. Its card says the rules. Chosen by registry.ts.
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { escapeXml } from '../../functions/_shared/visual/text.ts';
import { storeVideo, videoCodec } from '../encode.ts';
import { ffmpeg, probe } from '../ffmpeg.ts';
import { takePicture } from '../frames.ts';
import { contrast } from '../ink.ts';
import { brightness, type Corner, corners, edgeEnergy, readGrey } from '../pixels.ts';
import { fontFamily, rasterise } from '../rasterise.ts';
import { RenderError } from '../render-error.ts';
import type { RenderSkill } from '../render-task.ts';
import { say } from '../say.ts';

type Input = {
  source_path: string;
  mark: 'name' | 'logo';
  corner?: Corner;
  brand?: { name?: string; colours?: { ink?: string; ground?: string } };
};

/** The name on one line; a plate below it where the corner is too like its ink. */
const markSvg = (name: string, ink: string, plate: string | null) => {
  const width = Math.max(name.length * 26, 60) + 40;
  const ground = plate ? `<rect width="${width}" height="72" rx="14" fill="${plate}"/>` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 72" width="${width}" height="72"><g opacity="0.85">${ground}<text x="${width / 2}" y="50" text-anchor="middle" font-family="${fontFamily}" font-weight="700" font-size="42" fill="${ink}">${escapeXml(name)}</text></g></svg>`;
};

export const watermarkAdder: RenderSkill = async (work) => {
  const { source_path, corner: wished, brand } = work.task.input as Input;
  const isVideo = extname(source_path) === '.mp4';
  const source = isVideo ? join(work.folder, 'source.mp4') : await takePicture(work, source_path, 'source');
  if (isVideo) await writeFile(source, await work.media.read(source_path));
  const { width, height, seconds, hasAudio } = await probe(source);
  if (width === null || height === null) throw new RenderError('picture_unreadable', { path: source_path });
  const name = brand?.name ?? '';
  if (!name) throw new RenderError('input_missing', { field: 'brand.name' });

  const grey = await readGrey(source, work.folder, isVideo ? seconds / 2 : 0);
  // the platform's own buttons cover the lower corners of upright films
  const free = (Object.keys(corners) as Corner[]).filter((each) => !(isVideo && height > width) || each.startsWith('top'));
  const corner = wished ?? free.reduce((best, each) => (edgeEnergy(grey, corners[each]) < edgeEnergy(grey, corners[best]) ? each : best));
  const level = Math.round(brightness(grey, corners[corner]) * 255);
  const ground = `#${level.toString(16).padStart(2, '0').repeat(3)}`;
  const inks = [brand?.colours?.ink ?? '#111111', brand?.colours?.ground ?? '#ffffff'].toSorted(
    (a, b) => contrast(b, ground) - contrast(a, ground),
  );
  const [ink = '#ffffff', other = '#000000'] = inks;
  const needsPlate = contrast(ink, ground) < 3;
  const shorter = Math.min(width, height);
  const mark = join(work.folder, 'mark.png');
  await writeFile(
    mark,
    await rasterise(markSvg(name, ink, needsPlate ? other : null), Math.round(shorter * 0.12 * Math.max(1, name.length / 8))),
  );

  const margin = Math.round(shorter * 0.04);
  const x = corner.endsWith('left') ? margin : `W-w-${margin}`;
  const y = corner.startsWith('top') ? margin : `H-h-${margin}`;
  const file = join(work.folder, isVideo ? 'marked.mp4' : 'marked.png');
  const overlay = ['-i', source, '-i', mark, '-filter_complex', `[0:v][1:v]overlay=${x}:${y}`];
  const told = {
    say: say(work.task.language, 'watermark'),
    mark: 'name',
    corner,
    contrast: Math.round(contrast(ink, needsPlate ? other : ground) * 10) / 10,
  };
  if (isVideo) {
    await ffmpeg([...overlay, ...videoCodec, ...(hasAudio ? ['-c:a', 'copy'] : ['-an']), file], work.signal);
    const { bytes: _bytes, seconds: _seconds, ...stored } = await storeVideo(work, file, 'marked', seconds, hasAudio);
    return { ...told, ...stored };
  }
  await ffmpeg([...overlay, '-frames:v', '1', file], work.signal);
  const path = `${work.task.media_prefix}-marked.png`;
  await work.media.store(path, await readFile(file), 'image/png');
  return { ...told, path, mime: 'image/png', width, height };
};
