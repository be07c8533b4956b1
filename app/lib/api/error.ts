// The one error funnel: whatever the database, the auth server or the network says becomes an AppError with a sentence for a person.

/** What programs switch on (`code`, e.g. `tenant_mismatch`) and what people read (`message`, already in their language). */
export class AppError extends Error {
  override name = 'AppError';
  constructor(
    readonly code: string,
    message: string,
    /** fields the database sent for the sentence, e.g. `{ limit: 15 }` */
    readonly detail: Record<string, unknown> = {},
    options: { cause?: unknown } = {},
  ) {
    super(message, options);
  }
}

/** Makes an AppError from a code; the sentences are fetched on the first error, not on the first visit. */
export async function appError(code: string, detail: Record<string, unknown> = {}, cause?: unknown): Promise<AppError> {
  const { sentenceFor } = await import('./error-sentences.ts');
  return new AppError(code, sentenceFor(code, detail, (cause as Refusal | undefined)?.code), detail, { cause });
}

type Refusal = { code?: string | number; message?: string; details?: string | null; name?: string; status?: number; error_code?: string };

/** PostgREST, GoTrue, Storage or fetch failure -> AppError. Postgres errors raised by a verb carry SQLSTATE NX4xx and a snake_case code as message. */
export async function toAppError(refusal: unknown): Promise<AppError> {
  if (refusal instanceof AppError) return refusal;
  const { code: given = '', message = '', details, name, status } = (refusal ?? {}) as Refusal;
  // a DOMException's is a number
  const code = String(given);
  if (code.startsWith('NX')) return appError(message, parseDetail(details), refusal);
  if (isNetworkFailure(refusal, message, name)) return appError('offline', {}, refusal);
  if (code === 'PGRST301' || code === 'PGRST303' || status === 401) return appError('session_expired', {}, refusal);
  if (code === '42501') return appError('not_allowed', {}, refusal);
  if (name?.startsWith('Auth')) return appError(authCode(refusal as Refusal), {}, refusal);
  return appError('unexpected', {}, refusal);
}

/** True when the act never reached the server, so that it may be queued and sent later. */
export const isOffline = (error: unknown): boolean => error instanceof AppError && error.code === 'offline';

function isNetworkFailure(refusal: unknown, message: string, name?: string): boolean {
  return (
    refusal instanceof TypeError ||
    name === 'AuthRetryableFetchError' ||
    name === 'TimeoutError' ||
    /failed to fetch|networkerror|load failed|fetch failed/i.test(message)
  );
}

function authCode({ code = '', status, message = '' }: Refusal): string {
  if (code === 'user_already_exists' || code === 'email_exists') return 'email_taken';
  if (code === 'over_request_rate_limit' || code === 'over_email_send_rate_limit' || status === 429) return 'too_many_attempts';
  if (code === 'otp_expired' || code === 'bad_jwt' || code === 'flow_state_expired') return 'link_expired';
  if (code === 'same_password' || code === 'weak_password' || code === 'email_not_confirmed' || code === 'invalid_credentials') return code;
  return /invalid login/i.test(message) ? 'invalid_credentials' : 'unexpected';
}

function parseDetail(details: string | null | undefined): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(details ?? '{}');
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
