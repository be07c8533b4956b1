// Size and length of an MP4 from its own boxes: what a vendor says is not measured. Called by the video skills. ISO/IEC 14496-12.

/** Boxes of the type directly inside these bytes. */
function* boxes(view: DataView, from: number, to: number): Generator<{ type: string; start: number; end: number }> {
  for (let at = from; at + 8 <= to;) {
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    if (size < head || at + size > to) return;
    const type = String.fromCharCode(view.getUint8(at + 4), view.getUint8(at + 5), view.getUint8(at + 6), view.getUint8(at + 7));
    yield { type, start: at + head, end: at + size };
    at += size;
  }
}

/** null when it is no MP4 with a picture. */
export function mp4Facts(bytes: Uint8Array): { width: number; height: number; seconds: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const facts = { width: 0, height: 0, seconds: 0 };
  try {
    for (const moov of boxes(view, 0, bytes.length)) {
      if (moov.type !== 'moov') continue;
      for (const box of boxes(view, moov.start, moov.end)) {
        const isLong = view.getUint8(box.start) === 1;
        if (box.type === 'mvhd') {
          const scale = view.getUint32(box.start + (isLong ? 20 : 12));
          const duration = isLong ? Number(view.getBigUint64(box.start + 24)) : view.getUint32(box.start + 16);
          facts.seconds = Math.round((duration / scale) * 100) / 100;
        }
        if (box.type !== 'trak') continue;
        for (const tkhd of boxes(view, box.start, box.end)) {
          if (tkhd.type !== 'tkhd') continue;
          // the last eight bytes: width and height in 16.16 fixed point; a track of sound has none
          const [width, height] = [view.getUint16(tkhd.end - 8), view.getUint16(tkhd.end - 4)];
          if (width > facts.width) Object.assign(facts, { width, height });
        }
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
  return facts.width > 0 ? facts : null;
}
