// Flight mode: what was read opens from a cold start; what is decided or asked for waits on the phone, survives reload, update and sign-out, and is
// sent once; what was decided meanwhile is explained and its words are kept.
import type { BrowserContext, Page } from '@playwright/test';
import { decideElsewhere, password, pending } from './people.ts';
import { bringSync, goOffline, stackWithUpdates, workerIsActive } from './phone-tools.ts';
import { expect, pattern, signIn, test } from './stage.ts';

const requests = ['promo -20 % samosas vendredi', 'gateau au chocolat 3000 Ar lundi', 'ouvert dimanche 8 h'];
type Say = (key: string) => string;

/** How often each act was sent, by its key. */
function countSent(context: BrowserContext): Map<string, number> {
  const sent = new Map<string, number>();
  context.on('requestfinished', (request) => {
    if (!/rpc\/(decide_approval|request_post)$/.test(request.url())) return;
    const { p_client_key: key } = request.postDataJSON() as { p_client_key: string };
    sent.set(key, (sent.get(key) ?? 0) + 1);
  });
  return sent;
}

const approve = (page: Page, say: Say) => page.getByRole('button', { name: say('decide_approve'), exact: true }).click();

test('feed, runs and contents open offline from a cold start', async ({ page, context, arrange, say }) => {
  const { person, business } = await arrange({ posts: requests.slice(0, 1) });
  await signIn(page, person, say);
  const [waiting] = await pending(business);
  const firstWords = (waiting?.body ?? '').split('\n')[0]?.slice(0, 20) ?? '';
  await page.goto('/contents');
  await expect(page.getByText(say('contents_empty_published_title'))).toBeVisible();
  await page.goto('/runs');
  await page.getByRole('link', { name: /samosas/ }).click();
  await expect(page.getByRole('list', { name: say('run_conversation') })).toBeVisible();
  const run = page.url();
  await page.goto('/decide');
  await expect(page.getByRole('article')).toBeVisible();
  await goOffline(context, page);
  await page.close();

  const cold = await context.newPage();
  await cold.goto('/home');
  await expect(cold.getByText(say('home_to_decide')).first()).toBeVisible();
  await cold.goto('/decide');
  await expect(cold.getByRole('article').locator('.body')).toContainText(firstWords);
  await cold.goto('/runs');
  await expect(cold.getByRole('link', { name: /samosas/ })).toBeVisible();
  await cold.goto(run);
  await expect(cold.getByRole('list', { name: say('run_conversation') })).toBeVisible();
  await cold.goto('/contents');
  await expect(cold.getByText(say('contents_empty_published_title'))).toBeVisible();
});

test('approve, edit, reject and ask offline: in sight, over a reload, each sent once', async ({ page, context, arrange, say }) => {
  const { person, business } = await arrange({ posts: requests });
  await signIn(page, person, say);
  await page.goto('/decide');
  await expect(page.getByRole('article')).toBeVisible();
  const sent = countSent(context);
  await goOffline(context, page);

  await approve(page, say);
  await page.getByRole('button', { name: say('decide_edit'), exact: true }).click();
  await page.getByRole('dialog').getByLabel(say('decide_edit_body')).fill('Un texte à moi');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('decide_save_and_approve') })
    .click();
  await page.getByRole('button', { name: say('decide_reject'), exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('decide_reject_tone') })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('decide_reject_send'), exact: true })
    .click();
  // kept on the phone before the page is left
  await expect(page.locator('a[href="/settings/outbox"]')).toContainText(/3|٣/);
  await page.goto('/new');
  await page.getByLabel(say('new_request_label')).fill('Dégustation samedi');
  await page.getByRole('button', { name: say('new_submit') }).click();
  await expect(page.getByText(say('new_queued_title'), { exact: true })).toBeVisible();

  await page.reload();
  await page.locator('a[href="/settings/outbox"]').first().click();
  const waiting = page.getByRole('main').getByRole('listitem');
  await expect(waiting).toHaveCount(4);
  for (const kind of ['outbox_kind_approve', 'outbox_kind_edit', 'outbox_kind_reject', 'outbox_kind_request'])
    await expect(waiting.getByText(new RegExp(`^${say(kind)}(?: ·|$)`))).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByText(say('outbox_empty_title'))).toBeVisible({ timeout: 60_000 });
  const { data } = await business.api.from('approvals').select('state').order('created_at').limit(3);
  expect(data).toEqual([{ state: 'approved' }, { state: 'approved' }, { state: 'rejected' }]);
  const { data: edited } = await business.api.from('contents').select('body').eq('body', 'Un texte à moi');
  expect(edited).toHaveLength(1);
  const { data: runs } = await business.api.from('chain_runs').select('id').eq('title', 'Dégustation samedi');
  expect(runs).toHaveLength(1);
  expect([...sent.values()]).toEqual([1, 1, 1, 1]);
});

