// Outside clients: a link is made, opened by somebody without an account in their language, decides in their name, and is taken back.
import { letLinksExpire } from './hurry.ts';
import { pending } from './people.ts';
import { expect, signIn, test } from './stage.ts';
import { words } from './words.ts';

const requests = ['promo -20 % samosas vendredi', 'gateau au chocolat 3000 Ar lundi'];

test('a client approves by a link in their language, and the business sees their name', async ({
  page,
  browser,
  baseURL,
  arrange,
  say,
  language,
}) => {
  const { person, business } = await arrange({ posts: requests });
  await signIn(page, person, say);
  await page.goto('/settings/client-links');
  await expect(page.getByText(say('clients_empty_title'))).toBeVisible();
  await page.getByRole('button', { name: say('clients_new') }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: say('clients_make') }).click();
  await expect(sheet.getByText(say('clients_name_missing'))).toBeVisible();
  await sheet.getByLabel(say('clients_name')).fill('Hôtel Ivato');
  // the client speaks another language than the business
  const theirs = language === 'fr' ? 'ar' : 'mg';
  await sheet.getByLabel(say('clients_language')).selectOption(theirs);
  await sheet.getByRole('button', { name: say('clients_make') }).click();
  const url = await page.getByRole('textbox', { name: say('clients_link'), exact: true }).inputValue();
  expect(new URL(url).origin).toBe(baseURL);
  await page.screenshot({ path: `test-results/screens/client-link-made-${language}.png` });

  const hear = words(theirs);
  const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  const client = await phone.newPage();
  // robots that open every link decide nothing
  for (let i = 0; i < 3; i++) expect((await phone.request.get(url)).status()).toBe(200);
  const opened = await client.goto(url);
  expect(opened?.headers()).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  expect(opened?.headers()['content-security-policy']).toContain("default-src 'none'");
  expect(await opened?.text()).not.toContain('<script');
  await expect(client.locator('html')).toHaveAttribute('lang', theirs);
  await expect(client.locator('html')).toHaveAttribute('dir', theirs === 'ar' ? 'rtl' : 'ltr');
  await expect(client.getByRole('heading', { level: 1 })).toHaveText(business.name);
  await expect(client.getByRole('article')).toHaveCount(2);
  const picture = client.getByRole('article').first().getByRole('img');
  expect((await phone.request.get(new URL((await picture.getAttribute('src'))!, url).href)).headers()['content-type']).toMatch(/^image\//);
  await client.screenshot({ path: `test-results/screens/client-page-${language}.png`, fullPage: true });
  expect(await pending(business)).toHaveLength(2);

  await client
    .getByRole('button', { name: hear('client_page_approve'), exact: true })
    .first()
    .click();
  await expect(client.getByRole('status')).toHaveText(hear('client_page_approved'));
  await expect(client.getByRole('article')).toHaveCount(1);
  await client.getByText(hear('client_page_change')).click();
  // a no says why
  await client.getByLabel(hear('client_page_reason')).fill('   ');
  await client.getByRole('button', { name: hear('client_page_send_change') }).click();
  await expect(client.getByRole('status')).toHaveText(hear('client_page_no_reason'));
  expect(await pending(business)).toHaveLength(1);
  await client.getByText(hear('client_page_change')).click();
  await client.getByLabel(hear('client_page_reason')).fill('Moins fort');
  await client.getByRole('button', { name: hear('client_page_send_change') }).click();
  await expect(client.getByRole('status')).toHaveText(hear('client_page_change_sent'));
  await expect(client.getByText(hear('client_page_nothing'))).toBeVisible();

  const { data } = await business.api
    .from('approval_feed')
    .select('state,decided_channel,decided_by_name,decision_reason')
    .order('decided_at', { ascending: true });
  expect(data).toEqual([
    { state: 'approved', decided_channel: 'client_link', decided_by_name: 'Hôtel Ivato', decision_reason: null },
    { state: 'rejected', decided_channel: 'client_link', decided_by_name: 'Hôtel Ivato', decision_reason: 'Moins fort' },
  ]);
  await page.goto('/messages');
  await expect(page.getByText('Hôtel Ivato').first()).toBeVisible();

  await page.goto('/settings/client-links');
  await page.screenshot({ path: `test-results/screens/client-links-${language}.png`, fullPage: true });
  await page.getByRole('button', { name: say('clients_revoke') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('clients_revoke') })
    .click();
  await expect(page.getByText(say('clients_empty_title'))).toBeVisible();
  await client.goto(url);
  await expect(client.getByText(hear('client_page_revoked', { business: business.name }))).toBeVisible();
  await expect(client.getByRole('button')).toHaveCount(0);
  await client.screenshot({ path: `test-results/screens/client-revoked-${language}.png` });
  await phone.close();
});

test('a link is good for thirty days, for its own work, and with changed words only where it says so', async ({
  browser,
  baseURL,
  arrange,
  language,
}) => {
  const { business } = await arrange({ posts: requests });
  const [first] = await pending(business);
  const { data: approval } = await business.api.from('approvals').select('run_id').eq('id', first?.id).single();
  const make = async (args: object) => {
    const { data, error } = await business.api.rpc('make_client_link', { p_tenant_id: business.id, p_language: language, ...args });
    expect(error).toBeNull();
    return `/c/${(data as { token: string }).token}`;
  };
  const ofOneRun = await make({ p_name: 'Hôtel Ivato', p_run_id: approval?.run_id, p_may_edit: true });
  const hear = words(language);
  const phone = await browser.newContext({ baseURL: baseURL ?? '', viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  const client = await phone.newPage();
  await client.goto(ofOneRun);
  await expect(client.getByRole('article')).toHaveCount(1);
  await client.getByText(hear('client_page_edit')).click();
  await client.getByLabel(hear('client_page_words')).fill('Samosas vendredi 🥟 عرض');
  await client.screenshot({ path: `test-results/screens/client-edit-${language}.png`, fullPage: true });
  await client.getByRole('button', { name: hear('client_page_approve_edited') }).click();
  await expect(client.getByRole('status')).toHaveText(hear('client_page_approved'));
  const { data: content } = await business.api.from('contents').select('status,body').eq('body', 'Samosas vendredi 🥟 عرض').single();
  expect(content?.status).toBe('published');

  const plain = await make({ p_name: 'Hôtel Ivato' });
  await client.goto(plain);
  await expect(client.getByRole('article')).toHaveCount(1);
  await expect(client.getByText(hear('client_page_edit'))).toHaveCount(0);
  // the page stays open while its thirty days end: the button decides nothing
  await letLinksExpire(business.id);
  await client.getByRole('button', { name: hear('client_page_approve'), exact: true }).click();
  await expect(client.getByText(hear('client_page_expired', { business: business.name }))).toBeVisible();
  await expect(client.getByRole('button')).toHaveCount(0);
  await client.screenshot({ path: `test-results/screens/client-expired-${language}.png` });
  expect(await pending(business)).toHaveLength(1);
  await phone.close();
});

test('a token that is none leads nowhere', async ({ page }) => {
  expect((await page.goto(`/c/${'0'.repeat(32)}`))!.status()).toBe(404);
  expect((await page.goto('/c/x'))!.status()).toBe(404);
});
