// The last answer of each read, per person and tenant, so that a screen opens at once and offline.
import { phoneStore } from './database.ts';

export type Cached<T> = { value: T; saved_at: number };

export async function readCache<T>(userId: string, tenantId: string, name: string): Promise<Cached<T> | null> {
  const row = await (await phoneStore()).get('cache', [userId, tenantId, name]);
  return row ? { value: row.value as T, saved_at: row.saved_at } : null;
}

export async function writeCache(userId: string, tenantId: string, name: string, value: unknown): Promise<void> {
  await (await phoneStore()).put('cache', { value, saved_at: Date.now() }, [userId, tenantId, name]);
}

/** Removes what this person read and was writing on this phone; what waits in their outbox only when they say so. */
export async function forgetPerson(userId: string, { withOutbox }: { withOutbox: boolean }): Promise<void> {
  const store = await phoneStore();
  const change = store.transaction(['cache', 'outbox', 'session'], 'readwrite');
  const queued = await change.objectStore('outbox').index('of_user').getAllKeys(userId);
  await Promise.all([
    change.objectStore('cache').delete(IDBKeyRange.bound([userId], [userId, []])),
    ...(withOutbox ? queued : []).map((id) => change.objectStore('outbox').delete(id)),
    change.objectStore('session').delete('current'),
    change.done,
  ]);
  for (const key of Object.keys(localStorage)) if (key.startsWith(`nexio.draft.${userId}.`)) localStorage.removeItem(key);
}
