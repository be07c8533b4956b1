// Skill slideshow-maker: a few pictures, each slowly moving, into a quiet video. Its card says the rules. Chosen by registry.ts.
import { join } from 'node:path';
import { audioCodec, framesPerSecond, storeVideo, videoCodec } from '../encode.ts';
import { ffmpeg } from '../ffmpeg.ts';
import { fitFrame, type Shape, shapes } from '../frames.ts';
import { edgeEnergy, readGrey } from '../pixels.ts';
import type { RenderSkill } from '../render-task.ts';
import { say } from '../say.ts';
import { mixSound, type Sound, takeSound } from '../soundtrack.ts';

type Input = { pictures: { path: string }[]; seconds_each: number; shape: Shape; music?: Sound };

const crossFade = 0.4;

/** Where to zoom to, as shares of width and height: the half with most to see, so that a product does not leave the frame. */
async function focusOf(frame: string, folder: string): Promise<[x: number, y: number]> {
  const grey = await readGrey(frame, folder);
  const left = edgeEnergy(grey, { left: 0, top: 0, right: 0.5, bottom: 1 });
  const right = edgeEnergy(grey, { left: 0.5, top: 0, right: 1, bottom: 1 });
  const top = edgeEnergy(grey, { left: 0, top: 0, right: 1, bottom: 0.5 });
  const bottom = edgeEnergy(grey, { left: 0, top: 0.5, right: 1, bottom: 1 });
  const share = (a: number, b: number) => (a + b === 0 ? 0.5 : b / (a + b));
  return [share(left, right), share(top, bottom)];
}

export const slideshowMaker: RenderSkill = async (work) => {
  const { pictures, seconds_each: each, shape, music } = work.task.input as Input;
  const [width, height] = shapes[shape];
  const total = pictures.length * each - (pictures.length - 1) * crossFade;
  const length = Math.round(each * framesPerSecond);

  const inputs: string[] = [];
  const moves: string[] = [];
  for (const [n, { path }] of pictures.entries()) {
    const frame = await fitFrame(work, path, `frame-${n}`, [width, height]);
    const [x, y] = await focusOf(frame, work.folder);
    const zoom = n % 2 === 0 ? `1+0.08*on/${length}` : `1.08-0.08*on/${length}`;
    inputs.push('-i', frame);
    // twice the size first: zoompan moves by whole pixels and would tremble
    moves.push(
      `[${n}:v]scale=${width * 2}:-2,zoompan=z='${zoom}':x='(iw-iw/zoom)*${x.toFixed(2)}':y='(ih-ih/zoom)*${y.toFixed(2)}':d=${length}:s=${width}x${height}:fps=${framesPerSecond},` +
        `format=yuva420p${n > 0 ? `,fade=t=in:st=0:d=${crossFade}:alpha=1` : ''},setpts=PTS+${n * (each - crossFade)}/TB[s${n}]`,
    );
  }
  const layers = pictures.map((_picture, n) => `${n === 0 ? '[ground]' : `[l${n - 1}]`}[s${n}]overlay=eof_action=pass[l${n}]`);
  const filter = [`color=black:s=${width}x${height}:r=${framesPerSecond}:d=${total}[ground]`, ...moves, ...layers].join(';');
  const sound = await mixSound(work, total, null, music ? await takeSound(work, music, 'music') : null, 'calm');
  const file = join(work.folder, 'slides.mp4');
  await ffmpeg(
    [
      ...inputs,
      '-i',
      sound.file,
      '-filter_complex',
      filter,
      '-map',
      `[l${pictures.length - 1}]`,
      '-map',
      `${pictures.length}:a`,
      ...videoCodec,
      ...audioCodec,
      '-t',
      String(total),
      file,
    ],
    work.signal,
  );
  const stored = await storeVideo(work, file, 'slides', total, true);
  return {
    say: say(work.task.language, 'slideshow', { count: pictures.length, seconds: Math.round(stored.seconds) }),
    ...stored,
    pictures: pictures.length,
  };
};
