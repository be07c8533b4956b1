// A decision from the lock screen: asked for after a tap, pushed by the real deliver function to a browser, decided by a button with its result told.
import { askForPost, pending } from './people.ts';
import { bringPush, notices, pushedTo, subscribeLocally, tapNotice, workerIsActive } from './phone-tools.ts';
import { expect, signIn, test } from './stage.ts';
import type { BrowserContext, Page } from '@playwright/test';

type Payload = { tag: string; kind: string; approval_id: string | null; token: string | null; title: string; language: string };

/** Turns pushes on from the card on the home screen. */
async function turnOn(page: Page, say: (key: string) => string): Promise<void> {
  await page.goto('/home');
  await page.getByRole('button', { name: say('push_offer_yes') }).click();
  await expect(page.getByText(say('push_is_on'))).toBeVisible();
}

/** The push about this approval, as it arrived, brought to the worker. */
async function arrived(context: BrowserContext, page: Page, approvalId: string): Promise<{ text: string; payload: Payload }> {
  const find = async () => (await pushedTo(page)).find((text) => (JSON.parse(text) as Payload).approval_id === approvalId) ?? '';
  await expect.poll(find, { timeout: 60_000 }).not.toBe('');
  const text = await find();
  await bringPush(context, page, text);
  const payload = JSON.parse(text) as Payload;
  await expect.poll(async () => (await notices(page)).map(({ tag }) => tag)).toContain(payload.tag);
  return { text, payload };
}

const titleOf = (page: Page, tag: string) => async () => (await notices(page)).find((notice) => notice.tag === tag)?.title;

test('a button on the notification decides, tells so, and works once', async ({ page, context, arrange, say, baseURL, language }) => {
  await subscribeLocally(context, baseURL ?? '');
  const { person, business } = await arrange({ posts: ['promo -20 % samosas vendredi'] });
  await signIn(page, person, say);
  await workerIsActive(page);
  await turnOn(page, say);
  const before = await pending(business);
  await askForPost(business, language, 'ouvert dimanche 8 h');
  await expect.poll(async () => (await pending(business)).length, { timeout: 60_000 }).toBe(2);
  const fresh = (await pending(business)).find(({ id }) => id !== before[0]?.id);
  const { text, payload } = await arrived(context, page, fresh?.id ?? '');
  const [shown] = (await notices(page)).filter(({ tag }) => tag === payload.tag);
  expect(shown).toMatchObject({
    lang: language,
    dir: language === 'ar' ? 'rtl' : 'ltr',
    actions: [expect.any(String), expect.any(String)],
  });

  await tapNotice(context, payload.tag, 'approve');
  await expect.poll(titleOf(page, payload.tag)).toBe(say('push_approved'));
  const { data } = await business.api
    .from('approvals')
    .select('state,decided_channel')
    .eq('id', fresh?.id ?? '')
    .single();
  expect(data).toEqual({ state: 'approved', decided_channel: 'push' });

  // The same message again, as on a second device that rang later.
  await bringPush(context, page, text);
  await expect.poll(titleOf(page, payload.tag)).toBe(payload.title);
  await tapNotice(context, payload.tag, 'approve');
  await expect.poll(titleOf(page, payload.tag)).toBe(say('push_used_approved'));
});
