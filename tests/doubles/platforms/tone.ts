// Files that doubles hand out: an MP3 of silence of a known length, an MP4 head of a known size. Made by hand from the formats' tables.

/** MPEG-2 layer III, 32 kb/s at 24 kHz: frames of 96 bytes, 41.67 a second. */
export function tone(seconds: number): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(96);
  frame.set([0xff, 0xf3, 0x44, 0xc4]);
  const count = Math.round((seconds * 4000) / 96);
  const file = new Uint8Array(count * 96);
  for (let at = 0; at < count; at += 1) file.set(frame, at * 96);
  return file;
}

function box(type: string, ...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const size = parts.reduce((sum, part) => sum + part.length, 8);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, size);
  bytes.set(
    [...type].map((letter) => letter.charCodeAt(0)),
    4,
  );
  parts.reduce((at, part) => (bytes.set(part, at), at + part.length), 8);
  return bytes;
}

/** ftyp and moov alone: what a player reads first. */
export function clip(width: number, height: number, seconds: number): Uint8Array<ArrayBuffer> {
  const head = new DataView(new ArrayBuffer(100));
  head.setUint32(12, 1000);
  head.setUint32(16, seconds * 1000);
  const track = new DataView(new ArrayBuffer(84));
  track.setUint16(76, width);
  track.setUint16(80, height);
  const file = [
    box('ftyp', new Uint8Array(8)),
    box('moov', box('mvhd', new Uint8Array(head.buffer)), box('trak', box('tkhd', new Uint8Array(track.buffer)))),
  ];
  return new Uint8Array(Buffer.concat(file));
}
