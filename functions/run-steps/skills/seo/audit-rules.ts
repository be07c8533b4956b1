// The fifteen rules of the technical audit, each on the pages that were read. Called by technical-seo-audit.ts.
import { all, collapse, one, type Page, visibleText } from '../../../_shared/crawler/page.ts';
import { detectLocale } from '../localization/detect-locale.ts';
import type { Figures } from '../web/measure-page.ts';
import { type AuditRule, rulePoints } from './audit-words.ts';
import type { Site, SitePage } from './read-site.ts';

/** `page` is empty for what is true of the whole site. */
export type Finding = { check: AuditRule; state: 'passed' | 'failed' | 'not_checked'; page: string; evidence: string };

const heavy = 1_500_000;
const warnFrom = 500_000;
const mostOfRule = 8;

type PageRule = (page: Page, site: SitePage) => string | null;
const textIn = (page: Page, selector: string): string =>
  collapse(
    all(page, selector)
      .map((found) => visibleText(found, 5000))
      .join(' '),
  );
const titleOf = (page: Page): string => {
  const title = one(page, 'head > title, title');
  return collapse(title ? title.children.map((child) => ('data' in child ? child.data : '')).join('') : '');
};
const letters = (text: string) => [...text].length;

/** What is wrong on a page, or null. */
const pageRules: Partial<Record<AuditRule, PageRule>> = {
  https: (page, { url }) => {
    if (url.protocol !== 'https:') return url.href;
    const mixed = all(page, 'img[src], script[src], link[rel~=stylesheet i][href], iframe[src]').find(({ attribs }) =>
      /^http:\/\//i.test(attribs.src ?? attribs.href ?? ''),
    );
    return mixed ? (mixed.attribs.src ?? mixed.attribs.href ?? '') : null;
  },
  canonical: (page) => {
    const count = all(page, 'link[rel~=canonical i][href]').length;
    return count === 1 ? null : `canonical: ${count}`;
  },
  title: (page) => {
    const title = titleOf(page);
    return letters(title) >= 10 && letters(title) <= 60 ? null : `${letters(title)}: ${title}`;
  },
  description: (page) => {
    const description = collapse(one(page, 'meta[name="description" i]')?.attribs.content ?? '');
    return letters(description) >= 50 && letters(description) <= 160 ? null : `${letters(description)}: ${description}`;
  },
  heading: (page) => {
    const count = all(page, 'h1').length;
    return count === 1 ? null : `h1: ${count}`;
  },
  language: (page) => {
    const told = (one(page, 'html')?.attribs.lang ?? '').toLowerCase();
    const read = detectLocale(textIn(page, one(page, 'body') ? 'body' : 'html').slice(0, 4000));
    if (!told) return 'html lang: –';
    const isSure = read.language !== 'other' && read.confidence >= 0.5;
    return isSure && !told.startsWith(read.language) ? `html lang: ${told}, text: ${read.language}` : null;
  },
  viewport: (page) =>
    /width\s*=\s*device-width/i.test(one(page, 'meta[name="viewport" i]')?.attribs.content ?? '') ? null : 'meta viewport: –',
  picture_text: (page) => {
    const silent = all(page, 'img:not([alt])');
    return silent.length === 0 ? null : `${silent.length}: ${silent[0]?.attribs.src ?? ''}`;
  },
  structured_data: (page) => {
    const scripts = all(page, 'script[type="application/ld+json" i]').map((script) =>
      script.children.map((child) => ('data' in child ? child.data : '')).join(''),
    );
    if (scripts.length === 0) return 'JSON-LD: –';
    const broken = scripts.find((source) => !isJson(source));
    return broken === undefined ? null : `JSON-LD: ${broken.trim().slice(0, 80)}`;
  },
  redirects: (_page, { redirects }) => (redirects <= 1 ? null : String(redirects)),
};

function isJson(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}

const finding = (check: AuditRule, state: Finding['state'], page = '', evidence = ''): Finding => ({
  check,
  state,
  page: page.slice(0, 500),
  evidence: evidence.slice(0, 300),
});

/** One row when all is well, a row for each page that fails. */
function onPages(check: AuditRule, rule: PageRule, pages: SitePage[]): Finding[] {
  const read = pages.flatMap((site) => (site.page ? [{ site, wrong: rule(site.page, site) }] : []));
  if (read.length === 0) return [finding(check, 'not_checked')];
  const failed = read.filter(({ wrong }) => wrong !== null).slice(0, mostOfRule);
  return failed.length === 0
    ? [finding(check, 'passed')]
    : failed.map(({ site, wrong }) => finding(check, 'failed', site.url.href, wrong ?? ''));
}

/** Titles that two pages share. */
function doubledTitles(pages: SitePage[]): Finding[] {
  const titles = Map.groupBy(
    pages.filter(({ page }) => page !== null),
    ({ page }) => (page ? titleOf(page) : ''),
  );
  return [...titles].flatMap(([title, own]) =>
    title !== '' && own.length > 1
      ? own.slice(1, 4).map(({ url }) => finding('title', 'failed', url.href, `= ${own[0]?.url.href ?? ''}`))
      : [],
  );
}

function onSite({ home, robots, sitemap, pages, links }: Site, weight: Figures | null): Finding[] {
  const bad = [
    ...pages
      .filter(({ failed, closed, status }) => !closed && (failed || status !== 200))
      .map(({ asked, status }) => ({ url: asked, status })),
    ...links.filter(({ status }) => status === 0 || status >= 400),
  ];
  const kb = weight ? `${Math.round(weight.bytes / 1000)} kB` : '';
  return [
    home.closed
      ? finding('status', 'not_checked')
      : home.status === 200
        ? finding('status', 'passed')
        : finding('status', 'failed', home.asked, String(home.status || '–')),
    robots === null
      ? finding('robots', 'not_checked')
      : robots.allows
        ? finding('robots', 'passed')
        : finding('robots', 'failed', new URL('/robots.txt', home.url).href, robots.text.slice(0, 200)),
    sitemap === null
      ? finding('sitemap', 'not_checked')
      : sitemap.named && sitemap.readable
        ? finding('sitemap', 'passed')
        : finding('sitemap', 'failed', home.url.origin, sitemap.readable ? 'robots.txt: –' : 'sitemap.xml: –'),
    weight === null
      ? finding('weight', 'not_checked')
      : weight.bytes > heavy
        ? finding('weight', 'failed', home.url.href, kb)
        : finding('weight', 'passed', '', weight.bytes > warnFrom ? `! ${kb}` : kb),
    ...(pages.every(({ page }) => page === null)
      ? [finding('broken_link', 'not_checked')]
      : bad.filter(({ url }) => url !== home.asked).length === 0
        ? [finding('broken_link', 'passed')]
        : []),
    ...bad
      .filter(({ url }) => url !== home.asked)
      .slice(0, mostOfRule)
      .map(({ url, status }) => finding('broken_link', 'failed', url, String(status || '–'))),
  ];
}

export function auditSite(site: Site, weight: Figures | null): Finding[] {
  const doubled = doubledTitles(site.pages);
  const ofPages = (Object.entries(pageRules) as [AuditRule, PageRule][]).flatMap(([check, rule]) => onPages(check, rule, site.pages));
  const own = ofPages.filter(({ check, state }) => !(check === 'title' && state === 'passed' && doubled.length > 0));
  return [...onSite(site, weight), ...own, ...doubled].toSorted((a, b) => rulePoints[b.check] - rulePoints[a.check]);
}
