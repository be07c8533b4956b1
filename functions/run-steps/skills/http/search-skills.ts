// Skills that look around: keyword-tracker, serp-analyzer, social-listening, backlink-checker. Listed in http-skills.ts.
import { readKeywords } from '../../../_shared/platforms/google/search-console.ts';
import { readBackLinks } from '../../../_shared/platforms/search/bing-links.ts';
import { type Hit, searchWeb } from '../../../_shared/platforms/search/brave.ts';
import type { HttpSkill } from './http-skill.ts';
import { metered } from './metered.ts';
import { tell } from './phrases.ts';

const keywordTracker: HttpSkill = {
  empty: ({ context }) => {
    const { site, from, to } = context.input;
    return { site, from, to, keywords: [] };
  },
  run: async ({ context, door, now }) => {
    const { site, from, to } = context.input as { site: string; from: string; to: string };
    const { to: last, keywords } = await readKeywords(door, site, from, to, now);
    const { language } = context.run;
    const [first] = keywords;
    const told = first ? tell(language, 'keywords', { count: keywords.length, first: first.query }) : tell(language, 'no_keywords');
    return {
      say: last === to ? told : `${told} ${tell(language, 'moved', { to: last })}`,
      site,
      from: from > last ? last : from,
      to: last,
      keywords,
    };
  },
};

const hosts: [RegExp, string][] = [
  [/(^|\.)(facebook|instagram|tiktok|linkedin|x|twitter|threads|pinterest)\.com$/, 'social'],
  [/(^|\.)(youtube|dailymotion|vimeo)\.com$/, 'video'],
  [/(^|\.)(tripadvisor|yelp|pagesjaunes|yellowpages|foursquare|mapquest|kompass)\./, 'directory'],
  [/(^|\.)(amazon|ebay|etsy|jumia|aliexpress|cdiscount|shein|temu)\./, 'shop'],
];
const kindOf = (hit: Hit): string =>
  hosts.find(([pattern]) => pattern.test(hit.host))?.[1] ?? (hit.kind === 'product' ? 'shop' : hit.kind === 'article' ? 'news' : 'page');

const isSame = (host: string, own: string): boolean => own !== '' && (host === own || host.endsWith(`.${own}`));

const serpAnalyzer: HttpSkill = {
  empty: ({ now }) => ({ results: [], checked_at: now }),
  run: async (work) => {
    const { context, door, now } = work;
    const {
      queries,
      country,
      language,
      own_domain = '',
    } = context.input as { queries: string[]; country: string; language: string; own_domain?: string };
    const own =
      own_domain
        .replace(/^https?:\/\//, '')
        .replace(/^www\./, '')
        .split('/')[0] ?? '';
    const results = [];
    for (const query of queries) {
      const hits = await metered(work, 'brave_search', 1, () => searchWeb(door, query, { country, language }));
      const rank = hits.findIndex(({ host }) => isSame(host, own)) + 1;
      const entries = hits
        .slice(0, 20)
        .map((hit, at) => ({ rank: at + 1, domain: hit.host, title: hit.title, url: hit.url, kind: kindOf(hit) }));
      results.push({ query, own_rank: rank || null, entries });
    }
    const seen = results.filter(({ own_rank }) => own_rank).length;
    return { say: tell(context.run.language, 'ranks', { count: queries.length, seen }), results, checked_at: now };
  },
};

const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const socialListening: HttpSkill = {
  empty: () => ({ finds: [] }),
  run: async (work) => {
    const { context, door, now } = work;
    const { names, place = '', since, language } = context.input as { names: string[]; place?: string; since: string; language: string };
    const freshness = `${since.slice(0, 10)}to${now.slice(0, 10)}`;
    const own = URL.parse(context.brand?.website ?? '')?.hostname.replace(/^www\./, '') ?? '';
    const finds = new Map<string, Record<string, unknown>>();
    for (const name of names)
      for (const what of ['web', 'news'] as const) {
        const hits = await metered(work, 'brave_search', 1, () =>
          searchWeb(door, [`"${name.replaceAll('"', '')}"`, place].filter(Boolean).join(' '), {
            language,
            freshness,
            what,
          }),
        );
        for (const hit of hits) {
          const isAbout = fold(`${hit.title} ${hit.description}`).includes(fold(name));
          if (!isAbout || isSame(hit.host, own) || kindOf(hit) === 'social' || finds.has(hit.url)) continue;
          const kind = kindOf(hit);
          finds.set(hit.url, {
            url: hit.url,
            title: hit.title,
            source: hit.host.slice(0, 120),
            published_at: hit.age,
            quote: (hit.description || hit.title).slice(0, 300),
            kind:
              what === 'news' || kind === 'news'
                ? 'news'
                : kind === 'video' || kind === 'directory'
                  ? kind
                  : /forum|reddit|quora/.test(hit.host)
                    ? 'forum'
                    : 'other',
          });
        }
      }
    const all = [...finds.values()].slice(0, 50);
    return { say: tell(context.run.language, 'finds', { count: all.length }), finds: all };
  },
};

const backlinkChecker: HttpSkill = {
  empty: ({ context }) => ({ site: context.input.site, total: 0, links: [], domains: 0 }),
  run: async ({ context, door }) => {
    const site = String(context.input.site);
    const { total, links } = await readBackLinks(door, site);
    const domains = new Set(links.map(({ from_domain }) => from_domain.split('.').slice(-2).join('.'))).size;
    return { say: tell(context.run.language, 'links', { total, domains }), site, total: Math.max(total, links.length), links, domains };
  },
};

export const searchSkills: Record<string, HttpSkill> = {
  'keyword-tracker': keywordTracker,
  'serp-analyzer': serpAnalyzer,
  'social-listening': socialListening,
  'backlink-checker': backlinkChecker,
};
