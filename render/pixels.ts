// Small grey copies of pictures and film frames, to measure sharpness, light and empty places. Called by slideshow-maker, thumbnail-gen and watermark-adder.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ffmpeg } from './ffmpeg.ts';

export type Grey = { width: number; height: number; at: (x: number, y: number) => number };

const side = 64;

/** 64 x 64 grey values, 0-255. @param atSeconds moment of a video */
export async function readGrey(file: string, folder: string, atSeconds = 0): Promise<Grey> {
  const raw = join(folder, `grey-${Math.round(atSeconds * 1000)}.raw`);
  await ffmpeg(['-ss', String(atSeconds), '-i', file, '-vf', `scale=${side}:${side},format=gray`, '-frames:v', '1', '-f', 'rawvideo', raw]);
  const bytes = await readFile(raw);
  return { width: side, height: side, at: (x, y) => bytes[y * side + x] ?? 0 };
}

type Box = { left: number; top: number; right: number; bottom: number };
const whole: Box = { left: 0, top: 0, right: 1, bottom: 1 };

/** How much goes on in a part of the picture: mean strength of its edges, 0-255. */
export function edgeEnergy({ width, height, at }: Grey, box: Box = whole): number {
  let sum = 0;
  let count = 0;
  for (let y = Math.max(1, Math.floor(box.top * height)); y < Math.min(height - 1, Math.ceil(box.bottom * height)); y += 1)
    for (let x = Math.max(1, Math.floor(box.left * width)); x < Math.min(width - 1, Math.ceil(box.right * width)); x += 1) {
      sum += Math.abs(at(x + 1, y) - at(x - 1, y)) + Math.abs(at(x, y + 1) - at(x, y - 1));
      count += 1;
    }
  return count === 0 ? 0 : sum / count;
}

/** Variance of the Laplacian: high where the picture is sharp. */
export function sharpness({ width, height, at }: Grey): number {
  const values: number[] = [];
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) values.push(at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * at(x, y));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/** Mean light of a part, 0-1. */
export function brightness({ width, height, at }: Grey, box: Box = whole): number {
  let sum = 0;
  let count = 0;
  for (let y = Math.floor(box.top * height); y < Math.ceil(box.bottom * height); y += 1)
    for (let x = Math.floor(box.left * width); x < Math.ceil(box.right * width); x += 1) {
      sum += at(x, y);
      count += 1;
    }
  return count === 0 ? 0 : sum / count / 255;
}

export const corners = {
  top_left: { left: 0, top: 0, right: 0.25, bottom: 0.2 },
  top_right: { left: 0.75, top: 0, right: 1, bottom: 0.2 },
  bottom_left: { left: 0, top: 0.8, right: 0.25, bottom: 1 },
  bottom_right: { left: 0.75, top: 0.8, right: 1, bottom: 1 },
} satisfies Record<string, Box>;
export type Corner = keyof typeof corners;
