// Skill landing-page-builder: the written words and the brand into a page, ready to look at. In web-skills.ts.
import { fold, tidy } from '../../../_shared/house/fold.ts';
import { readTokens } from '../../../_shared/house/read-tokens.ts';
import type { BrandDna, Language } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import { SkillError, type SkillFunction } from '../skill.ts';
import { assertFit, bytesOf, checkPage, maxLandingBytes } from './check-page.ts';
import { formFields } from './form-builder.ts';
import { buttons, consents } from './form-words.ts';
import {
  type Block,
  type BlockKind,
  type Item,
  type PageCopy,
  readCopy,
  readPictures,
  type Section,
  type Template,
} from './page-shapes.ts';
import { isReadable, paletteOf } from './page-style.ts';
import { renderPage } from './render-page.ts';
import { webPhrases } from './web-phrases.ts';

type Input = { copy: Record<string, unknown>; template?: Template; pictures?: unknown[]; language: Language; country?: string };

const kinds: Record<string, BlockKind> = {
  offer: 'text', benefits: 'list', how_it_works: 'steps', proof: 'proof', prices: 'prices', questions: 'questions', place: 'map', closing: 'closing',
}; // prettier-ignore

const hasDate = (text: string): boolean => readTokens(text).tokens.some(({ fact }) => fact.type === 'when' && fact.when.date !== undefined);
const hasMaterial = ({ body, points }: Section) => body.trim() !== '' || points.length > 0;

/** Prices make a menu or a product, a date in the form a booking or an event. */
function chooseTemplate(copy: PageCopy): Template {
  const prices = copy.sections.find((section) => section.kind === 'prices' && hasMaterial(section));
  if (copy.form.fields.includes('date')) return hasDate(`${copy.headline}\n${copy.subline}`) ? 'event' : 'booking';
  if (prices) return prices.points.length > 1 ? 'menu' : 'product';
  return copy.sections.some(({ kind }) => kind === 'offer' || kind === 'benefits') ? 'offer' : 'contact';
}

/** A price that stands alone goes to the right; every other word stays where the copy has it. */
function itemOf({ title, text }: { title: string; text: string }, kind: BlockKind): Item {
  const isPrice =
    kind === 'prices' &&
    text.length <= 40 &&
    readTokens(text).tokens.some(({ fact, start, end }) => fact.type === 'price' && end - start >= tidy(text).trim().length - 1);
  return isPrice ? { title, text: '', value: text } : { title, text, value: '' };
}

/** One act: the form; beside it the telephone and WhatsApp of the brand. */
function acts(copy: PageCopy, brand: BrandDna | null, language: Language): Item[] {
  const digits = (brand?.phone ?? '').replaceAll(/[^\d+]/g, '');
  const international = digits.startsWith('+') ? digits.slice(1) : '';
  return [
    { title: copy.button || copy.form.button || buttons[language], text: '', value: '#contact' },
    ...(digits.length >= 6 ? [{ title: brand?.phone ?? '', text: '', value: `tel:${digits}` }] : []),
    ...(international.length >= 8 ? [{ title: 'WhatsApp', text: '', value: `https://wa.me/${international}` }] : []),
  ];
}

function blocksOf(copy: PageCopy, pictures: string[], brand: BrandDna | null, country: string, language: Language): Block[] {
  const [first = '', ...others] = pictures;
  const links = acts(copy, brand, language);
  const hero: Block = { id: 'top', kind: 'hero', heading: copy.headline, text: copy.subline, items: links, picture: first };
  const sections = copy.sections.filter(hasMaterial).map((section, at): Block => {
    const kind = kinds[section.kind] ?? 'text';
    const items = kind === 'closing' ? links.slice(0, 1) : section.points.map((point) => itemOf(point, kind)).slice(0, 12);
    return { id: `part-${at + 1}`, kind, heading: section.heading, text: section.body, items, picture: others[at] ?? '' };
  });
  const services = brand?.services.map(({ name }) => name) ?? [];
  const fields = formFields(copy.form.fields, services, country, language).map(({ name, label, help }) => ({
    title: label,
    text: help,
    value: name,
  }));
  const submit = { title: copy.form.button || copy.button || buttons[language], text: '', value: 'submit' };
  const form: Block = {
    id: 'contact',
    kind: 'form',
    heading: copy.form.heading,
    text: consents[language],
    items: [...fields, submit],
    picture: '',
  };
  return [hero, ...sections.filter(({ kind }) => kind !== 'closing'), form, ...sections.filter(({ kind }) => kind === 'closing')].slice(
    0,
    20,
  );
}

/** Letters of the headline, else the template: an Arabic headline has no letters for an address. */
function slugOf(headline: string, template: Template): string {
  const words = fold(tidy(headline))
    .replaceAll("'", ' ')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return (words.length > 2 ? words : template).slice(0, 60).replace(/-+$/, '');
}

/** @throws SkillError input_missing without a headline, page_unfit when the finished page breaks a rule */
export const landingPageBuilder: SkillFunction = ({ step, context }) => {
  const { copy: given, template: wished, pictures: drawn, language, country = '' } = context.input as Input;
  const copy = readCopy(given);
  if (copy.headline.trim() === '') throw new SkillError('input_missing', { field: 'copy.headline' }, false);
  const { brand } = context;
  const template = wished ?? chooseTemplate(copy);
  const pictures = readPictures(drawn);
  const blocks = blocksOf(
    copy,
    pictures.map(({ path }) => path),
    brand,
    country,
    language,
  );
  const seo = { title: copy.seo.title || copy.headline.slice(0, 60), description: copy.seo.description || copy.subline };
  const services = brand?.services.map(({ name }) => name) ?? [];
  const html = renderPage({ blocks, brand: brand ?? {}, seo, language, pictures, services });
  const checks = checkPage(html, maxLandingBytes);
  assertFit(checks);
  const bytes = bytesOf(html);
  const missing = copy.missing.slice(0, 8);
  const speak = context.run.language;
  const values = {
    headline: copy.headline,
    template,
    size: Math.round(bytes / 100) / 10,
    missing: missing.length > 0 ? sayFrom(webPhrases, speak, 'missing', { what: missing.join(', ') }) : '',
  };
  return {
    say: sayFrom(webPhrases, speak, 'page_built', values).trim(),
    page_id: `page-${step.run_id}`,
    template,
    slug: slugOf(copy.headline, template),
    title: seo.title,
    html,
    blocks,
    bytes,
    contrast_ok: isReadable(paletteOf(brand ?? {})),
    missing,
  };
};
