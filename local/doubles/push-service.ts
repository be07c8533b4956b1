// A push service and the browsers behind it, on this machine: takes what RFC 8030 lets it take, refuses the rest, and opens messages with the keys of the browser that
// subscribed, as the browser would. Under /_local/push/ of the local stack; also used by tests on its own. References: RFC 8030 (delivery), 8291 (encryption), 8292 (VAPID).
import { createDecipheriv, createECDH, hkdfSync, randomBytes, randomUUID, type ECDH } from 'node:crypto';
import { importJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import { isLoopback } from '../loopback.ts';

/** What a page gets from PushManager.subscribe, and hands to save_push_subscription. */
export type Subscription = { endpoint: string; keys: { p256dh: string; auth: string } };

/** A message as the service worker would see it. */
export type Received = { text: string; ttl: number; urgency: string; topic: string | null; at: string };

/** gone: 410 from now on · busy: 429 with Retry-After, once · down: 503, once · slow: answers after three seconds, once */
export const faults = ['gone', 'busy', 'down', 'slow'] as const;
export type Fault = (typeof faults)[number];

export type PushService = {
  /** A browser subscribes; `applicationServerKey` = the only VAPID key that may push to it (RFC 8292, 4.1). */
  subscribe(applicationServerKey: string): Subscription;
  received(endpoint: string): Received[];
  /** The next message to that browser meets this. */
  break(endpoint: string, fault: Fault): void;
  /** How far this service's clock is ahead of ours. */
  shiftClock(ms: number): void;
  handle(request: Request): Promise<Response>;
};

type Browser = { ecdh: ECDH; auth: Buffer; key: string; faults: Fault[]; isGone: boolean; received: Received[] };

class Refusal extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

const maxBytes = 4096;

/** RFC 8291, 4 and RFC 8188, 2: one record, ended by the delimiter 2. */
function open(body: Buffer, { ecdh, auth }: Browser): string {
  const salt = body.subarray(0, 16);
  const idLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + idLength);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), sender]);
  const input = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(sender), auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', input, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', input, salt, 'Content-Encoding: nonce\0', 12));
  const record = body.subarray(21 + idLength);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  const end = padded.lastIndexOf(2);
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Refusal(400, 'the record is not the last one');
  return padded.subarray(0, end).toString('utf8');
}

/** RFC 8292, 2 and 4.2: signed for this origin, by the key of the subscription, for at most a day. 401 without, 403 with a wrong one. */
async function checkVapid(header: string | null, origin: string, key: string, now: number): Promise<void> {
  const [, token = '', given = ''] = /^vapid t=([^,\s]+),\s*k=([\w-]+)$/.exec(header ?? '') ?? [];
  if (!token) throw new Refusal(401, 'no VAPID');
  if (given !== key) throw new Refusal(403, 'another key than that of the subscription');
  const point = Buffer.from(given, 'base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
  const options = { algorithms: ['ES256'], audience: origin, currentDate: new Date(now) };
  const { payload } = await jwtVerify(token, await importJWK(jwk, 'ES256'), options).catch((error: Error) => {
    throw new Refusal(403, error.message);
  });
  if (!payload.exp || payload.exp * 1000 > now + 86_400_000) throw new Refusal(403, 'exp is more than a day away');
  if (!/^(mailto:|https:)/.test(payload.sub ?? '')) throw new Refusal(403, 'sub names nobody');
}

/** RFC 8030, 5.2 to 5.4. */
function readHeaders(headers: Headers): Omit<Received, 'text' | 'at'> {
  const ttl = headers.get('ttl') ?? '';
  if (!/^\d+$/.test(ttl)) throw new Refusal(400, 'TTL is missing');
  const urgency = headers.get('urgency') ?? 'normal';
  if (!['very-low', 'low', 'normal', 'high'].includes(urgency)) throw new Refusal(400, 'Urgency is none');
  const topic = headers.get('topic');
  if (topic !== null && !/^[\w-]{1,32}$/.test(topic)) throw new Refusal(400, 'Topic is longer than 32 letters of base64url');
  if (headers.get('content-encoding') !== 'aes128gcm') throw new Refusal(400, 'Content-Encoding is not aes128gcm');
  return { ttl: Number(ttl), urgency, topic };
}

/** @param url address of the stack, or of the test's own server; endpoints are <url>/_local/push/<id> */
export function createPushService(url: string): PushService {
  const browsers = new Map<string, Browser>();
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const idOf = (endpoint: string) => endpoint.split('/').at(-1) ?? '';
  const find = (id: string): Browser => {
    const browser = browsers.get(id);
    if (!browser) throw new Refusal(404, 'no such subscription');
    return browser;
  };

  async function take(request: Request, browser: Browser): Promise<Response> {
    const body = Buffer.from(await request.arrayBuffer());
    if (body.length > maxBytes) throw new Refusal(413, `more than ${maxBytes} bytes`);
    await checkVapid(request.headers.get('authorization'), new URL(url).origin, browser.key, now());
    const told = readHeaders(request.headers);
    const fault = browser.faults.shift();
    if (browser.isGone || fault === 'gone') {
      browser.isGone = true;
      throw new Refusal(410, 'the browser has unsubscribed');
    }
    if (fault === 'busy') throw new Refusal(429, 'too many', { 'retry-after': '7' });
    if (fault === 'down') throw new Refusal(503, 'down');
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, 3000));
    browser.received.push({ text: open(body, browser), ...told, at: new Date().toISOString() });
    return new Response(null, { status: 201, headers: { location: `${url}/_local/push/messages/${randomUUID()}`, ttl: String(told.ttl) } });
  }

  const service: PushService = {
    subscribe(applicationServerKey) {
      const ecdh = createECDH('prime256v1');
      const browser = { ecdh, auth: randomBytes(16), key: applicationServerKey, faults: [], isGone: false, received: [] };
      const p256dh = ecdh.generateKeys().toString('base64url');
      const id = randomBytes(16).toString('base64url');
      browsers.set(id, browser);
      return { endpoint: `${url}/_local/push/${id}`, keys: { p256dh, auth: browser.auth.toString('base64url') } };
    },
    received: (endpoint) => find(idOf(endpoint)).received,
    break: (endpoint, fault) => void find(idOf(endpoint)).faults.push(fault),
    shiftClock: (ms) => void (ahead = ms),
    /** POST …/ {key} subscribes · POST …/<id> is a push · GET …/<id> what that browser received · PUT …/<id> {fault} breaks it */
    async handle(request) {
      const id = new URL(request.url).pathname.split('/')[3] ?? '';
      const date = { date: new Date(now()).toUTCString(), 'cache-control': 'no-store' };
      try {
        if (!isLoopback(new URL(request.url).hostname)) throw new Refusal(404, 'open this on the machine that runs Nexio');
        if (request.method === 'POST' && id === '') {
          const { key } = z.object({ key: z.string().length(87) }).parse(await request.json());
          return Response.json(service.subscribe(key), { status: 201 });
        }
        const browser = find(id);
        if (request.method === 'POST') return await take(request, browser);
        if (request.method === 'PUT') browser.faults.push(z.object({ fault: z.enum(faults) }).parse(await request.json()).fault);
        return Response.json(browser.received, { headers: date });
      } catch (error) {
        if (!(error instanceof Refusal)) return new Response((error as Error).message, { status: 400, headers: date });
        return new Response(error.message, { status: error.status, headers: { ...date, ...error.headers } });
      }
    },
  };
  return service;
}
