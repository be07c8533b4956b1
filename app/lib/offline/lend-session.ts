// The current access token (never the refresh token) in IndexedDB: for the service worker, which sends the outbox while the app is closed, and
// for other tabs, whose localStorage may lag a moment behind a refresh made here.
import type { Session } from '@supabase/auth-js';
import { phoneStore, type SendingSession } from './database.ts';

export async function lendSession(session: Session | null): Promise<void> {
  const store = await phoneStore();
  if (!session) return store.delete('session', 'current');
  const { user, access_token, expires_at = 0 } = session;
  // One transaction: a tab that is behind must not put an older token back, not even one that another tab lends at this moment.
  const change = store.transaction('session', 'readwrite');
  const lent = await change.store.get('current');
  if (lent?.user_id !== user.id || lent.expires_at <= expires_at)
    await change.store.put({ user_id: user.id, access_token, expires_at }, 'current');
  await change.done;
}

/** The newest token any tab lent for this person. */
export async function borrowSession(userId: string): Promise<SendingSession | null> {
  const lent = await (await phoneStore()).get('session', 'current');
  return lent?.user_id === userId ? lent : null;
}
