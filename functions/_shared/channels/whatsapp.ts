// Sends over the WhatsApp Business Cloud API. Within 24 hours of the person's last message all may be said, outside of them only an approved template,
// and ours says no more than how many wait. Called by functions/deliver.
// https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages
// https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
import { rasterise } from '../visual/rasterise.ts';
import { type Channel, type ChannelEnvironment, type ChannelTools, type DeliveryOn, isTrial, type Outcome } from './channel.ts';
import type { ChatText } from './chat-parts.ts';
import { askGraph, GraphError, type GraphAccount, readGraphAccount, uploadToGraph } from './whatsapp-graph.ts';
import { chatWords } from './words/chat.ts';
import { templates, type TemplateLanguage } from './words/templates.ts';
import { writeChat } from './write-chat.ts';

const mostBody = 1024;
const mostText = 4096;
const pictureWidth = 1080;

/** What the code means for this one message; any other code of Meta's is a refusal. */
const meanings: Record<number, Exclude<Outcome, { outcome: 'sent' | 'gone' }>> = {
  190: { outcome: 'failed', code: 'token_expired' },
  10: { outcome: 'failed', code: 'permission_missing' },
  131005: { outcome: 'failed', code: 'permission_missing' },
  131031: { outcome: 'failed', code: 'account_locked' },
  131042: { outcome: 'failed', code: 'payment_missing' },
  132000: { outcome: 'failed', code: 'template_missing' },
  132001: { outcome: 'failed', code: 'template_missing' },
  132015: { outcome: 'failed', code: 'template_missing' },
  131026: { outcome: 'failed', code: 'number_without_whatsapp' },
  131030: { outcome: 'failed', code: 'number_without_whatsapp' },
  // the window closed between the question and the answer: the database asks again and gives the count alone
  131047: { outcome: 'retry', code: 'window_closed' },
  4: { outcome: 'retry', code: 'rate_limited' },
  80007: { outcome: 'retry', code: 'rate_limited' },
  130429: { outcome: 'retry', code: 'rate_limited' },
  131048: { outcome: 'retry', code: 'rate_limited' },
  131056: { outcome: 'retry', code: 'rate_limited' },
};

/** @throws what is no GraphError */
export function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof GraphError)) throw error;
  const known = meanings[error.code];
  const found =
    known ?? (error.isPassing ? ({ outcome: 'retry', code: 'unavailable' } as const) : ({ outcome: 'failed', code: 'refused' } as const));
  return found.outcome === 'retry' && error.afterSeconds ? { ...found, after_seconds: error.afterSeconds } : found;
}

/** Letters as WhatsApp counts them; a pair of surrogates is not cut in two. */
export function shorten(text: string, most: number, mark = '…'): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - mark.length);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}${mark}`;
}

/** Id of the picture at Meta; '' when it cannot be shown there: the words go without it. */
async function keepPicture(account: GraphAccount, picture: NonNullable<ChatText['picture']>, tools: ChannelTools): Promise<string> {
  try {
    const { bytes, mime } = await tools.readMedia(picture.path);
    const isSvg = mime === 'image/svg+xml' || picture.mime === 'image/svg+xml';
    if (!isSvg && mime !== 'image/png' && mime !== 'image/jpeg') return '';
    const file = isSvg ? { bytes: await rasterise(new TextDecoder().decode(bytes), pictureWidth), mime: 'image/png' } : { bytes, mime };
    return await uploadToGraph(account, file, tools.signal);
  } catch (error) {
    if (error instanceof GraphError && meanings[error.code]) throw error;
    console.error('whatsapp picture:', error instanceof Error ? error.message : 'failed');
    return '';
  }
}

/** The messages of one delivery, the one that counts last. */
async function write(account: GraphAccount, delivery: DeliveryOn<'whatsapp'>, tools: ChannelTools): Promise<Record<string, unknown>[]> {
  const say = chatWords[delivery.user.language];
  const { heading, body, small, buttons, picture } = writeChat(delivery, tools.appUrl);
  const bold = heading ? `*${heading.replaceAll('*', '')}*\n\n` : '';
  const whole = `${bold}${body}`;
  if (buttons.length === 0 && !picture) return [{ type: 'text', text: { body: shorten(whole, mostText), preview_url: false } }];
  const id = picture ? await keepPicture(account, picture, tools) : '';
  const text = picture && !id ? `${whole}\n\n${say.noPicture}` : whole;
  if (buttons.length === 0) {
    const caption = shorten(text, mostBody);
    return [id ? { type: 'image', image: { id, caption } } : { type: 'text', text: { body: shorten(text, mostText), preview_url: false } }];
  }
  const isLong = text.length > mostBody;
  const card = {
    type: 'interactive',
    interactive: {
      type: 'button',
      ...(id && { header: { type: 'image', image: { id } } }),
      body: { text: isLong ? shorten(text, mostBody, `…\n\n${say.cut}`) : text },
      ...(small && { footer: { text: small } }),
      action: { buttons: buttons.map((reply) => ({ type: 'reply', reply })) },
    },
  };
  // nothing is to be decided that was not seen whole
  return isLong ? [{ type: 'text', text: { body: shorten(text, mostText), preview_url: false } }, card] : [card];
}

/** There is no Malagasy template: such a person gets the French one. */
const templateLanguage = (language: DeliveryOn<'whatsapp'>['user']['language']): TemplateLanguage => (language === 'mg' ? 'fr' : language);

function waitingTemplate({ user, waiting_count }: DeliveryOn<'whatsapp'>): Record<string, unknown> {
  const [{ name }] = templates;
  const components = [
    { type: 'body', parameters: [{ type: 'text', text: String(waiting_count) }] },
    { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'show' }] },
  ];
  return { type: 'template', template: { name, language: { code: templateLanguage(user.language) }, components } };
}

/** WHATSAPP_TOKEN, WHATSAPP_PHONE_NUMBER_ID; WHATSAPP_BASE_URL leads to a double. Fails with channel_not_configured without them. */
export function createWhatsApp(env: ChannelEnvironment): Channel<'whatsapp'> {
  const account = readGraphAccount(env);
  return async (delivery, tools) => {
    if (!account) return { outcome: 'failed', code: 'channel_not_configured' };
    const { wa_id, window_open } = delivery.address;
    // outside the window there is one thing to say, and only when it is so
    if (!window_open && delivery.waiting_count === 0) return { outcome: 'failed', code: 'window_closed' };
    try {
      let externalId = '';
      for (const message of window_open ? await write(account, delivery, tools) : [waitingTemplate(delivery)]) {
        const json = { messaging_product: 'whatsapp', recipient_type: 'individual', to: wa_id, ...message };
        const answer = await askGraph(account, `${account.phoneNumberId}/messages`, { json, signal: tools.signal });
        externalId = answer.messages?.[0]?.id ?? '';
      }
      return { outcome: 'sent', external_id: externalId, is_trial: isTrial(env, 'whatsapp') };
    } catch (error) {
      return outcomeOf(error);
    }
  };
}
