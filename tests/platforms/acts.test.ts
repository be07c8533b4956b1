// What the http skills do outside: within what was allowed, once, and told as it was.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cases } from './cases.ts';
import { newStep, type Scene, startScene, type Wish } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  scene = await startScene();
});
afterAll(() => scene.close());

const wishOf = (name: string, input: Record<string, unknown> = {}, more: Partial<Wish> = {}): Wish => {
  const { facts: _facts, host: _host, ...wish } = cases[name] ?? { input: {}, facts: {}, host: null };
  return { ...wish, ...more, input: { ...wish.input, ...input } };
};

describe.each([
  ['meta-ads-api', '901', '902', () => scene.meta.campaigns.get('901')?.daily_budget, 24, '2400'],
  ['google-ads-api', '31', '32', () => scene.google.budgets.get('31'), 24, 24],
  ['tiktok-ads-api', 't1', 't2', () => scene.tiktokAds.campaigns.get('t1')?.budget, 72, 72],
  ['linkedin-ads-api', '401', '402', () => scene.linkedIn.campaigns.get('401')?.dailyBudget.amount, 30, '30.00'],
] as const)('%s', (name, active, paused, budget, raised, stored) => {
  const ask = (input: Record<string, unknown>, more: Partial<Wish> = {}) => scene.run(name, wishOf(name, input, more));

  it('raises no budget that nobody approved', async () => {
    const before = budget();
    const { output } = await ask({ act: 'scale', campaign_id: active, daily_budget: raised });
    expect(output).toMatchObject({ act: 'set_budget', changed: [] });
    expect(output.say).toMatch(/approbation/);
    expect(budget()).toBe(before);
  });

  it('raises it after the approval, tells before and after, and does it once', async () => {
    const step = newStep(name);
    const asked = { act: 'scale', campaign_id: active, daily_budget: raised };
    const { output } = await ask(asked, { approved: ['money'], step });
    expect(output.changed).toMatchObject([{ campaign_id: active, field: 'daily_budget', after: String(raised) }]);
    expect(budget()).toEqual(stored);
    const writes = () => scene.platforms.seen.filter(({ method, path }) => method !== 'GET' && !path.includes('searchStream')).length;
    const count = writes();
    expect((await ask(asked, { approved: ['money'], step, attempt: 2 })).output.changed).toEqual([]);
    expect(writes()).toBe(count);
  });

  it('pauses without asking anybody, and switches nothing on without the approval', async () => {
    const { output } = await ask({ act: 'pause_and_alert', campaign_id: active });
    expect(output).toMatchObject({ act: 'pause', changed: [{ field: 'status', before: 'active', after: 'paused' }] });
    expect((await ask({ act: 'resume', campaign_id: active })).output.changed).toEqual([]);
    expect((await ask({ act: 'resume', campaign_id: active }, { approved: ['money'] })).output.changed).toMatchObject([
      { after: 'active' },
    ]);
    expect((await ask({ act: 'pause', campaign_id: paused })).output.changed).toEqual([]);
  });

  it('creates paused, and one alone when the step is tried again', async () => {
    const step = newStep(name);
    const asked = {
      act: 'create_paused',
      daily_budget: 50,
      creative: { headline: 'Samosas', text: '−20 % vendredi', url: 'https://lala.example' },
    };
    const first = await ask(asked, { step });
    expect(first.output.changed).toMatchObject([{ field: 'status', before: 'none', after: 'paused' }]);
    const posts = () => scene.platforms.seen.filter(({ method }) => method === 'POST').length;
    const count = posts();
    const second = await ask(asked, { step, attempt: 2 });
    expect(second.output.changed).toEqual(first.output.changed);
    // reading the account first is no post
    expect(posts()).toBe(count);
  });

  it('says of a campaign that is not in the account that it is none', async () => {
    const { output } = await ask({ act: 'pause', campaign_id: '999999' });
    expect(output.changed).toEqual([]);
    expect(output.say).toContain('999999');
  });
});

