// The one style sheet of our landing pages, in the brand's colours and fonts, every text readable on its ground (AA). Called by render-page.ts.
import { contrast, inkOn, mix, standOut } from '../../../_shared/visual/colour.ts';
import type { PageBrand } from './page-shapes.ts';

const least = 4.5;
const plain = { primary: '#00755f', secondary: '#5b3fd1', accent: '#00755f', ground: '#ffffff', ink: '#14181f' };
const isHex = (colour: unknown): colour is string => typeof colour === 'string' && /^#[0-9a-f]{6}$/i.test(colour);

export type Palette = {
  ground: string;
  ink: string;
  quiet: string;
  line: string;
  band: string;
  onBand: string;
  act: string;
  onAct: string;
  link: string;
};

/** On a middle grey only pure black reads. */
const inkFor = (ground: string, wished: string[]): string => {
  const ink = inkOn([ground], wished);
  return contrast(ink, ground) >= least ? ink : '#000000';
};

/** The brand's colours where they read; its ink or ground, black or white stand in where they do not. */
export function paletteOf(brand: PageBrand): Palette {
  const given = (brand.colours ?? {}) as Record<string, unknown>;
  const colour = (name: keyof typeof plain): string => {
    const wished = given[name];
    return isHex(wished) ? wished.toLowerCase() : plain[name];
  };
  const [ground, wishedInk, band, act] = [colour('ground'), colour('ink'), colour('primary'), colour('accent')];
  const ink = inkFor(ground, [wishedInk]);
  const quiet = mix(ink, ground, 0.25);
  const link = standOut(band, ground, least);
  return {
    ground,
    ink,
    quiet: contrast(quiet, ground) >= least ? quiet : ink,
    line: mix(ground, ink, 0.16),
    band,
    onBand: inkFor(band, [ground, ink]),
    act,
    onAct: inkFor(act, [ground, ink]),
    link: contrast(link, ground) >= least ? link : ink,
  };
}

/** Checked, not assumed: every pair of text and ground on the page. */
export const isReadable = (colours: Palette): boolean =>
  [
    [colours.ink, colours.ground],
    [colours.quiet, colours.ground],
    [colours.link, colours.ground],
    [colours.onBand, colours.band],
    [colours.onAct, colours.act],
  ].every(([text = '', ground = '']) => contrast(text, ground) >= least);

const sans = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",sans-serif';
/** Only letters, figures and spaces get into the sheet; no font is fetched: a phone that lacks it shows its own. */
const family = (name: unknown): string => {
  const known =
    typeof name === 'string'
      ? name
          .replaceAll(/[^\p{L}\p{N} -]/gu, '')
          .trim()
          .slice(0, 40)
      : '';
  return known ? `"${known}",${sans}` : sans;
};

/** Under 8 kB; one column for a thumb, two where there is room; logical properties, so that Arabic needs no rule of its own. */
export function pageStyle(brand: PageBrand, colours: Palette): string {
  return `*{box-sizing:border-box}
body{margin:0;background:${colours.ground};color:${colours.ink};font:400 17px/1.6 ${family(brand.fonts?.body)};overflow-wrap:break-word}
h1,h2{font-family:${family(brand.fonts?.heading)};line-height:1.15;margin:0 0 12px;text-wrap:balance}
h1{font-size:clamp(30px,8vw,48px)}
h2{font-size:24px}
h3{font-size:18px;margin:0 0 4px}
p,ul,ol,dl,dd,figure{margin:0 0 12px}
a{color:${colours.link}}
.in{max-inline-size:760px;margin-inline:auto;padding:28px 20px}
.skip{position:absolute;inset-block-start:-60px;background:${colours.ground};color:${colours.ink};padding:12px}
.skip:focus{inset-block-start:0}
.hero{background:${colours.band};color:${colours.onBand}}
.hero p{font-size:19px}
section+section{border-block-start:1px solid ${colours.line}}
.act{display:inline-block;min-block-size:48px;padding:12px 22px;margin-block:4px;margin-inline-end:8px;border-radius:12px;background:${colours.act};color:${colours.onAct};font-family:inherit;font-weight:600;font-size:17px;line-height:24px;cursor:pointer;text-decoration:none;border:1px solid currentcolor}
.side{background:none;color:inherit}
ul,ol{padding-inline-start:22px}
li{margin-block-end:10px}
.prices{list-style:none;padding:0}
.prices li{display:flex;gap:12px;justify-content:space-between;border-block-end:1px solid ${colours.line};padding-block:10px;margin:0}
.prices b{white-space:nowrap}
dt{font-weight:700}
img{max-inline-size:100%;block-size:auto;border-radius:12px;display:block}
.field{margin-block-end:14px}
label{display:block;font-weight:600;margin-block-end:4px}
input,select,textarea{inline-size:100%;min-block-size:48px;padding:10px 12px;font:inherit;color:${colours.ink};background:${colours.ground};border:1px solid ${colours.quiet};border-radius:10px}
small{display:block;color:${colours.quiet};font-size:15px}
.trap{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
:focus-visible{outline:3px solid ${colours.link};outline-offset:2px}
.hero :focus-visible{outline-color:${colours.onBand}}
footer{color:${colours.quiet};font-size:15px}
@media (min-width:720px){.hero .in{padding-block:64px}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}`;
}
