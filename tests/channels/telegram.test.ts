// Telegram both ways over the double: what a person is shown and can press, what each refusal means, and what the webhook lets in.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ChannelTools, DeliveryOn, Outcome } from '../../functions/_shared/channels/channel.ts';
import { createTelegram, splitText } from '../../functions/_shared/channels/telegram.ts';
import type { Heard } from '../../functions/receive/inbound.ts';
import { telegramDoor } from '../../functions/receive/telegram.ts';
import type { ChatMessage } from '../../local/doubles/chat-double.ts';
import { startTelegram, type TelegramDouble } from '../../local/doubles/telegram.ts';
import { onePixelPng } from '../doubles/one-pixel-png.ts';
import { mailDelivery, shownApproval } from './mail-scene.ts';
import { serveDouble } from './serve-double.ts';

type Message = DeliveryOn<'telegram'>;
let telegram: TelegramDouble;
let stop: () => Promise<void>;
let chat: string;
let heard: Heard[] = [];
let refusals: number[] = [];

beforeAll(async () => {
  let door: ReturnType<typeof telegramDoor> = null;
  const served = await serveDouble(startTelegram, async (request) => {
    const told = await door?.hear(request, new Uint8Array(await request.arrayBuffer()));
    if (!told || told instanceof Response) {
      refusals.push(told?.status ?? 0);
      return told ?? new Response(null, { status: 404 });
    }
    heard.push(told);
    return told.answer ?? new Response(null);
  });
  telegram = served.double;
  door = telegramDoor(telegram.env);
  stop = served.stop;
});
afterAll(() => stop());
beforeEach(async () => {
  chat = telegram.chat.open(String(40_000 + telegram.chat.chats().length), 'Lala Rakoto') as string;
  await telegram.chat.send(chat, '/start');
  heard = [];
  refusals = [];
  telegram.calls.length = 0;
});

const picture = new Uint8Array(Buffer.from(onePixelPng, 'base64'));
const tools: ChannelTools = {
  signal: new AbortController().signal,
  appUrl: 'https://app.nexio.example',
  signMedia: () => Promise.reject(new Error('Telegram is given the bytes')),
  readMedia: async () => ({ bytes: picture, mime: 'image/png' }),
};
const { channel: _channel, address: _address, tokens: _tokens, ...shared } = mailDelivery();
const delivery = (more: Partial<Message> = {}): Message => ({
  ...shared,
  channel: 'telegram',
  address: { chat_id: chat },
  tokens: null,
  ...more,
});
const send = (message: Message): Promise<Outcome> => createTelegram({ ...telegram.env, CHANNELS_TRIAL: 'telegram' })(message, tools);
const shown = (): ChatMessage[] => telegram.chat.messages(chat).filter(({ from }) => from === 'nexio');
const media = { path: 'tenant/run/picture.png', mime: 'image/png', width: 1, height: 1, alt: 'Samosas' };

