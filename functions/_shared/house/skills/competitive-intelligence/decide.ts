// Skills comparison-reporter and opportunity-finder of the house model: like with like, and openings that our own Brand DNA can serve. Called by competitive-intelligence.ts.
import type { BrandDna, Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { sayHours, sayPrice } from '../../brand-facts.ts';
import { fold, tidy } from '../../fold.ts';
import { grammars } from '../../grammar/all.ts';
import { shortPlace } from '../../place.ts';
import { listAt, numberAt, rowsInside, textAt } from '../material.ts';
import { brandOf, cut, fieldsOf, rowsOf } from '../read-input.ts';
import { readGaps } from './analyze.ts';
import { amountOf, isLike, readRivals, type Rival } from './read-rivals.ts';
import { readThemes, statesHours, statesPhone, themeKeys, themeNames } from './themes.ts';
import { put, rivalWords, type Criterion } from './words.ts';

type Leader = 'we' | 'they' | 'even' | 'unknown';
type Row = { criterion: string; ours: string; others: { name: string; value: string; source: string }[]; who_leads: Leader };

/** Whoever has most leads; a price is led by the lowest. `null` values are unknown and lead nothing. */
function leaderOf(ours: number | null, theirs: (number | null)[], least = false): Leader {
  const known = theirs.filter((value): value is number => value !== null);
  if (ours === null || known.length === 0) return 'unknown';
  const best = least ? Math.min(...known) : Math.max(...known);
  if (best === ours) return 'even';
  return (least ? ours < best : ours > best) ? 'we' : 'they';
}

/** Our own figures may stand beside theirs. */
const ownFigure = (material: unknown, ...names: string[]): number | null =>
  rowsInside(fieldsOf(material).own ?? fieldsOf(material).ours)
    .map((row) => numberAt(row, ...names))
    .find((value) => value !== null) ?? null;

function compareAll(rivals: Rival[], brand: BrandDna, material: unknown, language: Language): Row[] {
  const said = rivalWords[language];
  const value = (number: number | null) => (number === null ? said.unknown : String(number));
  const shown = (is: boolean) => (is ? said.yes : said.no);
  const row = (criterion: string, ours: string, valueOf: (rival: Rival) => string, who_leads: Leader): Row => ({
    criterion: cut(criterion, 80),
    ours: cut(ours, 200),
    others: rivals.map((rival) => ({ name: cut(rival.name, 120), value: cut(valueOf(rival), 200), source: cut(rival.source, 300) })),
    who_leads,
  });
  const prices = brand.services
    .filter(({ price }) => amountOf(price))
    .flatMap((service) => {
      const offerOf = (rival: Rival) => rival.offers.find((offer) => offer.price && isLike(service.name, offer.name));
      if (!rivals.some(offerOf)) return [];
      const ours = amountOf(service.price);
      const theirs = rivals
        .map((rival) => amountOf(offerOf(rival)?.price ?? ''))
        .map((one) => (one && ours && one.currency === ours.currency ? one.amount : null));
      return [
        row(
          put(said.price, { name: service.name }),
          sayPrice(service, language),
          (rival) => offerOf(rival)?.price || said.unknown,
          leaderOf(ours?.amount ?? null, theirs, true),
        ),
      ];
    })
    .slice(0, 3);
  const figures: [Criterion, string[], (rival: Rival) => number | null][] = [
    ['followers', ['followers'], ({ followers }) => followers],
    ['posts', ['posts_in_period', 'posts'], ({ posts }) => posts],
    ['per_post', ['interactions_per_post', 'per_post'], ({ perPost }) => perPost],
    ['stars', ['stars', 'average', 'rating'], ({ stars }) => stars],
  ];
  const measured = figures.flatMap(([key, names, read]) => {
    if (!rivals.some((rival) => read(rival) !== null)) return [];
    const ours = ownFigure(material, ...names);
    const counted = (rival: Rival) =>
      key === 'stars' && rival.reviews !== null ? `${value(read(rival))} (${rival.reviews})` : value(read(rival));
    return [row(said.criteria[key], value(ours), counted, leaderOf(ours, rivals.map(read)))];
  });
  const hasHours = ({ text }: Rival) => statesHours(text);
  const hasPhone = ({ text }: Rival) => statesPhone(text);
  const flag = (is: boolean) => Number(is);
  return [
    ...prices,
    ...measured,
    row(
      said.criteria.offers,
      String(brand.services.length),
      ({ offers }) => (offers.length > 0 ? String(offers.length) : said.unknown),
      leaderOf(
        brand.services.length,
        rivals.map(({ offers }) => offers.length || null),
      ),
    ),
    row(
      said.criteria.hours,
      sayHours(brand, language) || said.no,
      (rival) => shown(hasHours(rival)),
      leaderOf(
        flag(brand.opening_hours !== ''),
        rivals.map((rival) => flag(hasHours(rival))),
      ),
    ),
    row(
      said.criteria.phone,
      brand.phone || said.no,
      (rival) => shown(hasPhone(rival)),
      leaderOf(
        flag(brand.phone !== ''),
        rivals.map((rival) => flag(hasPhone(rival))),
      ),
    ),
  ].slice(0, 10);
}

export function compareAllRivals(call: ModelCall) {
  const { language, facts } = call;
  const brand = brandOf(call);
  const said = rivalWords[language];
  const rivals = readRivals([facts.input.material, facts.outputs]);
  const rows = compareAll(rivals, brand, facts.input.material, language);
  const ours = rows.filter(({ who_leads }) => who_leads === 'we');
  const theirs = rows.filter(({ who_leads }) => who_leads === 'they');
  const first = [...ours, ...theirs][0] ?? rows[0];
  return {
    say: put(said.say.comparison, { ours: ours.length, theirs: theirs.length }),
    criteria: rows,
    summary: cut(
      put(said.summary, {
        count: rivals.length,
        criteria: rows.length,
        ours: ours.length,
        theirs: theirs.length,
        first: first?.criterion ?? said.unknown,
      }),
      500,
    ),
    learn: theirs.slice(0, 3).map(({ criterion, others }) => {
      const [best] = others.filter(({ value }) => value !== said.unknown && value !== said.no);
      return cut(put(said.learn, { name: best?.name ?? said.unknown, criterion, value: best?.value ?? said.unknown }), 240);
    }),
    keep: ours.slice(0, 3).map(({ criterion, ours: value }) => cut(put(said.keep, { criterion, value }), 240)),
  };
}

type Kind = 'gap' | 'answer' | 'price';
type Opening = { kind: Kind; title: string; evidence: { source: string; quote: string }[]; thing: string; basis: string };

/** What we would write about: a thing we sell with its price and place, as an owner would order a post. */
function thingsOf(brand: BrandDna, language: Language): string[] {
  const at = grammars[language].sayAt(shortPlace(brand.place));
  const colon = language === 'fr' ? ' : ' : ': ';
  const sold = brand.services.map((service) => [service.name, sayPrice(service, language)].filter(Boolean).join(colon));
  return (sold.length > 0 ? sold : [brand.name]).map((thing) => [thing, at].filter(Boolean).join(language === 'ar' ? '، ' : ', '));
}

function readOpenings(call: ModelCall, brand: BrandDna): Opening[] {
  const { language, facts } = call;
  const said = rivalWords[language];
  const input = fieldsOf(facts.outputs.input).competitors;
  const material = [facts.input.material, input].filter(Boolean);
  const rivals = readRivals(material);
  const things = thingsOf(brand, language);
  const [thing = brand.name] = things;
  const thingFor = (words: string) =>
    things.find((one, index) => brand.services[index] && isLike(brand.services[index].name, words)) ?? thing;

  const prices = rivals.flatMap(({ changes }) =>
    changes
      .filter(({ kind, before, after }) => kind === 'price' && (amountOf(after)?.amount ?? 0) > (amountOf(before)?.amount ?? Infinity))
      .filter(({ after }) => brand.services.some(({ name }) => isLike(name, after.replace(/[\d.,\s]+\S*$/u, ''))))
      .map(({ before, after, source }): Opening => ({
        kind: 'price',
        title: said.titles.price,
        evidence: [before, after].map((quote) => ({ source: cut(source, 200), quote: cut(quote, 300) })),
        thing: thingFor(after.replace(/[\d.,\s]+\S*$/u, '')),
        basis: said.basis.none,
      })),
  );
  // themes come counted by content-analyzer, or are counted here
  const analysed = rowsOf(fieldsOf(facts.input.material).themes);
  const told = themeKeys.flatMap((key) => {
    const row = analysed.find((one) => fold(tidy(textAt(one, 'theme'))) === fold(tidy(themeNames[language][key])));
    return row && row.works === 'better'
      ? [
          {
            key,
            evidence: listAt(row, 'examples').map((example) => ({ source: textAt(example, 'source'), quote: textAt(example, 'quote') })),
          },
        ]
      : [];
  });
  const counted = readThemes(rivals)
    .filter(({ works }) => works === 'better')
    .map(({ key, pieces }) => ({
      key,
      evidence: pieces.slice(0, 3).map(({ source, text }) => ({ source: cut(source, 200), quote: cut(text, 300) })),
    }));
  const answers = (told.length > 0 ? told : counted)
    // what we cannot promise we do not speak of
    .filter(({ key }) => key !== 'delivery' && key !== 'payment' && key !== 'booking')
    .map(({ key, evidence }): Opening => ({
      kind: 'answer',
      title: put(said.titles.answer, { theme: themeNames[language][key] }),
      evidence,
      thing: key === 'making' && brand.services[0] ? put(said.making, { name: brand.services[0].name }) : thing,
      basis: said.basis.theme,
    }));
  const given = rowsOf(fieldsOf(facts.input.material).gaps).map((row) => ({ gap: textAt(row, 'gap'), because: textAt(row, 'because') }));
  const gaps = (given.length > 0 ? given : readGaps(rivals, material, brand, language))
    .filter(({ gap, because }) => gap && because)
    .map(({ gap, because }): Opening => ({
      kind: 'gap',
      title: put(said.titles.gap, { gap: gap.replace(/[.\s]+$/u, '') }),
      evidence: [{ source: brand.name, quote: cut(because, 300) }],
      thing,
      basis: said.basis.none,
    }));
  return [...prices, ...answers, ...gaps].filter(({ evidence }) => evidence.some(({ source, quote }) => source && quote));
}

export function findOpportunities(call: ModelCall) {
  const brand = brandOf(call);
  const said = rivalWords[call.language];
  const found = readOpenings(call, brand).slice(0, 5);
  return {
    say: found[0] ? put(said.say.opportunity, { title: found[0].title }) : said.say.nothing,
    opportunities: found.map(({ kind, title, evidence, thing, basis }) => ({
      title: cut(title, 100),
      kind,
      evidence: evidence.slice(0, 4),
      proposal: cut(thing.startsWith(said.making.split('{')[0] ?? '') ? thing : put(said.proposal, { thing }), 400),
      effect: { metric: 'engagement', low_percent: 0, high_percent: 20, basis: cut(basis, 240) },
      effort: 'minutes',
      until: null,
      risk: said.risks[kind],
      confidence: kind === 'answer' ? 0.5 : 0.4,
    })),
  };
}
