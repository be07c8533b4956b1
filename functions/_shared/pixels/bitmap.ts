// A picture as pixels: read from PNG or JPEG, written as PNG. Called by the picture skills of functions/run-steps/skills/http.
import { convertIndexedToRgb, decode as decodePng, encode as encodePng } from 'fast-png';
import { decode as decodeJpeg } from 'jpeg-js';

/** RGBA, 8 bits a channel, row by row. */
export type Bitmap = { width: number; height: number; data: Uint8Array<ArrayBuffer> };

/** A worker has 256 MB: some 4000 x 3000 pixels. */
const mostPixels = 12_500_000;

export const blank = (width: number, height: number): Bitmap => ({ width, height, data: new Uint8Array(width * height * 4) });

function fromPng(bytes: Uint8Array): Bitmap {
  const png = decodePng(bytes);
  const { width, height, palette } = png;
  const channels = palette ? (palette[0]?.length ?? 3) : png.channels;
  const values = palette ? convertIndexedToRgb(png) : png.data;
  const step = png.depth === 16 && !palette ? 257 : 1;
  const bitmap = blank(width, height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const at = (channel: number) => Math.round((values[pixel * channels + channel] ?? 0) / step);
    const isGrey = channels < 3;
    bitmap.data.set([at(0), at(isGrey ? 0 : 1), at(isGrey ? 0 : 2), channels === 4 ? at(3) : channels === 2 ? at(1) : 255], pixel * 4);
  }
  return bitmap;
}

/** null for what is neither PNG nor JPEG, broken or too large. */
export function readBitmap(bytes: Uint8Array): Bitmap | null {
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xd8) {
      const { width, height, data } = decodeJpeg(bytes, {
        useTArray: true,
        maxResolutionInMP: mostPixels / 1_000_000,
        maxMemoryUsageInMB: 200,
      });
      return { width, height, data: new Uint8Array(data) };
    }
    const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (header.getUint32(0) !== 0x89504e47 || header.getUint32(16) * header.getUint32(20) > mostPixels) return null;
    return fromPng(bytes);
  } catch {
    return null;
  }
}

export const writePng = ({ width, height, data }: Bitmap): Uint8Array<ArrayBuffer> =>
  new Uint8Array(encodePng({ width, height, data, channels: 4, depth: 8 }));

/** Another size, each pixel the mean of those it stands for. */
export function scale(from: Bitmap, width: number, height: number): Bitmap {
  if (width === from.width && height === from.height) return from;
  const to = blank(width, height);
  const [stepX, stepY] = [from.width / width, from.height / height];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const sums = [0, 0, 0, 0];
      let weight = 0;
      let counted = 0;
      for (let fy = Math.floor(y * stepY); fy < Math.max(Math.floor(y * stepY) + 1, Math.floor((y + 1) * stepY)); fy += 1)
        for (let fx = Math.floor(x * stepX); fx < Math.max(Math.floor(x * stepX) + 1, Math.floor((x + 1) * stepX)); fx += 1) {
          const at = (Math.min(fy, from.height - 1) * from.width + Math.min(fx, from.width - 1)) * 4;
          const alpha = from.data[at + 3] ?? 0;
          for (let channel = 0; channel < 3; channel += 1) sums[channel] = (sums[channel] ?? 0) + (from.data[at + channel] ?? 0) * alpha;
          sums[3] = (sums[3] ?? 0) + alpha;
          weight += alpha;
          counted += 1;
        }
      const colour = (channel: number) => (weight === 0 ? 0 : Math.round((sums[channel] ?? 0) / weight));
      to.data.set([colour(0), colour(1), colour(2), Math.round((sums[3] ?? 0) / counted)], (y * width + x) * 4);
    }
  return to;
}
