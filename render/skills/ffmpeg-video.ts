// Skill ffmpeg-video: pictures, voice, music and captions into one finished MP4. Its card says the rules. Chosen by registry.ts.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mood } from '../../functions/_shared/music/beds.ts';
import { type Cue, toAss } from '../captions.ts';
import { audioCodec, framesPerSecond, storeVideo, videoCodec } from '../encode.ts';
import { ffmpeg } from '../ffmpeg.ts';
import { fitFrame, isSvg, type Shape, shapes } from '../frames.ts';
import { fontFolder } from '../rasterise.ts';
import type { RenderSkill, RenderWork } from '../render-task.ts';
import { say } from '../say.ts';
import { mixSound, type Sound, takeSound } from '../soundtrack.ts';
import { hasHouseVoice, speak } from '../speak.ts';

type Transition = 'cut' | 'fade' | 'slide' | 'zoom';
type Input = {
  scenes: { seconds: number; on_screen?: string; voice_over?: string }[];
  pictures: { path: string }[];
  voice?: Partial<Sound>;
  music?: Sound;
  cues?: Cue[];
  shape?: Shape;
  mood?: Mood;
  transition?: Transition;
};

const transitionSeconds: Record<Transition, number> = { cut: 0, fade: 0.4, slide: 0.25, zoom: 0.25 };

/** One still per scene, shown from its start until the next one has come in. */
function scenesFilter(
  starts: number[],
  total: number,
  [width, height]: readonly [number, number],
  transition: Transition,
  rightToLeft: boolean,
) {
  const inTime = transitionSeconds[transition];
  const zoomIn = `,zoompan=z='max(1.12-0.12*on/${inTime * framesPerSecond}\\,1)':x='(iw-iw/zoom)/2':y='(ih-ih/zoom)/2':d=1:s=${width}x${height}:fps=${framesPerSecond},format=yuva420p`;
  const clips = starts.map((start, n) => {
    const enters =
      n === 0 || transition === 'cut' || transition === 'slide'
        ? ''
        : `${transition === 'zoom' ? zoomIn : ''},fade=t=in:st=0:d=${inTime}:alpha=1`;
    return `[${n}:v]format=yuva420p${enters},setpts=PTS+${start}/TB[s${n}]`;
  });
  const layers = starts.map((start, n) => {
    const from = n === 0 ? `[ground]` : `[l${n - 1}]`;
    const x = n > 0 && transition === 'slide' ? `'${rightToLeft ? '-' : ''}W*max(0\\,1-(t-${start})/${inTime})'` : '0';
    return `${from}[s${n}]overlay=x=${x}:y=0:eof_action=pass[l${n}]`;
  });
  return [`color=black:s=${width}x${height}:r=${framesPerSecond}:d=${total}[ground]`, ...clips, ...layers].join(';');
}

/** The spoken words as a file: the one given, else the house voice where the language has one. */
async function voiceOf(work: RenderWork, input: Input): Promise<{ file: string; seconds: number; isHouse: boolean } | null> {
  const { voice, scenes } = input;
  if (voice?.path) return { file: await takeSound(work, voice as Sound, 'voice'), seconds: voice.seconds ?? 0, isHouse: false };
  const spoken = scenes
    .map((scene) => scene.voice_over ?? '')
    .filter(Boolean)
    .join('\n');
  if (!spoken || !hasHouseVoice(work.task.language)) return null;
  const file = join(work.folder, 'voice.wav');
  return { file, seconds: await speak(spoken, work.task.language, file, work.signal), isHouse: true };
}

export const ffmpegVideo: RenderSkill = async (work) => {
  const input = work.task.input as Input;
  const size = shapes[input.shape ?? '9:16'];
  const transition = input.transition ?? 'fade';
  const { language } = work.task;
  const pictures = input.scenes.map((_scene, n) => input.pictures[Math.min(n, input.pictures.length - 1)] ?? { path: '' });

  const frames: string[] = [];
  for (const [n, { path }] of pictures.entries()) frames.push(await fitFrame(work, path, `frame-${n}`, size));
  const voice = await voiceOf(work, input);
  const drawn = input.scenes.reduce((sum, scene) => sum + scene.seconds, 0);
  const total = Math.ceil(Math.max(drawn, voice ? voice.seconds + 0.5 : 0) * 10) / 10;
  const starts = input.scenes.map((_scene, n) => input.scenes.slice(0, n).reduce((sum, scene) => sum + scene.seconds, 0));
  const music = input.music ? await takeSound(work, input.music, 'music') : null;
  const sound = await mixSound(work, total, voice?.file ?? null, music, input.mood ?? 'warm');

  // a drawn picture carries its own words; a photo gets those of its scene
  const titles = input.scenes.flatMap((scene, n) =>
    scene.on_screen && !isSvg(pictures[n]?.path ?? '')
      ? [{ from_seconds: starts[n] ?? 0, to_seconds: (starts[n] ?? 0) + scene.seconds, text: scene.on_screen }]
      : [],
  );
  const cues = input.cues ?? [];
  const words = join(work.folder, 'words.ass');
  await writeFile(words, toAss(cues, { width: size[0], height: size[1] }, '#ffffff', titles));

  const stills = frames.flatMap((frame, n) => {
    const until = starts[n + 1] === undefined ? total : starts[n + 1]! + transitionSeconds[transition];
    return ['-loop', '1', '-framerate', String(framesPerSecond), '-t', String(until - (starts[n] ?? 0)), '-i', frame];
  });
  const filter = `${scenesFilter(starts, total, size, transition, language === 'ar')};[l${frames.length - 1}]ass=${words}:fontsdir=${fontFolder},format=yuv420p[picture]`;
  const file = join(work.folder, 'video.mp4');
  await ffmpeg(
    [
      ...stills,
      '-i',
      sound.file,
      '-filter_complex',
      filter,
      '-map',
      '[picture]',
      '-map',
      `${frames.length}:a`,
      ...videoCodec,
      ...audioCodec,
      '-t',
      String(total),
      file,
    ],
    work.signal,
  );
  const stored = await storeVideo(work, file, 'video', total, true);
  const told = voice ? (voice.isHouse ? 'voice_house' : 'voice_given') : 'voice_none';
  return {
    say: say(language, 'video', { seconds: Math.round(stored.seconds), scenes: input.scenes.length, voice: say(language, told) }),
    ...stored,
    has_voice: voice !== null,
    has_music: true,
    has_captions: cues.length > 0,
    loudness_lufs: sound.loudness_lufs,
  };
};
