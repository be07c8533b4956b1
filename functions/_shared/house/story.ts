// A request told in sentences of its language: hook, main sentence, extras, contact, close, and titles. Called by write-post.ts and the writers in skills/.
import type { BrandDna, Language } from '../payloads.ts';
import { slotsOf } from './clause-slots.ts';
import type { Clause } from './clause.ts';
import { readFacts, type RequestFacts } from './facts.ts';
import { grammars } from './grammar/all.ts';
import { capitalise, choose, fill, seedOf } from './grammar/fill.ts';
import type { Register, Slots } from './grammar/shape.ts';
import { isAbsence } from './is-absence.ts';
import { shortPlace } from './place.ts';
import { sayBeside, sayClause } from './say-clause.ts';

/** The loudness of a brand by its first tone; an expert brand that is also bold may raise its voice a little. */
export const registerOf = (brand: BrandDna): Register => {
  const [first = 'warm'] = brand.voice.tones;
  if (first === 'playful' || first === 'bold') return 'lively';
  if (first !== 'calm' && first !== 'expert') return first;
  return brand.voice.tones.some((tone) => tone === 'playful' || tone === 'bold') ? 'warm' : 'sober';
};

export type Story = {
  brand: BrandDna;
  language: Language;
  facts: RequestFacts;
  familiar: boolean;
  register: Register;
  /** words of the main clause and of the brand, for phrases of a skill's own */
  slots: Slots;
  hook: string;
  main: string;
  extras: string[];
  /** `Appelez-nous au …`, '' when the request names no number */
  phone: string;
  closing: string;
  /** titles of at most 60 letters, best first, the brand's name last */
  headlines: string[];
  /** the main sentence by another of its phrases: 0 is `main` */
  mainAgain: (turn: number) => string;
};

/** The same request, brand and turn always give the same story; another price or day changes nothing else. */
export function tellStory(request: string, brand: BrandDna, language: Language, turn: string | number = 0): Story {
  const facts = readFacts(request, brand);
  const { phrases } = grammars[language];
  const familiar = brand.voice.address === 'familiar';
  const register = registerOf(brand);
  const seed = seedOf(brand.name, facts.kind, facts.main?.text ?? '', turn);
  const slots = facts.main ? slotsOf(facts.main, brand, language, facts.arabicDigits) : grammars[language].sayBrand(brand.name);
  const greeting = facts.feast
    ? (fill(phrases.feasts[facts.feast.feast], { ...slots, year: facts.feast.year ? String(facts.feast.year) : '' }, familiar) ?? '')
    : '';
  const placed = [facts.main, ...facts.extras].some((clause) => clause?.place);
  const home = placed ? '' : grammars[language].sayAt(shortPlace(brand.place));
  const mainAgain = (again: number) => sayMain(facts, slots, language, familiar, seed + again);
  return {
    brand,
    language,
    facts,
    familiar,
    register,
    slots,
    hook:
      facts.kind === 'feast'
        ? greet(greeting, phrases.formalFeast, register)
        : choose(phrases.hooks[facts.kind][register], seed, slots, familiar),
    main: mainAgain(0),
    extras: facts.extras.map((clause) => sayExtra(clause, facts, brand, language, familiar)),
    phone: facts.phone ? choose([phrases.phone], 0, { phone: facts.phone }, familiar) : '',
    closing: choose(isAbsence(facts) ? [phrases.absent] : phrases.closings[register], seed, { home }, familiar),
    headlines: [...headlines(facts, slots, greeting, language, familiar), brand.name.slice(0, 60)].filter((line) => line.length <= 60),
    mainAgain,
  };
}

function greet(greeting: string, formal: string, register: Register): string {
  if (register === 'formal')
    return formal.replace(
      '{greeting}',
      /^(?:Aïd|Eid|Ramadan)/.test(greeting) ? greeting : greeting.charAt(0).toLowerCase() + greeting.slice(1),
    );
  return `${greeting}${/^[\u0600-\u06ff]|^(?:Tratry|Arahaba|Ramadan s|Merry|Happy|Eid)/.test(greeting) ? '' : ' '}!${register === 'lively' ? ' ✨' : ''}`;
}

function sayMain(facts: RequestFacts, slots: Slots, language: Language, familiar: boolean, seed: number): string {
  const { phrases } = grammars[language];
  const { main } = facts;
  if (!main) return choose([phrases.wishes], 0, slots, familiar);
  if (main.state) {
    const said = choose([phrases.atHome], 0, { ...slots, state: sayState(facts, main, slots, language, familiar) }, familiar);
    return [said, sayBeside(main, slots, phrases.rest, familiar)].filter(Boolean).join(' ');
  }
  return sayClause([phrases.mains[facts.kind], phrases.mains.offer], main, slots, phrases.rest, familiar, seed);
}

/** Closed at an hour means closing then; a weekly plan speaks of every such day. */
function sayState({ main, extras }: RequestFacts, clause: Clause, slots: Slots, language: Language, familiar: boolean): string {
  const closes = clause.state === 'closed' && clause.whens.some(({ hours }) => hours?.bound === 'at' || hours?.bound === 'from');
  const state = closes ? 'close' : (clause.state ?? 'open');
  const weekly = [main, ...extras].some((one) => one?.whens.some(({ through }) => through));
  const when = weekly
    ? clause.whens.map((moment) => grammars[language].sayWhen({ ...moment, habitual: true })).join(grammars[language].and)
    : (slots.when ?? '');
  const said = fill(grammars[language].phrases.states[state], { ...slots, when }, familiar) ?? '';
  return clause.text ? `${said} ${clause.text}` : said;
}

function sayExtra(clause: Clause, facts: RequestFacts, brand: BrandDna, language: Language, familiar: boolean): string {
  const { extras, rest } = grammars[language].phrases;
  const slots = slotsOf(clause, brand, language, facts.arabicDigits);
  if (clause.state) {
    const said = `${capitalise(sayState(facts, clause, slots, language, familiar))}.`;
    return [said, sayBeside(clause, slots, rest, familiar)].filter(Boolean).join(' ');
  }
  const { priced, timed, backstage, other } = extras;
  const row = clause.price || clause.percent ? priced : slots.when ? timed : facts.kind === 'backstage' ? backstage : other;
  return sayClause([row], clause, slots, rest, familiar);
}

function headlines({ kind, main }: RequestFacts, slots: Slots, greeting: string, language: Language, familiar: boolean): string[] {
  const { phrases } = grammars[language];
  const closed = main?.state === 'closed' && main.whens.length === 1 && !main.whens[0]?.hours ? (slots.when ?? '') : '';
  const used: Slots = {
    ...slots,
    closed,
    day: (slots.what ?? '').split(' ').length > 3 ? '' : (slots.day ?? ''),
    short: main?.was ? '' : (slots.deal ?? ''),
    greeting: greeting.split(/ à | ho an| to you/)[0] ?? greeting,
  };
  return [...phrases.headlines[kind], '{brand}'].flatMap((phrase) => {
    const line = fill(phrase, used, familiar);
    return line ? [capitalise(line)] : [];
  });
}
