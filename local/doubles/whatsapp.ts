// Double of the WhatsApp Business Cloud API: phones that are played on /_local/phone, and signed webhooks about what they send. What businesses may
// send them stands in whatsapp-graph.ts. Used by the local stack and by the tests of the channel.
// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Chat, ChatDouble, ChatMedia, ChatMessage, Double, Sending } from './chat-double.ts';
import { createGraph, type GraphFault, type GraphTroubles } from './whatsapp-graph.ts';

export type WhatsAppOptions = {
  /** where the Graph API stands: http://127.0.0.1:5640/_local/whatsapp */
  base: string;
  /** where it tells what people send */
  webhook: string;
  /** milliseconds since 1970; tests move it */
  now?: () => number;
  /** milliseconds before a webhook that was not taken is sent again, one each */
  waits?: number[];
};

export type Phone = { id: string; name: string; messages: ChatMessage[]; lastInboundAt: number };

export type WhatsAppDouble = ChatDouble & {
  channel: 'whatsapp';
  env: Record<string, string>;
  handle: (request: Request) => Promise<Response>;
  /** the next requests to the Graph API meet these, one each; 'expired_token' stays */
  script: (...faults: GraphFault[]) => void;
  troubles: GraphTroubles;
  /** sends a webhook's body with its signature, as Meta does when it repeats one; the status of the answer */
  post: (value: object) => Promise<number>;
  /** the webhook of one message of a person, as sent or to be sent */
  webhookOf: (chat: string, ...ids: string[]) => object;
};

const businessPhone = '261340000000';
const display = '+261 34 00 000 00';
const usualWaits = [500, 2000, 5000, 15_000];

/** wa_id: E.164 without its plus. A number without a country is read as one of Madagascar. */
function waId(number: string): string | undefined {
  const parsed = parsePhoneNumberFromString(number, 'MG') ?? parsePhoneNumberFromString(`+${number}`);
  const found = parsed?.isPossible() ? parsed : parsePhoneNumberFromString(`+${number.replaceAll(/\D/g, '')}`);
  return found?.isPossible() ? found.number.slice(1) : undefined;
}

