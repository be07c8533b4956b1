// Sites that link to the tenant's, as Bing tells the owner of a site. Called by skill backlink-checker.
// https://learn.microsoft.com/en-us/dotnet/api/microsoft.bing.webmaster.api.interfaces.iwebmasterapi (GetLinkCounts, GetUrlLinks)
import type { Ask, Door } from '../door.ts';
import { count, part, type Row, rows, text } from '../json.ts';
import type { PlatformTrouble } from '../platform-error.ts';

export type BackLink = { from_url: string; from_domain: string; anchor: string; to_page: string };

/** https://learn.microsoft.com/en-us/dotnet/api/microsoft.bing.webmaster.api.interfaces.apierrorcode */
const troubles: Record<number, PlatformTrouble> = {
  3: 'token_expired',
  4: 'rate_limited',
  5: 'rate_limited',
  14: 'permission_missing',
  1: 'unavailable',
};
const troubleIn: Ask['troubleIn'] = (status, body) => {
  const code = Number(part({ body }, 'body').ErrorCode ?? 0);
  if (status < 400 || code === 0) return undefined;
  return { trouble: troubles[code] ?? 'refused', reason: String(code), message: text(part({ body }, 'body').Message, 300) };
};

async function call(door: Door, verb: string, query: Ask['query']): Promise<Row> {
  const asked = { ...query, apikey: door.secret.token };
  return part((await door.ask('ssl.bing.com', `/webmaster/api.svc/json/${verb}`, { query: asked, troubleIn })).body, 'd');
}

/** Links to the ten most linked pages; `total` counts all. The account's secret: token. @throws PlatformError */
export async function readBackLinks(door: Door, site: string): Promise<{ total: number; links: BackLink[] }> {
  const pages = rows((await call(door, 'GetLinkCounts', { siteUrl: site, page: 0 })).Links);
  const links: BackLink[] = [];
  for (const page of pages.toSorted((a, b) => count(b.Count) - count(a.Count)).slice(0, 10)) {
    const to_page = text(page.Url, 500);
    const found = rows((await call(door, 'GetUrlLinks', { siteUrl: site, link: to_page, page: 0 })).Details);
    for (const row of found) {
      const from_url = text(row.Url, 500);
      const from_domain = (URL.parse(from_url)?.hostname ?? '').replace(/^www\./, '');
      if (from_domain && to_page) links.push({ from_url, from_domain, anchor: text(row.AnchorText, 200), to_page });
    }
  }
  return { total: pages.reduce((sum, page) => sum + count(page.Count), 0), links: links.slice(0, 200) };
}
