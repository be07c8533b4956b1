// A product cut out of a ground of one colour, its own pixels untouched. Called by skills background-remover and product-photoshoot.
import { type Bitmap, blank } from './bitmap.ts';

/** A frame of 2 % of the shorter side; one colour when no channel deviates by more than 12 of 255. */
const frameShare = 0.02;
const mostDeviation = 12;
/** Distance in colour to the ground: below the first it is ground, above the second goods, between them an edge. */
const soft = [22, 60] as const;

type Colour = [number, number, number];

function* framePixels({ width, height }: Bitmap): Generator<number> {
  const depth = Math.max(1, Math.round(Math.min(width, height) * frameShare));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (y >= depth && y < height - depth && x === depth) x = Math.max(x, width - depth);
      yield y * width + x;
    }
}

/** The colour of the picture's frame when it is one colour, else null. */
export function groundOf(picture: Bitmap): Colour | null {
  const sums = [0, 0, 0];
  const squares = [0, 0, 0];
  let pixels = 0;
  for (const pixel of framePixels(picture)) {
    for (let channel = 0; channel < 3; channel += 1) {
      const value = picture.data[pixel * 4 + channel] ?? 0;
      sums[channel] = (sums[channel] ?? 0) + value;
      squares[channel] = (squares[channel] ?? 0) + value * value;
    }
    pixels += 1;
  }
  const mean = sums.map((sum) => sum / pixels) as Colour;
  const isOne = mean.every((value, channel) => Math.sqrt(Math.max(0, (squares[channel] ?? 0) / pixels - value * value)) <= mostDeviation);
  return isOne ? mean : null;
}

function distance({ data }: Bitmap, pixel: number, ground: Colour): number {
  return Math.max(...ground.map((value, channel) => Math.abs((data[pixel * 4 + channel] ?? 0) - value)));
}

/** The ground flooded from the edges; what it does not reach stays, even in the ground's colour. */
export function cutPlainGround(picture: Bitmap, ground: Colour): Bitmap {
  const { width, height, data } = picture;
  const cut: Bitmap = { ...blank(width, height), data: new Uint8Array(data) };
  const seen = new Uint8Array(width * height);
  const open: number[] = [];
  const visit = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    const pixel = y * width + x;
    if (seen[pixel]) return;
    seen[pixel] = 1;
    const far = distance(picture, pixel, ground);
    if (far >= soft[1]) return;
    cut.data[pixel * 4 + 3] = far <= soft[0] ? 0 : Math.round(((far - soft[0]) / (soft[1] - soft[0])) * 255);
    // an edge is no way on: the goods behind it keep their own pale places
    if (far <= soft[0]) open.push(pixel);
  };
  for (let x = 0; x < width; x += 1) {
    visit(x, 0);
    visit(x, height - 1);
  }
  for (let y = 0; y < height; y += 1) {
    visit(0, y);
    visit(width - 1, y);
  }
  for (let pixel = open.pop(); pixel !== undefined; pixel = open.pop()) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    visit(x + 1, y);
    visit(x - 1, y);
    visit(x, y + 1);
    visit(x, y - 1);
  }
  return cut;
}

/** The source's own pixels with the transparency of `mask`, which may be of another size. */
export function withAlphaOf(source: Bitmap, mask: Bitmap): Bitmap {
  const cut: Bitmap = { ...source, data: new Uint8Array(source.data) };
  for (let y = 0; y < source.height; y += 1)
    for (let x = 0; x < source.width; x += 1) {
      const my = Math.min(mask.height - 1, Math.floor((y * mask.height) / source.height));
      const mx = Math.min(mask.width - 1, Math.floor((x * mask.width) / source.width));
      cut.data[(y * source.width + x) * 4 + 3] = mask.data[(my * mask.width + mx) * 4 + 3] ?? 0;
    }
  return cut;
}

/** Share of the picture that stays: below 0.03 or above 0.97 the cut has failed. */
export function keptShare({ data, width, height }: Bitmap): number {
  let kept = 0;
  for (let at = 3; at < data.length; at += 4) kept += data[at] ?? 0;
  return Math.round((kept / 255 / (width * height)) * 1000) / 1000;
}