describe('an approval', () => {
  test('is shown with its text and three buttons, and is known by the id of that message', async () => {
    const outcome = await send(delivery());
    const [message] = shown();
    expect(outcome).toEqual({ outcome: 'sent', external_id: `${chat}:${message?.id}`, is_trial: true });
    expect(message?.text).toContain('Dix samosas pour 5 000 Ar');
    expect(message?.buttons?.map(({ id }) => id)).toEqual(['approve', 'reject', 'why']);
  });

  test('with a picture is one message, its text the caption', async () => {
    await send(delivery({ approval: shownApproval({ media }) }));
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toMatchObject({ media: { kind: 'image', mime: 'image/png' } });
    expect(shown()[0]?.buttons).toHaveLength(3);
  });

  test('longer than a caption is a picture and a text below it that has the buttons', async () => {
    const body = 'Samosa croustillant. '.repeat(100);
    const outcome = await send(delivery({ approval: shownApproval({ media, body }) }));
    expect(shown().map(({ media: file, buttons }) => [Boolean(file), buttons?.length ?? 0])).toEqual([
      [true, 0],
      [false, 3],
    ]);
    expect(outcome).toMatchObject({ external_id: `${chat}:${shown()[1]?.id}` });
  });

  test('longer than a message is told whole, in order, the buttons last', async () => {
    const body = Array.from({ length: 400 }, (_, at) => `Ligne ${at} 🎄 سمبوسة`).join('\n');
    await send(delivery({ approval: shownApproval({ body }) }));
    const parts = shown();
    expect(parts.length).toBeGreaterThan(1);
    const told = parts.map(({ text }) => text).join('\n');
    expect([...told.matchAll(/Ligne (\d+)/g)].map(([, at]) => Number(at))).toEqual(Array.from({ length: 400 }, (_, at) => at));
    expect(parts.map(({ buttons }) => buttons?.length ?? 0)).toEqual([...parts.slice(1).map(() => 0), 3]);
  });

  test('whose picture Telegram cannot show says so and can still be decided', async () => {
    const broken: ChannelTools = { ...tools, readMedia: async () => ({ bytes: new Uint8Array([1, 2, 3]), mime: 'image/png' }) };
    expect(await createTelegram(telegram.env)(delivery({ approval: shownApproval({ media }) }), broken)).toMatchObject({ outcome: 'sent' });
    await send(delivery({ approval: shownApproval({ media: { ...media, mime: 'video/mp4' } }) }));
    for (const message of shown()) {
      expect(message.text).toContain('application');
      expect(message.buttons).toHaveLength(3);
    }
  });

  test('about money has no button, only the way to the app', async () => {
    await send(delivery({ approval: shownApproval({ gate: 'money', needs_two_factor: true }) }));
    expect(shown()[0]?.buttons).toBeUndefined();
    expect(shown()[0]?.text).toContain('https://app.nexio.example/decide/');
  });

  test('that is decided loses its buttons, wherever it was decided', async () => {
    const sent = (await send(delivery())) as { external_id: string };
    const off = delivery({ kind: 'buttons_off', approval: null, data: { external_ids: [sent.external_id, `${chat}:1`, '1:2'] } });
    expect(await send(off)).toEqual({ outcome: 'sent', is_trial: true });
    expect(shown()).toHaveLength(1);
    expect(shown()[0]?.buttons).toBeUndefined();
    expect(await send(off)).toMatchObject({ outcome: 'sent' });
  });

  test('that goes out by itself can be stopped, as can the word that it will', async () => {
    await send(delivery({ approval: shownApproval({ goes_out_at: '2026-12-20T11:30:00Z' }) }));
    await send(delivery({ kind: 'going_out', approval: null, data: { title: 'Samosas', at: '2026-12-20T11:30:00Z', gathered: 3 } }));
    expect(shown().map(({ buttons }) => buttons?.map(({ id }) => id))).toEqual([['approve', 'reject', 'stop'], ['stop']]);
  });

  test('marks up nothing that people wrote', async () => {
    await send(delivery({ approval: shownApproval({ body: '<b>*gras*</b> [x](https://evil.example)' }) }));
    expect(shown()[0]?.text).toContain('<b>*gras*</b> [x](https://evil.example)');
    expect(telegram.calls.at(-1)?.params).toMatchObject({ link_preview_options: { is_disabled: true } });
    expect(telegram.calls.at(-1)?.params.parse_mode).toBeUndefined();
  });
});

