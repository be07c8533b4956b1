// The outside channels of this machine: a double for each that the owner has not connected. Called by services.ts.
import type { Session } from '../session.ts';
import type { ChatDouble, Double } from './chat-double.ts';
import { startMailServer } from './smtp.ts';
import { startTelegram } from './telegram.ts';
import { startWhatsApp } from './whatsapp.ts';

export type Doubles = {
  /** for the functions; CHANNELS_TRIAL names the channels whose messages reach nobody */
  env: Record<string, string>;
  routes: Record<string, (request: Request) => Promise<Response>>;
  chats: ChatDouble[];
  stop: () => Promise<void>;
};

/** url: the stack's own address */
type Place = { url: string; session: Session };

/** One line a channel; `realWhen` is the variable by which the owner names the real service, and then no double is started. */
const channels: { channel: string; realWhen: string; start: (place: Place) => Double | Promise<Double> }[] = [
  { channel: 'whatsapp', realWhen: 'WHATSAPP_TOKEN', start: ({ url }) => startWhatsApp(url) },
  { channel: 'telegram', realWhen: 'TELEGRAM_BOT_TOKEN', start: ({ url }) => startTelegram(url) },
  { channel: 'email', realWhen: 'SMTP_HOST', start: ({ session }) => startMailServer(session) },
];

/** @param set what the owner's environment says */
export async function startDoubles(place: Place, set: Record<string, string | undefined>): Promise<Doubles> {
  const inUse = channels.filter(({ realWhen }) => !set[realWhen]);
  const doubles = await Promise.all(inUse.map(({ start }) => start(place)));
  return {
    env: Object.assign({ CHANNELS_TRIAL: inUse.map(({ channel }) => channel).join(',') }, ...doubles.map(({ env }) => env)),
    routes: Object.assign({}, ...doubles.map(({ routes }) => routes)),
    chats: doubles.flatMap(({ chat }) => chat ?? []),
    stop: async () => void (await Promise.all(doubles.map((double) => double.stop?.()))),
  };
}
