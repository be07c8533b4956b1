// A day of decisions in Malagasy: from the lock screen, from WhatsApp and in flight mode; in the evening the audit shows each once, with name, channel
// and version. Runs in a project of its own (playwright.config.ts).
import { askForPost, pending, type Waiting } from './people.ts';
import { bringPushAbout, endpointOf, goOffline, subscribeLocally, tapNotice, workerIsActive } from './phone-tools.ts';
import { expect, pattern, signIn, test } from './stage.ts';

const edited = 'Sôkôla mafana, 3 000 Ar, alatsinainy 🍫';

test('a shopkeeper decides all day without opening the app, and the audit knows each decision once', async ({
  page,
  context,
  arrange,
  say,
  baseURL,
  language,
}) => {
  await subscribeLocally(context, baseURL ?? '');
  const { person, business } = await arrange();
  const decided: string[] = [];
  /** Asks for a post and gives what then waits for a decision. */
  const ask = async (request: string): Promise<Waiting> => {
    const before = (await pending(business)).map(({ id }) => id);
    await askForPost(business, language, request);
    const fresh = async () => (await pending(business)).find(({ id }) => !before.includes(id));
    await expect.poll(fresh, { timeout: 60_000 }).toBeTruthy();
    const waiting = await fresh();
    if (!waiting) throw new Error('nothing waits');
    decided.push(waiting.id);
    return waiting;
  };
  const outcome = async ({ id }: Waiting) =>
    (await business.api.from('approvals').select('state,decided_channel').eq('id', id).single()).data;

  await signIn(page, person, say);
  await workerIsActive(page);
  await page.goto('/settings/notifications');
  await page.getByRole('button', { name: say('push_offer_yes') }).click();
  await expect.poll(() => endpointOf(page)).not.toBe('');

  // morning: the phone is locked
  for (const [request, tap, state] of [
    ['fihenam-bidy 20 % samosa zoma', 'approve', 'approved'],
    ['misokatra alahady 8 ora', 'reject', 'rejected'],
  ] as const) {
    const waiting = await ask(request);
    const { tag } = await bringPushAbout(context, page, waiting.id);
    await tapNotice(context, tag, tap);
    await expect.poll(() => outcome(waiting)).toEqual({ state, decided_channel: 'push' });
  }

  // noon: WhatsApp
  const { data: code } = await business.api.rpc('begin_channel_link', { p_channel: 'whatsapp' });
  const phone = await context.newPage();
  await phone.goto('/_local/phone');
  await phone.locator('input[name=id]').fill(`034 ${String(1_000_000 + Math.floor(Math.random() * 8_999_999))}`);
  await phone.locator('input[name=name]').fill(person.name);
  await phone.locator('.new button').click();
  const chat = phone.locator('.chat');
  const write = async (text: string) => {
    await phone.locator('textarea[name=text]').fill(text);
    await phone.locator('textarea[name=text]').press('Enter');
  };
  await write((code as { code: string }).code);
  await expect(chat).toContainText(business.name, { timeout: 30_000 });
  const cards = chat.locator('li').filter({ has: phone.locator('button[value=approve]') });

  const third = await ask('gidro vaovao 2500 Ar');
  await expect(cards).toHaveCount(1, { timeout: 60_000 });
  await cards.last().locator('button[value=approve]').click();
  await expect.poll(() => outcome(third)).toEqual({ state: 'approved', decided_channel: 'whatsapp' });

  const fourth = await ask('mofomamy sôkôla 3000 Ar alatsinainy');
  await expect(cards).toHaveCount(2, { timeout: 60_000 });
  await cards.last().locator('.bubble').click();
  await write(edited);
  await expect(
    chat
      .locator('li')
      .filter({ hasText: edited })
      .filter({ has: phone.locator('button[value=approve]') }),
  ).toBeVisible({
    timeout: 30_000,
  });
  await cards.last().locator('button[value=approve]').click();
  await expect.poll(() => outcome(fourth)).toEqual({ state: 'approved', decided_channel: 'whatsapp' });
  await phone.close();

  // evening: no network
  const fifth = await ask('samosa omby 700 Ar');
  const sixth = await ask('mihidy ny alarobia');
  await page.goto('/decide');
  await expect(page.getByRole('article')).toBeVisible();
  await goOffline(context, page);
  await page.getByRole('button', { name: say('decide_approve'), exact: true }).click();
  await page.getByRole('button', { name: say('decide_reject'), exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: say('decide_reject_tone') }).click();
  await sheet.getByRole('button', { name: say('decide_reject_send'), exact: true }).click();
  await expect(page.locator('a[href="/settings/outbox"]')).toContainText('2');
  await context.setOffline(false);
  await expect.poll(() => outcome(fifth), { timeout: 60_000 }).toEqual({ state: 'approved', decided_channel: 'app' });
  await expect.poll(() => outcome(sixth), { timeout: 60_000 }).toEqual({ state: 'rejected', decided_channel: 'app' });

  // and the book is right
  await page.goto('/audit');
  await page.getByRole('radio', { name: say('audit_decisions'), exact: true }).check();
  const rows = page.getByRole('main').getByRole('button', {
    name: pattern(`${person.name} · `),
  });
  const by = (act: string, channel: string) => rows.filter({ hasText: say(`audit_act_approval_${act}`) }).filter({ hasText: channel });
  await expect(by('approved', 'WhatsApp')).toHaveCount(2);
  await expect(by('approved', say('audit_channel_push'))).toHaveCount(1);
  await expect(by('rejected', say('audit_channel_push'))).toHaveCount(1);
  await expect(by('approved', say('audit_channel_app'))).toHaveCount(1);
  await expect(by('rejected', say('audit_channel_app'))).toHaveCount(1);
  await expect(by('approved', 'WhatsApp').filter({ hasText: say('audit_version', { version: '2' }) })).toHaveCount(1);
  const { data: log } = await business.api.from('events').select('data').eq('kind', 'approval.decided');
  expect(log?.map(({ data }) => (data as { approval_id: string }).approval_id).toSorted()).toEqual(decided.toSorted());
});
