// A Google access token out of a tenant's consent: the refresh token is exchanged when it is there. Used by the adapters of Google's interfaces.
// https://developers.google.com/identity/protocols/oauth2/web-server#offline · errors: https://cloud.google.com/apis/design/errors
import type { Ask, Door } from '../door.ts';
import { PlatformError, type PlatformTrouble } from '../platform-error.ts';
import { isRow, text } from '../json.ts';

/** The client that the tenant gave the consent to. */
async function accessToken(door: Door): Promise<string> {
  const { token, refresh_token } = door.secret;
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } = door.env;
  if (!refresh_token || !GOOGLE_CLIENT_ID || !GOOGLE_CLIENT_SECRET) return token ?? '';
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token,
    client_id: GOOGLE_CLIENT_ID,
    client_secret: GOOGLE_CLIENT_SECRET,
  });
  const { body } = await door.ask('oauth2.googleapis.com', '/token', {
    method: 'POST',
    body: form,
    isRepeatable: true,
    // 400 invalid_grant: the consent is withdrawn or too old
    troubleIn: (status, answer) =>
      status === 400 && isRow(answer) && answer.error === 'invalid_grant'
        ? { trouble: 'token_expired', reason: 'invalid_grant', message: 'the consent is no longer valid' }
        : undefined,
  });
  return isRow(body) ? text(body.access_token, 4000) : '';
}

const troubles: Record<string, PlatformTrouble> = {
  UNAUTHENTICATED: 'token_expired',
  PERMISSION_DENIED: 'permission_missing',
  RESOURCE_EXHAUSTED: 'rate_limited',
  UNAVAILABLE: 'unavailable',
  INTERNAL: 'unavailable',
  DEADLINE_EXCEEDED: 'unavailable',
};

/** `{error: {code, message, status}}`; an array around it comes from streams. */
export const googleTrouble: Ask['troubleIn'] = (_status, body) => {
  const answer: unknown = Array.isArray(body) ? body[0] : body;
  if (!isRow(answer) || !isRow(answer.error)) return undefined;
  const { status, message } = answer.error;
  // an API key that is none comes as INVALID_ARGUMENT
  const isKey = /API[ _]key not valid|API_KEY_INVALID/.test(JSON.stringify(answer.error));
  const trouble = isKey ? 'permission_missing' : (troubles[text(status)] ?? 'refused');
  return { trouble, reason: text(status, 60), message: text(message, 300) };
};

const tokens = new WeakMap<Door, Promise<string>>();

/** One call as the tenant; one exchange a step. @throws PlatformError */
export async function asTenant(door: Door, host: string, path: string, options: Ask = {}): Promise<unknown> {
  let token = tokens.get(door);
  if (!token) tokens.set(door, (token = accessToken(door)));
  const bearer = await token;
  if (bearer === '') throw new PlatformError('token_expired', 'there is no token', { status: 401 });
  const headers = { authorization: `Bearer ${bearer}`, ...options.headers };
  return (await door.ask(host, path, { ...options, headers, troubleIn: googleTrouble })).body;
}

/** One call with the platform's key. @throws PlatformError */
export async function withKey(door: Door, host: string, path: string, options: Ask = {}): Promise<unknown> {
  const headers = { 'x-goog-api-key': door.secret.token ?? '', ...options.headers };
  return (await door.ask(host, path, { ...options, headers, troubleIn: googleTrouble })).body;
}
