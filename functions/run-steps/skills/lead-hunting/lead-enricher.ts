// Skill lead-enricher: what a firm's own home, contact and imprint pages add to what is known. Made by lead-hunting-skills.ts.
import { CrawlError } from '../../../_shared/crawler/crawl-error.ts';
import { crawl, type CrawlOptions } from '../../../_shared/crawler/crawl.ts';
import { fold } from '../../../_shared/house/fold.ts';
import type { Language } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import { sayNumber } from '../say-figures.ts';
import type { SkillFunction } from '../skill.ts';
import { enricherPhrases } from './enricher-phrases.ts';
import { type Fact, type Field, readFirm, sayPhone } from './read-firm.ts';

type Lead = Partial<Record<'reference' | 'place_id' | 'id' | 'name' | 'website' | 'url' | 'country' | 'address' | Field, unknown>>;
type Input = { lead: Lead; language: Language; country?: string };
type Conflict = { field: string; known: string; found: string };
type Status = 'enriched' | 'no_website' | 'closed_by_robots' | 'unreachable' | 'nothing_found';

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The same for a reader: digits of a number, words of the rest. */
function isSame(field: Field, known: string, found: string, country: string): boolean {
  const key = (value: string) =>
    field === 'phone'
      ? sayPhone(value, country).replace(/\D/g, '')
      : fold(value)
          .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
          .trim();
  return key(known) === key(found) || (field !== 'phone' && key(found).includes(key(known)));
}

/** Nothing known is overwritten: a difference is for a person to settle. The first page that says something has the word. */
function compare(lead: Lead, facts: Fact[], country: string): { facts: Fact[]; conflicts: Conflict[] } {
  const first = facts.filter((fact, at) => facts.findIndex(({ field }) => field === fact.field) === at);
  const differs = ({ field, value }: Fact) => textOf(lead[field]) !== '' && !isSame(field, textOf(lead[field]), value, country);
  return {
    facts: first.filter((fact) => !differs(fact)).slice(0, 40),
    conflicts: first
      .filter(differs)
      .slice(0, 10)
      .map(({ field, value }) => ({ field, known: textOf(lead[field]).slice(0, 200), found: value.slice(0, 200) })),
  };
}

/** Home page, then the contact and imprint pages it links to; one of those that fails is left out. */
async function readPages(
  website: string,
  options: CrawlOptions,
): Promise<{ pages: Awaited<ReturnType<typeof crawl>>[]; isHostile: boolean }> {
  const home = await crawl(website, options);
  const more = await Promise.all(home.contact_pages.map((page) => crawl(page, options).catch(() => null)));
  const pages = [home, ...more.filter((page) => page !== null)];
  return { pages, isHostile: pages.some(({ suspicious }) => suspicious) };
}

const statusOf = (error: CrawlError): Status =>
  error.code === 'blocked_by_robots' ? 'closed_by_robots' : error.code === 'empty' ? 'nothing_found' : 'unreachable';

export function leadEnricher(options: Pick<CrawlOptions, 'allowHosts'>): SkillFunction {
  return async ({ context, signal }) => {
    const { lead, language, country = textOf((context.input as Input).lead.country) } = context.input as Input;
    const website = textOf(lead.website) || textOf(lead.url);
    const name = textOf(lead.name) || website;
    const reference = (textOf(lead.reference) || textOf(lead.place_id) || textOf(lead.id) || name || '–').slice(0, 120);
    const answer = (status: Status, found: { facts: Fact[]; conflicts: Conflict[] }, isHostile = false) => {
      const values = {
        name: name.slice(0, 80),
        facts: sayNumber(found.facts.length, language),
        conflicts: sayNumber(found.conflicts.length, language),
      };
      const warning = isHostile ? ` ${sayFrom(enricherPhrases, language, 'hostile')}` : '';
      return { say: `${sayFrom(enricherPhrases, language, status, values)}${warning}`.slice(0, 500), reference, ...found, status };
    };
    const nothing = { facts: [], conflicts: [] };
    if (website === '') return answer('no_website', nothing);
    try {
      const { pages, isHostile } = await readPages(website, { ...options, signal });
      // a directory's street line is an address
      const known = { ...lead, place: textOf(lead.place) || textOf(lead.address) };
      const found = compare(
        known,
        pages.flatMap((page) => readFirm(page, country)),
        country,
      );
      return answer(found.facts.length + found.conflicts.length > 0 ? 'enriched' : 'nothing_found', found, isHostile);
    } catch (error) {
      if (!(error instanceof CrawlError) || signal.aborted) throw error;
      return answer(statusOf(error), nothing);
    }
  };
}
