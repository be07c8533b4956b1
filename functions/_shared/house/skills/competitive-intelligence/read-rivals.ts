// Reads what is public of competitors (pages, changes, accounts, posts) out of loose material; passages that give orders are left out. Called by the answers beside this file.
import { hostileRule } from '../../../crawler/hostile-text.ts';
import { fold, tidy } from '../../fold.ts';
import { readTokens } from '../../read-tokens.ts';
import { listAt, numberAt, rowsInside, sentencesOf, textAt, type Row } from '../material.ts';
import { rowsOf } from '../read-input.ts';

export type Piece = { source: string; text: string; format: string | null; interactions: number | null; at: string };
export type Change = { kind: string; before: string; after: string; at: string; source: string };
export type Rival = {
  name: string;
  source: string;
  offers: { name: string; price: string }[];
  pieces: Piece[];
  changes: Change[];
  text: string;
  followers: number | null;
  posts: number | null;
  perPost: number | null;
  stars: number | null;
  reviews: number | null;
};

/** Nothing is known of them but their name. */
export const emptyRival = (name: string): Rival => ({
  name,
  source: '',
  offers: [],
  pieces: [],
  changes: [],
  text: '',
  followers: null,
  posts: null,
  perPost: null,
  stars: null,
  reviews: null,
});

const hostOf = (url: string): string => /^(?:https?:\/\/)?(?:www\.)?([^/?#]+)/u.exec(url)?.[1] ?? url;
const clean = (text: string): string =>
  sentencesOf(text)
    .filter((sentence) => hostileRule(sentence) === null)
    .join(' ');
const dayOf = (moment: string): string => /^\d{4}-\d{2}-\d{2}/.exec(moment)?.[0] ?? '';

export function readRivals(material: unknown): Rival[] {
  const rivals = new Map<string, Rival>();
  const rivalOf = (source: string, name: string): Rival => {
    const key = fold(hostOf(source) || name);
    const known = rivals.get(key);
    if (known) {
      if (known.name === hostOf(known.source) && name) known.name = name;
      return known;
    }
    const made: Rival = { ...emptyRival((name || hostOf(source)).slice(0, 120)), source };
    rivals.set(key, made);
    return made;
  };
  for (const row of rowsInside(material)) {
    const url = textAt(row, 'url', 'website');
    if (Array.isArray(row.offers) || (url && typeof row.text === 'string' && 'title' in row))
      readPage(row, rivalOf(url, textAt(row, 'name', 'title')));
    else if (typeof row.handle === 'string') readAccount(row, rivalOf(row.handle, row.handle));
    else if (textAt(row, 'kind') && ('before' in row || 'after' in row) && url) {
      const rival = rivalOf(url, '');
      rival.changes.push({
        kind: textAt(row, 'kind'),
        before: clean(textAt(row, 'before')) || textAt(row, 'before'),
        after: clean(textAt(row, 'after')) || textAt(row, 'after'),
        at: dayOf(textAt(row, 'at', 'read_at', 'seen_at')),
        source: url,
      });
    } else if (typeof row.name === 'string' && ('stars' in row || 'rating' in row || 'prices' in row))
      readListing(row, rivalOf(url || row.name, row.name));
  }
  return [...rivals.values()]
    .filter(
      ({ offers, pieces, changes, text, followers, stars }) =>
        offers.length + pieces.length + changes.length > 0 || text || followers !== null || stars !== null,
    )
    .slice(0, 6);
}

function readPage(row: Row, rival: Rival): void {
  if (row.suspicious === true) return;
  rival.offers.push(
    ...rowsOf(row.offers ?? row.services).flatMap((offer) =>
      textAt(offer, 'name') ? [{ name: textAt(offer, 'name'), price: textAt(offer, 'price') }] : [],
    ),
  );
  const text = clean(textAt(row, 'text'));
  rival.text = [rival.text, text].filter(Boolean).join(' ');
  for (const sentence of sentencesOf(text))
    rival.pieces.push({ source: rival.source, text: sentence, format: null, interactions: null, at: dayOf(textAt(row, 'read_at')) });
}

function readAccount(row: Row, rival: Rival): void {
  rival.followers = numberAt(row, 'followers');
  rival.posts = numberAt(row, 'posts_in_period', 'posts');
  rival.perPost = numberAt(row, 'interactions_per_post');
  for (const post of [
    ...rowsOf(row.top_posts),
    ...listAt(row, 'posts').filter((one): one is Row => typeof one === 'object' && one !== null),
  ]) {
    const likes = numberAt(post, 'likes');
    const text = clean(textAt(post, 'text', 'body'));
    if (!text) continue;
    rival.text = [rival.text, text].filter(Boolean).join(' ');
    rival.pieces.push({
      source: textAt(post, 'url') || rival.source,
      text,
      format: textAt(post, 'format') || null,
      interactions: likes === null ? numberAt(post, 'interactions', 'engagements') : likes + (numberAt(post, 'comments') ?? 0),
      at: dayOf(textAt(post, 'published_at', 'at')),
    });
  }
}

function readListing(row: Row, rival: Rival): void {
  rival.stars = numberAt(row, 'stars', 'rating');
  rival.reviews = numberAt(row, 'reviews', 'count');
  rival.offers.push(
    ...rowsOf(row.prices).flatMap((offer) =>
      textAt(offer, 'name') ? [{ name: textAt(offer, 'name'), price: textAt(offer, 'price') }] : [],
    ),
  );
}

/** Amount of a written price, with its currency; null for `sur devis`. */
export function amountOf(price: string): { amount: number; currency: string } | null {
  const found = readTokens(price).tokens.find(({ fact }) => fact.type === 'price')?.fact;
  return found?.type === 'price' ? { amount: found.price.amount, currency: found.price.currency } : null;
}

const stems = (name: string) => (fold(tidy(name)).match(/[\p{L}]{3,}/gu) ?? []).map((word) => word.replace(/(?<=.{3})(?:es|s|x)$/u, ''));

/** The same thing in two lists: all words of the shorter name are in the longer one. */
export function isLike(ours: string, theirs: string): boolean {
  const [short, long] = [stems(ours), stems(theirs)].toSorted((a, b) => a.length - b.length);
  return Boolean(short?.length && long && short.every((word) => long.includes(word)));
}
