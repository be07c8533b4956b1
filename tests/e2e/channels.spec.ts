// A person's chats: link WhatsApp by a code from the phone page, decide there, send a photo, unlink. Only the app and the phone page are touched.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { phoneWords } from '../../local/phone/words.ts';
import { askForPost, pending, type Business } from './people.ts';
import { expect, pattern, signIn, test } from './stage.ts';
import type { Locale } from './words.ts';

/** A number of Madagascar that nobody else in this run has. */
const newNumber = () => `03${4 + Math.floor(Math.random() * 5)}${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`;

async function openPhone(page: Page, language: Locale, channel: 'whatsapp' | 'telegram', number: string): Promise<Page> {
  const say = phoneWords[language];
  const phone = await page.context().newPage();
  await phone.goto('/_local/phone');
  await phone.getByLabel(say.chats).selectOption(channel);
  await phone.getByLabel(say.number).fill(number);
  await phone.getByLabel(say.name).fill('Hery');
  await phone.getByRole('button', { name: say.open }).click();
  await expect(phone.getByRole('textbox', { name: say.write })).toBeVisible();
  return phone;
}

async function write(phone: Page, language: Locale, text: string): Promise<void> {
  await phone.getByRole('textbox', { name: phoneWords[language].write }).fill(text);
  await phone.getByRole('button', { name: phoneWords[language].send, exact: true }).click();
  await expect(phone.locator('li.b.me').last()).toContainText(text);
}

/** The last thing that Nexio said; waits for one that holds `text`. */
const hears = (phone: Page, text: string | RegExp) =>
  expect(phone.locator('li.b:not(.me)').last()).toContainText(text, { timeout: 30_000 });

const lastDecision = async (business: Business) =>
  (
    await business.api
      .from('approvals')
      .select('state,decided_channel,decided_version')
      .order('created_at', { ascending: false })
      .limit(1)
      .single()
  ).data;

test('a chat is linked by a code, decides, brings a photo and is unlinked', async ({ page, arrange, say, language }) => {
  const { person, business } = await arrange();
  await signIn(page, person, say);
  await page.goto('/settings/channels');
  await page.getByRole('button', { name: say('channels_link', { channel: 'WhatsApp' }) }).click();
  const code = page.getByLabel(say('channels_code'));
  await expect(code).toHaveText(/^[A-Z]{8}$/);
  const phone = await openPhone(page, language, 'whatsapp', newNumber());

  // what a stranger says decides nothing and tells how to link
  await write(phone, language, 'ok');
  await hears(phone, '/settings/channels');
  await write(phone, language, (await code.textContent()) ?? '');
  await hears(phone, business.name);
  await expect(page.getByText(say('channels_linked', { channel: 'WhatsApp' })).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Hery', { exact: true })).toBeVisible();

  await askForPost(business, language, 'promo samosas vendredi');
  const asked = phone.locator('li.b', { has: phone.locator('button[value="approve"]') });
  await expect(asked).toHaveCount(1, { timeout: 60_000 });
  await write(phone, language, language === 'ar' ? '١' : 'Eny!');
  await expect.poll(() => lastDecision(business)).toEqual({ state: 'approved', decided_channel: 'whatsapp', decided_version: 1 });

  await phone.locator('input[name="photo"]').setInputFiles({
    name: 'samosas.png',
    mimeType: 'image/png',
    buffer: readFileSync(new URL('../../static/icon-192.png', import.meta.url)),
  });
  await write(phone, language, 'samosas chauds ce soir');
  await expect.poll(async () => (await pending(business)).length, { timeout: 60_000 }).toBe(1);
  const { data: draft } = await business.api.from('contents').select('media').eq('status', 'in_review').single();
  expect(draft?.media).toMatchObject({
    path: expect.stringMatching(new RegExp(`^${business.id}/inbound/`)),
    mime: 'image/png',
    width: 192,
  });
  await expect(asked).toHaveCount(2, { timeout: 30_000 });
  await asked.last().locator('button[value="reject"]').click();
  await expect.poll(() => lastDecision(business)).toMatchObject({ state: 'rejected', decided_channel: 'whatsapp' });

  await page.getByRole('button', { name: pattern(say('channels_unlink_of')) }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('channels_unlink'), exact: true })
    .click();
  await expect(page.getByText(say('channels_none_whatsapp'))).toBeVisible();
  await write(phone, language, 'ok');
  expect((await business.api.from('channel_links').select('id')).data).toEqual([]);
});

test('without a network the chats that were seen can be read, and linking waits', async ({ page, arrange, say, context }) => {
  const { person } = await arrange();
  await signIn(page, person, say);
  await page.goto('/settings/channels');
  await expect(page.getByRole('heading', { name: 'Telegram', level: 2 })).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await expect(page.getByText(say('channels_offline')).first()).toBeVisible();
  await expect(page.getByRole('button', { name: say('channels_link', { channel: 'Telegram' }) })).toBeDisabled();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Telegram', level: 2 })).toBeVisible();
});
