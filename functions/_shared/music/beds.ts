// The house's music: beds as data, written by ourselves so that nobody else owns them. Played by play-bed.ts.

export const moods = ['warm', 'playful', 'formal', 'expert', 'bold', 'calm'] as const;
export type Mood = (typeof moods)[number];

/** `chords`: MIDI notes, one chord a bar of four beats; `figure`: which note of the chord (0 lowest) is plucked on each half beat, null rests. */
export type Bed = {
  title: string;
  mood: Mood;
  beats_per_minute: number;
  chords: number[][];
  figure: (number | null)[];
  pad: number;
  pluck: number;
};

export const beds: Bed[] = [
  { title: 'Tsena maraina', mood: 'warm', beats_per_minute: 84, chords: [[48, 55, 64, 67], [45, 52, 60, 64], [41, 48, 57, 60], [43, 50, 59, 62]], figure: [0, null, 2, null, 3, null, 2, null], pad: 0.5, pluck: 0.5 },
  { title: 'Fofon-kafe', mood: 'warm', beats_per_minute: 92, chords: [[50, 57, 62, 66], [47, 54, 59, 62], [43, 50, 59, 62], [45, 52, 57, 61]], figure: [0, null, 1, 2, null, 3, null, 1], pad: 0.45, pluck: 0.55 },
  { title: 'Lalao', mood: 'playful', beats_per_minute: 112, chords: [[48, 55, 64, 67], [53, 57, 60, 65], [48, 55, 64, 67], [43, 55, 59, 62]], figure: [0, 2, 3, 2, 1, 2, 3, null], pad: 0.25, pluck: 0.8 },
  { title: 'Tsikitsiky', mood: 'playful', beats_per_minute: 120, chords: [[43, 55, 59, 62], [48, 55, 60, 64], [50, 57, 62, 66], [43, 55, 59, 62]], figure: [0, null, 2, 3, 0, null, 3, 1], pad: 0.2, pluck: 0.85 },
  { title: 'Lanonana', mood: 'formal', beats_per_minute: 76, chords: [[45, 52, 57, 60], [41, 48, 57, 60], [48, 55, 60, 64], [43, 50, 55, 59]], figure: [0, null, null, null, 2, null, null, null], pad: 0.7, pluck: 0.3 },
  { title: 'Varavarana', mood: 'formal', beats_per_minute: 72, chords: [[50, 57, 62, 65], [46, 53, 58, 62], [43, 50, 58, 62], [45, 52, 57, 61]], figure: [0, null, null, 1, null, null, 2, null], pad: 0.7, pluck: 0.3 },
  { title: 'Atrikasa', mood: 'expert', beats_per_minute: 96, chords: [[50, 57, 62, 65], [46, 53, 58, 62], [41, 53, 57, 60], [48, 55, 60, 64]], figure: [0, null, 1, null, 2, null, 1, null], pad: 0.5, pluck: 0.45 },
  { title: 'Kajy', mood: 'expert', beats_per_minute: 100, chords: [[45, 52, 57, 60], [43, 50, 55, 59], [41, 48, 57, 60], [43, 50, 55, 59]], figure: [0, 1, null, 1, 2, null, 1, null], pad: 0.45, pluck: 0.5 },
  { title: 'Hery', mood: 'bold', beats_per_minute: 120, chords: [[40, 52, 55, 59], [48, 55, 60, 64], [43, 50, 55, 59], [50, 57, 62, 66]], figure: [0, 0, 2, 0, 3, 0, 2, 1], pad: 0.3, pluck: 0.8 },
  { title: 'Lalambe', mood: 'bold', beats_per_minute: 128, chords: [[45, 52, 57, 60], [41, 53, 57, 60], [48, 55, 60, 64], [43, 50, 55, 59]], figure: [0, 0, 1, 0, 2, 0, 3, 2], pad: 0.3, pluck: 0.8 },
  { title: 'Hariva', mood: 'calm', beats_per_minute: 66, chords: [[48, 55, 62, 64], [45, 52, 59, 60], [41, 48, 55, 57], [41, 50, 57, 60]], figure: [null, null, 2, null, null, null, 3, null], pad: 0.8, pluck: 0.3 },
  { title: 'Ranomasina', mood: 'calm', beats_per_minute: 60, chords: [[43, 50, 57, 59], [48, 55, 59, 64], [40, 52, 55, 59], [48, 55, 62, 64]], figure: [null, 2, null, null, 3, null, null, null], pad: 0.85, pluck: 0.25 },
]; // prettier-ignore

/** Seconds after which a bed begins again. */
export const loopSeconds = ({ chords, beats_per_minute }: Bed): number => (chords.length * 4 * 60) / beats_per_minute;

/** The bed of a mood when nobody has chosen among them. */
export const bedOf = (mood: Mood): Bed | undefined => beds.find((bed) => bed.mood === mood);
