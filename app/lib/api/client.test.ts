// The data API on a line that is up and brings nothing: the person hears of it, and what they decided is kept like without network.
import { afterEach, expect, test, vi } from 'vitest';
import { callAsAnybody } from './client.ts';
import { isOffline } from './error.ts';
import { isReached } from './reach.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('an answer that does not come in time is an act without network', async () => {
  const timeOver = new DOMException('signal timed out', 'TimeoutError');
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort(timeOver));
  vi.stubGlobal(
    'fetch',
    vi.fn((_url: string, { signal }: RequestInit) =>
      signal?.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve(new Response('{}')),
    ),
  );
  const error: unknown = await callAsAnybody(new URL('http://shop'), 'read_page', {}).catch((failure: unknown) => failure);
  expect(isOffline(error)).toBe(true);
  expect(isReached()).toBe(false);
});
