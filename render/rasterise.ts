// SVG into PNG for the skills of this room, with this room's error.
import { fontFamily, fontFolder as findFonts, rasterise as draw } from '../functions/_shared/visual/rasterise.ts';
import { RenderError } from './render-error.ts';

export { fontFamily };
export const fontFolder = findFonts();

/**
 * @param width pixels; the height follows the drawing
 * @throws RenderError `picture_unreadable` when it is no SVG
 */
export async function rasterise(svg: string, width: number): Promise<Uint8Array> {
  try {
    return await draw(svg, width);
  } catch (error) {
    throw new RenderError('picture_unreadable', { said: String(error).slice(0, 200) });
  }
}
