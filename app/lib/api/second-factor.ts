// The second factor (TOTP, an authenticator app) of the signed-in person, by Supabase Auth. What is sensitive asks for it: the session is aal2 afterwards.
import { call } from './client.ts';
import { publishableKey, supabaseUrl } from './endpoint.ts';
import { appError, toAppError } from './error.ts';
import { accessToken, auth, tellSessionChanged } from './session.ts';

export type Enrolment = {
  factorId: string;
  /** SVG as a data: URI */ qr: string;
  /** for typing by hand */ secret: string;
  /** opens an authenticator app on this phone */ uri: string;
};

type Reply<T> = { data: T | null; error: unknown };

async function ask<T>(reply: Promise<Reply<T>>): Promise<T> {
  const { data, error } = await reply.catch(async (failure: unknown) => {
    throw await toAppError(failure);
  });
  if (error || data === null) throw await toAppError(error);
  return data;
}

/** The factor that is in use, or null. */
export async function readFactor(): Promise<{ id: string; created_at: string } | null> {
  const { totp } = await ask((await auth()).mfa.listFactors());
  return totp[0] ?? null;
}

/** Begins an enrolment; one that was begun and never finished is thrown away first. */
export async function beginFactor(): Promise<Enrolment> {
  const { mfa } = await auth();
  const { all } = await ask(mfa.listFactors());
  for (const { id, status } of all) if (status === 'unverified') await ask(mfa.unenroll({ factorId: id }));
  const { id, totp } = await ask(
    mfa.enroll({ factorType: 'totp', issuer: 'Nexio', friendlyName: `Nexio ${new Date().toISOString().slice(0, 16)}` }),
  );
  return { factorId: id, qr: totp.qr_code, secret: totp.secret, uri: totp.uri };
}

/** @param code six digits. The first right code also finishes an enrolment. */
export async function proveFactor(factorId: string, code: string): Promise<void> {
  await ask((await auth()).mfa.challengeAndVerify({ factorId, code }));
  tellSessionChanged();
}

/** Needs a session that has proved the factor. */
export async function removeFactor(factorId: string): Promise<void> {
  const client = await auth();
  await ask(client.mfa.unenroll({ factorId }));
  await client.refreshSession();
  tellSessionChanged();
}

/** Ten codes that stand in for a lost factor, told this once; those of before are void. Needs a session that has proved the factor. */
export const makeRecoveryCodes = (): Promise<string[]> => call('make_recovery_codes', {});

/** How many are left. */
export const countRecoveryCodes = (): Promise<number> => call('count_recovery_codes', {});

/** A recovery code takes the lost factor off. Throws AppError `recovery_code_wrong`, `too_many_attempts`. */
export async function recoverFactor(code: string): Promise<void> {
  const response = await fetch(`${supabaseUrl}/functions/v1/recover-factor`, {
    method: 'POST',
    headers: { apikey: publishableKey, authorization: `Bearer ${(await accessToken()) ?? ''}`, 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  }).catch(async (failure: unknown) => {
    throw await toAppError(failure);
  });
  if (!response.ok) {
    const { code: refusal } = (await response.json().catch(() => ({}))) as { code?: unknown };
    throw await appError(typeof refusal === 'string' ? refusal : 'unexpected');
  }
  await (await auth()).refreshSession();
  tellSessionChanged();
}
