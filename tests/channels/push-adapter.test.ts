// Pushes as a push service takes them: encrypted for one browser, signed, dated, sized; and what its refusals mean.
import webPush from 'web-push';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWebPush, pushPayload } from '../../functions/_shared/channels/web-push.ts';
import type { DeliveryOn } from '../../functions/_shared/channels/channel.ts';
import { createPushService, type PushService, type Subscription } from '../../local/doubles/push-service.ts';
import { languages, PushPayload } from '../../supabase/payloads.ts';
import { deliveryOn, noMedia, shownApproval } from './delivery.ts';
import { serveDouble } from './serve-double.ts';

const vapid = webPush.generateVAPIDKeys();
const env = { VAPID_PUBLIC_KEY: vapid.publicKey, VAPID_PRIVATE_KEY: vapid.privateKey, VAPID_SUBJECT: 'mailto:push@nexio.example' };
const send = createWebPush(env);
const hour = 3_600_000;

let service: PushService;
let phone: Subscription;
let stop: () => Promise<void>;
beforeAll(async () => {
  const served = await serveDouble(
    (url) => {
      const push = createPushService(url);
      return { ...push, routes: { '/_local/push/': push.handle } };
    },
    async () => new Response(null, { status: 404 }),
  );
  service = served.double;
  stop = served.stop;
});
afterAll(() => stop());
beforeEach(() => {
  service.shiftClock(0);
  phone = service.subscribe(vapid.publicKey);
});

const to = ({ endpoint, keys }: Subscription, more: Partial<DeliveryOn<'push'>> = {}) =>
  deliveryOn('push', { address: { endpoint, ...keys }, ...more });
const received = () => service.received(phone.endpoint);

describe('a push', () => {
  it('is opened by the browser it was made for, and carries what decides there', async () => {
    const delivery = to(phone);
    expect(await send(delivery, noMedia())).toMatchObject({
      outcome: 'sent',
      is_trial: true,
      external_id: expect.stringContaining('/messages/'),
    });
    const [message] = received();
    expect(PushPayload.parse(JSON.parse(message?.text ?? ''))).toEqual({
      kind: 'approval',
      title: 'À vous de décider : Samosas -20 %',
      body: 'Vendredi chez Lala, les samosas à -20 %.',
      language: 'fr',
      dir: 'ltr',
      tag: `approval-${delivery.approval?.id}`,
      tenant_id: delivery.tenant?.id,
      approval_id: delivery.approval?.id,
      token: 'd'.repeat(43),
      actions: { approve: 'Approuver', reject: 'Rejeter' },
      link: delivery.link,
      badge: 2,
    });
    // a second push about the same approval takes the place of the first, where the phone was away
    expect(message).toMatchObject({ ttl: 86_400, urgency: 'high', topic: delivery.approval?.id.replaceAll('-', '') });
  });

  it('for another browser cannot be opened here', async () => {
    const other = service.subscribe(vapid.publicKey);
    const outcome = await send(to({ endpoint: phone.endpoint, keys: other.keys }), noMedia());
    expect(outcome).toEqual({ outcome: 'failed', code: 'push_refused' });
    expect(received()).toEqual([]);
  });

  it.each(languages)('says everything in %s, in its direction', async (language) => {
    const user = { id: null, name: 'Lala', language };
    const said = [
      pushPayload(to(phone, { user })),
      pushPayload(to(phone, { user, kind: 'digest', approval: null, tokens: null, link: '/decide', data: { count: 4 } })),
      pushPayload(
        to(phone, { user, kind: 'lead', approval: null, tokens: null, data: { code: 'lead_received', name: 'Rabe', gathered: 3 } }),
      ),
      pushPayload(to(phone, { user, kind: 'result', approval: null, tokens: null, data: { code: 'insight', detector: 'timing' } })),
      pushPayload(to(phone, { user, kind: 'going_out', data: { title: 'Samosas', at: '2026-11-30T11:30:00Z' } })),
      pushPayload(to(phone, { user, kind: 'never_heard_of', approval: null, tokens: null, data: {} })),
    ];
    expect(new Set(said.map(({ dir }) => dir))).toEqual(new Set([language === 'ar' ? 'rtl' : 'ltr']));
    expect(said.filter(({ title, body }) => title === '' || body === '' || /undefined|null|NaN/.test(title + body))).toEqual([]);
    expect(said[1]?.title).toContain('4');
    expect(said[2]?.body).toMatch(/Rabe.*2/);
    // the tenant's clock, not the server's
    expect(said[4]?.title).toContain('14:30');
  });

  it('for money carries nothing that decides and opens the app', () => {
    const approval = shownApproval({ gate: 'money', needs_two_factor: true, headline: null, body: null, title: 'Budget +50 €' });
    // even if a token were there
    const said = pushPayload(to(phone, { approval, tokens: { decide: 'x'.repeat(43) } }));
    expect(said).toMatchObject({ token: null, actions: null, body: 'Ouvrez Nexio pour décider.' });
  });

  it('of what goes out by itself carries what stops it, and takes the place of no other', async () => {
    const delivery = to(phone, { kind: 'going_out', data: { title: 'Samosas', at: '2026-11-30T11:30:00Z' } });
    await send(delivery, noMedia());
    const [message] = received();
    expect(JSON.parse(message?.text ?? '')).toMatchObject({
      title: 'Part à 14:30',
      body: 'Samosas. Vous pouvez encore l’arrêter.',
      token: 'd'.repeat(43),
      actions: { stop: 'Arrêter' },
    });
    expect(message?.topic).toBe(delivery.approval?.id.replaceAll('-', ''));
    // several at once: each is stopped on its card
    const gathered = pushPayload(to(phone, { kind: 'going_out', approval: null, tokens: null, data: { title: 'Samosas', gathered: 4 } }));
    expect(gathered).toMatchObject({ token: null, actions: null });
  });

  it('stays small with any text, and cuts no emoji and no letter in two', async () => {
    const long = shownApproval({ headline: '👨‍👩‍👧‍👦'.repeat(200), body: 'سمبوسة 🥟 '.repeat(2000) });
    const delivery = to(phone, { approval: long });
    expect(await send(delivery, noMedia())).toMatchObject({ outcome: 'sent' });
    const text = received()[0]?.text ?? '';
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(3000);
    const { title, body, token } = PushPayload.parse(JSON.parse(text));
    expect(token).toBe('d'.repeat(43));
    expect(`${title}${body}`).not.toContain('\uFFFD');
    expect(title.replace('À vous de décider : ', '').replaceAll('👨‍👩‍👧‍👦', '')).toBe('…');
  });
});

