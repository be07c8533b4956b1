// The way every video of ours is encoded, checked and stored: plays on the cheapest phone, starts before it is loaded. Called by the video skills.
import { readFile, stat } from 'node:fs/promises';
import { probe } from './ffmpeg.ts';
import { RenderError } from './render-error.ts';
import type { RenderWork } from './render-task.ts';

export const framesPerSecond = 30;
const maxBytes = 60_000_000;

// prettier-ignore
export const videoCodec = [
  '-c:v', 'libx264', '-profile:v', 'high', '-pix_fmt', 'yuv420p', '-preset', 'veryfast', '-crf', '24',
  '-r', String(framesPerSecond), '-movflags', '+faststart',
];
export const audioCodec = ['-c:a', 'aac', '-b:a', '128k', '-ar', '48000', '-ac', '2'];

export type StoredVideo = { path: string; mime: 'video/mp4'; width: number; height: number; seconds: number; bytes: number };

/**
 * Decodes the file to its end, then stores it under the task's own name.
 * @throws RenderError `output_malformed` {problem} when length, streams or size are not what was asked for
 */
export async function storeVideo(
  { task, media }: RenderWork,
  file: string,
  name: string,
  wantedSeconds: number,
  wantsSound: boolean,
): Promise<StoredVideo> {
  const [{ seconds, width, height, hasVideo, hasAudio }, { size }] = await Promise.all([probe(file), stat(file)]);
  const problem =
    !hasVideo || width === null || height === null
      ? 'no picture'
      : hasAudio !== wantsSound
        ? 'sound'
        : Math.abs(seconds - wantedSeconds) > 0.3
          ? `${seconds} s in place of ${wantedSeconds}`
          : size > maxBytes
            ? `${size} bytes`
            : null;
  if (problem !== null || width === null || height === null) throw new RenderError('output_malformed', { problem }, true);
  const path = `${task.media_prefix}-${name}.mp4`;
  await media.store(path, await readFile(file), 'video/mp4');
  return { path, mime: 'video/mp4', width, height, seconds: Math.round(seconds * 100) / 100, bytes: size };
}
