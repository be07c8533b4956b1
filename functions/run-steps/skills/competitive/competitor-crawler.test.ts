// The competitors' pages over the real crawler: what changed, what stays closed, what is hostile.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSkill } from '../../../../tests/run-skill.ts';
import { type Sites, startSites } from '../../../../tests/sites/serve.ts';
import { compareReadings, hashOf } from './compare-readings.ts';
import { competitorCrawler } from './competitor-crawler.ts';

const shop = (price: string, more = '', visits = 12) => `<!doctype html><html lang="fr"><title>Kanto Mofo</title><body><h1>Kanto Mofo</h1>
<p>Visites : ${visits}. Mis à jour le ${visits} novembre 2026.</p><ul><li>Mofo gasy : ${price}</li><li>Café : 1 000 Ar</li>${more}</ul>
<p>Notre boulangerie vous accueille tous les matins au marché.</p></body></html>`;

let sites: Sites;
let server: Server;
let url: string;
let html = shop('500 Ar');
beforeAll(async () => {
  sites = await startSites();
  server = createServer((request, response) => {
    const isPage = request.url === '/';
    response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(isPage ? html : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await sites.close();
  await new Promise((resolve) => server.close(resolve));
});

type Page = {
  url: string;
  status: string;
  changed: string;
  hash: string;
  suspicious: boolean;
  text: string;
  offers: { name: string; price: string }[];
};
type Output = { say: string; pages: Page[]; changes: { kind: string; before: string; after: string }[] };
async function read(urls: string[], before: unknown[] = []): Promise<Output> {
  const skill = competitorCrawler({ allowHosts: [...sites.allowHosts, new URL(url).host], pause: 1 });
  return (await runSkill(skill, 'competitor-crawler', { urls, before, now: '2026-11-21T06:00:00Z' })) as Output;
}

describe('competitor-crawler', () => {
  it('reads first, then sees nothing in counters and dates, then the price, the new and the gone', async () => {
    html = shop('500 Ar');
    const first = await read([url]);
    expect(first.pages[0]).toMatchObject({ status: 'read', changed: 'first', name: 'Kanto Mofo' });
    expect(first.pages[0]?.offers).toContainEqual({ name: 'Mofo gasy', price: '500 Ar' });
    html = shop('500 Ar', '', 19);
    const same = await read([url], first.pages);
    expect(same).toMatchObject({ pages: [{ changed: 'same' }], changes: [] });
    html = shop('600 Ar', '<li>Thé : 800 Ar</li>').replace('<li>Café : 1 000 Ar</li>', '');
    const changed = await read([url], first.pages);
    expect(changed.pages[0]?.changed).toBe('changed');
    expect(changed.changes).toEqual([
      { url, kind: 'price', before: 'Mofo gasy 500 Ar', after: 'Mofo gasy 600 Ar' },
      { url, kind: 'offer_added', before: '', after: 'Thé 800 Ar' },
      { url, kind: 'offer_removed', before: 'Café 1 000 Ar', after: '' },
    ]);
    expect(changed.say).toContain('Mofo gasy 500 Ar → Mofo gasy 600 Ar');
  });

  it('leaves a closed page closed, marks a hostile one, and says what it could not reach', async () => {
    const output = await read([sites.urls.denied, sites.urls.hostile, 'http://127.0.0.1:9/', 'javascript:alert(1)', sites.urls.samosa]);
    expect(output.pages.map(({ status }) => status)).toEqual(['closed_by_robots', 'read', 'unreachable', 'unreachable', 'read']);
    expect(output.pages[1]).toMatchObject({ suspicious: true });
    expect(output.pages[1]?.text).not.toMatch(/ignore (?:all )?previous/i);
    expect(output.say).toContain('fermées');
  });

  it('keeps what was known of a page that is away, and reads an address once', async () => {
    const away = await read(['http://127.0.0.1:9/'], [{ url: 'http://127.0.0.1:9/', hash: 'h', offers: [] }]);
    expect(away.pages[0]).toMatchObject({ changed: 'same', hash: 'h' });
    expect((await read([url, url])).pages).toHaveLength(1);
  });
});

describe('two readings', () => {
  it('takes amounts for what they are', () => {
    const before = { offers: [{ name: 'Pain', price: '2 500 Ar' }], text: '', hash: 'a' };
    expect(compareReadings(before, { offers: [{ name: 'PAIN', price: '2500 MGA' }], text: '', hash: 'a' })).toEqual([]);
    expect(compareReadings(before, { offers: [{ name: 'Pain', price: '2,50 €' }], text: '', hash: 'a' })[0]?.kind).toBe('price');
  });

  it('tells the first new line when only the text changed', () => {
    const [change] = compareReadings(
      { offers: [], text: 'Bonjour à tous\nAncien texte', hash: 'a' },
      { offers: [], text: 'Bonjour à tous\nNouveau menu du soir', hash: 'b' },
    );
    expect(change).toEqual({ kind: 'text', before: 'Ancien texte', after: 'Nouveau menu du soir' });
    expect(hashOf('Le 3 mars, 12 visites')).toBe(hashOf('Le 4 avril, 13 visites'));
  });
});
