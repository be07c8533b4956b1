// Reviews of the tenant's places on Google, and the answers to them. Called by skill google-reviews.
// https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews
import type { Door } from '../door.ts';
import { isRow, part, type Row, rows, text } from '../json.ts';
import { asTenant } from './access-token.ts';

const host = 'mybusiness.googleapis.com';
const stars: Record<string, number> = { ONE: 1, TWO: 2, THREE: 3, FOUR: 4, FIVE: 5 };

export type GoogleReview = {
  id: string;
  source: 'google';
  author: string;
  stars: number | null;
  text: string;
  language: string;
  written_at: string;
  answered: boolean;
};

/** "(Translated by Google) … (Original) …": the original alone; a text that is only followed by its translation loses it. */
export function originalOf(comment: string): string {
  const original = /\(Original\)\s*([\s\S]*)$/.exec(comment)?.[1];
  return (original ?? comment.split(/\n*\(Translated by Google\)/)[0] ?? '').trim().slice(0, 4000);
}

const location = (door: Door) => `accounts/${door.secret.account_id}/locations/${door.secret.location_id}`;

function reviewOf(row: Row): GoogleReview {
  return {
    id: text(row.reviewId, 200),
    source: 'google',
    author: text(part(row, 'reviewer').displayName, 120),
    stars: stars[text(row.starRating)] ?? null,
    text: originalOf(text(row.comment, 8000)),
    language: '',
    written_at: text(row.createTime),
    answered: isRow(row.reviewReply),
  };
}

/** Newest first, until `since`. The account's secret: token or refresh_token, account_id, location_id. @throws PlatformError */
export async function readReviews(door: Door, since: string | undefined): Promise<GoogleReview[]> {
  const found: GoogleReview[] = [];
  let pageToken: string | undefined;
  do {
    const query = { pageSize: 50, orderBy: 'updateTime desc', pageToken };
    const answer = (await asTenant(door, host, `/v4/${location(door)}/reviews`, { query })) as Row | null;
    const page = rows(answer?.reviews);
    found.push(...page.map(reviewOf).filter(({ written_at }) => !since || Date.parse(written_at) >= Date.parse(since)));
    const oldest = page.at(-1);
    const isPast = since !== undefined && oldest !== undefined && Date.parse(text(oldest.updateTime)) < Date.parse(since);
    pageToken = isPast ? undefined : text(answer?.nextPageToken) || undefined;
  } while (pageToken && found.length < 200);
  return found.slice(0, 200);
}

/** What stands under the review afterwards: an answer written by hand is not overwritten. @throws PlatformError */
export async function replyToReview(door: Door, reviewId: string, body: string): Promise<{ at: string; body: string }> {
  const path = `/v4/${location(door)}/reviews/${encodeURIComponent(reviewId)}`;
  const review = await asTenant(door, host, path);
  const standing = part(review, 'reviewReply');
  const reply = standing.comment
    ? standing
    : await asTenant(door, host, `${path}/reply`, { method: 'PUT', json: { comment: body }, isRepeatable: false });
  return { at: text((reply as Row).updateTime), body: text((reply as Row).comment, 4000) };
}
