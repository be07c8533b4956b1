// The shift of deliveries with a database and channels made by hand: one that goes wrong stops no other, none is settled twice, nothing is claimed late.
import { afterEach, expect, it, vi } from 'vitest';
import type { Delivery, Outcome } from '../_shared/channels/channel.ts';
import { deliveryOn, noMedia } from '../../tests/channels/delivery.ts';
import { runDeliveries, type Send, type Shift } from './handle.ts';

const shift: Shift = { worker: 'deliver-test', concurrency: 2, lease_seconds: 60, claim_for_ms: 10_000, message_ms: 10_000 };

/** A database with these messages due; `lost` lists ids whose claim another worker took. */
function scene(count: number, lost: number[] = []) {
  const due: Delivery[] = Array.from({ length: count }, (_, n) => deliveryOn('push', { delivery_id: n + 1 }));
  const settled: [number, Outcome][] = [];
  const claims: { worker: string; limit: number; leaseSeconds: number }[] = [];
  const client = {
    claim: vi.fn(async (worker: string, limit: number, leaseSeconds: number) => {
      claims.push({ worker, limit, leaseSeconds });
      return due.splice(0, limit);
    }),
    settle: vi.fn(async ({ delivery_id }: Pick<Delivery, 'delivery_id' | 'token'>, outcome: Outcome) => {
      settled.push([delivery_id, outcome]);
      return !lost.includes(delivery_id);
    }),
  };
  return { client, settled, claims };
}
const sent: Send = async () => ({ outcome: 'sent' });

afterEach(() => vi.restoreAllMocks());

it('sends all that is due and never more at once than it may', async () => {
  const { client, settled, claims } = scene(5);
  let open = 0;
  let most = 0;
  const send: Send = async () => {
    most = Math.max(most, (open += 1));
    await Promise.resolve();
    open -= 1;
    return { outcome: 'sent' };
  };
  const report = await runDeliveries(client, send, noMedia(), shift);
  expect(report).toEqual({ sent: 5, gone: 0, retry: 0, failed: 0, lost: 0 });
  expect(settled.map(([id]) => id)).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBeLessThanOrEqual(2);
  expect(claims.every(({ worker, limit, leaseSeconds }) => worker === 'deliver-test' && limit <= 2 && leaseSeconds === 60)).toBe(true);
});

it('counts each outcome, and a claim that another worker took as lost', async () => {
  const { client } = scene(5, [5]);
  const outcomes: Outcome[] = [
    { outcome: 'sent' },
    { outcome: 'gone', code: 'push_subscription_gone' },
    { outcome: 'retry', code: 'push_service_down' },
    { outcome: 'failed', code: 'push_too_large' },
    { outcome: 'sent' },
  ];
  const report = await runDeliveries(client, async ({ delivery_id }) => outcomes[delivery_id - 1]!, noMedia(), shift);
  expect(report).toEqual({ sent: 1, gone: 1, retry: 1, failed: 1, lost: 1 });
});

it('one that throws is tried again later, the log has neither address nor text, and the others go', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { client, settled } = scene(2);
  const send: Send = async ({ delivery_id }) => {
    if (delivery_id === 1) throw new Error('fetch failed');
    return { outcome: 'sent' };
  };
  expect(await runDeliveries(client, send, noMedia(), shift)).toMatchObject({ sent: 1, retry: 1 });
  expect(settled).toContainEqual([1, { outcome: 'retry', code: 'unexpected' }]);
  expect(log.mock.calls).toEqual([['delivery 1 by push:', 'fetch failed']]);
});

it('one that hangs is given back, and its channel is told to stop', async () => {
  const { client, settled } = scene(1);
  let isStopped = false;
  const hang: Send = (_delivery, { signal }) =>
    new Promise(() => signal.addEventListener('abort', () => (isStopped = true), { once: true }));
  await runDeliveries(client, hang, noMedia(), { ...shift, message_ms: 5 });
  expect(settled).toEqual([[1, { outcome: 'retry', code: 'timeout' }]]);
  expect(isStopped).toBe(true);
});

it('one that cannot be settled is left to its lease, and the others are settled', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { client } = scene(2);
  client.settle.mockRejectedValueOnce(new Error('settle_delivery: connection reset'));
  expect(await runDeliveries(client, sent, noMedia(), shift)).toMatchObject({ sent: 1, lost: 1 });
  expect(log).toHaveBeenCalledOnce();
});

it('claims nothing when its time is up, and says when nothing can be claimed', async () => {
  const { client } = scene(1);
  expect(await runDeliveries(client, sent, noMedia(), { ...shift, claim_for_ms: 0 })).toMatchObject({ sent: 0 });
  expect(client.claim).not.toHaveBeenCalled();
  client.claim.mockRejectedValueOnce(new Error('claim_deliveries: no connection'));
  await expect(runDeliveries(client, sent, noMedia(), shift)).rejects.toThrow('no connection');
});
