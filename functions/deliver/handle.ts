// The loop of deliveries: claim, send, settle, until nothing is due or its time is up. Pure: all it touches is given. Called by index.ts.
import type { ChannelTools, Delivery, Outcome } from '../_shared/channels/channel.ts';
import type { DeliveryClient } from './delivery-client.ts';

export type Shift = {
  /** names this worker in the log */
  worker: string;
  /** messages open at once */
  concurrency: number;
  lease_seconds: number;
  /** milliseconds from now after which nothing more is claimed */
  claim_for_ms: number;
  /** one message may take this long, shorter than the lease */
  message_ms: number;
};

export type ShiftReport = Record<Outcome['outcome'] | 'lost', number>;

export type Send = (delivery: Delivery, tools: ChannelTools) => Promise<Outcome>;

async function sendOne(send: Send, delivery: Delivery, tools: Omit<ChannelTools, 'signal'>, messageMs: number): Promise<Outcome> {
  const signal = AbortSignal.timeout(messageMs);
  const timeIsUp = new Promise<Outcome>((resolve) => {
    signal.addEventListener('abort', () => resolve({ outcome: 'retry', code: 'timeout' }), { once: true });
  });
  try {
    return await Promise.race([send(delivery, { ...tools, signal }), timeIsUp]);
  } catch (error) {
    // the address and the text stay out of the log
    console.error(`delivery ${delivery.delivery_id} by ${delivery.channel}:`, error instanceof Error ? error.message : 'failed');
    return { outcome: 'retry', code: 'unexpected' };
  }
}

/**
 * Works until nothing is due. A message that goes wrong never stops the others; one that cannot be settled is left to its lease.
 * @throws DeliveryError when nothing can be claimed
 */
export async function runDeliveries(
  client: Pick<DeliveryClient, 'claim' | 'settle'>,
  send: Send,
  tools: Omit<ChannelTools, 'signal'>,
  shift: Shift,
): Promise<ShiftReport> {
  const until = performance.now() + shift.claim_for_ms;
  const report: ShiftReport = { sent: 0, gone: 0, retry: 0, failed: 0, lost: 0 };
  const open = new Set<Promise<void>>();

  async function work(delivery: Delivery): Promise<void> {
    const outcome = await sendOne(send, delivery, tools, shift.message_ms);
    try {
      report[(await client.settle(delivery, outcome)) ? outcome.outcome : 'lost'] += 1;
    } catch (error) {
      report.lost += 1;
      console.error(`delivery ${delivery.delivery_id}: its lease will give it back`, error instanceof Error ? error.message : error);
    }
  }

  for (;;) {
    const room = performance.now() < until ? shift.concurrency - open.size : 0;
    const claimed = room > 0 ? await client.claim(shift.worker, room, shift.lease_seconds) : [];
    for (const delivery of claimed) {
      const promise = work(delivery).finally(() => open.delete(promise));
      open.add(promise);
    }
    if (open.size === 0) return report;
    await Promise.race(open);
  }
}
