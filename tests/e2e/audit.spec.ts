// The audit: an act with its story as it was, the export, two runs beside each other. One's own data: exported whole, erased for good.
import { readFile } from 'node:fs/promises';
import { askForPost, decideElsewhere, newPerson, password, pending } from './people.ts';
import { makeOperator, sealTheLog } from './hurry.ts';
import { expect, pattern, signIn, test } from './stage.ts';

const request = 'promo -20 % samosas vendredi';

test('a decision is found in the audit with name, channel, version and what led to it', async ({ page, arrange, say }) => {
  const { person, business } = await arrange({ posts: [request] });
  const [waiting] = await pending(business);
  if (!waiting) throw new Error('nothing waits');
  await decideElsewhere(business, waiting, 'approve');
  await signIn(page, person, say);
  await page.goto('/all');
  await page
    .getByRole('link', { name: pattern(say('nav_audit')) })
    .first()
    .click();
  await page.getByRole('radio', { name: say('audit_decisions'), exact: true }).check();
  const row = page.getByRole('button', { name: pattern(`${person.name} · ${say('audit_act_approval_approved')}`) });
  await expect(row).toContainText(say('audit_channel_app'));
  await row.click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText(waiting.body.split('\n')[0] ?? '').first()).toBeVisible();
  await expect(sheet.getByText(say('audit_text_same'))).toBeVisible();
  await expect(sheet.getByRole('heading', { name: say('audit_review') })).toBeVisible();
  await expect(sheet.getByText(request).first()).toBeVisible();
  // sealed within a minute; which batch, and the hash that others can check
  await sealTheLog();
  await page.keyboard.press('Escape');
  await row.click();
  await expect(sheet.getByText(pattern(say('audit_sealed')))).toBeVisible();
  await expect(sheet.locator('code')).toHaveText(/^[0-9a-f]{64}$/);
});

test('the audit leaves as CSV and as JSON, every act once', async ({ page, arrange, say }) => {
  const { person, business } = await arrange({ posts: [request] });
  const { count } = await business.api.from('events').select('*', { count: 'exact', head: true });
  await signIn(page, person, say);
  await page.goto('/audit');
  await page.getByRole('radio', { name: say('audit_all'), exact: true }).check();
  const save = async (format: string) => {
    await page
      .getByRole('button', { name: say('audit_export'), exact: true })
      .first()
      .click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('radio', { name: say(format) }).check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      sheet.getByRole('button', { name: say('audit_export'), exact: true }).click(),
    ]);
    await expect(sheet.getByText(pattern(say('audit_export_done')))).toBeVisible();
    const text = await readFile(await download.path(), 'utf8');
    await page.keyboard.press('Escape');
    return text;
  };
  const acts = JSON.parse(await save('audit_export_json')) as { id: number }[];
  expect(acts.length).toBeGreaterThanOrEqual(count ?? 0);
  expect(new Set(acts.map(({ id }) => id)).size).toBe(acts.length);
  expect(await save('audit_export_csv')).toContain('id,at,kind,actor_kind,actor');
});

test('two runs stand beside each other with their texts', async ({ page, arrange, say, language }) => {
  const { person, business } = await arrange({ posts: [request] });
  await askForPost(business, language, 'gateau au chocolat 3000 Ar lundi');
  await expect.poll(async () => (await pending(business)).length, { timeout: 60_000 }).toBe(2);
  const { data } = await business.api.from('chain_runs').select('id').order('created_at');
  await signIn(page, person, say);
  await page.goto('/audit/compare');
  await expect(page.getByText(say('audit_compare_choose'))).toBeVisible();
  await page.goto(`/audit/compare?a=${data?.[0]?.id}&b=${data?.[1]?.id}`);
  await expect(page.getByRole('rowheader', { name: say('audit_compare_cost') })).toBeVisible();
  await expect(page.locator('ins').first()).toBeVisible();
});

test('one takes one’s data along, closes the business and is erased', async ({ page, arrange, say }) => {
  const { person, business } = await arrange();
  await signIn(page, person, say);
  await page.goto('/settings/privacy');
  const agree = page.getByRole('switch', { name: pattern(say('privacy_programme')) });
  await agree.click();
  await expect(page.getByText(pattern(say('privacy_since')))).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: say('privacy_export'), exact: true }).click(),
  ]);
  await expect(page.getByText(pattern(say('privacy_export_done')))).toBeVisible();
  const mine = JSON.parse(await readFile(await download.path(), 'utf8')) as Record<string, Record<string, unknown>[]>;
  expect(mine.account?.[0]).toMatchObject({ email: person.email });
  expect(mine.consents?.[0]).toMatchObject({ purpose: 'programme_reporting' });

  const erase = async () => {
    await page.getByRole('button', { name: say('privacy_erase'), exact: true }).click();
    const sheet = page.getByRole('dialog');
    const now = sheet.getByRole('button', { name: say('privacy_erase_now') });
    await expect(now).toBeDisabled();
    await sheet.getByRole('textbox').fill(person.email);
    await now.click();
  };
  await erase();
  // the last owner sees to the business first
  await page.getByLabel(say('privacy_close_confirm', { name: business.name })).fill(business.name);
  await page.getByRole('button', { name: say('privacy_close', { name: business.name }) }).click();
  await expect(page.getByText(say('privacy_closed', { name: business.name }))).toBeVisible();
  await erase();
  await expect(page).toHaveURL(/signin/);
  const gone = await page.request.get(`/@${business.slug}`);
  expect(gone.status()).toBe(404);
});

test('an outside client is erased at their wish; what they had is shut', async ({ page, arrange, say }) => {
  const { person, business } = await arrange();
  const { data, error } = await business.api.rpc('make_client_link', { p_tenant_id: business.id, p_name: 'Hanta Rabe', p_language: 'fr' });
  expect(error).toBeNull();
  await signIn(page, person, say);
  await page.goto('/settings/client-links');
  const card = page.getByRole('region', { name: 'Hanta Rabe' });
  await card.getByRole('button', { name: say('privacy_erase_data') }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText(say('privacy_erase_client_text'))).toBeVisible();
  await sheet.getByRole('button', { name: say('privacy_erase_now') }).click();
  await expect(page.getByText(say('privacy_person_erased'))).toBeVisible();
  await expect(card).toHaveCount(0);
  await page.goto(`/c/${(data as { token: string }).token}`);
  await expect(page.getByText('Hanta Rabe')).toHaveCount(0);
});

test('who reads for a programme sees sums of those who agreed, and needs no business', async ({ page, baseURL, say, language }) => {
  const reader = await newPerson(baseURL ?? '', language);
  await makeOperator(reader.email);
  await page.goto('/signin');
  await page.getByLabel(say('field_email')).fill(reader.email);
  await page.getByLabel(say('field_password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: say('signin_button') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('programme_title') })).toBeVisible();
  await expect(page.getByText('Inclusion numérique')).toBeVisible();
  const figure = page.locator('dl div').filter({ hasText: say('programme_members') });
  await expect(figure.getByRole('definition')).toHaveText(/^[5٥]$/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: say('audit_export_csv') }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toBe('country,members,active,published,leads\r\nMG,5,0,0,0\r\n');
});
