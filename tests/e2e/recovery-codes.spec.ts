// The second factor from set-up to a lost phone: ten codes are shown once and kept, one of them takes the lost authenticator off, and none works twice.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { expect, pattern, signIn, test } from './stage.ts';
import type { words } from './words.ts';

type Say = ReturnType<typeof words>;

/** Sets the authenticator up on the open sheet and answers the ten codes that are shown then. */
async function setUp(sheet: Locator, say: Say): Promise<string[]> {
  const secret = (await sheet.locator('.secret').innerText()).replaceAll(/\s/g, '');
  await sheet.getByLabel(say('factor_code')).fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await sheet.getByRole('button', { name: say('factor_confirm') }).click();
  await expect(sheet.getByRole('heading', { name: say('recovery_title') })).toBeVisible();
  return sheet.getByRole('listitem').allInnerTexts();
}

async function useCode(sheet: Locator, say: Say, code: string): Promise<void> {
  await sheet.getByLabel(say('recovery_code')).fill(code);
  await sheet.getByRole('button', { name: say('recovery_use') }).click();
}

async function openLost(page: Page, sheet: Locator, say: Say): Promise<void> {
  await page.getByRole('button', { name: say('factor_remove') }).click();
  await sheet.getByRole('button', { name: say('recovery_lost') }).click();
}

test('a lost authenticator is replaced with a recovery code, once', async ({ page, context, arrange, say, language, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: baseURL ?? '' });
  const { person } = await arrange();
  await signIn(page, person, say);
  await page.goto('/settings');
  const sheet = page.getByRole('dialog');
  await page.getByRole('button', { name: say('factor_set_up') }).click();
  const codes = await setUp(sheet, say);
  expect(new Set(codes).size).toBe(10);
  await page.screenshot({ path: `test-results/screens/recovery-codes-${language}.png` });

  // three ways to keep them
  await sheet.getByRole('button', { name: say('recovery_copy') }).click();
  await expect(page.getByText(say('recovery_copied'))).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codes.join('\n'));
  const [file] = await Promise.all([page.waitForEvent('download'), sheet.getByRole('link', { name: say('recovery_download') }).click()]);
  expect(file.suggestedFilename()).toBe('nexio-recovery-codes.txt');
  const kept = await readFile(await file.path(), 'utf8');
  for (const code of codes) expect(kept).toContain(code);
  await page.evaluate(() => (window.print = () => document.documentElement.setAttribute('data-printed', 'yes')));
  await sheet.getByRole('button', { name: say('recovery_print') }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
  await page.emulateMedia({ media: 'print' });
  await expect(sheet.getByRole('listitem').first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await sheet.getByRole('button', { name: say('recovery_kept') }).click();
  await expect(page.getByText(pattern(say('recovery_left')))).toContainText('10');

  // the phone is lost: another one signs in with the password and has no authenticator
  await page.getByRole('button', { name: say('settings_sign_out') }).click();
  await expect(page).toHaveURL(/\/signin/);
  await signIn(page, person, say);
  await page.goto('/settings');
  await openLost(page, sheet, say);
  await useCode(sheet, say, 'BCDF-GHJK-LMNP');
  await expect(sheet.getByText(say('error_recovery_code_wrong'))).toBeVisible();
  await page.screenshot({ path: `test-results/screens/recovery-lost-${language}.png` });
  const [used = '', other = ''] = codes;
  // however it is typed
  await useCode(sheet, say, used.toLowerCase().replaceAll('-', ' '));
  await expect(sheet.getByRole('heading', { name: say('factor_set_up') })).toBeVisible();
  const fresh = await setUp(sheet, say);
  expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
  await sheet.getByRole('button', { name: say('recovery_kept') }).click();

  // neither the used code nor its nine companions open anything now; a new one does
  await page.getByRole('button', { name: say('settings_sign_out') }).click();
  await expect(page).toHaveURL(/\/signin/);
  await signIn(page, person, say);
  await page.goto('/settings');
  await openLost(page, sheet, say);
  for (const old of [used, other]) {
    await useCode(sheet, say, old);
    await expect(sheet.getByText(say('error_recovery_code_wrong'))).toBeVisible();
  }
  await useCode(sheet, say, fresh[0] ?? '');
  await expect(sheet.getByRole('heading', { name: say('factor_set_up') })).toBeVisible();
});
