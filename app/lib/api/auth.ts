// Signing up, in and out (Supabase Auth). Every failure is an AppError; the session itself lives in session.ts.
import type { Session } from '@supabase/auth-js';
import { toAppError } from './error.ts';
import { auth, storageKey, tellSessionChanged } from './session.ts';

/** What sign-up asks besides e-mail and password; kept in the person's metadata until their tenant exists. */
export type Newcomer = { display_name: string; company: string; country: string; language: string };

type Reply<T> = { data: T; error: unknown };

async function ask<T>(reply: Promise<Reply<T>>): Promise<T> {
  const { data, error } = await reply.catch(async (failure: unknown) => {
    throw await toAppError(failure);
  });
  if (error) throw await toAppError(error);
  tellSessionChanged();
  return data;
}

/** @param next where the mail of confirmation leads in the end. @returns the session, or null when the address must be confirmed by mail first */
export async function signUp(email: string, password: string, newcomer: Newcomer, next: string): Promise<Session | null> {
  const client = await auth();
  const emailRedirectTo = `${location.origin}/signin?next=${encodeURIComponent(next)}`;
  return (await ask<{ session: Session | null }>(client.signUp({ email, password, options: { data: newcomer, emailRedirectTo } }))).session;
}

export async function signIn(email: string, password: string): Promise<Session> {
  return (await ask<{ session: Session | null }>((await auth()).signInWithPassword({ email, password }))).session as Session;
}

/** Ends this phone's session; offline it only forgets it here. */
export async function signOut(): Promise<void> {
  await (await auth()).signOut({ scope: 'local' }).catch(() => null);
  localStorage.removeItem(storageKey);
  tellSessionChanged();
}

/** Mails a link to /reset; says nothing about whether the address has an account. */
export async function sendRecovery(email: string): Promise<void> {
  await ask<unknown>((await auth()).resetPasswordForEmail(email, { redirectTo: `${location.origin}/reset` }));
}

/** Takes up the session that a mail's link brought in the address (`#access_token=…&refresh_token=…`). */
export async function takeUpLink(fragment: URLSearchParams): Promise<Session> {
  const access_token = fragment.get('access_token') ?? '';
  const refresh_token = fragment.get('refresh_token') ?? '';
  return (await ask<{ session: Session | null }>((await auth()).setSession({ access_token, refresh_token }))).session as Session;
}

export async function changePassword(password: string): Promise<void> {
  await ask<unknown>((await auth()).updateUser({ password }));
}
