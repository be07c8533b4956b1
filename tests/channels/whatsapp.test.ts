// The WhatsApp adapter against the double of Meta's Graph API: what is said inside and outside the 24 hours, what Meta refuses, what comes later.
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWhatsApp as createChannel, shorten } from '../../functions/_shared/channels/whatsapp.ts';
import { fetchFromGraph, readGraphAccount } from '../../functions/_shared/channels/whatsapp-graph.ts';
import { createWhatsApp, type WhatsAppDouble } from '../../local/doubles/whatsapp.ts';
import { languages } from '../../supabase/payloads.ts';
import { deliveryOn, noMedia, shownApproval } from './delivery.ts';
import { serveDouble } from './serve-double.ts';

const day = 86_400_000;
let clock = Date.parse('2026-11-20T08:00:00Z');
let double: WhatsAppDouble;
let stop: () => Promise<void>;
const heard: string[] = [];
let chat = '';

beforeAll(async () => {
  const served = await serveDouble(
    (url) => {
      const made = createWhatsApp({
        base: `${url}/_local/whatsapp`,
        webhook: `${url}/functions/v1/receive/whatsapp`,
        now: () => clock,
        waits: [],
      });
      return { ...made, routes: { '/_local/whatsapp/': made.handle } };
    },
    async (request) => {
      heard.push(await request.text());
      return new Response(null, { status: 200 });
    },
  );
  ({ double, stop } = served);
});
afterAll(() => stop());
beforeEach(async () => {
  heard.length = 0;
  double.troubles.isTokenExpired = false;
  delete double.troubles.unapproved;
  chat = double.open(`034 ${String(1_000_000 + Math.floor(Math.random() * 8_999_999))}`, 'Lala 🌺') ?? '';
  await double.send(chat, 'Salama');
});

const channel = () => createChannel({ ...double.env, CHANNELS_TRIAL: 'whatsapp' });
const to = (isOpen = true) => ({ wa_id: chat, window_open: isOpen });
const send = (more: Parameters<typeof deliveryOn<'whatsapp'>>[1] = {}, tools = noMedia()) =>
  channel()(deliveryOn('whatsapp', { address: to(), tokens: null, ...more }), tools);
const shown = () => double.messages(chat).filter(({ from }) => from === 'nexio');

describe('inside the 24 hours', () => {
  it.each(languages)('an approval in %s has its words and three buttons, and no link that decides', async (language) => {
    const outcome = await send({ user: { id: null, name: 'Lala', language } });
    const [message] = shown();
    expect(outcome).toEqual({ outcome: 'sent', external_id: message?.id, is_trial: true });
    expect(message?.buttons?.map(({ id }) => id)).toEqual(['approve', 'reject', 'why']);
    expect(message?.text).toContain('Vendredi chez Lala, les samosas à -20 %.');
    expect(`${message?.text}${message?.footer}`).not.toMatch(/https?:/);
  });

  it('a drawing comes as a PNG above the words', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#b4541a"/></svg>';
    const readMedia = async () => ({ bytes: new Uint8Array(Buffer.from(svg)), mime: 'image/svg+xml' });
    await send({ approval: shownApproval({ media: { path: 't/p.svg', mime: 'image/svg+xml' } }) }, { ...noMedia(), readMedia });
    const [message] = shown();
    expect(message?.media?.mime).toBe('image/png');
    expect(
      Buffer.from(message?.media?.bytes ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(message?.buttons).toHaveLength(3);
  });

  it('a picture that cannot be read leaves the words', async () => {
    await send({ approval: shownApproval({ media: { path: 't/p.png', mime: 'image/png' } }) });
    expect(shown()[0]).toMatchObject({ buttons: expect.any(Array), text: expect.stringContaining('application') });
  });

  it('a long text is there whole before it is decided', async () => {
    const body = `${'Samosas 🥟 '.repeat(200)}FIN`;
    await send({ approval: shownApproval({ body }) });
    const [whole, card] = shown();
    expect(whole?.text).toContain('FIN');
    expect(card?.text.length).toBeLessThanOrEqual(1024);
    expect(card?.buttons).toHaveLength(3);
  });

  it('emoji and text from right to left pass unharmed', async () => {
    const body = 'خصم 20٪ على السمبوسة 🥟👩🏽‍🍳 \u200fالجمعة';
    await send({ approval: shownApproval({ body }) });
    expect(shown()[0]?.text).toContain(body);
  });

  it('money has no buttons and is decided in the app', async () => {
    await send({ approval: shownApproval({ gate: 'money', needs_two_factor: true }) });
    expect(shown()[0]?.buttons).toBeUndefined();
    expect(shown()[0]?.text).toContain('https://nexio.test/decide/');
  });

  it.each(languages)('what goes out by itself in %s tells when, and has a button that stops it', async (language) => {
    const data = { title: 'Samosas', at: '2026-11-20T11:30:00Z' };
    const tenant = { id: crypto.randomUUID(), name: 'Lala', slug: 'lala', timezone: 'Indian/Antananarivo' };
    await send({ kind: 'going_out', approval: null, data, tenant, user: { id: null, name: 'Lala', language } });
    expect(shown()[0]).toMatchObject({ buttons: [{ id: 'stop' }], text: expect.stringContaining('14:30') });
    await send({ approval: shownApproval({ goes_out_at: '2026-11-20T11:30:00Z' }), tenant, user: { id: null, name: 'Lala', language } });
    expect(shown()[1]?.buttons?.map(({ id }) => id)).toEqual(['approve', 'reject', 'stop']);
    expect(shown()[1]?.text).toContain('14:30');
  });

  it('a text that may be a no can be said to be one', async () => {
    await send({ kind: 'confirm_edit', approval: null, data: { version: 2, body: 'non trop cher', is_refusal: true } });
    expect(shown()[0]?.buttons?.map(({ id }) => id)).toEqual(['refuse', 'approve', 'reject']);
  });

  it('no robot of Meta is asked to open the addresses in a text', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    await send({ kind: 'help', approval: null });
    await send({ approval: shownApproval({ body: `https://evil.example ${'Samosas '.repeat(200)}` }) });
    const texts = fetched.mock.calls
      .map(([, init]) => (typeof init?.body === 'string' ? (JSON.parse(init.body) as { type: string; text?: object }) : null))
      .filter((sent) => sent?.type === 'text');
    fetched.mockRestore();
    expect(texts).toHaveLength(2);
    for (const sent of texts) expect(sent?.text).toMatchObject({ preview_url: false });
  });

  it('work of the house model is marked as such', async () => {
    await send({ approval: shownApproval({ used_house_model: true }) });
    expect(shown()[0]?.text).toContain('Modèle maison');
  });
});

