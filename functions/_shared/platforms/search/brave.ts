// Web and news search by a licensed index. Called by skills serp-analyzer and social-listening. It is Brave's index, not Google's.
// https://api-dashboard.search.brave.com/app/documentation/web-search/query (400 characters, 50 words a query; offset up to 9)
import type { Door } from '../door.ts';
import { isRow, part, type Row, rows, text } from '../json.ts';

export const host = 'api.search.brave.com';

export type Hit = { url: string; title: string; description: string; host: string; age: string | null; kind: string };

/** Takes out the marks around found words. */
const plain = (value: unknown, most: number): string =>
  text(value, 2000)
    .replaceAll(/<[^>]{1,20}>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', '’')
    .replaceAll('&quot;', '"')
    .trim()
    .slice(0, most);

function hitOf(row: Row, kind: string): Hit {
  const url = text(row.url, 500);
  const age = Date.parse(text(row.page_age));
  return {
    url,
    title: plain(row.title, 200),
    description: plain(row.description, 600),
    host: (URL.parse(url)?.hostname ?? '').replace(/^www\./, ''),
    age: Number.isFinite(age) ? new Date(age).toISOString() : null,
    kind: text(row.subtype) || kind,
  };
}

const languages: Record<string, string> = { mg: 'fr', fr: 'fr', en: 'en', ar: 'ar' };

/** Web results in their order. `freshness`: `2026-01-01to2026-01-31`. The key of the platform: token. @throws PlatformError */
export async function searchWeb(
  door: Door,
  query: string,
  wish: { country?: string; language: string; freshness?: string; what?: 'web' | 'news' },
): Promise<Hit[]> {
  const what = wish.what ?? 'web';
  const { body } = await door.ask(host, `/res/v1/${what}/search`, {
    query: {
      q: query.slice(0, 400),
      country: wish.country,
      search_lang: languages[wish.language],
      count: 20,
      freshness: wish.freshness,
      safesearch: 'moderate',
    },
    headers: { 'x-subscription-token': door.secret.token ?? '' },
    // 422: the key is none
    troubleIn: (status, answer) =>
      status === 422 && text(part(answer, 'error').code) === 'SUBSCRIPTION_TOKEN_INVALID'
        ? { trouble: 'permission_missing', reason: 'key', message: 'the key is not valid' }
        : undefined,
  });
  const results = what === 'web' ? part(body, 'web').results : isRow(body) ? body.results : [];
  return rows(results)
    .map((row) => hitOf(row, what === 'news' ? 'news' : 'page'))
    .filter(({ url, title }) => url !== '' && title !== '');
}
