// Who visits a Nexio page, as far as counting goes: people are told apart within a day by address and browser, robots are nobody.
// The database hashes what is given here with the day's salt and keeps nothing else; no cookie is set and no script runs.
import { isbot } from 'isbot';

/** @returns what tells this visitor from others, or null for robots, previews, prefetches and browsers that say nothing of themselves */
export function visitorOf(request: Request, address: string): string | null {
  const browser = request.headers.get('user-agent') ?? '';
  const isPrefetch = /prefetch|prerender/i.test(request.headers.get('sec-purpose') ?? request.headers.get('purpose') ?? '');
  if (request.method !== 'GET' || browser === '' || isbot(browser) || isPrefetch) return null;
  return `${address} ${browser}`.slice(0, 600);
}
