// Decisions while the app is closed: the browser shows the push on a lock screen, its buttons are pressed there, the browser raises the trusted click.
// Needs a session bus: .ci/run brings dbus-daemon; elsewhere playwright.config.ts leaves this file out where there is none.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lightScreen, type LockScreen } from './lock-screen.ts';
import { askForPost, pending } from './people.ts';
import { bringPush, endpointOf, receivedAt, subscribeLocally, turnPushOn, workerIsActive, type Pushed } from './phone-tools.ts';
import { expect, signIn, test as plain } from './stage.ts';
import { chromiumArgs, chromiumPath } from '../chromium.ts';

const test = plain.extend<object, { lockScreen: LockScreen }>({
  lockScreen: [
    async ({ playwright: _playwright }, use) => {
      const lockScreen = await lightScreen();
      await use(lockScreen);
      lockScreen.stop();
    },
    { scope: 'worker' },
  ],
  // a phone's own profile: to a context made beside it (incognito) Chromium brings no click
  context: async ({ playwright, lockScreen, locale, extraHTTPHeaders, viewport, hasTouch, timezoneId, baseURL }, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'nexio-lock-screen-'));
    const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: lockScreen.address };
    const browser = { executablePath: chromiumPath(), args: chromiumArgs, env };
    const phone = { locale, extraHTTPHeaders, viewport, hasTouch, timezoneId, baseURL };
    const context = await playwright.chromium.launchPersistentContext(profile, { ...browser, ...phone });
    await use(context);
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  },
});

test('with the app closed a button decides once and says so, and the body opens the app anew', async ({
  page,
  context,
  lockScreen,
  arrange,
  say,
  baseURL,
  language,
}) => {
  const origin = baseURL ?? '';
  await subscribeLocally(context, origin);
  const { person, business } = await arrange({ posts: ['promo -20 % samosas vendredi'] });
  await signIn(page, person, say);
  await workerIsActive(page);
  await turnPushOn(page, say);
  const endpoint = await endpointOf(page);
  const [old] = await pending(business);
  const blank = await context.newPage();
  await page.close();

  await askForPost(business, language, 'ouvert dimanche 8 h');
  const arrived = async () => (await receivedAt(endpoint)).filter(({ kind }) => kind === 'approval');
  await expect.poll(async () => (await arrived()).length, { timeout: 60_000 }).toBe(1);
  const [push] = (await arrived()) as [Pushed];
  await bringPush(context, blank, JSON.stringify(push), origin);
  await expect.poll(() => lockScreen.buttonsOf(push.title)).toEqual([push.actions?.approve, push.actions?.reject]);
  await lockScreen.press(push.title, push.actions?.approve);
  await expect.poll(lockScreen.titles).toContainEqual(expect.stringContaining(say('push_approved')));
  expect(context.pages().filter((one) => one.url() !== 'about:blank')).toEqual([]);
  const { data } = await business.api.from('approvals').select('state,decided_channel').eq('id', push.approval_id).single();
  expect(data).toEqual({ state: 'approved', decided_channel: 'push' });
  const decided = business.api.from('events').select('data->>channel').eq('kind', 'approval.decided');
  expect((await decided.eq('data->>approval_id', push.approval_id)).data).toEqual([{ channel: 'push' }]);

  const money = { ...push, approval_id: old?.id, tag: `approval-${old?.id}`, title: old?.title, token: null, actions: null };
  await bringPush(context, blank, JSON.stringify(money), origin);
  const opened = context.waitForEvent('page');
  await lockScreen.press(old?.title ?? '');
  const tab = await opened;
  await expect(tab).toHaveURL(new RegExp(`/decide/${old?.id}`));
  await expect(tab.getByRole('article').locator('.body')).toContainText((old?.body ?? '').split('\n')[0]?.slice(0, 20) ?? '');
});
