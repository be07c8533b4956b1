// Pages and forms: words unchanged, hostile texts harmless, readable by eye, thumb and screen reader.
import { describe, expect, it } from 'vitest';
import { runSkill } from '../../../../tests/run-skill.ts';
import { all, one, parsePage, visibleText } from '../../../_shared/crawler/page.ts';
import type { BrandDna, Language } from '../../../_shared/payloads.ts';
import { contrast } from '../../../_shared/visual/colour.ts';
import { checkPage } from './check-page.ts';
import { pictureAddress, safeAddress } from './dom.ts';
import { formBuilder } from './form-builder.ts';
import { htmlGenerator } from './html-generator.ts';
import { landingPageBuilder } from './landing-page-builder.ts';
import { isReadable, pageStyle, paletteOf } from './page-style.ts';

const brand = {
  name: 'Hery Samosa',
  tagline: '',
  website: '',
  logo_url: '',
  colours: { primary: '#b3261e', secondary: '#f2c14e', accent: '#f2c14e', ground: '#fff8ee', ink: '#22160f' },
  fonts: { heading: 'Playfair Display', body: 'Lato' },
  voice: { tones: ['warm'], address: 'polite', words_to_use: [], words_to_avoid: [], examples: [] },
  audience: '',
  services: [
    { name: 'Samosa', price: '2 000 Ar' },
    { name: 'Nem', price: '1 500 Ar' },
  ],
  competitors: [],
  place: 'Analakely, Antananarivo',
  phone: '+261 34 12 345 67',
  opening_hours: 'Mo-Sa 07:00-18:00',
  rules: [],
} as unknown as BrandDna;

const copy = {
  headline: 'Des samosas chauds à Analakely',
  subline: 'Dix achetés, deux offerts, jusqu’à samedi',
  button: 'Je commande',
  sections: [
    { kind: 'offer', heading: 'L’offre', body: 'Croustillants & dorés.\nFaits le matin.', points: [] },
    {
      kind: 'prices',
      heading: 'Prix',
      body: '',
      points: [
        { title: 'Samosa', text: '2 000 Ar' },
        { title: 'Nem', text: '1 500 Ar' },
      ],
    },
    { kind: 'proof', heading: 'Vide', body: ' ', points: [] },
    { kind: 'questions', heading: 'Questions', body: '', points: [{ title: 'Vous livrez ?', text: 'Oui, à vélo.' }] },
    { kind: 'closing', heading: 'À tout à l’heure', body: 'Nous vous attendons.', points: [] },
  ],
  form: { heading: 'Commandez', button: 'Envoyer ma commande', fields: ['name', 'phone', 'quantity', 'message'] },
  seo: { title: 'Samosas chauds à Analakely', description: 'Dix achetés, deux offerts.' },
  missing: ['une photo'],
};

type Page = {
  html: string;
  bytes: number;
  template: string;
  slug: string;
  blocks: { kind: string }[];
  contrast_ok: boolean;
  missing: string[];
  say: string;
};
const build = async (given: unknown = copy, more: Record<string, unknown> = {}, language: Language = 'fr', own: BrandDna | null = brand) =>
  (await runSkill(
    landingPageBuilder,
    'landing-page-builder',
    { copy: given, language, country: 'MG', ...more },
    { brand: own, language },
  )) as Page;
const parse = (html: string) => parsePage(html, new URL('https://page.invalid/'));

