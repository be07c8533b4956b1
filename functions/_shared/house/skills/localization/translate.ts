// Brings a text from one of the four languages to another by rules: facts are read and said again, known turns have their sister, the rest stays as it is, quoted, and is told. Called by adapt.ts.
import type { BrandDna, Language } from '../../../payloads.ts';
import { slotsOf } from '../../clause-slots.ts';
import { addWhen, emptyClause, type Clause } from '../../clause.ts';
import { readFacts } from '../../facts.ts';
import { fold, tidy } from '../../fold.ts';
import { grammars } from '../../grammar/all.ts';
import { capitalise, fill } from '../../grammar/fill.ts';
import type { Kind } from '../../lexicon/shape.ts';
import { sayMoney } from '../../money.ts';
import { shortPlace } from '../../place.ts';
import { readTokens, type Fact } from '../../read-tokens.ts';
import { sayBeside, sayClause } from '../../say-clause.ts';
import { translateSentence, translateWords } from './glossary.ts';
import { emoji, phrasesAround, readHousePhrase, type HousePhrase } from './house-phrases.ts';

export type Translation = {
  text: string;
  pairs: { source: string; target: string }[];
  /** what could not be brought over and stands as it was */
  left: string[];
};
type Said = { said: string; left: string[] };
type Way = { from: Language; to: Language; brand: BrandDna };

/** Marks and paragraphs stay where they are. */
export function translate(text: string, from: Language, to: Language, brand: BrandDna): Translation {
  const done: Translation = { text: '', pairs: [], left: [] };
  for (const part of text.split(/((?<=[.!?؟…]\p{Extended_Pictographic}*)[^\S\n]+|\n+)/u)) {
    if (!/\p{L}/u.test(part)) {
      done.text += part;
      continue;
    }
    const { said, left } = from === to ? { said: part, left: [] } : translatePart(part.trim(), { from, to, brand });
    done.text += said;
    done.left.push(...left);
    if (said !== part) done.pairs.push({ source: part.trim(), target: said });
  }
  return done;
}

/** A headline or a button: facts and known words in their place, no sentence made of them. */
export function translateLine(text: string, from: Language, to: Language, brand: BrandDna): Said {
  if (from === to || !text) return { said: text, left: [] };
  const known = translateSentence(text, from, to);
  if (known) return { said: known, left: [] };
  const [, title, rest] = /^(.{3,60}?)\s?:\s(.+)$/su.exec(text) ?? [];
  if (title && rest) {
    const [head, tail] = [translateLine(title, from, to, brand), translateLine(rest, from, to, brand)];
    return { said: `${head.said}${to === 'fr' ? ' : ' : ': '}${tail.said}`, left: [...head.left, ...tail.left] };
  }
  const around = readHousePhrase(text, from, brand);
  if (around?.row === 'around') return sayAround(around, { from, to, brand }) ?? { said: text, left: [text] };
  const { tokens, text: tidied } = readTokens(text, null);
  const left: string[] = [];
  let said = '';
  let at = 0;
  for (const { start, end, fact } of [...tokens, { start: tidied.length, end: tidied.length, fact: { type: 'noise' } as Fact }]) {
    const between = thing(withoutPreposition(tidied.slice(at, start)), { from, to, brand });
    left.push(...between.left);
    const word = start === end ? '' : (sayFact(fact, to) ?? translateWords(tidied.slice(start, end), from, to).text);
    said = [said, between.said, word].filter(Boolean).join(' ');
    at = end;
  }
  return { said: capitalise(said.replace(/ ([,:.،])/g, '$1')), left };
}

function sayFact(fact: Fact, to: Language): string | null {
  if (fact.type === 'when') return grammars[to].sayWhen(fact.when);
  if (fact.type === 'percent') return grammars[to].sayPercent(fact.percent);
  if (fact.type === 'price') return sayMoney(fact.price, to);
  if (fact.type === 'place') return fact.place;
  return fact.type === 'phone' ? fact.phone : null;
}

