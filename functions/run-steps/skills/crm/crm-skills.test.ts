// Lead scores and churn against figures worked out by hand.
import { describe, expect, it } from 'vitest';
import { proveLanguages, proveSkill } from '../../../../tests/eval/prove-skill.ts';
import { runSkill } from '../../../../tests/run-skill.ts';
import { churnPredictor } from './churn-predictor.ts';
import { leadScoring } from './lead-scoring.ts';

type Check = (output: Record<string, unknown>) => void;
const now = '2026-11-21T09:00:00Z';
const ago = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
const lead = (id: string, more: object = {}) => ({
  id,
  name: `Rasoa ${id}`,
  email: '',
  phone: '',
  source: 'nexio_page',
  status: 'new',
  message: '',
  created_at: ago(7),
  last_contact_at: null,
  last_reply_at: null,
  ...more,
});
const event = (lead_id: string, kind: string, days: number) => ({ lead_id, kind, at: ago(days) });

describe('lead-scoring', () => {
  const prove = (leads: object[], events: object[], check: Check) => proveSkill(leadScoring, 'lead-scoring', { leads, events, now }, check);

  it('adds up five parts: asked for price and date, a week ago, with phone and e-mail', async () => {
    const leads = [lead('a', { phone: '034 12 345 67', email: 'rasoa@example.mg', status: 'qualified', last_contact_at: ago(6) })];
    const events = [event('a', 'asked_price', 8), event('a', 'asked_date', 7), event('a', 'mail_click', 7), event('a', 'mail_open', 7)];
    await prove(leads, events, (output) =>
      expect(output).toMatchObject({
        leads: [
          {
            id: 'a',
            // 30 + 5, 25 / 2, 3 + 1, 4, 6 + 4
            parts: [{ points: 35 }, { points: 13 }, { points: 4 }, { points: 4 }, { points: 10 }],
            lead_points: 66,
            band: 'warm',
            next_act: 'follow_up',
          },
        ],
      }),
    );
  });

  it.each([
    [
      'an order today with a phone is hot and waits for us',
      { phone: '0341234567', status: 'negotiation' },
      [
        ['order', 0],
        ['message', 0],
      ],
      { lead_points: 40 + 25 + 0 + 10 + 6, band: 'hot', next_act: 'answer_now' },
    ],
    [
      'a missed appointment costs ten points',
      {},
      [
        ['form', 7],
        ['no_show', 7],
      ],
      { lead_points: 20 + 13 - 10, band: 'cool', next_act: 'answer_now' },
    ],
    ['who was answered an hour ago is left alone', { last_contact_at: ago(0.04) }, [['form', 7]], { lead_points: 33, next_act: 'wait' }],
    [
      '45 silent days and nothing asked: close',
      { created_at: ago(45), last_contact_at: ago(40) },
      [],
      { lead_points: 0, band: 'cold', next_act: 'close' },
    ],
    ['a customer who has bought is not chased', { status: 'won' }, [['message', 1]], { next_act: 'wait' }],
    ['events of tomorrow and of others do not count', {}, [['order', -1]], { lead_points: 13 }],
  ])('%s', async (_, more, done, expected) => {
    await prove(
      [lead('a', more)],
      [...done.map(([kind, days]) => event('a', String(kind), Number(days))), event('b', 'order', 0)],
      (output) => expect(output).toMatchObject({ leads: [{ id: 'a', ...expected }] }),
    );
  });

  it('names those who wait, warmest first', async () => {
    const output = await runSkill(leadScoring, 'lead-scoring', {
      leads: [lead('a'), lead('b', { message: 'Bonjour' })],
      events: [event('a', 'order', 1)],
      now,
    });
    expect(output.say).toContain('À qui répondre d’abord : Rasoa a et Rasoa b.');
  });

  it('speaks four languages', async () => {
    const all = ['order', 'asked_date', 'asked_price', 'form', 'message', 'no_show'].map((kind) => event('a', kind, 1));
    await proveLanguages(leadScoring, 'lead-scoring', () => ({ leads: [lead('a'), lead('b', { phone: '1' })], events: all, now }));
    await proveLanguages(leadScoring, 'lead-scoring', () => ({ leads: [lead('a', { email: 'a@b.mg' })], events: [], now }));
  });
});

