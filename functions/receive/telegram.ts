// Telegram's webhook: is it Telegram, and what did the person say. Pure but for fetching files; called by index.ts beside this file.
// https://core.telegram.org/bots/api#update · setWebhook with secret_token: https://core.telegram.org/bots/api#setwebhook
import { z } from 'zod';
import type { ChannelEnvironment } from '../_shared/channels/channel.ts';
import { createTelegramApi, TelegramError, telegramMessageId } from '../_shared/channels/telegram-api.ts';
import { isSameSecret } from '../_shared/same-secret.ts';
import type { FetchedMedia, Heard, Inbound, InboundDoor } from './inbound.ts';

const User = z.object({
  id: z.number().int(),
  is_bot: z.boolean().nullish(),
  first_name: z.string().default(''),
  last_name: z.string().nullish(),
});
const Chat = z.object({ id: z.number().int(), type: z.string() });
const File = z.object({ file_id: z.string(), file_size: z.number().nullish(), mime_type: z.string().nullish() });
const Message = z.object({
  message_id: z.number().int(),
  from: User.nullish(),
  chat: Chat,
  /** seconds since 1970 */
  date: z.number(),
  text: z.string().nullish(),
  caption: z.string().nullish(),
  photo: z.array(File).nullish(),
  voice: File.nullish(),
  audio: File.nullish(),
  document: File.nullish(),
  reply_to_message: z.object({ message_id: z.number().int() }).nullish(),
  forward_origin: z.unknown().optional(),
});
type Message = z.infer<typeof Message>;
const Tap = z.object({
  id: z.string(),
  from: User,
  message: z.object({ message_id: z.number().int(), chat: Chat }).nullish(),
  data: z.string().nullish(),
});
const Update = z.object({ message: Message.nullish(), callback_query: Tap.nullish() });

const nameOf = (user: z.infer<typeof User>): string => clean([user.first_name, user.last_name].filter(Boolean).join(' '));
// jsonb has no such character
const clean = (text: string): string => text.replaceAll('\u0000', '');

function contentOf(message: Message): Pick<Inbound, 'kind' | 'text' | 'media'> {
  const caption = message.caption ? { text: clean(message.caption) } : {};
  const file = ({ file_id, mime_type, file_size }: z.infer<typeof File>, mime: string) => ({
    media: { id: file_id, mime: mime_type?.toLowerCase() ?? mime, bytes: file_size ?? 0 },
    ...caption,
  });
  // one picture in several sizes, the largest last
  const photo = message.photo?.at(-1);
  if (photo) return { kind: 'image', ...file(photo, 'image/jpeg') };
  if (message.voice) return { kind: 'voice', ...file(message.voice, 'audio/ogg') };
  if (message.audio) return { kind: 'voice', ...file(message.audio, 'audio/mpeg') };
  if (message.document) {
    // a picture that was sent as a file is a picture
    const isImage = message.document.mime_type?.startsWith('image/') ?? false;
    return { kind: isImage ? 'image' : 'document', ...file(message.document, 'application/octet-stream') };
  }
  return typeof message.text === 'string' ? { kind: 'text', text: clean(message.text) } : { kind: 'other' };
}

/** The webhook's answer may call one method (https://core.telegram.org/bots/api#making-requests-when-getting-updates). */
const calling = (method: string, params: object): Response => Response.json({ method, ...params });

const heard = (messages: Inbound[], answer?: Response): Heard => ({ messages, undelivered: [], ...(answer ? { answer } : {}) });

/**
 * Reads one update. Only private chats are listened to, where the chat is the person: groups are left. A tap is acknowledged, so that its button
 * stops turning. Bots, edits and what we do not know are nothing.
 * @param now when a tap came in: Telegram does not say when it was
 */
export function readTelegram(update: unknown, now: Date): Heard {
  const { message, callback_query: tap } = Update.safeParse(update).data ?? {};
  const chat = message?.chat ?? tap?.message?.chat;
  if (chat && chat.type !== 'private') return heard([], calling('leaveChat', { chat_id: chat.id }));
  if (tap) {
    const answer = calling('answerCallbackQuery', { callback_query_id: tap.id });
    if (!tap.message || !tap.data || tap.from.id !== tap.message.chat.id) return heard([], answer);
    const pressed: Inbound = {
      external_id: `tap:${tap.id}`,
      from: String(tap.from.id),
      name: nameOf(tap.from),
      sent_at: now.toISOString(),
      kind: 'button',
      button: clean(tap.data),
      quoted_id: telegramMessageId(tap.message.chat.id, tap.message.message_id),
    };
    return heard([pressed], answer);
  }
  const from = message?.from;
  if (!message || !from || from.is_bot || from.id !== message.chat.id) return heard([]);
  return heard([
    {
      external_id: telegramMessageId(message.chat.id, message.message_id),
      from: String(from.id),
      name: nameOf(from),
      sent_at: new Date(message.date * 1000).toISOString(),
      ...contentOf(message),
      ...(message.reply_to_message ? { quoted_id: telegramMessageId(message.chat.id, message.reply_to_message.message_id) } : {}),
      ...(message.forward_origin ? { is_forwarded: true } : {}),
    },
  ]);
}

const refuse = (status: number, code: string) => Response.json({ code }, { status });

/** TELEGRAM_WEBHOOK_SECRET (the secret_token of setWebhook) and what sending needs; null without them. */
export function telegramDoor(env: ChannelEnvironment): InboundDoor | null {
  const api = createTelegramApi(env);
  const secret = env.TELEGRAM_WEBHOOK_SECRET?.trim();
  if (!api || !secret) return null;
  return {
    channel: 'telegram',
    async hear(request, body) {
      if (request.method !== 'POST') return refuse(405, 'method_not_allowed');
      if (!isSameSecret(request.headers.get('x-telegram-bot-api-secret-token') ?? '', secret)) return refuse(401, 'not_the_secret');
      try {
        return readTelegram(JSON.parse(new TextDecoder().decode(body)), new Date());
      } catch {
        return heard([]);
      }
    },
    async fetchMedia(id, limitBytes, signal): Promise<FetchedMedia> {
      try {
        const bytes = await api.download(id, limitBytes, signal);
        return bytes ? { bytes, mime: '' } : 'too_large';
      } catch (error) {
        if (!(error instanceof TelegramError) || error.status === 0 || error.status === 429 || error.status >= 500) throw error;
        return /too big/.test(error.message) ? 'too_large' : 'lost';
      }
    },
  };
}