export function createWhatsApp(options: WhatsAppOptions): WhatsAppDouble {
  const now = options.now ?? Date.now;
  const secret = randomBytes(16).toString('hex');
  const phones = new Map<string, Phone>();
  const media = new Map<string, ChatMedia>();
  const env = {
    WHATSAPP_BASE_URL: options.base,
    WHATSAPP_TOKEN: `EAAL${randomBytes(24).toString('base64url')}`,
    WHATSAPP_PHONE_NUMBER_ID: '106540352242922',
    WHATSAPP_NUMBER: businessPhone,
    WHATSAPP_APP_SECRET: secret,
    WHATSAPP_VERIFY_TOKEN: randomBytes(12).toString('hex'),
  };
  const wamid = () => `wamid.${randomBytes(21).toString('base64').replaceAll('=', 'A')}`;
  const troubles: GraphTroubles = { faults: [], isTokenExpired: false };
  const tell = (status: object) => void deliver(change({ statuses: [status] })).catch(() => {});
  const graph = createGraph({ base: options.base, env, phones, media, wamid, now, tell, troubles });

  const change = (value: object) => ({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '102290129340398',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: display, phone_number_id: env.WHATSAPP_PHONE_NUMBER_ID },
              ...value,
            },
          },
        ],
      },
    ],
  });

  /** As Meta writes it: letters beyond ASCII escaped, in lower case, and it is those bytes that are signed. */
  async function post(value: object): Promise<number> {
    const body = JSON.stringify(value).replaceAll(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    const headers = {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${signature}`,
      'user-agent': 'facebookexternalua',
    };
    const answer = await fetch(options.webhook, { method: 'POST', body, headers }).catch(() => null);
    await answer?.body?.cancel();
    return answer?.status ?? 0;
  }

  /** Meta sends a webhook again until it is taken. */
  async function deliver(value: object): Promise<boolean> {
    for (const wait of [...(options.waits ?? usualWaits), 0]) {
      if ((await post(value)) === 200) return true;
      await sleep(wait);
    }
    return false;
  }

  function payload({ id, at, text, media: file, quotes, isForwarded }: ChatMessage, phone: Phone): object {
    const seconds = String(Math.floor(Date.parse(at) / 1000));
    const context = { ...(quotes && { from: businessPhone, id: quotes }), ...(isForwarded && { forwarded: true }) };
    const head = { from: phone.id, id, timestamp: seconds, ...(Object.keys(context).length > 0 && { context }) };
    if (!file) return { ...head, type: 'text', text: { body: text } };
    const asset = { mime_type: file.mime, sha256: createHash('sha256').update(file.bytes).digest('base64'), id: mediaId(file) };
    if (file.kind === 'voice') return { ...head, type: 'audio', audio: { ...asset, voice: true } };
    if (file.kind === 'image') return { ...head, type: 'image', image: { ...(text && { caption: text }), ...asset } };
    return { ...head, type: 'document', document: { ...(text && { caption: text }), filename: file.name, ...asset } };
  }

  function mediaId(file: ChatMedia): string {
    const known = [...media].find(([, kept]) => kept === file)?.[0];
    const id = known ?? String(randomBytes(6).readUIntBE(0, 6));
    media.set(id, file);
    return id;
  }

  /** A tap on a button of a template comes as `button`, one of an interactive message as `interactive`. */
  function tapped(message: ChatMessage, phone: Phone, button: string): object {
    const under = phone.messages.find(({ id }) => id === message.quotes);
    const { text: _typed, ...rest } = payload(message, phone) as { text?: object };
    if (under?.template) return { ...rest, type: 'button', button: { payload: button, text: message.text } };
    return { ...rest, type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: button, title: message.text } } };
  }

  const taps = new Map<string, string>();
  function webhookOf(chat: string, ...ids: string[]): object {
    const phone = phones.get(chat);
    if (!phone) throw new Error(`no phone ${chat}`);
    const messages = phone.messages.filter(({ id, from }) => from === 'person' && ids.includes(id));
    const told = messages.map((message) => {
      const button = taps.get(message.id);
      return button ? tapped(message, phone, button) : payload(message, phone);
    });
    return change({ contacts: [{ profile: { name: phone.name }, wa_id: phone.id }], messages: told });
  }

  return {
    channel: 'whatsapp',
    env,
    handle: graph,
    script: (...faults) => void troubles.faults.push(...faults),
    troubles,
    post,
    webhookOf,
    open(number, name) {
      const id = waId(number);
      if (!id || id === businessPhone) return undefined;
      const phone = phones.get(id);
      if (phone) phone.name = name || phone.name;
      else phones.set(id, { id, name: name || `+${id}`, messages: [], lastInboundAt: 0 });
      return id;
    },
    chats: () =>
      [...phones.values()]
        .map(({ id, name, messages }): Chat => ({ id, name, last: messages.at(-1) ?? null }))
        .sort((a, b) => (b.last?.at ?? '').localeCompare(a.last?.at ?? '')),
    messages: (chat) => phones.get(chat)?.messages ?? [],
    async send(chat: string, text: string, sending: Sending = {}) {
      const phone = phones.get(chat);
      if (!phone) throw new Error(`no phone ${chat}`);
      const under = phone.messages.find(({ id }) => id === sending.quote);
      const title = under?.buttons?.find(({ id }) => id === sending.button)?.title;
      const message: ChatMessage = {
        id: wamid(),
        from: 'person',
        at: new Date(now()).toISOString(),
        text: title ?? text,
        state: 'sent',
        ...(sending.quote && { quotes: sending.quote }),
        ...(sending.media && { media: sending.media }),
        ...(sending.isForwarded && { isForwarded: true }),
      };
      if (title && sending.button) taps.set(message.id, sending.button);
      phone.messages.push(message);
      phone.lastInboundAt = now();
      message.state = (await deliver(webhookOf(chat, message.id))) ? 'delivered' : 'failed';
      return message;
    },
  };
}

/** The double of the local stack, at /_local/whatsapp/. */
export function startWhatsApp(url: string): Double {
  const double = createWhatsApp({ base: `${url}/_local/whatsapp`, webhook: `${url}/functions/v1/receive/whatsapp` });
  return { env: double.env, routes: { '/_local/whatsapp/': double.handle }, chat: double };
}
