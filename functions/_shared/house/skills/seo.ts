// Search answers of the house model: titles and descriptions of pages, out of page, measured words and Brand DNA. Spread in house/index.ts.
import type { BrandDna, Language } from '../../payloads.ts';
import type { ModelCall } from '../../models/types.ts';
import { sayHours, sayPrice, servicesNamed, type Service } from '../brand-facts.ts';
import { contactsOf } from '../contacts.ts';
import { capitalise } from '../grammar/fill.ts';
import { grammars } from '../grammar/all.ts';
import { shortPlace } from '../place.ts';
import { isIn } from './content-writing/material.ts';
import { rowsInside, textAt } from './material.ts';
import { brandOf, cut, rowsOf } from './read-input.ts';

type Words = {
  what: string;
  find: string;
  prices: string;
  reasons: Record<'title' | 'description' | 'heading' | 'none', string>;
  say: string;
};
const words: Record<Language, Words> = {
  fr: {
    what: '{thing} {at_brand}',
    find: 'Sur cette page : {list}.',
    prices: 'Prix, horaires et contact {at_brand}',
    reasons: {
      title: 'L’audit trouve un titre à revoir ({evidence}) : il dit maintenant la chose, puis le lieu.',
      description: 'L’audit trouve une description à revoir ({evidence}) : elle donne maintenant un fait et un geste.',
      heading: 'L’audit trouve un titre de page à revoir ({evidence}) : il est maintenant proche du titre de recherche.',
      none: 'Le titre dit la chose avant le nom, et la description donne un fait à vérifier.',
    },
    say: 'La page qui y gagne le plus : {page}. J’ai écrit {count} titre(s).',
  },
  mg: {
    what: '{thing} {at_brand}',
    find: 'Hita amin’ity pejy ity: {list}.',
    prices: 'Vidiny sy ora ary fifandraisana {at_brand}',
    reasons: {
      title: 'Hitan’ny fizahana fa mila ovaina ny lohateny ({evidence}): ny zavatra no ambarany aloha, dia ny toerana.',
      description: 'Hitan’ny fizahana fa mila ovaina ny famaritana ({evidence}): misy zava-misy sy zavatra hatao ao izao.',
      heading: 'Hitan’ny fizahana fa mila ovaina ny lohatenin’ny pejy ({evidence}): akaikin’ny lohateny fikarohana izy izao.',
      none: 'Ny zavatra no ambaran’ny lohateny alohan’ny anarana, ary misy zava-misy azo hamarinina ny famaritana.',
    },
    say: 'Ity pejy ity no hahazo tombony betsaka: {page}. Lohateny {count} no nosoratako.',
  },
  en: {
    what: '{thing} {at_brand}',
    find: 'On this page: {list}.',
    prices: 'Prices, hours and contact {at_brand}',
    reasons: {
      title: 'The audit finds a title to be cured ({evidence}): it now says the thing, then the place.',
      description: 'The audit finds a description to be cured ({evidence}): it now gives a fact and what to do.',
      heading: 'The audit finds a heading to be cured ({evidence}): it is now close to the title of the search.',
      none: 'The title says the thing before the name, and the description gives a fact that can be checked.',
    },
    say: 'The page that gains most: {page}. I wrote {count} title(s).',
  },
  ar: {
    what: '{thing} {at_brand}',
    find: 'في هذه الصفحة: {list}.',
    prices: 'الأسعار والمواعيد والاتصال {at_brand}',
    reasons: {
      title: 'وجد الفحص عنوانًا يحتاج إلى علاج ({evidence}): هو الآن يذكر الشيء ثم المكان.',
      description: 'وجد الفحص وصفًا يحتاج إلى علاج ({evidence}): هو الآن يذكر حقيقة وما يجب فعله.',
      heading: 'وجد الفحص عنوان صفحة يحتاج إلى علاج ({evidence}): هو الآن قريب من عنوان البحث.',
      none: 'العنوان يذكر الشيء قبل الاسم، والوصف يعطي حقيقة يمكن التحقق منها.',
    },
    say: 'الصفحة التي تكسب أكثر: {page}. كتبت {count} من العناوين.',
  },
};

type Page = { url: string; text: string; failed: { check: string; evidence: string }[] };

/** Pages of an audit's checks (one row a check) or pages as they are, once each. */
function pagesOf(pages: unknown): Page[] {
  const found = new Map<string, Page>();
  for (const row of rowsOf(pages)) {
    const url = textAt(row, 'url', 'page', 'path');
    const page = found.get(url) ?? { url, text: '', failed: [] };
    page.text = [page.text, textAt(row, 'title'), textAt(row, 'heading'), textAt(row, 'description'), textAt(row, 'text', 'body')]
      .filter(Boolean)
      .join(' ');
    if (row.state === 'failed') page.failed.push({ check: textAt(row, 'check'), evidence: textAt(row, 'evidence') });
    found.set(url, page);
  }
  return [...found.values()].slice(0, 20);
}

