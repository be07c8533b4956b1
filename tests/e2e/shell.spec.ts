// The app as an installed thing: it opens offline at any address, an update loses no word, one session serves two tabs, looks and light mode stay.
import { expect, signIn, test } from './stage.ts';
import { password } from './people.ts';
import { stackWithUpdates, workerIsActive } from './phone-tools.ts';
import type { Page } from '@playwright/test';

test('it can be installed, and opens offline at every address', async ({ page, context, arrange, say }) => {
  const { person } = await arrange();
  await signIn(page, person, say);
  await workerIsActive(page);
  const cdp = await context.newCDPSession(page);
  expect((await cdp.send('Page.getAppManifest')).errors).toEqual([]);
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
  // Playwright's windows are private ones; nothing else may stand in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);

  await page.goto('/brand');
  await expect(page.getByLabel(say('brand_place'))).toHaveValue('Analakely');
  await context.setOffline(true);
  await page.goto('/settings');
  await expect(page.getByRole('heading', { level: 1, name: say('settings_title') })).toBeVisible();
  await expect(page.getByText(say('offline_banner'))).toBeVisible();
  await page.goto('/brand');
  await expect(page.getByLabel(say('brand_place'))).toHaveValue('Analakely');
  await context.setOffline(false);
});

test('an update waits for a tap and keeps what was being written', async ({ browser, arrange, say, baseURL, language }) => {
  const { person } = await arrange();
  const { url, publish, server } = await stackWithUpdates(baseURL ?? '');
  const context = await browser.newContext({ baseURL: url, locale: language, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await signIn(page, person, say);
  await workerIsActive(page);
  await page.goto('/brand');
  await page.getByLabel(say('brand_hours')).fill('6 h – 20 h');

  publish();
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect(page.getByText(say('update_ready'))).toBeVisible();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: say('update_apply') }).click();
  await reloaded;
  await expect(page.getByLabel(say('brand_hours'))).toHaveValue('6 h – 20 h');
  await expect(page.getByText(say('update_ready'))).toBeHidden();
  await context.close();
  server.close();
});

/** As if an hour had gone by: the token this phone has is no longer good. The app is closed meanwhile: an open page may be lending its token. */
async function age(page: Page, ...others: Page[]): Promise<void> {
  for (const tab of [page, ...others]) await tab.goto('/');
  await page.evaluate(async () => {
    const key = Object.keys(localStorage).find((name) => name.endsWith('-auth-token')) ?? '';
    const session = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>;
    localStorage.setItem(key, JSON.stringify({ ...session, expires_at: Math.floor(Date.now() / 1000) - 10 }));
    const store = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('nexio');
      opening.onsuccess = () => done(opening.result);
    });
    const change = store.transaction('session', 'readwrite');
    change.objectStore('session').clear();
    await new Promise((done) => (change.oncomplete = done));
    store.close();
  });
}

test('two tabs with an expired token refresh it once', async ({ page, context, arrange, say }) => {
  const { person } = await arrange();
  await signIn(page, person, say);
  await page.goto('/settings');
  const other = await context.newPage();
  await other.goto('/settings');
  await expect(other.getByText(person.email)).toBeVisible();

  const refreshes: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes('grant_type=refresh_token')) refreshes.push(request.url());
  });
  await age(page, other);
  await Promise.all([page.goto('/home'), other.goto('/home')]);
  for (const tab of [page, other]) await expect(tab.getByText(say('home_to_decide')).first()).toBeVisible();
  expect(refreshes).toHaveLength(1);
});

test('a session that was ended elsewhere leads to the door', async ({ page, arrange, say, baseURL }) => {
  const { person } = await arrange();
  await signIn(page, person, say);
  await fetch(`${baseURL}/auth/v1/logout?scope=global`, {
    method: 'POST',
    headers: { apikey: 'sb_publishable_local', authorization: `Bearer ${person.token}` },
  });
  await age(page);
  await page.goto('/home');
  await expect(page).toHaveURL(/\/signin/);
  await page.getByLabel(say('field_email')).fill(person.email);
  await page.getByLabel(say('field_password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: say('signin_button') }).click();
  await expect(page).toHaveURL(/\/home$/);
});

test('the look and the light mode are there before the first paint of the next visit', async ({ page, arrange, say }) => {
  const { person } = await arrange();
  await signIn(page, person, say);
  await page.goto('/settings');
  await page.getByRole('radio', { name: say('look_modern') }).check();
  await page.getByRole('radio', { name: say('light_on') }).check();
  await page.goto('/home', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-look', 'modern');
  await expect(page.locator('html')).toHaveAttribute('data-light', '');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--blur').trim())).toBe('none');
});
