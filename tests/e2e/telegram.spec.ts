// Telegram on the phone page of this machine: a code links the chat, a button decides, and then the buttons are gone.
import { askForPost, decideElsewhere, pending } from './people.ts';
import { expect, test } from './stage.ts';

test('a linked Telegram chat is shown what waits, a button decides it, and no button stays', async ({ page, arrange, language }) => {
  const { business } = await arrange();
  const { data: code } = await business.api.rpc('begin_channel_link', { p_channel: 'telegram' });
  const chat = String(600_000 + Math.floor(Math.random() * 1_000_000_000));
  await page.goto('/_local/phone');
  await page.request.post('/_local/phone/open', { form: { channel: 'telegram', id: chat, name: 'Hery' } });
  const address = `/_local/phone/telegram/${chat}`;
  const say = async (text: string) => void (await page.request.post(address, { form: { text } }));
  await say(`/start ${(code as { code: string }).code}`);
  await expect
    .poll(async () => (await business.api.from('channel_links').select('channel,address')).data)
    .toEqual([{ channel: 'telegram', address: chat }]);

  await askForPost(business, language, 'promo -20 % samosas vendredi');
  const button = page.locator('button[name=button][value=approve]');
  const wait = async (count: number) =>
    expect(async () => {
      await page.goto(address);
      await expect(button).toHaveCount(count, { timeout: 1000 });
    }).toPass({ timeout: 60_000 });
  await wait(1);
  const [waiting] = await pending(business);
  await expect(page.getByText((waiting?.body ?? '').slice(0, 40)).first()).toBeVisible();
  await button.click();
  await expect
    .poll(async () => (await business.api.from('approvals').select('state,decided_channel').single()).data)
    .toEqual({
      state: 'approved',
      decided_channel: 'telegram',
    });
  await wait(0);

  // decided in the app: this chat loses its buttons too
  await askForPost(business, language, 'gateau au chocolat 3000 Ar lundi');
  await wait(1);
  const [second] = await pending(business);
  if (!second) throw new Error('nothing waits');
  await decideElsewhere(business, second, 'reject');
  await wait(0);
});
