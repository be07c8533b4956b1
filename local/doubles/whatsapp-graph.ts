// The Graph API side of whatsapp.ts: messages, templates and media of a business, refused as Meta refuses them. Errors and limits from
// https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
// https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages
// https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { templates } from '../../functions/_shared/channels/words/templates.ts';
import type { ChatMedia, ChatMessage } from './chat-double.ts';
import type { Phone } from './whatsapp.ts';

export type GraphFault = 'rate_limited' | 'pair_rate_limited' | 'down' | 'unavailable' | 'hang_up';
/** token expired: until it is mended; templates of that language: not yet approved */
export type GraphTroubles = { faults: GraphFault[]; isTokenExpired: boolean; unapproved?: string };

type Scene = {
  base: string;
  env: { WHATSAPP_TOKEN: string; WHATSAPP_PHONE_NUMBER_ID: string };
  phones: Map<string, Phone>;
  media: Map<string, ChatMedia>;
  wamid: () => string;
  now: () => number;
  /** an entry of `statuses` in a webhook */
  tell: (status: object) => void;
  troubles: GraphTroubles;
};

class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly more: object;
  constructor(status: number, code: number, message: string, more: object = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.more = more;
  }
}
const details = (text: string) => ({ error_data: { messaging_product: 'whatsapp', details: text } });
const invalid = (text: string) => new Refusal(400, 131009, '(#131009) Parameter value is not valid', details(text));

const faults: Record<Exclude<GraphFault, 'hang_up'>, Refusal> = {
  rate_limited: new Refusal(
    429,
    130429,
    '(#130429) Rate limit hit',
    details('Message failed to send because there were too many messages sent from this phone number in a short period of time'),
  ),
  pair_rate_limited: new Refusal(429, 131056, '(#131056) (Business Account, Consumer Account) pair rate limit hit'),
  down: new Refusal(500, 131000, '(#131000) Something went wrong'),
  unavailable: new Refusal(503, 2, 'Service temporarily unavailable', { is_transient: true }),
};

/** most bytes by type; svg is not among them */
const mediaLimits: Record<string, number> = {
  'image/jpeg': 5_242_880,
  'image/png': 5_242_880,
  'audio/ogg': 16_777_216,
  'audio/mpeg': 16_777_216,
  'audio/mp4': 16_777_216,
  'video/mp4': 16_777_216,
  'application/pdf': 104_857_600,
};

const Button = z.object({ type: z.literal('reply'), reply: z.object({ id: z.string().min(1).max(256), title: z.string() }) });
const Interactive = z.object({
  type: z.literal('button'),
  header: z
    .union([
      z.object({ type: z.literal('text'), text: z.string().min(1).max(60) }),
      z.object({ type: z.literal('image'), image: z.object({ id: z.string() }) }),
    ])
    .optional(),
  body: z.object({ text: z.string().min(1) }),
  footer: z.object({ text: z.string().min(1).max(60) }).optional(),
  action: z.object({ buttons: z.array(Button) }),
});
const Component = z.object({
  type: z.enum(['body', 'button']),
  sub_type: z.string().optional(),
  index: z.string().optional(),
  parameters: z.array(z.object({ type: z.string(), text: z.string().optional(), payload: z.string().optional() })),
});
const Template = z.object({ name: z.string(), language: z.object({ code: z.string() }), components: z.array(Component).default([]) });
const Message = z.object({
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual').optional(),
  to: z.string().min(5),
  type: z.enum(['text', 'image', 'interactive', 'template']).default('text'),
  context: z.object({ message_id: z.string() }).optional(),
  text: z.object({ body: z.string().min(1), preview_url: z.boolean().optional() }).optional(),
  image: z.object({ id: z.string(), caption: z.string().max(1024).optional() }).optional(),
  interactive: Interactive.optional(),
  template: Template.optional(),
});

const dayMs = 86_400_000;
const answer = (body: unknown, status = 200, headers: Record<string, string> = {}) => Response.json(body, { status, headers });

