// From an address to a decided card on a slow phone network: a phone that never was here, and one that has the app. `node tests/bench/slow-network.ts` (takes build/; --build makes it)
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type BrowserContext, type Page } from 'playwright';
import { boot } from '../../local/boot.ts';
import { chromiumArgs, chromiumPath, ensureChromium } from '../chromium.ts';
import { newOwner, requestPost, work } from '../engine/scenario.ts';
import { openLine } from '../line.ts';
import { newPhone } from '../phone.ts';
import { line, median } from './measure.ts';

const rounds = 5;
const speed = { bytesPerSecond: 400_000 / 8, roundTripMs: 400 };

/** Milliseconds from the start of the navigation, by the page's own clock: until the first card can be read, and until the server has answered that it is decided. */
type Taken = { card: number; decided: number };

/** In the page: Approve is tapped in the moment it can be, so that no time of the tool that drives the browser is counted. */
function tapAtOnce(): void {
  const seen = new MutationObserver(() => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Approuver');
    if (!button || !document.querySelector('article .body')) return;
    seen.disconnect();
    performance.mark('card');
    button.click();
  });
  seen.observe(document, { childList: true, subtree: true, characterData: true });
}

const timesInPage = (): Taken => {
  const decision = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/rpc/decide_approval'));
  return { card: performance.getEntriesByName('card')[0]?.startTime ?? NaN, decided: (decision as PerformanceResourceTiming).responseEnd };
};

/** What Chrome says of such a line by itself; on localhost it measures none. */
function speedAsChromeSaysIt(): void {
  const { connection } = navigator as Navigator & { connection: object };
  Object.defineProperty(Object.getPrototypeOf(connection), 'effectiveType', { get: () => '3g' });
}

async function openAndDecide(page: Page): Promise<Taken> {
  await page.addInitScript(speedAsChromeSaysIt);
  await page.addInitScript(tapAtOnce);
  // the browser's own start, and what the page before left, are over
  await sleep(2000);
  const answered = page.waitForResponse(/rpc\/decide_approval/, { timeout: 60_000 });
  await page.goto('/decide', { waitUntil: 'commit' });
  const { outcome } = (await (await answered).json()) as { outcome: string };
  if (outcome !== 'decided') throw new Error(`the card was not decided: ${outcome}`);
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/rpc/decide_approval')));
  return page.evaluate(timesInPage);
}

const appIsHere = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

async function firstUse(phone: BrowserContext): Promise<Taken> {
  const page = await phone.newPage();
  const taken = await openAndDecide(page);
  await appIsHere(page);
  await page.waitForLoadState('networkidle');
  await page.close();
  return taken;
}

async function repeat(phone: BrowserContext): Promise<Taken> {
  const page = await phone.newPage();
  const taken = await openAndDecide(page);
  await page.close();
  return taken;
}

ensureChromium();
if (process.argv.includes('--build'))
  execFileSync('vite', ['build', '--logLevel', 'error'], { cwd: join(import.meta.dirname, '../..'), stdio: 'inherit' });
const stack = await boot({ dataDir: null, functions: null, jobs: false });
const slow = await openLine(stack.url, speed);
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
try {
  const first: Taken[] = [];
  const later: Taken[] = [];
  for (let round = 0; round < rounds; round++) {
    const owner = await newOwner(stack);
    for (let post = 0; post < 3; post++) await requestPost(owner);
    await work(stack);
    const phone = await newPhone(browser, slow.url, owner);
    first.push(await firstUse(phone));
    later.push(await repeat(phone));
    await phone.close();
  }
  const seconds = (taken: Taken[], what: keyof Taken) =>
    `${(median(taken.map((one) => one[what])) / 1000).toFixed(2)} s (${taken.map((one) => (one[what] / 1000).toFixed(2)).join(', ')})`;
  console.log(`\n400 kbit/s, 400 ms: median of ${rounds} phones, signed in, opening /decide`);
  line('first use, until the card can be read', seconds(first, 'card'));
  line('first use, until it is decided', seconds(first, 'decided'), '<= 5 s');
  line('with the app, until the card can be read', seconds(later, 'card'));
  line('with the app, until it is decided', seconds(later, 'decided'), '<= 1 s');
} finally {
  await browser.close();
  await slow.close();
  await stack.stop();
}
