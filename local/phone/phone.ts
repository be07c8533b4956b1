// /_local/phone: the phones that this machine's chat doubles play: chats, bubbles, buttons, photos, voice notes. Only on the embedded stack, only
// from this machine. Called by services.ts; drawn by page.ts.
import type { Chat, ChatDouble, ChatMedia } from '../doubles/chat-double.ts';
import { isLoopback, isOwnForm } from '../loopback.ts';
import { drawNothing, drawPhone } from './page.ts';
import { phoneLanguage } from './words.ts';

const kindOf = (mime: string): ChatMedia['kind'] =>
  mime.startsWith('image/') ? 'image' : mime.startsWith('audio/') ? 'voice' : 'document';

/** The file of a form; a field left empty is none. */
async function fileOf(form: FormData): Promise<ChatMedia | undefined> {
  const file = [form.get('photo'), form.get('voice')].find((one): one is File => one instanceof File && one.size > 0);
  if (!file) return undefined;
  const mime = file.type || 'application/octet-stream';
  return { kind: kindOf(mime), mime, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
};

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });

/**
 * GET …/phone lists, POST …/phone/open adds a phone {channel, id, name}, GET …/phone/:channel/:chat shows one, POST there sends {text, quote,
 * button, photo, voice, forwarded} from it, GET …/:chat/media/:message is a file of it.
 */
export function createPhone(doubles: ChatDouble[]): (request: Request) => Promise<Response> {
  const find = (channel: string | undefined, id: string): { double: ChatDouble; chat: Chat } | undefined => {
    const double = doubles.find((one) => one.channel === channel);
    const chat = double?.chats().find((one) => one.id === id);
    return double && chat && { double, chat };
  };

  return async (request) => {
    const url = new URL(request.url);
    const language = phoneLanguage(request.headers.get('accept-language'));
    if (!isLoopback(url.hostname)) return drawNothing(language, true);
    const [channel, chatId = '', part, message = ''] = url.pathname.split('/').slice(3).map(decodeURIComponent);
    const isPost = request.method === 'POST';
    if (isPost && !isOwnForm(request)) return drawNothing(language, true);

    if (!channel) return drawPhone({ language, doubles });
    if (channel === 'open' && isPost) {
      const form = await request.formData();
      const double = doubles.find((one) => one.channel === text(form, 'channel'));
      const id = double?.open(text(form, 'id').trim(), text(form, 'name').trim().slice(0, 60));
      if (!double || !id) return drawPhone({ language, doubles, wrong: true });
      return seeOther(`/_local/phone/${double.channel}/${encodeURIComponent(id)}`);
    }
    const open = find(channel, chatId);
    if (!open) return drawNothing(language, false);
    const { double, chat } = open;
    if (part === 'media') {
      const media = double.messages(chat.id).find(({ id }) => id === message)?.media;
      if (!media) return drawNothing(language, false);
      const headers = {
        'content-type': media.mime,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      };
      return new Response(media.bytes, { headers });
    }
    if (!isPost) return drawPhone({ language, doubles }, open);
    const form = await request.formData();
    const sending = {
      quote: text(form, 'quote') || undefined,
      button: text(form, 'button') || undefined,
      media: await fileOf(form),
      isForwarded: text(form, 'forwarded') === '1' || undefined,
    };
    if (text(form, 'text').trim() || sending.button || sending.media) await double.send(chat.id, text(form, 'text').trim(), sending);
    return seeOther(url.pathname);
  };
}