const pathOf = (url: string): string => decodeURI(url.replace(/^https?:\/\/[^/]+/u, '').replace(/[?#].*$/u, ''));

/** What is measured or typed for this page: a query of the keyword tracker, else thing and place. */
function queryOf(page: Page, outputs: unknown, fallback: string): string {
  const row = rowsInside(outputs).find(
    (one) => textAt(one, 'query', 'keyword') && textAt(one, 'page', 'url') === page.url && page.url !== '',
  );
  return cut(row ? textAt(row, 'query', 'keyword') : fallback, 80);
}

const first = (texts: string[], most: number): string =>
  texts.find((text) => text && text.length <= most) ?? cut(texts.find(Boolean) ?? '', most);

function optimizeMeta(call: ModelCall) {
  const { facts, language } = call;
  const brand = brandOf(call);
  const said = words[language];
  const place = shortPlace(brand.place);
  const slots = { ...grammars[language].sayBrand(brand.name), at: grammars[language].sayAt(place) };
  const put = (text: string, more: Record<string, string> = {}) =>
    text
      .replaceAll(/\{(\w+)\}/g, (_all, name: string) => ({ ...slots, ...more })[name] ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  const contacts = contactsOf(brand, language);
  const used = new Set<string>();
  const pages = pagesOf(facts.input.pages).map((page, index) => {
    const service = serviceFor(page, brand, index, used);
    const thing = service?.name ?? (isIn(brand.tagline, language) ? brand.tagline.replace(/[.!?]+$/u, '') : put(said.prices));
    const price = service ? sayPrice(service, language) : '';
    const titles = [
      [thing, price, slots.at].filter(Boolean).join(' ') + ` | ${brand.name}`,
      `${[thing, price].filter(Boolean).join(' ')} | ${brand.name}`,
      `${thing} | ${brand.name}`,
      thing,
    ].map(capitalise);
    // two pages never share a title: the sixth page of a shop with one thing goes by its path
    const title = first([...titles.filter((one) => !used.has(one)), capitalise(`${thing} ${pathOf(page.url)}`.trim())], 60);
    used.add(title);
    const list = [service, ...brand.services.filter((one) => one !== service)]
      .filter((one): one is Service => Boolean(one))
      .slice(0, 3)
      .map((one) => [one.name, sayPrice(one, language)].filter(Boolean).join(' '))
      .join(language === 'ar' ? '، ' : ', ');
    const hours = sayHours(brand, language);
    const cure = page.failed.find(({ check }) => check === 'title' || check === 'description' || check === 'heading');
    const reason = cure ? said.reasons[cure.check as 'title'].replace('{evidence}', cure.evidence || cure.check) : said.reasons.none;
    return {
      url: page.url.slice(0, 500),
      title,
      description: describe([
        capitalise(put(said.what, { thing: [thing, price].filter(Boolean).join(' ') })) + '.',
        list ? put(said.find, { list }) : '',
        contacts.visit,
        contacts.call,
        hours ? contacts.hours : '',
        contacts.write,
        `${put(said.prices)}.`,
      ]),
      heading: cut(capitalise(put(said.what, { thing })), 80),
      query: queryOf(page, facts.outputs, [thing, place].filter(Boolean).join(' ').toLocaleLowerCase()),
      reason: cut(reason, 240),
      weight: page.failed.length,
    };
  });
  const gains = pages.toSorted((a, b) => b.weight - a.weight)[0];
  return {
    say: put(said.say, { page: (gains && pathOf(gains.url)) || gains?.title || brand.name, count: String(pages.length) }),
    pages: pages.map(({ weight: _weight, ...page }) => page),
  };
}

/** The service a page names in its address or text; the home page sells the first, other pages take turns. */
function serviceFor(page: Page, brand: BrandDna, index: number, used: Set<string>): Service | undefined {
  const named = servicesNamed(`${pathOf(page.url).replace(/[-_/]/g, ' ')} ${page.text}`, brand).find(({ name }) => !used.has(name));
  const service = named ?? brand.services.filter(({ name }) => !used.has(name))[0] ?? (index === 0 ? brand.services[0] : undefined);
  if (service) used.add(service.name);
  return service;
}

/** 50 to 155 letters: whole sentences as long as they fit. */
function describe(sentences: string[]): string {
  let text = '';
  for (const sentence of sentences.filter(Boolean)) if (`${text} ${sentence}`.trim().length <= 155) text = `${text} ${sentence}`.trim();
  return text.length >= 50 ? text : cut(`${text} ${sentences.filter((one) => one && !text.includes(one)).join(' ')}`.trim(), 155);
}

export const seoAnswers: Record<string, (call: ModelCall) => unknown> = { 'meta-optimizer': optimizeMeta };
