// WhatsApp on the phone page of this machine: a code links the phone, a button decides with the person's name, a reply edits and is confirmed, why is told,
// and a photo becomes a draft.
import { askForPost, pending } from './people.ts';
import { expect, test } from './stage.ts';

const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

test('a newcomer links a phone and runs the day from it', async ({ page, arrange, language }) => {
  const { person, business } = await arrange();
  const { data: code } = await business.api.rpc('begin_channel_link', { p_channel: 'whatsapp' });
  await page.goto('/_local/phone');
  await page.locator('input[name=id]').fill(`034 ${String(1_000_000 + Math.floor(Math.random() * 8_999_999))}`);
  await page.locator('input[name=name]').fill('Hery');
  await page.locator('.new button').click();
  const chat = page.locator('.chat');
  const write = page.locator('textarea[name=text]');
  await write.fill((code as { code: string }).code);
  await write.press('Enter');
  await expect(chat).toContainText(business.name, { timeout: 30_000 });

  // an approval with picture and buttons; approved by a tap
  await askForPost(business, language, 'promo -20 % samosas vendredi');
  const card = chat.locator('li').filter({ has: page.locator('button[value=approve]') });
  await expect(card.last().locator('img')).toBeVisible({ timeout: 60_000 });
  const [waiting] = await pending(business);
  await card.last().locator('button[value=why]').click();
  await expect(chat.locator('li').last()).toContainText(waiting?.title ?? 'nothing waits', { timeout: 30_000 });
  await card.last().locator('button[value=approve]').click();
  await expect
    .poll(async () => (await business.api.from('approvals').select('state,decided_channel').single()).data, { timeout: 30_000 })
    .toEqual({ state: 'approved', decided_channel: 'whatsapp' });
  const { data: log } = await business.api.from('approval_feed').select('decided_by_name').eq('state', 'approved').single();
  expect(log).toEqual({ decided_by_name: person.name });

  // a reply with another text is an edit, shown as it would go out, and counts after a yes
  await askForPost(business, language, 'gateau au chocolat 3000 Ar lundi');
  await expect(card).toHaveCount(2, { timeout: 60_000 });
  await card.last().locator('.bubble').click();
  await write.fill('Gâteau au chocolat, 3 000 Ar, lundi ! 🍫 كعكة');
  await write.press('Enter');
  await expect(card).toHaveCount(3, { timeout: 30_000 });
  expect(await pending(business)).toHaveLength(1);
  await card.last().locator('button[value=approve]').click();
  await expect.poll(async () => (await pending(business)).length, { timeout: 30_000 }).toBe(0);
  const { data: contents } = await business.api.from('contents').select('body').order('created_at', { ascending: false }).limit(1).single();
  expect(contents).toEqual({ body: 'Gâteau au chocolat, 3 000 Ar, lundi ! 🍫 كعكة' });

  // a photo with a line becomes a draft that waits
  await write.fill('Nos samosas du vendredi, 500 Ar');
  await page.locator('input[name=photo]').setInputFiles({ name: 'samosas.png', mimeType: 'image/png', buffer: photo });
  await expect.poll(async () => (await pending(business)).length, { timeout: 60_000 }).toBe(1);
});
