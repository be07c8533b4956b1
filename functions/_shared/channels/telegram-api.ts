// Calls of Telegram's Bot API (https://core.telegram.org/bots/api). The token is part of the address, so no error of ours holds an address.
// Environment: TELEGRAM_BOT_TOKEN, TELEGRAM_BASE_URL (default https://api.telegram.org). Used by telegram.ts and functions/receive.
import type { ChannelEnvironment } from './channel.ts';

/** What Telegram refused, in its own words; status 0 = it did not answer. */
export class TelegramError extends Error {
  override readonly name = 'TelegramError';
  readonly status: number;
  /** seconds after which it may be asked again */
  readonly retryAfter: number | undefined;

  constructor(status: number, description: string, retryAfter?: number) {
    super(description);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

export type TelegramApi = {
  /** One method; values that are a Blob are uploaded. @throws TelegramError */
  call(method: string, params: Record<string, unknown>, signal: AbortSignal): Promise<unknown>;
  /** A file that a person sent (Telegram gives at most 20 MB); null = larger than `limit` bytes. @throws TelegramError */
  download(fileId: string, limit: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer> | null>;
};

/** Ids of messages count up in each chat by itself. */
export const telegramMessageId = (chatId: number | string, messageId: number | string): string => `${chatId}:${messageId}`;

type Reply = { ok?: boolean; result?: unknown; error_code?: number; description?: string; parameters?: { retry_after?: number } };

function bodyOf(params: Record<string, unknown>): { body: BodyInit; headers: Record<string, string> } {
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  if (!given.some(([, value]) => value instanceof Blob)) {
    return { body: JSON.stringify(Object.fromEntries(given)), headers: { 'content-type': 'application/json' } };
  }
  const form = new FormData();
  for (const [name, value] of given) {
    if (value instanceof Blob) form.append(name, value, 'photo');
    else form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return { body: form, headers: {} };
}

/** null where this installation has no bot */
export function createTelegramApi(env: ChannelEnvironment): TelegramApi | null {
  const token = env.TELEGRAM_BOT_TOKEN?.trim();
  if (!token) return null;
  const base = (env.TELEGRAM_BASE_URL?.trim() || 'https://api.telegram.org').replace(/\/+$/, '');

  async function ask(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(`${base}${path}`, { ...init, redirect: 'error' });
    } catch {
      throw new TelegramError(0, 'Telegram does not answer');
    }
  }

  async function call(method: string, params: Record<string, unknown>, signal: AbortSignal): Promise<unknown> {
    const response = await ask(`/bot${token}/${method}`, { method: 'POST', ...bodyOf(params), signal });
    const reply = (await response.json().catch(() => ({}))) as Reply;
    if (response.ok && reply.ok) return reply.result;
    throw new TelegramError(
      reply.error_code ?? response.status,
      reply.description ?? `${method}: ${response.status}`,
      reply.parameters?.retry_after,
    );
  }

  async function download(fileId: string, limit: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer> | null> {
    const file = (await call('getFile', { file_id: fileId }, signal)) as { file_path?: string; file_size?: number };
    if ((file.file_size ?? 0) > limit) return null;
    if (!file.file_path || !/^[\w./-]+$/.test(file.file_path) || file.file_path.includes('..'))
      throw new TelegramError(404, 'Telegram names no file');
    const response = await ask(`/file/bot${token}/${file.file_path}`, { signal });
    if (!response.ok) throw new TelegramError(response.status, 'the file is not given');
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > limit) return null;
      chunks.push(chunk);
    }
    const whole = new Uint8Array(size);
    let at = 0;
    for (const chunk of chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }

  return { call, download };
}
