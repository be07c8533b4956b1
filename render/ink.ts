// Colours that can be read: a brand's accent lightened until it stands out on the dark plate of captions. Called by caption-engine and watermark-adder.
import { clampChroma, formatHex, oklch, parse, wcagContrast } from 'culori';

/** The plate under captions, as it looks over a middling picture. */
const plate = '#1a1a1a';

/** @param colour any CSS colour; what is none becomes white. Contrast with the plate is at least 4.5 to 1. */
export function readableOnDark(colour: string): string {
  const given = parse(colour);
  if (!given) return '#ffffff';
  const ink = oklch(given);
  for (let lightness = ink.l; lightness < 1; lightness += 0.03) {
    const lighter = formatHex(clampChroma({ ...ink, l: lightness }, 'oklch'));
    if (lighter && wcagContrast(lighter, plate) >= 4.5) return lighter;
  }
  return '#ffffff';
}

export { wcagContrast as contrast };