it('tiktok refuses a budget below the platform’s least, with the figure', async () => {
  const { output } = await scene.run(
    'tiktok-ads-api',
    wishOf('tiktok-ads-api', { act: 'set_budget', campaign_id: 't1', daily_budget: 20 }),
  );
  expect(output.changed).toEqual([]);
  expect(output.say).toContain('50 USD');
});

describe('whatsapp-api', () => {
  const ask = (input: Record<string, unknown> = {}, more: Partial<Wish> = {}) =>
    scene.run('whatsapp-api', wishOf('whatsapp-api', input, more));

  it.each([
    ['nobody approved it', {}, { approved: [] }, 'not_sent'],
    ['they did not agree', { consent: 'none' }, {}, 'no_consent'],
    ['the number is none', { to: '12' }, {}, 'bad_number'],
    ['their last message is older than a day and there is no template', { last_inbound_at: '2026-11-12T07:59:00Z' }, {}, 'needs_template'],
    ['they never wrote', { last_inbound_at: null }, {}, 'needs_template'],
    ['the platform does not reach them', { to: '+261340000404' }, {}, 'bad_number'],
    ['the platform has another clock', { to: '+261340000047' }, {}, 'needs_template'],
  ])('sends nothing when %s', async (_why, input, more, state) => {
    const before = scene.meta.sent.length;
    const { output, failure } = await ask(input, more);
    expect(failure).toBeNull();
    expect(output).toMatchObject({ state, message_id: '' });
    expect(scene.meta.sent.length).toBe(before);
  });

  it('takes the approved template after a day, with its values', async () => {
    const template = { name: 'order_ready', language: 'fr', values: ['20 samosas'] };
    const { output } = await ask({ last_inbound_at: null, consent: 'opted_in', template });
    expect(output).toMatchObject({ state: 'sent', within_window: false });
    expect(scene.meta.sent.at(-1)).toMatchObject({ type: 'template', template: { name: 'order_ready', language: { code: 'fr' } } });
  });

  it('sends at most three buttons, and one message however often the step is tried', async () => {
    const step = newStep('whatsapp-api');
    const first = await ask({ buttons: ['Oui', 'Non'] }, { step });
    expect(scene.meta.sent.at(-1)).toMatchObject({ type: 'interactive', to: '261340011122' });
    const before = scene.meta.sent.length;
    const again = await ask({ buttons: ['Oui', 'Non'] }, { step, attempt: 2 });
    expect(again.output).toMatchObject({ state: 'sent', message_id: first.output.message_id });
    expect(scene.meta.sent.length).toBe(before);
  });

  it('repeats nothing when nobody knows whether it went: a person looks', async () => {
    const step = newStep('whatsapp-api');
    scene.platforms.script('graph.facebook.com', 'hang_up');
    expect((await ask({}, { step })).failure).toMatchObject({ code: 'platform_busy', is_retryable: true });
    const before = scene.meta.sent.length;
    const { output } = await ask({}, { step, attempt: 2 });
    expect(output).toMatchObject({ state: 'not_sent' });
    expect(output.say).toMatch(/vérifiez/);
    expect(scene.meta.sent.length).toBe(before);
  });

  it('asks again after a clear no: that was no act', async () => {
    const step = newStep('whatsapp-api');
    scene.platforms.script('graph.facebook.com', 'rate_limited', 'rate_limited');
    expect((await ask({}, { step })).failure).toMatchObject({ code: 'platform_busy' });
    expect((await ask({}, { step, attempt: 2 })).output).toMatchObject({ state: 'sent' });
  });
});

