// Reads a comment, a conversation or a review out of an input: who writes, in which language, what they want, of what. Called by the answers beside this file.
import { languages, type BrandDna, type Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { servicesNamed, type Service } from '../../brand-facts.ts';
import { countFunctionWords, detectLanguage } from '../../detect-language.ts';
import { fold, tidy } from '../../fold.ts';
import { findText, isRow, listAt, numberAt, rowsInside, textAt, type Row } from '../material.ts';
import { readTokens } from '../../read-tokens.ts';
import { readIntents, readTopic, type Intent, type Topic } from './intents.ts';

export type Message = {
  /** their last words, and all they have written */
  text: string;
  all: string;
  /** a first name to greet by; '' when what they show is none */
  name: string;
  stars: number | null;
  language: Language;
  intents: Intent[];
  topic: Topic | null;
  services: Service[];
  /** -1 to 1 by the analyzer, null when nobody measured */
  mood: number | null;
};

const bodies = ['text', 'body', 'message', 'comment', 'review', 'question', 'content'];
const ours = /^(?:us|we|me|brand|business|shop|page|assistant|agent|outgoing|out|nexio)$/i;

/** Messages of the stranger, oldest first. Our own lines of a conversation are left out. */
function theirWords(input: unknown): { text: string; row: Row }[] {
  if (!isRow(input)) return typeof input === 'string' && input.trim() ? [{ text: input.trim(), row: {} }] : [];
  const held = ['conversation', 'messages', 'comment', 'message', 'review', 'interaction', 'reviews'].find(
    (name) => typeof input[name] === 'object',
  );
  const rows = held ? rowsInside(input[held]) : [];
  const said = (rows.length > 0 ? rows : [input])
    .filter(
      (row) => !ours.test(textAt(row, 'who', 'from', 'by', 'role', 'direction', 'author')) && row.is_ours !== true && row.ours !== true,
    )
    .flatMap((row) => {
      const text = textAt(row, ...bodies);
      return text ? [{ text, row }] : [];
    });
  const lone = textAt(input, ...bodies);
  return said.length > 0 ? said : lone ? [{ text: lone, row: input }] : [];
}

/** A name people can be greeted by: one word of letters that is nothing we could be made to say. */
export function firstName(shown: string): string {
  const [first = ''] = shown.replace(/^@/, '').split(/[\s_.]+/u);
  const isName = /^\p{L}[\p{L}\p{M}'’-]{1,19}$/u.test(first) && /^[\p{Lu}\p{Script=Arabic}]/u.test(first);
  const folded = fold(tidy(shown));
  return isName && readIntents(folded).length === 0 && readTokens(shown).tokens.length === 0 ? first : '';
}

/** The language a person wrote in when it is one of ours, else the run's. */
export function languageOf(text: string, measured: string, fallback: Language): Language {
  const read = detectLanguage(text);
  if (read) return read;
  const told = languages.find((one) => one === measured);
  if (told) return told;
  const hinted = hints.find(([, words]) => words.test(fold(tidy(text))))?.[0];
  if (hinted) return hinted;
  const counts = countFunctionWords(text);
  const [best, second] = languages.toSorted((a, b) => counts[b] - counts[a]);
  return best && counts[best] > 0 && (!second || counts[best] > counts[second]) ? best : fallback;
}

/** `Ohatrinona?` has no function word and is Malagasy all the same. */
const hints: [Language, RegExp][] = [
  [
    'mg',
    /ohatrinona|hoatrinona|vidiny|aiza|misaotra|miarahaba|salama|azafady|matsiro|tsara|ratsy|tompoko|niandry|sosotra|mangatsiaka|ela be|h?m?ividy|(?<!\p{L})(?:aho|ianareo|ve)(?!\p{L})/u,
  ],
  ['fr', /bonjour|bonsoir|merci|combien|prix|ouvert|svp|livr|horaire|adresse|commande/u],
  ['en', /hello|hi |price|how much|open|thanks|please|deliver|where|order/u],
];

/** null when nobody has written anything. */
export function readMessage({ facts, language }: ModelCall, brand: BrandDna): Message | null {
  const { input } = facts.input;
  const said = theirWords(input);
  const stars = numberAt(input, 'stars', 'rating') ?? numberAt(isRow(input) ? input.review : null, 'stars', 'rating');
  // stars without a word are a review too
  const last = said.at(-1) ?? (stars === null ? undefined : { text: '', row: isRow(input) && isRow(input.review) ? input.review : {} });
  if (!last) return null;
  const { sentiment } = facts.input;
  const all = said.map(({ text }) => text).join('\n');
  const folded = fold(tidy(last.text));
  const measured = listAt(sentiment, 'intents').filter((one): one is Intent => one === 'spam' || one === 'threat');
  const named = servicesNamed(last.text, brand);
  return {
    text: last.text,
    all,
    name: firstName(textAt(last.row, 'author_name', 'author', 'name') || findText(input, 'author_name', 'author')),
    stars: numberAt(last.row, 'stars', 'rating') ?? stars,
    language: languageOf(last.text, textAt(sentiment, 'language') || textAt(last.row, 'language'), language),
    // an order begun some lines ago is still one
    intents: [...new Set([...readIntents(folded), ...measured, ...readIntents(fold(tidy(all))).filter((one) => one === 'order')])],
    topic: readTopic(folded),
    services: named.length > 0 ? named : servicesNamed(all, brand),
    mood: numberAt(sentiment, 'sentiment', 'score', 'sentiment_score'),
  };
}
