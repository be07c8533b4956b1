// What the double of Telegram keeps: people, their chats with the bot and the files in them, and the shapes in which the Bot API tells of
// them (https://core.telegram.org/bots/api#available-types). Used by telegram.ts and telegram-methods.ts beside this file.
import { randomBytes } from 'node:crypto';
import type { ChatMedia, ChatMessage } from './chat-double.ts';

/** the Bot API's own words for what it refuses; `retry_after` in seconds */
export class TelegramRefusal extends Error {
  readonly status: number;
  readonly retry_after: number | undefined;
  constructor(status: number, description: string, retryAfter?: number) {
    super(description);
    this.status = status;
    this.retry_after = retryAfter;
  }
}

export interface InlineButton {
  text: string;
  callback_data?: string;
  url?: string;
}

export interface Phone {
  id: number;
  name: string;
  /** a bot may not speak first */
  hasStarted: boolean;
  hasBlocked: boolean;
  messages: ChatMessage[];
}

export interface StoredFile {
  id: string;
  path: string;
  media: ChatMedia;
}

export const bot = { id: 7_700_000_001, is_bot: true, first_name: 'Nexio', username: 'nexio_local_bot' };

export class TelegramChats {
  readonly phones = new Map<number, Phone>();
  readonly files = new Map<string, StoredFile>();
  #lastId = 100;

  /** A chat that the bot may write to. */
  writable(chatId: unknown): Phone {
    const phone = this.phones.get(Number(chatId));
    if (!phone) throw new TelegramRefusal(400, 'Bad Request: chat not found');
    if (phone.hasBlocked) throw new TelegramRefusal(403, 'Forbidden: bot was blocked by the user');
    if (!phone.hasStarted) throw new TelegramRefusal(403, "Forbidden: bot can't initiate conversation with a user");
    return phone;
  }

  message(phone: Phone, id: unknown): ChatMessage | undefined {
    return phone.messages.find((message) => message.id === String(id));
  }

  add(phone: Phone, message: Omit<ChatMessage, 'id' | 'at'>): ChatMessage {
    this.#lastId += 1;
    const added = { id: String(this.#lastId), at: new Date().toISOString(), ...message };
    phone.messages.push(added);
    return added;
  }

  keepFile(media: ChatMedia): StoredFile {
    const known = [...this.files.values()].find((file) => file.media === media);
    if (known) return known;
    const id = `AgAC${randomBytes(18).toString('base64url')}`;
    const folder = { image: 'photos', voice: 'voice', document: 'documents' }[media.kind];
    const ending = { image: 'jpg', voice: 'oga', document: 'bin' }[media.kind];
    const file = { id, path: `${folder}/file_${this.files.size}.${ending}`, media };
    this.files.set(id, file);
    return file;
  }

  /** https://core.telegram.org/bots/api#user */
  user(phone: Phone): object {
    const [first = '', ...rest] = phone.name.split(' ');
    return { id: phone.id, is_bot: false, first_name: first, ...(rest.length > 0 ? { last_name: rest.join(' ') } : {}) };
  }

  /** https://core.telegram.org/bots/api#message */
  asMessage(phone: Phone, message: ChatMessage, depth = 0): Record<string, unknown> {
    const quoted = message.quotes && depth === 0 ? this.message(phone, message.quotes) : undefined;
    return {
      message_id: Number(message.id),
      from: message.from === 'nexio' ? bot : this.user(phone),
      chat: { ...this.user(phone), is_bot: undefined, type: 'private' },
      date: Math.floor(Date.parse(message.at) / 1000),
      ...this.#content(message),
      ...(message.buttons ? { reply_markup: { inline_keyboard: message.buttons.map((button) => [asInlineButton(button)]) } } : {}),
      ...(quoted ? { reply_to_message: this.asMessage(phone, quoted, 1) } : {}),
      ...(message.isForwarded
        ? { forward_origin: { type: 'hidden_user', sender_user_name: 'Somebody', date: Math.floor(Date.parse(message.at) / 1000) } }
        : {}),
    };
  }

  #content({ text, media }: ChatMessage): object {
    if (!media) return { text, ...(text.startsWith('/') ? { entities: [commandIn(text)] } : {}) };
    const { id } = this.keepFile(media);
    const file = { file_id: id, file_unique_id: id.slice(4, 12), file_size: media.bytes.length };
    const caption = text === '' ? {} : { caption: text };
    if (media.kind === 'image') {
      // Telegram makes smaller ones; the last is the largest
      return {
        photo: [
          { ...file, file_id: `${id}-s`, file_size: 1200, width: 90, height: 90 },
          { ...file, width: 1080, height: 1080 },
        ],
        ...caption,
      };
    }
    if (media.kind === 'voice') return { voice: { ...file, duration: 4, mime_type: media.mime } };
    return { document: { ...file, file_name: media.name, mime_type: media.mime }, ...caption };
  }
}

const asInlineButton = (button: { id: string; title: string; url?: string }): InlineButton =>
  button.url ? { text: button.title, url: button.url } : { text: button.title, callback_data: button.id };

const commandIn = (text: string) => ({ offset: 0, length: /^\S+/.exec(text)?.[0].length ?? 0, type: 'bot_command' });
