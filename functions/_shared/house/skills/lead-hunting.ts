// Lead hunting answers of the house model: who a firm is, what it may need of us, how to begin; only what its sources say. Spread in house/index.ts.
import type { BrandDna, Language } from '../../payloads.ts';
import type { ModelCall } from '../../models/types.ts';
import { sayPrice, servicesNamed } from '../brand-facts.ts';
import { list } from '../brand-words.ts';
import { findText, numberAt, rowsInside, textAt } from './material.ts';
import { brandOf, cut, requestOf } from './read-input.ts';

type Field = 'trade' | 'place' | 'services' | 'opening_hours' | 'languages' | 'phone' | 'email' | 'website';
type Need = 'no_site' | 'no_hours' | 'no_shop' | 'many_places' | 'fit';
type Words = {
  is: string;
  where: string;
  sells: string;
  open: string;
  stars: string;
  needs: Record<Need, [need: string, because: string]>;
  opener: [seen: string, offer: string, ask: string];
  questions: string[];
  unknown: Record<'size' | Field, string>;
  say: Record<'yes' | 'no', string>;
};

const words: Record<Language, Words> = {
  fr: {
    is: '{company}[ : {trade}].',
    where: 'On les trouve ici : {place}.',
    sells: 'Ils proposent : {services}.',
    open: 'Leurs horaires : {hours}.',
    stars: 'Ils ont {stars} étoiles ({reviews} avis).',
    needs: {
      no_site: ['être trouvés en ligne', 'aucun site n’est donné dans les sources'],
      no_hours: ['dire quand ils sont ouverts', 'aucun horaire n’est donné dans les sources'],
      no_shop: ['vendre sans que le client se déplace', 'aucune boutique en ligne n’est donnée dans les sources'],
      many_places: ['répondre de la même façon partout', 'les sources donnent plusieurs adresses'],
      fit: ['ce que nous vendons déjà', 'leur activité : {trade}'],
    },
    opener: [
      'Bonjour, nous avons vu que {company} {seen}.',
      'Chez {brand}, nous proposons : {service}.',
      'Est-ce que cela vous serait utile ?',
    ],
    questions: ['Qui décide de cela chez eux ?', 'Comment font-ils aujourd’hui ?', 'Pour quand en auraient-ils besoin ?'],
    unknown: {
      size: 'leur taille',
      trade: 'leur métier',
      place: 'leur adresse',
      services: 'ce qu’ils vendent',
      opening_hours: 'leurs horaires',
      languages: 'leurs langues',
      phone: 'leur numéro',
      email: 'leur e-mail',
      website: 'leur site',
    },
    say: { yes: 'Cela vaut un appel : {because}.', no: 'Pas encore d’appel : je ne vois pas ce que nous pourrions leur apporter.' },
  },
  mg: {
    is: '{company}[: {trade}].',
    where: 'Eto no ahitana azy: {place}.',
    sells: 'Ireto no amidiny: {services}.',
    open: 'Ny ora fiasany: {hours}.',
    stars: 'Manana kintana {stars} izy (hevitra {reviews}).',
    needs: {
      no_site: ['ho hita amin’ny aterineto', 'tsy misy tranonkala ao amin’ny loharano'],
      no_hours: ['hilaza ny ora fiasany', 'tsy misy ora fiasana ao amin’ny loharano'],
      no_shop: ['hivarotra amin’ny aterineto', 'tsy misy fivarotana amin’ny aterineto ao amin’ny loharano'],
      many_places: ['hamaly mitovy na aiza na aiza', 'misy adiresy maromaro ao amin’ny loharano'],
      fit: ['izay efa amidintsika', 'ny asany: {trade}'],
    },
    opener: ['Miarahaba, hitanay fa {company} {seen}.', 'Ato amin’ny {brand} dia misy: {service}.', 'Mety hilainareo ve izany?'],
    questions: ['Iza no manapaka an’izany ao aminy?', 'Ahoana no ataony ankehitriny?', 'Oviana no ilainy izany?'],
    unknown: {
      size: 'ny habeny',
      trade: 'ny asany',
      place: 'ny adiresiny',
      services: 'ny amidiny',
      opening_hours: 'ny ora fiasany',
      languages: 'ny fiteniny',
      phone: 'ny laharany',
      email: 'ny mailaka',
      website: 'ny tranonkalany',
    },
    say: { yes: 'Mendrika hantsoina izy: {because}.', no: 'Mbola tsy mila antsoina: tsy hitako izay azontsika omena azy.' },
  },
  en: {
    is: '{company}[: {trade}].',
    where: 'They are found here: {place}.',
    sells: 'They offer: {services}.',
    open: 'Their hours: {hours}.',
    stars: 'They have {stars} stars ({reviews} reviews).',
    needs: {
      no_site: ['to be found online', 'no site is given in the sources'],
      no_hours: ['to say when they are open', 'no hours are given in the sources'],
      no_shop: ['to sell without the customer coming', 'no online shop is given in the sources'],
      many_places: ['to answer in the same way everywhere', 'the sources give several addresses'],
      fit: ['what we already sell', 'their trade: {trade}'],
    },
    opener: ['Hello, we saw that {company} {seen}.', 'At {brand} we offer: {service}.', 'Would that be of use to you?'],
    questions: ['Who decides about this with them?', 'How do they do it today?', 'By when would they need it?'],
    unknown: {
      size: 'their size',
      trade: 'their trade',
      place: 'their address',
      services: 'what they sell',
      opening_hours: 'their hours',
      languages: 'their languages',
      phone: 'their number',
      email: 'their e-mail',
      website: 'their site',
    },
    say: { yes: 'Worth a call: {because}.', no: 'No call yet: I do not see what we could bring them.' },
  },
  ar: {
    is: '{company}[: {trade}].',
    where: 'مكانهم: {place}.',
    sells: 'يقدمون: {services}.',
    open: 'أوقاتهم: {hours}.',
    stars: 'لديهم {stars} نجوم ({reviews} من التقييمات).',
    needs: {
      no_site: ['أن يجدهم الناس على الإنترنت', 'لا موقع مذكور في المصادر'],
      no_hours: ['أن يذكروا أوقات عملهم', 'لا أوقات مذكورة في المصادر'],
      no_shop: ['أن يبيعوا بدون أن يأتي الزبون', 'لا متجر على الإنترنت مذكور في المصادر'],
      many_places: ['أن يجيبوا بالطريقة نفسها في كل مكان', 'المصادر تذكر عدة عناوين'],
      fit: ['ما نبيعه نحن', 'مهنتهم: {trade}'],
    },
    opener: ['مرحبًا، رأينا أن {company} {seen}.', 'نحن في {brand} نقدم: {service}.', 'هل يفيدكم ذلك؟'],
    questions: ['من يقرر ذلك عندهم؟', 'كيف يفعلون ذلك اليوم؟', 'متى يحتاجون إليه؟'],
    unknown: {
      size: 'حجمهم',
      trade: 'مهنتهم',
      place: 'عنوانهم',
      services: 'ما يبيعونه',
      opening_hours: 'أوقاتهم',
      languages: 'لغاتهم',
      phone: 'رقمهم',
      email: 'بريدهم',
      website: 'موقعهم',
    },
    say: { yes: 'تستحق اتصالًا: {because}.', no: 'لا اتصال بعد: لا أرى ما يمكن أن نقدمه لهم.' },
  },
};

/** What an opener says it has seen, as the end of a sentence. */
const seen: Record<Language, Record<'place' | 'trade' | 'services', string>> = {
  fr: { place: 'se trouve ici : {value}', trade: 'travaille dans ce métier : {value}', services: 'propose : {value}' },
  mg: { place: 'dia ao amin’ity toerana ity: {value}', trade: 'dia manao izao asa izao: {value}', services: 'dia manolotra: {value}' },
  en: { place: 'is here: {value}', trade: 'works in this trade: {value}', services: 'offers: {value}' },
  ar: { place: 'تقع هنا: {value}', trade: 'تعمل في هذه المهنة: {value}', services: 'تقدم: {value}' },
};

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
