// Plays a bed of the house into a WAV file: a soft pad and a plucked figure, by arithmetic alone. Called by skill music-library and the render worker.
import { type Bed, loopSeconds } from './beds.ts';
import { wav } from './wav.ts';

/** samples a second; a phone's loudspeaker plays nothing above half of it */
const rate = 22_050;
const hertz = (note: number) => 440 * 2 ** ((note - 69) / 12);

/** A tone by two rotating points instead of a sine a sample: a worker has two seconds of processor time for all it does. */
function tone(into: Float32Array, note: number, from: number, seconds: number, loudness: number, decay: number): void {
  const first = Math.round(from * rate);
  const count = Math.min(Math.round(seconds * rate), into.length - first);
  const rise = decay === Infinity ? 0.6 : 0.008;
  const step = (2 * Math.PI * hertz(note)) / rate;
  const [cos, sin] = [Math.cos(step), Math.sin(step)];
  const fade = decay === Infinity ? 1 : Math.exp(-1 / (decay * rate));
  let [x, y, level] = [1, 0, loudness];
  for (let n = 0; n < count; n += 1) {
    const t = n / rate;
    const envelope = Math.min(t / rise, 1) * Math.max(0, Math.min((seconds - t) / 0.08, 1)) * level;
    // sin 2a = 2 sin a cos a: the octave above, softer
    into[first + n] = (into[first + n] ?? 0) + envelope * (y + 0.28 * y * x);
    [x, y] = [x * cos - y * sin, x * sin + y * cos];
    level *= fade;
  }
}

/** One round of the bed, mono WAV: it ends where it begins, so that it can be looped. The same bed gives the same bytes. */
export function playBed(bed: Bed): Uint8Array<ArrayBuffer> {
  const beat = 60 / bed.beats_per_minute;
  const mix = new Float32Array(Math.round(loopSeconds(bed) * rate));
  bed.chords.forEach((chord, bar) => {
    const start = bar * 4 * beat;
    for (const note of chord) tone(mix, note, start, 4 * beat, (bed.pad * 0.12) / Math.sqrt(chord.length), Infinity);
    bed.figure.forEach((index, half) => {
      const note = index === null ? undefined : chord[index];
      if (note !== undefined) tone(mix, note + 12, start + (half * beat) / 2, 1.2, bed.pluck * 0.16, 0.35);
    });
  });
  return wav(
    Int16Array.from(mix, (sample) => Math.round(Math.tanh(sample) * 30_000)),
    rate,
  );
}
