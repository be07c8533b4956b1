// What makes a measured page heavy, each with what it would save. Called by page-speed-fixer.ts.
import { all } from '../../../_shared/crawler/page.ts';
import { bytesOf } from './check-page.ts';
import { optimizeCss } from './css-optimizer.ts';
import type { Measured, Resource } from './measure-page.ts';

export type SpeedRule =
  | 'large_picture'
  | 'wrong_format'
  | 'no_dimensions'
  | 'render_blocking'
  | 'third_party'
  | 'unused_css'
  | 'no_cache'
  | 'many_fonts'
  | 'redirect';
export type SpeedFinding = { rule: SpeedRule; what: string; saves_bytes: number };

const largePicture = 150_000;
const worthConverting = 50_000;
const cacheAtLeast = 86_400;
const mostFonts = 2;
const mostCss = 200_000;
/** What WebP at quality 75 saves of JPEG and PNG, on the careful side. */
const webpSaves = 0.3;

const kb = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
const nameOf = (url: string) => (URL.parse(url)?.pathname.split('/').pop() || url).slice(0, 120);

function ofPicture(picture: Resource): SpeedFinding[] {
  const found: SpeedFinding[] = [];
  const what = `${nameOf(picture.url)}: ${kb(picture.bytes)}`;
  if (picture.bytes > largePicture) found.push({ rule: 'large_picture', what, saves_bytes: picture.bytes - largePicture });
  else if (picture.bytes > worthConverting && /^image\/(?:jpe?g|png|gif|bmp)$/.test(picture.mime))
    found.push({ rule: 'wrong_format', what: `${what}, ${picture.mime}`, saves_bytes: Math.round(picture.bytes * webpSaves) });
  const { width, height } = picture.element?.attribs ?? {};
  if (!width || !height) found.push({ rule: 'no_dimensions', what: nameOf(picture.url), saves_bytes: 0 });
  return found;
}

/** Sheets and style elements against the page; never more than the optimizer proved to look the same. */
function unusedCss({ page, resources }: Measured): SpeedFinding[] {
  const sheets = resources
    .filter(({ kind, text }) => kind === 'style' && text !== '' && text.length <= mostCss)
    .map(({ url, text }) => ({ name: nameOf(url), text }));
  const inline = all(page, 'style').map((style) => ({
    name: '<style>',
    text: style.children.map((child) => ('data' in child ? child.data : '')).join(''),
  }));
  return [...sheets, ...inline.filter(({ text }) => text.length <= mostCss)].flatMap(({ name, text }) => {
    const saves = bytesOf(text) - bytesOf(optimizeCss(text, page).css);
    return saves > 500 ? [{ rule: 'unused_css' as const, what: `${name}: ${kb(bytesOf(text))}`, saves_bytes: saves }] : [];
  });
}

/** Heaviest first, at most forty. */
export function speedFindings(measured: Measured): SpeedFinding[] {
  const { resources, redirects, url } = measured;
  const foreign = Map.groupBy(
    resources.filter(({ isForeign }) => isForeign),
    (one) => new URL(one.url).host,
  );
  const fonts = resources.filter(({ kind }) => kind === 'font');
  const blocking = resources.filter(({ kind, isBlocking }) => kind === 'script' && isBlocking);
  const uncached = resources.filter(
    ({ status, isForeign, cacheSeconds }) => status === 200 && !isForeign && (cacheSeconds ?? 0) < cacheAtLeast,
  );
  const found: SpeedFinding[] = [
    ...resources.filter(({ kind }) => kind === 'picture').flatMap(ofPicture),
    ...blocking.map((one) => ({ rule: 'render_blocking' as const, what: `${nameOf(one.url)}: ${kb(one.bytes)}`, saves_bytes: 0 })),
    ...[...foreign].map(([host, own]) => ({
      rule: 'third_party' as const,
      what: `${host}: ${own.length}`,
      saves_bytes: own.reduce((sum, one) => sum + one.bytes, 0),
    })),
    ...unusedCss(measured),
    ...uncached.map((one) => ({ rule: 'no_cache' as const, what: nameOf(one.url), saves_bytes: one.bytes })),
    ...(fonts.length > mostFonts
      ? [
          {
            rule: 'many_fonts' as const,
            what: String(fonts.length),
            saves_bytes: fonts.slice(mostFonts).reduce((sum, one) => sum + one.bytes, 0),
          },
        ]
      : []),
    ...(redirects > 0 ? [{ rule: 'redirect' as const, what: `${redirects}: ${url.href}`.slice(0, 300), saves_bytes: 0 }] : []),
  ];
  return found.toSorted((a, b) => b.saves_bytes - a.saves_bytes).slice(0, 40);
}