describe('churn-predictor', () => {
  const customer = (id: string, orders: number[], more: object = {}) => ({
    id,
    orders: orders.map(ago),
    value: 100_000,
    complaints: 0,
    last_contact_at: null,
    ...more,
  });
  const prove = (customers: object[], check: Check) =>
    proveSkill(churnPredictor, 'churn-predictor', { customers, now, currency: 'MGA' }, check);
  // every ten days: gap 10, spread 1 (a tenth); risk = 1 / (1 + exp(-(z - 3) / 1.5))
  const monthly = (since: number) => [since + 40, since + 30, since + 20, since + 10, since];

  it.each([
    ['in rhythm: z = 0, risk 0.12', 10, { risk: 0.12, band: 'safe', usual_gap_days: 10, days_since: 10, value_at_risk: 12_000 }],
    ['three spreads late: z = 3, one half', 13, { risk: 0.5, band: 'watch', value_at_risk: 50_000 }],
    ['five spreads late: z = 5', 15, { risk: 0.79, band: 'at_risk', days_since: 15 }],
    ['eight spreads late: z = 8', 18, { risk: 0.97, band: 'gone', value_at_risk: 97_000 }],
  ])('%s', async (_, since, expected) => {
    await prove([customer('a', monthly(since))], (output) =>
      expect(output).toMatchObject({ customers: [{ id: 'a', ...expected }], basis: { customers: 1, with_history: 1 } }),
    );
  });

  it('counts complaints, and never above one', async () => {
    await prove([customer('a', monthly(10), { complaints: 2 }), customer('b', monthly(30), { complaints: 9 })], (output) =>
      expect(output).toMatchObject({
        customers: [
          { risk: 0.32, band: 'watch' },
          { risk: 1, band: 'gone', value_at_risk: 100_000 },
        ],
      }),
    );
  });

  it('guesses from the house for a first order, and says so; states nothing without orders', async () => {
    await prove(
      [customer('a', monthly(5)), customer('b', [13]), customer('c', [], { last_contact_at: ago(31) }), customer('d', [])],
      (output) => {
        expect(output).toMatchObject({
          customers: [
            { id: 'a' },
            { id: 'b', risk: 0.5, usual_gap_days: 10, because: expect.stringContaining('d’après vos autres clients') as string },
            { id: 'c', risk: 0, band: 'watch', usual_gap_days: null, days_since: null },
            { id: 'd', risk: 0, band: 'safe' },
          ],
          basis: { customers: 4, with_history: 1 },
        });
      },
    );
    await prove([customer('b', [400])], (output) =>
      expect(output).toMatchObject({
        customers: [{ id: 'b', risk: 0, band: 'watch', days_since: 400 }],
        basis: { customers: 1, with_history: 0 },
      }),
    );
  });

  it('does not give up a yearly customer before a year, nor divide by a gap of nothing', async () => {
    await prove([customer('a', [1000, 800, 600, 360]), customer('b', [2, 2, 2])], (output) =>
      expect(output).toMatchObject({
        customers: [
          { usual_gap_days: 200, band: 'at_risk' },
          { usual_gap_days: 1, days_since: 2 },
        ],
      }),
    );
  });

  it('speaks four languages', async () => {
    const some = [customer('a', monthly(20), { complaints: 1 }), customer('b', [3]), customer('c', [])];
    await proveLanguages(churnPredictor, 'churn-predictor', () => ({ customers: some, now, currency: 'EUR' }));
    await proveLanguages(churnPredictor, 'churn-predictor', () => ({ customers: [customer('a', [2])], now, currency: 'MGA' }));
  });
});