test('on a line that is up and brings no answer a decision is kept, and sent once', async ({ page, context, arrange, say }) => {
  const { person, business } = await arrange({ posts: requests.slice(0, 1) });
  const sent = countSent(context);
  await page.clock.install();
  await signIn(page, person, say);
  await page.goto('/decide');
  let tries = 0;
  await context.route('**/rpc/decide_approval', (route) => (++tries === 1 ? undefined : route.continue()));
  await approve(page, say);
  await expect.poll(() => tries).toBe(1);
  await page.clock.fastForward(20_000);
  await expect(page.getByText(say('decide_queued'))).toBeVisible();
  await expect.poll(async () => (await pending(business)).length).toBe(0);
  await expect.poll(() => [...sent.values()]).toEqual([1]);
  const { data } = await business.api.from('approvals').select('state').single();
  expect(data).toEqual({ state: 'approved' });
});

test('with the app closed, the service worker sends what waits when the browser calls it', async ({ page, context, arrange, say }) => {
  const { person, business } = await arrange({ posts: requests.slice(0, 1) });
  await signIn(page, person, say);
  await page.goto('/decide');
  await expect(page.getByRole('article')).toBeVisible();
  await goOffline(context, page);
  await approve(page, say);
  await expect(page.getByText(say('decide_queued'))).toBeVisible();
  const { origin } = new URL(page.url());
  await page.close();
  await context.setOffline(false);

  // No page of the app is open. The browser may have called the worker by itself already.
  const elsewhere = await context.newPage();
  await bringSync(elsewhere, origin);
  await expect.poll(async () => (await pending(business)).length).toBe(0);
  const { data } = await business.api.from('approvals').select('state,decided_channel').single();
  expect(data).toEqual({ state: 'approved', decided_channel: 'app' });
  await elsewhere.goto('/settings/outbox');
  await expect(elsewhere.getByText(say('outbox_empty_title'))).toBeVisible();
});

test('an edit that comes too late is explained and its words are kept', async ({ page, context, arrange, say }) => {
  const { person, business } = await arrange({ posts: requests.slice(0, 1) });
  await signIn(page, person, say);
  await page.goto('/decide');
  await expect(page.getByRole('article')).toBeVisible();
  await goOffline(context, page);
  await page.getByRole('button', { name: say('decide_edit'), exact: true }).click();
  await page.getByRole('dialog').getByLabel(say('decide_edit_body')).fill('Mes mots à moi');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('decide_save_and_approve') })
    .click();
  await expect(page.getByText(say('decide_queued'))).toBeVisible();
  const [waiting] = await pending(business);
  if (!waiting) throw new Error('nothing waits');
  await decideElsewhere(business, waiting, 'reject');
  await context.setOffline(false);
  await expect(page.getByText(pattern(say('decide_already_rejected')))).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Mes mots à moi')).toBeVisible();
  // It stays until the person lets it go.
  await page.goto('/settings/outbox');
  await expect(page.getByText('Mes mots à moi')).toBeVisible();
  await page.getByRole('button', { name: say('decide_understood') }).click();
  await expect(page.getByText(say('outbox_empty_title'))).toBeVisible();
});

