// A page and all it loads, weighed as a phone would: bytes on the line, requests, what stands before the first paint. Called by page-speed-fixer and technical-seo-audit.
import { decodeBytes } from '../../../_shared/crawler/charset.ts';
import { CrawlError } from '../../../_shared/crawler/crawl-error.ts';
import { userAgent } from '../../../_shared/crawler/crawl.ts';
import { type Fetched, fetchOnce, type FetchLimits } from '../../../_shared/crawler/fetch-once.ts';
import { absolute, all, type Element, type Page, parsePage } from '../../../_shared/crawler/page.ts';
import { type Resolve, systemResolve } from '../../../_shared/crawler/public-address.ts';
import { type RobotsKeeper, robotsKeeper } from '../../../_shared/crawler/robots.ts';
import { isSameSite, siteAddress } from '../../../_shared/crawler/site-address.ts';

export type MeasureOptions = { allowHosts?: readonly string[]; resolve?: Resolve };
export type Kind = 'picture' | 'script' | 'style' | 'font';
export type Resource = {
  url: string;
  kind: Kind;
  /** bytes on the line; 0 when it did not answer */
  bytes: number;
  status: number;
  mime: string;
  cacheSeconds: number | null;
  isBlocking: boolean;
  isForeign: boolean;
  element: Element | null;
  text: string;
};
export type Measured = { url: URL; html: string; page: Page; bytes: number; redirects: number; resources: Resource[] };
export type Figures = { bytes: number; requests: number; pictures_bytes: number; script_bytes: number; slow_3g_seconds: number };

const maxPageBytes = 3_000_000;
const maxResourceBytes = 4_000_000;
const mostResources = 40;
const mostRedirects = 5;
const together = 4;

export const limitsOf = ({ allowHosts = [], resolve = systemResolve }: MeasureOptions, signal: AbortSignal): FetchLimits => ({
  userAgent,
  signal,
  allowHosts,
  resolve,
});

/** What went over the line: packed where the server packs it and says how long that is. */
const onTheLine = ({ headers, body }: Fetched): number => {
  const told = Number(headers['content-length'] ?? 0);
  return headers['content-encoding'] && told > 0 ? told : body.length;
};

const cacheOf = ({ headers }: Fetched): number | null => {
  const told = headers['cache-control'] ?? '';
  if (/no-store|no-cache/.test(told)) return 0;
  const seconds = /max-age=(\d+)/.exec(told)?.[1];
  return seconds === undefined ? null : Number(seconds);
};

function wanted(page: Page): Pick<Resource, 'url' | 'kind' | 'isBlocking' | 'element'>[] {
  const isInHead = (element: Element) => all(page, 'head script, head link').includes(element);
  const styles = all(page, 'link[rel~=stylesheet i][href]').map((element) => ({
    url: absolute(page, element.attribs.href),
    kind: 'style' as const,
    isBlocking: !/^print$/i.test(element.attribs.media ?? ''),
    element,
  }));
  const scripts = all(page, 'script[src]').map((element) => {
    const waits = !('async' in element.attribs) && !('defer' in element.attribs) && element.attribs.type !== 'module';
    return { url: absolute(page, element.attribs.src), kind: 'script' as const, isBlocking: waits && isInHead(element), element };
  });
  const fonts = all(page, 'link[rel~=preload i][as=font i][href]').map((element) => ({
    url: absolute(page, element.attribs.href),
    kind: 'font' as const,
    isBlocking: false,
    element,
  }));
  const pictures = all(page, 'img[src]').map((element) => ({
    url: absolute(page, element.attribs.src),
    kind: 'picture' as const,
    isBlocking: false,
    element,
  }));
  const found = [...styles, ...scripts, ...fonts, ...pictures].filter(({ url }) => url !== '');
  return found.filter(({ url }, at) => found.findIndex((other) => other.url === url) === at).slice(0, mostResources);
}