describe('outside the 24 hours', () => {
  it.each([
    ['mg', 'Bonjour'],
    ['fr', 'Bonjour'],
    ['en', 'Hello'],
    ['ar', 'مرحب'],
  ] as const)('a person who speaks %s gets an approved template that says only how many wait', async (language, greeting) => {
    clock += 2 * day;
    const outcome = await send({
      kind: 'digest',
      approval: null,
      address: to(false),
      waiting_count: 4,
      user: { id: null, name: '', language },
    });
    expect(outcome.outcome).toBe('sent');
    const message = shown().at(-1);
    expect(message).toMatchObject({ template: 'nexio_waiting', text: expect.stringContaining(greeting), buttons: [{ id: 'show' }] });
    expect(message?.text).toContain('4');
    expect(message?.text).not.toContain('samosas');
  });

  it('with nothing waiting nothing is sent', async () => {
    expect(await send({ address: to(false), waiting_count: 0 })).toEqual({ outcome: 'failed', code: 'window_closed' });
  });

  it('a window that closed on the way is asked about again', async () => {
    clock += 2 * day;
    expect(await send()).toEqual({ outcome: 'retry', code: 'window_closed' });
  });

  it('a template that Meta has not approved is a fault to be told', async () => {
    double.troubles.unapproved = 'fr';
    expect(await send({ address: to(false) })).toEqual({ outcome: 'failed', code: 'template_missing' });
  });
});

describe('what goes wrong', () => {
  it('rate limits are waited out for as long as Meta says', async () => {
    double.script('rate_limited');
    expect(await send()).toEqual({ outcome: 'retry', code: 'rate_limited', after_seconds: 2 });
  });
  it.each(['down', 'unavailable'] as const)('trouble of Meta (%s) passes', async (fault) => {
    double.script(fault);
    expect(await send()).toEqual({ outcome: 'retry', code: 'unavailable' });
  });
  it('an expired token fails', async () => {
    double.troubles.isTokenExpired = true;
    expect(await send()).toEqual({ outcome: 'failed', code: 'token_expired' });
  });
  it('without an account it says so', async () => {
    expect(await createChannel({})(deliveryOn('whatsapp'), noMedia())).toEqual({ outcome: 'failed', code: 'channel_not_configured' });
  });
  it('a number without WhatsApp is told afterwards, by webhook', async () => {
    expect((await send({ address: { wa_id: '261349999999', window_open: true } })).outcome).toBe('sent');
    await expect.poll(() => heard.join()).toContain('131026');
  });
});

describe('a file that a person sent', () => {
  const fetchAs = (env: Record<string, string>, id: string, limit: number) =>
    fetchFromGraph(readGraphAccount(env)!, id, limit, AbortSignal.timeout(10_000));
  const sent = async (size: number) => {
    const bytes = new Uint8Array(size).fill(7);
    await double.send(chat, '', { media: { kind: 'voice', mime: 'audio/ogg; codecs=opus', name: 'v.ogg', bytes } });
    return /"sha256":"[^"]*","id":"(\d+)"/.exec(heard.at(-1) ?? '')?.[1] ?? '';
  };

  it('is fetched in two steps', async () => {
    const file = await fetchAs(double.env, await sent(2000), 16_777_216);
    expect(file).toMatchObject({ mime: 'audio/ogg' });
    expect(typeof file === 'object' && file.bytes.length).toBe(2000);
  });
  it('of 60 MB is not fetched', async () => {
    expect(await fetchAs(double.env, await sent(60_000_000), 16_777_216)).toBe('too_large');
  });
  it('that Meta has no more is lost', async () => {
    expect(await fetchAs(double.env, '123456', 1000)).toBe('lost');
    expect(await fetchAs(double.env, '../me/accounts', 1000)).toBe('lost');
  });
});

it('cutting keeps signs of two halves whole', () => {
  expect(shorten('🥟🥟🥟', 4)).toBe('🥟…');
  expect(shorten('abc', 3)).toBe('abc');
});
