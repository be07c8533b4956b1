// A mandate on screen: the owner gives it with the second factor, a raise inside it is made without asking, one beyond it asks, and once it is taken back every raise asks.
import { Secret, TOTP } from 'otpauth';
import { optimiseAds, reportCampaigns } from './hurry.ts';
import { expect, signIn, test } from './stage.ts';

test('a mandate is given at aal2, used, passed and taken back', async ({ page, arrange, say, language }) => {
  test.slow();
  const { person, business } = await arrange();
  const { error } = await business.api.rpc('start_trial', { p_tenant_id: business.id, p_plan_key: 'pro' });
  expect(error).toBeNull();
  await reportCampaigns(business.id);
  const digits = (value: number) => new Intl.NumberFormat(language === 'ar' ? 'ar-EG' : language).format(value);
  /** names of the campaigns whose raise waits for a person */
  const asked = async () => {
    const { data } = await business.api.from('approval_feed').select('subject').eq('state', 'pending').eq('gate', 'money');
    return (data ?? []).map(({ subject }) => (JSON.stringify(subject).includes('Tana') ? 'Tana' : 'Nosy')).toSorted();
  };

  await signIn(page, person, say);
  await page.goto('/settings/autonomy');
  const mandates = page.getByRole('region', { name: say('mandate_title') });
  await mandates.getByRole('button', { name: say('mandate_give') }).click();
  const sheet = page.getByRole('dialog').filter({ has: page.getByRole('checkbox') });
  await sheet.getByRole('button', { name: say('mandate_give') }).click();
  await expect(sheet.getByRole('alert')).toHaveText(say('mandate_choose_one'));
  await sheet.getByRole('checkbox', { name: /Tana/ }).check();
  await sheet.getByRole('checkbox', { name: /Nosy/ }).check();
  await sheet.getByLabel(say('mandate_daily', { currency: 'USD' })).fill('45');
  await sheet.getByLabel(say('mandate_total', { currency: 'USD' })).fill('900');
  await page.screenshot({ path: `test-results/screens/mandate-sheet-${language}.png` });
  await sheet.getByRole('button', { name: say('mandate_give') }).click();

  // the second factor is asked, and set up on the way by who has none
  const factor = page.getByRole('dialog').filter({ has: page.getByLabel(say('factor_code')) });
  const secret = (await factor.locator('.secret').innerText()).replaceAll(/\s/g, '');
  await factor.getByLabel(say('factor_code')).fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await factor.getByRole('button', { name: say('factor_confirm') }).click();
  await page.getByRole('button', { name: say('recovery_kept') }).click();
  await expect(page.getByText(say('mandate_given_toast'))).toBeVisible();
  await expect(mandates.getByRole('button', { name: say('mandate_revoke') })).toBeVisible();
  await expect(mandates.getByRole('listitem')).toHaveText(['Nosy', 'Tana']);
  await page.screenshot({ path: `test-results/screens/mandates-${language}.png`, fullPage: true });

  // 10 to 12 fits under 45 with the 30 of the other; 30 to 36 does not
  await optimiseAds(business.id);
  await expect.poll(asked, { timeout: 60_000 }).toEqual(['Nosy']);
  const used = async () =>
    (await business.api.from('events').select('data').eq('kind', 'mandate.used')).data?.map(({ data }) => data.to_micros as number);
  await expect.poll(used).toEqual([12_000_000]);
  await page.goto('/decide');
  await expect(page.getByText(say('decide_budget_change', { campaign: 'Nosy', before: digits(30), after: digits(36) }))).toBeVisible();
  await page.screenshot({ path: `test-results/screens/raise-asked-${language}.png`, fullPage: true });

  await page.goto('/settings/autonomy');
  await mandates.getByRole('button', { name: say('mandate_revoke') }).click();
  await expect(page.getByText(say('mandate_revoked_toast'))).toBeVisible();
  await expect(mandates.getByRole('listitem')).toHaveCount(0);
  await optimiseAds(business.id);
  await expect.poll(asked, { timeout: 60_000 }).toEqual(['Nosy', 'Nosy', 'Tana']);
  expect(await used()).toEqual([12_000_000]);
});
