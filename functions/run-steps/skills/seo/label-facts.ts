// Facts for a label, out of a Brand DNA, the copy or the blocks of a page, or an article; each with where it was found. Called by schema-generator.ts.
import { readTokens } from '../../../_shared/house/read-tokens.ts';

export type Fact<T> = { value: T; source: string };
export type Offer = { name: string; price: string };
type Source = { name: string; data: Record<string, unknown> };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isObject) : []);
export const textOf = (value: unknown, length = 500): string =>
  typeof value === 'string' ? value.trim().slice(0, length) : typeof value === 'number' ? String(value) : '';

export class LabelFacts {
  readonly #sources: Source[];

  /** @param facts what the page shows; @param brand stands in for what the page leaves out */
  constructor(facts: Record<string, unknown>, brand: Record<string, unknown> | null) {
    this.#sources = [{ name: 'facts', data: facts }, ...(brand ? [{ name: 'brand', data: brand }] : [])];
  }

  /** The first of these fields that says something. */
  text(fields: string[], length = 500): Fact<string> | null {
    for (const { name, data } of this.#sources)
      for (const field of fields) {
        const value = textOf(data[field], length);
        if (value) return { value, source: `${name}.${field}` };
      }
    return null;
  }

  /** A line of the page's top block, where the facts are blocks. */
  hero(field: 'heading' | 'text'): Fact<string> | null {
    for (const { name, data } of this.#sources) {
      const block = objects(data.blocks).find(({ kind }) => kind === 'hero');
      const value = textOf(block?.[field]);
      if (value) return { value, source: `${name}.blocks.hero.${field}` };
    }
    return null;
  }

  /** Services, products, price blocks and price sections; at most twenty. */
  offers(): Fact<Offer[]> | null {
    for (const { name, data } of this.#sources) {
      const parts: [string, Record<string, unknown>[]][] = [
        ['services', objects(data.services)],
        ['offers', objects(data.offers)],
        ['products', objects(data.products)],
        [
          'blocks.prices',
          objects(data.blocks)
            .filter(({ kind }) => kind === 'prices')
            .flatMap(({ items }) => objects(items)),
        ],
        [
          'sections.prices',
          objects(data.sections)
            .filter(({ kind }) => kind === 'prices')
            .flatMap(({ points }) => objects(points)),
        ],
      ];
      for (const [field, list] of parts) {
        const value = list
          .map((one) => ({ name: textOf(one.name ?? one.title, 80), price: textOf(one.price ?? one.value, 40) || textOf(one.text, 40) }))
          .filter((one) => one.name !== '')
          .slice(0, 20);
        if (value.length > 0) return { value, source: `${name}.${field}` };
      }
    }
    return null;
  }

  /** Questions with their answers, as the page shows them. */
  questions(): Fact<{ question: string; answer: string }[]> | null {
    for (const { name, data } of this.#sources) {
      const parts: [string, Record<string, unknown>[]][] = [
        ['questions', objects(data.questions ?? data.faq)],
        [
          'blocks.questions',
          objects(data.blocks)
            .filter(({ kind }) => kind === 'questions')
            .flatMap(({ items }) => objects(items)),
        ],
        [
          'sections.questions',
          objects(data.sections)
            .filter(({ kind }) => kind === 'questions')
            .flatMap(({ points }) => objects(points)),
        ],
      ];
      for (const [field, list] of parts) {
        const value = list
          .map((one) => ({ question: textOf(one.question ?? one.title, 200), answer: textOf(one.answer ?? one.text, 600) }))
          .filter(({ question, answer }) => question !== '' && answer !== '')
          .slice(0, 12);
        if (value.length > 0) return { value, source: `${name}.${field}` };
      }
    }
    return null;
  }
}

/** `8 000 Ar` gives 8000 and MGA; null without an amount, no currency without its mark. */
export function readPrice(text: string): { price: number; priceCurrency: string } | null {
  const fact = readTokens(text).tokens.find((token) => token.fact.type === 'price')?.fact;
  return fact?.type === 'price' ? { price: fact.price.amount, priceCurrency: fact.price.currency } : null;
}
