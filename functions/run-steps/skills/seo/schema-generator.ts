// Skill schema-generator: the label for search engines, made of given facts and nothing else. In seo-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { type Fact, LabelFacts, type Offer, readPrice } from './label-facts.ts';
import { readOpeningHours } from './opening-hours.ts';
import { seoPhrases } from './seo-phrases.ts';

type Kind = 'LocalBusiness' | 'Product' | 'Service' | 'FAQPage' | 'Article' | 'Event';
type Input = { kind: Kind; facts: Record<string, unknown>; language: Language };
type Node = Record<string, unknown>;

/** Required and recommended by search engines, in that order. */
const wanted: Record<Kind, string[]> = {
  LocalBusiness: ['name', 'address', 'telephone', 'openingHoursSpecification', 'url', 'image', 'makesOffer', 'description'],
  Product: ['name', 'offers', 'image', 'description'],
  Service: ['name', 'provider', 'areaServed', 'offers', 'description'],
  FAQPage: ['mainEntity'],
  Article: ['headline', 'datePublished', 'author', 'image', 'description'],
  Event: ['name', 'startDate', 'location', 'offers', 'description'],
};
const mostLetters = 8000;

class Label {
  readonly node: Node;
  readonly from: { property: string; source: string }[] = [];

  constructor(kind: Kind) {
    this.node = { '@type': kind };
  }

  put<T>(property: string, fact: Fact<T> | null, shape: (value: T) => unknown = (value) => value): void {
    const value = fact === null ? undefined : shape(fact.value);
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return;
    this.node[property] = value;
    this.from.push({ property, source: fact?.source.slice(0, 120) ?? '' });
  }
}

/** Price and currency only where both are known. */
function offer({ name, price }: Offer, isNamed: boolean): Node | null {
  const read = readPrice(price);
  const item = isNamed ? { itemOffered: { '@type': 'Product', name } } : {};
  if (read && read.priceCurrency) return { '@type': 'Offer', price: read.price, priceCurrency: read.priceCurrency, ...item };
  return isNamed ? { '@type': 'Offer', ...item } : null;
}

const https = (address: string): string | undefined =>
  /^https?:\/\/\S+$/.test(address) ? address : /^[\w-]+(?:\.[\w-]+)+$/.test(address) ? `https://${address}` : undefined;
const isoDay = (value: string): string | undefined =>
  /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.test(value) ? value : undefined;

function fill(label: Label, kind: Kind, facts: LabelFacts, language: Language): void {
  const name = facts.text(['name', 'title'], 120) ?? facts.hero('heading');
  const description = facts.text(['description', 'tagline', 'subline'], 300) ?? facts.hero('text');
  const offers = facts.offers();
  const single = (value: Offer[]) =>
    value.length === 1 && value[0] ? offer(value[0], false) : value.flatMap((one) => offer(one, true) ?? []);
  const place = facts.text(['place', 'address', 'location'], 200);
  if (kind === 'LocalBusiness') {
    // the business, not the page: its name is the brand's where the page's facts have only a headline
    label.put('name', facts.text(['name'], 120) ?? name);
    label.put('description', description);
    label.put('telephone', facts.text(['telephone', 'phone'], 40));
    label.put('address', place, (streetAddress) => ({ '@type': 'PostalAddress', streetAddress }));
    const hours = facts.text(['opening_hours', 'openingHours'], 200);
    const slots = hours ? readOpeningHours(hours.value) : null;
    if (slots) label.put('openingHoursSpecification', hours, () => slots);
    else label.put('openingHours', hours);
    label.put('url', facts.text(['website', 'url'], 300), https);
    label.put('image', facts.text(['image', 'logo_url', 'picture'], 500), https);
    label.put('makesOffer', offers, (value) => value.flatMap((one) => offer(one, true) ?? []));
  }
  if (kind === 'Product' || kind === 'Service') {
    label.put('name', facts.text(['headline'], 120) ?? name);
    label.put('description', description);
    label.put('image', facts.text(['image', 'picture'], 500), https);
    label.put('offers', offers, single);
    const brand = facts.text(['brand', 'name'], 120);
    if (kind === 'Product') label.put('brand', brand, (value) => ({ '@type': 'Brand', name: value }));
    if (kind === 'Service') label.put('provider', brand, (value) => ({ '@type': 'LocalBusiness', name: value }));
    if (kind === 'Service') label.put('areaServed', facts.text(['area_served', 'place'], 160));
  }
  if (kind === 'FAQPage') {
    label.put('mainEntity', facts.questions(), (value) =>
      value.map(({ question, answer }) => ({ '@type': 'Question', name: question, acceptedAnswer: { '@type': 'Answer', text: answer } })),
    );
  }
  if (kind === 'Article') {
    label.put('headline', facts.text(['headline', 'title'], 110) ?? facts.hero('heading'));
    label.put('description', description);
    label.put('datePublished', facts.text(['published_at', 'date_published', 'datePublished'], 40), isoDay);
    label.put('author', facts.text(['author', 'name'], 120), (value) => ({ '@type': 'Organization', name: value }));
    label.put('image', facts.text(['image', 'picture'], 500), https);
  }
  if (kind === 'Event') {
    label.put('name', facts.text(['event', 'headline', 'title'], 120) ?? name);
    label.put('description', description);
    label.put('startDate', facts.text(['start_date', 'startDate', 'date'], 40), isoDay);
    label.put('endDate', facts.text(['end_date', 'endDate'], 40), isoDay);
    label.put('location', place, (value) => ({ '@type': 'Place', name: value, address: value }));
    label.put('offers', offers, single);
  }
  if (kind === 'FAQPage' || kind === 'Article' || kind === 'Event') label.put('inLanguage', { value: language, source: 'language' });
}

/** The text of one script; the longest lists are cut until it fits. */
function write(node: Node): string {
  for (;;) {
    const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': [node] }).replaceAll('<', '\\u003c');
    const lists = Object.values(node).filter((value): value is unknown[] => Array.isArray(value) && value.length > 1);
    const [longest] = lists.toSorted((a, b) => b.length - a.length);
    if (json.length <= mostLetters || !longest) return json;
    longest.pop();
  }
}

export const schemaGenerator: SkillFunction = ({ context }) => {
  const { kind, facts, language } = context.input as Input;
  const label = new Label(kind);
  fill(label, kind, new LabelFacts(facts, context.brand as unknown as Record<string, unknown> | null), language);
  const missing = wanted[kind].filter((property) => label.node[property] === undefined);
  const speak = context.run.language;
  const comma = speak === 'ar' ? '، ' : ', ';
  const values = { type: kind, count: label.from.length, missing: missing.slice(0, 4).join(comma) || '–' };
  return {
    say: sayFrom(seoPhrases, speak, 'labelled', values),
    schema_type: kind,
    json_ld: write(label.node),
    from_facts: label.from.slice(0, 60),
    missing: missing.slice(0, 20),
  };
};
