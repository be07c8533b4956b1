// The signed-in person's session, kept in localStorage in supabase-js's own format. auth-js (22 KB) is fetched only when the
// session has to change: sign-in, sign-out, refresh. Only pages refresh, one at a time, never the service worker.
import type { GoTrueClient, Session } from '@supabase/auth-js';
import { borrowSession, lendSession } from '$lib/offline/lend-session.ts';
import { answerWithinMs, publishableKey, supabaseUrl } from './endpoint.ts';

export const storageKey = `sb-${new URL(supabaseUrl).hostname.split('.')[0]}-auth-token`;
const marginSeconds = 60;
/** Fired on `window` when this tab signed in or out, refreshed, or found its session ended. Other tabs get a `storage` event. */
export const sessionChanged = 'nexio-session';
export const tellSessionChanged = (): boolean => dispatchEvent(new Event(sessionChanged));

/** The stored session, even an expired one (offline reading goes on with it), or null when nobody is signed in. */
export function readSession(): Session | null {
  try {
    const session = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as Session | null;
    return session?.access_token && session.user?.id ? session : null;
  } catch {
    return null;
  }
}

/** A token that is good for at least a minute; refreshes first when it must. Null when nobody is signed in or the session was ended. */
export async function accessToken(): Promise<string | null> {
  const session = readSession();
  if (!session) return null;
  return isFresh(session) ? session.access_token : refreshUnderLock();
}

/** Starts the timer that refreshes a minute before expiry; call once, after the first paint. Returns the stop. */
export function keepSessionFresh(): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const plan = () => {
    clearTimeout(timer);
    const session = readSession();
    if (!session?.expires_at) return;
    const wait = Math.max(5, session.expires_at - marginSeconds - Date.now() / 1000) * 1000;
    timer = setTimeout(
      () =>
        void refreshUnderLock()
          .catch(() => null)
          .then(plan),
      Math.min(wait, 2 ** 31 - 1),
    );
  };
  plan();
  return () => clearTimeout(timer);
}

let client: Promise<GoTrueClient> | undefined;

/** auth-js, fetched on first use. It never refreshes by itself: `refreshUnderLock` does. */
export function auth(): Promise<GoTrueClient> {
  client ??= import('@supabase/auth-js').then(
    ({ AuthClient }) =>
      new AuthClient({
        url: `${supabaseUrl}/auth/v1`,
        headers: { apikey: publishableKey },
        storageKey,
        autoRefreshToken: false,
        persistSession: true,
        detectSessionInUrl: false,
        flowType: 'implicit',
        fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(answerWithinMs) }),
      }),
  );
  return client;
}

const isFresh = (session: { expires_at?: number }) => (session.expires_at ?? 0) - Date.now() / 1000 > marginSeconds;

/** @returns an access token that is good, from whichever tab refreshed; null when nobody is signed in */
async function refreshUnderLock(): Promise<string | null> {
  const refresh = async () => {
    const stored = readSession();
    if (!stored || isFresh(stored)) return stored?.access_token ?? null;
    // Another tab may have done it while this one waited.
    const lent = await borrowSession(stored.user.id).catch(() => null);
    if (lent && isFresh(lent)) return lent.access_token;
    // getSession refreshes what is near its end; refreshSession would do so twice, the second time with the spent token.
    const { data, error } = await (await auth()).getSession();
    if (data.session) await lendSession(data.session).catch(() => null);
    tellSessionChanged();
    if (error) throw error;
    return data.session?.access_token ?? null;
  };
  return navigator.locks ? navigator.locks.request('nexio-session', refresh) : refresh();
}
