// Tour and accounts: the next step, which account to connect and what it may do.
import { describe, expect, it } from 'vitest';
import { cardNames, readCard } from '../../../../tests/cards.ts';
import { proveLanguages, proveSkill } from '../../../../tests/eval/prove-skill.ts';
import { accountConnector } from './account-connector.ts';
import { accountOfSkill, accounts } from './accounts.ts';
import { guidedTour } from './guided-tour.ts';

type Check = (output: Record<string, unknown>) => void;

describe('guided-tour', () => {
  const ask = (more: object = {}) => ({
    screen: '/home',
    done: [],
    role: 'owner',
    plan: 'free',
    has_brand_dna: false,
    has_post: false,
    language: 'fr',
    ...more,
  });
  const prove = (input: Record<string, unknown>, check: Check) => proveSkill(guidedTour, 'guided-tour', input, check);
  const keys = (output: Record<string, unknown>) => (output.steps as { key: string }[]).map(({ key }) => key);

  it('begins with the brand, in six steps', async () => {
    await prove(ask(), (output) => {
      expect(keys(output)).toEqual(['brand', 'first_post', 'decide', 'page', 'agents', 'connect']);
      expect(output).toMatchObject({
        next: 'brand',
        finished: false,
        steps: [{ route: '/brand', done: false }, { route: '/new' }, {}, {}, {}, {}],
      });
    });
  });

  it('takes the present screen first, and what is done as done', async () => {
    await prove(ask({ screen: '/decide', has_brand_dna: true }), (output) =>
      expect(output).toMatchObject({ next: 'decide', steps: [{ done: true }, { done: false }, {}, {}, {}, {}] }),
    );
    await prove(ask({ has_brand_dna: true, has_post: true, done: ['decide'] }), (output) =>
      expect([output.next, keys(output).length]).toEqual(['page', 6]),
    );
  });

  it('leaves out what the role may not do', async () => {
    await prove(ask({ role: 'staff' }), (output) => expect(keys(output)).toEqual(['first_post', 'decide', 'page', 'agents']));
    await prove(ask({ role: 'external' }), (output) => expect([keys(output), output.next]).toEqual([['page'], 'page']));
  });

  it('ends when all is done, and does not come back after the third later', async () => {
    await prove(ask({ role: 'external', done: ['page'] }), (output) =>
      expect([output.next, output.finished, keys(output)]).toEqual([null, true, ['page']]),
    );
    await prove(ask({ done: ['later', 'later', 'later'] }), (output) => {
      expect([output.next, output.finished]).toEqual([null, true]);
      expect(output.say).toContain('dans l’aide');
    });
    await prove(ask({ done: ['later', 'later'] }), (output) =>
      expect(output).toMatchObject({ next: 'brand', finished: false, steps: [{ key: 'brand' }, {}, {}, {}, {}, {}] }),
    );
  });

  it('speaks four languages', async () => {
    for (const more of [{}, { role: 'external', done: ['page'] }, { done: ['later', 'later', 'later'] }])
      await proveLanguages(guidedTour, 'guided-tour', (language) => ask({ ...more, language }));
  });
});

describe('account-connector', () => {
  const ask = (more: object = {}) => ({ needed_by: [], connected: [], language: 'fr', ...more });
  const prove = (input: Record<string, unknown>, check: Check) => proveSkill(accountConnector, 'account-connector', input, check);

  it('knows the account of each skill as its card says it', () => {
    const fromCards = cardNames()
      .map(readCard)
      .filter(({ account_owner }) => account_owner === 'tenant')
      .map(({ name, account }) => [name, account]);
    expect(Object.entries(accountOfSkill)).toEqual(fromCards.toSorted(([a = ''], [b = '']) => a.localeCompare(b)));
    expect(Object.values(accountOfSkill).filter((account) => !(account in accounts))).toEqual([]);
  });

  it('proposes at most three accounts, those that most waiting skills need first', async () => {
    const needed_by = ['facebook-api', 'instagram-api', 'social-tracker', 'tiktok-api', 'google-ads-api', 'kpi-calculator'];
    await prove(ask({ needed_by, configured: ['instagram'] }), (output) =>
      expect(output).toMatchObject({
        account: 'instagram',
        state: 'not_connected',
        start: '/settings?connect=instagram',
        next: ['instagram', 'facebook', 'google_ads'],
      }),
    );
    await prove(ask({ needed_by, connected: ['instagram'] }), (output) =>
      expect(output.next).toEqual(['facebook', 'google_ads', 'tiktok']),
    );
  });

  it('explains each permission and marks those that write', async () => {
    await prove(ask({ account: 'meta_ads', configured: ['meta_ads'] }), (output) =>
      expect(output).toMatchObject({
        account: 'meta_ads',
        permissions: [
          { permission: 'ads_read', meaning: 'Lire les résultats des publicités.', writes: false },
          { permission: 'ads_management', writes: true },
        ],
      }),
    );
  });

  it.each([
    ['connected', { connected: ['facebook'] }, ''],
    ['expired', { connected: ['facebook'], expired: ['facebook'] }, '/settings?connect=facebook'],
    ['not_in_plan', { not_in_plan: ['facebook'], configured: ['facebook'] }, ''],
    ['not_configured', {}, ''],
  ])('says %s, and begins only where it can', async (state, more, start) => {
    await prove(ask({ account: 'facebook', ...more }), (output) =>
      expect(output).toMatchObject({ account: 'facebook', state, start, without: expect.stringContaining('page Nexio') as string }),
    );
  });

  it('needs nothing when nothing waits', async () => {
    await prove(ask({ needed_by: ['kpi-calculator'] }), (output) =>
      expect(output).toMatchObject({ account: 'nexio_page', state: 'connected', next: [], permissions: [] }),
    );
  });

  it('speaks four languages in every state, of every account', async () => {
    for (const more of [{ connected: ['x'] }, { expired: ['x'] }, { not_in_plan: ['x'] }, { configured: ['x'] }, {}])
      await proveLanguages(accountConnector, 'account-connector', (language) => ask({ account: 'x', ...more, language }));
    for (const account of Object.keys(accounts))
      await proveLanguages(accountConnector, 'account-connector', (language) => ask({ account, language, configured: [account] }));
    await proveLanguages(accountConnector, 'account-connector', (language) => ask({ language }));
  });
});
