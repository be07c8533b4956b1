// WhatsApp's webhook: is it Meta, what did people say, which messages of ours did not arrive. Pure but for fetching files; called by index.ts.
// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
import { z } from 'zod';
import type { ChannelEnvironment } from '../_shared/channels/channel.ts';
import { fetchFromGraph, readGraphAccount } from '../_shared/channels/whatsapp-graph.ts';
import { isSameSecret } from '../_shared/same-secret.ts';
import type { Heard, Inbound, InboundDoor, Undelivered } from './inbound.ts';

const Media = z.object({ id: z.string(), mime_type: z.string().default(''), caption: z.string().nullish() });
const Message = z.object({
  from: z.string(),
  id: z.string(),
  /** seconds since 1970 */
  timestamp: z.coerce.number(),
  type: z.string(),
  context: z.object({ id: z.string().nullish(), forwarded: z.boolean().nullish(), frequently_forwarded: z.boolean().nullish() }).nullish(),
  text: z.object({ body: z.string() }).nullish(),
  image: Media.nullish(),
  audio: Media.nullish(),
  document: Media.nullish(),
  button: z.object({ payload: z.string().default(''), text: z.string().default('') }).nullish(),
  interactive: z.object({ button_reply: z.object({ id: z.string(), title: z.string() }).nullish() }).nullish(),
});
type Message = z.infer<typeof Message>;

const Status = z.object({ id: z.string(), status: z.string(), errors: z.array(z.object({ code: z.number() })).nullish() });
const Value = z.object({
  metadata: z.object({ phone_number_id: z.string() }),
  contacts: z.array(z.object({ wa_id: z.string(), profile: z.object({ name: z.string().default('') }).nullish() })).catch([]),
  messages: z.array(z.unknown()).catch([]),
  statuses: z.array(z.unknown()).catch([]),
});
const Payload = z.object({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(z.object({ changes: z.array(z.object({ field: z.string(), value: z.unknown() })) })),
});

// jsonb has no such character
const clean = (text: string): string => text.replaceAll('\u0000', '');

function contentOf(message: Message): Pick<Inbound, 'kind' | 'text' | 'button' | 'media'> {
  const { text, image, audio, document, button, interactive } = message;
  const file = ({ id, mime_type, caption }: z.infer<typeof Media>) => ({
    media: { id, mime: mime_type.split(';')[0]?.trim().toLowerCase() ?? '', bytes: 0 },
    ...(caption ? { text: clean(caption) } : {}),
  });
  if (message.type === 'text' && text) return { kind: 'text', text: clean(text.body) };
  if (message.type === 'interactive' && interactive?.button_reply)
    return { kind: 'button', button: clean(interactive.button_reply.id), text: clean(interactive.button_reply.title) };
  if (message.type === 'button' && button) return { kind: 'button', button: clean(button.payload), text: clean(button.text) };
  if (message.type === 'image' && image) return { kind: 'image', ...file(image) };
  if (message.type === 'audio' && audio) return { kind: 'voice', ...file(audio) };
  // a picture that was sent as a file is a picture
  if (message.type === 'document' && document)
    return { kind: document.mime_type.startsWith('image/') ? 'image' : 'document', ...file(document) };
  return { kind: 'other' };
}

function messageOf(raw: unknown, names: Map<string, string>): Inbound[] {
  const { data: message } = Message.safeParse(raw);
  // a reaction, or what Meta says about itself, is no message of a person
  if (!message || message.type === 'reaction' || message.type === 'system') return [];
  const sentAt = new Date(message.timestamp * 1000);
  return [
    {
      external_id: message.id,
      from: message.from,
      name: clean(names.get(message.from) ?? ''),
      sent_at: Number.isNaN(sentAt.getTime()) ? '' : sentAt.toISOString(),
      ...contentOf(message),
      ...(message.context?.id ? { quoted_id: message.context.id } : {}),
      ...(message.context?.forwarded || message.context?.frequently_forwarded ? { is_forwarded: true } : {}),
    },
  ];
}

function undeliveredOf(raw: unknown): Undelivered[] {
  const { data: status } = Status.safeParse(raw);
  return status?.status === 'failed' ? [{ external_id: status.id, code: `meta_${status.errors?.[0]?.code ?? 'unknown'}` }] : [];
}

/** What a webhook tells of this number; parts that we do not know are left out, the rest counts. */
export function readWhatsApp(body: unknown, phoneNumberId: string): Heard {
  const { data } = Payload.safeParse(body);
  const values = (data?.entry ?? [])
    .flatMap(({ changes }) => changes)
    .filter(({ field }) => field === 'messages')
    .flatMap(({ value }) => Value.safeParse(value).data ?? [])
    .filter(({ metadata }) => metadata.phone_number_id === phoneNumberId);
  return {
    messages: values.flatMap(({ contacts, messages }) => {
      const names = new Map(contacts.map(({ wa_id, profile }) => [wa_id, profile?.name ?? '']));
      return messages.flatMap((message) => messageOf(message, names));
    }),
    undelivered: values.flatMap(({ statuses }) => statuses.flatMap(undeliveredOf)),
  };
}

/** X-Hub-Signature-256: HMAC of the bytes as they came, with the app's secret. */
export async function isSignedByMeta(header: string | null, body: Uint8Array<ArrayBuffer>, secret: string): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, body));
  return isSameSecret(header ?? '', `sha256=${[...mac].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`);
}

const refuse = (status: number, code: string) => Response.json({ code }, { status });

/** WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN and what sending needs; null without them. */
export function whatsAppDoor(env: ChannelEnvironment): InboundDoor | null {
  const account = readGraphAccount(env);
  const secret = env.WHATSAPP_APP_SECRET?.trim();
  const verifyToken = env.WHATSAPP_VERIFY_TOKEN?.trim();
  if (!account || !secret || !verifyToken) return null;
  return {
    channel: 'whatsapp',
    async hear(request, body) {
      if (request.method === 'GET') {
        const asked = new URL(request.url).searchParams;
        const isMeta = asked.get('hub.mode') === 'subscribe' && isSameSecret(asked.get('hub.verify_token') ?? '', verifyToken);
        return isMeta
          ? new Response(asked.get('hub.challenge') ?? '', {
              headers: { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' },
            })
          : refuse(403, 'not_the_verify_token');
      }
      if (request.method !== 'POST') return refuse(405, 'method_not_allowed');
      if (!(await isSignedByMeta(request.headers.get('x-hub-signature-256'), body, secret))) return refuse(401, 'not_signed');
      let told: unknown;
      try {
        told = JSON.parse(new TextDecoder().decode(body));
      } catch {
        told = null;
      }
      return readWhatsApp(told, account.phoneNumberId);
    },
    fetchMedia: (id, limitBytes, signal) => fetchFromGraph(account, id, limitBytes, signal),
  };
}
