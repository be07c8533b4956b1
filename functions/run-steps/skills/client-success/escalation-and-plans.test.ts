// Escalation and plans: to whom and until when, and which plan fits.
import { describe, expect, it } from 'vitest';
import { proveLanguages, proveSkill } from '../../../../tests/eval/prove-skill.ts';
import { runSkill } from '../../../../tests/run-skill.ts';
import { escalationRouter } from './escalation-router.ts';
import { upsellRecommender } from './upsell-recommender.ts';

type Check = (output: Record<string, unknown>) => void;

describe('escalation-router', () => {
  // Wednesday 2026-11-18, noon in Antananarivo
  const noon = '2026-11-18T09:00:00Z';
  const duty = (role: string, from = '2026-11-18T05:00:00Z', to = '2026-11-18T15:00:00Z') => ({ role, from, to });
  const all = ['support', 'billing', 'security', 'platform_admin'].map((role) => duty(role));
  const ask = (ticket: object, more: object = {}) => ({
    ticket,
    plan: 'growth',
    now: noon,
    timezone: 'Indian/Antananarivo',
    on_duty: all,
    earlier: 0,
    ...more,
  });
  const prove = (input: Record<string, unknown>, check: Check) => proveSkill(escalationRouter, 'escalation-router', input, check);

  it.each([
    [
      'security within the hour',
      { kind: 'security', severity: 'minor' },
      {},
      { to: 'security', due_at: '2026-11-18T10:00:00Z', channel: 'alert' },
    ],
    ['data too', { kind: 'data' }, {}, { to: 'security', channel: 'alert', due_at: '2026-11-18T10:00:00Z' }],
    [
      'money to billing, three working days',
      { kind: 'billing', severity: 'minor' },
      {},
      { to: 'billing', due_at: '2026-11-23T09:00:00Z', channel: 'queue' },
    ],
    [
      'what blocks within four working hours',
      { kind: 'fault', severity: 'blocks_work' },
      {},
      { to: 'support', due_at: '2026-11-18T13:00:00Z', channel: 'alert' },
    ],
    [
      'and within one for enterprise',
      { kind: 'fault', severity: 'blocks_work' },
      { plan: 'enterprise' },
      { to: 'support', due_at: '2026-11-18T10:00:00Z' },
    ],
    // six hours until 18:00, four on Thursday from 08:00
    [
      'a hindrance within one working day',
      { kind: 'fault', severity: 'hinders' },
      {},
      { to: 'support', due_at: '2026-11-19T09:00:00Z', channel: 'queue' },
    ],
    [
      'a fault of three tenants to the admins',
      { kind: 'fault', severity: 'blocks_work', same_code_tenants: 3 },
      {},
      { to: 'platform_admin', channel: 'alert' },
    ],
    [
      'a missing right to the own owner',
      { kind: 'question', severity: 'minor', needs_role: true },
      {},
      { to: 'tenant_owner', channel: 'queue' },
    ],
    ['a wish to the queue', { kind: 'wish', severity: 'minor' }, {}, { to: 'support', channel: 'queue', due_at: '2026-11-23T09:00:00Z' }],
    [
      'what comes a third time one step up',
      { kind: 'question', severity: 'minor' },
      { earlier: 2 },
      { to: 'platform_admin', channel: 'alert', because: expect.stringContaining('troisième fois') as string },
    ],
    ['and not what comes a second time', { kind: 'question', severity: 'minor' }, { earlier: 1 }, { to: 'support', channel: 'queue' }],
  ])('sends %s', async (_, ticket, more, expected) => {
    await prove(ask(ticket, more), (output) => {
      expect(output).toMatchObject(expected);
      expect(output.say).toMatch(/^Je transmets à :/);
    });
  });

  it('waits over the weekend: three working hours left on Friday, one on Monday', async () => {
    const friday = '2026-11-20T12:00:00Z';
    await prove(
      ask({ kind: 'fault', severity: 'blocks_work' }, { now: friday, on_duty: [duty('support', friday, '2026-11-20T20:00:00Z')] }),
      (output) => expect(output).toMatchObject({ due_at: '2026-11-23T06:00:00Z', to: 'support' }),
    );
  });

  it('begins with the next duty when nobody is there, and says so', async () => {
    const later = [
      duty('support', '2026-11-19T06:00:00Z', '2026-11-19T15:00:00Z'),
      duty('support', '2026-11-17T06:00:00Z', '2026-11-17T15:00:00Z'),
    ];
    await prove(ask({ kind: 'fault', severity: 'blocks_work' }, { on_duty: later }), (output) => {
      expect(output).toMatchObject({ due_at: '2026-11-19T10:00:00Z' });
      expect(output.told).toMatch(/Personne n’est de service.*jeudi 19 novembre, 09:00/);
    });
    await prove(ask({ kind: 'fault', severity: 'blocks_work' }, { on_duty: [] }), (output) =>
      expect(output).toMatchObject({ to: 'support', due_at: '2026-11-18T13:00:00Z' }),
    );
  });

  it('keeps eight o’clock when the clocks change', async () => {
    // Paris goes back on Sunday 2026-10-25: 17:30 on Friday is 15:30 UTC, Monday's half past eleven is 10:30 UTC
    const input = ask(
      { kind: 'fault', severity: 'blocks_work' },
      { now: '2026-10-23T15:30:00Z', timezone: 'Europe/Paris', on_duty: [duty('support', '2026-10-23T06:00:00Z', '2026-10-23T20:00:00Z')] },
    );
    await prove(input, (output) => expect(output).toMatchObject({ due_at: '2026-10-26T10:30:00Z', channel: 'alert' }));
    await expect(runSkill(escalationRouter, 'escalation-router', { ...input, timezone: 'Moon/Sea' })).rejects.toThrow(
      /input_missing.*Moon\/Sea/,
    );
  });

  it('speaks four languages', async () => {
    for (const kind of ['security', 'billing', 'wish', 'fault'])
      await proveLanguages(escalationRouter, 'escalation-router', () =>
        ask({ kind, severity: 'blocks_work' }, { on_duty: [], earlier: 2 }),
      );
    await proveLanguages(escalationRouter, 'escalation-router', () => ask({ kind: 'question', needs_role: true }));
    await proveLanguages(escalationRouter, 'escalation-router', () =>
      ask({ kind: 'fault', severity: 'hinders' }, { on_duty: [duty('support', '2026-11-19T06:00:00Z', '2026-11-19T15:00:00Z')] }),
    );
  });
});

