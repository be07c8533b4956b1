// A picture of any kind put whole into another shape, as SVG: nothing is cut, stretched or fetched. Called by aspect-ratio-fitter.ts.
import { imageSize } from 'image-size';

export type Source = { width: number; height: number; uri: string };
export type Fitted = { svg: string; method: 'resized' | 'extended' };

const sameRatio = 0.02;
const mostEnlarged = 1.5;
const mimes = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'];

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += 32_768) binary += String.fromCharCode(...bytes.subarray(from, from + 32_768));
  return btoa(binary);
}

/** Size as it is shown (EXIF turned); null for what is no picture that we know. */
export function readPicture(bytes: Uint8Array, mime: string): Source | null {
  if (!mimes.includes(mime)) return null;
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!width || !height) return null;
    // an <image> element turns by EXIF itself
    const [shownWidth, shownHeight] = orientation >= 5 ? [height, width] : [width, height];
    return { width: shownWidth, height: shownHeight, uri: `data:${mime};base64,${base64(bytes)}` };
  } catch {
    return null;
  }
}

/**
 * Same ratio within 2 %: resized. Otherwise, or where it would be enlarged above 1.5 times, fitted whole on `ground`.
 * @param ground #rrggbb
 */
export function fitPicture(source: Source, width: number, height: number, ground: string): Fitted {
  const scale = Math.min(width / source.width, height / source.height);
  const isSame = Math.abs(width / height / (source.width / source.height) - 1) <= sameRatio;
  const method = isSame && scale <= mostEnlarged ? 'resized' : 'extended';
  const used = method === 'resized' ? scale : Math.min(scale, mostEnlarged);
  const [shownWidth, shownHeight] = method === 'resized' ? [width, height] : [source.width * used, source.height * used].map(Math.round);
  const x = Math.round((width - (shownWidth ?? width)) / 2);
  const y = Math.round((height - (shownHeight ?? height)) / 2);
  const slice = method === 'resized' ? ' preserveAspectRatio="xMidYMid slice"' : '';
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">` +
    `<rect width="${width}" height="${height}" fill="${ground}"/>` +
    `<image x="${x}" y="${y}" width="${shownWidth}" height="${shownHeight}"${slice} href="${source.uri}"/></svg>`;
  return { svg, method };
}
