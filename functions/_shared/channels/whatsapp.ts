// WhatsApp: this installation has no account there, and says so.
import type { Channel, ChannelEnvironment } from './channel.ts';

/** Fails with channel_not_configured. */
export const createWhatsApp =
  (_env: ChannelEnvironment): Channel<'whatsapp'> =>
  async () => ({ outcome: 'failed', code: 'channel_not_configured' });
