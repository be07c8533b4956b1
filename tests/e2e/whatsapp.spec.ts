// WhatsApp on the phone page of this machine: a button decides and the app tells by whom and where, why is told, a reply edits and is confirmed, a voice note
// that nobody can listen to becomes a draft by one line, and a no says why. Linking by the app's screen, photos: channels.spec.ts.
import { chatWords } from '../../functions/_shared/channels/words/chat.ts';
import { askForPost, pending } from './people.ts';
import { expect, pattern, signIn, test } from './stage.ts';

const voice = Buffer.from('OggS and a voice that nobody here can listen to');
const refusal = { fr: ['Non, trop cher', 'trop cher'], ar: ['لا، غالي جدا', 'غالي جدا'] } as const;

test('a day is run from a chat: button, why, edit, voice note, a no with its reason', async ({ page, arrange, say, language }) => {
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
  const phone = page.url();

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
  await signIn(page, person, say);
  await page.goto('/audit');
  await page.getByRole('radio', { name: say('audit_decisions'), exact: true }).check();
  const act = page.getByRole('button', { name: pattern(`${person.name} · ${say('audit_act_approval_approved')}`) });
  await expect(act).toContainText('WhatsApp');
  await page.goto(phone);

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

  // no speech model here: the note is kept, and one typed line says what it is for
  await page.locator('input[name=voice]').setInputFiles({ name: 'note.ogg', mimeType: 'audio/ogg', buffer: voice });
  await expect(chat).toContainText(chatWords[language].voiceKept, { timeout: 30_000 });
  await write.fill('samosas chauds vendredi 500 Ar');
  await write.press('Enter');
  await expect.poll(async () => (await pending(business)).length, { timeout: 60_000 }).toBe(1);
  await expect(card).toHaveCount(4, { timeout: 30_000 });
  const [words, reason] = refusal[language === 'ar' ? 'ar' : 'fr'];
  await write.fill(words);
  await write.press('Enter');
  await expect(chat.locator('li').last()).toContainText(reason, { timeout: 30_000 });
  const { data: decisions } = await business.api.from('approvals').select('state').order('created_at');
  expect(decisions?.map(({ state }) => state)).toEqual(['approved', 'approved', 'rejected']);
});
