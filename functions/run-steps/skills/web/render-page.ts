// Blocks into one HTML page: semantic, in the language's direction, no script, nothing fetched. Called by html-generator and landing-page-builder.
import type { Element } from 'domhandler';
import { element, paragraphs, pictureAddress, safeAddress, writeDocument } from './dom.ts';
import { choose, consents, fieldKinds, type FieldName, formHeadings, isFieldName, leaveEmpty, skipWords } from './form-words.ts';
import type { Block, Item, PageBrand, PageLanguage, Picture, Seo } from './page-shapes.ts';
import { paletteOf, pageStyle } from './page-style.ts';

export type PageParts = { blocks: Block[]; brand: PageBrand; seo: Seo; language: PageLanguage; pictures?: Picture[]; services?: string[] };

function picture(path: string, pictures: Picture[], isFirst: boolean): Element | null {
  const known = pictures.find((one) => one.path === path);
  const src = path ? pictureAddress(path) : null;
  // without a size the page would jump, without a description it would be silent
  if (!src || !known || known.width < 1 || known.height < 1) return null;
  return element('img', {
    src,
    alt: known.alt,
    width: Math.round(known.width),
    height: Math.round(known.height),
    loading: isFirst ? null : 'lazy',
  });
}

/** The first link is the act, the others stand beside it. */
function links(all: Item[]): Element | null {
  const known = all.flatMap(({ title, value }) => {
    const href = safeAddress(value);
    return href && title.trim() ? [{ title, href }] : [];
  });
  if (known.length === 0) return null;
  return element(
    'p',
    {},
    ...known.map(({ title, href }, at) =>
      element('a', { class: at === 0 ? 'act' : 'act side', href, dir: href.startsWith('tel:') ? 'ltr' : null }, title),
    ),
  );
}

function input(name: FieldName, isRequired: boolean, describedBy: string | null, services: string[], language: PageLanguage): Element {
  const { kind, autocomplete, most } = fieldKinds[name];
  const shared = { id: `f-${name}`, name, required: isRequired, autocomplete: autocomplete || null, 'aria-describedby': describedBy };
  if (kind === 'textarea') return element('textarea', { ...shared, rows: 4, maxlength: most });
  if (kind === 'select')
    return element(
      'select',
      shared,
      element('option', { value: '' }, choose[language]),
      ...services.map((service) => element('option', {}, service)),
    );
  return element('input', {
    ...shared,
    type: kind,
    maxlength: kind === 'date' || kind === 'number' ? null : most,
    min: kind === 'number' ? 1 : null,
    dir: kind === 'tel' || kind === 'email' ? 'ltr' : null,
  });
}

/** A plain form: it posts to the page itself, which makes a lead of it (submit_lead). */
function form(block: Block, services: string[], language: PageLanguage): Element {
  const fields = block.items.filter(({ value }) => isFieldName(value) && (value !== 'service' || services.length > 0));
  const reach = fields.find(({ value }) => value === 'phone' || value === 'email')?.value;
  const submit = block.items.find(({ value }) => value === 'submit')?.title;
  const rows = fields.map(({ title, text, value }) => {
    const name = value as FieldName;
    const help = text ? element('small', { id: `h-${name}` }, text) : null;
    const isRequired = name === 'name' || name === reach;
    return element(
      'div',
      { class: 'field' },
      element('label', { for: `f-${name}` }, title),
      input(name, isRequired, help && `h-${name}`, services, language),
      help,
    );
  });
  const trap = element(
    'div',
    { class: 'trap', 'aria-hidden': 'true' },
    element('label', { for: 'f-website' }, leaveEmpty[language]),
    element('input', { id: 'f-website', name: 'website', tabindex: -1, autocomplete: 'off' }),
  );
  const send = element('button', { class: 'act' }, submit || formHeadings[language]);
  return element(
    'form',
    { method: 'post', action: '#contact' },
    ...rows,
    trap,
    element('p', {}, element('small', {}, block.text || consents[language])),
    send,
  );
}

function items({ kind, items: all }: Block): Element | null {
  const told = all.filter(({ title, text, value }) => title || text || value);
  if (told.length === 0) return null;
  if (kind === 'questions')
    return element('div', {}, ...told.flatMap(({ title, text }) => [element('h3', {}, title), ...paragraphs(text)]));
  if (kind === 'prices')
    return element(
      'ul',
      { class: 'prices' },
      ...told.map(({ title, text, value }) =>
        element(
          'li',
          {},
          element('span', {}, title, text ? element('small', {}, text) : null),
          value ? element('b', {}, element('bdi', {}, value)) : null,
        ),
      ),
    );
  const entry = ({ title, text, value }: Item) =>
    element('li', {}, title ? element('b', {}, title) : null, text ? `${title ? ' ' : ''}${text}` : null, value ? ` ${value}` : null);
  return element(kind === 'steps' ? 'ol' : 'ul', {}, ...told.map(entry));
}

function section(block: Block, parts: PageParts, isFirst: boolean): Element {
  const { pictures = [], services = [], language } = parts;
  const isForm = block.kind === 'form';
  const heading = block.heading || (isForm ? formHeadings[language] : '');
  const id = isForm ? 'contact' : block.id;
  const title = heading ? element('h2', { id: `${id}-h` }, heading) : null;
  const drawn = picture(block.picture, pictures, isFirst);
  const body = isForm
    ? [form(block, services, language)]
    : [...paragraphs(block.text), block.kind === 'closing' ? links(block.items) : items(block)];
  return element(
    'section',
    { id, 'aria-labelledby': title && `${id}-h` },
    element('div', { class: 'in' }, title, drawn && element('figure', {}, drawn), ...body),
  );
}

/** One h1: the first hero's heading, else the page's title. Headings of other blocks are h2, questions h3. */
export function renderPage(parts: PageParts): string {
  const { blocks, brand, seo, language, pictures = [] } = parts;
  const hero = blocks.find(({ kind }) => kind === 'hero');
  const rest = blocks.filter((block) => block !== hero);
  const name = brand.name?.trim() ?? '';
  const top = element(
    'header',
    { class: 'hero' },
    element(
      'div',
      { class: 'in' },
      name ? element('p', {}, element('b', {}, name)) : null,
      element('h1', {}, hero?.heading.trim() || seo.title),
      ...paragraphs(hero?.text ?? ''),
      hero ? links(hero.items) : null,
      hero ? picture(hero.picture, pictures, true) : null,
    ),
  );
  const foot = [name, brand.place, brand.opening_hours].filter(Boolean).join(' · ');
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
    element('title', {}, seo.title),
    element('meta', { name: 'description', content: seo.description }),
    element('style', {}, pageStyle(brand, paletteOf(brand))),
  );
  const body = element(
    'body',
    {},
    element('a', { class: 'skip', href: '#main' }, skipWords[language]),
    top,
    element('main', { id: 'main' }, ...rest.map((block, at) => section(block, parts, !hero && at === 0))),
    foot ? element('footer', {}, element('div', { class: 'in' }, foot)) : null,
  );
  return writeDocument(element('html', { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' }, head, body));
}
