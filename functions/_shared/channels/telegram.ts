// Telegram: this installation has no account there, and says so.
import type { Channel, ChannelEnvironment } from './channel.ts';

/** Fails with channel_not_configured. */
export const createTelegram =
  (_env: ChannelEnvironment): Channel<'telegram'> =>
  async () => ({ outcome: 'failed', code: 'channel_not_configured' });
