// Deciding from a mail: it lies in the mailbox of this machine, its link opens a page without script, the page decides. Whoever only opens decides nothing.
import { test as bare } from '@playwright/test';
import { letMailsGo } from './hurry.ts';
import { pending } from './people.ts';
import { expect, pattern, test } from './stage.ts';

// the pages that mails lead to need no script
test.use({ javaScriptEnabled: false });

const request = 'promo -20 % samosas vendredi';
const robots = ['Slackbot-LinkExpanding 1.0', 'WhatsApp/2.23', 'facebookexternalhit/1.1', 'Mozilla/5.0 (compatible; Barracuda; scanner)'];

async function openMail(page: import('@playwright/test').Page, to: string): Promise<string> {
  await letMailsGo();
  const mine = page.getByRole('link').filter({ hasText: to });
  await expect(async () => {
    await page.goto('/_local/mailbox');
    await expect(mine).toHaveCount(1, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await mine.click();
  return (await page.locator('a.open').getAttribute('href')) as string;
}

test('a mail leads to a page that decides once, and robots that open every link decide nothing', async ({
  page,
  arrange,
  say,
  request: robot,
}) => {
  const { person, business } = await arrange({ posts: [request] });
  const [waiting] = await pending(business);
  const link = await openMail(page, person.email);
  for (const agent of robots) {
    const opened = await robot.get(link, { headers: { 'user-agent': agent } });
    const html = await opened.text();
    expect(opened.headers()).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
    expect(opened.headers()['x-robots-tag']).toContain('noindex');
    expect(opened.headers()['content-security-policy']).toContain("default-src 'none'");
    expect(html).not.toContain('<script');
    for (const [, address = ''] of html.matchAll(/(?:href|src|action)="([^"]+)"/g))
      await robot.get(new URL(address, link).href, { headers: { 'user-agent': agent } });
    await robot.head(link, { headers: { 'user-agent': agent } });
  }
  expect(await pending(business)).toHaveLength(1);

  await page.goto(link);
  await expect(page.getByText(waiting?.body ?? '').first()).toBeVisible();
  await page.getByRole('button', { name: say('decide_approve'), exact: true }).click();
  await expect(page.getByText(say('decide_done_approved'))).toBeVisible();
  const { data } = await business.api.from('approvals').select('state,decided_channel,decided_version').single();
  expect(data).toEqual({ state: 'approved', decided_channel: 'email', decided_version: waiting?.version });

  await page.goto(link);
  await expect(page.getByText(pattern(say('decide_already_approved')))).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
});

test('another text of the person goes out as they wrote it', async ({ page, arrange, say }) => {
  const { person, business } = await arrange({ posts: [request] });
  await page.goto(await openMail(page, person.email));
  await page.getByText(say('decide_edit'), { exact: true }).click();
  const body = page.getByLabel(say('decide_edit_body'));
  await body.fill('   ');
  await page.getByRole('button', { name: say('decide_save_and_approve') }).click();
  await expect(page.getByRole('alert')).toHaveText(say('link_edit_wrong'));
  await page.getByLabel(say('decide_edit_body')).fill('Samosas vendredi.\nMERCI');
  await page.getByRole('button', { name: say('decide_save_and_approve') }).click();
  await expect(page.getByText(say('decide_done_approved'))).toBeVisible();
  const { data } = await business.api.from('contents').select('status,body').single();
  expect(data).toEqual({ status: 'published', body: 'Samosas vendredi.\nMERCI' });
});

test('a no keeps its reason', async ({ page, arrange, say }) => {
  const { person, business } = await arrange({ posts: [request] });
  await page.goto(await openMail(page, person.email));
  await page.getByText(say('decide_reject'), { exact: true }).first().click();
  await page.getByLabel(say('decide_reject_tone')).check();
  await page.getByRole('button', { name: say('decide_reject_send'), exact: true }).click();
  await expect(page.getByText(say('decide_done_rejected'))).toBeVisible();
  const { data } = await business.api.from('approvals').select('state,decision_reason').single();
  expect(data).toEqual({ state: 'rejected', decision_reason: say('decide_reject_tone') });
});

bare('a link that is nobody’s says so', async ({ page }) => {
  const answer = await page.goto(`/d/${'x'.repeat(43)}`);
  expect(answer?.status()).toBe(404);
  expect(answer?.headers()['cache-control']).toBe('no-store');
  await expect(page.getByRole('link', { name: 'Nexio' })).toBeVisible();
  expect((await page.goto('/d/short'))?.status()).toBe(404);
});
