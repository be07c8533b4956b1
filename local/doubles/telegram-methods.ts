// The methods of the Bot API that Nexio calls, as Telegram answers them: https://core.telegram.org/bots/api#available-methods. What it refuses is
// refused in its words. Used by telegram.ts.
import type { ChatMedia, ChatMessage } from './chat-double.ts';
import { bot, TelegramRefusal, type InlineButton, type Phone, type TelegramChats } from './telegram-chats.ts';

export interface Webhook {
  url: string;
  secret_token: string;
  allowed_updates: string[];
}

export interface MethodContext {
  chats: TelegramChats;
  /** the stack's own address: the only one that need not be https */
  origin: string;
  webhook: Webhook | null;
  /** callback queries that nobody has answered yet, by id */
  openQueries: Set<string>;
  commands: { command: string; description: string }[];
}

/** Values as JSON; files as they were uploaded. */
export type Params = Record<string, unknown>;

const bad = (description: string) => new TelegramRefusal(400, `Bad Request: ${description}`);
/** "after entities parsing"; counted in UTF-16 code units, as Telegram does */
const longestText = 4096;
const longestCaption = 1024;
const largestPhoto = 10_000_000;
const largestDownload = 20_000_000;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function isAddress(url: string, origin: string): boolean {
  return URL.canParse(url) && (url.startsWith('https://') || new URL(url).origin === origin);
}

