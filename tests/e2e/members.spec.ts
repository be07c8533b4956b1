// People of a business: one is invited by mail, opens an account and joins, gets another role, is given the business, and the one who gave it is taken out.
import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { newPerson, password } from './people.ts';
import { expect, pattern, signIn, test } from './stage.ts';
import type { words } from './words.ts';

type Say = ReturnType<typeof words>;

/** The mail to this address in the mailbox of the machine: its words and where its button leads. */
async function readMail(page: Page, to: string): Promise<{ text: string; link: string }> {
  const mine = page.getByRole('link').filter({ hasText: to });
  await expect(async () => {
    await page.goto('/_local/mailbox');
    await expect(mine).toHaveCount(1, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await mine.click();
  return { text: await page.locator('body').innerText(), link: (await page.locator('a.open').getAttribute('href')) ?? '' };
}

async function invite(page: Page, say: Say, email: string, role: string): Promise<void> {
  await page.getByRole('button', { name: say('people_invite'), exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel(say('field_email'), { exact: true }).fill(email);
  await sheet.getByLabel(say('people_role')).selectOption(role);
  await sheet.getByRole('button', { name: say('people_invite_send') }).click();
  await expect(page.getByText(say('people_invite_sent', { email }))).toBeVisible();
}

test('somebody is invited by mail, joins, is given the business and takes it from there', async ({
  page,
  browser,
  arrange,
  say,
  language,
  baseURL,
}) => {
  test.slow();
  const { person, business } = await arrange();
  const email = `rado-${business.id}@example.test`;
  await signIn(page, person, say);
  await page.goto('/settings/people');
  await expect(page.getByText(say('people_alone_title'))).toBeVisible();
  await invite(page, say, email, 'staff');
  await expect(page.getByRole('region', { name: say('people_invited') })).toContainText(email);

  // the one who is invited has another phone and no account
  const theirs = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: language === 'ar' ? 'ar-EG' : 'fr-FR',
    timezoneId: 'Indian/Antananarivo',
    baseURL: baseURL ?? '',
  });
  const phone = await theirs.newPage();
  const { text, link } = await readMail(phone, email);
  expect(text).toContain(business.name);
  expect(text).toContain(person.name);
  expect(new URL(link).pathname).toMatch(/^\/join\/[\w-]{43}$/);
  await phone.goto(link);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(say('join_heading', { business: business.name }));
  await phone.screenshot({ path: `test-results/screens/join-${language}.png` });
  await phone.getByRole('link', { name: say('join_signup') }).click();
  await expect(phone.getByLabel(say('field_email'))).toHaveValue(email);
  await expect(phone.getByLabel(say('field_company'))).toBeHidden();
  await phone.getByLabel(say('field_first_name')).fill('Rado');
  await phone.getByLabel(say('field_password'), { exact: true }).fill(password);
  await phone.getByRole('button', { name: say('signup_button') }).click();
  await phone.getByRole('button', { name: say('join_accept') }).click();
  await expect(phone.getByRole('heading', { level: 1, name: pattern(say('home_greeting')) })).toBeVisible();
  await phone.goto('/settings/people');
  await expect(phone.getByRole('listitem').filter({ hasText: 'Rado' })).toContainText(say('role_staff'));
  await expect(phone.getByRole('button', { name: say('people_invite') })).toBeHidden();
  // the link is used
  await phone.goto(link);
  await expect(phone.getByText(say('join_unknown_title'))).toBeVisible();

  // the owner sees them come, gives another role, then the business: with the second factor
  const row = page.getByRole('listitem').filter({ hasText: 'Rado' });
  await expect(row).toContainText(say('role_staff'));
  const sheet = page.getByRole('dialog');
  await row.getByRole('button', { name: say('people_change') }).click();
  await sheet.getByLabel(say('people_role')).selectOption('admin');
  await page.screenshot({ path: `test-results/screens/person-sheet-${language}.png` });
  await sheet.getByRole('button', { name: say('people_save') }).click();
  await expect(row).toContainText(say('role_admin'));
  await page.screenshot({ path: `test-results/screens/people-${language}.png`, fullPage: true });
  await row.getByRole('button', { name: say('people_change') }).click();
  await sheet.getByRole('button', { name: say('people_hand_over') }).click();
  await expect(sheet.getByText(say('people_hand_over_ask', { name: 'Rado' }))).toBeVisible();
  await sheet.getByRole('button', { name: say('people_hand_over') }).click();
  const factor = page.getByRole('dialog').filter({ has: page.getByLabel(say('factor_code')) });
  const secret = (await factor.locator('.secret').innerText()).replaceAll(/\s/g, '');
  await factor.getByLabel(say('factor_code')).fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await factor.getByRole('button', { name: say('factor_confirm') }).click();
  await page.getByRole('button', { name: say('recovery_kept') }).click();
  await expect(row).toContainText(say('role_owner'));
  await expect(page.getByRole('listitem').filter({ hasText: person.email })).toContainText(say('role_admin'));
  const { data } = await business.api
    .from('events')
    .select('kind,data')
    .in('kind', ['member.invited', 'member.added', 'member.role_set'])
    .order('id');
  expect(data?.map(({ kind, data: { role, to } }) => [kind, role ?? to])).toEqual([
    ['member.invited', 'staff'],
    ['member.added', 'staff'],
    ['member.role_set', 'admin'],
    ['member.role_set', 'owner'],
    ['member.role_set', 'admin'],
  ]);

  // the new owner takes the old one out, who sees nothing any more
  await phone.goto('/settings/people');
  const old = phone.getByRole('listitem').filter({ hasText: person.email });
  await old.getByRole('button', { name: say('people_change') }).click();
  await phone
    .getByRole('dialog')
    .getByRole('button', { name: say('people_remove') })
    .click();
  await phone
    .getByRole('dialog')
    .getByRole('button', { name: say('people_remove') })
    .click();
  await expect(phone.getByText(say('people_removed', { name: person.name }))).toBeVisible();
  await expect(old).toBeHidden();
  // the last owner stays
  await phone.getByRole('button', { name: say('people_leave') }).click();
  await phone
    .getByRole('dialog')
    .getByRole('button', { name: say('people_leave') })
    .click();
  await expect(phone.getByText(say('error_last_owner'))).toBeVisible();
  await expect(page).toHaveURL(/\/welcome/);
  expect((await business.api.from('approval_feed').select('id')).data).toEqual([]);
  await theirs.close();
});

test('an invitation is taken back, and a forwarded one lets nobody else in', async ({ page, arrange, say, language, baseURL }) => {
  const { person, business } = await arrange();
  const guest = await newPerson(baseURL ?? '', language);
  const other = await newPerson(baseURL ?? '', language);
  await signIn(page, person, say);
  await page.goto('/settings/people');
  await invite(page, say, guest.email, 'external');
  await expect(page.getByText(say('people_mail_sent'))).toBeVisible({ timeout: 30_000 });
  await page.screenshot({ path: `test-results/screens/people-invited-${language}.png`, fullPage: true });
  const { link } = await readMail(page, guest.email);

  await page.goto('/settings');
  await page.getByRole('button', { name: say('settings_sign_out') }).click();
  await expect(page).toHaveURL(/\/signin/);
  // another account: the page says whose it is and the verb refuses too
  await page.goto(link);
  await page.getByRole('link', { name: say('join_signin') }).click();
  await page.getByLabel(say('field_email')).fill(other.email);
  await page.getByLabel(say('field_password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: say('signin_button') }).click();
  await expect(page.getByText(say('join_other', { email: other.email }))).toBeVisible();
  await page.screenshot({ path: `test-results/screens/join-other-${language}.png` });
  await expect(page.getByRole('button', { name: say('join_accept') })).toBeHidden();
  await page.getByRole('button', { name: say('join_switch') }).click();
  await page.getByRole('link', { name: say('join_signin') }).click();
  await page.getByLabel(say('field_email')).fill(guest.email);
  await page.getByLabel(say('field_password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: say('signin_button') }).click();
  await expect(page.getByRole('button', { name: say('join_accept') })).toBeVisible();

  // taken back just before the tap
  const { data } = await business.api.from('invitations').select('id').single();
  await business.api.rpc('revoke_invitation', { p_tenant_id: business.id, p_invitation_id: data?.id });
  await page.getByRole('button', { name: say('join_accept') }).click();
  await expect(page.getByText(say('error_invitation_unknown'))).toBeVisible();
  await page.goto(link);
  await expect(page.getByText(say('join_unknown_title'))).toBeVisible();
});