function translatePart(sentence: string, way: Way): Said {
  const { from, to, brand } = way;
  const drawn = sentence.match(emoji)?.join('') ?? '';
  const mark = /[.!?؟](?=\s*$)/u.exec(sentence.replace(emoji, ''))?.[0] ?? '';
  const withEmoji = ({ said, left }: Said): Said => {
    const bare = said.replace(emoji, '').trim();
    return { said: [/[.!?؟…»”]$/u.test(bare) ? bare : bare + mark, drawn].filter(Boolean).join(' '), left };
  };
  const ours = readHousePhrase(sentence, from, brand);
  const sister = ours ? sayAgain(ours, way) : null;
  if (sister) return withEmoji(sister);
  const known = translateSentence(sentence, from, to);
  if (known) return withEmoji({ said: known + (/[?؟]/u.test(mark) ? (to === 'ar' ? '؟' : '?') : mark), left: [] });
  const plain = sentence.replace(emoji, '').trim();
  return withEmoji(retell(plain, way) ?? { said: quote(plain, to), left: [plain] });
}

/** The same greeting or closing in the other table. */
function sayAround({ slots, ...name }: HousePhrase, { to, brand }: Way): Said | null {
  if (name.row !== 'around') return null;
  const sisters = phrasesAround(grammars[to].phrases)[name.key] ?? [];
  const phrase = sisters[Math.min(name.index, sisters.length - 1)] ?? '';
  const place = placeOf(slots.home ?? '', brand);
  const filled = fill(
    phrase,
    { ...grammars[to].sayBrand(brand.name), ...slots, home: grammars[to].sayAt(place) },
    brand.voice.address === 'familiar',
  );
  return filled === null ? null : { said: capitalise(filled), left: [] };
}

/** `à Analakely` -> `Analakely` */
function placeOf(said: string, brand: BrandDna): string {
  const own = shortPlace(brand.place);
  if (!said) return '';
  if (own && fold(tidy(said)).includes(fold(tidy(own)))) return own;
  const place = readTokens(said).tokens.find(({ fact }) => fact.type === 'place')?.fact;
  return place?.type === 'place' ? place.place : said.replace(/^(?:à|au|en|in|at|eny|eto|في) |^\(|\)$/gu, '');
}

/** Slots of our own phrase as the clause they were made of, said by the other grammar. */
function sayAgain(phrase: HousePhrase, way: Way): Said | null {
  if (phrase.row === 'around') return sayAround(phrase, way);
  const slots = withUnit(phrase.slots);
  // `nous fermons le vendredi à 16 h`: what looks like a place is an hour
  const atHour = readTokens(slots.at ?? '').tokens.some(({ fact }) => fact.type === 'when');
  const { tokens: moments, text: around } = readTokens([slots.when, atHour ? slots.at : ''].filter(Boolean).join(' '));
  const money = readTokens(['percent', 'deal', 'price', 'cost', 'amount'].flatMap((slot) => slots[slot] ?? []).join(' '));
  // `les tresses | à 25 000 Ar`, `andro fisokafana | ny alarobia`: words before a fact belong to the thing
  const before = [money, { tokens: moments, text: around }].map(({ tokens, text }) =>
    withoutPreposition(text.slice(0, tokens[0]?.start ?? 0)),
  );
  const words = thing([slots.what ?? slots.What ?? slots.the_what ?? slots.bare ?? '', ...before].filter(Boolean).join(' '), way);
  const last = money.tokens.at(-1);
  if (last && /\p{L}{3}/u.test(money.text.slice(last.end))) return null;
  const clause: Clause = { ...emptyClause(), text: words.said, place: placeOf((atHour ? '' : slots.at) ?? slots.place ?? '', way.brand) };
  for (const { fact } of money.tokens) addFact(clause, fact, way);
  for (const { fact } of readTokens(slots.was ?? '').tokens) if (fact.type === 'price') clause.was = fact.price;
  for (const { fact } of moments) addFact(clause, fact, way);
  if (slots.when && clause.whens.length === 0) return null;
  if (phrase.row === 'state') clause.state = phrase.state;
  const said = sayOne(
    clause,
    { kind: phrase.row === 'main' ? phrase.kind : null, isFirst: phrase.row === 'main' || (phrase.row === 'state' && phrase.isFirst) },
    way,
  );
  return said ? { said, left: words.left } : null;
}

const withoutPreposition = (text: string) =>
  text
    .trim()
    .replace(/(?:^|\s)(?:à|au|at|for|from|on|ny|dia|بسعر|على|خصم|off|sur|mihena)$/iu, '')
    .trim();

/** `2 800 Ar | ny | kilao ny vary`: the unit of the price is no part of the thing. */
function withUnit(slots: Record<string, string>): Record<string, string> {
  const { amount, what } = slots;
  if (!amount || !what) return slots;
  const { tokens, text } = readTokens(`${amount} ny ${what}`);
  const price = tokens.find(({ fact }) => fact.type === 'price' && fact.unit !== '');
  if (!price || price.end <= amount.length) return slots;
  return {
    ...slots,
    amount: text.slice(0, price.end),
    what: text
      .slice(price.end)
      .replace(/^\s*ny\s/u, '')
      .trim(),
  };
}