describe('upsell-recommender', () => {
  const plan = (
    key: string,
    usd_month: number,
    daily_tasks: number | null,
    daily_cost_usd: number,
    agents: number,
    users: number | null,
    model_tiers: string[],
  ) => ({ key, usd_month, daily_tasks, daily_cost_usd, agents, users, model_tiers });
  const plans = [
    plan('pro', 349, 500, 20, 19, 25, ['local', 'gemini_flash', 'haiku', 'sonnet']),
    plan('free', 0, 10, 0.05, 3, 5, ['local', 'gemini_flash']),
    plan('growth', 199, 150, 8, 15, 25, ['local', 'gemini_flash', 'haiku']),
    plan('enterprise', 499, null, 50, 20, null, ['local', 'gemini_flash', 'haiku', 'sonnet', 'opus']),
  ];
  const use = {
    tasks_p90: 120,
    blocked_days_30: 0,
    cost_p90_usd: 5,
    members: 4,
    agents_wanted: [],
    tiers_wanted: [],
    features_refused: [],
  };
  const ask = (more: object = {}, around: object = {}) => ({
    plan: 'growth',
    plans,
    use: { ...use, ...more },
    health: 80,
    days_on_plan: 60,
    ...around,
  });
  const prove = (input: Record<string, unknown>, check: Check) => proveSkill(upsellRecommender, 'upsell-recommender', input, check);

  it('stays where the use fits', async () => {
    await prove(ask(), (output) =>
      expect(output).toMatchObject({ advice: 'stay', plan: 'growth', usd_difference: 0, gains: [], loses: [], confidence: 0.9 }),
    );
  });

  it('goes up when it was stopped on three days, with what is gained and what it costs', async () => {
    await prove(ask({ tasks_p90: 200, blocked_days_30: 3 }), (output) => {
      expect(output).toMatchObject({ advice: 'larger', plan: 'pro', usd_difference: 150 });
      expect(output.gains).toContain('Demandes par jour : 150 → 500.');
      expect(output.loses).toEqual([expect.stringMatching(/^Prix par mois : 199.*349/)]);
      expect(output.because).toEqual(['Limite atteinte sur les 30 derniers jours, nombre de jours : 3.']);
    });
  });

  it.each([
    ['two blocked days are too few', { tasks_p90: 200, blocked_days_30: 2 }, {}, { advice: 'stay', plan: 'growth' }],
    ['a tier that only pro has', { tiers_wanted: ['sonnet'], features_refused: ['a', 'a', 'a'] }, {}, { advice: 'larger', plan: 'pro' }],
    ['more than pro holds', { tasks_p90: 900, blocked_days_30: 9 }, {}, { advice: 'larger', plan: 'enterprise', usd_difference: 300 }],
    [
      'a client who is not well is helped first',
      { tasks_p90: 200, blocked_days_30: 9 },
      { health: 44 },
      { advice: 'wait', plan: 'growth', usd_difference: 0 },
    ],
    [
      'thirteen days tell nothing',
      { tasks_p90: 200, blocked_days_30: 9 },
      { days_on_plan: 13 },
      { advice: 'wait', plan: 'growth', confidence: 0.2 },
    ],
    ['functions refused on different days, each once', { features_refused: ['a', 'b', 'c'] }, {}, { advice: 'stay', plan: 'growth' }],
    ['the smaller plan, as plainly', { tasks_p90: 4, cost_p90_usd: 0.01 }, {}, { advice: 'smaller', plan: 'free', usd_difference: -199 }],
    ['but not before sixty days', { tasks_p90: 4, cost_p90_usd: 0.01 }, { days_on_plan: 59 }, { advice: 'stay', plan: 'growth' }],
    ['nor with six people', { tasks_p90: 4, cost_p90_usd: 0.01, members: 6 }, {}, { advice: 'stay', plan: 'growth' }],
  ])('%s', async (_, more, around, expected) => {
    await prove(ask(more, around), (output) => expect(output).toMatchObject(expected));
  });

  it('does not know a plan that is not in the table', async () => {
    await expect(runSkill(upsellRecommender, 'upsell-recommender', ask({}, { plan: 'gold' }))).rejects.toThrow(/input_missing.*gold/);
  });

  it('speaks four languages', async () => {
    for (const [more, around] of [
      [{}, {}],
      [{ tasks_p90: 200, blocked_days_30: 3 }, {}],
      [{ tasks_p90: 4, cost_p90_usd: 0.01 }, {}],
      [{}, { days_on_plan: 1 }],
    ])
      await proveLanguages(upsellRecommender, 'upsell-recommender', () => ask(more, around));
  });
});
