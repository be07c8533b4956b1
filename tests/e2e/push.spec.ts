// A decision from the lock screen: asked for after a tap, pushed by the real deliver function to a browser, decided by a button with its result told,
// kept without network; what is told where is set on one page and ends with the session.
import { askForPost, decideElsewhere, pending } from './people.ts';
import {
  bringPush,
  bringPushAbout,
  endpointOf,
  endSubscription,
  goOffline,
  notices,
  subscribeLocally,
  tapNotice,
  turnPushOn,
  watchBadge,
  workerIsActive,
} from './phone-tools.ts';
import { expect, pattern, signIn, test } from './stage.ts';
import type { Page } from '@playwright/test';

const titleOf = (page: Page, tag: string) => async () => (await notices(page)).find((notice) => notice.tag === tag)?.title;

test('a button on the notification decides, tells so, and works once', async ({ page, context, arrange, say, baseURL, language }) => {
  await subscribeLocally(context, baseURL ?? '');
  const { person, business } = await arrange({ posts: ['promo -20 % samosas vendredi'] });
  await signIn(page, person, say);
  await workerIsActive(page);
  await turnPushOn(page, say);
  const before = await pending(business);
  await askForPost(business, language, 'ouvert dimanche 8 h');
  await expect.poll(async () => (await pending(business)).length, { timeout: 60_000 }).toBe(2);
  const fresh = (await pending(business)).find(({ id }) => id !== before[0]?.id);
  const badge = await watchBadge(context);
  const push = await bringPushAbout(context, page, fresh?.id ?? '');
  const [shown] = (await notices(page)).filter(({ tag }) => tag === push.tag);
  expect(shown).toMatchObject({
    lang: language,
    dir: language === 'ar' ? 'rtl' : 'ltr',
    actions: [expect.any(String), expect.any(String)],
  });

  await tapNotice(context, push.tag, 'approve');
  await expect.poll(titleOf(page, push.tag)).toBe(say('push_approved'));
  const { data } = await business.api
    .from('approvals')
    .select('state,decided_channel')
    .eq('id', fresh?.id ?? '')
    .single();
  expect(data).toEqual({ state: 'approved', decided_channel: 'push' });
  // as many as wait, and one less
  await expect.poll(badge).toEqual([2, 1]);

  // The same message again, as on a second device that rang later.
  await bringPush(context, page, JSON.stringify(push));
  await expect.poll(titleOf(page, push.tag)).toBe(push.title);
  await tapNotice(context, push.tag, 'approve');
  await expect.poll(titleOf(page, push.tag)).toBe(say('push_used_approved'));
  // which was counted before: the answer puts the number right
  await expect.poll(badge).toEqual([2, 1, 2, 1]);
});

test('without network the tap is kept, and sent when it is back; what was decided meanwhile is told', async ({
  page,
  context,
  arrange,
  say,
  baseURL,
  language,
}) => {
  await subscribeLocally(context, baseURL ?? '');
  const { person, business } = await arrange({ posts: ['promo -20 % samosas vendredi'] });
  await signIn(page, person, say);
  await workerIsActive(page);
  await turnPushOn(page, say);
  const [old] = await pending(business);
  for (const request of ['ouvert dimanche 8 h', 'gateau au chocolat 3000 Ar lundi']) await askForPost(business, language, request);
  await expect.poll(async () => (await pending(business)).length, { timeout: 60_000 }).toBe(3);
  const [mine, theirs] = (await pending(business)).filter(({ id }) => id !== old?.id);
  if (!mine || !theirs) throw new Error('two should wait');
  const first = await bringPushAbout(context, page, mine.id);
  const second = await bringPushAbout(context, page, theirs.id);

  await goOffline(context, page);
  await tapNotice(context, first.tag, 'approve');
  await expect.poll(titleOf(page, first.tag)).toBe(say('push_kept'));
  await tapNotice(context, second.tag, 'approve');
  await page.goto('/settings/outbox');
  await expect(page.getByRole('main').getByText(say('decide_queued_mark'))).toHaveCount(2);
  await decideElsewhere(business, theirs, 'reject');
  await context.setOffline(false);
  await expect.poll(async () => (await pending(business)).map(({ id }) => id), { timeout: 30_000 }).toEqual([old?.id]);
  await expect(page.getByText(pattern(say('decide_already_rejected')))).toBeVisible({ timeout: 30_000 });
  // and on the lock screen, where the taps were told to be kept
  await expect.poll(titleOf(page, first.tag)).toBe(say('push_approved'));
  await expect.poll(titleOf(page, second.tag)).toMatch(pattern(say('push_already_rejected')));
  const { data } = await business.api.from('approvals').select('state').eq('id', mine.id).single();
  expect(data).toEqual({ state: 'approved' });
});