describe('letters', () => {
  it('carry the sender’s address and a way to say no in one click; text cannot become markup', async () => {
    const secret = { ...cases['email-sender']?.secret, unsubscribe_url: 'https://nexio.example/u/1' };
    await scene.run('email-sender', wishOf('email-sender', { body: 'Voici <script>alert(1)</script>' }, { secret }));
    const letter = scene.sendGrid.sent.at(-1);
    expect(letter?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
    expect(letter?.headers['List-Unsubscribe']).toContain('<https://nexio.example/u/1>');
    expect(letter?.content[0]?.value).toContain('Analakely, Antananarivo');
    expect(letter?.content[1]?.value).toContain('&lt;script&gt;');
  });

  it.each([
    ['said no', { to: 'no@example.mg' }, {}, 'suppressed'],
    ['bounced', { to: 'bounced@example.mg' }, {}, 'suppressed'],
    ['have no address', { to: 'rina(at)example' }, {}, 'bad_address'],
    ['did not agree', { consent: 'none' }, {}, 'no_consent'],
    ['nobody approved', {}, { approved: [] }, 'not_sent'],
  ])('go to none who %s', async (_who, input, more, state) => {
    const before = scene.sendGrid.sent.length;
    expect((await scene.run('email-sender', wishOf('email-sender', input, more))).output).toMatchObject({ state });
    expect(scene.sendGrid.sent.length).toBe(before);
  });

  it('need a sender whose domain is authenticated', async () => {
    const secret = { ...cases['email-sender']?.secret, from_email: 'x@other.example' };
    const { output } = await scene.run('email-sender', wishOf('email-sender', {}, { secret }));
    expect(output).toMatchObject({ state: 'not_sent', availability: { status: 'permission_missing' } });
  });

  it('to 2,500 people go in three calls, none sees another, and once', async () => {
    const step = newStep('sendgrid-api');
    const people = Array.from({ length: 2500 }, (_slot, at) => ({ email: `p${at}@example.mg` }));
    const before = scene.sendGrid.sent.length;
    const { output } = await scene.run('sendgrid-api', wishOf('sendgrid-api', { people }, { step }));
    expect(output).toMatchObject({ accepted: 2500, refused: [] });
    const letters = scene.sendGrid.sent.slice(before);
    expect(letters.map(({ personalizations }) => personalizations.length)).toEqual([1000, 1000, 500]);
    expect(letters.every(({ personalizations }) => personalizations.every(({ to }) => to.length === 1))).toBe(true);
    await scene.run('sendgrid-api', wishOf('sendgrid-api', { people }, { step, attempt: 2 }));
    expect(scene.sendGrid.sent.length).toBe(before + 3);
  });

  it('are counted by what came back', async () => {
    const { output } = await scene.run('sendgrid-api', wishOf('sendgrid-api', { act: 'stats', campaign_id: 'nexio-campaign-1' }));
    expect(output.stats).toEqual({ delivered: 120, opened: 60, clicked: 21, unsubscribed: 2, complained: 0 });
  });

  it('of Mailchimp are one campaign, sent or scheduled after the approval', async () => {
    const wish = { act: 'schedule', subject: 'Samosas', html: '<p>Bonjour</p>', send_at: '2026-11-14T07:00:00Z' };
    expect((await scene.run('mailchimp-api', wishOf('mailchimp-api', { ...wish, campaign_id: '' }))).output).toMatchObject({
      people: 340,
      campaign_id: '',
    });
    const { output } = await scene.run('mailchimp-api', wishOf('mailchimp-api', { ...wish, campaign_id: '' }, { approved: ['outreach'] }));
    expect(output).toMatchObject({ people: 340, campaign_id: 'c9' });
    expect(scene.mailchimp.campaigns.get('c9')).toEqual({
      subject: 'Samosas',
      html: '<p>Bonjour</p>',
      state: 'schedule 2026-11-14T07:00:00Z',
    });
  });
});

describe('google-reviews', () => {
  const reply = (review_id: string, more: Partial<Wish> = {}) =>
    scene.run('google-reviews', wishOf('google-reviews', { act: 'reply', review_id, body: 'Pardon, Rina.' }, more));

  it('answers after the approval alone', async () => {
    expect((await reply('r1')).output.replied).toBeNull();
    expect((await reply('r1', { approved: ['publish'] })).output.replied).toMatchObject({ review_id: 'r1', body: 'Pardon, Rina.' });
  });

  it('leaves an answer by hand as it stands', async () => {
    const { output } = await reply('r2', { approved: ['outreach'] });
    expect(output.replied).toMatchObject({ body: 'Misaotra !' });
    expect(output.say).toMatch(/écrite à la main/);
  });
});
