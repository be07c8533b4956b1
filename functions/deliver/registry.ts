// Which adapter serves which channel. Called by index.ts.
import {
  type Channel,
  type ChannelEnvironment,
  type ChannelName,
  type ChannelTools,
  type Delivery,
  type Outcome,
} from '../_shared/channels/channel.ts';
import { createMail } from '../_shared/channels/mail.ts';
import { createTelegram } from '../_shared/channels/telegram.ts';
import { createWebPush } from '../_shared/channels/web-push.ts';
import { createWhatsApp } from '../_shared/channels/whatsapp.ts';

export type Channels = { [Name in ChannelName]: Channel<Name> };

export function createChannels(env: ChannelEnvironment): Channels {
  return { push: createWebPush(env), whatsapp: createWhatsApp(env), telegram: createTelegram(env), email: createMail(env) };
}

/** Hands a message to its channel. */
export function sendBy(channels: Channels, delivery: Delivery, tools: ChannelTools): Promise<Outcome> {
  switch (delivery.channel) {
    case 'push':
      return channels.push(delivery, tools);
    case 'whatsapp':
      return channels.whatsapp(delivery, tools);
    case 'telegram':
      return channels.telegram(delivery, tools);
    case 'email':
      return channels.email(delivery, tools);
  }
}
