// WhatsApp's webhook, read and refused; bodies as https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages shows them.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readWhatsApp, whatsAppDoor } from './whatsapp.ts';

const env = { WHATSAPP_TOKEN: 't', WHATSAPP_PHONE_NUMBER_ID: '106', WHATSAPP_APP_SECRET: 'app secret', WHATSAPP_VERIFY_TOKEN: 'verify me' };
const door = whatsAppDoor(env)!;
const url = 'https://x.example/functions/v1/receive/whatsapp';

const change = (value: object, id = '106') => ({
  object: 'whatsapp_business_account',
  entry: [
    { id: '1', changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', metadata: { phone_number_id: id }, ...value } }] },
  ],
});
const text = (more: object = {}) => ({
  from: '261341234567',
  id: 'wamid.1',
  timestamp: '1700000000',
  type: 'text',
  text: { body: 'نعم 👍🏽' },
  ...more,
});
const told = (message: object) =>
  readWhatsApp(change({ contacts: [{ wa_id: '261341234567', profile: { name: 'Lala 🌺' } }], messages: [message] }), '106').messages[0];

const bytesOf = (body: string) => new Uint8Array(Buffer.from(body));
const sign = (body: string, secret = env.WHATSAPP_APP_SECRET) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
const post = (body: string, signature?: string) =>
  door.hear(new Request(url, { method: 'POST', body, headers: signature ? { 'x-hub-signature-256': signature } : {} }), bytesOf(body));

describe('the signature', () => {
  const body = JSON.stringify(change({ messages: [text()] }));

  it('lets in what Meta signed, over the bytes as they came', async () => {
    expect(await post(body, sign(body))).toMatchObject({ messages: [{ external_id: 'wamid.1' }] });
    // as Meta sends it: escaped, and signed so
    const escaped = body.replaceAll(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
    expect(await post(escaped, sign(escaped))).toMatchObject({ messages: [{ text: 'نعم 👍🏽' }] });
  });

  it.each([
    ['none', undefined],
    ['of another secret', sign(body, 'guess')],
    ['of another body', sign(`${body} `)],
    ['in the old form', sign(body).replace('sha256=', 'sha1=')],
    ['cut short', sign(body).slice(0, 40)],
  ])('refuses one that is %s', async (_what, signature) => {
    const answer = (await post(body, signature)) as Response;
    expect([answer.status, await answer.json()]).toEqual([401, { code: 'not_signed' }]);
  });

  it('of something that is no JSON tells nothing and is not asked again', async () => {
    expect(await post('}{', sign('}{'))).toEqual({ messages: [], undelivered: [] });
  });
});

describe('the question who we are', () => {
  const ask = async (token: string) =>
    (await door.hear(
      new Request(`${url}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${encodeURIComponent(token)}`),
      bytesOf(''),
    )) as Response;

  it('is answered with the challenge to who knows the token', async () => {
    const answer = await ask('verify me');
    expect([answer.status, await answer.text()]).toEqual([200, '1158201444']);
  });
  it('is refused to others', async () => expect((await ask('verify you')).status).toBe(403));
});

describe('what people say', () => {
  it('a text with who, when and what it quotes', () => {
    expect(told(text({ context: { from: '1', id: 'wamid.0' } }))).toEqual({
      external_id: 'wamid.1',
      from: '261341234567',
      name: 'Lala 🌺',
      sent_at: '2023-11-14T22:13:20.000Z',
      kind: 'text',
      text: 'نعم 👍🏽',
      quoted_id: 'wamid.0',
    });
  });
  it('a forwarded text is marked', () => expect(told(text({ context: { forwarded: true } }))).toMatchObject({ is_forwarded: true }));
  it('a tapped button says which, under which message', () => {
    const tap = {
      type: 'interactive',
      text: undefined,
      interactive: { type: 'button_reply', button_reply: { id: 'approve', title: 'Ekeo' } },
    };
    expect(told(text({ ...tap, context: { id: 'wamid.0' } }))).toMatchObject({
      kind: 'button',
      button: 'approve',
      text: 'Ekeo',
      quoted_id: 'wamid.0',
    });
  });
  it('the button of a template too', () => {
    expect(told(text({ type: 'button', button: { payload: 'show', text: 'Montrer' } }))).toMatchObject({ kind: 'button', button: 'show' });
  });
  it('a photo with its caption, a voice note, a picture sent as a file', () => {
    expect(told(text({ type: 'image', image: { id: '77', mime_type: 'image/jpeg', caption: 'Samosas' } }))).toMatchObject({
      kind: 'image',
      text: 'Samosas',
      media: { id: '77', mime: 'image/jpeg' },
    });
    expect(told(text({ type: 'audio', audio: { id: '78', mime_type: 'audio/ogg; codecs=opus', voice: true } }))).toMatchObject({
      kind: 'voice',
      media: { id: '78', mime: 'audio/ogg' },
    });
    expect(told(text({ type: 'document', document: { id: '79', mime_type: 'image/png' } }))).toMatchObject({ kind: 'image' });
  });
  it('what we do not know is there as such, a reaction is nothing', () => {
    expect(told(text({ type: 'location', location: {} }))).toMatchObject({ kind: 'other' });
    expect(told(text({ type: 'reaction', reaction: { emoji: '👍' } }))).toBeUndefined();
  });
  it('a malformed message does not hide the one beside it', () => {
    expect(readWhatsApp(change({ messages: [{ id: 5 }, text()] }), '106').messages).toHaveLength(1);
  });
  it('of another number of the account is not ours', () => {
    expect(readWhatsApp(change({ messages: [text()] }, '107'), '106').messages).toEqual([]);
  });
  it('the character that jsonb cannot hold is taken out', () => expect(told(text({ text: { body: 'a\u0000b' } }))?.text).toBe('ab'));
});

it('of statuses only failures are told', () => {
  const statuses = [
    { id: 'wamid.2', status: 'delivered', timestamp: '1', recipient_id: '2' },
    { id: 'wamid.3', status: 'failed', timestamp: '1', recipient_id: '2', errors: [{ code: 131026, title: 'Message undeliverable' }] },
  ];
  expect(readWhatsApp(change({ statuses }), '106')).toEqual({
    messages: [],
    undelivered: [{ external_id: 'wamid.3', code: 'meta_131026' }],
  });
});

it('without its secrets there is no door', () => expect(whatsAppDoor({ ...env, WHATSAPP_APP_SECRET: '' })).toBeNull());
