// Lead hunting answers of the house model: who a firm is, what it may need of us, how to begin; only what its sources say. Spread in house/index.ts.
import type { BrandDna } from '../../payloads.ts';
import type { ModelCall } from '../../models/types.ts';
import { sayPrice, servicesNamed } from '../brand-facts.ts';
import { list } from '../brand-words.ts';
import { seen, words, type Field, type Need } from './lead-hunting/firm-words.ts';
import { findText, numberAt, rowsInside, textAt } from './material.ts';
import { brandOf, cut, requestOf } from './read-input.ts';

type Known = { value: string; source: string };
const asked: Field[] = ['trade', 'place', 'services', 'opening_hours', 'phone', 'website'];

/** Facts by field, from the enricher's rows or from a directory's entry. */
function readFirm(material: unknown): {
  company: string;
  known: Partial<Record<Field, Known[]>>;
  sources: string[];
  stars: number | null;
  reviews: number | null;
  hasShop: boolean;
} {
  const known: Partial<Record<Field, Known[]>> = {};
  const add = (field: Field, value: string, source: string) => {
    const all = (known[field] ??= []);
    if (value && !all.some((one) => one.value === value)) all.push({ value, source });
  };
  let [stars, reviews, hasShop, company]: [number | null, number | null, boolean, string] = [null, null, false, ''];
  const sources: string[] = [];
  for (const row of rowsInside(material)) {
    const source = textAt(row, 'source_url', 'url');
    const field = textAt(row, 'field');
    if (/^https?:\/\//.test(source)) sources.push(source);
    if (field && textAt(row, 'value')) {
      if (field === 'has_shop') hasShop = /true|yes|oui|1/.test(textAt(row, 'value'));
      else if (field in words.en.unknown && field !== 'size') add(field as Field, textAt(row, 'value'), source);
      continue;
    }
    company ||= textAt(row, 'company', 'name');
    for (const [name, names] of Object.entries({
      place: ['address', 'place'],
      phone: ['phone'],
      website: ['website'],
      trade: ['kind', 'trade'],
      email: ['email'],
    } as const))
      add(name as Field, textAt(row, ...names), source);
    stars ??= numberAt(row, 'stars');
    reviews ??= numberAt(row, 'reviews');
  }
  const site = known.website?.[0]?.value ?? '';
  if (/^https?:\/\//.test(site)) sources.push(site);
  company ||= findText(material, 'reference') || (sources[0] ? new URL(sources[0]).hostname.replace(/^www\./, '') : '');
  return { company, known, sources: [...new Set(sources)], stars, reviews, hasShop };
}

function profileCompany(call: ModelCall) {
  const { facts, language } = call;
  const brand = brandOf(call);
  const said = words[language];
  const firm = readFirm([facts.item, facts.input.facts].filter(Boolean));
  const value = (field: Field) => firm.known[field]?.[0]?.value ?? '';
  const all = (field: Field) => (firm.known[field] ?? []).slice(0, 4).map((one) => one.value);
  const company = cut(firm.company || said.unknown.trade, 160);
  const and = { fr: ' et ', mg: ' sy ', en: ' and ', ar: ' و' }[language];
  const slots: Record<string, string> = {
    company,
    brand: brand.name,
    trade: value('trade'),
    place: value('place'),
    services: list(all('services'), and),
    hours: value('opening_hours'),
    stars: firm.stars === null ? '' : String(firm.stars),
    reviews: firm.reviews === null ? '' : String(firm.reviews),
  };
  const put = (phrase: string, more: Record<string, string> = {}): string => {
    const values = { ...slots, ...more };
    const chosen = phrase.replace(/\[([^\]]*)\]/g, (_all, part: string) =>
      /\{(\w+)\}/.exec(part) && values[/\{(\w+)\}/.exec(part)?.[1] ?? ''] ? part : '',
    );
    return Array.from(chosen.matchAll(/\{(\w+)\}/g)).every(([, name = '']) => values[name])
      ? chosen.replaceAll(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '')
      : '';
  };
  const served = serviceFor(brand, [slots.trade, slots.services, requestOf(facts)].join(' '));
  const service = served ? [served.name, sayPrice(served, language)].filter(Boolean).join(language === 'fr' ? ' : ' : ': ') : '';
  const lacks: [Need, boolean][] = [
    ['fit', served !== undefined && slots.trade !== ''],
    ['no_site', !value('website') && firm.sources.length === 0],
    ['no_hours', !value('opening_hours')],
    ['many_places', all('place').length > 1],
  ];
  const needs = lacks.flatMap(([key, holds]) => {
    const because = holds ? put(said.needs[key][1]) : '';
    return because
      ? [{ need: cut(said.needs[key][0], 160), because: cut(because, 240), service: key === 'fit' ? cut(served?.name ?? '', 80) : '' }]
      : [];
  });
  const noticed = (['services', 'trade', 'place'] as const).find((field) => value(field));
  const view = noticed ? put(seen[language][noticed], { value: noticed === 'services' ? (slots.services ?? '') : value(noticed) }) : '';
  const first = service || brand.services[0]?.name || brand.tagline || brand.name;
  const opener = [view ? put(said.opener[0], { seen: view }) : '', put(said.opener[1], { service: first }), said.opener[2]]
    .filter(Boolean)
    .join(' ');
  return {
    say: needs[0] && served ? put(said.say.yes, { because: needs[0].because }) : said.say.no,
    company,
    summary: cut([put(said.is), put(said.where), put(said.sells), put(said.open), put(said.stars)].filter(Boolean).join(' '), 600),
    likely_needs: needs.slice(0, 4),
    opener: cut(opener, 400),
    questions: said.questions,
    unknown: [...asked.filter((field) => !value(field)).map((field) => said.unknown[field]), said.unknown.size].slice(0, 8),
    sources: firm.sources.slice(0, 10),
  };
}

/** The service of ours that their trade or the owner's wish names, else the first we sell. */
const serviceFor = (brand: BrandDna, text: string): BrandDna['services'][number] | undefined =>
  servicesNamed(text, brand)[0] ?? brand.services[0];

export const leadHuntingAnswers: Record<string, (call: ModelCall) => unknown> = { 'company-profiler': profileCompany };
