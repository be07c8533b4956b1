// A cut-out product laid on a setting, with a soft shadow; its pixels stay its own, and how far they do is measured. Called by skill product-photoshoot.
import { type Bitmap, scale } from './bitmap.ts';

/** The room the product may take, as a share of the setting's sides. */
const room = 0.68;

/** The smallest box around what is not transparent; null when nothing is left. */
function crop(picture: Bitmap): Bitmap | null {
  let [left, top, right, bottom] = [picture.width, picture.height, -1, -1];
  for (let y = 0; y < picture.height; y += 1)
    for (let x = 0; x < picture.width; x += 1)
      if ((picture.data[(y * picture.width + x) * 4 + 3] ?? 0) > 8) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
  if (right < 0) return null;
  const [width, height] = [right - left + 1, bottom - top + 1];
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    const from = ((top + y) * picture.width + left) * 4;
    data.set(picture.data.subarray(from, from + width * 4), y * width * 4);
  }
  return { width, height, data };
}

function blend(ground: Bitmap, at: number, colour: ArrayLike<number>, alpha: number): void {
  for (let channel = 0; channel < 3; channel += 1)
    ground.data[at + channel] = Math.round((colour[channel] ?? 0) * alpha + (ground.data[at + channel] ?? 0) * (1 - alpha));
}

function castShadow(scene: Bitmap, centreX: number, floor: number, width: number): void {
  const [radiusX, radiusY] = [width * 0.52, width * 0.09];
  for (let y = Math.max(0, Math.floor(floor - radiusY)); y < Math.min(scene.height, floor + radiusY); y += 1)
    for (let x = Math.max(0, Math.floor(centreX - radiusX)); x < Math.min(scene.width, centreX + radiusX); x += 1) {
      const far = Math.hypot((x - centreX) / radiusX, (y - floor) / radiusY);
      if (far < 1) blend(scene, (y * scene.width + x) * 4, [0, 0, 0], 0.35 * (1 - far) ** 1.5);
    }
}

/** Structural similarity (Wang 2004) of two runs of brightness. */
function similarity(a: number[], b: number[]): number {
  const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [ma, mb] = [mean(a), mean(b)];
  const [va, vb] = [mean(a.map((value) => (value - ma) ** 2)), mean(b.map((value) => (value - mb) ** 2))];
  const both = mean(a.map((value, at) => (value - ma) * ((b[at] ?? 0) - mb)));
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];
  return ((2 * ma * mb + c1) * (2 * both + c2)) / ((ma ** 2 + mb ** 2 + c1) * (va + vb + c2));
}

const brightness = (data: Uint8Array, at: number): number =>
  0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);

/**
 * @param setting is painted on
 * @returns `unchanged`: structural similarity (0-1) of the product's own area before and after; null when there is no product
 */
export function setScene(product: Bitmap, setting: Bitmap): { scene: Bitmap; unchanged: number } | null {
  const whole = crop(product);
  if (!whole) return null;
  // never enlarged: pixels that are not there would be invented
  const factor = Math.min(1, (setting.width * room) / whole.width, (setting.height * room) / whole.height);
  const goods = scale(whole, Math.max(1, Math.round(whole.width * factor)), Math.max(1, Math.round(whole.height * factor)));
  const left = Math.round((setting.width - goods.width) / 2);
  const top = Math.round(setting.height * 0.84 - goods.height);
  const [floor, from] = [top + goods.height, Math.max(0, top)];
  castShadow(setting, left + goods.width / 2, Math.min(floor, setting.height - 2), goods.width);
  const before: number[] = [];
  const after: number[] = [];
  for (let y = from - top; y < goods.height; y += 1)
    for (let x = 0; x < goods.width; x += 1) {
      const source = (y * goods.width + x) * 4;
      const target = ((top + y) * setting.width + left + x) * 4;
      const alpha = (goods.data[source + 3] ?? 0) / 255;
      blend(setting, target, goods.data.subarray(source, source + 3), alpha);
      if (alpha > 0.98) {
        before.push(brightness(goods.data, source));
        after.push(brightness(setting.data, target));
      }
    }
  return { scene: setting, unchanged: before.length === 0 ? 0 : Math.round(Math.max(0, similarity(before, after)) * 1000) / 1000 };
}