export function createGraph(scene: Scene): (request: Request) => Promise<Response> {
  const { base, env, phones, media, wamid, now, tell, troubles } = scene;

  const file = (id: string): ChatMedia => {
    const found = media.get(id);
    if (!found) throw new Refusal(400, 100, `Unsupported get request. Object with ID '${id}' does not exist`, { error_subcode: 33 });
    return found;
  };

  function shown(message: z.infer<typeof Message>): Omit<ChatMessage, 'id' | 'from' | 'at'> {
    const { type, text, image, interactive, template } = message;
    if (type === 'text' && text) {
      if ([...text.body].length > 4096) throw new Refusal(400, 100, "(#100) Param text['body'] must be at most 4096 characters long.");
      return { text: text.body };
    }
    if (type === 'image' && image) return { text: image.caption ?? '', media: file(image.id) };
    if (type === 'interactive' && interactive) {
      const { header, body, footer, action } = interactive;
      const titles = action.buttons.map(({ reply }) => reply.title);
      const ids = action.buttons.map(({ reply }) => reply.id);
      if (titles.length < 1 || titles.length > 3) throw invalid('Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3');
      if (titles.some((title) => title.length < 1 || title.length > 20))
        throw invalid('Button title length invalid. Min length: 1, Max length: 20');
      if (new Set(titles).size < titles.length || new Set(ids).size < ids.length) throw invalid('Duplicated button title or id');
      if (body.text.length > 1024) throw invalid('Body text length invalid. Min length: 1, Max length: 1024');
      return {
        text: header?.type === 'text' ? `*${header.text}*\n${body.text}` : body.text,
        buttons: action.buttons.map(({ reply }) => reply),
        ...(footer && { footer: footer.text }),
        ...(header?.type === 'image' && { media: file(header.image.id) }),
      };
    }
    if (type === 'template' && template) {
      const { name, language, components } = template;
      const approved = templates.find((known) => known.name === name)?.[language.code as 'fr'];
      if (!approved || typeof approved === 'string' || troubles.unapproved === language.code)
        throw new Refusal(
          404,
          132001,
          '(#132001) Template name does not exist in the translation',
          details(`template name (${name}) does not exist in ${language.code}`),
        );
      const given = components.find((one) => one.type === 'body')?.parameters.map((one) => one.text ?? '') ?? [];
      const wanted = approved.body.match(/\{\{\d\}\}/g)?.length ?? 0;
      if (given.length !== wanted)
        throw new Refusal(400, 132000, '(#132000) Number of parameters does not match the expected number of params');
      const payload = components.find((one) => one.type === 'button')?.parameters[0]?.payload ?? approved.button;
      return {
        text: approved.body.replaceAll(/\{\{(\d)\}\}/g, (_all, at: string) => given[Number(at) - 1] ?? ''),
        buttons: [{ id: payload, title: approved.button }],
        template: name,
      };
    }
    throw new Refusal(400, 131008, '(#131008) Required parameter is missing', details(`Parameter ${type} is required`));
  }

  async function send(request: Request): Promise<Response> {
    const parsed = Message.safeParse(await request.json().catch(() => null));
    if (!parsed.success) throw new Refusal(400, 100, `(#100) Invalid parameter: ${parsed.error.issues[0]?.path.join('.')}`);
    const message = parsed.data;
    const to = message.to.replace(/^\+/, '');
    const content = shown(message);
    const phone = phones.get(to);
    if (phone && message.type !== 'template' && now() - phone.lastInboundAt > dayMs)
      throw new Refusal(
        400,
        131047,
        '(#131047) Re-engagement message',
        details('Message failed to send because more than 24 hours have passed since the customer last replied to this number.'),
      );
    const id = wamid();
    const at = new Date(now()).toISOString();
    // Meta takes a message to a number that is on no phone, and says so afterwards
    if (phone) phone.messages.push({ id, from: 'nexio', at, ...content, ...(message.context && { quotes: message.context.message_id }) });
    else
      tell({
        id,
        status: 'failed',
        timestamp: String(Math.floor(now() / 1000)),
        recipient_id: to,
        errors: [{ code: 131026, title: 'Message undeliverable', message: 'Message undeliverable', ...details('Message Undeliverable.') }],
      });
    return answer({ messaging_product: 'whatsapp', contacts: [{ input: message.to, wa_id: to }], messages: [{ id }] });
  }

  async function upload(request: Request): Promise<Response> {
    const form = await request.formData().catch(() => null);
    const given = form?.get('file');
    if (form?.get('messaging_product') !== 'whatsapp' || !(given instanceof File))
      throw new Refusal(400, 100, '(#100) The parameter messaging_product is required.');
    const mime = (given.type || String(form.get('type') ?? '')).split(';')[0] ?? '';
    const limit = mediaLimits[mime];
    if (limit === undefined)
      throw new Refusal(
        400,
        100,
        `(#100) Param file must be a file with one of the following types: ${Object.keys(mediaLimits).join(', ')}. Received file of type '${mime}'.`,
      );
    if (given.size > limit) throw new Refusal(400, 131053, '(#131053) Media upload error', details('File size is larger than allowed'));
    const id = String(randomBytes(6).readUIntBE(0, 6));
    const kind = mime.startsWith('image/') ? 'image' : mime.startsWith('audio/') ? 'voice' : 'document';
    media.set(id, { kind, mime, name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) });
    return answer({ id });
  }

  async function act(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const path = pathname.slice(new URL(base).pathname.length).split('/').slice(1);
    if (request.headers.get('authorization') !== `Bearer ${env.WHATSAPP_TOKEN}`)
      throw new Refusal(401, 190, 'Invalid OAuth access token - Cannot parse access token');
    if (troubles.isTokenExpired) throw new Refusal(401, 190, 'Error validating access token: Session has expired', { error_subcode: 463 });
    if (path[0] === 'lookaside') {
      const kept = file(path[1] ?? '');
      return new Response(kept.bytes, { headers: { 'content-type': kept.mime } });
    }
    const [version = '', object = '', edge = ''] = path;
    if (!/^v\d+\.\d$/.test(version)) throw new Refusal(400, 2500, 'Unknown path components');
    if (object === env.WHATSAPP_PHONE_NUMBER_ID && request.method === 'POST' && edge === 'messages') return send(request);
    if (object === env.WHATSAPP_PHONE_NUMBER_ID && request.method === 'POST' && edge === 'media') return upload(request);
    if (request.method === 'GET' && object && !edge) {
      const kept = file(object);
      const facts = { mime_type: kept.mime, file_size: kept.bytes.length, id: object };
      return answer({ messaging_product: 'whatsapp', url: `${base}/lookaside/${object}`, sha256: '', ...facts });
    }
    throw new Refusal(400, 100, `Unsupported ${request.method.toLowerCase()} request. Object with ID '${object}' does not exist`, {
      error_subcode: 33,
    });
  }

  return async (request) => {
    try {
      const fault = troubles.faults.shift();
      if (fault === 'hang_up') return Response.error();
      if (fault) throw faults[fault];
      return await act(request);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, code, message, more } = error;
      const retry: Record<string, string> = status === 429 ? { 'retry-after': '2' } : {};
      return answer(
        { error: { message, type: 'OAuthException', code, ...more, fbtrace_id: randomBytes(8).toString('base64url') } },
        status,
        retry,
      );
    }
  };
}
