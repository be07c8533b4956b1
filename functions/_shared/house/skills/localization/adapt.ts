// Skills malagasy-adapter, french-adapter and the three Arabic ones of the house model: an honest adaptation by rules; what it cannot bring over it leaves and asks about. Called by localization.ts.
import type { BrandDna, Language } from '../../../payloads.ts';
import { ModelError } from '../../../models/model-error.ts';
import type { ModelCall } from '../../../models/types.ts';
import { detectLanguage } from '../../detect-language.ts';
import { fold, tidy } from '../../fold.ts';
import { readTokens } from '../../read-tokens.ts';
import { hashtag } from '../../write-tags.ts';
import { languageOf } from '../community/read-message.ts';
import { textAt } from '../material.ts';
import { brandOf, cut, fieldsOf, textsOf } from '../read-input.ts';
import { speakDialect, type Dialect } from './dialects.ts';
import { setFrench } from './french.ts';
import { translateWords } from './glossary.ts';
import { notes, type Way } from './notes.ts';
import { translate, translateLine } from './translate.ts';

type Adapted = { source: string; target: string; because: string };
const targets: Record<Way, Language> = { malagasy: 'mg', french: 'fr', darija: 'ar', egyptian: 'ar', gulf: 'ar' };
const isDialect = (way: Way): way is Dialect => targets[way] === 'ar';

/** Facts of the source that stand in the target too, as the target writes them, names first. */
function keptFacts(source: string, target: string, brand: BrandDna): string[] {
  const keyOf = (fact: unknown) => JSON.stringify(fact).replace(/,?"(?:bound|unit|from|habitual|sure)":(?:"[^"]*"|true|false)/g, '');
  const stated = new Set(readTokens(source, brand).tokens.map(({ fact }) => keyOf(fact)));
  const facts = readTokens(target, brand).tokens.filter(
    ({ fact }) => !['cue', 'noise', 'state', 'feast'].includes(fact.type) && stated.has(keyOf(fact)),
  );
  const names = [brand.name, ...brand.services.map(({ name }) => name)].filter((name) =>
    [source, target].every((text) => fold(tidy(text)).includes(fold(tidy(name)))),
  );
  return unique([...names, ...facts.map(({ text }) => text.trim())])
    .filter((one) => one.length <= 120)
    .slice(0, 20);
}

const unique = (texts: string[]): string[] =>
  texts.filter((text, index) => text && texts.findIndex((other) => fold(tidy(other)) === fold(tidy(text))) === index);

/** `#BonPlan` with a known word becomes the word of the language; the others stay. */
const adaptTag = (tag: string, from: Language, to: Language): string => {
  const words = tag
    .slice(1)
    .replace(/_/g, ' ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  const { text, left } = translateWords(words, from, to);
  return left.length === 0 && from !== to ? (hashtag(text) ?? tag) : tag;
};

export const adapt =
  (way: Way, extra: (call: ModelCall, brand: BrandDna) => Record<string, unknown> = () => ({})) =>
  (call: ModelCall) => {
    const brand = brandOf(call);
    const { source } = call.facts.input;
    const written = {
      headline: textAt(source, 'headline', 'title'),
      body: textAt(source, 'body', 'text') || textAt(source, 'headline'),
      call_to_action: textAt(source, 'call_to_action'),
    };
    if (!written.body) throw new ModelError('bad_request', `${call.skill} has no text to adapt`);
    const to = targets[way];
    const from = languageOf(
      `${written.headline}\n${written.body}`,
      detectLanguage(written.body) ?? '',
      to === call.language ? 'fr' : call.language,
    );
    const told = notes[isDialect(way) ? call.language : to];
    const adapted: Adapted[] = [];
    const left: string[] = [];

    const bring = (text: string, isLine: boolean): string => {
      if (!text) return '';
      const line = isLine ? translateLine(text, from, to, brand) : null;
      const moved = line
        ? { text: line.said, left: line.left, pairs: line.said === text ? [] : [{ source: text, target: line.said }] }
        : translate(text, from, to, brand);
      const finish = (one: string) =>
        isDialect(way) ? bySentence(one, (sentence) => speakDialect(sentence, way)) : way === 'french' ? setFrench(one) : one;
      const finished = finish(moved.text);
      left.push(...moved.left.map(finish));
      if (finished !== text) {
        const pairs = moved.pairs.length > 0 ? moved.pairs : sentencePairs(text, finished);
        const because = moved.pairs.length > 0 ? told.retold : isDialect(way) ? told.spoken : told.typography;
        for (const { source: was, target } of pairs) adapted.push({ source: cut(was, 200), target: cut(finish(target), 200), because });
      }
      return finished;
    };

    const body = bring(written.body, false).slice(0, 3000);
    const headline = bring(written.headline, true);
    const call_to_action = bring(written.call_to_action, !/[.!?؟]\s*$/u.test(written.call_to_action));
    const unsure = unique(left)
      .slice(0, 5)
      .map((quote) => ({ quote: cut(quote, 200), question: told.ask }));
    const asksLatin = call.facts.input.script === 'latin' ? [{ quote: cut(body, 60), question: told.script }] : [];
    const all = [headline, body, call_to_action].filter(Boolean).join('\n');
    return {
      say: told.done(told.names[way], adapted.length, unsure.length),
      headline: headline.length <= 60 ? headline : cut(headline, 60),
      body,
      hashtags: textsOf(fieldsOf(source).hashtags)
        .slice(0, 15)
        .map((tag) => adaptTag(tag, from, to)),
      call_to_action: call_to_action.slice(0, 200),
      kept: keptFacts(Object.values(written).join('\n'), all, brand),
      adapted: adapted.filter(({ source: was }, index) => adapted.findIndex((other) => other.source === was) === index).slice(0, 12),
      doubtful: [...asksLatin, ...unsure].slice(0, 6),
      ...extra(call, brand),
    };
  };

const sentenceEnd = /((?<=[.!?؟…])[^\S\n]+|\n+)/u;
const bySentence = (text: string, say: (sentence: string) => string): string =>
  text
    .split(sentenceEnd)
    .map((part) => (/\p{L}/u.test(part) ? say(part) : part))
    .join('');

/** Sentences that differ, side by side; both texts have the same number of them. */
function sentencePairs(before: string, after: string): { source: string; target: string }[] {
  const said = after.split(sentenceEnd);
  return before.split(sentenceEnd).flatMap((source, index) => {
    const target = said[index] ?? '';
    return /\p{L}/u.test(source) && target && source !== target ? [{ source: source.trim(), target: target.trim() }] : [];
  });
}
