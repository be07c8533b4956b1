// A newcomer opens an account and a business, leaves, comes back, and finds the way in again after forgetting the password.
import { randomUUID } from 'node:crypto';
import { expect, test } from './stage.ts';

test('a newcomer signs up, out and in, and gets a new password by mail', async ({ page, say, language }) => {
  const email = `newcomer-${randomUUID()}@example.test`;
  await page.goto('/signup');
  await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
  const button = page.getByRole('button', { name: say('signup_button') });
  await page.getByLabel(say('field_first_name')).fill('Lala');
  await page.getByLabel(say('field_company')).fill('Chez Lala');
  await page.getByLabel(say('field_email')).fill(email);
  await page.getByLabel(say('field_password'), { exact: true }).fill('madagascar');
  await expect(page.getByText(say('strength_1')).or(page.getByText(say('strength_0')))).toBeVisible();
  await expect(button).toBeDisabled();
  await page.getByLabel(say('field_password'), { exact: true }).fill('telo omby mena');
  await expect(page.getByLabel(say('field_country'))).toHaveValue('MG');
  await button.click();

  await expect(page).toHaveURL(/\/brand$/);
  await expect(page.getByRole('heading', { name: say('brand_ask_title') })).toBeVisible();

  await page.goto('/settings');
  await page.getByRole('button', { name: say('settings_sign_out') }).click();
  await expect(page).toHaveURL(/\/signin/);
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => /auth-token|draft|last-tenant/.test(key)));
  await expect.poll(kept).toEqual([]);
  // What is behind sign-in leads to the door and, once inside, on to where one was going.
  await page.goto('/messages');
  await expect(page).toHaveURL(/\/signin\?next=%2Fmessages/);
  await page.getByLabel(say('field_email')).fill(email);
  await page.getByLabel(say('field_password'), { exact: true }).fill('not this one');
  await page.getByRole('button', { name: say('signin_button') }).click();
  await expect(page.getByRole('alert')).toContainText(say('error_invalid_credentials'));

  await page.getByRole('link', { name: say('signin_forgot') }).click();
  await page.getByLabel(say('field_email')).fill(email);
  await page.getByRole('button', { name: say('forgot_button') }).click();
  await expect(page.getByRole('heading', { name: say('mailed_title') })).toBeVisible();
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: say('mailbox_open') }).click();
  const mailbox = await opened;
  await mailbox.getByRole('link').filter({ hasText: email }).first().click();
  const link = await mailbox.locator('a[href*="/auth/v1/verify"]').getAttribute('href');
  await page.goto(link ?? '');
  await page.getByLabel(say('reset_new_password')).fill('efatra ondry fotsy');
  await page.getByRole('button', { name: say('reset_button') }).click();
  await expect(page).toHaveURL(/\/home$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Lala');

  // The same link a second time says so instead of failing silently.
  await page.goto(link ?? '');
  await expect(page.getByRole('alert')).toContainText(say('error_link_expired'));
});

test('the language changes in place and what was typed stays', async ({ page, say, language }) => {
  await page.goto('/signup');
  await page.getByLabel(say('field_company')).fill('Chez Lala');
  await page.getByLabel(say('language')).selectOption(language === 'ar' ? 'fr' : 'ar');
  await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'ltr' : 'rtl');
  await expect(page.locator('input[name="company"]')).toHaveValue('Chez Lala');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'ltr' : 'rtl');
});
