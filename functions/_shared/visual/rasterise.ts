// SVG into PNG, with fonts that have every script we write. Called by the render worker and by channels whose platform takes no SVG.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const installed = createRequire(import.meta.url);
/** DejaVu: Latin and Arabic in one family, sans and serif. */
export const fontFolder = (): string => join(dirname(installed.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
export const fontFamily = 'DejaVu Sans';

let ready: Promise<Uint8Array[]> | undefined;
const fonts = (): Promise<Uint8Array[]> =>
  (ready ??= initWasm(readFileSync(installed.resolve('@resvg/resvg-wasm/index_bg.wasm'))).then(() =>
    ['DejaVuSans', 'DejaVuSans-Bold', 'DejaVuSerif', 'DejaVuSerif-Bold'].map((name) => readFileSync(join(fontFolder(), `${name}.ttf`))),
  ));

/**
 * resvg knows no `direction`: in a drawing from right to left, where a text starts becomes where it ends, and each text says its direction by an embedding.
 * (Our drawings set text in plain `<text>` elements with no children: canvas.ts.)
 */
const turned = (svg: string): string =>
  /^<svg[^>]*direction="rtl"/.test(svg)
    ? svg.replaceAll(/<text\b([^>]*)>([^<]*)/g, (_found, attributes: string, said: string) => {
        const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start';
        const rest = attributes.replace(/ text-anchor="\w+"/, '');
        return `<text${rest} text-anchor="${anchor === 'start' ? 'end' : anchor === 'end' ? 'start' : anchor}">\u202b${said}\u202c`;
      })
    : svg;

/**
 * @param width pixels; the height follows the drawing
 * @throws Error when it is no SVG
 */
export async function rasterise(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const fontBuffers = await fonts();
  const drawn = new Resvg(turned(svg), {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: fontFamily, sansSerifFamily: fontFamily, serifFamily: 'DejaVu Serif' },
  });
  return new Uint8Array(drawn.render().asPng());
}