/** Markup and script in every place where a text can stand. */
const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>' onload='x {{x}} \u202e</style><b>`;

describe('landing-page-builder', () => {
  it('keeps the words, in order, with one act and no script, under 30 kB', async () => {
    const page = await build();
    const document = parse(page.html);
    expect(visibleText(one(document, 'h1')!).trim()).toBe(copy.headline);
    for (const words of [copy.subline, 'Croustillants & dorés.', 'Faits le matin.', 'Oui, à vélo.', 'Envoyer ma commande'])
      expect(visibleText(one(document, 'body')!, 20_000)).toContain(words);
    expect(page.blocks.map(({ kind }) => kind)).toEqual(['hero', 'text', 'prices', 'questions', 'form', 'closing']);
    expect(all(document, 'a.act').map(({ attribs }) => attribs.href)).toEqual([
      '#contact',
      'tel:+261341234567',
      'https://wa.me/261341234567',
      '#contact',
    ]);
    expect(all(document, 'script, iframe, link')).toEqual([]);
    expect(page.bytes).toBeLessThan(30_000);
    expect(page).toMatchObject({ template: 'menu', slug: 'des-samosas-chauds-a-analakely', contrast_ok: true, missing: ['une photo'] });
    expect(page.say).toContain('une photo');
  });

  it('puts a price that stands alone to the right', async () => {
    const { html } = await build();
    expect(html).toContain('<li><span>Samosa</span><b><bdi>2 000 Ar</bdi></b></li>');
  });

  it.each([
    ['booking', { form: { ...copy.form, fields: ['name', 'phone', 'date'] } }],
    ['event', { headline: 'Dégustation le 12 décembre 2026', form: { ...copy.form, fields: ['name', 'date'] } }],
    [
      'product',
      { sections: [{ kind: 'prices', heading: 'Prix', body: '', points: [{ title: 'Robe', text: '20 000 Ar' }] }, copy.sections[0]] },
    ],
    ['offer', { sections: [copy.sections[0]] }],
    ['contact', { sections: [{ kind: 'place', heading: 'Où', body: 'Analakely', points: [] }] }],
  ])('takes template %s by what is there', async (template, change) => {
    expect((await build({ ...copy, ...change })).template).toBe(template);
    expect((await build({ ...copy, ...change }, { template: 'product' })).template).toBe('product');
  });

  it('turns for Arabic, and finds an address for a headline without Latin letters', async () => {
    const page = await build({ ...copy, headline: 'سمبوسة ساخنة في الرباط' }, {}, 'ar');
    const root = one(parse(page.html), 'html');
    expect(root?.attribs).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(page.slug).toBe('menu');
  });

  it('makes hostile texts harmless wherever they stand', async () => {
    const evil = {
      headline: hostile.slice(0, 70),
      subline: hostile.slice(0, 160),
      button: '<script>alert(1)</script>',
      sections: copy.sections.map((section) => ({
        ...section,
        heading: hostile.slice(0, 80),
        body: hostile,
        points: [{ title: hostile.slice(0, 80), text: hostile }],
      })),
      form: { heading: hostile.slice(0, 80), button: '"><b>', fields: ['name', 'phone', '"><script>'] },
      seo: { title: '</title><script>1</script>', description: '"><script>1</script>' },
      missing: [hostile],
    };
    const evilBrand = {
      ...brand,
      name: hostile,
      phone: '"><script>+261 34 12 345 67',
      fonts: { heading: '</style><script>', body: 'x;}body{display:none' },
      colours: { ...brand.colours, primary: 'red;}</style><script>' },
    } as BrandDna;
    const { html } = await build(evil, {}, 'fr', evilBrand);
    const document = parse(html);
    expect(all(document, 'script, img, iframe, object')).toEqual([]);
    expect(
      all(document, '*')
        .flatMap(({ attribs }) => Object.keys(attribs))
        .filter((name) => /^on|^style$/.test(name)),
    ).toEqual([]);
    expect(all(document, 'style')).toHaveLength(1);
    expect(html).not.toMatch(/<\/style>.*<\/style>/s);
    expect(html).not.toContain('\u202e');
  });

  it('shows a picture only with its size and description, from the bucket or over https', async () => {
    const pictures = [
      { path: 't/run/a.webp', width: 800, height: 600, alt: 'Samosas "dorés"' },
      { path: 'javascript:alert(1)', width: 8, height: 8, alt: '' },
      { path: '../../etc/passwd', width: 8, height: 8, alt: '' },
    ];
    const images = all(parse((await build(copy, { pictures })).html), 'img');
    expect(images.map(({ attribs }) => attribs)).toEqual([
      { src: '/media/t/run/a.webp', alt: 'Samosas "dorés"', width: '800', height: '600' },
    ]);
  });

  it('refuses a copy without a headline, and makes a page of the least', async () => {
    await expect(build({})).rejects.toThrow('input_missing');
    const page = await build({ headline: 'Hery', sections: 'none', form: null }, {}, 'mg', null);
    expect(page.blocks.map(({ kind }) => kind)).toEqual(['hero', 'form']);
  });

  it('stays under 30 kB with the longest copy, in each language', async () => {
    const long = (length: number) => 'mot '.repeat(length).slice(0, length);
    const points = Array.from({ length: 8 }, () => ({ title: long(80), text: long(240) }));
    const sections = ['offer', 'benefits', 'how_it_works', 'proof', 'prices', 'questions', 'closing'].map((kind) => ({
      kind,
      heading: long(80),
      body: long(900),
      points,
    }));
    for (const language of ['mg', 'fr', 'en', 'ar'] as const)
      expect((await build({ ...copy, sections }, {}, language)).bytes).toBeLessThan(30_000);
  });
});

describe('colours of a page', () => {
  it.each(['#ffffff', '#000000', '#777777', '#ffff00', '#b3261e', '#00755f', 'nonsense'])('read on %s with AA', (colour) => {
    const palette = paletteOf({ colours: { primary: colour, secondary: colour, accent: colour, ground: colour, ink: colour } });
    expect(isReadable(palette)).toBe(true);
    expect(contrast(palette.ink, palette.ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps the pair of the brand where it reads, and the sheet small', () => {
    expect(paletteOf(brand)).toMatchObject({ ground: '#fff8ee', ink: '#22160f', band: '#b3261e' });
    expect(pageStyle(brand, paletteOf(brand)).length).toBeLessThan(8000);
  });
});

describe('html-generator', () => {
  const generate = (blocks: unknown[], more: Record<string, unknown> = {}) =>
    runSkill(htmlGenerator, 'html-generator', { blocks, brand, seo: { title: 'Hery', description: 'Samosas' }, language: 'fr', ...more });

  it('passes all its checks, with headings in order', async () => {
    const output = await generate([
      { id: 'top', kind: 'hero', heading: 'Bonjour', text: 'a\nb', items: [{ title: 'Écrire', text: '', value: 'mailto:a@b.mg' }] },
      { id: 'why', kind: 'steps', heading: 'Comment', items: [{ title: 'Un', text: 'commander' }] },
      { kind: 'unknown', heading: 'Autre', text: 'x' },
    ]);
    expect((output.checks as { passed: boolean }[]).every(({ passed }) => passed)).toBe(true);
    expect(output.headings).toEqual(['Bonjour', 'Comment', 'Autre']);
    expect(output.html).toContain('href="mailto:a@b.mg"');
  });

  it('leaves a dangerous address out', async () => {
    const output = await generate([
      {
        kind: 'hero',
        heading: 'x',
        items: ['javascript:alert(1)', 'data:text/html,x', 'http://plain.mg', '//evil.mg'].map((value) => ({
          title: 'go',
          text: '',
          value,
        })),
      },
    ]);
    expect(all(parse(String(output.html)), '.hero a')).toEqual([]);
  });

  it('makes a page of blocks that say nothing', async () => {
    expect((await generate([{}, { kind: 7 }])).headings).toEqual(['Hery']);
  });
});

describe('the check of a page', () => {
  const failed = (html: string) =>
    checkPage(html)
      .filter(({ passed }) => !passed)
      .map(({ rule }) => rule);
  const page = (body: string, attributes = 'lang="fr" dir="ltr"') =>
    `<!doctype html><html ${attributes}><head><title>x</title></head><body><header><h1>x</h1></header><main>${body}</main></body></html>`;

  it.each([
    ['one_h1', page('<h1>y</h1>')],
    ['heading_order', page('<h3>y</h3>')],
    ['alt_texts', page('<img src="/media/t/a.png" width="1" height="1">')],
    ['labels', page('<input name="a" id="a">')],
    ['language', page('', 'lang="ar" dir="ltr"')],
    ['landmarks', '<html lang="fr"><body><h1>x</h1></body></html>'],
    ['no_script', page('<script>1</script>')],
    ['no_script', page('<p onclick="x()">y</p>')],
    ['no_script', page('<a href="javascript:x">y</a>')],
    ['no_script', page('<p style="color:red">y</p>')],
    ['size', page('x'.repeat(60_001))],
  ])('sees %s', (rule, html) => {
    expect(failed(html)).toContain(rule);
    expect(failed(page('<h2>y</h2>'))).toEqual([]);
  });

  it('knows safe addresses', () => {
    expect(
      ['https://a.mg/x', 'mailto:a@b.mg', 'tel:+261341', '#contact', 'whatsapp://send?phone=1'].map(
        (address) => safeAddress(address) !== null,
      ),
    ).toEqual([true, true, true, true, true]);
    expect(
      ['http://a.mg', 'JavaScript:x', ' data:x', 'mailto:a@b.mg?bcc=x', 'https://u:p@a.mg', '//a', 'tel:<x>'].map(safeAddress),
    ).toEqual(Array(7).fill(null));
    expect(pictureAddress('t/a/../b.png')).toBeNull();
  });
});

describe('form-builder', () => {
  const form = async (wished: string[], more: Record<string, unknown> = {}) =>
    (await runSkill(formBuilder, 'form-builder', {
      copy: { heading: 'x', button: '', fields: wished },
      country: 'MG',
      language: 'fr',
      ...more,
    })) as { fields: { name: string; required: boolean; label: string }[]; button: string; consent: string; answers_to: string };

  it('asks for the telephone in Madagascar and for the mail in France', async () => {
    expect((await form([])).fields.map(({ name, required }) => [name, required])).toEqual([
      ['name', true],
      ['phone', true],
      ['message', false],
    ]);
    expect((await form(['phone'], { country: 'FR' })).fields.map(({ name, required }) => [name, required])).toEqual([
      ['name', true],
      ['email', true],
      ['phone', false],
    ]);
  });

  it('never asks more than six things, a choice only where there is one', async () => {
    const wished = ['name', 'phone', 'email', 'message', 'date', 'quantity'];
    expect((await form(wished, { services: ['A', 'B'] })).fields.map(({ name }) => name)).toEqual([
      'name',
      'phone',
      'email',
      'date',
      'quantity',
      'service',
    ]);
    expect((await form(wished, { services: ['A'] })).fields.map(({ name }) => name)).not.toContain('service');
    expect((await form(['<script>', 'constructor'])).fields.map(({ name }) => name)).toEqual(['name', 'phone', 'message']);
  });

  it.each(['mg', 'fr', 'en', 'ar'] as const)('speaks %s and says what the data is for', async (language) => {
    const output = await form(['message'], { language });
    expect(output.consent.length).toBeGreaterThan(40);
    expect(output).toMatchObject({ answers_to: 'submit_lead' });
    expect(output.button).not.toBe('');
  });
});
