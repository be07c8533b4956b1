// A text of people cut to a length, as a person counts letters: an emoji or a letter with its marks stays whole. Used by the channels.

/** One line of at most `letters` graphemes, the sign … after them where something was left out. */
export function shorten(text: string, letters: number): string {
  const all = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.replaceAll(/\s+/g, ' ').trim())];
  const kept = all.slice(0, letters).map(({ segment }) => segment);
  return all.length > letters ? `${kept.join('').trimEnd()}…` : kept.join('');
}