test('two phones decide one approval offline: one wins, the other is told', async ({
  page,
  context,
  browser,
  arrange,
  say,
  baseURL,
  language,
}) => {
  const { person, business } = await arrange({ posts: requests.slice(0, 1) });
  const otherContext = await browser.newContext({ baseURL, locale: language, viewport: { width: 360, height: 740 } });
  const other = await otherContext.newPage();
  const phones = [
    { phone: page, air: context, decision: 'approve' },
    { phone: other, air: otherContext, decision: 'reject' },
  ] as const;
  for (const { phone } of phones) {
    await signIn(phone, person, say);
    await phone.goto('/decide');
    await expect(phone.getByRole('article')).toBeVisible();
  }
  for (const { phone, air } of phones) await goOffline(air, phone);
  await approve(page, say);
  await other.getByRole('button', { name: say('decide_reject'), exact: true }).click();
  await other
    .getByRole('dialog')
    .getByRole('button', { name: say('decide_reject_tone') })
    .click();
  await other
    .getByRole('dialog')
    .getByRole('button', { name: say('decide_reject_send'), exact: true })
    .click();
  for (const { phone } of phones) await expect(phone.getByText(say('decide_queued'))).toBeVisible();
  await context.setOffline(false);
  await expect.poll(async () => (await pending(business)).length, { timeout: 30_000 }).toBe(0);
  await otherContext.setOffline(false);
  await expect(other.getByText(pattern(say('decide_already_approved')))).toBeVisible({ timeout: 30_000 });
  await expect(other.getByText(say('decide_reject_tone'))).toBeVisible();
  const { data } = await business.api.from('approvals').select('state').single();
  expect(data).toEqual({ state: 'approved' });
  await otherContext.close();
});

test('what waits survives a sign-out in another tab and leaves after signing in again', async ({ page, context, arrange, say }) => {
  const { person, business } = await arrange({ posts: requests.slice(0, 1) });
  await signIn(page, person, say);
  await page.goto('/decide');
  await expect(page.getByRole('article')).toBeVisible();
  const other = await context.newPage();
  await other.goto('/settings');
  // The server cannot be reached, the phone thinks it has a network.
  await context.route('**/rpc/decide_approval', (route) => route.abort());
  await approve(page, say);
  await expect(page.getByText(say('decide_queued'))).toBeVisible();
  await other.getByRole('button', { name: say('settings_sign_out') }).click();
  const keep = other.getByRole('button', { name: say('signout_keep') });
  await expect(keep.or(other.getByLabel(say('field_email')))).toBeVisible();
  if (await keep.isVisible()) await keep.click();
  await expect(page).toHaveURL(/\/signin/);
  expect(await pending(business)).toHaveLength(1);
  await context.unroute('**/rpc/decide_approval');
  await page.getByLabel(say('field_email')).fill(person.email);
  await page.getByLabel(say('field_password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: say('signin_button') }).click();
  await expect.poll(async () => (await pending(business)).length, { timeout: 30_000 }).toBe(0);
});

test('what waits survives an update of the app', async ({ browser, arrange, say, baseURL, language }) => {
  const { person, business } = await arrange({ posts: requests.slice(0, 1) });
  const { url, publish, server } = await stackWithUpdates(baseURL ?? '');
  const context = await browser.newContext({ baseURL: url, locale: language, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await signIn(page, person, say);
  await workerIsActive(page);
  await page.goto('/decide');
  // a line that is up and brings no answer: the page's try fails, the worker's hangs, and a third waits for it
  let hanging = 0;
  await context.route('**/rpc/decide_approval', (route) => (route.request().serviceWorker() ? void (hanging += 1) : route.abort()));
  await approve(page, say);
  await expect(page.getByText(say('decide_queued'))).toBeVisible();
  await bringSync(page, url);
  await expect.poll(() => hanging).toBe(1);
  publish();
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: say('update_apply') }).click();
  await reloaded;
  await context.unroute('**/rpc/decide_approval');
  await page.goto('/home');
  await expect.poll(async () => (await pending(business)).length, { timeout: 30_000 }).toBe(0);
  await context.close();
  server.close();
});
