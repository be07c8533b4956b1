// Reads a few pages of one site as a search engine would, and notes what stood in the way. Called by technical-seo-audit.ts.
import { decodeBytes } from '../../../_shared/crawler/charset.ts';
import { CrawlError } from '../../../_shared/crawler/crawl-error.ts';
import { type Fetched, fetchOnce, type FetchLimits } from '../../../_shared/crawler/fetch-once.ts';
import { absolute, all, type Page, parsePage } from '../../../_shared/crawler/page.ts';
import { type RobotsKeeper, robotsKeeper } from '../../../_shared/crawler/robots.ts';
import { isSameSite, siteAddress } from '../../../_shared/crawler/site-address.ts';
import { limitsOf, type MeasureOptions, readWithRedirects } from '../web/measure-page.ts';

export type SitePage = {
  asked: string;
  url: URL;
  status: number;
  redirects: number;
  html: string;
  page: Page | null;
  closed: boolean;
  failed: boolean;
};
export type Site = {
  home: SitePage;
  pages: SitePage[];
  /** null = could not be asked */
  robots: { text: string; allows: boolean } | null;
  sitemap: { named: boolean; readable: boolean } | null;
  /** status of internal links that were not read as pages; 0 = no answer */
  links: { url: string; status: number }[];
};

const mostLinks = 20;
const maxSmall = 600_000;

async function readPage(url: URL, limits: FetchLimits, robots: RobotsKeeper): Promise<SitePage> {
  const nothing = { asked: url.href, url, status: 0, redirects: 0, html: '', page: null, closed: false, failed: true };
  try {
    const { fetched, redirects } = await readWithRedirects(url, limits, robots);
    const isHtml = /html/.test(fetched.headers['content-type'] ?? 'text/html');
    const html = fetched.status === 200 && isHtml ? decodeBytes(fetched.body, fetched.headers['content-type']).text : '';
    return {
      ...nothing,
      url: fetched.url,
      status: fetched.status,
      redirects,
      html,
      page: html ? parsePage(html, fetched.url) : null,
      failed: false,
    };
  } catch (error) {
    if (!(error instanceof CrawlError) || ['private_address', 'bad_address'].includes(error.code)) throw error;
    return { ...nothing, closed: error.code === 'blocked_by_robots' };
  }
}

const fileLike = /\.(?:pdf|jpe?g|png|webp|gif|svg|zip|mp[34]|docx?|xlsx?|css|js)$/i;

/** Addresses of the same site on the page, without fragments, each once. */
const internalLinks = ({ page, url }: SitePage): string[] =>
  page === null
    ? []
    : [...new Set(all(page, 'a[href]').map(({ attribs }) => absolute(page, attribs.href).replace(/#.*$/, '')))].filter(
        (href) => href !== '' && isSameSite(new URL(href), url),
      );

async function small(url: URL, limits: FetchLimits): Promise<Fetched | null> {
  try {
    return await fetchOnce(url, maxSmall, limits);
  } catch (error) {
    if (error instanceof CrawlError) return null;
    throw error;
  }
}

async function linkStatus(href: string, limits: FetchLimits, robots: RobotsKeeper): Promise<{ url: string; status: number } | null> {
  try {
    await robots.assertAllowed(new URL(href));
    const { status } = await fetchOnce(new URL(href), maxSmall, limits);
    return { url: href, status };
  } catch (error) {
    if (!(error instanceof CrawlError)) throw error;
    // too large to read is there; closed to programs is none of our business
    return error.code === 'too_large' ? { url: href, status: 200 } : error.code === 'blocked_by_robots' ? null : { url: href, status: 0 };
  }
}

async function readSitemap(origin: URL, robotsText: string, limits: FetchLimits): Promise<Site['sitemap']> {
  const named = /^\s*sitemap\s*:\s*(\S+)/im.exec(robotsText)?.[1];
  const url = URL.parse(named ?? '/sitemap.xml', origin);
  const fetched = url && isSameSite(url, origin) ? await small(url, limits) : null;
  const text = fetched?.status === 200 ? new TextDecoder().decode(fetched.body.subarray(0, 4000)) : '';
  return { named: named !== undefined, readable: /<(?:urlset|sitemapindex)[\s>]/.test(text) };
}

/** One page after another, `pause` ms apart; the home page first, then what it links to. @throws CrawlError bad_address */
export async function readSite(
  typed: string,
  most: number,
  options: MeasureOptions & { pause?: number },
  signal: AbortSignal,
): Promise<Site> {
  const limits = limitsOf(options, signal);
  const robots = robotsKeeper(limits);
  const home = await readPage(siteAddress(typed), limits, robots);
  const robotsFile = await small(new URL('/robots.txt', home.url), limits);
  const robotsText = robotsFile?.status === 200 ? new TextDecoder().decode(robotsFile.body) : '';
  const pages: SitePage[] = [home];
  const queue = internalLinks(home);
  const seen = new Set([home.asked, home.url.href]);
  const rest: string[] = [];
  for (const href of queue) {
    if (seen.has(href)) continue;
    seen.add(href);
    if (pages.length >= most || fileLike.test(new URL(href).pathname)) {
      rest.push(href);
      continue;
    }
    await new Promise((resolve) => setTimeout(resolve, options.pause ?? 500));
    const next = await readPage(new URL(href), limits, robots);
    pages.push(next);
    for (const link of internalLinks(next)) if (!seen.has(link) && !queue.includes(link)) queue.push(link);
  }
  const links = (await Promise.all(rest.slice(0, mostLinks).map((href) => linkStatus(href, limits, robots)))).filter(
    (link) => link !== null,
  );
  return {
    home,
    pages,
    robots: robotsFile && (robotsFile.status === 200 || robotsFile.status === 404) ? { text: robotsText, allows: !home.closed } : null,
    sitemap: home.failed && !home.closed ? null : await readSitemap(home.url, robotsText, limits),
    links,
  };
}
