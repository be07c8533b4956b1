// Subtitles: when each group of spoken words stands under the picture, and the three forms of it (SRT, WebVTT, ASS). Called by caption-engine and ffmpeg-video.
import { fontFamily } from './rasterise.ts';

export type Word = { word: string; from_seconds: number; to_seconds: number };
export type Cue = { from_seconds: number; to_seconds: number; text: string };
type Timed = Cue & { words: Word[] };

const isArabic = (text: string) => /[\u0600-\u06ff]/.test(text);
const widest = (text: string) => (isArabic(text) ? 28 : 32);
const rounded = (seconds: number) => Math.round(seconds * 100) / 100;

/** Letters as they are spoken: a digit is a word of about four. */
const spokenLength = (word: string) =>
  [...word].reduce((sum, letter) => sum + (/\d/.test(letter) ? 4 : /\p{L}/u.test(letter) ? 1 : 0), 0.5);

/** Without measured times: the sentences share the time by their spoken length, 0.2 s of rest after each full stop. */
export function estimateWords(lines: string[], seconds: number): Word[] {
  const words = lines.flatMap((line) => line.trim().split(/\s+/).filter(Boolean));
  const rests: number[] = words.map((word) => (/[.!?…؟]$/.test(word) ? 0.2 : 0));
  const resting = Math.min(
    rests.reduce((sum, rest) => sum + rest, 0),
    seconds * 0.3,
  );
  const restScale = resting === 0 ? 0 : resting / rests.reduce((sum, rest) => sum + rest, 0);
  const perLetter = (seconds - resting) / words.reduce((sum, word) => sum + spokenLength(word), 0);
  let at = 0;
  return words.map((word, index) => {
    const from_seconds = at;
    at += spokenLength(word) * perLetter;
    const to_seconds = at;
    at += (rests[index] ?? 0) * restScale;
    return { word, from_seconds, to_seconds };
  });
}

/** Two lines of 32 letters (28 in Arabic), at most 5 s; a cue ends at a full stop, a pause above 0.25 s or its limit. */
export function groupWords(words: Word[]): Timed[] {
  const cues: Timed[] = [];
  let open: Word[] = [];
  const close = () => {
    const [first] = open;
    const last = open.at(-1);
    if (first && last)
      cues.push({
        from_seconds: rounded(first.from_seconds),
        to_seconds: rounded(Math.max(last.to_seconds, first.from_seconds + 0.1)),
        text: open.map(({ word }) => word).join(' '),
        words: open,
      });
    open = [];
  };
  for (const word of words) {
    const [first] = open;
    const last = open.at(-1);
    const text = [...open, word].map((each) => each.word).join(' ');
    if (first && last) {
      const tooLong = text.length > 2 * widest(text) - 4 || word.to_seconds - first.from_seconds > 5;
      const rested =
        word.from_seconds - last.to_seconds > 0.25 || (/[.!?…؟]$/.test(last.word) && last.to_seconds - first.from_seconds >= 0.8);
      if (tooLong || rested) close();
    }
    open.push(word);
  }
  close();
  // a cue that would only flash stays until the next one needs the place
  return cues.map((cue, index) => {
    const limit = cues[index + 1]?.from_seconds ?? Infinity;
    return { ...cue, to_seconds: rounded(Math.min(Math.max(cue.to_seconds, cue.from_seconds + 0.8), Math.max(limit, cue.to_seconds))) };
  });
}

const clock = (seconds: number, fraction: string) => {
  const whole = Math.round(seconds * 1000);
  const part = (value: number, digits: number) => String(Math.floor(value)).padStart(digits, '0');
  return `${part(whole / 3_600_000, 2)}:${part((whole / 60_000) % 60, 2)}:${part((whole / 1000) % 60, 2)}${fraction}${part(whole % 1000, 3)}`;
};
/** Starts a line of Arabic from the right in players that guess by the first letter. */
const marked = (text: string) => (isArabic(text) ? `\u200f${text}` : text);

export const toSrt = (cues: Cue[]): string =>
  cues.map((cue, n) => `${n + 1}\n${clock(cue.from_seconds, ',')} --> ${clock(cue.to_seconds, ',')}\n${marked(cue.text)}\n`).join('\n');

export const toVtt = (cues: Cue[]): string =>
  `WEBVTT\n\n${cues.map((cue) => `${clock(cue.from_seconds, '.')} --> ${clock(cue.to_seconds, '.')}\n${marked(cue.text)}\n`).join('\n')}`;

const assTime = (seconds: number) => clock(seconds, '.').slice(1, -1);
/** ASS writes colours as &HBBGGRR&. */
const assColour = (hex: string) => `&H${hex.slice(5, 7)}${hex.slice(3, 5)}${hex.slice(1, 3)}&`;
const plain = (text: string) => text.replaceAll(/[{}\\\n]/g, ' ');

/**
 * Burnt-in form: white on a dark plate, the word being spoken in `accent` (lightened by the caller until it reads on the plate).
 * @param titles stand at the top while their scene runs
 * @param lowShare how far above the lower edge the words stand, as a share of the height
 */
export function toAss(
  cues: (Cue & { words?: Word[] })[],
  picture: { width: number; height: number },
  accent: string,
  titles: Cue[] = [],
  lowShare?: number,
): string {
  const size = Math.round(Math.min(picture.width, picture.height) * 0.058);
  const low = Math.round(picture.height * (lowShare ?? (picture.height > picture.width ? 0.2 : 0.08)));
  const side = Math.round(picture.width * 0.08);
  const style = (name: string, scale: number, alignment: number, margin: number) =>
    `Style: ${name},${fontFamily},${Math.round(size * scale)},&H00FFFFFF,&H00FFFFFF,&H00000000,&H50000000,-1,0,0,0,100,100,0,0,4,0,${Math.round(size * 0.3)},${alignment},${side},${side},${margin},-1`;
  const line = (name: string, from: number, to: number, text: string) =>
    `Dialogue: 0,${assTime(from)},${assTime(to)},${name},,0,0,0,,${text}`;
  const spoken = cues.flatMap((cue) => {
    const words = cue.words ?? [];
    if (words.length === 0) return [line('spoken', cue.from_seconds, cue.to_seconds, plain(cue.text))];
    return words.map((word, index) => {
      const until = words[index + 1]?.from_seconds ?? cue.to_seconds;
      const text = words
        .map((each, n) => (n === index ? `{\\c${assColour(accent)}}${plain(each.word)}{\\c&HFFFFFF&}` : plain(each.word)))
        .join(' ');
      return line('spoken', index === 0 ? cue.from_seconds : word.from_seconds, until, text);
    });
  });
  return [
    '[Script Info]\nScriptType: v4.00+\nWrapStyle: 0\nScaledBorderAndShadow: yes',
    `PlayResX: ${picture.width}\nPlayResY: ${picture.height}\n`,
    '[V4+ Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding',
    style('spoken', 1, 2, low),
    style('title', 1.35, 8, Math.round(picture.height * 0.1)),
    '\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    ...titles.map((title) => line('title', title.from_seconds, title.to_seconds, plain(title.text))),
    ...spoken,
  ].join('\n');
}
