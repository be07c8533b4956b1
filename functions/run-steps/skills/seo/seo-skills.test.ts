// Scores, labels and audits; points worked by hand from the cards, sites read over the real crawler.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSkill } from '../../../../tests/run-skill.ts';
import type { BrandDna } from '../../../_shared/payloads.ts';
import { contentSeoScorer } from './content-seo-scorer.ts';
import { readOpeningHours } from './opening-hours.ts';
import { schemaGenerator } from './schema-generator.ts';
import { technicalSeoAudit } from './technical-seo-audit.ts';

describe('content-seo-scorer', () => {
  type Output = {
    seo_points: number;
    words: number;
    reading_ease: number;
    say: string;
    checks: { check: string; passed: boolean; found: string; points: number }[];
  };
  const score = async (input: Record<string, unknown>) =>
    (await runSkill(contentSeoScorer, 'content-seo-scorer', { headline: 'x', body: 'x', language: 'fr', ...input })) as Output;
  const sentence = 'Nos samosas sont chauds ce matin au marché du quartier. ';
  const body = `Les samosas malgaches. ${sentence.repeat(15)}\n\n${sentence.repeat(9)}\n\n## Où\n\n${sentence.repeat(9)}[Commander](https://hery.mg)`;

  it('gives a hundred to a text that does all', async () => {
    const output = await score({
      headline: 'Samosas malgaches à Analakely',
      keyword: 'samosas malgaches',
      body: `Des samosas malgaches, encore des samosas malgaches. ${'Nos beignets sont chauds ce matin au marché. '.repeat(9)}\n\n${'Nos beignets sont chauds ce matin au marché. '.repeat(10)}\n\n${'Nos beignets sont chauds ce matin au marché. '.repeat(10)}\n\n## Où\n\n${'Nos beignets sont chauds ce matin au marché. '.repeat(10)}[Commander](https://hery.mg)`,
      meta_description: 'Des samosas malgaches faits le matin, livrés avant midi à Analakely.',
    });
    expect(output.checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(output.seo_points).toBe(100);
  });

  it('takes off by rule: 20 for the title, 15 for the length, 5 for the link', async () => {
    const output = await score({ headline: 'Bonne nouvelle', body: 'Les samosas sont là.', keyword: 'samosas' });
    // title 20, density (1 of 4 words = 25 %) 10, length 15, description 5, links 5 are lost
    expect(output.seo_points).toBe(100 - 20 - 10 - 15 - 5 - 5);
    expect(output.checks.find(({ check }) => check === 'keyword_density')?.found).toBe('25 %');
  });

  it('counts the three checks of a keyword as passed without one', async () => {
    const output = await score({ body });
    expect(output.checks.slice(0, 3)).toMatchObject([
      { passed: true, found: '' },
      { passed: true, found: '' },
      { passed: true, found: '' },
    ]);
    expect(output.checks.find(({ check }) => check === 'paragraph_length')).toMatchObject({ passed: false });
  });

  it('reads English by Flesch and French by Kandel and Moles, others by their sentences', async () => {
    // 6 words, 6 syllables: 206.835 - 1.015 x 6 - 84.6 x 1 = 116.1, at most 100
    expect((await score({ body: 'The cat sat on the mat.', language: 'en' })).reading_ease).toBe(100);
    // 5 words, 12 syllables: 206.835 - 5.075 - 84.6 x 2.4 = -1.3, at least 0
    expect((await score({ body: 'Organisational communication unnecessarily complicates everything.', language: 'en' })).reading_ease).toBe(
      0,
    );
    // 4 words, 5 syllables (le chat man-ge vi-te without its silent e): 207 - 4.06 - 73.6 x 1 = 129, at most 100
    expect((await score({ body: 'Le chat mange vite.', language: 'fr' })).reading_ease).toBe(100);
    // (206.835 - 1.015 x 4) / 206.835
    const mg = await score({ body: 'Tsara be ny andro.', language: 'mg' });
    expect(mg.reading_ease).toBe(98);
    expect(mg.say).toContain('Aucune formule');
  });

  it('finds an Arabic keyword behind vowel signs and forms of alef', async () => {
    const output = await score({ headline: 'أفضل سَمبوسة', keyword: 'افضل سمبوسة', body: 'نص', language: 'ar' });
    expect(output.checks[0]).toMatchObject({ check: 'keyword_in_title', passed: true });
  });

  it('stands markup, noise and 12,000 letters', async () => {
    for (const text of ['<script>alert(1)</script>', '!!!', 'a '.repeat(6000), '<'.repeat(12_000), '#'.repeat(500)])
      expect((await score({ body: text })).seo_points).toBeLessThanOrEqual(100);
  });
});

describe('opening hours', () => {
  const slot = (dayOfWeek: string[], opens: string, closes: string) => ({ '@type': 'OpeningHoursSpecification', dayOfWeek, opens, closes });
  const week = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
  it.each([
    ['Mo-Fr 07:30-18:30; Sa 8:00-14:00', [slot(week, '07:30', '18:30'), slot(['Saturday'], '08:00', '14:00')]],
    ['Sa-Mo 09:00-12:00', [slot(['Saturday', 'Sunday', 'Monday'], '09:00', '12:00')]],
    ['Du lundi au vendredi de 7h à 18h', [slot(week, '07:00', '18:00')]],
    ['Lundi au vendredi 8h-17h, samedi 8h-12h', [slot(week, '08:00', '17:00'), slot(['Saturday'], '08:00', '12:00')]],
    ['Monday to Friday 9 am - 5 pm', [slot(week, '09:00', '17:00')]],
  ])('reads %s', (text, expected) => {
    expect(readOpeningHours(text)).toEqual(expected);
  });

  it.each(['sur rendez-vous', 'lundi au vendredi, sauf jours fériés', '24/7', '', 'Lundi 8h'])('is not sure of "%s"', (text) => {
    expect(readOpeningHours(text)).toBeNull();
  });
});

describe('schema-generator', () => {
  type Output = {
    json_ld: string;
    from_facts: { property: string; source: string }[];
    missing: string[];
    schema_type: string;
    say: string;
  };
  const brand = {
    name: 'Hery Samosa',
    tagline: 'Chauds le matin',
    website: 'https://hery.mg',
    logo_url: '',
    phone: '+261 34 12 345 67',
    place: 'Analakely, Antananarivo',
    opening_hours: 'Mo-Sa 07:00-18:00',
    services: [
      { name: 'Samosa', price: '8 000 Ar' },
      { name: 'Traiteur', price: 'sur devis' },
    ],
  };
  const label = async (kind: string, facts: Record<string, unknown>, around: unknown = null) =>
    (await runSkill(schemaGenerator, 'schema-generator', { kind, facts, language: 'fr' }, { brand: around as BrandDna | null })) as Output;
  const node = (output: Output) => (JSON.parse(output.json_ld) as { '@context': string; '@graph': Record<string, unknown>[] })['@graph'][0];

  it('writes a business from its Brand DNA, and names the source of each property', async () => {
    const output = await label('LocalBusiness', brand);
    expect(node(output)).toEqual({
      '@type': 'LocalBusiness',
      name: 'Hery Samosa',
      description: 'Chauds le matin',
      telephone: '+261 34 12 345 67',
      address: { '@type': 'PostalAddress', streetAddress: 'Analakely, Antananarivo' },
      openingHoursSpecification: [
        {
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
          opens: '07:00',
          closes: '18:00',
        },
      ],
      url: 'https://hery.mg',
      makesOffer: [
        { '@type': 'Offer', price: 8000, priceCurrency: 'MGA', itemOffered: { '@type': 'Product', name: 'Samosa' } },
        { '@type': 'Offer', itemOffered: { '@type': 'Product', name: 'Traiteur' } },
      ],
    });
    expect(output.from_facts).toContainEqual({ property: 'telephone', source: 'facts.phone' });
    expect(output.missing).toEqual(['image']);
  });

  it('takes a page for its facts and the brand for what the page leaves out', async () => {
    const page = {
      slug: 'x',
      blocks: [
        { kind: 'hero', heading: 'Samosas chauds', text: 'Dix achetés, deux offerts' },
        { kind: 'prices', items: [{ title: 'Nem', value: '1 500 Ar' }] },
        { kind: 'questions', items: [{ title: 'Vous livrez ?', text: 'Oui.' }] },
      ],
    };
    const business = await label('LocalBusiness', page, brand);
    expect(node(business)).toMatchObject({ name: 'Hery Samosa', makesOffer: [{ price: 1500, priceCurrency: 'MGA' }] });
    expect(business.from_facts).toContainEqual({ property: 'name', source: 'brand.name' });
    expect(node(await label('FAQPage', page, brand))).toEqual({
      '@type': 'FAQPage',
      mainEntity: [{ '@type': 'Question', name: 'Vous livrez ?', acceptedAnswer: { '@type': 'Answer', text: 'Oui.' } }],
      inLanguage: 'fr',
    });
  });

  it('never rates, never invents, and says what is missing', async () => {
    const output = await label('Event', {
      headline: 'Dégustation',
      aggregateRating: { ratingValue: 5 },
      review: 'top',
      date: '12 décembre',
    });
    expect(output.json_ld).not.toMatch(/rating|review|12 décembre/i);
    expect(output.missing).toEqual(['startDate', 'location', 'offers', 'description']);
    expect(node(await label('Article', { headline: 'Titre', published_at: '2026-11-20' }))).toMatchObject({
      datePublished: '2026-11-20',
      inLanguage: 'fr',
    });
    expect((await label('Product', {})).missing).toEqual(['name', 'offers', 'image', 'description']);
  });

  it('keeps hours that it cannot read as text', async () => {
    expect(node(await label('LocalBusiness', { name: 'x', opening_hours: 'sur rendez-vous' }))).toMatchObject({
      openingHours: 'sur rendez-vous',
    });
  });

  it('cannot close the script it will stand in, and fits in 8,000 letters', async () => {
    const services = Array.from({ length: 60 }, (_none, at) => ({ name: `</script><script>${at}`.padEnd(80, 'x'), price: '8 000 Ar' }));
    const output = await label('LocalBusiness', { name: '</script>', services, website: 'javascript:alert(1)', logo_url: 'data:x' });
    expect(output.json_ld).not.toContain('<');
    expect(output.json_ld.length).toBeLessThanOrEqual(8000);
    expect(node(output)).not.toHaveProperty('url');
    expect(node(output)).toMatchObject({ name: '</script>' });
  });
});

describe('technical-seo-audit', () => {
  const text = 'Nos samosas sont faits le matin et ils sont livrés dans le quartier avant midi. '.repeat(3);
  const good = (name: string, links: string) => `<!doctype html><html lang="fr"><head><title>${name} · samosas à Analakely</title>
    <meta name="description" content="Des samosas chauds, faits le matin et livrés avant midi dans tout le quartier."><meta name="viewport" content="width=device-width">
    <link rel="canonical" href="/"><script type="application/ld+json">{"@type":"LocalBusiness"}</script></head><body><h1>${name}</h1><p>${text}</p><img src="/a.png" alt="a">${links}</body></html>`;
  let routes: Record<string, { status?: number; body: string; type?: string; location?: string }> = {};
  let server: Server;
  let host: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const found = routes[request.url ?? ''];
      response
        .writeHead(found?.status ?? (found ? 200 : 404), {
          'content-type': found?.type ?? 'text/html; charset=utf-8',
          ...(found?.location && { location: found.location }),
        })
        .end(found?.body ?? '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  type Check = { check: string; state: string; page: string; evidence: string; cure: string; points: number };
  type Output = { say: string; pages_read: number; seo_points: number; checks: Check[] };
  const audit = async (more: Record<string, unknown> = {}) =>
    (await runSkill(technicalSeoAudit({ allowHosts: [host], pause: 1 }), 'technical-seo-audit', {
      url: `http://${host}/`,
      language: 'fr',
      ...more,
    })) as Output;
  const failed = (output: Output) => [...new Set(output.checks.filter(({ state }) => state === 'failed').map(({ check }) => check))].sort();

  it('finds only the missing https on a site that does all else', async () => {
    routes = {
      '/': { body: good('Hery', '<a href="/menu">Menu</a><a href="/guide.pdf">Guide</a><a href="https://elsewhere.example/">x</a>') },
      '/menu': { body: good('Menu', '') },
      '/guide.pdf': { body: 'pdf', type: 'application/pdf' },
      '/a.png': { body: 'png', type: 'image/png' },
      '/robots.txt': { body: 'Sitemap: /sitemap.xml', type: 'text/plain' },
      '/sitemap.xml': { body: '<?xml version="1.0"?><urlset></urlset>', type: 'application/xml' },
    };
    const output = await audit();
    expect(failed(output)).toEqual(['https']);
    expect(output).toMatchObject({ seo_points: 80, pages_read: 2 });
    expect(output.checks.filter(({ check }) => check === 'https')).toHaveLength(2);
    expect(output.checks.find(({ check }) => check === 'https')?.cure).toContain('https');
  });

  it('names each fault with its page, and counts each rule once', async () => {
    routes = {
      '/': { status: 301, body: '', location: '/a' },
      '/a': { status: 301, body: '', location: '/b' },
      '/b': {
        body: `<html lang="en"><title>Court</title><h1>1</h1><h1>2</h1><p>${text}</p><img src="http://x.example/a.png"><script type="application/ld+json">{</script><a href="/gone">x</a><a href="/gone.pdf">y</a><a href="/same">z</a></html>`,
      },
      '/same': { body: `<html lang="fr"><title>Court</title><h1>1</h1><p>${text}</p></html>` },
    };
    const output = await audit();
    expect(failed(output)).toEqual([
      'broken_link',
      'canonical',
      'description',
      'heading',
      'https',
      'language',
      'picture_text',
      'redirects',
      'sitemap',
      'structured_data',
      'title',
      'viewport',
    ]);
    // 20 https + 10 title + 10 heading + 10 viewport + 8 x 5
    expect(output.seo_points).toBe(10);
    expect(
      output.checks
        .filter(({ check, state }) => check === 'broken_link' && state === 'failed')
        .map(({ page, evidence }) => `${new URL(page).pathname} ${evidence}`)
        .sort(),
    ).toEqual(['/gone 404', '/gone.pdf 404']);
    expect(output.checks.find(({ check }) => check === 'language')?.evidence).toBe('html lang: en, text: fr');
    expect(output.checks.filter(({ check, evidence }) => check === 'title' && evidence.startsWith('='))).toHaveLength(1);
  });

  it('passes nothing that it could not read', async () => {
    routes = { '/': { body: good('Hery', '') }, '/robots.txt': { body: 'User-agent: *\nDisallow: /', type: 'text/plain' } };
    const closed = await audit();
    expect(closed).toMatchObject({ pages_read: 0, seo_points: 0 });
    expect(failed(closed)).toContain('robots');
    expect(closed.checks.find(({ check }) => check === 'title')?.state).toBe('not_checked');
    routes = { '/': { status: 500, body: '' } };
    const broken = await audit();
    expect(failed(broken)).toContain('status');
    expect(broken.checks.filter(({ state }) => state === 'not_checked').length).toBeGreaterThan(8);
  });

  it('never goes to a private address or another scheme', async () => {
    await expect(audit({ url: 'http://10.0.0.1/' })).rejects.toThrow('site_private_address');
    await expect(audit({ url: 'file:///etc/passwd' })).rejects.toThrow('site_bad_address');
  });

  it('reads no more pages than asked', async () => {
    routes = {
      '/': { body: good('Hery', Array.from({ length: 30 }, (_none, at) => `<a href="/p${at}">${at}</a>`).join('')) },
      ...Object.fromEntries(Array.from({ length: 30 }, (_none, at) => [`/p${at}`, { body: good(`Page ${at}`, '') }])),
    };
    expect((await audit({ pages: 3 })).pages_read).toBe(3);
  });
});
