// Telegram: messages of the bot, with buttons under what waits for a decision. Environment as in telegram-api.ts. Used by functions/deliver.
// Limits: https://core.telegram.org/bots/api#sendmessage (4096), #sendphoto (caption 1024, 10 MB), #inlinekeyboardbutton (data 64 bytes).
import { isTrial, type Channel, type ChannelEnvironment, type ChannelTools, type DeliveryOn, type Outcome } from './channel.ts';
import type { ChatText } from './chat-parts.ts';
import { createTelegramApi, TelegramError, telegramMessageId, type TelegramApi } from './telegram-api.ts';
import { chatWords } from './words/chat.ts';
import { writeChat } from './write-chat.ts';

const longestText = 4096;
const longestCaption = 1024;
const pictures = ['image/jpeg', 'image/png', 'image/webp'];

type Target = { api: TelegramApi; chatId: string; signal: AbortSignal };

/** Texts go as they are: without parse_mode Telegram interprets nothing in them. */
function formOf({ heading, body, small }: ChatText): { text: string; entities: object[] } {
  const text = [heading, body, small].filter((part) => part !== '').join('\n\n');
  return { text, entities: heading === '' ? [] : [{ type: 'bold', offset: 0, length: heading.length }] };
}

/** Pieces of at most `size` letters, cut between lines where that is possible; none begins or ends within a letter. */
export function splitText(text: string, size: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > size) {
    const line = rest.lastIndexOf('\n', size);
    let at = line > size / 2 ? line : size;
    if (/[\ud800-\udbff]/.test(rest[at - 1] ?? '')) at -= 1;
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...pieces, rest].filter((piece) => piece !== '');
}

/** Yes and no side by side under the thumb, the others below. */
function keyboardOf(buttons: ChatText['buttons']): object | undefined {
  if (buttons.length === 0) return undefined;
  const asButton = ({ id, title }: ChatText['buttons'][number]) => ({ text: title, callback_data: id });
  const isDecision = ({ id }: ChatText['buttons'][number]) => id === 'approve' || id === 'reject';
  const rows = [buttons.filter(isDecision), ...buttons.filter((button) => !isDecision(button)).map((button) => [button])];
  return { inline_keyboard: rows.filter((row) => row.length > 0).map((row) => row.map(asButton)) };
}

async function readPicture(said: ChatText, tools: ChannelTools): Promise<Blob | null> {
  if (!said.picture || !pictures.includes(said.picture.mime)) return null;
  const { bytes, mime } = await tools.readMedia(said.picture.path);
  return new Blob([bytes], { type: mime || said.picture.mime });
}

/** false = Telegram cannot use this picture; the message goes without it */
async function sendPhoto({ api, chatId, signal }: Target, photo: Blob, more: Record<string, unknown>): Promise<number | false> {
  try {
    return idOf(await api.call('sendPhoto', { chat_id: chatId, photo, ...more }, signal));
  } catch (error) {
    if (error instanceof TelegramError && error.status === 400 && /IMAGE_PROCESS|PHOTO_|file is too big|wrong type/i.test(error.message))
      return false;
    throw error;
  }
}

const idOf = (message: unknown): number => (message as { message_id: number }).message_id;

/** @returns the id of the message that carries the buttons */
async function speak(target: Target, delivery: DeliveryOn<'telegram'>, tools: ChannelTools): Promise<number> {
  const { api, chatId, signal } = target;
  const said = writeChat(delivery, tools.appUrl);
  const { text, entities } = formOf(said);
  const reply_markup = keyboardOf(said.buttons);
  const photo = await readPicture(said, tools);
  let isShown = said.picture === null;
  if (photo) {
    const isWhole = text.length <= longestCaption;
    const sent = await sendPhoto(target, photo, isWhole ? { caption: text, caption_entities: entities, reply_markup } : {});
    if (sent !== false && isWhole) return sent;
    isShown = sent !== false;
  }
  const whole = isShown ? text : `${text}\n\n${chatWords[delivery.user.language].noPicture}`;
  const pieces = splitText(whole, longestText);
  let last = 0;
  for (const [at, piece] of pieces.entries()) {
    const params = {
      chat_id: chatId,
      text: piece,
      ...(at === 0 ? { entities } : {}),
      // a preview would fetch the addresses in what people wrote
      link_preview_options: { is_disabled: true },
      ...(at === pieces.length - 1 && reply_markup ? { reply_markup } : {}),
    };
    last = idOf(await api.call('sendMessage', params, signal));
  }
  return last;
}

/** What is decided is not to be pressed any more. A message that is gone, too old or without buttons is as it should be. */
async function takeButtonsAway({ api, chatId, signal }: Target, externalIds: unknown): Promise<void> {
  const ids = Array.isArray(externalIds) ? externalIds.map(String) : [];
  for (const id of ids) {
    const [chat, message_id] = id.split(':');
    if (chat !== chatId) continue;
    try {
      await api.call('editMessageReplyMarkup', { chat_id: chatId, message_id: Number(message_id) }, signal);
    } catch (error) {
      if (!(error instanceof TelegramError && error.status === 400 && /not modified|to edit not found|can't be edited/.test(error.message)))
        throw error;
    }
  }
}

/** 403 and an unknown chat: the person has left. 401 and 404: the bot's token is wrong. */
function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof TelegramError)) throw error;
  const { status, message, retryAfter } = error;
  if (status === 403 || (status === 400 && /chat not found|PEER_ID_INVALID/.test(message))) return { outcome: 'gone', code: 'chat_left' };
  if (status === 401 || status === 404) return { outcome: 'failed', code: 'telegram_token_refused' };
  if (status === 429) return { outcome: 'retry', code: 'rate_limited', ...(retryAfter === undefined ? {} : { after_seconds: retryAfter }) };
  if (status === 0 || status >= 500) return { outcome: 'retry', code: 'telegram_unreachable' };
  return { outcome: 'failed', code: 'telegram_refused' };
}

/** Fails with channel_not_configured where there is no bot. `external_id` = chat:message of the message with the buttons. */
export function createTelegram(env: ChannelEnvironment): Channel<'telegram'> {
  const api = createTelegramApi(env);
  if (!api) return async () => ({ outcome: 'failed', code: 'channel_not_configured' });
  return async (delivery, tools) => {
    const target: Target = { api, chatId: delivery.address.chat_id, signal: tools.signal };
    try {
      if (delivery.kind === 'buttons_off') {
        await takeButtonsAway(target, delivery.data.external_ids);
        return { outcome: 'sent', is_trial: isTrial(env, 'telegram') };
      }
      const id = await speak(target, delivery, tools);
      return { outcome: 'sent', external_id: telegramMessageId(target.chatId, id), is_trial: isTrial(env, 'telegram') };
    } catch (error) {
      return outcomeOf(error);
    }
  };
}