const fontsOf = (sheet: string, base: string): string[] =>
  [...sheet.matchAll(/@font-face\s*\{[^}]*?url\(\s*['"]?([^'")]+)/gi)].flatMap(([, address = '']) => {
    const url = URL.parse(address, base);
    return url && /^https?:$/.test(url.protocol) ? [url.href] : [];
  });

async function weigh(
  one: Pick<Resource, 'url' | 'kind' | 'isBlocking' | 'element'>,
  home: URL,
  limits: FetchLimits,
  robots: RobotsKeeper,
): Promise<Resource> {
  const url = new URL(one.url);
  const nothing = { ...one, bytes: 0, status: 0, mime: '', cacheSeconds: null, isForeign: !isSameSite(url, home), text: '' };
  try {
    await robots.assertAllowed(url);
    const fetched = await fetchOnce(url, maxResourceBytes, limits);
    const mime = fetched.headers['content-type']?.split(';')[0]?.trim() ?? '';
    const text = one.kind === 'style' ? decodeBytes(fetched.body, fetched.headers['content-type']).text : '';
    return { ...nothing, bytes: onTheLine(fetched), status: fetched.status, mime, cacheSeconds: cacheOf(fetched), text };
  } catch (error) {
    if (!(error instanceof CrawlError)) throw error;
    return error.code === 'too_large' ? { ...nothing, bytes: maxResourceBytes, status: 200 } : nothing;
  }
}

async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += together) results.push(...(await Promise.all(items.slice(at, at + together).map(work))));
  return results;
}

/** Redirects are followed and counted. @throws CrawlError */
export async function readWithRedirects(
  start: URL,
  limits: FetchLimits,
  robots: RobotsKeeper,
): Promise<{ fetched: Fetched; redirects: number }> {
  let url = start;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    await robots.assertAllowed(url);
    const fetched = await fetchOnce(url, maxPageBytes, limits);
    const next =
      [301, 302, 303, 307, 308].includes(fetched.status) && fetched.headers.location ? URL.parse(fetched.headers.location, url) : null;
    if (!next) return { fetched, redirects };
    url = next;
  }
  throw new CrawlError('too_many_redirects', `${start.host} sends in circles`);
}

/** @throws CrawlError when the page itself cannot be read */
export async function measurePage(typed: string, options: MeasureOptions, signal: AbortSignal): Promise<Measured> {
  const limits = limitsOf(options, signal);
  const robots = robotsKeeper(limits);
  const { fetched, redirects } = await readWithRedirects(siteAddress(typed), limits, robots);
  if (fetched.status !== 200)
    throw new CrawlError(
      fetched.status === 404 ? 'not_found' : 'unreachable',
      `${fetched.url.host} answered with status ${fetched.status}`,
    );
  const html = decodeBytes(fetched.body, fetched.headers['content-type']).text;
  const page = parsePage(html, fetched.url);
  const first = await inTurns(wanted(page), (one) => weigh(one, fetched.url, limits, robots));
  const known = new Set(first.map(({ url }) => url));
  const fonts = [...new Set(first.flatMap(({ kind, text, url }) => (kind === 'style' ? fontsOf(text, url) : [])))]
    .filter((url) => !known.has(url))
    .slice(0, 12);
  const more = await inTurns(fonts, (url) => weigh({ url, kind: 'font', isBlocking: false, element: null }, fetched.url, limits, robots));
  return { url: fetched.url, html, page, bytes: onTheLine(fetched), redirects, resources: [...first, ...more] };
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** By formula: round trips x 0.4 s + what stands before the first paint at 50 kB a second. */
export function figuresOf({ url, bytes, redirects, resources }: Pick<Measured, 'url' | 'bytes' | 'redirects' | 'resources'>): Figures {
  const blocking = resources.filter(({ isBlocking }) => isBlocking);
  const hosts = new Set(blocking.map((one) => new URL(one.url).host).filter((host) => host !== url.host));
  // name, connection and (https) keys; the page; what blocks it; name, connection and keys of each other host
  const opening = url.protocol === 'https:' ? 3 : 2;
  const trips = opening + 1 + redirects + (blocking.length > 0 ? 1 : 0) + hosts.size * opening;
  const seconds = trips * 0.4 + (bytes + sum(blocking.map((one) => one.bytes))) / 50_000;
  const of = (kind: Kind) => sum(resources.filter((one) => one.kind === kind).map((one) => one.bytes));
  return {
    bytes: bytes + sum(resources.map((one) => one.bytes)),
    requests: 1 + redirects + resources.length,
    pictures_bytes: of('picture'),
    script_bytes: of('script'),
    slow_3g_seconds: Math.round(seconds * 10) / 10,
  };
}
