// A sentence becomes a post that agents wrote and argued about, and stands on the public page after a tap.
import { expect, signIn, test } from './stage.ts';

test('a sentence becomes a post on the public page', async ({ page, arrange, say, browser, baseURL }) => {
  const { person, business } = await arrange();
  await signIn(page, person, say);

  await page.getByRole('link', { name: say('home_first_post_button') }).click();
  await page.getByLabel(say('new_request_label')).fill('promo -20 % samosas vendredi, 400 Ar');
  await page.getByRole('radio', { name: say('platform_nexio_page') }).check();
  await page.getByRole('button', { name: say('new_submit') }).click();

  await expect(page).toHaveURL(/\/runs\/[0-9a-f-]{36}$/);
  const conversation = page.getByRole('list', { name: say('run_conversation') });
  await expect(conversation.getByText('promo -20 % samosas vendredi, 400 Ar')).toBeVisible();
  // Leaving and coming back loses nothing: all of it is read from the database.
  await page.getByRole('link', { name: say('nav_home'), exact: true }).click();
  await page.goBack();
  await expect(conversation.getByText(say('run_line_ready'))).toBeVisible({ timeout: 60_000 });
  await expect(conversation.getByText(say('run_house_model')).first()).toBeVisible();

  await page.getByRole('link', { name: say('run_decide') }).click();
  const card = page.getByRole('article');
  await expect(card.getByText(/20/).first()).toBeVisible();
  await expect(card.getByRole('img').last()).toBeVisible();
  const [firstLine = ''] = (await card.locator('.body').innerText()).trim().split('\n');
  await page.getByRole('button', { name: say('decide_approve'), exact: true }).click();
  await expect(page.getByText(say('decide_done_approved'))).toBeVisible();
  await expect(page.getByText(say('decide_empty_title'))).toBeVisible();

  // Anybody reads it, without script.
  const anybody = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const publicPage = await anybody.newPage();
  await publicPage.goto(`/@${business.slug}`);
  await expect(publicPage.getByRole('heading', { level: 1 })).toHaveText(business.name);
  await expect(publicPage.getByText(firstLine)).toBeVisible();
  const picture = publicPage.getByRole('article').getByRole('img');
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100);
  await anybody.close();
});

test('the live run names its steps, their agents and what they cost', async ({ page, arrange, say }) => {
  const { person } = await arrange({ posts: ['promo -20 % samosas vendredi'] });
  await signIn(page, person, say);
  await page.goto('/runs');
  await page.getByRole('link', { name: /samosas/ }).click();
  const steps = page.getByRole('region', { name: say('run_steps') });
  for (const step of [
    'step_text',
    'step_hashtags_and_call_to_action',
    'step_visual',
    'step_quality_review',
    'step_quality_gate',
    'step_your_approval',
  ])
    await expect(
      steps
        .getByRole('listitem')
        .filter({ hasText: say(step) })
        .first(),
    ).toBeVisible();
  await steps
    .getByRole('listitem')
    .filter({ hasText: say('step_text') })
    .first()
    .locator('summary')
    .click();
  await expect(page.getByText(say('run_detail_spent')).first()).toBeVisible();
  await expect(page.getByText(say('agent_content_writer')).first()).toBeVisible();
});

test('a request made offline leaves when the network is back', async ({ page, context, arrange, say }) => {
  const { person } = await arrange();
  await signIn(page, person, say);
  await page
    .getByRole('navigation')
    .getByRole('link', { name: say('nav_new'), exact: true })
    .click();
  await page.getByLabel(say('new_request_label')).fill('Ouvert dimanche de 8 h à midi');
  await context.setOffline(true);
  await page.getByRole('button', { name: say('new_submit') }).click();
  await expect(page.getByText(say('new_queued_title'), { exact: true })).toBeVisible();
  await context.setOffline(false);
  await page
    .getByRole('navigation')
    .getByRole('link', { name: say('nav_all'), exact: true })
    .click();
  await page.getByRole('main').locator('a[href="/runs"]').click();
  await expect(page.getByRole('link', { name: /Ouvert dimanche/ })).toBeVisible({ timeout: 30_000 });
});

test('a sentence that is being written survives a reload', async ({ page, arrange, say }) => {
  const { person } = await arrange();
  await signIn(page, person, say);
  await page.goto('/new');
  await page.getByLabel(say('new_request_label')).fill('Dégustation samedi');
  await page.reload();
  await expect(page.getByLabel(say('new_request_label'))).toHaveValue('Dégustation samedi');
});

test('without a brand the way to it is shown', async ({ page, arrange, say }) => {
  const { person } = await arrange({ brand: false });
  await signIn(page, person, say);
  await expect(page.getByText(say('home_brand_missing_title'))).toBeVisible();
  await page.goto('/new');
  await page.getByLabel(say('new_request_label')).fill('promo samosas');
  await page.getByRole('button', { name: say('new_submit') }).click();
  await expect(page.getByRole('alert').getByRole('link', { name: say('home_brand_missing_button') })).toBeInViewport();
});
