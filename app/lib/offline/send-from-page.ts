// The outbox sent by a page, with the session's token. Apart from the outbox's state, because a first visit has nothing to send.
import { publishableKey, supabaseUrl } from '$lib/api/endpoint.ts';
import { sendAct } from '$lib/api/send-act.ts';
import type { QueuedAct } from './database.ts';
import { sendOutbox, type Delivery } from './send-outbox.ts';

/** @param token null when the session has ended: only taps on notifications go then. `told` hears each settled act. */
export const sendFromPage = (userId: string, token: string | null, told: (act: QueuedAct, delivery: Delivery) => void): Promise<boolean> =>
  sendOutbox(
    userId,
    (act) => sendAct(act, { url: supabaseUrl, key: publishableKey, token }),
    told,
    (act) => token !== null || act.verb === 'decide_by_token',
  );
