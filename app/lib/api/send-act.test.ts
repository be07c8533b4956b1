// What the server says to a queued act, and where the act goes.
import { afterEach, expect, test, vi } from 'vitest';
import type { QueuedAct } from '$lib/offline/database.ts';
import { answerWithinMs } from './endpoint.ts';
import { sendAct } from './send-act.ts';

const act: QueuedAct = {
  id: 'key-1',
  user_id: 'lala',
  tenant_id: 'samosas',
  verb: 'decide_approval',
  args: { p_approval_id: 'a', p_tenant_id: 'salon' },
  about: 'a',
  title: '',
  language: 'fr',
  queued_at: 0,
  state: 'waiting',
  refusal: null,
};
const wire = { url: 'http://here', key: 'publishable', token: 'token' };
const answering = (status: number, body: unknown) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status }))),
  );

afterEach(() => vi.unstubAllGlobals());

test('the act’s own tenant is in the header and in the arguments, whatever else they say', async () => {
  answering(200, { outcome: 'decided' });
  expect(await sendAct(act, wire)).toEqual({ answer: { outcome: 'decided' } });
  const [url, init] = vi.mocked(fetch).mock.calls[0] as [string, RequestInit];
  expect(url).toBe('http://here/rest/v1/rpc/decide_approval');
  expect(init.headers).toMatchObject({ 'x-tenant-id': 'samosas', authorization: 'Bearer token' });
  expect(JSON.parse(init.body as string)).toEqual({ p_approval_id: 'a', p_tenant_id: 'samosas', p_client_key: 'key-1' });
});

test('an outcome other than "decided" and "stopped" is a refusal with what the server told', async () => {
  answering(200, { outcome: 'stale', version: 3 });
  expect(await sendAct(act, wire)).toEqual({ refusal: { code: 'stale', detail: { outcome: 'stale', version: 3 } } });
});

test('what was stopped is an answer', async () => {
  answering(200, { outcome: 'stopped', state: 'pending' });
  expect(await sendAct(act, wire)).toEqual({ answer: { outcome: 'stopped', state: 'pending' } });
});

test('a verb that raises is a refusal with its code and fields', async () => {
  answering(409, { code: 'NX409', message: 'tenant_mismatch', details: '{"tenant_id":"x"}' });
  expect(await sendAct(act, wire)).toEqual({ refusal: { code: 'tenant_mismatch', detail: { tenant_id: 'x' } } });
});

test.each([401, 429, 500, 503])('status %i leaves the act waiting', async (status) => {
  answering(status, {});
  expect(await sendAct(act, wire)).toBe('unreachable');
});

test('no network leaves the act waiting', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.reject(new TypeError('Failed to fetch'))),
  );
  expect(await sendAct(act, wire)).toBe('unreachable');
});

/** A line that is up and brings nothing, until the caller ends it. */
const hanging = () =>
  vi.stubGlobal(
    'fetch',
    vi.fn((_url: string, { signal }: RequestInit) => {
      const { promise, reject } = Promise.withResolvers<Response>();
      const end = () => reject(signal?.reason as Error);
      if (signal?.aborted) end();
      signal?.addEventListener('abort', end);
      return promise;
    }),
  );

test('an answer that does not come in time leaves the act waiting', async () => {
  hanging();
  const limit = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort());
  expect(await sendAct(act, wire)).toBe('unreachable');
  expect(limit).toHaveBeenCalledWith(answerWithinMs);
  limit.mockRestore();
});

test('a sender that has to end leaves the act waiting at once', async () => {
  hanging();
  const stop = new AbortController();
  const delivery = sendAct(act, { ...wire, stopped: stop.signal });
  stop.abort();
  expect(await delivery).toBe('unreachable');
});

test('a page of somebody on the way is no answer: the act waits', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(new Response('<h1>Your credit is used up</h1>', { status: 200 }))),
  );
  expect(await sendAct(act, wire)).toBe('unreachable');
});

test('an answer that breaks off leaves the act waiting', async () => {
  const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('network error')) });
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(new Response(broken, { status: 200 }))),
  );
  expect(await sendAct(act, wire)).toBe('unreachable');
});

test('a tap on a notification goes with its token alone, also without a session', async () => {
  answering(200, { outcome: 'decided' });
  const tap: QueuedAct = { ...act, verb: 'decide_by_token', args: { p_token: 'secret', p_decision: 'approve' } };
  expect(await sendAct(tap, { ...wire, token: null })).toEqual({ answer: { outcome: 'decided' } });
  const [url, init] = vi.mocked(fetch).mock.calls[0] as [string, RequestInit];
  expect(url).toBe('http://here/rest/v1/rpc/decide_by_token');
  expect(init.headers).toEqual({ apikey: 'publishable', 'content-type': 'application/json' });
  expect(JSON.parse(init.body as string)).toEqual({ p_token: 'secret', p_decision: 'approve' });
});

test('without a session nothing else leaves the phone', async () => {
  answering(200, {});
  expect(await sendAct(act, { ...wire, token: null })).toBe('unreachable');
  expect(fetch).not.toHaveBeenCalled();
});
