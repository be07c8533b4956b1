// Runs ffmpeg as a child process and reads what it says of a file. Called by the skills of this room.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { RenderError } from './render-error.ts';

/** FFMPEG_PATH, else the static build that npm brings for this platform. */
const binary = (): string =>
  process.env.FFMPEG_PATH ?? (createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg') as { path: string }).path;

/** Ten minutes: the longest video is ten minutes long, and two cores draw it faster than it plays. */
const longest = 600_000;

/**
 * @returns what ffmpeg wrote to stderr (its report)
 * @throws RenderError `render_failed` {said} with the last lines; retryable when it was stopped, not when it refused its input
 */
export function ffmpeg(args: string[], signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const stop = AbortSignal.any([AbortSignal.timeout(longest), ...(signal ? [signal] : [])]);
    const child = spawn(binary(), ['-hide_banner', '-nostdin', '-y', ...args], { stdio: ['ignore', 'ignore', 'pipe'], signal: stop });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-20_000)));
    child.on('error', (error) => reject(new RenderError('render_failed', { said: error.message }, true)));
    child.on('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new RenderError('render_failed', { said: said.trim().split('\n').slice(-3).join(' | ').slice(0, 400) }, stop.aborted));
    });
  });
}

export type Probed = { seconds: number; width: number | null; height: number | null; hasVideo: boolean; hasAudio: boolean };

/** Reads a whole file and says what is in it: a file that does not decode to its end is refused. */
export async function probe(file: string): Promise<Probed> {
  const said = await ffmpeg(['-v', 'info', '-i', file, '-f', 'null', '-']);
  const [, hours = '0', minutes = '0', seconds = '0'] = /Duration: (\d+):(\d+):([\d.]+)/.exec(said) ?? [];
  const picture = /Stream #0:\d.*Video:.*?\s(\d{2,5})x(\d{2,5})[\s,]/.exec(said);
  return {
    seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds),
    width: picture?.[1] ? Number(picture[1]) : null,
    height: picture?.[2] ? Number(picture[2]) : null,
    hasVideo: picture !== null,
    hasAudio: /Stream #0:\d.*Audio:/.test(said),
  };
}
