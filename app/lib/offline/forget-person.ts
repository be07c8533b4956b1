// What a person leaves on this phone, taken away when they sign out.
import { phoneStore } from './database.ts';

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
