// Sends what waits in the outbox: each act once, in order, to the tenant it was made for and to no other.
// Pages and the service worker both send; a Web Lock lets one at a time, and p_client_key makes a second arrival harmless.
import { phoneStore, type QueuedAct } from './database.ts';
import { dropAct, listActs } from './outbox.ts';

/** What the server said to an act: its answer, a refusal to keep and explain, or no answer (network), to try again later. */
export type Delivery = { answer: Record<string, unknown> } | { refusal: { code: string; detail: Record<string, unknown> } } | 'unreachable';
export type Send = (act: QueuedAct) => Promise<Delivery>;

/**
 * Sends what waits for this person, oldest first; stops at the first act that cannot reach the server.
 * `told` hears each settled act: with its answer (the act is gone) or with its refusal (the act is kept to be explained).
 * `only` leaves others where they are; `stopped` ends the wait for another sender. False when it stopped.
 */
export async function sendOutbox(
  userId: string,
  send: Send,
  told: (act: QueuedAct, delivery: Delivery) => unknown = () => {},
  only: (act: QueuedAct) => boolean = () => true,
  stopped?: AbortSignal,
): Promise<boolean> {
  const sendAll = async () => {
    for (const act of await listActs(userId)) {
      if (act.state !== 'waiting' || !only(act)) continue;
      const delivery = ownWork(act, await send(act));
      if (delivery === 'unreachable') return false;
      if ('refusal' in delivery) await (await phoneStore()).put('outbox', { ...act, state: 'refused', refusal: delivery.refusal });
      else await dropAct(act.id);
      await told(act, delivery);
    }
    return true;
  };
  if (!navigator.locks) return sendAll();
  return navigator.locks.request('nexio-outbox', { signal: stopped }, sendAll).catch((error: unknown) => {
    if (stopped?.aborted) return false;
    throw error;
  });
}

/** A token found used by the very decision that is sent: the first try arrived and its answer was lost. */
function ownWork(act: QueuedAct, delivery: Delivery): Delivery {
  if (act.verb !== 'decide_by_token' || delivery === 'unreachable' || 'answer' in delivery) return delivery;
  const { code, detail } = delivery.refusal;
  const states: Record<string, string> = { approve: 'approved', reject: 'rejected', stop: 'pending' };
  return code === 'used' && detail.state === states[String(act.args.p_decision)] ? { answer: detail } : delivery;
}
