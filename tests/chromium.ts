// Where the browser of the tests is. Read by vitest.config.ts, playwright.config.ts and bytes.ts; brought by suites.ts.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Undefined when Playwright's own download is to be used. */
export function chromiumPath(): string | undefined {
  return places.find((place) => place !== undefined && place !== '' && existsSync(place));
}

/** What headless Chromium needs on a server: no sandbox as root, no calls home. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** There is a session bus to be had, on which Chromium shows its notifications: for the journey of the lock screen. */
export const hasBus = (): boolean => spawnSync('dbus-daemon', ['--version']).status === 0;

function hasChromium(): boolean {
  return chromiumPath() !== undefined || existsSync(chromium.executablePath());
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, { stdio: 'inherit' });
}

/** Installs a browser when there is none. Throws with a message for people when that cannot be done. */
export function ensureChromium(): void {
  if (hasChromium()) return;
  console.log('Installing Chromium for the browser tests …');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['-qq', 'update']);
    run('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', 'chromium']);
  }
  if (!hasChromium()) run('npx', ['playwright', 'install', 'chromium']);
  if (!hasChromium()) throw new Error('No Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM_PATH to one.');
}
