// Double of Telegram: the Bot API under /_local/telegram/ (bot<token>/<method>, file/bot<token>/<path>) and the phones of people, whose messages
// and taps go to Nexio's webhook in order, again until it takes them (https://core.telegram.org/bots/api#setwebhook). Wired in by start-doubles.ts.
import { randomBytes } from 'node:crypto';
import type { ChatDouble, ChatMessage, Double, Sending } from './chat-double.ts';
import { telegramMethods, type MethodContext, type Params } from './telegram-methods.ts';
import { bot, TelegramChats, TelegramRefusal, type Phone } from './telegram-chats.ts';

/** What the next call of the Bot API meets. */
export type TelegramFault = { status: 429; retry_after: number } | { status: 500 | 502 };

export interface TelegramDouble extends Double {
  chat: ChatDouble;
  routes: Record<string, (request: Request) => Promise<Response>>;
  /** every call, oldest first */
  calls: { method: string; params: Params }[];
  script(...faults: TelegramFault[]): void;
  /** The person stops the bot; their next message starts it again. */
  block(chat: string): void;
  /** An update as it is, for what no phone of ours sends: groups, replays. Returns the webhook's status. */
  deliver(update: object): Promise<number>;
  /** callback queries that Nexio has not answered: their buttons still turn */
  waitingTaps(): number;
}

const path = '/_local/telegram/';
const json = (value: unknown, status = 200) => Response.json(value, { status });
const refused = (status: number, description: string, parameters?: object) =>
  json({ ok: false, error_code: status, description, ...(parameters ? { parameters } : {}) }, status);