/** A row of buttons each; data 1 to 64 bytes. */
function readButtons(markup: unknown, origin: string): ChatMessage['buttons'] {
  const value = typeof markup === 'string' ? (JSON.parse(markup) as unknown) : markup;
  if (!value) return undefined;
  const rows = (value as { inline_keyboard?: InlineButton[][] }).inline_keyboard;
  if (!Array.isArray(rows)) throw bad('object expected as reply markup');
  const buttons = rows.flat().map(({ text: title, callback_data: data, url }) => {
    if (!title) throw bad('inline keyboard button text is empty');
    if (url !== undefined) {
      if (!isAddress(url, origin)) throw bad(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
      return { id: url, title, url };
    }
    const bytes = new TextEncoder().encode(data ?? '').length;
    if (bytes < 1 || bytes > 64) throw bad('BUTTON_DATA_INVALID');
    return { id: data as string, title };
  });
  return buttons.length > 0 ? buttons : undefined;
}

function readQuote({ chats }: MethodContext, phone: Phone, params: Params): { quotes?: string } {
  const wanted = params.reply_parameters;
  const value = (typeof wanted === 'string' ? JSON.parse(wanted) : wanted) as
    { message_id?: number; allow_sending_without_reply?: boolean } | undefined;
  if (!value?.message_id) return {};
  if (chats.message(phone, value.message_id)) return { quotes: String(value.message_id) };
  if (value.allow_sending_without_reply) return {};
  throw bad('message to be replied not found');
}

function checkText(value: string): string {
  if (value.trim() === '') throw bad('message text is empty');
  if (value.length > longestText) throw bad('message is too long');
  return value;
}

function checkCaption(value: string): string {
  if (value.length > longestCaption) throw bad('message caption is too long');
  return value;
}

function speak(context: MethodContext, phone: Phone, params: Params, content: { text: string; media?: ChatMedia }): unknown {
  const buttons = readButtons(params.reply_markup, context.origin);
  const message = context.chats.add(phone, {
    from: 'nexio',
    ...content,
    ...(buttons ? { buttons } : {}),
    ...readQuote(context, phone, params),
  });
  return context.chats.asMessage(phone, message);
}

function editable(context: MethodContext, params: Params): { phone: Phone; message: ChatMessage } {
  const phone = context.chats.writable(params.chat_id);
  const message = context.chats.message(phone, params.message_id);
  if (!message) throw bad('message to edit not found');
  if (message.from !== 'nexio') throw bad("message can't be edited");
  return { phone, message };
}

/** Puts another text and other buttons in place; the very same is refused. */
function edit(context: MethodContext, params: Params, newText: string | undefined): unknown {
  const { phone, message } = editable(context, params);
  const buttons = readButtons(params.reply_markup, context.origin);
  const isSame = (newText ?? message.text) === message.text && JSON.stringify(buttons) === JSON.stringify(message.buttons);
  if (isSame) {
    throw bad(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  if (newText !== undefined) message.text = newText;
  if (buttons) message.buttons = buttons;
  else delete message.buttons;
  return context.chats.asMessage(phone, message);
}

export const telegramMethods: Record<string, (context: MethodContext, params: Params) => unknown> = {
  getMe: () => bot,
  sendMessage: (context, params) => speak(context, context.chats.writable(params.chat_id), params, { text: checkText(text(params.text)) }),
  async sendPhoto(context, params) {
    const phone = context.chats.writable(params.chat_id);
    const caption = checkCaption(text(params.caption));
    if (!(params.photo instanceof Blob)) throw bad('there is no photo in the request');
    if (params.photo.size > largestPhoto) throw bad('file is too big');
    const bytes = new Uint8Array(await params.photo.arrayBuffer());
    const isPicture = [
      [0xff, 0xd8],
      [0x89, 0x50],
      [0x52, 0x49],
    ].some((start) => start.every((byte, at) => bytes[at] === byte));
    if (!isPicture) throw bad('IMAGE_PROCESS_FAILED');
    return speak(context, phone, params, {
      text: caption,
      media: { kind: 'image', mime: params.photo.type || 'image/jpeg', name: 'photo.jpg', bytes },
    });
  },
  editMessageReplyMarkup: (context, params) => edit(context, params, undefined),
  editMessageText(context, params) {
    if (editable(context, params).message.media) throw bad('there is no text in the message to edit');
    return edit(context, params, checkText(text(params.text)));
  },
  editMessageCaption(context, params) {
    if (!editable(context, params).message.media) throw bad('there is no caption in the message to edit');
    return edit(context, params, checkCaption(text(params.caption)));
  },
  answerCallbackQuery({ openQueries }, params) {
    if (text(params.text).length > 200) throw bad('MESSAGE_TOO_LONG');
    if (!openQueries.delete(text(params.callback_query_id))) {
      throw bad('query is too old and response timeout expired or query ID is invalid');
    }
    return true;
  },
  getFile({ chats }, params) {
    const file = chats.files.get(text(params.file_id));
    if (!file) throw bad('invalid file_id');
    if (file.media.bytes.length > largestDownload) throw bad('file is too big');
    return { file_id: file.id, file_unique_id: file.id.slice(4, 12), file_size: file.media.bytes.length, file_path: file.path };
  },
  setWebhook(context, params) {
    const url = text(params.url);
    if (!isAddress(url, context.origin)) throw bad('bad webhook: HTTPS url must be provided for webhook');
    const secret = text(params.secret_token);
    if (!/^[A-Za-z0-9_-]{0,256}$/.test(secret)) throw bad('bad webhook: secret token contains unallowed characters');
    const updates = Array.isArray(params.allowed_updates) ? params.allowed_updates.map(String) : [];
    context.webhook = { url, secret_token: secret, allowed_updates: updates };
    return true;
  },
  getWebhookInfo: ({ webhook }) => ({
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: 0,
    allowed_updates: webhook?.allowed_updates ?? [],
  }),
  setMyCommands(context, params) {
    const commands = (Array.isArray(params.commands) ? params.commands : []) as MethodContext['commands'];
    if (commands.some(({ command }) => !/^[a-z0-9_]{1,32}$/.test(command))) throw bad('BOT_COMMAND_INVALID');
    if (commands.some(({ description }) => description.length < 1 || description.length > 256))
      throw bad('BOT_COMMAND_DESCRIPTION_INVALID');
    context.commands = commands;
    return true;
  },
  leaveChat: () => {
    throw bad('chat not found');
  },
};
