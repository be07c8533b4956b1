// Writes made without network: kept per person and tenant until send-outbox.ts has sent them.
import { phoneStore, type QueuedAct } from './database.ts';

export type NewAct = Omit<QueuedAct, 'queued_at' | 'state' | 'refusal'>;

/** Kept in the order of keeping, also within one millisecond. @param refusal of an act that was refused at once */
export async function keepAct(act: NewAct, refusal: QueuedAct['refusal'] = null): Promise<void> {
  const change = (await phoneStore()).transaction('outbox', 'readwrite');
  const others = await change.store.index('of_user').getAll(act.user_id);
  const queued_at = Math.max(Date.now(), ...others.map((other) => other.queued_at + 1));
  await Promise.all([change.store.put({ ...act, queued_at, state: refusal ? 'refused' : 'waiting', refusal }), change.done]);
}

/** All acts of this person in every tenant, oldest first. */
export async function listActs(userId: string): Promise<QueuedAct[]> {
  const acts = await (await phoneStore()).getAllFromIndex('outbox', 'of_user', userId);
  return acts.sort((a, b) => a.queued_at - b.queued_at);
}

export async function dropAct(id: string): Promise<void> {
  await (await phoneStore()).delete('outbox', id);
}

/** Puts a refused act back in line, e.g. after the person signed in again. */
export async function retryAct(act: QueuedAct): Promise<void> {
  await (await phoneStore()).put('outbox', { ...act, state: 'waiting', refusal: null });
}
