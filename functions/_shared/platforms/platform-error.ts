// What an outside platform's refusal means for us, whoever the platform is. Raised by the adapters beside this file; turned into a card's
// `availability` by functions/run-steps/skills/http/http-skill.ts.

/**
 * token_expired: connect again · permission_missing: the account may not do this · unavailable: the platform is down or does not offer it ·
 * rate_limited: later · refused: this very request is wrong (`reason` is the platform's own word for it)
 */
export type PlatformTrouble = 'token_expired' | 'permission_missing' | 'unavailable' | 'rate_limited' | 'refused';

/** The message is for logs and holds no token. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly trouble: PlatformTrouble;
  readonly status: number;
  /** the platform's code, as text; '' when it gave none */
  readonly reason: string;

  constructor(trouble: PlatformTrouble, message: string, more: { status?: number; reason?: string; cause?: unknown } = {}) {
    super(message, { cause: more.cause });
    this.trouble = trouble;
    this.status = more.status ?? 0;
    this.reason = more.reason ?? '';
  }
}

/** What an HTTP status says where a platform has no codes of its own. */
export function troubleOf(status: number): PlatformTrouble {
  if (status === 401) return 'token_expired';
  if (status === 402 || status === 403) return 'permission_missing';
  if (status === 429) return 'rate_limited';
  return status >= 500 || status === 408 ? 'unavailable' : 'refused';
}
