// Mail: this installation has no account there, and says so.
import type { Channel, ChannelEnvironment } from './channel.ts';

/** Fails with channel_not_configured. */
export const createMail =
  (_env: ChannelEnvironment): Channel<'email'> =>
  async () => ({ outcome: 'failed', code: 'channel_not_configured' });