test.each([[''], ['court'], ['🎄'.repeat(40)], ['mot '.repeat(60)], ['ligne\n'.repeat(30)]])(
  'a text is cut without losing a letter: %j',
  (text) => {
    const pieces = splitText(text, 21);
    expect(pieces.every((piece) => piece.length <= 21 && !/[\ud800-\udbff]$|^[\udc00-\udfff]/.test(piece))).toBe(true);
    expect(pieces.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
  },
);

describe('a refusal', () => {
  test('who blocked the bot, or is unknown, is forgotten', async () => {
    telegram.block(chat);
    expect(await send(delivery())).toEqual({ outcome: 'gone', code: 'chat_left' });
    expect(await send(delivery({ address: { chat_id: '1' } }))).toEqual({ outcome: 'gone', code: 'chat_left' });
  });

  test('too many requests wait as long as Telegram says, its trouble as long as ours', async () => {
    telegram.script({ status: 429, retry_after: 31 }, { status: 502 });
    expect(await send(delivery())).toEqual({ outcome: 'retry', code: 'rate_limited', after_seconds: 31 });
    expect(await send(delivery())).toEqual({ outcome: 'retry', code: 'telegram_unreachable' });
  });

  test('a wrong token, no token and no network are told apart, and no error holds the token', async () => {
    const with_ = (env: Record<string, string>) => createTelegram({ ...telegram.env, ...env })(delivery(), tools);
    expect(await with_({ TELEGRAM_BOT_TOKEN: '1:wrong' })).toEqual({ outcome: 'failed', code: 'telegram_token_refused' });
    expect(await with_({ TELEGRAM_BOT_TOKEN: '' })).toEqual({ outcome: 'failed', code: 'channel_not_configured' });
    const dead = await with_({ TELEGRAM_BASE_URL: 'http://127.0.0.1:9' });
    expect(dead).toEqual({ outcome: 'retry', code: 'telegram_unreachable' });
    expect(JSON.stringify(dead)).not.toContain(telegram.env.TELEGRAM_BOT_TOKEN);
  });
});

describe('the webhook', () => {
  const only = () => heard.flatMap(({ messages }) => messages);

  test('hears a text, what it quotes, and from whom', async () => {
    await send(delivery());
    const quote = shown()[0]?.id as string;
    await telegram.chat.send(chat, 'Mettez plutôt 6 000 Ar', { quote });
    expect(only()).toEqual([
      expect.objectContaining({
        from: chat,
        name: 'Lala Rakoto',
        kind: 'text',
        text: 'Mettez plutôt 6 000 Ar',
        quoted_id: `${chat}:${quote}`,
      }),
    ]);
  });

  test('hears a button with the message it is on, and stops its turning', async () => {
    await send(delivery());
    const quote = shown()[0]?.id as string;
    await telegram.chat.send(chat, '', { button: 'approve', quote });
    expect(only()).toEqual([expect.objectContaining({ kind: 'button', button: 'approve', quoted_id: `${chat}:${quote}`, from: chat })]);
    expect(telegram.waitingTaps()).toBe(0);
  });

  test('hears photos and voice notes, and fetches them within a limit', async () => {
    const door = telegramDoor(telegram.env);
    await telegram.chat.send(chat, 'Notre vitrine', { media: { kind: 'image', mime: 'image/jpeg', name: 'a.jpg', bytes: picture } });
    await telegram.chat.send(chat, '', { media: { kind: 'voice', mime: 'audio/ogg', name: 'v.oga', bytes: new Uint8Array(21_000_000) } });
    const [photo, voice] = only();
    expect(photo).toMatchObject({ kind: 'image', text: 'Notre vitrine', media: { mime: 'image/jpeg', bytes: picture.length } });
    expect(voice).toMatchObject({ kind: 'voice', media: { mime: 'audio/ogg', bytes: 21_000_000 } });
    const fetchMedia = (id: string | undefined, limit: number) => door?.fetchMedia(String(id), limit, tools.signal);
    expect(await fetchMedia(photo?.media?.id, 1000)).toEqual({ bytes: picture, mime: '' });
    expect(await fetchMedia(photo?.media?.id, 10)).toBe('too_large');
    expect(await fetchMedia(voice?.media?.id, 100_000_000)).toBe('too_large');
    expect(await fetchMedia('unknown', 1000)).toBe('lost');
  });

  test('tells a forwarded message, and a command as it was typed', async () => {
    await telegram.chat.send(chat, 'ok', { isForwarded: true });
    await telegram.chat.send(chat, '/start KDRTBHWN');
    expect(only().map(({ text, is_forwarded }) => [text, is_forwarded ?? false])).toEqual([
      ['ok', true],
      ['/start KDRTBHWN', false],
    ]);
  });

  test('leaves groups and listens to nobody in them', async () => {
    const from = { id: Number(chat), is_bot: false, first_name: 'Lala' };
    const group = { id: -100_123, type: 'supergroup', title: 'Tous' };
    await telegram.deliver({ update_id: 1, message: { message_id: 5, from, chat: group, date: 1_800_000_000, text: 'ok' } });
    expect(only()).toEqual([]);
    expect(telegram.calls.at(-1)).toMatchObject({ method: 'leaveChat', params: { chat_id: group.id } });
  });

  test('hears nothing of bots, of edits, of taps in another’s chat and of nonsense', async () => {
    const own = { id: Number(chat), type: 'private', first_name: 'Lala' };
    const date = 1_800_000_000;
    for (const update of [
      { message: { message_id: 5, from: { id: Number(chat), is_bot: true, first_name: 'Bot' }, chat: own, date, text: 'ok' } },
      { message: { message_id: 6, from: { id: 3, is_bot: false, first_name: 'Other' }, chat: own, date, text: 'ok' } },
      { edited_message: { message_id: 5, from: { id: Number(chat), first_name: 'Lala' }, chat: own, date, text: 'ok' } },
      { callback_query: { id: '1', from: { id: 3, first_name: 'Other' }, message: { message_id: 5, chat: own }, data: 'approve' } },
      { message: 'ok' },
      { update_id: 'x' },
    ])
      expect(await telegram.deliver(update)).toBe(200);
    expect(only()).toEqual([]);
  });

  test('a replay is the same message', async () => {
    const from = { id: Number(chat), is_bot: false, first_name: 'Lala' };
    const update = { update_id: 7, message: { message_id: 77, from, chat: { ...from, type: 'private' }, date: 1_800_000_000, text: 'ok' } };
    await telegram.deliver(update);
    await telegram.deliver(update);
    expect(only().map(({ external_id }) => external_id)).toEqual([`${chat}:77`, `${chat}:77`]);
  });

  test.each([[null], ['wrong'], ['']])('refuses who does not know the secret: %j', async (secret) => {
    const body = new TextEncoder().encode(JSON.stringify({ message: {} }));
    const headers: Record<string, string> = secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret };
    const told = await telegramDoor(telegram.env)?.hear(new Request('http://x/receive/telegram', { method: 'POST', headers, body }), body);
    expect(told).toBeInstanceOf(Response);
    expect((told as Response).status).toBe(401);
  });
});
