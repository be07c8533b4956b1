// The board: who should move, who stands too long, who is one person.
import { describe, expect, it } from 'vitest';
import { proveLanguages, proveSkill } from '../../../../tests/eval/prove-skill.ts';
import { runSkill } from '../../../../tests/run-skill.ts';
import { pipelineManager } from './pipeline-manager.ts';

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

describe('pipeline-manager', () => {
  const ask = (leads: object[], events: object[] = [], more: object = {}) => ({
    leads,
    events,
    now,
    act: 'propose',
    country: 'MG',
    ...more,
  });
  const prove = (input: Record<string, unknown>, check: Check) => proveSkill(pipelineManager, 'pipeline-manager', input, check);

  it.each([
    ['new', [['sent', 1]], 'contacted'],
    [
      'contacted',
      [
        ['reply', 1],
        ['asked_price', 1],
      ],
      'qualified',
    ],
    ['qualified', [['offer_sent', 1]], 'proposal'],
    [
      'proposal',
      [
        ['offer_sent', 2],
        ['reply', 1],
      ],
      'negotiation',
    ],
    ['negotiation', [['payment', 1]], 'won'],
    ['new', [['order', 1]], 'won'],
    ['contacted', [['refused', 1]], 'lost'],
    [
      'contacted',
      [
        ['follow_up', 80],
        ['follow_up', 75],
        ['follow_up', 70],
      ],
      'lost',
    ],
  ])('proposes from %s by %j to %s, and does only the first itself', async (status, done, to) => {
    const events = (done as [string, number][]).map(([kind, days]) => event('a', kind, days));
    await prove(ask([lead('a', { status, created_at: ago(100) })], events), (output) =>
      expect(output).toMatchObject({ moves: [{ lead_id: 'a', from: status, to, done: to === 'contacted' }], created: [] }),
    );
  });

  it.each([
    ['contacted', [['reply', 1]]],
    [
      'proposal',
      [
        ['reply', 3],
        ['offer_sent', 2],
      ],
    ],
    [
      'contacted',
      [
        ['follow_up', 80],
        ['follow_up', 75],
      ],
    ],
    ['won', [['refused', 1]]],
  ])('leaves a lead in %s after %j', async (status, done) => {
    const events = (done as [string, number][]).map(([kind, days]) => event('a', kind, days));
    await prove(ask([lead('a', { status, created_at: ago(100) })], events), (output) =>
      expect(output).toMatchObject({ moves: [], counts: { [status]: 1, negotiation: 0, lost: 0 } }),
    );
  });

  it('has nothing to say of an empty board', async () => {
    await prove(ask([]), (output) =>
      expect(output).toMatchObject({ moves: [], stale: [], created: [], counts: { new: 0, won: 0, lost: 0 } }),
    );
  });

  it('counts the columns and who stands too long: one day in new, seven in proposal', async () => {
    const leads = [
      lead('a', { created_at: ago(1.9) }),
      lead('b', { created_at: ago(2.1) }),
      lead('c', { status: 'proposal', created_at: ago(20), last_contact_at: ago(9) }),
      lead('d', { status: 'won', created_at: ago(90) }),
    ];
    await prove(ask(leads), (output) =>
      expect(output).toMatchObject({
        stale: [
          { lead_id: 'b', status: 'new', days: 2 },
          { lead_id: 'c', status: 'proposal', days: 9 },
        ],
        counts: { new: 2, contacted: 0, qualified: 0, proposal: 1, negotiation: 0, won: 1, lost: 0 },
      }),
    );
  });

  it('moves to contacted at once, proposes the rest, and refuses to go back', async () => {
    const move = (status: string, to_status: string) =>
      ask([lead('a', { status, created_at: ago(0) })], [], { act: 'move', lead_id: 'a', to_status });
    await prove(move('new', 'contacted'), (output) => expect(output).toMatchObject({ moves: [{ to: 'contacted', done: true }] }));
    await prove(move('negotiation', 'won'), (output) => expect(output).toMatchObject({ moves: [{ to: 'won', done: false }] }));
    await prove(move('proposal', 'new'), (output) => {
      expect(output).toMatchObject({ moves: [], counts: { proposal: 1 } });
      expect(output.say).toContain('ne fais pas reculer');
    });
    const input = ask([lead('a')], [], { act: 'move', lead_id: 'z', to_status: 'won' });
    await expect(runSkill(pipelineManager, 'pipeline-manager', input)).rejects.toThrow(/input_missing.*lead_id/);
    await expect(runSkill(pipelineManager, 'pipeline-manager', { ...input, to_status: undefined })).rejects.toThrow(
      /input_missing.*to_status/,
    );
  });

  it('makes one lead of one person, however the number or the address is written', async () => {
    const leads = [
      lead('a', { phone: '034 12 345 67' }),
      lead('b', { phone: '+261 34 12 345 67' }),
      lead('c', { email: 'Rasoa@Example.mg' }),
      lead('d', { email: 'rasoa@example.mg ' }),
      lead('e', { phone: '0' }),
      lead('f', { phone: '0' }),
    ];
    await prove(ask(leads, [], { act: 'create' }), (output) => expect(output).toMatchObject({ created: ['a', 'c', 'e', 'f'], moves: [] }));
    await prove(ask(leads, [], { act: 'create', lead_id: 'b' }), (output) => {
      expect(output).toMatchObject({ created: [], counts: { new: 6 } });
      expect(output.say).toContain('déjà connue');
    });
    // without a country only numbers with their country code can be compared
    await prove({ ...ask(leads, [], { act: 'create', lead_id: 'b' }), country: undefined }, (output) =>
      expect(output).toMatchObject({ created: ['b'] }),
    );
  });

  it('speaks four languages', async () => {
    for (const input of [
      ask([lead('a')], [event('a', 'sent', 1)]),
      ask([lead('a')]),
      ask([lead('a')], [], { act: 'create' }),
      ask([lead('a', { status: 'won' })], [], { act: 'move', lead_id: 'a', to_status: 'new' }),
    ])
      await proveLanguages(pipelineManager, 'pipeline-manager', () => input);
  });
});
