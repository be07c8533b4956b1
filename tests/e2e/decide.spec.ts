// Decisions: approve, edit, reject, batch; what was decided elsewhere or changed since is said clearly; offline they wait on the phone.
import { decideElsewhere, pending } from './people.ts';
import { expect, pattern, signIn, test } from './stage.ts';

const requests = ['promo -20 % samosas vendredi', 'gateau au chocolat 3000 Ar lundi', 'ouvert dimanche 8 h'];

test('an edit is approved and kept as a lesson', async ({ page, arrange, say }) => {
  const { person, business } = await arrange({ posts: requests.slice(0, 1) });
  await signIn(page, person, say);
  await page.getByRole('link', { name: say('home_see') }).click();
  await page.getByRole('button', { name: say('decide_edit'), exact: true }).click();
  const sheet = page.getByRole('dialog');
  const body = sheet.getByLabel(say('decide_edit_body'));
  await body.fill(`${await body.inputValue()} MERCI`);
  await expect(sheet.getByText(say('decide_edit_difference'))).toBeVisible();
  await expect(sheet.locator('ins')).toContainText('MERCI');
  await sheet.getByRole('button', { name: say('decide_save_and_approve') }).click();
  await expect(page.getByText(say('decide_done_approved'))).toBeVisible();
  const { data } = await business.api.from('contents').select('body,status').single();
  expect(data).toMatchObject({ status: 'published', body: expect.stringContaining('MERCI') });
  const { data: lessons } = await business.api.from('lessons').select('kind');
  expect(lessons).toEqual([{ kind: 'edit' }]);
});

test('a rejection keeps its reason', async ({ page, arrange, say }) => {
  const { person } = await arrange({ posts: requests.slice(0, 1) });
  await signIn(page, person, say);
  await page.goto('/decide');
  await page.getByRole('button', { name: say('decide_reject'), exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: say('decide_reject_send'), exact: true }).click();
  await expect(sheet.getByText(say('decide_reject_missing'))).toBeVisible();
  await sheet.getByRole('button', { name: say('decide_reject_tone') }).click();
  await sheet.getByRole('button', { name: say('decide_reject_send'), exact: true }).click();
  await expect(page.getByText(say('decide_done_rejected'))).toBeVisible();
  await page.goto('/contents');
  await page.getByRole('tab', { name: say('contents_rejected') }).click();
  await page.getByRole('tabpanel').getByRole('button').first().click();
  await expect(page.getByRole('dialog').getByText(say('decide_reject_tone'))).toBeVisible();
});

test('several are approved with one tap', async ({ page, arrange, say }) => {
  const { person, business } = await arrange({ posts: requests });
  await signIn(page, person, say);
  await page.goto('/decide');
  await page.getByRole('button', { name: say('decide_select') }).click();
  await page.getByRole('button', { name: say('decide_select_all'), exact: true }).click();
  await page.getByRole('button', { name: pattern(say('decide_batch_approve')) }).click();
  await expect(page.getByText(say('decide_empty_title'))).toBeVisible();
  await expect.poll(() => pending(business)).toEqual([]);
});

test('what was decided elsewhere is explained and not decided twice', async ({ page, arrange, say }) => {
  const { person, business } = await arrange({ posts: requests.slice(0, 1) });
  // A phone whose live channel is cut does not know yet.
  await page.routeWebSocket(/realtime/, (socket) => socket.close());
  await signIn(page, person, say);
  await page.goto('/decide');
  const approve = page.getByRole('button', { name: say('decide_approve'), exact: true });
  await expect(approve).toBeVisible();
  const [waiting] = await pending(business);
  if (!waiting) throw new Error('nothing waits');
  await decideElsewhere(business, waiting, 'reject');
  await approve.click();
  await expect(page.getByText(pattern(say('decide_already_rejected')))).toBeVisible();
  await expect(page.getByText(say('decide_empty_title'))).toBeVisible();
});

test('a version that is not the one seen is shown again, not decided', async ({ page, arrange, say }) => {
  const { person, business } = await arrange({ posts: requests.slice(0, 1) });
  await signIn(page, person, say);
  await page.goto('/decide');
  await page.route('**/rpc/decide_approval', async (route) => {
    const sent = route.request().postDataJSON() as Record<string, unknown>;
    await route.continue({ postData: JSON.stringify({ ...sent, p_content_hash: 'what an older version had' }) });
  });
  await page.getByRole('button', { name: say('decide_approve'), exact: true }).click();
  await expect(page.getByRole('alert').getByText(say('decide_stale_title'))).toBeVisible();
  expect(await pending(business)).toHaveLength(1);
  await page.unroute('**/rpc/decide_approval');
  await page.getByRole('button', { name: say('decide_approve'), exact: true }).click();
  await expect(page.getByText(say('decide_done_approved'))).toBeVisible();
});

test('offline the feed is read and decisions wait on the phone', async ({ page, context, arrange, say }) => {
  const { person, business } = await arrange({ posts: requests.slice(0, 2) });
  await signIn(page, person, say);
  await page.goto('/decide');
  await expect(page.getByRole('article')).toBeVisible();
  const [first, second] = await pending(business);
  // From here on the app is on the phone.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  await page.getByRole('button', { name: say('decide_approve'), exact: true }).click();
  await expect(page.getByText(say('decide_queued'))).toBeVisible();
  await page.getByRole('button', { name: say('decide_approve'), exact: true }).click();
  await expect(page.getByRole('list', { name: say('decide_queued_mark') }).getByRole('listitem')).toHaveCount(2);
  // Meanwhile somebody else decides the second.
  if (!second || !first) throw new Error('two should wait');
  await decideElsewhere(business, second, 'reject');
  await context.setOffline(false);
  await expect(page.getByText(pattern(say('decide_already_rejected')))).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: say('decide_understood') }).click();
  await expect(page.getByRole('list', { name: say('decide_queued_mark') })).toHaveCount(0);
  const { data } = await business.api.from('approvals').select('state').in('id', [first.id, second.id]).order('created_at');
  expect(data).toEqual([{ state: 'approved' }, { state: 'rejected' }]);
});

test('someone without the right is told so', async ({ page, arrange, say }) => {
  const { person } = await arrange({ posts: requests.slice(0, 1) });
  await signIn(page, person, say);
  await page.goto('/decide');
  // The server's own answer to a role that may not, given to this tap.
  await page.route('**/rpc/decide_approval', async (route) => {
    const sent = route.request().postDataJSON() as Record<string, unknown>;
    await route.fulfill({ json: { outcome: 'forbidden', approval_id: sent.p_approval_id, state: 'pending', version: 1 } });
  });
  await page.getByRole('button', { name: say('decide_approve'), exact: true }).click();
  await expect(page.getByRole('alert').getByText(say('decide_forbidden'))).toBeVisible();
});

test('on a wide screen the keys decide, with queue and conversation in sight', async ({ page, arrange, say }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const { person, business } = await arrange({ posts: requests.slice(0, 2) });
  await signIn(page, person, say);
  await page.goto('/decide');
  const [first, second] = await pending(business);
  const queue = page.getByRole('list', { name: say('decide_queue') });
  await expect(queue.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('list', { name: say('run_conversation') }).getByText(first?.title ?? '')).toBeVisible();
  await page.keyboard.press('j');
  await expect(queue.getByRole('button').nth(1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('r');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('k');
  await expect(queue.getByRole('button').first()).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('a');
  await expect(queue.getByRole('listitem')).toHaveCount(1);
  await expect.poll(async () => (await pending(business)).map(({ title }) => title)).toEqual([second?.title]);
});