function addFact(clause: Clause, fact: Fact, { from, to }: Way): void {
  if (fact.type === 'percent') clause.percent = { value: fact.percent, upTo: fact.upTo };
  else if (fact.type === 'price' && fact.was) clause.was = fact.price;
  else if (fact.type === 'price')
    clause.price = { now: fact.price, from: fact.from, unit: fact.unit ? translateWords(fact.unit, from, to).text : '' };
  else if (fact.type === 'when') addWhen(clause, fact.when);
}

function sayOne(clause: Clause, { kind, isFirst }: { kind: Kind | null; isFirst: boolean }, { to, brand }: Way): string {
  const { phrases } = grammars[to];
  const familiar = brand.voice.address === 'familiar';
  const slots = slotsOf(clause, brand, to, false);
  if (clause.state) {
    const state = fill(phrases.states[clause.state], slots, familiar) ?? '';
    const whole = isFirst ? fill(phrases.atHome, { ...slots, state }, familiar) : `${state}.`;
    return [capitalise(whole ?? ''), sayBeside(clause, slots, phrases.rest, familiar)].filter(Boolean).join(' ');
  }
  if (isFirst) return sayClause([phrases.mains[kind ?? 'news'], phrases.mains.news], clause, slots, phrases.rest, familiar);
  const { priced, timed, other } = phrases.extras;
  return sayClause([clause.price || clause.percent ? priced : slots.when ? timed : other], clause, slots, phrases.rest, familiar);
}

/** A sentence of somebody else: its facts said again by the other grammar; null when its words would be lost. */
function retell(sentence: string, way: Way): Said | null {
  const facts = readFacts(sentence, way.brand);
  const clauses = [facts.main, ...facts.extras].filter((clause): clause is Clause => clause !== null);
  if (clauses.length === 0) return null;
  const namesBrand = fold(tidy(sentence)).includes(fold(tidy(way.brand.name)));
  const left: string[] = [];
  const said: string[] = [];
  for (const [index, clause] of clauses.entries()) {
    const words = thing(clause.text.replace(/\s(?:sont|est|is|are|dia)$/iu, ''), way);
    // three unknown words are a sentence, not the name of a thing
    if (words.left.some((one) => one.split(/\s+/).length > 3)) return null;
    left.push(...words.left);
    const unit = clause.price?.unit ? translateWords(clause.price.unit, way.from, way.to).text : '';
    const told: Clause = { ...clause, text: words.said, article: '', ...(clause.price ? { price: { ...clause.price, unit } } : {}) };
    said.push(sayOne(told, { kind: facts.kind, isFirst: index === 0 && namesBrand }, way));
  }
  if (facts.phone) said.push(fill(grammars[way.to].phrases.phone, { phone: facts.phone }, way.brand.voice.address === 'familiar') ?? '');
  const text = said.filter(Boolean).join(' ');
  return text ? { said: text, left } : null;
}

/** What a clause is about: known words are translated, names stay, what nobody knows stays between quotation marks. */
function thing(text: string, { from, to, brand }: Way): Said {
  if (!/\p{L}/u.test(text)) return { said: text, left: [] };
  const names = new Set([brand.name, ...brand.services.map(({ name }) => name)].flatMap((name) => fold(tidy(name)).split(/\s+/)));
  const { text: said, left } = translateWords(text.replace(article, ''), from, to);
  const isArabic = (word: string) => /\p{Script=Arabic}/u.test(word);
  // a capital at the beginning is no sign of a name
  const unknown = left.filter(
    (word) => !names.has(fold(tidy(word))) && (isArabic(word) || text.startsWith(word) || !/^\p{Lu}/u.test(word)),
  );
  if (unknown.length === 0) return { said, left: [] };
  const bare = text.replace(/^[«“]\s*|\s*[»”]$/gu, '');
  const isForeign = isArabic(bare) !== (to === 'ar') || bare.split(/\s+/).length > 2;
  return { said: isForeign ? quote(bare, to) : bare, left: [bare] };
}

const article = /^(?:(?:les?|la|un|une|des|du|nos|notre|the|our|an?|ny|ireo)\s|l['’])/iu;
const quote = (words: string, to: Language) => (to === 'en' ? `“${words}”` : `« ${words} »`);