test('a tap on the notification opens the decision in an open tab', async ({ page, context, arrange, say, baseURL }) => {
  await subscribeLocally(context, baseURL ?? '');
  const { person, business } = await arrange({ posts: ['promo -20 % samosas vendredi', 'ouvert dimanche 8 h'] });
  await signIn(page, person, say);
  await workerIsActive(page);
  const [, second] = await pending(business);
  const payload = {
    kind: 'approval',
    title: 'Nexio',
    body: '',
    language: 'fr',
    dir: 'ltr',
    tag: 'money',
    tenant_id: business.id,
    approval_id: second?.id,
    token: null,
    actions: null,
    link: `/decide/${second?.id}`,
    badge: 2,
  };
  await bringPush(context, page, JSON.stringify(payload));
  await expect.poll(async () => (await notices(page)).find(({ tag }) => tag === 'money')?.actions).toEqual([]);
  await tapNotice(context, 'money', '');
  await expect(page).toHaveURL(new RegExp(`/decide/${second?.id}`));
  await expect(page.getByRole('article').locator('.body')).toContainText((second?.body ?? '').split('\n')[0]?.slice(0, 20) ?? '');
});

test('what is told where is set on one page, and ends with the session', async ({ page, context, arrange, say, baseURL }) => {
  await subscribeLocally(context, baseURL ?? '');
  const { person, business } = await arrange();
  await signIn(page, person, say);
  await workerIsActive(page);
  await page.goto('/settings');
  await page.getByRole('link', { name: say('notify_title') }).click();
  await page.getByRole('button', { name: say('push_offer_yes') }).click();
  await expect(page.getByText(say('notify_device_this'), { exact: true })).toBeVisible();
  const results = page.getByRole('checkbox', { name: `${say('notify_topic_results')} · ${say('notify_channel_push')}` });
  await results.uncheck();
  await page
    .getByRole('group', { name: say('notify_quiet_at_night') })
    .getByLabel(say('notify_quiet_on'), { exact: true })
    .check();
  const from = page.getByLabel(say('notify_quiet_from'), { exact: true });
  await from.fill('21:30');
  await from.blur();
  const settings = async () => (await business.api.from('reach_settings').select('is_off,quiet_from,quiet_to').maybeSingle()).data;
  await expect.poll(settings).toEqual({ is_off: ['results:push'], quiet_from: '21:30:00', quiet_to: '07:00:00' });
  await page.reload();
  await expect(results).not.toBeChecked();
  await expect(from).toHaveValue('21:30');

  const devices = async () => (await business.api.from('push_subscriptions').select('id')).data?.length;
  await expect.poll(devices).toBe(1);
  // the worker subscribes anew while no page looks, and the next page that opens takes the old one away
  const old = await endpointOf(page);
  await endSubscription(context, page);
  await expect.poll(devices).toBe(2);
  await page.reload();
  await expect.poll(devices).toBe(1);
  await expect.poll(() => endpointOf(page)).not.toBe(old);
  await page.goto('/settings');
  await page.getByRole('button', { name: say('settings_sign_out') }).click();
  await expect(page).toHaveURL(/\/signin/);
  await expect.poll(devices).toBe(0);
  await expect.poll(() => endpointOf(page)).toBe('');
});
