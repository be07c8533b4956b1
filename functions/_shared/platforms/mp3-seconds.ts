// How long an MP3 of constant bit rate lasts, from its first frame: what a vendor says is not measured. Called by the speech skills.
// Tables: ISO/IEC 11172-3 and 13818-3, layer III.

const rates: Record<number, number[]> = {
  // MPEG-1
  3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  // MPEG-2 and 2.5
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  0: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};

/** Length of an ID3v2 tag in front, 0 without one; its size has seven bits a byte. */
function tagLength(bytes: Uint8Array): number {
  if (String.fromCharCode(...bytes.subarray(0, 3)) !== 'ID3') return 0;
  return 10 + bytes.subarray(6, 10).reduce((size, byte) => size * 128 + (byte & 0x7f), 0);
}

/** Seconds, to a hundredth; null when it is no MP3. */
export function mp3Seconds(bytes: Uint8Array): number | null {
  for (let at = tagLength(bytes); at < Math.min(bytes.length - 4, tagLength(bytes) + 4096); at += 1) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    if (first !== 0xff || (second & 0xe0) !== 0xe0 || ((second >> 1) & 3) !== 1) continue;
    const kilobits = rates[(second >> 3) & 3]?.[third >> 4];
    if (kilobits) return Math.round(((bytes.length - at) * 8) / (kilobits * 10)) / 100;
  }
  return null;
}
