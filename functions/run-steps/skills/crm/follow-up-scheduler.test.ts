// When a lead is written to again: hours, days, channels, clocks that change, and the end.
import { expect, it } from 'vitest';
import { proveLanguages, proveSkill } from '../../../../tests/eval/prove-skill.ts';
import { runSkill } from '../../../../tests/run-skill.ts';
import { followUpScheduler, restDay } from './follow-up-scheduler.ts';

const lead = {
  id: 'lead-1',
  name: 'Rasoa',
  email: 'rasoa@example.mg',
  phone: '+261341234567',
  source: 'nexio_page',
  status: 'new',
  message: 'Bonjour',
  created_at: '2026-11-16T09:00:00Z',
  last_contact_at: null,
  last_reply_at: null,
};
const base = {
  lead,
  attempts: [],
  consent: {
    whatsapp: true,
    email: true,
  },
  timezone: 'Indian/Antananarivo',
  now: '2026-11-17T09:00:00Z',
  country: 'MG',
};
const tried = (channel: string, at: string, answered = false) => ({ channel, at, answered });
const prove = (input: object, check: (output: Record<string, unknown>) => void) =>
  proveSkill(followUpScheduler, 'follow-up-scheduler', { ...base, ...input }, check);

it('writes on WhatsApp after 24 hours, by template since the window is closed', async () => {
  await prove({}, (output) =>
    expect(output).toMatchObject({ act: 'send', channel: 'whatsapp', due_at: '2026-11-17T09:00:00Z', attempt: 1, needs_template: true }),
  );
});

it('needs no template within 24 hours of their last word', async () => {
  const replied = { ...lead, last_reply_at: '2026-11-16T09:00:00Z' };
  await prove({ lead: replied }, (output) =>
    expect(output).toMatchObject({ channel: 'whatsapp', due_at: '2026-11-17T09:00:00Z', needs_template: false }),
  );
});

it('then an e-mail after three days of silence, then WhatsApp a week later', async () => {
  const first = tried('whatsapp', '2026-11-17T09:00:00Z');
  await prove({ attempts: [first] }, (output) =>
    expect(output).toMatchObject({ act: 'send', channel: 'email', due_at: '2026-11-20T09:00:00Z', attempt: 2, needs_template: false }),
  );
  await prove({ attempts: [first, tried('email', '2026-11-20T09:00:00Z')] }, (output) =>
    expect(output).toMatchObject({ channel: 'whatsapp', due_at: '2026-11-27T09:00:00Z', attempt: 3, needs_template: true }),
  );
});

it.each([
  ['three attempts', { attempts: ['17', '20', '27'].map((day) => tried('email', `2026-10-${day}T09:00:00Z`)) }, /trois fois/],
  ['an answer', { attempts: [tried('whatsapp', '2026-11-16T09:00:00Z', true)] }, /a répondu/],
  [
    'a reply after our message',
    { lead: { ...lead, last_reply_at: '2026-11-17T08:00:00Z' }, attempts: [tried('email', '2026-11-16T09:00:00Z')] },
    /a répondu/,
  ],
  ['a lead that is won', { lead: { ...lead, status: 'won' } }, /close/],
  ['no consent', { consent: { whatsapp: false, email: false } }, /ni accord ni adresse/],
  [
    'consent for a channel without an address',
    { lead: { ...lead, phone: '' }, consent: { whatsapp: true, email: false } },
    /ni accord ni adresse/,
  ],
])('stops after %s', async (_, input, because) => {
  await prove(input, (output) => {
    expect(output).toMatchObject({ act: 'stop', channel: null, due_at: null, needs_template: false });
    expect(output.because).toMatch(because);
  });
});

it('passes over a channel without consent', async () => {
  await prove({ consent: { whatsapp: false, email: true } }, (output) =>
    expect(output).toMatchObject({ act: 'send', channel: 'email', attempt: 1 }),
  );
});

it.each([
  // 20:00 in Antananarivo on Tuesday
  ['at night', '2026-11-17T17:00:00Z', {}, '2026-11-18'],
  ['before eight', '2026-11-18T02:00:00Z', {}, '2026-11-18'],
  // Saturday evening: Sunday is passed over
  ['on Sunday', '2026-11-21T17:00:00Z', {}, '2026-11-23'],
  ['on quiet days', '2026-11-18T02:00:00Z', { quiet: ['2026-11-18', '2026-11-19'] }, '2026-11-20'],
])('does not write %s', async (_, now, more, day) => {
  await prove({ now, ...more }, (output) => {
    // eight in the morning in Antananarivo is five in UTC
    expect(output.due_at).toMatch(new RegExp(`^${day}T05:[0-2]\\d:00Z$`));
    expect(output).toMatchObject({ act: 'send', attempt: 1 });
  });
});

it('rests on Friday where the week ends so', async () => {
  expect(['MG', 'FR', 'MA', 'TN', 'EG', 'SA', 'DZ', undefined].map(restDay)).toEqual([7, 7, 7, 7, 5, 5, 5, 7]);
  // Friday 2026-11-20, ten in Cairo
  await prove({ country: 'EG', timezone: 'Africa/Cairo', now: '2026-11-20T08:00:00Z' }, (output) =>
    expect(output.due_at).toMatch(/^2026-11-21T06:[0-2]\d:00Z$/),
  );
});

it('opens at eight of the clock on the morning after the clocks changed', async () => {
  // Paris goes back on 2026-10-25 (a Sunday): Monday eight o'clock is 07:00 UTC, no longer 06:00
  const input = {
    timezone: 'Europe/Paris',
    country: 'FR',
    now: '2026-10-24T20:00:00Z',
    lead: { ...lead, created_at: '2026-10-20T00:00:00Z' },
  };
  await prove(input, (output) => expect(output.due_at).toMatch(/^2026-10-26T07:[0-2]\d:00Z$/));
});

it('spreads the openings over half an hour, the same for the same lead', async () => {
  const due = async (id: string) =>
    (await runSkill(followUpScheduler, 'follow-up-scheduler', { ...base, lead: { ...lead, id }, now: '2026-11-18T02:00:00Z' })).due_at;
  const minutes = new Set(await Promise.all(Array.from({ length: 30 }, (_, at) => due(`lead-${at}`))));
  expect(minutes.size).toBeGreaterThan(10);
  expect(await due('lead-1')).toBe(await due('lead-1'));
});

it('waits for an attempt that is planned', async () => {
  await prove({ attempts: [tried('whatsapp', '2026-11-18T09:00:00Z')] }, (output) =>
    expect(output).toMatchObject({ act: 'wait', attempt: 2, channel: 'email' }),
  );
});

it('names a timezone that does not exist', async () => {
  await expect(runSkill(followUpScheduler, 'follow-up-scheduler', { ...base, timezone: 'Indian/Nowhere' })).rejects.toThrow(
    /input_missing.*Indian\/Nowhere/,
  );
});

it('speaks four languages', async () => {
  const ends = [
    { lead: { ...lead, status: 'lost' } },
    { consent: { whatsapp: false, email: false } },
    { attempts: [tried('email', '2026-11-16T09:00:00Z', true)] },
  ];
  const ways = [{}, { attempts: [tried('whatsapp', '2026-11-17T09:00:00Z')] }, { attempts: [tried('whatsapp', '2026-11-18T09:00:00Z')] }];
  for (const input of [...ends, ...ways]) await proveLanguages(followUpScheduler, 'follow-up-scheduler', () => ({ ...base, ...input }));
});
