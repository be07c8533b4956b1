// What every writer of this folder starts from: the request as a story, the brand's contacts, and fitting a text to a length. Called by the skills beside it.
import type { BrandDna, Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { sayHours } from '../../brand-facts.ts';
import { contactsOf, type Contacts } from '../../contacts.ts';
import { detectLanguage } from '../../detect-language.ts';
import { fold } from '../../fold.ts';
import { grammars } from '../../grammar/all.ts';
import { capitalise, choose, fill } from '../../grammar/fill.ts';
import type { Slots } from '../../grammar/shape.ts';
import { matterOf } from '../../matter.ts';
import { repairRequest } from '../../repair-request.ts';
import { shortPlace } from '../../place.ts';
import { tellStory, type Story } from '../../story.ts';
import { brandOf, cut } from '../read-input.ts';
import { askedOf } from './asked.ts';

export type Material = Story & {
  request: string;
  contacts: Contacts;
  /** services of the brand that the request does not name, the priced ones first */
  others: BrandDna['services'];
  /** the brand's line under its name, '' when it is in another language */
  tagline: string;
  /** words for phrases of a skill's own: those of the main clause, `short` (a subject of at most four words), `place`, `phone`, `hours`, `tagline` */
  words: Slots;
  /** the first phrase that can be said, '' when none can */
  say: (phrases: string | string[], more?: Slots) => string;
};

/** @param asked the sentence to tell; by default what the step was asked for, without what a reviewer refuted */
export function materialOf(call: ModelCall, asked?: string): Material {
  const { facts, language } = call;
  const brand = brandOf(call);
  const given = matterOf(asked ?? askedOf(facts, brand));
  const request = facts.round > 0 ? repairRequest(given, facts.findings, brand) : given;
  const story = tellStory(request, brand, language, facts.attempt);
  const { main, extras, phone } = story.facts;
  const place = [main, ...extras].find((clause) => clause?.place)?.place ?? '';
  const named = fold(request);
  const tagline = isIn(brand.tagline, language) ? brand.tagline : '';
  const short = main?.text && !main.state && main.text.split(' ').length <= 4 ? main.text : '';
  const words: Slots = {
    ...story.slots,
    short,
    Short: capitalise(short),
    the_short: short ? (story.slots.the_what ?? '') : '',
    home: grammars[language].sayAt(place || shortPlace(brand.place)),
    place: place || shortPlace(brand.place),
    phone: phone || brand.phone,
    hours: sayHours(brand, language),
    tagline,
  };
  return {
    ...story,
    request,
    contacts: contactsOf(brand, language, { phone: phone || brand.phone, place }),
    others: brand.services
      .filter(({ name }) => !named.includes(fold(name)))
      .toSorted((a, b) => Number(Boolean(b.price)) - Number(Boolean(a.price))),
    tagline,
    words,
    say: (phrases, more = {}) => choose([phrases].flat(), 0, { ...words, ...more }, story.familiar),
  };
}

/** A short line that no other language claims may be in this one. */
export const isIn = (text: string, language: Language): boolean =>
  text !== '' && (detectLanguage(text) ?? language) === language && (language === 'ar') === /\p{Script=Arabic}/u.test(text);

/** The first text that fits, else the shortest one, cut between words. */
export function fit(texts: string[], most: number): string {
  const said = texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
  const [shortest = ''] = said.toSorted((a, b) => a.length - b.length);
  return said.find((text) => text.length <= most) ?? cut(shortest, most);
}

export const paragraphs = (...parts: (string | string[])[]): string =>
  parts
    .map((part) => [part].flat().filter(Boolean).join(' '))
    .filter(Boolean)
    .join('\n\n');

/** `fill` for a list of phrases: those that can be said. */
export const sayable = (phrases: string[], slots: Slots, familiar: boolean): string[] =>
  phrases.flatMap((phrase) => {
    const said = fill(phrase, slots, familiar);
    return said === null ? [] : [capitalise(said.trim())];
  });
