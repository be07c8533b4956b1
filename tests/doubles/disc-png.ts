// A PNG of 64 x 64 pixels in base64: an opaque disc of 40 pixels on a transparent ground, sent by the double of picture edits.
import { encode } from 'fast-png';

const side = 64;
const data = new Uint8Array(side * side * 4);
for (let pixel = 0; pixel < side * side; pixel += 1) {
  const isInside = Math.hypot((pixel % side) - side / 2, Math.floor(pixel / side) - side / 2) < 20;
  data.set([20, 20, 20, isInside ? 255 : 0], pixel * 4);
}

export const discPng = Buffer.from(encode({ width: side, height: side, data, channels: 4, depth: 8 })).toString('base64');
