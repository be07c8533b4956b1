// The house brand skills over real pages: the five businesses of tests/sites, served, crawled and read as a brand scan would.
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrandAudience, BrandOffer, BrandProposal, BrandVoice, type Language } from '../payloads.ts';
import { startSites, type Sites, type SiteName } from '../../../tests/sites/serve.ts';
import { detectBrandFonts, extractBrandColours } from '../crawler/brand-look.ts';
import { crawl } from '../crawler/crawl.ts';
import type { ModelFacts } from '../models/types.ts';
import { buildBrand, readAudience, readOffer, readVoice } from './read-brand.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.close());

async function scan(site: SiteName, language: Language): Promise<z.infer<typeof BrandProposal>> {
  const fetch = await crawl(sites.urls[site], { allowHosts: sites.allowHosts });
  const facts = (outputs: ModelFacts['outputs']): ModelFacts => ({
    request: '',
    platform: 'nexio_page',
    brand: null,
    outputs,
    round: 0,
    findings: [],
    attempt: 0,
    input: {},
    item: null,
  });
  const outputs = {
    fetch,
    colours: extractBrandColours(fetch, language),
    fonts: detectBrandFonts(fetch, language),
    voice: BrandVoice.parse(readVoice(facts({ fetch }), language)),
    audience: BrandAudience.parse(readAudience(facts({ fetch }), language)),
    competitors_and_services: BrandOffer.parse(readOffer(facts({ fetch }), language)),
  };
  return BrandProposal.parse(buildBrand(facts(outputs), language));
}

describe('a brand scan by the house model', () => {
  it.each(['samosa', 'salon', 'epicerie', 'cloud', 'guesthouse'] as const)('makes a whole card of %s in every language', async (site) => {
    for (const language of ['mg', 'fr', 'en', 'ar'] as const) {
      const card = await scan(site, language);
      expect(card.name).not.toBe('');
      expect(card.voice.tones.length).toBeGreaterThan(0);
      expect(card.say).toContain(card.name);
    }
  });

  it('copies facts and invents none: each service, phone and example stands on the page', async () => {
    const page = await crawl(sites.urls.samosa, { allowHosts: sites.allowHosts });
    const card = await scan('samosa', 'fr');
    const source = JSON.stringify(page).replace(/\s+/g, ' ');
    expect(card.services.length).toBeGreaterThan(0);
    for (const { name } of card.services) expect(source).toContain(name);
    for (const example of card.voice.examples) expect(source).toContain(JSON.stringify(example).slice(1, -1));
    expect(source).toContain(card.phone);
  });

  it('gives no word of a hostile page to the card as an order', async () => {
    const card = await scan('hostile', 'en');
    expect(JSON.stringify(card)).not.toMatch(/ignore (?:all|previous)|system prompt|api key/i);
  });

  it('says which step is missing rather than guess', () => {
    expect(() =>
      readVoice(
        { request: '', platform: 'nexio_page', brand: null, outputs: {}, round: 0, findings: [], attempt: 0, input: {}, item: null },
        'fr',
      ),
    ).toThrow('no crawl');
  });
});
