// Earned autonomy: after enough unedited approvals the owner lets a skill's work go out by itself, stops one, and loses it with the first rejection.
import { letWindowsPass } from './hurry.ts';
import { askForPost, decideElsewhere, pending } from './people.ts';
import { expect, pattern, signIn, test } from './stage.ts';

const requests = ['samosas vendredi', 'gateau lundi', 'ouvert dimanche 8 h', 'the et cafe', 'mofo gasy samedi'];

test('a skill earns autonomy, counts down, is stopped and loses it', async ({ page, arrange, say, language }) => {
  test.slow();
  const { person, business } = await arrange({ posts: requests });
  const cards = async () => (await business.api.from('approval_feed').select('id,version,content_hash').eq('state', 'pending')).data ?? [];
  await signIn(page, person, say);
  await page.goto('/settings/autonomy');
  await page.getByLabel(say('autonomy_offer_after')).selectOption('5');
  await expect(page.getByText(say('settings_saved'))).toBeVisible();
  for (const { id, version, content_hash } of await cards()) {
    const args = { p_tenant_id: business.id, p_approval_id: id, p_decision: 'approve', p_version: version, p_content_hash: content_hash };
    expect((await business.api.rpc('decide_approval', args)).data).toMatchObject({ outcome: 'decided' });
  }
  await expect(page.getByText(say('autonomy_earned'), { exact: true })).toBeVisible();
  await page.screenshot({ path: `test-results/screens/autonomy-earned-${language}.png`, fullPage: true });
  await page.getByRole('button', { name: say('autonomy_turn_on') }).click();
  const sheet = page.getByRole('dialog');
  // without a key of a model the house model writes
  await sheet.getByLabel(say('autonomy_house')).check();
  await page.screenshot({ path: `test-results/screens/autonomy-give-${language}.png` });
  await sheet.getByRole('button', { name: say('autonomy_turn_on') }).click();
  await expect(page.getByText(say('autonomy_on'), { exact: true })).toBeVisible();

  await askForPost(business, language, 'nouveau: jus de corossol 2000 Ar');
  await expect.poll(async () => (await pending(business)).length, { timeout: 60_000 }).toBe(1);
  await page.goto('/decide');
  await expect(page.getByText(pattern(say('going_out_at')))).toBeVisible();
  await expect(page.getByRole('button', { name: say('decide_send_now') })).toBeVisible();
  await page.screenshot({ path: `test-results/screens/going-out-${language}.png`, fullPage: true });
  // nobody stops it: it goes out when its window is over, under the name of nobody
  await letWindowsPass(business.id);
  await expect.poll(async () => (await pending(business)).length).toBe(0);
  const { data: gone } = await business.api.from('approvals').select('state,decided_channel,decided_by').eq('decided_channel', 'auto');
  expect(gone).toEqual([{ state: 'approved', decided_channel: 'auto', decided_by: null }]);

  // the next one is stopped, then rejected
  await askForPost(business, language, 'jeudi: soupe chinoise 4000 Ar');
  await expect.poll(async () => (await pending(business)).length, { timeout: 60_000 }).toBe(1);
  await page.goto('/decide');
  await page.getByRole('button', { name: say('decide_stop') }).click();
  await expect(page.getByText(say('decide_stopped'))).toBeVisible();
  await expect(page.getByText(pattern(say('going_out_at')))).toBeHidden();
  await page.getByRole('button', { name: say('decide_reject'), exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('decide_reject_tone') })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('decide_reject_send'), exact: true })
    .click();
  await expect(page.getByText(say('decide_done_rejected'))).toBeVisible();
  await page.goto('/settings/autonomy');
  await expect(page.getByText(pattern(say('autonomy_ended_rejected')))).toBeVisible();
  await expect(page.getByText(say('autonomy_on'), { exact: true })).toBeHidden();
  await page.screenshot({ path: `test-results/screens/autonomy-ended-${language}.png`, fullPage: true });
  const { data } = await business.api.from('events').select('kind').like('kind', 'autonomy.%').order('id');
  expect(data?.map(({ kind }) => kind)).toEqual(['autonomy.offered', 'autonomy.given', 'autonomy.taken_back']);
});

test('the owner takes autonomy back before it goes out', async ({ page, arrange, say, language }) => {
  test.slow();
  const { person, business } = await arrange({ posts: requests });
  await business.api.rpc('set_offer_after', { p_tenant_id: business.id, p_count: 5 });
  for (const waiting of await pending(business)) await decideElsewhere(business, waiting, 'approve');
  const { data: skills } = await business.api.rpc('read_autonomy', { p_tenant_id: business.id });
  const skill = (skills as { skills: { skill: string }[] }).skills[0]?.skill;
  const given = await business.api.rpc('give_autonomy', { p_tenant_id: business.id, p_skill_key: skill, p_takes_house_model: true });
  expect(given.error).toBeNull();
  await askForPost(business, language, 'nouveau: jus de corossol 2000 Ar');
  const goesOut = async () => (await business.api.from('approval_feed').select('goes_out_at').eq('state', 'pending')).data;
  await expect.poll(goesOut, { timeout: 60_000 }).toEqual([{ goes_out_at: expect.any(String) as unknown }]);

  await signIn(page, person, say);
  await page.goto('/settings/autonomy');
  await page.getByRole('button', { name: say('autonomy_turn_off') }).click();
  await expect(page.getByText(say('autonomy_taken_toast'))).toBeVisible();
  await expect(page.getByText(pattern(say('autonomy_ended_owner')))).toBeVisible();
  // what was on its way waits for a person now, whatever the clock says
  expect(await goesOut()).toEqual([{ goes_out_at: null }]);
  await letWindowsPass(business.id);
  expect(await goesOut()).toEqual([{ goes_out_at: null }]);
});
