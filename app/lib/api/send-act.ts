// Sends one queued act over plain fetch, from a page or from the service worker. The act's own tenant goes both in the header and in the
// arguments: what was queued in one tenant cannot land in another, whatever the tab shows now. A tap on a notification has its token for both.
import type { QueuedAct } from '$lib/offline/database.ts';
import type { Delivery } from '$lib/offline/send-outbox.ts';
import { answerWithinMs } from './endpoint.ts';

/**
 * @param token of the session; null where there is none that is good: only taps on notifications go then
 * @param stopped of a sender that has to end: what is on the way is "unreachable", to be sent again
 */
export type Wire = { url: string; key: string; token: string | null; stopped?: AbortSignal };

const headersOf = (act: QueuedAct, key: string, token: string | null): Record<string, string> => ({
  apikey: key,
  'content-type': 'application/json',
  ...(act.verb !== 'decide_by_token' && { authorization: `Bearer ${token}`, 'x-tenant-id': act.tenant_id }),
});

export async function sendAct(act: QueuedAct, { url, key, token, stopped }: Wire): Promise<Delivery> {
  if (!token && act.verb !== 'decide_by_token') return 'unreachable';
  const inTime = AbortSignal.timeout(answerWithinMs);
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${url}/rest/v1/rpc/${act.verb}`, {
      method: 'POST',
      headers: headersOf(act, key, token),
      body: JSON.stringify(act.verb === 'decide_by_token' ? act.args : { ...act.args, p_tenant_id: act.tenant_id, p_client_key: act.id }),
      signal: stopped ? AbortSignal.any([inTime, stopped]) : inTime,
    });
    text = await response.text();
  } catch {
    return 'unreachable';
  }
  // The act is fine, the way is not: an expired session, a server that restarts, a proxy that is full.
  if (response.status === 401 || response.status === 429 || response.status >= 500) return 'unreachable';
  const body = parsed(text);
  if (!response.ok) return { refusal: { code: String(body?.message ?? 'unexpected'), detail: parsed(body?.details) ?? {} } };
  // a page of somebody between the phone and the server, e.g. "your credit is used up"
  if (!body) return 'unreachable';
  // The verbs that decide never raise: an outcome other than "decided" or "stopped" is its refusal.
  if (typeof body.outcome === 'string' && !['decided', 'stopped'].includes(body.outcome))
    return { refusal: { code: body.outcome, detail: body } };
  return { answer: body };
}

/** The object that a JSON text says; null when it says none. */
function parsed(text: unknown): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(String(text));
    return typeof value === 'object' ? (value as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}
