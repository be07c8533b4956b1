// The outbox in a real browser's IndexedDB: an act goes once, to its own tenant, in order; a refusal is kept; a sign-out leaves nothing.
import { beforeEach, expect, test } from 'vitest';
import { readCache, writeCache } from './cache.ts';
import { phoneStore, type QueuedAct } from './database.ts';
import { forgetPerson } from './forget-person.ts';
import { keepAct, listActs, retryAct, type NewAct } from './outbox.ts';
import { sendOutbox, type Delivery } from './send-outbox.ts';

const act = (id: string, tenant_id: string, user_id = 'lala') => ({
  id,
  user_id,
  tenant_id,
  verb: 'decide_approval' as const,
  args: { p_decision: 'approve' },
  about: id,
  title: id,
  language: 'fr' as const,
});

beforeEach(async () => {
  const store = await phoneStore();
  await Promise.all([store.clear('outbox'), store.clear('cache'), store.clear('session')]);
});

async function queue(...acts: NewAct[]) {
  for (const one of acts) await keepAct(one);
}

/** A server that answers `deliveries` in turn and remembers what it was sent. */
function server(...deliveries: Delivery[]) {
  const sent: QueuedAct[] = [];
  const send = (one: QueuedAct) => Promise.resolve(deliveries[sent.push(one) - 1] ?? { answer: {} });
  return { sent, send };
}

test('acts go oldest first, each with the tenant it was made for, and are gone', async () => {
  await queue(act('1', 'samosas'), act('2', 'salon'), act('3', 'samosas'));
  const { sent, send } = server();
  await sendOutbox('lala', send);
  expect(sent.map(({ id, tenant_id }) => [id, tenant_id])).toEqual([
    ['1', 'samosas'],
    ['2', 'salon'],
    ['3', 'samosas'],
  ]);
  expect(await listActs('lala')).toEqual([]);
});

test('another person’s acts are neither sent nor shown', async () => {
  await queue(act('1', 'samosas', 'hery'));
  const { sent, send } = server();
  await sendOutbox('lala', send);
  expect(sent).toEqual([]);
  expect(await listActs('lala')).toEqual([]);
  expect(await listActs('hery')).toHaveLength(1);
});

test('no network: what was not answered waits, in order, and nothing after it goes first', async () => {
  await queue(act('1', 'samosas'), act('2', 'samosas'), act('3', 'samosas'));
  const { sent, send } = server({ answer: {} }, 'unreachable');
  // the service worker tells the browser to call again
  expect(await sendOutbox('lala', send)).toBe(false);
  expect(sent.map(({ id }) => id)).toEqual(['1', '2']);
  expect((await listActs('lala')).map(({ id, state }) => [id, state])).toEqual([
    ['2', 'waiting'],
    ['3', 'waiting'],
  ]);
});

test('a refused act is kept with its reason, does not block the next, and is not sent again by itself', async () => {
  await queue(act('1', 'samosas'), act('2', 'samosas'));
  const first = server({ refusal: { code: 'already_decided', detail: { decided_by_name: 'Hery' } } });
  const told: string[] = [];
  await sendOutbox('lala', first.send, ({ id }, delivery) =>
    told.push(`${id} ${typeof delivery === 'object' && 'refusal' in delivery ? 'refused' : 'sent'}`),
  );
  expect(told).toEqual(['1 refused', '2 sent']);
  const [kept] = await listActs('lala');
  expect(kept).toMatchObject({ id: '1', state: 'refused', refusal: { code: 'already_decided', detail: { decided_by_name: 'Hery' } } });

  const second = server();
  await sendOutbox('lala', second.send);
  expect(second.sent).toEqual([]);
  await retryAct(kept as QueuedAct);
  await sendOutbox('lala', second.send);
  expect(second.sent.map(({ id }) => id)).toEqual(['1']);
});

test('a tap whose first try arrived without an answer is done; a token that somebody used otherwise is told', async () => {
  const tap = { ...act('1', 'samosas'), verb: 'decide_by_token' as const };
  await queue(tap, { ...tap, id: '2' }, { ...tap, id: '3', args: { p_decision: 'stop' } });
  const { send } = server(
    { refusal: { code: 'used', detail: { state: 'approved' } } },
    { refusal: { code: 'used', detail: { state: 'rejected' } } },
    { refusal: { code: 'used', detail: { state: 'pending' } } },
  );
  await sendOutbox('lala', send);
  expect((await listActs('lala')).map(({ id, state }) => [id, state])).toEqual([['2', 'refused']]);
});

test('without a session only what needs none is sent, and the rest keeps its place', async () => {
  await queue(act('1', 'samosas'));
  await keepAct({ ...act('2', 'samosas'), verb: 'decide_by_token' });
  const { sent, send } = server();
  await sendOutbox('lala', send, undefined, ({ verb }) => verb === 'decide_by_token');
  expect(sent.map(({ id }) => id)).toEqual(['2']);
  expect((await listActs('lala')).map(({ id }) => id)).toEqual(['1']);
});

test('two senders at once send each act once', async () => {
  await queue(act('1', 'samosas'), act('2', 'samosas'));
  const sent: string[] = [];
  const slow = async ({ id }: QueuedAct): Promise<Delivery> => {
    sent.push(id);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return { answer: {} };
  };
  await Promise.all([sendOutbox('lala', slow), sendOutbox('lala', slow)]);
  expect(sent.sort()).toEqual(['1', '2']);
});

test('a sender that has to end does not wait for the other', async () => {
  await queue(act('1', 'samosas'));
  const { promise, resolve } = Promise.withResolvers<Delivery>();
  const first = sendOutbox('lala', () => promise);
  const stop = new AbortController();
  const { sent, send } = server();
  const second = sendOutbox('lala', send, undefined, undefined, stop.signal);
  stop.abort();
  expect(await second).toBe(false);
  expect(sent).toEqual([]);
  resolve({ answer: {} });
  expect(await first).toBe(true);
  expect(await listActs('lala')).toEqual([]);
});

test('signing out erases this person’s copies and drafts, their queue when they say so, and leaves the other’s', async () => {
  await queue(act('1', 'samosas'), act('2', 'samosas', 'hery'));
  await writeCache('lala', 'samosas', 'home', 1);
  await writeCache('hery', 'samosas', 'home', 2);
  localStorage.setItem('nexio.draft.lala.samosas.new-post', '{}');
  localStorage.setItem('nexio.draft.hery.samosas.new-post', '{}');
  await forgetPerson('lala', { withOutbox: false });
  expect(await listActs('lala')).toHaveLength(1);
  await forgetPerson('lala', { withOutbox: true });
  expect(await readCache('lala', 'samosas', 'home')).toBeNull();
  expect((await readCache('hery', 'samosas', 'home'))?.value).toBe(2);
  expect(await listActs('lala')).toEqual([]);
  expect(await listActs('hery')).toHaveLength(1);
  expect(localStorage.getItem('nexio.draft.lala.samosas.new-post')).toBeNull();
  expect(localStorage.getItem('nexio.draft.hery.samosas.new-post')).toBe('{}');
});

test('a copy of one tenant is not read in another', async () => {
  await writeCache('lala', 'samosas', 'approvals', ['a']);
  expect(await readCache('lala', 'salon', 'approvals')).toBeNull();
});
