// Businesses of a trade in a place, from Google's own directory. Called by skill google-maps-scraper: its name is of a kind of product that reads
// Google Maps by robot, which Google's terms forbid; the official Places API does the work. Only place_id may be kept for good.
// https://developers.google.com/maps/documentation/places/web-service/text-search
import type { Door } from '../door.ts';
import { count, part, type Row, rows, text } from '../json.ts';
import { withKey } from './access-token.ts';

export type Place = {
  place_id: string;
  name: string;
  kind: string;
  address: string;
  phone: string;
  website: string;
  stars: number | null;
  reviews: number | null;
  open: 'open' | 'closed_for_now' | 'closed' | 'unknown';
};

/** Only what is shown is asked, and paid. */
const mask = [
  'nextPageToken',
  ...[
    'id',
    'displayName',
    'primaryTypeDisplayName',
    'formattedAddress',
    'internationalPhoneNumber',
    'websiteUri',
    'rating',
    'userRatingCount',
    'businessStatus',
  ].map((field) => `places.${field}`),
].join(',');

const states: Record<string, Place['open']> = { OPERATIONAL: 'open', CLOSED_TEMPORARILY: 'closed_for_now', CLOSED_PERMANENTLY: 'closed' };

function placeOf(row: Row): Place {
  return {
    place_id: text(row.id, 300),
    name: text(part(row, 'displayName').text, 160),
    kind: text(part(row, 'primaryTypeDisplayName').text, 80),
    address: text(row.formattedAddress, 240),
    phone: text(row.internationalPhoneNumber, 40),
    website: text(row.websiteUri, 500),
    stars: typeof row.rating === 'number' && row.rating >= 1 ? row.rating : null,
    reviews: row.userRatingCount === undefined ? null : count(row.userRatingCount),
    open: states[text(row.businessStatus)] ?? 'unknown',
  };
}

/** Pages of 20, at most 60; what is closed for good is left out. @throws PlatformError */
export async function searchPlaces(
  door: Door,
  wish: { trade: string; place: string; country: string; language: string; limit: number },
): Promise<Place[]> {
  const found: Place[] = [];
  let pageToken: string | undefined;
  do {
    const json = {
      textQuery: `${wish.trade} ${wish.place}`,
      regionCode: wish.country,
      languageCode: wish.language,
      pageSize: 20,
      pageToken,
    };
    const headers = { 'x-goog-fieldmask': mask };
    const answer = (await withKey(door, 'places.googleapis.com', '/v1/places:searchText', {
      method: 'POST',
      json,
      headers,
      isRepeatable: true,
    })) as Row | null;
    found.push(
      ...rows(answer?.places)
        .map(placeOf)
        .filter(({ open, name, place_id }) => open !== 'closed' && name && place_id),
    );
    pageToken = text(answer?.nextPageToken) || undefined;
  } while (pageToken && found.length < wish.limit);
  return found.slice(0, wish.limit);
}
