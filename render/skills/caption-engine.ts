// Skill caption-engine: spoken sentences into cues, SRT, WebVTT and, over a video, animated words. Its card says the rules. Chosen by registry.ts.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { estimateWords, groupWords, toAss, toSrt, toVtt, type Word } from '../captions.ts';
import { storeVideo, videoCodec } from '../encode.ts';
import { ffmpeg, probe } from '../ffmpeg.ts';
import { readableOnDark } from '../ink.ts';
import { edgeEnergy, type Grey, readGrey } from '../pixels.ts';
import { fontFolder } from '../rasterise.ts';
import type { RenderSkill } from '../render-task.ts';
import { say } from '../say.ts';

type Input = {
  lines: string[];
  seconds: number;
  words?: Word[];
  video?: { path?: string; seconds: number; width: number; height: number };
  brand?: { colours?: { accent?: string; primary?: string } };
};

/** The emptiest of three bands, the usual one first: words must not stand on the words of the picture. Moments are looked at in each fifth of the film. */
async function quietBand(file: string, folder: string, seconds: number, isUpright: boolean): Promise<number> {
  const bands = isUpright ? [0.2, 0.42, 0.07] : [0.08, 0.7];
  const greys: Grey[] = [];
  for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) greys.push(await readGrey(file, folder, seconds * share));
  const noise = (low: number) =>
    greys.reduce((sum, grey) => sum + edgeEnergy(grey, { left: 0.1, right: 0.9, top: 1 - low - 0.09, bottom: 1 - low }), 0);
  const [usual = 0.2, ...others] = bands;
  // another place only when it is clearly quieter
  return others.reduce((best, low) => (noise(low) < noise(best) * 0.7 ? low : best), usual);
}

export const captionEngine: RenderSkill = async (work) => {
  const { lines, seconds, words, video, brand } = work.task.input as Input;
  const { language } = work.task;
  const isMeasured = (words?.length ?? 0) > 0;
  const cues = groupWords(isMeasured ? (words ?? []) : estimateWords(lines, seconds)).slice(0, 200);

  let burnt = null;
  if (video?.path) {
    const source = join(work.folder, 'source.mp4');
    await writeFile(source, await work.media.read(video.path));
    const { seconds: length, width, height, hasAudio } = await probe(source);
    const low = await quietBand(source, work.folder, length, (height ?? video.height) > (width ?? video.width));
    const overlay = join(work.folder, 'cues.ass');
    const accent = readableOnDark(brand?.colours?.accent ?? brand?.colours?.primary ?? '#ffd166');
    await writeFile(overlay, toAss(cues, { width: width ?? video.width, height: height ?? video.height }, accent, [], low));
    const file = join(work.folder, 'captioned.mp4');
    await ffmpeg(
      ['-i', source, '-vf', `ass=${overlay}:fontsdir=${fontFolder}`, ...videoCodec, ...(hasAudio ? ['-c:a', 'copy'] : ['-an']), file],
      work.signal,
    );
    burnt = await storeVideo(work, file, 'captioned', length, hasAudio);
  }
  const shown = cues.map(({ from_seconds, to_seconds, text }) => ({ from_seconds, to_seconds, text: text.slice(0, 120) }));
  return {
    say: say(language, 'captions', { count: shown.length }),
    cues: shown,
    srt: toSrt(shown),
    vtt: toVtt(shown),
    style: { animated: true, right_to_left: language === 'ar', lines_at_once: 2 },
    timed_by: isMeasured ? 'recognition' : 'estimate',
    video: burnt,
  };
};
