// What a first visit and a day of approvals cost in bytes, in a real Chromium over the local stack, everything compressed with gzip. Ends with `N passed, N failed`.
// `node tests/bytes.ts [--built]` (--built takes build/ as it is)
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { boot, type Stack } from '../local/boot.ts';
import { chromiumArgs, chromiumPath, ensureChromium } from './chromium.ts';
import { ask, newOwner, requestPost, work } from './engine/scenario.ts';
import { openLine } from './line.ts';
import { newPhone } from './phone.ts';

const root = join(import.meta.dirname, '..');
const kilobyte = 1024;
const approvals = 30;

type Transfer = { url: string; type: string; bytes: number };
type Visit = { readable: Transfer[]; all: Transfer[] };

/**
 * Opens a page as a phone that never was here, and lists what came over the wire, headers included, as Chromium counts it.
 * @param readable CSS of what the person came for; `readable` holds what had arrived when it stood on the page
 */
async function visit(context: BrowserContext, url: string, readable: string): Promise<Visit> {
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  const open = new Map<string, Transfer>();
  await wire.send('Network.enable');
  await wire.send('Network.setExtraHTTPHeaders', { headers: { 'accept-encoding': 'gzip' } });
  wire.on('Network.responseReceived', ({ requestId, response, type }) => {
    if (response.url.startsWith('http')) open.set(requestId, { url: response.url, type, bytes: response.encodedDataLength });
  });
  wire.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const transfer = open.get(requestId);
    if (transfer) transfer.bytes += encodedDataLength;
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const transfer = open.get(requestId);
    if (transfer) transfer.bytes = Math.max(encodedDataLength, transfer.bytes);
  });
  await page.addInitScript(noteFirstSight, readable);
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(readable).first().waitFor({ state: 'visible', timeout: 30_000 });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(3000);
  const all = [...open.values()];
  const seen = new Set(await page.evaluate(arrivedBefore, readable));
  await page.close();
  // A second read of the same address, once Realtime has joined, is not the first card's.
  const first = all.filter((transfer, at) => all.findIndex(({ url: from }) => from === transfer.url) === at);
  return { readable: first.filter(({ url: from, type }) => type === 'Document' || seen.has(from)), all };
}

/** In the page: notes the moment when what matches `selector` first stands in the document. */
function noteFirstSight(selector: string): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    performance.mark(selector);
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** In the page: addresses of what had arrived at that moment. */
function arrivedBefore(selector: string): string[] {
  const moment = performance.getEntriesByName(selector)[0]?.startTime ?? Infinity;
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return resources.filter((one) => one.responseEnd <= moment).map(({ name }) => name);
}

const isPicture = ({ type, url }: Transfer) => type === 'Image' || url.includes('/storage/') || /\/media\//.test(url);
const total = (transfers: Transfer[]) => transfers.reduce((sum, { bytes }) => sum + bytes, 0) / kilobyte;

let passed = 0;
let failed = 0;

/** @param found KB that came, at most `goal`; `details` are said beside it */
function hold(name: string, found: number, goal: number, details: string[]): void {
  const holds = found <= goal;
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? '✓' : '✗'} ${name}: ${found.toFixed(1)} KB, ${holds ? 'within' : 'over'} ${goal} KB`);
  for (const detail of details) console.log(`    ${detail}`);
}

function holdAll(name: string, transfers: Transfer[], goal: number): void {
  const largest = transfers.toSorted((a, b) => b.bytes - a.bytes).slice(0, total(transfers) <= goal ? 3 : 12);
  const details = largest.map(({ url, bytes }) => `${(bytes / kilobyte).toFixed(1).padStart(6)} KB  ${new URL(url).pathname}`);
  hold(name, total(transfers), goal, details);
}

/** The cards in sight, read and approved one after the other. */
async function approveAll(page: Page, count: number): Promise<void> {
  const approve = page.getByRole('button', { name: 'Approuver', exact: true });
  for (let left = count; left > 0; left--) {
    const [answer] = await Promise.all([page.waitForResponse(/rpc\/decide_approval/, { timeout: 60_000 }), approve.click()]);
    if (((await answer.json()) as { outcome: string }).outcome !== 'decided') throw new Error('a card was not decided');
  }
}

/**
 * A day of approvals on a phone that has the app: all that comes over its line, to the page, the service worker and the socket. What goes is said beside
 * it: nine tenths of that is the session's token, whole in every request of HTTP/1.1 and once a connection in the HTTP/2 of a hosted project.
 */
async function measureDay(stack: Stack, browser: Browser): Promise<void> {
  const owner = await newOwner(stack);
  const line = await openLine(stack.url);
  const phone = await newPhone(browser, line.url, owner);
  await phone.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' });
  const first = await phone.newPage();
  await first.goto('/decide');
  await first.evaluate(async () => void (await navigator.serviceWorker.ready));
  await first.waitForLoadState('networkidle');
  await first.close();
  const app = line.received() / kilobyte;
  // more than a free plan gives
  await stack.query(`update public.tenants set plan_key = 'enterprise' where id = $1`, [owner.tenantId]);
  for (let asked = 0; asked < approvals; asked++) await requestPost(owner);
  await work(stack);

  const [received, sent] = [line.received(), line.sent()];
  const page = await phone.newPage();
  await page.goto('/decide');
  await approveAll(page, approvals);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(3000);
  const came = (line.received() - received) / kilobyte;
  const went = (line.sent() - sent) / kilobyte;
  hold('30 approvals read and decided, all that comes over the line', came, 150, [
    `and ${went.toFixed(1)} KB go; the first visit, which brings the whole app for offline, ${app.toFixed(0)} KB once`,
  ]);
  await phone.close();
  await line.close();
}

async function measure(stack: Stack, browser: Browser): Promise<void> {
  const owner = await newOwner(stack);
  await requestPost(owner);
  await requestPost(owner);
  await work(stack);
  const [first] = await stack.query<{ id: string; version: number; content_hash: string }>(
    'select id, version, content_hash from public.approvals order by created_at limit 1',
  );
  if (!first) throw new Error('No approval came out of the run.');
  await ask(owner, 'decide_approval', {
    p_approval_id: first.id,
    p_decision: 'approve',
    p_version: first.version,
    p_content_hash: first.content_hash,
    p_edits: null,
    p_reason: null,
    p_channel: 'app',
    p_client_key: crypto.randomUUID(),
  });
  const [tenant] = await stack.query<{ slug: string }>('select slug from public.tenants where id = $1', [owner.tenantId]);

  const visitor = await newPhone(browser, stack.url, owner);
  const feed = await visit(visitor, '/decide', 'article .body');
  holdAll('approvals, first visit, until the first card can be read', feed.readable, 70);
  holdAll('approvals, first visit, in all', feed.all, 100);
  await visitor.close();

  const stranger = await newPhone(browser, stack.url);
  const page = await visit(stranger, `/@${tenant?.slug ?? ''}`, 'article');
  holdAll(
    '/@slug without its pictures',
    page.all.filter((transfer) => !isPicture(transfer)),
    14.6,
  );
  console.log(`    and ${total(page.all.filter(isPicture)).toFixed(1)} KB of pictures`);
  await stranger.close();
}

ensureChromium();
if (!process.argv.includes('--built')) execFileSync('vite', ['build', '--logLevel', 'error'], { cwd: root, stdio: 'inherit' });
const stack = await boot({ dataDir: null, functions: null, jobs: false });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
try {
  await measure(stack, browser);
  await measureDay(stack, browser);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed++;
} finally {
  await browser.close();
  await stack.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
