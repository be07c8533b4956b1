// The label for search engines: true to what visitors see, once, harmless.
import { describe, expect, it } from 'vitest';
import { runSkill } from '../../../../tests/run-skill.ts';
import { schemaMarkup } from './schema-markup.ts';

const page = (
  head = '',
) => `<!doctype html><html><head><title>Hery</title>${head}</head><body><h1>Hery Samosa</h1><p>Analakely, Antananarivo. Tél. 034 12 345 67. Ouvert de 7h à 18h.</p>
<p>Samosa 2 000 Ar</p><p hidden>Étoiles 5</p></body></html>`;
const label = {
  '@context': 'https://schema.org',
  '@type': 'LocalBusiness',
  name: 'Hery Samosa',
  telephone: '+261341234567',
  address: { '@type': 'PostalAddress', streetAddress: 'Analakely, Antananarivo' },
};
type Output = { html: string; inserted: boolean; problems: { property: string; problem: string }[]; types: string[]; say: string };
const mark = async (json: unknown, html = page()) =>
  (await runSkill(schemaMarkup, 'schema-markup', { html, json_ld: typeof json === 'string' ? json : JSON.stringify(json) })) as Output;
const labelIn = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null') as { '@graph': Record<string, unknown>[] };

describe('schema-markup', () => {
  it('puts what is seen at the end of head', async () => {
    const output = await mark(label);
    expect(output).toMatchObject({ inserted: true, types: ['LocalBusiness'], problems: [] });
    expect(output.html).toContain('</script></head>');
    expect(labelIn(output.html)['@graph'][0]).toMatchObject({ name: 'Hery Samosa', telephone: '+261341234567' });
  });

  it('takes out what visitors cannot see and what is forbidden', async () => {
    const output = await mark({
      ...label,
      telephone: '+261340000000',
      description: 'Les meilleurs de l’île',
      aggregateRating: { ratingValue: 5 },
      openingHoursSpecification: [
        { '@type': 'OpeningHoursSpecification', dayOfWeek: 'Monday', opens: '07:00', closes: '18:00' },
        { '@type': 'OpeningHoursSpecification', dayOfWeek: 'Sunday', opens: '09:00', closes: '12:00' },
      ],
      makesOffer: [
        { '@type': 'Offer', price: 2000, priceCurrency: 'MGA', itemOffered: { '@type': 'Product', name: 'Samosa' } },
        { '@type': 'Offer', price: 1800, priceCurrency: 'MGA' },
      ],
    });
    const [node] = labelIn(output.html)['@graph'];
    expect(node).toEqual({
      '@type': 'LocalBusiness',
      name: 'Hery Samosa',
      address: label.address,
      openingHoursSpecification: [{ '@type': 'OpeningHoursSpecification', dayOfWeek: 'Monday', opens: '07:00', closes: '18:00' }],
      makesOffer: [{ '@type': 'Offer', price: 2000, priceCurrency: 'MGA', itemOffered: { '@type': 'Product', name: 'Samosa' } }],
    });
    expect(output.problems.map(({ property, problem }) => `${property} ${problem}`)).toEqual(
      expect.arrayContaining([
        'telephone not_visible',
        'description not_visible',
        'aggregateRating forbidden',
        'price not_visible',
        'opens not_visible',
      ]),
    );
  });

  it('does not take hidden text for seen', async () => {
    expect((await mark({ '@type': 'Service', name: 'Étoiles 5' })).inserted).toBe(false);
  });

  it('replaces its like and leaves others', async () => {
    const head = `<script type="application/ld+json">${JSON.stringify({ ...label, telephone: 'old' })}</script><script type="application/ld+json">{"@type":"Event","name":"Autre"}</script><script type="application/ld+json">{broken</script>`;
    const output = await mark(label, page(head));
    expect(output.html.match(/application\/ld\+json/g)).toHaveLength(3);
    expect(output.html).not.toContain('"old"');
    expect(output.html).toContain('{broken');
    expect(output.problems).toMatchObject([{ problem: 'duplicate' }]);
  });

  it('leaves the page unchanged when nothing is left or nothing can be read', async () => {
    for (const json of ['{', '[]', '"x"', 'null', JSON.stringify({ ...label, name: 'Quelqu’un d’autre' })]) {
      const output = await mark(json);
      expect(output).toMatchObject({ inserted: false, html: page() });
    }
    expect((await mark('{')).problems).toMatchObject([{ property: 'json_ld', problem: 'malformed' }]);
  });

  it('cannot be broken out of', async () => {
    const evil = 'Hery Samosa';
    const output = await mark({ ...label, name: evil, url: '</script><script>alert(1)</script>' });
    expect(output.html.match(/<script/g)).toHaveLength(1);
    expect(labelIn(output.html)['@graph'][0]).toMatchObject({ url: '</script><script>alert(1)</script>' });
  });
});
