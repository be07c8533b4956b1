// The sound of a video: voice over a ducked bed, faded at its end, as loud as the platforms play it. Called by ffmpeg-video and slideshow-maker.
import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Bed, bedOf, type Mood } from '../functions/_shared/music/beds.ts';
import { playBed } from '../functions/_shared/music/play-bed.ts';
import { ffmpeg } from './ffmpeg.ts';
import { RenderError } from './render-error.ts';
import type { RenderWork } from './render-task.ts';

export type Sound = { path: string; mime: string; seconds: number };

/** A sound of the bucket as a file. @throws RenderError `media_missing` */
export async function takeSound({ media, folder }: RenderWork, sound: Sound, name: string): Promise<string> {
  const file = join(folder, `${name}${extname(sound.path) || '.mp3'}`);
  await writeFile(file, await media.read(sound.path));
  return file;
}

function bedFor(mood: Mood): Bed {
  const bed = bedOf(mood);
  if (!bed) throw new RenderError('input_missing', { field: 'mood' });
  return bed;
}

/**
 * Mixes to exactly `seconds` at -14 LUFS.
 * @param voice file of the spoken words, null when nobody speaks
 * @param music file of somebody's music, null for a bed of our own in `mood`
 * @returns the file (WAV) and its measured loudness, null when there was nothing to measure
 */
export async function mixSound(
  work: RenderWork,
  seconds: number,
  voice: string | null,
  music: string | null,
  mood: Mood,
): Promise<{ file: string; loudness_lufs: number | null }> {
  const bed = music ?? join(work.folder, 'bed.wav');
  if (!music) await writeFile(bed, playBed(bedFor(mood)));
  const file = join(work.folder, 'sound.wav');
  const even = 'aresample=48000,aformat=channel_layouts=stereo';
  const under = `[0:a]volume=${voice ? '-18dB' : '-6dB'},afade=t=out:st=${Math.max(seconds - 1, 0)}:d=1[under]`;
  const mixed = voice ? `;[1:a]${even},apad[over];[under]${even}[low];[low][over]amix=inputs=2:duration=first` : `;[under]${even}`;
  const finish = `,atrim=0:${seconds},loudnorm=I=-14:TP=-1.5:LRA=11:print_format=summary,${even}[sound]`;
  const said = await ffmpeg(
    [
      '-stream_loop',
      '-1',
      '-t',
      String(seconds),
      '-i',
      bed,
      ...(voice ? ['-i', voice] : []),
      '-filter_complex',
      under + mixed + finish,
      '-map',
      '[sound]',
      file,
    ],
    work.signal,
  );
  const loudness = Number(/Output Integrated:\s*([-+\d.]+) LUFS/.exec(said)?.[1]);
  return { file, loudness_lufs: Number.isFinite(loudness) ? Math.min(Math.max(loudness, -60), 0) : null };
}