describe('what a push service answers', () => {
  it.each([
    ['gone', { outcome: 'gone', code: 'push_subscription_gone' }],
    ['busy', { outcome: 'retry', code: 'push_rate_limited', after_seconds: 7 }],
    ['down', { outcome: 'retry', code: 'push_service_down' }],
  ] as const)('%s: %o', async (fault, outcome) => {
    service.break(phone.endpoint, fault);
    expect(await send(to(phone), noMedia())).toEqual(outcome);
    expect(received()).toEqual([]);
  });

  it('nothing there: the subscription is gone', async () => {
    const nobody = { ...phone, endpoint: `${phone.endpoint.slice(0, -1)}_` };
    expect(await send(to(nobody), noMedia())).toEqual({ outcome: 'gone', code: 'push_subscription_gone' });
  });

  it('another VAPID key than the browser subscribed to: refused, the device is kept', async () => {
    const stranger = service.subscribe(webPush.generateVAPIDKeys().publicKey);
    expect(await send(to(stranger), noMedia())).toEqual({ outcome: 'failed', code: 'push_vapid_refused' });
  });

  it.each([-20 * hour, -2 * hour, 2 * hour, 20 * hour])('our clock is %i ms away from its own: signed by its clock', async (ahead) => {
    service.shiftClock(ahead);
    expect(await send(to(phone), noMedia())).toMatchObject({ outcome: 'sent' });
    expect(received()).toHaveLength(1);
  });

  it('the double refuses what a push service refuses', async () => {
    const { endpoint } = phone;
    const post = (headers: Record<string, string>, body = new Uint8Array(100)) =>
      fetch(endpoint, { method: 'POST', headers: { ttl: '60', 'content-encoding': 'aes128gcm', ...headers }, body }).then(
        ({ status }) => status,
      );
    const authorization = webPush.getVapidHeaders(
      new URL(endpoint).origin,
      env.VAPID_SUBJECT,
      vapid.publicKey,
      vapid.privateKey,
      'aes128gcm',
    ).Authorization;
    const elsewhere = webPush.getVapidHeaders(
      'https://example.test',
      env.VAPID_SUBJECT,
      vapid.publicKey,
      vapid.privateKey,
      'aes128gcm',
    ).Authorization;
    expect(await post({ authorization }, new Uint8Array(4097))).toBe(413);
    expect(await post({})).toBe(401);
    expect(await post({ authorization: elsewhere })).toBe(403);
    expect(await post({ authorization, ttl: 'soon' })).toBe(400);
    expect(await post({ authorization, topic: 'x'.repeat(33) })).toBe(400);
    expect(await post({ authorization, urgency: 'panic' })).toBe(400);
  });
});

it('an installation without keys says so', async () => {
  expect(await createWebPush({})(deliveryOn('push'), noMedia())).toEqual({ outcome: 'failed', code: 'channel_not_configured' });
});
