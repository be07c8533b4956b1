// The double of Telegram refuses what the Bot API refuses, in its words, and delivers as Telegram does: in order, again until it is taken.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTelegram, type TelegramDouble } from '../../local/doubles/telegram.ts';
import { serveDouble } from './serve-double.ts';

let telegram: TelegramDouble;
let stop: () => Promise<void>;
const heard: { update: Record<string, unknown>; secret: string | null }[] = [];
let answers: (Response | object)[] = [];

beforeAll(async () => {
  const served = await serveDouble(startTelegram, async (request) => {
    heard.push({
      update: (await request.json()) as Record<string, unknown>,
      secret: request.headers.get('x-telegram-bot-api-secret-token'),
    });
    const next = answers.shift() ?? {};
    return next instanceof Response ? next : Response.json(next);
  });
  telegram = served.double;
  stop = served.stop;
});
afterAll(() => stop());
beforeEach(() => {
  heard.length = 0;
  answers = [];
});

async function ask(
  method: string,
  params: object,
  token = telegram.env.TELEGRAM_BOT_TOKEN,
): Promise<{ ok: boolean; [field: string]: unknown }> {
  const response = await fetch(`${telegram.env.TELEGRAM_BASE_URL}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return (await response.json()) as { ok: boolean };
}
const refused = (error_code: number, description: string, more: object = {}) => ({ ok: false, error_code, description, ...more });

/** The newest update as its phone meant it. */
function lastHeard<Shape>(): Shape {
  const last = heard.at(-1);
  if (!last) throw new Error('the webhook has heard nothing');
  return last.update as Shape;
}

async function phone(name: string): Promise<string> {
  const id = telegram.chat.open(String(9_000 + telegram.chat.chats().length), name) as string;
  await telegram.chat.send(id, '/start');
  return id;
}
const keyboard = (data: string) => ({ inline_keyboard: [[{ text: 'OK', callback_data: data }]] });

test('knows its own token and its own methods', async () => {
  expect(await ask('getMe', {})).toMatchObject({ ok: true, result: { is_bot: true } });
  expect(await ask('getMe', {}, '1:wrong')).toEqual(refused(401, 'Unauthorized'));
  expect(await ask('sendEverything', {})).toEqual(refused(404, 'Not Found: method not found'));
});

test('writes only to who has begun a chat and has not blocked the bot', async () => {
  expect(await ask('sendMessage', { chat_id: '55', text: 'x' })).toEqual(refused(400, 'Bad Request: chat not found'));
  const stranger = telegram.chat.open('56', 'Nobody') as string;
  expect(await ask('sendMessage', { chat_id: stranger, text: 'x' })).toEqual(
    refused(403, "Forbidden: bot can't initiate conversation with a user"),
  );
  const lala = await phone('Lala');
  telegram.block(lala);
  expect(await ask('sendMessage', { chat_id: lala, text: 'x' })).toEqual(refused(403, 'Forbidden: bot was blocked by the user'));
  await telegram.chat.send(lala, '/start');
  expect(await ask('sendMessage', { chat_id: lala, text: 'x' })).toMatchObject({ ok: true });
});

test('holds texts, captions and button data to their limits', async () => {
  const chat_id = await phone('Rado');
  expect(await ask('sendMessage', { chat_id, text: 'a'.repeat(4096) })).toMatchObject({ ok: true });
  expect(await ask('sendMessage', { chat_id, text: 'a'.repeat(4097) })).toEqual(refused(400, 'Bad Request: message is too long'));
  expect(await ask('sendMessage', { chat_id, text: ' ' })).toEqual(refused(400, 'Bad Request: message text is empty'));
  expect(await ask('sendPhoto', { chat_id, caption: 'a'.repeat(1025) })).toEqual(refused(400, 'Bad Request: message caption is too long'));
  expect(await ask('sendMessage', { chat_id, text: 'x', reply_markup: keyboard('ب'.repeat(32)) })).toMatchObject({ ok: true });
  expect(await ask('sendMessage', { chat_id, text: 'x', reply_markup: keyboard('ب'.repeat(33)) })).toEqual(
    refused(400, 'Bad Request: BUTTON_DATA_INVALID'),
  );
});

test('says how long to wait when it is asked too much', async () => {
  telegram.script({ status: 429, retry_after: 7 }, { status: 502 });
  const description = 'Too Many Requests: retry after 7';
  expect(await ask('getMe', {})).toEqual(refused(429, description, { parameters: { retry_after: 7 } }));
  expect(await ask('getMe', {})).toEqual(refused(502, 'Bad Gateway'));
});

test('edits a message of the bot, but not into what it is already', async () => {
  const chat_id = await phone('Noro');
  const sent = (await ask('sendMessage', { chat_id, text: 'x', reply_markup: keyboard('approve') })) as unknown as {
    result: { message_id: number };
  };
  const { message_id } = sent.result;
  expect(await ask('editMessageReplyMarkup', { chat_id, message_id })).toMatchObject({ ok: true });
  expect(telegram.chat.messages(chat_id).at(-1)?.buttons).toBeUndefined();
  expect((await ask('editMessageReplyMarkup', { chat_id, message_id })).description).toContain('message is not modified');
  expect(await ask('editMessageText', { chat_id, message_id: 1, text: 'y' })).toEqual(
    refused(400, 'Bad Request: message to edit not found'),
  );
});

test('sends each message with the secret, and one that was not taken again before the next', async () => {
  const chat = await phone('Hery');
  heard.length = 0;
  answers = [new Response('', { status: 503 })];
  expect(await telegram.chat.send(chat, 'first')).toMatchObject({ state: 'failed' });
  expect(await telegram.chat.send(chat, 'second')).toMatchObject({ state: 'delivered' });
  const texts = heard.map(({ update }) => (update.message as { text: string }).text);
  expect(texts).toEqual(['first', 'first', 'second']);
  expect(heard.every(({ secret }) => secret === telegram.env.TELEGRAM_WEBHOOK_SECRET)).toBe(true);
  expect(heard[0]?.update.update_id).toBe(heard[1]?.update.update_id);
});

test('a tap turns until it is answered, by a call or in the answer of the webhook', async () => {
  const chat = await phone('Solo');
  await ask('sendMessage', { chat_id: chat, text: 'x', reply_markup: keyboard('approve') });
  const quote = telegram.chat.messages(chat).at(-1)?.id as string;
  await telegram.chat.send(chat, '', { button: 'approve', quote });
  expect(telegram.waitingTaps()).toBe(1);
  const { id } = lastHeard<{ callback_query: { id: string } }>().callback_query;
  expect(await ask('answerCallbackQuery', { callback_query_id: id })).toMatchObject({ ok: true });
  expect((await ask('answerCallbackQuery', { callback_query_id: id })).description).toContain('query is too old');
  await expect(telegram.chat.send(chat, '', { button: 'launch', quote })).rejects.toThrow('no such button');
});

test('gives files by a path of their own, none above 20 MB', async () => {
  const chat = await phone('Fara');
  const voice = { kind: 'voice' as const, mime: 'audio/ogg', name: 'note.oga', bytes: new Uint8Array([1, 2, 3]) };
  await telegram.chat.send(chat, '', { media: voice });
  const file_id = lastHeard<{ message: { voice: { file_id: string } } }>().message.voice.file_id;
  const { result } = (await ask('getFile', { file_id })) as unknown as { result: { file_path: string } };
  const { TELEGRAM_BASE_URL, TELEGRAM_BOT_TOKEN } = telegram.env;
  const file = await fetch(`${TELEGRAM_BASE_URL}/file/bot${TELEGRAM_BOT_TOKEN}/${result.file_path}`);
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(voice.bytes);
  await telegram.chat.send(chat, '', { media: { ...voice, bytes: new Uint8Array(20_000_001) } });
  const large = lastHeard<{ message: { voice: { file_id: string } } }>().message.voice.file_id;
  expect(await ask('getFile', { file_id: large })).toEqual(refused(400, 'Bad Request: file is too big'));
});

test('takes a webhook by https only, with a secret of letters, digits, _ and -', async () => {
  const { result } = (await ask('getWebhookInfo', {})) as unknown as { result: { url: string } };
  expect(await ask('setWebhook', { url: 'http://other.example/hook' })).toEqual(
    refused(400, 'Bad Request: bad webhook: HTTPS url must be provided for webhook'),
  );
  expect((await ask('setWebhook', { url: result.url, secret_token: 'a b' })).description).toContain('unallowed characters');
  expect(await ask('setWebhook', { url: result.url, secret_token: telegram.env.TELEGRAM_WEBHOOK_SECRET })).toMatchObject({ ok: true });
});