/** @param url the stack's own address; the webhook is set as a deploy sets it */
export function startTelegram(url: string): TelegramDouble {
  // as BotFather gives them: <bot id>:<35 characters>
  const token = `7700000001:${randomBytes(26).toString('base64url').slice(0, 35)}`;
  const secret = randomBytes(24).toString('base64url');
  const chats = new TelegramChats();
  const context: MethodContext = {
    chats,
    origin: url,
    webhook: { url: `${url}/functions/v1/receive/telegram`, secret_token: secret, allowed_updates: ['message', 'callback_query'] },
    openQueries: new Set(),
    commands: [],
  };
  const calls: TelegramDouble['calls'] = [];
  const faults: TelegramFault[] = [];
  const pending: object[] = [];
  let lastUpdate = 500_000_000;
  let delivering: Promise<unknown> = Promise.resolve();

  async function call(method: string, params: Params): Promise<Response> {
    calls.push({ method, params });
    const fault = faults.shift();
    if (fault?.status === 429) {
      return refused(429, `Too Many Requests: retry after ${fault.retry_after}`, { retry_after: fault.retry_after });
    }
    if (fault) return refused(fault.status, fault.status === 502 ? 'Bad Gateway' : 'Internal Server Error');
    const known = telegramMethods[method];
    if (!known) return refused(404, 'Not Found: method not found');
    try {
      return json({ ok: true, result: await known(context, params) });
    } catch (error) {
      if (!(error instanceof TelegramRefusal)) throw error;
      return refused(error.status, error.message);
    }
  }

  async function answer(request: Request): Promise<Response> {
    const [, isFile, given, rest = ''] = /^\/_local\/telegram\/(file\/)?bot([^/]*)\/(.+)$/.exec(new URL(request.url).pathname) ?? [];
    if (given === undefined) return refused(404, 'Not Found');
    if (given !== token) return refused(401, 'Unauthorized');
    if (!isFile) return call(rest, await readParams(request));
    const file = [...chats.files.values()].find((kept) => kept.path === rest);
    return file ? new Response(file.media.bytes, { headers: { 'content-type': 'application/octet-stream' } }) : refused(404, 'Not Found');
  }

  /** One POST to the webhook; its answer may hold one more call (https://core.telegram.org/bots/api#making-requests-when-getting-updates). */
  async function post(update: object): Promise<number> {
    const { webhook } = context;
    if (!webhook) return 0;
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (webhook.secret_token !== '') headers['x-telegram-bot-api-secret-token'] = webhook.secret_token;
    const response = await fetch(webhook.url, { method: 'POST', headers, body: JSON.stringify(update) }).catch(() => null);
    if (!response?.ok) return response?.status ?? 0;
    const { method, ...params } = (await response.json().catch(() => ({}))) as Params & { method?: string };
    if (typeof method === 'string') await call(method, params);
    return response.status;
  }

  /** What was not taken stays first in line. */
  async function drain(): Promise<boolean> {
    for (let next = pending[0]; next; next = pending[0]) {
      const status = await post(next);
      if (status < 200 || status > 299) return false;
      pending.shift();
    }
    return true;
  }

  function enqueue(update: object): Promise<boolean> {
    lastUpdate += 1;
    pending.push({ update_id: lastUpdate, ...update });
    const taken = delivering.then(drain);
    delivering = taken.catch(() => {});
    return taken;
  }

  const phoneOf = (id: string): Phone => {
    const phone = chats.phones.get(Number(id));
    if (!phone) throw new Error(`nobody has the Telegram chat ${id}`);
    return phone;
  };

  async function tap(phone: Phone, quoted: string, data: string): Promise<ChatMessage> {
    const message = chats.message(phone, quoted);
    if (!message?.buttons?.some(({ id }) => id === data)) throw new Error('there is no such button');
    const query = String(BigInt(`0x${randomBytes(7).toString('hex')}`));
    context.openQueries.add(query);
    await enqueue({
      callback_query: {
        id: query,
        from: chats.user(phone),
        message: chats.asMessage(phone, message),
        chat_instance: String(phone.id),
        data,
      },
    });
    return message;
  }

  async function send(id: string, text: string, sending: Sending = {}): Promise<ChatMessage> {
    const phone = phoneOf(id);
    if (sending.button) return tap(phone, sending.quote ?? '', sending.button);
    phone.hasStarted = true;
    phone.hasBlocked = false;
    const message = chats.add(phone, {
      from: 'person',
      text,
      state: 'sent',
      ...(sending.media ? { media: sending.media } : {}),
      ...(sending.quote ? { quotes: sending.quote } : {}),
      ...(sending.isForwarded ? { isForwarded: true } : {}),
    });
    message.state = (await enqueue({ message: chats.asMessage(phone, message) })) ? 'delivered' : 'failed';
    return message;
  }

  const chat: ChatDouble = {
    channel: 'telegram',
    open(id, name) {
      const number = Number(id.replaceAll(/\D/g, ''));
      if (!Number.isSafeInteger(number) || number <= 0) return undefined;
      const known = chats.phones.get(number);
      if (known) known.name = name;
      else chats.phones.set(number, { id: number, name, hasStarted: false, hasBlocked: false, messages: [] });
      return String(number);
    },
    chats: () =>
      [...chats.phones.values()]
        .map(({ id, name, messages }) => ({ id: String(id), name, last: messages.at(-1) ?? null }))
        .toSorted((one, other) => (other.last?.at ?? '').localeCompare(one.last?.at ?? '')),
    messages: (id) => chats.phones.get(Number(id))?.messages ?? [],
    send,
  };

  return {
    env: {
      TELEGRAM_BASE_URL: `${url}${path.slice(0, -1)}`,
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_BOT_NAME: bot.username,
      TELEGRAM_WEBHOOK_SECRET: secret,
    },
    routes: { [path]: answer },
    chat,
    calls,
    script: (...more) => void faults.push(...more),
    block: (id) => void (phoneOf(id).hasBlocked = true),
    deliver: post,
    waitingTaps: () => context.openQueries.size,
  };
}

async function readParams(request: Request): Promise<Params> {
  const type = request.headers.get('content-type') ?? '';
  if (type.includes('json')) return (await request.json().catch(() => ({}))) as Params;
  if (type.includes('form')) return Object.fromEntries((await request.formData()).entries());
  return Object.fromEntries(new URL(request.url).searchParams);
}
