// Skill image-upscaler: more pixels for a poster, no invented detail. Its card says the rules. Chosen by registry.ts.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ffmpeg, probe } from '../ffmpeg.ts';
import { takePicture } from '../frames.ts';
import { RenderError } from '../render-error.ts';
import type { RenderSkill } from '../render-task.ts';
import { say } from '../say.ts';

type Input = { source_path: string; width: number };

export const imageUpscaler: RenderSkill = async (work) => {
  const { source_path, width: wanted } = work.task.input as Input;
  const source = await takePicture(work, source_path, 'source', wanted);
  const { width: had, height: hadHeight } = await probe(source);
  if (had === null || hadHeight === null) throw new RenderError('picture_unreadable', { path: source_path });
  const width = Math.min(Math.max(wanted, had), had * 4, 4096);
  const factor = Math.round((width / had) * 100) / 100;
  const file = join(work.folder, 'large.png');
  // ffmpeg turns by EXIF by itself; -map_metadata -1 leaves place and camera behind
  await ffmpeg(
    ['-i', source, '-vf', `scale=${width}:-2:flags=lanczos,unsharp=5:5:0.6`, '-map_metadata', '-1', '-frames:v', '1', file],
    work.signal,
  );
  const { height } = await probe(file);
  const path = `${work.task.media_prefix}-large.png`;
  await work.media.store(path, await readFile(file), 'image/png');
  const said = factor > 2 ? 'upscaled_soft' : 'upscaled';
  return {
    say: say(work.task.language, said, { factor }),
    path,
    mime: 'image/png',
    width,
    height: height ?? hadHeight,
    alt: '',
    source_path,
    factor,
  };
};
