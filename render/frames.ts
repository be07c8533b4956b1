// Pictures of the bucket as frames of a video: SVG drawn to pixels, any shape fitted whole over a blurred copy of itself. Called by the video skills.
import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { ffmpeg } from './ffmpeg.ts';
import { rasterise } from './rasterise.ts';
import type { RenderWork } from './render-task.ts';

export const shapes = { '9:16': [1080, 1920], '1:1': [1080, 1080], '16:9': [1920, 1080] } as const;
export type Shape = keyof typeof shapes;

export const isSvg = (path: string): boolean => extname(path).toLowerCase() === '.svg';

/** A picture of the bucket as a file that ffmpeg reads. @throws RenderError `media_missing`, `picture_unreadable` */
export async function takePicture({ media, folder }: RenderWork, path: string, name: string, width = 1080): Promise<string> {
  const bytes = await media.read(path);
  const file = join(folder, `${name}${isSvg(path) ? '.png' : extname(path)}`);
  await writeFile(file, isSvg(path) ? await rasterise(new TextDecoder().decode(bytes), width) : bytes);
  return file;
}

/** One finished frame of the wanted shape. */
export async function fitFrame(work: RenderWork, path: string, name: string, [width, height]: readonly [number, number]): Promise<string> {
  const picture = await takePicture(work, path, `${name}-source`, width);
  const frame = join(work.folder, `${name}.png`);
  const fill = `scale=${width}:${height}:force_original_aspect_ratio=increase,crop=${width}:${height},boxblur=24:2`;
  const fit = `scale=${width}:${height}:force_original_aspect_ratio=decrease`;
  const filter = `[0:v]split[a][b];[a]${fill}[back];[b]${fit}[front];[back][front]overlay=(W-w)/2:(H-h)/2,setsar=1`;
  await ffmpeg(['-i', picture, '-filter_complex', filter, '-frames:v', '1', frame], work.signal);
  return frame;
}
