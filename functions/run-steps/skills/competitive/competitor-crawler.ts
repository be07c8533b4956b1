// Skill competitor-crawler: the public pages of competitors, read politely, and what changed. Made with the crawler's options by ../registry.ts.
import { CrawlError, type CrawlErrorCode } from '../../../_shared/crawler/crawl-error.ts';
import { crawl, type CrawlOptions } from '../../../_shared/crawler/crawl.ts';
import { siteAddress } from '../../../_shared/crawler/site-address.ts';
import type { CrawlResult } from '../../../_shared/crawler/types.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { type Change, compareReadings, hashOf, type Offer, type Reading } from './compare-readings.ts';
import { competitivePhrases } from './competitive-phrases.ts';

type Input = { urls: string[]; before?: Record<string, unknown>[]; now: string };
type Status = 'read' | 'closed_by_robots' | 'unreachable' | 'not_a_page';
type Page = Reading & {
  url: string;
  name: string;
  status: Status;
  title: string;
  changed: 'first' | 'same' | 'changed';
  suspicious: boolean;
};

export type CompetitorOptions = Pick<CrawlOptions, 'allowHosts' | 'resolve'> & {
  /** between two pages of one host (ms) */
  pause?: number;
};

const statuses: Partial<Record<CrawlErrorCode, Status>> = {
  blocked_by_robots: 'closed_by_robots',
  not_html: 'not_a_page',
  empty: 'not_a_page',
};
const nothing = { name: '', title: '', text: '', offers: [], suspicious: false };

const addressOf = (typed: string): string => {
  try {
    return siteAddress(typed).href;
  } catch {
    return typed;
  }
};

/** An earlier reading of the same address, in this skill's own shape or with its facts apart. */
function readingBefore(before: Record<string, unknown>[], url: string): Reading | null {
  const earlier = before.find((one) => typeof one.url === 'string' && addressOf(one.url) === url);
  if (!earlier || typeof earlier.hash !== 'string') return null;
  const facts = (typeof earlier.facts === 'object' && earlier.facts !== null ? earlier.facts : earlier) as Partial<Reading>;
  const offers = Array.isArray(facts.offers) ? facts.offers.filter((offer): offer is Offer => typeof offer?.name === 'string') : [];
  return {
    hash: earlier.hash,
    text: typeof facts.text === 'string' ? facts.text : '',
    offers: offers.map(({ name, price }) => ({ name, price: price ?? '' })),
  };
}

function pageOf(url: string, facts: CrawlResult, before: Reading | null): Page {
  const hash = hashOf(facts.text);
  const offers = facts.products.map(({ name, price }) => ({ name: name.slice(0, 120), price: price.slice(0, 40) }));
  return {
    url,
    name: (facts.organisation?.name || facts.site_name || facts.title).slice(0, 120),
    status: 'read',
    title: facts.title.slice(0, 200),
    text: facts.text.slice(0, 6000),
    offers: offers.slice(0, 30),
    hash,
    changed: before ? 'same' : 'first',
    suspicious: facts.suspicious,
  };
}

export function competitorCrawler({ pause = 5000, ...options }: CompetitorOptions = {}): SkillFunction {
  return async ({ context, signal }) => {
    const { urls, before = [], now } = context.input as Input;
    const addresses = [...new Set(urls.map(addressOf))];
    const changes: (Change & { url: string })[] = [];

    async function readOne(url: string): Promise<Page> {
      const earlier = readingBefore(before, url);
      try {
        const page = pageOf(url, await crawl(url, { ...options, signal }), earlier);
        const found = earlier ? compareReadings(earlier, page) : [];
        changes.push(...found.map((change) => ({ url: url.slice(0, 500), ...change })));
        return found.length > 0 ? { ...page, changed: 'changed' } : page;
      } catch (error) {
        if (!(error instanceof CrawlError)) throw error;
        const status = statuses[error.code] ?? 'unreachable';
        // what could not be read has not changed
        return { ...nothing, url, status, hash: earlier?.hash ?? 'unread', changed: earlier ? 'same' : 'first' };
      }
    }

    /** One host after another page by page; hosts do not wait for each other. */
    const byHost = Map.groupBy(addresses, (url) => URL.parse(url)?.host ?? url);
    const read = await Promise.all(
      [...byHost.values()].map(async (own) => {
        const pages: Page[] = [];
        for (const [at, url] of own.entries()) {
          if (at > 0) await new Promise((resolve) => setTimeout(resolve, pause));
          pages.push(await readOne(url));
        }
        return pages;
      }),
    );
    const pages = addresses.flatMap((url) => read.flat().find((page) => page.url === url) ?? []);
    const { language } = context.run;
    const closed = pages.filter(({ status }) => status === 'closed_by_robots').map(({ url }) => URL.parse(url)?.host ?? url);
    const price = changes.find(({ kind }) => kind === 'price');
    const values = {
      read: pages.filter(({ status }) => status === 'read').length,
      asked: pages.length,
      changes: changes.length,
      first: price ? `${price.before} → ${price.after}.` : '',
      closed: closed.length > 0 ? sayFrom(competitivePhrases, language, 'closed', { hosts: closed.join(', ') }) : '',
    };
    return {
      say: sayFrom(competitivePhrases, language, 'read', values).replaceAll(/ +/g, ' ').trim(),
      pages: pages.map((page) => ({ ...page, url: page.url.slice(0, 500) })),
      changes: changes.slice(0, 60),
      read_at: now,
    };
  };
}
