// Skill technical-seo-audit: faults that keep search engines and slow phones away, each with its cure. Made with the crawler's options by seo-skills.ts.
import { CrawlError } from '../../../_shared/crawler/crawl-error.ts';
import type { Language } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { type Figures, figuresOf, type MeasureOptions, measurePage } from '../web/measure-page.ts';
import { auditSite } from './audit-rules.ts';
import { auditCures, rulePoints } from './audit-words.ts';
import { readSite, type Site } from './read-site.ts';
import { seoPhrases } from './seo-phrases.ts';

type Input = { url: string; language: Language; pages?: number };
export type AuditOptions = MeasureOptions & {
  /** between two pages (ms) */
  pause?: number;
};

const usualPages = 8;

/** null when the home page cannot be weighed: then the rule is not checked, never passed. */
async function weigh(site: Site, options: MeasureOptions, signal: AbortSignal): Promise<Figures | null> {
  if (site.home.page === null) return null;
  try {
    return figuresOf(await measurePage(site.home.url.href, options, signal));
  } catch (error) {
    if (error instanceof CrawlError) return null;
    throw error;
  }
}

/** @throws CrawlError bad_address, private_address for what is no public site */
export const technicalSeoAudit =
  (options: AuditOptions): SkillFunction =>
  async ({ context, signal }) => {
    const { url, language, pages = usualPages } = context.input as Input;
    const site = await readSite(url, pages, options, signal);
    const found = auditSite(site, await weigh(site, options, signal));
    const failed = new Set(found.filter(({ state }) => state === 'failed').map(({ check }) => check));
    const pages_read = site.pages.filter(({ page }) => page !== null).length;
    // a site that nobody can read has no points, however few rules could be tried on it
    const seo_points = pages_read === 0 ? 0 : Math.max(0, 100 - [...failed].reduce((sum, check) => sum + rulePoints[check], 0));
    const checks = found.slice(0, 120).map((one) => ({
      ...one,
      cure: one.state === 'failed' ? sayFrom(auditCures, language, one.check) : '',
      points: one.state === 'failed' ? rulePoints[one.check] : 0,
    }));
    const first = [...failed][0];
    const speak = context.run.language;
    const values = {
      pages: pages_read,
      host: site.home.url.host,
      points: seo_points,
      failed: failed.size,
      first: first ? sayFrom(auditCures, speak, first) : '–',
      unchecked: found.filter(({ state }) => state === 'not_checked').length,
    };
    return {
      say: sayFrom(seoPhrases, speak, 'audited', values).replaceAll('..', '.'),
      url: site.home.url.href.slice(0, 500),
      pages_read,
      seo_points,
      checks,
    };
  };
