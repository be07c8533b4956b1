// The shapes of a landing page: its copy, its blocks, its brand. Used by the web skills.
import type { BrandDna, Language } from '../../../_shared/payloads.ts';

export const templates = ['offer', 'menu', 'booking', 'event', 'product', 'contact'] as const;
export type Template = (typeof templates)[number];

export type BlockKind = 'hero' | 'text' | 'list' | 'steps' | 'prices' | 'proof' | 'questions' | 'picture' | 'map' | 'form' | 'closing';
/** In a form: title = label, text = help, value = field name or `submit`. In a hero and a closing: a link, value = its address. */
export type Item = { title: string; text: string; value: string };
export type Block = { id: string; kind: BlockKind; heading: string; text: string; items: Item[]; picture: string };

export type Picture = { path: string; width: number; height: number; alt: string };
export type PageBrand = Partial<Pick<BrandDna, 'name' | 'colours' | 'fonts' | 'phone' | 'place' | 'opening_hours'>>;
export type Seo = { title: string; description: string };
export type PageLanguage = Language;

const text = (value: unknown, length: number): string => (typeof value === 'string' ? value.slice(0, length) : '');
const list = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value)
    ? value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null && !Array.isArray(one))
    : [];

const kinds = new Set<string>(['hero', 'text', 'list', 'steps', 'prices', 'proof', 'questions', 'picture', 'map', 'form', 'closing']);

/** Blocks as they come in: unknown kinds become text, missing fields empty. */
export const readBlocks = (value: unknown): Block[] =>
  list(value).map((block, at) => ({
    id: /^[a-z][a-z0-9-]{0,39}$/.test(text(block.id, 40)) ? text(block.id, 40) : `block-${at + 1}`,
    kind: kinds.has(text(block.kind, 20)) ? (block.kind as BlockKind) : 'text',
    heading: text(block.heading, 80),
    text: text(block.text, 1200),
    items: list(block.items).map((item) => ({ title: text(item.title, 80), text: text(item.text, 240), value: text(item.value, 40) })),
    picture: text(block.picture, 500),
  }));

export const readPictures = (value: unknown): Picture[] =>
  list(value)
    .map(({ path, width, height, alt }) => ({
      path: text(path, 500),
      width: Number(width) || 0,
      height: Number(height) || 0,
      alt: text(alt, 300),
    }))
    .filter(({ path }) => path !== '');

export type Section = { kind: string; heading: string; body: string; points: { title: string; text: string }[] };
export type PageCopy = {
  headline: string;
  subline: string;
  button: string;
  sections: Section[];
  form: { heading: string; button: string; fields: string[] };
  seo: Seo;
  missing: string[];
};

/** A landing page copy of whatever came: what is missing is empty. */
export function readCopy(value: Record<string, unknown>): PageCopy {
  const form = (typeof value.form === 'object' && value.form !== null ? value.form : {}) as Record<string, unknown>;
  const seo = (typeof value.seo === 'object' && value.seo !== null ? value.seo : {}) as Record<string, unknown>;
  const strings = (given: unknown, length: number) => (Array.isArray(given) ? given.map((one) => text(one, length)).filter(Boolean) : []);
  return {
    headline: text(value.headline, 70),
    subline: text(value.subline, 160),
    button: text(value.button, 30),
    sections: list(value.sections).map((section) => ({
      kind: text(section.kind, 20),
      heading: text(section.heading, 80),
      body: text(section.body, 900),
      points: list(section.points).map((point) => ({ title: text(point.title, 80), text: text(point.text, 240) })),
    })),
    form: { heading: text(form.heading, 80), button: text(form.button, 30), fields: strings(form.fields, 20) },
    seo: { title: text(seo.title, 60), description: text(seo.description, 160) },
    missing: strings(value.missing, 120),
  };
}
