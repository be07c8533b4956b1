// The data API on a line that is up and brings nothing: the person hears of it, and what they decided is kept like without network.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { callAsAnybody } from './client.ts';
import { answerWithinMs } from './endpoint.ts';
// fetched on the first error otherwise, while time stands still
import './error-sentences.ts';
import { isOffline } from './error.ts';
import { isReached } from './reach.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const ask = () => callAsAnybody(new URL('http://shop'), 'read_page', {});

/** A line whose answer begins after `headMs`, and is whole `bodyMs` later; it breaks off when the caller ends it. */
function answering(headMs: number, bodyMs: number) {
  const later = <T>(ms: number, value: T, signal: AbortSignal | null | undefined) => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    setTimeout(() => resolve(value), ms);
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
    return promise;
  };
  vi.stubGlobal('fetch', (_url: string, { signal }: RequestInit) =>
    later(headMs, { ok: true, text: () => later(bodyMs, '{"name":"Samosas"}', signal) } as Response, signal),
  );
}

test('an answer that does not begin in time is an act without network', async () => {
  answering(answerWithinMs + 1, 0);
  const failed = ask().catch((failure: unknown) => failure);
  await vi.advanceTimersByTimeAsync(answerWithinMs);
  expect(isOffline(await failed)).toBe(true);
  expect(isReached()).toBe(false);
});

test('a long answer on a slow line comes in whole', async () => {
  answering(answerWithinMs - 1, 10 * answerWithinMs);
  const read = ask();
  await vi.advanceTimersByTimeAsync(11 * answerWithinMs);
  expect(await read).toEqual({ name: 'Samosas' });
  expect(isReached()).toBe(true);
});
