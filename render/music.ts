// Music beds, played by ourselves so that nobody else owns them: four chords, a soft pad, a plucked figure. Called by ffmpeg-video and slideshow-maker.
import { wav } from './wav.ts';

export type Mood = 'warm' | 'playful' | 'formal' | 'expert' | 'bold' | 'calm';

/** `chords`: MIDI notes, one chord a bar of four beats; `figure`: which note of the chord (0 lowest) is plucked on each half beat, null rests. */
type Bed = { beatsPerMinute: number; chords: number[][]; figure: (number | null)[]; pad: number; pluck: number };

const beds: Record<Mood, Bed> = {
  warm: { beatsPerMinute: 84, chords: [[48, 55, 64, 67], [45, 52, 60, 64], [41, 48, 57, 60], [43, 50, 59, 62]], figure: [0, null, 2, null, 3, null, 2, null], pad: 0.5, pluck: 0.5 },
  playful: { beatsPerMinute: 112, chords: [[48, 55, 64, 67], [53, 57, 60, 65], [48, 55, 64, 67], [43, 55, 59, 62]], figure: [0, 2, 3, 2, 1, 2, 3, null], pad: 0.25, pluck: 0.8 },
  formal: { beatsPerMinute: 76, chords: [[45, 52, 57, 60], [41, 48, 57, 60], [48, 55, 60, 64], [43, 50, 55, 59]], figure: [0, null, null, null, 2, null, null, null], pad: 0.7, pluck: 0.3 },
  expert: { beatsPerMinute: 96, chords: [[50, 57, 62, 65], [46, 53, 58, 62], [41, 53, 57, 60], [48, 55, 60, 64]], figure: [0, null, 1, null, 2, null, 1, null], pad: 0.5, pluck: 0.45 },
  bold: { beatsPerMinute: 120, chords: [[40, 52, 55, 59], [48, 55, 60, 64], [43, 50, 55, 59], [50, 57, 62, 66]], figure: [0, 0, 2, 0, 3, 0, 2, 1], pad: 0.3, pluck: 0.8 },
  calm: { beatsPerMinute: 66, chords: [[48, 55, 62, 64], [45, 52, 59, 60], [41, 48, 55, 57], [41, 50, 57, 60]], figure: [null, null, 2, null, null, null, 3, null], pad: 0.8, pluck: 0.3 },
}; // prettier-ignore

const rate = 32_000;
const hertz = (note: number) => 440 * 2 ** ((note - 69) / 12);

/** Adds a tone with a soft start; `decay` seconds until it has faded to a third, Infinity holds it. */
function tone(into: Float32Array, note: number, from: number, seconds: number, loudness: number, decay: number): void {
  const first = Math.round(from * rate);
  const count = Math.min(Math.round(seconds * rate), into.length - first);
  const step = (2 * Math.PI * hertz(note)) / rate;
  const rise = decay === Infinity ? 0.6 : 0.008;
  for (let n = 0; n < count; n += 1) {
    const t = n / rate;
    const envelope = Math.min(t / rise, 1) * Math.min((seconds - t) / 0.08, 1) * (decay === Infinity ? 1 : Math.exp(-t / decay));
    const wave =
      Math.sin(step * n) + 0.35 * Math.sin(2 * step * n) * (decay === Infinity ? 0.4 : Math.exp(-t / 0.2)) + 0.12 * Math.sin(3 * step * n);
    into[first + n] = (into[first + n] ?? 0) + loudness * Math.max(envelope, 0) * wave;
  }
}

/** A bed of at least `seconds`, mono WAV; the same mood and length give the same bytes. */
export function playBed(mood: Mood, seconds: number): Buffer {
  const { beatsPerMinute, chords, figure, pad, pluck } = beds[mood];
  const beat = 60 / beatsPerMinute;
  const bars = Math.ceil(seconds / (4 * beat));
  const mix = new Float32Array(Math.ceil(bars * 4 * beat * rate));
  for (let bar = 0; bar < bars; bar += 1) {
    const chord = chords[bar % chords.length] ?? [];
    const start = bar * 4 * beat;
    for (const note of chord) tone(mix, note, start, 4 * beat, (pad * 0.12) / chord.length ** 0.5, Infinity);
    figure.forEach((index, half) => {
      const note = index === null ? undefined : chord[index];
      if (note !== undefined) tone(mix, note + 12, start + (half * beat) / 2, 1.2, pluck * 0.16, 0.35);
    });
  }
  return wav(
    Int16Array.from(mix, (sample) => Math.round(Math.tanh(sample) * 30_000)),
    rate,
  );
}
