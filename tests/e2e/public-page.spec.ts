// The public page: a stranger without script writes, the owner's bell rings at once, and nobody else's.
import { newBusiness, newPerson } from './people.ts';
import { expect, signIn, test } from './stage.ts';

test('a message from the page becomes a lead and rings one bell only', async ({
  page,
  browser,
  baseURL,
  arrange,
  language,
  say,
  locale,
}) => {
  const { person, business } = await arrange();
  await signIn(page, person, say);
  const bell = page.getByRole('main').locator('a[href="/messages"] .badge');

  const other = await newPerson(baseURL ?? '', language);
  await newBusiness(baseURL ?? '', other, language);
  const elsewhere = await browser.newContext({ baseURL, locale, viewport: { width: 360, height: 740 } });
  const otherPage = await elsewhere.newPage();
  await signIn(otherPage, other, say);

  // A number of its own: three messages an hour from one are the limit.
  const phone = `034 ${Math.floor(1_000_000 + Math.random() * 8_999_999)}`;
  const stranger = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const form = await stranger.newPage();
  await form.goto(`/@${business.slug}`);
  await form.getByLabel(say('public_contact_name')).fill('Voahangy');
  await form.getByLabel(say('public_contact_reach')).fill('pas un contact');
  await form.getByLabel(say('public_contact_message')).fill('Combien pour 50 samosas ?');
  await form.getByRole('button', { name: say('public_contact_send') }).click();
  await expect(form.getByRole('alert')).toHaveText(say('public_contact_bad_reach'));
  await expect(form.getByLabel(say('public_contact_message'))).toHaveValue('Combien pour 50 samosas ?');
  await form.getByLabel(say('public_contact_reach')).fill(phone);
  await form.getByRole('button', { name: say('public_contact_send') }).click();
  await expect(form.getByRole('status')).toHaveText(say('public_contact_thanks'));

  await expect(bell).toHaveText('1');
  await page.goto('/messages');
  await expect(page.getByText(say('notify_lead_received', { name: 'Voahangy' }))).toBeVisible();
  await page.goto('/leads');
  await expect(page.getByRole('heading', { name: 'Voahangy' })).toBeVisible();
  await expect(page.getByText('Combien pour 50 samosas ?')).toBeVisible();
  await otherPage.goto('/messages');
  await expect(otherPage.getByText(say('messages_empty_title'))).toBeVisible();
  await stranger.close();
  await elsewhere.close();
});

test('the page counts its people, not its robots, and takes readers of letters', async ({ browser, baseURL, arrange, say }) => {
  const { person, business } = await arrange();
  const figures = async () => {
    const { data } = await business.api.from('metrics_daily').select('reach, impressions, followers').eq('platform', 'nexio_page');
    return data?.[0];
  };
  const visit = (userAgent: string) => browser.newContext({ baseURL, javaScriptEnabled: false, userAgent });
  const robot = await visit('Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)');
  await (await robot.newPage()).goto(`/@${business.slug}`);
  const reader = await visit(
    'Mozilla/5.0 (Linux; Android 14; SM-A055F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
  );
  const page = await reader.newPage();
  await page.goto(`/@${business.slug}`);
  await expect.poll(figures).toEqual({ reach: 1, impressions: 1, followers: 0 });
  await page.getByLabel(say('public_subscribe_email')).fill(`reader-${person.email}`);
  await page.getByRole('button', { name: say('public_subscribe_send') }).click();
  await expect(page.getByRole('status')).toHaveText(say('public_subscribe_thanks'));
  await expect.poll(async () => (await figures())?.followers).toBe(1);
  expect(await reader.cookies()).toEqual([]);
  await robot.close();
  await reader.close();
});

test('an unknown address says so in words', async ({ page, language }) => {
  const response = await page.goto('/@nobody-has-this-name');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
});

test('the landing page speaks the reader’s language and leads to sign-up', async ({ page, say }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('landing_hero'));
  await page
    .getByRole('link', { name: say('landing_start') })
    .first()
    .click();
  await expect(page).toHaveURL(/\/signup$/);
});
