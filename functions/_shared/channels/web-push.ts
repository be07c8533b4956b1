// Push to a browser: encrypted for that browser alone (RFC 8291), signed by VAPID (RFC 8292), handed to its push service (RFC 8030). Called by functions/deliver.
import webPush from 'web-push';
import type { PushPayload } from '../payloads.ts';
import type { Channel, ChannelEnvironment, DeliveryOn, Outcome } from './channel.ts';
import { shorten } from './shorten.ts';
import { sayBell } from './words/bells.ts';
import { pushWords } from './words/push.ts';

/** RFC 8030 7.2: a push service need not take more than 4096 bytes; encryption and header want about 120 of them, and some services less. */
const maxBytes = 3000;
const day = 86_400;

function timeIn(timezone: string | undefined, at: unknown): string {
  const date = new Date(String(at));
  return Number.isNaN(date.getTime())
    ? ''
    : date.toLocaleTimeString('fr', { timeZone: timezone ?? 'UTC', hour: '2-digit', minute: '2-digit' });
}

/** Title and body in the person's language. */
function say({ kind, user, tenant, approval, data }: DeliveryOn<'push'>): { title: string; body: string } {
  const words = pushWords[user.language];
  const gathered = Number(data.gathered ?? 1);
  const more = gathered > 1 ? ` ${words.more(gathered - 1)}` : '';
  if (kind === 'digest')
    return { title: words.waiting(Math.max(Number(data.count), 1)), body: `${tenant?.name ?? ''} · ${words.reviewThem}` };
  if (kind === 'approval' && approval) {
    const what = shorten(approval.headline || approval.title, 80);
    if (approval.needs_two_factor) return { title: words.toDecide(what), body: words.openTheApp };
    return { title: words.toDecide(what), body: shorten(approval.body || approval.verdict_say || approval.title, 300) };
  }
  if (kind === 'going_out') {
    const title = words.goingOut(timeIn(tenant?.timezone, data.at));
    return { title, body: `${shorten(String(data.title ?? ''), 120)}.${more} ${words.stopIt}` };
  }
  const titles: Record<string, string> = { result: words.result, lead: words.lead, alert: words.alert };
  return { title: titles[kind] ?? words.bringsNews, body: `${shorten(sayBell(user.language, data), 240)}${more}` };
}

/** What the service worker gets. A text that would be too long for a push is cut, never the token. */
export function pushPayload(delivery: DeliveryOn<'push'>): PushPayload {
  const { kind, user, tenant, approval, tokens, waiting_count, link } = delivery;
  const words = pushWords[user.language];
  const buttons = { approval: { approve: words.approve, reject: words.reject }, going_out: { stop: words.stop } }[kind];
  const token = buttons && approval && !approval.needs_two_factor ? (tokens?.decide ?? null) : null;
  const payload: PushPayload = {
    kind,
    ...say(delivery),
    language: user.language,
    dir: user.language === 'ar' ? 'rtl' : 'ltr',
    tag: approval ? `approval-${approval.id}` : `${kind}-${tenant?.id ?? 'nexio'}`,
    tenant_id: tenant?.id ?? null,
    approval_id: approval?.id ?? null,
    token,
    actions: token && buttons ? buttons : null,
    link,
    badge: waiting_count,
  };
  const size = (body: string) => new TextEncoder().encode(JSON.stringify({ ...payload, body })).length;
  while (size(payload.body) > maxBytes) payload.body = shorten(payload.body, Math.floor([...payload.body].length / 2));
  return payload;
}

/** RFC 8030 5.4: at most 32 letters of base64url; a newer message takes the place of one that has not arrived yet. */
function topicOf({ kind, approval, tenant }: DeliveryOn<'push'>): string {
  if (approval && ['approval', 'going_out'].includes(kind)) return approval.id.replaceAll('-', '');
  return `${kind}-${(tenant?.id ?? '').replaceAll('-', '')}`.slice(0, 32);
}

function retryAfter(response: Response): number | undefined {
  const value = response.headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  return Number.isFinite(seconds) ? Math.max(seconds, 1) : undefined;
}

/** RFC 8030 5, 7.3 and 8.4: 201 (or 200, 202) taken; 404 and 410 the subscription is no more; 413 too large; 429 and 5xx later. */
function outcomeOf(response: Response, trial: boolean): Outcome {
  const { status } = response;
  if (status >= 200 && status < 300) {
    const external_id = response.headers.get('location') ?? undefined;
    return { outcome: 'sent', ...(external_id && { external_id }), ...(trial && { is_trial: true }) };
  }
  if (status === 404 || status === 410) return { outcome: 'gone', code: 'push_subscription_gone' };
  if (status === 413) return { outcome: 'failed', code: 'push_too_large' };
  if (status === 429 || status >= 500) {
    const after = retryAfter(response);
    return {
      outcome: 'retry',
      code: status === 429 ? 'push_rate_limited' : 'push_service_down',
      ...(after !== undefined && { after_seconds: after }),
    };
  }
  // wrong keys of ours: no reason to forget the person's device
  return { outcome: 'failed', code: status === 401 || status === 403 ? 'push_vapid_refused' : 'push_refused' };
}

/** The service's clock where ours differs by more than ten minutes, else null. */
function otherClock(response: Response): number | null {
  const theirs = Date.parse(response.headers.get('date') ?? '');
  return Math.abs(theirs - Date.now()) > 600_000 ? Math.floor(theirs / 1000) : null;
}

/** The double of the local stack; real browsers have a real push service wherever the stack runs. */
const isLocal = (endpoint: string) => /^http:\/\/127\.0\.0\.1:\d+\/_local\/push\//.test(endpoint);

/** VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY (base64url), VAPID_SUBJECT (mailto: or https:, whom a push service asks when something is wrong). */
export function createWebPush(env: ChannelEnvironment): Channel<'push'> {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject } = env;
  if (!publicKey || !privateKey || !subject) return async () => ({ outcome: 'failed', code: 'channel_not_configured' });

  return async (delivery, { signal }) => {
    const { endpoint, p256dh, auth } = delivery.address;
    const request = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(pushPayload(delivery)), {
      vapidDetails: { subject, publicKey, privateKey },
      TTL: day,
      urgency: ['approval', 'going_out'].includes(delivery.kind) ? 'high' : 'normal',
      topic: topicOf(delivery),
    });
    const { 'Content-Length': _counted, ...headers } = request.headers as Record<string, string>;
    const post = (authorization?: string) =>
      fetch(endpoint, {
        method: 'POST',
        headers: { ...headers, ...(authorization && { Authorization: authorization }) },
        body: new Uint8Array(request.body as Uint8Array),
        redirect: 'manual',
        signal,
      });
    const readAndForget = async (response: Response) => (await response.body?.cancel(), response);

    let response = await readAndForget(await post());
    const theirs = response.status === 401 || response.status === 403 ? otherClock(response) : null;
    if (theirs !== null) {
      // a signature may live 24 hours on the clock of who checks it: ours is wrong, so it is dated by theirs
      const origin = new URL(endpoint).origin;
      const { Authorization } = webPush.getVapidHeaders(origin, subject, publicKey, privateKey, 'aes128gcm', theirs + 600);
      response = await readAndForget(await post(Authorization));
    }
    return outcomeOf(response, isLocal(endpoint));
  };
}
