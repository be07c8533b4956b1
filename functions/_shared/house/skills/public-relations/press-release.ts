// Skill press-release-writer of the house model: the owner's news in the third person, in falling importance, every fact with its source. Called by public-relations.ts.
import type { BrandDna, Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { sayHours, sayPrice } from '../../brand-facts.ts';
import { slotsOf } from '../../clause-slots.ts';
import { factsAsked } from '../../compare-facts.ts';
import type { Clause } from '../../clause.ts';
import { capitalise, fill } from '../../grammar/fill.ts';
import { grammars } from '../../grammar/all.ts';
import { shortPlace } from '../../place.ts';
import { sayBeside, sayClause } from '../../say-clause.ts';
import { isIn, materialOf, paragraphs } from '../content-writing/material.ts';
import { brandOf, cut, requestOf } from '../read-input.ts';
import { releaseWords } from './release-words.ts';

/** Words that a newspaper takes for news, and those it takes for an advertisement. */
const values = {
  event: 'local',
  novelty: 'local',
  news: 'local',
  backstage: 'local',
  feast: 'weak',
  offer: 'weak',
  hours: 'weak',
} as const;

function tell(clause: Clause, kind: keyof typeof values, brand: BrandDna, language: Language, arabicDigits: boolean): string {
  const { leads, states, line } = releaseWords[language];
  const { rest } = grammars[language].phrases;
  const slots = slotsOf(clause, brand, language, arabicDigits);
  if (clause.state) {
    const said = fill(states[clause.state], slots, false) ?? '';
    return [capitalise(clause.text ? said.replace(/\.$/u, ` (${clause.text}).`) : said), sayBeside(clause, slots, rest, false)]
      .filter(Boolean)
      .join(' ');
  }
  return sayClause([leads[kind] ?? leads.news, leads.news, [line]], clause, slots, rest, false);
}

export function writeRelease(call: ModelCall) {
  const { language } = call;
  const brand = brandOf(call);
  const said = releaseWords[language];
  const material = materialOf(call);
  const { facts, others, words } = material;
  const put = (phrase: string, more: Record<string, string> = {}) =>
    capitalise(fill(phrase, { ...grammars[language].sayBrand(brand.name), ...words, ...more }, false) ?? '');
  const colon = language === 'fr' ? ' : ' : ': ';
  const price = (service: BrandDna['services'][number]) => [service.name, sayPrice(service, language)].filter(Boolean).join(colon);
  const list = others
    .slice(0, 5)
    .map(price)
    .join(language === 'ar' ? '، ' : ', ');
  const place = brand.place;
  const hours = sayHours(brand, language);
  const lead = facts.main ? tell(facts.main, facts.kind, brand, language, facts.arabicDigits) : put(said.plain);
  const { line } = said;
  const extras = facts.extras.map((clause) =>
    clause.state
      ? tell(clause, facts.kind, brand, language, facts.arabicDigits)
      : sayClause([[line]], clause, slotsOf(clause, brand, language, facts.arabicDigits), grammars[language].phrases.rest, false),
  );
  const tagline = isIn(brand.tagline, language) ? brand.tagline.replace(/[.!?]+$/u, '') : '';
  const about = [put(said.about, { tagline, at: grammars[language].sayAt(shortPlace(place)) }), list ? put(said.offers, { list }) : '']
    .filter(Boolean)
    .join(' ');
  const contact = [brand.name, words.phone, brand.website, place].filter(Boolean).join(' · ');
  const missing = [
    said.missing.quote,
    ...(facts.main?.whens.length ? [] : [said.missing.when]),
    ...(brand.phone || facts.phone ? [] : [said.missing.phone]),
    said.missing.people,
  ];
  const body = paragraphs(
    lead,
    extras,
    [put(said.where, { at: place ? grammars[language].sayAt(place) : '' }), hours ? put(said.hours, { hours }) : ''],
    list ? put(said.offers, { list }) : '',
    put(said.reach, { contact }),
    put(said.editors, { missing: missing.slice(0, 2).join(language === 'ar' ? '، ' : ', ') }),
    put(said.check),
  );
  const asked = factsAsked(requestOf(call.facts), brand);
  const value = values[facts.kind];
  return {
    say: put(said.say[value === 'weak' ? 'weak' : 'local']),
    headline: cut(put(said.headline, { news: (material.slots.What || material.headlines[0] || brand.name).replace(/[!.]+$/u, '') }), 100),
    subline: cut(lead.replace(/[.\s]+$/u, ''), 200),
    place_and_date: shortPlace(place).slice(0, 80),
    body: body.slice(0, 5000),
    quote: { text: '', speaker: '', needs_consent: true },
    about: cut(about, 600),
    contact: cut(contact, 200),
    facts: [
      ...asked.map((fact) => ({ fact: cut(fact, 200), source: 'request' })),
      ...[brand.name, place, brand.phone, hours].filter(Boolean).map((fact) => ({ fact: cut(fact, 200), source: 'brand' })),
    ].slice(0, 20),
    missing: missing.slice(0, 8),
    news_value: value,
  };
}
